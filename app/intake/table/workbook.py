"""Reads workbooks into grids: xlsx by openpyxl, older and open forms by calamine; a formula is
never worked out, a cell without a value stays without one.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from functools import cache
from typing import Any

import openpyxl
import python_calamine
from openpyxl.worksheet.worksheet import Worksheet

from app.intake.table.files import within
from app.intake.table.grid import Book, Grid, Place, Value
from app.intake.table.remarks import Refused, refused

_DIGITS = re.compile(r"[0#?](?:\.([0#?]+))?")


def read_xlsx(data: bytes) -> Book:
    """Return the visible and hidden sheets of an xlsx; raise Refused if it is broken."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and pictures that openpyxl leaves out
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
            formulas = _with_formulas(data)
            written = openpyxl.load_workbook(io.BytesIO(data)) if formulas else None
        except Exception as error:  # openpyxl raises whatever its parts meet in a broken file
            raise Refused(refused("broken_file", why=type(error).__name__)) from error
    grids = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        asked = written[sheet.title] if written is not None else None
        grids.append(_grid(sheet, asked))
    title = str(book.properties.title or "")
    return Book("workbook", tuple(grids), title)


def _with_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return any(
            name.startswith("xl/worksheets/")
            and re.search(rb"<(?:\w+:)?f[\s>/]", packed.read(name))
            for name in packed.namelist()
        )


def _grid(sheet: Worksheet, written: Worksheet | None) -> Grid:
    within(sheet.max_row, 0)
    rows: list[tuple[Value, ...]] = []
    decimals: dict[Place, int] = {}
    percents: set[Place] = set()
    formulas: set[Place] = set()
    cells = 0
    for line, row in enumerate(sheet.iter_rows()):
        values = [_seen(cell) for cell in row]
        for column, value in enumerate(values):
            if isinstance(value, int | float):
                digits, percent = _shown(str(row[column].number_format))
                if digits is not None:
                    decimals[line, column] = digits
                if percent:
                    percents.add((line, column))
            elif value is None and written is not None:
                asked = written.cell(line + 1, column + 1).value
                if asked is not None and not isinstance(asked, int | float):
                    formulas.add((line, column))
        while values and values[-1] is None and (line, len(values) - 1) not in formulas:
            values.pop()
        rows.append(tuple(values))
        cells += len(values)
        within(line, cells)
    while rows and not rows[-1]:
        rows.pop()
    merges = tuple(
        (one.min_row - 1, one.min_col - 1, one.max_row - 1, one.max_col - 1)
        for one in sheet.merged_cells.ranges
    )
    return Grid(
        sheet.title, tuple(rows), merges, decimals, frozenset(percents), frozenset(formulas)
    )


def _seen(cell: Any) -> Value:
    """Return what a reader sees in a cell: of a day only what its format shows."""
    value = _plain(cell.value)
    if isinstance(cell.value, datetime.date):
        return _shown_day(str(value), str(cell.number_format).lower())
    return value


@cache
def _shown(form: str) -> tuple[int | None, bool]:
    """Return how many decimals a number format shows, None if it leaves that open."""
    if form == "General" or form == "@":
        return None, False
    first = form.split(";")[0]
    found = _DIGITS.findall(first)
    return (len(found[-1]) if found else None), "%" in first


def _shown_day(day: str, form: str) -> str:
    """Return of a day what its format shows: `yyyy` only the year, `mmm yyyy` no day."""
    if "y" not in form or "d" in form:
        return day
    return day[:7] if "m" in form else day[:4]


def _plain(value: Any) -> Value:
    """Return a cell's value as text or number: a day as it is written in ISO."""
    if isinstance(value, bool):
        return str(value).upper()
    if value is None or isinstance(value, str | int | float):
        return value if value != "" else None
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def read_old(data: bytes) -> Book:
    """Return the sheets of an xls, xlsb or ods; raise Refused if it is broken or locked."""
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = []
        for meta in book.sheets_metadata:
            if meta.visible != python_calamine.SheetVisibleEnum.Visible:
                continue
            sheet = book.get_sheet_by_name(meta.name)
            within(sheet.total_height, sheet.total_height * sheet.total_width)
            rows = tuple(
                tuple(_plain(value) for value in row)
                for row in sheet.to_python(skip_empty_area=False)
            )
            merges = tuple((*first, *last) for first, last in (sheet.merged_cell_ranges or ()))
            grids.append(Grid(meta.name, rows, merges))
    except Refused:
        raise
    except Exception as error:  # the reader names its errors by text alone
        kind = "locked" if isinstance(error, python_calamine.PasswordError) else "broken_file"
        raise Refused(refused(kind, why=type(error).__name__)) from error
    return Book("workbook", tuple(grids))
