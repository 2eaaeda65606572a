"""The `composition` kind: the parts of a whole as one stacked bar per period or group, counts and
shares written in.
"""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Figure, Names, Row, color_of, unique
from app.charts.labels import wrap
from app.charts.reading import Amount, Category, Comparison, Key, Series
from app.look.theme import LABEL_SIZE, SMALL_SIZE, axis, layout

_PARTS = ("@fprk", "@country", "@context_line", "@youth", "@women", "@men", "@context")
# Text on a filled mark: paper on strong colours, a dark one on pale ones.
_INK = {"@context": "@text", "@context_line": "@on_context_line"}
LEAST = 4  # per cent below which a value does not fit inside its part
_BOTH = 9  # per cent from which count and share do


def read(rows: list[Row], card: Card, names: Names) -> Comparison:
    """Read a bar per code of the card's `by`, a part per series; `share` is its per cent."""
    groups = unique(row[card.by] for row in rows)
    if card.by == "period":
        groups = sorted(groups, reverse=True)
    at = {(row["series"], row[card.by]): row for row in reversed(rows)}
    series = []
    for place, part in enumerate(unique(row["series"] for row in rows)):
        color = color_of(part, "series", card, names, plain="")
        color = color if color != "@" else _PARTS[place % len(_PARTS)]
        amounts = tuple(
            _amount(at[part, group], names) if (part, group) in at else None for group in groups
        )
        name = names.name("series", part)
        series.append(Series(name, color, amounts, ink=_INK.get(color, "@paper")))
    said = [
        names.period(group) if card.by == "period" else names.name(card.by, group)
        for group in groups
    ]
    whole = [sum(row["share"] or 0 for row in rows if row[card.by] == group) for group in groups]
    return Comparison(
        kind=card.chart,
        language=names.language,
        unit=card.unit,
        decimals=card.decimals,
        key=tuple(Key(one.name, one.color) for one in series),
        categories=tuple(
            Category(group, name, name) for group, name in zip(groups, said, strict=True)
        ),
        series=tuple(series),
        stacked=True,
        whole=all(abs(share - 100) < 1 for share in whole),
    )


def _amount(row: Row, names: Names) -> Amount:
    hover = (
        f"{names.name('series', row['series'])}<br><b>{names.number(row['value'])}</b> · "
        f"{names.share(row['share'], 1)}"
    )
    return Amount(row["value"], names.said(row), hover, row["share"], names.share(row["share"]))


def figure(reading: Comparison) -> Figure:
    """Draw a bar per category, its parts beside each other to the full length."""
    groups = [category.code for category in reading.categories]
    return {
        "data": [_trace(one, groups) for one in reading.series],
        "layout": layout(
            max(56 * len(groups) + 24, min(92 * len(groups), 200)),
            reading.language,
            barmode="stack",
            bargap=0.34,
            yaxis=axis(
                autorange="reversed",
                type="category",
                showgrid=False,
                tickvals=groups,
                ticktext=[wrap(category.name, 22) for category in reading.categories],
                tickfont={"size": LABEL_SIZE, "color": "@text"},
            ),
            xaxis=axis(visible=False, range=[0, 100.5]),
        ),
    }


def _trace(one: Series, groups: list[str]) -> Figure:
    return {
        "type": "bar",
        "orientation": "h",
        "y": groups,
        "x": [amount.share or 0 if amount else 0 for amount in one.amounts],
        "marker": {"color": one.color, "line": {"color": "@paper", "width": 2}},
        "customdata": groups,
        "text": [_label(amount) for amount in one.amounts],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": SMALL_SIZE, "color": one.ink},
        "hoverinfo": "text",
        "hovertext": [amount.hover if amount else "" for amount in one.amounts],
    }


def _label(amount: Amount | None) -> str:
    """Return count and share where both fit, the count alone in a narrow part, else nothing."""
    if amount is None or (amount.share or 0) < LEAST:
        return ""
    return f"<b>{amount.said}</b>" + (f"<br>{amount.part}" if (amount.share or 0) >= _BOTH else "")
