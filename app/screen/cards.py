"""An exhibit and a headline number as pages show them: plain data with what leads on from them;
knows no page.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any

import orjson

from app.catalogue.cards import Card
from app.catalogue.kinds import Kind
from app.catalogue.pages import address
from app.catalogue.stories import Slide
from app.charts.base import Drawing
from app.exhibit.code import code_of
from app.exhibit.notes import highlighted, unfollowed
from app.exhibit.parts import Exhibit
from app.exhibit.tile import judgement_word
from app.look.typeface import NoTypeface
from app.plain.embed import height_of
from app.screen.promises import promised_of
from app.store.store import Store
from app.view import View
from app.words.say import say

_USUAL_FRAME = 560


def rows_filled(exhibits: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Widen a half card that would stand alone in its row of two, so that no row is half empty."""
    filled, alone = [], False
    for place, one in enumerate(exhibits):
        half = one["size"] == "half"
        last = place + 1 == len(exhibits) or exhibits[place + 1]["size"] == "full"
        widened = half and not alone and last
        alone = half and not alone and not widened
        filled.append({**one, "size": "full"} if widened else one)
    return filled


def headline(tile: Exhibit, view: View, store: Store) -> dict[str, Any]:
    """Return a headline number as data: value, change, what stands beside it, source, notes."""
    shown, language = tile.headline, view.language
    return {
        "id": tile.card.id,
        "label": tile.card.title[language],
        "value": shown.value,
        "before": shown.before,
        "delta": shown.delta,
        "direction": shown.direction,
        "direction_word": say(language, shown.direction)
        if shown.direction in {"up", "down"}
        else "",
        "judgement": shown.judgement,
        "judgement_word": judgement_word(shown, language),
        "country": shown.country,
        "target": shown.target,
        "source": tile.source,
        "remark": unfollowed(tile.card, view),
        "page": tile.card.area,
        "href": address(tile.card.area, view),
        "definition": tile.card.definition[language],
        "notes": [{"kind": note.kind, "text": note.text} for note in tile.headline_notes],
        **_taken_along(tile, view, store),
    }


@lru_cache(maxsize=16384)
def _exhibit_body(one: Exhibit) -> dict[str, Any]:
    """Return the part of an exhibit that only its own view decides, with a hash that changes when
    anything in it does.
    """
    card, language = one.card, one.language
    body = {
        "id": card.id,
        "kind": card.chart,
        "traits": _traits(card.kind),
        "size": card.size,
        "title": one.title,
        "subtitle": one.subtitle,
        "failed": one.failed,
        "figure": {**one.drawing.figure, "forms": one.drawing.forms} if one.drawing else None,
        **_key(one.drawing),
        "notes": [{"kind": note.kind, "text": note.text} for note in one.notes],
        "source": one.source,
        "remark": one.remark,
        "definition": card.definition[language],
        "alt": one.alternative,
        "pick": card.pick,
        "table": {
            "columns": one.table.columns,
            "numeric": one.table.numeric,
            "rows": one.table.rows,
            "picks": one.table.picks,
        },
    }
    body["hash"] = hashlib.blake2b(orjson.dumps(body), digest_size=8).hexdigest()
    return body


def _traits(kind: Kind) -> dict[str, Any]:
    """Return what the browser must know of a chart kind, so that it lists none by name."""
    return {
        "sentences": kind.sentences,
        "regions": kind.regions,
        "hollow": kind.hollow,
        "tight": kind.stage.tight,
        "stretched": kind.stage.stretched,
    }


def exhibit(one: Exhibit, view: View, store: Store) -> dict[str, Any]:
    """Return one exhibit as data, with what its source cannot follow of the view said in words."""
    files = f"./download/{one.card.id}"
    return {
        **_exhibit_body(one),
        "unfollowed": unfollowed(one.card, view),
        "highlight": highlighted(one.card, view),
        "promises": promised_of(store)[one.card.id],
        "release": say(view.language, "release_short", number=str(store.release.number)),
        "files": {"CSV": f"{files}.csv", "XLSX": f"{files}.xlsx"},
        "href": address(one.card.area, view, one.card.id),
        **_taken_along(one, view, store),
    }


def _taken_along(one: Exhibit, view: View, store: Store) -> dict[str, Any]:
    """Return what leads from a page with an exhibit: its place in a story, the code of its receipt,
    its frame for another site (height in pixels).
    """
    card = one.card
    own = view.only(card.breakdowns)
    return {
        "pin": Slide(card.id, card, own.place, own.sector, own.period).link,
        "code": code_of(card, view, store.release.number),
        "embed": {"address": f"./embed/{card.id}", "height": _frame_height(one)},
    }


@lru_cache(maxsize=16384)
def _frame_height(one: Exhibit) -> int:
    try:
        return height_of(one)
    except NoTypeface:
        # Files cannot be written without it and say so; a page can be shown.
        return _USUAL_FRAME


def _key(drawing: Drawing | None) -> dict[str, Any]:
    if drawing is None:
        return {"key": [], "key_only_narrow": False}
    return {
        "key": [
            {"text": item.text, "color": item.color, "mark": item.mark} for item in drawing.key
        ],
        "key_only_narrow": drawing.key_only_narrow,
    }


def link_to(card: Card | None, view: View) -> Any:
    """Return the link to an exhibit in the same view; blank if there is none."""
    return (
        {
            "text": card.title[view.language],
            "page": card.area,
            "href": address(card.area, view, card.id),
        }
        if card
        else ""
    )
