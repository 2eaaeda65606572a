"""Reads the code lists (places, sectors, series, units, measures …) and their names in three
languages; knows no card.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.catalogue.refusals import BadCard, refuse_unknown
from app.paths import TEXT
from app.words.say import Words, read_toml, words


@dataclass(frozen=True, slots=True)
class Named:
    """A code with its full and its short name."""

    code: str
    name: Words
    short: Words


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted: name, definition, unit, which direction is better."""

    code: str
    unit: str
    better: str
    kind: str
    name: Words
    definition: Words


def read_names(name: str) -> dict[str, Named]:
    """Read the names of one kind of code: from `text/<name>.toml`, or from every file of the folder
    `text/<name>/`.
    """
    named: dict[str, Named] = {}
    for file, code, entry in _entries(name):
        where = f"{file} [{code}]"
        if code in named:
            raise BadCard(f"{where}: defined twice")
        if "name" in entry:
            name = words(entry["name"], where)
            # A unit that is a plain count has no sign of its own: all three are blank, never only
            # one.
            blank = not any(entry.get("short", {}).values())
            short = (
                Words("", "", "")
                if "short" in entry and blank
                else words(entry["short"], where)
                if "short" in entry
                else name
            )
        else:
            name = short = words(entry, where)
        named[code] = Named(code, name, short)
    return named


def _entries(name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    paths = (
        sorted((TEXT / name).glob("*.toml")) if (TEXT / name).is_dir() else [TEXT / f"{name}.toml"]
    )
    for path in paths:
        for code, entry in read_toml(path).items():
            yield path.name, code, entry


def read_measures() -> dict[str, Measure]:
    """Read what is counted: from every file of `text/measures/`; raise BadCard for a code defined
    twice.
    """
    measures: dict[str, Measure] = {}
    for file, code, entry in _entries("measures"):
        where = f"{file} [{code}]"
        if code in measures:
            raise BadCard(f"{where}: defined twice")
        refuse_unknown(entry, {"unit", "better", "kind", "name", "definition"}, where)
        measures[code] = Measure(
            code,
            entry["unit"],
            entry["better"],
            entry["kind"],
            words(entry["name"], where),
            words(entry["definition"], where),
        )
    return measures


def read_kinds(path: Path, column: str) -> dict[str, str]:
    """Read the kind of each code of a list (CSV); raise BadCard if the file or a column is missing."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {row[column]: row["kind"] for row in csv.DictReader(file)}
    except (OSError, KeyError) as error:
        raise BadCard(f"{path.name}: {error}") from error
