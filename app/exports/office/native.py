"""A chart's reading as the chart that PowerPoint and Excel draw themselves: the query's own values
under words; writes no file and reads no row.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.charts.base import line_color, unique
from app.charts.composition import LEAST
from app.charts.dates import OPEN, QUARTER, when
from app.charts.reading import NOW, Comparison, Line, Lines, Point, Reading, Slopes
from app.charts.reading import Series as Told
from app.words.numbers import period as in_words

LINE, CHANGE, BAR, STACKED, SHARES = "line", "change", "bar", "stacked", "shares"
SOLID, HOLLOW, DASHED = "solid", "hollow", "dashed"
_ROMAN = ("I", "II", "III", "IV")
_ALL_WRITTEN = 12  # so many points of a single line can all have their value written


@dataclass(frozen=True, slots=True)
class Series:
    """One line, or one row of bars; `values` follow the categories, None is a gap.

    `color` is a token of app.look.theme (`@fprk`), `points` the tokens of single bars where they
    differ. `style` is solid, hollow (an earlier period, a target) or dashed (a promised line).
    `written` are the places whose value stands at the mark, in the colour `ink`. `continued`: a
    break of the series follows, the line goes on in another series.
    """

    name: str
    values: tuple[float | None, ...]
    color: str
    points: tuple[str, ...] = ()
    style: str = SOLID
    written: frozenset[int] = frozenset()
    ink: str = "@text"
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Native:
    """A chart of kind line, change (two dates), bar, stacked or shares (stacked to the full
    length).

    `unit` is the card's code. `joined`: lines run over empty places, as years do between quarters.
    `quarters`: where dates are too many for words, the (year, quarter) that an axis writes instead,
    blank where the year stands already or the value is the whole year's. `remark` says what stands
    behind the categories' names.
    """

    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    decimals: int
    from_zero: bool = True
    joined: bool = False
    quarters: tuple[tuple[str, str], ...] = ()
    remark: str = ""

    @property
    def number_format(self) -> str:
        """Return the format of cells and labels; how it separates digits is for the reader's system
        to say.
        """
        if self.unit == "year":
            return "0"
        return "#,##0" + ("." + "0" * self.decimals if self.decimals else "")

    @property
    def published(self) -> list[float]:
        """Return all values there are."""
        return [value for one in self.series for value in one.values if value is not None]


def native(reading: Reading | None) -> Native | None:
    """Return the chart that a reading becomes; None for what office programmes cannot draw, and
    where there is nothing to draw.
    """
    match reading:
        case Lines():
            return _lines(reading)
        case Slopes():
            return _slopes(reading)
        case Comparison():
            return _bars(reading)
    return None


def _lines(reading: Lines) -> Native:
    """Return lines over evenly spaced dates: a year without a number keeps its place, or slopes
    would lie.
    """
    axis, said, series = _axis(reading), dict(reading.periods), []
    for line in reading.lines:
        runs = _runs(line, even=axis.step == 1)
        every = len(reading.lines) == 1 and len(line.points) <= _ALL_WRITTEN
        for run in runs:
            last = run is runs[-1]
            span = "–".join(unique(said[point.period] for point in (run[0], run[-1])))
            at = {axis.place[point.period]: point.value for point in run}
            series.append(
                Series(
                    line.name if last else f"{line.name}, {span}",
                    tuple(at.get(place) for place in range(len(axis.words))),
                    line.color,
                    style=DASHED if line.promised else SOLID,
                    written=frozenset(at if every else [max(at)] if last else []),
                    continued=not last,
                )
            )
    return Native(
        LINE,
        axis.words,
        tuple(series),
        reading.unit,
        reading.decimals,
        from_zero=reading.from_zero,
        joined=axis.step != 1,
        quarters=axis.quarters,
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    """Dates in words, the place of each period among them, their step in years (None where they
    follow none), and quarters in short.
    """

    words: tuple[str, ...]
    place: dict[str, int]
    step: float | None
    quarters: tuple[tuple[str, str], ...] = ()


def _axis(reading: Lines) -> _Axis:
    periods, said = [code for code, _ in reading.periods], dict(reading.periods)
    step = next(
        (size for size in (1, QUARTER) if all(when(period) % size == 0 for period in periods)), None
    )
    twice = any(
        len({when(point.period) for point in line.points}) < len(line.points)
        for line in reading.lines
    )
    if step is None or twice:
        return _Axis(
            tuple(said.values()), {period: place for place, period in enumerate(periods)}, None
        )
    first = when(periods[0])
    place = {period: round((when(period) - first) / step) for period in periods}
    named = {
        at: " / ".join(said[period] for period in periods if place[period] == at)
        for at in place.values()
    }
    # The last year is whole, or there would be no room for its number.
    last = max(named)
    if step == QUARTER:
        last = round((int(first + last * step) + 1 - first) / step) - 1
    words = (
        named.get(at) or in_words(_period(first + at * step, step), reading.language)
        for at in range(last + 1)
    )
    return _Axis(
        tuple(words),
        place,
        step,
        _quarters(periods, place, first, last) if step == QUARTER else (),
    )


def _quarters(
    periods: list[str], place: dict[str, int], first: float, last: int
) -> tuple[tuple[str, str], ...]:
    """Return each date as (year, quarter): the year once, the quarter where a value is one
    quarter's.
    """
    named = {place[period] for period in periods if "-Q" in period}
    dates = [first + at * QUARTER for at in range(last + 1)]
    return tuple(
        (
            str(int(date)) if at == 0 or date % 1 == 0 else "",
            _ROMAN[int(date % 1 / QUARTER)] if at in named else "",
        )
        for at, date in enumerate(dates)
    )


def _period(at: float, step: float) -> str:
    """Return the code of the year or quarter that begins at a date."""
    return str(int(at)) if step == 1 else f"{int(at)}-Q{int(at % 1 / QUARTER) + 1}"


def _runs(line: Line, even: bool) -> list[list[Point]]:
    """Return what of a line is drawn in one piece. Missing years are empty places on an even axis;
    on any other the line is cut there too.
    """
    runs: list[list[Point]] = []
    for unbroken in line.runs:
        for point in unbroken:
            if point is unbroken[0] or (
                not even and when(point.period) - when(runs[-1][-1].period) > OPEN
            ):
                runs.append([])
            runs[-1].append(point)
    return runs


def _slopes(reading: Slopes) -> Native:
    """Return a line of two points for each code, both values written."""
    series = (
        Series(
            one.name,
            tuple(end.value for end in one.ends),
            one.color,
            written=frozenset(range(len(one.ends))),
        )
        for one in reading.slopes
    )
    return Native(CHANGE, reading.dates, tuple(series), reading.unit, reading.decimals)


def _bars(reading: Comparison) -> Native:
    """Return bars of the categories under their full names: parts on each other, or beside each
    other, what is earlier or promised as hollow ones.
    """
    make = _part if reading.stacked else _bar
    return Native(
        (SHARES if reading.whole else STACKED) if reading.stacked else BAR,
        tuple(category.full for category in reading.categories),
        tuple(make(one) for one in _told_apart(reading.series)),
        reading.unit,
        reading.decimals,
        remark=reading.remark,
    )


def _told_apart(series: tuple[Told, ...]) -> list[Told]:
    """Return the series with names that tell the newer from the earlier, without empty ones."""
    return [
        replace(one, name=f"{one.name}, {one.date}") if one.date else one
        for one in series
        if not one.date or any(amount is not None for amount in one.amounts)
    ]


def _bar(one: Told) -> Series:
    values = tuple(amount.value if amount else None for amount in one.amounts)
    hollow = one.role != NOW
    return Series(
        one.name,
        values,
        # An outline in the pale colour of context would not be seen.
        line_color(one.color) if hollow else one.color,
        one.colors if {*one.colors} - {one.color} else (),
        HOLLOW if hollow else SOLID,
        frozenset(place for place, value in enumerate(values) if value is not None),
    )


def _part(one: Told) -> Series:
    return Series(
        one.name,
        tuple(amount.value if amount else None for amount in one.amounts),
        one.color,
        written=frozenset(
            place
            for place, amount in enumerate(one.amounts)
            if amount and (amount.share or 0) >= LEAST
        ),
        ink=one.ink,
    )
