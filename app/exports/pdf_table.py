"""An exhibit's table on paper: how wide its columns are, in how many blocks side by side it stands, where it goes on over pages; formats no number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from reportlab.pdfgen.canvas import Canvas

from app.exhibit import Table
from app.exports.pdf_page import HEIGHT, WIDTH, Paragraph, Part, rule, wrapped, write_line
from app.typeface import width as text_width

_SIZE, _LEADING, _PAD = 8.5, 10.4, 1.7
_HEAD, _HEAD_LEADING = 7.5, 9.0
_GAP = 12.0
_BETWEEN = 26.0
_BLOCKS = 3
_LEAST_ROWS = 4
_LONGEST = 60
_AFTER = 10.0
# A cell of more lines is printed as several rows, so that no row is higher than a page.
_MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[tuple[str, ...], ...]
    bold: bool = False

    @property
    def height(self) -> float:
        return max(len(lines) for lines in self.cells) * _LEADING + 2 * _PAD


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows in one to three blocks side by side; each block repeats the heads."""

    heads: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    widths: tuple[float, ...]
    blocks: int
    rows: tuple[_Row, ...]
    joined: bool = False

    @property
    def height(self) -> float:
        """Return how high the table is with its heads and the room below it."""
        return self._head + max(sum(row.height for row in block) for block in self._in_blocks()) + _AFTER

    @property
    def _head(self) -> float:
        return max(len(lines) for lines in self.heads) * _HEAD_LEADING + 5

    def _in_blocks(self) -> list[tuple[_Row, ...]]:
        each = ceil(len(self.rows) / self.blocks)
        return [self.rows[start:start + each] for start in range(0, len(self.rows), each)]

    def split(self, room: float) -> tuple[Grid, Grid] | None:
        """Return the rows that fit into `room` points and the others, which begin with the heads again; None if fewer than three would fit."""
        high, count = self._head, 0
        for row in self.rows:
            high += row.height
            if high > room:
                break
            count += 1
        # Rows of several blocks are all one line high.
        count = min(count * self.blocks, len(self.rows) - 1)
        if count < 3 * self.blocks and (count < 1 or room < HEIGHT):
            return None
        return replace(self, rows=self.rows[:count], joined=False), replace(self, rows=self.rows[count:])

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the blocks below a point."""
        width = sum(self.widths) + _GAP * (len(self.widths) - 1)
        for place, block in enumerate(self._in_blocks()):
            self._block(canvas, x + place * (width + _BETWEEN), top, width, block)

    def _block(self, canvas: Canvas, x: float, top: float, width: float, rows: tuple[_Row, ...]) -> None:
        deepest = max(len(lines) for lines in self.heads)
        for at, wide, numeric, lines in self._columns(x, self.heads):
            for place, line in enumerate(lines):
                # Heads of fewer lines stand at the foot of the head.
                y = top - (deepest - len(lines) + place) * _HEAD_LEADING - _HEAD
                write_line(canvas, at + wide * numeric, y, line, _HEAD, "@muted", bold=True, anchor="end" if numeric else "start")
        top -= self._head
        rule(canvas, x, top + 1, width, "@context_line", 0.7)
        for row in rows:
            for at, wide, numeric, lines in self._columns(x, row.cells):
                for place, line in enumerate(lines):
                    y = top - _PAD - place * _LEADING - _SIZE * 0.93
                    write_line(canvas, at + wide * numeric, y, line, _SIZE, bold=row.bold, anchor="end" if numeric else "start")
            top -= row.height
            rule(canvas, x, top + 0.4, width, thickness=0.4)

    def _columns(self, x: float, cells: tuple[tuple[str, ...], ...]) -> list[tuple[float, float, bool, tuple[str, ...]]]:
        columns = []
        for wide, numeric, lines in zip(self.widths, self.numeric, cells, strict=True):
            columns.append((x, wide, numeric, lines))
            x += wide + _GAP
        return columns


def grid(table: Table, picked: frozenset[str]) -> list[Part]:
    """Return a table as parts of a page: its rows, and below them what long words at the rows' ends are abbreviated to. Rows of picked codes are bold."""
    if not table.rows:
        return []
    cells, key = _abbreviated(table)
    bold = [bool(table.picks) and table.picks[place] in picked for place in range(len(cells))]
    natural = [max(text_width(line, _SIZE, bold=bold[place]) for place, row in enumerate(cells) for line in row[column].split("\n")) for column in range(len(table.columns))]
    least = [_head_width(head) for head in table.columns]
    natural = [max(pair) for pair in zip(natural, least, strict=True)]
    gaps = _GAP * (len(natural) - 1)
    blocks = max(1, min(_BLOCKS, int((WIDTH + _BETWEEN) / (sum(natural) + gaps + _BETWEEN)), len(cells) // _LEAST_ROWS))
    widths = _fitted(natural, least, table, cells, gaps) if sum(natural) + gaps > WIDTH else _stretched(natural, table.numeric, blocks, gaps)
    rows = [_Row(lines, bold[place]) for place, row in enumerate(cells) for lines in _broken(row, widths, bold[place])]
    heads = tuple(wrapped(head, wide, _HEAD, bold=True) for head, wide in zip(table.columns, widths, strict=True))
    parts: list[Part] = [Grid(heads, table.numeric, tuple(widths), blocks, tuple(rows), joined=bool(key))]
    if key:
        parts.append(Paragraph(wrapped(key, WIDTH, 7.5), 7.5, "@muted", after=8))
    return parts


def _abbreviated(table: Table) -> tuple[list[tuple[str, ...]], str]:
    """Return the rows with the last column's long words as numbers, and what the numbers stand for, if that column repeats few words (sources)."""
    last = list(dict.fromkeys(row[-1] for row in table.rows))
    if table.numeric[-1] or len(table.rows) < 2 * _LEAST_ROWS or len(last) > len(table.rows) / 3 or max(text_width(one, _SIZE) for one in last) < _LONGEST:
        return list(table.rows), ""
    signs = {one: f"[{place}]" for place, one in enumerate(last, 1)}
    return [(*row[:-1], signs[row[-1]]) for row in table.rows], "   ".join(f"{sign}\u00a0{one}" for one, sign in signs.items())


def _head_width(head: str) -> float:
    """Return how wide a column must be so that its head needs at most three lines and no word of it is broken."""
    words = head.split(" ")
    return max(max(text_width(word, _HEAD, bold=True) for word in words), text_width(head, _HEAD, bold=True) / 2.4)


def _stretched(natural: list[float], numeric: tuple[bool, ...], blocks: int, gaps: float) -> list[float]:
    """Give the room that is left to the columns of words, so that blocks fill the page's width; a single block grows by a half at most."""
    room = (WIDTH - _BETWEEN * (blocks - 1)) / blocks - gaps - sum(natural)
    more = min(room, sum(natural) / 2) if blocks == 1 else room
    taking = [place for place, is_number in enumerate(numeric) if not is_number] or list(range(len(natural)))
    return [wide + (more / len(taking) if place in taking else 0) for place, wide in enumerate(natural)]


def _fitted(natural: list[float], least: list[float], table: Table, cells: list[tuple[str, ...]], gaps: float) -> list[float]:
    """Return widths that together fill the page: numbers keep theirs, words get at least their longest word and share the rest."""
    floors = []
    for column, wide in enumerate(natural):
        longest = max(text_width(word, _SIZE) for row in cells for word in row[column].split()) if not table.numeric[column] else wide
        floors.append(min(wide, max(least[column], longest)))
    room = WIDTH - gaps
    if sum(floors) >= room:
        return [floor * room / sum(floors) for floor in floors]
    wish = sum(natural) - sum(floors)
    return [floor + (wide - floor) * (room - sum(floors)) / wish for floor, wide in zip(floors, natural, strict=True)]


def _broken(row: tuple[str, ...], widths: list[float], bold: bool) -> list[tuple[tuple[str, ...], ...]]:
    """Return the row's cells in lines; a row of too many lines goes on in further ones."""
    cells = [wrapped(cell, wide + 0.01, _SIZE, bold=bold) for cell, wide in zip(row, widths, strict=True)]
    deepest = max(len(lines) for lines in cells)
    return [tuple(lines[start:start + _MOST_LINES] or ("",) for lines in cells) for start in range(0, deepest, _MOST_LINES)]
