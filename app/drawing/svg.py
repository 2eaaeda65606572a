"""A scene as one small SVG that stands alone: no script, no font, nothing fetched; knows no
exhibit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby

from app.drawing.scene import Box, Dot, Line, Mark, Scene, Shape, Text
from app.look.theme import PALETTES, variable
from app.look.typeface import width as text_width

FAMILY = "'Source Sans 3','Source Sans Pro','Noto Sans',system-ui,sans-serif"
# Another typeface than Source Sans is set as wide as Source Sans from this length on: with less it
# collides with nothing.
_HELD = 6
Color = Callable[[str | None], str]
Points = Iterable[tuple[float, float]]


def as_svg(
    scene: Scene, theme: str | None, title: str, description: str, class_name: str = ""
) -> str:
    """Return the scene as SVG text; `class_name` is for the style sheet of a page around it.

    `theme` is light or dark, with the theme's paper under the marks; None leaves colours as CSS
    variables (`var(--c-text)`) on nothing, so that one drawing serves both themes of the page
    around it. Hover texts stand as `<title>` inside their marks.
    """
    color = _colors(theme)
    hatch = (
        "h" + hashlib.blake2b(f"{title}|{scene.width}|{theme}".encode(), digest_size=4).hexdigest()
    )
    wide, high = _number(scene.width), _number(scene.height)
    body = "".join(_grouped(scene.marks, color, hatch))
    pattern = _pattern(hatch, color) if f"#{hatch}" in body else ""
    own = f' width="{wide}" height="{high}"' if theme else ""
    paper = f'<path fill="{color("@paper")}" d="M0 0h{wide}v{high}H0z"/>' if theme else ""
    named = f' class="{class_name}"' if class_name else ""
    return (
        f'<svg{named} xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}"{own} '
        f'role="img" font-family="{FAMILY}">'
        f"<title>{_escaped(title)}</title><desc>{_escaped(description)}</desc>"
        f"{pattern}{paper}{body}</svg>"
    )


def _colors(theme: str | None) -> Color:
    def color(token: str | None) -> str:
        if token is None:
            return "none"
        return PALETTES[theme][token.removeprefix("@")] if theme else f"var({variable(token)})"

    return color


def _escaped(text: str) -> str:
    """Return the text for XML: control signs, which XML does not know, are left out."""
    return escape("".join(sign for sign in text if sign >= " " or sign in "\n\t"), quote=True)


def _pattern(name: str, color: Color) -> str:
    return (
        f'<pattern id="{name}" width="7" height="7" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)">'
        f'<path fill="{color("@ground")}" d="M0 0h7v7H0z"/><path fill="{color("@context_line")}" '
        'd="M0 0h1.7v7H0z"/></pattern>'
    )


def _grouped(marks: tuple[Mark, ...], color: Color, hatch: str) -> Iterator[str]:
    """Yield the marks; what several in a row share stands once, on a group around them."""
    styled = [(_style(sentence[0], color, hatch), sentence) for sentence in _sentences(marks)]
    for words, together in groupby(styled, key=lambda pair: isinstance(pair[1][0], Text)):
        row = list(together)
        if words:
            # Words never cover each other: those that look alike may stand together. Of other marks
            # the later one covers the earlier.
            row.sort(key=lambda pair: pair[0])
        for style, run in groupby(row, key=lambda pair: pair[0]):
            elements = list(_elements([sentence for _, sentence in run]))
            yield (
                elements[0].replace(" ", f" {style} ", 1)
                if len(elements) == 1
                else f"<g {style}>{''.join(elements)}</g>"
            )


def _sentences(marks: tuple[Mark, ...]) -> Iterator[list[Mark]]:
    """Yield each mark alone, and texts that go on in another weight together with what they go on
    from.
    """
    sentence: list[Mark] = []
    for mark in marks:
        if sentence and not (isinstance(mark, Text) and mark.joined):
            yield sentence
            sentence = []
        sentence.append(mark)
    if sentence:
        yield sentence


def _style(mark: Mark, color: Color, hatch: str) -> str:
    match mark:
        case Text():
            anchor = "" if mark.anchor == "start" else f' text-anchor="{mark.anchor}"'
            size = _number(mark.size)
            return f'fill="{color(mark.color)}" font-size="{size}"{anchor}{_weight(mark)}'
        case Line():
            width, gap = _number(mark.width), _number(mark.width * 2)
            dash = f' stroke-dasharray="{gap} {gap}"' if mark.dash else ""
            return f'fill="none" stroke="{color(mark.color)}" stroke-width="{width}"{dash}'
        case _:
            fill = (
                f"url(#{hatch})" if isinstance(mark, Shape) and mark.hatched else color(mark.fill)
            )
            line = (
                f' stroke="{color(mark.line)}" stroke-width="{_number(mark.line_width)}"'
                if mark.line and mark.line_width
                else ""
            )
            return f'fill="{fill}"{line}'


def _weight(text: Text) -> str:
    return ' font-weight="700"' if text.bold else ""


def _elements(run: list[list[Mark]]) -> Iterator[str]:
    """Yield the elements of one style: outlines without hover text together in one path, whatever
    else alone.
    """
    merged = ""
    for sentence in run:
        mark = sentence[0]
        match mark:
            case Text():
                yield _text([part for part in sentence if isinstance(part, Text)])
            case Dot():
                yield _closed(
                    "circle",
                    f'cx="{_number(mark.x)}" cy="{_number(mark.y)}" r="{_number(mark.radius)}"',
                    mark.hover,
                )
            case _ if mark.hover:
                yield _closed("path", f'd="{_outline(mark)}"', mark.hover)
            case _:
                merged += _outline(mark)
    if merged:
        yield f'<path d="{merged}"/>'


def _closed(name: str, attributes: str, hover: str) -> str:
    return (
        f"<{name} {attributes}><title>{_escaped(hover)}</title></{name}>"
        if hover
        else f"<{name} {attributes}/>"
    )


def _text(sentence: list[Text]) -> str:
    first = sentence[0]
    words = "".join(part.text for part in sentence)
    wide = sum(text_width(part.text, part.size, bold=part.bold) for part in sentence)
    held = (
        f' textLength="{_number(wide)}" lengthAdjust="spacingAndGlyphs"'
        if len(words) >= _HELD
        else ""
    )
    spans = "".join(
        f'<tspan font-weight="{700 if part.bold else 400}">{_escaped(part.text)}</tspan>'
        for part in sentence[1:]
    )
    at = f'x="{_number(first.x)}" y="{_number(first.y)}"'
    return f"<text {at}{held}>{_escaped(first.text)}{spans}</text>"


def _outline(mark: Box | Line | Shape) -> str:
    match mark:
        case Box():
            right, bottom = mark.x + mark.width, mark.y + mark.height
            return (
                _path(((mark.x, mark.y), (right, mark.y), (right, bottom), (mark.x, bottom))) + "z"
            )
        case Line():
            return _path(mark.points)
        case Shape():
            return "".join(_path(ring) + "z" for ring in mark.rings)


def _path(points: Points) -> str:
    """Return points as path data, each step from where the last one ended to the tenth of a pixel,
    so that nothing drifts.
    """
    written, at = "", None
    for x, y in points:
        here = round(x * 10), round(y * 10)
        if at is None:
            written = f"M{_number(x)} {_number(y)}"
        elif here != at:
            step_x, step_y = here[0] - at[0], here[1] - at[1]
            if not step_y:
                written += f"h{_tenths(step_x)}"
            elif not step_x:
                written += f"v{_tenths(step_y)}"
            else:
                written += f"l{_tenths(step_x)}" + ("" if step_y < 0 else " ") + _tenths(step_y)
        at = here
    return written


def _tenths(value: int) -> str:
    return (
        f"{value / 10:.1f}".removesuffix(".0").replace("0.", ".", 1)
        if abs(value) < 10
        else f"{value / 10:.1f}".removesuffix(".0")
    )


def _number(value: float) -> str:
    """Return a number to one decimal, as short as SVG takes it."""
    text = f"{round(value * 10) / 10:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
