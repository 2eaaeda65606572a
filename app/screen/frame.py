"""What every page has around its blocks: brand, menu, languages, filters, messages, words; as plain
data.
"""

from __future__ import annotations

from typing import Any

from app.catalogue.cards import catalogue
from app.catalogue.pages import ASIDE, FILTERS_OF, FRONT, LANGUAGE_NAMES, LOOKUPS, address, pages
from app.catalogue.stories import LIMIT
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


def frame(page: str, view: View) -> dict[str, Any]:
    """Return what every page has, also one without a release: brand, menu, languages, words."""
    language = view.language
    names = {
        FRONT: say(language, "front"),
        **{code: say(language, f"{code}_page") for code in LOOKUPS},
    }
    names |= {area.id: area.name[language] for area in catalogue().areas}
    return {
        "page": page,
        "lang": language,
        "view": view.query(),
        "brand": say(language, "product"),
        "nav": [
            {
                "page": code,
                "label": names[code],
                "href": address(code, view),
                "current": code == page,
                "menu": "" if code in ASIDE else "lookups" if code in LOOKUPS else "areas",
            }
            for code in pages()
        ],
        "langs": [
            {
                "code": code,
                "label": LANGUAGE_NAMES[code][0],
                "name": LANGUAGE_NAMES[code][1],
                "current": code == language,
            }
            for code in LANGUAGES
        ],
        "words": {key: say(language, key) for key in _WORDS},
        "messages": [],
        "blocks": [],
        "filters": [],
        "profiles": [],
        "printable": False,
        "deck": "",
        "limit": LIMIT,
        "title": names.get(page, ""),
        "lead": "",
        "release": None,
    }


def filters(page: str, view: View, store: Store) -> list[dict[str, Any]]:
    """Return the filters of a page with what may be chosen in each, in the order of the language's
    alphabet.
    """
    known, language = catalogue(), view.language
    codes = allowed_codes(store)
    regions = sorted(
        codes["region"], key=lambda code: sort_key(known.places[code].name[language], language)
    )
    sectors = sorted(
        codes["sector"], key=lambda code: sort_key(known.sectors[code].name[language], language)
    )
    filters = [
        {
            "name": "period",
            "label": say(language, "period"),
            "value": view.period or "",
            "options": [
                ["", say(language, "all_periods")],
                *([code, say(language, "until", year=code)] for code in codes["period"]),
            ],
        },
        {
            "name": "region",
            "label": say(language, "region"),
            "value": view.place or "",
            "options": [
                ["", say(language, "all_regions")],
                *([code, known.places[code].name[language]] for code in regions),
            ],
        },
        {
            "name": "sector",
            "label": say(language, "sector"),
            "value": view.sector or "",
            "options": [
                ["", say(language, "all_sectors")],
                *([code, known.sectors[code].name[language]] for code in sectors),
            ],
        },
    ]
    wanted = FILTERS_OF.get(page, ("period", "region", "sector"))
    return sorted(
        (one for one in filters if one["name"] in wanted), key=lambda one: wanted.index(one["name"])
    )


def messages(
    refusals: tuple[Refusal, ...], scratch: bool, view: View, store: Store
) -> list[dict[str, str]]:
    """Return what is said above a page: what the link asked for in vain, a damaged release, a data
    folder that cannot be written.
    """
    language = view.language
    messages = [
        {"kind": "notice", "text": say(language, f"refused_{refusal.name}", value=refusal.value)}
        for refusal in refusals
    ]
    if store.fallback_from is not None:
        messages.append(
            {
                "kind": "error",
                "text": say(
                    language,
                    "damaged",
                    broken=str(store.fallback_from),
                    number=str(store.release.number),
                ),
            }
        )
    if scratch:
        messages.append({"kind": "notice", "text": say(language, "scratch")})
    return messages
