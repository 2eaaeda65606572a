"""Writes a story as a PowerPoint presentation, with charts that can be edited; computes nothing."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import TypeVar

from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from app.catalogue.stories import Story
from app.charts.reading import Matrix, Network, RegionMap
from app.drawing import qr
from app.exhibit.names import (
    mark_words,
    picked_in_words,
    release_number_words,
    release_words,
)
from app.exhibit.notes import highlighted, unfollowed
from app.exhibit.parts import Exhibit, Tile
from app.exhibit.tell import Told, tell
from app.exhibit.tile import change_in_words
from app.exports.csv import about
from app.exports.office.chart import add_charts
from app.exports.office.native import native
from app.exports.office.page import (
    EXHIBIT_PAGE,
    FOOT,
    LANGUAGE_TAGS,
    LEFT,
    NO_ROOM,
    ROOM,
    TITLE_PAGE,
    TOP,
    Words,
    add_band,
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
    title_of,
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

_Part = TypeVar("_Part")

_QR = 66.0
_NOTE, _SUBTITLE, _ASIDE = 12.0, 16.0, 14.0
_BODY_END = 462.0
_BESIDE_QR = ROOM - _QR - 24  # how wide texts are that stand left of the code
_KEY_LINE = 22.0
_SHORT = 8  # so many rows never need a second slide
# A finding is as large as its length allows: size, and how many lines it may take at that size.
_TITLE_SIZES = [
    *((size, 2) for size in range(32, 27, -1)),
    *((size, 3) for size in range(28, 24, -1)),
    (24, 6),
    (20, 8),
    (16, 999),
]
_LEAST_TITLE = 24
_JUDGED = {"better": "@better", "worse": "@worse"}
_MARKS = {"square": "■ ", "outline": "— ", "question": "? ", "frame": "□ "}  # of a matrix's key


def write(
    story: Story, view: View, store: Store, base: str, step: Callable[[int, int], None]
) -> bytes:
    """Return the file: a title slide, then a slide for each exhibit, several for a long table.

    `base` is the dashboard's address; `step(done, all)` is called after each exhibit and may raise
    to cancel.
    """
    made = new_presentation()
    _title_slide(made, story, view, store)
    for told in tell(story, view, store, base):
        _Page(made, told, store).add()
        step(told.number, len(story.slides))
    _sign(made, story, view.language, store)
    return saved(made, store.release.published)


def _sign(made: Presentation, story: Story, language: str, store: Store) -> None:
    """Say in the file's properties what it is, whose, and of which release."""
    properties, house = made.core_properties, say(language, "product")
    properties.title, properties.author = story.title[language][:255], house
    properties.language = LANGUAGE_TAGS[language]
    properties.comments = release_words(store, language)
    properties.subject, properties.last_modified_by = "", house
    properties.created = properties.modified = datetime.combine(store.release.published, time())


def _title_slide(made: Presentation, story: Story, view: View, store: Store) -> None:
    language = view.language
    slide = add_slide(made, TITLE_PAGE)
    add_band(slide, mark_words(store.release, language), language)
    title = story.title[language]
    size, _ = title_size(title, ROOM, [(48, 2), (40, 3), (32, 4), (24, 999)], _LEAST_TITLE)
    write_text(title_of(slide).text_frame, [[Words(title, size)]], language, anchor="bottom")
    picked = picked_in_words(view)
    said = [
        say(language, "product"),
        release_words(store, language),
        *([f"{say(language, 'about_filters')}: {', '.join(picked)}"] if picked else []),
    ]
    write_text(slide.placeholders[1].text_frame, [[Words(text)] for text in said], language)


