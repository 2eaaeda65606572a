"""The kit as an Excel workbook for a person: writes sheets, lists and protection; reads nothing.

In every sheet the first line and the first column are hidden: there stand the keys by which it is
read back. Only what is asked for can be typed into.
"""

from __future__ import annotations

import io
import textwrap

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from app.intake.report.form import CHOICE, KEY, NUMBER, PERIOD, Column, Kit, Line, Sheet, Shown
from app.intake.report.words import tell

ABOUT, LISTS = "_kit", "_lists"
HEAD = 2  # the line of the columns' headings; the keys stand above it, the first line below
_HEAD_HEIGHT, _LINE_HEIGHT = 48, 15.0
_README_WIDTH = 110
_LONGEST_TITLE = 31

ASKED = PatternFill("solid", fgColor="FFF8D6")
SHOWN = PatternFill("solid", fgColor="F2F2F2")
_HEADING = PatternFill("solid", fgColor="D9E6F2")
HEADS = PatternFill("solid", fgColor="1F4E79")
_EDGE = Side(style="thin", color="C8C8C8")
_BORDER = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_TOP = Alignment(vertical="top", wrap_text=True)
_RIGHT = Alignment(vertical="top", horizontal="right", wrap_text=True)
_WHOLE = "#,##0"


def written(kit: Kit) -> bytes:
    """Return the workbook of a kit."""
    book = Workbook()
    readme = book.active
    assert isinstance(readme, Worksheet)
    _write_readme(readme, kit)
    places = _write_lists(book.create_sheet(LISTS), kit)
    for sheet in kit.sheets:
        _write_sheet(book.create_sheet(title_of(sheet.key, kit.language)), sheet, kit, places)
    _write_about(book.create_sheet(ABOUT), kit)
    # The lists are needed by the sheets before them, and wanted by nobody.
    book.move_sheet(LISTS, offset=len(kit.sheets))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def title_of(sheet: str, language: str) -> str:
    """Return the name of a sheet in the editor's language."""
    return tell(language, f"sheet_{sheet}")[:_LONGEST_TITLE]


