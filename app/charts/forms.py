"""What becomes of a figure where there is less room: names broken, shortened or left to the key,
fitted here once for each breakpoint; the browser and the drawing without one only pick.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

# Pixels of a chart's width: below them labels break into more lines; a matrix has brief names.
NARROW, MATRIX_NARROW = 520, 860
LEAST = 96  # what a chart's lines need: with less, names move from the lines' ends into the key
_MATRIX_NAMES, _MATRIX_COLUMN = 220, 76  # what a matrix needs to have its names in full
_ROW = 17  # letters of a row's name in one line on a phone


@dataclass(frozen=True, slots=True)
class Keyed:
    """Below a width the names leave the lines' ends for the key: each note's words there, None as
    they are, and the margin that the numbers need at the right.
    """

    below: float
    notes: tuple[str | None, ...]
    right: float


@dataclass(frozen=True, slots=True)
class Brief:
    """Below a width the columns of a matrix have brief names and its cells signs for years; below
    NARROW its rows have brief names too.
    """

    below: float
    columns: tuple[str, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """Below NARROW the notes at both sides break into more lines of smaller type, in margins of
    their own.
    """

    notes: tuple[str, ...]
    size: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one figure.

    `only` says of each trace in which form alone it is drawn (map, tiles, wide, brief), blank for
    all. `rows` are the names of rows below NARROW, none where the figure has no such names.
    `regions`: the figure is made of the regions' outlines, and `named` are the places that a slide
    names beside it, None where places are left out.
    """

    only: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    keyed: Keyed | None = None
    brief: Brief | None = None
    broken: Broken | None = None
    regions: bool = False
    named: tuple[str | None, ...] = ()


def brief_below(columns: int) -> float:
    """Return the width below which a matrix of so many columns has brief names."""
    return min(MATRIX_NARROW, _MATRIX_NAMES + _MATRIX_COLUMN * columns)


def rows_of(figure: dict[str, Any]) -> tuple[str, ...]:
    """Return the names of a figure's rows as a phone has them."""
    return tuple(rewrapped(text, _ROW) for text in figure["layout"]["yaxis"].get("ticktext", ()))


def rewrapped(text: str, least: int) -> str:
    """Break words that are broken already into other lines, as long as `least` letters allow; bold
    stays bold.
    """
    bold = text.startswith("<b>")
    lines = [""]
    for part in re.sub(r"</?b>", "", text).replace("<br>", " ").split(" "):
        if lines[-1] and len(lines[-1]) + len(part) + 1 > least:
            lines.append(part)
        else:
            lines[-1] = f"{lines[-1]} {part}".strip()
    return f"<b>{'<br>'.join(lines)}</b>" if bold else "<br>".join(lines)
