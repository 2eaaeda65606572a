"""Composes a story for the stage: every slide as plain data in one language; the show and the
offline file are drawn from it.
"""

from __future__ import annotations

from typing import Any

import orjson

from app.catalogue.pages import LANGUAGE_NAMES
from app.catalogue.stories import Story
from app.drawing import qr
from app.exhibit.names import release_words
from app.exhibit.tell import Told, tell
from app.screen.cards import exhibit, headline
from app.screen.frame import filters
from app.store.store import Store
from app.view import Refusal, View
from app.words.say import LANGUAGES, say

_WORDS = (
    "table",
    "offline_stage",
    "new_release_stage",
    "filters",
    "language",
    "stage_help",
    "stage_close",
    "stage_next",
    "stage_previous",
    "stage_full",
    "stage_theme",
    "stage_language",
    "stage_table",
    "stage_black",
    "stage_second",
    "stage_first",
    "stage_last",
    "stage_notes",
    "stage_no_notes",
    "stage_coming",
    "stage_end",
    "stage_running",
    "stage_blocked",
    "stage_slide",
    "stage_play",
    "stage_empty",
    "doubt",
    "no_connection_filter",
    "receipt",
    "stage_further",
)


def deck(story: Story, refusals: tuple[Refusal, ...], view: View, store: Store, base: str) -> bytes:
    """Return the story as JSON (UTF-8): slides, words, filters, messages. `base` is the dashboard's
    address, to which receipts lead.
    """
    language = view.language
    return orjson.dumps(
        {
            "lang": language,
            "view": view.query(),
            "story": story.id,
            "title": story.title[language],
            "brand": say(language, "product"),
            "release": {"number": store.release.number, "text": release_words(store, language)},
            "langs": [
                {"code": code, "label": LANGUAGE_NAMES[code][0], "name": LANGUAGE_NAMES[code][1]}
                for code in LANGUAGES
            ],
            "words": {key: say(language, key) for key in _WORDS},
            "messages": [
                say(language, f"refused_{refusal.name}", value=refusal.value)
                for refusal in refusals
            ],
            "filters": filters("", view, store),
            "slides": [_slide(told, store) for told in tell(story, view, store, base)],
        }
    )


def _slide(told: Told, store: Store) -> dict[str, Any]:
    common = {
        "number": told.number,
        "link": told.slide.link,
        "title": told.title,
        "said": told.notes,
        "code": told.code,
        "address": told.address,
    }
    if told.exhibit is None:
        return {**common, "id": "", "kind": "missing", "missing": True}
    one = told.exhibit
    shown = {
        **exhibit(one, told.view, store),
        **common,
        "page": one.card.area,
        "qr": qr.path(told.address),
    }
    return shown | ({"tile": headline(one, told.view, store)} if one.tile else {})
