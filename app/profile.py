"""Gathers what all exhibits know about one region or one sector, with rank where ranking is fair; composes no page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from app.catalogue import Card, catalogue
from app.paths import QUERIES
from app.store import Row, Store
from app.view import View

# Rates, shares and money per person compare a big region with a small one; counts of people or cases do not.
COMPARABLE_UNITS = frozenset({
    "percent", "KZT", "KZT_month", "KZT_hour", "times", "ratio", "index", "index_prev_year", "index_prev_dec", "per_1000", "per_100000",
    "per_1000_employees", "per_100000_employees", "per_1000_accidents", "score_0_100", "score_0_10",
})
LEAST_RANKED = 10
_COLUMN = {"region": "place", "sector": "sector"}
_WHOLE = {"region": "KZ", "sector": "_T"}
_FURTHER = ("measure", "sex", "age")
_WITHOUT_LINES = frozenset({"tile", "table", "timeline", "matrix", "network"})


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of one region or sector: its newest value beside the period before, the whole country and its peers.

    `row` has period, value, status, source, before_period, before_value, whole_value, and the dimensions series, sex, age, measure if any.
    `rank` is (place from the highest, how many published), None where ranking is not fair.
    """

    card: Card
    row: Row
    rank: tuple[int, int] | None


def lines(kind: str, view: View, store: Store) -> tuple[Line, ...]:
    """Return every line that an exhibit has for the view's region (`kind` region) or sector (`kind` sector), in the order of the pages.

    Two exhibits that show the same value of the same measure are one line, the one that knows more of it.
    """
    known = catalogue()
    found: dict[tuple, Line] = {}
    for card in known.cards():
        if kind not in card.breakdowns or card.chart in _WITHOUT_LINES:
            continue
        for row in _rows(kind, card, view.only(card.breakdowns), store):
            fair = card.unit in COMPARABLE_UNITS and row["published"] is not None and row["published"] >= LEAST_RANKED
            line = Line(card, row, (row["place_from_top"], row["published"]) if fair else None)
            key = (card.measures[0], card.unit, row["series"], row["period"], row["value"], *(row.get(name) for name in _FURTHER))
            if key not in found or _knowledge(line) > _knowledge(found[key]):
                found[key] = line
    return tuple(found.values())


def without(kind: str, shown: tuple[Line, ...]) -> tuple[Card, ...]:
    """Return the exhibits that say nothing about what was picked: their sources have no such breakdown, or not this code."""
    spoken = {measure for line in shown for measure in line.card.measures}
    return tuple(card for card in catalogue().cards() if card.chart not in _WITHOUT_LINES and not spoken & set(card.measures))


def _knowledge(line: Line) -> int:
    return sum(line.row[column] is not None for column in ("before_value", "whole_value")) + (line.rank is not None)


@lru_cache(maxsize=16384)
def _rows(kind: str, card: Card, view: View, store: Store) -> tuple[Row, ...]:
    column, other = _COLUMN[kind], _COLUMN["sector" if kind == "region" else "region"]
    further = tuple(name for name in _FURTHER if any(name in row for row in store.read(card, view)))
    known = catalogue()
    peers = list(known.regions()) if kind == "region" else [code for code, kind_of in known.sector_kinds.items() if kind_of != "total"]
    codes = [view.place] if kind == "region" else sorted(store.sections(view.sector))
    return store.ask(card, view, _sql(card, column, (other, "series", *further)), {"codes": codes, "peers": peers, "whole": _WHOLE[kind]})


@cache
def _sql(card: Card, column: str, dimensions: tuple[str, ...]) -> str:
    """Return the wrapped query. Only names of columns are written into it, and they are the constants above."""
    def matches(one: str) -> str:
        return " and ".join(f"{one}.{name} is not distinct from now.{name}" for name in dimensions)

    words = {
        "{answer}": card.sql.strip().rstrip(";"), "{column}": column, "{dimensions}": ", ".join(dimensions),
        "{prefixed}": ", ".join(f"m.{name}" for name in dimensions), "{of_now}": ", ".join(f"now.{name}" for name in (column, *dimensions)),
        "{before_matches}": matches("before"), "{whole_matches}": matches("whole"), "{peers_match}": matches("peers"),
    }
    text = (QUERIES / "_profile.sql").read_text(encoding="utf-8")
    text = text[text.index("with answer"):]
    for name, value in words.items():
        text = text.replace(name, value)
    return text
