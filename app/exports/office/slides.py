"""Writes a story as a PowerPoint presentation: a title slide, then a slide for each exhibit, with
charts that can be edited; computes nothing.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from app.catalogue.stories import Story
from app.charts.base import unique
from app.drawing import qr
from app.exhibit.names import picked_in_words, release_words
from app.exhibit.notes import highlighted, unfollowed
from app.exhibit.parts import Exhibit
from app.exhibit.tell import Told, tell
from app.exhibit.tile import SIGNS, judgement_word
from app.exports.csv import about
from app.exports.office.chart import add_charts
from app.exports.office.native import native
from app.exports.office.page import (
    EXHIBIT_PAGE,
    FOOT,
    LANGUAGE_TAGS,
    LEFT,
    ROOM,
    TITLE_PAGE,
    TOP,
    Words,
    add_foot,
    add_number,
    add_slide,
    describe,
    high,
    lines,
    new_presentation,
    place,
    saved,
    text_box,
    title_size,
    wide,
)
from app.exports.office.page import write as write_text
from app.exports.office.shapes import add_map, add_network
from app.exports.office.table import (
    BETWEEN,
    SLIDES,
    Block,
    Cells,
    Grid,
    add_block,
    add_grid,
    laid_out,
)
from app.store.store import Store
from app.view import View
from app.words.numbers import NOT_PUBLISHED
from app.words.say import say
from app.words.sentences import capital

_QR = 66.0
_NOTE, _SUBTITLE, _ASIDE = 12.0, 16.0, 14.0
_BODY_END = 462.0
_BESIDE_QR = ROOM - _QR - 24  # how wide texts are that stand left of the code
_KEY_LINE = 22.0
_SHORT = 8  # so many rows never need a second slide
# A finding is as large as its length allows: size, and the number of lines it may take at that
# size.
_TITLE_SIZES = [
    *((size, 2) for size in range(32, 27, -1)),
    *((size, 3) for size in range(28, 24, -1)),
    (24, 6),
    (20, 8),
    (16, 999),
]
_LEAST_TITLE = 24
_JUDGED = {"better": "@better", "worse": "@worse"}
_STATES = {"yes": ("@fprk", "@paper"), "no": ("@paper", "@text"), "unknown": ("@ground", "@muted")}
_MARKS = {"square": "■ ", "outline": "— ", "question": "? ", "frame": "□ "}  # of a matrix's key


def write(
    story: Story, view: View, store: Store, base: str, step: Callable[[int, int], None]
) -> bytes:
    """Return the file. `base` is the dashboard's address; `step(done, all)` is called after each
    exhibit and may raise to cancel.
    """
    made = new_presentation()
    _title_slide(made, story, view, store)
    for told in tell(story, view, store, base):
        _Page(made, told, store).add()
        step(told.number, len(story.slides))
    properties, language = made.core_properties, view.language
    properties.title, properties.author, properties.language = (
        story.title[language][:255],
        say(language, "product"),
        LANGUAGE_TAGS[language],
    )
    properties.comments, properties.subject, properties.last_modified_by = (
        release_words(store, language),
        "",
        say(language, "product"),
    )
    properties.created = properties.modified = datetime.combine(store.release.published, time())
    return saved(made, store.release.published)


def _title_slide(made: Presentation, story: Story, view: View, store: Store) -> None:
    language = view.language
    slide = add_slide(made, TITLE_PAGE)
    title = story.title[language]
    size, _ = title_size(title, ROOM, [(48, 2), (40, 3), (32, 4), (24, 999)], _LEAST_TITLE)
    write_text(slide.shapes.title.text_frame, [[Words(title, size)]], language, anchor="bottom")
    picked = picked_in_words(view)
    said = [
        say(language, "product"),
        release_words(store, language),
        *([f"{say(language, 'about_filters')}: {', '.join(picked)}"] if picked else []),
    ]
    write_text(slide.placeholders[1].text_frame, [[Words(text)] for text in said], language)


@dataclass(frozen=True, slots=True)
class _Room:
    """A slide with its title, and what is left of it: from `top` to `end`. `notes` are those that
    stand above its foot.
    """

    slide: Slide | None
    top: float
    end: float
    notes: tuple[str, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        return LEFT, self.top, ROOM, self.end - self.top


@dataclass(frozen=True, slots=True)
class _Page:
    """Makes the slide of one exhibit; the slides, where its table is long."""

    made: Presentation
    told: Told
    store: Store

    @property
    def language(self) -> str:
        return self.told.view.language

    def add(self) -> None:
        """Add what the exhibit's kind asks for."""
        one = self.told.exhibit
        if one is None:
            self._finish(self._begun([]))
        elif one.tile:
            self._number(one)
        elif one.card.chart == "matrix" and one.drawing:
            self._matrix(one)
        elif one.card.chart in _SHAPES and one.drawing:
            self._shown(one, lambda room: _SHAPES[one.card.chart](room.slide, one, room.box))
        elif chart := native(one):
            self._shown(
                one,
                lambda room: add_charts(room.slide, chart, room.box, self.language),
                chart.remark,
            )
        elif one.table.rows:
            self._table(one)
        else:
            self._shown(one, lambda room: self._nothing(one, room))

    def _shown(self, one: Exhibit, draw: Callable[[_Room], list[BaseShape]], *asides: str) -> None:
        room = self._begun(self._asides(one, *asides), one)
        for shape in draw(room):
            describe(shape, one.alternative)
        self._finish(room)

    def _nothing(self, one: Exhibit, room: _Room) -> list[BaseShape]:
        """Say large that nothing is published for what was picked; an exhibit that failed has said
        so already.
        """
        said = [[Words(capital(say(self.language, "nothing")), 28, "@muted")]]
        return (
            []
            if one.failed
            else [
                text_box(
                    room.slide,
                    one.card.title[self.language],
                    room.box,
                    said,
                    self.language,
                    anchor="middle",
                )
            ]
        )

    def _table(self, one: Exhibit) -> None:
        picked = {self.told.view.place, self.told.view.sector} - {None}
        cells = Cells(
            one.table.columns,
            one.table.numeric,
            one.table.rows,
            frozenset(row for row, code in enumerate(one.table.picks) if code in picked),
        )
        room = self._longest(one, len(cells.rows))
        slides = laid_out(cells, ROOM, room.end - room.top)

        def draw(room: _Room, blocks: list[Block]) -> None:
            for place_, block in enumerate(blocks):
                describe(
                    add_block(
                        room.slide,
                        cells,
                        block,
                        LEFT + place_ * (ROOM + BETWEEN) / 2,
                        room.top,
                        self.language,
                    ),
                    one.alternative,
                )

        self._continued(
            one,
            slides,
            sum(len(block.rows) for blocks in slides for block in blocks),
            len(cells.rows),
            draw,
        )

    def _matrix(self, one: Exhibit) -> None:
        """Add a grid of signs: what holds (since when), what does not, what is not known; never
        told by colour alone.
        """
        names, options = one.names, one.card.options
        down, across = options.get("rows", "series"), options.get("columns", "place")
        rows, columns = (
            unique(row[down] for row in one.marks),
            unique(row[across] for row in one.marks),
        )
        at = {(row[down], row[across]): row for row in one.marks}
        states = [[_state(at.get((row, column))) for column in columns] for row in rows]
        grid = Grid(
            [names.name(across, code) for code in columns],
            [names.name(down, code) for code in rows],
            states,
        )
        room = self._longest(one, len(rows))
        slides = grid.slides(ROOM, room.end - room.top - _KEY_LINE)[:SLIDES]

        def draw(room: _Room, part: Grid) -> None:
            key = [
                Words(_MARKS[entry.mark] + entry.text + "     ", _ASIDE, entry.color)
                for entry in one.drawing.key
            ]
            text_box(
                room.slide,
                say(self.language, "column_state"),
                (LEFT, room.top, ROOM, _KEY_LINE),
                [key],
                self.language,
            )
            describe(
                add_grid(
                    room.slide,
                    part,
                    (LEFT, room.top + _KEY_LINE, ROOM, room.end - room.top - _KEY_LINE),
                    self.language,
                ),
                one.alternative,
            )

        self._continued(one, slides, sum(len(part.names) for part in slides), len(rows), draw)

    def _longest(self, one: Exhibit, rows: int) -> _Room:
        """Return the room that every slide of a table has, whatever its heading must say beside the
        exhibit's own.
        """
        asides = self._asides(one)
        return self._measured(
            [*asides, "…"] if rows > _SHORT else asides, one, "(0/0)" if rows > _SHORT else ""
        )

    def _continued(
        self,
        one: Exhibit,
        slides: list[Any],
        shown: int,
        count: int,
        draw: Callable[[_Room, Any], None],
    ) -> None:
        """Add the slides of a table, numbered if there are several; the last says how many rows are
        left out.
        """
        for number, part in enumerate(slides, 1):
            rest = (
                [say(self.language, "rows_shown", shown=str(shown), count=str(count))]
                if shown < count and number == len(slides)
                else []
            )
            room = self._begun(
                [*self._asides(one), *rest],
                one,
                f"({number}/{len(slides)})" if len(slides) > 1 else "",
            )
            draw(room, part)
            self._finish(room, first=number == 1)

    def _number(self, one: Exhibit) -> None:
        """Add one number as large as it goes, with what came before, the target and the country."""
        shown, word = one.headline, judgement_word(one.headline, self.language)
        room = self._begun(self._asides(one), one)
        size = next(
            size
            for size in range(150, 30, -2)
            if wide(shown.value, size, bold=True) <= ROOM
            and high(1, size) <= (room.end - room.top) * 0.62
        )
        judged = f" · {word}" if word else ""
        # A dash as large as a number would look like a bar.
        said = [
            [
                Words(shown.value, size, "@text", True)
                if shown.value != NOT_PUBLISHED
                else Words(NOT_PUBLISHED, 48, "@muted")
            ]
        ]
        if shown.delta:
            said.append(
                [
                    Words(
                        f"{SIGNS.get(shown.direction, '')}{shown.delta}{judged}",
                        32,
                        _JUDGED.get(shown.judgement, "@text"),
                        True,
                    )
                ]
            )
        said += [
            [Words(text, 24, color)]
            for text, color in (
                (shown.before, "@muted"),
                (shown.target, "@target"),
                (shown.country, "@country"),
            )
            if text
        ]
        text_box(
            room.slide,
            one.card.title[self.language],
            room.box,
            said,
            self.language,
            anchor="middle",
        )
        self._finish(room)

    # --- what every slide has ---------------------------------------------------------------------

    def _asides(self, one: Exhibit, *more: str) -> list[str]:
        """Return what must be said about the view: what is picked, what the source cannot follow,
        that nothing is published.
        """
        view = self.told.view
        return [
            text
            for text in (highlighted(one.card, view), one.remark, unfollowed(one.card, view), *more)
            if text
        ]

    def _measured(self, asides: list[str], one: Exhibit | None = None, part: str = "") -> _Room:
        """Return where a slide's body begins and ends, without making it."""
        size, count = self._title(part)
        top = (
            TOP
            + high(count, size)
            + 4
            + sum(
                high(lines(text, ROOM, text_size), text_size)
                for text, text_size in self._under(asides, one)
            )
            + 12
        )
        notes, left = [], 4 if count < 3 else 2
        told = [
            f"≠ {note.text}" if note.kind == "contradiction" else note.text
            for kind in ("contradiction", "break")
            for note in (one.notes if one else ())
            if note.kind == kind
        ]
        for text in told:
            left -= lines(text, _BESIDE_QR, _NOTE)
            if left < 0:
                break
            notes.append(text)
        if len(notes) < len(told):
            further = say(self.language, "more_notes", count=str(len(told) - len(notes)))
            notes[-1:] = [f"{notes[-1]} ({further})"] if notes else [further]
        band = sum(high(lines(text, _BESIDE_QR, _NOTE), _NOTE) for text in notes)
        return _Room(None, top, min(_BODY_END, FOOT - 6 - band - 6), tuple(notes))

    def _title(self, part: str) -> tuple[float, int]:
        """Return the size of the title and into how many lines it breaks."""
        return title_size(f"{self.told.title} {part}".strip(), ROOM, _TITLE_SIZES, _LEAST_TITLE)

    def _under(self, asides: list[str], one: Exhibit | None) -> list[tuple[str, float]]:
        return [
            *([(one.subtitle, _SUBTITLE)] if one else []),
            *([(" · ".join(asides), _ASIDE)] if asides else []),
        ]

    def _begun(self, asides: list[str], one: Exhibit | None = None, part: str = "") -> _Room:
        """Add a slide with title and subtitle."""
        room = self._measured(asides, one, part)
        slide = add_slide(self.made, EXHIBIT_PAGE)
        size, count = self._title(part)
        place(slide.shapes.title, LEFT, TOP, ROOM, high(count, size))
        write_text(
            slide.shapes.title.text_frame,
            [[Words(f"{self.told.title} {part}".strip(), size)]],
            self.language,
        )
        under, below = slide.placeholders[1], TOP + high(count, size) + 4
        if said := self._under(asides, one):
            place(under, LEFT, below, ROOM, room.top - below - 12)
            write_text(
                under.text_frame,
                [
                    [Words(text, text_size, "@muted" if text_size == _SUBTITLE else "@text")]
                    for text, text_size in said
                ],
                self.language,
            )
        else:
            under._element.getparent().remove(under._element)
        return replace(room, slide=slide)

    def _finish(self, room: _Room, *, first: bool = True) -> None:
        """Add what stands below an exhibit, in the order in which it is read, and the notes page."""
        told, slide, language = self.told, room.slide, self.language
        if room.notes:
            box = (LEFT, room.end + 6, _BESIDE_QR, FOOT - 6 - room.end - 6)
            text_box(
                slide,
                say(language, "about_notes"),
                box,
                [[Words(text, _NOTE, "@text")] for text in room.notes],
                language,
            )
        release = say(language, "release_short", number=str(self.store.release.number))
        texts = (
            [told.exhibit.source, release] if told.exhibit and told.exhibit.source else [release]
        )
        runs = [
            Words(" · ".join(texts)),
            *([Words(" · "), Words(told.code, link=told.address)] if told.code else []),
        ]
        add_foot(slide, runs, language)
        add_number(slide, len(self.made.slides), language)
        if told.address:
            picture = slide.shapes.add_picture(io.BytesIO(qr.png(told.address, 6)), 0, 0)
            place(picture, LEFT + ROOM - _QR + 6, _BODY_END + 2, _QR, _QR)
            picture.click_action.hyperlink.address = told.address
            picture.name = say(language, "receipt")
            describe(picture, f"{say(language, 'receipt_link', code=told.code)}, {told.address}")
        if first:
            self._speak(slide)

    def _speak(self, slide: Slide) -> None:
        """Fill the notes page: what the story's speaker says, then all that is known about the
        exhibit.
        """
        told, language = self.told, self.language
        said = [[Words(told.notes)], []] if told.notes else []
        if one := told.exhibit:
            said += [
                [Words(f"{label}: ", bold=True), Words(text)]
                for label, text in about(one, told.view, self.store)
            ]
            said.append(
                [
                    Words(f"{say(language, 'receipt')}: ", bold=True),
                    Words(f"{told.code}, "),
                    Words(told.address, link=told.address),
                ]
            )
        else:
            said.append([Words(told.title)])
        write_text(slide.notes_slide.notes_text_frame, said, language, framed=True)


_SHAPES = {"map": add_map, "network": add_network}


def _state(row: dict | None) -> tuple[str, str, str, bool]:
    """Return a cell of a matrix: its sign (a year, if one is known), fill, ink, and whether it was
    set as a task.
    """
    state = row["state"] if row else "unknown"
    sign = {
        "yes": str(int(row["value"])) if row and row["value"] is not None else "✓",
        "no": "—",
        "unknown": "?",
    }[state]
    return (sign, *_STATES[state], bool(row and row.get("wanted")))
