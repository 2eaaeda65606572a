"""The HTML in which Streamlit starts a page: its own, with our language, title, style and scripts
named at once; answers no request.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar

from app.catalogue.pages import LANGUAGE_NAMES, Page
from app.frontend.assets import package_folder
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
    return package_folder("streamlit") / "static"


@cache
def page_html(language: str, page: Page) -> str:
    """Return the HTML of a page in a language. Streamlit's own says `lang="en"` whatever is on the
    page and learns of chart scripts only when the page has run.
    """
    # Of the front page's charts only those that stand on it: a browser complains of what it fetched
    # for nothing.
    has_map = any(card.kind.regions for card in page.cards)
    head = PageHead(language, page.label(language) if page.area else "", has_map).html()
    names = tuple(LANGUAGE_NAMES[code][1] for code in LANGUAGES)
    text = (streamlits() / "index.html").read_text(encoding="utf-8")
    text = re.sub(r'(?<=<html lang=")[^"]*', language, text, count=1)
    text = re.sub(r"<title>.*?</title>", "", text, count=1)
    text = re.sub(r'<link rel="shortcut icon"[^>]*>', "", text, count=1)
    text = text.replace("</head>", f"{head}</head>", 1)
    return text.replace('<div id="root">', f'{PageWait(language, names).html()}<div id="root">', 1)
