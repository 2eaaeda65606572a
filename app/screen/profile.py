"""The page about one region or one sector: its headline numbers and its lines by area; as plain
data.
"""

from __future__ import annotations

from typing import Any

from app.across.profile import Line, lines, without
from app.catalogue.cards import Area, Card, catalogue
from app.catalogue.pages import REGION, SECTOR, address
from app.exhibit.assemble import assemble
from app.exhibit.names import name_of
from app.promises.standing import for_place, for_sector
from app.screen.cards import headline, link_to
from app.screen.promises import followed
from app.store.store import Store
from app.view import View
from app.words.numbers import NOT_PUBLISHED, period, with_unit
from app.words.say import say, sort_key


def profile_links(page: str, view: View) -> list[dict[str, Any]]:
    """Lead from any page with a region or a sector picked to everything known about it."""
    known, language = catalogue(), view.language
    picked = [(REGION, known.places, view.place), (SECTOR, known.sectors, view.sector)]
    return [
        {
            "label": say(language, "all_about", what=named[code].name[language]),
            "page": target,
            "href": address(target, view),
        }
        for target, named, code in picked
        if code and page not in {REGION, SECTOR}
    ]


def profile_page(page: str, view: View, store: Store) -> tuple[str, str, list[dict[str, Any]]]:
    """Return title, lead and blocks of the page about one region or one sector; the choice of one
    if none is picked.
    """
    known, language = catalogue(), view.language
    named, code = (known.places, view.place) if page == REGION else (known.sectors, view.sector)
    if code is None:
        codes = known.regions() if page == REGION else known.union_sectors()
        items = sorted(
            ([one, named[one].name[language]] for one in codes),
            key=lambda item: sort_key(item[1], language),
        )
        return (
            say(language, f"{page}_page"),
            say(language, f"choose_{page}"),
            [{"type": "choices", "filter": page, "items": items}],
        )
    mine = View(
        language,
        place=view.place if page == REGION else None,
        sector=view.sector if page == SECTOR else None,
        period=view.period,
    )
    every = lines(page, mine, store)
    silent = without(page, every)
    blocks: list[dict[str, Any]] = []
    tiles = [
        assemble(card, mine, store)
        for card in known.cards()
        if card.chart == "tile" and page in card.breakdowns
    ]
    if spoken := [
        headline(tile, mine, store)
        for tile in tiles
        if tile.tile and tile.tile.value != NOT_PUBLISHED
    ]:
        blocks.append({"type": "tiles", "tiles": spoken})
    tables = []
    for area in known.areas:
        about = [line for line in every if line.card.area == area.id]
        missing = [card for card in silent if card.area == area.id]
        if about or missing:
            tables.append(_profile_block(page, area, about, missing, mine))
    tables += followed(
        (for_place if page == REGION else for_sector)(code, store),
        language,
        store,
        lambda to, anchor: address(to, view, anchor),
    )
    blocks += [
        {"type": "contents", "items": [{"id": one["id"], "label": one["title"]} for one in tables]},
        *tables,
    ]
    lead = say(
        language,
        f"{page}_lead",
        lines=str(len(every)),
        ranked=str(sum(line.rank is not None for line in every)),
    )
    return named[code].name[language], lead, blocks


def _profile_block(
    page: str, area: Area, about: list[Line], missing: list[Card], view: View
) -> dict[str, Any]:
    language = view.language
    heads = ["measure", "value", "period", "before", "country", "rank"]
    return {
        "type": "table",
        "id": area.id,
        "title": area.name[language],
        "lead": "" if about else say(language, f"{page}_nothing"),
        "columns": [say(language, f"column_{head}") for head in heads] if about else [],
        "numeric": [False, True, False, True, True, True],
        "rows": [_profile_row(line, view) for line in about],
        "fit": True,
        "shape": "profile",
        "missing": {
            "label": say(language, f"{page}_missing", count=str(len(missing))),
            "items": [link_to(card, view) for card in missing],
        }
        if missing
        else None,
    }


def _profile_row(line: Line, view: View) -> list[Any]:
    known, language, card, row = catalogue(), view.language, line.card, line.row
    short = known.units[card.unit].short[language]
    write = lambda value: (
        "" if value is None else with_unit(value, card.unit, short, language, card.decimals)
    )
    picked, other = ("place", "sector") if view.place else ("sector", "place")
    dimensions = [
        (picked, row["code"]),
        (other, row["other"]),
        *((kind, row[kind]) for kind in ("series", "measure", "sex", "age")),
    ]
    parts = [
        name_of(known, kind, code, language)
        for kind, code in dimensions
        if code not in {"_T", "_Z", "KZ", view.place, view.sector}
    ]
    label = {**link_to(card, view), "further": ", ".join(parts)}
    before = (
        f"{write(row['before_value'])} ({period(row['before_period'], language)})"
        if row["before_value"] is not None
        else ""
    )
    rank = (
        say(language, "rank_of", place=str(line.rank[0]), count=str(line.rank[1]))
        if line.rank
        else ""
    )
    return [
        label,
        write(row["value"]),
        period(row["period"], language),
        before,
        write(row["whole_value"]),
        rank,
    ]
