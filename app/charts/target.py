"""The `target` kind: where each code stands on the way to what was promised; bars from zero, the
target as a mark across.
"""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Drawing, Key, Names, Row, color_of, unique
from app.charts.labels import wrap
from app.look.theme import SMALL_SIZE, axis, layout

BAR = 46


def target(rows: list[Row], card: Card, names: Names) -> Drawing:
    """Draw one bar per code of `options.by`; column `target` is the promised value, in the unit of
    the card.
    """
    by = card.options.get("by", "series")
    codes = unique(row[by] for row in rows)
    shown = {row[by]: row for row in rows if row["value"] is not None}
    aims = {row[by]: row["target"] for row in rows if row.get("target") is not None}
    top = max([*(row["value"] for row in shown.values()), *aims.values(), 1e-9])
    colors = {code: color_of(code, by, card, names, plain="fprk") for code in codes}
    values = [shown[code]["value"] if code in shown else 0 for code in codes]
    # A value that ends just before its target is written inside its bar, so that the mark stays
    # free.
    inside = {
        code
        for code, value in zip(codes, values, strict=True)
        if value < aims.get(code, -1) < value + top * 0.2 and value > top * 0.2
    }
    data = [
        {
            "type": "bar",
            "orientation": "h",
            "y": codes,
            "x": values,
            "customdata": codes,
            "marker": {"color": [colors[code] for code in codes], "line": {"width": 0}},
            "hoverinfo": "text",
            "hovertext": [_hover(code, shown, aims, by, names) for code in codes],
        },
        {
            "type": "scatter",
            "mode": "text",
            "y": codes,
            "x": values,
            "cliponaxis": False,
            "hoverinfo": "skip",
            "text": [
                f"\u00a0<b>{names.bare(shown[code]['value'])}</b>\u00a0"
                if code in shown
                else f"\u00a0{names.say('not_published')}"
                for code in codes
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
            "x": list(aims.values()),
            "hoverinfo": "text",
            "hovertext": [_hover(code, shown, aims, by, names) for code in aims],
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
            "text": names.bare(aim),
            "showarrow": False,
            "font": {"size": SMALL_SIZE, "color": "@target"},
        }
        for code, aim in aims.items()
    ]
    figure = {
        "data": data,
        "layout": layout(
            (BAR + 26) * len(codes) + 30,
            names.language,
            bargap=0.55,
            annotations=labels,
            yaxis=axis(
                autorange="reversed",
                type="category",
                showgrid=False,
                tickvals=codes,
                ticktext=[wrap(names.name(by, code), 30) for code in codes],
                tickfont={"size": SMALL_SIZE, "color": "@text"},
            ),
            xaxis=axis(visible=False, range=[0, top * 1.24]),
        ),
    }
    return Drawing(figure, (Key(names.say("target"), "@target", "tick"),))


def _hover(code: str, shown: dict[str, Row], aims: dict[str, float], by: str, names: Names) -> str:
    lines = [names.name(by, code)]
    if code in shown:
        lines.append(
            f"<b>{names.number(shown[code]['value'])}</b> · {names.period(shown[code]['period'])}"
        )
    if code in aims:
        lines.append(names.say("target_is", value=names.number(aims[code])))
    return "<br>".join(lines)
