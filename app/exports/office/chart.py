"""A native chart as PowerPoint's own, with its workbook inside; decides nothing of what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import ceil
from typing import cast

from pptx.chart.data import ChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from app.exports.office.elements import (
    NAMESPACES,
    NO_FILL,
    NO_LEADERS,
    element,
    left_out,
    look,
    number_format,
    point,
    rule,
    shown,
    solid,
    strings,
    text,
    typed,
    val,
)
from app.exports.office.layout import AXIS, KEY, SMALLEST, Box, Label, Layout
from app.exports.office.native import (
    BAR,
    CHANGE,
    DASHED,
    HOLLOW,
    LINE,
    SHARES,
    STACKED,
    Native,
    Series,
)
from app.exports.office.page import LANGUAGE_TAGS, NO_ROOM, place
from app.exports.office.workbook import chart_numbers
from app.words.numbers import MINUS, NO_BREAK

_FEW = 10  # so many pairs of bars leave room for the values of the earlier ones
_MANY = 14  # so many single bars leave room for names that can be read from afar
_LOCALES = {"kk": "43F", "ru": "419", "en": "809"}  # as number formats name a language
_BETWEEN = 16.0
_THICKEST = 44.0
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_AXES = val("c:axId", 1) + val("c:axId", 2)
_NO_TICKS = val("c:majorTickMark", "none") + val("c:minorTickMark", "none")


def add_charts(slide: Slide, native: Native, box: Box, language: str) -> list[BaseShape]:
    """Add the chart to a slide at left, top, width and height in points.

    Many bars become two charts of one scale beside each other.
    """
    left, top, width, height = box
    parts = [native]
    if native.kind == BAR and len(native.categories) > (_FEW if len(native.series) > 1 else _MANY):
        half = ceil(len(native.categories) / 2)
        parts = [_part(native, slice(0, half)), _part(native, slice(half, None))]
    each = (width - _BETWEEN * (len(parts) - 1)) / len(parts)
    rows = len(parts[0].categories)
    shapes = []
    for index, part in enumerate(parts):
        layout = Layout(part, native, rows, each, height, language)
        kind = XL_CHART_TYPE.LINE if layout.lines else XL_CHART_TYPE.BAR_CLUSTERED
        written = _Written(chart_xml(layout).encode(), chart_numbers(part))
        frame = slide.shapes.add_chart(kind, NO_ROOM, NO_ROOM, NO_ROOM, NO_ROOM, written)
        # What the library says is a chart is the frame that holds it.
        shape = cast("BaseShape", frame)
        place(shape, left + index * (each + _BETWEEN), top, each, height)
        shapes.append(shape)
    return shapes


def _part(native: Native, places: slice) -> Native:
    """Return a chart of some of the categories."""
    kept = range(len(native.categories))[places]
    series = tuple(
        replace(
            one,
            values=one.values[places],
            points=one.points[places],
            written=frozenset(at for at, was in enumerate(kept) if was in one.written),
        )
        for one in native.series
    )
    return replace(native, categories=native.categories[places], series=series)


def label_format(native: Native, language: str) -> str:
    """Return the number format of labels, separated as the language does, as far as formats can.

    Blanks between thousands, as Kazakh and Russian have them, a format can write. The decimal sign
    is the language's in LibreOffice, for which the format names it; PowerPoint takes that of the
    reader's system.
    """
    sign = f'"{NO_BREAK if language == "ru" else ""}%"' if native.unit == "percent" else ""
    locale = f"[$-{_LOCALES[language]}]"
    plain = locale + native.number_format + sign
    if min(native.published, default=0) < 0:
        return f"{plain};{locale}\\{MINUS}{native.number_format}{sign}"
    if native.unit == "year" or language == "en":
        return plain
    end = ("." + "0" * native.decimals if native.decimals else "") + sign
    gap = f"\\{NO_BREAK}"
    millions, thousands = f"{locale}#{gap}###{gap}##0{end}", f"{locale}#{gap}##0{end}"
    return f"[>=1000000]{millions};[>=1000]{thousands};{locale}0{end}"


class _Written(ChartData):
    """Hands the library a chart that is written here, with all its labels, not from a pattern."""

    def __init__(self, xml: bytes, book: bytes):
        super().__init__()
        self._chart, self._book = xml, book

    def xml_bytes(self, chart_type: XL_CHART_TYPE) -> bytes:
        return self._chart

    @property
    def xlsx_blob(self) -> bytes:
        return self._book


def chart_xml(layout: Layout) -> str:
    """Return a whole chart as XML."""
    edges = (
        val(f"c:{name}", f"{part:.4f}") for name, part in zip("xywh", layout.inner, strict=True)
    )
    placed = element(
        "c:manualLayout",
        val("c:layoutTarget", "inner"),
        val("c:xMode", "edge"),
        val("c:yMode", "edge"),
        *edges,
    )
    area = element(
        "c:plotArea",
        element("c:layout", placed),
        _marks(layout),
        _category_axis(layout),
        _value_axis(layout),
        NO_FILL,
    )
    chart = element(
        "c:chart",
        val("c:autoTitleDeleted", 1),
        area,
        _legend(layout),
        val("c:plotVisOnly", 1),
        val("c:dispBlanksAs", "span" if layout.native.joined else "gap"),
    )
    return _DECLARATION + element(
        "c:chartSpace",
        val("c:date1904", 0),
        val("c:lang", LANGUAGE_TAGS[layout.language]),
        val("c:roundedCorners", 0),
        chart,
        NO_FILL,
        typed(layout.size, layout.language),
        **NAMESPACES,
    )


# --- marks ----------------------------------------------------------------------------------------


def _marks(layout: Layout) -> str:
    native = layout.native
    series = [_series(layout, index, one) for index, one in enumerate(native.series)]
    plain = val("c:varyColors", 0)
    if layout.lines:
        grouping = val("c:grouping", "standard")
        return element("c:lineChart", grouping, plain, *series, val("c:marker", 1), _AXES)
    grouping = {STACKED: "stacked", SHARES: "percentStacked"}.get(native.kind, "clustered")
    gap = max(45, min(500, round((layout.each / _THICKEST - layout.bars) * 100)))
    return element(
        "c:barChart",
        val("c:barDir", "bar"),
        val("c:grouping", grouping),
        plain,
        *series,
        val("c:gapWidth", gap),
        val("c:overlap", 100 if layout.stacked else 0),
        _AXES,
    )


def _series(layout: Layout, index: int, one: Series) -> str:
    """Return one line or row of bars: name, look, labels, categories, values."""
    native, count = layout.native, len(layout.native.categories)
    column = chr(ord("C" if native.quarters else "B") + index)
    values = element(
        "c:numCache",
        text("c:formatCode", native.number_format),
        val("c:ptCount", count),
        *(point(at, repr(value)) for at, value in enumerate(one.values) if value is not None),
    )
    cells = text("c:f", f"Sheet1!${column}$2:${column}${count + 1}")
    return element(
        "c:ser",
        val("c:idx", index),
        val("c:order", index),
        element("c:tx", strings(f"Sheet1!${column}$1", 1, point(0, one.name))),
        _stroke(one, count) if layout.lines else _bars(one),
        _line_labels(layout, one) if layout.lines else _bar_labels(layout, one),
        element("c:cat", _names(native)),
        element("c:val", element("c:numRef", cells, values)),
        val("c:smooth", 0) if layout.lines else "",
    )


def _names(native: Native) -> str:
    """Return the categories' names; of quarters two rows, years below."""
    count = len(native.categories)
    if not native.quarters:
        return strings(f"Sheet1!$A$2:$A${count + 1}", count, _points(native.categories))
    years, quarters = zip(*native.quarters, strict=True)
    cache = element(
        "c:multiLvlStrCache",
        val("c:ptCount", count),
        element("c:lvl", _points(quarters)),
        element("c:lvl", _points(years)),
    )
    cells = text("c:f", f"Sheet1!$A$2:$B${count + 1}")
    return element("c:multiLvlStrRef", cells, cache)


