"""One exhibit as CSV or XLSX, or what a search found as CSV: numbers as numbers, with unit, source, notes and release; formats nothing for the screen."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter

from app.catalogue import catalogue
from app.exhibit import Exhibit
from app.explorer import Entry, cells
from app.language import day, say
from app.store import Store
from app.view import View


def about(one: Exhibit, view: View, store: Store) -> list[tuple[str, str]]:
    """Return what a reader of the file must know, label and text."""
    language, known = one.language, catalogue()
    filters = [view.period or say(language, "all_periods"),
               known.places[view.place].name[language] if view.place else say(language, "all_regions"),
               known.sectors[view.sector].name[language] if view.sector else say(language, "all_sectors")]
    return [
        *([(say(language, "about_finding"), one.title)] if one.finding else []),
        (say(language, "about_what"), one.card.title[language]), (say(language, "column_unit"), known.units[one.card.unit].name[language]),
        (say(language, "definition"), one.card.definition[language]), (say(language, "about_filters"), "; ".join(filters)),
        (say(language, "column_source"), one.source),
        *((say(language, "about_notes"), note.text) for note in one.notes),
        (say(language, "product"), say(language, "release", number=str(store.release.number), date=day(store.release.published, language))),
    ]


def as_csv(one: Exhibit, view: View, store: Store) -> bytes:
    """Return the exhibit as CSV that a spreadsheet in the viewer's language opens rightly.

    Kazakh and Russian spreadsheets take `;` and a decimal comma, English ones `,` and a point. What the file is
    about follows below the numbers after a blank line.
    """
    return _csv([one.table.columns, *one.table.raw, (), *about(one, view, store)], one.language)


def figures_as_csv(wanted: Sequence[Entry], heads: Sequence[str], language: str, store: Store) -> bytes:
    """Return what the search found as CSV: each entry in words under `heads`, then the number and all codes."""
    codes = ("kind", "measure", "period", "place", "sector", "series", "sex", "age", "value", "unit", "status", "source", "locator", "printed")
    rows = ((*cells(entry, language, store), *(entry.row[code] for code in codes)) for entry in wanted)
    return _csv([(*heads, *codes), *rows], language)


def as_xlsx(one: Exhibit, view: View, store: Store) -> bytes:
    """Return the exhibit as a workbook: a sheet of numbers and a sheet that says what they are."""
    buffer = io.BytesIO()
    language = one.language
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain = book.add_format({"num_format": "#,##0" + ("." + "0" * one.card.decimals if one.card.decimals else "")})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(say(language, "sheet_numbers"))
        sheet.write_string(0, 0, one.title, book.add_format({"bold": True, "font_size": 14}))
        sheet.write_string(1, 0, one.subtitle)
        for column, title in enumerate(one.table.columns):
            sheet.write_string(3, column, title, head)
            longest = max([len(str(row[column])) for row in one.table.rows] or [8])
            sheet.set_column(column, column, min(60, max(12, longest + 2)))
        for line, row in enumerate(one.table.raw, 4):
            for column, value in enumerate(row):
                if isinstance(value, (int, float)):
                    sheet.write_number(line, column, value, plain)
                elif value is not None:
                    sheet.write_string(line, column, str(value))
        sheet.freeze_panes(4, 0)
        notes = book.add_worksheet(say(language, "sheet_about"))
        notes.set_column(0, 0, 28)
        notes.set_column(1, 1, 100)
        for line, (label, text) in enumerate(about(one, view, store)):
            notes.write_string(line, 0, label, head)
            notes.write_string(line, 1, text, wrap)
    return buffer.getvalue()


def _csv(rows: Iterable[Sequence[object]], language: str) -> bytes:
    english = language == "en"
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter="," if english else ";", lineterminator="\r\n")
    writer.writerows([_cell(value, english) for value in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _cell(value: object, english: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        text = str(int(value)) if value == int(value) else repr(value)
        return text if english else text.replace(".", ",")
    return _safe(str(value))


def _safe(text: str) -> str:
    """Keep a text from being taken for a formula when a spreadsheet opens the file."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
