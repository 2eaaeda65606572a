"""Writes a story as the hand-out that a speaker leaves with the delegates; computes nothing."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from reportlab.pdfgen.canvas import Canvas

from app.catalogue.stories import Story
from app.exhibit.names import mark_words, picked_in_words, release_words
from app.exhibit.tell import Told, tell
from app.exports.handout.exhibit import exhibit_group, place_of
from app.exports.handout.page import (
    BOTTOM,
    HEIGHT,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PLAIN,
    WIDTH,
    Group,
    Page,
    Paragraph,
    Part,
    fonts,
    gap,
    ink,
    paged,
    rule,
    shortened,
    wrapped,
    write_line,
)
from app.look.typeface import width as text_width
from app.store.store import Store
from app.view import View
from app.words.say import say

_LINE = 12.5
# Room below an entry of the contents: less, where it keeps them on the first page.
_APART = (5.0, 4.0, 3.0)
_INDENT = 28
# The PDF library reads a typeface with one reading head: files written at one time take turns.
_TURN = Lock()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the contents with the room below it.

    `pages` is filled when every exhibit has its page.
    """

    told: Told
    lines: tuple[str, ...]
    pages: dict[int, int]
    apart: float
    joined: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * _LINE + self.apart

    @property
    def least(self) -> float:
        return self.height

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        first, last = top - 10, top - 10 - (len(self.lines) - 1) * _LINE
        write_line(
            canvas, x + _INDENT - 10, first, str(self.told.number), 10, "@muted", anchor="end"
        )
        for place, line in enumerate(self.lines):
            write_line(canvas, x + _INDENT, first - place * _LINE, line, 10)
        write_line(
            canvas, x + WIDTH, last, str(self.pages[self.told.number]), 10, "@muted", anchor="end"
        )
        rule(canvas, x + _INDENT, top - self.height + 1, WIDTH - _INDENT, thickness=0.4)
        canvas.linkRect(
            "", place_of(self.told), (x, top - self.height, x + WIDTH, top), thickness=0
        )

    def split(self, room: float) -> None:
        """Return None: an entry stays whole."""


def write(
    story: Story, view: View, store: Store, base: str, step: Callable[[int, int], None]
) -> bytes:
    """Return the story as PDF (A4, vectors only, the same bytes for the same release and view).

    `base` is the dashboard's address, to which receipts lead. `step(done, all)` is called after
    each exhibit; what it raises goes through. Raises NoTypeface if the typeface is missing or lacks
    letters.
    """
    with _TURN:
        fonts()
    every: list[Told] = []
    exhibits: list[Group] = []
    for told in tell(story, view, store, base):
        every.append(told)
        exhibits.append(exhibit_group(told, store))
        step(told.number, len(story.slides))
    pages: dict[int, int] = {}
    laid = paged([_cover(story, view, store, every, pages), *exhibits])
    page_of = {id(part): number for number, page in enumerate(laid, 1) for part, _ in page}
    pages |= {
        told.number: page_of[id(group.parts[0])]
        for told, group in zip(every, exhibits, strict=True)
    }
    return _printed(story, view, store, laid)


def _cover(
    story: Story, view: View, store: Store, every: list[Told], pages: dict[int, int]
) -> Group:
    language = view.language
    picked = picked_in_words(view)
    parts: list[Part] = [
        Paragraph((say(language, "product"),), 11, "@muted", after=16, joined=True),
        Paragraph(
            wrapped(story.title[language], WIDTH, 26, bold=True),
            26,
            bold=True,
            after=8,
            joined=True,
        ),
        Paragraph((release_words(store, language),), 11, "@muted", joined=True),
    ]
    if picked:
        parts.append(
            Paragraph(
                wrapped(f"{say(language, 'about_filters')}: {', '.join(picked)}", WIDTH, 11),
                11,
                "@selected",
                joined=True,
            )
        )
    if len(every) > 1:
        parts += [
            gap(22),
            Paragraph((say(language, "handout_contents"),), 13, bold=True, after=8, joined=True),
        ]
        parts += _entries(every, pages, HEIGHT - sum(part.height for part in parts))
    return Group(tuple(parts))


def _entries(every: list[Told], pages: dict[int, int], room: float) -> list[_Entry]:
    """Return the contents, as far apart as the room on the first page allows."""
    choices = [
        [
            _Entry(told, wrapped(told.title, WIDTH - _INDENT - 36, 10), pages, apart)
            for told in every
        ]
        for apart in _APART
    ]
    fitting = (one for one in choices if sum(entry.height for entry in one) <= room)
    return next(fitting, choices[0])


def _printed(story: Story, view: View, store: Store, laid: list[Page]) -> bytes:
    language, buffer = view.language, io.BytesIO()
    product, title = say(language, "product"), story.title[language]
    release = release_words(store, language)
    canvas = Canvas(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=1,
        lang=language,
        initialFontName=PLAIN,  # type: ignore[arg-type]  # reportlab's stubs expect a number
    )
    canvas.setDateFormatter(lambda *_: f"D:{store.release.published:%Y%m%d}000000Z")
    canvas.setTitle(title)
    canvas.setAuthor(product)
    canvas.setCreator(product)
    canvas.setSubject(release)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, page in enumerate(laid, 1):
        for part, down in page:
            part.draw(canvas, LEFT, BOTTOM + HEIGHT - down)
        _band(canvas, mark_words(store.release, language))
        _foot(canvas, f"{product} · {title}", f" · {release}", f"{number} / {len(laid)}")
        canvas.showPage()
    with _TURN:
        canvas.save()
    return buffer.getvalue()


def _band(canvas: Canvas, text: str) -> None:
    """Say across the head of a page what must be said of all of it; nothing if it is blank."""
    if text:
        canvas.setFillColor(ink("@worse"))
        canvas.rect(0, PAGE_HEIGHT - 24, PAGE_WIDTH, 24, stroke=0, fill=1)
        middle = PAGE_WIDTH / 2
        write_line(canvas, middle, PAGE_HEIGHT - 16, text, 11, "@paper", bold=True, anchor="middle")


def _foot(canvas: Canvas, title: str, release: str, count: str) -> None:
    """Write what stands under every page: the title as far as it fits, the release, the number."""
    rule(canvas, LEFT, BOTTOM - 14, WIDTH)
    room = WIDTH - text_width(release + count, 8) - 20
    write_line(canvas, LEFT, BOTTOM - 26, shortened(title, room, 8) + release, 8, "@muted")
    write_line(canvas, LEFT + WIDTH, BOTTOM - 26, count, 8, "@muted", anchor="end")
