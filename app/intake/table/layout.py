"""Finds the tables on a sheet: where their heads are, which columns name and which count, what are
titles, group lines and feet; interprets no word but those of time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.intake.table.grid import Grid, Value, letters, spelled
from app.intake.table.periods import time_of
from app.intake.table.signs import FLAGS, key, missing_kind
from app.intake.table.terms import head_of

_NUMBERLIKE = re.compile(
    r"^[-+−–]?\(?\d[\d\s.,'\u00a0\u202f]*%?\s*(?:[*†‡§#]+|\d?\d?\)|[a-z]|[¹²³⁴⁵⁶⁷⁸⁹⁰⁾]+)?\)?$"
)
_FOOT = re.compile(
    r"^\s*(?:\d{1,2}\s?\)|\*+|†|¹|²|³|примечани|источник|справочно|note|source|ескерт|дереккөз|"
    r"special value|available flags|«?[-…x*]»?\s*[–—-]\s)",
    re.IGNORECASE,
)
_AGAIN = ("продолжение", "continuation", "continued", "жалғасы", "окончание", "соңы")
_NO_COUNT = frozenset({"period", "place", "sex", "age", "sector", "ignore", "flag", "unit", "note"})
BLANK, NUMBER, GONE, TIME, TEXT = range(5)


@dataclass(frozen=True, slots=True)
class Block:
    """One table of a sheet, lines and columns counted from nought.

    `heads` are the lines of its head, `body` its lines with numbers, each with the group lines that
    hold for it (the nearest last); `labels` the columns that name, `values` those that count,
    `notes` columns of prose behind them; `titles` and `feet` are what stands above and below.
    """

    grid: Grid
    heads: tuple[int, ...]
    body: tuple[int, ...]
    groups: tuple[tuple[tuple[str, ...], ...], ...]
    labels: tuple[int, ...]
    values: tuple[int, ...]
    notes: tuple[int, ...]
    titles: tuple[str, ...]
    feet: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return where the table stands: `A4:DL28`."""
        first = min((*self.heads, *self.body))
        columns = (*self.labels, *self.values)
        return f"{letters(min(columns))}{first + 1}:{letters(max(columns))}{self.body[-1] + 1}"


class _Sheet:
    """A grid with its merged cells filled, each cell's kind worked out once."""

    def __init__(self, grid: Grid, first: int, last: int) -> None:
        self.grid, self.first, self.last = grid, first, last
        self.filled: dict[tuple[int, int], tuple[int, int]] = {}
        self.wide: dict[int, int] = {}
        for top, left, bottom, right in grid.merges:
            for line in range(top, min(bottom, len(grid.rows) - 1) + 1):
                for column in range(left, right + 1):
                    if (line, column) != (top, left):
                        self.filled[line, column] = (top, left)

    def value(self, line: int, column: int) -> Value:
        """Return what a reader sees in a cell: also what a merged one holds."""
        source = self.filled.get((line, column))
        return self.grid.at(*source) if source else self.grid.at(line, column)

    def kinds(self, line: int) -> list[int]:
        """Return the kind of each cell of a line by what stands in it itself."""
        row = self.grid.rows[line][self.first : self.last]
        found = [
            NUMBER if (line, self.first + i) in self.grid.formulas else kind_of(value)
            for i, value in enumerate(row)
        ]
        return found + [BLANK] * (self.last - self.first - len(found))


def kind_of(value: Value) -> int:
    """Return whether a cell is blank, a number, a sign for missing, a time or words."""
    if value is None:
        return BLANK
    if isinstance(value, int | float):
        return TIME if float(value).is_integer() and 1900 <= value <= 2100 else NUMBER
    return _kind_of_text(value)


@lru_cache(maxsize=131072)
def _kind_of_text(value: str) -> int:
    text = spelled(value)
    if not text:
        return BLANK
    if missing_kind(text) or text.upper().startswith("#"):
        return GONE
    if time_of(text):
        return TIME
    plain = text.lower()
    if _NUMBERLIKE.match(plain) or re.fullmatch(rf"[{''.join(FLAGS)}]?\s?[-+]?\d+[.,]\d+", plain):
        return NUMBER
    return TEXT


