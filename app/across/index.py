"""The index of a release's figures: the newest first, and which of them hold a word, a value, a
year, a code. Reads no question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import cast

from app.across.explorer import Entry, FoundRow, entries
from app.across.masks import Numbers, Words, any_of, masks_of, numbers_of, words_of
from app.catalogue.cards import Catalogue, catalogue
from app.exhibit.names import name_of, source_names
from app.store.kept import kept
from app.store.store import Store
from app.words.federation import federation
from app.words.numbers import period
from app.words.places import locator
from app.words.say import LANGUAGES
from app.words.say import Words as Said
from app.words.stems import stems, tokens

_TITLE = ("measure", "series", "sex", "age")
_NAMED = (*_TITLE, "place", "sector")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}


@dataclass(frozen=True, slots=True)
class Index:
    """Every figure, the newest first, and what each of them holds.

    `title` are the words of what is counted, `words` all words; `columns` the figures of each code
    of a column, `years` those of each year that a period touches, `shares` those in per cent;
    `document` is each figure's place in the order of the documents.
    """

    entries: tuple[Entry, ...]
    document: tuple[int, ...]
    title: Words
    words: Words
    columns: dict[str, dict[str, int]]
    years: dict[int, int]
    numbers: Numbers
    shares: int


@kept(most=1)
def index_of(store: Store) -> Index:
    """Return the index of a release, made once."""
    known = catalogue()
    documents = entries(store)
    today = store.release.published.year
    document = sorted(
        range(len(documents)),
        key=lambda place: (*_newest(documents[place].row, today, known), place),
    )
    ordered = tuple(documents[place] for place in document)
    rows = [entry.row for entry in ordered]
    named = {name: masks_of(_column(rows, name)) for name in _NAMED}
    columns = named | {name: masks_of(_column(rows, name)) for name in ("kind", "period")}
    units = masks_of(_column(rows, "unit"))
    cards = {card.id: card for card in known.cards()}
    name_words = {name: (named[name], partial(_name_stems, known, name)) for name in _NAMED}
    return Index(
        ordered,
        tuple(document),
        words_of(name_words[name] for name in _TITLE),
        words_of(
            [
                *name_words.values(),
                (columns["period"], _period_stems),
                (units, lambda code: _said(known.units[code].name)),
                (masks_of(_column(rows, "source")), partial(_source_stems, store, known)),
                (masks_of(_column(rows, "locator")), _locator_stems),
                # What was printed is in Russian: so are the documents.
                (masks_of(_column(rows, "printed")), partial(stems, language="ru")),
                (
                    masks_of(entry.cards[0].id if entry.cards else "" for entry in ordered),
                    lambda code: _said(cards[code].title) if code else (),
                ),
            ]
        ),
        columns,
        _years(columns["period"]),
        numbers_of(_values(rows)),
        any_of(of for code, of in units.items() if "%" in known.units[code].short["en"]),
    )


def _column(rows: Iterable[FoundRow], name: str) -> list[str]:
    return [str(cast("Mapping[str, object]", row)[name] or "") for row in rows]


def _newest(row: FoundRow, today: int, known: Catalogue) -> tuple[int, int, float, int, bool, int]:
    """Return what orders the figures: the newest first, a year before its parts; then the country
    before its regions and other countries, the whole before its parts, short titles before long.
    """
    first, _, last = row["period"].rpartition("/")
    # A period that is not over yet is as new as its beginning.
    code = first if first and last[:4] > str(today) else last
    regional = row["place"] not in {federation().country, "_Z"}
    foreign = known.place_kinds.get(row["place"]) in {"foreign", "abroad"}
    parts = any(row[name] not in {"_T", "_Z"} for name in ("sector", "series", "sex", "age"))
    return (
        -int(code[:4]),
        len(code) > 4,
        -_within(code[5:]),
        regional + foreign,
        parts,
        len(known.measures[row["measure"]].name["ru"].split()),
    )


def _within(part: str) -> float:
    """Return how late in its year a part of it ends, in months (`Q2`, `03`, `03-25`)."""
    if part.startswith("Q"):
        return 3.0 * int(part[1:])
    month, _, day = part.partition("-")
    return float(month or 0) + float(day or 0) / 100


def _said(names: Said) -> frozenset[str]:
    return frozenset().union(*(stems(names[language], language) for language in LANGUAGES))


def _name_stems(known: Catalogue, kind: str, code: str) -> frozenset[str]:
    """Return the words of a code's names, short and in full, in three languages, and the code."""
    if code in {"_T", "_Z"}:
        return frozenset()
    named = (
        stems(name_of(known, kind, code, language, full=full), language)
        for language in LANGUAGES
        for full in (True, False)
    )
    return frozenset(tokens(code)).union(*named)


def _period_stems(code: str) -> frozenset[str]:
    words = (stems(period(code, language), language) for language in LANGUAGES)
    return frozenset([*tokens(code), *re.findall(r"\d{4}|q\d", code.lower())]).union(*words)


def _source_stems(store: Store, known: Catalogue, source: str) -> frozenset[str]:
    named = (
        stems(source_names([source], language, store, known), language) for language in LANGUAGES
    )
    return frozenset(tokens(source)).union(*named)


def _locator_stems(place: str) -> frozenset[str]:
    return frozenset(tokens(place)).union(
        *(stems(locator(place, language), language) for language in LANGUAGES)
    )


def _years(periods: dict[str, int]) -> dict[int, int]:
    """Return for each year the figures whose period touches it."""
    years: dict[int, int] = {}
    for code, places in periods.items():
        first, _, last = code.rpartition("/")
        end = int(last[:4])
        begin = int(first[:4]) if first[:4].isdigit() else end
        for year in range(begin, end + 1):
            years[year] = years.get(year, 0) | places
    return years


def _values(rows: Iterable[FoundRow]) -> Iterable[tuple[float, int]]:
    """Yield each value as it is written, and in full: 1 227 thousand is 1 227 000 too."""
    for place, row in enumerate(rows):
        if (value := row["value"]) is not None:
            yield value, place
            if (scale := _SCALES.get(row["unit"].partition("_")[0])) is not None:
                yield value * scale, place
