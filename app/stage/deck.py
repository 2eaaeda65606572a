"""Composes a story for the stage: every slide in one language; the show and the offline file are
drawn from it.
"""

from __future__ import annotations

from typing import Any

from app.catalogue.pages import LANGUAGE_NAMES
from app.catalogue.stories import Story
from app.drawing import qr
from app.exhibit.names import mark_words, release_words
from app.exhibit.tell import Told, tell
from app.screen.cards import body_of, foot_of, here_of, tile_parts
from app.screen.frame import filters
from app.screen.payload import (
    Deck,
    DeckLanguage,
    MissingSlide,
    Release,
    SlideNumber,
    SlideShown,
    joined,
    written,
)
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
    return written(
        Deck(
            lang=language,
            view=view.query(),
            story=story.id,
            title=story.title[language],
            brand=say(language, "product"),
            release=Release(
                store.release.number,
                release_words(store, language),
                mark_words(store.release, language),
            ),
            langs=[DeckLanguage(code, *LANGUAGE_NAMES[code]) for code in LANGUAGES],
            words={key: say(language, key) for key in _WORDS},
            messages=[
                say(language, f"refused_{refusal.name}", value=refusal.value)
                for refusal in refusals
            ],
            filters=filters("", view, store),
            slides=[_slide(told, store) for told in tell(story, view, store, base)],
        )
    )


def _slide(told: Told, store: Store) -> MissingSlide | dict[str, Any]:
    own = (told.number, told.slide.link, told.title, told.notes, told.code, told.address)
    one, view = told.exhibit, told.view
    if one is None:
        return MissingSlide(*own)
    shown = SlideShown(*own, page=one.card.area, qr=qr.path(told.address))
    parts = (body_of(one), foot_of(one, view, store), here_of(one, view), shown)
    if one.tile is None:
        return joined(*parts)
    return joined(*parts, SlideNumber(joined(*tile_parts(one, view, store))))
