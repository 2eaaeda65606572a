"""Writes a story as the hand-out that a speaker leaves with the delegates: contents, and each exhibit with chart, numbers and receipt; computes nothing."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from app.charts import Key
from app.deck import Told, tell
from app.exports import pdf_scene
from app.exports.pdf_page import (
    BOTTOM,
    HEIGHT,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    WIDTH,
    Paragraph,
    Part,
    Whole,
    fonts,
    paged,
    rule,
    shortened,
    wrapped,
    write_line,
)
from app.exports.pdf_table import grid
from app.language import say
from app.scene import draw
from app.screen import exhibit, filters, headline, release_words
from app.store import Store
from app.story import Story
from app.typeface import width as text_width
from app.view import View

_SCALE = 0.75  # points to the pixel of a chart
_QR = 57.0  # 20 mm
_SMALL = 7.8
_VALUE = 150.0  # how wide the column of a headline number is
_SIGNS = {"up": "▲ ", "down": "▼ ", "same": "= "}
_MARGINS = {"contradiction": "@target", "break": "@target"}
# The PDF library reads a typeface with one reading head: files that are written at the same time take turns.
_TURN = Lock()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the contents; `pages` is filled when every exhibit has its page."""

    told: Told
    lines: tuple[str, ...]
    pages: dict[int, int]
    joined: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * 12.5 + 5

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        write_line(canvas, x + 18, top - 10, str(self.told.number), 10, "@muted", anchor="end")
        for place, line in enumerate(self.lines):
            write_line(canvas, x + 28, top - 10 - place * 12.5, line, 10)
        write_line(canvas, x + WIDTH, top - 10 - (len(self.lines) - 1) * 12.5, str(self.pages[self.told.number]), 10, "@muted", anchor="end")
        rule(canvas, x + 28, top - self.height + 1, WIDTH - 28, thickness=0.4)
        canvas.linkRect("", _place(self.told), (x, top - self.height, x + WIDTH, top), thickness=0)

    def split(self, room: float) -> None:
        """Return None: an entry stays whole."""


def write(story: Story, view: View, store: Store, base: str, step: Callable[[int, int], None]) -> bytes:
    """Return the story as PDF (A4, vectors only, the same bytes for the same release and view).

    `base` is the dashboard's address, to which receipts lead. `step(done, all)` is called after each exhibit; what it raises goes through.
    Raises NoTypeface if the typeface is missing or lacks letters.
    """
    with _TURN:
        fonts()
    every, groups = [], []
    for told in tell(story, view, store, base):
        every.append(told)
        groups.append(_exhibit(told, store))
        step(told.number, len(story.slides))
    pages: dict[int, int] = {}
    laid = paged([_cover(story, view, store, every, pages), *groups])
    begins = {id(group[0]): told.number for told, group in zip(every, groups, strict=True)}
    for number, page in enumerate(laid, 1):
        pages |= {begins[id(part)]: number for part, _ in page if id(part) in begins}
    return _printed(story, view, store, laid)


def _printed(story: Story, view: View, store: Store, laid: list[list[tuple[Part, float]]]) -> bytes:
    language, buffer = view.language, io.BytesIO()
    product, title, release = say(language, "product"), story.title[language], release_words(store, language)
    canvas = Canvas(buffer, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, invariant=1, lang=language)
    canvas.setDateFormatter(lambda *_: f"D:{store.release.published:%Y%m%d}000000Z")
    canvas.setTitle(title)
    canvas.setAuthor(product)
    canvas.setCreator(product)
    canvas.setSubject(release)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, page in enumerate(laid, 1):
        for part, down in page:
            part.draw(canvas, LEFT, BOTTOM + HEIGHT - down)
        rule(canvas, LEFT, BOTTOM - 14, WIDTH)
        count = f"{number} / {len(laid)}"
        write_line(canvas, LEFT, BOTTOM - 26, shortened(f"{product} · {title}", WIDTH - text_width(f" · {release}{count}", 8) - 20, 8) + f" · {release}", 8, "@muted")
        write_line(canvas, LEFT + WIDTH, BOTTOM - 26, count, 8, "@muted", anchor="end")
        canvas.showPage()
    with _TURN:
        canvas.save()
    return buffer.getvalue()


