"""The front page: the dozen numbers, what changed, what needs attention, where documents contradict
themselves; as plain data.
"""

from __future__ import annotations

from typing import Any

from app.catalogue.cards import Area, catalogue
from app.catalogue.pages import PROMISES, SOURCES, address
from app.exhibit.assemble import assemble
from app.exhibit.notes import explanation
from app.exhibit.parts import Exhibit
from app.screen.cards import exhibit, headline, rows_filled
from app.screen.promises import concerns
from app.store.store import Store
from app.view import View
from app.words.numbers import percent
from app.words.say import say


def front_blocks(view: View, store: Store) -> list[dict[str, Any]]:
    """Return the dozen numbers, what changed and what needs attention (both computed over all
    headline numbers), and a chart or two per area.
    """
    language = view.language
    every = [
        (area, assemble(card, view, store))
        for area in catalogue().areas
        for card in area.cards
        if card.chart == "tile"
    ]
    dozen = [
        {**headline(tile, view, store), "kicker": area.name[language]}
        for area, tile in every
        if tile.card.front
    ]
    changed = sorted(
        (item for item in every if _finding(item[1], "change_pct")),
        key=lambda item: -abs(_finding(item[1], "change_pct") or 0),
    )
    worse = [item for item in changed if item[1].tile and item[1].tile.judgement == "worse"]
    short = sorted(
        (item for item in every if _shortfall(item[1]) > 0 and item not in worse),
        key=lambda item: -_shortfall(item[1]),
    )
    # Two that became worse, and the one furthest from its target: neither kind hides the other.
    attention = [*worse[:2], *short[:1], *worse[2:], *short[1:]]
    lists = [
        {
            "title": say(language, "front_changed"),
            "items": [_line(area, tile, view) for area, tile in changed[:3]],
        },
        {
            "title": say(language, "front_attention"),
            "items": [_line(area, tile, view) for area, tile in attention[:3]],
        },
        {
            "title": say(language, "promises_far"),
            "items": []
            if view.period
            else concerns(language, store, lambda to, anchor: address(to, view, anchor)),
            "more": {
                "label": say(language, "promises_all"),
                "page": PROMISES,
                "href": address(PROMISES, view),
            },
        },
        # Its lines are sentences: they stand beside each other under the short lists.
        {
            "title": say(language, "front_contradictions"),
            "items": _contradiction_items(view, store)[:3],
            "wide": True,
            "more": {
                "label": say(language, "all_contradictions"),
                "page": SOURCES,
                "href": address(SOURCES, view),
            },
        },
    ]
    blocks: list[dict[str, Any]] = [
        {"type": "tiles", "tiles": dozen},
        {"type": "lists", "lists": [one for one in lists if one["items"]]},
    ]
    for area in catalogue().areas:
        charts = [
            assemble(card, view, store)
            for card in area.cards
            if card.chart != "tile" and card.front
        ]
        if charts:
            blocks.append(
                {
                    "type": "area",
                    "id": area.id,
                    "title": area.name[language],
                    "link": {
                        "label": say(language, "to_area", area=area.name[language]),
                        "page": area.id,
                        "href": address(area.id, view),
                    },
                    "tiles": [],
                    "exhibits": rows_filled([exhibit(one, view, store) for one in charts]),
                }
            )
    return blocks


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


def _line(area: Area, tile: Exhibit, view: View) -> dict[str, Any]:
    language, shown = view.language, tile.tile
    change = (
        percent(_finding(tile, "change_pct"), language, 0, signed=True)
        if _finding(tile, "change_pct") is not None
        else ""
    )
    mark = change or (f"({shown.target})" if shown and shown.target else "")
    return {
        "text": f"{tile.card.title[language]}: {shown.value if shown else ''}",
        "mark": mark,
        "judgement": shown.judgement if shown else "neutral",
        "direction": shown.direction if shown and change else "same",
        "word": say(language, shown.judgement)
        if shown and shown.judgement != "neutral" and change
        else "",
        "page": area.id,
        "href": address(area.id, view),
    }


def _contradiction_items(view: View, store: Store) -> list[dict[str, Any]]:
    known = catalogue()
    found = []
    rows = store.rows(
        "select * from checks where result = 'disagrees' and kind in ('statement', 'sum', 'same') "
        "and why_en <> '' order by locator, checks.\"check\""
    )
    # What touches the dozen numbers of the front page comes first.
    headline = {card.id for card in known.cards() if card.front}
    rows.sort(key=lambda row: not headline & set(str(row["exhibits"]).split()))
    for row in rows:
        card = known.card(str(row["exhibits"]).split(" ")[0])
        if card:
            found.append(
                {
                    "text": explanation(row, view.language),
                    "mark": "",
                    "judgement": "neutral",
                    "direction": "none",
                    "word": "",
                    "page": card.area,
                    "href": address(card.area, view, card.id),
                }
            )
    return found
