"""Turns an exhibit's figure into plain marks (boxes, lines, shapes, texts) at a given width, for files and pages without scripts; writes no file."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from math import floor, log10
from typing import Any

from app.charts import Drawing
from app.charts.base import spread, unique
from app.language import MINUS
from app.paths import data_folder
from app.typeface import width as text_width

NARROW = 520  # as in charts.js: below this width labels break into more lines
MATRIX_NARROW = 860
LEAST = 96
LINE_HEIGHT = 1.3
_CITY = 9.5
_MARK = re.compile(r"(</?b>)")
_GEO = re.compile(r"@(shape|label):(KZ-\d\d):([xy])")


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; colours are tokens of app.theme (`@fprk`), or None. Lengths are pixels from the top left."""

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

    points: tuple[tuple[float, float], ...]
    color: str
    width: float
    dash: bool = False
    hover: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed shape of one or more rings; `hatched` stands for what is not published."""

    rings: tuple[tuple[tuple[float, float], ...], ...]
    fill: str | None
    line: str | None = None
    line_width: float = 1
    hatched: bool = False
    hover: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A round mark; a hollow one has no fill."""

    x: float
    y: float
    radius: float
    fill: str | None
    line: str | None = None
    line_width: float = 0
    hover: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is its baseline, `anchor` start, middle or end. `joined`: it goes on where the text before it ends, in another weight."""

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
    """A drawing of fixed size; marks are in the order in which they cover each other. `abbreviated`: names are in the key, not at the lines' ends."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    abbreviated: bool = False


def draw(drawing: Drawing, width: float, *, mode: str = "map", grow: float = 1.0) -> Scene:
    """Return the drawing as marks, `width` pixels wide: the twin of `figureFor` in charts.js and of what Plotly makes of it.

    `mode` is map or tiles (maps only); `grow` multiplies the sizes of type, for print.
    """
    figure, abbreviated = _fitted(drawing.figure, width, mode, grow)
    frame = _frame(figure, width)
    marks = [*_grid(figure, frame), *_shapes(figure, frame, below=True), *_bars(figure, frame), *_scatters(figure, frame), *_ticks(figure, frame),
             *_shapes(figure, frame, below=False), *_annotations(figure, frame)]
    return Scene(width, figure["layout"]["height"], tuple(marks), abbreviated)


# --- the figure at a width: what charts.js does before it hands over to Plotly ---------------------------------------------------------------


def _fitted(figure: dict[str, Any], width: float, mode: str, grow: float) -> tuple[dict[str, Any], bool]:
    """Return the figure as it is drawn at a width, and whether names have moved from the lines' ends into the key."""
    meta = figure["layout"].get("meta", {})
    shown = {f"only:{mode}", f"only:{'narrow' if width < MATRIX_NARROW else 'wide'}"}
    data = [trace for trace in figure["data"] if not str(trace.get("name", "")).startswith("only:") or trace["name"] in shown]
    fitted = _placed({"data": data, "layout": figure["layout"]}, mode) if meta.get("map") else copy.deepcopy({"data": data, "layout": figure["layout"]})
    layout = fitted["layout"]
    if meta.get("map"):
        layout["height"] = max(210, min(layout["height"], round(width * 0.57)))
    abbreviated = "narrow_right" in meta and width - layout["margin"]["l"] - layout["margin"]["r"] < LEAST
    if abbreviated:
        for note in layout.get("annotations", ()):
            if note.get("name", "").startswith("narrow:"):
                note["text"] = note["name"].removeprefix("narrow:")
        layout["margin"]["r"] = meta["narrow_right"]
    if meta.get("matrix") and width < MATRIX_NARROW:
        layout["xaxis"]["ticktext"] = meta["narrow_columns"]
        if width < NARROW:
            layout["yaxis"]["ticktext"] = meta["narrow_rows"]
    if meta.get("network") and width < NARROW:
        layout["margin"] |= {"l": 92, "r": 150}
        for note in layout["annotations"]:
            note["text"] = _wrapped(note["text"], 11 if note["xanchor"] == "right" else 19)
            note["font"]["size"] = 12
    if width < NARROW and not meta.get("matrix"):
        _narrow(fitted, width, mode)
    if grow != 1:
        _enlarge(fitted, grow)
    return fitted, abbreviated


