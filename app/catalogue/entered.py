"""Says which measures and sources a folder of facts has, so that exhibits without facts can be left
out; reads nothing else of the facts and checks none.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_MEASURED = ("figures", "statistics")
# What exhibits count that is no measure of figures or statistics: a table of its own.
_TABLES = {"dated_events": "events"}


@dataclass(frozen=True, slots=True)
class Entered:
    """The measures that have a row, the name of each further table that has one, and the sources."""

    measures: frozenset[str]
    sources: frozenset[str]


def read_entered(sources: Path) -> Entered:
    """Return what has been entered below `sources`. What is wrong with a file is said where it is
    checked (app.facts.read).
    """
    measures = {row.get("measure") or "" for kind in _MEASURED for row in _rows(sources, kind)}
    measures |= {measure for measure, table in _TABLES.items() if any(_rows(sources, table))}
    return Entered(
        frozenset(measures),
        frozenset(row.get("source") or "" for row in _rows(sources, "sources")),
    )


def _rows(sources: Path, kind: str) -> Iterator[dict[str, str]]:
    for path in sorted(sources.glob(f"*/{kind}*.csv")):
        with (
            suppress(OSError, UnicodeDecodeError, csv.Error),
            path.open(encoding="utf-8-sig", newline="") as file,
        ):
            yield from csv.DictReader(file)
