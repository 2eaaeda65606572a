"""Gathers what all exhibits know about one region or sector, with fair ranks; composes no page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from app.catalogue.cards import Card, catalogue
from app.paths import QUERIES
from app.store.kept import kept
from app.store.store import Row, Store
from app.view import View
from app.words.say import DEFAULT_LANGUAGE

# Rates, shares and money per person compare a big region with a small one; counts of people or
# cases do not.
COMPARABLE_UNITS = frozenset(
    {
        "percent",
        "KZT",
        "KZT_month",
        "KZT_hour",
        "times",
        "ratio",
        "index",
        "index_prev_year",
        "index_prev_dec",
        "per_1000",
        "per_100000",
        "per_1000_employees",
        "per_100000_employees",
        "per_1000_accidents",
        "score_0_100",
        "score_0_10",
    }
)
LEAST_RANKED = 10
_COLUMN = {"region": "place", "sector": "sector"}
_WHOLE = {"region": "KZ", "sector": "_T"}
_WITHOUT_LINES = frozenset({"tile", "table", "timeline", "matrix", "network"})
_MARKS = (
    "card",
    "period",
    "code",
    "other",
    "series",
    "measure",
    "sex",
    "age",
    "value",
    "status",
    "source",
)


# Two lines that agree in these, in measure and in unit are one.
_SAME_LINE = ("code", "other", "series", "measure", "sex", "age", "period", "value")


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of one region or sector.

    Its newest value stands beside the period before, the whole country and its peers. `row` has
    period, value, status, source, before_period, before_value, whole_value, and the dimensions code
    (the region or sector itself, or one of the sector's sections), other (the dimension not
    picked), series, measure, sex, age: `_T` where an exhibit has none. `rank` is (place from the
    highest, how many published), None where ranking is not fair.
    """

    card: Card
    row: Row
    rank: tuple[int, int] | None


def lines(kind: str, view: View, store: Store) -> tuple[Line, ...]:
    """Return every line that an exhibit has for the view's region or sector (`kind`).

    They stand in the order of the pages. Two exhibits that show the same value of the same measure
    are one line, the one that knows more of it.
    """
    known = catalogue()
    found: dict[tuple[Any, ...], Line] = {}
    cards = {card.id: card for card in known.cards()}
    for row in _rows(kind, replace(view, language=DEFAULT_LANGUAGE), store):
        card = cards[row["card"]]
        line = Line(card, row, _rank(card, row))
        key = (card.measures[0], card.unit, *(row[name] for name in _SAME_LINE))
        if key not in found or _knowledge(line) > _knowledge(found[key]):
            found[key] = line
    order = {card_id: place for place, card_id in enumerate(cards)}
    return tuple(sorted(found.values(), key=lambda line: order[line.card.id]))


def _rank(card: Card, row: Row) -> tuple[int, int] | None:
    published: int | None = row["published"]
    if card.unit not in COMPARABLE_UNITS or published is None or published < LEAST_RANKED:
        return None
    return row["place_from_top"], published


def without(shown: tuple[Line, ...]) -> tuple[Card, ...]:
    """Return the exhibits that say nothing about what was picked.

    Their sources have no such breakdown, or not this code.
    """
    spoken = {measure for line in shown for measure in line.card.measures}
    return tuple(
        card
        for card in catalogue().cards()
        if card.chart not in _WITHOUT_LINES and not spoken & set(card.measures)
    )


def _knowledge(line: Line) -> int:
    row = line.row
    known = (row["before_value"] is not None, row["whole_value"] is not None, line.rank is not None)
    return sum(known)


# Numbers are the same in every language: the caller asks in one, so that the answer is worked out
# once.
@kept(most=256)
def _rows(kind: str, view: View, store: Store) -> tuple[Row, ...]:
    known = catalogue()
    marks = [
        mark
        for card in known.cards()
        if kind in card.breakdowns and card.chart not in _WITHOUT_LINES
        for mark in _marks(kind, card, view, store)
    ]
    if not marks:
        return ()
    peers = (
        list(known.regions())
        if kind == "region"
        else [code for code, kind_of in known.sector_kinds.items() if kind_of != "total"]
    )
    if kind == "region":
        codes = [view.place] if view.place else []
    else:
        codes = sorted(store.sections(view.sector)) if view.sector else []
    columns = {name: [mark[name] for mark in marks] for name in _MARKS}
    return store.ask_of(
        {"marks": columns},
        (QUERIES / "_profile.sql").read_text(encoding="utf-8"),
        {"codes": codes, "peers": peers, "whole": _WHOLE[kind]},
    )


def _marks(kind: str, card: Card, view: View, store: Store) -> list[dict[str, Any]]:
    """Return an exhibit's published marks under the names that all exhibits share."""
    other = _COLUMN["sector" if kind == "region" else "region"]
    return [
        {
            "card": card.id,
            "code": row[_COLUMN[kind]],
            "other": row[other],
            **{name: row.get(name) or "_T" for name in ("series", "measure", "sex", "age")},
            **{name: row[name] for name in ("period", "value", "status", "source")},
        }
        for row in store.read(card, view.only(card.breakdowns))
        if row["role"] == "mark" and row["value"] is not None
    ]
