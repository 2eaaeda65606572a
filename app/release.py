"""Builds, checks, publishes and rolls back releases (numbered, immutable sets of Parquet files); never edits one.

    python -m app.release build      check all facts and publish a release if they changed
    python -m app.release check      list what is wrong, file and line; exit 1 if anything is
    python -m app.release path       print the folder of the current release
    python -m app.release list       print the releases there are
    python -m app.release rollback N make release N the current one
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from app.catalogue import BadCard, Catalogue, catalogue
from app.facts import COLUMNS, KEYS, NUMBERS, Problem, mixed_alphabets, read_facts
from app.language import LANGUAGES, IncompleteText, read_toml
from app.paths import QUERIES, TEXT, data_folder
from app.reconciliation import reconcile
from app.story import read_stories

CONTRACT = ("role", "period", "place", "sector", "series", "value", "status", "source")
_CHECK_COLUMNS = (*COLUMNS["checks"], "document", "left_value", "right_value", "recomputed", "result")
_CHECK_NUMBERS = {"printed", "decimals", "left_value", "right_value", "recomputed"}


class NoRelease(RuntimeError):
    """There is no release, and none could be built."""


class FactsRefused(RuntimeError):
    """The facts have faults; the current release stays as it was."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Release:
    """One immutable set of tables: its number, the day it was published, its folder, its content's digest."""

    number: int
    published: date
    folder: Path
    digest: str


def releases_folder() -> Path:
    """Return the folder that holds the releases."""
    return data_folder() / "releases"


