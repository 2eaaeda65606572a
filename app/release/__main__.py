"""The command `python -m app.release`.

build      check all facts and publish a release if they changed; --mark draft or demonstration
           says so on everything that is shown of it, and wants a data folder of its own
check      list what is wrong, file and line; exit 1 if anything is
path       print the folder of the current release
list       print the releases there are
rollback N make release N the current one
"""

from __future__ import annotations

import argparse
import sys
import time

from app.facts.problems import Problem
from app.release.build import FactsRefused, build, tried
from app.release.check import check
from app.release.releases import MARKS, NoRelease, current, releases, rollback
from app.trial import faults
from app.words.say import LANGUAGES


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m app.release",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=("build", "check", "path", "list", "rollback"))
    parser.add_argument("number", nargs="?", type=int)
    parser.add_argument("--mark", choices=MARKS, default="", help="what the release built is")
    parser.add_argument("--quick", action="store_true", help="do not try what readers will see")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the messages")
    options = parser.parse_args(arguments)
    try:
        if options.command == "check":
            return _list_problems(check() if options.quick else tried(faults), options.lang)
        return _run(options.command, options.number, options.mark)
    except FactsRefused as refused:
        return _list_problems(refused.problems, options.lang)
    except (NoRelease, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _run(command: str, number: int | None, mark: str) -> int:
    if command == "build":
        start = time.perf_counter()
        release, new = build(mark)
        word = "published" if new else "unchanged, still"
        print(
            f"{word} release {release.number} ({release.published}) in "
            f"{time.perf_counter() - start:.1f} s: {release.folder}"
        )
    elif command == "path":
        print(current().folder)
    elif command == "list":
        for release in releases():
            print(release.number, release.published, release.digest[:12], release.mark)
    else:
        print(rollback(number or 0).folder)
    return 0


def _list_problems(problems: list[Problem], language: str) -> int:
    for problem in problems:
        print(problem.say(language), file=sys.stderr)
    if not problems:
        print("ok")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