def blocks(grid: Grid) -> list[Block]:
    """Return the tables of a sheet in their order; none if it holds no numbers under heads."""
    if grid.values:
        return [_told(grid)] if len(grid.rows) > 1 else []
    found: list[Block] = []
    for first, last in _bands(grid):
        found.extend(_scan(_Sheet(grid, first, last)))
    return found


def _told(grid: Grid) -> Block:
    """Return the table of a file that says itself which columns name and which count."""
    body = tuple(line for line in range(1, len(grid.rows)) if grid.rows[line])
    return Block(grid, (0,), body, ((),) * len(body), grid.labels, grid.values, (), (), ())


def _bands(grid: Grid) -> list[tuple[int, int]]:
    """Return the columns of tables that stand side by side, parted by an empty column."""
    width = grid.width
    merged = {
        (top, column)
        for top, left, _, right in grid.merges
        for column in range(left, right + 1)
        if right > left
    }
    used = [False] * width
    for line, row in enumerate(grid.rows):
        for column, value in enumerate(row):
            if value is not None and (line, column) not in merged and spelled(value):
                used[column] = True
    bands: list[tuple[int, int]] = []
    start: int | None = None
    for column in range(width + 1):
        if column < width and used[column]:
            start = column if start is None else start
        elif start is not None:
            bands.append((start, column))
            start = None
    whole = [(0, width)] if width else []
    if len(bands) < 2 or not all(_is_table(grid, first, last) for first, last in bands):
        return whole
    return bands


def _is_table(grid: Grid, first: int, last: int) -> bool:
    """Say whether columns are a table of their own: lines that begin with words and count."""
    lines = 0
    for row in grid.rows:
        kinds = [kind_of(value) for value in row[first:last]]
        if kinds and kinds[0] in {TEXT, TIME} and any(kind in {NUMBER, GONE} for kind in kinds[1:]):
            lines += 1
    return lines >= 2


def _is_head(kinds: Sequence[int], texts: Sequence[str]) -> bool:
    """Say whether a line with numbers is a head of years: only times, in rising order."""
    inner = [i for i, kind in enumerate(kinds) if kind in {NUMBER, GONE}]
    times = [i for i, kind in enumerate(kinds) if kind == TIME]
    if inner or not times:
        return False
    years = [time.year or 0 for i in times if (time := time_of(texts[i]))]
    known = [year for year in years if year]
    return len(times) == 1 or known == sorted(known) or known == sorted(known, reverse=True)


def _scan(sheet: _Sheet) -> Iterator[Block]:
    """Yield the tables of a band of columns from top to bottom."""
    grid = sheet.grid
    kinds = [sheet.kinds(line) for line in range(len(grid.rows))]
    texts = [
        [spelled(value) for value in grid.rows[line][sheet.first : sheet.last]]
        + [""] * max(0, sheet.last - max(sheet.first, len(grid.rows[line])))
        for line in range(len(grid.rows))
    ]
    data = [
        _counts(kinds[line]) or _years_as_numbers(kinds, texts, line)
        for line in range(len(grid.rows))
    ]
    runs: list[tuple[list[int], list[int]]] = []  # lines before, lines with numbers
    before: list[int] = []
    for line in range(len(grid.rows)):
        if data[line]:
            if runs and not before:
                runs[-1][1].append(line)
            else:
                runs.append((before, [line]))
                before = []
        else:
            before.append(line)
    yield from _joined(sheet, kinds, texts, runs, before)


def _counts(kinds: list[int]) -> bool:
    """Say whether a line holds a number behind what names it; a sign with its meaning does not."""
    first = next((i for i, kind in enumerate(kinds) if kind != BLANK), 0)
    if kinds[first : first + 1] == [GONE]:
        return False
    counting = any(kind in {NUMBER, GONE} for kind in kinds[first + 1 :])
    return counting or (kinds[first : first + 1] == [NUMBER] and first > 0)


