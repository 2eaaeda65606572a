"""The receipt as a page that needs no script: one request, any device, paper; and what is answered
where there is none. Computes nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar
from urllib.parse import quote, urlencode

from app.catalogue.cards import Card
from app.catalogue.pages import EXPLORER, FRONT, LANGUAGE_NAMES, full_address
from app.drawing import qr
from app.exhibit.code import Shown, code_of, receipt_address, shown_by
from app.exhibit.names import release_words
from app.exhibit.tile import change_in_words
from app.frontend.template import Template
from app.look.theme import PALETTES, rules
from app.paths import FRONTEND
from app.plain.chart import Chart, framed_charts
from app.plain.data import as_data
from app.plain.proof import Receipt, receipt_of
from app.plain.standing import Standing, ranges
from app.release.releases import NoRelease, releases
from app.store.open import open_current
from app.store.store import DamagedRelease, Store
from app.view import View, harmless
from app.words.say import LANGUAGES, say

_LOG = logging.getLogger(__name__)
# What a chart is drawn for, in pixels: the column of a desktop and of a phone. The style sheet
# shows one of the two.
_WIDE, _NARROW = 760, 342


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server answers for a code: the HTTP status and the page."""

    status: int
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in words: `numeric` says which columns stand to the right."""

    caption: str
    heads: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Square:
    """A QR code: its width in modules, quiet border included, and its dark modules as a path."""

    size: int
    path: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page of receipts.

    `described` is for link previews and `data` the address for programs, blank if there is none;
    `home` leads to the overview, `languages` are codes and names, `mark` is the icon as an address.
    """

    language: str
    title: str
    described: str
    data: str
    home: str
    languages: tuple[tuple[str, str], ...]
    mark: str
    style: str


@dataclass(frozen=True, slots=True)
class ReceiptPage(Template):
    """What a receipt shows.

    `release` is its release in words, `today` the number of the current one; `changes` since then
    and the `figures` are None if there are none; `change` is that of a headline number; `files` are
    addresses and names.
    """

    file: ClassVar[str] = "receipt.html"

    frame: Frame
    receipt: Receipt
    release: str
    lead: str
    changes: Grid | None
    change: str
    charts: tuple[Chart, ...]
    figures: Grid | None
    qr: Square
    today: int
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NoReceiptPage(Template):
    """What is said where there is no receipt: sentences, and where they lead on, as words and
    address.
    """

    file: ClassVar[str] = "no_receipt.html"

    frame: Frame
    why: tuple[str, ...]
    onward: tuple[tuple[str, str], ...]


def answer(code: str, language: str, base: str) -> Answer:
    """Return the answer for whatever stands in an address as a code. `base` is the dashboard's
    address (`https://…/`). Nothing here raises.
    """
    shown = shown_by(code)
    if shown is None:
        return Answer(404, unknown(code, language, base))
    return _answer(shown, language, base)


def page(shown: Shown, language: str, base: str) -> str:
    """Return the receipt of what a code stands for; a page that says why, and leads on, where it
    cannot be shown.
    """
    return _answer(shown, language, base).text


def unknown(code: str, language: str, base: str) -> str:
    """Return the page for what is no code of a receipt."""
    why = say(language, "receipt_unknown_why", code=harmless(code))
    return _sorry(say(language, "receipt_unknown"), [why], [], language, base)


def as_json(shown: Shown, language: str, base: str) -> dict[str, object]:
    """Return the receipt for programs: codes, values, query, sources, revisions; `state` and `said`
    where it cannot be given.
    """
    if shown.card is None:
        return {
            "state": "exhibit_gone",
            "said": say(language, "receipt_exhibit_gone"),
            "release": shown.release,
        }
    try:
        return as_data(receipt_of(shown, shown.card, language, base))
    except (NoRelease, DamagedRelease) as error:
        key = (
            "receipt_release_damaged"
            if isinstance(error, DamagedRelease)
            else "receipt_release_gone"
        )
        return {
            "state": key.removeprefix("receipt_"),
            "said": say(language, key, number=str(shown.release)),
            "release": shown.release,
            "exhibit": shown.card.id,
        }


def _answer(shown: Shown, language: str, base: str) -> Answer:
    try:
        today = open_current()
        if shown.card is None:
            return _exhibit_gone(shown, language, base)
        try:
            return Answer(200, _page(receipt_of(shown, shown.card, language, base)))
        except (NoRelease, DamagedRelease) as error:
            return _release_gone(
                shown, shown.card, today, isinstance(error, DamagedRelease), language, base
            )
    except (NoRelease, DamagedRelease):
        return Answer(
            503, _sorry(say(language, "receipt"), [say(language, "no_release")], [], language, base)
        )
    except Exception:
        # The code may be right: it is the programme that failed, and its log says why.
        _LOG.exception("the receipt of %s could not be written", shown)
        return Answer(
            500,
            _sorry(say(language, "receipt"), [say(language, "page_failed")], [], language, base),
        )


