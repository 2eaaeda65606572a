"""Corrections as people enter them: who changed which fact, when and why; says what is wrong with
them, and which one speaks of a change; changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from app.facts.tables import COMPARED, KEYS, NUMBER

_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of `corrections`. `facts` is the table, `key` names rows in it as selectors do, the
    source at their end; `*` as one part means every code. `was` and `now` are blank where nothing
    stood or stands, or where several rows are meant.
    """

    correction: str
    day: str
    who: str
    facts: str
    key: str
    was: str
    now: str
    why_kk: str
    why_ru: str
    why_en: str


def selector(table: str, key: Mapping[str, str]) -> str:
    """Return the key of a fact as corrections name it: `deaths@2025/KZ/_T/_T/fprk_report_2025`."""
    first, *others = (key[name] for name in KEYS[table])
    return f"{first}@{'/'.join(others)}" if others else first


def correction_faults(table: str, row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield as (kind, detail) what is wrong with a row of corrections; rows of other tables have no
    faults here.
    """
    if table != "corrections":
        return
    if not _DAY.fullmatch(row["day"]):
        yield "bad_period", f"day = {row['day']}"
    if not row["who"]:
        yield "correction_by_nobody", row["correction"]
    if not all(row[f"why_{language}"] for language in ("kk", "ru", "en")):
        yield "missing_language", "why"
    if row["facts"] not in COMPARED:
        yield "unknown_code", f"facts = {row['facts']}"
    elif not row["key"] or ("@" in row["key"]) != (len(KEYS[row["facts"]]) > 1):
        yield "correction_of_nothing", row["key"]


def correction_of(
    table: str,
    key: Mapping[str, str],
    was: float | str | None,
    now: float | str | None,
    corrections: Iterable[Correction],
) -> Correction | None:
    """Return the newest correction that speaks of a change; None if none does."""
    named = selector(table, key)
    fitting = [
        one
        for one in corrections
        if one.facts == table
        and _matches(named, one.key)
        and _says(one.was, was)
        and _says(one.now, now)
    ]
    return max(fitting, key=lambda one: (one.day, one.correction), default=None)


def _matches(named: str, pattern: str) -> bool:
    # Codes have no brackets; a question mark is a sign of its own.
    return fnmatchcase(named, pattern.replace("[", "[[]").replace("?", "[?]"))


def _says(entered: str, content: float | str | None) -> bool:
    """Say whether what was entered is what stands there; a blank says nothing of it."""
    if not entered:
        return True
    if isinstance(content, float):
        return bool(NUMBER.fullmatch(entered)) and float(entered) == content
    return entered == content
