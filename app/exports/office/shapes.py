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
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape
from pptx.slide import Slide
from pptx.util import Emu, Pt

from app.charts.labels import spread
from app.charts.reading import Network, Region, RegionMap
from app.exports.office.page import Words, ink, place, plain, text_box, wide, write
from app.paths import data_folder
from app.words.say import say

Box = tuple[float, float, float, float]
At = Callable[[float, float], tuple[float, float]]
_VALUE, _LABEL = 13.0, 14.0
_KEY_WIDTH = 230.0
_DOT = 12.0
_POINTS = 0.75  # to the pixel
_ANYWHERE = (Emu(0),) * 4  # where a shape is made before it is put in its place
_FINE = 100  # outlines are written in hundredths of a point, so that regions meet


def add_map(slide: Slide, reading: RegionMap, box: Box) -> list[BaseShape]:
    """Add the regions as shapes that can be taken apart, their values in them, and at the right the
    key and the cities, which are too small to write in.
    """
    left, top, width, height = box
    geo = _geography()
    scale = min((width - _KEY_WIDTH) / geo["width"], height / geo["height"])

    def at(x: float, y: float) -> tuple[float, float]:
        return left + x * scale, top + (geo["height"] - y) * scale

    def label(one: Region) -> tuple[float, float]:
        x, y = geo["regions"][one.code]["label"]
        return at(x, y)

    group = slide.shapes.add_group_shape()
    for one in reading.layered:
        _region(group, one, geo["regions"][one.code], at)
    for one in reading.cities:
        _city(group, one, label(one))
    group._element.recalculate_extents()
    dots = [label(one) for one in reading.cities]
    for one in reading.by_code:
        if one.city or one.value is None:
            continue
        x, y = label(one)
        half = wide(one.said, _VALUE) / 2
        # A city's dot may not cover the value of the region around it.
        for dot_x, dot_y in dots:
            if abs(y - dot_y) < _VALUE and abs(x - dot_x) < half + _DOT / 2 + 2:
                x = dot_x + (half + _DOT / 2 + 2) * (1 if x > dot_x else -1)
        text_box(
            slide,
            one.name,
            (x - 45, y - 9, 90, 18),
            [[Words(one.said, _VALUE, one.ink)]],
            reading.language,
            align="center",
            anchor="middle",
        )
    beside = (left + width - _KEY_WIDTH + 20, top, _KEY_WIDTH - 20, height)
    _beside(slide, reading, beside)
    return [group]


@cache
def _geography() -> dict[str, Any]:
    geography: dict[str, Any] = json.loads(
        (data_folder() / "geo" / "regions.json").read_text(encoding="utf-8")
    )
    return geography


def _region(group: GroupShape, one: Region, outline: dict[str, Any], at: At) -> None:
    rings: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(outline["x"], outline["y"], strict=True):
        if x is None:
            rings.append([])
        else:
            rings[-1].append(at(x, y))
    shape = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_ANYWHERE)
    shape.name = one.name
    plain(shape)
    _reshape(shape, rings)
    if one.fill is None:
        _hatch(shape)
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = ink(one.fill)
    shape.line.color.rgb = ink("@selected" if one.picked else "@paper")
    shape.line.width = Pt((3 if one.picked else 1) * _POINTS)


def _reshape(shape: Shape, rings: list[list[tuple[float, float]]]) -> None:
    """Give a shape an outline of its own. (The library's way to do so takes a second for a map.)"""
    every = [point for ring in rings for point in ring]
    left, top = min(x for x, _ in every), min(y for _, y in every)
    width, height = max(x for x, _ in every) - left, max(y for _, y in every) - top
    place(shape, left, top, width, height)

    def point(x: float, y: float) -> str:
        return f'<a:pt x="{round((x - left) * _FINE)}" y="{round((y - top) * _FINE)}"/>'

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


def _hatch(shape: Shape) -> None:
    shape.fill.patterned()
    shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    shape.fill.fore_color.rgb, shape.fill.back_color.rgb = ink("@context_line"), ink("@ground")


def _city(group: GroupShape, one: Region, point: tuple[float, float]) -> None:
    dot = group.shapes.add_shape(MSO_SHAPE.OVAL, *_ANYWHERE)
    place(dot, point[0] - _DOT / 2, point[1] - _DOT / 2, _DOT, _DOT)
    dot.name = one.name
    plain(dot)
    dot.fill.solid()
    dot.fill.fore_color.rgb = ink(one.fill or "@ground")
    dot.line.color.rgb = ink("@selected" if one.picked else "@text")
    dot.line.width = Pt((3 if one.picked else 1.5) * _POINTS)


def _beside(slide: Slide, reading: RegionMap, box: Box) -> None:
    left, top, width, _ = box
    for number, entry in enumerate(reading.key):
        y = top + number * 24
        sample = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_ANYWHERE)
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
            reading.language,
            anchor="middle",
        )
    said = [
        [Words(f"{one.name}: ", _LABEL, "@muted"), Words(one.full, _LABEL, "@text", True)]
        for one in reading.cities
    ]
    text_box(
        slide,
        say(reading.language, "table"),
        (left, top + len(reading.key) * 24 + 18, width, 20 * len(said)),
        said,
        reading.language,
    )


def add_network(slide: Slide, reading: Network, box: Box) -> list[BaseShape]:
    """Add members at the left, what they belong to at the right, and a line that stays tied to both
    for each membership.
    """
    left, top, width, height = box
    language, structures = reading.language, reading.structures
    step = min(height / len(structures), 46.0)
    size = min(16.0, step * 0.48)
    middle = {one.code: top + (number + 0.5) * step for number, one in enumerate(structures)}
    tied = {
        code: [middle[tie.structure] for tie in reading.ties if tie.member == code]
        for code, _ in reading.members
    }
    tall = min(step * 0.84, 40.0)
    heights = spread([sum(ends) / len(ends) for ends in tied.values()], tall + 6)
    # Pushed apart, the lowest may have left the slide's room: then all move up.
    over = max(0.0, max(heights) - top - step * len(structures) + tall / 2)
    members: dict[str, Shape] = {}
    belonged: dict[str, Shape] = {}
    for (code, name), at in zip(reading.members, heights, strict=True):
        box_of = (left, at - over - tall / 2, 230.0, tall)
        members[code] = _node(slide, name, box_of, language, size, filled=True)
    said = {
        one.code: " · ".join(part for part in (one.name, one.since) if part) for one in structures
    }
    long = max(min(width - 330, max(wide(text, size) for text in said.values()) + 24), 420)
    for one in structures:
        box_of = (left + width - long, middle[one.code] - step * 0.42, long, step * 0.84)
        belonged[one.code] = _node(slide, said[one.code], box_of, language, size, filled=False)
    for tie in reading.ties:
        line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *_ANYWHERE)
        line.begin_connect(members[tie.member], 3)
        line.end_connect(belonged[tie.structure], 1)
        plain(line)
        line.line.color.rgb, line.line.width = ink("@context_line"), Pt(1.5)
    first: BaseShape = next(iter(members.values()))
    return [first]


def _node(slide: Slide, text: str, box: Box, language: str, size: float, *, filled: bool) -> Shape:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_ANYWHERE)
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
