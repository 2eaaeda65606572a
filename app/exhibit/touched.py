"""Whether a later release has anything otherwise that an exhibit's query can read, or has only
more: compares facts, answers no query.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from app.catalogue.cards import Card, catalogue
from app.catalogue.vocabulary import expanded
from app.release.releases import Release
from app.store.open import open_release
from app.store.store import TABLES, QueryFails, Row, Store

_NUMBERS = """
select 'figures' as kind, measure, period, place, sector, series, '' as age, value from figures
union all
select 'statistics', measure, period, place, sector, sex, age, value from statistics
"""
# What documents say of themselves moves no number, and codes are no facts.
_OTHERS = tuple(
    table
    for table in TABLES
    if table not in {"figures", "statistics", "checks", "corrections", "places", "sectors"}
)
_WORD = re.compile(r"\b[a-z][a-z_0-9]*\b")


def untouched(card: Card, earlier: Release, later: Release) -> bool:
    """Say whether all that an exhibit's query can read of a release stands in a later one as it
    was, so that whatever it shows otherwise follows from what is new.
    """
    words = set(_WORD.findall(expanded(card.sql)))
    measures = {*card.measures, *(words & catalogue().measures.keys())}
    changed = _measures_changed(earlier, later)
    return not changed & measures and not any(
        _has_less(table, earlier, later) for table in _OTHERS if table in words
    )


@lru_cache(maxsize=64)
def _measures_changed(earlier: Release, later: Release) -> frozenset[str]:
    """Return the measures of which a number was revised or withdrawn; whichever
    source prints it.
    """
    was, now = (_values(open_release(one.number).rows(_NUMBERS)) for one in (earlier, later))
    return frozenset(key[1] for key, values in was.items() if not values <= now.get(key, set()))


def _values(rows: Iterable[Row]) -> dict[tuple[str, ...], set[float | None]]:
    found: dict[tuple[str, ...], set[float | None]] = {}
    for row in rows:
        *key, value = row.values()
        found.setdefault(tuple(key), set()).add(value)
    return found


@lru_cache(maxsize=256)
def _has_less(table: str, earlier: Release, later: Release) -> bool:
    """Say whether a row of a table was changed or taken back."""
    was, now = (_rows(table, open_release(one.number)) for one in (earlier, later))
    return was is None or now is None or not was <= now


def _rows(table: str, store: Store) -> frozenset[tuple[object, ...]] | None:
    # As printed: that a newer edition speaks of a thing takes nothing back. The names are the
    # constants above.
    for name in (f"{table}_as_printed", table):
        try:
            return frozenset(tuple(row.values()) for row in store.rows(f"select * from {name}"))
        except QueryFails:
            continue
    return None
