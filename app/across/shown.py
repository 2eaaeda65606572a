"""Where a number of the facts is drawn: its exhibit, under the filters that the number itself needs.
Reads what exhibits hold; counts no number.
"""

from __future__ import annotations

from app.across.explorer import Entry
from app.catalogue.cards import Card, catalogue
from app.store.store import Store
from app.view import View

_TRIED = 4  # the nearest exhibits that are asked whether they hold a number


def shown(entry: Entry, view: View, store: Store) -> tuple[Card, View] | None:
    """Return the exhibit of an entry and the view in which it comes to the entry's number: the
    nearest that holds it; else the nearest, if the number is
    the country's or told there of its region and sector.
    """
    row = entry.row
    asked = [(card, _view(card, entry, view, store)) for card in entry.cards[:_TRIED]]
    for card, there in asked:
        if _holds(card, there, entry, store, value=True):
            return card, there
    for card, there in asked[:1]:
        needed = row["measure"] in card.measures and _is_of_a_part(entry, store)
        if not needed or _holds(card, there, entry, store, value=False):
            return card, there
    return None


def _view(card: Card, entry: Entry, view: View, store: Store) -> View:
    """Return the viewer's view with the number's own place, sector and year, where the exhibit
    follows them; a year only where a chart shows no more than one.
    """
    row = entry.row
    regional = row["place"] in catalogue().regions() and "region" in card.breakdowns
    sector = _union(row["sector"], store) if "sector" in card.breakdowns else None
    year = row["period"][:4]
    over_time = card.kind.over_time or card.kind.words
    earlier = not over_time and year in store.periods()[1:]
    return View(
        view.language,
        row["place"] if regional else view.place,
        view.sector or sector,
        view.period or (year if earlier and "period" in card.breakdowns else None),
    )


def _is_of_a_part(entry: Entry, store: Store) -> bool:
    row = entry.row
    return row["place"] in catalogue().regions() or _union(row["sector"], store) is not None


def _holds(card: Card, view: View, entry: Entry, store: Store, *, value: bool) -> bool:
    """Say whether an exhibit has a row of the entry's place and sector, with its `value` or any."""
    row = entry.row
    return any(
        (one["place"], one["sector"]) == (row["place"], row["sector"])
        and (not value or (one["value"] == row["value"] and one["period"] == row["period"]))
        for one in store.read(card, view)
    )


def _union(sector: str, store: Store) -> str | None:
    """Return the union sector that a code stands for: itself, or the one with its section."""
    return next(
        (one for one in catalogue().union_sectors() if sector in store.sections(one)),
        None,
    )
