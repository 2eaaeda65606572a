"""Chart kinds: each a file with two pure functions, rows to a reading and a reading to a Plotly
figure (a plain dict), and one line here; reads no state.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from app.catalogue.cards import Card
from app.charts import (
    change,
    composition,
    flow,
    gap,
    map,
    matrix,
    network,
    pairs,
    ranking,
    table,
    target,
    timeline,
    trend,
)
from app.charts.base import Drawing, Figure, Names, Row
from app.charts.forms import Forms, rows_of
from app.charts.reading import Reading

R = TypeVar("R", bound=Reading)


@dataclass(frozen=True, slots=True)
class Chart(Generic[R]):
    """How a kind is read and drawn. `read` returns None where there is nothing to say beyond the
    rows; `figure` is None for a kind that has no picture; `forms` says what becomes of it in less
    room.
    """

    read: Callable[[list[Row], Card, Names], R | None]
    figure: Callable[[R], Figure] | None
    forms: Callable[[R], Forms] = lambda reading: Forms()


CHARTS: dict[str, Chart[Any]] = {
    "trend": Chart(trend.read, trend.figure, trend.forms),
    "change": Chart(change.read, change.figure, change.forms),
    "ranking": Chart(ranking.read, ranking.figure),
    "pairs": Chart(pairs.read, pairs.figure),
    "composition": Chart(composition.read, composition.figure),
    "flow": Chart(flow.read, flow.figure),
    "gap": Chart(gap.read, gap.figure),
    "map": Chart(map.read, map.figure, map.forms),
    "table": Chart(table.read, None),
    "target": Chart(target.read, target.figure),
    "matrix": Chart(matrix.read, matrix.figure, matrix.forms),
    "timeline": Chart(timeline.read, timeline.figure),
    "network": Chart(network.read, network.figure, network.forms),
}
DRAWN = tuple(code for code, chart in CHARTS.items() if chart.figure)


def read(rows: list[Row], card: Card, names: Names) -> Reading | None:
    """Return what the rows say as a chart of the card's kind; None for a kind without one."""
    chart = CHARTS.get(card.chart)
    return chart.read(rows, card, names) if chart else None


def draw(reading: Reading) -> Drawing | None:
    """Return the reading's picture; None for a kind that has none."""
    chart = CHARTS[reading.kind]
    if chart.figure is None:
        return None
    figure, forms = chart.figure(reading), chart.forms(reading)
    if not forms.brief:
        forms = replace(forms, rows=rows_of(figure))
    return Drawing(figure, reading.key, reading.key_only_narrow, forms)
