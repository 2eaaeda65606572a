"""Finds single figures and statistics by words in any of the three languages, by code, section or
filter; draws nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.catalogue.cards import Card, Catalogue, catalogue
from app.exhibit.names import name_of, source_names
from app.store.store import Row, Store
from app.view import View
from app.words.numbers import NOT_PUBLISHED, period, with_unit
from app.words.places import locator
from app.words.say import LANGUAGES

FIGURES, STATISTICS = "figures", "statistics"
_FOLD = str.maketrans("ёәғқңөұүһі", "еагкноуухи")
_SQL = """
select 'figures' as kind, measure, period, place, sector, series, '_T' as sex, '_T' as age, value, unit, status, source, locator, note, printed
from figures
union all
select 'statistics', measure, period, place, sector, '_T', sex, age, value, unit, status, source, null, note, null
from statistics
order by kind, locator, measure, period desc, place, sector, series, sex, age
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure or statistic with the exhibit that shows it (None if none) and the words it is
    found by.
    """

    row: Row
    card: Card | None
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: words, and which table (`figures`, `statistics`, or both if blank),
    beside the view's filters.
    """

    words: str = ""
    kind: str = ""


def found(question: Question, view: View, store: Store) -> list[Entry]:
    """Return the entries that hold every word asked for and fit the view's region, sector and
    period (up to that year).
    """
    tokens = [_stem(token) for token in fold(question.words).split()]
    sections = store.sections(view.sector) if view.sector else None
    return [
        entry
        for entry in entries(store)
        if (not question.kind or entry.row["kind"] == question.kind)
        and (not view.place or entry.row["place"] == view.place)
        and (sections is None or entry.row["sector"] in sections)
        and (not view.period or entry.row["period"][:4] <= view.period)
        and all(token in entry.words for token in tokens)
    ]


@lru_cache(maxsize=2)
def entries(store: Store) -> tuple[Entry, ...]:
    """Return every figure and statistic of the release, the union's own first, in the order of
    their documents.
    """
    known = catalogue()
    cards = _cards(known)
    checked = _checked(store, known)
    named: dict[tuple[str, str], str] = {}

    def words(kind: str, code: str) -> str:
        if (kind, code) not in named:
            named[kind, code] = " ".join(
                [code, *(name_of(known, kind, code, language, full=True) for language in LANGUAGES)]
            )
        return named[kind, code]

    result = []
    for row in store.rows(_SQL):
        parts = [
            words(kind, row[kind])
            for kind in ("measure", "place", "sector", "series")
            if row[kind] not in {"_T", "_Z"}
        ]
        parts += [
            words(kind, row[kind]) for kind in ("sex", "age") if row[kind] not in {"_T", "_Z"}
        ]
        parts += [
            row["period"],
            row["source"],
            row["locator"] or "",
            row["printed"] or "",
            _source_words(row["source"], store, known),
            _plain(row["value"]),
        ]
        result.append(Entry(row, _card(row, cards, checked), fold(" ".join(parts))))
    return tuple(result)


def fold(text: str) -> str:
    """Return the text as it is compared: small letters, Kazakh letters as their Russian neighbours,
    one kind of blank.
    """
    return re.sub(r"[\s\u00a0\u202f]+", " ", text.lower().translate(_FOLD)).strip()


def _stem(token: str) -> str:
    """Return a long word without its last letters: Kazakh and Russian words change their endings,
    what is meant stays.
    """
    if len(token) < 6 or not token.isalpha():
        return token
    return token[:-1] if len(token) == 6 else token[:-2]


def cells(entry: Entry, language: str, store: Store) -> list[str]:
    """Return an entry in words: measure, breakdown, value with unit, period, place, sector, source
    with its place.
    """
    known, row = catalogue(), entry.row
    place = "" if row["place"] == "_Z" else name_of(known, "place", row["place"], language)
    sector = "" if row["sector"] == "_T" else name_of(known, "sector", row["sector"], language)
    where = locator(row["locator"], language) if row["locator"] else ""
    return [
        known.measures[row["measure"]].name[language],
        _breakdown(row, language, known),
        value_in_words(row, language, known),
        period(row["period"], language),
        place,
        sector,
        ", ".join(
            part for part in (source_names([row["source"]], language, store, known), where) if part
        ),
    ]


def value_in_words(row: Row, language: str, known: Catalogue) -> str:
    """Return a value with its unit as its measure writes it; as many decimals as were published."""
    value = row["value"]
    if value is None:
        return row["printed"] or NOT_PUBLISHED
    decimals = len(_plain(value).partition(".")[2])
    return with_unit(
        value, row["unit"], known.units[row["unit"]].short[language], language, decimals
    )


def _breakdown(row: Row, language: str, known: Catalogue) -> str:
    parts = [
        name_of(known, kind, row[kind], language, full=True)
        for kind in ("series", "sex", "age")
        if row[kind] not in {"_T", "_Z"}
    ]
    return ", ".join(parts)


def _source_words(source: str, store: Store, known: Catalogue) -> str:
    return " ".join(source_names([source], language, store, known) for language in LANGUAGES)


def _plain(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else repr(value)


def _cards(known: Catalogue) -> dict[str, list[Card]]:
    cards: dict[str, list[Card]] = {}
    for card in known.cards():
        for measure in card.measures:
            cards.setdefault(measure, []).append(card)
    return cards


def _checked(store: Store, known: Catalogue) -> dict[str, Card]:
    """Return for each measure named in a check the exhibit that shows the check: a printed share is
    found there.
    """
    shown: dict[str, Card] = {}
    for row in store.rows('select "left", "right", exhibits from checks where exhibits <> \'\''):
        card = known.card(row["exhibits"].split(" ")[0])
        for measure in re.findall(r"([a-z_0-9]+)@", f"{row['left']} {row['right']}"):
            if card:
                shown.setdefault(measure, card)
    return shown


def _card(row: Row, cards: dict[str, list[Card]], checked: dict[str, Card]) -> Card | None:
    measure = row["measure"]
    # A printed share or change stands on the exhibit of the counts that it is checked against.
    for name in (measure, *_bases(measure)):
        if candidates := cards.get(name):
            return min(candidates, key=lambda card: _distance(card, row))
    return checked.get(measure)


def _bases(measure: str) -> Iterator[str]:
    """Yield the counts a printed share or change may belong to: its name without the ending, then
    without its last words.
    """
    words = measure.split("_")
    if words[-1] in {"share", "change", "times"}:
        yield from ("_".join(words[:length]) for length in range(len(words) - 1, 0, -1))


def _distance(card: Card, row: Row) -> tuple[Any, ...]:
    """Return how far an exhibit is from a row: one that follows its breakdown and names its source
    comes first, tiles come last.
    """
    regional = row["place"] not in {"KZ", "_Z"}
    by = card.options.get("by", "")
    return (
        row["source"] not in card.sources,
        card.chart == "tile",
        regional and card.chart != "map" and by != "place",
        row["sector"] != "_T" and by != "sector",
        row["sex"] != "_T" and by not in {"sex", "series"},
        card.order,
    )
