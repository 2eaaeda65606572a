"""Says which measures and sources a folder of facts has, and which exhibits its release found
nothing to show for, so that exhibits without facts can be left out; reads nothing else and checks
nothing.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_MEASURED = ("figures", "statistics")
# What exhibits count that is no measure of figures or statistics: a table of its own.
_TABLES = {"dated_events": "events"}
_PAGED = ("commitments", "programmes")  # tables that have a page of their own


@dataclass(frozen=True, slots=True)
class Entered:
    """The measures that have a row, with the name of each further table that exhibits count; the
    sources and lines of editions; and which of the tables with a page of their own have a row.
    """

    measures: frozenset[str]
    sources: frozenset[str]
    paged: frozenset[str]


def read_entered(sources: Path) -> Entered:
    """Return what has been entered below `sources`. What is wrong with a file is said where it is
    checked (app.facts.read).
    """
    measures = {row.get("measure") or "" for kind in _MEASURED for row in _rows(sources, kind)}
    measures |= {measure for measure, table in _TABLES.items() if any(_rows(sources, table))}
    return Entered(
        frozenset(measures),
        frozenset(
            row.get(column) or ""
            for row in _rows(sources, "sources")
            for column in ("source", "edition_of")
        ),
        frozenset(table for table in _PAGED if any(_rows(sources, table))),
    )


def left_out(releases: Path) -> frozenset[str]:
    """Return the exhibits that the current release found nothing to show for, as its manifest says
    (app.release.build); none if there is no release.
    """
    try:
        number = int((releases / "current").read_text(encoding="ascii"))
        manifest = (releases / f"{number:04d}" / "manifest.json").read_text(encoding="utf-8")
        return frozenset(json.loads(manifest).get("left_out", ()))
    except (OSError, ValueError, AttributeError, TypeError):
        return frozenset()


def _rows(sources: Path, kind: str) -> Iterator[dict[str, str]]:
    for path in sorted(sources.glob(f"*/{kind}*.csv")):
        with (
            suppress(OSError, UnicodeDecodeError, csv.Error),
            path.open(encoding="utf-8-sig", newline="") as file,
        ):
            yield from csv.DictReader(file)