def _narrow(figure: dict[str, Any], width: float, mode: str) -> None:
    layout = figure["layout"]
    if words := layout["yaxis"].get("ticktext"):
        words = layout["yaxis"]["ticktext"] = [_wrapped(text, 17) for text in words]
        lines = max(1, *(text.count("<br>") + 1 for text in words))
        layout["height"] = max(layout["height"], 24 + len(words) * (lines * 17 + 6))
    _thin_ticks(layout, width)
    _make_room(figure, width)
    if layout.get("meta", {}).get("map"):
        for trace in figure["data"]:
            if trace["mode"] == "text":
                trace["textfont"]["size"] = 9.5 if mode == "map" else 10
                if mode == "tiles":
                    trace["text"] = [re.sub(r"^[^<]{9,}", lambda name: f"{name[0][:7]}.", text) for text in trace["text"]]


def _thin_ticks(layout: dict[str, Any], width: float) -> None:
    """Let years stand as close as their four digits allow, the last one always."""
    axis = layout["xaxis"]
    values, span = axis.get("tickvals"), axis.get("range")
    if not values or not span or len(values) < 3:
        return
    unit = (width - layout["margin"]["l"] - layout["margin"]["r"]) / (_number(span[1]) - _number(span[0]))
    kept: list[int] = []
    for index in range(len(values) - 1, -1, -1):
        if not kept or (_number(values[kept[0]]) - _number(values[index])) * unit >= 36:
            kept.insert(0, index)
    axis["ticktext"] = [axis["ticktext"][index] for index in kept]
    axis["tickvals"] = [values[index] for index in kept]


def _make_room(figure: dict[str, Any], width: float) -> None:
    """Give values written beyond the bars their width at the right, whatever the longest bar is."""
    layout = figure["layout"]
    written = next((trace for trace in figure["data"] if trace.get("mode") == "text" and trace.get("textposition") == "middle right"), None)
    if written is None or layout["yaxis"].get("type") != "category" or layout["xaxis"].get("visible", True):
        return
    longest = max(len(_plain(text)) for text in written["text"]) * 7.4
    labels = max(len(line) for text in layout["yaxis"]["ticktext"] for line in _plain(text).split("\n")) * 7.4
    room = max(60, width - labels - 20)
    layout["xaxis"]["range"][1] = max(layout["xaxis"]["range"][1], max(written["x"]) * room / max(40, room - longest))


def _enlarge(figure: dict[str, Any], grow: float) -> None:
    def fonts(value: Any) -> None:
        if isinstance(value, list):
            for part in value:
                fonts(part)
        elif isinstance(value, dict):
            for name, part in value.items():
                if name.endswith("font") and isinstance(part, dict) and "size" in part:
                    part["size"] *= grow
                else:
                    fonts(part)

    fonts(figure)
    layout = figure["layout"]
    if not layout.get("meta", {}).get("map"):
        layout["height"] = round(layout["height"] * (1 + (grow - 1) * 0.68))
    if layout["margin"]["r"] > 60:
        layout["margin"]["r"] *= 1 + (grow - 1) * 0.9


def _wrapped(text: str, least: int) -> str:
    bold = text.startswith("<b>")
    lines = [""]
    for part in re.sub(r"</?b>", "", text).replace("<br>", " ").split(" "):
        if lines[-1] and len(lines[-1]) + len(part) + 1 > least:
            lines.append(part)
        else:
            lines[-1] = f"{lines[-1]} {part}".strip()
    return f"<b>{'<br>'.join(lines)}</b>" if bold else "<br>".join(lines)


def _plain(text: str) -> str:
    return re.sub(r"</?b>", "", text).replace("<br>", "\n")


