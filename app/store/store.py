"""The only door to DuckDB at run time: loads a release into memory once and answers queries; draws
and says nothing.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import duckdb
import pyarrow as pa

from app.catalogue.cards import PARAMETERS, Card, catalogue
from app.paths import QUERIES
from app.release.check import share
from app.release.releases import Release, intact
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
    "sources",
    "places",
    "sectors",
)
Row = dict[str, Any]
QueryFails = (
    duckdb.Error
)  # a query asks for what a release does not have; older releases lack what was added since
_LOG = logging.getLogger(__name__)
_OLDER_KEPT = 4


class DamagedRelease(RuntimeError):
    """A table of the release is missing or cannot be read."""


@dataclass(frozen=True, slots=True)
class Store:
    """One release in memory. `fallback_from` is the number of a newer release that could not be
    read.

    Two stores of one release are equal, so that a store can be part of a cache's key.
    """

    release: Release
    connection: duckdb.DuckDBPyConnection | Older = field(compare=False)
    fallback_from: int | None = None

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run one select on a cursor of its own and return its rows as dictionaries."""
        cursor = self.connection.cursor()
        try:
            answer = cursor.execute(sql, parameters) if parameters else cursor.execute(sql)
            columns = [column[0] for column in answer.description]
            return [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]
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
            answer = cursor.execute(sql, parameters) if parameters else cursor.execute(sql)
            columns = [column[0] for column in answer.description]
            return tuple(dict(zip(columns, row, strict=True)) for row in answer.fetchall())
        finally:
            cursor.close()

    def sections(self, sector: str) -> frozenset[str]:
        """Return the codes that stand for a picked sector: its own and those of its sections of
        economic activity.
        """
        return _sections(self, sector)

    def periods(self) -> tuple[str, ...]:
        """Return the years a viewer may pick, newest first."""
        years = self.rows(
            "select distinct left(period, 4) as year from "
            "(select period from figures union all select period from statistics) order by year "
            "desc"
        )
        return tuple(row["year"] for row in years)


def _typed(values: list[Any]) -> pa.Array:
    typed = pa.array(values)
    return typed.cast(pa.string()) if pa.types.is_null(typed.type) else typed


def load(release: Release, fallback_from: int | None = None) -> Store:
    """Read a release's tables into an in-memory database that can then reach nothing else.

    Raises DamagedRelease if the tables are not those that were published, or if one that today's
    programme needs is not among them.
    """
    connection = _read_tables(release, TABLES)
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


# Room for all that `keep_warm` asks of the two releases that are kept; a store is let go when its
# last answer is.
@lru_cache(maxsize=8192)
def _read(
    store: Store, card: Card, parameters: tuple[tuple[str, str | None], ...]
) -> tuple[Row, ...]:
    return tuple(store.rows(card.sql, dict(parameters) or None))


@lru_cache(maxsize=256)
def _sections(store: Store, sector: str) -> frozenset[str]:
    found = store.rows("select section from sectors where sector = $sector", {"sector": sector})
    return frozenset({sector} | {row["section"] for row in found if row["section"]})


@dataclass(frozen=True, slots=True)
class Older:
    """Stands for the connection of an older release: only the last few asked are in memory (about
    10 MB and 50 ms each), others are read again.

    What caches keep is this, never the tables.
    """

    release: Release

    def cursor(self) -> duckdb.DuckDBPyConnection:
        # Nobody closes a connection that is let go: a cursor that is still at work holds its tables
        # until it is done.
        with _older_lock:
            return _read_older(self.release).cursor()


_older_lock = threading.Lock()


@lru_cache(maxsize=_OLDER_KEPT)
def _read_older(release: Release) -> duckdb.DuckDBPyConnection:
    connection = _read_tables(release, tables_then(release))
    for statement in duckdb.extract_statements(
        (QUERIES / "_shared.sql").read_text(encoding="utf-8")
    ):
        try:
            connection.execute(statement)
        except duckdb.Error:
            # Made of tables that came later: the queries that use it fail, and say so.
            continue
    _close_doors(connection)
    return connection


def tables_then(release: Release) -> list[str]:
    """Return the tables that the release had when it was made; raise DamagedRelease if it does not
    say.
    """
    try:
        rows = json.loads((release.folder / "manifest.json").read_text(encoding="utf-8"))["rows"]
        return [table for table in TABLES if table in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedRelease(f"manifest of release {release.number}") from error
