"""How a native chart is laid out: sizes, margins, scale, where labels stand; writes no XML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor, log10

from app.charts.labels import spread
from app.exports.office.native import BAR, CHANGE, HOLLOW, LINE, SHARES, STACKED, Native, Series
from app.exports.office.page import high, lines, wide
from app.words.numbers import amount

Box = tuple[float, float, float, float]
LARGEST, SMALLEST, AXIS, KEY = 16.0, 9.5, 12.0, 14.0
_FINER = 0.5
_NAME_GAP = 14.0
_LINE_HEIGHT = 1.25
_KEY_HEIGHT = KEY * 1.6
# How much of the width names beside bars or at lines' ends may take.
_MOST_NAMES = {LINE: 0.42, CHANGE: 0.62, BAR: 0.4, STACKED: 0.4, SHARES: 0.4}
_TICKS = 4


@dataclass(frozen=True, slots=True)
class Label:
    """The label of one point of a line, in points of type.

    It stands at the left, at the right, above or below (`l`, `r`, `t`, `b`), moved from there to
    the right and up by parts of the chart's width and height. `named`: the series' name goes with
    the value.
    """

    at: int
    side: str
    size: float
    right: float = 0.0
    up: float = 0.0
    named: bool = False


@dataclass(frozen=True, slots=True)
class _End:
    """A point of a line whose label stands beside it."""

    series: Series
    at: int
    value: float


@dataclass(frozen=True)
class Layout:
    """A chart of a width and height in points.

    It has its scale in common with the `whole` of which it may be a part; `rows` are the categories
    of the longest part.
    """

    native: Native
    whole: Native
    rows: int
    width: float
    height: float
    language: str

    # --- sizes ------------------------------------------------------------------------------------

    @property
    def lines(self) -> bool:
        """Whether the chart is made of lines."""
        return self.native.kind in {LINE, CHANGE}

    @property
    def stacked(self) -> bool:
        """Whether its bars have parts."""
        return self.native.kind in {STACKED, SHARES}

    @property
    def bars(self) -> int:
        """How many bars stand beside each other in one category."""
        return 1 if self.stacked else len(self.native.series)

    @cached_property
    def size(self) -> float:
        """The size of names and values: as large as the number of bars allows."""
        if self.lines:
            longest = max(wide(one.name, KEY) for one in self.native.series)
            return KEY if longest < self.width * 0.3 else AXIS
        room = min(LARGEST, self.each * 0.68, self.each * 0.82 / self.bars)
        largest = max(SMALLEST, room)
        steps = range(round((largest - SMALLEST) / _FINER) + 1)
        sizes = (largest - step * _FINER for step in steps)
        return next((size for size in sizes if self._names_fit(size)), SMALLEST)

    def _names_fit(self, size: float) -> bool:
        """Say whether the names beside bars stand clear of each other at a size."""
        room = self.width * _MOST_NAMES[self.native.kind] - _NAME_GAP
        return all(
            high(lines(name, room, size), size) <= self.each for name in self.whole.categories
        )

    @property
    def each(self) -> float:
        """How high the room of one category is."""
        return (self.height - 12 - self.key_lines * _KEY_HEIGHT) / self.rows

    @property
    def key_lines(self) -> int:
        """How many lines the legend has; none if the marks are named themselves."""
        if len(self.native.series) == 1 or (self.lines and (self.named or len(self._ends) == 1)):
            return 0
        return ceil(sum(wide(one.name, KEY) + 40 for one in self.native.series) / self.width)

    @cached_property
    def margins(self) -> Box:
        """Room around the bars or lines: left, top, right, bottom."""
        top = 8 + self.key_lines * _KEY_HEIGHT
        if self.native.kind == CHANGE:
            return 12, top, max(12, (self._widest_end - (self.width - 12) / 4) / 0.75), 30
        if self.native.kind == LINE:
            low, high, _ = self.scale
            left = max(wide(self._said(value), AXIS) for value in (low, high)) + 14
            right = left if self.every else max(self._widest_end, 24)
            return left, top + self.size, right, 44 if self.native.quarters else 28
        names = max(wide(name, self.size) for name in self.whole.categories)
        return min(names + _NAME_GAP, self.width * _MOST_NAMES[self.native.kind]), top, 4, 4

    @property
    def inner(self) -> Box:
        """Where bars or lines stand: left, top, width, height, as parts of the whole."""
        left, top, right, bottom = self.margins
        return (
            left / self.width,
            top / self.height,
            1 - (left + right) / self.width,
            1 - (top + bottom) / self.height,
        )

    # --- scales -----------------------------------------------------------------------------------

    @cached_property
    def scale(self) -> tuple[float, float, float]:
        """The value axis of lines: low, high, step."""
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

    @property
    def span(self) -> tuple[float, float] | None:
        """From where to where the value axis goes; None for shares, which need not say it.

        Beyond the longest bar there is room for its value.
        """
        if self.native.kind == SHARES:
            return None
        if self.lines:
            return self.scale[:2]
        values = self._lengths
        low, high = min(0, *values), max(0, *values)
        written = 0.0
        if not self.stacked:
            written = max(wide(self._said(value), self.size) for value in values) + 10
        sides = 2 if low < 0 else 1
        room = max(self.width - self.margins[0] - written * sides, 60)
        beyond = (high - low or 1) * written / room
        return low - beyond if low < 0 else 0, high + beyond

    @property
    def _lengths(self) -> list[float]:
        """How long the bars are, all parts of one together."""
        if not self.stacked:
            return self.whole.published
        places = range(len(self.whole.categories))
        return [sum(one.values[at] or 0 for one in self.whole.series) for at in places]

    @property
    def from_edge(self) -> bool:
        """Whether the first and the last date stand at the edges.

        Else each has a room of its own, and stands in its middle.
        """
        many = len(self.native.categories) > 1
        return self.native.kind == LINE and many and not self.native.quarters

    @property
    def label_step(self) -> int:
        """Which dates get their words, every so many: as many as stand side by side."""
        if not self.lines or self.native.quarters:
            return 1
        left, _, right, _ = self.margins
        each = (self.width - left - right) / max(len(self.native.categories) - 1, 1)
        widest = max(wide(name, AXIS) for name in self.native.categories) + 8
        return max(1, ceil(widest / each))

    @property
    def _unit(self) -> float:
        """How many points high one unit of the value axis is."""
        _, top, _, bottom = self.margins
        return (self.height - top - bottom) / (self.scale[1] - self.scale[0])

    @property
    def _apart(self) -> float:
        """How many points lie between two dates."""
        left, _, right, _ = self.margins
        return (self.width - left - right) / (len(self.native.categories) - self.from_edge)

    # --- labels -----------------------------------------------------------------------------------

    def labels(self, one: Series) -> list[Label]:
        """Return the labels of a line: of every point, or beside its end with its name."""
        written = [
            (at, value) for at in sorted(one.written) if (value := one.values[at]) is not None
        ]
        if self.every:
            size = self._size_of_all or self.size
            return [Label(at, self._above_or_below(one, at, value), size) for at, value in written]
        return [
            self._beside(_End(one, at, value))
            for at, value in written
            if self.native.kind == CHANGE or at == max(one.written)
        ]

    def bar_labels(self, one: Series) -> bool:
        """Say whether a row of bars has its values written."""
        thin = self.each * 0.82 / len(self.native.series) < SMALLEST
        return bool(one.written) and not (one.style == HOLLOW and thin)

    def _beside(self, end: _End) -> Label:
        """Return the label of an end, moved up or down to stand clear of the others."""
        side = "l" if self._at_the_left(end.at) else "r"
        ends, low = self._under_each_other(end.at), self.scale[0]
        heights = spread([(one.value - low) * self._unit for one in ends], self.size * _LINE_HEIGHT)
        mine = next(
            at for at, one in enumerate(ends) if one.series is end.series and one.at == end.at
        )
        stands = heights[mine]
        furthest = max(one.at for one in ends)
        aside = 0.0
        if side == "r" and self._crossed(end, furthest, low + stands / self._unit):
            aside = (furthest - end.at) * self._apart / self.width
        up = ((end.value - low) * self._unit - stands) / self.height
        return Label(end.at, side, self.size, aside, up, self.named and side == "r")

    def _at_the_left(self, at: int) -> bool:
        """Say whether a place is the first of two dates: its labels stand at the left."""
        return self.native.kind == CHANGE and at == 0 and len(self.native.categories) > 1

    def _under_each_other(self, at: int) -> list[_End]:
        """Return the ends that stand under each other with the one at a place."""
        if self._at_the_left(at):
            first = ((one, one.values[0]) for one in self.native.series)
            return [_End(one, 0, value) for one, value in first if value is not None]
        # Of lines that end at nearly the same time, the names stand under each other at the last
        # one's end.
        near = max(8 if self.native.joined else 2, len(self.native.categories) // 6)
        groups: list[list[_End]] = []
        for end in sorted(self._ends, key=lambda end: -end.at):
            if groups and groups[-1][0].at - end.at <= near:
                groups[-1].append(end)
            else:
                groups.append([end])
        return next(group for group in groups if any(end.at == at for end in group))

    def _crossed(self, end: _End, until: int, height: float) -> bool:
        """Say whether another line runs through a label that stands at the right of its point.

        Then it moves to where the last line ends.
        """
        long = wide(f"{end.series.name} {self._said(end.value)}", self.size) + 14
        last = min(end.at + ceil(long / self._apart), until)
        near = self.size * 0.9 / self._unit
        for other in self.native.series:
            heights = dict(enumerate(other.values))
            for date in range(end.at, last + 1):
                here, there = heights.get(date), heights.get(date + 1)
                known = [value for value in (here, there) if value is not None]
                if other is not end.series and any(abs(one - height) < near for one in known):
                    return True
                if len(known) == 2 and min(known) < height < max(known):
                    return True
        return False

    def _above_or_below(self, one: Series, at: int, value: float) -> str:
        """Return where the value of a point stands.

        Below it where the line comes from above on both sides, if there is room; else above.
        """
        beside = [
            there
            for place in (at - 1, at + 1)
            if 0 <= place < len(one.values) and (there := one.values[place]) is not None
        ]
        dips = bool(beside) and all(there > value for there in beside)
        return "b" if dips and (value - self.scale[0]) * self._unit > self.size * 1.6 else "t"

    @cached_property
    def _ends(self) -> list[_End]:
        """The lines that end in a value."""
        ended = [(one, max(one.written)) for one in self.native.series if one.written]
        return [_End(one, at, value) for one, at in ended if (value := one.values[at]) is not None]

    @cached_property
    def named(self) -> bool:
        """Whether the lines' names stand at their ends; where they are too long, a legend says
        them.
        """
        if len(self._ends) <= 1:
            return False
        longest = max(
            wide(f"{end.series.name} {self._said(end.value)}", self.size) for end in self._ends
        )
        return longest < self.width * _MOST_NAMES[self.native.kind]

    @property
    def _widest_end(self) -> float:
        names = (f"{end.series.name} " if self.named else "" for end in self._ends)
        texts = (name + self._said(end.value) for name, end in zip(names, self._ends, strict=True))
        return max((wide(text, self.size, bold=not self.named) for text in texts), default=0) + 14

    @cached_property
    def every(self) -> bool:
        """Whether all values of a single line are written.

        Then it needs no scale, unless its axis does not begin at zero.
        """
        published = self.native.published
        alone = sum(not one.continued for one in self.native.series) == 1
        complete = self.native.kind == LINE and self.native.from_zero and alone
        return (
            complete
            and 1 < len(published) == sum(len(one.written) for one in self.native.series)
            and self._size_of_all is not None
        )

    @property
    def _size_of_all(self) -> float | None:
        """The size at which a whole line's values stand side by side; None if too small to read."""
        room = self.width / len(self.native.categories)
        widest = max(
            wide(f"{self._said(value)}0", self.size, bold=True) for value in self.native.published
        )
        size = min(self.size, self.size * room / widest)
        return size if size >= SMALLEST else None

    def _said(self, value: float) -> str:
        return amount(value, self.native.unit, self.language, self.native.decimals)