# --- places of regions -----------------------------------------------------------------------------------------------------------------------


def _placed(value: Any, mode: str) -> Any:
    """Return the figure with the map's or the tiles' numbers where it names them."""
    if isinstance(value, str) and (match := _GEO.fullmatch(value)):
        kind, place, axis = match.groups()
        return _geometry(mode)[place][kind]["xy".index(axis)]
    if isinstance(value, dict):
        return {name: _placed(part, mode) for name, part in value.items()}
    if isinstance(value, list):
        return [_placed(part, mode) for part in value]
    return value


@cache
def _geometry(mode: str) -> dict[str, dict[str, tuple[Any, Any]]]:
    folder = data_folder() / "geo"
    regions = json.loads((folder / "regions.json").read_text(encoding="utf-8"))
    if mode == "map":
        return {place: {"shape": (one["x"], one["y"]), "label": tuple(one["label"])} for place, one in regions["regions"].items()}
    tiles = json.loads((folder / "tiles.json").read_text(encoding="utf-8"))
    wide = regions["width"] / (max(column for column, _ in tiles.values()) + 1)
    high = regions["height"] / (max(line for _, line in tiles.values()) + 1)
    places = {}
    for place, (column, line) in tiles.items():
        x0, x1 = column * wide + 3, (column + 1) * wide - 3
        y0, y1 = regions["height"] - (line + 1) * high + 3, regions["height"] - line * high - 3
        places[place] = {"shape": ([x0, x1, x1, x0, x0], [y0, y0, y1, y1, y0]), "label": ((x0 + x1) / 2, (y0 + y1) / 2)}
    return places


# --- axes ------------------------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Scale:
    """From values to pixels: `low` stands at `start`, `high` at `end`."""

    low: float
    high: float
    start: float
    end: float
    places: dict[Any, int] | None = None

    def at(self, value: Any) -> float:
        place = self.places[value] if self.places is not None and value in self.places else _number(value)
        return self.start + (place - self.low) / (self.high - self.low) * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class _Frame:
    x: _Scale
    y: _Scale
    ticks_x: tuple[tuple[float, str], ...]
    ticks_y: tuple[tuple[float, str], ...]
    pad: float


def _number(value: Any) -> float:
    """Return where a value stands on an axis: a date by its day."""
    return float(date.fromisoformat(value[:10]).toordinal()) if isinstance(value, str) else value


def _frame(figure: dict[str, Any], width: float) -> _Frame:
    layout = figure["layout"]
    margin, x, y = layout["margin"], layout["xaxis"], layout["yaxis"]
    left, right, top, bottom = margin["l"], margin["r"], margin["t"], margin["b"]
    height = layout["height"]
    pad = margin.get("pad", 0)
    places = unique(value for trace in figure["data"] for value in trace.get("y", ())) if y.get("type") == "category" else None
    ticks_x, ticks_y = _ticks_of(x, layout), _ticks_of(y, layout)
    if _labelled(x) and x["automargin"]:
        depth = _lines_high([text for _, text in ticks_x], x["tickfont"]["size"]) + pad
        if x.get("side") == "top":
            top = max(top, depth)
        else:
            bottom = max(bottom, depth)
    if _labelled(y) and y["automargin"]:
        left = max(left, max((_wide(text, y["tickfont"]["size"]) for _, text in ticks_y), default=0) + pad)
    low, high = x["range"]
    scale_x = _Scale(_number(low), _number(high), left, width - right)
    if places is None:
        scale_y = _Scale(*map(_number, y["range"]), height - bottom, top)
    else:
        count = len(places)
        over = 0.5
        if not any(trace["type"] == "bar" for trace in figure["data"]):
            inner = (height - bottom - top)
            room = 0.05 * inner + 6.9
            over = max(count - 1, 0) / max(inner - 2 * room, 1) * room if count > 1 else 1
        scale_y = _Scale(-over, count - 1 + over, top, height - bottom, {place: index for index, place in enumerate(places)})
    if layout.get("meta", {}).get("map"):
        scale_x, scale_y = _equal(scale_x, scale_y)
    return _Frame(scale_x, scale_y, ticks_x, ticks_y, pad)