def current() -> Release:
    """Return the release that the dashboard shows; raise NoRelease if there is none."""
    try:
        number = int((releases_folder() / "current").read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise NoRelease("no current release") from error
    return read_release(number)


def read_release(number: int) -> Release:
    """Return release `number`; raise NoRelease if it is missing or its manifest is damaged."""
    folder = releases_folder() / f"{number:04d}"
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        return Release(number, date.fromisoformat(manifest["published"]), folder, manifest["digest"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoRelease(f"release {number}: {type(error).__name__}") from error


def releases() -> list[Release]:
    """Return every readable release, oldest first."""
    found = []
    for number in _numbers():
        try:
            found.append(read_release(number))
        except NoRelease:
            continue
    return found


def _numbers() -> list[int]:
    """Return the numbers that are taken, sound or not; a copy that somebody has put beside them (`0007.old`) is no release."""
    return sorted(int(folder.name) for folder in releases_folder().glob("[0-9][0-9][0-9][0-9]*") if folder.name.isascii() and folder.name.isdigit())


def check() -> list[Problem]:
    """Return everything wrong with facts, cards and words, file and line."""
    return _checked()[1]


def build() -> tuple[Release, bool]:
    """Check all facts and publish their tables.

    Returns the current release and whether it is new: facts that did not change make no new release.
    Raises FactsRefused if anything is wrong; OSError if the folder cannot be written.
    """
    tables, problems = _checked()
    if problems:
        raise FactsRefused(problems)
    root = releases_folder()
    root.mkdir(parents=True, exist_ok=True)
    # Written beside the releases and renamed when whole: nobody ever sees half of one.
    staging = Path(tempfile.mkdtemp(prefix=".building-", dir=root))
    try:
        digest = _write(tables, staging)
        try:
            now = current()
            if now.digest == digest and intact(now):
                return now, False
        except NoRelease:
            pass
        number = 1 + max(_numbers(), default=0)
        published = datetime.now(UTC).date()
        manifest = {"number": number, "published": published.isoformat(), "digest": digest,
                    "rows": {name: table.num_rows for name, table in tables.items()}}
        (staging / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
        folder = root / f"{number:04d}"
        staging.chmod(0o755)
        os.replace(staging, folder)
        _point_to(number)
        return read_release(number), True
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def rollback(number: int) -> Release:
    """Make release `number` the current one; raise NoRelease if it does not exist."""
    release = read_release(number)
    _point_to(number)
    return release


def ensure() -> Release:
    """Return the current release; build the first one if there is none; raise NoRelease if there is none and none can be built.

    Where the data folder cannot be written, the release is built in a temporary folder for this process.
    """
    try:
        return current()
    except NoRelease:
        pass
    try:
        return build()[0]
    except FactsRefused as refused:
        if not (there := releases()):
            raise NoRelease("; ".join(problem.say(language="en") for problem in refused.problems[:3])) from refused
        # The pointer is lost, and the facts are being worked on: better the newest release there is than none.
        with suppress(OSError):
            _point_to(there[-1].number)
        return there[-1]
    except OSError:
        scratch = Path(tempfile.mkdtemp(prefix="union-indicators-"))
        for name in ("sources", "codes", "geo"):
            (scratch / name).symlink_to(data_folder() / name)
        os.environ |= {"UNION_INDICATORS_DATA": str(scratch), "UNION_INDICATORS_SCRATCH": "1"}
        return build()[0]


def share(connection: Any) -> None:
    """Make what several queries use in the same way (`queries/_shared.sql`) beside the release's tables."""
    connection.execute((QUERIES / "_shared.sql").read_text(encoding="utf-8"))


def try_queries(cards: Any, connection: Any) -> list[Problem]:
    """Run every query without filters and return what breaks the contract of docs/exhibits.md."""
    problems = []
    for card in cards:
        file = f"{card.id}.sql"
        parameters = {name: None for name in ("place", "sector", "period") if f"${name}" in card.sql}
        try:
            cursor = connection.execute(card.sql, parameters)
            columns = tuple(column[0] for column in cursor.description)
            rows = cursor.fetchall()
        except duckdb.Error as error:
            problems.append(Problem(file, 1, "query_fails", str(error).splitlines()[0]))
            continue
        if columns[: len(CONTRACT)] != CONTRACT:
            problems.append(Problem(file, 1, "query_columns", ", ".join(columns)))
            continue
        chosen = [row[4] for row in rows if row[0] == "finding" and str(row[4]).startswith("case.")]
        if len(chosen) != 1:
            problems.append(Problem(file, 1, "query_case", ", ".join(chosen) or "0"))
        # A query that returns further dimensions (measure, sex, age) has them in its key.
        dimensions = [0, 1, 2, 3, 4, *(place for place, column in enumerate(columns) if column in {"measure", "sex", "age", "structure", "text_en"})]
        keys = [tuple(row[place] for place in dimensions) for row in rows]
        if len(keys) != len(set(keys)):
            problems.append(Problem(file, 1, "query_key", str(next(key for key in keys if keys.count(key) > 1))))
        if not any(row[0] == "mark" for row in rows):
            problems.append(Problem(file, 1, "query_empty", ""))
    return problems


def _checked() -> tuple[dict[str, pa.Table], list[Problem]]:
    try:
        known = catalogue()
    except (BadCard, IncompleteText) as error:
        file, _, detail = str(error).partition(": ")
        return {}, [Problem(file, 1, "card", detail or file)]
    facts = read_facts(data_folder() / "sources", known)
    problems = list(facts.problems)
    problems += _text_problems() + _card_problems(known, {row["source"] for row in facts.tables["sources"]})
    problems += [Problem(file, 1, "card", detail) for file, _, detail in (fault.partition(": ") for fault in read_stories(TEXT / "stories", known)[1])]
    if problems:
        return {}, sorted(problems)
    tables = {name: _table(name, facts.tables[name]) for name in COLUMNS if name != "checks"}
    tables |= {name: _codes(name) for name in ("places", "sectors")}
    # One thread, as at run time: the tables are small, and sharing the work out costs more than the work.
    with duckdb.connect(config={"threads": 1}) as connection:
        for name, table in tables.items():
            connection.register(name, table)
        results, problems = reconcile(connection, facts.tables["checks"])
        tables["checks"] = _check_table(results)
        connection.register("checks", tables["checks"])
        share(connection)
        # As at run time: a card's query sees the release's tables, what is made of them, and nothing else.
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
        problems += try_queries(known.cards(), connection)
    return tables, sorted(problems)


def _card_problems(known: Catalogue, sources: set[Any]) -> list[Problem]:
    problems = []
    for card in known.cards():
        codes = [("unit", card.unit, known.units)]
        codes += [("measures", measure, known.measures) for measure in card.measures]
        codes += [("sources", source, sources) for source in card.sources]
        for field, code, allowed in codes:
            if code not in allowed:
                problems.append(Problem(f"{card.id}.toml", 1, "unknown_code", f"{field} = {code}"))
    return problems


def _text_problems() -> list[Problem]:
    """Find Latin look-alikes of Cyrillic letters in the words people read."""
    problems = []
    for name in ("interface", "locators", "problems"):
        # Those that the catalogue has not read.
        read_toml(TEXT / f"{name}.toml")
    for path in sorted([*TEXT.rglob("*.toml"), *QUERIES.rglob("*.toml")]):
        for line, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            # A slot's plural forms stand beside its Latin name; only the words around the slots count.
            for token in mixed_alphabets(text.replace("\\n", " ")):
                problems.append(Problem(f"{path.parent.name}/{path.name}", line, "look_alike", token))
    return problems


def _table(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    ordered = sorted(rows, key=lambda row: tuple(str(row[column]) for column in KEYS[name]))
    return pa.table({
        column: pa.array([row[column] for row in ordered], pa.float64() if column in NUMBERS[name] else pa.string())
        for column in COLUMNS[name]
    })


def _check_table(results: list[dict[str, Any]]) -> pa.Table:
    ordered = sorted(results, key=lambda row: row["check"])
    return pa.table({
        column: pa.array([row[column] for row in ordered], pa.float64() if column in _CHECK_NUMBERS else pa.string())
        for column in _CHECK_COLUMNS
    })


def _codes(name: str) -> pa.Table:
    with (data_folder() / "codes" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return pa.table({column: pa.array([row[column] for row in rows], pa.string()) for column in rows[0]})


def _write(tables: dict[str, pa.Table], folder: Path) -> str:
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet", compression="zstd", use_dictionary=True, write_statistics=True)
    return digest_of(folder)


def intact(release: Release) -> bool:
    """Say whether a release's tables are, to the byte, those that were published."""
    return digest_of(release.folder) == release.digest


def digest_of(folder: Path) -> str:
    """Return the digest of the tables in a folder: their names and their bytes."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.parquet")):
        digest.update(path.stem.encode() + path.read_bytes())
    return digest.hexdigest()


def _point_to(number: int) -> None:
    pointer = releases_folder() / "current"
    fresh = pointer.with_name(".current.new")
    fresh.write_text(f"{number}\n", encoding="ascii")
    os.replace(fresh, pointer)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m app.release", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("build", "check", "path", "list", "rollback"))
    parser.add_argument("number", nargs="?", type=int)
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the messages")
    options = parser.parse_args(arguments)
    try:
        return _run(options.command, options.number, options.lang)
    except FactsRefused as refused:
        return _list_problems(refused.problems, options.lang)
    except (NoRelease, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _run(command: str, number: int | None, language: str) -> int:
    if command == "check":
        return _list_problems(check(), language)
    if command == "build":
        start = time.perf_counter()
        release, new = build()
        word = "published" if new else "unchanged, still"
        print(f"{word} release {release.number} ({release.published}) in {time.perf_counter() - start:.1f} s: {release.folder}")
    elif command == "path":
        print(current().folder)
    elif command == "list":
        for release in releases():
            print(release.number, release.published, release.digest[:12])
    else:
        print(rollback(number or 0).folder)
    return 0


def _list_problems(problems: list[Problem], language: str) -> int:
    for problem in problems:
        print(problem.say(language), file=sys.stderr)
    if not problems:
        print("ok")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
