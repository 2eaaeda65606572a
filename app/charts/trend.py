"""The `trend` kind: lines over time with names at their ends, gaps left open, breaks drawn, targets
as dashed lines.
"""

from __future__ import annotations

from math import ceil

from app.catalogue.cards import Card
from app.charts.base import Figure, Names, Row, color_of, line_color, unique
from app.charts.dates import OPEN, when
from app.charts.forms import LEAST, Forms, Keyed
from app.charts.labels import spread, text_width
from app.charts.reading import Break, Key, Line, Lines, Point
from app.look.theme import LABEL_SIZE, SMALL_SIZE, axis, layout
from app.words.say import say

HEIGHT = 300
_APART = 19  # pixels from one name at the lines' ends to the next
_LEFT, _MOST = 48, 330  # pixels at the left of the lines, and at most at their right
_ROOM_OF_WORDS = 0.35  # of a narrow chart's width
_HALF = 0.5  # a break stands half a year before the first period after it
_SMOOTH = 16  # with more points than these, a line has no dots


def read(rows: list[Row], card: Card, names: Names) -> Lines:
    """Read one line per code of the card's `by`; `options.references` are what was promised."""
    codes = unique(row[card.by] for row in rows)
    lines = tuple(
        _line(code, index, [row for row in rows if row[card.by] == code], card, names)
        for index, code in enumerate(codes)
    )
    if len(lines) == 1 and lines[0].color == "@context_line":
        lines = (_line(codes[0], 0, rows, card, names, color="@country"),)
    periods = sorted({row["period"] for row in rows}, key=lambda code: (when(code), code))
    first, last = when(periods[0]), when(periods[-1])
    key = tuple(Key(one.name, one.color, "dash" if one.promised else "line") for one in lines)
    return Lines(
        kind=card.chart,
        language=names.language,
        unit=card.unit,
        decimals=card.decimals,
        key=key if len(lines) > 1 else (),
        key_only_narrow=True,
        lines=lines,
        periods=tuple((code, names.period(code)) for code in periods),
        breaks=tuple(
            Break(item.period, item.words[names.language])
            for item in card.breaks
            if first < when(item.period) <= last and (not item.only or {*codes} & {*item.only})
        ),
        from_zero=bool(card.options.get("from_zero", True)),
    )


def _line(
    code: str, index: int, rows: list[Row], card: Card, names: Names, color: str = ""
) -> Line:
    promised = code in card.options.get("references", ())
    color = color or _color(code, index, card, names, promised)
    cuts = [
        when(item.period)
        for item in card.breaks
        if not promised and (not item.only or code in item.only)
    ]
    name = names.name(card.by, code)
    runs: list[list[Point]] = [[]]
    for row in sorted(rows, key=lambda row: when(row["period"])):
        hover = f"{name}<br><b>{names.number(row['value'])}</b> · {names.period(row['period'])}"
        point = Point(row["value"], row["period"], names.said(row), hover, row["status"] == "final")
        if runs[-1] and any(when(runs[-1][-1].period) < cut <= when(row["period"]) for cut in cuts):
            runs.append([])
        runs[-1].append(point)
    strong = (
        promised or code in card.options.get("colors", {}) or color in {"@selected", "@country"}
    )
    return Line(code, name, color, tuple(tuple(run) for run in runs), promised, strong)


def _color(code: str, index: int, card: Card, names: Names, promised: bool) -> str:
    if promised:
        return "@target"
    colors = card.options.get("colors", {})
    if card.by in {"place", "sector"} or code in colors:
        return line_color(color_of(code, card.by, card, names))
    # What the card gives no colour is context: the other colours have meanings of their own.
    return "@country" if index == 0 and "country" not in colors.values() else "@context_line"


def figure(reading: Lines) -> Figure:
    """Draw the lines, their names at their ends, the breaks between them."""
    low, high = _span(reading)
    places = [when(code) for code, _ in reading.periods]
    ticks = _ticks(reading)
    breaks = [when(item.period) - _HALF for item in reading.breaks]
    named = _named_breaks(reading)
    return {
        "data": [_trace(line) for line in reading.lines],
        "layout": layout(
            HEIGHT + 56,
            reading.language,
            annotations=[
                *_ends(reading, low, high),
                *(
                    _break_words(x, item.words, reading.language)
                    for x, item in zip(breaks, reading.breaks, strict=True)
                    if x in named
                ),
            ],
            shapes=[_break_line(x) for x in breaks],
            margin={
                "l": _LEFT,
                "r": _room(reading),
                "t": 24 if breaks else 12,
                "b": 28,
                "pad": 4,
            },
            xaxis=axis(
                showgrid=False,
                tickangle=0,
                tickvals=list(ticks),
                ticktext=list(ticks.values()),
                range=[min(places) - 0.3, max(places) + 0.15],
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
                ticksuffix="%" if reading.unit == "percent" else "",
            ),
        ),
    }