def _years_as_numbers(kinds: list[list[int]], texts: list[list[str]], line: int) -> bool:
    """Say whether a line of year-like numbers counts: words first, and years not in order."""
    row = kinds[line]
    times = [i for i, kind in enumerate(row) if kind == TIME]
    if not times or row[0] != TEXT or any(kind == TEXT for kind in row[1:]):
        return False
    bare = all(re.fullmatch(r"\d{4}", texts[line][i]) for i in times)
    return bare and not _is_head(row, texts[line]) and len(times) > 1


def _joined(
    sheet: _Sheet,
    kinds: list[list[int]],
    texts: list[list[str]],
    runs: list[tuple[list[int], list[int]]],
    after: list[int],
) -> Iterator[Block]:
    """Yield tables from runs of lines: a run whose lines before it hold a new head begins one."""
    tables: list[tuple[list[int], list[int], list[tuple[list[int], list[int]]]]] = []
    for before, lines in runs:
        heads = _heads(sheet, kinds, texts, before, lines)
        same = tables and _same_head(sheet, tables[-1][1], heads)
        if same and heads:
            above = {key(text) for text in _said(texts, tables[-1][0])}
            fresh = [text for text in _said(texts, [n for n in before if n < heads[0]])]
            same = not any(_is_title(text) and key(text) not in above for text in fresh)
        if tables and (not heads or same):
            between = [line for line in before if line not in heads]
            tables[-1][2].append((between, lines))
        else:
            titles = [line for line in before if not heads or line < heads[0]]
            between = [line for line in before if heads and line > heads[-1]]
            tables.append((titles, heads, [(between, lines)]))
    for number, (titles, heads, parts) in enumerate(tables):
        last = number == len(tables) - 1
        feet = after if last else tables[number + 1][0]
        block = _block(sheet, kinds, texts, titles, heads, parts, feet)
        if block:
            yield block


def _is_title(text: str) -> bool:
    """Say whether a line of words begins another table: neither a foot nor `continued`."""
    return not _FOOT.match(text) and not any(again in text.lower() for again in _AGAIN)


def _same_head(sheet: _Sheet, one: list[int], two: list[int]) -> bool:
    if not one or not two:
        return False
    words = [
        [key(spelled(sheet.value(lines[-1], column))) for column in range(sheet.first, sheet.last)]
        for lines in (one, two)
    ]
    return words[0] == words[1]


def _heads(
    sheet: _Sheet,
    kinds: list[list[int]],
    texts: list[list[str]],
    before: list[int],
    lines: list[int],
) -> list[int]:
    """Return which of the lines before numbers are their head: nearest first, as long as a line
    names the columns that count and says more than one thing.
    """
    counting = _counting(kinds, lines)
    heads: list[int] = []
    if not counting:
        return heads
    for line in reversed(before):
        if not any(kind != BLANK for kind in kinds[line]):
            if heads:
                break
            continue
        named = [spelled(sheet.value(line, sheet.first + i)) for i in counting]
        distinct = {key(text) for text in named if text}
        if _FOOT.match(next((text for text in texts[line] if text), "")) and len(distinct) < 2:
            break
        covered = sum(bool(text) for text in named)
        enough = covered >= 0.6 * len(counting) or (
            covered >= 2 and bool(heads) and bool(named[0]) and _repeats(sheet, heads[0], counting)
        )
        one_time = (
            bool(heads)
            and len(distinct) == 1
            and bool(named[0])
            and time_of(next(filter(None, named))) is not None
        )
        several = len(distinct) > 1 or len(counting) == 1
        if one_time or (enough and covered and several):
            heads.insert(0, line)
        elif heads:
            break  # above its head stand the titles of a table, below it its first group lines
    return heads


def _repeats(sheet: _Sheet, line: int, counting: list[int]) -> bool:
    named = [key(spelled(sheet.value(line, sheet.first + i))) for i in counting]
    return len(set(named)) < len(named)


def _counting(kinds: list[list[int]], lines: list[int]) -> list[int]:
    """Return the columns, from the band's first, that hold mostly numbers."""
    found: list[int] = []
    width = len(kinds[lines[0]])
    for column in range(width):
        seen = [kinds[line][column] for line in lines]
        numbers = sum(kind in {NUMBER, GONE} for kind in seen)
        words = sum(kind == TEXT for kind in seen)
        times = sum(kind == TIME for kind in seen)
        counts = numbers and numbers >= max(words, times)
        years = found and column and not words and times > numbers
        if counts or years:
            found.append(column)
    return found


