"""In which sections of a document the numbers of an exhibit stand; knows no words."""

from __future__ import annotations

import re

from app.catalogue.cards import Card
from app.store.documents import documents
from app.store.kept import kept
from app.store.store import Row, Store

_Number = tuple[str, str, str, float | None]  # period, place, sector, value
_SECTION = re.compile(r"\d+(?:\.\d+)*(?=,|$)")


def sections(card: Card, sources: list[str], marks: list[Row], store: Store) -> str:
    """Return the sections of the documents where the numbers of an exhibit stand, in their order;
    blank if it shows other sources too, or no document numbers its sections.
    """
    # Events have places of their own.
    if card.kind.events or not set(sources) <= set(documents(store)):
        return ""
    shown = {_number(row) for row in marks}
    found: set[str] = set()
    for at in ((source, measure) for source in sources for measure in card.measures):
        printed = _sections(store).get(at, {})
        # What is computed stands nowhere: then the whole measure is meant.
        for number in shown & printed.keys() or printed.keys():
            found |= printed[number]
    return ", ".join(sorted(found, key=lambda one: [int(part) for part in one.split(".")]))


def _number(row: Row) -> _Number:
    return row["period"], row["place"], row["sector"], row["value"]


@kept(most=1)
def _sections(store: Store) -> dict[tuple[str, str], dict[_Number, set[str]]]:
    rows = store.rows("select source, measure, period, place, sector, value, locator from figures")
    found: dict[tuple[str, str], dict[_Number, set[str]]] = {}
    for row in rows:
        if section := _SECTION.match(row["locator"] or ""):
            printed = found.setdefault((row["source"], row["measure"]), {})
            printed.setdefault(_number(row), set()).add(section[0])
    return found
