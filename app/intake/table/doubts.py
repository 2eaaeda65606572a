"""Asks about numbers that can be read and are hardly right: a line copied from others, columns
moved by one, a total smaller than its parts, a jump. Decides nothing and changes no number.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from app.catalogue.cards import catalogue
from app.intake.table.apply import Row
from app.intake.table.axes import labels_of
from app.intake.table.compare import Fact, Key, alike
from app.intake.table.layout import Block
from app.intake.table.remarks import Remark, asked
from app.intake.table.signs import read, style_of
from app.words.federation import federation

KEEP, LEAVE_OUT = "keep", "leave_out"
SAME, BREAK, REAL = "same", "break", "real"
_LEAST = 3  # so many numbers in a line before it can be called a copy
_WIDE_APART = 6  # so many times its series' own usual step is a jump …
_AT_LEAST = 1.5  # … if the number is also so many times the one before
_MOST_LINES = 400
_FAR = 2  # so many times what another source has for the same is another quantity, or a slip …
_SMALL = 10  # … unless both numbers are small: 0.2 and 0.5 per cent are near
_COUNTED = re.compile("stock|flow")  # kinds of measures whose parts add up


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question, and the rows that go if the editor says that they are wrong."""

    remark: Remark
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """The numbers of one line of a block by column, also those that are left out, and its rows."""

    line: int
    label: str
    numbers: Mapping[int, str]
    rows: tuple[Row, ...]


def doubts_of_lines(block: Block, rows: Sequence[Row]) -> list[Doubt]:
    """Return questions about lines that repeat others: equal, made of others, moved by a column."""
    lines = _lines(block, rows)
    found: dict[str, Doubt] = {}
    for doubt in (*_equal(block, lines), *_borrowed(block, lines), *_moved(block, lines)):
        found.setdefault(doubt.remark.at.split(" ", 1)[1], doubt)
    return list(found.values())


def _lines(block: Block, rows: Sequence[Row]) -> list[_Line]:
    by_line: dict[int, list[Row]] = {}
    for row in rows:
        by_line.setdefault(row.line, []).append(row)
    if not 2 <= len(by_line) <= _MOST_LINES:
        return []
    style = style_of(block.grid.at(line, column) for line in by_line for column in block.values)
    naming = [labels for labels in labels_of(block) if labels.down and labels.first in block.labels]
    places = {line: number for number, line in enumerate(block.body)}
    lines = []
    for line, own in by_line.items():
        cells = {column: block.grid.at(line, column) for column in block.values}
        numbers = {
            column: digits
            for column, cell in cells.items()
            if cell is not None and (digits := read(cell, style).digits)
        }
        words = (labels.words[places[line]] for labels in naming)
        label = " / ".join(dict.fromkeys(word for word in words if word))
        if len(numbers) >= _LEAST:
            lines.append(_Line(line, label, numbers, tuple(own)))
    return lines


def _equal(block: Block, lines: Sequence[_Line]) -> Iterator[Doubt]:
    first: dict[tuple[tuple[int, str], ...], _Line] = {}
    for line in lines:
        # Short numbers meet by chance: then more of them have to be the same.
        least = _LEAST if any(_is_long(number) for number in line.numbers.values()) else 5
        if len(set(line.numbers.values())) < least:
            continue
        numbers = tuple(sorted(line.numbers.items()))
        other = first.setdefault(numbers, line)
        if other is not line:
            yield _about_line(
                "line_equal", block, line, other=f"«{other.label}»", count=str(len(numbers))
            )


def _about_line(kind: str, block: Block, line: _Line, **slots: str) -> Doubt:
    cell = block.grid.address(line.line, next(iter(line.numbers)))
    first = line.rows[0].key
    at = " ".join((block.grid.name, first[0], *(part for part in first[2:] if part != "_T")))
    answers = (KEEP, LEAVE_OUT)
    sheet = block.grid.name
    return Doubt(asked(kind, at, answers, sheet, cell, label=line.label, **slots), line.rows)


def _borrowed(block: Block, lines: Sequence[_Line]) -> Iterator[Doubt]:
    """Yield lines most of whose long numbers stand in other lines: first the one with the most."""
    left = {line.line: line for line in lines}
    while len(left) > 1:
        homes: dict[str, set[int]] = {}
        for line in left.values():
            for number in line.numbers.values():
                if _is_long(number):
                    homes.setdefault(number, set()).add(line.line)
        worst: tuple[int, int, _Line] | None = None
        for line in left.values():
            long = [number for number in line.numbers.values() if _is_long(number)]
            shared = [number for number in long if len(homes[number]) > 1]
            if len(shared) < _LEAST or 2 * len(shared) < len(long):
                continue
            others = {home for number in shared for home in homes[number]} - {line.line}
            if worst is None or (len(shared), len(others)) > worst[:2]:
                worst = (len(shared), len(others), line)
        if worst is None:
            return
        line = worst[2]
        shared = [number for number in line.numbers.values() if len(homes.get(number, ())) > 1]
        others = {home for number in shared for home in homes[number]} - {line.line}
        names = ", ".join(f"«{left[other].label}»" for other in sorted(others))
        yield _about_line(
            "line_borrowed",
            block,
            line,
            count=str(len(shared)),
            all=str(len(line.numbers)),
            other=names,
            cells=", ".join(
                f"{block.grid.address(line.line, column)} {number}"
                for column, number in line.numbers.items()
                if number in shared[:4]
            ),
        )
        del left[line.line]


