"""A file as cells with their addresses, whatever its form; knows no meaning of a word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

Value = str | int | float | None
Place = tuple[int, int]


def letters(column: int) -> str:
    """Return the name of a column counted from nought: A, B … AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_of(name: str) -> int:
    """Return the column, counted from nought, that a name stands for."""
    column = 0
    for sign in name:
        column = column * 26 + ord(sign) - 64
    return column - 1


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet, lines counted from nought.

    `merges` are first line, first column, last line, last column; `decimals` how many digits the
    format of a cell shows, `percents` the cells shown as per cent, `formulas` those that hold a
    formula and no value. Where the file says itself which columns name and which count, `labels`
    and `values` are these columns; `counted` is what its cells are called if not by letters. In a
    `complete` one a blank label is blank, and not the one above it.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    decimals: Mapping[Place, int] = field(default_factory=dict)
    percents: frozenset[Place] = frozenset()
    formulas: frozenset[Place] = frozenset()
    labels: tuple[int, ...] = ()
    values: tuple[int, ...] = ()
    counted: str = ""
    complete: bool = False

    @property
    def width(self) -> int:
        """Return how many columns the longest line has."""
        return max((len(row) for row in self.rows), default=0)

    def at(self, line: int, column: int) -> Value:
        """Return what stands in a cell itself, None if nothing."""
        row = self.rows[line]
        return row[column] if column < len(row) else None

    def address(self, line: int, column: int) -> str:
        """Return what a cell is called: `B6`, or by its number where the file has a list."""
        if self.counted:
            return f"{self.counted}[{line - 1}]"
        return f"{letters(column)}{line + 1}"


@dataclass(frozen=True, slots=True)
class Book:
    """All sheets of a file, its form, and what it tells of itself beside its cells."""

    form: str
    grids: tuple[Grid, ...]
    title: str = ""
    about: tuple[str, ...] = ()
    legend: Mapping[str, str] = field(default_factory=dict)


_BLANKS = re.compile(r"[\s\u00a0\u2007\u2009\u202f\u200b\ufeff]+")


def spelled(value: Value) -> str:
    """Return a cell as text, in one line, with plain blanks."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _in_one_line(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    return str(value)


@lru_cache(maxsize=131072)
def _in_one_line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
