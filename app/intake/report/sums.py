"""Totals beside their parts in the answers: by the checks of last year's report, moved to this one,
and by the codes themselves. Says what does not come out, mends nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from app.facts.tables import Check, FactRow
from app.intake.report.facts import Row
from app.intake.report.faults import Fault
from app.intake.report.judge import Judged
from app.intake.report.periods import moved
from app.intake.report.plan import CODES
from app.release.check import try_checks
from app.words.numbers import number

_SUMS = frozenset({"sum", "same"})
_WHOLE = {2: "KZ", 3: "_T", 4: "_T"}  # the code of the whole, by its place among the codes
# What has no whole of which it is a part.
_NO_PARTS = frozenset({"percent", "times", "year", "years", "ordinal", "flag", "number", "months"})
_YEAR = re.compile(r"\{year(?:-(\d+))?\}")
_SELECTOR = re.compile(r"([a-z_0-9]+)@(\S+)")


def selector_for(selector: str, year: int, step: int) -> str:
    """Return the selector of a check as it reads for this year's report."""
    if _YEAR.search(selector):
        return _YEAR.sub(lambda found: str(year - int(found[1] or 0)), selector)
    return moved(selector, step)


def faults_of_sums(
    rows: Iterable[Row],
    judged: Judged,
    checks: Iterable[Check],
    last: Iterable[FactRow],
    year: int,
    step: int,
    language: str,
) -> list[Fault]:
    """Return the totals that are not what their parts make, and the parts larger than the total."""
    figures = {_codes(row.cells): row for row in rows if row.table == "figures"}
    missing = _measures_missing(judged)
    faults = [
        *_by_checks(figures, missing, checks, year, step, language),
        *_by_codes(figures, last, step, language),
    ]
    confirmed = {
        (answer.given.sheet, answer.given.row)
        for answers in judged.answers.values()
        for answer in answers
        if answer.confirmed
    }
    once = {(one.sheet, one.row): one for one in reversed(faults)}
    return [one for place, one in once.items() if place not in confirmed]


def _measures_missing(judged: Judged) -> set[str]:
    """Return the measures of which a number is still left out: their sums cannot come out."""
    filled = {
        answer.given.line.key
        for answer in judged.answers["numbers"]
        if answer.amount("value") is not None or answer.text("state") == "gone"
    }
    return {key.split("@")[0] for key in judged.lines - filled}


def _by_checks(
    figures: Mapping[tuple[str, ...], Row],
    missing: set[str],
    checks: Iterable[Check],
    year: int,
    step: int,
    language: str,
) -> Iterator[Fault]:
    tried = []
    for check in checks:
        sides = f"{check.left} {check.right}"
        named = {found[1] for found in _SELECTOR.finditer(sides)}
        if check.kind in _SUMS and ":" not in sides and not named & missing:
            left, right = (selector_for(one, year, step) for one in (check.left, check.right))
            tried.append(replace(check, left=left, right=right, doubts="", verdict=""))
    for one in try_checks([_fact(row) for row in figures.values()], tried):
        row = _total(one.check.left, figures)
        if one.result != "disagrees" or row is None:
            continue
        said = {
            "total": _written(one.left_value, language),
            "parts": _written(one.right_value, language),
        }
        yield Fault(row.sheet, row.row, row.column("value"), "sum_differs", said, asked=True)


def _total(left: str, figures: Mapping[tuple[str, ...], Row]) -> Row | None:
    """Return the row that the left side of a check names first."""
    found = _SELECTOR.search(left)
    if found is None:
        return None
    codes = found[2].split("/")
    if len(codes) == 5:  # a span of years has a stroke of its own
        codes[:2] = ["/".join(codes[:2])]
    return figures.get((found[1], *codes))


def _by_codes(
    figures: Mapping[tuple[str, ...], Row], last: Iterable[FactRow], step: int, language: str
) -> Iterator[Fault]:
    """A part may be larger than the whole only where last year's was too."""
    old = {_codes({**row, "period": moved(str(row["period"]), step)}): row["value"] for row in last}
    for codes, row in figures.items():
        for at, all_of_it in _WHOLE.items():
            whole = (*codes[:at], all_of_it, *codes[at + 1 :])
            if whole == codes or whole not in figures or row.cells["unit"] in _NO_PARTS:
                continue
            part, total = _value(row), _value(figures[whole])
            if part is None or total is None or part <= total:
                continue
            before, whole_before = old.get(codes), old.get(whole)
            if (
                isinstance(before, float)
                and isinstance(whole_before, float)
                and before > whole_before
            ):
                continue
            said = {"part": _written(part, language), "total": _written(total, language)}
            yield Fault(row.sheet, row.row, row.column("value"), "part_larger", said, asked=True)


def _codes(cells: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(str(cells[code]) for code in CODES)


def _value(row: Row) -> float | None:
    return float(row.cells["value"]) if row.cells["value"] else None


def _fact(row: Row) -> FactRow:
    fact: FactRow = dict(row.cells)
    fact["value"] = _value(row)
    return fact


def _written(value: float | None, language: str) -> str:
    whole = value is None or value.is_integer()
    return number(value, language, 0 if whole else 1)