def _is_long(number: str) -> bool:
    return len(number.strip("-0.").replace(".", "")) >= 5


def _moved(block: Block, lines: Sequence[_Line]) -> Iterator[Doubt]:
    """Yield lines that repeat another one moved by a column."""
    columns = list(block.values)
    texts = {line.line: [line.numbers.get(column, "") for column in columns] for line in lines}
    for line in lines:
        for other in lines:
            if other is line:
                continue
            for step in (1, -1):
                run = _run(texts[line.line], texts[other.line], step)
                if len(run) >= 5 and len(set(run)) >= 4:
                    if step == -1 and _run(texts[other.line], texts[line.line], 1) == run:
                        continue  # said of the other line
                    yield _about_line(
                        "line_moved", block, line, other=f"«{other.label}»", count=str(len(run))
                    )


def _run(one: Sequence[str], two: Sequence[str], step: int) -> list[str]:
    """Return the longest run of numbers of one that stand in two, so many columns further."""
    best: list[str] = []
    now: list[str] = []
    for i, number in enumerate(one):
        j = i + step
        if number and 0 <= j < len(two) and two[j] == number:
            now.append(number)
            best = now if len(now) > len(best) else best
        else:
            now = []
    return list(best)


def doubts_of_columns(
    block: Block, rows: Sequence[Row], facts: Mapping[Key, Sequence[Fact]]
) -> Iterator[Doubt]:
    """Yield a question where the numbers of a block are those that the facts have one column
    beside.
    """
    by_place = {(row.line, row.column): row for row in rows if row.value}
    if len(block.values) < 2:
        return
    beside = {
        column: (
            block.values[i - 1] if i else None,
            block.values[i + 1] if i + 1 < len(block.values) else None,
        )
        for i, column in enumerate(block.values)
    }
    own = left = right = 0
    first: Row | None = None
    for (line, column), row in by_place.items():
        if not facts.get(row.key):
            continue
        if _known(row.value, row.key, facts):
            own += 1
            continue
        for side, place in enumerate(beside[column]):
            other = by_place.get((line, place)) if place is not None else None
            if other and other.value != row.value and _known(row.value, other.key, facts):
                first = first or row
                left, right = left + (side == 0), right + (side == 1)
    moved = max(left, right)
    if first and moved >= 4 and moved > 2 * own:
        yield Doubt(
            asked(
                "columns_moved",
                f"{block.grid.name} {first.measure}",
                (KEEP,),
                block.grid.name,
                first.cell,
                count=str(moved),
                own=str(own),
            ),
            (),
        )


def _known(value: str, key: Key, facts: Mapping[Key, Sequence[Fact]]) -> bool:
    return any(alike(fact.value, value) for fact in facts.get(key, ()))


def doubts_of_totals(rows: Sequence[Row]) -> Iterator[Doubt]:
    """Yield a question for each measure whose total is less than a part, than its parts together,
    or outside of them where it is a share or a rate.
    """
    found: dict[tuple[str, str], list[tuple[Row, str]]] = {}
    kinds = {code: measure.kind for code, measure in catalogue().measures.items()}
    for dimension, position in (("place", 2), ("sector", 3), ("sex", 4)):
        if len({row.key[position] for row in rows}) < 2:
            continue
        groups: dict[tuple[str, ...], dict[str, Row]] = {}
        for row in rows:
            if row.value:
                about = (*row.key[:position], *row.key[position + 1 :])
                groups.setdefault(about, {})[row.key[position]] = row
        for group in groups.values():
            total = group.get(federation().country if dimension == "place" else "_T")
            if total is None:
                continue
            parts = _parts(dimension, group)
            why = _wrong(total, parts, kinds.get(total.measure, ""), dimension)
            if why:
                found.setdefault((total.measure, dimension), []).append((total, why))
    for (measure, dimension), several in found.items():
        total, why = several[0]
        yield Doubt(
            asked(
                why,
                f"{measure} {dimension}",
                (KEEP, LEAVE_OUT),
                total.sheet,
                total.cell,
                measure=measure,
                total=total.value,
                count=str(len(several)),
                cells=", ".join(row.cell for row, _ in several[:6]),
                period=total.period,
            ),
            tuple(row for row, _ in several),
        )


def _parts(dimension: str, group: Mapping[str, Row]) -> list[float]:
    if dimension == "sex":
        return [float(group[code].value) for code in ("M", "F") if code in group]
    if dimension == "sector":
        return [float(row.value) for code, row in group.items() if len(code) == 1]
    kinds = catalogue().place_kinds
    heirs = {"KZ-61", "KZ-79"} & set(group)
    return [
        float(row.value)
        for code, row in group.items()
        if kinds.get(code) in {"region", "city"} or (kinds.get(code) == "former" and not heirs)
    ]


