"""Periods of one report and of the next: moves them by years, reads them as people type them;
knows no fact.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from app.facts.tables import PERIOD

_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_MONTH = re.compile(r"(\d{1,2})\.(\d{4})")
_SPAN = re.compile(r"(\d{4})\s*[-\u2013\u2014/]\s*(\d{4})")


def last_year_of(period: str) -> int:
    """Return the year in which a period ends (`2021/2024`: 2024)."""
    return int(re.findall(r"\d{4}", period)[-1])


def is_span(period: str) -> bool:
    """Say whether a period is several years."""
    return "/" in period and not period.startswith("..")


def is_day(period: str) -> bool:
    """Say whether a period is one day."""
    return re.fullmatch(r"\d{4}-\d\d-\d\d", period) is not None


def moved(period: str, years: int) -> str:
    """Return a period moved by years: `2025-Q2` → `2026-Q2`, `2021/2024` → `2022/2025`."""
    return re.sub(r"\d{4}", lambda year: str(int(year[0]) + years), period)


def as_period(typed: object) -> str | None:
    """Return what somebody typed as a period (`5.3.2026` → `2026-03-05`); None if it is none."""
    if isinstance(typed, datetime):
        return typed.date().isoformat()
    if isinstance(typed, date):
        return typed.isoformat()
    if isinstance(typed, int | float) and not isinstance(typed, bool):
        typed = f"{typed:g}"
    text = str(typed).strip()
    if found := _DAY.fullmatch(text):
        text = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
    elif found := _MONTH.fullmatch(text):
        text = f"{found[2]}-{int(found[1]):02d}"
    elif found := _SPAN.fullmatch(text):
        text = f"{found[1]}/{found[2]}"
    if not PERIOD.fullmatch(text):
        return None
    return text if not is_day(text) or _is_real(text) else None


def _is_real(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
