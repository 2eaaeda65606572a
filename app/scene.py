"""Turns an exhibit's figure into plain marks (boxes, lines, shapes, texts) at a given width, for files and pages without scripts; writes no file."""

from __future__ import annotations

from dataclasses import dataclass


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
    """One line of text; `y` is its baseline, `anchor` start, middle or end."""

    x: float
    y: float
    text: str
    size: float
    color: str
    bold: bool = False
    anchor: str = "start"


Mark = Box | Line | Shape | Dot | Text


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing of fixed size; marks are in the order in which they cover each other. `abbreviated`: names are in the key, not at the lines' ends."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    abbreviated: bool = False