def forms(reading: Lines) -> Forms:
    """Return how the names leave the lines' ends, where only their numbers have room."""
    numbers = [f"<b>{line.last.said}</b>" for line in reading.lines]
    return Forms(
        keyed=Keyed(
            _LEFT + _room(reading) + LEAST,
            (*numbers, *(None for _ in _named_breaks(reading))),
            20 + 9 * _longest_number(reading),
        )
    )


def _trace(line: Line) -> Figure:
    points = _with_gaps(line)
    return {
        "type": "scatter",
        "mode": "lines" if line.promised or len(line.points) > _SMOOTH else "lines+markers",
        "x": [x for x, _ in points],
        "y": [point.value if point else None for _, point in points],
        "connectgaps": False,
        "hoverinfo": "text",
        "line": {
            "color": line.color,
            "width": 3 if line.strong else 2,
            "dash": "dash" if line.promised else "solid",
        },
        "marker": {
            "size": 6,
            "color": line.color,
            # Partial knowledge shows on the mark itself.
            "symbol": [
                "circle-open" if point and not point.final and not line.promised else "circle"
                for _, point in points
            ],
            "line": {"width": 2, "color": line.color},
        },
        "hovertext": [point.hover if point else "" for _, point in points],
    }


def _with_gaps(line: Line) -> list[tuple[float, Point | None]]:
    """Put an empty point wherever a year is missing or the series breaks, so that no line runs over
    it.
    """
    placed: list[tuple[float, Point | None]] = []
    for run in line.runs:
        for point in run:
            x = when(point.period)
            if placed and (point is run[0] or x - placed[-1][0] > OPEN):
                placed.append(((x + placed[-1][0]) / 2, None))
            placed.append((x, point))
    return placed


def _ends(reading: Lines, low: float, high: float) -> list[Figure]:
    """Return the newest value of each line with its name, as annotations that stand apart."""
    unit = (HEIGHT - 20) / ((high - low) or 1)
    at = [(when(line.last.period), line.last.value or 0) for line in reading.lines]
    furthest = max(x for x, _ in at)
    heights = spread([(value - low) * unit for _, value in at], _APART)
    found = []
    for line, (x, value), height in zip(reading.lines, at, heights, strict=True):
        label = f"<b>{line.last.said}</b>"
        found.append(
            {
                "x": furthest if x > furthest - 2 else x,
                "y": value,
                "xanchor": "left",
                "xshift": 10,
                "yshift": height - (value - low) * unit,
                "text": f"{label}  {line.name}" if len(reading.lines) > 1 else label,
                "showarrow": False,
                "align": "left",
                "font": {
                    "size": LABEL_SIZE,
                    "color": "@muted" if line.color.startswith("@context") else line.color,
                },
            }
        )
    return found


def _longest_number(reading: Lines) -> int:
    return max(len(line.last.said) for line in reading.lines)


def _room(reading: Lines) -> float:
    """Return how many pixels the names and numbers at the lines' ends need."""
    if len(reading.lines) == 1:
        return 70
    longest = max(text_width(line.name) for line in reading.lines)
    return min(longest + 26 + 9 * _longest_number(reading), _MOST)


def _span(reading: Lines) -> tuple[float, float]:
    values = [point.value or 0 for line in reading.lines for point in line.points]
    low, high = min(values), max(values)
    if reading.from_zero:
        room = (max(high, 0) - min(low, 0)) * 0.08 or 1
        return (low - room if low < 0 else 0.0), (high + room if high > 0 else 0.0)
    room = (high - low) * 0.12 or abs(high) * 0.1 or 1
    return low - room, high + room


def _ticks(reading: Lines) -> dict[float, str]:
    """Return the positions that get a label, with their words: from the last one back, each as far
    from the next as its words need.

    Where parts of years run over several years, the years alone are named: quarters in words would
    cover each other.
    """
    words = {when(code): said for code, said in reading.periods}
    first, last = min(words), max(words)
    if last - first >= 3 and any(place != int(place) for place in words):
        words = {float(year): str(year) for year in range(ceil(first), int(last) + 1)}
    kept: list[float] = []
    for place in sorted(words, reverse=True):
        if not kept or kept[-1] - place >= (last - first) / 7.5:
            kept.append(place)
    return {place: words[place] for place in reversed(kept)}


def _named_breaks(reading: Lines) -> list[float]:
    """Return where breaks are named: of two so near that their words would meet on a phone the
    first speaks for both.
    """
    places = [when(code) for code, _ in reading.periods]
    room = _ROOM_OF_WORDS * (max(places) - min(places))
    named: list[float] = []
    for x in (when(item.period) - _HALF for item in reading.breaks):
        if not named or x - named[-1] > room:
            named.append(x)
    return named


def _break_words(x: float, why: str, language: str) -> Figure:
    return {
        "x": x,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": "center",
        "showarrow": False,
        "text": say(language, "series_break"),
        "font": {"size": 12, "color": "@target"},
        "hovertext": why,
    }


def _break_line(x: float) -> Figure:
    return {
        "type": "line",
        "x0": x,
        "x1": x,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": "@target", "width": 1.5, "dash": "dot"},
    }
