"""Fits an exhibit's figure to a width as the page and Plotly do: picks the form, then margins,
scales, ticks; draws no mark.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise, zip_longest
from math import floor, log10
from typing import Any

from app.charts.base import Drawing, Figure, unique
from app.charts.forms import NARROW, Forms, Keyed
from app.look.typeface import width as text_width
from app.paths import data_folder
from app.words.numbers import MINUS

LINE_HEIGHT = 1.3
BORDER = 2  # what Plotly leaves around the text of an annotation
BESIDE = 3  # what Plotly leaves between a bar and its text
_SMALLEST = 9
_MARKER = 6.9  # what Plotly keeps free for a dot at the end of an axis of dots
_WEIGHT = re.compile(r"(</?b>)")
_GEO = re.compile(r"@(shape|label):([\w-]+):([xy])")
Ticks = tuple[tuple[Any, str], ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to pixels: `low` stands at `start`, `high` at `end`; `places` are the positions
    of names.
    """

    low: float
    high: float
    start: float
    end: float
    places: dict[Any, int] | None = None

    def at(self, value: Any) -> float:
        """Return the pixel of a number, a date (`2025-02-25`) or a name of the axis."""
        place = (
            self.places[value]
            if self.places is not None and value in self.places
            else number_of(value)
        )
        return self.start + (place - self.low) / (self.high - self.low) * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A figure at a width: its traces and layout, whether it is a map, both scales, the ticks that
    are written, pixels between axes and their words. `abbreviated`: names are in the key.
    """

    figure: Figure
    regions: bool
    x: Scale
    y: Scale
    ticks_x: Ticks
    ticks_y: Ticks
    pad: float
    abbreviated: bool


def fitted(drawing: Drawing, width: float, mode: str, flat: float = 1.0) -> Fitted:
    """Return the drawing's figure as it stands at a width (pixels); `mode` is map or tiles, `flat`
    the height as a part of its own.
    """
    forms, shown = drawing.forms, {"", mode}
    brief = forms.brief if forms.brief and width < forms.brief.below else None
    shown.add("brief" if brief else "wide")
    data = [
        trace
        for trace, only in zip_longest(drawing.figure["data"], forms.only, fillvalue="")
        if only in shown
    ]
    own: Figure = {"data": data, "layout": drawing.figure["layout"]}
    own = _placed(own, mode) if forms.regions else _own(own)
    layout = own["layout"]
    layout["height"] *= flat
    if forms.regions:
        layout["height"] = max(210, min(layout["height"], round(width * 0.57)))
    keyed = forms.keyed if forms.keyed and width < forms.keyed.below else None
    if keyed:
        _leave_names_to_the_key(layout, keyed)
    if brief:
        layout["xaxis"]["ticktext"] = list(brief.columns)
        if width < NARROW:
            layout["yaxis"]["ticktext"] = list(brief.rows)
    if width < NARROW and not forms.brief:
        _narrow(own, forms, width, mode)
    return _framed(own, forms.regions, width, keyed is not None)


def height(drawing: Drawing, width: float) -> float:
    """Return how high a drawing stands at a width (pixels), a map as a map."""
    return float(fitted(drawing, width, "map").figure["layout"]["height"])


def _own(value: Any) -> Any:
    """Return a copy in which lists and dictionaries may be changed; all else is shared."""
    if isinstance(value, dict):
        return {name: _own(part) for name, part in value.items()}
    return [_own(part) for part in value] if isinstance(value, list) else value


def _leave_names_to_the_key(layout: dict[str, Any], keyed: Keyed) -> None:
    for note, text in zip(layout["annotations"], keyed.notes, strict=True):
        note["text"] = text or note["text"]
    layout["margin"]["r"] = keyed.right


def _narrow(figure: Figure, forms: Forms, width: float, mode: str) -> None:
    """Put the figure into the form of a phone."""
    layout = figure["layout"]
    if forms.broken:
        layout["margin"] |= {"l": forms.broken.left, "r": forms.broken.right}
        for note, text in zip(layout["annotations"], forms.broken.notes, strict=True):
            note["text"], note["font"]["size"] = text, forms.broken.size
    if forms.rows:
        layout["yaxis"]["ticktext"] = list(forms.rows)
        lines = max(text.count("<br>") + 1 for text in forms.rows)
        layout["height"] = max(layout["height"], 24 + len(forms.rows) * (lines * 17 + 6))
    _thin_years(layout, width)
    if forms.regions:
        _narrow_map(figure, width, mode)


def _narrow_map(figure: Figure, width: float, mode: str) -> None:
    low, high = figure["layout"]["xaxis"]["range"]
    tile = next(iter(_geometry("tiles").values()))["shape"][0]
    for trace in figure["data"]:
        if trace["mode"] == "text":
            trace["textfont"]["size"] = 9.5 if mode == "map" else 10
            if mode == "tiles":
                trace["text"] = [
                    _short(text, 10, (tile[1] - tile[0]) * width / (high - low) - 2)
                    for text in trace["text"]
                ]


def _short(text: str, size: float, room: float) -> str:
    """Return a tile's words with as much of the name as there is room for."""
    name, value = text.split("<br>")
    return f"{next((one for one in _shorter(name) if wide(one, size) <= room), name)}<br>{value}"