def _points(names: Iterable[str]) -> str:
    return "".join(point(at, name) for at, name in enumerate(names) if name)


def _bars(one: Series) -> str:
    """Return the look of a row of bars, and of those in it that have a colour of their own."""
    upright = val("c:invertIfNegative", 0)
    own = (
        element("c:dPt", val("c:idx", at), upright, val("c:bubble3D", 0), _bar(color, one.style))
        for at, color in enumerate(one.points)
        if color != one.color
    )
    return _bar(one.color, one.style) + upright + "".join(own)


def _bar(color: str, style: str) -> str:
    """Return the look of a bar.

    An earlier or promised one is an outline: told apart without colour.
    """
    return look("@paper", color, 19050) if style == HOLLOW else look(color, "@paper", 6350)


def _stroke(one: Series, count: int) -> str:
    """Return the look of a line and of its points."""
    color, dashed = solid(one.color), one.style == DASHED
    dash = val("a:prstDash", "dash") if dashed else ""
    line = element("a:ln", color, dash, element("a:round"), w=34925, cap="rnd")
    if dashed:
        marker = val("c:symbol", "none")
    else:
        size = val("c:size", 7 if count <= 24 else 4)
        dot = element("c:spPr", color, element("a:ln", color, w=9525))
        marker = val("c:symbol", "circle") + size + dot
    return element("c:spPr", line) + element("c:marker", marker)


