"""The `composition` kind: the parts of a whole as one stacked bar per period or group, counts and
shares written in.
"""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Drawing, Key, Names, Row, color_of, unique
from app.charts.labels import wrap
from app.look.theme import LABEL_SIZE, SMALL_SIZE, axis, layout

_PARTS = ("@fprk", "@country", "@context_line", "@youth", "@women", "@men", "@context")
# Text on a filled mark: paper on strong colours, a dark one on pale ones.
_INK = {"@context": "@text", "@context_line": "@on_context_line"}


def composition(rows: list[Row], card: Card, names: Names) -> Drawing:
    """Draw a bar per code of `options.by` (default `period`), a part per series; `share` is each
    part's per cent.
    """
    by = card.options.get("by", "period")
    groups = unique(row[by] for row in rows)
    if by == "period":
        groups = sorted(groups, reverse=True)
    parts = unique(row["series"] for row in rows)
    colors = {part: color_of(part, "series", card, names, plain="") for part in parts}
    colors = {
        part: color if color != "@" else _PARTS[index % len(_PARTS)]
        for index, (part, color) in enumerate(colors.items())
    }
    data = []
    for part in parts:
        shown = [
            next((row for row in rows if row[by] == group and row["series"] == part), None)
            for group in groups
        ]
        data.append(
            {
                "type": "bar",
                "orientation": "h",
                "y": list(groups),
                "x": [row["share"] if row and row["share"] else 0 for row in shown],
                "marker": {"color": colors[part], "line": {"color": "@paper", "width": 2}},
                "customdata": list(groups),
                "text": [_label(row, names) for row in shown],
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "constraintext": "none",
                "textfont": {"size": SMALL_SIZE, "color": _INK.get(colors[part], "@paper")},
                "hoverinfo": "text",
                "hovertext": [
                    f"{names.name('series', part)}<br><b>{names.number(row['value'])}</b> · "
                    f"{names.share(row['share'], 1)}"
                    if row
                    else ""
                    for row in shown
                ],
            }
        )
    figure = {
        "data": data,
        "layout": layout(
            max(56 * len(groups) + 24, min(92 * len(groups), 200)),
            names.language,
            barmode="stack",
            bargap=0.34,
            yaxis=axis(
                autorange="reversed",
                type="category",
                showgrid=False,
                tickvals=list(groups),
                ticktext=[
                    names.period(group) if by == "period" else wrap(names.name(by, group), 22)
                    for group in groups
                ],
                tickfont={"size": LABEL_SIZE, "color": "@text"},
            ),
            xaxis=axis(visible=False, range=[0, 100.5]),
        ),
    }
    return Drawing(figure, tuple(Key(names.name("series", part), colors[part]) for part in parts))


def _label(row: Row | None, names: Names) -> str:
    """Return count and share where both fit, the count alone in a narrow part, nothing in a sliver."""
    if not row or not row["share"] or row["share"] < 4:
        return ""
    return f"<b>{names.bare(row['value'])}</b>" + (
        f"<br>{names.share(row['share'])}" if row["share"] >= 9 else ""
    )