def _shorter(name: str) -> Iterator[str]:
    """Yield a name ever shorter; the last word keeps a letter, for it may be all that tells two
    places apart (Алматы қ., Алматы обл.).
    """
    yield name
    head, _, tail = name.rpartition(" ")
    for left in range(len(tail) - 1, 0, -1):
        yield f"{head} {tail[:left]}.".lstrip()
    for left in range(len(head) - 1, 0, -1):
        yield f"{head[:left].rstrip()}. {tail[:1]}."


def _thin_years(layout: dict[str, Any], width: float) -> None:
    """Let years stand as close as their four digits allow, the last one always."""
    axis = layout["xaxis"]
    values, span = axis.get("tickvals"), axis.get("range")
    if not values or not span or len(values) < 3:
        return
    unit = (width - layout["margin"]["l"] - layout["margin"]["r"]) / (
        number_of(span[1]) - number_of(span[0])
    )
    kept: list[int] = []
    for index in range(len(values) - 1, -1, -1):
        if not kept or (number_of(values[kept[0]]) - number_of(values[index])) * unit >= 36:
            kept.insert(0, index)
    axis["ticktext"] = [axis["ticktext"][index] for index in kept]
    axis["tickvals"] = [values[index] for index in kept]


def _placed(value: Any, mode: str) -> Any:
    """Return the figure, all its own, with the map's or the tiles' numbers where it names them."""
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
    drawn = json.loads((folder / "regions.json").read_text(encoding="utf-8"))
    if mode == "map":
        return {
            place: {"shape": (one["x"], one["y"]), "label": tuple(one["label"])}
            for place, one in drawn["regions"].items()
        }
    tiles = json.loads((folder / "tiles.json").read_text(encoding="utf-8"))
    wide = drawn["width"] / (max(column for column, _ in tiles.values()) + 1)
    high = drawn["height"] / (max(line for _, line in tiles.values()) + 1)
    places = {}
    for place, (column, line) in tiles.items():
        x0, x1 = column * wide + 3, (column + 1) * wide - 3
        y0, y1 = drawn["height"] - (line + 1) * high + 3, drawn["height"] - line * high - 3
        places[place] = {
            "shape": ([x0, x1, x1, x0, x0], [y0, y0, y1, y1, y0]),
            "label": ((x0 + x1) / 2, (y0 + y1) / 2),
        }
    return places


def _framed(figure: Figure, regions: bool, width: float, abbreviated: bool) -> Fitted:
    """Return the figure in its frame. Where Plotly would let words run into each other or out of
    the picture, there is room for them here.
    """
    layout = figure["layout"]
    margin, x, y = layout["margin"], layout["xaxis"], layout["yaxis"]
    pad = margin.get("pad", 0)
    # Plotly keeps this much outside labels too; what it keeps for titles of axes, which no chart
    # here has, goes to the marks.
    edge = min(12, margin["l"], margin["r"], margin["t"], margin["b"])
    ticks_y = _ticks(y, layout["separators"])
    if _labelled(y) and y["automargin"]:
        margin["l"] = max(
            margin["l"],
            max((wide(text, y["tickfont"]["size"]) for _, text in ticks_y), default=0) + pad + edge,
        )
    _make_room_for_values(figure, width)
    _make_room_for_notes(layout, width)
    low, high = map(number_of, x["range"])
    scale_x = Scale(low, high, margin["l"], width - margin["r"])
    ticks_x = _apart(_ticks(x, layout["separators"]), x, scale_x)
    if _labelled(x) and x["automargin"]:
        side = "t" if x.get("side") == "top" else "b"
        margin[side] = max(
            margin[side],
            max(
                (
                    (text.count("<br>") * LINE_HEIGHT + 1.2) * x["tickfont"]["size"]
                    for _, text in ticks_x
                ),
                default=0,
            )
            + pad
            + edge,
        )
    scale_y = _make_room_for_lines(figure, ticks_y)
    if regions:
        scale_x, scale_y = _equal(scale_x, scale_y)
    return Fitted(figure, regions, scale_x, scale_y, ticks_x, ticks_y, pad, abbreviated)


