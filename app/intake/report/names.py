"""New measures, regions, sectors, organisations and groups that an editor names: proposes their
codes; writes none.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from app.catalogue.cards import Catalogue
from app.words.say import LANGUAGES

# What may stand in a code of each kind.
_CODES = {
    "measure": re.compile(r"[a-z][a-z0-9_]+"),
    "series": re.compile(r"[a-z][a-z0-9_]+"),
    "sector": re.compile(r"[a-z][a-z0-9_]+"),
    "organisation": re.compile(r"ORG_[A-Z0-9_]+"),
    "region": re.compile(r"KZ-[1-9]\d"),
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


def words_of(english: str) -> str:
    """Return an English name as a code: `Night shifts` → `night_shifts`."""
    plain = "_".join(re.findall(r"[a-z0-9]+", english.casefold()))
    return plain if plain[:1].isalpha() else f"n_{plain}"


def proposed(kind: str, english: str, taken: Container[str]) -> str:
    """Return a code for a name that none has yet; a region has a number, as they all have."""
    if kind == "region":
        return next(code for number in range(90, 1000) if (code := f"KZ-{number}") not in taken)
    plain = words_of(english)
    plain = f"ORG_{plain.upper()}" if kind == "organisation" else plain
    numbered = (f"{plain}_{number}" for number in range(2, 1000))
    return plain if plain not in taken else next(code for code in numbered if code not in taken)


def is_code(kind: str, code: str) -> bool:
    """Say whether a code is written as codes of its kind are."""
    return _CODES[kind].fullmatch(code) is not None


def codes_of(kind: str, known: Catalogue) -> frozenset[str]:
    """Return the codes of a kind that are in use."""
    if kind == "measure":
        return frozenset(known.measures)
    named = {"series": known.series, "region": known.places}.get(kind, known.sectors)
    return frozenset(named)


def known_by(kind: str, names: Mapping[str, str], known: Catalogue) -> tuple[str, bool]:
    """Return the code that has one of these names already, and whether it has all of them; a blank
    code if none has.
    """
    if kind == "measure":
        of = {code: measure.name for code, measure in known.measures.items()}
    else:
        named = {"series": known.series, "region": known.places}.get(kind, known.sectors)
        of = {code: one.name for code, one in named.items()}
    for code, name in of.items():
        same = [name[one].casefold() == names[one].casefold() for one in LANGUAGES]
        if any(same):
            return code, all(same)
    return "", False