@dataclass(frozen=True, slots=True)
class _Space:
    """What a title leaves of a slide: from `top` to `end`; `notes` stand below, above the foot."""

    top: float
    end: float
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Room(_Space):
    """A slide with its title, and what is left of it."""

    slide: Slide

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Return left, top, width and height of what is left, in points."""
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
        else:
            self._charted(one)

    def _charted(self, one: Exhibit) -> None:
        """Add what the exhibit's reading becomes: shapes, a grid, a chart; else its table."""
        match one.reading:
            case RegionMap() as regions:
                self._shown(one, lambda room: add_map(room.slide, regions, room.box))
            case Network() as network:
                self._shown(one, lambda room: add_network(room.slide, network, room.box))
            case Matrix() as matrix:
                self._matrix(one, matrix)
            case reading if chart := native(reading):
                self._shown(
                    one,
                    lambda room: add_charts(room.slide, chart, room.box, self.language),
                    chart.remark,
                )
            case _ if one.table.rows:
                self._table(one)
            case _:
                self._shown(one, lambda room: self._nothing(one, room))

    def _shown(self, one: Exhibit, draw: Callable[[_Room], list[BaseShape]], *asides: str) -> None:
        room = self._begun(self._asides(one, *asides), one)
        for shape in draw(room):
            describe(shape, one.alternative)
        self._finish(room)

    def _nothing(self, one: Exhibit, room: _Room) -> list[BaseShape]:
        """Say large that nothing is published for what was picked; what failed has said so."""
        if one.failed:
            return []
        said = [[Words(capital(say(self.language, "nothing")), 28, "@muted")]]
        title = one.card.title[self.language]
        return [text_box(room.slide, title, room.box, said, self.language, anchor="middle")]

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
            for column, block in enumerate(blocks):
                left = LEFT + column * (ROOM + BETWEEN) / 2
                table = add_block(room.slide, cells, block, left, room.top, self.language)
                describe(table, one.alternative)

        shown = sum(len(block.rows) for blocks in slides for block in blocks)
        self._continued(one, slides, shown, len(cells.rows), draw)

    def _matrix(self, one: Exhibit, matrix: Matrix) -> None:
        """Add a grid of signs: what holds (since when), what does not, what is not known.

        None is told by colour alone.
        """
        grid = Grid(
            [column.name for column in matrix.columns],
            [row.name for row in matrix.rows],
            [
                [(cell.sign, cell.fill, cell.ink, cell.wanted) for cell in row]
                for row in matrix.cells
            ],
        )
        room = self._longest(one, len(matrix.rows))
        slides = grid.slides(ROOM, room.end - room.top - _KEY_LINE)[:SLIDES]

        def draw(room: _Room, part: Grid) -> None:
            key = [
                Words(_MARKS[entry.mark] + entry.text + "     ", _ASIDE, entry.color)
                for entry in matrix.key
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

        self._continued(
            one, slides, sum(len(part.names) for part in slides), len(matrix.rows), draw
        )

    def _longest(self, one: Exhibit, rows: int) -> _Space:
        """Return the space that every slide of a table has, whatever else its heading must say."""
        asides = self._asides(one)
        if rows <= _SHORT:
            return self._measured(asides, one)
        return self._measured([*asides, "…"], one, "(0/0)")

    def _continued(
        self,
        one: Exhibit,
        slides: Sequence[_Part],
        shown: int,
        count: int,
        draw: Callable[[_Room, _Part], None],
    ) -> None:
        """Add the slides of a table, numbered if there are several.

        The last says how many rows are left out.
        """
        for number, part in enumerate(slides, 1):
            asides = self._asides(one)
            if shown < count and number == len(slides):
                asides.append(say(self.language, "rows_shown", shown=str(shown), count=str(count)))
            sign = f"({number}/{len(slides)})" if len(slides) > 1 else ""
            room = self._begun(asides, one, sign)
            draw(room, part)
            self._finish(room, first=number == 1)

    def _number(self, one: Exhibit) -> None:
        """Add one number as large as it goes, with what came before, the target and the country."""
        shown = one.headline
        room = self._begun(self._asides(one), one)
        said = [_headline(shown, room.end - room.top)]
        if change := change_in_words(shown, self.language):
            said.append(Words(change, 32, _JUDGED.get(shown.judgement, "@text"), True))
        beside = (
            Words(shown.before, 24, "@muted"),
            Words(shown.target, 24, "@target"),
            Words(shown.country, 24, "@country"),
        )
        lines_said = [[words] for words in (*said, *beside) if words.text]
        title = one.card.title[self.language]
        text_box(room.slide, title, room.box, lines_said, self.language, anchor="middle")
        self._finish(room)

    # --- what every slide has ---------------------------------------------------------------------

    def _asides(self, one: Exhibit, *more: str) -> list[str]:
        """Return what must be said about the view.

        What is picked, what the source cannot follow, that nothing is published.
        """
        view = self.told.view
        said = (highlighted(one.card, view), one.remark, unfollowed(one.card, view), *more)
        return [text for text in said if text]

    def _measured(self, asides: list[str], one: Exhibit | None = None, part: str = "") -> _Space:
        """Return where a slide's body begins and ends, without making it."""
        size, count = self._title(part)
        under = sum(
            high(lines(text, ROOM, text_size), text_size)
            for text, text_size in self._under(asides, one)
        )
        notes = self._warnings(one, 4 if count < 3 else 2) if one else []
        band = sum(high(lines(text, _BESIDE_QR, _NOTE), _NOTE) for text in notes)
        end = min(_BODY_END, FOOT - 6 - band - 6)
        return _Space(TOP + high(count, size) + 4 + under + 12, end, tuple(notes))

    def _warnings(self, one: Exhibit, room: int) -> list[str]:
        """Return the contradictions, revisions and breaks that fit into so many lines, and how many
        more.
        """
        told = [
            f"≠ {note.text}" if note.kind == "contradiction" else note.text
            for kind in ("contradiction", "revised", "break")
            for note in one.notes
            if note.kind == kind
        ]
        kept: list[str] = []
        for text in told:
            room -= lines(text, _BESIDE_QR, _NOTE)
            if room < 0:
                break
            kept.append(text)
        if len(kept) < len(told):
            further = say(self.language, "more_notes", count=str(len(told) - len(kept)))
            kept[-1:] = [f"{kept[-1]} ({further})"] if kept else [further]
        return kept

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
        space = self._measured(asides, one, part)
        slide = add_slide(self.made, EXHIBIT_PAGE)
        add_band(slide, mark_words(self.store.release, self.language), self.language)
        size, count = self._title(part)
        title, words = title_of(slide), Words(f"{self.told.title} {part}".strip(), size)
        place(title, LEFT, TOP, ROOM, high(count, size))
        write_text(title.text_frame, [[words]], self.language)
        under, below = slide.placeholders[1], TOP + high(count, size) + 4
        if said := self._under(asides, one):
            place(under, LEFT, below, ROOM, space.top - below - 12)
            paragraphs = [
                [Words(text, text_size, "@muted" if text_size == _SUBTITLE else "@text")]
                for text, text_size in said
            ]
            write_text(under.text_frame, paragraphs, self.language)
        else:
            under._element.getparent().remove(under._element)
        return _Room(space.top, space.end, space.notes, slide)

    def _finish(self, room: _Room, *, first: bool = True) -> None:
        """Add what stands below an exhibit, in the order of reading, and the notes page."""
        told, slide, language = self.told, room.slide, self.language
        if room.notes:
            box = (LEFT, room.end + 6, _BESIDE_QR, FOOT - 6 - room.end - 6)
            notes = [[Words(text, _NOTE, "@text")] for text in room.notes]
            text_box(slide, say(language, "about_notes"), box, notes, language)
        source = told.exhibit.source if told.exhibit else ""
        release = release_number_words(self.store, language)
        runs = [Words(" · ".join(filter(None, (source, release))))]
        if told.code:
            runs += [Words(" · "), Words(told.code, link=told.address)]
        add_foot(slide, runs, language)
        add_number(slide, len(self.made.slides), language)
        if told.address:
            self._code(slide)
        if first:
            self._speak(slide)

    def _code(self, slide: Slide) -> None:
        """Add the receipt's address as a QR code that is a link."""
        told, language = self.told, self.language
        image = io.BytesIO(qr.png(told.address, 6))
        picture = slide.shapes.add_picture(image, NO_ROOM, NO_ROOM)
        place(picture, LEFT + ROOM - _QR + 6, _BODY_END + 2, _QR, _QR)
        picture.click_action.hyperlink.address = told.address
        picture.name = say(language, "receipt")
        describe(picture, f"{say(language, 'receipt_link', code=told.code)}, {told.address}")

    def _speak(self, slide: Slide) -> None:
        """Fill the notes page: what the speaker says, then all that is known about the exhibit."""
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
        if frame := slide.notes_slide.notes_text_frame:
            write_text(frame, said, language, framed=True)


def _headline(shown: Tile, room: float) -> Words:
    """Return a number as large as it goes in so high a room."""
    # A dash as large as a number would look like a bar.
    if shown.value == NOT_PUBLISHED:
        return Words(NOT_PUBLISHED, 48, "@muted")
    sizes = range(150, 30, -2)
    fitting = (
        size
        for size in sizes
        if wide(shown.value, size, bold=True) <= ROOM and high(1, size) <= room * 0.62
    )
    return Words(shown.value, next(fitting, sizes[-1]), "@text", True)
