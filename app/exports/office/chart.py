"""A native chart as PowerPoint's own, editable, with its workbook inside: decides how it is laid
out, never what it says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil, floor, log10
from xml.sax.saxutils import escape

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from app.charts.labels import spread
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
from app.exports.office.page import LANGUAGE_TAGS, high, lines, place, rgb, wide
from app.exports.office.workbook import chart_numbers
from app.words.numbers import MINUS, NO_BREAK, amount

Box = tuple[float, float, float, float]
_LARGEST, _SMALLEST, _AXIS, _KEY = 16.0, 9.5, 12.0, 14.0
_FINER = 0.5
_NAME_GAP = 14.0
_LINE_HEIGHT = 1.25
_MOST_NAMES = {
    LINE: 0.42,
    CHANGE: 0.62,
    BAR: 0.4,
    STACKED: 0.4,
    SHARES: 0.4,
}  # of the width: more, names beside bars or at lines' ends may not take
_FEW = 10  # so many pairs of bars leave room for the values of the earlier ones
_MANY = 14  # so many single bars leave room for names that can be read from afar
_TICKS = 4
_LOCALES = {"kk": "43F", "ru": "419", "en": "809"}  # as number formats name a language
_BETWEEN = 16.0
_THICKEST = 44.0


def add_charts(slide: Slide, native: Native, box: Box, language: str) -> list[BaseShape]:
    """Add the chart to a slide at left, top, width and height in points; many bars become two
    charts of one scale beside each other.
    """
    left, top, width, height = box
    parts = [native]
    if native.kind == BAR and len(native.categories) > (_FEW if len(native.series) > 1 else _MANY):
        half = ceil(len(native.categories) / 2)
        parts = [_part(native, slice(0, half)), _part(native, slice(half, None))]
    each = (width - _BETWEEN * (len(parts) - 1)) / len(parts)
    shapes = []
    for index, part in enumerate(parts):
        drawn = _Drawn(part, native, len(parts[0].categories), each, height, language)
        kind = XL_CHART_TYPE.LINE if drawn.lines else XL_CHART_TYPE.BAR_CLUSTERED
        shape = slide.shapes.add_chart(
            kind, 0, 0, 0, 0, _Written(drawn.xml().encode(), chart_numbers(part))
        )
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
    """Return the number format of labels, separated as the language does as far as a format can say
    it.

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
    return (
        f"[>=1000000]{locale}#{gap}###{gap}##0{end};[>=1000]{locale}#{gap}##0{end};{locale}0{end}"
    )


class _Written(CategoryChartData):
    """Hands the library a chart that is written here, with all its labels, in place of one of its
    patterns.
    """

    def __init__(self, xml: bytes, book: bytes):
        super().__init__()
        self._chart, self._book = xml, book

    def xml_bytes(self, chart_type: XL_CHART_TYPE) -> bytes:
        return self._chart

    @property
    def xlsx_blob(self) -> bytes:
        return self._book


