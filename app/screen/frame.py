"""What every page has around its blocks: brand, menu, languages, filters, messages, words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.catalogue.cards import catalogue
from app.catalogue.pages import LANGUAGE_NAMES, REGION, SECTOR, address, known_pages
from app.catalogue.stories import LIMIT
from app.screen.payload import Filter, LabelledLink, LanguageChoice, Message, NavItem, Option, Page
from app.store.kept import kept
from app.store.store import Store, allowed_codes
from app.view import Refusal, View
from app.words.say import LANGUAGES, say, sort_key

_WORDS = (
    "table",
    "download",
    "link",
    "link_copied",
    "definition",
    "map_shapes",
    "map_tiles",
    "theme_dark",
    "theme_light",
    "skip",
    "offline",
    "new_release",
    "language",
    "areas",
    "filters",
    "clear_all",
    "pick",
    "contents",
    "sources_page",
    "promises_page",
    "search",
    "open_table",
    "more_notes",
    "headline",
    "show_more",
    "print",
    "lookups",
    "kind",
    "doubt",
    "pin",
    "pin_added",
    "pin_removed",
    "story_full",
    "present",
    "present_page",
    "page_files",
    "embed",
    "embed_code",
    "copy",
    "receipt_link",
    "further",
    "file_waiting",
    "file_done",
    "file_ready",
    "file_failed",
    "file_offline",
    "cancel",
    "dismiss",
)


def frame(page: str, view: View, **own: Any) -> Page:
    """Return a page with what every page has, also one without a release: brand, menu, languages,
    words; `own` are further fields of Page.
    """
    language = view.language
    return Page(
        page=page,
        lang=language,
        view=view.query(),
        brand=say(language, "product"),
        nav=[
            NavItem(
                page=one.name,
                href=address(one.name, view),
                label=one.label(language),
                current=one.name == page,
                menu=one.menu,
            )
            for one in known_pages().values()
        ],
        langs=[
            LanguageChoice(code, *LANGUAGE_NAMES[code], current=code == language)
            for code in LANGUAGES
        ],
        words={key: say(language, key) for key in _WORDS},
        limit=LIMIT,
        **{"title": known_pages()[page].label(language), **own},
    )


def profile_links(view: View) -> list[LabelledLink]:
    """Lead from a page with a region or a sector picked to everything known about it."""
    known, language = catalogue(), view.language
    picked = [(REGION, known.places, view.place), (SECTOR, known.sectors, view.sector)]
    return [
        LabelledLink(
            page=target,
            href=address(target, view),
            label=say(language, "all_about", what=named[code].name[language]),
        )
        for target, named, code in picked
        if code
    ]


def filters(page: str, view: View, store: Store) -> list[Filter]:
    """Return the filters of a page with what may be chosen in each; the stage, which is no page
    (blank), has all of them.
    """
    language, options = view.language, _options(view.language, store)
    picked = {"period": view.period, "region": view.place, "sector": view.sector}
    return [
        Filter(name, say(language, name), picked[name] or "", options[name])
        for name in (known_pages()[page].filters if page else picked)
    ]


def _ignored(page: str, view: View) -> list[str]:
    """Return the names of what was picked and a page with filters does not follow: its numbers
    would be taken for those of the region or the sector.
    """
    known, followed = catalogue(), known_pages()[page].filters
    picked = {"region": (known.places, view.place), "sector": (known.sectors, view.sector)}
    return [
        names[code].name[view.language]
        for name, (names, code) in picked.items()
        if code and followed and name not in followed
    ]


@kept(most=3)
def _options(language: str, store: Store) -> dict[str, tuple[Option, ...]]:
    """Return what may be chosen in each filter, in the order of the language's alphabet, years
    newest first.
    """
    known, codes = catalogue(), allowed_codes(store)

    def by_name(names: dict[str, str]) -> list[Option]:
        return sorted(names.items(), key=lambda item: sort_key(item[1], language))

    regions = by_name({code: known.places[code].name[language] for code in codes["region"]})
    sectors = by_name({code: known.sectors[code].name[language] for code in codes["sector"]})
    years = [(year, say(language, "until", year=year)) for year in codes["period"]]
    return {
        "period": (("", say(language, "all_periods")), *years),
        "region": (("", say(language, "all_regions")), *regions),
        "sector": (("", say(language, "all_sectors")), *sectors),
    }


def messages(
    page: str, refusals: Sequence[Refusal], scratch: bool, view: View, store: Store
) -> list[Message]:
    """Return what is said above a page: what the link asked for in vain, what was picked and does
    not change this page, a damaged release, a data folder that cannot be written.
    """
    language = view.language
    said = [
        Message("notice", say(language, f"refused_{refusal.name}", value=refusal.value))
        for refusal in refusals
    ]
    said += [
        Message("notice", say(language, "page_ignores", what=what)) for what in _ignored(page, view)
    ]
    if store.fallback_from is not None:
        broken, number = str(store.fallback_from), str(store.release.number)
        said.append(Message("error", say(language, "damaged", broken=broken, number=number)))
    if scratch:
        said.append(Message("notice", say(language, "scratch")))
    return said
