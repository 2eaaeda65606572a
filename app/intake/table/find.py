"""Finds for each table of a mapping where it stands in a file: by its words and its build, not by
its cells, so that next year's file is found too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.intake.table.axes import labels_of
from app.intake.table.grid import Book, Grid, column_of, spelled
from app.intake.table.layout import Block, blocks
from app.intake.table.mapping import MappingOf, Table
from app.intake.table.remarks import Refused, refused
from app.intake.table.signs import key


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of a mapping with their blocks, and the blocks that no table speaks of."""

    pairs: tuple[tuple[Table, Block], ...]
    left: tuple[Block, ...]


_SAMPLE = 2000  # so many lines tell how a table is built
_FETCHED = re.compile(r"data extracted|last update|дата (?:выгрузки|обновления)", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:dataset|title|название|наименование|показатель|indicator)\s*:?\s*\|", re.IGNORECASE
)


def every_block(book: Book) -> list[Block]:
    """Return all tables of a file."""
    return [block for grid in book.grids for block in blocks(grid)]


def title_of(block: Block, book: Book) -> str:
    """Return the words that a table goes by: its first title, the file's own, or its sheet."""
    said = [text for text in block.titles if len(text) > 3 and not _FETCHED.match(text)]
    named = [text.partition("|")[2].strip() for text in said if _NAMED.match(text)]
    title = next((text for text in (*named, *said) if text), "") or book.title
    return (title or block.grid.name)[:300]


def find(book: Book, mapping: MappingOf) -> Found:
    """Return where each table stands; raise Refused naming one that is not there."""
    left = every_block(book)
    pairs = []
    for table in mapping.tables:
        if table.lines:
            pairs.append((table, _as_told(book, table)))
            sheet = pairs[-1][1].grid.name
            left = [block for block in left if block.grid.name != sheet or len(mapping.tables) > 1]
            continue
        scored = [(_likeness(table, block, book), -number) for number, block in enumerate(left)]
        best = max(scored, default=(0.0, 0))
        if best[0] < 1:
            name = table.title or table.sheet
            raise Refused(refused("table_missing", sheet=table.sheet, table=name))
        block = left.pop(-best[1])
        if not table.skip:
            pairs.append((table, block))
    return Found(tuple(pairs), tuple(left))


def _likeness(table: Table, block: Block, book: Book) -> float:
    """Return how much a block is like a table of the mapping; below 1 it is another."""
    mine = {axis.name for axis in table.axes}
    part = replace(block, body=block.body[:_SAMPLE], groups=block.groups[:_SAMPLE])
    its = {labels.name for labels in labels_of(part)}
    build = len(mine & its) / len(mine | its) if mine or its else 0
    same_title = _wording(table.title) == _wording(title_of(block, book))
    same_sheet = key(table.sheet) == key(block.grid.name)
    if table.skip:
        return 1.0 + same_title if same_sheet and same_title else 0
    return 2 * build + same_title + 0.5 * same_sheet


def _wording(text: str) -> str:
    """Return the words of a title without the years that change."""
    return key(re.sub(r"\b(?:19|20)\d\d\b", "", text))


_LINES = re.compile(r"(\d+)(?::(\d+))?")
_COLUMNS = re.compile(r"([A-Z]+)(?::([A-Z]+))?")


def _as_told(book: Book, table: Table) -> Block:
    """Return the block whose lines and columns the mapping names."""
    grid = next((grid for grid in book.grids if key(grid.name) == key(table.sheet)), None)
    if grid is None:
        raise Refused(refused("table_missing", sheet=table.sheet, table=table.title or table.sheet))
    near = next(iter(blocks(grid)), None)
    base = near or Block(grid, (), (), (), (), (), (), (), ())
    heads = _lines(table, "head", base.heads, grid)
    body = _lines(table, "body", base.body, grid)
    labels = _columns(table, "labels", base.labels)
    values = _columns(table, "values", base.values)
    if not body or not values:
        raise Refused(refused("lines_wrong", what="body, values"))
    body = tuple(
        line for line in body if any(grid.at(line, column) is not None for column in values)
    )
    known = dict(zip(base.body, base.groups, strict=True))
    groups = tuple(known.get(line, ()) for line in body)
    return replace(
        base, grid=grid, heads=heads, body=body, groups=groups, labels=labels, values=values
    )


def _lines(table: Table, name: str, otherwise: Sequence[int], grid: Grid) -> tuple[int, ...]:
    said = table.lines.get(name)
    if said is None:
        return tuple(otherwise)
    found = _LINES.fullmatch(said.strip())
    if not found:
        raise Refused(refused("lines_wrong", what=f"{name} = {said}"))
    first, last = int(found[1]), int(found[2] or found[1])
    if not 1 <= first <= last:
        raise Refused(refused("lines_wrong", what=f"{name} = {said}"))
    return tuple(range(first - 1, min(last, len(grid.rows))))


def _columns(table: Table, name: str, otherwise: Sequence[int]) -> tuple[int, ...]:
    said = table.lines.get(name)
    if said is None:
        return tuple(otherwise)
    columns: list[int] = []
    for part in said.replace(" ", "").split(","):
        found = _COLUMNS.fullmatch(part)
        if not found:
            raise Refused(refused("lines_wrong", what=f"{name} = {said}"))
        columns.extend(range(column_of(found[1]), column_of(found[2] or found[1]) + 1))
    return tuple(columns)


def wording(block: Block, book: Book) -> tuple[str, ...]:
    """Return the words that define what a table counts: titles, feet, methods, heads of columns,
    without years.
    """
    prose = [
        str(block.grid.at(line, column) or "")
        for column in block.notes
        for line in block.body
        if block.grid.at(line, column)
    ]
    heads = [
        spelled(block.grid.at(line, column)) for line in block.heads for column in block.labels
    ]
    said = (*block.titles, book.title, *block.feet, *prose, *heads)
    return tuple(dict.fromkeys(text for one in said if (text := " ".join(str(one).split()))))


def unlike(before: Sequence[str], after: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words that are gone and those that are new, years and days aside."""

    def plain(text: str) -> str:
        return re.sub(r"[\d.:/]+", "", key(text)).strip()

    old, new = {plain(text): text for text in before}, {plain(text): text for text in after}
    return (
        [text for name, text in old.items() if name and name not in new],
        [text for name, text in new.items() if name and name not in old],
    )
