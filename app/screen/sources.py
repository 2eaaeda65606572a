"""The page of sources: checks, measures, breaks, documents."""

from __future__ import annotations

from app.catalogue.cards import catalogue
from app.exhibit.checked import explanation
from app.exhibit.names import source_names
from app.exhibit.notes import breaks_inside
from app.exhibit.provisos import against
from app.screen.cards import link_to
from app.screen.content import Content
from app.screen.payload import (
    Cell,
    ContentsBlock,
    ContentsItem,
    LinkCell,
    LinksCell,
    SearchedTable,
    ShapedTable,
    StatusCell,
    TableBlock,
)
from app.store.documents import documents
from app.store.store import Row, Store
from app.view import View
from app.words.numbers import number, percent, period
from app.words.places import locator
from app.words.say import Words, say, sort_key


def sources_page(view: View, store: Store) -> Content:
    """Return the page of sources: contents, checks, measures, breaks, documents."""
    language = view.language
    every = (
        _checks(view, store),
        ShapedTable(
            id="measures",
            title=say(language, "sources_measures"),
            shape="measures",
            columns=_heads(
                language,
                ("measure", "definition", "unit", "source", "place_in_source", "coverage"),
            ),
            rows=_measure_rows(view, store),
        ),
        TableBlock(
            id="breaks",
            title=say(language, "sources_breaks"),
            columns=_heads(language, ("period", "why", "exhibit")),
            rows=_break_rows(view, store),
        ),
        _documents(language, store),
    )
    tables = tuple(one for one in every if one.rows)
    contents = ContentsBlock([ContentsItem(one.id, one.title) for one in tables])
    return Content(
        say(language, "sources_page"), say(language, "sources_intro"), (contents, *tables)
    )


def _heads(language: str, names: tuple[str, ...]) -> list[str]:
    return [say(language, f"column_{name}") for name in names]


def _checks(view: View, store: Store) -> TableBlock:
    language = view.language
    # First what the documents say against themselves, in their order, then what publications say
    # against each other.
    checks = store.rows(
        "select * from checks order by case result when 'disagrees' then 0 when 'rounding' then 1 "
        "else 2 end,"
        " document = 'published', nullif(locator, ''), checks.\"check\""
    )
    differ = sum(row["result"] != "agrees" for row in checks)
    return TableBlock(
        id="reconciliation",
        title=say(language, "sources_reconciliation"),
        lead=say(
            language,
            "reconciliation_lead",
            count=str(len(checks)),
            agree=str(len(checks) - differ),
            differ=str(differ),
        ),
        columns=_heads(language, ("check", "printed", "recomputed", "status", "why", "exhibit")),
        rows=[_check_row(row, view, store) for row in checks],
    )


def _documents(language: str, store: Store) -> TableBlock:
    return SearchedTable(
        id="documents",
        title=say(language, "sources_documents"),
        columns=_heads(language, ("publisher", "title", "date", "place_in_source", "address")),
        rows=[
            (
                catalogue().publishers[row["publisher"]].name[language],
                row["title"],
                "" if row["date"] == "n.d." else row["date"],
                locator(row["locator"], language),
                row["url"],
            )
            for row in store.rows("select * from sources order by publisher, title")
        ],
    )


def _check_row(row: Row, view: View, store: Store) -> list[Cell]:
    language = view.language
    decimals = int(row["decimals"] or 0)
    # The printed number of a statement, or of a change whose counts are missing, is a share too:
    # the report says them in per cent.
    shares = row["kind"] in {"share", "change", "statement", "missing"}

    def write(value: float | None, places: int) -> str:
        if value is None:
            return ""
        return (
            percent(value, language, places)
            if shares
            else number(value, language, places if value != int(value) else 0)
        )

    printed = (
        row["printed"]
        if row["printed"] is not None
        else row["left_value"]
        if row["kind"] in {"sum", "same"}
        else None
    )
    recomputed = row["recomputed"] if row["kind"] != "same" else row["right_value"]
    card = catalogue().card(str(row["exhibits"]).split(" ")[0])
    document = documents(store).get(row["document"])
    where = ", ".join(
        part
        for part in (
            document[language] if document else say(language, "figures_official"),
            locator(row["locator"], language),
        )
        if part
    )
    return [
        where,
        write(printed, decimals),
        write(recomputed, decimals + 1 if row["result"] != "agrees" and shares else decimals),
        StatusCell(row["result"], say(language, _how_it_came_out(row))),
        explanation(row, language) if row["result"] != "agrees" else "",
        link_to(card, view) if card else "",
    ]


def _how_it_came_out(check: Row) -> str:
    """Return the key of the words for a check's result; three things are not called by one name."""
    result = check["result"]
    return f"against_{against(check)}" if result == "disagrees" else f"result_{result}"


def _break_rows(view: View, store: Store) -> list[list[Cell]]:
    """Return each break once, in the order of the periods, with the exhibits in which it lies."""
    found: dict[tuple[str, Words], list[LinkCell]] = {}
    for card in catalogue().cards():
        if not card.breaks:
            continue
        rows = store.read(card, View(view.language))
        for item in breaks_inside(card, [row for row in rows if row["role"] == "mark"]):
            found.setdefault((item.period, item.words), []).append(link_to(card, view))
    return [
        [first, said[view.language], LinksCell(links)]
        for (first, said), links in sorted(found.items(), key=lambda one: one[0][0])
    ]


def _measure_rows(view: View, store: Store) -> list[list[str]]:
    known, language = catalogue(), view.language
    found = store.rows(
        "with together as ("
        " select measure, period, source, value, locator from figures"
        " union all select measure, period, source, value, null from statistics) "
        "select measure, min(period) as first, max(period) as last, count(value) as count, "
        "list(distinct source order by source) as sources,"
        " list(distinct locator order by locator) as places from together group by measure"
    )
    cards: dict[str, list[str]] = {}
    for card in known.cards():
        for code in card.measures:
            cards.setdefault(code, []).append(card.place_in_source)
    rows = []
    for row in found:
        measure = known.measures[row["measure"]]
        first, last = period(row["first"][:4], language), period(row["last"][:4], language)
        span = first if first == last else f"{first}–{last}"
        places = [locator(place, language) for place in row["places"] if place] or sorted(
            {place for place in cards.get(measure.code, []) if place}
        )
        rows.append(
            [
                measure.name[language],
                measure.definition[language],
                known.units[measure.unit].name[language],
                source_names(row["sources"], language, store, known),
                "; ".join(places[:3]) + (" …" if len(places) > 3 else ""),
                f"{span}; {say(language, 'figures_count', count=number(row['count'], language))}",
            ]
        )
    return sorted(rows, key=lambda row: sort_key(row[0], language))
