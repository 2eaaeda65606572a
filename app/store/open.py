"""Opens the store of the current release, or of an older one; lets go of what nobody asks for."""

from __future__ import annotations

import logging
import threading
from functools import lru_cache

from app.release.build import FactsRefused, build, ensure
from app.release.releases import NoRelease, Release, current, read_release, releases
from app.store.store import TABLES, DamagedRelease, Store, load, load_older, tables_then

_LOG = logging.getLogger(__name__)
_OLDER_KEPT = 4
_lock = threading.Lock()
_shown: dict[tuple[str, str, int | None], Store] = {}  # one at most


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
        return release if known == set(TABLES) else build(release.mark)[0]
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
    if key not in _shown:
        opened = load(release, fallback_from)
        # What was computed from the release before goes with it; who still reads it holds it.
        _shown.clear()
        _shown[key] = opened
    return _shown[key]


def open_release(number: int) -> Store:
    """Return the store of release `number`: the current one if it is that, else an older one, read
    when it is asked and kept while it is among the last few asked (about 10 MB and 50 ms each).

    An older release has the tables of its time: a query of today that needs more raises QueryFails.
    Raises NoRelease if it is not here, DamagedRelease if a table that it once had cannot be read.
    """
    now = open_current()
    # Nobody closes the connection of a store that is let go: a cursor that is still at work holds
    # its tables until it is done.
    return now if now.release.number == number else _older(read_release(number))


@lru_cache(maxsize=_OLDER_KEPT)
def _older(release: Release) -> Store:
    return load_older(release)
