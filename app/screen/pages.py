"""Which module composes which page: a page is registered here, and named in app.catalogue.pages;
composes nothing itself.
"""

from __future__ import annotations

from functools import partial

from app.catalogue.pages import (
    CHANGES,
    EXPLORER,
    FRONT,
    METHOD,
    PROGRAMMES,
    PROMISES,
    REGION,
    SECTOR,
    SOURCES,
    STORIES,
    Page,
)
from app.screen.area import area_page
from app.screen.changes import changes_page
from app.screen.content import Composer
from app.screen.explorer import explorer_page
from app.screen.front import front_page
from app.screen.method import method_page
from app.screen.profile import region_page, sector_page
from app.screen.programmes import programmes_page
from app.screen.promises import promises_page
from app.screen.sources import sources_page
from app.screen.stories import stories_page

COMPOSERS: dict[str, Composer] = {
    FRONT: front_page,
    REGION: region_page,
    SECTOR: sector_page,
    EXPLORER: explorer_page,
    STORIES: stories_page,
    PROMISES: promises_page,
    METHOD: method_page,
    PROGRAMMES: programmes_page,
    SOURCES: sources_page,
    CHANGES: changes_page,
}


def composer_of(page: Page) -> Composer:
    """Return what composes a page: an area's exhibits all in the same way, others in their own."""
    return partial(area_page, page.area) if page.area else COMPOSERS[page.name]
