"""The only door to DuckDB at run time: loads a release into memory once and answers queries; draws and says nothing."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import duckdb

from app.catalogue import PARAMETERS, Card
from app.release import NoRelease, Release, current, ensure, releases
from app.view import View

TABLES = ("figures", "statistics", "checks", "conflicts", "demands", "sources", "places", "sectors")
Row = dict[str, Any]


class DamagedRelease(RuntimeError):
    """A table of the release is missing or cannot be read."""


@dataclass(frozen=True, slots=True)
class Store:
    """One release in memory. `fallback_from` is the number of a newer release that could not be read.

    Two stores of one release are equal, so that a store can be part of a cache's key.
    """

    release: Release
    connection: duckdb.DuckDBPyConnection = field(compare=False)
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

    def read(self, card: Card, view: View) -> list[Row]:
        """Run an exhibit's query with the viewer's filters as bound parameters."""
        chosen = {"place": view.place, "sector": view.sector, "period": view.period}
        return self.rows(card.sql, {PARAMETERS[name]: chosen[PARAMETERS[name]] for name in card.breakdowns} or None)

    def periods(self) -> tuple[str, ...]:
        """Return the years a viewer may pick, newest first."""
        years = self.rows(
            "select distinct left(period, 4) as year from "
            "(select period from figures union all select period from statistics) order by year desc"
        )
        return tuple(row["year"] for row in years)


def load(release: Release, fallback_from: int | None = None) -> Store:
    """Read a release's tables into an in-memory database that can then reach nothing else.

    Raises DamagedRelease if a table is missing, truncated or not Parquet.
    """
    connection = duckdb.connect(config={"threads": 1})
    try:
        for table in TABLES:
            path = release.folder / f"{table}.parquet"
            # `path` is ours, not a viewer's; the table names are the constants above.
            connection.execute(f"create table {table} as select * from read_parquet(?)", [str(path)])
    except duckdb.Error as error:
        connection.close()
        raise DamagedRelease(f"{table} of release {release.number}") from error
    for setting in (
        "set autoinstall_known_extensions = false", "set autoload_known_extensions = false",
        "set enable_external_access = false", "set lock_configuration = true",
    ):
        connection.execute(setting)
    return Store(release, connection, fallback_from)


_lock = threading.Lock()
_stores: dict[tuple[str, str, int | None], Store] = {}


def open_current() -> Store:
    """Return the store of the current release, built first if there is none.

    If it is damaged, the newest older release that can be read; raise DamagedRelease or NoRelease if none can.
    """
    with _lock:
        release = ensure()
        try:
            return _opened(release, None)
        except DamagedRelease:
            for older in reversed([other for other in releases() if other.number < release.number]):
                try:
                    return _opened(older, release.number)
                except DamagedRelease:
                    continue
            raise


def current_number() -> int | None:
    """Return the number of the current release, or None if it cannot be told."""
    try:
        return current().number
    except NoRelease:
        return None


def _opened(release: Release, fallback_from: int | None) -> Store:
    key = (str(release.folder), release.digest, fallback_from)
    if key not in _stores:
        # Two are kept: pages that were open when a new release came may still ask for the old one.
        while len(_stores) > 1:
            _stores.pop(next(iter(_stores)))
        _stores[key] = load(release, fallback_from)
    return _stores[key]