def _equal(x: _Scale, y: _Scale) -> tuple[_Scale, _Scale]:
    """Return both scales with the same pixels to the unit, each around its middle."""
    unit = min((x.end - x.start) / (x.high - x.low), (y.start - y.end) / (y.high - y.low))
    result = []
    for scale in (x, y):
        middle, half = (scale.low + scale.high) / 2, abs(scale.end - scale.start) / unit / 2
        result.append(_Scale(middle - half, middle + half, scale.start, scale.end))
    return result[0], result[1]


def _labelled(axis: dict[str, Any]) -> bool:
    return axis.get("visible", True) and axis.get("showticklabels", True)


def _ticks_of(axis: dict[str, Any], layout: dict[str, Any]) -> tuple[tuple[Any, str], ...]:
    if not axis.get("visible", True):
        return ()
    if "tickvals" in axis:
        return tuple(zip(axis["tickvals"], axis["ticktext"], strict=True))
    low, high = sorted(map(_number, axis["range"]))
    rough = (high - low) / axis.get("nticks", 5)
    power = 10.0 ** floor(log10(rough) + 1e-12)
    step = power * next(size for size in (2, 5, 10) if size >= rough / power - 1e-9)
    decimals = max(0, -floor(log10(step) + 1e-9))
    first = -floor(-low / step + 1e-9)
    values = [(first + place) * step for place in range(int((high - first * step) / step + 1e-9) + 1)]
    return tuple((value, _written_number(value, decimals, layout["separators"]) + axis.get("ticksuffix", "")) for value in values)


def _written_number(value: float, decimals: int, separators: str) -> str:
    text = f"{abs(value):,.{decimals}f}".replace(",", "\0").replace(".", separators[0]).replace("\0", separators[1])
    return MINUS + text if value < -1e-12 else text


# --- type ------------------------------------------------------------------------------------------------------------------------------------


def _lines(text: str) -> list[list[tuple[str, bool]]]:
    """Return the lines of a marked-up text, each as its runs of one weight."""
    lines: list[list[tuple[str, bool]]] = [[]]
    bold = False
    for index, line in enumerate(text.split("<br>")):
        if index:
            lines.append([])
        for part in _MARK.split(line):
            if _MARK.fullmatch(part):
                bold = part == "<b>"
            elif part:
                lines[-1].append((part, bold))
    return lines


def _wide(text: str, size: float) -> float:
    return max(sum(text_width(run, size, bold=bold) for run, bold in line) for line in _lines(text))


def _lines_high(texts: Iterable[str], size: float) -> float:
    return max(((text.count("<br>") * LINE_HEIGHT + 1.2) * size for text in texts), default=0)


def _text(text: str, x: float, y: float, size: float, color: str, anchor: str) -> Iterator[Text]:
    """Yield a marked-up text whose first baseline is `y`."""
    for index, line in enumerate(_lines(text)):
        baseline = y + index * LINE_HEIGHT * size
        if len(line) == 1:
            yield Text(x, baseline, line[0][0], size, color, line[0][1], anchor)
            continue
        wide = [text_width(run, size, bold=bold) for run, bold in line]
        at = x - sum(wide) * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        for place, ((run, bold), step) in enumerate(zip(line, wide, strict=True)):
            yield Text(at, baseline, run, size, color, bold, joined=place > 0)
            at += step


def _middle(text: str, y: float, size: float) -> float:
    """Return the first baseline of a text whose lines stand around `y`."""
    return y + size * (0.35 - text.count("<br>") * LINE_HEIGHT / 2)


# --- marks -----------------------------------------------------------------------------------------------------------------------------------


def _each(value: Any, index: int) -> Any:
    return value[index] if isinstance(value, list) else value


def _hover(trace: dict[str, Any], index: int) -> str:
    return _plain(_each(trace["hovertext"], index)) if trace.get("hoverinfo") == "text" and trace.get("hovertext") else ""