def _cover(story: Story, view: View, store: Store, every: list[Told], pages: dict[int, int]) -> list[Part]:
    language = view.language
    picked = [dict(one["options"])[one["value"]] for one in filters("", view, store) if one["value"]]
    parts: list[Part] = [
        Paragraph((say(language, "product"),), 11, "@muted", after=16, joined=True),
        Paragraph(wrapped(story.title[language], WIDTH, 26, bold=True), 26, bold=True, after=8, joined=True),
        Paragraph(wrapped(release_words(store, language), WIDTH, 11), 11, "@muted", joined=True),
    ]
    if picked:
        parts.append(Paragraph(wrapped(f"{say(language, 'about_filters')}: {', '.join(picked)}", WIDTH, 11), 11, "@selected", after=0, joined=True))
    if len(every) > 1:
        parts.append(_gap(22))
        parts.append(Paragraph((say(language, "handout_contents"),), 13, bold=True, after=8, joined=True))
        parts += [_Entry(told, wrapped(told.title, WIDTH - 28 - 36, 10), pages) for told in every]
    return parts


def _exhibit(told: Told, store: Store) -> list[Part]:
    """Return one exhibit in the order in which it is read. What stands before its numbers (heading to chart) stays together."""
    one = told.exhibit
    if one is None:
        return [_heading(told), Paragraph((say(told.view.language, "not_published"),), 9.5, "@muted")]
    if one.tile:
        return [*_tile(told, headline(one, told.view, store))]
    shown = exhibit(one, told.view, store)
    lead: list[Part] = [_heading(told), *_said([one.subtitle], 9.5, "@muted", after=2), *_said([shown["highlight"]], 9.5, "@selected", after=2)]
    lead += _said([one.remark, shown["unfollowed"]], 9.5, "@text", after=2)
    lead += _said([told.notes], 10, "@text", before=4, after=4)
    numbers = grid(one.table, frozenset(code for code in (told.view.place, told.view.sector) if code))
    if one.drawing:
        scene = draw(one.drawing, WIDTH / _SCALE)
        if one.drawing.key and (not one.drawing.key_only_narrow or scene.abbreviated):
            lead.append(_key(one.drawing.key))
        room = HEIGHT - sum(part.height for part in lead) - 8
        scale = max(min(_SCALE, room / scene.height), _SCALE / 2)
        left = (WIDTH - scene.width * scale) / 2
        paint = lambda canvas, x, top: pdf_scene.scene(canvas, scene, x + left, top - 6, scale)
        lead.append(Whole(scene.height * scale + 14, paint))
    else:
        lead.append(_gap(6))
    lead = [replace(part, joined=True) if part is not lead[-1] or numbers and not one.drawing else part for part in lead]
    return [*lead, *_notes(shown["notes"]), *numbers, _foot(told, [one.card.definition[one.language]], store)]


def _said(texts: list[str], size: float, color: str, *, before: float = 0, after: float = 0) -> list[Part]:
    """Return the texts there are, each as a paragraph over the page's width."""
    return [part for text in texts if text for part in (*([_gap(before)] if before else []), Paragraph(wrapped(text, WIDTH, size), size, color, after=after))]


def _notes(notes: list[dict[str, str]], width: float = WIDTH) -> list[Part]:
    return [Paragraph(wrapped(("≠ " if note["kind"] == "contradiction" else "") + note["text"], width - 10, 8.8), 8.8, "@text" if note["kind"] == "contradiction" else "@muted",
                      after=6, indent=10, bar=_MARGINS.get(note["kind"], "@rule")) for note in notes]


def _gap(height: float) -> Whole:
    return Whole(height, lambda canvas, x, top: None, joined=True)


def _place(told: Told) -> str:
    return f"exhibit-{told.number}"


def _heading(told: Told) -> Whole:
    lines = wrapped(told.title, WIDTH, 15, bold=True)
    return _headed(told, Paragraph(lines, 15, bold=True, after=4))


def _headed(told: Told, words: Paragraph) -> Whole:
    """Return a heading with the exhibit's number in the margin, to which contents and bookmarks lead."""

    def paint(canvas: Canvas, x: float, top: float) -> None:
        canvas.bookmarkHorizontal(_place(told), 0, top + 14)
        canvas.addOutlineEntry(f"{told.number}. {told.title}", _place(told))
        write_line(canvas, x - 9, top - words.size * 0.98, str(told.number), words.size - 4, "@muted", anchor="end")
        words.draw(canvas, x, top)

    return Whole(words.height, paint, joined=True)


