"""Workbooks: a story with a sheet for each exhibit, one exhibit alone, the numbers behind a slide's chart; numbers as numbers, no text a formula."""

from __future__ import annotations

import io
from datetime import datetime

import xlsxwriter

from app.exports.native import Native

_SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def chart_numbers(native: Native) -> bytes:
    """Return the workbook that PowerPoint opens when somebody edits a chart: names in the first column, a column for each series."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, _SAFE) as book:
        book.set_properties({"created": datetime(2020, 1, 1)})
        sheet = book.add_worksheet("Sheet1")
        form = book.add_format({"num_format": native.number_format})
        for line, name in enumerate(native.categories, 1):
            sheet.write_string(line, 0, name)
        for column, one in enumerate(native.series, 1):
            sheet.write_string(0, column, one.name)
            for line, value in enumerate(one.values, 1):
                if value is not None:
                    sheet.write_number(line, column, value, form)
        sheet.set_column(0, 0, 40)
    return buffer.getvalue()