@dataclass(frozen=True)
class _Drawn:
    """One chart of a width and height in points, as XML (ECMA-376, part 1, 21.2).

    It has its scale in common with the `whole` of which it may be a part; `rows` are the categories
    of the longest part.
    """

    native: Native
    whole: Native
    rows: int
    width: float
    height: float
    language: str

    def xml(self) -> str:
        """Return the whole chart."""
        left, top, right, bottom = self.margins
        inner = zip(
            "xywh",
            (
                left / self.width,
                top / self.height,
                1 - (left + right) / self.width,
                1 - (top + bottom) / self.height,
            ),
            strict=True,
        )
        layout = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in inner)
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
            ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            f'<c:date1904 val="0"/><c:lang val="{LANGUAGE_TAGS[self.language]}"/><c:roundedCorners '
            'val="0"/>'
            "<c:chart><c:autoTitleDeleted "
            'val="1"/><c:plotArea><c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode '
            f'val="edge"/><c:yMode val="edge"/>{layout}'
            f"</c:manualLayout></c:layout>{self._marks()}{self._axes()}{_NOTHING}</c:plotArea>{self._legend()}"
            '<c:plotVisOnly val="1"/><c:dispBlanksAs '
            f'val="{"span" if self.native.joined else "gap"}"/></c:chart>{_NOTHING}{self._type(self.size)}</c:chartSpace>'
        )

    # --- sizes ------------------------------------------------------------------------------------

    @property
    def lines(self) -> bool:
        return self.native.kind in {LINE, CHANGE}

    @property
    def stacked(self) -> bool:
        return self.native.kind in {STACKED, SHARES}

    @cached_property
    def size(self) -> float:
        """The size of names and values: as large as the number of bars allows."""
        if self.lines:
            return (
                _KEY
                if max(wide(one.name, _KEY) for one in self.native.series) < self.width * 0.3
                else _AXIS
            )
        largest = max(
            _SMALLEST,
            min(
                _LARGEST,
                self._each * 0.68,
                self._each * 0.82 / (1 if self.stacked else len(self.native.series)),
            ),
        )
        steps = range(round((largest - _SMALLEST) / _FINER) + 1)
        return next(
            (size for step in steps if self._names_fit(size := largest - step * _FINER)), _SMALLEST
        )

    def _names_fit(self, size: float) -> bool:
        """Return whether the names beside bars stand clear of each other at a size, in as many
        lines as they break into.
        """
        room = self.width * _MOST_NAMES[self.native.kind] - _NAME_GAP
        return all(
            high(lines(name, room, size), size) <= self._each for name in self.whole.categories
        )

    @property
    def _each(self) -> float:
        """How high the room of one category is."""
        return (self.height - 12 - self._key_lines() * _KEY * 1.6) / self.rows

    @cached_property
    def margins(self) -> Box:
        """Room around the bars or lines: left, top, right, bottom."""
        top = 8 + self._key_lines() * _KEY * 1.6
        if self.native.kind == CHANGE:
            return 12, top, max(12, (self._widest_end() - (self.width - 12) / 4) / 0.75), 30
        if self.native.kind == LINE:
            left = (
                max(wide(self._said(value), _AXIS) for value in (self.scale[0], self.scale[1])) + 14
            )
            if self.every:
                return left, top + self.size, left, 44 if self.native.quarters else 28
            return (
                left,
                top + self.size,
                max(self._widest_end(), 24),
                44 if self.native.quarters else 28,
            )
        names = max(wide(name, self.size) for name in self.whole.categories)
        return min(names + _NAME_GAP, self.width * _MOST_NAMES[self.native.kind]), top, 4, 4

    @cached_property
    def scale(self) -> tuple[float, float, float]:
        """The value axis: low, high, step."""
        values = self.whole.published
        low, high = min(values), max(values)
        if self.native.from_zero:
            low, high = min(low, 0), max(high, 0)
        step = 10 ** floor(log10((high - low) / _TICKS or 1))
        step = next(
            step * times
            for times in (1, 2, 2.5, 5, 10)
            if step * times >= (high - low) / _TICKS * 0.99
        )
        return floor(low / step) * step, (ceil(high / step) or 1) * step, step

    def _said(self, value: float) -> str:
        return amount(value, self.native.unit, self.language, self.native.decimals)

    def _ends(self) -> list[tuple[Series, int, float]]:
        """Return the lines that end in a value: series, place, value."""
        ended = [(one, max(one.written)) for one in self.native.series if one.written]
        return [(one, at, value) for one, at in ended if (value := one.values[at]) is not None]

    @cached_property
    def named(self) -> bool:
        """Whether the lines' names stand at their ends; if they are too long for that, there is a
        legend.
        """
        ends = self._ends()
        return (
            len(ends) > 1
            and max(wide(f"{one.name} {self._said(value)}", self.size) for one, _, value in ends)
            < self.width * _MOST_NAMES[self.native.kind]
        )

    @cached_property
    def every(self) -> bool:
        """Whether all values of a single line are written: then it needs no scale, unless its axis
        does not begin at zero.
        """
        published = self.native.published
        alone = sum(not one.continued for one in self.native.series) == 1
        complete = self.native.kind == LINE and self.native.from_zero and alone
        return (
            complete
            and 1 < len(published) == sum(len(one.written) for one in self.native.series)
            and self._size_of_all() is not None
        )

    def _widest_end(self) -> float:
        return (
            max(
                (
                    wide(
                        f"{one.name} {self._said(value)}" if self.named else self._said(value),
                        self.size,
                        bold=not self.named,
                    )
                    for one, _, value in self._ends()
                ),
                default=0,
            )
            + 14
        )

    def _key_lines(self) -> int:
        if len(self.native.series) == 1 or (self.lines and (self.named or len(self._ends()) == 1)):
            return 0
        return ceil(sum(wide(one.name, _KEY) + 40 for one in self.native.series) / self.width)

    # --- parts ------------------------------------------------------------------------------------

    def _marks(self) -> str:
        series = "".join(self._series(index, one) for index, one in enumerate(self.native.series))
        if self.lines:
            return f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>'
        grouping = {STACKED: "stacked", SHARES: "percentStacked"}.get(self.native.kind, "clustered")
        bars = 1 if self.stacked else len(self.native.series)
        gap = max(45, min(500, round((self._each / _THICKEST - bars) * 100)))
        return (
            f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/><c:varyColors '
            f'val="0"/>{series}<c:gapWidth val="{gap}"/>'
            f'<c:overlap val="{100 if self.stacked else 0}"/><c:axId val="1"/><c:axId '
            'val="2"/></c:barChart>'
        )

    def _series(self, index: int, one: Series) -> str:
        column, count = (
            chr(ord("C" if self.native.quarters else "B") + index),
            len(self.native.categories),
        )
        values = "".join(
            f'<c:pt idx="{at}"><c:v>{value!r}</c:v></c:pt>'
            for at, value in enumerate(one.values)
            if value is not None
        )
        points = "".join(
            f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D '
            f'val="0"/>{_fill(color, one.style)}</c:dPt>'
            for at, color in enumerate(one.points)
            if color != one.color
        )
        look = (
            _stroke(one, count)
            if self.lines
            else f'{_fill(one.color, one.style)}<c:invertIfNegative val="0"/>{points}'
        )
        end = '<c:smooth val="0"/>' if self.lines else ""
        return (
            f'<c:ser><c:idx val="{index}"/><c:order '
            f'val="{index}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache><c:ptCount '
            'val="1"/><c:pt idx="0">'
            f"<c:v>{escape(one.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>{look}{self._labels(one)}"
            f"<c:cat>{self._names()}</c:cat>"
            f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${count + 1}</c:f><c:numCache><c:formatCode>{escape(self.native.number_format)}</c:formatCode>"
            f'<c:ptCount val="{count}"/>{values}</c:numCache></c:numRef></c:val>{end}</c:ser>'
        )

    def _names(self) -> str:
        """Return the categories' names; of quarters two rows, years below."""
        count, points = (
            len(self.native.categories),
            lambda names: "".join(
                f'<c:pt idx="{at}"><c:v>{escape(name)}</c:v></c:pt>'
                for at, name in enumerate(names)
                if name
            ),
        )
        if not self.native.quarters:
            return f'<c:strRef><c:f>Sheet1!$A$2:$A${count + 1}</c:f><c:strCache><c:ptCount val="{count}"/>{points(self.native.categories)}</c:strCache></c:strRef>'
        years, quarters = zip(*self.native.quarters, strict=True)
        return (
            f'<c:multiLvlStrRef><c:f>Sheet1!$A$2:$B${count + 1}</c:f><c:multiLvlStrCache><c:ptCount val="{count}"/><c:lvl>{points(quarters)}</c:lvl>'
            f"<c:lvl>{points(years)}</c:lvl></c:multiLvlStrCache></c:multiLvlStrRef>"
        )

    def _labels(self, one: Series) -> str:
        if self.lines:
            return f"<c:dLbls>{''.join(self._end(one, at) for at in sorted(one.written))}{_show()}{_NO_LEADERS}</c:dLbls>"
        if not one.written or (
            one.style == HOLLOW and self._each * 0.82 / len(self.native.series) < _SMALLEST
        ):
            return f"<c:dLbls>{_show()}</c:dLbls>"
        left_out = "".join(
            f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
            for at, value in enumerate(one.values)
            if value is not None and at not in one.written
        )
        look = self._type(
            self.size,
            one.ink if self.stacked else "@muted" if one.style == HOLLOW else "@text",
            bold=self.stacked,
        )
        return f'<c:dLbls>{left_out}{self._format()}{_NOTHING}{look}<c:dLblPos val="{"ctr" if self.stacked else "outEnd"}"/>{_show(value=True)}</c:dLbls>'

    def _end(self, one: Series, at: int) -> str:
        """Return the label of one point of a line: beside its end with its name, or above it."""
        if self.native.kind == LINE and not self.every and at != max(one.written):
            return ""
        side = (
            self._above_or_below(one, at)
            if self.every
            else "l"
            if self.native.kind == CHANGE and at == 0 and len(self.native.categories) > 1
            else "r"
        )
        size, aside, moved = (
            (self._size_of_all() or self.size) if self.every else self.size,
            0.0,
            0.0,
        )
        if not self.every:
            ends = {(id(series), place): value for series, place, value in self._side(at)}
            low = self.scale[0]
            heights = spread(
                [(value - low) * self._unit for value in ends.values()], size * _LINE_HEIGHT
            )
            stands = heights[list(ends).index((id(one), at))]
            moved = ((ends[(id(one), at)] - low) * self._unit - stands) / self.height
            furthest = max(place for _, place in ends)
            if side == "r" and self._crossed(one, at, furthest, low + stands / self._unit):
                aside = (furthest - at) * self._apart / self.width
        layout = (
            f'<c:layout><c:manualLayout><c:x val="{aside:.4f}"/><c:y '
            f'val="{moved:.4f}"/></c:manualLayout></c:layout>'
            if abs(moved) + aside > 0.001
            else ""
        )
        name = self.named and side == "r"
        look = self._type(
            size,
            "@muted" if one.color.startswith("@context") else one.color,
            bold=not name,
            wrap="none",
        )
        return (
            f'<c:dLbl><c:idx val="{at}"/>{layout}{self._format()}{_NOTHING}{look}<c:dLblPos '
            f'val="{side}"/>{_show(value=True, name=name)}'
            f"{'<c:separator>  </c:separator>' if name else ''}</c:dLbl>"
        )

    @property
    def _unit(self) -> float:
        """How many points high one unit of the value axis is."""
        _, top, _, bottom = self.margins
        return (self.height - top - bottom) / (self.scale[1] - self.scale[0])

    @property
    def _apart(self) -> float:
        """How many points lie between two dates."""
        left, _, right, _ = self.margins
        return (self.width - left - right) / (len(self.native.categories) - self._from_edge)

    @property
    def _from_edge(self) -> bool:
        """Whether the first and the last date stand at the edges; else each has a room of its own,
        and stands in its middle.
        """
        return (
            self.native.kind == LINE
            and len(self.native.categories) > 1
            and not self.native.quarters
        )

    def _above_or_below(self, one: Series, at: int) -> str:
        """Return where the value of a point stands: below it where the line comes from above on
        both sides, if there is room.
        """
        beside = [
            value
            for place in (at - 1, at + 1)
            if 0 <= place < len(one.values) and (value := one.values[place]) is not None
        ]
        dips = bool(beside) and all(value > one.values[at] for value in beside)
        return (
            "b" if dips and (one.values[at] - self.scale[0]) * self._unit > self.size * 1.6 else "t"
        )

    def _crossed(self, one: Series, at: int, until: int, height: float) -> bool:
        """Return whether another line runs through a label that stands at the right of its point:
        then it moves to where the last line ends.
        """
        last = at + ceil(
            (wide(f"{one.name} {self._said(one.values[at])}", self.size) + 14) / self._apart
        )
        near = self.size * 0.9 / self._unit
        for other in self.native.series:
            heights = dict(enumerate(other.values))
            for date in range(at, min(last, until) + 1):
                here, there = heights.get(date), heights.get(date + 1)
                if other is not one and any(
                    value is not None and abs(value - height) < near for value in (here, there)
                ):
                    return True
                if (
                    here is not None
                    and there is not None
                    and min(here, there) < height < max(here, there)
                ):
                    return True
        return False

    def _side(self, at: int) -> list[tuple[Series, int, float]]:
        """Return the ends that stand under each other with the one at a place: the right ends of
        all lines, or the left ones of a change.
        """
        if self.native.kind == CHANGE and at == 0 and len(self.native.categories) > 1:
            return [
                (one, 0, one.values[0]) for one in self.native.series if one.values[0] is not None
            ]
        # Of lines that end at nearly the same time, the names stand under each other at the last
        # one's end.
        near = max(8 if self.native.joined else 2, len(self.native.categories) // 6)
        groups: list[list[tuple[Series, int, float]]] = []
        for end in sorted(self._ends(), key=lambda end: -end[1]):
            if groups and groups[-1][0][1] - end[1] <= near:
                groups[-1].append(end)
            else:
                groups.append([end])
        return next(group for group in groups if any(end[1] == at for end in group))

    def _size_of_all(self) -> float | None:
        """Return the size at which the values of a whole line stand side by side; None if that is
        too small to read.
        """
        room = self.width / len(self.native.categories)
        size = min(
            self.size,
            self.size
            * room
            / max(
                wide(f"{self._said(value)}0", self.size, bold=True)
                for value in self.native.published
            ),
        )
        return size if size >= _SMALLEST else None

    def _axes(self) -> str:
        scaled = self.native.kind == LINE and not self.every
        common = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        dates = _SMALLEST if self.native.quarters else _KEY if self.native.kind == CHANGE else _AXIS
        names = self._type(dates, "@muted") if self.lines else self._type(self.size)
        order = "minMax" if self.lines else "maxMin"
        return (
            '<c:catAx><c:axId val="1"/><c:scaling><c:orientation '
            f'val="{order}"/></c:scaling><c:delete val="0"/><c:axPos '
            f'val="{"b" if self.lines else "l"}"/>'
            f'<c:numFmt formatCode="General" sourceLinked="0"/>{common}<c:tickLblPos '
            f'val="low"/>{_rule("@muted", 0.75)}{names}<c:crossAx val="2"/><c:crosses '
            'val="autoZero"/>'
            '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset '
            f'val="60"/>{self._skip()}<c:noMultiLvlLbl '
            f'val="{int(not self.native.quarters)}"/></c:catAx>'
            '<c:valAx><c:axId val="2"/><c:scaling><c:orientation '
            f'val="minMax"/>{self._span()}</c:scaling><c:delete val="{int(not scaled)}"/>'
            f'<c:axPos val="{"l" if self.lines else "t"}"/>'
            + (f"<c:majorGridlines>{_rule('@rule', 0.75)}</c:majorGridlines>" if scaled else "")
            + f"{self._format()}{common}<c:tickLblPos "
            f'val="low"/>{_NOTHING}{self._type(_AXIS, "@muted")}<c:crossAx val="1"/><c:crosses '
            'val="autoZero"/>'
            f'<c:crossBetween val="{"midCat" if self._from_edge else "between"}"/>'
            + (f'<c:majorUnit val="{self.scale[2]!r}"/>' if self.native.kind == LINE else "")
            + "</c:valAx>"
        )

    def _span(self) -> str:
        """Return how far the value axis goes: beyond the longest bar there is room for its value."""
        low, high, _ = self.scale
        if self.native.kind == SHARES:
            return ""
        if not self.lines:
            values = self.whole.published
            if self.stacked:
                values = [
                    sum(one.values[at] or 0 for one in self.whole.series)
                    for at in range(len(self.whole.categories))
                ]
            low, high = min(0, *values), max(0, *values)
            written = (
                0
                if self.stacked
                else max(wide(self._said(value), self.size) for value in values) + 10
            )
            beyond = (
                (high - low or 1)
                * written
                / max(self.width - self.margins[0] - written * (2 if low < 0 else 1), 60)
            )
            low, high = low - beyond if low < 0 else 0, high + beyond
        return f'<c:max val="{high!r}"/><c:min val="{low!r}"/>'

    def _skip(self) -> str:
        """Return which dates get their words: as many as stand side by side."""
        if not self.lines or self.native.quarters:
            return '<c:tickLblSkip val="1"/>'
        left, _, right, _ = self.margins
        each = (self.width - left - right) / max(len(self.native.categories) - 1, 1)
        return f'<c:tickLblSkip val="{max(1, ceil((max(wide(name, _AXIS) for name in self.native.categories) + 8) / each))}"/>'

    def _legend(self) -> str:
        if not self._key_lines():
            return ""
        hidden = "".join(
            f'<c:legendEntry><c:idx val="{index}"/><c:delete val="1"/></c:legendEntry>'
            for index, one in enumerate(self.native.series)
            if one.continued
        )
        return f'<c:legend><c:legendPos val="t"/>{hidden}<c:overlay val="0"/>{_NOTHING}{self._type(_KEY)}</c:legend>'

    def _format(self) -> str:
        return f'<c:numFmt formatCode="{escape(label_format(self.native, self.language), {chr(34): "&quot;"})}" sourceLinked="0"/>'

    def _type(
        self, size: float, color: str = "@text", *, bold: bool = False, wrap: str = "square"
    ) -> str:
        return (
            '<c:txPr><a:bodyPr rot="0" vert="horz" '
            f'wrap="{wrap}"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 2) * 50}" '
            f'b="{int(bold)}">'
            "<a:solidFill><a:srgbClr "
            f'val="{rgb(color)}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr '
            f'lang="{LANGUAGE_TAGS[self.language]}"/></a:p></c:txPr>'
        )


# A line from a label to its point would be taken for a part of the series.
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
_NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def _show(*, value: bool = False, name: bool = False) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName '
        f'val="0"/><c:showSerName val="{int(name)}"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _rule(color: str, thickness: float) -> str:
    return f'<c:spPr><a:noFill/><a:ln w="{round(thickness * 12700)}"><a:solidFill><a:srgbClr val="{rgb(color)}"/></a:solidFill></a:ln></c:spPr>'


def _fill(color: str, style: str) -> str:
    """Return the look of a bar; an earlier or promised one is an outline: told apart without
    colour.
    """
    inside, line, thick = ("@paper", color, 19050) if style == HOLLOW else (color, "@paper", 6350)
    return (
        f'<c:spPr><a:solidFill><a:srgbClr val="{rgb(inside)}"/></a:solidFill>'
        f'<a:ln w="{thick}"><a:solidFill><a:srgbClr '
        f'val="{rgb(line)}"/></a:solidFill></a:ln></c:spPr>'
    )


def _stroke(one: Series, count: int) -> str:
    """Return the look of a line and of its points."""
    color = f'<a:solidFill><a:srgbClr val="{rgb(one.color)}"/></a:solidFill>'
    dash = '<a:prstDash val="dash"/>' if one.style == DASHED else ""
    dot = f'<c:symbol val="circle"/><c:size val="{7 if count <= 24 else 4}"/><c:spPr>{color}<a:ln w="9525">{color}</a:ln></c:spPr>'
    marker = '<c:symbol val="none"/>' if one.style == DASHED else dot
    return f'<c:spPr><a:ln w="34925" cap="rnd">{color}{dash}<a:round/></a:ln></c:spPr><c:marker>{marker}</c:marker>'
