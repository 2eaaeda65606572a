"""One exhibit as a light page for another site's frame: one request, no script, both themes; asks
no database and answers no request.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import ClassVar

from app.catalogue.cards import catalogue
from app.catalogue.pages import full_address
from app.drawing.fit import height
from app.exhibit.code import receipt_address
from app.exhibit.names import mark_words, release_number_words
from app.exhibit.notes import highlighted, unfollowed
from app.exhibit.parts import Exhibit, Table
from app.exhibit.tile import change_in_words
from app.frontend.assets import styles
from app.frontend.template import Template
from app.look.theme import PALETTES, rules
from app.look.typeface import width as text_width
from app.plain.chart import Chart, bare_charts
from app.store.store import Store
from app.view import View
from app.words.say import say

# What a chart is drawn for, in pixels; embed.css shows one of the two.
_WIDE, _NARROW = 700, 350
_SHOWN_NOTES = 3
_ROWS = 150


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table in words; `picked` if it is that of the region or sector the viewer
    chose.
    """

    cells: tuple[str, ...]
    picked: bool


@dataclass(frozen=True, slots=True)
class Embed(Template):
    """What an embed shows.

    `lead` stands under the finding, `told` is what must be said before the numbers, `change` that
    of a headline number. `wordy`: the table is the exhibit. `rows`: the table's, of a very long one
    its beginning. `mark`: that the release is a draft or a demonstration. `ways`: where the foot
    leads, as address and words.
    """

    file: ClassVar[str] = "embed.html"

    one: Exhibit
    style: str
    lead: str
    told: str
    change: str
    charts: tuple[Chart, ...]
    wordy: bool
    rows: tuple[Row, ...]
    shown_notes: int
    mark: str
    release: str
    ways: tuple[tuple[str, str], ...]


def page(
    one: Exhibit, view: View, store: Store, *, base: str, code: str, theme: str | None = None
) -> str:
    """Return the page of an exhibit as `view` asks for it.

    `base` is the dashboard's address (`https://…/`), `code` the exhibit's receipt; `theme` is light
    or dark, None leaves it to the reader's device.
    """
    wordy = one.card.kind.sentences
    lead = (one.subtitle, highlighted(one.card, view) if one.drawing else "")
    told = (one.remark, unfollowed(one.card, view))
    return Embed(
        one,
        style=_colors(theme) + _style() + _aligned(one.table),
        lead=" · ".join(part for part in lead if part),
        told=" ".join(part for part in told if part),
        change=change_in_words(one.tile, one.language) if one.tile else "",
        charts=() if one.tile or wordy else tuple(bare_charts(one, _WIDE, _NARROW)),
        wordy=wordy,
        rows=tuple(_rows(one.table, view)),
        shown_notes=_SHOWN_NOTES,
        mark=mark_words(store.release, one.language),
        release=release_number_words(store, one.language),
        ways=_ways(one, view, base, code),
    ).html()


def height_of(one: Exhibit) -> int:
    """Return how high a frame shows the exhibit without scrolling on a desktop, in pixels; its
    table stays folded.
    """
    high = 32 + 25 * _lines(one.title, 20, bold=True) + 24 * _lines(one.subtitle, 14)
    high += 40 if one.remark else 0
    high += sum(10 + 20 * _lines(note.text, 14) for note in one.notes[:_SHOWN_NOTES])
    high += 40 if len(one.notes) > _SHOWN_NOTES else 0
    if one.tile:
        high += 150
    elif one.card.kind.sentences:
        # Columns share the width as their words need it, not quite evenly: a row is taken for one
        # text a fourth longer.
        rows = sum(12 + 20 * _lines("".join(row), 14 * 1.25) for row in one.table.rows)
        high += 8 + min(420, 34 + rows)
    elif one.drawing:
        keyed = one.drawing.key and not one.drawing.key_only_narrow
        high += 32 + round(height(one.drawing, _WIDE) * 1.1) + (30 if keyed else 0)
    return high + 84


def _lines(text: str, size: float, *, bold: bool = False) -> int:
    """Return in how many lines a text is set."""
    # A little narrower than the chart is drawn: where Source Sans is missing, other typefaces run
    # wider.
    column = 600
    return ceil(text_width(text, size, bold=bold) / column) or 1


def _rows(table: Table, view: View) -> Iterator[Row]:
    picked = {view.place, view.sector} - {None}
    picks = table.picks or (None,) * len(table.rows)
    for cells, pick in list(zip(table.rows, picks, strict=True))[:_ROWS]:
        yield Row(cells, pick in picked)


def _ways(one: Exhibit, view: View, base: str, code: str) -> tuple[tuple[str, str], ...]:
    language, card = one.language, one.card
    area = catalogue().area(card.area)
    return (
        (receipt_address(base, code, language), say(language, "receipt_link", code=code)),
        (
            full_address(base, card.area, view, card.id),
            say(language, "to_area", area=area.name[language] if area else card.area),
        ),
    )


def _aligned(table: Table) -> str:
    """Return the style that sets columns of numbers to the right: one rule is smaller than a class
    on every cell.
    """
    columns = ",".join(
        f"tr>:nth-child({index})" for index, numeric in enumerate(table.numeric, 1) if numeric
    )
    return f"{columns}{{text-align:right;white-space:nowrap}}" if columns else ""


def _colors(theme: str | None) -> str:
    """Return the colours as CSS variables: of one theme, or of both as the reader's device asks."""
    if theme:
        return f":root{{color-scheme:{theme};{rules(PALETTES[theme])}}}"
    light, dark = rules(PALETTES["light"]), rules(PALETTES["dark"])
    both = f":root{{color-scheme:light dark;{light}}}"
    return f"{both}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"


@cache
def _style() -> str:
    """Return the style without what only its readers need."""
    text = re.sub(r"/\*.*?\*/", "", styles("key.css", "embed.css"), flags=re.DOTALL)
    return re.sub(r"\s*([{};:,])\s+|\s+([{])", lambda match: match[1] or match[2], text).strip()
