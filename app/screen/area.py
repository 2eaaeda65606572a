"""The page of one area: headline numbers, contents, sections of exhibits."""

from __future__ import annotations

from app.catalogue.cards import Area
from app.exhibit.assemble import assemble
from app.screen.cards import exhibits, headline
from app.screen.content import Content
from app.screen.payload import Block, ContentsBlock, ContentsItem, SectionBlock, TilesBlock
from app.store.store import Store
from app.view import View


def area_page(area: Area, view: View, store: Store) -> Content:
    """Return an area's page: headline numbers, contents, sections of exhibits."""
    language = view.language
    blocks: list[Block] = []
    if tiles := [card for card in area.cards if card.chart == "tile"]:
        numbers = [headline(assemble(card, view, store), view, store) for card in tiles]
        blocks.append(TilesBlock(numbers))
    sections = []
    for section in area.sections:
        cards = [card for card in area.cards if card.section == section.id and card.chart != "tile"]
        if cards:
            shown = exhibits(cards, view, store)
            sections.append(SectionBlock(section.id, section.name[language], shown))
    if len(sections) > 1:
        blocks.append(ContentsBlock([ContentsItem(one.id, one.title) for one in sections]))
    return Content(area.name[language], area.intro[language], (*blocks, *sections), deck=area.id)