def _labelled(axis: dict[str, Any]) -> bool:
    return bool(axis.get("visible", True) and axis.get("showticklabels", True))


def _make_room_for_values(figure: Figure, width: float) -> None:
    """Let the axis run as far as the values written beyond the marks need it, whatever the longest
    mark is.
    """
    layout = figure["layout"]
    left, span = layout["margin"]["l"], layout["xaxis"]["range"]
    inner = width - left - layout["margin"]["r"]
    for value, text, size, shift in _beyond(figure):
        room = max(width - 4 - left - shift - wide(text, size), inner * 0.3)
        if value > span[0]:
            span[1] = max(span[1], span[0] + (value - span[0]) * inner / room)


def _beyond(figure: Figure) -> list[tuple[float, str, float, float]]:
    """Return what is written to the right of marks: where the mark ends, the text, its size, pixels
    between the two.
    """
    if figure["layout"]["yaxis"].get("type") != "category":
        return []
    found: list[tuple[float, str, float, float]] = []
    for trace in figure["data"]:
        outside = trace["type"] == "bar" and trace.get("textposition") == "outside"
        if outside or trace.get("mode") == "text":
            for index, (value, text) in enumerate(zip(trace["x"], trace["text"], strict=True)):
                if outside or each(trace["textposition"], index) == "middle right":
                    found.append((value, text, trace["textfont"]["size"], BESIDE if outside else 0))
    return found


def _make_room_for_notes(layout: dict[str, Any], width: float) -> None:
    """Widen the margins where an annotation would leave the picture."""
    margin = layout["margin"]
    low, high = map(number_of, layout["xaxis"]["range"])
    for note in layout.get("annotations", ()):
        way = (number_of(note["x"]) - low) / (high - low)
        long = wide(note["text"], note["font"]["size"]) + abs(note.get("xshift", 0)) + BORDER + 2
        if note.get("xanchor") == "left" and way > 0:
            margin["r"] = max(margin["r"], width - margin["l"] - (width - long - margin["l"]) / way)
        elif note.get("xanchor") == "right" and way < 1:
            margin["l"] = max(margin["l"], (long - way * (width - margin["r"])) / (1 - way))


def _make_room_for_lines(figure: Figure, ticks: Ticks) -> Scale:
    """Return the scale of the y axis, the picture made higher if its labels have more lines than
    fit beside each other.
    """
    layout = figure["layout"]
    margin, axis = layout["margin"], layout["yaxis"]
    scale = _scale_y(figure)
    if not axis.get("tickvals"):
        return scale
    size = axis["tickfont"]["size"]
    blocks = sorted(
        (scale.at(value), (text.count("<br>") * LINE_HEIGHT + 1.15) * size) for value, text in ticks
    )
    need = max(
        (
            (one + other) / 2 / max(under - over, 1e-9)
            for (over, one), (under, other) in pairwise(blocks)
        ),
        default=1,
    )
    if need > 1:
        layout["height"] += round((need - 1) * (layout["height"] - margin["t"] - margin["b"]))
        return _scale_y(figure)
    return scale


def _scale_y(figure: Figure) -> Scale:
    layout = figure["layout"]
    axis, top, bottom = (
        layout["yaxis"],
        layout["margin"]["t"],
        layout["height"] - layout["margin"]["b"],
    )
    if axis.get("type") != "category":
        low, high = map(number_of, axis["range"])
        return Scale(low, high, bottom, top)
    places = unique(value for trace in figure["data"] for value in trace["y"])
    last = len(places) - 1
    over = 0.5
    if last and not any(trace["type"] == "bar" for trace in figure["data"]):
        room = 0.05 * (bottom - top) + _MARKER
        over = last * room / (bottom - top - 2 * room)
    return Scale(
        -over, last + over, top, bottom, {place: index for index, place in enumerate(places)}
    )


