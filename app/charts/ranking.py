"""The `ranking` kind: bars from zero in the order of the query, values on the bars, the picked one
standing out.
"""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Drawing, Key, Names, Row, color_of, unique
from app.charts.labels import wrap
from app.look.theme import SMALL_SIZE, axis, layout

BAR, LINE = 27, 13


def ranking(rows: list[Row], card: Card, names: Names) -> Drawing:
    """Draw one bar per code of `options.by`; earlier periods, if any, as a tick on the same line."""
    by = card.options.get("by", "place")
    latest = max(row["period"] for row in rows)
    bars = [row for row in rows if row["period"] == latest] if card.options.get("before") else rows
    earlier = (
        [row for row in rows if row["period"] != latest and row["value"] is not None]
        if card.options.get("before")
        else []
    )
    labels = {code: wrap(names.name(by, code), 30) for code in unique(row[by] for row in bars)}
    earlier = [row for row in earlier if row[by] in labels]
    ticks = {row[by]: row["value"] for row in earlier}
    texts = [_text(row, ticks, by, names) for row in bars]
    values = [row["value"] for row in bars + earlier if row["value"] is not None] or [0]
    chosen = [color_of(row[by], by, card, names) for row in bars]
    figure = {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "y": [row[by] for row in bars],
                "x": [row["value"] or 0 for row in bars],
                "customdata": [row[by] for row in bars],
                "marker": {"color": chosen, "line": {"width": 0}},
                "hovertext": [
                    f"{labels[row[by]]}<br><b>{names.number(row['value'])}</b> · "
                    f"{names.period(row['period'])}"
                    for row in bars
                ],
                "hoverinfo": "text",
            },
            {
                # Written beyond bar and tick, whichever is longer, so that neither is covered.
                "type": "scatter",
                "mode": "text",
                "y": [row[by] for row in bars],
                "customdata": [row[by] for row in bars],
                "x": [max(row["value"] or 0, ticks.get(row[by], 0)) for row in bars],
                "text": [f"\u00a0{text}" for text in texts],
                "textposition": "middle right",
                "cliponaxis": False,
                "hoverinfo": "skip",
                "textfont": {
                    "size": SMALL_SIZE,
                    "color": ["@text" if row["value"] is not None else "@muted" for row in bars],
                },
            },
        ],
        "layout": layout(
            (BAR + LINE * max(label.count("<br>") for label in labels.values())) * len(labels) + 24,
            names.language,
            bargap=0.34,
            yaxis=axis(
                autorange="reversed",
                type="category",
                showgrid=False,
                tickvals=list(labels),
                ticktext=[
                    f"<b>{text}</b>" if color in {"@selected", "@country"} else text
                    for text, color in zip(labels.values(), chosen, strict=False)
                ],
                tickfont={"size": SMALL_SIZE, "color": "@text"},
            ),
            xaxis=axis(
                visible=False,
                range=[min(0, min(values) * 1.2), max(*values, 1e-9) * (1.34 if earlier else 1.24)],
            ),
        ),
    }
    key: tuple[Key, ...] = ()
    if earlier:
        figure["data"].append(
            {
                "type": "scatter",
                "mode": "markers",
                "y": [row[by] for row in earlier],
                "x": [row["value"] for row in earlier],
                "marker": {
                    "symbol": "line-ns-open",
                    "size": 15,
                    "color": "@text",
                    "line": {"width": 2.5, "color": "@text"},
                },
                "customdata": [row[by] for row in earlier],
                "hoverinfo": "text",
                "hovertext": [
                    f"{labels[row[by]]}<br><b>{names.number(row['value'])}</b> · "
                    f"{names.period(row['period'])}"
                    for row in earlier
                ],
            }
        )
        before = names.period(min(row["period"] for row in earlier))
        key = (
            Key(names.period(latest), chosen[-1]),
            Key(before, "@text", "tick"),
            Key(names.say("in_brackets", period=before), "", "none"),
        )
    return Drawing(figure, key)


def _text(row: Row, ticks: dict[str, float], by: str, names: Names) -> str:
    """Return the value as written at the bar; the earlier one, if any, in brackets."""
    if row["value"] is None:
        return names.say("not_published")
    return (
        f"<b>{names.bare(row['value'])}</b> ({names.bare(ticks[row[by]])})"
        if row[by] in ticks
        else names.bare(row["value"])
    )
