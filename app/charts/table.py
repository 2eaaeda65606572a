"""The `table` kind: sentences as they stand in the source; what has a number is a table already and
has no chart.
"""

from __future__ import annotations

from app.catalogue.cards import Card
from app.catalogue.kinds import TEXTS
from app.charts.base import Names, Row
from app.charts.reading import Sentences


def read(rows: list[Row], card: Card, names: Names) -> Sentences | None:
    """Read one sentence per row, if the query gives sentences (`text_kk`, `text_ru`, `text_en`)."""
    if not rows[0].keys() >= {*TEXTS}:
        return None
    return Sentences(
        kind=card.chart,
        language=names.language,
        unit=card.unit,
        decimals=card.decimals,
        sentences=tuple(
            (names.name("series", row["series"]), row[f"text_{names.language}"]) for row in rows
        ),
    )
