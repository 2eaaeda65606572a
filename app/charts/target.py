"""The `target` kind: where each code stands on the way to what was promised; bars from zero, the
target as a mark across.
"""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Figure, Names, Row, color_of, unique
from app.charts.labels import wrap
from app.charts.reading import NOW, PROMISED, Amount, Category, Comparison, Key, Series
from app.look.theme import SMALL_SIZE, axis, layout

BAR = 46


def read(rows: list[Row], card: Card, names: Names) -> Comparison:
    """Read one bar per code of the card's `by`; column `target` is the promised value, in the unit
    of the card.
    """
    codes = unique(row[card.by] for row in rows)
    shown = {row[card.by]: row for row in rows if row["value"] is not None}
    aims = {row[card.by]: row["target"] for row in rows if row["target"] is not None}
    colors = tuple(color_of(code, card.by, card, names, plain="fprk") for code in codes)
    now = " / ".join(unique(names.period(row["period"]) for row in shown.values()))
    hovers = {code: _hover(code, shown.get(code), aims.get(code), names) for code in codes}
    values = [shown[code]["value"] if code in shown else None for code in codes]
    return Comparison(
        kind=card.chart,
        language=names.language,
        unit=card.unit,
        decimals=card.decimals,
        key=(Key(names.say("target"), "@target", "tick"),),
        categories=tuple(
            Category(
                code,
                names.name(card.by, code),
                names.absent(names.name(card.by, code), value),
            )
            for code, value in zip(codes, values, strict=True)
        ),
        series=(
            Series(
                now or names.say("column_value"),
                colors[0],
                tuple(
                    Amount(
                        value,
                        names.bare(value) if value is not None else names.say("not_published"),
                        hovers[code],
                    )
                    for code, value in zip(codes, values, strict=True)
                ),
                NOW,
                colors=colors,
            ),
            Series(
                names.say("target"),
                "@target",
                tuple(
                    Amount(aims[code], names.bare(aims[code]), hovers[code])
                    if code in aims
                    else None
                    for code in codes
                ),
                PROMISED,
            ),
        ),
    )


def _hover(code: str, row: Row | None, aim: float | None, names: Names) -> str:
    lines = [names.name(names.card.by, code)]
    if row:
        lines.append(f"<b>{names.number(row['value'])}</b> · {names.period(row['period'])}")
    if aim is not None:
        lines.append(names.say("target_is", value=names.number(aim)))
    return "<br>".join(lines)


def figure(reading: Comparison) -> Figure:
    """Draw one bar per category, what was promised as a mark across it with its number above."""
    bars, promised = reading.of(NOW)[0], reading.of(PROMISED)[0]
    codes = [category.code for category in reading.categories]
    amounts = [amount for amount in bars.amounts if amount is not None]
    values = [amount.value or 0 for amount in amounts]
    aims = {
        code: (amount.value or 0, amount)
        for code, amount in zip(codes, promised.amounts, strict=True)
        if amount is not None
    }
    top = max([*values, *(aim for aim, _ in aims.values()), 1e-9])
    # A value that ends just before its target is written inside its bar, so that the mark stays
    # free.
    inside = {
        code
        for code, value in zip(codes, values, strict=True)
        if value < aims.get(code, (-1, None))[0] < value + top * 0.2 and value > top * 0.2
    }
    data: list[Figure] = [
        {
            "type": "bar",
            "orientation": "h",
            "y": codes,
            "x": values,
            "customdata": codes,
            "marker": {"color": list(bars.colors), "line": {"width": 0}},
            "hoverinfo": "text",
            "hovertext": [amount.hover for amount in amounts],
        },
        {
            "type": "scatter",
            "mode": "text",
            "y": codes,
            "x": values,
            "cliponaxis": False,
            "hoverinfo": "skip",
            "text": [
                f"\u00a0<b>{amount.said}</b>\u00a0"
                if amount.value is not None
                else f"\u00a0{amount.said}"
                for amount in amounts
            ],
            "textposition": ["middle left" if code in inside else "middle right" for code in codes],
            "textfont": {
                "size": SMALL_SIZE + 1,
                "color": ["@paper" if code in inside else "@text" for code in codes],
            },
        },
        {
            "type": "scatter",
            "mode": "markers",
            "y": list(aims),
            "x": [aim for aim, _ in aims.values()],
            "hoverinfo": "text",
            "hovertext": [amount.hover for _, amount in aims.values()],
            "marker": {
                "symbol": "line-ns-open",
                "size": 30,
                "color": "@target",
                "line": {"width": 3, "color": "@target"},
            },
        },
    ]
    labels = [
        {
            "x": aim,
            "y": code,
            "yshift": 30,
            "text": amount.said,
            "showarrow": False,
            "font": {"size": SMALL_SIZE, "color": "@target"},
        }
        for code, (aim, amount) in aims.items()
    ]
    return {
        "data": data,
        "layout": layout(
            (BAR + 26) * len(codes) + 30,
            reading.language,
            bargap=0.55,
            annotations=labels,
            yaxis=axis(
                autorange="reversed",
                type="category",
                showgrid=False,
                tickvals=codes,
                ticktext=[wrap(category.name, 30) for category in reading.categories],
                tickfont={"size": SMALL_SIZE, "color": "@text"},
            ),
            xaxis=axis(visible=False, range=[0, top * 1.24]),
        ),
    }
