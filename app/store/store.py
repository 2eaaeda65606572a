"""The only door to DuckDB at run time: loads a release into memory once and answers queries; draws
and says nothing.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import duckdb
import pyarrow as pa

from app.catalogue.cards import PARAMETERS, Card, catalogue
from app.facts.vintages import statements
from app.paths import QUERIES
from app.release.check import break_table, let_speak, share
from app.release.releases import Release, intact
from app.store.kept import kept
from app.view import View


def allowed_codes(store: Store) -> dict[str, tuple[str, ...]]:
    """Return the codes that a link may carry."""
    known = catalogue()
    return {"region": known.regions(), "sector": known.union_sectors(), "period": store.periods()}


TABLES = (
    "figures",
    "statistics",
    "checks",
    "conflicts",
    "demands",
    "events",
    "conventions",
    "structures",
    "targets",
    "commitments",
    "mentions",
    "programmes",
    "remarks",
    "sources",
    "places",
    "sectors",
    "breaks",
    "corrections",
)
Row = dict[str, Any]
QueryFails = (
    duckdb.Error
)  # a query asks for what a release does not have; older releases lack what was added since
_LOG = logging.getLogger(__name__)
_ROOM_FOR_OLDER = 1 / 32  # single exhibits of it are asked for, by receipts


class DamagedRelease(RuntimeError):
    """A table of the release is missing or cannot be read."""


@dataclass(frozen=True, slots=True)
class Store:
    """One release in memory. `fallback_from` is the number of a newer release that could not be
    read.

    Two stores of one release are equal. What is computed from a store stands on its `shelves`
    (app.store.kept) and goes with it.
    """

    release: Release
    connection: duckdb.DuckDBPyConnection = field(compare=False)
    fallback_from: int | None = None
    shelves: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    room: float = field(default=1.0, compare=False)  # for what is kept, beside the current release

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run one select on a cursor of its own and return its rows as dictionaries."""
        cursor = self.connection.cursor()
        try:
            return _asked(cursor, sql, parameters)
        finally:
            cursor.close()

    def read(self, card: Card, view: View) -> tuple[Row, ...]:
        """Run an exhibit's query with the viewer's filters as bound parameters; each answer is
        kept, in every language the same.
        """
        chosen = {"place": view.place, "sector": view.sector, "period": view.period}
        return _read(
            self,
            card,
            tuple((PARAMETERS[name], chosen[PARAMETERS[name]]) for name in card.breakdowns),
        )

    def ask_of(
        self,
        tables: Mapping[str, Mapping[str, list[Any]]],
        sql: str,
        parameters: Mapping[str, Any] | None = None,
    ) -> tuple[Row, ...]:
        """Run one select over tables given as columns, beside the release's: for what is computed
        across the answers of several exhibits.

        A column holds texts, numbers or truths; one without any value counts as text.
        """
        cursor = self.connection.cursor()
        try:
            for name, columns in tables.items():
                cursor.register(
                    name, pa.table({column: _typed(values) for column, values in columns.items()})
                )
            return tuple(_asked(cursor, sql, parameters))
        finally:
            cursor.close()

    def sections(self, sector: str) -> frozenset[str]:
        """Return the codes that stand for a picked sector: its own and those of its sections of
        economic activity.
        """
        return _sections(self, sector)

    def periods(self) -> tuple[str, ...]:
        """Return the years a viewer may pick, newest first."""
        return _periods(self)


def _asked(
    cursor: duckdb.DuckDBPyConnection, sql: str, parameters: Mapping[str, Any] | None
) -> list[Row]:
    answer = cursor.execute(sql, parameters) if parameters else cursor.execute(sql)
    names = [column[0] for column in answer.description]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def _typed(values: list[Any]) -> pa.Array:
    typed = pa.array(values)
    return typed.cast(pa.string()) if pa.types.is_null(typed.type) else typed


def load(release: Release, fallback_from: int | None = None) -> Store:
    """Read a release's tables into an in-memory database that can then reach nothing else.

    Raises DamagedRelease if the tables are not those that were published, or if one that today's
    programme needs is not among them.
    """
    connection = _read_tables(release, TABLES)
    let_speak(connection)
    share(connection)
    _close_doors(connection)
    return Store(release, connection, fallback_from)


def _read_tables(release: Release, tables: Iterable[str]) -> duckdb.DuckDBPyConnection:
    if not intact(release):
        # What is shown is said to be of this release, and a receipt names its digest: it must be
        # the digest of what is read.
        raise DamagedRelease(
            f"the tables of release {release.number} are not those that were published"
        )
    connection = duckdb.connect(config={"threads": 1})
    try:
        for table in tables:
            path = release.folder / f"{table}.parquet"
            # `path` is ours, not a viewer's; the table names are the constants above.
            connection.execute(
                f"create table {table} as select * from read_parquet(?)", [str(path)]
            )
    except duckdb.Error as error:
        connection.close()
        raise DamagedRelease(f"{table} of release {release.number}") from error
    return connection


def _close_doors(connection: duckdb.DuckDBPyConnection) -> None:
    for setting in (
        "set autoinstall_known_extensions = false",
        "set autoload_known_extensions = false",
        "set enable_external_access = false",
        "set lock_configuration = true",
    ):
        connection.execute(setting)


# Room for all that `keep_warm` asks.
@kept(most=4096)
def _read(
    store: Store, card: Card, parameters: tuple[tuple[str, str | None], ...]
) -> tuple[Row, ...]:
    return tuple(store.rows(card.sql, dict(parameters) or None))


@kept(most=256)
def _sections(store: Store, sector: str) -> frozenset[str]:
    found = store.rows("select section from sectors where sector = $sector", {"sector": sector})
    return frozenset({sector} | {row["section"] for row in found if row["section"]})


@kept(most=1)
def _periods(store: Store) -> tuple[str, ...]:
    years = store.rows(
        "select distinct left(period, 4) as year from "
        "(select period from figures union all select period from statistics) "
        "where not starts_with(period, '..') order by year desc"
    )
    return tuple(row["year"] for row in years)


def load_older(release: Release) -> Store:
    """Read a release that is not the current one with the tables of its time: a query of today that
    needs more raises QueryFails.

    Raises DamagedRelease if a table that it once had cannot be read.
    """
    tables = tables_then(release)
    connection = _read_tables(release, tables)
    if "breaks" not in tables:
        # They were no table yet, but words of the cards and the queries, which are today's too.
        connection.register("known_breaks", break_table(catalogue().breaks))
        connection.execute("create table breaks as select * from known_breaks")
        connection.unregister("known_breaks")
    shared = duckdb.extract_statements((QUERIES / "_shared.sql").read_text(encoding="utf-8"))
    for statement in (*statements(), *(one.query for one in shared)):
        try:
            connection.execute(statement)
        except duckdb.Error:
            # Made of tables that came later: the queries that use it fail, and say so.
            continue
    _close_doors(connection)
    return Store(release, connection, room=_ROOM_FOR_OLDER)


def tables_then(release: Release) -> list[str]:
    """Return the tables that the release had when it was made; raise DamagedRelease if it does not
    say.
    """
    try:
        rows = json.loads((release.folder / "manifest.json").read_text(encoding="utf-8"))["rows"]
        return [table for table in TABLES if table in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedRelease(f"manifest of release {release.number}") from error