def _key(entries: tuple[Key, ...]) -> Whole:
    """Return the chart's key: marks with their words, in as many lines as they need."""
    placed: list[tuple[Key, float, int, tuple[str, ...]]] = []
    at, line = 0.0, 0
    for entry in entries:
        before = pdf_scene.mark_width(entry.mark) + (5 if entry.mark != "none" else 0)
        words = wrapped(entry.text, WIDTH - before, 9.5)
        wide = before + max(text_width(one, 9.5) for one in words)
        if at and at + wide > WIDTH:
            at, line = 0.0, line + 1
        placed.append((entry, at, line, words))
        at, line = at + wide + 14, line + len(words) - 1

    def paint(canvas: Canvas, x: float, top: float) -> None:
        for entry, at, line, words in placed:
            middle = top - 10 - line * 13.5
            pdf_scene.key_mark(canvas, entry.mark, entry.color, x + at, middle)
            before = pdf_scene.mark_width(entry.mark) + (5 if entry.mark != "none" else 0)
            for place, words_of_line in enumerate(words):
                write_line(canvas, x + at + before, middle - 3.2 - place * 13.5, words_of_line, 9.5)

    return Whole((line + 1) * 13.5 + 6, paint)


def _stacked(parts: list[Part], x: float, canvas: Canvas, top: float) -> None:
    for part in parts:
        part.draw(canvas, x, top)
        top -= part.height


def _proof(told: Told, texts: list[str], width: float) -> list[Part]:
    """Return what stands in small type at an exhibit's foot: definition, source, the receipt's code as a link."""
    language = told.view.language
    source = told.exhibit.source if told.exhibit else ""
    parts: list[Part] = [Paragraph(wrapped(text, width, _SMALL), _SMALL, "@muted", after=3) for text in texts if text]
    if source:
        parts.append(Paragraph(wrapped(f"{say(language, 'column_source')}: {source}", width, _SMALL), _SMALL, "@muted", after=3))
    parts.append(_receipt(told, f"{say(language, 'receipt')}: "))
    return parts


def _receipt(told: Told, label: str) -> Whole:
    def paint(canvas: Canvas, x: float, top: float) -> None:
        begin, wide = x + text_width(label, _SMALL), text_width(told.code, _SMALL, bold=True)
        write_line(canvas, x, top - 8, label, _SMALL, "@muted")
        write_line(canvas, begin, top - 8, told.code, _SMALL, "@selected", bold=True)
        canvas.linkURL(told.address, (begin, top - 10.5, begin + wide, top), thickness=0)

    return Whole(11, paint)


def _foot(told: Told, texts: list[str], store: Store) -> Whole:
    parts = _proof(told, texts, WIDTH - _QR - 14)

    def paint(canvas: Canvas, x: float, top: float) -> None:
        _stacked(parts, x, canvas, top - 4)
        pdf_scene.code(canvas, told.address, x + WIDTH - _QR, top, _QR)

    return Whole(max(_QR, sum(part.height for part in parts) + 4), paint)


def _tile(told: Told, tile: dict[str, Any]) -> Iterator[Part]:
    """Yield a headline number as a row: the number and its change, beside it what it says, its proof at the right."""
    middle = WIDTH - _VALUE - _QR - 28
    title = _headed(told, Paragraph(wrapped(told.title, middle, 12, bold=True), 12, bold=True, after=3))
    beside = [" · ".join(text for text in (tile["before"], tile["target"], tile["country"]) if text), tile["remark"], told.notes]
    words: list[Part] = [Paragraph(wrapped(text, middle, 9.2), 9.2, after=3) for text in beside if text]
    words += _notes(tile["notes"], middle)
    words += _proof(told, [tile["definition"]], middle)
    size = next(size for size in (26, 22, 18, 15, 12) if text_width(tile["value"], size, bold=True) <= _VALUE or size == 12)
    change = " · ".join(text for text in (_SIGNS.get(tile["direction"], "") + tile["delta"], tile["judgement_word"]) if text) if tile["delta"] else ""
    color = {"better": "@better", "worse": "@worse"}.get(tile["judgement"], "@text")
    numbers: list[Part] = [Paragraph(wrapped(tile["value"], _VALUE, size, bold=True), size, bold=True, after=2)]
    numbers += [Paragraph(wrapped(change, _VALUE, 9.2, bold=True), 9.2, color, bold=True)] if change else []

    def paint(canvas: Canvas, x: float, top: float) -> None:
        _stacked(numbers, x, canvas, top)
        _stacked([title, *words], x + _VALUE + 14, canvas, top)
        pdf_scene.code(canvas, told.address, x + WIDTH - _QR, top, _QR)

    heights = (sum(part.height for part in column) for column in (numbers, [title, *words]))
    yield Whole(max(_QR, *heights) + 2, paint)
