"""Reads delimited text into a grid: CSV as it is published, ILOSTAT bulk, SDMX-CSV 1 and 2 with
their labels and sub-fields; interprets no code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.intake.table.files import parted, text_of
from app.intake.table.grid import Book, Grid, Value

# The first head of SDMX-CSV: 1 has the dataflow, 2 the kind of structure, `[|]` parts sub-fields.
_FIRST = re.compile(r"^(DATAFLOW|STRUCTURE)(?:\[(.)\])?(?::.*)?$")
_CODED = re.compile(r"^([\w@$./-]+)\s*: (.*)$")
# Columns that say what a line is for a program, and nothing that a reader would call it by.
_MACHINE = frozenset(
    {"DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY"}
)
_VALUES = frozenset({"OBS_VALUE", "obs_value", "OBS_VALUE: Observation value"})


def read_text(data: bytes, name: str, encoding: str = "") -> Book:
    """Return a delimited text as one grid; its heads and codes are parted from their labels."""
    rows = parted(text_of(data, encoding))
    # Excel's own line that names the sign.
    if rows and len(rows[0]) <= 2 and rows[0][0].lower().startswith("sep="):
        rows = rows[1:]
    head = rows[0] if rows else []
    first = _FIRST.match(head[0].strip()) if head else None
    if first:
        return _sdmx(rows, name, first[2] or "")
    values: tuple[int, ...] = ()
    labels: tuple[int, ...] = ()
    heads = [cell.strip() for cell in head]
    if len({"obs_value"} & {one.lower() for one in heads}) == 1 and len(set(heads)) == len(heads):
        values = tuple(i for i, one in enumerate(heads) if one.lower() == "obs_value")
        labels = tuple(i for i, one in enumerate(heads) if i not in values)
    form = "ilostat" if values and "ref_area" in heads[0].lower() else "csv"
    lines = tuple(tuple(_blank(cell) for cell in row) for row in rows)
    return Book(form, (Grid(name, lines, labels=labels, values=values, complete=True),))


def _blank(cell: str) -> Value:
    return cell if cell.strip() else None


def _sdmx(rows: list[list[str]], name: str, part: str) -> Book:
    heads = [_code(cell) for cell in rows[0]]
    heads[0] = heads[0].split("[")[0]
    values = tuple(i for i, head in enumerate(heads) if head == "OBS_VALUE")
    labels = tuple(i for i, head in enumerate(heads) if i not in values and head not in _MACHINE)
    lines: list[tuple[Value, ...]] = [tuple(heads)]
    for row in rows[1:]:
        lines.append(
            tuple(
                _blank(cell if i in values or i not in labels else _cell(cell, part))
                for i, cell in enumerate(row)
            )
        )
    about = tuple(dict.fromkeys(_labels(rows[0]) + _flows(rows, heads)))
    grid = Grid(name, tuple(lines), labels=labels, values=values, complete=True)
    return Book("sdmx", (grid,), about=about)


def _code(cell: str) -> str:
    """Return the code of `CODE: Label`, the cell itself if it has no label."""
    found = _CODED.match(cell.strip())
    return found[1] if found else cell.strip()


def _cell(cell: str, part: str) -> str:
    """Return a cell by its code; several sub-fields stay beside each other."""
    if part and part in cell:
        return f" {part} ".join(_code(one) for one in cell.split(part))
    return _code(cell)


def _labels(head: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in head if _CODED.match(cell.strip())]


def _flows(rows: list[list[str]], heads: list[str]) -> list[str]:
    """Return which flow of data the lines are of, as they say it."""
    named = [i for i, head in enumerate(heads) if head in {"DATAFLOW", "STRUCTURE_ID"}]
    return list(dict.fromkeys(row[i] for row in rows[1:] for i in named if i < len(row)))[:5]
