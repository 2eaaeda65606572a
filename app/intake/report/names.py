"""New measures, regions, sectors, organisations and groups that an editor names: proposes their
codes; writes none.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass

from app.catalogue.cards import Catalogue
from app.words.federation import federation
from app.words.say import LANGUAGES

_ORGANISATION = "ORG_"
# What may stand in a code of each kind.
_CODES = {
    "measure": re.compile(r"[a-z][a-z0-9_]+"),
    "series": re.compile(r"[a-z][a-z0-9_]+"),
    "sector": re.compile(r"[a-z][a-z0-9_]+"),
    "organisation": re.compile(r"ORG_[A-Z0-9_]+"),
    "region": re.compile(r"[A-Z]{2}-[A-Za-z0-9-]+"),
}
# The list of the workbook from which each kind is chosen.
LISTS = {
    "measure": ("measures",),
    "series": ("series",),
    "sector": ("sectors",),
    "organisation": ("organisations", "sectors"),
    "region": ("places", "regions"),
}


@dataclass(frozen=True, slots=True)
class NewName:
    """A code that is new, with its names; of a measure also unit, what is better, definition."""

    kind: str
    code: str
    names: dict[str, str]
    definition: dict[str, str]
    unit: str = ""
    better: str = ""


def proposed(kind: str, english: str) -> str:
    """Return the code that is proposed for a name: `Night shifts` → `night_shifts`."""
    words = re.findall(r"[a-z0-9]+", english.casefold())
    if kind == "organisation":
        return _ORGANISATION + "_".join(words).upper()
    if kind == "region":
        return f"{federation().country}-X-" + "".join(word.capitalize() for word in words)
    plain = "_".join(words)
    return plain if plain[:1].isalpha() else f"n_{plain}"


def is_code(kind: str, code: str) -> bool:
    """Say whether a code is written as codes of its kind are."""
    return _CODES[kind].fullmatch(code) is not None


def taken(kind: str, code: str, known: Catalogue) -> bool:
    """Say whether a code of this kind is in use."""
    codes: dict[str, Container[str]] = {
        "measure": known.measures,
        "series": known.series,
        "region": known.places,
    }
    return code in codes.get(kind, known.sectors)


def known_by(kind: str, names: Iterable[str], known: Catalogue) -> str:
    """Return the code that has one of these names already; blank if none has."""
    asked = {name.casefold() for name in names}
    if kind == "measure":
        of = {code: measure.name for code, measure in known.measures.items()}
    else:
        named = {"series": known.series, "region": known.places}.get(kind, known.sectors)
        of = {code: one.name for code, one in named.items()}
    return next(
        (code for code, name in of.items() if asked & {name[one].casefold() for one in LANGUAGES}),
        "",
    )
