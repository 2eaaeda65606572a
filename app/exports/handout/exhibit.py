"""One exhibit as the parts of a printed page, from its finding to its receipt; knows no pages."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.pdfgen.canvas import Canvas

from app.charts.forms import MATRIX_NARROW
from app.charts.reading import Key, Matrix
from app.drawing.scene import draw
from app.exhibit.notes import highlighted, unfollowed
from app.exhibit.parts import Exhibit, Note
from app.exhibit.tell import Told
from app.exhibit.tile import change_in_words
from app.exports.handout import scene as pdf_scene
from app.exports.handout.page import (
    HEIGHT,
    LEFT,
    WIDTH,
    Group,
    Paragraph,
    Part,
    Whole,
    gap,
    shortened,
    wrapped,
    write_line,
)
from app.exports.handout.table import grid
from app.look.typeface import width as text_width
from app.store.store import Store
from app.words.say import say

# Points to the pixel of a chart: its labels become a little larger than the table's numbers.
_SCALE = 0.62
_HEADING, _TEXT, _SMALL = 15.0, 9.5, 7.8
_KEY_LINE = 13.5
_QR = 57.0  # 20 mm
_BESIDE = 14.0
_VALUE = 156.0  # how wide the column of a headline number is
_VALUE_SIZES = (26, 22, 18, 15, 12)
_BARS = {"contradiction": "@target", "revised": "@target", "break": "@target"}


def place_of(told: Told) -> str:
    """Return the name of an exhibit's place in the file, to which contents and bookmarks lead."""
    return f"exhibit-{told.number}"


def exhibit_group(told: Told, store: Store) -> Group:
    """Return one exhibit in the order in which it is read; one that does not exist says so."""
    title = shortened(told.title, WIDTH, _SMALL)

    def again(canvas: Canvas, x: float, top: float) -> None:
        write_line(canvas, LEFT - 9, top - _SMALL, str(told.number), _SMALL, "@muted", anchor="end")
        write_line(canvas, x, top - _SMALL, title, _SMALL, "@muted")

    return Group(tuple(_parts(told, store)), Whole(20, again))


def _parts(told: Told, store: Store) -> list[Part]:
    one = told.exhibit
    if one is None:
        return [_heading(told)]
    if one.tile:
        return [_heading(told), *_spoken(told), _headline(told, one)]
    lead: list[Part] = [
        _heading(told),
        *_said([one.subtitle], "@muted"),
        *_said([highlighted(one.card, told.view)], "@selected"),
    ]
    lead += _said([one.remark, unfollowed(one.card, told.view)], "@text")
    numbers = grid(
        one.table, frozenset(code for code in (told.view.place, told.view.sector) if code)
    )
    return [
        *lead,
        *_chart(one, sum(part.height for part in lead)),
        *_spoken(told),
        *_notes(one.notes, WIDTH),
        *numbers,
        _proof(told, one),
    ]


def _heading(told: Told) -> Whole:
    words = Paragraph(wrapped(told.title, WIDTH, _HEADING, bold=True), _HEADING, bold=True, after=4)

    def paint(canvas: Canvas, x: float, top: float) -> None:
        canvas.bookmarkHorizontal(place_of(told), 0, top + 14)
        canvas.addOutlineEntry(f"{told.number}. {told.title}", place_of(told))
        write_line(
            canvas, LEFT - 9, top - _HEADING * 0.98, str(told.number), 11, "@muted", anchor="end"
        )
        words.draw(canvas, x, top)

    return Whole(words.height, paint, joined=True)


def _said(texts: Iterable[str], color: str) -> list[Part]:
    """Return the texts there are, each as a paragraph that stays with what follows."""
    return [
        Paragraph(wrapped(text, WIDTH, _TEXT), _TEXT, color, after=4, joined=True)
        for text in texts
        if text
    ]


def _spoken(told: Told) -> list[Part]:
    return [Paragraph(wrapped(told.notes, WIDTH, _TEXT), _TEXT, after=8)] if told.notes else []


def _notes(notes: Iterable[Note], width: float) -> list[Part]:
    parts: list[Part] = []
    for note in notes:
        against = note.kind == "contradiction"
        lines = wrapped(("≠ " if against else "") + note.text, width - 10, 8.8)
        parts.append(
            Paragraph(
                lines,
                8.8,
                "@text" if against else "@muted",
                after=6,
                indent=10,
                bar=_BARS.get(note.kind, "@rule"),
            )
        )
    return parts


