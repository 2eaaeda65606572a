"""Opens what somebody sends back and takes the answers out of its cells; judges no answer.

What is no workbook, too large, or not the kit is refused as a whole; what is wrong with its form
(a sheet, column or line gone, cells merged or moved) is a fault of a place.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from app.intake.report.faults import Fault
from app.intake.report.form import KEY, SHOWN, Kit, Line, Sheet
from app.intake.report.words import tell
from app.intake.report.workbook import ABOUT, HEAD, title_of

_LARGEST_FILE = 8_000_000  # bytes; an untouched kit has some 120 000
_LARGEST_SHEET = 12_000_000  # bytes of one unpacked part
_MOST_PARTS = 200
_MOST_LINES = 4_000
_NEAR = 1e-9


class NotTheKit(ValueError):
    """The file is no workbook of the kit, or not one that can be read; says why in words."""

    def __init__(self, key: str, **slots: object) -> None:
        super().__init__(key)
        self.key = key
        self.slots = slots

    def say(self, language: str) -> str:
        """Return the reason in the reader's language."""
        return tell(language, self.key, **self.slots)


@dataclass(frozen=True, slots=True)
class Raw:
    """What stands in a cell: a value as Excel keeps it, and whether it is a formula or a share."""

    value: object
    formula: bool = False
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """One line as it came back: where it stands, and what was typed into it, by column."""

    sheet: str
    row: int
    line: Line
    cells: Mapping[str, Raw] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        """Return whether it is one of the blank lines for what is new."""
        return self.line.key.startswith("+")

    def text(self, column: str) -> str:
        """Return what was typed, as text; blank if nothing was."""
        raw = self.cells.get(column)
        return "" if raw is None or raw.value is None else str(raw.value).strip()


@dataclass(slots=True)
class Sent:
    """A workbook that was sent back, the place of each column by sheet, and its answers."""

    book: Workbook
    columns: dict[str, dict[str, int]]
    given: dict[str, list[Given]]
    faults: list[Fault]
    fresh: bool = True

    def page(self, sheet: str) -> Worksheet:
        """Return the page of one of the kit's sheets."""
        return _pages(self.book)[sheet]


