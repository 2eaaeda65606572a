"""An exhibit's table on paper, its columns, blocks and pages; formats no number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from reportlab.pdfgen.canvas import Canvas

from app.exhibit.parts import Table
from app.exports.handout.page import WIDTH, Paragraph, Part, rule, wrapped, write_line
from app.look.typeface import width as text_width
from app.words.numbers import NO_BREAK

_SIZE, _LEADING, _PAD = 8.3, 10.0, 1.4
_HEAD, _HEAD_LEADING = 7.5, 9.0
_GAP = 12.0
_BETWEEN = 26.0
_BLOCKS = 3
_LEAST_ROWS = 3
_LONGEST = 60
_NAME = 95
_AFTER = 10.0
# A cell of more lines is printed as several rows, so that three rows fit on any page.
_MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[tuple[str, ...], ...]
    bold: bool = False

    @property
    def height(self) -> float:
        return max(len(lines) for lines in self.cells) * _LEADING + 2 * _PAD


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows in one to three blocks side by side; each block repeats the heads.

    Its end is `joined` to the foot of the exhibit.
    """

    heads: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    widths: tuple[float, ...]
    blocks: int
    rows: tuple[_Row, ...]
    joined: bool = True

    @property
    def height(self) -> float:
        """Return how high the table is with its heads and the room below it."""
        return (
            self._head
            + max(sum(row.height for row in block) for block in self._in_blocks())
            + _AFTER
        )

    @property
    def least(self) -> float:
        """Return the height of the heads and three rows, or of all if there are not more."""
        return min(self.height, self._head + sum(row.height for row in self.rows[:3]))

    @property
    def _head(self) -> float:
        return max(len(lines) for lines in self.heads) * _HEAD_LEADING + 5

    def _in_blocks(self) -> list[tuple[_Row, ...]]:
        each = ceil(len(self.rows) / self.blocks)
        return [self.rows[start : start + each] for start in range(0, len(self.rows), each)]

    def split(self, room: float) -> tuple[Grid, Grid] | None:
        """Return the rows that fit into `room` points, and the others, which begin with the heads.

        None if fewer than three would fit.
        """
        high, count = self._head, 0
        for row in self.rows:
            high += row.height
            if high > room:
                break
            count += 1
        # Rows of several blocks are all one line high.
        count = min(count * self.blocks, len(self.rows) - 1)
        if count < 3 * self.blocks:
            return None
        return replace(self, rows=self.rows[:count], joined=False), replace(
            self, rows=self.rows[count:]
        )

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the blocks below a point."""
        width = sum(self.widths) + _GAP * (len(self.widths) - 1)
        for place, block in enumerate(self._in_blocks()):
            self._block(canvas, x + place * (width + _BETWEEN), top, width, block)

    def _block(
        self, canvas: Canvas, x: float, top: float, width: float, rows: tuple[_Row, ...]
    ) -> None:
        deepest = max(len(lines) for lines in self.heads)
        for at, wide, numeric, lines in self._columns(x, self.heads):
            for place, line in enumerate(lines):
                # Heads of fewer lines stand at the foot of the head.
                y = top - (deepest - len(lines) + place) * _HEAD_LEADING - _HEAD
                write_line(
                    canvas,
                    at + wide * numeric,
                    y,
                    line,
                    _HEAD,
                    "@muted",
                    bold=True,
                    anchor="end" if numeric else "start",
                )
        top -= self._head
        rule(canvas, x, top + 1, width, "@context_line", 0.7)
        for row in rows:
            for at, wide, numeric, lines in self._columns(x, row.cells):
                for place, line in enumerate(lines):
                    y = top - _PAD - place * _LEADING - _SIZE * 0.93
                    write_line(
                        canvas,
                        at + wide * numeric,
                        y,
                        line,
                        _SIZE,
                        bold=row.bold,
                        anchor="end" if numeric else "start",
                    )
            top -= row.height
            rule(canvas, x, top + 0.4, width, thickness=0.4)

    def _columns(
        self, x: float, cells: tuple[tuple[str, ...], ...]
    ) -> list[tuple[float, float, bool, tuple[str, ...]]]:
        columns = []
        for wide, numeric, lines in zip(self.widths, self.numeric, cells, strict=True):
            columns.append((x, wide, numeric, lines))
            x += wide + _GAP
        return columns


def grid(table: Table, picked: frozenset[str]) -> list[Part]:
    """Return a table as parts of a page; rows of picked codes are bold.

    Below its rows stands what long words at their ends are abbreviated to.
    """
    if not table.rows:
        return []
    bold = [bool(table.picks) and table.picks[place] in picked for place in range(len(table.rows))]
    table, key = _abbreviated(table)
    least = [_head_width(head) for head in table.columns]
    gaps = _GAP * (len(least) - 1)
    natural = _natural(table, least)
    blocks = max(
        1,
        min(
            _BLOCKS,
            int((WIDTH + _BETWEEN) / (sum(natural) + gaps + _BETWEEN)),
            len(table.rows) // _LEAST_ROWS,
        ),
    )
    widths = (
        _fitted(natural, least, table, gaps)
        if sum(natural) + gaps > WIDTH
        else _stretched(natural, table.numeric, blocks, gaps)
    )
    rows = [
        _Row(lines, bold[place])
        for place, row in enumerate(table.rows)
        for lines in _broken(row, widths, bold[place])
    ]
    heads = tuple(
        wrapped(head, wide, _HEAD, bold=True)
        for head, wide in zip(table.columns, widths, strict=True)
    )
    parts: list[Part] = [Grid(heads, table.numeric, tuple(widths), blocks, tuple(rows))]
    if key:
        parts.append(Paragraph(wrapped(key, WIDTH, _HEAD), _HEAD, "@muted", after=8, joined=True))
    return parts


def _natural(table: Table, least: list[float]) -> list[float]:
    """Return how wide each column is if nothing in it is broken, with room for bold rows."""
    cells = [
        [
            text_width(line, _SIZE, bold=bool(table.picks))
            for row in table.rows
            for line in row[column].split("\n")
        ]
        for column in range(len(least))
    ]
    return [max(wide, *widths) for wide, widths in zip(least, cells, strict=True)]


def _abbreviated(table: Table) -> tuple[Table, str]:
    """Return the table with its last column cut short, and what is to stand for that below it.

    That happens where the column repeats few long words (sources). Words that are in every row
    stand there once, others are numbered.
    """
    *columns, head = table.columns
    last = list(dict.fromkeys(row[-1] for row in table.rows))
    few = len(last) == 1 or len(last) <= len(table.rows) / 3
    long = max(text_width(one, _SIZE) for one in last) >= _LONGEST
    worth = bool(columns) and few and long and len(table.rows) >= 2 * _LEAST_ROWS
    if table.numeric[-1] or not worth:
        return table, ""
    if len(last) == 1:
        rows = tuple(row[:-1] for row in table.rows)
        shorter = replace(table, columns=tuple(columns), numeric=table.numeric[:-1], rows=rows)
        return shorter, f"{head}: {last[0]}"
    # What no source says has no number.
    signs = {one: f"[{place}]" for place, one in enumerate((one for one in last if one), 1)}
    rows = tuple((*row[:-1], signs.get(row[-1], "")) for row in table.rows)
    key = "   ".join(f"{sign}{NO_BREAK}{one}" for one, sign in signs.items())
    return replace(table, rows=rows), key


def _head_width(head: str) -> float:
    """Return how wide a column must be so that its head needs about two lines, no word broken."""
    longest = max(text_width(word, _HEAD, bold=True) for word in head.split(" "))
    return max(longest, text_width(head, _HEAD, bold=True) / 1.7)


def _stretched(
    natural: list[float], numeric: tuple[bool, ...], blocks: int, gaps: float
) -> list[float]:
    """Give the room that is left to the columns of words, so that blocks fill the page's width.

    A single block grows by a half at most.
    """
    room = (WIDTH - _BETWEEN * (blocks - 1)) / blocks - gaps - sum(natural)
    more = min(room, sum(natural) / 2) if blocks == 1 else room
    words = [place for place, is_number in enumerate(numeric) if not is_number]
    taking = words or list(range(len(natural)))
    return [
        wide + (more / len(taking) if place in taking else 0) for place, wide in enumerate(natural)
    ]


def _fitted(natural: list[float], least: list[float], table: Table, gaps: float) -> list[float]:
    """Return widths that together fill the page.

    Numbers, dates and names keep theirs; sentences get at least their longest word and share the
    rest.
    """
    floors = []
    for column, wide in enumerate(natural):
        longest = max(
            (text_width(word, _SIZE) for row in table.rows for word in row[column].split()),
            default=0,
        )
        floors.append(
            wide
            if table.numeric[column] or wide <= _NAME
            else min(wide, max(least[column], longest))
        )
    room = WIDTH - gaps
    if sum(floors) >= room:
        return [floor * room / sum(floors) for floor in floors]
    wish = sum(natural) - sum(floors)
    return [
        floor + (wide - floor) * (room - sum(floors)) / wish
        for floor, wide in zip(floors, natural, strict=True)
    ]


def _broken(
    row: tuple[str, ...], widths: list[float], bold: bool
) -> list[tuple[tuple[str, ...], ...]]:
    """Return the row's cells in lines; a row of too many lines goes on in further ones."""
    cells = [
        wrapped(cell, wide + 0.01, _SIZE, bold=bold) for cell, wide in zip(row, widths, strict=True)
    ]
    deepest = max(len(lines) for lines in cells)
    return [
        tuple(lines[start : start + _MOST_LINES] or ("",) for lines in cells)
        for start in range(0, deepest, _MOST_LINES)
    ]
