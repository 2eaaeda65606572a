"""Reads the tables of a web page, as sites save them under the name of a workbook; runs nothing of
it and fetches nothing.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from app.intake.table.files import text_of, within
from app.intake.table.grid import Book, Grid, Value, spelled
from app.intake.table.remarks import Refused, refused

_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)


class _Tables(HTMLParser):
    """Collects the cells of every table, with what each is merged over."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[tuple[str, int, int]]]] = []
        self.text: list[str] | None = None
        self.spans = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self._close()
            self.tables[-1].append([])
        elif tag in {"td", "th"} and self.tables:
            self._close()
            if not self.tables[-1]:
                self.tables[-1].append([])
            said = dict(attrs)
            self.spans = (_span(said.get("rowspan")), _span(said.get("colspan")))
            self.text = []
        elif tag == "br" and self.text is not None:
            self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "tr", "table"}:
            self._close()

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def _close(self) -> None:
        if self.text is not None:
            self.tables[-1][-1].append((spelled("".join(self.text)), *self.spans))
            self.text = None


def _span(said: str | None) -> int:
    return min(max(int(said), 1), 1000) if said and said.isdigit() else 1


def read_web(data: bytes, name: str, encoding: str = "") -> Book:
    """Return each table of a page as a grid; raise Refused if it has none."""
    charset = _CHARSET.search(data[:4000])
    parser = _Tables()
    parser.feed(text_of(data, encoding or (charset[1].decode("ascii") if charset else "")))
    grids = [
        _grid(f"{name} {number}", table)
        for number, table in enumerate(parser.tables, 1)
        if sum(len(row) for row in table) > 3
    ]
    if not grids:
        raise Refused(refused("no_table"))
    return Book("web", tuple(grids))


def _grid(name: str, table: list[list[tuple[str, int, int]]]) -> Grid:
    cells: dict[tuple[int, int], Value] = {}
    taken: set[tuple[int, int]] = set()
    merges = []
    for line, row in enumerate(table):
        column = 0
        for text, down, across in row:
            while (line, column) in taken:
                column += 1
            cells[line, column] = text or None
            for i in range(line, line + down):
                for j in range(column, column + across):
                    taken.add((i, j))
            if down > 1 or across > 1:
                merges.append((line, column, line + down - 1, column + across - 1))
            column += across
        within(line, len(taken))
    height = max((line for line, _ in cells), default=-1) + 1
    width = max((column for _, column in cells), default=-1) + 1
    rows = tuple(tuple(cells.get((i, j)) for j in range(width)) for i in range(height))
    return Grid(name, rows, tuple(merges))
