"""The `pairs` kind: two bars side by side per group, the earlier value in brackets after the newer
one.
"""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Drawing, Key, Names, Row, color_of, unique
from app.charts.labels import wrap
from app.look.theme import LABEL_SIZE, axis, layout


def pairs(rows: list[Row], card: Card, names: Names) -> Drawing:
    """Draw a group per code of `options.by` and in it a bar per code of `options.pair` (default
    `series`).
    """
    by, pair = card.options.get("by", "sector"), card.options.get("pair", "series")
    latest = max(row["period"] for row in rows)
    now = {(row[by], row[pair]): row for row in rows if row["period"] == latest}
    before = {(row[by], row[pair]): row for row in rows if row["period"] != latest}
    groups, codes = unique(row[by] for row in rows), unique(row[pair] for row in rows)
    top = max([row["value"] for row in now.values() if row["value"] is not None], default=1) or 1
    data = []
    for code in codes:
        shown = [now.get((group, code)) for group in groups]
        earlier = [before.get((group, code)) for group in groups]
        texts = []
        for row, old in zip(shown, earlier, strict=True):
            text = (
                names.bare(row["value"])
                if row and row["value"] is not None
                else names.say("not_published")
            )
            texts.append(
                f"{text} ({names.bare(old['value'])})" if old and old["value"] is not None else text
            )
        data.append(
            {
                "type": "bar",
                "orientation": "h",
                "y": list(groups),
                "x": [row["value"] if row and row["value"] else 0 for row in shown],
                "marker": {"color": color_of(code, pair, card, names)},
                "text": texts,
                "textposition": "outside",
                "cliponaxis": False,
                "textfont": {"size": LABEL_SIZE, "color": "@text"},
                "customdata": list(groups),
                "hoverinfo": "text",
                "hovertext": [
                    f"{names.name(by, group)}<br>{names.name(pair, code)}: <b>{text}</b>"
                    for group, text in zip(groups, texts, strict=True)
                ],
            }
        )
    figure = {
        "data": data,
        "layout": layout(
            (30 * len(codes) + 22) * len(groups) + 16,
            names.language,
            barmode="group",
            bargap=0.3,
            bargroupgap=0.08,
            yaxis=axis(
                autorange="reversed",
                type="category",
                showgrid=False,
                tickvals=list(groups),
                ticktext=[wrap(names.name(by, group), 22) for group in groups],
                tickfont={"size": LABEL_SIZE, "color": "@text"},
            ),
            xaxis=axis(visible=False, range=[0, top * 1.38]),
        ),
    }
    key = tuple(Key(names.name(pair, code), color_of(code, pair, card, names)) for code in codes)
    if before:
        key += (
            Key(
                names.say(
                    "in_brackets",
                    period=names.period(min(row["period"] for row in before.values())),
                ),
                "",
                "none",
            ),
        )
    return Drawing(figure, key)
