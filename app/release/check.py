"""Checks facts, words, cards and queries before they become a release; publishes nothing."""

from __future__ import annotations

import csv
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import duckdb
import pyarrow as pa

from app.catalogue.breaks import COLUMNS as BREAK_COLUMNS
from app.catalogue.breaks import SeriesBreak, break_rows
from app.catalogue.cards import Card, Catalogue, considered
from app.catalogue.codes import read_kinds
from app.catalogue.refusals import BadCard
from app.catalogue.stories import read_stories, stories_folder
from app.catalogue.synonyms import synonyms
from app.catalogue.vocabulary import shared_sql
from app.facts.editions import Edition, editions_in
from app.facts.problems import Problem, mixed_alphabets
from app.facts.read import read_facts
from app.facts.reconcile import Checked, reconcile
from app.facts.tables import COLUMNS, KEYS, NUMBERS, Check, FactRow
from app.facts.vintages import statements
from app.paths import FEDERATION, QUERIES, data_folder, text_folders
from app.release.releases import MARKS
from app.words.federation import ALL, MISSING, UNREADABLE, BadFederation, federation
from app.words.say import IncompleteText, entries

CONTRACT = ("role", "period", "place", "sector", "series", "value", "status", "source")
_DIMENSIONS = CONTRACT[:5]
# A query that returns further dimensions has them in its key.
_FURTHER_DIMENSIONS = frozenset({"measure", "sex", "age", "structure", "text_en"})
_ROWS_NAMED = 6
_FOUND = ("left_value", "right_value", "recomputed")
_CODE_COLUMNS = {
    "places": ("place", "kind", "valid_from", "valid_to", "predecessor"),
    "sectors": ("sector", "kind", "section"),
}
_CHECK_COLUMNS = (*COLUMNS["checks"], "document", *_FOUND, "result")
_CHECK_NUMBERS = (*NUMBERS["checks"], *_FOUND)


def share(connection: duckdb.DuckDBPyConnection) -> None:
    """Make what queries share (`queries/_shared.sql`) beside the release's tables."""
    connection.execute(shared_sql())


def let_speak(connection: duckdb.DuckDBPyConnection) -> None:
    """Make of each loaded table the one as printed and the one of the rows that speak."""
    for statement in statements():
        connection.execute(statement)


def try_queries(
    cards: Iterable[Card],
    connection: duckdb.DuckDBPyConnection,
    lines: Mapping[tuple[str, ...], str] | None = None,
) -> list[Problem]:
    """Run every query without filters and return what breaks the contract of docs/exhibits.md.

    `lines` say where each fact was entered: who enters facts reads rows, not questions.
    """
    return [problem for card in cards for problem in _query_problems(card, connection, lines or {})]


def _query_problems(
    card: Card, connection: duckdb.DuckDBPyConnection, lines: Mapping[tuple[str, ...], str]
) -> list[Problem]:
    file = f"{card.id}.sql"
    try:
        cursor = connection.execute(card.sql, _unfiltered(card))
        columns = tuple(column[0] for column in cursor.description or ())
        rows = cursor.fetchall()
    except duckdb.Error as error:
        told = _entered_at(lines, card.measures)
        return [Problem(file, 1, "query_fails", str(error).splitlines()[0] + told)]
    if columns[: len(CONTRACT)] != CONTRACT:
        return [Problem(file, 1, "query_columns", ", ".join(columns))]
    problems = []
    series = CONTRACT.index("series")
    found = [str(row[series]) for row in rows if row[0] == "finding"]
    chosen = [slot for slot in found if slot.startswith("case.")]
    if len(chosen) != 1:
        problems.append(Problem(file, 1, "query_case", ", ".join(chosen) or "0"))
    if twice := _key_seen_twice(columns, rows):
        told = _entered_at(lines, card.measures, [str(code) for code in twice[1:4]])
        problems.append(Problem(file, 1, "query_key", str(twice) + told))
    # A federation that has facts for a part of the exhibits only does without this one.
    if not any(row[0] == "mark" for row in rows) and federation().exhibits == ALL:
        problems.append(Problem(file, 1, "query_empty", ""))
    return problems


def nothing_to_show(tables: Mapping[str, pa.Table]) -> list[str]:
    """Return the exhibits for which there are facts and yet nothing to show, where the federation
    does without such ones.
    """
    if federation().exhibits == ALL:
        return []
    with duckdb.connect(config={"threads": 1}) as connection:
        _load(tables, connection)
        share(connection)
        return [card.id for card in considered().cards() if not _answers(card, connection)]


def _answers(card: Card, connection: duckdb.DuckDBPyConnection) -> bool:
    rows = connection.execute(card.sql, _unfiltered(card)).fetchall()
    value = CONTRACT.index("value")
    marks = [row for row in rows if row[0] == "mark"]
    return any(row[value] is not None for row in marks) or (
        bool(marks) and not card.kind.measures and not card.kind.headline
    )


def _unfiltered(card: Card) -> dict[str, None]:
    return {name: None for name in ("place", "sector", "period") if f"${name}" in card.sql}


