"""The pages by name: their order in the menu, the filters each has, the address of each; composes
none.
"""

from __future__ import annotations

from urllib.parse import urlencode

from app.catalogue.cards import catalogue
from app.view import View

PROMISES, METHOD = "promises", "method"
LANGUAGE_NAMES = {"kk": ("Қаз", "Қазақша"), "ru": ("Рус", "Русский"), "en": ("Eng", "English")}
FRONT, REGION, SECTOR, EXPLORER, STORIES, SOURCES = (
    "front",
    "region",
    "sector",
    "figures",
    "stories",
    "sources",
)
LOOKUPS = (REGION, SECTOR, EXPLORER, STORIES, PROMISES, METHOD, SOURCES)
ASIDE = {METHOD}  # pages that only other pages lead to
FILTERS_OF = {
    REGION: ("region", "period"),
    SECTOR: ("sector", "period"),
    SOURCES: (),
    PROMISES: (),
    METHOD: (),
}


def pages() -> tuple[str, ...]:
    """Return the pages' names in the order of the menu: the front page, the areas, what one looks
    things up in.
    """
    return (FRONT, *(area.id for area in catalogue().areas), *LOOKUPS)


def address(page: str, view: View, exhibit: str = "") -> str:
    """Return the relative address of a page with the view in it, and of an exhibit on it."""
    query = urlencode(view.query())
    return f"./{'' if page == FRONT else page}?{query}" + (
        f"#{exhibit.replace('/', '-')}" if exhibit else ""
    )
