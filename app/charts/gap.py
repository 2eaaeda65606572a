"""The `gap` kind: two groups as two dots on one line per category, the gap between them in per
cent.
"""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Drawing, Key, Names, Row, color_of, unique
from app.charts.labels import wrap
from app.look.theme import SMALL_SIZE, axis, layout


def gap(rows: list[Row], card: Card, names: Names) -> Drawing:
    """Draw a line per code of `options.by` with a dot per series; column `gap` is written at the
    right.
    """
    by = card.options.get("by", "sector")
    codes, series = unique(row[by] for row in rows), unique(row["series"] for row in rows)
    chosen = names.picks.get(by, frozenset())
    value = {(row[by], row["series"]): row["value"] for row in rows}
    gaps = {row[by]: row.get("gap") for row in rows if row.get("gap") is not None}
    known = [number for number in value.values() if number is not None] or [0]
    top = max(known) or 1
    data = []
    for code in codes:
        ends = [value.get((code, one)) for one in series]
        if None not in ends:
            data.append(
                {
                    "type": "scatter",
                    "mode": "lines",
                    "x": ends,
                    "y": [code, code],
                    "hoverinfo": "skip",
                    "line": {
                        "color": "@selected" if code in chosen else "@context",
                        "width": 5 if code in chosen else 4,
                    },
                }
            )
    for one in series:
        color = color_of(one, "series", card, names)
        shown = [code for code in codes if value.get((code, one)) is not None]
        data.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [value[(code, one)] for code in shown],
                "y": shown,
                "customdata": shown,
                "marker": {"size": 11, "color": color},
                "hoverinfo": "text",
                "hovertext": [
                    f"{names.name(by, code)}<br>{names.name('series', one)}: "
                    f"<b>{names.number(value[(code, one)])}</b>"
                    for code in shown
                ],
            }
        )
    data.append(
        {
            "type": "scatter",
            "mode": "text",
            "x": [top * 1.06] * len(gaps),
            "y": list(gaps),
            "customdata": list(gaps),
            "hoverinfo": "skip",
            "text": [
                f"<b>{names.share(size)}</b>" if code in chosen else names.share(size)
                for code, size in gaps.items()
            ],
            "textposition": "middle right",
            "textfont": {"size": SMALL_SIZE, "color": "@text"},
            "cliponaxis": False,
        }
    )
    bold = chosen | {"KZ", "_T"}
    figure = {
        "data": data,
        "layout": layout(
            27 * len(codes) + 48,
            names.language,
            yaxis=axis(
                autorange="reversed",
                type="category",
                showgrid=False,
                tickvals=codes,
                ticktext=[
                    f"<b>{wrap(names.name(by, code), 30)}</b>"
                    if code in bold
                    else wrap(names.name(by, code), 30)
                    for code in codes
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
    key = tuple(
        Key(names.name("series", one), color_of(one, "series", card, names), "dot")
        for one in series
    )
    return Drawing(figure, (*key, Key(names.say("gap_at_right"), "", "none")))
