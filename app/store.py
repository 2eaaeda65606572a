"""The only door to DuckDB at run time: loads a release into memory once and answers queries; draws and says nothing."""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import duckdb
import pyarrow as pa

from app.catalogue import PARAMETERS, Card, catalogue
from app.language import DEFAULT_LANGUAGE
from app.paths import QUERIES
from app.release import FactsRefused, NoRelease, Release, build, current, ensure, intact, read_release, releases, share
from app.view import View

TABLES = ("figures", "statistics", "checks", "conflicts", "demands", "events", "conventions", "structures", "targets", "commitments", "mentions",
          "sources", "places", "sectors")
Row = dict[str, Any]
QueryFails = duckdb.Error  # a query asks for what a release does not have; older releases lack what was added since
_LOG = logging.getLogger(__name__)
_OLDER_KEPT = 4


class DamagedRelease(RuntimeError):
    """A table of the release is missing or cannot be read."""


@dataclass(frozen=True, slots=True)
class Store:
    """One release in memory. `fallback_from` is the number of a newer release that could not be read.

    Two stores of one release are equal, so that a store can be part of a cache's key.
    """

    release: Release
    connection: duckdb.DuckDBPyConnection | _Older = field(compare=False)
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
        """Run an exhibit's query with the viewer's filters as bound parameters; each answer is kept, in every language the same."""
        chosen = {"place": view.place, "sector": view.sector, "period": view.period}
        return _read(self, card, tuple((PARAMETERS[name], chosen[PARAMETERS[name]]) for name in card.breakdowns))

    def ask_of(self, tables: Mapping[str, Mapping[str, list[Any]]], sql: str, parameters: Mapping[str, Any] | None = None) -> tuple[Row, ...]:
        """Run one select over tables given as columns, beside the release's: for what is computed across the answers of several exhibits.

        A column holds texts, numbers or truths; one without any value counts as text.
        """
        cursor = self.connection.cursor()
        try:
            for name, columns in tables.items():
                cursor.register(name, pa.table({column: _typed(values) for column, values in columns.items()}))
            answer = cursor.execute(sql, parameters) if parameters else cursor.execute(sql)
            columns = [column[0] for column in answer.description]
            return tuple(dict(zip(columns, row, strict=True)) for row in answer.fetchall())
        finally:
            cursor.close()

    def sections(self, sector: str) -> frozenset[str]:
        """Return the codes that stand for a picked sector: its own and those of its sections of economic activity."""
        return _sections(self, sector)

    def periods(self) -> tuple[str, ...]:
        """Return the years a viewer may pick, newest first."""
        years = self.rows(
            "select distinct left(period, 4) as year from "
            "(select period from figures union all select period from statistics) order by year desc"
        )
        return tuple(row["year"] for row in years)


def _typed(values: list[Any]) -> pa.Array:
    typed = pa.array(values)
    return typed.cast(pa.string()) if pa.types.is_null(typed.type) else typed


def load(release: Release, fallback_from: int | None = None) -> Store:
    """Read a release's tables into an in-memory database that can then reach nothing else.

    Raises DamagedRelease if the tables are not those that were published, or if one that today's programme needs is not among them.
    """
    connection = _read_tables(release, TABLES)
    share(connection)
    _close_doors(connection)
    return Store(release, connection, fallback_from)


def _read_tables(release: Release, tables: Iterable[str]) -> duckdb.DuckDBPyConnection:
    if not intact(release):
        # What is shown is said to be of this release, and a receipt names its digest: it must be the digest of what is read.
        raise DamagedRelease(f"the tables of release {release.number} are not those that were published")
    connection = duckdb.connect(config={"threads": 1})
    try:
        for table in tables:
            path = release.folder / f"{table}.parquet"
            # `path` is ours, not a viewer's; the table names are the constants above.
            connection.execute(f"create table {table} as select * from read_parquet(?)", [str(path)])
    except duckdb.Error as error:
        connection.close()
        raise DamagedRelease(f"{table} of release {release.number}") from error
    return connection


def _close_doors(connection: duckdb.DuckDBPyConnection) -> None:
    for setting in (
        "set autoinstall_known_extensions = false", "set autoload_known_extensions = false",
        "set enable_external_access = false", "set lock_configuration = true",
    ):
        connection.execute(setting)


# Room for all that `keep_warm` asks of the two releases that are kept; a store is let go when its last answer is.
@lru_cache(maxsize=8192)
def _read(store: Store, card: Card, parameters: tuple[tuple[str, str | None], ...]) -> tuple[Row, ...]:
    return tuple(store.rows(card.sql, dict(parameters) or None))