def _block(
    sheet: _Sheet,
    kinds: list[list[int]],
    texts: list[list[str]],
    titles: list[int],
    heads: list[int],
    parts: list[tuple[list[int], list[int]]],
    feet: list[int],
) -> Block | None:
    lines = [line for _, run in parts for line in run]
    labels, values, notes = _columns(sheet, kinds, texts, heads, lines)
    counted = any(
        kinds[line][column - sheet.first] in {NUMBER, TIME} for line in lines for column in values
    )
    if not counted or (not labels and not heads):
        return None
    groups, footing = _groups(texts, parts)
    return Block(
        sheet.grid,
        tuple(heads),
        tuple(lines),
        tuple(groups),
        tuple(labels),
        tuple(values),
        tuple(notes),
        _said(texts, titles),
        (*footing, *_said(texts, feet)),
    )


def _columns(
    sheet: _Sheet,
    kinds: list[list[int]],
    texts: list[list[str]],
    heads: list[int],
    lines: list[int],
) -> tuple[list[int], list[int], list[int]]:
    """Return the columns that name, those that count, and those of prose behind them."""
    counting = _counting(kinds, lines)
    labels: list[int] = []
    values: list[int] = []
    notes: list[int] = []
    width = range(sheet.last - sheet.first)
    named = [spelled(sheet.value(heads[-1], sheet.first + i)) if heads else "" for i in width]
    told = [column for column in counting if head_of(named[column]) == "value"]
    for column in width:
        seen = any(kinds[line][column] != BLANK for line in lines)
        what = head_of(named[column])
        coded = what in _NO_COUNT and _coded(texts, lines, column, what)
        if column in (told or counting) and not coded:
            values.append(sheet.first + column)
        elif seen and values and not told and not what and _is_prose(texts, lines, column):
            notes.append(sheet.first + column)
        elif seen or _hangs(sheet, lines, sheet.first + column):
            labels.append(sheet.first + column)
    return labels, values, notes


def _groups(
    texts: list[list[str]], parts: list[tuple[list[int], list[int]]]
) -> tuple[list[tuple[tuple[str, ...], ...]], list[str]]:
    """Return for each line with numbers the group lines that hold for it, and the feet between."""
    groups: list[tuple[tuple[str, ...], ...]] = []
    outer, inner = "", ""
    footing: list[str] = []
    for between, run in parts:
        named = []
        for line in between:
            words = list(dict.fromkeys(text for text in texts[line] if text))
            if words and _FOOT.match(words[0]):
                footing.append(" ".join(words))
            elif words and _is_title(" ".join(words)):
                named.append(words[0])
        if named:
            outer = named[-2] if len(named) > 1 else outer
            inner = named[-1]
        groups.extend([tuple((text,) for text in (outer, inner) if text)] * len(run))
    return groups, footing


def _said(texts: list[list[str]], lines: list[int]) -> tuple[str, ...]:
    """Return what lines of words say, each once: a title is printed on every page."""
    said = []
    for line in lines:
        words = list(dict.fromkeys(text for text in texts[line] if text))
        if words:
            said.append(" | ".join(words))
    return tuple(dict.fromkeys(said))


def _coded(texts: list[list[str]], lines: list[int], column: int, what: str) -> bool:
    """Say whether a column of numbers counts nothing: years under a head of time, codes."""
    seen = [texts[line][column] for line in lines if texts[line][column]]
    if what == "period":
        return all(kind_of(text) == TIME for text in seen)
    return all(re.fullmatch(r"\d+", text) for text in seen)


def _is_prose(texts: list[list[str]], lines: list[int], column: int) -> bool:
    seen = [texts[line][column] for line in lines if texts[line][column]]
    return sum(len(text) for text in seen) > 25 * len(seen)


def _hangs(sheet: _Sheet, lines: list[int], column: int) -> bool:
    return any(spelled(sheet.value(line, column)) for line in lines)
