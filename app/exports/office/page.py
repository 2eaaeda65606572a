"""What every slide is made on: the master in the house's colours, and text; knows no exhibit."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Emu, Length, Pt

from app.look.theme import PALETTES
from app.look.typeface import width as text_width
from app.words.sentences import unbroken

# All lengths are points; a slide is 16:9.
WIDTH, HEIGHT = 960.0, 540.0
LEFT, RIGHT, TOP = 42.0, 42.0, 30.0
ROOM = WIDTH - LEFT - RIGHT
FOOT = 500.0
FOOT_SIZE = 12
_BAND, _BAND_SIZE = 22.0, 13
NO_ROOM = Emu(0)
FONT = "Arial"  # on every machine that shows slides, with all Kazakh letters
LANGUAGE_TAGS = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}
_IDS = {
    "kk": MSO_LANGUAGE_ID.KAZAKH,
    "ru": MSO_LANGUAGE_ID.RUSSIAN,
    "en": MSO_LANGUAGE_ID.ENGLISH_UK,
}
_SIDES = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
ANCHORS = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}
# How much wider Arial runs than the typeface that is measured: at most, at least.
_WIDER, _NARROWEST = 1.14, 1.05
_LEADING = 1.2
TITLE_PAGE, EXHIBIT_PAGE = 0, 1
_LAYOUTS = {
    PP_PLACEHOLDER.CENTER_TITLE: (LEFT, 130, ROOM, 150),
    PP_PLACEHOLDER.SUBTITLE: (LEFT, 300, ROOM, 110),
    PP_PLACEHOLDER.TITLE: (LEFT, TOP, ROOM, 70),
    PP_PLACEHOLDER.BODY: (LEFT, TOP + 74, ROOM, 26),
}
_FRAME = {
    PP_PLACEHOLDER.FOOTER: (LEFT, FOOT, 700, 26),
    PP_PLACEHOLDER.SLIDE_NUMBER: (LEFT + 706, FOOT, 84, 26),
}
# Size, weight, colour and side of each placeholder's text.
_TYPE = {
    PP_PLACEHOLDER.CENTER_TITLE: (44, True, "@text", "l"),
    PP_PLACEHOLDER.SUBTITLE: (20, False, "@muted", "l"),
    PP_PLACEHOLDER.TITLE: (30, True, "@text", "l"),
    PP_PLACEHOLDER.BODY: (16, False, "@muted", "l"),
    PP_PLACEHOLDER.FOOTER: (FOOT_SIZE, False, "@muted", "l"),
    PP_PLACEHOLDER.SLIDE_NUMBER: (FOOT_SIZE, False, "@muted", "r"),
}
_THEME = {
    "dk1": "@text",
    "lt1": "@paper",
    "dk2": "@muted",
    "lt2": "@ground",
    "accent1": "@fprk",
    "accent2": "@selected",
    "accent3": "@country",
    "accent4": "@women",
    "accent5": "@men",
    "accent6": "@youth",
    "hlink": "@selected",
    "folHlink": "@selected",
}


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text.

    `color` is a token of app.look.theme, `size` is in points, None as the master has it; `link` is
    an address it leads to.
    """

    text: str
    size: float | None = None
    color: str | None = None
    bold: bool | None = None
    link: str = ""


def rgb(token: str) -> str:
    """Return a colour of paper as six hexadecimal digits."""
    return PALETTES["light"][token.removeprefix("@")].removeprefix("#")


def ink(token: str) -> RGBColor:
    """Return a colour of paper as shapes take it."""
    return cast("RGBColor", RGBColor.from_string(rgb(token)))


def points(length: float) -> Length:
    """Return a length in points as shapes take it."""
    return Emu(round(length * 12700))


def place(shape: BaseShape, x: float, y: float, width: float, height: float) -> None:
    """Put a shape where it belongs, in points from the slide's upper left corner."""
    shape.left, shape.top, shape.width, shape.height = map(points, (x, y, width, height))


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is at most, in points."""
    return text_width(text, size, bold=bold) * _WIDER


def lines(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Return into how many lines a text breaks at most."""
    return _broken(text, width / _WIDER, size, bold)


def title_size(
    text: str, width: float, choices: Sequence[tuple[float, int]], least: float
) -> tuple[float, int]:
    """Return the first of the sizes at which a bold text fits, and how many lines it needs.

    It fits if it needs no more lines than are given with the size; the last size is taken all the
    same. A size at which the last word may just fit or not is passed over (the room below would be
    guessed), but not for one below `least`.
    """
    found: tuple[float, int] | None = None
    for size, most in choices:
        if found and size < least:
            break
        count = _broken(text, width / _WIDER, size, True)
        if count <= most:
            found = size, count
            if count == _broken(text, width / _NARROWEST, size, True):
                break
    smallest, _ = choices[-1]
    return found or (smallest, _broken(text, width / _WIDER, smallest, True))