# --- labels ---------------------------------------------------------------------------------------


def _line_labels(layout: Layout, one: Series) -> str:
    labels = (_line_label(layout, one, label) for label in layout.labels(one))
    return element("c:dLbls", *labels, shown(), NO_LEADERS)


def _line_label(layout: Layout, one: Series, label: Label) -> str:
    moved = ""
    if abs(label.up) + label.right > 0.001:
        by = val("c:x", f"{label.right:.4f}"), val("c:y", f"{label.up:.4f}")
        moved = element("c:layout", element("c:manualLayout", *by))
    ink = "@muted" if one.color.startswith("@context") else one.color
    return element(
        "c:dLbl",
        val("c:idx", label.at),
        moved,
        _format(layout),
        NO_FILL,
        typed(label.size, layout.language, ink, bold=not label.named, wrap="none"),
        val("c:dLblPos", label.side),
        shown(value=True, series=label.named),
        text("c:separator", "  ") if label.named else "",
    )


def _bar_labels(layout: Layout, one: Series) -> str:
    if not layout.bar_labels(one):
        return element("c:dLbls", shown())
    mute = [
        at for at, value in enumerate(one.values) if value is not None and at not in one.written
    ]
    ink = "@muted" if one.style == HOLLOW else "@text"
    if layout.stacked:
        ink = one.ink
    return element(
        "c:dLbls",
        left_out("c:dLbl", mute),
        _format(layout),
        NO_FILL,
        typed(layout.size, layout.language, ink, bold=layout.stacked),
        val("c:dLblPos", "ctr" if layout.stacked else "outEnd"),
        shown(value=True),
    )


def _format(layout: Layout) -> str:
    return number_format(label_format(layout.native, layout.language))


# --- around the marks -----------------------------------------------------------------------------


def _category_axis(layout: Layout) -> str:
    native, language = layout.native, layout.language
    dates = SMALLEST if native.quarters else KEY if native.kind == CHANGE else AXIS
    names = typed(dates, language, "@muted") if layout.lines else typed(layout.size, language)
    return element(
        "c:catAx",
        val("c:axId", 1),
        element("c:scaling", val("c:orientation", "minMax" if layout.lines else "maxMin")),
        val("c:delete", 0),
        val("c:axPos", "b" if layout.lines else "l"),
        number_format("General"),
        _NO_TICKS,
        val("c:tickLblPos", "low"),
        rule("@muted", 0.75),
        names,
        val("c:crossAx", 2),
        val("c:crosses", "autoZero"),
        val("c:auto", 0),
        val("c:lblAlgn", "ctr"),
        val("c:lblOffset", 60),
        val("c:tickLblSkip", layout.label_step),
        val("c:noMultiLvlLbl", int(not native.quarters)),
    )


def _value_axis(layout: Layout) -> str:
    """Return the axis of values; only lines whose values are not all written show it."""
    is_line = layout.native.kind == LINE
    seen = is_line and not layout.every
    span = ""
    if ends := layout.span:
        low, high = ends
        span = val("c:max", repr(high)) + val("c:min", repr(low))
    return element(
        "c:valAx",
        val("c:axId", 2),
        element("c:scaling", val("c:orientation", "minMax"), span),
        val("c:delete", int(not seen)),
        val("c:axPos", "l" if layout.lines else "t"),
        element("c:majorGridlines", rule("@rule", 0.75)) if seen else "",
        _format(layout),
        _NO_TICKS,
        val("c:tickLblPos", "low"),
        NO_FILL,
        typed(AXIS, layout.language, "@muted"),
        val("c:crossAx", 1),
        val("c:crosses", "autoZero"),
        val("c:crossBetween", "midCat" if layout.from_edge else "between"),
        val("c:majorUnit", repr(layout.scale[2])) if is_line else "",
    )


def _legend(layout: Layout) -> str:
    if not layout.key_lines:
        return ""
    hidden = [index for index, one in enumerate(layout.native.series) if one.continued]
    return element(
        "c:legend",
        val("c:legendPos", "t"),
        left_out("c:legendEntry", hidden),
        val("c:overlay", 0),
        NO_FILL,
        typed(KEY, layout.language),
    )