@lru_cache(maxsize=256)
def _sections(store: Store, sector: str) -> frozenset[str]:
    found = store.rows("select section from sectors where sector = $sector", {"sector": sector})
    return frozenset({sector} | {row["section"] for row in found if row["section"]})


def keep_warm(stop: threading.Event, pause: float = 0.003) -> None:
    """Until `stop`: load each new release as it comes and ask every exhibit for every region and every sector beforehand.

    DuckDB needs some milliseconds to plan each query; asked ahead, a filter change finds its answers waiting.
    With `UNION_INDICATORS_WARM=0` the release is only loaded: for small machines, and where many servers start.
    """
    warm, ahead = None, os.environ.get("UNION_INDICATORS_WARM") != "0"
    while not stop.wait(0.5 if warm is None else 2.0):
        try:
            store = open_current()
            if store == warm:
                continue
            for card, view in _picks() if ahead else ():
                if stop.wait(pause) or current_number() != (store.fallback_from or store.release.number):
                    break
                store.read(card, view)
            else:
                warm = store
        except Exception:
            # The viewers' own requests meet the same fault and say so; here it is only noted.
            _LOG.exception("the release could not be warmed up")
            warm = None
            stop.wait(10)


def _picks() -> Iterator[tuple[Card, View]]:
    known = catalogue()
    for card in known.cards():
        yield card, View(DEFAULT_LANGUAGE)
    for card in known.cards():
        if "region" in card.breakdowns:
            yield from ((card, View(DEFAULT_LANGUAGE, place=place)) for place in known.regions())
        if "sector" in card.breakdowns:
            yield from ((card, View(DEFAULT_LANGUAGE, sector=sector)) for sector in known.union_sectors())


_lock = threading.Lock()
_stores: dict[tuple[str, str, int | None], Store] = {}


def open_current() -> Store:
    """Return the store of the current release, built first if there is none.

    A release of an older programme, which lacks tables of today's, is followed by a new one from the facts that came with the programme. If the current
    one is damaged, the newest older release that can be read; raise DamagedRelease or NoRelease if none can.
    """
    with _lock:
        release = _of_today(ensure())
        try:
            return _opened(release, None)
        except DamagedRelease:
            for older in reversed([other for other in releases() if other.number < release.number]):
                try:
                    return _opened(older, release.number)
                except DamagedRelease:
                    continue
            raise


@lru_cache(maxsize=1)
def _of_today(release: Release) -> Release:
    """Return the release if it has today's tables, else a new one; if that cannot be built, the release as it is, without trying again for every viewer."""
    try:
        known = set(_tables_then(release))
        return release if known == set(TABLES) else build()[0]
    except (DamagedRelease, FactsRefused, OSError) as error:
        _LOG.error("release %d is kept although it lacks what this programme needs: %s", release.number, error)
        return release


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


def open_release(number: int) -> Store:
    """Return the store of release `number`: the current one if it is that, else an older one, read when it is asked.

    An older release has the tables of its time: a query of today that needs more raises QueryFails.
    Raises NoRelease if it is not here, DamagedRelease if a table that it once had cannot be read.
    """
    now = open_current()
    if now.release.number == number:
        return now
    older = _Older(read_release(number))
    older.cursor().close()
    return Store(older.release, older)


@dataclass(frozen=True, slots=True)
class _Older:
    """Stands for the connection of an older release: only the last few asked are in memory (about 10 MB and 50 ms each), others are read again.

    What caches keep is this, never the tables.
    """

    release: Release

    def cursor(self) -> duckdb.DuckDBPyConnection:
        # Nobody closes a connection that is let go: a cursor that is still at work holds its tables until it is done.
        with _older_lock:
            return _read_older(self.release).cursor()


_older_lock = threading.Lock()


@lru_cache(maxsize=_OLDER_KEPT)
def _read_older(release: Release) -> duckdb.DuckDBPyConnection:
    connection = _read_tables(release, _tables_then(release))
    for statement in duckdb.extract_statements((QUERIES / "_shared.sql").read_text(encoding="utf-8")):
        try:
            connection.execute(statement)
        except duckdb.Error:
            # Made of tables that came later: the queries that use it fail, and say so.
            continue
    _close_doors(connection)
    return connection


def _tables_then(release: Release) -> list[str]:
    """Return the tables that the release had when it was made; raise DamagedRelease if it does not say."""
    try:
        rows = json.loads((release.folder / "manifest.json").read_text(encoding="utf-8"))["rows"]
        return [table for table in TABLES if table in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedRelease(f"manifest of release {release.number}") from error
