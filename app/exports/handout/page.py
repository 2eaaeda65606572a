"""The parts of which a printed page is made, and how they fill pages; knows no exhibit."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.look.theme import PALETTES
from app.look.typeface import BOLD, REGULAR, face
from app.look.typeface import width as text_width
from app.words.sentences import unbroken

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT, TOP, BOTTOM = 52, 44, 54
WIDTH = PAGE_WIDTH - 2 * LEFT
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
PLAIN = "SourceSans3-Regular"
_NAMES = {False: PLAIN, True: "SourceSans3-Bold"}
_INKS = {f"@{name}": HexColor(color) for name, color in PALETTES["light"].items()}
_BETWEEN = 20
# What a split part keeps for the next page if something must follow its end there.
_REST = 45
# An exhibit that would fit on a page of its own still begins on this one if it would leave more
# than this blank.
_BLANK = 0.2 * HEIGHT


class Part(Protocol):
    """A piece of a page, drawn below a point.

    `joined`: it, or its end if it is split, must not be the last on its page.
    """

    @property
    def height(self) -> float:
        """Return how high the part is, with the room below it."""

    @property
    def least(self) -> float:
        """Return how much of the part may stand alone at the foot of a page."""

    @property
    def joined(self) -> bool:
        """Say whether the part stays on one page with what follows it."""

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the part, its upper left corner at a point counted from the page's lower left."""

    def split(self, room: float) -> tuple[Part, Part] | None:
        """Return what fits into `room` points and what is left; None if nothing of use fits."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A part that is never split."""

    height: float
    paint: Callable[[Canvas, float, float], None]
    joined: bool = False

    @property
    def least(self) -> float:
        """Return the height: all of it or nothing."""
        return self.height

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the part below a point."""
        self.paint(canvas, x, top)

    def split(self, room: float) -> None:
        """Return None: it goes to the next page."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one size and colour. `bar` is the colour of a stroke at their left."""

    lines: tuple[str, ...]
    size: float
    color: str = "@text"
    bold: bool = False
    after: float = 0
    joined: bool = False
    indent: float = 0
    bar: str | None = None

    @property
    def leading(self) -> float:
        """Return the distance of two baselines in points."""
        return self.size * (1.18 if self.bold else 1.3)

    @property
    def height(self) -> float:
        """Return how high the lines are, with the room below them."""
        return len(self.lines) * self.leading + self.after

    @property
    def least(self) -> float:
        """Return the height of two lines, or of all if no two would be left."""
        return 2 * self.leading if len(self.lines) > 3 else self.height

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the lines below a point."""
        if self.bar:
            canvas.setFillColor(ink(self.bar))
            canvas.rect(
                x,
                top - len(self.lines) * self.leading,
                2,
                len(self.lines) * self.leading,
                stroke=0,
                fill=1,
            )
        for place, line in enumerate(self.lines):
            write_line(
                canvas,
                x + self.indent,
                top - place * self.leading - self.size * 0.98,
                line,
                self.size,
                self.color,
                bold=self.bold,
            )

    def split(self, room: float) -> tuple[Paragraph, Paragraph] | None:
        """Return the lines that fit and the others; fewer than two lines never stand alone."""
        count = min(int(room / self.leading), len(self.lines) - 2)
        if count < 2:
            return None
        return replace(self, lines=self.lines[:count], after=0, joined=False), replace(
            self, lines=self.lines[count:]
        )


def gap(height: float) -> Whole:
    """Return room before what follows."""
    return Whole(height, lambda canvas, x, top: None, joined=True)


def fonts() -> None:
    """Make the typeface known to the PDF library; raise NoTypeface if it is not whole."""
    faces = {False: face(REGULAR), True: face(BOLD)}
    for bold, name in _NAMES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            font = TTFont(name, io.BytesIO(faces[bold].file))
            # Both weights are cut from one font and bear its name: in a file, the second would be
            # taken for the first.
            font.face.name = name.encode()
            pdfmetrics.registerFont(font)


def ink(token: str) -> Color:
    """Return the colour of a token (`@fprk`) on paper; raise KeyError if unknown."""
    return _INKS[token]


def write_line(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    size: float,
    color: str = "@text",
    *,
    bold: bool = False,
    anchor: str = "start",
) -> None:
    """Write one line with its baseline at `y`; `anchor` is start, middle or end."""
    canvas.setFont(_NAMES[bold], size)
    canvas.setFillColor(ink(color))
    if anchor != "start":
        x -= text_width(text, size, bold=bold) / (2 if anchor == "middle" else 1)
    canvas.drawString(x, y, text)


def rule(
    canvas: Canvas, x: float, y: float, width: float, color: str = "@rule", thickness: float = 0.5
) -> None:
    """Draw a thin level line."""
    canvas.setStrokeColor(ink(color))
    canvas.setLineWidth(thickness)
    canvas.line(x, y, x + width, y)


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines of at most `width` points.

    It breaks at blanks, and inside a word only if that is wider than a line.
    """
    blank = text_width(" ", size, bold=bold)
    lines: list[str] = []
    for paragraph in unbroken(text).split("\n"):
        line, used = "", 0.0
        for word in _words(paragraph, width, size, bold):
            wide = text_width(word, size, bold=bold)
            if line and used + blank + wide > width:
                lines.append(line)
                line, used = word, wide
            else:
                line, used = (f"{line} {word}", used + blank + wide) if line else (word, wide)
        lines.append(line)
    return tuple(lines)


