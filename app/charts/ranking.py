"""The `ranking` kind: bars from zero in the order of the query, values on the bars, the picked one
standing out.
"""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Figure, Names, Row, color_of, unique
from app.charts.labels import wrap
from app.charts.reading import EARLIER, NOW, Amount, Category, Comparison, Key, Series
from app.look.theme import SMALL_SIZE, axis, layout

BAR, LINE = 27, 13
_LETTERS = 30  # of a line of a name


def read(rows: list[Row], card: Card, names: Names) -> Comparison:
    """Read one bar per code of the card's `by`; with `options.before` also its earlier values."""
    return (
        _with_before(rows, card, names) if card.options.get("before") else _alone(rows, card, names)
    )


def _alone(rows: list[Row], card: Card, names: Names) -> Comparison:
    periods = unique(row["period"] for row in rows)
    # Numbers of different years in one row of bars: each says its own.
    dated = len(periods) > 1 and card.by != "series"
    colors = [color_of(row[card.by], card.by, card, names) for row in rows]
    now = Series(
        names.period(periods[0]) if len(periods) == 1 else names.say("column_value"),
        colors[0],
        tuple(_amount(row, card, names) for row in rows),
        colors=tuple(colors),
    )
    categories = tuple(
        _category(row[card.by], color, row, names, names.period(row["period"]) if dated else "")
        for row, color in zip(rows, colors, strict=True)
    )
    return _comparison(card, names, categories, (now,))


def _with_before(rows: list[Row], card: Card, names: Names) -> Comparison:
    periods = sorted({row["period"] for row in rows}, reverse=True)
    at = {(row[card.by], row["period"]): row for row in rows}
    newest = unique(row[card.by] for row in rows if row["period"] == periods[0])
    codes = unique([*newest, *(row[card.by] for row in rows)])
    colors = [color_of(code, card.by, card, names) for code in codes]
    series = [
        Series(
            names.period(period),
            "@context_line" if place else colors[-1],
            tuple(
                _amount(at[code, period], card, names) if (code, period) in at else None
                for code in codes
            ),
            EARLIER if place else NOW,
            colors=() if place else tuple(colors),
        )
        for place, period in enumerate(periods)
    ]
    categories = tuple(
        _category(code, color, at.get((code, periods[0])), names)
        for code, color in zip(codes, colors, strict=True)
    )
    before = [
        period
        for period in periods[1:]
        if any((row := at.get((code, period))) and row["value"] is not None for code in newest)
    ]
    key: tuple[Key, ...] = ()
    if before:
        said = names.period(before[-1])
        key = (
            Key(names.period(periods[0]), colors[len(newest) - 1]),
            Key(said, "@text", "tick"),
            Key(names.say("in_brackets", period=said), "", "none"),
        )
    return _comparison(card, names, categories, tuple(series), key)


def _comparison(
    card: Card,
    names: Names,
    categories: tuple[Category, ...],
    series: tuple[Series, ...],
    key: tuple[Key, ...] = (),
) -> Comparison:
    return Comparison(
        kind=card.chart,
        language=names.language,
        unit=card.unit,
        decimals=card.decimals,
        key=key,
        categories=categories,
        series=series,
    )


def _category(code: str, color: str, row: Row | None, names: Names, date: str = "") -> Category:
    name = names.name(names.card.by, code)
    full = f"{name}, {date}" if date else name
    return Category(
        code,
        name,
        names.absent(full, row["value"] if row else None),
        strong=color in {"@selected", "@country"},
    )


def _amount(row: Row, card: Card, names: Names) -> Amount:
    value = row["value"]
    name = wrap(names.name(card.by, row[card.by]), _LETTERS)
    return Amount(
        value,
        names.said(row) if value is not None else names.say("not_published"),
        f"{name}<br><b>{names.number(value)}</b> · {names.period(row['period'])}",
    )


def figure(reading: Comparison) -> Figure:
    """Draw one bar per category that has a newest row; what was earlier as a tick on its line."""
    now = reading.of(NOW)[0]
    bars = [
        (category, amount, now.colors[place])
        for place, category in enumerate(reading.categories)
        if (amount := now.amounts[place]) is not None
    ]
    codes = [category.code for category, _, _ in bars]
    before = [
        (category.code, amount.value, amount)
        for series in reading.of(EARLIER)
        for category, amount in zip(reading.categories, series.amounts, strict=True)
        if amount is not None and amount.value is not None and category.code in codes
    ]
    ticks = {code: (value, amount.said) for code, value, amount in reversed(before)}
    values = [
        *(amount.value for _, amount, _ in bars if amount.value is not None),
        *(value for _, value, _ in before),
    ] or [0]
    labels = [wrap(category.name, _LETTERS) for category, _, _ in bars]
    data: list[Figure] = [
        {
            "type": "bar",
            "orientation": "h",
            "y": codes,
            "x": [amount.value or 0 for _, amount, _ in bars],
            "customdata": codes,
            "marker": {"color": [color for _, _, color in bars], "line": {"width": 0}},
            "hovertext": [amount.hover for _, amount, _ in bars],
            "hoverinfo": "text",
        },
        {
            # Written beyond bar and tick, whichever is longer, so that neither is covered.
            "type": "scatter",
            "mode": "text",
            "y": codes,
            "customdata": codes,
            "x": [
                max(amount.value or 0, ticks.get(category.code, (0, ""))[0])
                for category, amount, _ in bars
            ],
            "text": [
                f"\u00a0{_text(amount, ticks.get(category.code, (0, ''))[1])}"
                for category, amount, _ in bars
            ],
            "textposition": "middle right",
            "cliponaxis": False,
            "hoverinfo": "skip",
            "textfont": {
                "size": SMALL_SIZE,
                "color": [
                    "@text" if amount.value is not None else "@muted" for _, amount, _ in bars
                ],
            },
        },
    ]
    if before:
        data.append(
            {
                "type": "scatter",
                "mode": "markers",
                "y": [code for code, _, _ in before],
                "x": [value for _, value, _ in before],
                "marker": {
                    "symbol": "line-ns-open",
                    "size": 15,
                    "color": "@text",
                    "line": {"width": 2.5, "color": "@text"},
                },
                "customdata": [code for code, _, _ in before],
                "hoverinfo": "text",
                "hovertext": [amount.hover for _, _, amount in before],
            }
        )
    return {
        "data": data,
        "layout": layout(
            (BAR + LINE * max(label.count("<br>") for label in labels)) * len(labels) + 24,
            reading.language,
            bargap=0.34,
            yaxis=axis(
                autorange="reversed",
                type="category",
                showgrid=False,
                tickvals=codes,
                ticktext=[
                    f"<b>{label}</b>" if category.strong else label
                    for label, (category, _, _) in zip(labels, bars, strict=True)
                ],
                tickfont={"size": SMALL_SIZE, "color": "@text"},
            ),
            xaxis=axis(
                visible=False,
                range=[min(0, min(values) * 1.2), max(*values, 1e-9) * (1.34 if before else 1.24)],
            ),
        ),
    }


def _text(amount: Amount, before: str) -> str:
    """Return the value as written at the bar; the earlier one, if any, in brackets."""
    if amount.value is None or not before:
        return amount.said
    return f"<b>{amount.said}</b> ({before})"
