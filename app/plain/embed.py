"""One exhibit as a light page for another site's frame: one request, no script, both themes; asks
no database and answers no request.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from html import escape
from math import ceil
from urllib.parse import urlencode

from app.catalogue.cards import catalogue
from app.drawing.scene import Scene, Text, draw
from app.drawing.svg import as_svg, key_list
from app.exhibit.notes import highlighted, unfollowed
from app.exhibit.parts import Exhibit, Note, Table, Tile
from app.exhibit.tile import SIGNS
from app.frontend.assets import styles
from app.look.theme import PALETTES
from app.look.typeface import width as text_width
from app.store.store import Store
from app.view import View
from app.words.say import say
from app.words.sentences import unbroken

# What a chart is drawn for, in pixels; embed.css shows one of the two.
_WIDE, _NARROW = 700, 350
_SHOWN_NOTES = 3
_ROWS = 150


def page(
    one: Exhibit, view: View, store: Store, *, base: str, code: str, theme: str | None = None
) -> str:
    """Return the page of an exhibit as `view` asks for it.

    `base` is the dashboard's address (`https://…/`), `code` the exhibit's receipt; `theme` is light
    or dark, None leaves it to the reader's device.
    """
    main = f"<h1>{_text(one.title)}</h1>{''.join(_content(one, view))}{_footer(one, view, store, base, code)}"
    return (
        f'<!doctype html><html lang="{one.language}"><meta charset="utf-8"><meta name="viewport" '
        'content="width=device-width,initial-scale=1">'
        f"<title>{_text(one.title)} — "
        f"{_text(say(one.language, 'product'))}</title><style>{_colors(theme)}{_style()}{_aligned(one.table)}</style><main>{main}</main></html>"
    )


def snippet(address: str, title: str, height: int) -> str:
    """Return the frame to copy into another site: `address` of the page, `height` in pixels."""
    return f'<iframe src="{_text(address)}" title="{_text(title)}" width="100%" height="{height}" style="border:0" loading="lazy"></iframe>'


def height_of(one: Exhibit) -> int:
    """Return how high a frame shows the exhibit without scrolling on a desktop, in pixels; its
    table stays folded.
    """
    # A little narrower than the chart is drawn: where Source Sans is missing, other typefaces run
    # wider.
    column = 600
    lines = lambda text, size, bold=False: ceil(text_width(text, size, bold=bold) / column) or 1
    high = (
        32
        + 25 * lines(one.title, 20, True)
        + 24 * lines(one.subtitle, 14)
        + (40 if one.remark else 0)
    )
    high += sum(10 + 20 * lines(note.text, 14) for note in one.notes[:_SHOWN_NOTES]) + (
        40 if len(one.notes) > _SHOWN_NOTES else 0
    )
    if one.tile:
        high += 150
    elif one.card.kind.sentences:
        # Columns share the width as their words need it, not quite evenly: a row is taken for one
        # text a fourth longer.
        high += 8 + min(
            420, 34 + sum(12 + 20 * lines("".join(row), 14 * 1.25) for row in one.table.rows)
        )
    elif one.drawing:
        high += (
            32
            + round(draw(one.drawing, _WIDE).height * 1.1)
            + (30 if one.drawing.key and not one.drawing.key_only_narrow else 0)
        )
    return high + 84


def _content(one: Exhibit, view: View) -> Iterator[str]:
    """Yield what stands between the finding and the foot."""
    yield f'<p class="sub">{_text(" · ".join(part for part in (one.subtitle, one.drawing and highlighted(one.card, view)) if part))}</p>'
    if remark := " ".join(part for part in (one.remark, unfollowed(one.card, view)) if part):
        yield f'<p class="remark">{_text(remark)}</p>'
    if one.failed:
        return
    if one.tile:
        yield tile_text(one.tile, one.language)
    elif one.card.kind.sentences:
        yield _table(one, view)
    elif one.drawing:
        yield _charts(one)
    yield from (_note(note) for note in one.notes[:_SHOWN_NOTES])
    if further := one.notes[_SHOWN_NOTES:]:
        yield _folded(
            say(one.language, "more_notes", count=str(len(further))),
            "".join(_note(note) for note in further),
        )
    if not one.card.kind.sentences:
        yield _folded(say(one.language, "table"), _table(one, view))


def tile_text(tile: Tile, language: str) -> str:
    """Return a headline number in lines: the number, its change, what came before, the target, the
    country.
    """
    judged = f" · {say(language, tile.judgement)}" if tile.judgement != "neutral" else ""
    change = (
        '<p class="delta '
        f'{tile.judgement}">{_text(SIGNS.get(tile.direction, "") + tile.delta + judged)}</p>'
        if tile.delta
        else ""
    )
    lines = "".join(
        f'<p class="of">{_text(line)}</p>'
        for line in (tile.before, tile.target, tile.country)
        if line
    )
    return f'<p class="value">{_text(tile.value)}</p>{change}{lines}'


def _charts(one: Exhibit) -> str:
    """Return the chart at both widths, each with its key; what the pointer tells stands in the wide
    one alone: phones have no pointer.
    """
    parts = []
    for name, scene in (
        ("wide", draw(one.drawing, _WIDE)),
        ("narrow", _silent(draw(one.drawing, _NARROW))),
    ):
        if one.drawing.key and (scene.abbreviated or not one.drawing.key_only_narrow):
            parts.append(key_list(one.drawing.key, name))
        parts.append(
            as_svg(scene, None, one.title, one.alternative).replace(
                "<svg ", f'<svg class="{name}" ', 1
            )
        )
    return "".join(parts)


def _silent(scene: Scene) -> Scene:
    return replace(
        scene,
        marks=tuple(
            mark if isinstance(mark, Text) else replace(mark, hover="") for mark in scene.marks
        ),
    )


def _note(note: Note) -> str:
    return f'<p class="note {note.kind}">{_text(note.text)}</p>'


def _folded(label: str, body: str) -> str:
    return f"<details><summary>{_text(label)}</summary>{body}</details>"


def _table(one: Exhibit, view: View) -> str:
    """Return the exhibit's table; of a very long one its beginning, which says so."""
    table, picked = one.table, {view.place, view.sector} - {None}
    picks = table.picks or (None,) * len(table.rows)
    rows = "".join(
        f"<tr{' class=picked' if pick in picked else ''}>{_cells(row)}"
        for row, pick in list(zip(table.rows, picks, strict=True))[:_ROWS]
    )
    heads = "".join(f"<th scope=col>{_text(head)}" for head in table.columns)
    cut = (
        say(one.language, "rows_shown", shown=str(_ROWS), count=str(len(table.rows)))
        if len(table.rows) > _ROWS
        else ""
    )
    caption = f"<caption>{_text(cut)}</caption>" if cut else ""
    label = _text(f"{say(one.language, 'open_table')}: {one.title}")
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"><table>{caption}<thead><tr>{heads}<tbody>{rows}</table></div>'


