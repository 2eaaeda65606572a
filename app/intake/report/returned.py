"""A workbook that came back, from its cells to rows of facts and everything that is wrong with
them; writes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl import Workbook

from app.catalogue.cards import Catalogue
from app.facts.read import Facts
from app.intake.report.draft import break_entry
from app.intake.report.facts import Last, Row, rows_of
from app.intake.report.form import Kit
from app.intake.report.judge import Judged, judge, last_numbers
from app.intake.report.plan import plan
from app.intake.report.read import NotTheKit, Sent, about, read
from app.intake.report.sums import about_of, faults_of_sums
from app.words.say import DEFAULT_LANGUAGE, LANGUAGES


@dataclass(frozen=True, slots=True)
class Returned:
    """A returned workbook: the kit that it is of, its cells, what they mean, the rows they make."""

    kit: Kit
    sent: Sent
    judged: Judged
    rows: list[Row]
    breaks: str  # the entries of what is counted otherwise than last year


def language_of(book: Workbook) -> str:
    """Return the language in which a workbook was written, and is answered."""
    said = about(book)["language"]
    return said if said in LANGUAGES else DEFAULT_LANGUAGE


def returned(book: Workbook, report: str, facts: Facts, known: Catalogue) -> Returned:
    """Read and judge a workbook; raise NotTheKit if it is of another report."""
    said = about(book)
    if said["report"] != report:
        raise NotTheKit("other_report", found=said["report"], report=report)
    kit = plan(report, said["like"], facts, known, language_of(book))
    own = tuple(check for check in facts.checks if check.document == kit.like)
    last = Last(kit.like, facts, own)
    sent = read(book, kit)
    judged = judge(sent, kit, last_numbers(list(last.rows("figures"))), known)
    rows = rows_of(judged, kit, last)
    judged.faults += faults_of_sums(rows, judged, about_of(kit, last))
    return Returned(kit, sent, judged, rows, _breaks(judged, kit, known))


def _breaks(judged: Judged, kit: Kit, known: Catalogue) -> str:
    """Return the entries of what is counted otherwise, without those that are there already."""
    there = {one.code for one in known.breaks}
    return "".join(
        break_entry(code, answer.given.line.key, kit.year, words)
        for answer in judged.answers["definitions"]
        if answer.text("as_before") == "no"
        and (code := f"{answer.given.line.key}_{kit.year}") not in there
        and (words := {one: answer.text(f"text_{one}") for one in LANGUAGES})
    )
