"""The front page: the dozen numbers, what changed, what needs attention, where documents contradict
themselves.
"""

from __future__ import annotations

from typing import cast

from app.catalogue.cards import Area, catalogue
from app.catalogue.pages import PROMISES, SOURCES, address
from app.exhibit.assemble import assemble
from app.exhibit.checked import explanation
from app.exhibit.editions import is_newest
from app.exhibit.names import name_of
from app.exhibit.numbers import weight
from app.exhibit.parts import Exhibit
from app.exhibit.provisos import against
from app.screen.cards import exhibits, headline
from app.screen.changes import since_block
from app.screen.content import Content
from app.screen.payload import (
    AreaBlock,
    Block,
    Direction,
    FrontTileHere,
    LabelledLink,
    LinkedList,
    List,
    ListItem,
    ListsBlock,
    PlacedTile,
    TilesBlock,
    WideList,
)
from app.screen.promises import concerns
from app.store.store import Store
from app.view import View
from app.words.numbers import period
from app.words.say import say

Numbers = list[tuple[Area, Exhibit]]
_SHOWN = 3
_FEW = 50  # cases: of fewer, one more is a change of two per cent and more


def front_page(view: View, store: Store) -> Content:
    """Return the dozen numbers, what changed and what needs attention (both computed over all
    headline numbers), and a chart or two per area.
    """
    language = view.language
    every = [
        (area, assemble(card, view, store))
        for area in catalogue().areas
        for card in area.cards
        if card.kind.headline
    ]
    dozen = [_numbered(area, tile, view, store) for area, tile in every if tile.card.front]
    blocks: list[Block] = [
        since_block(view, store),
        TilesBlock(dozen),
        ListsBlock([one for one in _lists(every, view, store) if one.items]),
    ]
    for area in catalogue().areas:
        charts = [card for card in area.cards if not card.kind.headline and card.front]
        if charts:
            name = area.name[language]
            more = say(language, "to_area", area=name)
            link = LabelledLink(page=area.id, href=address(area.id, view), label=more)
            blocks.append(AreaBlock(area.id, name, link, exhibits(charts, view, store)))
    return Content(say(language, "front"), say(language, "front_intro"), blocks)


def _numbered(area: Area, tile: Exhibit, view: View, store: Store) -> PlacedTile:
    own, here = headline(tile, view, store)
    return PlacedTile(own, FrontTileHere(here.remark, here.href, area.name[view.language]))


def _lists(every: Numbers, view: View, store: Store) -> list[List]:
    language = view.language
    changed = sorted(
        (item for item in every if _speaks(item[1], view) and strength(item[1]) > 0),
        key=lambda item: -strength(item[1]),
    )
    promised = [] if view.period else concerns(language, store, view)
    return [
        List(
            say(language, "front_changed"),
            [_line(area, tile, view) for area, tile in changed[:_SHOWN]],
        ),
        List(
            say(language, "front_attention"),
            [_line(area, tile, view) for area, tile in _attention(every, changed, view)[:_SHOWN]],
        ),
        LinkedList(
            say(language, "promises_far"),
            promised,
            LabelledLink(
                page=PROMISES, href=address(PROMISES, view), label=say(language, "promises_all")
            ),
        ),
        # Its lines are sentences: they stand beside each other under the short lists.
        WideList(
            say(language, "front_contradictions"),
            _contradictions(view, store)[:_SHOWN],
            LabelledLink(
                page=SOURCES, href=address(SOURCES, view), label=say(language, "all_contradictions")
            ),
        ),
    ]


def _speaks(tile: Exhibit, view: View) -> bool:
    """Say whether a headline number speaks of what is picked: under a filter the country's numbers
    would be taken for the region's, and a number that is doubted leads no list.
    """
    picked = {"region": view.place, "sector": view.sector, "period": view.period}
    followed = all(name in tile.card.breakdowns for name, code in picked.items() if code)
    return followed and tile.tile is not None and not tile.doubted


def strength(tile: Exhibit) -> float:
    """Return how much a headline number has changed, only to put the strongest first: a share in
    points of a hundred, a count in per cent of what it was; nothing where so few cases are counted
    that one more would lead the list.
    """
    change, before = _finding(tile, "change"), _finding(tile, "before")
    if change is None or before is None or (tile.tile and tile.tile.direction == "same"):
        return 0.0
    if tile.card.unit == "percent":
        return abs(change)
    return abs(_finding(tile, "change_pct") or 0) if abs(before) >= _FEW else 0.0


def _attention(every: Numbers, changed: Numbers, view: View) -> Numbers:
    """Return what needs attention: two that became worse, and the one furthest from its target, so
    that neither kind hides the other; then the rest.
    """
    worse = [item for item in changed if item[1].tile and item[1].tile.judgement == "worse"]
    short = sorted(
        (
            item
            for item in every
            if _speaks(item[1], view) and _shortfall(item[1]) > 0 and item not in worse
        ),
        key=lambda item: -_shortfall(item[1]),
    )
    return [*worse[:2], *short[:1], *worse[2:], *short[1:]]


def _finding(tile: Exhibit, name: str) -> float | None:
    return next((row["value"] for row in tile.finding_rows if row["series"] == name), None)


def _shortfall(tile: Exhibit) -> float:
    """Return how far a number stands from its target, as a part of the target: only to put the
    furthest first, never shown.
    """
    now, target = _finding(tile, "now"), _finding(tile, "target")
    if now is None or not target or tile.card.better == "neutral":
        return 0.0
    return (
        (target - now) / abs(target)
        if tile.card.better == "higher"
        else (now - target) / abs(target)
    )


def _line(area: Area, tile: Exhibit, view: View) -> ListItem:
    """Return a headline number with its place, its year and what it was, and its change as the
    number's own card says it.
    """
    language, shown = view.language, tile.headline
    now = next((row for row in tile.finding_rows if row["series"] == "now"), None)
    where = name_of(catalogue(), "place", view.place, language) if view.place else ""
    year = period(now["period"], language) if now else ""
    title = ", ".join(part for part in (tile.card.title[language], where, year) if part)
    before = f" ({shown.before})" if shown.before and shown.delta else ""
    judgement = shown.judgement if shown.delta else "neutral"
    return ListItem(
        page=area.id,
        href=address(area.id, view),
        text=f"{title}: {shown.value}{before}",
        mark=shown.delta or (f"({shown.target})" if shown.target else ""),
        judgement=judgement,
        direction=cast(Direction, shown.direction if shown.delta else "same"),
        word=say(language, judgement) if judgement != "neutral" else "",
    )


def _contradictions(view: View, store: Store) -> list[ListItem]:
    """Return where documents contradict themselves, the weightiest first: that another source says
    otherwise, or said so of another time, is something else.
    """
    known = catalogue()
    rows = [
        row
        for row in store.rows(
            "select * from checks where result = 'disagrees' order by locator, checks.\"check\""
        )
        if against(row) == "itself" and is_newest(row["document"], store)
    ]
    # Of equal weight, what touches the dozen numbers of the front page comes first.
    dozen = {card.id for card in known.cards() if card.front}
    rows.sort(key=lambda row: (-weight(row), not dozen & set(str(row["exhibits"]).split())))
    found = ((row, known.card(str(row["exhibits"]).split(" ")[0])) for row in rows)
    return [
        ListItem(
            page=card.area,
            href=address(card.area, view, card.id),
            text=explanation(row, view.language),
            mark="",
            judgement="neutral",
            direction="none",
            word="",
        )
        for row, card in found
        if card and explanation(row, view.language)
    ]