def _equal(x: Scale, y: Scale) -> tuple[Scale, Scale]:
    """Return both scales with the same pixels to the unit, each around its middle."""
    unit = min(abs(one.end - one.start) / (one.high - one.low) for one in (x, y))
    return _around_its_middle(x, unit), _around_its_middle(y, unit)


def _around_its_middle(one: Scale, unit: float) -> Scale:
    middle, half = (one.low + one.high) / 2, abs(one.end - one.start) / unit / 2
    return Scale(middle - half, middle + half, one.start, one.end)


def _ticks(axis: dict[str, Any], separators: str) -> Ticks:
    """Return the axis's own ticks inside its range, or round ones (`nticks` at most) in numbers of
    the figure's language.
    """
    if not _labelled(axis):
        return ()
    if "tickvals" in axis:
        named = zip(axis["tickvals"], axis["ticktext"], strict=True)
        if "range" not in axis:
            return tuple(named)
        low, high = sorted(map(number_of, axis["range"]))
        return tuple((value, text) for value, text in named if low <= number_of(value) <= high)
    low, high = sorted(axis["range"])
    rough = (high - low) / axis["nticks"]
    power = 10.0 ** floor(log10(rough))
    step = power * next(size for size in (2, 5, 10) if size >= rough / power - 1e-9)
    decimals = max(0, -floor(log10(step) + 1e-9))
    first = -floor(-low / step + 1e-9)
    values = [
        (first + place) * step for place in range(int((high - first * step) / step + 1e-9) + 1)
    ]
    return tuple(
        (value, _written(value, decimals, separators) + axis.get("ticksuffix", ""))
        for value in values
    )


def _written(value: float, decimals: int, separators: str) -> str:
    text = f"{abs(value):,.{decimals}f}".translate(
        {ord("."): separators[0], ord(","): separators[1]}
    )
    return MINUS + text if value < -1e-12 else text


def _apart(ticks: Ticks, axis: dict[str, Any], scale: Scale) -> Ticks:
    """Return the ticks whose words stand apart: of a row of times the last ones back, of names all,
    in smaller type.
    """
    font = axis["tickfont"]
    wides = [wide(text, font["size"]) for _, text in ticks]
    steps = [scale.at(other[0]) - scale.at(one[0]) for one, other in pairwise(ticks)]
    tight = (
        max(
            ((one + other) / 2 + 4) / step
            for one, other, step in zip(wides, wides[1:], steps, strict=False)
        )
        if steps
        else 0
    )
    if tight <= 1:
        return ticks
    if len(ticks) < 3 or scale.low == -0.5:
        font["size"] = max(_SMALLEST, font["size"] / tight)
        return ticks
    kept = [len(ticks) - 1]
    for index in range(len(ticks) - 2, -1, -1):
        if (
            scale.at(ticks[kept[0]][0]) - scale.at(ticks[index][0])
            >= (wides[kept[0]] + wides[index]) / 2 + 4
        ):
            kept.insert(0, index)
    return tuple(ticks[index] for index in kept)


def number_of(value: Any) -> float:
    """Return where a value stands on an axis: a date (`2025-02-25`) by its day."""
    return float(date.fromisoformat(value).toordinal()) if isinstance(value, str) else value


def each(value: Any, index: int) -> Any:
    """Return what a trace says about one of its points: its own, or what holds for all."""
    return value[index] if isinstance(value, list) else value


def lines_of(text: str) -> list[list[tuple[str, bool]]]:
    """Return the lines of a text with `<b>` and `<br>`, each as its runs of one weight (words,
    bold).
    """
    lines: list[list[tuple[str, bool]]] = []
    bold = False
    for line in text.replace("  ", "\u00a0\u00a0").split("<br>"):
        runs = []
        for part in _WEIGHT.split(line):
            if _WEIGHT.fullmatch(part):
                bold = part == "<b>"
            elif part:
                runs.append((part, bold))
        lines.append(runs)
    return lines


def plain(text: str) -> str:
    """Return a text with `<b>` and `<br>` without its marks, line under line."""
    return _WEIGHT.sub("", text).replace("<br>", "\n")


def wide(text: str, size: float) -> float:
    """Return how wide the longest line of a text with `<b>` and `<br>` is."""
    return max(run_width(line, size) for line in lines_of(text))


def run_width(line: Sequence[tuple[str, bool]], size: float) -> float:
    """Return how wide the runs of one line are together."""
    return sum(text_width(run, size, bold=bold) for run, bold in line)
