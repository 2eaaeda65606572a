"""Tables as PowerPoint's own, on as many slides as their rows need; knows no exhibit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Emu

from app.exports.office.page import (
    ANCHORS,
    NO_ROOM,
    Words,
    high,
    lines,
    place,
    points,
    rgb,
    text_box,
    wide,
    write,
)

SIZES = (16.0, 14.0, 12.0)
SLIDES = 3  # further rows are where the receipt leads
_SIDE, _ABOVE = 6.0, 2.5
_SPARE = 2.0  # a number that fits to the hair breaks in the next programme
_STEP = 8.0  # points by which columns are made narrower
_SHORT = 24  # letters of a date or a name
_MORE = 20.0  # points by which rows of a grid grow where there is room
BETWEEN = 28.0
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "no style, no grid"


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows of a table with its heads: their places, the columns' widths, the type's size."""

    rows: tuple[int, ...]
    widths: tuple[float, ...]
    size: float


@dataclass(frozen=True, slots=True)
class Cells:
    """What a table holds; `strong` are the places of the rows that stand out."""

    heads: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: frozenset[int] = frozenset()


def laid_out(cells: Cells, width: float, height: float) -> list[list[Block]]:
    """Return the slides of a table, each as one block or two beside each other.

    They are in the largest type that needs no more slides than the smallest.
    """
    tried = [_filled(cells, width, height, size) for size in SIZES]
    smallest = tried[-1]
    if len(smallest) > SLIDES:
        return smallest[:SLIDES]
    return next(one for one in tried if len(one) <= len(smallest))


