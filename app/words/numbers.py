"""Numbers, plurals, dates and periods in the way of each language; computes nothing."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent

from app.words.say import say

MINUS = "\u2212"
NO_BREAK = "\u00a0"
NOT_PUBLISHED = "\u2014"


@cache
def _locale(language: str) -> Locale:
    # English as the project writes it: 27 January 2023.
    return Locale.parse("en_GB" if language == "en" else language)


# A page repeats its numbers in chart, table and sentence, and every region's page those of all
# regions: each is written once.
@lru_cache(maxsize=65536)
def number(value: float | None, language: str, decimals: int = 0, *, signed: bool = False) -> str:
    """Return the number as the language writes it; a dash if it is not published."""
    if value is None or value != value:
        return NOT_PUBLISHED
    rounded = _round_half_up(value, decimals)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text = format_decimal(abs(rounded), format=pattern, locale=_locale(language))
    text = text.replace("\u202f", NO_BREAK)
    if rounded < 0:
        return MINUS + text
    return "+" + text if signed and rounded > 0 else text


def amount(
    value: float | None, unit: str, language: str, decimals: int = 0, *, signed: bool = False
) -> str:
    """Return a value as its unit is written, without the unit's name.

    A share has its sign, a year no gaps between its digits.
    """
    if unit == "percent":
        return percent(value, language, decimals, signed=signed)
    if unit == "year" and value is not None:
        return str(int(value))
    return number(value, language, decimals, signed=signed)


def with_unit(
    value: float | None,
    unit: str,
    short: str,
    language: str,
    decimals: int,
    *,
    signed: bool = False,
) -> str:
    """Return a value as chart, tile, profile and search write it.

    That is the number and, directly after it, the unit's sign (`short`) if it has one.
    """
    text = amount(value, unit, language, decimals, signed=signed)
    return text if value is None or unit == "percent" or not short else f"{text}\u00a0{short}"


@lru_cache(maxsize=65536)
def percent(value: float | None, language: str, decimals: int = 0, *, signed: bool = False) -> str:
    """Return a share given in per cent (`69.7`) with the sign placed as the language places it."""
    if value is None or value != value:
        return NOT_PUBLISHED
    figure = number(value, language, decimals, signed=signed)
    sample = format_percent(1, locale=_locale(language))
    gap = NO_BREAK if re.search(r"\s", sample) else ""
    return f"{figure}{gap}%"


def plural(value: float, forms: str, language: str) -> str:
    """Return the form that goes with `value`.

    `forms` is `one|few|many` (ru), `one|other` (en) or one form (kk).
    """
    options = forms.split("|")
    if len(options) == 1:
        return options[0]
    whole = abs(value)
    category = _locale(language).plural_form(int(whole) if whole == int(whole) else whole)
    if len(options) == 2:
        return options[0] if category == "one" else options[1]
    return options[{"one": 0, "few": 1}.get(category, 2 if whole == int(whole) else 1)]


def day(value: date, language: str) -> str:
    """Return the date in full, as the language writes it."""
    return format_date(value, format="long", locale=_locale(language)).replace("\u202f", NO_BREAK)


def month(value: date, language: str) -> str:
    """Return the month's short name, for an axis."""
    return format_date(value, "LLL", locale=_locale(language)).removesuffix(".")


@lru_cache(maxsize=4096)
def period(code: str, language: str) -> str:
    """Return a period code (`2025`, `2025-Q2`, `2025-03`, `2025-02-25`, `2021/2024`) in words.

    `../2025`: not later than that year, when is not said.
    """
    if "/" in code:
        first, last = code.split("/")
        if first == "..":
            return say(language, "not_later", year=last)
        return f"{period(first, language)}\u2013{period(last, language)}"
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", code):
        return say(language, "quarter", quarter=match[2], year=match[1])
    if match := re.fullmatch(r"(\d{4})-(\d{2})", code):
        return format_skeleton(
            "yMMMM", date(int(match[1]), int(match[2]), 1), locale=_locale(language)
        ).replace("\u202f", NO_BREAK)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", code):
        return day(date.fromisoformat(code), language)
    return code


def short_day(code: str, language: str) -> str:
    """Return a day (`2026-01-16`) as a source line writes it; another period in words."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", code):
        pattern = "d MMM y" if language == "en" else "dd.MM.y"
        return format_date(date.fromisoformat(code), pattern, locale=_locale(language))
    return period(code, language)


def _round_half_up(value: float, decimals: int) -> float:
    scale: int = 10**decimals
    shifted = abs(value) * scale
    whole = int(shifted + 0.5 + 1e-9)
    return (whole / scale) * (1 if value >= 0 else -1)
