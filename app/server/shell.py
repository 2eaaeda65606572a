"""The HTML in which Streamlit starts a page: its own, with our language, title, style and scripts
named at once; answers no request.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar

from app.catalogue.cards import Card, catalogue
from app.catalogue.pages import FRONT, LANGUAGE_NAMES
from app.frontend.template import Template
from app.words.say import LANGUAGES


@dataclass(frozen=True, slots=True)
class PageHead(Template):
    """What a page needs in its head; `area` is blank on pages that are none, `has_map`: its
    boundaries are asked for ahead.
    """

    file: ClassVar[str] = "page_head.html"

    language: str
    area: str
    has_map: bool


@dataclass(frozen=True, slots=True)
class PageWait(Template):
    """What stands on a page until Streamlit has started; `languages` by their own names."""

    file: ClassVar[str] = "page_wait.html"

    language: str
    languages: tuple[str, ...]


@cache
def streamlits() -> Path:
    """Return the folder of what Streamlit sends to browsers; raise ModuleNotFoundError if it is not
    installed.
    """
    spec = find_spec("streamlit")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("streamlit")
    return Path(spec.submodule_search_locations[0]) / "static"


@cache
def page_html(language: str, page: str) -> str:
    """Return the HTML of a page in a language. Streamlit's own says `lang="en"` whatever is on the
    page and learns of chart scripts only when the page has run.
    """
    area = catalogue().area(page)
    has_map = any(card.chart == "map" for card in _cards(page))
    head = PageHead(language, area.name[language] if area else "", has_map).html()
    names = tuple(LANGUAGE_NAMES[code][1] for code in LANGUAGES)
    text = (streamlits() / "index.html").read_text(encoding="utf-8")
    text = re.sub(r'(?<=<html lang=")[^"]*', language, text, count=1)
    text = re.sub(r"<title>.*?</title>", "", text, count=1)
    text = re.sub(r'<link rel="shortcut icon"[^>]*>', "", text, count=1)
    text = text.replace("</head>", f"{head}</head>", 1)
    return text.replace('<div id="root">', f'{PageWait(language, names).html()}<div id="root">', 1)


def _cards(page: str) -> tuple[Card, ...]:
    """Return the cards that a page shows at once. Of the front page's only those: a browser
    complains of what it fetched for nothing.
    """
    if page == FRONT:
        return tuple(card for card in catalogue().cards() if card.front)
    area = catalogue().area(page)
    return tuple(area.cards) if area else ()
