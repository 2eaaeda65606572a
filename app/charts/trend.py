"""The `trend` kind: lines over time with names at their ends, gaps left open, breaks drawn, targets
as dashed lines.
"""

from __future__ import annotations

import re
from math import ceil

from app.catalogue.cards import Card
from app.charts.base import Drawing, Key, Names, Row, color_of, line_color, unique
from app.charts.labels import spread, text_width
from app.look.theme import LABEL_SIZE, SMALL_SIZE, axis, layout

HEIGHT = 300


def trend(rows: list[Row], card: Card, names: Names) -> Drawing:
    """Draw one line per code of `options.by` (default `series`); `options.references` are dashed
    target lines.
    """
    by = card.options.get("by", "series")
    references = set(card.options.get("references", ()))
    codes = unique(row[by] for row in rows)
    positions = {period: _position(period) for period in sorted({row["period"] for row in rows})}
    values = [row["value"] for row in rows if row["value"] is not None] or [0]
    low, high = _span(values, bool(card.options.get("from_zero", True)))
    data, ends, key = [], [], []
    for index, code in enumerate(codes):
        color = _color(code, by, card, names, index, code in references)
        if len(codes) == 1 and color == "@context_line":
            color = "@country"
        cuts = [
            _position(item.period) - 0.5
            for item in card.breaks
            if code not in references and (not item.only or code in item.only)
        ]
        points = _with_gaps(
            [(positions[row["period"]], row) for row in rows if row[by] == code], cuts
        )
        present = [
            point for point in points if point[1] is not None and point[1]["value"] is not None
        ]
        if not present:
            continue
        strong = (
            code in card.options.get("colors", {})
            or color in {"@selected", "@country"}
            or code in references
        )
        data.append(
            {
                "type": "scatter",
                "mode": "lines" if code in references or len(present) > 16 else "lines+markers",
                "x": [x for x, _ in points],
                "y": [row["value"] if row else None for _, row in points],
                "connectgaps": False,
                "hoverinfo": "text",
                "line": {
                    "color": color,
                    "width": 3 if strong else 2,
                    "dash": "dash" if code in references else "solid",
                },
                "marker": {
                    "size": 6,
                    "color": color,
                    "symbol": [_symbol(row, code in references) for _, row in points],
                    "line": {"width": 2, "color": color},
                },
                "hovertext": [
                    f"{names.name(by, code)}<br><b>{names.number(row['value'])}</b> · "
                    f"{names.period(row['period'])}"
                    if row
                    else ""
                    for _, row in points
                ],
            }
        )
        ends.append(
            (
                names.name(by, code),
                color,
                present[-1][0],
                present[-1][1]["value"],
                code in references,
            )
        )
        key.append(Key(names.name(by, code), color, "dash" if code in references else "line"))
    unit = (HEIGHT - 20) / ((high - low) or 1)
    last = max(end[2] for end in ends)
    heights = spread([(end[3] - low) * unit for end in ends], 19)
    annotations = []
    for (name, color, x, value, _), height in zip(ends, heights, strict=True):
        label = f"<b>{names.bare(value)}</b>"
        annotations.append(
            {
                "x": last if x > last - 2 else x,
                "y": value,
                "xanchor": "left",
                "xshift": 10,
                "yshift": height - (value - low) * unit,
                "text": f"{label}  {name}" if len(ends) > 1 else label,
                "showarrow": False,
                "align": "left",
                "name": f"narrow:{label}",
                "font": {
                    "size": LABEL_SIZE,
                    "color": "@muted" if color.startswith("@context") else color,
                },
            }
        )
    breaks = [
        item
        for item in card.breaks
        if _inside(positions, item.period) and (not item.only or set(codes) & set(item.only))
    ]
    shapes = [_break_line(positions, item.period) for item in breaks]
    annotations += [
        {
            "x": _position(item.period) - 0.5,
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "xanchor": "center",
            "showarrow": False,
            "text": names.say("series_break"),
            "font": {"size": 12, "color": "@target"},
            "hovertext": item.words[names.language],
        }
        for item in breaks
    ]
    wide = (
        max(text_width(name) for name, *_ in ends)
        + 26
        + 9 * max(len(names.bare(end[3])) for end in ends)
        if len(ends) > 1
        else 70
    )
    ticks = _ticks(positions, names)
    figure = {
        "data": data,
        "layout": layout(
            HEIGHT + 56,
            names.language,
            annotations=annotations,
            shapes=shapes,
            margin={"l": 48, "r": min(wide, 330), "t": 24 if shapes else 12, "b": 28, "pad": 4},
            meta={"narrow_right": 20 + 9 * max(len(names.bare(end[3])) for end in ends)},
            xaxis=axis(
                showgrid=False,
                tickangle=0,
                tickvals=list(ticks),
                ticktext=list(ticks.values()),
                range=[min(positions.values()) - 0.3, max(positions.values()) + 0.15],
                tickfont={"size": SMALL_SIZE, "color": "@muted"},
            ),
            yaxis=axis(
                range=[low, high],
                zeroline=low < 0,
                zerolinecolor="@muted",
                zerolinewidth=1.5,
                nticks=5,
                separatethousands=True,
                exponentformat="none",
                ticksuffix="%" if card.unit == "percent" else "",
            ),
        ),
    }
    return Drawing(figure, tuple(key) if len(ends) > 1 else (), key_only_narrow=True)


