"""The page about one region or one sector: its headline numbers and its lines by area."""

from __future__ import annotations

from functools import partial

from app.across.profile import Line, lines, without
from app.catalogue.cards import Area, Card, catalogue
from app.catalogue.pages import REGION, SECTOR
from app.exhibit.assemble import assemble
from app.exhibit.names import name_of
from app.promises.standing import for_place, for_sector
from app.screen.cards import headline, link_to
from app.screen.content import Content
from app.screen.payload import (
    Block,
    Cell,
    ChoicesBlock,
    ContentsBlock,
    ContentsItem,
    FurtherLinkCell,
    MissingLinks,
    ProfileTable,
    TableBlock,
    TilesBlock,
)
from app.screen.promises import followed
from app.store.store import Store
from app.view import View
from app.words.numbers import NOT_PUBLISHED, period, with_unit
from app.words.say import say, sort_key

_LEAD = {REGION: "region_lead", SECTOR: "sector_lead"}


def _profile(kind: str, view: View, store: Store) -> Content:
    """Return the page about the picked region or sector (`kind`); the choice of one if none is."""
    code = view.place if kind == REGION else view.sector
    return _choice(kind, view.language) if code is None else _about(kind, code, view, store)


region_page = partial(_profile, REGION)
sector_page = partial(_profile, SECTOR)


def _choice(kind: str, language: str) -> Content:
    known = catalogue()
    codes = known.regions() if kind == REGION else known.union_sectors()
    named = known.places if kind == REGION else known.sectors
    items = sorted(
        ((code, named[code].name[language]) for code in codes),
        key=lambda item: sort_key(item[1], language),
    )
    return Content(
        say(language, f"{kind}_page"),
        say(language, f"choose_{kind}"),
        [ChoicesBlock(kind, items)],
        printable=True,
        about_one=True,
    )


def _about(kind: str, code: str, view: View, store: Store) -> Content:
    known, language = catalogue(), view.language
    mine = View(
        language,
        place=code if kind == REGION else None,
        sector=code if kind == SECTOR else None,
        period=view.period,
    )
    every = lines(kind, mine, store)
    silent = without(every)
    blocks: list[Block] = []
    tiles = [
        assemble(card, mine, store)
        for card in known.cards()
        if card.chart == "tile" and kind in card.breakdowns
    ]
    spoken = [tile for tile in tiles if tile.tile and tile.tile.value != NOT_PUBLISHED]
    if spoken:
        blocks.append(TilesBlock([headline(tile, mine, store) for tile in spoken]))
    tables: list[TableBlock] = []
    for area in known.areas:
        about = [line for line in every if line.card.area == area.id]
        missing = [card for card in silent if card.area == area.id]
        if about or missing:
            tables.append(_profile_table(kind, area, about, missing, mine))
    targets = (for_place if kind == REGION else for_sector)(code, store)
    tables += followed(targets, language, store, view)
    blocks += [ContentsBlock([ContentsItem(one.id, one.title) for one in tables]), *tables]
    lead = say(
        language,
        _LEAD[kind],
        lines=str(len(every)),
        ranked=str(sum(line.rank is not None for line in every)),
    )
    named = known.places if kind == REGION else known.sectors
    return Content(named[code].name[language], lead, blocks, printable=True, about_one=True)


def _profile_table(
    kind: str, area: Area, about: list[Line], missing: list[Card], view: View
) -> ProfileTable:
    language = view.language
    heads = ["measure", "value", "period", "before", "country", "rank"]
    label = say(language, f"{kind}_missing", count=str(len(missing)))
    return ProfileTable(
        id=area.id,
        title=area.name[language],
        lead="" if about else say(language, f"{kind}_nothing"),
        columns=[say(language, f"column_{head}") for head in heads] if about else [],
        numeric=[False, True, False, True, True, True],
        rows=[_profile_row(line, view) for line in about],
        missing=MissingLinks(label, [link_to(card, view) for card in missing]) if missing else None,
    )


def _profile_row(line: Line, view: View) -> list[Cell]:
    known, language, card, row = catalogue(), view.language, line.card, line.row
    short = known.units[card.unit].short[language]

    def write(value: float | None) -> str:
        if value is None:
            return ""
        return with_unit(value, card.unit, short, language, card.decimals)

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
    to = link_to(card, view)
    label = FurtherLinkCell(to.page, to.href, to.text, ", ".join(parts))
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
