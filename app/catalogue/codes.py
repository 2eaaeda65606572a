"""Reads the code lists (places, sectors, series, units …) with their names; knows no card."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.catalogue.refusals import BadCard, refuse_unknown
from app.paths import TEXT, data_folder
from app.words.say import Words, read_toml, words


@dataclass(frozen=True, slots=True)
class Named:
    """A code with its full and its short name."""

    code: str
    name: Words
    short: Words


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published a figure. `outlets`: the code stands for many, the outlet opens the title of
    each source; `dated`: a source line says the day of publication.
    """

    code: str
    name: Words
    outlets: bool
    dated: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted: name, definition, unit, which direction is better."""

    code: str
    unit: str
    better: str
    kind: str
    name: Words
    definition: Words


def read_names(kind: str) -> dict[str, Named]:
    """Read the names of one kind of code: `text/<kind>.toml`, or every file in `text/<kind>/`, and
    those of the data folder.
    """
    named: dict[str, Named] = {}
    for file, code, entry in _entries(kind):
        where = f"{file} [{code}]"
        if code in named:
            raise BadCard(f"{where}: defined twice")
        if "name" in entry:
            name = words(entry["name"], where)
            named[code] = Named(code, name, _short(entry, where) or name)
        else:
            name = words(entry, where)
            named[code] = Named(code, name, name)
    return named


def _short(entry: dict[str, Any], where: str) -> Words | None:
    """Return the short name that an entry gives; None if it gives none."""
    if "short" not in entry:
        return None
    # A unit that is a plain count has no sign of its own: all three are blank, never only one.
    if not any(entry["short"].values()):
        return Words("", "", "")
    return words(entry["short"], where)


def _entries(kind: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    folder = TEXT / kind
    paths = sorted(folder.glob("*.toml")) if folder.is_dir() else [TEXT / f"{kind}.toml"]
    # What was new when a document was entered has its names in the data folder.
    own = data_folder() / "text"
    for path in (*paths, *sorted(own.glob(f"{kind}.toml")), *sorted(own.glob(f"{kind}/*.toml"))):
        for code, entry in read_toml(path).items():
            yield path.name, code, entry


def read_publishers() -> dict[str, Publisher]:
    """Read who publishes from `text/publishers.toml`; raise BadCard for what is no sign of theirs."""
    found = {}
    for file, code, entry in _entries("publishers"):
        where = f"{file} [{code}]"
        signs = {name: entry.pop(name, False) for name in ("outlets", "dated")}
        if not all(isinstance(sign, bool) for sign in signs.values()):
            raise BadCard(f"{where}: outlets and dated are true or false")
        found[code] = Publisher(code, words(entry, where), **signs)
    return found


def read_measures() -> dict[str, Measure]:
    """Read what is counted from `text/measures/`; raise BadCard for a code defined twice."""
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
    """Read the kind of each code of a CSV list; raise BadCard if file or column is missing."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {row[column]: row["kind"] for row in csv.DictReader(file)}
    except (OSError, KeyError) as error:
        raise BadCard(f"{path.name}: {error}") from error
