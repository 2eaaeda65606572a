"""The page of one area: headline numbers, contents, sections of exhibits, programmes."""

from __future__ import annotations

from app.catalogue.cards import Area
from app.exhibit.assemble import assemble
from app.screen.cards import exhibits, headline
from app.screen.content import Content
from app.screen.payload import (
    Block,
    ContentsBlock,
    ContentsItem,
    SectionBlock,
    TableBlock,
    TilesBlock,
)
from app.screen.programmes import programmes_of
from app.store.store import Store
from app.view import View


def area_page(area: Area, view: View, store: Store) -> Content:
    """Return an area's page: headline numbers, contents, sections of exhibits, and the programmes
    that the documents name there.
    """
    language = view.language
    blocks: list[Block] = []
    if tiles := [card for card in area.cards if card.kind.headline]:
        numbers = [headline(assemble(card, view, store), view, store) for card in tiles]
        blocks.append(TilesBlock(numbers))
    sections: list[SectionBlock | TableBlock] = []
    for section in area.sections:
        cards = [
            card for card in area.cards if card.section == section.id and not card.kind.headline
        ]
        if cards:
            shown = exhibits(cards, view, store)
            sections.append(SectionBlock(section.id, section.name[language], shown))
    parts = [*sections, *programmes_of(area.id, view, store)]
    if len(parts) > 1:
        blocks.append(ContentsBlock([ContentsItem(one.id, one.title) for one in parts]))
    return Content(area.name[language], area.intro[language], (*blocks, *parts), deck=area.id)
