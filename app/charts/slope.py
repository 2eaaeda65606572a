"""The `change` kind: two dates, a line between them, both values written; never a trend."""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Drawing, Key, Names, Row, color_of, line_color, unique
from app.charts.labels import spread, text_width
from app.look.theme import LABEL_SIZE, axis, layout

HEIGHT = 270


def change(rows: list[Row], card: Card, names: Names) -> Drawing:
    """Draw one line per code of `options.by` (default `series`) between the first and the last
    period.
    """
    by = card.options.get("by", "series")
    periods = sorted(unique(row["period"] for row in rows))
    first, last = periods[0], periods[-1]
    sides = (0, 1) if first != last else (1,)
    top = max([row["value"] for row in rows if row["value"] is not None], default=1) * 1.12 or 1
    data, ends, key = [], [], []
    codes = unique(row[by] for row in rows)
    for code in codes:
        color = line_color(color_of(code, by, card, names))
        values = {row["period"]: row["value"] for row in rows if row[by] == code}
        points = [values.get(period) for period in (first, last)]
        data.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": [0, 1],
                "y": points if len(sides) == 2 else [None, points[1]],
                "line": {"color": color, "width": 3},
                "marker": {"size": 9, "color": color},
                "hoverinfo": "text",
                "hovertext": [
                    f"{names.name(by, code)}<br><b>{names.number(value)}</b> · "
                    f"{names.period(period)}"
                    for value, period in zip(points, (first, last), strict=True)
                ],
            }
        )
        ends.append((code, color, points))
        key.append(Key(names.name(by, code), color, "line"))
    annotations = []
    for side in sides:
        anchor, shift = ("left", 12) if side else ("right", -12)
        shown = [
            (code, color, points[side]) for code, color, points in ends if points[side] is not None
        ]
        heights = spread([value / top * HEIGHT for _, _, value in shown], 19)
        for (code, color, value), height in zip(shown, heights, strict=True):
            label = f"<b>{names.bare(value)}</b>"
            annotation = {
                "x": side,
                "y": value,
                "xanchor": anchor,
                "xshift": shift,
                "yshift": height - value / top * HEIGHT,
                "text": label,
                "showarrow": False,
                "font": {
                    "size": LABEL_SIZE,
                    "color": "@text" if color.startswith("@context") else color,
                },
            }
            if side and len(codes) > 1:
                annotation |= {
                    "text": f"{label}  {names.name(by, code)}",
                    "align": "left",
                    "name": f"narrow:{label}",
                }
            annotations.append(annotation)
    wide = max([text_width(names.name(by, code)) for code in codes]) + 64 if len(codes) > 1 else 70
    figure = {
        "data": data,
        "layout": layout(
            HEIGHT + 44,
            names.language,
            annotations=annotations,
            margin={"l": 64, "r": wide, "t": 12, "b": 32, "pad": 4},
            meta={"narrow_right": 70},
            xaxis=axis(
                range=[-0.04, 1.04],
                tickvals=list(sides),
                ticktext=[names.period((first, last)[side]) for side in sides],
                showgrid=False,
                automargin=False,
                tickfont={"size": LABEL_SIZE, "color": "@text"},
            ),
            yaxis=axis(
                range=[0, top],
                visible=True,
                showticklabels=False,
                automargin=False,
                showgrid=False,
                zeroline=True,
                zerolinecolor="@muted",
            ),
        ),
    }
    return Drawing(figure, tuple(key) if len(codes) > 1 else (), key_only_narrow=True)
