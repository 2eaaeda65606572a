"""The page of sources: checks, measures, breaks, documents; as plain data."""

from __future__ import annotations

from typing import Any

from app.catalogue.cards import catalogue
from app.exhibit.names import source_names
from app.exhibit.notes import explanation
from app.screen.cards import link_to
from app.store.store import Row, Store
from app.view import View
from app.words.numbers import number, percent, period
from app.words.places import locator
from app.words.say import say, sort_key


def sources_blocks(view: View, store: Store) -> list[dict[str, Any]]:
    """Return the blocks of the page of sources: contents, checks, measures, breaks, documents."""
    language = view.language
    # First what the documents say against themselves, in their order, then what publications say
    # against each other.
    checks = store.rows(
        "select * from checks order by case result when 'disagrees' then 0 when 'rounding' then 1 "
        "else 2 end,"
        " document = 'published', nullif(locator, ''), checks.\"check\""
    )
    differ = [row for row in checks if row["result"] != "agrees"]
    lead = say(
        language,
        "reconciliation_lead",
        count=str(len(checks)),
        agree=str(len(checks) - len(differ)),
        differ=str(len(differ)),
    )
    return [
        {
            "type": "contents",
            "items": [
                {"id": code, "label": say(language, f"sources_{code}")}
                for code in ("reconciliation", "measures", "breaks", "documents")
            ],
        },
        {
            "type": "table",
            "id": "reconciliation",
            "title": say(language, "sources_reconciliation"),
            "lead": lead,
            "columns": [
                say(language, f"column_{name}")
                for name in ("check", "printed", "recomputed", "status", "why", "exhibit")
            ],
            "rows": [_check_row(row, view) for row in checks],
        },
        {
            "type": "table",
            "id": "measures",
            "title": say(language, "sources_measures"),
            "lead": "",
            "search": True,
            "shape": "measures",
            "columns": [
                say(language, f"column_{name}")
                for name in (
                    "measure",
                    "definition",
                    "unit",
                    "source",
                    "place_in_source",
                    "coverage",
                )
            ],
            "rows": _measure_rows(view, store),
        },
        {
            "type": "table",
            "id": "breaks",
            "title": say(language, "sources_breaks"),
            "lead": "",
            "columns": [say(language, f"column_{name}") for name in ("period", "why", "exhibit")],
            "rows": [
                [item.period, item.words[language], link_to(card, view)]
                for card in catalogue().cards()
                for item in card.breaks
            ],
        },
        {
            "type": "table",
            "id": "documents",
            "title": say(language, "sources_documents"),
            "lead": "",
            "search": True,
            "columns": [
                say(language, f"column_{name}")
                for name in ("publisher", "title", "date", "place_in_source", "address")
            ],
            "rows": [
                [
                    catalogue().publishers[row["publisher"]].name[language],
                    row["title"],
                    "" if row["date"] == "n.d." else row["date"],
                    locator(row["locator"], language),
                    row["url"],
                ]
                for row in store.rows("select * from sources order by publisher, title")
            ],
        },
    ]


def _check_row(row: Row, view: View) -> list[Any]:
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
    document = catalogue().documents.get(row["document"])
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
        {"status": row["result"], "text": say(language, f"result_{row['result']}")},
        explanation(row, language) if row["result"] != "agrees" else "",
        link_to(card, view),
    ]


def _measure_rows(view: View, store: Store) -> list[list[Any]]:
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
