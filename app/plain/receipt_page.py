"""The pages of receipts, and the page that says why there is none, from what is known to HTML;
decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar
from urllib.parse import quote, urlencode

from app.catalogue.pages import EXPLORER, FRONT, LANGUAGE_NAMES, full_address
from app.drawing import qr
from app.exhibit.names import mark_words, release_words
from app.exhibit.tile import change_in_words
from app.frontend.assets import mark, styles
from app.frontend.template import Template
from app.look.theme import PALETTES, rules
from app.plain.chart import Chart, framed_charts
from app.plain.proof import Receipt
from app.plain.standing import Standing
from app.release.releases import NoRelease, current
from app.view import View
from app.words.say import LANGUAGES, say

# What a chart is drawn for, in pixels: the column of a desktop and of a phone. The style sheet
# shows one of the two.
_WIDE, _NARROW = 760, 342


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
    `home` leads to the overview, `languages` are codes and names, `mark` is the icon as an address,
    `band` says that the release is a draft or a demonstration.
    """

    language: str
    title: str
    described: str
    data: str
    home: str
    languages: tuple[tuple[str, str], ...]
    mark: str
    style: str
    band: str


@dataclass(frozen=True, slots=True)
class ReceiptPage(Template):
    """What a receipt shows.

    `release` is its release in words, `today` the number of the current one; `changes` since then,
    the `figures` and the `corrections` are None if there are none; `as_of_now` says what the
    current release gives for the period of then, blank where that is said already; `change` is that
    of a headline number; `files` are addresses and names.
    """

    file: ClassVar[str] = "receipt.html"

    frame: Frame
    receipt: Receipt
    release: str
    lead: str
    changes: Grid | None
    as_of_now: str
    corrections: Grid | None
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


def receipt_html(receipt: Receipt) -> str:
    """Return the page of a receipt."""
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
            data=receipt.link(".json"),
            band=mark_words(receipt.release, language),
        ),
        receipt,
        release=release_words(receipt.store, language),
        lead=lead,
        changes=_changes(receipt.standing, language),
        as_of_now=_as_of_now(receipt),
        corrections=_corrections(receipt),
        change=change_in_words(one.tile, language) if one and one.tile else "",
        charts=tuple(framed_charts(one, _WIDE, _NARROW)) if one else (),
        figures=Grid(receipt.title, one.table.columns, one.table.numeric, one.table.rows)
        if one and one.table.rows
        else None,
        qr=Square(*qr.path(receipt.link())),
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


def _as_of_now(receipt: Receipt) -> str:
    """Return what the current release gives for the period that was shown then."""
    one, asked = receipt.as_of_now, receipt.history.asked
    if one is None:
        return ""
    what = f"{one.title}: {one.tile.value}" if one.tile else one.title
    current = str(receipt.history.current.number)
    year = asked.period or ""
    return say(receipt.view.language, "receipt_as_of_now", current=current, year=year, what=what)


def _corrections(receipt: Receipt) -> Grid | None:
    """Return what was corrected of the numbers shown, who did it and why, as a table."""
    language, entries = receipt.view.language, receipt.changelog
    columns = (
        "receipt_column_release",
        "receipt_changes",
        "receipt_was",
        "receipt_now",
        "changes_why",
    )
    if not entries:
        return None
    return Grid(
        say(language, "receipt_corrections"),
        tuple(say(language, column) for column in columns),
        (False,) * len(columns),
        tuple(
            (str(entry.release), entry.what, entry.was, entry.now, entry.reason)
            for entry in entries
        ),
    )


def no_receipt_html(
    title: str, why: Sequence[str], links: Sequence[tuple[str, str]], language: str, base: str
) -> str:
    """Return a page that says why there is nothing to show, and leads on."""
    view = View(language)
    onward = (
        *links,
        (say(language, "front"), full_address(base, FRONT, view)),
        (say(language, "figures_page"), full_address(base, EXPLORER, view)),
    )
    frame = _frame(title, language, base, band=_current_mark(language))
    return NoReceiptPage(frame, tuple(why), onward).html()


def _current_mark(language: str) -> str:
    """Return what is said of the current release if it is marked; blank if there is none."""
    try:
        return mark_words(current(), language)
    except NoRelease:
        return ""


def _frame(
    title: str, language: str, base: str, *, described: str = "", data: str = "", band: str = ""
) -> Frame:
    return Frame(
        language,
        title,
        described,
        data,
        home=full_address(base, FRONT, View(language)),
        languages=tuple((code, LANGUAGE_NAMES[code][1]) for code in LANGUAGES),
        mark=_mark(),
        style=_style(),
        band=band,
    )


@cache
def _style() -> str:
    """Return the style with both themes: the reader's device chooses, paper is always light."""
    light, dark = (
        f":root{{color-scheme:{name};{rules(palette)}}}" for name, palette in PALETTES.items()
    )
    sheets = styles("key.css", "receipt.css")
    return f"{light}\n@media screen and (prefers-color-scheme:dark){{{dark}}}\n{sheets}"


@cache
def _mark() -> str:
    return "data:image/svg+xml," + quote(mark())
