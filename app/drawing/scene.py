"""Turns an exhibit's figure into plain marks (boxes, lines, shapes, texts) at a given width, for
files and pages without scripts; writes no file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from math import hypot
from typing import Any

from app.charts.base import Drawing
from app.charts.labels import spread
from app.drawing.fit import (
    BESIDE,
    BORDER,
    LINE_HEIGHT,
    Fitted,
    each,
    fitted,
    lines_of,
    plain,
    run_width,
    wide,
)

Points = tuple[tuple[float, float], ...]
_FINE = 0.7
_LENGTHS = {"x", "y", "width", "height", "radius", "size", "line_width"}


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; colours are tokens of app.look.theme (`@fprk`), or None. Lengths are
    pixels from the top left.
    """

    x: float
    y: float
    width: float
    height: float
    fill: str | None
    line: str | None = None
    line_width: float = 0
    hover: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    points: Points
    color: str
    width: float
    dash: bool = False
    hover: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed shape of one or more rings; `hatched` stands for what is not published."""

    rings: tuple[Points, ...]
    fill: str | None
    line: str | None = None
    line_width: float = 1
    hatched: bool = False
    hover: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A round mark; a hollow one is filled with the paper."""

    x: float
    y: float
    radius: float
    fill: str | None
    line: str | None = None
    line_width: float = 0
    hover: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is its baseline, `anchor` start, middle or end. `joined`: it goes on
    where the text before it ends, in another weight.
    """

    x: float
    y: float
    text: str
    size: float
    color: str
    bold: bool = False
    anchor: str = "start"
    joined: bool = False


Mark = Box | Line | Shape | Dot | Text


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing of fixed size; marks are in the order in which they cover each other.
    `abbreviated`: names are in the key, not at the lines' ends.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    abbreviated: bool = False


def draw(
    drawing: Drawing, width: float, *, mode: str = "map", grow: float = 1.0, flat: float = 1.0
) -> Scene:
    """Return the drawing as marks, `width` pixels wide: the twin of `figureFor` on the page and of
    what Plotly makes of it.

    `mode` is map or tiles (maps only). `grow` multiplies the sizes of type and of all else, for
    print: labels fit as they fit at `width / grow`. `flat` is the height as a part of the figure's
    own.
    """
    fit = fitted(drawing, width / grow, mode, flat)
    marks: Iterable[Mark] = (
        *_grid(fit),
        *_shapes(fit, below=True),
        *_bars(fit),
        *_scatters(fit),
        *_ticks(fit),
        *_shapes(fit, below=False),
        *_annotations(fit),
    )
    if grow != 1:
        marks = (_grown(mark, grow) for mark in marks)
    return Scene(width, fit.figure["layout"]["height"] * grow, tuple(marks), fit.abbreviated)


def _grown(mark: Mark, by: float) -> Mark:
    lengths = {
        field.name: getattr(mark, field.name) * by
        for field in fields(mark)
        if field.name in _LENGTHS
    }
    match mark:
        case Line():
            return replace(mark, **lengths, points=_grown_points(mark.points, by))
        case Shape():
            return replace(
                mark, **lengths, rings=tuple(_grown_points(ring, by) for ring in mark.rings)
            )
    return replace(mark, **lengths)


def _grown_points(points: Points, by: float) -> Points:
    return tuple((x * by, y * by) for x, y in points)


def _grid(fit: Fitted) -> Iterator[Line]:
    x, y = fit.figure["layout"]["xaxis"], fit.figure["layout"]["yaxis"]
    for axis, ticks, scale in ((x, fit.ticks_x, fit.x), (y, fit.ticks_y, fit.y)):
        for at in (scale.at(value) for value, _ in ticks if axis.get("showgrid", True)):
            yield Line(
                ((at, fit.y.start), (at, fit.y.end))
                if axis is x
                else ((fit.x.start, at), (fit.x.end, at)),
                axis["gridcolor"],
                1,
            )
    if y.get("visible", True) and y.get("zeroline") and min(y["range"]) <= 0 <= max(y["range"]):
        at = fit.y.at(0)
        yield Line(
            ((fit.x.start, at), (fit.x.end, at)), y["zerolinecolor"], y.get("zerolinewidth", 1)
        )


def _ticks(fit: Fitted) -> Iterator[Text]:
    x, y = fit.figure["layout"]["xaxis"], fit.figure["layout"]["yaxis"]
    top, bottom = sorted((fit.y.start, fit.y.end))
    for value, text in fit.ticks_x:
        size = x["tickfont"]["size"]
        first = (
            top - fit.pad - size * (0.25 + text.count("<br>") * LINE_HEIGHT)
            if x.get("side") == "top"
            else bottom + fit.pad + size
        )
        yield from _written(text, fit.x.at(value), first, x["tickfont"], "middle")
    for value, text in fit.ticks_y:
        yield from _written(
            text,
            fit.x.start - fit.pad,
            _centred(text, fit.y.at(value), y["tickfont"]["size"]),
            y["tickfont"],
            "end",
        )


def _bars(fit: Fitted) -> Iterator[Box | Text]:
    layout = fit.figure["layout"]
    traces = [trace for trace in fit.figure["data"] if trace["type"] == "bar"]
    stacked = layout.get("barmode") == "stack"
    group = abs(fit.y.at(1) - fit.y.at(0)) * (1 - layout.get("bargap", 0))
    step = group if stacked else group / max(len(traces), 1)
    thick = step * (1 - layout.get("bargroupgap", 0))
    ends: dict[Any, float] = {}
    words: list[Text] = []
    for order, trace in enumerate(traces):
        for index, (code, value) in enumerate(zip(trace["y"], trace["x"], strict=True)):
            begin = ends.get(code, 0.0) if stacked else 0.0
            ends[code] = begin + value
            middle = fit.y.at(code) + (0 if stacked else (order + 0.5) * step - group / 2)
            left, right = sorted((fit.x.at(begin), fit.x.at(begin + value)))
            # What has no value has no bar: a line's width of colour would be read as a small
            # number.
            if right > left:
                line = trace["marker"].get("line", {})
                yield Box(
                    left,
                    middle - thick / 2,
                    right - left,
                    thick,
                    each(trace["marker"]["color"], index),
                    line.get("color"),
                    line.get("width", 0),
                    _hover(trace, index),
                )
            words += _bar_text(trace, index, left, right, middle)
    yield from words


def _bar_text(
    trace: dict[str, Any], index: int, left: float, right: float, middle: float
) -> Iterator[Text]:
    """Yield what is written beside a bar, or in it as far as it fits."""
    text = each(trace.get("text", ""), index)
    if text and trace["textposition"] == "inside":
        lines = text.split("<br>")
        while lines and wide("<br>".join(lines), trace["textfont"]["size"]) > right - left - 2:
            lines.pop()
        text = "<br>".join(lines)
    if text:
        font = {"size": trace["textfont"]["size"], "color": each(trace["textfont"]["color"], index)}
        at, anchor = (
            (right + BESIDE, "start")
            if trace["textposition"] == "outside"
            else ((left + right) / 2, "middle")
        )
        yield from _written(text, at, _centred(text, middle, font["size"]), font, anchor)


def _scatters(fit: Fitted) -> Iterator[Mark]:
    for trace in fit.figure["data"]:
        if trace["type"] != "scatter":
            continue
        if trace.get("fill") == "toself":
            rings = tuple(_thinned(ring) for ring in _pieces(trace, fit))
            yield Shape(
                rings,
                trace["fillcolor"],
                trace["line"]["color"],
                trace["line"]["width"],
                "fillpattern" in trace,
                plain(trace["text"]),
            )
            continue
        if "lines" in trace["mode"]:
            line = trace["line"]
            for piece in _pieces(trace, fit):
                if len(piece) > 1:
                    yield Line(
                        tuple(piece),
                        line["color"],
                        line["width"],
                        line.get("dash", "solid") != "solid",
                        _line_hover(trace),
                    )
        if "markers" in trace["mode"]:
            yield from _markers(trace, fit)
        if "text" in trace["mode"]:
            yield from (
                _beside_cities(list(_words(trace, fit)), fit) if fit.regions else _words(trace, fit)
            )


def _pieces(trace: dict[str, Any], fit: Fitted) -> list[list[tuple[float, float]]]:
    """Return the points between the gaps of a line or of an outline."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is None or y is None:
            pieces.append([])
        else:
            pieces[-1].append((fit.x.at(x), fit.y.at(y)))
    return [piece for piece in pieces if piece]


