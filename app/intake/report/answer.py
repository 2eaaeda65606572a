"""Writes what is wrong into the workbook that was sent: red cells with comments, and nothing else.

Marks of an earlier answer are taken away first; comments of the sender's stay.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from app.intake.report.faults import Fault
from app.intake.report.read import Sent
from app.intake.report.workbook import ASKED, HEAD, HEADS, SHOWN

AUTHOR = "Union Indicators"
RED = PatternFill("solid", fgColor="F4B6B6")
_BETWEEN = "\n———\n"
_WIDTH, _LINE = 340, 18  # of a comment, in pixels
_LETTERS = 46  # in one of its lines


def answered(sent: Sent, faults: Iterable[Fault], language: str) -> bytes:
    """Return the workbook with a mark at every fault."""
    _clear(sent.book)
    for fault in faults:
        cell = _cell(sent, fault)
        _mark(cell, fault.say(language))
        cell.parent.sheet_properties.tabColor = "C00000"
    out = io.BytesIO()
    sent.book.save(out)
    return out.getvalue()


def _cell(sent: Sent, fault: Fault) -> Cell:
    """Return the cell in which a fault is said: that of its column; the line's first; or the head
    of the sheet, of the workbook if the sheet is gone.
    """
    pages = {str(page["A1"].value): page for page in sent.book.worksheets}
    page = pages.get(fault.sheet)
    if page is None:
        first: Cell = sent.book.worksheets[0].cell(1, 1)
        return first
    columns = sent.columns.get(fault.sheet, {})
    at = columns.get(fault.column) or 2
    return _outside_merges(page, max(fault.row, HEAD), at)


def _outside_merges(page: Worksheet, row: int, column: int) -> Cell:
    """Return a cell that can be written: of merged ones only the first can."""
    for merged in page.merged_cells.ranges:
        in_rows = merged.min_row <= row <= merged.max_row
        if in_rows and merged.min_col <= column <= merged.max_col:
            row, column = merged.min_row, merged.min_col
    cell = page.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def _mark(cell: Cell, words: str) -> None:
    ours, theirs = _parts(cell)
    ours = f"{ours}\n{words}" if ours else words
    said = f"{ours}{_BETWEEN}{theirs}" if theirs else ours
    comment = Comment(said, AUTHOR)
    lines = sum(1 + len(line) // _LETTERS for line in said.split("\n"))
    comment.width, comment.height = _WIDTH, _LINE * (lines + 1)
    cell.comment = comment
    cell.fill = RED


def _parts(cell: Cell) -> tuple[str, str]:
    """Return what we and what others have said in a cell's comment."""
    comment = cell.comment
    if comment is None:
        return "", ""
    if comment.author != AUTHOR:
        return "", str(comment.text)
    ours, _, theirs = str(comment.text).partition(_BETWEEN)
    return ours, theirs


def _clear(book: Workbook) -> None:
    for page in book.worksheets:
        page.sheet_properties.tabColor = None
        for line in page.iter_rows():
            for cell in line:
                if cell.comment is not None and cell.comment.author == AUTHOR:
                    _, theirs = _parts(cell)
                    cell.comment = Comment(theirs, "") if theirs else None
                    cell.fill = _fill(cell)


def _fill(cell: Cell) -> PatternFill:
    if cell.row == HEAD:
        return HEADS
    return SHOWN if cell.protection.locked else ASKED
