"""Judges in SQL where each promised number stands, and how sure that is; words nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from app.paths import QUERIES

# Per cent of the pace that was needed. Both methods are cut at the same two, so that they disagree
# only where the methods do, never because of the cuts: those of Statistics Canada and Open SDG for
# indicators with a target, which follow Eurostat.
ON_TRACK, BEHIND = 95, 60
STATUSES = (
    "achieved",
    "on_track",
    "behind",
    "off_track",
    "no_change",
    "toward",
    "away",
    "cannot_say",
)
REASONS = (
    "met_at_base",
    "met_late",
    "met_then_lost",
    "target_year_past_not_met",
    "too_slow",
    "moving_away",
    "overshot",
    "at_the_limit",
    "no_year",
    "no_points",
    "one_point",
    "nothing_since_base",
    "break_between",
    "base_is_target",
    "target_year_not_published",
    "direction_contradicts",
)
SECOND_REASONS = ("not_positive", "under_a_year")  # besides REASONS
BASE_REASONS = ("base_after_break", "base_next_published", "base_not_named")
TESTS = ("base_earlier", "base_later", "drop_last", "other_method")
COMPARATORS = frozenset({"at_least", "at_most", "more_than", "equal"})
DIRECTIONS = frozenset({"up", "down"})
_PERIOD = re.compile(r"\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|/\d{4})?")
Columns = Mapping[str, list[Any]]
Ask = Callable[[Mapping[str, Columns], str, Mapping[str, Any]], Sequence[Mapping[str, Any]]]


class BadAim(ValueError):
    """A promise or a value is not of the form that can be judged."""


@dataclass(frozen=True, slots=True)
class Aim:
    """One promised value, in the unit of its measure.

    `direction` says which way is better and is never guessed. `base_period` is the period that the
    document measures from, None if it names none: then the first comparable value counts, and a
    promise to keep what had been reached is judged as such. `by_year` is None if the document names
    no year. `as_of_year` is the last year that may be known: later values are not looked at.
    """

    target: str
    value: float
    comparator: str
    direction: str
    base_period: str | None
    by_year: int | None
    as_of_year: int


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a promise's measure, in its unit; None where it is not published.

    `broken`: a series break lies before it.
    """

    target: str
    period: str
    value: float | None
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Where one promise stands.

    Values and `remaining` are in the measure's unit, paces in that unit per year, the rest are per
    cent.

    base_period, base_value  what is measured from, None where no two values compare; `base_reason`:
        why it is not the promised base
    last_period, last_value  the newest value up to `as_of_year`
    status, reason           one of STATUSES; one of REASONS, or None where the status says it all
    gap_closed               (last − base) ÷ (target − base); 1 − |target − last| ÷ |target − base|
        where exactly the target is promised
    time_elapsed             (last − base) ÷ (end of the promised year − base), in time; above 1
        after that year
    pace_ratio               gap_closed ÷ time_elapsed: what ON_TRACK and BEHIND cut
    second_status            the verdict of the growth-rate method; `second_ratio` its ratio,
        `second_reason` why there is none
    methods_agree            None where one of the two cannot say
    stability                `fragile` if a test changes the status, `stable` if none does, None if
        no test could move a point
    fragile_because, tested  of TESTS: which changed the status, which were possible
    remaining                target − last, with its sign; None where more than the target is
        promised and the value is the target: what is missing has no size
    pace_needed_per_year     remaining ÷ years from the last value to the end of the promised year;
        None if met, past or without a year
    pace_so_far_per_year     (last − base) ÷ years between them
    """

    target: str
    base_period: str | None
    base_value: float | None
    base_reason: str | None
    last_period: str | None
    last_value: float | None
    status: str
    reason: str | None
    gap_closed: float | None
    time_elapsed: float | None
    pace_ratio: float | None
    second_status: str
    second_reason: str | None
    second_ratio: float | None
    methods_agree: bool | None
    stability: str | None
    fragile_because: tuple[str, ...]
    tested: tuple[str, ...]
    remaining: float | None
    pace_needed_per_year: float | None
    pace_so_far_per_year: float | None


def judge(aims: Sequence[Aim], points: Sequence[Point], ask: Ask) -> dict[str, Progress]:
    """Return where each promise stands, by its target.

    `ask` runs one select over tables given as columns. Raises BadAim on two promises or two values
    of one key, on a value of an unknown promise, on an unknown comparator, direction or period, and
    on what is no number.

    The first method compares the share of the gap closed with the share of the time elapsed, a
    straight line from the base to the target, as the distance-to-target indicator of the European
    Environment Agency and the Current Status Index of UN ESCAP do (A. Bidarbakht Nia, Tracking
    progress towards the SDGs: measuring the otherwise ambiguous progress, ESCAP Statistics Division
    working paper SD/WP/05, May 2017). The second is that of Statistics Canada and Open SDG for
    indicators with a target, inspired by Eurostat: the compound annual growth rate observed over
    the one required (open-sdg.readthedocs.io, Progress Measurement Methodology; open-sdg/sdg-build,
    sdg/ProgressMeasure.py at 139fede). Where Open SDG puts 0.001 in the place of zero, nothing is
    said here: the verdict would hang on the number put in.
    """
    _check(aims, points)
    if not aims:
        return {}
    tables = {"aims": _columns(aims, Aim), "points": _columns(points, Point)}
    rows = ask(
        tables,
        (QUERIES / "_progress.sql").read_text(encoding="utf-8"),
        {"on_track": ON_TRACK, "behind": BEHIND},
    )
    return {row["target"]: _progress(row) for row in rows}


def _progress(row: Mapping[str, Any]) -> Progress:
    """Return a row of the answer as what it says; DuckDB's lists become tuples."""
    said: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.items()
    }
    return Progress(**said)


def _columns(rows: Sequence[Aim] | Sequence[Point], kind: type[Aim] | type[Point]) -> Columns:
    return {field.name: [getattr(row, field.name) for row in rows] for field in fields(kind)}


def _check(aims: Sequence[Aim], points: Sequence[Point]) -> None:
    names = {aim.target for aim in aims}
    if len(names) < len(aims):
        raise BadAim("two promises of one target")
    if len({(point.target, point.period) for point in points}) < len(points):
        raise BadAim("two values of one target in one period")
    for aim in aims:
        if (
            aim.comparator not in COMPARATORS
            or aim.direction not in DIRECTIONS
            or not math.isfinite(aim.value)
        ):
            raise BadAim(f"{aim.target}: {aim.comparator} {aim.value}, {aim.direction}")
        if aim.base_period is not None and not _PERIOD.fullmatch(aim.base_period):
            raise BadAim(f"{aim.target}: {aim.base_period}")
    for point in points:
        if (
            point.target not in names
            or not _PERIOD.fullmatch(point.period)
            or not math.isfinite(point.value or 0)
        ):
            raise BadAim(f"{point.target}: {point.value} in {point.period}")
