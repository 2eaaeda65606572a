"""Reads a file of any form into a book of grids; the one place that knows which
module reads what.
"""

from __future__ import annotations

from app.intake.table.delimited import read_text
from app.intake.table.files import form_of
from app.intake.table.grid import Book
from app.intake.table.jsonstat import read_json
from app.intake.table.pcaxis import read_px
from app.intake.table.webpage import read_web
from app.intake.table.workbook import read_old, read_xlsx


def read_book(data: bytes, name: str, encoding: str = "") -> Book:
    """Return the file as grids; raise Refused if its form is none that is read here."""
    form = form_of(data)
    if form == "xlsx":
        return read_xlsx(data)
    if form == "old":
        return read_old(data)
    if form == "json":
        return read_json(data, name)
    if form == "px":
        return read_px(data, name)
    if form == "web":
        return read_web(data, name, encoding)
    return read_text(data, name, encoding)
