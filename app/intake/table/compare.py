"""What a table changes in the facts there are: new, revised, gone, equal; changes
nothing itself.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from app.facts.tables import COLUMNS
from app.intake.table.apply import KEY, Row

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of `statistics` as it stands in the data folder, and where."""

    key: Key
    source: str
    value: str
    unit: str
    file: Path


@dataclass(frozen=True, slots=True)
class Change:
    """One row that a table changes: `new`, `revised` or `gone`."""

    kind: str
    key: Key
    before: str
    after: str
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a table changes, and how many rows it leaves as they are."""

    changes: tuple[Change, ...]
    equal: int

    def of(self, kind: str) -> list[Change]:
        """Return the changes of one kind."""
        return [change for change in self.changes if change.kind == kind]


def existing(sources: Path) -> list[Fact]:
    """Return every statistic below a folder of sources (data/sources) as it is entered."""
    return list(_existing(sources))


def _existing(sources: Path) -> Iterator[Fact]:
    for path in sorted(sources.glob("*/statistics*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if all(row.get(name) is not None for name in COLUMNS["statistics"]):
                    key = tuple(row[name] for name in KEY)
                    yield Fact(key, row["source"], row["value"], row["unit"], path)


def compare(rows: Iterable[Row], facts: Iterable[Fact], source: str) -> Comparison:
    """Return what the rows change in the facts of a source.

    Gone is what the source had of the same measures and the table has no more.
    """
    before = {fact.key: fact.value for fact in facts if fact.source == source}
    changes: list[Change] = []
    equal = 0
    seen: set[Key] = set()
    measures: set[str] = set()
    for row in rows:
        seen.add(row.key)
        measures.add(row.measure)
        if row.key not in before:
            changes.append(Change("new", row.key, "", row.value, row.sheet, row.cell))
        elif same(before[row.key], row.value):
            equal += 1
        else:
            old = before[row.key]
            changes.append(Change("revised", row.key, old, row.value, row.sheet, row.cell))
    changes.extend(
        Change("gone", key, value, "")
        for key, value in before.items()
        if key not in seen and key[0] in measures
    )
    return Comparison(tuple(changes), equal)


def same(one: str, two: str) -> bool:
    """Say whether two numbers are the same."""
    return one == two or bool(one and two and Decimal(one) == Decimal(two))


def alike(one: str, two: str) -> bool:
    """Say whether two numbers are the same as exactly as the less exact one is written; a whole
    number may be one whose decimals were noughts.
    """
    decimals = [len(number.partition(".")[2]) for number in (one, two)]
    if not one or not two or decimals[0] == decimals[1] or not min(decimals):
        return same(one, two)
    return abs(Decimal(one) - Decimal(two)) <= Decimal(5).scaleb(-min(decimals) - 1)


def by_key(facts: Iterable[Fact]) -> Mapping[Key, list[Fact]]:
    """Return all facts with a number by what they are of, whatever their source."""
    found: dict[Key, list[Fact]] = {}
    for fact in facts:
        if fact.value:
            found.setdefault(fact.key, []).append(fact)
    return found
