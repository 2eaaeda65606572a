"""The `flow` kind: stages one under the other, each as a share of the first."""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Figure, Names, Row, color_of
from app.charts.labels import wrap
from app.charts.reading import Amount, Category, Comparison, Series
from app.look.theme import LABEL_SIZE, axis, layout


def read(rows: list[Row], card: Card, names: Names) -> Comparison:
    """Read one bar per stage (series), in the order of the query; `share` is the per cent of the
    first stage.
    """
    stages = [row for row in rows if row["value"] is not None]
    colors = tuple(color_of(row["series"], "series", card, names) for row in stages)
    categories, amounts = [], []
    for row in stages:
        name = names.name("series", row["series"])
        # The first stage is all of itself.
        part = "" if row["share"] in (None, 100) else names.share(row["share"])
        hover = f"{name}<br><b>{names.number(row['value'])}</b> · {names.period(row['period'])}"
        categories.append(Category(row["series"], name, f"{name} · {part}" if part else name))
        amounts.append(Amount(row["value"], names.said(row), hover, row["share"], part))
    return Comparison(
        kind=card.chart,
        language=names.language,
        unit=card.unit,
        decimals=card.decimals,
        categories=tuple(categories),
        series=(
            Series(names.period(stages[0]["period"]), colors[0], tuple(amounts), colors=colors),
        ),
    )


def figure(reading: Comparison) -> Figure:
    """Draw one bar per stage, its number and its share behind it."""
    stages = [category.code for category in reading.categories]
    bars = reading.series[0]
    amounts = [amount for amount in bars.amounts if amount is not None]
    top = max(amount.value or 0 for amount in amounts) or 1
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "y": stages,
                "x": [amount.value for amount in amounts],
                "marker": {"color": list(bars.colors)},
                "text": [
                    f"<b>{amount.said}</b>" + (f"  {amount.part}" if amount.part else "")
                    for amount in amounts
                ],
                "textposition": "outside",
                "cliponaxis": False,
                "textfont": {"size": LABEL_SIZE, "color": "@text"},
                "hoverinfo": "text",
                "hovertext": [amount.hover for amount in amounts],
            }
        ],
        "layout": layout(
            44 * len(stages) + 20,
            reading.language,
            bargap=0.3,
            yaxis=axis(
                autorange="reversed",
                type="category",
                showgrid=False,
                tickvals=stages,
                ticktext=[wrap(category.name, 24) for category in reading.categories],
                tickfont={"size": LABEL_SIZE, "color": "@text"},
            ),
            xaxis=axis(visible=False, range=[0, top * 1.3]),
        ),
    }
