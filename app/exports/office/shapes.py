"""What PowerPoint has no chart for, as its own shapes: the regions of a map, who belongs to what;
knows where things stand and computes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from pptx.enum.dml import MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.util import Emu, Pt

from app.charts.base import unique
from app.charts.labels import spread
from app.exhibit.parts import Exhibit
from app.exports.office.page import Words, ink, place, plain, text_box, wide, write
from app.paths import data_folder

Box = tuple[float, float, float, float]
At = Callable[[float, float], tuple[float, float]]
_VALUE, _LABEL = 13.0, 14.0
_KEY_WIDTH = 230.0
_DOT = 12.0
_FINE = 100  # outlines are written in hundredths of a point, so that regions meet


def add_map(slide: Slide, one: Exhibit, box: Box) -> list[BaseShape]:
    """Add the regions as shapes that can be taken apart, their values in them, and at the right the
    key and the cities, which are too small to write in.
    """
    left, top, width, height = box
    geo = _geography()
    scale = min((width - _KEY_WIDTH) / geo["width"], height / geo["height"])
    at = lambda x, y: (left + x * scale, top + (geo["height"] - y) * scale)
    figure = one.drawing.figure["data"]
    values = {row["place"]: row["value"] for row in one.marks}
    group = slide.shapes.add_group_shape()
    for trace in figure:
        if trace.get("fill") == "toself":
            _region(
                group,
                trace,
                geo["regions"][trace["name"]],
                at,
                one.names.name("place", trace["name"]),
            )
    cities = [trace for trace in figure if trace["mode"] == "markers"]
    for trace in cities:
        _city(
            group,
            trace,
            at(*geo["regions"][trace["customdata"][0]]["label"]),
            one.names.name("place", trace["customdata"][0]),
        )
    group._element.recalculate_extents()
    dots = [at(*geo["regions"][trace["customdata"][0]]["label"]) for trace in cities]
    written = next(
        trace for trace in figure if trace["mode"] == "text" and trace["name"] == "only:map"
    )
    for token, color in zip(written["x"], written["textfont"]["color"], strict=True):
        code = token.split(":")[1]
        if values[code] is not None:
            x, y = at(*geo["regions"][code]["label"])
            half = wide(one.names.bare(values[code]), _VALUE) / 2
            # A city's dot may not cover the value of the region around it.
            for dot_x, dot_y in dots:
                if abs(y - dot_y) < _VALUE and abs(x - dot_x) < half + _DOT / 2 + 2:
                    x = dot_x + (half + _DOT / 2 + 2) * (1 if x > dot_x else -1)
            said = [[Words(one.names.bare(values[code]), _VALUE, color)]]
            text_box(
                slide,
                one.names.name("place", code),
                (x - 45, y - 9, 90, 18),
                said,
                one.language,
                align="center",
                anchor="middle",
            )
    _beside(
        slide,
        one,
        [trace["customdata"][0] for trace in cities],
        values,
        (left + width - _KEY_WIDTH + 20, top, _KEY_WIDTH - 20, height),
    )
    return [group]


@cache
def _geography() -> dict[str, Any]:
    return json.loads((data_folder() / "geo" / "regions.json").read_text(encoding="utf-8"))


def _region(
    group: BaseShape, trace: dict[str, Any], outline: dict[str, Any], at: At, name: str
) -> None:
    rings: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(outline["x"], outline["y"], strict=True):
        if x is None:
            rings.append([])
        else:
            rings[-1].append(at(x, y))
    shape = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, 1, 1)
    shape.name = name
    plain(shape)
    _reshape(shape, rings)
    if "fillpattern" in trace:
        _hatch(shape)
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = ink(trace["fillcolor"])
    shape.line.color.rgb = ink(trace["line"]["color"])
    shape.line.width = Pt(trace["line"]["width"] * 0.75)


def _reshape(shape: BaseShape, rings: list[list[tuple[float, float]]]) -> None:
    """Give a shape an outline of its own. (The library's way to do so takes a second for a map.)"""
    every = [point for ring in rings for point in ring]
    left, top = min(x for x, _ in every), min(y for _, y in every)
    width, height = max(x for x, _ in every) - left, max(y for _, y in every) - top
    place(shape, left, top, width, height)
    point = lambda x, y: f'<a:pt x="{round((x - left) * _FINE)}" y="{round((y - top) * _FINE)}"/>'
    path = "".join(
        f"<a:moveTo>{point(*ring[0])}</a:moveTo>"
        + "".join(f"<a:lnTo>{point(*at)}</a:lnTo>" for at in ring[1:])
        + "<a:close/>"
        for ring in rings
    )
    shape._element.spPr.replace(
        shape._element.spPr.prstGeom,
        parse_xml(
            f'<a:custGeom {nsdecls("a")}><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" '
            't="0" r="r" b="b"/>'
            f'<a:pathLst><a:path w="{round(width * _FINE)}" '
            f'h="{round(height * _FINE)}">{path}</a:path></a:pathLst></a:custGeom>'
        ),
    )


def _hatch(shape: BaseShape) -> None:
    shape.fill.patterned()
    shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    shape.fill.fore_color.rgb, shape.fill.back_color.rgb = ink("@context_line"), ink("@ground")


def _city(group: BaseShape, trace: dict[str, Any], point: tuple[float, float], name: str) -> None:
    dot = group.shapes.add_shape(MSO_SHAPE.OVAL, 0, 0, 1, 1)
    place(dot, point[0] - _DOT / 2, point[1] - _DOT / 2, _DOT, _DOT)
    dot.name = name
    plain(dot)
    dot.fill.solid()
    dot.fill.fore_color.rgb = ink(trace["marker"]["color"])
    dot.line.color.rgb = ink(trace["marker"]["line"]["color"])
    dot.line.width = Pt(trace["marker"]["line"]["width"] * 0.75)


def _beside(
    slide: Slide, one: Exhibit, cities: list[str], values: dict[str, float | None], box: Box
) -> None:
    left, top, width, _ = box
    for number, entry in enumerate(one.drawing.key):
        y = top + number * 24
        sample = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, 1, 1)
        place(sample, left, y + 2, 22, 14)
        plain(sample)
        if entry.mark == "hatch":
            _hatch(sample)
        else:
            sample.fill.solid()
            sample.fill.fore_color.rgb = ink(entry.color)
        sample.line.color.rgb = ink("@rule")
        text_box(
            slide,
            entry.text,
            (left + 30, y, width - 30, 18),
            [[Words(entry.text, _LABEL, "@text")]],
            one.language,
            anchor="middle",
        )
    write_value = lambda value: (
        one.names.number(value) if value is not None else one.names.say("not_published")
    )
    said = [
        [
            Words(f"{one.names.name('place', code)}: ", _LABEL, "@muted"),
            Words(write_value(values[code]), _LABEL, "@text", True),
        ]
        for code in cities
    ]
    text_box(
        slide,
        one.names.say("table"),
        (left, top + len(one.drawing.key) * 24 + 18, width, 20 * len(said)),
        said,
        one.language,
    )


