"""A story as one HTML file that opens from a stick with no server: every slide in three languages;
draws nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.catalogue.stories import Story
from app.stage.deck import deck
from app.stage.page import alone
from app.store.store import Store
from app.view import View
from app.words.say import LANGUAGES


def write(
    story: Story, view: View, store: Store, base: str, step: Callable[[int, int], None]
) -> bytes:
    """Return the file (UTF-8), opened in the view's language; `step(done, all)` counts languages
    times slides and may raise to cancel.
    """
    count = len(story.slides)
    decks: dict[str, bytes] = {}
    for place, language in enumerate(LANGUAGES, 1):
        decks[language] = deck(story, (), replace(view, language=language), store, base)
        step(place * count, len(LANGUAGES) * count)
    return alone(decks, view.language, story.title[view.language]).encode()
