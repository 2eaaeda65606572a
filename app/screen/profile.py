"""The page about one region or one sector: its headline numbers and its lines by area."""

from __future__ import annotations

from functools import partial

from app.across.profile import Line, leading, lines, without
from app.catalogue.cards import Area, Card, catalogue
from app.catalogue.pages import REGION, SECTOR
from app.exhibit.assemble import assemble
from app.exhibit.names import name_of, source_names
from app.exhibit.numbers import doubts_about, modality_of
from app.promises.standing import for_place, for_sector
from app.screen.cards import headline, link_to
from app.screen.content import Content
from app.screen.payload import (
    Block,
    Cell,
    ChoicesBlock,
    ContentsBlock,
    ContentsItem,
    FittedTable,
    FurtherLinkCell,
    MissingLinks,
    ProfileTable,
    TableBlock,
    TilesBlock,
)
from app.screen.promises import followed
from app.store.store import Row, Store
from app.view import View
from app.words.exactness import as_sign
from app.words.federation import federation
from app.words.numbers import NOT_PUBLISHED, period, with_unit
from app.words.say import say, sort_key

_LEAD = {REGION: "region_lead", SECTOR: "sector_lead"}
_LEADING_RULE = {REGION: "region_leading_rule", SECTOR: "sector_leading_rule"}
_NUMERIC = [False, True, False, True, True, True]
_EVENTS = """
    select period, text_kk, text_ru, text_en, null as structure, null as until, source
    from events where list_contains($codes, {column})
"""
_TOLD = {
    REGION: _EVENTS.format(column="place") + " order by period desc, text_en",
    SECTOR: _EVENTS.format(column="sector")
    + """
    union all by name
    select cast(cast(since as integer) as varchar) as period, structure, until, source
    from structures where list_contains($codes, member) and role = 'member'
    order by period desc nulls last, text_en, structure
""",
}


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
        if card.kind.headline and kind in card.breakdowns
    ]
    spoken = [tile for tile in tiles if tile.tile and tile.tile.value != NOT_PUBLISHED]
    if spoken:
        blocks.append(TilesBlock([headline(tile, mine, store) for tile in spoken]))
    tables: list[TableBlock] = []
    for area in known.areas:
        about = [line for line in every if line.card.area == area.id]
        missing = [card for card in silent if card.area == area.id]
        if about or missing:
            tables.append(_profile_table(kind, area, about, missing, mine, store))
    targets = (for_place if kind == REGION else for_sector)(code, store)
    tables += followed(targets, language, store, view)
    tables = [
        *_leading(kind, every, mine, store),
        *tables,
        *_from_documents(kind, code, mine, store),
    ]
    blocks += [ContentsBlock([ContentsItem(one.id, one.title) for one in tables]), *tables]
    ranked = sum(line.rank is not None for line in every)
    lead = say(
        language,
        _LEAD[kind] if ranked else "profile_lead_unranked",
        lines=str(len(every)),
        ranked=str(ranked),
    )
    named = known.places if kind == REGION else known.sectors
    return Content(named[code].name[language], lead, blocks, printable=True, about_one=True)


def _leading(kind: str, every: tuple[Line, ...], view: View, store: Store) -> list[TableBlock]:
    """Return what tells a reader of this region or sector most, and by which rule it was chosen."""
    first, language = leading(every), view.language
    if not first:
        return []
    return [
        ProfileTable(
            id="leading",
            title=say(language, "profile_leading"),
            lead=say(language, _LEADING_RULE[kind], count=str(len(first))),
            columns=_heads(language),
            numeric=_NUMERIC,
            rows=[_profile_row(line, view, store) for line in first],
            missing=None,
        )
    ]


def _from_documents(kind: str, code: str, view: View, store: Store) -> list[TableBlock]:
    """Return what documents tell of the region or sector without a number: events, and the
    structures its union belongs to.
    """
    language = view.language
    codes = [code] if kind == REGION else sorted(store.sections(code))
    rows = store.rows(_TOLD[kind], {"codes": codes})
    if not rows:
        return []
    return [
        FittedTable(
            id="documents",
            title=say(language, "profile_documents"),
            lead=say(language, "profile_documents_lead"),
            columns=[say(language, f"column_{name}") for name in ("date", "text", "source")],
            rows=[
                [
                    period(row["period"], language) if row["period"] else "",
                    row[f"text_{language}"] or _membership(row, language),
                    source_names([row["source"]], language, store, catalogue()),
                ]
                for row in rows
            ],
        )
    ]


def _membership(row: Row, language: str) -> str:
    name = name_of(catalogue(), "structure", row["structure"], language, full=True)
    key = "membership_was" if row["until"] else "membership_is"
    return say(language, key, name=name, until=str(int(row["until"] or 0)))


def _heads(language: str) -> list[str]:
    heads = ("measure", "value", "period", "before", "country", "rank")
    return [say(language, f"column_{head}") for head in heads]


def _profile_table(
    kind: str, area: Area, about: list[Line], missing: list[Card], view: View, store: Store
) -> ProfileTable:
    language = view.language
    label = say(language, f"{kind}_missing", count=str(len(missing)))
    return ProfileTable(
        id=area.id,
        title=area.name[language],
        lead="" if about else say(language, f"{kind}_nothing"),
        columns=_heads(language) if about else [],
        numeric=_NUMERIC,
        rows=[_profile_row(line, view, store) for line in about],
        missing=MissingLinks(label, [link_to(card, view) for card in missing]) if missing else None,
    )


def _profile_row(line: Line, view: View, store: Store) -> list[Cell]:
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
        ("series", row["series"]),
        ("measure", row["measure"]),
        ("sex", row["sex"]),
        ("age", row["age"]),
    ]
    parts = [
        name_of(known, kind, code, language)
        for kind, code in dimensions
        if code not in {"_T", "_Z", federation().country, view.place, view.sector}
    ]
    number = {**row, picked: row["code"], other: row["other"]}
    if doubts_about(card, [number], store):
        parts.append(say(language, "doubted_number"))
    to = link_to(card, view)
    label = FurtherLinkCell(to.page, to.href, to.text, ", ".join(parts))
    before = (
        f"{write(row['before_value'])} ({period(row['before_period'], language)})"
        if row["before_value"] is not None and row["before_period"] is not None
        else ""
    )
    exactly = modality_of(card, number, store)
    return [
        label,
        as_sign(write(row["value"]), exactly),
        period(row["period"], language),
        before,
        write(row["whole_value"]),
        _rank(line, language),
    ]


def _rank(line: Line, language: str) -> str:
    """Return the place among those that are published, and which end is good."""
    if line.place is None:
        return ""
    place, count = line.place
    end = "rank_best" if line.card.better != "neutral" else "rank_highest"
    return say(language, end, place=str(place), count=str(count))
