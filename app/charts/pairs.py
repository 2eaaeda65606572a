"""The `pairs` kind: two bars side by side per group, the earlier value in brackets after the newer
one.
"""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Figure, Names, Row, color_of, unique
from app.charts.labels import wrap
from app.charts.reading import EARLIER, NOW, Amount, Category, Comparison, Key, Series
from app.look.theme import LABEL_SIZE, axis, layout
from app.words.say import say


def read(rows: list[Row], card: Card, names: Names) -> Comparison:
    """Read a group per code of the card's `by` and in it a bar per code of `options.pair` (default
    `series`), each with its earlier values.
    """
    pair = card.options.get("pair", "series")
    groups, codes = unique(row[card.by] for row in rows), unique(row[pair] for row in rows)
    # Groups of different years, none of which has an earlier value, have nothing to tell apart.
    twice = len({(row[card.by], row[pair]) for row in rows}) < len(rows)
    periods = sorted({row["period"] for row in rows}, reverse=True) if twice else [""]
    at = {(row[card.by], row[pair], row["period"] if twice else ""): row for row in rows}
    series = [
        Series(
            names.name(pair, code),
            color_of(code, pair, card, names),
            tuple(
                _amount(at[group, code, period], card, names, pair)
                if (group, code, period) in at
                else None
                for group in groups
            ),
            EARLIER if place else NOW,
            names.period(period) if period else "",
        )
        for code in codes
        for place, period in enumerate(periods)
    ]
    key = [Key(names.name(pair, code), color_of(code, pair, card, names)) for code in codes]
    if len(periods) > 1:
        said = names.say("in_brackets", period=names.period(periods[-1]))
        key.append(Key(said, "", "none"))
    return Comparison(
        kind=card.chart,
        language=names.language,
        unit=card.unit,
        decimals=card.decimals,
        key=tuple(key),
        categories=tuple(
            Category(group, names.name(card.by, group), names.name(card.by, group))
            for group in groups
        ),
        series=tuple(series),
    )


def _amount(row: Row, card: Card, names: Names, pair: str) -> Amount:
    said = names.said(row)
    hover = f"{names.name(card.by, row[card.by])}<br>{names.name(pair, row[pair])}: <b>{said}</b>"
    return Amount(row["value"], said, hover)


def figure(reading: Comparison) -> Figure:
    """Draw a group of bars per category, a bar for each series of now."""
    groups = [category.code for category in reading.categories]
    newest = reading.of(NOW)
    values = [amount.value for one in newest for amount in one.amounts if amount is not None]
    top = max((value for value in values if value is not None), default=1) or 1
    data = []
    for one in newest:
        texts = _texts(one, reading)
        data.append(
            {
                "type": "bar",
                "orientation": "h",
                "y": groups,
                "x": [amount.value or 0 if amount else 0 for amount in one.amounts],
                "marker": {"color": one.color},
                "text": texts,
                "textposition": "outside",
                "cliponaxis": False,
                "textfont": {"size": LABEL_SIZE, "color": "@text"},
                "customdata": groups,
                "hoverinfo": "text",
                "hovertext": [
                    f"{category.name}<br>{one.name}: <b>{text}</b>"
                    for category, text in zip(reading.categories, texts, strict=True)
                ],
            }
        )
    return {
        "data": data,
        "layout": layout(
            (30 * len(newest) + 22) * len(groups) + 16,
            reading.language,
            barmode="group",
            bargap=0.3,
            bargroupgap=0.08,
            yaxis=axis(
                autorange="reversed",
                type="category",
                showgrid=False,
                tickvals=groups,
                ticktext=[wrap(category.name, 22) for category in reading.categories],
                tickfont={"size": LABEL_SIZE, "color": "@text"},
            ),
            xaxis=axis(visible=False, range=[0, top * 1.38]),
        ),
    }


def _texts(one: Series, reading: Comparison) -> list[str]:
    """Return what is written at the bars of a series: the number now, the earlier in brackets."""
    texts = []
    for place, amount in enumerate(one.amounts):
        before = [
            earlier.said
            for other in reading.of(EARLIER)
            if other.name == one.name and (earlier := other.amounts[place]) is not None
        ]
        now = amount.said if amount else say(reading.language, "not_published")
        texts.append(f"{now} ({before[0]})" if before else now)
    return texts
