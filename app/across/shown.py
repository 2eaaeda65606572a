"""Where a number of the facts is shown: its exhibit, under the filters that the number itself
needs. Reads what exhibits hold; counts no number.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.across.explorer import Entry
from app.catalogue.cards import Card, catalogue
from app.store.store import Store
from app.view import View

_TRIED = 4  # the nearest exhibits that are asked whether they hold a number


@dataclass(frozen=True, slots=True)
class Shown:
    """The exhibit of a number and the view in which it comes to it; `itself`: the number stands
    there, else only the counts from which a printed share or change follows.
    """

    card: Card
    view: View
    itself: bool


def shown(entry: Entry, view: View, store: Store) -> Shown | None:
    """Return the nearest exhibit that holds an entry's number; if none does, that of the counts of
    a printed share or change; else None.
    """
    asked = [(card, _view(card, entry, view, store)) for card in entry.cards[:_TRIED]]
    for card, there in asked:
        if _holds(card, there, entry, store):
            return Shown(card, there, itself=True)
    for card, there in asked[:1]:
        if entry.row["measure"] not in card.measures:
            return Shown(card, there, itself=False)
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


def _holds(card: Card, view: View, entry: Entry, store: Store) -> bool:
    """Say whether an exhibit has a row of the entry's number: in its chart, table or sentence."""
    row = entry.row
    return any(
        all(one[code] == row[code] for code in ("place", "sector", "period", "value"))
        for one in store.read(card, view)
    )


def _union(sector: str, store: Store) -> str | None:
    """Return the union sector that a code stands for: itself, or the one with its section."""
    return next(
        (one for one in catalogue().union_sectors() if sector in store.sections(one)),
        None,
    )
