"""Checks facts, words, cards and queries before they become a release and makes the tables of what
holds; publishes nothing.
"""

from __future__ import annotations

import csv
from typing import Any

import duckdb
import pyarrow as pa

from app.catalogue.cards import Catalogue, catalogue
from app.catalogue.refusals import BadCard
from app.catalogue.stories import read_stories
from app.facts.problems import Problem, mixed_alphabets
from app.facts.read import read_facts
from app.facts.reconcile import reconcile
from app.facts.tables import COLUMNS, KEYS, NUMBERS
from app.paths import QUERIES, TEXT, data_folder
from app.words.say import IncompleteText, read_toml

CONTRACT = ("role", "period", "place", "sector", "series", "value", "status", "source")
_CHECK_COLUMNS = (
    *COLUMNS["checks"],
    "document",
    "left_value",
    "right_value",
    "recomputed",
    "result",
)
_CHECK_NUMBERS = {"printed", "decimals", "left_value", "right_value", "recomputed"}


def check() -> list[Problem]:
    """Return everything wrong with facts, cards and words, file and line."""
    return checked()[1]


def share(connection: Any) -> None:
    """Make what several queries use in the same way (`queries/_shared.sql`) beside the release's
    tables.
    """
    connection.execute((QUERIES / "_shared.sql").read_text(encoding="utf-8"))


def try_queries(cards: Any, connection: Any) -> list[Problem]:
    """Run every query without filters and return what breaks the contract of docs/exhibits.md."""
    problems = []
    for card in cards:
        file = f"{card.id}.sql"
        parameters = {
            name: None for name in ("place", "sector", "period") if f"${name}" in card.sql
        }
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
        dimensions = [
            0,
            1,
            2,
            3,
            4,
            *(
                place
                for place, column in enumerate(columns)
                if column in {"measure", "sex", "age", "structure", "text_en"}
            ),
        ]
        keys = [tuple(row[place] for place in dimensions) for row in rows]
        if len(keys) != len(set(keys)):
            problems.append(
                Problem(file, 1, "query_key", str(next(key for key in keys if keys.count(key) > 1)))
            )
        if not any(row[0] == "mark" for row in rows):
            problems.append(Problem(file, 1, "query_empty", ""))
    return problems


def checked() -> tuple[dict[str, pa.Table], list[Problem]]:
    """Return the tables of today's facts and everything wrong with them; no tables if anything is
    wrong before the queries are tried.
    """
    try:
        known = catalogue()
    except (BadCard, IncompleteText) as error:
        file, _, detail = str(error).partition(": ")
        return {}, [Problem(file, 1, "card", detail or file)]
    facts = read_facts(data_folder() / "sources", known)
    problems = list(facts.problems)
    problems += _text_problems() + _card_problems(
        known, {row["source"] for row in facts.tables["sources"]}
    )
    problems += [
        Problem(file, 1, "card", detail)
        for file, _, detail in (
            fault.partition(": ") for fault in read_stories(TEXT / "stories", known)[1]
        )
    ]
    if problems:
        return {}, sorted(problems)
    tables = {name: _table(name, facts.tables[name]) for name in COLUMNS if name != "checks"}
    tables |= {name: _codes(name) for name in ("places", "sectors")}
    # One thread, as at run time: the tables are small, and sharing the work out costs more than the
    # work.
    with duckdb.connect(config={"threads": 1}) as connection:
        for name, table in tables.items():
            connection.register(name, table)
        results, problems = reconcile(connection, facts.tables["checks"])
        tables["checks"] = _check_table(results)
        connection.register("checks", tables["checks"])
        share(connection)
        # As at run time: a card's query sees the release's tables, what is made of them, and
        # nothing else.
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
            # A slot's plural forms stand beside its Latin name; only the words around the slots
            # count.
            for token in mixed_alphabets(text.replace("\\n", " ")):
                problems.append(
                    Problem(f"{path.parent.name}/{path.name}", line, "look_alike", token)
                )
    return problems


def _table(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    ordered = sorted(rows, key=lambda row: tuple(str(row[column]) for column in KEYS[name]))
    return pa.table(
        {
            column: pa.array(
                [row[column] for row in ordered],
                pa.float64() if column in NUMBERS[name] else pa.string(),
            )
            for column in COLUMNS[name]
        }
    )


def _check_table(results: list[dict[str, Any]]) -> pa.Table:
    ordered = sorted(results, key=lambda row: row["check"])
    return pa.table(
        {
            column: pa.array(
                [row[column] for row in ordered],
                pa.float64() if column in _CHECK_NUMBERS else pa.string(),
            )
            for column in _CHECK_COLUMNS
        }
    )


def _codes(name: str) -> pa.Table:
    with (data_folder() / "codes" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return pa.table(
        {column: pa.array([row[column] for row in rows], pa.string()) for column in rows[0]}
    )
