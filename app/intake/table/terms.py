"""Reads words for sex, age, sector, unit, and heads of columns as publishers write them
(`text/intake_terms.toml`); says nothing of what it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.catalogue.cards import catalogue
from app.intake.table.signs import key
from app.paths import TEXT
from app.words.say import LANGUAGES, read_toml

_AGE_WORDS = r"(?:лет|года?|жас\w*|years?(?: old)?|yrs?|y|возраст\w*|aged?|в возрасте|от|from|old|of age|\s)*"  # noqa: E501
_AGES = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (rf"{_AGE_WORDS}(\d{{1,2}})\s*(?:-|to|до|t)\s*(\d{{1,2}}){_AGE_WORDS}", "Y{0}-{1}"),
        (
            rf"{_AGE_WORDS}(\d{{1,2}}){_AGE_WORDS}(?:\+|и старше|и более|and over|and older|or over|or more"  # noqa: E501
            rf"|жане одан жогары|жане одан улкен|жастан жогары|over){_AGE_WORDS}",
            "Y_GE{0}",
        ),
        (rf"(?:старше|over|more than)\s*(\d{{1,2}}){_AGE_WORDS}", "Y_GT{0}"),
        (
            rf"(?:до|младше|моложе|under|less than|below)\s*(\d{{1,2}}){_AGE_WORDS}(?:жаска дейин)?",  # noqa: E501
            "Y_LT{0}",
        ),
        (r"(\d{1,2})\s*жаска дейин\w*", "Y_LT{0}"),
        (r"y_?ge(\d{1,2})", "Y_GE{0}"),
        (r"y_?lt(\d{1,2})", "Y_LT{0}"),
    )
)
_ILO_AGE = re.compile(r"age_\w+?_y(?:(ge|lt)(\d{1,2})|(\d{1,2})-(\d{1,2}))")


@dataclass(frozen=True, slots=True)
class Terms:
    """What words are called here, in the form in which they are compared."""

    sex: Mapping[str, str]
    totals: frozenset[str]
    fillers: frozenset[str]
    kinds: Mapping[str, tuple[str, ...]]
    heads: Mapping[str, str]
    units: Mapping[str, str]
    sectors: Mapping[str, str]


@cache
def terms() -> Terms:
    """Read the words once."""
    said = read_toml(TEXT / "intake_terms.toml")
    sectors = {}
    for code, named in catalogue().sectors.items():
        if catalogue().sector_kinds.get(code) in {"isic", "complex"}:
            for language in LANGUAGES:
                sectors[key(named.name[language])] = code
                sectors[key(named.short[language])] = code
    return Terms(
        sex={key(word): code for code, words in said["sex"].items() for word in words},
        totals=frozenset(key(word) for word in said["total"]["_T"]),
        fillers=frozenset(key(word) for word in said["filler"]["words"]),
        kinds={
            kind: tuple(sorted((key(word) for word in said[kind]["words"]), key=len, reverse=True))
            for kind in ("region", "city")
        },
        heads={key(word): what for what, words in said["head"].items() for word in words},
        units={key(word): code for code, words in said["unit"].items() for word in words},
        sectors=sectors,
    )


def is_total(text: str) -> bool:
    """Say whether a text means the whole of whatever stands beside it."""
    return key(text) in terms().totals


def is_filler(text: str) -> bool:
    """Say whether a head means nothing but that parts follow: `including`."""
    return key(text) in terms().fillers


def sex_of(text: str) -> str:
    """Return the code of a sex that a text means, blank if none."""
    plain = re.sub(r"\s*%$", "", key(text))
    return terms().sex.get(plain, "")


def age_of(text: str) -> str:
    """Return the code of an age group that a text means, blank if none."""
    plain = key(text).translate(str.maketrans("aceopxykmthbi", "асеорхукмтнви"))
    latin = key(text)
    ilo = _ILO_AGE.fullmatch(latin)
    if ilo:
        return f"Y_{ilo[1].upper()}{ilo[2]}" if ilo[1] else f"Y{ilo[3]}-{ilo[4]}"
    for pattern, form in _AGES:
        for one in (plain, latin):
            found = pattern.fullmatch(one)
            if found:
                if form == "Y_GT{0}":
                    return f"Y_GE{int(found[1]) + 1}"
                if form == "Y{0}-{1}" and int(found[1]) >= int(found[2]):
                    return ""
                return form.format(*found.groups())
    return ""


def sector_of(text: str) -> str:
    """Return the code of a section of economic activity that a text means, blank if none."""
    plain = key(text)
    known = terms().sectors
    if plain in known:
        return known[plain]
    coded = re.match(
        r"^(?:eco_isic4_|section |секция |секция |isic4_)?([a-s])(?:[ -]+(.+))?$", plain
    )
    if coded and (coded[2] is None or coded[2] in known):
        return known[coded[2]] if coded[2] else coded[1].upper()
    return ""


def head_of(text: str) -> str:
    """Return what stands below the head of a column, blank if its words do not tell."""
    plain = key(text)
    return terms().heads.get(plain, "")


def unit_of(text: str) -> str:
    """Return the code of the unit that words name, also after a comma or in brackets at the end of
    a title; blank if none.
    """
    known = terms().units
    plain = key(text)
    if plain in known:
        return known[plain]
    parts = re.split(r"[,;()|]", text)
    for part in reversed(parts):
        if key(part) in known:
            return known[key(part)]
    for part in reversed(parts[1:]):
        for word in sorted(known, key=len, reverse=True):
            if key(part).startswith(word + " "):
                return known[word]
    return "percent" if text.rstrip(" *").endswith("%") else ""