def _thinned(ring: list[tuple[float, float]]) -> Points:
    """Return an outline without the points that stand out by less than `_FINE` pixels (Douglas and
    Peucker): at this size nobody sees them.
    """
    kept = {0, len(ring) - 1}
    spans = [(0, len(ring) - 1)]
    while spans:
        first, last = spans.pop()
        (x0, y0), (x1, y1) = ring[first], ring[last]
        long = hypot(x1 - x0, y1 - y0)
        # The ends of an outline are one point: there, what stands out is what is far from it.
        out = [
            abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / long
            if long
            else hypot(x - x0, y - y0)
            for x, y in ring[first + 1 : last]
        ]
        if out and max(out) > _FINE:
            turn = first + 1 + out.index(max(out))
            kept.add(turn)
            spans += [(first, turn), (turn, last)]
    return tuple(ring[index] for index in sorted(kept))


def _markers(trace: dict[str, Any], fit: Fitted) -> Iterator[Line | Dot]:
    marker = trace["marker"]
    for index, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if y is None or marker.get("opacity") == 0:
            continue
        at_x, at_y, hover = fit.x.at(x), fit.y.at(y), _hover(trace, index)
        radius, color, line = (
            each(marker["size"], index) / 2,
            each(marker["color"], index),
            marker.get("line", {}),
        )
        symbol = each(marker.get("symbol", "circle"), index)
        if symbol == "line-ns-open":
            yield Line(
                ((at_x, at_y - radius * 1.4), (at_x, at_y + radius * 1.4)),
                line["color"],
                line["width"],
                hover=hover,
            )
        elif symbol == "circle-open":
            yield Dot(at_x, at_y, radius, "@paper", color, line["width"], hover)
        else:
            yield Dot(
                at_x, at_y, radius, color, line.get("color", "@paper"), line.get("width", 0), hover
            )


