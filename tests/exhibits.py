"""What tests of exhibits share: the cards' ids, the views a card can follow, strict names, the
slots of a sentence; asserts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import cycle

from app.catalogue.cards import Card, Catalogue
from app.exhibit.names import name_of
from app.paths import QUERIES
from app.view import View

# Read from the file names alone, so that one bad card does not keep the other tests from starting.
CARD_IDS = sorted(f"{path.parent.name}/{path.stem}" for path in QUERIES.glob("*/[!_]*.toml"))
# Before most series begin, the years of borders and methods that changed, the last ones, and one
# after them.
YEARS = ("2010", "2018", "2022", "2023", "2024", "2026")
# A city, one of the newest regions, one that documents name most; a sector of one section of
# economic activity, one that shares its section with others.
ALWAYS = ("KZ-75", "KZ-10", "KZ-47", "education", "machine_building")
SLOT = re.compile(r"\{([a-z_0-9]+)(?:\.([a-z_]+)|:([^}#]+)|#([^}]+))?\}")


def views(card: Card, known: Catalogue, language: str = "ru") -> Iterator[View]:
    """Yield the view without filters, and some of the years, regions and sectors that the card
    follows, alone, together and by year.

    Which ones turns from card to card: all are tried on every kind of question, none on all.
    """
    yield View(language)
    turn = CARD_IDS.index(card.id)
    regions = _some(known.regions(), turn) if "region" in card.breakdowns else ()
    sectors = _some(known.union_sectors(), turn) if "sector" in card.breakdowns else ()
    years = YEARS[turn % 2 :: 2] if "period" in card.breakdowns else ()
    yield from (View(language, place=place) for place in regions)
    yield from (View(language, sector=sector) for sector in sectors)
    yield from (View(language, period=year) for year in years)
    # A year before the newest borders and a year before the newest figures, in turn: there the most
    # is missing.
    if years:
        dated = cycle(("2020", "2024") if turn % 2 else ("2024", "2020"))
        for place, year in zip(regions[::2], dated, strict=False):
            yield View(language, place=place, period=year)
        for sector, year in zip(sectors[::2], dated, strict=False):
            yield View(language, sector=sector, period=year)
    if regions and sectors:
        for place, sector in zip(regions, cycle(sectors), strict=False):
            yield View(language, place=place, sector=sector)


def _some(codes: Sequence[str], turn: int) -> tuple[str, ...]:
    """Return every fifth code, beginning further on from card to card; and always the regions that
    differ in kind: a city, one of the newest, one that prints more than the others.
    """
    always = tuple(code for code in ALWAYS if code in codes)
    return tuple(dict.fromkeys((*codes[turn % 5 :: 5], *always)))


def few_views(card: Card, language: str) -> list[View]:
    """Return the view without filters, with one region, and with one sector: as far as the card
    follows them.
    """
    chosen = [View(language)]
    if "region" in card.breakdowns:
        chosen.append(View(language, place="KZ-47"))
    if "sector" in card.breakdowns:
        chosen.append(View(language, sector="oil_gas"))
    return chosen


def strict_name(known: Catalogue, kind: str, code: str, language: str) -> str:
    """Return a code's name; raise KeyError where the screen would fall back to the bare code."""
    if kind == "sector_short":
        return known.sectors[code].short[language]
    if kind == "age":
        return name_of(known, kind, code, language)
    if kind == "series" and known.series_of(code):
        return name_of(known, kind, code, language, full=True)
    named = {"place": known.places, "sector": known.sectors, "series": known.series}[kind]
    if code == "_T" and code not in named:
        return "total"
    return named[code].name[language]