def opened(path: Path) -> Workbook:
    """Open a workbook; raise NotTheKit if it is none, or too large to be the kit."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise NotTheKit("too_large")
        with zipfile.ZipFile(path) as parts:
            infos = parts.infolist()
            if len(infos) > _MOST_PARTS or any(one.file_size > _LARGEST_SHEET for one in infos):
                raise NotTheKit("too_large")
        with warnings.catch_warnings():
            # What Excel would only remark on is judged cell by cell.
            warnings.simplefilter("ignore")
            return load_workbook(path, rich_text=True)
    except NotTheKit:
        raise
    except FileNotFoundError as error:
        raise NotTheKit("no_file", file=path.name) from error
    # Whatever is broken inside a file shows itself in many kinds of errors.
    except Exception as error:
        raise NotTheKit("not_a_workbook", file=path.name) from error


def about(book: Workbook) -> dict[str, str]:
    """Return for which report a workbook is, like which, in what language."""
    if ABOUT not in book.sheetnames:
        raise NotTheKit("not_the_kit")
    rows = book[ABOUT].iter_rows(max_row=9, max_col=2, values_only=True)
    said = {str(key): str(value) for key, value in rows if key}
    if not {"report", "like", "language"} <= set(said):
        raise NotTheKit("not_the_kit")
    return said


def read(book: Workbook, kit: Kit) -> Sent:
    """Take every answer out of a workbook of this kit, and find what is wrong with its form."""
    pages = _pages(book)
    # Facts or names changed since the kit was written: then its shown cells are compared no more.
    sent = Sent(book, {}, {}, [], about(book).get("digest") == kit.digest)
    for sheet in kit.sheets:
        page = pages.get(sheet.key)
        if page is None:
            said = {"sheet": title_of(sheet.key, kit.language)}
            sent.faults.append(Fault(sheet.key, 0, "", "sheet_gone", said))
            continue
        faults = list(_faults_of_form(page, sheet))
        if others := [one.title for one in _with_key(book, sheet.key) if one is not page]:
            said = {"sheet": page.title, "others": ", ".join(others)}
            faults.append(Fault(sheet.key, HEAD, "", "sheet_twice", said))
        sent.faults += faults
        sent.columns[sheet.key] = _columns(page, sheet)
        if not faults:
            sent.given[sheet.key] = list(_given(page, sheet, sent))
    return sent


def _pages(book: Workbook) -> dict[str, Worksheet]:
    """Return the pages by the key of their sheet, which stands in their hidden first cell."""
    keys = [str(page["A1"].value or "") for page in book.worksheets if page.title != ABOUT]
    return {key: _with_key(book, key)[0] for key in dict.fromkeys(keys) if key}


def _with_key(book: Workbook, key: str) -> list[Worksheet]:
    """Return the pages with the key of a sheet: a copy that somebody made has it too."""
    return [page for page in book.worksheets if str(page["A1"].value) == key]


def _columns(page: Worksheet, sheet: Sheet) -> dict[str, int]:
    known = {column.key for column in sheet.columns if column.kind != KEY}
    found: dict[str, int] = {"key": 1}
    for at in range(2, page.max_column + 1):
        key = page.cell(1, at).value
        if key in known:
            found.setdefault(str(key), at)
    return found


def _faults_of_form(page: Worksheet, sheet: Sheet) -> Iterator[Fault]:
    """Find what keeps a sheet from being read: too long, columns gone or twice, merged cells."""
    if page.max_row > _MOST_LINES:
        yield Fault(sheet.key, HEAD, "", "too_many_lines", {"lines": page.max_row})
        return
    keys = [page.cell(1, at).value for at in range(2, page.max_column + 1)]
    wanted = [column.key for column in sheet.columns if column.kind != KEY]
    gone = [key for key in wanted if keys.count(key) != 1]
    if gone:
        yield Fault(sheet.key, HEAD, "", "column_gone", {"columns": gone})
    for merged in page.merged_cells.ranges:
        said = {"cells": merged.coord}
        yield Fault(sheet.key, merged.min_row, "", "merged", said)


def _given(page: Worksheet, sheet: Sheet, sent: Sent) -> Iterator[Given]:
    """Yield every line in which something was typed, and name those that are not the kit's."""
    columns = sent.columns[sheet.key]
    lines = {line.key: line for line in sheet.all_lines() if not line.is_heading}
    headings = {_clean(line.cells["heading"]) for line in sheet.lines if line.is_heading}
    seen: dict[str, int] = {}
    for row in range(HEAD + 1, page.max_row + 1):
        key = str(page.cell(row, 1).value or "")
        cells = {
            name: raw
            for name, at in columns.items()
            if name != "key" and (raw := _raw(page.cell(row, at))) is not None
        }
        if not key:
            strangers = [raw for raw in cells.values() if _clean(raw.value) not in headings]
            if strangers:
                sent.faults.append(Fault(sheet.key, row, "", "line_outside"))
            continue
        if key not in lines or key in seen:
            kind = "line_twice" if key in seen else "line_unknown"
            sent.faults.append(Fault(sheet.key, row, "", kind, {"first": seen.get(key, "")}))
            continue
        seen[key] = row
        line = lines[key]
        if sent.fresh and (moved := _moved(cells, sheet, line)):
            sent.faults.append(Fault(sheet.key, row, moved, "cells_moved"))
            continue
        typed = {name: raw for name, raw in cells.items() if _is_answer(sheet, name, raw, line)}
        yield Given(sheet.key, row, line, typed)
    for key in lines.keys() - seen.keys():
        if sent.fresh and not key.startswith("+"):
            said = {"what": lines[key].cells.get("what", key)}
            sent.faults.append(Fault(sheet.key, HEAD, "", "line_gone", said))


def _raw(cell: Cell | MergedCell) -> Raw | None:
    value = cell.value
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    # Rich text is as good as plain.
    if not isinstance(value, int | float | str) and type(value).__name__ == "CellRichText":
        value = str(value)
    if isinstance(value, str):
        value = _clean(value)
    percent = "%" in str(cell.number_format or "")
    return Raw(value, getattr(cell, "data_type", "") == "f", percent)


def _moved(cells: Mapping[str, Raw], sheet: Sheet, line: Line) -> str:
    """Return the first column whose shown cell is not what the kit had put there; blank if none."""
    for column in sheet.columns:
        if column.kind != SHOWN or column.key == "line":
            continue
        shown, found = line.cells.get(column.key), cells.get(column.key)
        if not _same(shown, found.value if found else None):
            return column.key
    return ""


def _same(shown: object, found: object) -> bool:
    if isinstance(shown, int | float) and isinstance(found, int | float):
        return abs(shown - found) < _NEAR * max(1.0, abs(shown))
    return _clean(shown) == _clean(found)


def _clean(shown: object) -> str:
    """Return a cell as text whose blanks are plain ones."""
    return "" if shown is None else " ".join(str(shown).split())


def _is_answer(sheet: Sheet, name: str, raw: Raw, line: Line) -> bool:
    """Say whether a cell holds something typed, not what the kit proposed there."""
    return sheet.column(name).asked and not (
        name in line.locked and _same(line.cells.get(name), raw.value)
    )
