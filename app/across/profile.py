"""Gathers what all exhibits know about one region or sector, with fair ranks; composes no page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypedDict, cast

from app.catalogue.cards import Card, catalogue
from app.paths import QUERIES
from app.store.kept import kept
from app.store.store import Row, Store
from app.view import View
from app.words.federation import federation
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
_LEADING, _OF_AN_AREA, _FRESH = 10, 2, 2
_COLUMN = {"region": "place", "sector": "sector"}
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


class LineRow(TypedDict):
    """A row of `queries/_profile.sql`: one line of one exhibit at its newest period.

    `code` is the region or sector itself, or one of the sector's sections; `other` the dimension
    that was not picked; `series`, `measure`, `sex` and `age` are `_T` where an exhibit has none.
    """

    card: str
    period: str
    code: str
    other: str
    series: str
    measure: str
    sex: str
    age: str
    value: float
    status: str
    source: str
    before_period: str | None
    before_value: float | None
    whole_value: float | None
    place_from_top: int | None
    place_from_bottom: int | None
    published: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of one region or sector.

    Its newest value stands beside the period before, the whole country and its peers. `rank` is
    (place from the highest, how many published), None where ranking is not fair; `place` the same
    from the good end: from the lowest, where less is better.
    """

    card: Card
    row: LineRow
    rank: tuple[int, int] | None

    @property
    def place(self) -> tuple[int, int] | None:
        """Return the place counted from the good end and how many have one."""
        bottom = self.row["place_from_bottom"]
        if self.rank is None or self.card.better != "lower" or bottom is None:
            return self.rank
        return bottom, self.rank[1]

    @property
    def apart(self) -> float:
        """Return how far from the middle of its peers it stands: 1 at either end, 0 in the middle
        or without a rank.
        """
        if self.place is None:
            return 0.0
        place, count = self.place
        return abs(2 * (place - 1) / (count - 1) - 1)


def lines(kind: str, view: View, store: Store) -> tuple[Line, ...]:
    """Return every line that an exhibit has for the view's region or sector (`kind`).

    They stand in the order of the pages. Two exhibits that show the same value of the same measure
    are one line, the one that knows more of it.
    """
    known = catalogue()
    found: dict[tuple[object, ...], Line] = {}
    cards = {card.id: card for card in known.cards()}
    # A section of economic activity that is the section of several unions is ranked itself; its
    # rank is none of theirs.
    shared = _shared_sections(store) if kind == "sector" else frozenset()
    for row in _rows(kind, replace(view, language=DEFAULT_LANGUAGE), store):
        card = cards[row["card"]]
        rank = None if row["code"] in shared else _rank(card, row)
        line = Line(card, _comparable(card, row), rank)
        key = (card.measures[0], card.unit, *_told_apart_by(row))
        if key not in found or _knowledge(line) > _knowledge(found[key]):
            found[key] = line
    order = {card_id: place for place, card_id in enumerate(cards)}
    return tuple(sorted(found.values(), key=lambda line: order[line.card.id]))


def leading(every: tuple[Line, ...]) -> list[Line]:
    """Return the ten lines that tell a reader most, those first that stand furthest from the middle
    of their peers: only such of which one end is better, of the newest years, one of an exhibit and
    two of an area.
    """
    judged = [line for line in every if line.place and line.card.better != "neutral"]
    newest = max((line.row["period"][:4] for line in judged), default="")
    fresh = [line for line in judged if int(newest) - int(line.row["period"][:4]) <= _FRESH]
    chosen: list[Line] = []
    for line in sorted(fresh, key=lambda line: -line.apart):
        same_area = sum(other.card.area == line.card.area for other in chosen)
        same_exhibit = any(other.card is line.card for other in chosen)
        if len(chosen) < _LEADING and same_area < _OF_AN_AREA and not same_exhibit:
            chosen.append(line)
    return chosen


def _told_apart_by(row: LineRow) -> tuple[object, ...]:
    """Return in what two lines of one measure and unit differ, if they are two."""
    dimensions = (row["code"], row["other"], row["series"], row["measure"], row["sex"], row["age"])
    return (*dimensions, row["period"], row["value"])


def _comparable(card: Card, row: LineRow) -> LineRow:
    """Return a row without the number before, if a break of the series lies between the two."""
    before = row["before_period"]
    if before is None or not any(
        before[:4] < one.period[:4] <= row["period"][:4] for one in card.breaks
    ):
        return row
    return {**row, "before_period": None, "before_value": None}


def _rank(card: Card, row: LineRow) -> tuple[int, int] | None:
    place, published = row["place_from_top"], row["published"]
    if card.unit not in COMPARABLE_UNITS or place is None or published is None:
        return None
    return (place, published) if published >= LEAST_RANKED else None


def without(shown: tuple[Line, ...]) -> tuple[Card, ...]:
    """Return the exhibits that say nothing about what was picked.

    Their sources have no such breakdown, or not this code.
    """
    spoken = {measure for line in shown for measure in line.card.measures}
    return tuple(
        card
        for card in catalogue().cards()
        if card.kind.measures and not spoken & set(card.measures)
    )


def _knowledge(line: Line) -> int:
    row = line.row
    known = (row["before_value"] is not None, row["whole_value"] is not None, line.rank is not None)
    return sum(known)


@kept(most=1)
def _shared_sections(store: Store) -> frozenset[str]:
    found = store.rows(
        "select section from sectors where section is not null "
        "group by section having count(distinct sector) > 1"
    )
    return frozenset(row["section"] for row in found)


# Numbers are the same in every language: the caller asks in one, so that the answer is worked out
# once.
@kept(most=256)
def _rows(kind: str, view: View, store: Store) -> tuple[LineRow, ...]:
    known = catalogue()
    marks = [
        mark
        for card in known.cards()
        if kind in card.breakdowns and card.kind.measures
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
    sql = (QUERIES / "_profile.sql").read_text(encoding="utf-8")
    picked = {
        "codes": codes,
        "peers": peers,
        "whole": federation().country if kind == "region" else "_T",
    }
    return cast("tuple[LineRow, ...]", store.ask_of({"marks": columns}, sql, picked))


def _marks(kind: str, card: Card, view: View, store: Store) -> list[Row]:
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