def _broken(text: str, width: float, size: float, bold: bool) -> int:
    count, blank = 0, text_width(" ", size, bold=bold)
    for paragraph in unbroken(text).split("\n"):
        count, used = count + 1, 0.0
        for word in paragraph.split(" "):
            long = text_width(word, size, bold=bold)
            if used and used + blank + long > width:
                count, used = count + 1, 0.0
            count += int(long // width)  # a word that is wider than the line goes on in the next
            used += long % width + (blank if used else 0)
    return count


def high(count: int, size: float) -> float:
    """Return how high so many lines stand."""
    return count * size * _LEADING


def write(
    frame: TextFrame,
    paragraphs: Iterable[Iterable[Words]],
    language: str,
    *,
    align: str = "left",
    anchor: str = "top",
    framed: bool = False,
) -> None:
    """Write paragraphs, each a row of runs, without inner margins.

    The language goes with every run, so that spell-checkers know it. What is `framed` already (a
    table's cell, a page of notes) keeps its own margins and anchor.
    """
    if not framed:
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = NO_ROOM
        frame.vertical_anchor = ANCHORS[anchor]
    for index, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.alignment = _SIDES[align]
        for words in runs:
            run = paragraph.add_run()
            run.text = unbroken(words.text)
            run.font.language_id = _IDS[language]
            if words.size is not None:
                run.font.size = Pt(words.size)
            if words.bold is not None:
                run.font.bold = words.bold
            if words.color is not None:
                run.font.color.rgb = ink(words.color)
            if words.link:
                run.hyperlink.address = words.link


def text_box(
    slide: Slide,
    name: str,
    box: tuple[float, float, float, float],
    paragraphs: Iterable[Iterable[Words]],
    language: str,
    *,
    align: str = "left",
    anchor: str = "top",
    upright: bool = False,
) -> Shape:
    """Add a text box; `upright`: it is read from below."""
    shape = slide.shapes.add_textbox(NO_ROOM, NO_ROOM, NO_ROOM, NO_ROOM)
    shape.name = name
    place(shape, *box)
    write(shape.text_frame, paragraphs, language, align=align, anchor=anchor)
    if upright:
        shape.text_frame._txBody.bodyPr.set("vert", "vert270")
    return shape


def describe(shape: BaseShape, text: str) -> None:
    """Give a shape the text that stands for it where it cannot be seen."""
    shape._element._nvXxPr.cNvPr.set("descr", text)


def plain(shape: BaseShape) -> None:
    """Take the theme's shadow and effects off a shape."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def new_presentation() -> Presentation:
    """Return a presentation without slides: two layouts (title, exhibit), the house's colours."""
    made = pptx.Presentation()
    made.slide_width, made.slide_height = points(WIDTH), points(HEIGHT)
    kept = [
        made.slide_layouts.get_by_name("Title Slide"),
        made.slide_layouts.get_by_name("Section Header"),
    ]
    for layout in list(made.slide_layouts):
        if layout not in kept:
            made.slide_layouts.remove(layout)
    for relation in [*made.part.rels.values()]:
        if relation.reltype == RELATIONSHIP_TYPE.PRINTER_SETTINGS:
            made.part.drop_rel(relation.rId)
    package = made.part.package
    for relation in [*package.iter_rels()]:
        # A picture of another presentation's first slide.
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package.drop_rel(relation.rId)
    _dress(made)
    return made


def add_slide(made: Presentation, layout: int) -> Slide:
    """Add a slide of a layout, TITLE_PAGE or EXHIBIT_PAGE."""
    return cast("Slide", made.slides.add_slide(made.slide_layouts[layout]))


def title_of(slide: Slide) -> Shape:
    """Return the slide's title, which both layouts have."""
    title = slide.shapes.title
    if title is None:
        raise LookupError("the layout has no title")
    return title


def add_band(slide: Slide, text: str, language: str) -> None:
    """Add what must be said of all that is shown across the slide's head; nothing
    if it is blank.
    """
    if not text:
        return
    said = [[Words(text, _BAND_SIZE, "@paper", True)]]
    box = (0.0, 0.0, WIDTH, _BAND)
    shape = text_box(slide, text, box, said, language, align="center", anchor="middle")
    shape.fill.solid()
    shape.fill.fore_color.rgb = ink("@worse")


def add_foot(slide: Slide, runs: Iterable[Words], language: str) -> None:
    """Add the layout's foot; what is too long for one line stands smaller in two."""
    shape = _taken_over(slide, PP_PLACEHOLDER.FOOTER)
    runs = list(runs)
    left, top, width, height = _FRAME[PP_PLACEHOLDER.FOOTER]
    text = "".join(run.text for run in runs)
    size = next(
        size
        for size in (FOOT_SIZE, 11, 10, 9)
        if lines(text, width, size) <= (1 if size == FOOT_SIZE else 2) or size == 9
    )
    place(shape, left, top, width, height)
    write(shape.text_frame, [[replace(run, size=size) for run in runs]], language)


def add_number(slide: Slide, number: int, language: str) -> None:
    """Add the slide's number, which PowerPoint keeps right when slides change places."""
    shape = _taken_over(slide, PP_PLACEHOLDER.SLIDE_NUMBER)
    for field in shape._element.iter(qn("a:fld")):
        field.find(qn("a:rPr")).set("lang", LANGUAGE_TAGS[language])
        field.find(qn("a:t")).text = str(number)


def _taken_over(slide: Slide, kind: PP_PLACEHOLDER) -> Shape:
    """Add to a slide a placeholder of its layout that the library leaves out."""
    holders = slide.slide_layout.placeholders
    holder = next(
        holders[at] for at in range(len(holders)) if holders[at].placeholder_format.type == kind
    )
    element = deepcopy(holder._element)
    for child in [*element.spPr, *element.get_or_add_txBody().find(qn("a:lstStyle"))]:
        child.getparent().remove(child)
    taken = [int(one.get("id")) for one in slide.shapes._spTree.iter(qn("p:cNvPr"))]
    element.nvSpPr.cNvPr.set("id", str(max(taken) + 1))
    slide.shapes._spTree.append(element)
    return cast("Shape", slide.shapes[-1])


def saved(made: Presentation, day: date) -> bytes:
    """Return the file, all of whose parts bear the day of the release.

    So the same story from the same release is the same file.
    """
    buffer, result = io.BytesIO(), io.BytesIO()
    made.save(buffer)
    moment = (day.year, day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(buffer) as packed, zipfile.ZipFile(result, "w") as again:
        for part in packed.infolist():
            dated = zipfile.ZipInfo(part.filename, moment)
            dated.compress_type = zipfile.ZIP_DEFLATED
            again.writestr(dated, packed.read(part))
    return result.getvalue()


def _dress(made: Presentation) -> None:
    """Give master and layouts the house's type and colours, and placeholders their places."""
    master = made.slide_master
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme.blob = _in_our_colours(theme.blob.decode()).encode()
    made.element.find(qn("p:sldSz")).attrib.pop("type", None)
    for page in (master, *made.slide_layouts):
        for holder in list(page.placeholders):
            kind = holder.placeholder_format.type
            bare = page is made.slide_layouts[TITLE_PAGE] and kind in _FRAME
            if kind == PP_PLACEHOLDER.DATE or bare:
                holder._element.getparent().remove(holder._element)
            else:
                _dress_holder(cast("Shape", holder), kind)
    for layout, name, kind in zip(
        made.slide_layouts, ("Title", "Exhibit"), ("title", "tx"), strict=True
    ):
        layout._element.cSld.set("name", name)
        layout._element.set("type", kind)


def _dress_holder(holder: Shape, kind: PP_PLACEHOLDER) -> None:
    place(holder, *{**_LAYOUTS, **_FRAME}[kind])
    body = holder.text_frame._txBody
    for side in ("lIns", "tIns", "rIns", "bIns"):
        body.bodyPr.set(side, "0")
    body.bodyPr.set("anchor", "b" if kind == PP_PLACEHOLDER.CENTER_TITLE else "t")
    for child in list(body.bodyPr):
        body.bodyPr.remove(child)
    style = body.find(qn("a:lstStyle"))
    for child in list(style):
        style.remove(child)
    style.append(_level_style(kind))


def _level_style(kind: PP_PLACEHOLDER) -> BaseOxmlElement:
    """Return the type of a placeholder's text: one level, no bullets, no space between."""
    size, bold, color, align = _TYPE[kind]
    xml = (
        f'<a:lvl1pPr {nsdecls("a")} marL="0" indent="0" algn="{align}">'
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef>'
        "<a:buNone/>"
        f'<a:defRPr sz="{size * 100}" b="{int(bold)}">'
        f'<a:solidFill><a:srgbClr val="{rgb(color)}"/></a:solidFill>'
        "</a:defRPr>"
        "</a:lvl1pPr>"
    )
    return cast("BaseOxmlElement", parse_xml(xml))


def _in_our_colours(theme: str) -> str:
    for name, token in _THEME.items():
        theme = re.sub(
            rf"<a:{name}>.*?</a:{name}>",
            f'<a:{name}><a:srgbClr val="{rgb(token)}"/></a:{name}>',
            theme,
            flags=re.DOTALL,
        )
    return re.sub(r'<a:latin typeface="[^"]*"/>', f'<a:latin typeface="{FONT}"/>', theme).replace(
        'name="Office Theme"', 'name="Union Indicators"'
    )