def _words(trace: dict[str, Any], fit: Fitted) -> Iterator[Text]:
    size = trace["textfont"]["size"]
    for index, (x, y, text) in enumerate(zip(trace["x"], trace["y"], trace["text"], strict=True)):
        if text:
            anchor = {"left": "end", "right": "start", "center": "middle"}[
                each(trace.get("textposition", "middle center"), index).split(" ")[1]
            ]
            first = fit.y.at(y) + size * (0.25 - text.count("<br>") * LINE_HEIGHT / 2)
            yield from _written(
                text,
                fit.x.at(x),
                first,
                {"size": size, "color": each(trace["textfont"]["color"], index)},
                anchor,
            )


def _beside_cities(words: list[Text], fit: Fitted) -> Iterator[Text]:
    """Yield the numbers of a map, those that would stand on a city's circle moved beside it: small
    maps have them close together.
    """
    circles = [
        mark
        for trace in fit.figure["data"]
        if trace["mode"] == "markers"
        for mark in _markers(trace, fit)
        if isinstance(mark, Dot)
    ]
    for text in words:
        half, middle = run_width([(text.text, text.bold)], text.size) / 2, text.y - text.size / 3
        for circle in circles:
            room = half + circle.radius + circle.line_width
            if (
                abs(circle.y - middle) < circle.radius + text.size / 2
                and abs(circle.x - text.x) < room
            ):
                text = replace(text, x=circle.x + (room if text.x > circle.x else -room))
        yield text


