"""The page of one area: headline numbers, contents, sections of exhibits; as plain data."""

from __future__ import annotations

from typing import Any

from app.catalogue.cards import Area
from app.exhibit.assemble import assemble
from app.screen.cards import exhibit, headline, rows_filled
from app.store.store import Store
from app.view import View


def area_blocks(area: Area, view: View, store: Store) -> list[dict[str, Any]]:
    """Return the blocks of an area's page: headline numbers, contents, sections of exhibits."""
    tiles = [assemble(card, view, store) for card in area.cards if card.chart == "tile"]
    blocks: list[dict[str, Any]] = (
        [{"type": "tiles", "tiles": [headline(tile, view, store) for tile in tiles]}]
        if tiles
        else []
    )
    sections = []
    for section in area.sections:
        cards = [card for card in area.cards if card.section == section.id and card.chart != "tile"]
        if cards:
            sections.append(
                {
                    "type": "section",
                    "id": section.id,
                    "title": section.name[view.language],
                    "exhibits": rows_filled(
                        [exhibit(assemble(card, view, store), view, store) for card in cards]
                    ),
                }
            )
    if len(sections) > 1:
        blocks.append(
            {
                "type": "contents",
                "items": [{"id": section["id"], "label": section["title"]} for section in sections],
            }
        )
    return blocks + sections