def _entered_at(
    lines: Mapping[tuple[str, ...], str], measures: Sequence[str], codes: Sequence[str] = ()
) -> str:
    """Return in words where the facts stand that a query reads: those of the given period, place
    and sector, else those of the newest period.
    """
    facts = [
        (key[2:5], at)
        for key, at in lines.items()
        if key[0] in {"figures", "statistics"} and key[1] in measures
    ]
    newest = max((found[0] for found, _ in facts), default="")
    asked = [
        at for found, at in facts if (list(found) == list(codes) if codes else found[0] == newest)
    ]
    return f" ← {', '.join(asked[:_ROWS_NAMED])}" if asked else ""


def _key_seen_twice(
    columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> tuple[Any, ...] | None:
    """Return the first key that two rows of an answer share; None if each has its own."""
    further = [at for at, column in enumerate(columns) if column in _FURTHER_DIMENSIONS]
    places = (*range(len(_DIMENSIONS)), *further)
    keys = [tuple(row[at] for at in places) for row in rows]
    if len(keys) == len(set(keys)):
        return None
    return next(key for key in keys if keys.count(key) > 1)


def checked() -> tuple[dict[str, pa.Table], list[Problem]]:
    """Return the tables of today's facts and everything that is wrong with them.

    There are no tables if anything is wrong before the queries are tried.
    """
    if faults_of_federation := federation_problems():
        return {}, faults_of_federation
    try:
        known = considered()
        synonyms()
    except (BadCard, BadFederation, IncompleteText) as error:
        return {}, [_card_fault(str(error))]
    facts = read_facts(data_folder() / "sources", known)
    # A card or a break names a source, or a line of publications and so each of its editions.
    sources = {row[name] for row in facts.tables["sources"] for name in ("source", "edition_of")}
    _, faults = read_stories(stories_folder(), known)
    problems = [
        *facts.problems,
        *_text_problems(),
        *_card_problems(known, sources),
        *_break_problems(known.breaks, sources),
        *(_card_fault(fault) for fault in faults),
    ]
    if problems:
        return {}, sorted(problems)
    tables = {name: _fact_table(name, rows) for name, rows in facts.tables.items()}
    tables |= {name: _codes(name) for name in ("places", "sectors")}
    tables["breaks"] = break_table(known.breaks)
    # One thread, as at run time: the tables are small, and sharing the work out costs more than
    # the work.
    with duckdb.connect(config={"threads": 1}) as connection:
        _load(tables, connection)
        results, problems = reconcile(
            connection, facts.checks, editions_in(facts.tables["sources"])
        )
        tables["checks"] = _check_table(results)
        connection.register("checks", tables["checks"])
        share(connection)
        problems += status_problems(connection)
        # As at run time: a card's query sees the release's tables, what is made of them, and
        # nothing else.
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
        problems += try_queries(known.cards(), connection, facts.lines)
    return tables, sorted(problems)


def federation_problems() -> list[Problem]:
    """Return what is wrong with the file that says whose dashboard this is: all
    else hangs on it.
    """
    try:
        ours = federation()
    except BadFederation as error:
        if error.kind == UNREADABLE:
            return [Problem(FEDERATION, 1, "federation_unreadable", error.place)]
        if error.kind == MISSING:
            return [Problem(FEDERATION, 1, "federation_missing", error.place)]
        return [Problem(FEDERATION, 1, "federation_wrong", error.place)]
    if problems := list(_code_problems()):
        return problems
    wrong = []
    for key, code, name in (
        ("country", ours.country, "places"),
        ("organisation", ours.organisation, "sectors"),
    ):
        if code and read_kinds(data_folder() / "codes" / f"{name}.csv", name[:-1]).get(code) != key:
            wrong.append(f'{key} = "{code}" (codes/{name}.csv)')
    if ours.mark not in MARKS:
        wrong.append(f"mark = {ours.mark} ({', '.join(MARKS[1:])})")
    return [Problem(FEDERATION, 1, "federation_wrong", told) for told in wrong]


def _code_problems() -> Iterator[Problem]:
    """Yield what keeps the lists of places and sectors from being read at all."""
    for name, columns in _CODE_COLUMNS.items():
        file = f"codes/{name}.csv"
        try:
            text = (data_folder() / file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            yield Problem(file, 0, "unreadable", type(error).__name__)
            continue
        rows = list(csv.reader(text.splitlines()))
        missing = [column for column in columns if column not in (rows[0] if rows else ())]
        if missing:
            yield Problem(file, 1, "missing_column", ", ".join(missing))
        elif len(rows) == 1:
            yield Problem(file, 1, "no_codes", name)


def _load(tables: Mapping[str, pa.Table], connection: duckdb.DuckDBPyConnection) -> None:
    """Make tables of those that are to be published, as a store has them."""
    for name, table in tables.items():
        connection.register("entered", table)
        connection.execute(f"create table {name} as from entered")
    connection.unregister("entered")
    let_speak(connection)


def try_checks(
    figures: list[FactRow],
    own: list[FactRow],
    checks: Iterable[Check],
    editions: Mapping[str, Edition],
) -> list[Checked]:
    """Return what checks say of figures that are in no release yet: `own` are those of the edition
    that is asked about, `figures` what other editions print; a check that lacks a number is silent.
    """
    codes = [column for column in KEYS["figures"] if column != "source"]
    told = {tuple(row[code] for code in codes) for row in own}
    others = [row for row in figures if tuple(row[code] for code in codes) not in told]
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.register("figures", _fact_table("figures", [*own, *others]))
        connection.register("figures_as_printed", _fact_table("figures", [*own, *figures]))
        for name in ("statistics", "statistics_as_printed"):
            connection.register(name, _fact_table("statistics", []))
        return reconcile(connection, checks, editions)[0]


def status_problems(connection: duckdb.DuckDBPyConnection) -> list[Problem]:
    """Return the statuses of commitments that their own published number contradicts: done, though
    the newest value does not meet the target; planned, though it does.

    What events and other figures say against a status is found where the row is read
    (app/facts/promises.py).
    """
    points = (QUERIES / "_promise_points.sql").read_text(encoding="utf-8")
    rows = connection.execute(
        f"""
        with points as ({points}),
        newest as (
            from points
            where value is not null
            qualify period = max(period) over (partition by target, place, sector, series)
        ),
        met as (
            select targets.target, bool_and(case targets.comparator
                when 'at_least' then newest.value >= targets.value
                when 'at_most' then newest.value <= targets.value
                when 'more_than' then newest.value > targets.value
                else newest.value = targets.value
            end) as met
            from targets
            join newest using (target, place, sector, series)
            group by targets.target
        )
        select commitments.commitment, commitments.status
        from commitments
        join met using (target)
        where (commitments.status = 'done' and not met) or (commitments.status = 'planned' and met)
        order by all
        """
    ).fetchall()
    return [
        Problem("commitments", 0, "status_against_figure", f"{commitment}: {status}")
        for commitment, status in rows
    ]


def _card_fault(fault: str) -> Problem:
    """Return what is said of a card or a story, `file: what is wrong`, as a problem."""
    file, _, detail = fault.partition(": ")
    return Problem(file, 1, "card", detail or file)


def _card_problems(known: Catalogue, sources: Container[object]) -> list[Problem]:
    problems = []
    for card in known.cards():
        named: list[tuple[str, str, Container[object]]] = [
            ("unit", card.unit, known.units),
            *(("measures", measure, known.measures) for measure in card.measures),
            *(("sources", source, sources) for source in card.sources),
        ]
        problems += [
            Problem(f"{card.id}.toml", 1, "unknown_code", f"{field} = {code}")
            for field, code, allowed in named
            if code not in allowed
        ]
    return problems


def _break_problems(breaks: Iterable[SeriesBreak], sources: Container[object]) -> list[Problem]:
    return [
        Problem("breaks.toml", 1, "unknown_code", f"[{one.code}] sources = {source}")
        for one in breaks
        for source in one.sources
        if source not in sources
    ]


def _text_problems() -> list[Problem]:
    """Find Latin look-alikes of Cyrillic letters in the words people read."""
    problems = []
    for name in ("interface", "locators", "problems"):
        # Those that the catalogue has not read.
        for _ in entries(name):
            pass
    folders = (*text_folders(), QUERIES)
    for path in sorted(path for folder in folders for path in folder.rglob("*.toml")):
        for line, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            # A line break is written with a Latin letter.
            for token in mixed_alphabets(text.replace("\\n", " ")):
                problems.append(
                    Problem(f"{path.parent.name}/{path.name}", line, "look_alike", token)
                )
    return problems


def break_table(breaks: Iterable[SeriesBreak]) -> pa.Table:
    """Return the table `breaks`: texts, in the order of its columns."""
    rows = sorted(break_rows(breaks), key=lambda row: tuple(row.values()))
    return _table(rows, BREAK_COLUMNS, ())


def _fact_table(name: str, rows: list[FactRow]) -> pa.Table:
    ordered = sorted(rows, key=lambda row: tuple(str(row[column]) for column in KEYS[name]))
    return _table(ordered, COLUMNS[name], NUMBERS[name])


def _check_table(results: list[Checked]) -> pa.Table:
    rows = [
        {**asdict(one.check), **{column: getattr(one, column) for column in (*_FOUND, "result")}}
        for one in sorted(results, key=lambda one: one.check.check)
    ]
    return _table(rows, _CHECK_COLUMNS, _CHECK_NUMBERS)


def _codes(name: str) -> pa.Table:
    with (data_folder() / "codes" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return _table(rows, tuple(rows[0]), ())


def _table(
    rows: Sequence[Mapping[str, Any]], columns: Sequence[str], numbers: Sequence[str]
) -> pa.Table:
    """Return rows as a table of columns: `numbers` are numbers, all others texts."""
    return pa.table(
        {
            column: pa.array(
                [row[column] for row in rows],
                pa.float64() if column in numbers else pa.string(),
            )
            for column in columns
        }
    )