def add_network(slide: Slide, one: Exhibit, box: Box) -> list[BaseShape]:
    """Add members at the left, what they belong to at the right, and a line that stays tied to both
    for each membership.
    """
    left, top, width, height = box
    names, rows = one.names, one.marks
    structures, members = (
        unique(row["structure"] for row in rows),
        unique(row["sector"] for row in rows),
    )
    step = min(height / len(structures), 46.0)
    size = min(16.0, step * 0.48)
    middle = {code: top + (number + 0.5) * step for number, code in enumerate(structures)}
    shapes: dict[str, BaseShape] = {}
    tied = {
        member: [middle[row["structure"]] for row in rows if row["sector"] == member]
        for member in members
    }
    tall = min(step * 0.84, 40.0)
    heights = spread([sum(tied[member]) / len(tied[member]) for member in members], tall + 6)
    # Pushed apart, the lowest may have left the slide's room: then all move up.
    over = max(0.0, max(heights) - top - step * len(structures) + tall / 2)
    for member, at in zip(members, heights, strict=True):
        shapes[f"member {member}"] = _node(
            slide,
            names.name("sector", member),
            (left, at - over - tall / 2, 230, tall),
            one.language,
            size,
            filled=True,
        )
    right = min(width - 330, max(wide(_since(code, one), size) for code in structures) + 24)
    for code in structures:
        box_of = (
            left + width - max(right, 420),
            middle[code] - step * 0.42,
            max(right, 420),
            step * 0.84,
        )
        shapes[f"structure {code}"] = _node(
            slide, _since(code, one), box_of, one.language, size, filled=False
        )
    for row in rows:
        line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
        line.begin_connect(shapes[f"member {row['sector']}"], 3)
        line.end_connect(shapes[f"structure {row['structure']}"], 1)
        plain(line)
        line.line.color.rgb, line.line.width = ink("@context_line"), Pt(1.5)
    return list(shapes.values())[:1]


def _since(code: str, one: Exhibit) -> str:
    """Return a structure's name with the year since when, where it is published."""
    years = [
        int(row["value"])
        for row in one.marks
        if row["structure"] == code and row["value"] is not None
    ]
    name = one.names.name("sector", code)
    return f"{name} · {one.names.say('since', year=str(min(years)))}" if years else name


def _node(
    slide: Slide, text: str, box: Box, language: str, size: float, *, filled: bool
) -> BaseShape:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, 1, 1)
    shape.name = text
    place(shape, *box)
    plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = ink("@fprk" if filled else "@ground")
    shape.line.color.rgb = ink("@fprk" if filled else "@rule")
    write(
        shape.text_frame,
        [[Words(text, size, "@paper" if filled else "@text", filled)]],
        language,
        align="center" if filled else "left",
        anchor="middle",
    )
    if not filled:
        shape.text_frame.margin_left = Emu(8 * 12700)
    return shape
