"""The `gap` kind: two groups as two dots on one line per category, the gap between them in per
cent, between two shares in percentage points.
"""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Figure, Names, Row, color_of, unique
from app.charts.labels import wrap
from app.charts.reading import Amount, Category, Comparison, Key, Series
from app.look.theme import SMALL_SIZE, axis, layout
from app.words.federation import federation
from app.words.numbers import number


def read(rows: list[Row], card: Card, names: Names) -> Comparison:
    """Read a line per code of the card's `by` with a dot per series; column `gap` is the gap."""
    chosen = names.picks.get(card.by, frozenset())
    at = {(row[card.by], row["series"]): row for row in rows}
    gaps = {row[card.by]: _gap(row["gap"], card, names) for row in rows if row["gap"] is not None}
    codes, categories = unique(row[card.by] for row in rows), []
    for code in codes:
        name, size = names.name(card.by, code), gaps.get(code, "")
        categories.append(
            Category(
                code,
                name,
                f"{name} ({size})" if size else name,
                size,
                picked=code in chosen,
                strong=code in chosen or code in {federation().country, "_T"},
            )
        )
    series = tuple(
        Series(
            names.name("series", one),
            color_of(one, "series", card, names),
            tuple(
                _amount(at[code, one], card, names) if (code, one) in at else None for code in codes
            ),
        )
        for one in unique(row["series"] for row in rows)
    )
    key = (
        *(Key(one.name, one.color, "dot") for one in series),
        Key(names.say("gap_at_right"), "", "none"),
    )
    return Comparison(
        kind=card.chart,
        language=names.language,
        unit=card.unit,
        decimals=card.decimals,
        key=key,
        categories=tuple(categories),
        series=series,
        remark=names.say("in_brackets", period=names.say("column_gap").lower()) if gaps else "",
    )


def _gap(gap: float, card: Card, names: Names) -> str:
    # Per cent of a per cent would hide that a small gap between small shares is small.
    if card.unit != "percent":
        return names.share(gap)
    return names.say("in_points", value=number(gap, names.language, card.decimals))


def _amount(row: Row, card: Card, names: Names) -> Amount:
    hover = (
        f"{names.name(card.by, row[card.by])}<br>{names.name('series', row['series'])}: "
        f"<b>{names.number(row['value'])}</b>"
    )
    return Amount(row["value"], names.said(row), hover)


def figure(reading: Comparison) -> Figure:
    """Draw a line per category with a dot per series, the gap written at the right."""
    rows = [
        (category, [one.amounts[place] for one in reading.series])
        for place, category in enumerate(reading.categories)
    ]
    known = [amount.value for _, dots in rows for amount in dots if amount and amount.value]
    top = max(known, default=0) or 1
    codes = [category.code for category in reading.categories]
    marked = [category for category in reading.categories if category.beside]
    return {
        "data": [
            *(
                _between(category, [dot.value for dot in dots if dot])
                for category, dots in rows
                if None not in dots
            ),
            *(_dots(one, reading) for one in reading.series),
            {
                "type": "scatter",
                "mode": "text",
                "x": [top * 1.06] * len(marked),
                "y": [category.code for category in marked],
                "customdata": [category.code for category in marked],
                "hoverinfo": "skip",
                "text": [
                    f"<b>{category.beside}</b>" if category.picked else category.beside
                    for category in marked
                ],
                "textposition": "middle right",
                "textfont": {"size": SMALL_SIZE, "color": "@text"},
                "cliponaxis": False,
            },
        ],
        "layout": layout(
            27 * len(codes) + 48,
            reading.language,
            yaxis=axis(
                autorange="reversed",
                type="category",
                showgrid=False,
                tickvals=codes,
                ticktext=[
                    f"<b>{wrap(category.name, 30)}</b>"
                    if category.strong
                    else wrap(category.name, 30)
                    for category in reading.categories
                ],
                tickfont={"size": SMALL_SIZE, "color": "@text"},
            ),
            xaxis=axis(
                range=[0, top * 1.22],
                nticks=4,
                side="top",
                separatethousands=True,
                exponentformat="none",
            ),
        ),
    }


def _between(category: Category, ends: list[float | None]) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": ends,
        "y": [category.code, category.code],
        "hoverinfo": "skip",
        "line": {
            "color": "@selected" if category.picked else "@context",
            "width": 5 if category.picked else 4,
        },
    }


def _dots(one: Series, reading: Comparison) -> Figure:
    shown = [
        (category.code, amount)
        for category, amount in zip(reading.categories, one.amounts, strict=True)
        if amount is not None
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [amount.value for _, amount in shown],
        "y": [code for code, _ in shown],
        "customdata": [code for code, _ in shown],
        "marker": {"size": 11, "color": one.color},
        "hoverinfo": "text",
        "hovertext": [amount.hover for _, amount in shown],
    }
