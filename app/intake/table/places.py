"""Reads names and codes of places as publishers write them, in three languages; all labels of an
axis together, because `Almaty` beside `Almaty city` is the region. Invents no place.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from app.catalogue.cards import catalogue
from app.intake.table.signs import key
from app.intake.table.terms import terms
from app.paths import data_folder
from app.words.countries import country_of
from app.words.say import LANGUAGES

_KATO = re.compile(r"(\d{2})0{7}")


@dataclass(frozen=True, slots=True)
class _Names:
    """Names in the form they are compared in: whole ones, and bare ones without the words for
    region and city.
    """

    whole: Mapping[str, str]
    bare: Mapping[str, frozenset[str]]
    kinds: Mapping[str, str]


@cache
def _names() -> _Names:
    known = catalogue()
    whole: dict[str, str] = {}
    bare: dict[str, set[str]] = {}
    names = [
        (code, name)
        for code, named in known.places.items()
        for language in LANGUAGES
        for name in (named.name[language], named.short[language])
        if code in known.place_kinds
    ]
    for code, name in [*names, *_aliases()]:
        whole.setdefault(key(name), code)
        bare.setdefault(_bare(key(name))[0], set()).add(code)
    whole |= {key(code): code for code in known.place_kinds}
    return _Names(
        whole, {name: frozenset(codes) for name, codes in bare.items()}, known.place_kinds
    )


def _aliases() -> list[tuple[str, str]]:
    """Return further names that the data folder has for its places."""
    path = data_folder() / "codes" / "place_aliases.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["place"], row["alias"]) for row in csv.DictReader(file)]


def _bare(plain: str) -> tuple[str, str]:
    """Return a name without the word that says what it is, and what that is."""
    for kind in ("region", "city"):
        for word in terms().kinds[kind]:
            shorter = re.sub(rf"(?:^|(?<= )){re.escape(word)}(?= |$)", "", plain).strip()
            if shorter != plain:
                return re.sub(" +", " ", shorter), kind
    return plain, ""


def places_of(texts: Iterable[str]) -> dict[str, str]:
    """Return the code of each text that names a place; the others are left out."""
    names = _names()
    found: dict[str, str] = {}
    open_ones: dict[str, tuple[frozenset[str], str]] = {}
    for text in texts:
        plain = key(text)
        codes = _candidates(text, plain, names)
        if len(codes) == 1:
            found[text] = next(iter(codes))
        elif codes:
            open_ones[text] = (codes, plain)
        elif plain in names.whole:
            found[text] = names.whole[plain]
        elif code := _by_parts(text, names):
            found[text] = code
    for text, (codes, plain) in open_ones.items():
        left = codes - set(found.values())
        if len(left) == 1:
            found[text] = next(iter(left))
        elif plain in names.whole:
            found[text] = names.whole[plain]
    return found


def _by_parts(text: str, names: _Names) -> str:
    """Return the place of a text that names it twice: `KZ-10: Абай`, `Абай / Abai`."""
    parts = [part.strip() for part in re.split(r"[:/|]", text) if part.strip()]
    codes = {code for part in parts for code in _candidates(part, key(part), names)}
    return codes.pop() if len(codes) == 1 and len(parts) > 1 else ""


def _candidates(text: str, plain: str, names: _Names) -> frozenset[str]:
    """Return the places that a text may mean: by a code, a country's name, a name of its own."""
    kato = _KATO.fullmatch(plain)
    if kato and f"KZ-{kato[1]}" in names.kinds:
        return frozenset({f"KZ-{kato[1]}"})
    country = country_of(text) or country_of(plain)
    if country in names.kinds:
        return frozenset({country})
    bare, kind = _bare(plain)
    return frozenset(
        code
        for code in names.bare.get(bare, ())
        if not kind or (names.kinds[code] == "city") == (kind == "city")
    )


def is_country(text: str) -> bool:
    """Say whether a text names a country that the code list may not have."""
    return bool(country_of(text)) and len(text.strip()) > 1