def _wrong(total: Row, parts: Sequence[float], kind: str, dimension: str) -> str:
    """Return what is wrong with a total beside its parts, blank if nothing."""
    value = float(total.value)
    exact = 0.5 * 10.0 ** -len(total.value.partition(".")[2])
    if not parts:
        return ""
    if _COUNTED.fullmatch(kind) or (kind == "amount" and not total.unit.startswith("KZT_")):
        together = sum(parts)
        if value + exact < max(parts):
            return "total_below_part"
        if value * 1.002 + exact * (len(parts) + 1) < together:
            return "total_below_sum"
        if dimension == "sex" and len(parts) == 2 and value * 0.99 > together + 3 * exact:
            return "total_above_sum"
        return ""
    complete = len(parts) >= {"place": 15, "sector": 12, "sex": 2}[dimension]
    within = min(parts) - 3 * exact <= value <= max(parts) + 3 * exact
    between = kind in {"share", "rate", "amount"} and complete
    return "total_outside" if between and not within else ""


def doubts_beside_others(
    rows: Sequence[Row], facts: Mapping[Key, Sequence[Fact]], source: str
) -> Iterator[Doubt]:
    """Yield a question for each measure of which a number is far from what another source has for
    the same, or has the other sign: thousands for units, a minus for a dash.
    """
    far: dict[str, list[tuple[Row, Fact]]] = {}
    for row, fact in beside_others(rows, facts, source):
        if _far(row.value, fact.value):
            far.setdefault(row.measure, []).append((row, fact))
    for measure, pairs in far.items():
        row = pairs[0][0]
        answers = (REAL, LEAVE_OUT)
        remark = asked("far", measure, answers, row.sheet, row.cell, **told_beside(pairs))
        yield Doubt(remark, tuple(one for one, _ in pairs))


def beside_others(
    rows: Sequence[Row], facts: Mapping[Key, Sequence[Fact]], source: str
) -> Iterator[tuple[Row, Fact]]:
    """Yield each number with what another source has for the same."""
    for row in rows:
        for fact in facts.get(row.key, ()):
            if row.value and fact.source != source:
                yield row, fact


def told_beside(pairs: Sequence[tuple[Row, Fact]]) -> dict[str, str]:
    """Return what is said of numbers beside another source's: how many, and the first of them."""
    row, fact = pairs[0]
    return {
        "count": str(len(pairs)),
        "key": " ".join(part for part in row.key if part != "_T"),
        "after": row.value,
        "before": fact.value,
        "source": fact.source,
    }


def _far(one: str, two: str) -> bool:
    if not two:
        return False
    small, large = sorted((abs(float(one)), abs(float(two))))
    other_sign = float(one) * float(two) < 0
    return other_sign or (large >= _SMALL and large > _FAR * small)


def doubts_of_jumps(
    rows: Sequence[Row], facts: Iterable[Fact], changed: set[Key], source: str
) -> Iterator[Doubt]:
    """Yield a question for each new or revised number that is far from the one before it, measured
    by the steps that its series has taken.
    """
    before = {fact.key: fact.value for fact in facts if fact.source == source and fact.value}
    values = before | {row.key: row.value for row in rows if row.value}
    known = {row.key: row for row in rows}
    series: dict[tuple[str, ...], list[tuple[str, Key]]] = {}
    for key in values:
        period = key[1]
        form = period[4:6]
        series.setdefault((key[0], form, *key[2:]), []).append((period, key))
    for line in series.values():
        line.sort()
        steps = [
            _step(float(values[one]), float(values[two])) for (_, one), (_, two) in pairwise(line)
        ]
        measured = [step for step in steps if step is not None]
        if len(measured) < 3:
            continue
        usual = max(median(measured), math.log(1.02))
        for step, (_, one), (period, two) in zip(steps, line, line[1:], strict=False):
            if step is None or not {one, two} & changed or two not in known:
                continue
            if step > _WIDE_APART * usual and step > math.log(_AT_LEAST):
                row = known[two]
                remark = asked(
                    "jump",
                    " ".join(two),
                    (REAL, BREAK, LEAVE_OUT),
                    row.sheet,
                    row.cell,
                    what=" ".join(part for part in two if part != "_T"),
                    before=values[one],
                    after=row.value,
                    period=period,
                    earlier=one[1],
                )
                yield Doubt(remark, (row,))


def _step(one: float, two: float) -> float | None:
    """Return how far two numbers are apart, None where neither can be measured by the other."""
    if one <= 0 or two <= 0:
        return None
    return abs(math.log(two / one))


def doubts_of_places(rows: Sequence[Row], ends: Mapping[str, str]) -> Iterator[Doubt]:
    """Yield a question for each region that has numbers of a time when it was no more."""
    late: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row.value and row.place in ends and row.period[:4] > ends[row.place][:4]:
            late.setdefault((row.measure, row.place), []).append(row)
    for (measure, place), several in late.items():
        remark = asked(
            "abolished",
            f"{measure} {place}",
            (KEEP, LEAVE_OUT),
            several[0].sheet,
            several[0].cell,
            place=place,
            until=ends[place],
            period=several[0].period,
        )
        yield Doubt(remark, tuple(several))
