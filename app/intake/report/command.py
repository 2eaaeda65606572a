"""The command `python -m app.intake report`: writes the kit, reads it back, shows and publishes the
draft. Says everything in the editor's language; judges nothing itself.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.catalogue.cards import catalogue
from app.catalogue.refusals import BadCard
from app.facts.problems import Problem
from app.facts.read import read_facts
from app.intake.report.answer import answered
from app.intake.report.draft import Draft, build_draft, lay, problems_of, publish
from app.intake.report.facts import Row
from app.intake.report.faults import Fault
from app.intake.report.judge import Judged
from app.intake.report.plan import CannotPlan, plan
from app.intake.report.read import NotTheKit, Sent, opened
from app.intake.report.returned import language_of, returned
from app.intake.report.words import tell
from app.intake.report.workbook import title_of, written
from app.paths import ROOT, data_folder
from app.release.build import FactsRefused
from app.release.releases import NoRelease
from app.words.say import LANGUAGES, IncompleteText, say

PORT = 8502
_MOST_SAID = 40  # faults that the screen names; the workbook names them all


def add_to(kinds: Any) -> None:
    """Add the command and its options to those of `python -m app.intake`."""
    parser: argparse.ArgumentParser = kinds.add_parser(
        "report", help="the kit for a new report of FPRK", description=__doc__
    )
    parser.add_argument("report", metavar="REPORT", help="its code: fprk_report_2026")
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--like", metavar="REPORT", help="write the kit after this report")
    task.add_argument("--read", metavar="FILE", type=Path, help="read a filled kit")
    parser.add_argument("--out", metavar="FILE", type=Path, help="where the kit is written")
    after = parser.add_mutually_exclusive_group()
    after.add_argument("--preview", action="store_true", help="build the draft and show it")
    after.add_argument("--publish", action="store_true", help="publish the draft's facts")
    parser.add_argument("--partial", action="store_true", help="publish though numbers are missing")
    parser.add_argument("--port", type=int, default=PORT, help="where the draft is shown")
    parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write or read a kit; return the exit code."""
    try:
        if options.like:
            return _write(options)
        return _read(options)
    except (CannotPlan, NotTheKit) as refused:
        print(refused.say(options.lang), file=sys.stderr)
    except OSError as error:
        print(say(options.lang, "file_out_of_reach", file=str(error.filename)), file=sys.stderr)
    except (BadCard, IncompleteText, NoRelease) as error:
        print(error, file=sys.stderr)
    return 1


def _write(options: argparse.Namespace) -> int:
    facts = read_facts(data_folder() / "sources", catalogue())
    kit = plan(options.report, options.like, facts, catalogue(), options.lang)
    file = options.out or Path(f"{options.report}_{options.lang}.xlsx")
    if file.exists():
        print(tell(options.lang, "file_there", file=file), file=sys.stderr)
        return 1
    file.write_bytes(written(kit))
    print(tell(options.lang, "written", file=file, report=options.report))
    return 0


def _read(options: argparse.Namespace) -> int:
    book = opened(options.read)
    language = language_of(book)
    facts = read_facts(data_folder() / "sources", catalogue())
    one = returned(book, options.report, facts, catalogue())
    judged, draft = one.judged, None
    if not judged.faults:
        draft = lay(options.report, one.rows, judged.names, one.breaks)
        judged.faults += _final_word(draft, problems_of(draft), one.sent, language)
    _say_how_full(judged, language)
    if judged.faults or draft is None:
        return _answer(options, one.sent, judged, language)
    print(tell(language, "read_whole", rows=len(one.rows), folder=draft.folder))
    return _go_on(options, draft, judged, language)