def _page(receipt: Receipt) -> str:
    view, one, now = receipt.view, receipt.one, receipt.history.current.number
    language = view.language
    picked = [parameter.words for parameter in receipt.parameters if parameter.code]
    lead = " · ".join([one.subtitle if one else "", *picked]).strip(" ·")
    title = f"{receipt.title}: {one.tile.value}" if one and one.tile else receipt.title
    query = urlencode(view.query())
    return ReceiptPage(
        _frame(
            title,
            language,
            receipt.base,
            described=f"{lead}. {receipt.standing.said[0]}",
            data=receipt.link(receipt.release.number, ".json"),
        ),
        receipt,
        release=release_words(receipt.store, language),
        lead=lead,
        changes=_changes(receipt.standing, language),
        change=change_in_words(one.tile, language) if one and one.tile else "",
        charts=tuple(framed_charts(one, _WIDE, _NARROW)) if one else (),
        figures=Grid(receipt.title, one.table.columns, one.table.numeric, one.table.rows)
        if one and one.table.rows
        else None,
        qr=Square(*qr.path(receipt.link(receipt.release.number))),
        today=now,
        files=tuple(
            (f"{receipt.base}download/{receipt.card.id}.{kind}?{query}", kind.upper())
            for kind in ("csv", "xlsx")
        ),
    ).html()


def _changes(standing: Standing, language: str) -> Grid | None:
    """Return what later releases changed as a table; None where a sentence says it."""
    if not standing.changes:
        return None
    columns = ("receipt_column_release", "receipt_changes", "receipt_was", "receipt_now")
    return Grid(
        say(language, "receipt_changes"),
        tuple(say(language, column) for column in columns),
        (False,) * len(columns),
        tuple(
            (str(change.release), change.what, change.was, change.now)
            for change in standing.changes
        ),
    )


def _exhibit_gone(shown: Shown, language: str, base: str) -> Answer:
    why = say(language, "receipt_exhibit_gone_why", number=str(shown.release))
    return Answer(410, _sorry(say(language, "receipt_exhibit_gone"), [why], [], language, base))


def _release_gone(
    shown: Shown, card: Card, today: Store, damaged: bool, language: str, base: str
) -> Answer:
    view = shown.view(language).only(card.breakdowns)
    title = say(
        language,
        "receipt_release_damaged" if damaged else "receipt_release_gone",
        number=str(shown.release),
    )
    here = ranges(release.number for release in releases() if release.number != shown.release)
    why = say(
        language,
        "receipt_release_why",
        code=code_of(card, view, shown.release),
        title=card.title[language],
        releases=here,
    )
    now = str(today.release.number)
    links = [
        (
            say(language, "receipt_today", current=now),
            receipt_address(base, code_of(card, view, today.release.number), language),
        ),
        (
            say(language, "receipt_open", current=now),
            full_address(base, card.area, view, card.id),
        ),
    ]
    return Answer(503 if damaged else 404, _sorry(title, [why], links, language, base))


def _sorry(
    title: str, why: Sequence[str], links: Sequence[tuple[str, str]], language: str, base: str
) -> str:
    """Return a page that says why there is nothing to show, and leads on."""
    view = View(language)
    onward = (
        *links,
        (say(language, "front"), full_address(base, FRONT, view)),
        (say(language, "figures_page"), full_address(base, EXPLORER, view)),
    )
    return NoReceiptPage(_frame(title, language, base), tuple(why), onward).html()


def _frame(title: str, language: str, base: str, *, described: str = "", data: str = "") -> Frame:
    return Frame(
        language,
        title,
        described,
        data,
        home=full_address(base, FRONT, View(language)),
        languages=tuple((code, LANGUAGE_NAMES[code][1]) for code in LANGUAGES),
        mark=_mark(),
        style=_style(),
    )


@cache
def _style() -> str:
    """Return the style with both themes: the reader's device chooses, paper is always light."""
    light, dark = (
        f":root{{color-scheme:{name};{rules(palette)}}}" for name, palette in PALETTES.items()
    )
    sheets = "".join(
        (FRONTEND / name).read_text(encoding="utf-8") for name in ("key.css", "receipt.css")
    )
    return f"{light}\n@media screen and (prefers-color-scheme:dark){{{dark}}}\n{sheets}"


@cache
def _mark() -> str:
    return "data:image/svg+xml," + quote((FRONTEND / "mark.svg").read_text(encoding="utf-8"))
