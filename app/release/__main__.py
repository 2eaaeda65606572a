"""The command `python -m app.release`.

build        check all facts and publish a release if they changed; --mark draft or demonstration
             says so on everything that is shown of it, and wants a data folder of its own
check        list what is wrong, file and line; exit 1 if anything is
path         print the folder of the current release
list         print the releases there are, and how to keep them
rollback N   make release N the current one
backup TO    copy releases and ledger into a folder, or a file whose name ends in .zip
restore FROM bring the releases of a backup back that are not here
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from app.facts.problems import Problem
from app.release import ledger
from app.release.backup import BackupRefused, back_up, restore
from app.release.build import FactsRefused, build, left_behind, today, tried
from app.release.changes import Reason, is_lost
from app.release.releases import (
    MARKS,
    NoRelease,
    current,
    releases,
    rollback,
    taken_numbers,
)
from app.trial import faults
from app.words.numbers import day, number
from app.words.say import LANGUAGES, say

_NEEDS = frozenset({"rollback", "backup", "restore"})


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m app.release",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "command",
        choices=("build", "check", "path", "list", "rollback", "backup", "restore"),
    )
    parser.add_argument("what", nargs="?", default="", metavar="N|TO|FROM")
    parser.add_argument("--mark", choices=MARKS, default="", help="what the release built is")
    parser.add_argument("--who", default="", help="build: who changed what no correction speaks of")
    parser.add_argument("--because", default="", help="build: and why")
    parser.add_argument("--quick", action="store_true", help="do not try what readers will see")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the messages")
    options = parser.parse_args(arguments)
    if options.command in _NEEDS and not options.what:
        parser.error(f"{options.command}: N, TO or FROM is missing")
    if options.command == "rollback" and not options.what.isdecimal():
        parser.error(f"rollback: {options.what} is no number")
    if bool(options.who.strip()) != bool(options.because.strip()):
        parser.error("--who and --because go together")
    try:
        return _run(options)
    except FactsRefused as refused:
        return _list_problems(refused.problems, options.lang)
    except BackupRefused as refused:
        print(say(options.lang, refused.kind, detail=refused.detail), file=sys.stderr)
        return 1
    except NoRelease:
        print(_no_release(options), file=sys.stderr)
    except OSError as error:
        named = str(error.filename or options.what)
        print(say(options.lang, "file_out_of_reach", file=named), file=sys.stderr)
    return 1


def _no_release(options: argparse.Namespace) -> str:
    """Say that the release asked for is not here, or not whole, and which are."""
    there = ", ".join(str(release.number) for release in releases())
    if not there:
        return say(options.lang, "release_none_yet")
    if options.command == "rollback":
        kind = "release_unreadable" if int(options.what) in taken_numbers() else "release_unknown"
        return say(options.lang, kind, number=options.what, releases=there)
    return say(options.lang, "release_no_current", releases=there)


def _run(options: argparse.Namespace) -> int:
    command, language = options.command, options.lang
    if command == "check":
        return _list_problems(tried(None if options.quick else faults), language)
    if command == "build":
        _build(options)
    elif command == "path":
        print(current().folder)
    elif command == "list":
        _list(language)
    elif command == "rollback":
        print(rollback(int(options.what)).folder)
    elif command == "backup":
        numbers = ", ".join(map(str, back_up(Path(options.what))))
        print(say(language, "backup_taken", to=options.what, releases=numbers or "0"))
    else:
        brought = restore(Path(options.what))
        for key, found in (("backup_brought", brought.fresh), ("backup_known", brought.known)):
            if found:
                print(say(language, key, releases=", ".join(map(str, found))))
    return 0


def _build(options: argparse.Namespace) -> None:
    start = time.perf_counter()
    for folder in left_behind():
        print(say(options.lang, "release_left_behind", folder=str(folder)), file=sys.stderr)
    who, because = options.who.strip(), options.because.strip()
    given = Reason(who, today().isoformat(), because, because, because) if who else None
    release, new = build(options.mark, given, strict=True)
    said = {
        "number": str(release.number),
        "day": day(release.published, options.lang),
        "seconds": number(time.perf_counter() - start, options.lang, 1),
        "folder": str(release.folder),
    }
    print(say(options.lang, "release_published" if new else "release_as_it_was", **said))


def _list(language: str) -> None:
    """Print the releases, and where people look who want to keep them: beside the list itself."""
    for release in releases():
        print(release.number, release.published, release.digest[:12], release.mark)
    for broken in ledger.broken():
        print(say(language, "ledger_broken", number=str(broken)), file=sys.stderr)
    for release in filter(is_lost, releases()):
        print(say(language, "changes_lost", number=str(release.number)), file=sys.stderr)
    print(say(language, "release_keep", ledger=str(ledger.ledger_folder())), file=sys.stderr)


def _list_problems(problems: list[Problem], language: str) -> int:
    for problem in problems:
        print(problem.say(language), file=sys.stderr)
    if not problems:
        print("ok")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
