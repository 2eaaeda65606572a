"""Sentences filled with numbers, and where their lines may break; knows no indicator."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from app.words.exactness import in_words
from app.words.numbers import NO_BREAK, number, percent, period, plural

# What leans on the word before it: an arrow between two numbers, a dash, the sign of a currency; a
# unit on its number, and the currency on the thousands before it.
_THOUSANDS = "тыс\\.|млн|млрд|мың|thousand|million|billion"
_LEANING = re.compile(
    r" (?=[→—–₸](?:\W|$))"
    rf"|(?<=\d) (?=(?:%|п\. п|п\. т|{_THOUSANDS}|тенге|теңге|tenge)(?!\w)|мың)"
    r"|(?<=тыс\.|млрд) (?=тенге|теңге|чел)|(?<=млн|мың) (?=тенге|теңге|чел)"
    r"|(?<=п\.) (?=[пт]\.)"
)
_FORMS = re.compile(r"\{(\w+)#([^}]+)\}")
_SLOT = re.compile(r"\{([a-z_0-9]+)(?:\.([a-z_]+)|:([^}#]+)|#([^}]+))?\}")


def unbroken(text: str) -> str:
    """Return the text with blanks at which no line may end.

    So no line begins with the arrow of `190 → 181`, with a dash, with a ₸ or with the unit of the
    number before it.
    """
    return _LEANING.sub(NO_BREAK, text)


def capital(text: str) -> str:
    """Return the text with its first letter raised, the rest as it is."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """Return a name with its first letter small, as it stands in a sentence; abbreviations stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def fill(
    template: str,
    slots: Mapping[str, Mapping[str, Any]],
    language: str,
    decimals: int,
    name: Callable[[str, str], str],
) -> str:
    """Fill a finding's `{slots}` from the query's finding rows.

    `slots`: slot name → row with `value, place, sector, series, period`, and `modality` where the
    number is not printed exactly; `name(kind, code)` gives a code's name. `{slot.sector_short}` is
    the sector's short name inside a sentence. Raises KeyError for a slot the query does not give.
    """

    def one(match: re.Match[str]) -> str:
        slot, part, form, forms = match.groups()
        row = slots[slot]
        if part:
            if part == "period":
                return period(row["period"], language)
            return name(part, row[part.removesuffix("_short")])
        value = row["value"]
        if forms:
            return plural(value if value is not None else 0, forms, language)
        exactly = row.get("modality", "")
        if form is None:
            return in_words(number(value, language, decimals), exactly, language)
        places = int(re.sub(r"\D", "", form) or 0)
        write = percent if form.endswith("%") else number
        written = write(value, language, places, signed=form.startswith("+"))
        return in_words(written, exactly, language)

    return _SLOT.sub(one, template)


def with_forms(text: str, numbers: Mapping[str, float | None], language: str) -> str:
    """Return the text with each `{name#forms}` replaced by the form that the number of that name
    asks for; slots of other names stay.
    """

    def one(match: re.Match[str]) -> str:
        name, forms = match.groups()
        return plural(numbers[name] or 0, forms, language) if name in numbers else match[0]

    return _FORMS.sub(one, text)


def slot_names(template: str) -> set[str]:
    """Return the names of the slots a template asks for."""
    return {match[1] for match in _SLOT.finditer(template)}
