"""Every single figure and statistic of a release, the exhibit that shows it, and how it reads in
words; finds none (app/across/search.py does) and draws nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict, cast

from app.catalogue.cards import Card, Catalogue, catalogue
from app.exhibit.names import name_of, source_names
from app.store.documents import sources_of
from app.store.kept import kept
from app.store.store import Store
from app.words.federation import federation
from app.words.numbers import NOT_PUBLISHED, period, with_unit
from app.words.places import locator

FIGURES, STATISTICS = "figures", "statistics"
_WHOLE = frozenset({"_T", "_Z"})
_SQL = """
select
    'figures' as kind, measure, period, place, sector, series, '_T' as sex, '_T' as age,
    value, unit, status, source, locator, note, printed
from figures
union all
select
    'statistics', measure, period, place, sector, '_T', sex, age,
    value, unit, status, source, null, note, printed
from statistics
order by kind, locator, measure, period desc, place, sector, series, sex, age
"""


class FoundRow(TypedDict):
    """A figure or statistic (`kind`) under the names that both share; `_T` where one has none.

    A statistic has no locator of its own.
    """

    kind: str
    measure: str
    period: str
    place: str
    sector: str
    series: str
    sex: str
    age: str
    value: float | None
    unit: str
    status: str
    source: str
    locator: str | None
    note: str
    printed: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure or statistic, and the exhibits of its measure, the nearest first."""

    row: FoundRow
    cards: tuple[Card, ...]


@kept(most=1)
def entries(store: Store) -> tuple[Entry, ...]:
    """Return every figure and statistic of the release, the union's own first.

    They stand in the order of their documents.
    """
    known = catalogue()
    cards = _cards(known)
    checked = _checked(store, known)
    rows = cast("list[FoundRow]", store.rows(_SQL))
    named = _named_sources(store)
    return tuple(Entry(row, _nearest(row, cards, checked, named)) for row in rows)


def entry_of(row: FoundRow, store: Store) -> Entry:
    """Return a figure or statistic of today or of before with the exhibits of its measure."""
    return Entry(row, _nearest(row, _cards(catalogue()), {}, _named_sources(store)))


@kept(most=1)
def _named_sources(store: Store) -> dict[str, frozenset[str]]:
    """Return the sources that each card names, a line of publications by its editions."""
    cards = catalogue().cards()
    return {card.id: frozenset(sources_of(card.sources, store)) for card in cards}


def _breakdowns(row: FoundRow) -> tuple[tuple[str, str], ...]:
    return ("series", row["series"]), ("sex", row["sex"]), ("age", row["age"])


def cells(entry: Entry, language: str, store: Store) -> list[str]:
    """Return an entry in words.

    Measure, breakdown, value with unit, period, place, sector, source with its place.
    """
    known, row = catalogue(), entry.row
    source = source_names([row["source"]], language, store, known)
    place = "" if row["place"] == "_Z" else name_of(known, "place", row["place"], language)
    sector = "" if row["sector"] == "_T" else name_of(known, "sector", row["sector"], language)
    where = locator(row["locator"], language) if row["locator"] else ""
    return [
        known.measures[row["measure"]].name[language],
        breakdown(row, language, known),
        value_in_words(row, language, known),
        period(row["period"], language),
        place,
        sector,
        ", ".join(part for part in (source, where) if part),
    ]


def value_in_words(row: FoundRow, language: str, known: Catalogue) -> str:
    """Return a value with its unit as its measure writes it; as many decimals as were published."""
    value = row["value"]
    if value is None:
        return row["printed"] or NOT_PUBLISHED
    decimals = len(_plain(value).partition(".")[2])
    short = known.units[row["unit"]].short[language]
    return with_unit(value, row["unit"], short, language, decimals)


def breakdown(row: FoundRow, language: str, known: Catalogue) -> str:
    """Return in words which part of a whole a row counts; blank for the whole."""
    return ", ".join(
        name_of(known, kind, code, language, full=True)
        for kind, code in _breakdowns(row)
        if code not in _WHOLE
    )


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
    """Return for each measure named in a check the exhibit that shows the check.

    A printed share is found there.
    """
    shown: dict[str, Card] = {}
    for row in store.rows('select "left", "right", exhibits from checks where exhibits <> \'\''):
        card = known.card(row["exhibits"].split(" ")[0])
        for measure in re.findall(r"([a-z_0-9]+)@", f"{row['left']} {row['right']}"):
            if card:
                shown.setdefault(measure, card)
    return shown


def _nearest(
    row: FoundRow,
    cards: dict[str, list[Card]],
    checked: dict[str, Card],
    named: dict[str, frozenset[str]],
) -> tuple[Card, ...]:
    measure = row["measure"]
    # A printed share or change stands on the exhibit of the counts that it is checked against.
    for name in (measure, *_bases(measure)):
        if candidates := cards.get(name):
            return tuple(
                sorted(
                    candidates,
                    key=lambda card: _distance(
                        card, row, named.get(card.id, frozenset(card.sources))
                    ),
                )
            )
    return (checked[measure],) if measure in checked else ()


def _bases(measure: str) -> Iterator[str]:
    """Yield the counts a printed share or change may belong to.

    Their name is its own without the ending, then without its last words.
    """
    words = measure.split("_")
    if words[-1] in {"share", "change", "times"}:
        yield from ("_".join(words[:length]) for length in range(len(words) - 1, 0, -1))


def _distance(
    card: Card, row: FoundRow, sources: frozenset[str]
) -> tuple[bool, bool, bool, bool, bool, int]:
    """Return how far an exhibit is from a row.

    One that follows its breakdown and names its source comes first, tiles come last.
    """
    regional = row["place"] not in {federation().country, "_Z"}
    by = card.options.get("by", "")
    return (
        row["source"] not in sources,
        card.kind.headline,
        regional and not card.kind.regions and by != "place",
        row["sector"] != "_T" and by != "sector",
        row["sex"] != "_T" and by not in {"sex", "series"},
        card.order,
    )
