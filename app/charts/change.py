"""The `change` kind: two dates, a line between them, both values written; never a trend."""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Figure, Names, Row, color_of, line_color, unique
from app.charts.forms import LEAST, Forms, Keyed
from app.charts.labels import spread, text_width
from app.charts.reading import Key, Point, Slope, Slopes
from app.look.theme import LABEL_SIZE, axis, layout

HEIGHT = 270
_LEFT, _ALONE = 64, 70  # pixels at the left, and at the right of numbers without names


def read(rows: list[Row], card: Card, names: Names) -> Slopes:
    """Read one line per code of the card's `by`, from the first to the last period."""
    periods = sorted({row["period"] for row in rows})
    dates = unique((periods[0], periods[-1]))
    slopes = []
    for code in unique(row[card.by] for row in rows):
        known = {row["period"]: row for row in rows if row[card.by] == code}
        values = {date: row["value"] for date, row in known.items()}
        name = names.name(card.by, code)
        ends = tuple(
            Point(
                values.get(date),
                date,
                names.said(known[date]) if date in known else names.bare(None),
                f"{name}<br><b>{names.number(values.get(date))}</b> · {names.period(date)}",
            )
            for date in dates
        )
        slopes.append(Slope(code, name, line_color(color_of(code, card.by, card, names)), ends))
    key = tuple(Key(one.name, one.color, "line") for one in slopes)
    return Slopes(
        kind=card.chart,
        language=names.language,
        unit=card.unit,
        decimals=card.decimals,
        key=key if len(slopes) > 1 else (),
        key_only_narrow=True,
        slopes=tuple(slopes),
        dates=tuple(names.period(date) for date in dates),
    )


def figure(reading: Slopes) -> Figure:
    """Draw one line per code, from the left edge to the right; of one date only, its end at the
    right.
    """
    values = [end.value for one in reading.slopes for end in one.ends if end.value is not None]
    top = max(values, default=1) * 1.12 or 1
    return {
        "data": [_trace(one) for one in reading.slopes],
        "layout": layout(
            HEIGHT + 44,
            reading.language,
            annotations=[note for side in _sides(reading) for note in _ends(reading, side, top)],
            margin={
                "l": _LEFT,
                "r": _room(reading),
                "t": 12,
                "b": 32,
                "pad": 4,
            },
            xaxis=axis(
                range=[-0.04, 1.04],
                tickvals=_sides(reading),
                ticktext=list(reading.dates),
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


def forms(reading: Slopes) -> Forms:
    """Return how the names leave the lines' ends, where only their numbers have room."""
    notes = tuple(
        f"<b>{end.said}</b>" if side and len(reading.slopes) > 1 else None
        for side in _sides(reading)
        for _, end in _shown(reading, side)
    )
    return Forms(keyed=Keyed(_LEFT + _room(reading) + LEAST, notes, _ALONE))


def _sides(reading: Slopes) -> list[int]:
    return [0, 1] if len(reading.dates) == 2 else [1]


def _room(reading: Slopes) -> float:
    """Return how many pixels the names and numbers at the right need."""
    if len(reading.slopes) == 1:
        return _ALONE
    return max(text_width(one.name) for one in reading.slopes) + 64


def _shown(reading: Slopes, side: int) -> list[tuple[Slope, Point]]:
    """Return the lines that have a value at a side, with it."""
    ends = [(one, one.ends[side if len(one.ends) == 2 else 0]) for one in reading.slopes]
    return [(one, end) for one, end in ends if end.value is not None]


def _trace(one: Slope) -> Figure:
    first, last = one.ends[0], one.ends[-1]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [0, 1],
        "y": [first.value if len(one.ends) == 2 else None, last.value],
        "line": {"color": one.color, "width": 3},
        "marker": {"size": 9, "color": one.color},
        "hoverinfo": "text",
        "hovertext": [first.hover, last.hover],
    }


def _ends(reading: Slopes, side: int, top: float) -> list[Figure]:
    """Return the values at one side, at the right with their names, as annotations that stand
    apart.
    """
    shown = [(one, end.said, end.value or 0) for one, end in _shown(reading, side)]
    heights = spread([value / top * HEIGHT for _, _, value in shown], 19)
    found: list[Figure] = []
    for (one, said, value), height in zip(shown, heights, strict=True):
        note = {
            "x": side,
            "y": value,
            "xanchor": "left" if side else "right",
            "xshift": 12 if side else -12,
            "yshift": height - value / top * HEIGHT,
            "text": f"<b>{said}</b>",
            "showarrow": False,
            "font": {
                "size": LABEL_SIZE,
                "color": "@text" if one.color.startswith("@context") else one.color,
            },
        }
        if side and len(reading.slopes) > 1:
            note |= {
                "text": f"<b>{said}</b>  {one.name}",
                "align": "left",
            }
        found.append(note)
    return found
