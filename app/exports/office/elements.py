"""Elements of an Office chart as XML (ECMA-376, part 1, 21.2); decides no size, place or colour."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from app.exports.office.page import LANGUAGE_TAGS, rgb

NAMESPACES = {
    "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def element(name: str, /, *inside: str, **attributes: object) -> str:
    """Return an element with what stands inside it, which is XML; attributes are escaped here."""
    said = "".join(
        f' {key}="{escape(str(value), {chr(34): "&quot;"})}"' for key, value in attributes.items()
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def val(name: str, value: object) -> str:
    """Return an element that says one thing, as nearly all of a chart's do: `<c:idx val="0"/>`."""
    return element(name, val=value)


def text(name: str, words: str) -> str:
    """Return an element that holds words."""
    return element(name, escape(words))


NO_FILL = element("c:spPr", element("a:noFill"), element("a:ln", element("a:noFill")))
# A line from a label to its point would be taken for a part of the series.
NO_LEADERS = element(
    "c:extLst",
    element(
        "c:ext",
        val("c15:showLeaderLines", 0),
        uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}",
        **{"xmlns:c15": "http://schemas.microsoft.com/office/drawing/2012/chart"},
    ),
)


def solid(color: str) -> str:
    """Return a colour (`@fprk`) as a filling."""
    return element("a:solidFill", element("a:srgbClr", val=rgb(color)))


def look(inside: str, line: str, thickness: int) -> str:
    """Return the look of a shape, its two colours and the thickness of its line in EMU."""
    return element("c:spPr", solid(inside), element("a:ln", solid(line), w=thickness))


def rule(color: str, thickness: float) -> str:
    """Return the look of a line, so many points thick."""
    line = element("a:ln", solid(color), w=round(thickness * 12700))
    return element("c:spPr", element("a:noFill"), line)


def typed(
    size: float, language: str, color: str = "@text", *, bold: bool = False, wrap: str = "square"
) -> str:
    """Return the type of words: their size in points (to a half), colour and weight."""
    run = element("a:defRPr", solid(color), sz=round(size * 2) * 50, b=int(bold))
    end = element("a:endParaRPr", lang=LANGUAGE_TAGS[language])
    return element(
        "c:txPr",
        element("a:bodyPr", rot=0, vert="horz", wrap=wrap),
        element("a:lstStyle"),
        element("a:p", element("a:pPr", run), end),
    )


def number_format(code: str) -> str:
    """Return a number format of the chart's own."""
    return element("c:numFmt", formatCode=code, sourceLinked=0)


def shown(*, value: bool = False, series: bool = False) -> str:
    """Return what labels show: the value, the name of the series, never anything else."""
    return "".join(
        val(name, int(yes))
        for name, yes in (
            ("c:showLegendKey", False),
            ("c:showVal", value),
            ("c:showCatName", False),
            ("c:showSerName", series),
            ("c:showPercent", False),
            ("c:showBubbleSize", False),
        )
    )


def left_out(name: str, places: Iterable[int]) -> str:
    """Return what takes away labels or entries of a legend (`name`) at some places."""
    return "".join(element(name, val("c:idx", at), val("c:delete", 1)) for at in places)


def strings(cells: str, count: int, points: str) -> str:
    """Return words that stand in cells of the workbook, with their copy in the chart."""
    cache = element("c:strCache", val("c:ptCount", count), points)
    return element("c:strRef", text("c:f", cells), cache)


def point(at: int, words: str) -> str:
    """Return one word or number of a copy."""
    return element("c:pt", text("c:v", words), idx=at)
