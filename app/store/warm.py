"""Asks every exhibit for every region and sector beforehand, so that a filter change finds its
answers waiting; keeps nothing itself.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator

from app.catalogue.cards import Card, catalogue
from app.store.open import current_number, open_current
from app.view import View
from app.words.say import DEFAULT_LANGUAGE

_LOG = logging.getLogger(__name__)


def keep_warm(stop: threading.Event, pause: float = 0.003) -> None:
    """Until `stop`: load each new release as it comes and ask every exhibit for every region and
    every sector beforehand.

    DuckDB needs some milliseconds to plan each query; asked ahead, a filter change finds its
    answers waiting. With `UNION_INDICATORS_WARM=0` the release is only loaded: for small machines,
    and where many servers start.
    """
    warm, ahead = None, warms_ahead()
    while not stop.wait(0.5 if warm is None else 2.0):
        try:
            store = open_current()
            if store == warm:
                continue
            for card, view in _picks() if ahead else ():
                if stop.wait(pause) or current_number() != (
                    store.fallback_from or store.release.number
                ):
                    break
                store.read(card, view)
            else:
                warm = store
        except Exception:
            # The viewers' own requests meet the same fault and say so; here it is only noted.
            _LOG.exception("the release could not be warmed up")
            warm = None
            stop.wait(10)


def warms_ahead() -> bool:
    """Say whether this server works ahead of its viewers (`UNION_INDICATORS_WARM`)."""
    return os.environ.get("UNION_INDICATORS_WARM") != "0"


def _picks() -> Iterator[tuple[Card, View]]:
    known = catalogue()
    for card in known.cards():
        yield card, View(DEFAULT_LANGUAGE)
    for card in known.cards():
        if "region" in card.breakdowns:
            yield from ((card, View(DEFAULT_LANGUAGE, place=place)) for place in known.regions())
        if "sector" in card.breakdowns:
            yield from (
                (card, View(DEFAULT_LANGUAGE, sector=sector)) for sector in known.union_sectors()
            )
