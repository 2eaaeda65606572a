"""The page of stories and what a list of slides says; as plain data."""

from __future__ import annotations

from typing import Any

from app.catalogue.cards import catalogue
from app.catalogue.pages import address
from app.catalogue.stories import Story, stories
from app.exhibit.names import picked_in_words
from app.exhibit.notes import unfollowed
from app.exhibit.tell import Told, tell
from app.store.store import Store
from app.view import Refusal, View
from app.words.numbers import NOT_PUBLISHED
from app.words.say import say

_STORY_WORDS = (
    "own_story",
    "house_stories",
    "slides_count",
    "story_second",
    "story_link",
    "story_empty",
    "story_from_link",
    "story_keep",
    "story_kept",
    "story_mine",
    "story_up",
    "story_down",
    "story_remove",
    "story_clear",
    "story_removed",
    "story_cleared",
    "story_undo",
    "story_moved",
    "story_own_views",
    "link_story",
)


def stories_block(language: str) -> dict[str, Any]:
    """Return the stories of the house by name, and the words of the viewer's own: which exhibits
    that one holds only the browser knows.
    """
    house = [
        {
            "id": story.id,
            "title": story.title[language],
            "count": say(language, "slides_count", count=str(len(story.slides))),
        }
        for story in stories()
    ]
    return {
        "type": "stories",
        "house": house,
        "answer": "./api/story",
        "words": {key: say(language, key) for key in _STORY_WORDS},
    }


def story_told(
    story: Story | None, refusals: tuple[Refusal, ...], view: View, store: Store
) -> dict[str, Any]:
    """Return what a list of slides says: per slide its title, what is shown, its area and address;
    in `messages` what of the link means nothing here.

    `story` is None where the link names none. A filter of `view` goes before a slide's own: where
    they differ, a message of kind `overridden` says so.
    """
    language = view.language
    messages = [
        {"kind": "notice", "text": say(language, f"refused_{refusal.name}", value=refusal.value)}
        for refusal in refusals
    ]
    slides = story.slides if story else ()
    if any(
        own and picked and own != picked
        for slide in slides
        for own, picked in (
            (slide.place, view.place),
            (slide.sector, view.sector),
            (slide.period, view.period),
        )
    ):
        messages.append(
            {
                "kind": "overridden",
                "text": say(language, "story_overridden", what=", ".join(picked_in_words(view))),
            }
        )
    return {
        "title": story.title[language] if story else "",
        "messages": messages,
        "slides": [_slide_told(told) for told in tell(story, view, store, "")] if story else [],
    }


def _slide_told(told: Told) -> dict[str, Any]:
    """Return one slide of a list; where its exhibit no longer exists, the title says so and no page
    shows it.
    """
    one, view = told.exhibit, told.view
    said = {
        "link": told.slide.link,
        "title": told.title,
        "what": "",
        "area": "",
        "page": "",
        "href": "",
        "missing": one is None,
    }
    if one is None:
        return said
    card = one.card
    # A headline number's subtitle says its name again: here its value stands instead.
    shown = (
        (one.tile.value if one.tile.value != NOT_PUBLISHED else "", one.tile.before)
        if one.tile
        else (one.subtitle,)
    )
    what = " · ".join(
        part
        for part in (
            *shown,
            ", ".join(picked_in_words(view.only(card.breakdowns))),
            unfollowed(card, view),
        )
        if part
    )
    area = catalogue().area(card.area)
    return {
        **said,
        "what": what,
        "area": area.name[view.language] if area else "",
        "page": card.area,
        "href": address(card.area, view, card.id),
    }
