"""Totals beside their parts in the answers: by the rules that last year's report was checked by,
and by the codes themselves. Says what does not come out, mends nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.facts.editions import Edition, editions_in, is_rule
from app.facts.reconcile import DISAGREES
from app.facts.tables import SELECTOR, Check, FactRow
from app.intake.report.facts import Last, Row, last_year
from app.intake.report.faults import Fault
from app.intake.report.form import Kit
from app.intake.report.judge import Judged
from app.intake.report.periods import moved
from app.intake.report.plan import CODES
from app.release.check import try_checks
from app.words.federation import federation
from app.words.numbers import number

# What has no whole of which it is a part.
_NO_PARTS = frozenset({"percent", "times", "year", "years", "ordinal", "flag", "number", "months"})


def _whole() -> dict[int, str]:
    """Return the code of the whole by its place among the codes."""
    return {2: federation().country, 3: "_T", 4: "_T"}


@dataclass(frozen=True, slots=True)
class About:
    """What sums are looked at beside: last year's rules and numbers, and which edition this is."""

    report: str
    checks: tuple[Check, ...]
    last: tuple[FactRow, ...]
    editions: Mapping[str, Edition]
    step: int
    language: str


def about_of(kit: Kit, last: Last) -> About:
    """Return what the sums of a kit's report are looked at beside."""
    editions = editions_in(last.rows("sources"))
    line = editions[kit.like].line if kit.like in editions else kit.like
    editions[kit.report] = Edition(kit.report, line, str(kit.year))
    figures = tuple(last.rows("figures"))
    step = kit.year - last_year(kit)
    return About(kit.report, last.checks, figures, editions, step, kit.language)


def faults_of_sums(rows: Iterable[Row], judged: Judged, about: About) -> list[Fault]:
    """Return the totals that are not what their parts make, and the parts larger than the total."""
    figures = {_codes(row.cells): row for row in rows if row.table == "figures"}
    missing = _measures_missing(judged)
    faults = [
        *_by_checks(figures, missing, about),
        *_by_codes(figures, about),
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
    figures: Mapping[tuple[str, ...], Row], missing: set[str], about: About
) -> Iterator[Fault]:
    """Ask the rules of last year's report of this one; a number left out makes no fault."""
    rules = [check for check in about.checks if is_rule(check)]
    own = [_fact(row) for row in figures.values()]
    found = try_checks(list(about.last), own, rules, about.editions) if own else []
    for one in found:
        check = one.check
        named = {found[2] for found in SELECTOR.finditer(f"{check.left} {check.right}")}
        row = _named(check.printed_at or check.left, figures)
        if (
            check.document != about.report
            or one.result != DISAGREES
            or named & missing
            or row is None
        ):
            continue
        yield Fault(
            row.sheet,
            row.row,
            row.column("value"),
            "printed_differs" if check.printed_at else "sum_differs",
            {
                "total": _written(check.printed if check.printed_at else one.left_value, about),
                "parts": _written(one.recomputed or one.right_value, about),
            },
            asked=True,
        )


def _named(side: str, figures: Mapping[tuple[str, ...], Row]) -> Row | None:
    """Return the row that a side of a check names first."""
    found = SELECTOR.search(side)
    if found is None:
        return None
    codes = found[3].split("/")
    return figures.get((found[2], *codes))


def _by_codes(figures: Mapping[tuple[str, ...], Row], about: About) -> Iterator[Fault]:
    """A part may be larger than the whole only where last year's was too."""
    old = {
        _codes({**row, "period": moved(str(row["period"]), about.step)}): row["value"]
        for row in about.last
    }
    for codes, row in figures.items():
        for at, all_of_it in _whole().items():
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
            said = {"part": _written(part, about), "total": _written(total, about)}
            yield Fault(row.sheet, row.row, row.column("value"), "part_larger", said, asked=True)


def _codes(cells: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(str(cells[code]) for code in CODES)


def _value(row: Row) -> float | None:
    return float(row.cells["value"]) if row.cells["value"] else None


def _fact(row: Row) -> FactRow:
    fact: FactRow = dict(row.cells)
    fact["value"] = _value(row)
    return fact


def _written(value: float | None, about: About) -> str:
    whole = value is None or value.is_integer()
    return number(value, about.language, 0 if whole else 1)