def _chart(one: Exhibit, used: float) -> list[Part]:
    """Return key and chart, which shrinks rather than not fit below `used` points of heading."""
    if one.drawing is None:
        return [gap(4)]
    # A wide matrix names its columns in words; a little wider yet, and the names do not touch.
    pixels = MATRIX_NARROW + 60 if isinstance(one.reading, Matrix) else WIDTH / _SCALE
    scene = draw(one.drawing, pixels, flat=one.card.kind.paper)
    parts: list[Part] = (
        [_key(one.drawing.key)]
        if one.drawing.key and (not one.drawing.key_only_narrow or scene.abbreviated)
        else []
    )
    room = HEIGHT - used - sum(part.height for part in parts) - 14
    scale = max(min(WIDTH / pixels, room / scene.height), _SCALE / 2)
    left = (WIDTH - scene.width * scale) / 2
    return [
        *parts,
        Whole(
            scene.height * scale + 14,
            lambda canvas, x, top: pdf_scene.scene(canvas, scene, x + left, top - 4, scale),
        ),
    ]


def _key(entries: tuple[Key, ...]) -> Whole:
    """Return the chart's key: marks with their words, in as many lines as they need."""
    placed: list[tuple[Key, float, float, int, tuple[str, ...]]] = []
    at, line = 0.0, 0
    for entry in entries:
        before = pdf_scene.mark_width(entry.mark) + (5 if entry.mark != "none" else 0)
        words = wrapped(entry.text, WIDTH - before, _TEXT)
        wide = before + max(text_width(one, _TEXT) for one in words)
        if at and at + wide > WIDTH:
            at, line = 0.0, line + 1
        placed.append((entry, at, at + before, line, words))
        at, line = at + wide + 16, line + len(words) - 1

    def paint(canvas: Canvas, x: float, top: float) -> None:
        for entry, mark, begin, line, words in placed:
            middle = top - 8 - line * _KEY_LINE
            if entry.mark != "none":
                pdf_scene.key_mark(canvas, entry.mark, entry.color, x + mark, middle)
            for place, text in enumerate(words):
                write_line(canvas, x + begin, middle - 3.2 - place * _KEY_LINE, text, _TEXT)

    return Whole((line + 1) * _KEY_LINE + 6, paint, joined=True)


def _proof(told: Told, one: Exhibit) -> Whole:
    """Return an exhibit's foot: definition, source and receipt in small type, beside a QR code."""
    return _beside_code(told, [], _small(told, one, WIDTH - _QR - _BESIDE))


def _headline(told: Told, one: Exhibit) -> Whole:
    """Return a headline number as a row.

    The number with its change; beside it what came before and what it should be, foot, receipt.
    """
    tile, middle = one.headline, WIDTH - _VALUE - _QR - 2 * _BESIDE
    size = next(
        size
        for size in _VALUE_SIZES
        if text_width(tile.value, size, bold=True) <= _VALUE or size == _VALUE_SIZES[-1]
    )
    numbers: list[Part] = [
        Paragraph(wrapped(tile.value, _VALUE, size, bold=True), size, bold=True, after=2)
    ]
    if change := change_in_words(tile, one.language):
        color = {"better": "@better", "worse": "@worse"}.get(tile.judgement, "@text")
        numbers.append(
            Paragraph(wrapped(change, _VALUE, _TEXT, bold=True), _TEXT, color, bold=True)
        )
    label = one.card.title[one.language]
    beside = (
        label if label != told.title else "",
        " · ".join(text for text in (tile.before, tile.target, tile.country) if text),
        unfollowed(one.card, told.view),
    )
    words: list[Part] = [
        Paragraph(wrapped(text, middle, _TEXT), _TEXT, after=3) for text in beside if text
    ]
    return _beside_code(
        told, numbers, [*words, *_notes(one.headline_notes, middle), *_small(told, one, middle)]
    )


def _small(told: Told, one: Exhibit, width: float) -> list[Part]:
    """Return definition, source and the receipt's code, which is a link, in small type."""
    language = one.language
    texts = [
        one.card.definition[language],
        *([f"{say(language, 'column_source')}: {one.source}"] if one.source else []),
    ]
    label = f"{say(language, 'receipt')}: "

    def paint(canvas: Canvas, x: float, top: float) -> None:
        begin, wide = x + text_width(label, _SMALL), text_width(told.code, _SMALL, bold=True)
        write_line(canvas, x, top - 8, label, _SMALL, "@muted")
        write_line(canvas, begin, top - 8, told.code, _SMALL, "@selected", bold=True)
        canvas.linkURL(told.address, (begin, top - 10.5, begin + wide, top), thickness=0)

    return [
        *(Paragraph(wrapped(text, width, _SMALL), _SMALL, "@muted", after=3) for text in texts),
        Whole(11, paint),
    ]


def _beside_code(told: Told, left: list[Part], right: list[Part]) -> Whole:
    """Return parts in one column, or in two with a number's at the left, beside the QR code."""

    def paint(canvas: Canvas, x: float, top: float) -> None:
        for at, column in ((x, left), (x + _VALUE + _BESIDE if left else x, right)):
            down = top
            for part in column:
                part.draw(canvas, at, down)
                down -= part.height
        pdf_scene.code(canvas, told.address, x + WIDTH - _QR, top + 3, _QR)

    return Whole(
        max(_QR, *(sum(part.height for part in column) for column in (left, right))), paint
    )