def _words(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    for word in text.split(" "):
        rest = word
        while len(rest) > 1 and text_width(rest, size, bold=bold) > width:
            count = next(
                count
                for count in range(len(rest) - 1, 0, -1)
                if count == 1 or text_width(rest[:count], size, bold=bold) <= width
            )
            yield rest[:count]
            rest = rest[count:]
        yield rest


def shortened(text: str, width: float, size: float) -> str:
    """Return as much of a text as fits into one line of `width` points."""
    if text_width(text, size) <= width:
        return text
    return wrapped(text, width - text_width(" …", size), size)[0] + " …"


Page = list[tuple[Part, float]]


@dataclass(frozen=True, slots=True)
class Group:
    """Parts that belong together (an exhibit).

    `again` stands above them where they go on on a further page.
    """

    parts: tuple[Part, ...]
    again: Part | None = None


def paged(groups: Sequence[Group]) -> list[Page]:
    """Fill pages with groups: each part with its distance from the top of the body.

    A group that fits on one page is broken only if the page before would stay too empty otherwise;
    what is joined is never parted.
    """
    pages: list[Page] = [[]]
    used = 0.0
    for group in groups:
        whole = sum(part.height for part in group.parts)
        if pages[-1]:
            room = HEIGHT - used - _BETWEEN
            if whole > room and (
                (whole <= HEIGHT and room < _BLANK) or _together(group.parts) > room
            ):
                pages.append([])
                used = 0.0
            else:
                pages[-1].append((_separator(), used))
                used += _BETWEEN
        used = _placed(group, pages, used)
    return pages


def _placed(group: Group, pages: list[Page], used: float) -> float:
    """Place the parts in order, on further pages as needed; return what the last page has used."""
    waiting = list(group.parts)
    first = 0.0
    while waiting:
        part, room = waiting[0], HEIGHT - used
        follows = _together(waiting[1:]) if part.joined else 0.0
        pieces = None
        if part.height + follows > room:
            pieces = part.split(min(room, part.height - _REST))
            if pieces is None and used > first:
                used = first = _further(group, pages)
                continue
        # What is higher than a page and cannot be split is placed all the same.
        pages[-1].append((pieces[0] if pieces else part, used))
        used = min(HEIGHT, used + part.height)
        waiting.pop(0)
        if pieces:
            waiting.insert(0, pieces[1])
            used = first = _further(group, pages)
    return used


def _further(group: Group, pages: list[Page]) -> float:
    """Begin a page inside a group; return how much of it is used."""
    pages.append([] if group.again is None else [(group.again, 0.0)])
    return sum(part.height for part, _ in pages[-1])


def _together(parts: Sequence[Part]) -> float:
    """Return how high the parts are that must begin on one page.

    That is all that are joined, and the least of what follows them.
    """
    height = 0.0
    for part in parts:
        if not part.joined or part.least < part.height:
            return height + part.least
        height += part.height
    return height


def _separator() -> Whole:
    return Whole(_BETWEEN, lambda canvas, x, top: rule(canvas, x, top - _BETWEEN / 2 + 2, WIDTH))