def _shapes(fit: Fitted, *, below: bool) -> Iterator[Line | Box]:
    """Yield lines and rectangles under or over the traces; those that look alike stand together."""
    shapes = [
        shape
        for shape in fit.figure["layout"].get("shapes", ())
        if (shape.get("layer") == "below") == below
    ]
    for shape in sorted(shapes, key=lambda one: (one.get("fillcolor", ""), one["line"]["color"])):
        line = shape["line"]
        x0, x1 = fit.x.at(shape["x0"]), fit.x.at(shape["x1"])
        y0, y1 = (_height(shape, value, fit) for value in (shape["y0"], shape["y1"]))
        if shape["type"] == "line":
            yield Line(
                ((x0, y0), (x1, y1)),
                line["color"],
                line["width"],
                line.get("dash", "solid") != "solid",
            )
        else:
            yield Box(
                min(x0, x1),
                min(y0, y1),
                abs(x1 - x0),
                abs(y1 - y0),
                shape["fillcolor"],
                line["color"],
                line["width"],
            )


def _height(item: dict[str, Any], value: Any, fit: Fitted) -> float:
    return (
        fit.y.start + value * (fit.y.end - fit.y.start)
        if item.get("yref") == "paper"
        else fit.y.at(value)
    )


def _annotations(fit: Fitted) -> Iterator[Text]:
    notes = fit.figure["layout"].get("annotations", ())
    heights = [_height(note, note["y"], fit) - note.get("yshift", 0) for note in notes]
    for side in ("left", "right"):
        # Beside lines that end close to each other, names stand one under the other.
        beside = [
            index
            for index, note in enumerate(notes)
            if note.get("xanchor") == side and note.get("yshift") is not None
        ]
        least = max((notes[index]["font"]["size"] for index in beside), default=0) * LINE_HEIGHT
        lowest = max(fit.y.start, fit.y.end) - least / 3
        for index, height in sorted(
            zip(beside, spread([heights[index] for index in beside], least), strict=True),
            key=lambda pair: -pair[1],
        ):
            heights[index] = min(height, lowest)
            lowest = heights[index] - least
    for note, height in zip(notes, heights, strict=True):
        size, side = note["font"]["size"], note.get("xanchor", "center")
        x = (
            fit.x.at(note["x"])
            + note.get("xshift", 0)
            + {"left": BORDER, "right": -BORDER, "center": 0}[side]
        )
        first = (
            height - 0.25 * size
            if note.get("yanchor") == "bottom"
            else _centred(note["text"], height, size)
        )
        yield from _written(
            note["text"],
            x,
            first,
            note["font"],
            {"left": "start", "right": "end", "center": "middle"}[side],
        )


def _written(
    text: str, x: float, first: float, font: dict[str, Any], anchor: str
) -> Iterator[Text]:
    """Yield a text with `<b>` and `<br>`, the baseline of its first line at `first`."""
    size, color = font["size"], font["color"]
    for index, line in enumerate(lines_of(text)):
        y = first + index * LINE_HEIGHT * size
        if len(line) == 1:
            yield Text(x, y, line[0][0], size, color, line[0][1], anchor)
            continue
        at = x - run_width(line, size) * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        for place, (run, bold) in enumerate(line):
            yield Text(at, y, run, size, color, bold, joined=place > 0)
            at += run_width([(run, bold)], size)


def _centred(text: str, y: float, size: float) -> float:
    """Return the first baseline of a text whose lines stand around `y`."""
    return y + size * (0.35 - text.count("<br>") * LINE_HEIGHT / 2)


def _hover(trace: dict[str, Any], index: int) -> str:
    return plain(each(trace["hovertext"], index)) if "hovertext" in trace else ""


def _line_hover(trace: dict[str, Any]) -> str:
    """Return what a whole line says of itself: its own text, or the name that stands first in those
    of its points.
    """
    said = trace.get("hovertext", "")
    return (
        plain(said)
        if isinstance(said, str)
        else plain(next((text for text in said if text), "").split("<br>")[0])
    )
