"""Opens the store of the current release, or of an older one; lets go of what nobody asks for."""

from __future__ import annotations

import logging
import threading
from functools import lru_cache

from app.release.build import FactsRefused, build, ensure
from app.release.releases import NoRelease, Release, current, read_release, releases
from app.store.store import TABLES, DamagedRelease, Older, Store, load, tables_then

_LOG = logging.getLogger(__name__)
_lock = threading.Lock()
_stores: dict[tuple[str, str, int | None], Store] = {}


def open_current() -> Store:
    """Return the store of the current release, built first if there is none.

    A release of an older programme, which lacks tables of today's, is followed by a new one from
    the facts that came with the programme. If the current one is damaged, the newest older release
    that can be read; raise DamagedRelease or NoRelease if none can.
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
    """Return the release if it has today's tables, else a new one; if that cannot be built, the
    release as it is, without trying again for every viewer.
    """
    try:
        known = set(tables_then(release))
        return release if known == set(TABLES) else build()[0]
    except (DamagedRelease, FactsRefused, OSError) as error:
        _LOG.error(
            "release %d is kept although it lacks what this programme needs: %s",
            release.number,
            error,
        )
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
    """Return the store of release `number`: the current one if it is that, else an older one, read
    when it is asked.

    An older release has the tables of its time: a query of today that needs more raises QueryFails.
    Raises NoRelease if it is not here, DamagedRelease if a table that it once had cannot be read.
    """
    now = open_current()
    if now.release.number == number:
        return now
    older = Older(read_release(number))
    older.cursor().close()
    return Store(older.release, older)
