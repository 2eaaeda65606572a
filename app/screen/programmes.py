"""The register of what the documents name: the page of all programmes, and their table on the page
of an area; counts names and judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.catalogue.cards import catalogue
from app.catalogue.pages import address
from app.facts.tables import PROGRAMME_KIND, RUNNER
from app.screen.content import Content
from app.screen.payload import (
    Cell,
    ContentsBlock,
    ContentsItem,
    LinkCell,
    LinksCell,
    SearchedTable,
    TableBlock,
)
from app.store.documents import document_name, documents
from app.store.kept import kept
from app.store.store import Store
from app.view import View
from app.words.numbers import period
from app.words.places import locator
from app.words.say import Words, say, sort_key

_HEADS = ("name", "kind", "run_by", "since", "figures")


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme: `run_by` are codes of who runs it, `since` is blank if no document says,
    `exhibits` show something of it, `places` are (document, place there).
    """

    code: str
    kind: str
    name: Words
    run_by: tuple[str, ...]
    since: str
    area: str
    exhibits: tuple[str, ...]
    places: tuple[tuple[str, str], ...]


@kept(most=1)
def programmes(store: Store) -> tuple[Programme, ...]:
    """Return every programme once with all places that name it, in the order of the areas; none in
    a release from before there was a register.
    """
    if not store.rows("select 1 from information_schema.tables where table_name = 'programmes'"):
        return ()
    rows = store.rows(
        "select programme, kind, name_kk, name_ru, name_en, run_by, since, area, exhibits,"
        " list((source, locator) order by source, locator) as places"
        " from programmes group by all order by programme"
    )
    found = [
        Programme(
            row["programme"],
            row["kind"],
            Words(row["name_kk"], row["name_ru"], row["name_en"]),
            tuple(row["run_by"].split()),
            row["since"],
            row["area"],
            tuple(row["exhibits"].split()),
            tuple((source, place) for source, place in row["places"]),
        )
        for row in rows
    ]
    areas = [area.id for area in catalogue().every_area]
    return tuple(sorted(found, key=lambda one: areas.index(one.area)))


def programmes_page(view: View, store: Store) -> Content:
    """Return the page of all programmes: how many each document names, and every one of them."""
    language = view.language
    every = programmes(store)
    areas = {area.id: area.name[language] for area in catalogue().every_area}
    whole = SearchedTable(
        id="programmes",
        title=say(language, "programmes_all"),
        lead=_lead(every, language),
        columns=_heads(language, (*_HEADS, "area", "places")),
        rows=[
            (*_row(one, view), areas[one.area], _places(one, language, store))
            for one in _by_name(every, language)
        ],
    )
    tables = (_counts(every, language, store), whole)
    contents = ContentsBlock([ContentsItem(one.id, one.title) for one in tables])
    return Content(
        say(language, "programmes_page"), say(language, "programmes_intro"), (contents, *tables)
    )


def programmes_of(area: str, view: View, store: Store) -> list[TableBlock]:
    """Return, as a block of an area's page, the programmes that belong there; nothing if none
    does.
    """
    mine = [one for one in programmes(store) if one.area == area]
    if not mine:
        return []
    language = view.language
    return [
        SearchedTable(
            id="programmes",
            title=say(language, "programmes_of_area"),
            lead=_lead(mine, language),
            columns=_heads(language, _HEADS),
            rows=[_row(one, view) for one in _by_name(mine, language)],
        )
    ]


def _heads(language: str, names: Sequence[str]) -> list[str]:
    return [say(language, f"programmes_{name}") for name in names]


def _lead(named: Sequence[Programme], language: str) -> str:
    shown = sum(bool(one.exhibits) for one in named)
    return say(
        language,
        "programmes_lead",
        all=str(len(named)),
        shown=str(shown),
        without=str(len(named) - shown),
    )


def _by_name(named: Iterable[Programme], language: str) -> list[Programme]:
    return sorted(named, key=lambda one: sort_key(one.name[language], language))


def _row(one: Programme, view: View) -> tuple[Cell, ...]:
    language, known = view.language, catalogue()
    cards = [card for code in one.exhibits if (card := known.card(code))]
    links = [
        LinkCell(
            page=card.area,
            href=address(card.area, view, card.id),
            text=card.title[language],
        )
        for card in cards
    ]
    return (
        one.name[language],
        known.series[f"{PROGRAMME_KIND}{one.kind}"].name[language],
        ", ".join(known.series[f"{RUNNER}{code}"].name[language] for code in one.run_by),
        period(one.since, language) if one.since else "",
        LinksCell(links) if links else say(language, "programmes_no_figures"),
    )


def _places(one: Programme, language: str, store: Store) -> str:
    """Return where it is named: each document once, with its places."""
    named_in: dict[str, list[str]] = {}
    for source, place in one.places:
        named_in.setdefault(source, []).append(locator(place, language))
    return ". ".join(
        f"{document_name(source, language, store)}: {'; '.join(places)}"
        for source, places in named_in.items()
    )


def _counts(every: Sequence[Programme], language: str, store: Store) -> TableBlock:
    """Return how many programmes each document names, in how many places, and how many of them
    have figures.
    """
    rows = []
    for source, name in documents(store).items():
        mine = [one for one in every if any(document == source for document, _ in one.places)]
        places = sum(document == source for one in mine for document, _ in one.places)
        shown = sum(bool(one.exhibits) for one in mine)
        if mine:
            rows.append((name[language], str(len(mine)), str(places), str(shown)))
    return TableBlock(
        id="documents",
        title=say(language, "programmes_by_document"),
        columns=_heads(language, ("document", "named", "places_count", "with_figures")),
        rows=rows,
    )