def _position(period: str) -> float:
    """Return where a period stands on the axis, in years: quarters by quarter, spans in their
    middle.
    """
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", period):
        return int(match[1]) + (int(match[2]) - 1) / 4
    if match := re.fullmatch(r"(\d{4})/(\d{4})", period):
        return (int(match[1]) + int(match[2])) / 2
    return float(period[:4])


def _with_gaps(
    points: list[tuple[float, Row]], cuts: list[float]
) -> list[tuple[float, Row | None]]:
    """Put an empty point wherever a year is missing or the series breaks, so that no line runs over
    it.
    """
    ordered: list[tuple[float, Row | None]] = []
    for x, row in sorted(points, key=lambda point: point[0]):
        if ordered and (
            x - ordered[-1][0] > 1.01 or any(ordered[-1][0] <= cut < x for cut in cuts)
        ):
            ordered.append(((x + ordered[-1][0]) / 2, None))
        ordered.append((x, row))
    return ordered


def _span(values: list[float], from_zero: bool) -> tuple[float, float]:
    low, high = min(values), max(values)
    if from_zero:
        room = (max(high, 0) - min(low, 0)) * 0.08 or 1
        return (low - room if low < 0 else 0.0), (high + room if high > 0 else 0.0)
    room = (high - low) * 0.12 or abs(high) * 0.1 or 1
    return low - room, high + room


def _color(code: str, by: str, card: Card, names: Names, index: int, reference: bool) -> str:
    if reference:
        return "@target"
    if by in {"place", "sector"} or code in card.options.get("colors", {}):
        return line_color(color_of(code, by, card, names))
    # What the card gives no colour is context: the other colours have meanings of their own.
    return (
        "@country"
        if index == 0 and "country" not in card.options.get("colors", {}).values()
        else "@context_line"
    )


def _ticks(positions: dict[str, float], names: Names) -> dict[float, str]:
    """Return the positions that get a label, with their words: from the last one back, each as far
    from the next as its words need.

    Where parts of years run over several years, the years alone are named: quarters in words would
    cover each other.
    """
    words = {place: names.period(period) for period, place in positions.items()}
    first, last = min(words), max(words)
    if last - first >= 3 and any(place != int(place) for place in words):
        words = {float(year): str(year) for year in range(ceil(first), int(last) + 1)}
    kept: list[float] = []
    for place in sorted(words, reverse=True):
        if not kept or kept[-1] - place >= (last - first) / 7.5:
            kept.append(place)
    return {place: words[place] for place in reversed(kept)}


def _symbol(row: Row | None, reference: bool) -> str:
    """Return a hollow mark for what is not final: partial knowledge shows on the mark itself."""
    return "circle-open" if row and row["status"] != "final" and not reference else "circle"


def _inside(positions: dict[str, float], period: str) -> bool:
    return min(positions.values()) < _position(period) <= max(positions.values())


def _break_line(positions: dict[str, float], period: str) -> dict:
    x = _position(period) - 0.5
    return {
        "type": "line",
        "x0": x,
        "x1": x,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": "@target", "width": 1.5, "dash": "dot"},
    }
