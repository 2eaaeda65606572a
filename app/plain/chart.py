"""An exhibit's chart for a page without scripts: drawn for a desktop and for a phone, each with its
key; writes no page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.charts.base import Key
from app.drawing.scene import Scene, Text, draw
from app.drawing.svg import as_svg
from app.exhibit.parts import Exhibit


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart at one width. `name` is wide or narrow: the style sheet shows one of the two. `svg`
    is markup in which every word is escaped.
    """

    name: str
    key: tuple[Key, ...]
    svg: str


def framed_charts(one: Exhibit, wide: int, narrow: int) -> Iterator[Chart]:
    """Yield the exhibit's chart at two widths in pixels, each to stand in a frame with its key;
    nothing if it has none.
    """
    if one.drawing is None:
        return
    for name, width in (("wide", wide), ("narrow", narrow)):
        scene = draw(one.drawing, width)
        yield Chart(name, _key(one, scene), as_svg(scene, None, one.title, one.alternative))


def bare_charts(one: Exhibit, wide: int, narrow: int) -> Iterator[Chart]:
    """Yield the chart as `framed_charts` does, as light as it can be: the drawing bears its name
    itself. What the pointer tells stands in the wide one alone: phones have no pointer.
    """
    if one.drawing is None:
        return
    for name, scene in (
        ("wide", draw(one.drawing, wide)),
        ("narrow", _silent(draw(one.drawing, narrow))),
    ):
        yield Chart(name, _key(one, scene), as_svg(scene, None, one.title, one.alternative, name))


def _key(one: Exhibit, scene: Scene) -> tuple[Key, ...]:
    """Return the key as this width needs it: some charts write names at their lines' ends, where
    there is room.
    """
    drawing = one.drawing
    return drawing.key if drawing and (scene.abbreviated or not drawing.key_only_narrow) else ()


def _silent(scene: Scene) -> Scene:
    return replace(
        scene,
        marks=tuple(
            mark if isinstance(mark, Text) else replace(mark, hover="") for mark in scene.marks
        ),
    )