def _cells(row: Iterable[str]) -> str:
    # Ends of rows and cells may be left out in HTML; a long table is a third smaller without them.
    return "".join(
        f"<td>{_text(cell)}" if index else f"<th scope=row>{_text(cell)}"
        for index, cell in enumerate(row)
    )


def _aligned(table: Table) -> str:
    """Return the style that sets columns of numbers to the right: one rule is smaller than a class
    on every cell.
    """
    columns = ",".join(
        f"tr>:nth-child({index})" for index, numeric in enumerate(table.numeric, 1) if numeric
    )
    return f"{columns}{{text-align:right;white-space:nowrap}}" if columns else ""


def _footer(one: Exhibit, view: View, store: Store, base: str, code: str) -> str:
    language, card = one.language, one.card
    said = [
        _text(part)
        for part in (one.source, say(language, "release_short", number=str(store.release.number)))
        if part
    ]
    area = catalogue().area(card.area)
    links = [
        (
            f"{base}r/{code}?{urlencode({'lang': language})}",
            say(language, "receipt_link", code=code),
        ),
        (
            f"{base}{card.area}?{urlencode(view.query())}#{card.id.replace('/', '-')}",
            say(language, "to_area", area=area.name[language] if area else card.area),
        ),
    ]
    ways = [
        f'<a href="{_text(address)}" target="_blank" rel="noopener">{_text(words)}</a>'
        for address, words in links
    ]
    return f"<footer>{' · '.join(said)}<br>{' '.join(ways)}</footer>"


def _colors(theme: str | None) -> str:
    """Return the colours as CSS variables: of one theme, or of both as the reader's device asks."""
    rules = {
        name: "".join(f"--c-{token.replace('_', '-')}:{color};" for token, color in palette.items())
        for name, palette in PALETTES.items()
    }
    if theme:
        return f":root{{color-scheme:{theme};{rules[theme]}}}"
    return f":root{{color-scheme:light dark;{rules['light']}}}@media(prefers-color-scheme:dark){{:root{{{rules['dark']}}}}}"


@cache
def _style() -> str:
    """Return the style without what only its readers need."""
    text = re.sub(r"/\*.*?\*/", "", styles("key.css", "embed.css"), flags=re.DOTALL)
    return re.sub(r"\s*([{};:,])\s+|\s+([{])", lambda match: match[1] or match[2], text).strip()


def _text(words: str) -> str:
    return escape(unbroken(words), quote=True)
