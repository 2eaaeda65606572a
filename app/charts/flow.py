"""The `flow` kind: stages one under the other, each as a share of the first."""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Drawing, Names, Row, color_of
from app.charts.labels import wrap
from app.look.theme import LABEL_SIZE, axis, layout


def flow(rows: list[Row], card: Card, names: Names) -> Drawing:
    """Draw one bar per stage (series), in the order of the query; `share` is the per cent of the
    first stage.
    """
    stages = [row for row in rows if row["value"] is not None]
    top = max([row["value"] for row in stages], default=1) or 1
    figure = {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "y": [row["series"] for row in stages],
                "x": [row["value"] for row in stages],
                "marker": {
                    "color": [color_of(row["series"], "series", card, names) for row in stages]
                },
                "text": [
                    f"<b>{names.bare(row['value'])}</b>"
                    + (
                        f"  {names.share(row['share'])}"
                        if row.get("share") not in (None, 100)
                        else ""
                    )
                    for row in stages
                ],
                "textposition": "outside",
                "cliponaxis": False,
                "textfont": {"size": LABEL_SIZE, "color": "@text"},
                "hoverinfo": "text",
                "hovertext": [
                    f"{names.name('series', row['series'])}<br><b>{names.number(row['value'])}</b> "
                    f"· {names.period(row['period'])}"
                    for row in stages
                ],
            }
        ],
        "layout": layout(
            44 * len(stages) + 20,
            names.language,
            bargap=0.3,
            yaxis=axis(
                autorange="reversed",
                type="category",
                showgrid=False,
                tickvals=[row["series"] for row in stages],
                ticktext=[wrap(names.name("series", row["series"]), 24) for row in stages],
                tickfont={"size": LABEL_SIZE, "color": "@text"},
            ),
            xaxis=axis(visible=False, range=[0, top * 1.3]),
        ),
    }
    return Drawing(figure)