def _grid(figure: dict[str, Any], frame: _Frame) -> Iterator[Mark]:
    x, y = figure["layout"]["xaxis"], figure["layout"]["yaxis"]
    for axis, ticks, scale in ((x, frame.ticks_x, frame.x), (y, frame.ticks_y, frame.y)):
        if not axis.get("visible", True) or not axis.get("showgrid", True):
            continue
        for value, _ in ticks:
            at = scale.at(value)
            points = ((at, frame.y.start), (at, frame.y.end)) if axis is x else ((frame.x.start, at), (frame.x.end, at))
            yield Line(points, axis["gridcolor"], 1)
    if y.get("visible", True) and y.get("zeroline") and min(y["range"]) <= 0 <= max(y["range"]):
        at = frame.y.at(0)
        yield Line(((frame.x.start, at), (frame.x.end, at)), y["zerolinecolor"], y.get("zerolinewidth", 1))


def _ticks(figure: dict[str, Any], frame: _Frame) -> Iterator[Text]:
    x, y = figure["layout"]["xaxis"], figure["layout"]["yaxis"]
    if _labelled(x):
        size, color = x["tickfont"]["size"], x["tickfont"]["color"]
        for value, text in frame.ticks_x:
            up = x.get("side") == "top"
            edge = min(frame.y.start, frame.y.end) - frame.pad if up else max(frame.y.start, frame.y.end) + frame.pad
            yield from _text(text, frame.x.at(value), edge - (0.25 + text.count("<br>") * LINE_HEIGHT) * size if up else edge + size, size, color, "middle")
    if _labelled(y):
        size, color = y["tickfont"]["size"], y["tickfont"]["color"]
        for value, text in frame.ticks_y:
            yield from _text(text, frame.x.start - frame.pad, _middle(text, frame.y.at(value), size), size, color, "end")


def _bars(figure: dict[str, Any], frame: _Frame) -> Iterator[Mark]:
    layout = figure["layout"]
    traces = [trace for trace in figure["data"] if trace["type"] == "bar"]
    if not traces:
        return
    stacked = layout.get("barmode") == "stack"
    unit = abs(frame.y.at(1) - frame.y.at(0))
    group = unit * (1 - layout["bargap"])
    step = group if stacked else group / len(traces)
    thick = step * (1 - layout.get("bargroupgap", 0))
    ends: dict[Any, float] = {}
    texts: list[Text] = []
    for order, trace in enumerate(traces):
        for index, (code, value) in enumerate(zip(trace["y"], trace["x"], strict=True)):
            begin = ends.get(code, 0.0) if stacked else 0.0
            ends[code] = begin + value
            x0, x1 = frame.x.at(begin), frame.x.at(begin + value)
            middle = frame.y.at(code) if stacked else frame.y.at(code) - group / 2 + (order + 0.5) * step
            if x0 != x1:
                line = trace["marker"].get("line", {})
                yield Box(min(x0, x1), middle - thick / 2, abs(x1 - x0), thick, _each(trace["marker"]["color"], index),
                          line.get("color") if line.get("width") else None, line.get("width", 0), _hover(trace, index))
            if text := _each(trace.get("text", ""), index):
                font = trace["textfont"]
                at, anchor = (x1 + 3, "start") if trace["textposition"] == "outside" else ((x0 + x1) / 2, "middle")
                texts += _text(text, at, _middle(text, middle, font["size"]), font["size"], _each(font["color"], index), anchor)
    yield from texts


def _scatters(figure: dict[str, Any], frame: _Frame) -> Iterator[Mark]:
    for trace in figure["data"]:
        if trace["type"] != "scatter":
            continue
        if trace.get("fill") == "toself":
            yield _filled(trace, frame)
            continue
        modes = trace["mode"].split("+")
        if "lines" in modes:
            yield from _strokes(trace, frame)
        if "markers" in modes:
            yield from _markers(trace, frame)
        if "text" in modes:
            yield from _words(trace, frame)