def _write_readme(page: Worksheet, kit: Kit) -> None:
    page.title = title_of("readme", kit.language)
    page.column_dimensions["A"].width = _README_WIDTH
    page.sheet_view.showGridLines = False
    text = tell(kit.language, "readme", report=kit.report, year=kit.year, before=kit.year - 1)
    for row, line in enumerate(text.strip().split("\n"), 1):
        cell = page.cell(row, 1, line)
        cell.alignment = _TOP
        cell.font = Font(size=16, bold=True) if row == 1 else Font(size=12)
        page.row_dimensions[row].height = 17 * max(1, -(-len(line) // 100)) + (8 if row == 1 else 0)
    page.protection.sheet = True


def _write_lists(page: Worksheet, kit: Kit) -> dict[str, str]:
    """Write each list down a column; return where each stands."""
    page.sheet_state = "hidden"
    page.protection.sheet = True
    places = {}
    for column, (key, pairs) in enumerate(kit.lists.items(), 1):
        page.cell(1, column, key)
        for row, (_, name) in enumerate(pairs, 2):
            page.cell(row, column, name)
        letter = get_column_letter(column)
        places[key] = f"{LISTS}!${letter}$2:${letter}${len(pairs) + 1}"
    return places


def _write_about(page: Worksheet, kit: Kit) -> None:
    page.sheet_state = "hidden"
    page.protection.sheet = True
    said = {
        "report": kit.report,
        "like": kit.like,
        "language": kit.language,
        "digest": kit.digest,
    }
    for row, (key, value) in enumerate(said.items(), 1):
        page.cell(row, 1, key)
        page.cell(row, 2, value)


def _write_sheet(page: Worksheet, sheet: Sheet, kit: Kit, places: dict[str, str]) -> None:
    for at, column in enumerate(sheet.columns, 1):
        # The first cell names the sheet, the others of its line their columns.
        page.cell(1, at, sheet.key if column.kind == KEY else column.key)
        cell = page.cell(HEAD, at, None if column.kind == KEY else _head(sheet, column, kit))
        cell.font, cell.fill, cell.border = Font(bold=True, color="FFFFFF"), HEADS, _BORDER
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        page.column_dimensions[get_column_letter(at)].width = column.width
    for row, line in enumerate(sheet.all_lines(), HEAD + 1):
        _write_line(page, row, line, sheet)
    _choose(page, sheet, kit, places)
    page.row_dimensions[1].hidden = True
    page.row_dimensions[HEAD].height = _HEAD_HEIGHT
    page.column_dimensions["A"].hidden = True
    page.freeze_panes = page.cell(HEAD + 1, _frozen(sheet) + 1)
    page.sheet_view.zoomScale = 90
    _protect(page)
    _on_paper(page)


def _head(sheet: Sheet, column: Column, kit: Kit) -> str:
    years = {"year": kit.year, "before": kit.year - 1}
    # Where nothing stood last year there is no other place.
    key = "place" if column.key == "locator" and sheet.is_new else column.key
    return tell(kit.language, f"column_{key}", **years)


def _frozen(sheet: Sheet) -> int:
    """Return how many columns stay when one goes to the right: up to what the line is about."""
    keys = [column.key for column in sheet.columns]
    return keys.index("what") + 1 if "what" in keys else 2


def _write_line(page: Worksheet, row: int, line: Line, sheet: Sheet) -> None:
    page.cell(row, 1, line.key or None)
    if line.is_heading:
        for at in range(2, len(sheet.columns) + 1):
            page.cell(row, at).fill = _HEADING
        heading = page.cell(row, 2, line.cells["heading"])
        heading.font = Font(bold=True)
        return
    for at, column in enumerate(sheet.columns[1:], 2):
        cell = page.cell(row, at)
        value = line.cells.get(column.key)
        if value is not None:
            cell.value = int(value) if isinstance(value, float) and value.is_integer() else value
        _dress(cell, column, line)
    page.row_dimensions[row].height = _LINE_HEIGHT * max(
        _lines(line.cells.get(column.key), column) for column in sheet.columns
    )


def _lines(text: Shown, column: Column) -> int:
    """Return in how many lines a text stands in its column."""
    # Letters are wider than digits, in which widths are measured.
    return len(textwrap.wrap(str(text or ""), int(column.width * 0.9))) or 1


def _dress(cell: Cell, column: Column, line: Line) -> None:
    asked = column.asked and column.key not in line.locked
    cell.fill = ASKED if asked else SHOWN
    cell.protection = Protection(locked=not asked)
    cell.border = _BORDER
    amount = column.kind == NUMBER or isinstance(cell.value, int | float)
    cell.alignment = _RIGHT if amount or column.kind == PERIOD else _TOP
    if isinstance(cell.value, int):
        cell.number_format = _WHOLE
    if column.kind == PERIOD:
        # As text: otherwise 2026-03 is made a date and 2025–2026 a difference.
        cell.number_format = "@"


def _choose(page: Worksheet, sheet: Sheet, kit: Kit, places: dict[str, str]) -> None:
    """Let the columns of lists choose from them."""
    last = HEAD + len(sheet.all_lines())
    for at, column in enumerate(sheet.columns, 1):
        if column.kind != CHOICE or last == HEAD:
            continue
        rule = DataValidation("list", formula1=places[column.choices], allow_blank=True)
        rule.showErrorMessage = not column.opens
        rule.errorTitle = tell(kit.language, "not_in_list_title")
        rule.error = tell(kit.language, "not_in_list")
        letter = get_column_letter(at)
        rule.add(f"{letter}{HEAD + 1}:{letter}{last}")
        page.add_data_validation(rule)


def _protect(page: Worksheet) -> None:
    """Lock what is not asked for; widths, filters and the choice of cells stay free."""
    page.protection.sheet = True
    page.protection.formatColumns = False
    page.protection.formatRows = False
    page.protection.formatCells = False


def _on_paper(page: Worksheet) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"{HEAD}:{HEAD}"
