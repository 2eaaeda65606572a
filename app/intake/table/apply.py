"""A table and its mapping become rows of `statistics`, each knowing its sheet and cell; what cannot
be read is named cell by cell. Compares nothing and writes nothing.
"""

from __future__ import annotations

import calendar
import csv
import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from app.catalogue.cards import catalogue
from app.facts.tables import AGE, NUMBER, PERIOD, SEXES, STATUSES
from app.intake.table.axes import Labels, Meant, Said, labels_of, said_by, together, unknown_words
from app.intake.table.grid import spelled
from app.intake.table.layout import Block
from app.intake.table.mapping import DIMENSIONS, LEAVE_OUT, OPEN, Axis, Table
from app.intake.table.places import is_country
from app.intake.table.remarks import Remark, refused, said
from app.intake.table.signs import (
    FLAGS,
    Read,
    Style,
    key,
    legend_kind,
    missing_kind,
    read,
    rounded,
    style_of,
)
from app.intake.table.terms import unit_of
from app.paths import data_folder

KEY = ("measure", "period", "place", "sector", "sex", "age")
_MONTHS = frozenset(calendar.month_name[1:])
_MOST = 20  # cells that are named one by one for one kind of fault
_SAID = {
    "not_available": "not available",
    "not_applicable": "not applicable",
    "confidential": "confidential",
    "negligible": "negligible",
}
_STATUS_WORDS = {"A": "a", "P": "p", "E": "e", "M": "m", "B": "b", "U": "u", "I": "i", "F": "f"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of `statistics` as text, and where in the file it stands."""

    measure: str
    period: str
    place: str
    sector: str
    sex: str
    age: str
    value: str
    unit: str
    status: str
    note: str
    sheet: str
    cell: str
    line: int
    column: int

    @property
    def key(self) -> tuple[str, ...]:
        """Return what the row is of: its source is the file's."""
        return (self.measure, self.period, self.place, self.sector, self.sex, self.age)

    def cells(self, source: str) -> dict[str, str]:
        """Return the row as the table of facts has it."""
        names = (*KEY, "value", "unit", "status", "note")
        return {**{name: getattr(self, name) for name in names}, "source": source}


@dataclass(slots=True)
class Taken:
    """What one table gives: its rows and everything there is to say about them."""

    rows: list[Row] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    counts: dict[tuple[str, str], int] = field(default_factory=dict)

    def fault(self, kind: str, sheet: str, cell: str, **slots: str) -> None:
        """Note what has to be mended; of one kind with one detail, only the first cells."""
        about = (kind, slots.get("word", ""))
        self.counts[about] = self.counts.get(about, 0) + 1
        if self.counts[about] <= (1 if slots.get("word") else _MOST):
            self.remarks.append(refused(kind, sheet, cell, **slots))

    def more(self) -> None:
        """Say how many further cells have the faults that were named."""
        for (kind, word), count in self.counts.items():
            if not word and count > _MOST:
                self.remarks.append(said("more_like_this", count=str(count - _MOST), fault=kind))


def style_for(block: Block, table: Table, legend: Mapping[str, str]) -> Style:
    """Return how the numbers of a block are written."""
    values = (block.grid.at(line, column) for line in block.body for column in block.values)
    marks = [text.split(")")[0].strip() + ")" for text in block.feet if ")" in text[:4]]
    missing = {**legend, **legend_of(block), **table.missing}
    style = style_of(values, marks, missing.items())
    return replace(style, sign=table.decimal or style.sign)


def legend_of(block: Block) -> dict[str, str]:
    """Return what the foot of a table says of its signs for missing: `«-» – нет данных`."""
    found = {}
    for text in block.feet:
        for part in (text, *text.split(";"), *text.split(",")):
            sign, rest = _sign_and_words(part)
            kind = legend_kind(rest)
            if sign and kind:
                found[sign] = kind
    return found


def _sign_and_words(text: str) -> tuple[str, str]:
    plain = text.strip().replace(" | ", " ")
    first, _, rest = plain.partition(" ")
    bare = first.strip("«»\"'“”:")
    sign = bare or (":" if first.startswith(":") else "")
    return (sign, rest) if missing_kind(sign) else ("", "")


def take(block: Block, table: Table, legend: Mapping[str, str], today: datetime.date) -> Taken:
    """Return the rows that a block gives by its mapping, and all that is wrong with them."""
    taken = Taken()
    sheet = block.grid.name
    axes = labels_of(block)
    known = {axis.name: axis for axis in table.axes}
    pairs = []
    for labels in axes:
        axis = known.get(labels.name)
        if axis is None or axis.what == OPEN:
            words = ", ".join(labels.distinct()[:4])
            taken.fault(
                "axis_open", sheet, _first_cell(block, labels, 0), axis=labels.name, words=words
            )
        else:
            pairs.append((axis, labels))
    gone = [
        name
        for name, axis in known.items()
        if name not in {one.name for one in axes} and axis.what != "ignore"
    ]
    for name in gone:
        taken.remarks.append(refused("axis_gone", sheet, block.name, axis=name))
    if taken.remarks:
        return taken
    _name_unknown(block, pairs, taken)
    _name_left(block, pairs, taken)
    style = style_for(block, table, legend)
    _cells(block, table, pairs, style, taken)
    taken.rows = _once(taken)
    _check_rows(taken, today)
    taken.more()
    return taken


def _first_cell(block: Block, labels: Labels, position: int) -> str:
    if not labels.down:
        return block.grid.address(labels.first, block.values[position])
    if labels.name.endswith("group"):
        return block.grid.address(block.body[position], block.labels[0] if block.labels else 0)
    return block.grid.address(block.body[position], labels.first)


def _name_unknown(block: Block, pairs: Sequence[tuple[Axis, Labels]], taken: Taken) -> None:
    for axis, labels in pairs:
        for word, position in unknown_words(axis, labels):
            if axis.name.endswith("group") and axis.what == "measure":
                continue  # asked where a line has no measure of its own
            kind = "unknown_word"
            if axis.what == "place":
                kind = "unknown_country" if is_country(word) else "unknown_place"
            cell = _first_cell(block, labels, position)
            taken.fault(kind, block.grid.name, cell, word=word, axis=axis.name)


def _name_left(block: Block, pairs: Sequence[tuple[Axis, Labels]], taken: Taken) -> None:
    """Say which words are left out because nothing is known of them."""
    for axis, labels in pairs:
        if axis.others != LEAVE_OUT:
            continue
        words = dict(zip(labels.words, said_by(axis, labels, False), strict=True))
        own = {key(word) for word in axis.words}
        left = [word for word, one in words.items() if one.out and key(word) not in own]
        if left:
            taken.remarks.append(
                said(
                    "left_words",
                    block.grid.name,
                    axis=axis.name,
                    count=str(len(left)),
                    words=", ".join(left[:8]),
                )
            )


def _cells(
    block: Block,
    table: Table,
    pairs: Sequence[tuple[Axis, Labels]],
    style: Style,
    taken: Taken,
) -> None:
    """Read every cell that counts."""
    spoken = [(axis, labels, said_by(axis, labels)) for axis, labels in pairs]
    down = [(labels.name, one) for _, labels, one in spoken if labels.down]
    across = [one for _, labels, one in spoken if not labels.down]
    columns = [together(one[i] for one in across) for i in range(len(block.values))]
    sides = [(axis, labels) for axis, labels in pairs if axis.what in {"flag", "note", "unit"}]
    kept: dict[tuple[int, ...], Meant] = {}
    joined: dict[tuple[int, int], Meant] = {}
    for number, line in enumerate(block.body):
        several = [one[number] for _, one in down]
        about = tuple(id(one) for one in several)
        if about not in kept:
            kept[about] = _line_means(down, number)
        means = kept[about]
        if means.out:
            continue
        side = _Side.of(sides, number)
        for position, column in enumerate(block.values):
            pair = (id(means), position)
            if pair not in joined:
                joined[pair] = _both(means, columns[position])
            meant = joined[pair]
            if not meant.out:
                _cell(block, table, (line, column), meant, side, style, taken)


def _line_means(down: Sequence[tuple[str, list[Said]]], number: int) -> Meant:
    """Return what the axes say of a line: of a group that is not known nothing has to be known
    where the line has a measure of its own.
    """
    own = [one[number] for name, one in down if not name.endswith("group")]
    groups = [one[number] for name, one in down if name.endswith("group")]
    if any("measure" in one.codes or one.out for one in own):
        groups = [one for one in groups if not one.unknown]
        groups = [replace(one, out=False) for one in groups]
    return together((*groups, *own))


def _both(line: Meant, column: Meant) -> Meant:
    parts = [Said(one.codes, one.time, one.out, one.unknown) for one in (line, column)]
    meant = together(parts)
    return replace(meant, clash=meant.clash or line.clash or column.clash)


@dataclass(frozen=True, slots=True)
class _Side:
    """What columns beside the numbers say of a line: its status, notes, unit."""

    flag: str = ""
    notes: tuple[str, ...] = ()
    unit: str = ""

    @staticmethod
    def of(sides: Sequence[tuple[Axis, Labels]], number: int) -> _Side:
        """Return what the side columns say of one line."""
        flag = unit = ""
        notes = []
        for axis, labels in sides:
            word = labels.words[number] if labels.down else ""
            if not word:
                continue
            meant = axis.words.get(word, "")
            if axis.what == "flag":
                flag = meant or _STATUS_WORDS.get(word, word)
            elif axis.what == "unit":
                unit = meant or unit_of(word) or word
            else:
                notes.append(meant or word)
        return _Side(flag, tuple(notes), unit)


def _cell(
    block: Block,
    table: Table,
    at: tuple[int, int],
    meant: Meant,
    side: _Side,
    style: Style,
    taken: Taken,
) -> None:
    grid = block.grid
    sheet, cell = grid.name, grid.address(*at)
    if at in grid.formulas:
        taken.fault("formula", sheet, cell)
        return
    value = grid.at(*at)
    if value is None or not spelled(value):
        return
    got = read(value, style)
    if got.fault:
        taken.fault(got.fault, sheet, cell, text=spelled(value)[:60])
        return
    if meant.unknown:
        if not any(kind.startswith("unknown_") for kind, _ in taken.counts):
            taken.fault("no_measure", sheet, cell)
        return
    if meant.clash:
        taken.fault("clash", sheet, cell, word=meant.clash)
        return
    row = _row(table, meant, side, got, (sheet, cell, *at), taken)
    if row is None:
        return
    number = _number(block, table, at, got, row, style)
    if number is not None:
        taken.rows.append(number)


def _row(
    table: Table,
    meant: Meant,
    side: _Side,
    got: Read,
    place: tuple[str, str, int, int],
    taken: Taken,
) -> Row | None:
    """Return the row without its number; name what it lacks."""
    codes = dict(table.fixed) | {
        dimension: code for dimension, code in meant.codes.items() if dimension in DIMENSIONS
    }
    measure = meant.codes.get("measure") or table.measure
    period = meant.time.period if meant.time else ""
    if not period and meant.time and table.fixed.get("period", "").isdigit():
        period = replace(meant.time, year=int(table.fixed["period"])).period
    period = period or (table.fixed.get("period", "") if not meant.time else "")
    sheet, cell, *_ = place
    if not measure or measure == OPEN:
        taken.fault("no_measure", sheet, cell)
        return None
    if not period or period == OPEN:
        taken.fault("no_period", sheet, cell)
        return None
    status, note = _status(table, meant, side, got)
    unit = meant.codes.get("unit") or side.unit or table.unit
    if not unit and measure in catalogue().measures:
        unit = catalogue().measures[measure].unit
    spot = codes.get("place", "")
    if not spot or spot == OPEN:
        taken.fault("no_place", sheet, cell)
        return None
    return Row(
        measure,
        period,
        spot,
        codes.get("sector", "_T"),
        codes.get("sex", "_T"),
        codes.get("age", "_T"),
        "",
        unit,
        status,
        note,
        *place,
    )


def _status(table: Table, meant: Meant, side: _Side, got: Read) -> tuple[str, str]:
    """Return status and note of a row: what its time, its flag and its side columns say."""
    status, notes = table.status, [table.note]
    if meant.time:
        status = meant.time.status or status
        notes.insert(0, meant.time.note)
    for flag in (side.flag.lower(), got.flag):
        told = FLAGS.get(flag, "")
        if told in STATUSES:
            status = told if told != "final" else status
        elif told:
            notes.append(told)
        elif flag in STATUSES:
            status = flag
    notes += side.notes
    return status, "; ".join(dict.fromkeys(note for note in notes if note))


def _number(
    block: Block, table: Table, at: tuple[int, int], got: Read, row: Row, style: Style
) -> Row | None:
    """Return the row with its number, or with none and the reason in its note."""
    kind = got.missing
    if not kind and got.digits == "":
        return None
    if kind == "leave_out":
        return None
    if kind and kind != "zero":
        why = f"{_SAID[kind]} (“{got.marks[0]}” in the table)"
        return replace(row, note="; ".join(part for part in (row.note, why) if part))
    text = got.digits or "0"
    as_percent = at in block.grid.percents and not got.percent and row.unit.startswith("percent")
    if as_percent or table.factor != 1:
        number = Decimal(text) * (100 if as_percent else 1) * Decimal(str(table.factor))
        text = f"{number:f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    decimals = _decimals(block, table, at, text, style)
    note = row.note
    if decimals is not None and len(text.partition(".")[2]) > decimals:
        text = rounded(text, decimals)
        told = {0: "whole numbers", 1: "one decimal", 2: "two decimals", 3: "three decimals"}
        how = f"rounded to {told.get(decimals, f'{decimals} decimals')} from the workbook cell"
        note = "; ".join(part for part in (note, how) if part)
    return replace(row, value="0" if text == "-0" else text, note=note)


def _decimals(
    block: Block, table: Table, at: tuple[int, int], text: str, style: Style
) -> int | None:
    """Return to how many decimals a number is printed, None if as it is."""
    if table.decimals is not None:
        return table.decimals
    shown = block.grid.decimals.get(at)
    if shown is not None:
        return shown + (2 if at in block.grid.percents else 0) * (table.unit != "percent")
    return style.usual if len(text.partition(".")[2]) > 6 else None


def _once(taken: Taken) -> list[Row]:
    """Return each row once; name two that say different things of the same."""
    first: dict[tuple[str, ...], Row] = {}
    for row in taken.rows:
        earlier = first.setdefault(row.key, row)
        if earlier is row:
            continue
        if earlier.value == row.value:
            taken.counts[("twice", "same")] = taken.counts.get(("twice", "same"), 0) + 1
        elif not row.value:
            continue
        elif not earlier.value:
            first[row.key] = row
        else:
            spans = {_span(row), _span(earlier)}
            taken.fault(
                "spans_clash" if len(spans) > 1 else "key_twice",
                row.sheet,
                row.cell,
                what=" ".join(row.key),
                other=earlier.cell,
                one=earlier.value,
                two=row.value,
            )
    return list(first.values())


def _span(row: Row) -> str:
    """Return the span since January that a row's note begins with, blank for a whole period."""
    first = row.note.split(";")[0]
    return first if first.split("-")[0] in _MONTHS else ""


def _check_rows(taken: Taken, today: datetime.date) -> None:
    """Name codes that there are not, units that are others, periods to come."""
    known = catalogue()
    for row in taken.rows:
        measure = known.measures.get(row.measure)
        if measure is None:
            taken.fault("unknown_measure", row.sheet, row.cell, word=row.measure)
        elif row.unit != measure.unit:
            taken.fault(
                "wrong_unit",
                row.sheet,
                row.cell,
                word=f"{row.unit or '?'} ({row.measure}: {measure.unit})",
            )
        if not PERIOD.fullmatch(row.period):
            taken.fault("bad_period", row.sheet, row.cell, word=row.period)
        elif row.period[:4].isdigit() and int(row.period[:4]) > today.year:
            taken.fault("future", row.sheet, row.cell, word=row.period)
        for name, code, codes in (
            ("place", row.place, known.place_kinds),
            ("sector", row.sector, known.sector_kinds),
            ("sex", row.sex, SEXES),
            ("status", row.status, STATUSES),
        ):
            if code not in codes:
                taken.fault("unknown_code", row.sheet, row.cell, word=f"{name} = {code}")
        if not AGE.fullmatch(row.age):
            taken.fault("unknown_code", row.sheet, row.cell, word=f"age = {row.age}")
        if row.value and not NUMBER.fullmatch(row.value):
            taken.fault("not_a_number", row.sheet, row.cell, text=row.value)


def ended_places() -> dict[str, str]:
    """Return the places that are no more, with their last day."""
    with (data_folder() / "codes" / "places.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["place"]: row["valid_to"] for row in csv.DictReader(file) if row.get("valid_to")
        }