def _final_word(
    draft: Draft, problems: Sequence[Problem], sent: Sent, language: str
) -> Iterator[Fault]:
    """Yield what the facts' own reader says, at the cells that its lines come from."""

    def cell(found: re.Match[str]) -> str:
        row = draft.lines.get((found[1], int(found[2])))
        return _where(sent, Fault(row.sheet, row.row, "", ""), language) if row else found[0]

    for problem in problems:
        row = draft.lines.get((problem.file, problem.line))
        if row is None:
            yield Fault("", 0, "", "as_it_is", {"why": problem.say(language)})
            continue
        # Another line is named by file and line too: the editor knows it by sheet and cell.
        why = re.sub(r"([\w/]+\.csv):(\d+)", cell, problem.why(language))
        yield Fault(row.sheet, row.row, _column(problem, row), "as_it_is", {"why": why})


def _column(problem: Problem, row: Row) -> str:
    """Return the column of the workbook in which a problem of facts lies; blank: the whole line."""
    named = problem.detail.replace(":", " ").split(" ")[0]
    if named in row.cells:
        return row.column(named)
    return row.column("period") if problem.kind == "bad_period" else ""


def _say_how_full(judged: Judged, language: str) -> None:
    missing = sum(judged.missing.values())
    full = len(judged.lines) - missing
    print(tell(language, "how_full", full=full, all=len(judged.lines)))
    if missing:
        by_section = ", ".join(f"{section}: {count}" for section, count in judged.missing.items())
        print(tell(language, "missing", missing=missing, sections=by_section))


def _answer(options: argparse.Namespace, sent: Sent, judged: Judged, language: str) -> int:
    """Write the workbook back with what is wrong, and say it on the screen too."""
    file = _free_name(options.read, tell(language, "answer_file"))
    faults = judged.open_faults
    file.write_bytes(answered(sent, faults, language))
    for fault in faults[:_MOST_SAID]:
        print(f"{_where(sent, fault, language)}: {fault.say(language)}", file=sys.stderr)
    asked = sum(fault.asked for fault in faults)
    counts = {"wrong": len(faults) - asked, "asked": asked}
    print(tell(language, "answered", file=file, **counts), file=sys.stderr)
    return 1


def _where(sent: Sent, fault: Fault, language: str) -> str:
    """Return sheet and cell of a fault as Excel names them."""
    if not fault.sheet:
        return fault.sheet
    title = title_of(fault.sheet, language)
    at: Mapping[str, int] = sent.columns.get(fault.sheet, {})
    if not fault.row:
        return title
    letter = chr(ord("A") + at.get(fault.column, 2) - 1)
    return f"{title} {letter}{fault.row}"


def _free_name(file: Path, word: str) -> Path:
    """Return a name beside a file that no file has: nothing of the sender's is written over."""
    number = 1
    while (there := file.with_name(f"{file.stem}_{word}{number}.xlsx")).exists():
        number += 1
    return there


def _go_on(options: argparse.Namespace, draft: Draft, judged: Judged, language: str) -> int:
    """Show or publish the draft, if that was asked for."""
    missing = sum(judged.missing.values())
    try:
        if options.preview:
            build_draft(draft)
            serve(draft, options.port, language)
        elif options.publish and missing and not options.partial:
            print(tell(language, "not_partial", missing=missing), file=sys.stderr)
            return 1
        elif options.publish:
            release = publish(draft)
            print(tell(language, "published", report=draft.report, number=release.number))
        else:
            print(tell(language, "next"))
    except FactsRefused as refused:
        for problem in refused.problems[:_MOST_SAID]:
            print(problem.say(language), file=sys.stderr)
        print(tell(language, "queries_refuse", count=len(refused.problems)), file=sys.stderr)
        return 1
    return 0


def serve(draft: Draft, port: int, language: str) -> None:
    """Show the draft on this computer: this process becomes the server, until it is stopped."""
    address = f"http://localhost:{port}"
    print(tell(language, "preview", address=address, folder=draft.folder), flush=True)
    os.chdir(ROOT)
    data = {"UNION_INDICATORS_DATA": str(draft.folder.resolve())}
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    os.execve(sys.executable, [*command, "--server.port", str(port)], {**os.environ, **data})
