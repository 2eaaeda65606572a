"""The pages: their names and order, the menu and the filters of each, their addresses, each said
once; composes none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import urlencode

from app.catalogue.cards import Area, Card, catalogue
from app.view import View
from app.words.say import say

LANGUAGE_NAMES = {"kk": ("Қаз", "Қазақша"), "ru": ("Рус", "Русский"), "en": ("Eng", "English")}
AREAS, LOOKUPS, NO_MENU = "areas", "lookups", ""
FRONT, REGION, SECTOR, EXPLORER, STORIES, PROMISES, METHOD, PROGRAMMES, SOURCES, CHANGES = (
    "front",
    "region",
    "sector",
    "figures",
    "stories",
    "promises",
    "method",
    "programmes",
    "sources",
    "changes",
)


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page. `menu` is the one it stands in, NO_MENU where only other pages lead to it; `filters`
    are in their order; `area` is what it shows, None where it shows something else.
    """

    name: str
    menu: str = LOOKUPS
    filters: tuple[str, ...] = ("period", "region", "sector")
    area: Area | None = None
    first: bool = False

    @property
    def path(self) -> str:
        """Return its address below the dashboard's; blank for the first page, which has that."""
        return "" if self.first else self.name

    @property
    def cards(self) -> tuple[Card, ...]:
        """Return the exhibits that stand on it whatever is picked."""
        if self.first:
            return tuple(card for card in catalogue().cards() if card.front)
        return self.area.cards if self.area else ()

    def label(self, language: str) -> str:
        """Return its name in a menu."""
        if self.area:
            return self.area.name[language]
        return say(language, "front") if self.first else say(language, f"{self.name}_page")


# What one looks things up in, in the order of the menu.
_LOOKUPS = (
    Page(REGION, filters=("region", "period")),
    Page(SECTOR, filters=("sector", "period")),
    Page(EXPLORER),
    Page(STORIES),
    Page(PROMISES, filters=()),
    Page(METHOD, NO_MENU, filters=()),
    Page(PROGRAMMES, filters=()),
    Page(SOURCES, filters=()),
    Page(CHANGES, filters=("region", "sector")),
)


@cache
def known_pages() -> dict[str, Page]:
    """Return the pages by name, in the order of the menu: the front page, the areas, what one looks
    things up in.
    """
    areas = (Page(area.id, AREAS, area=area) for area in catalogue().areas)
    return {page.name: page for page in (Page(FRONT, AREAS, first=True), *areas, *_LOOKUPS)}


def pages() -> tuple[str, ...]:
    """Return the pages' names in the order of the menu."""
    return tuple(known_pages())


def page_at(path: str) -> Page | None:
    """Return the page at an address below the dashboard's, blank for the dashboard's own."""
    return next((page for page in known_pages().values() if page.path == path), None)


def address(page: str, view: View, exhibit: str = "") -> str:
    """Return the relative address of a page with the view in it, and of an exhibit on it."""
    query = urlencode(view.query())
    return f"./{'' if page == FRONT else page}?{query}" + (
        f"#{exhibit.replace('/', '-')}" if exhibit else ""
    )


def full_address(base: str, page: str, view: View, exhibit: str = "") -> str:
    """Return the same with the dashboard's address before it (`https://…/`), for what leaves the
    dashboard.
    """
    return base + _behind(page, view, exhibit)


def _behind(page: str, view: View, exhibit: str) -> str:
    place = f"#{exhibit.replace('/', '-')}" if exhibit else ""
    return f"{known_pages()[page].path}?{_query(view)}{place}"


# A page asks it for each of its links.
@lru_cache(maxsize=256)
def _query(view: View) -> str:
    return urlencode(view.query())