def _filled(trace: dict[str, Any], frame: _Frame) -> Shape:
    rings: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is None:
            rings.append([])
        else:
            rings[-1].append((frame.x.at(x), frame.y.at(y)))
    return Shape(tuple(tuple(ring) for ring in rings if ring), trace["fillcolor"], trace["line"]["color"], trace["line"]["width"], "fillpattern" in trace, _plain(trace["text"]))


def _strokes(trace: dict[str, Any], frame: _Frame) -> Iterator[Line]:
    pieces: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if y is None:
            pieces.append([])
        else:
            pieces[-1].append((frame.x.at(x), frame.y.at(y)))
    line = trace["line"]
    hover = _plain(trace["hovertext"]) if isinstance(trace.get("hovertext"), str) else ""
    for piece in pieces:
        if len(piece) > 1:
            yield Line(tuple(piece), line["color"], line["width"], line.get("dash", "solid") != "solid", hover)


def _markers(trace: dict[str, Any], frame: _Frame) -> Iterator[Mark]:
    marker = trace["marker"]
    for index, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if y is None or marker.get("opacity") == 0:
            continue
        at_x, at_y, hover = frame.x.at(x), frame.y.at(y), _hover(trace, index)
        radius, color, line = _each(marker["size"], index) / 2, _each(marker["color"], index), marker.get("line", {})
        symbol = _each(marker.get("symbol", "circle"), index)
        if symbol == "line-ns-open":
            yield Line(((at_x, at_y - radius * 1.4), (at_x, at_y + radius * 1.4)), line["color"], line["width"], hover=hover)
        elif symbol == "circle-open":
            yield Dot(at_x, at_y, radius, "@paper", color, line.get("width", 1), hover)
        else:
            yield Dot(at_x, at_y, radius, color, line.get("color"), line.get("width", 0) if line.get("color") else 0, hover)


def _words(trace: dict[str, Any], frame: _Frame) -> Iterator[Text]:
    size = trace["textfont"]["size"]
    for index, (x, y, text) in enumerate(zip(trace["x"], trace["y"], trace["text"], strict=True)):
        if text:
            anchor = {"left": "end", "right": "start", "center": "middle"}[_each(trace.get("textposition", "middle center"), index).split(" ")[1]]
            first = frame.y.at(y) + size * (0.25 - text.count("<br>") * LINE_HEIGHT / 2)
            yield from _text(text, frame.x.at(x), first, size, _each(trace["textfont"]["color"], index), anchor)


def _shapes(figure: dict[str, Any], frame: _Frame, *, below: bool) -> Iterator[Mark]:
    for shape in figure["layout"].get("shapes", ()):
        if (shape.get("layer") == "below") != below:
            continue
        line = shape["line"]
        x0, x1 = frame.x.at(shape["x0"]), frame.x.at(shape["x1"])
        y0, y1 = (frame.y.start + value * (frame.y.end - frame.y.start) if shape.get("yref") == "paper" else frame.y.at(value) for value in (shape["y0"], shape["y1"]))
        if shape["type"] == "line":
            yield Line(((x0, y0), (x1, y1)), line["color"], line["width"], line.get("dash", "solid") != "solid")
        else:
            yield Box(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0), shape["fillcolor"], line["color"], line["width"])


def _annotations(figure: dict[str, Any], frame: _Frame) -> Iterator[Text]:
    for note in figure["layout"].get("annotations", ()):
        size = note["font"]["size"]
        x = frame.x.at(note["x"]) + note.get("xshift", 0)
        y = (frame.y.start + note["y"] * (frame.y.end - frame.y.start) if note.get("yref") == "paper" else frame.y.at(note["y"])) - note.get("yshift", 0)
        anchor = {"left": "start", "right": "end"}.get(note.get("xanchor", "center"), "middle")
        first = y - 0.25 * size if note.get("yanchor") == "bottom" else _middle(note["text"], y, size)
        yield from _text(note["text"], x, first, size, note["font"]["color"], anchor)
