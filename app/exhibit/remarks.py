"""What is said beside numbers only while they are shown: what a document says of its own numbers,
and which regions were counted inside others then. Knows no sentence of an exhibit.
"""

from __future__ import annotations

from app.catalogue.cards import Card, catalogue
from app.exhibit.editions import is_newest
from app.exhibit.names import name_of
from app.store.documents import sources_of
from app.store.kept import kept
from app.store.store import QueryFails, Row, Store
from app.words.say import say


def remarks(card: Card, marks: list[Row], language: str, store: Store) -> list[str]:
    """Return what documents say of the numbers that are shown (`data/sources/*/remarks*.csv`).

    A remark on an edition of a publication is said where that edition is the newest that is shown,
    or, if none is, the newest there is.
    """
    return [
        row[f"text_{language}"]
        for row in _remarks(store)
        if card.id in row["exhibits"].split() and _speaks(row, card, marks, store)
    ]


def _speaks(remark: Row, card: Card, marks: list[Row], store: Store) -> bool:
    source = remark["source"]
    shown = {row["source"] for row in marks}
    line = next((line for line in card.sources if source in sources_of((line,), store)), source)
    editions = [one for one in sources_of((line,), store) if one in shown]
    if editions and editions[0] != source:
        return False
    if not editions and not is_newest(source, store):
        return False
    asked = {name: remark[name] for name in ("place", "sector") if remark[name]}
    if not asked and not remark["period"]:
        return True
    return any(
        row["source"] == source
        and all(row[name] == code for name, code in asked.items())
        and _within(row["period"] or "", remark["period"])
        for row in marks
    )


def _within(period: str, span: str) -> bool:
    """Say whether a period is that of a remark or lies in its span of years; blank: each does."""
    first, _, last = span.partition("/")
    return first[: len(period)] <= period[: len(first)] <= (last or first)


@kept(most=1)
def _remarks(store: Store) -> tuple[Row, ...]:
    try:
        return tuple(store.rows("select * from remarks order by remark, source"))
    except QueryFails:
        # A release from before remarks were facts has none.
        return ()


def borders(card: Card, marks: list[Row], language: str, store: Store) -> list[str]:
    """Return which of today's regions are counted inside their former ones in what is shown, in
    words: where a former region has a number from before they were counted apart.
    """
    inside: dict[str, list[str]] = {}
    for row in _formed(store):
        since = max((str(row["valid_from"])[:4], *_since(card, row["predecessor"])))
        earlier = (
            one
            for one in marks
            if one["place"] == row["predecessor"] and one["value"] is not None and one["period"]
        )
        if any(one["period"][:4] < since for one in earlier):
            inside.setdefault(since, []).append(row["place"])
    return [
        say(language, "inside_former", year=since, places=_joined(places, language))
        for since, places in sorted(inside.items())
    ]


def _since(card: Card, place: str) -> list[str]:
    """Return from when a source counts within the new borders of a place, for a card's measures."""
    return [
        period[:4]
        for one in catalogue().breaks
        if one.limit == "place" and place in one.only
        for period, measure in one.since
        if measure in card.measures
    ]


def _joined(places: list[str], language: str) -> str:
    *first, last = (name_of(catalogue(), "place", code, language) for code in places)
    return f"{', '.join(first)}{say(language, 'and')}{last}" if first else last


@kept(most=1)
def _formed(store: Store) -> tuple[Row, ...]:
    """Return the regions that were formed out of another one of today's."""
    return tuple(
        store.rows(
            "select place, valid_from, predecessor from places where valid_from <> '' and "
            "predecessor in (select place from places where kind in ('region', 'city')) order by place"  # noqa: E501
        )
    )
