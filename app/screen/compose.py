"""Composes what one page shows, in one language, for one view, as plain data; draws nothing and
asks Streamlit for nothing.
"""

from __future__ import annotations

from functools import lru_cache

import orjson

from app.catalogue.cards import catalogue
from app.catalogue.pages import (
    EXPLORER,
    METHOD,
    PROMISES,
    REGION,
    SECTOR,
    SOURCES,
    STORIES,
    address,
)
from app.exhibit.names import release_words
from app.screen.area import area_blocks
from app.screen.explorer import explorer_block
from app.screen.frame import filters, frame, messages
from app.screen.front import front_blocks
from app.screen.method import method_blocks
from app.screen.profile import profile_links, profile_page
from app.screen.promises import promises_blocks
from app.screen.sources import sources_blocks
from app.screen.stories import stories_block
from app.store.store import Store
from app.view import Refusal, View
from app.words.say import say


def compose(
    page: str, view: View, refusals: tuple[Refusal, ...], store: Store, scratch: bool = False
) -> bytes:
    """Return the page as JSON (UTF-8): frame, filters, messages and blocks of tiles, exhibits,
    lists and tables.
    """
    return _compose(page, view, refusals, scratch, store)


@lru_cache(maxsize=1024)
def _compose(
    page: str, view: View, refusals: tuple[Refusal, ...], scratch: bool, store: Store
) -> bytes:
    language = view.language
    area = catalogue().area(page)
    if page == SOURCES:
        title, lead, blocks = (
            say(language, "sources_page"),
            say(language, "sources_intro"),
            sources_blocks(view, store),
        )
    elif page == EXPLORER:
        title, lead, blocks = (
            say(language, "figures_page"),
            say(language, "figures_intro"),
            [explorer_block(view, store)],
        )
    elif page == STORIES:
        title, lead, blocks = (
            say(language, "stories_page"),
            say(language, "stories_intro"),
            [stories_block(language)],
        )
    elif page in {PROMISES, METHOD}:
        composed = promises_blocks if page == PROMISES else method_blocks
        title, lead, blocks = (
            say(language, f"{page}_page"),
            say(language, f"{page}_intro"),
            composed(language, store, lambda to, anchor: address(to, view, anchor)),
        )
    elif page in {REGION, SECTOR}:
        title, lead, blocks = profile_page(page, view, store)
    elif area is None:
        title, lead, blocks = (
            say(language, "front"),
            say(language, "front_intro"),
            front_blocks(view, store),
        )
    else:
        title, lead, blocks = (
            area.name[language],
            area.intro[language],
            area_blocks(area, view, store),
        )
    return orjson.dumps(
        {
            **frame(page, view),
            "title": title,
            "lead": lead,
            "blocks": blocks,
            "messages": messages(refusals, scratch, view, store),
            "filters": filters(page, view, store),
            "profiles": profile_links(page, view),
            "printable": page in {REGION, SECTOR},
            "deck": page if area else "",
            "release": {"number": store.release.number, "text": release_words(store, language)},
        }
    )


def without_release(page: str, view: View) -> bytes:
    """Return the page that is shown while no release can be read."""
    return orjson.dumps(
        {
            **frame(page, view),
            "messages": [{"kind": "error", "text": say(view.language, "no_release")}],
        }
    )


def failed(page: str, view: View, store: Store) -> bytes:
    """Return the page that is shown when composing it went wrong: menu and filters stay, so that
    there is a way on.
    """
    return orjson.dumps(
        {
            **frame(page, view),
            "filters": filters(page, view, store),
            "messages": [{"kind": "error", "text": say(view.language, "page_failed")}],
        }
    )
