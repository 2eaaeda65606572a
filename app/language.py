"""Words, plurals, numbers, dates and sorting in Kazakh, Russian and English; knows no indicator and draws nothing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent

from app.paths import TEXT

LANGUAGES = ("kk", "ru", "en")
DEFAULT_LANGUAGE = "ru"
MINUS = "\u2212"
NO_BREAK = "\u00a0"
# What stands for {n} in a place of a document: a number with all that hangs on it, a file, the name of a version.
_NUMBERED = r"\S+\.(?:csv|xlsx)|(?<=commit )\S+|\S*\d[^\s)]*"
NOT_PUBLISHED = "\u2014"

_ALPHABETS = {
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "en": "abcdefghijklmnopqrstuvwxyz",
}
_SLOT = re.compile(r"\{([a-z_0-9]+)(?:\.([a-z_]+)|:([^}#]+)|#([^}]+))?\}")


class IncompleteText(ValueError):
    """A text entry lacks one of the three languages or has something else in it."""


@dataclass(frozen=True, slots=True)
class Words:
    """One thing said in the three languages."""

    kk: str
    ru: str
    en: str

    def __getitem__(self, language: str) -> str:
        return getattr(self, language)


def words(entry: Any, where: str) -> Words:
    """Return `entry` as Words; raise IncompleteText if a language is missing, blank or unknown."""
    if not isinstance(entry, dict):
        raise IncompleteText(f"{where}: kk, ru and en are expected")
    missing = [language for language in LANGUAGES if not str(entry.get(language, "")).strip()]
    if missing:
        raise IncompleteText(f"{where}: {', '.join(missing)} missing")
    unknown = sorted(set(entry) - set(LANGUAGES))
    if unknown:
        raise IncompleteText(f"{where}: unknown key {', '.join(unknown)}")
    return Words(*(str(entry[language]) for language in LANGUAGES))


def read_toml(path: Path) -> dict[str, Any]:
    """Return the parsed file; raise IncompleteText naming the file if it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise IncompleteText(f"{path.name}: {error}") from error


@cache
def interface() -> dict[str, Words]:
    """Return the words of the interface by key."""
    entries = read_toml(TEXT / "interface.toml")
    return {key: words(entry, f"interface.toml [{key}]") for key, entry in entries.items()}


def say(language: str, key: str, **slots: str) -> str:
    """Return the interface's words for `key`, its `{slots}` filled in."""
    text = interface()[key][language]
    for name, value in slots.items():
        text = text.replace("{" + name + "}", str(value))
    return text


@cache
def _locale(language: str) -> Locale:
    # English as the project writes it: 27 January 2023.
    return Locale.parse("en_GB" if language == "en" else language)


# A page repeats its numbers in chart, table and sentence, and every region's page those of all regions: each is written once.
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


def amount(value: float | None, unit: str, language: str, decimals: int = 0, *, signed: bool = False) -> str:
    """Return a value as its unit is written, without the unit's name: a share with its sign, a year without gaps between its digits."""
    if unit == "percent":
        return percent(value, language, decimals, signed=signed)
    if unit == "year" and value is not None:
        return str(int(value))
    return number(value, language, decimals, signed=signed)


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
    """Return the form that goes with `value`: `forms` is `one|few|many` (ru), `one|other` (en), one form (kk)."""
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
    """Return a period code (`2025`, `2025-Q2`, `2025-03`, `2025-02-25`, `2021/2024`) in words."""
    if "/" in code:
        first, last = code.split("/")
        return f"{period(first, language)}\u2013{period(last, language)}"
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", code):
        return say(language, "quarter", quarter=match[2], year=match[1])
    if match := re.fullmatch(r"(\d{4})-(\d{2})", code):
        return format_skeleton("yMMMM", date(int(match[1]), int(match[2]), 1), locale=_locale(language)).replace("\u202f", NO_BREAK)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", code):
        return day(date.fromisoformat(code), language)
    return code


@cache
def _places_in_documents() -> dict[str, Words]:
    entries = read_toml(TEXT / "locators.toml")
    return {phrase: words(entry, f"locators.toml [{phrase}]") for phrase, entry in entries.items()}


def locator(text: str, language: str) -> str:
    """Return a place in a document (`2.3, table row 1`) in words; section numbers and unknown phrases stay as they are."""
    return "".join(_place(part, language) for part in re.split(r"([,;] )", text))


def _place(part: str, language: str) -> str:
    for numbered in (r"\d+", _NUMBERED):
        if entry := _places_in_documents().get(re.sub(numbered, "{n}", part)):
            said = entry[language]
            for found in re.findall(numbered, part):
                said = said.replace("{n}", found, 1)
            return said
    return part


def capital(text: str) -> str:
    """Return the text with its first letter raised, the rest as it is."""
    return text[:1].upper() + text[1:]


def sort_key(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return a key that sorts by the language's alphabet (Ә after А, І after Ы), other signs before letters."""
    alphabet = _ALPHABETS[language]
    return tuple((1, alphabet.index(sign)) if sign in alphabet else (0, ord(sign)) for sign in text.lower())


def fill(template: str, slots: dict[str, dict[str, Any]], language: str, decimals: int, name) -> str:
    """Fill a finding's `{slots}` from the query's finding rows.

    `slots`: slot name → row with `value, place, sector, series, period`; `name(kind, code)` gives a code's name.
    Raises KeyError for a slot the query does not give.
    """

    def one(match: re.Match[str]) -> str:
        slot, part, form, forms = match.groups()
        row = slots[slot]
        if part:
            return period(row["period"], language) if part == "period" else name(part, row[part])
        value = row["value"]
        if forms:
            return plural(value if value is not None else 0, forms, language)
        if form is None:
            return number(value, language, decimals)
        places = int(re.sub(r"\D", "", form) or 0)
        write = percent if form.endswith("%") else number
        return write(value, language, places, signed=form.startswith("+"))

    return _SLOT.sub(one, template)


def slot_names(template: str) -> set[str]:
    """Return the names of the slots a template asks for."""
    return {match[1] for match in _SLOT.finditer(template)}


def _round_half_up(value: float, decimals: int) -> float:
    scale = 10**decimals
    shifted = abs(value) * scale
    whole = int(shifted + 0.5 + 1e-9)
    return (whole / scale) * (1 if value >= 0 else -1)