def add_block(
    slide: Slide, cells: Cells, block: Block, x: float, y: float, language: str
) -> GraphicFrame:
    """Add a block of rows as a table; return its frame."""
    shape = _added(slide, len(block.rows) + 1, block.widths, x, y)
    table = shape.table
    _set_height(shape, 0, _row_height(cells.heads, block.widths, block.size, bold=True))
    for column, head in enumerate(cells.heads):
        align = "right" if cells.numeric[column] else "left"
        fill_cell(
            table.cell(0, column),
            head,
            language,
            size=block.size,
            color="@muted",
            bold=True,
            align=align,
            anchor="bottom",
            rule="@muted",
        )
    for line, row in enumerate(block.rows, 1):
        bold = row in cells.strong
        _set_height(shape, line, _row_height(cells.rows[row], block.widths, block.size, bold=bold))
        for column, text in enumerate(cells.rows[row]):
            fill_cell(
                table.cell(line, column),
                text,
                language,
                size=block.size,
                bold=bold,
                align="right" if cells.numeric[column] else "left",
            )
    return shape


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid: heads over its columns, names before its rows, cells of (text, fill, ink, framed)."""

    heads: list[str]
    names: list[str]
    rows: list[list[tuple[str, str, str, bool]]]
    size: float = SIZES[-1]

    def slides(self, width: float, height: float) -> list[Grid]:
        """Return the grid in parts that fit into a room.

        They are in the largest type in which it is one part, else in the smallest.
        """
        for size in SIZES:
            shape = _shape(replace(self, size=size), width)
            parts = _evenly(shape.heights, height - shape.head, SLIDES)
            if len(parts) == 1 and shape.head + sum(shape.heights) <= height:
                break
        return [
            Grid(
                self.heads,
                [self.names[row] for row in part],
                [self.rows[row] for row in part],
                size,
            )
            for part in parts
        ]


@dataclass(frozen=True, slots=True)
class _Shape:
    """The measures of a grid; `turned` if its heads, `head` high, stand upright."""

    widths: tuple[float, ...]
    head: float
    turned: bool
    heights: tuple[float, ...]


def _shape(grid: Grid, width: float) -> _Shape:
    size, count = grid.size, len(grid.heads)
    longest = max(wide(name, size) for name in grid.names) + 2 * _SIDE
    first = min(longest, width * (0.5 if count < 8 else 0.3))
    each = min((width - first) / count, 150.0)
    words = [word for head in grid.heads for word in head.split(" ")]
    turned = max(wide(word, size, bold=True) for word in words) + 4 > each
    if turned:
        head = max(wide(one, size, bold=True) for one in grid.heads) + 10
    else:
        deepest = max(lines(one, each - 4, size, bold=True) for one in grid.heads)
        head = high(deepest, size) + 2 * _ABOVE
    room = first - 2 * _SIDE + 0.5
    heights = tuple(high(lines(name, room, size), size) + 2 * _ABOVE for name in grid.names)
    return _Shape((first, *[each] * count), head, turned, heights)


def add_grid(
    slide: Slide, grid: Grid, box: tuple[float, float, float, float], language: str
) -> GraphicFrame:
    """Add a grid as a table; its rows take the room there is, up to a height.

    Heads that stand upright are text boxes above it.
    """
    left, top, width, height = box
    measures, size = _shape(grid, width), grid.size
    if measures.turned:
        _upright(slide, grid, measures, (left, top), language)
    first = 0 if measures.turned else 1
    below = top + (measures.head if measures.turned else 0)
    shape = _added(slide, len(grid.rows) + first, measures.widths, left, below)
    table = shape.table
    table.first_row = bool(first)
    if first:
        _level(shape, grid, measures.head, language)
    more = max(0.0, min((height - measures.head - sum(measures.heights)) / len(grid.rows), _MORE))
    for line, (name, row) in enumerate(zip(grid.names, grid.rows, strict=True), first):
        _set_height(shape, line, measures.heights[line - first] + more)
        fill_cell(table.cell(line, 0), name, language, size=size, anchor="middle")
        for column, (text, fill, color, framed) in enumerate(row, 1):
            fill_cell(
                table.cell(line, column),
                text,
                language,
                size=size,
                color=color,
                align="center",
                anchor="middle",
                fill=fill,
                side=0,
                frame="@target" if framed else "@rule",
            )
    return shape


def _level(shape: GraphicFrame, grid: Grid, height: float, language: str) -> None:
    """Write heads as the first row of a grid."""
    _set_height(shape, 0, height)
    fill_cell(shape.table.cell(0, 0), "", language, size=grid.size)
    for column, head in enumerate(grid.heads, 1):
        fill_cell(
            shape.table.cell(0, column),
            head,
            language,
            size=grid.size,
            bold=True,
            align="center",
            anchor="bottom",
            side=2,
        )


def _upright(
    slide: Slide, grid: Grid, measures: _Shape, corner: tuple[float, float], language: str
) -> None:
    """Write heads upright over the columns, in text boxes.

    In a table's cell LibreOffice scatters upright letters that it takes from another typeface: the
    Kazakh ones.
    """
    (left, top), (first, *widths) = corner, measures.widths
    for column, (head, wide_) in enumerate(zip(grid.heads, widths, strict=True)):
        box = (left + first + column * wide_, top, wide_, measures.head - 4)
        text_box(
            slide,
            head,
            box,
            [[Words(head, grid.size, "@text", True)]],
            language,
            anchor="middle",
            upright=True,
        )


def fill_cell(
    cell: _Cell,
    text: str,
    language: str,
    *,
    size: float,
    color: str = "@text",
    bold: bool = False,
    align: str = "left",
    anchor: str = "top",
    rule: str = "@rule",
    fill: str = "",
    side: float = _SIDE,
    frame: str = "",
) -> None:
    """Write one cell: a thin rule below it, or a frame around it."""
    write(cell.text_frame, [[Words(text, size, color, bold)]], language, align=align, framed=True)
    cell.vertical_anchor = ANCHORS[anchor]
    cell.margin_left = cell.margin_right = points(side)
    cell.margin_top = cell.margin_bottom = points(_ABOVE)
    look = cell._tc.get_or_add_tcPr()
    a, thick = nsdecls("a"), 28575 if frame == "@target" else 9525
    stroke = f'<a:solidFill><a:srgbClr val="{rgb(frame or rule)}"/></a:solidFill>'
    for edge in "LRTB" if frame else "B":
        look.append(parse_xml(f'<a:ln{edge} {a} w="{thick}">{stroke}</a:ln{edge}>'))
    if fill:
        look.append(parse_xml(f'<a:solidFill {a}><a:srgbClr val="{rgb(fill)}"/></a:solidFill>'))


def _filled(cells: Cells, width: float, height: float, size: float) -> list[list[Block]]:
    natural = [
        max(
            wide(texts[column], size, bold=row in cells.strong)
            for row, texts in enumerate(cells.rows)
        )
        + 2 * _SIDE
        + _SPARE
        for column in range(len(cells.heads))
    ]
    least = [
        max(wide(word, size, bold=True) for word in head.split(" ")) + 2 * _SIDE
        for head in cells.heads
    ]
    natural = [max(pair) for pair in zip(natural, least, strict=True)]
    blocks = 2 if sum(natural) * 2 + BETWEEN <= width and len(cells.rows) > 8 else 1
    widths = _fitted(natural, least, cells, (width - BETWEEN * (blocks - 1)) / blocks, size)
    room = height - _row_height(cells.heads, widths, size, bold=True)
    talls = [
        _row_height(texts, widths, size, bold=row in cells.strong)
        for row, texts in enumerate(cells.rows)
    ]
    made = [
        Block(tuple(column), tuple(widths), size)
        for column in _evenly(talls, room, SLIDES * blocks)
    ]
    return [made[start : start + blocks] for start in range(0, len(made), blocks)]


def _evenly(talls: Sequence[float], room: float, most: int) -> list[list[int]]:
    """Return the rows in as few columns as the room allows, the last about as long as the others.

    Of too many for all to be shown, the columns are full.
    """
    columns = _parted(talls, room)
    if not 1 < len(columns) <= most:
        return columns
    return next(
        even
        for part in range(1, 41)
        if len(even := _parted(talls, room * part / 40)) <= len(columns)
    )


def _parted(talls: Sequence[float], room: float) -> list[list[int]]:
    """Return the rows in columns of a height."""
    columns: list[list[int]] = [[]]
    used = 0.0
    for row, tall in enumerate(talls):
        if columns[-1] and used + tall > room:
            columns.append([])
            used = 0.0
        columns[-1].append(row)
        used += tall
    return columns


def _fitted(
    natural: list[float], least: list[float], cells: Cells, room: float, size: float
) -> list[float]:
    """Return the columns' widths.

    Where they do not all get what they need, each gives up room as long as rows grow least by it;
    no word is broken.
    """
    if sum(natural) <= room:
        more = min((room - sum(natural)) / len(natural), 40.0)
        return [one + more for one in natural]
    longest = [
        max(wide(word, size) for row in cells.rows for word in row[column].split(" "))
        for column in range(len(natural))
    ]
    floors = [
        min(one, max(least[column], longest[column] + 2 * _SIDE + _SPARE))
        for column, one in enumerate(natural)
    ]
    if sum(floors) >= room:
        return [floor * room / sum(floors) for floor in floors]
    whole = [
        _for_short(cells, column, floor, natural[column], size)
        for column, floor in enumerate(floors)
    ]
    return _narrowed(natural, whole if sum(whole) < room else floors, cells, room, size)


def _narrowed(
    natural: list[float], floors: list[float], cells: Cells, room: float, size: float
) -> list[float]:
    """Return widths made narrower step by step, each time where rows grow least by it."""

    def depth(column: int, width: float) -> list[int]:
        return [lines(row[column], width - 2 * _SIDE + 0.5, size) for row in cells.rows]

    widths, deep = list(natural), [depth(column, one) for column, one in enumerate(natural)]
    narrower: dict[int, tuple[float, list[int]]] = {}
    while (over := sum(widths) - room) > 0.01:
        for column, floor in enumerate(floors):
            if column not in narrower and widths[column] > floor:
                width = max(floor, widths[column] - min(_STEP, over))
                narrower[column] = width, depth(column, width)
        column = min(narrower, key=lambda one: (_growth(deep, one, narrower[one][1]), -widths[one]))
        widths[column], deep[column] = narrower.pop(column)
    return widths


def _for_short(cells: Cells, column: int, floor: float, natural: float, size: float) -> float:
    """Return how wide a column is so that a date or a name in it needs two lines at most.

    It lies between its floor and its natural width.
    """
    short = [row[column] for row in cells.rows if len(row[column]) <= _SHORT]
    while floor < natural and any(lines(text, floor - 2 * _SIDE + 0.5, size) > 2 for text in short):
        floor = min(floor + _STEP, natural)
    return floor


def _growth(deep: list[list[int]], column: int, now: list[int]) -> float:
    """Return by how many lines rows grow if a column's cells become so deep.

    A cell that grows unseen beside a deeper one counts a little.
    """
    others = [
        max((lines_ for place_, lines_ in enumerate(row) if place_ != column), default=1)
        for row in zip(*deep, strict=True)
    ]
    return sum(
        max(0, new - max(old, other)) + (new - old) / 3
        for new, old, other in zip(now, deep[column], others, strict=True)
    )


def _row_height(
    texts: Sequence[str], widths: Sequence[float], size: float, *, bold: bool = False
) -> float:
    return (
        max(
            high(lines(text, wide_ - 2 * _SIDE + 0.5, size, bold=bold), size)
            for text, wide_ in zip(texts, widths, strict=True)
        )
        + 2 * _ABOVE
    )


def _added(slide: Slide, rows: int, widths: Sequence[float], x: float, y: float) -> GraphicFrame:
    shape = slide.shapes.add_table(rows, len(widths), NO_ROOM, NO_ROOM, NO_ROOM, NO_ROOM)
    place(shape, x, y, sum(widths), 0)
    properties = shape.table._tbl.get_or_add_tblPr()
    properties.find(qn("a:tableStyleId")).text = _PLAIN
    properties.attrib.pop("bandRow", None)
    for column, one in enumerate(widths):
        shape.table.columns[column].width = points(one)
    return shape


def _set_height(frame: GraphicFrame, row: int, height: float) -> None:
    rows = frame.table.rows
    rows[row].height = points(height)
    frame.height = Emu(sum(rows[at].height for at in range(len(rows))))
