"""Which country a name or a code stands for, in Kazakh, Russian and English; knows no fact."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import get_global

from app.words.say import LANGUAGES


@cache
def _known() -> dict[str, str]:
    known: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                known[name.casefold()] = code
                known[code.casefold()] = code
    for code, others in get_global("territory_aliases").items():
        if len(code) == 3 and code.isalpha() and len(others) == 1:
            known[code.casefold()] = others[0]
    return known


def country_of(text: str) -> str:
    """Return the two letters of the country (ISO 3166-1) that a text is the name or a code of,
    blank if it is none.
    """
    return _known().get(text.strip().casefold(), "")
