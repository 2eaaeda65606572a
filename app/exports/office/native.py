"""One exhibit as the chart that PowerPoint and Excel draw themselves: the query's own values under
words; writes no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.catalogue.cards import Card
from app.charts.base import Names, color_of, line_color, unique
from app.exhibit.parts import Exhibit
from app.store.store import Row

LINE, CHANGE, BAR, STACKED, SHARES = "line", "change", "bar", "stacked", "shares"
SOLID, HOLLOW, DASHED = "solid", "hollow", "dashed"
_QUARTER = 0.25
_ROMAN = ("I", "II", "III", "IV")
_LEAST_SHARE = 4  # per cent of a stacked bar below which a value does not fit inside its part
_ALL_WRITTEN = 12  # so many points of a single line can all have their value written
_BY = {
    "trend": "series",
    "change": "series",
    "ranking": "place",
    "pairs": "sector",
    "composition": "period",
    "flow": "series",
    "gap": "sector",
    "target": "series",
}


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


@dataclass(frozen=True, slots=True)
class _Asked:
    """What every kind is made of: the rows with a number, the card, the names, the drawn figure
    (for its colours alone).
    """

    rows: list[Row]
    card: Card
    names: Names
    drawn: list[dict[str, Any]]

    @property
    def by(self) -> str:
        return self.card.options.get("by", _BY[self.card.chart])

    def name(self, code: str) -> str:
        return self.names.period(code) if self.by == "period" else self.names.name(self.by, code)

    def chart(
        self, kind: str, categories: Iterable[str], series: Iterable[Series], **more: Any
    ) -> Native:
        return Native(
            kind, tuple(categories), tuple(series), self.card.unit, self.card.decimals, **more
        )


def native(one: Exhibit) -> Native | None:
    """Return the chart that an exhibit becomes; None for kinds that office programmes cannot draw,
    and where there is nothing to draw.
    """
    draw = _DRAW.get(one.card.chart)
    if draw is None or one.drawing is None or one.names is None:
        return None
    rows = [
        row
        for row in one.marks
        if row["value"] is not None or one.card.chart in {"ranking", "target"}
    ]
    return draw(_Asked(rows, one.card, one.names, one.drawing.figure["data"]))


def _trend(asked: _Asked) -> Native:
    """Return lines over evenly spaced dates: a year without a number keeps its place, or slopes
    would lie.
    """
    codes = unique(row[asked.by] for row in asked.rows)
    references = set(asked.card.options.get("references", ()))
    axis = _axis(asked)
    series = []
    for code, trace in zip(codes, asked.drawn, strict=True):
        points = sorted(
            ((axis.place[row["period"]], row) for row in asked.rows if row[asked.by] == code),
            key=lambda point: point[0],
        )
        cuts = [
            _when(item.period)
            for item in asked.card.breaks
            if code not in references and (not item.only or code in item.only)
        ]
        runs = _runs(points, cuts, even=axis.step == 1)
        every = len(codes) == 1 and len(points) <= _ALL_WRITTEN
        for run in runs:
            last = run is runs[-1]
            span = "–".join(
                unique(asked.names.period(row["period"]) for _, row in (run[0], run[-1]))
            )
            at = {place: row["value"] for place, row in run}
            series.append(
                Series(
                    asked.name(code) if last else f"{asked.name(code)}, {span}",
                    tuple(at.get(place) for place in range(len(axis.words))),
                    trace["line"]["color"],
                    style=DASHED if code in references else SOLID,
                    written=frozenset(at if every else [run[-1][0]] if last else []),
                    continued=not last,
                )
            )
    return asked.chart(
        LINE,
        axis.words,
        series,
        from_zero=bool(asked.card.options.get("from_zero", True)),
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


def _axis(asked: _Asked) -> _Axis:
    periods = sorted(
        {row["period"] for row in asked.rows}, key=lambda period: (_when(period), period)
    )
    step = next(
        (size for size in (1, _QUARTER) if all(_when(period) % size == 0 for period in periods)),
        None,
    )
    keys = [(row[asked.by], _when(row["period"])) for row in asked.rows]
    if step is None or len(set(keys)) < len(keys):
        return _Axis(
            tuple(asked.names.period(period) for period in periods),
            {period: place for place, period in enumerate(periods)},
            None,
        )
    first = _when(periods[0])
    place = {period: round((_when(period) - first) / step) for period in periods}
    said = {
        at: " / ".join(asked.names.period(period) for period in periods if place[period] == at)
        for at in place.values()
    }
    # The last year is whole, or there would be no room for its number.
    last = max(said) if step == 1 else round((int(first + max(said) * step) + 1 - first) / step) - 1
    words = (
        said.get(at) or asked.names.period(_period(first + at * step, step))
        for at in range(last + 1)
    )
    return _Axis(
        tuple(words),
        place,
        step,
        _quarters(periods, place, first, last) if step == _QUARTER else (),
    )


def _quarters(
    periods: list[str], place: dict[str, int], first: float, last: int
) -> tuple[tuple[str, str], ...]:
    """Return each date as (year, quarter): the year once, the quarter where a value is one
    quarter's.
    """
    named = {place[period] for period in periods if "-Q" in period}
    dates = [first + at * _QUARTER for at in range(last + 1)]
    return tuple(
        (
            str(int(date)) if at == 0 or date % 1 == 0 else "",
            _ROMAN[int(date % 1 / _QUARTER)] if at in named else "",
        )
        for at, date in enumerate(dates)
    )


def _when(period: str) -> float:
    """Return where a period stands, in years: years, quarters and months at their beginning, spans
    in their middle.
    """
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", period):
        return int(match[1]) + (int(match[2]) - 1) * _QUARTER
    if match := re.fullmatch(r"(\d{4})/(\d{4})", period):
        return (int(match[1]) + int(match[2])) / 2
    return int(period[:4]) + ((int(period[5:7]) - 1) / 12 if len(period) > 4 else 0)


def _period(when: float, step: float) -> str:
    """Return the code of the year or quarter that begins at `when`."""
    return str(int(when)) if step == 1 else f"{int(when)}-Q{int(when % 1 / _QUARTER) + 1}"


def _runs(
    points: list[tuple[int, Row]], cuts: list[float], even: bool
) -> list[list[tuple[int, Row]]]:
    """Cut a line where its series breaks. Missing years are empty places on an even axis; on any
    other the line is cut there too.
    """
    runs = [[points[0]]]
    for point in points[1:]:
        before, now = _when(runs[-1][-1][1]["period"]), _when(point[1]["period"])
        if any(before < cut <= now for cut in cuts) or (not even and now - before > 1.01):
            runs.append([])
        runs[-1].append(point)
    return runs


def _change(asked: _Asked) -> Native:
    """Return a line of two points for each code, both values written."""
    periods = sorted({row["period"] for row in asked.rows})
    ends = list(dict.fromkeys((periods[0], periods[-1])))
    codes = unique(row[asked.by] for row in asked.rows)
    series = []
    for code, trace in zip(codes, asked.drawn, strict=True):
        values = {row["period"]: row["value"] for row in asked.rows if row[asked.by] == code}
        series.append(
            Series(
                asked.name(code),
                tuple(values.get(end) for end in ends),
                trace["line"]["color"],
                written=frozenset(range(len(ends))),
            )
        )
    return asked.chart(CHANGE, (asked.names.period(end) for end in ends), series)


def _ranking(asked: _Asked) -> Native:
    """Return a bar per code in the order of the query, an earlier period as hollow bars beside;
    what is not published is named and has no bar.
    """
    rows, names = asked.rows, asked.names
    periods = sorted({row["period"] for row in rows}, reverse=True)
    colors = asked.drawn[0]["marker"]["color"]
    if not asked.card.options.get("before"):
        # Numbers of different years in one row of bars: each says its own.
        dated = len(periods) > 1 and asked.by != "series"
        categories = [
            _absent(
                f"{asked.name(row[asked.by])}, {names.period(row['period'])}"
                if dated
                else asked.name(row[asked.by]),
                row["value"],
                names,
            )
            for row in rows
        ]
        head = names.period(periods[0]) if len(periods) == 1 else names.say("column_value")
        return asked.chart(
            BAR, categories, [_bars(head, [row["value"] for row in rows], colors[0], colors)]
        )
    codes = unique(
        [row[asked.by] for row in rows if row["period"] == periods[0]]
        + [row[asked.by] for row in rows]
    )
    value = {(row[asked.by], row["period"]): row["value"] for row in rows}
    shades = [
        *colors,
        *(color_of(code, asked.by, asked.card, names) for code in codes[len(colors) :]),
    ]
    series = [
        _bars(
            names.period(periods[0]),
            [value.get((code, periods[0])) for code in codes],
            shades[-1],
            shades,
        )
    ]
    series += [
        _bars(
            names.period(period),
            [value.get((code, period)) for code in codes],
            "@context_line",
            style=HOLLOW,
        )
        for period in periods[1:]
    ]
    return asked.chart(
        BAR,
        (_absent(asked.name(code), value.get((code, periods[0])), names) for code in codes),
        series,
    )


def _pairs(asked: _Asked) -> Native:
    """Return a group of bars per code, beside each bar its earlier value as a hollow one."""
    pair, names = asked.card.options.get("pair", "series"), asked.names
    groups, codes = (
        unique(row[asked.by] for row in asked.rows),
        unique(row[pair] for row in asked.rows),
    )
    # Groups of different years, none of which has an earlier value, have nothing to tell apart.
    earlier = len({(row[asked.by], row[pair]) for row in asked.rows}) < len(asked.rows)
    periods = sorted({row["period"] for row in asked.rows}, reverse=True) if earlier else [""]
    value = {
        (row[asked.by], row[pair], row["period"] if earlier else ""): row["value"]
        for row in asked.rows
    }
    series = [
        _bars(
            names.name(pair, code) + (f", {names.period(period)}" if earlier else ""),
            [value.get((group, code, period)) for group in groups],
            color_of(code, pair, asked.card, names),
            style=SOLID if period == periods[0] else HOLLOW,
        )
        for code in codes
        for period in periods
    ]
    return asked.chart(
        BAR,
        (asked.name(group) for group in groups),
        [one for one in series if any(value is not None for value in one.values)],
    )


def _composition(asked: _Asked) -> Native:
    """Return stacked bars of the counts; to the full length where the query's shares make up the
    whole, as the exhibit draws them.
    """
    groups, parts = (
        unique(row[asked.by] for row in asked.rows),
        unique(row["series"] for row in asked.rows),
    )
    if asked.by == "period":
        groups = sorted(groups, reverse=True)
    at = {(row[asked.by], row["series"]): row for row in asked.rows}
    whole = all(
        abs(sum(row["share"] or 0 for row in asked.rows if row[asked.by] == group) - 100) < 1
        for group in groups
    )
    series = []
    for part, trace in zip(parts, asked.drawn, strict=True):
        found = [at.get((group, part)) for group in groups]
        written = frozenset(
            place for place, row in enumerate(found) if row and (row["share"] or 0) >= _LEAST_SHARE
        )
        series.append(
            Series(
                asked.names.name("series", part),
                tuple(row["value"] if row else None for row in found),
                trace["marker"]["color"],
                written=written,
                ink=trace["textfont"]["color"],
            )
        )
    return asked.chart(
        SHARES if whole else STACKED, (asked.name(group) for group in groups), series
    )


def _flow(asked: _Asked) -> Native:
    """Return a bar per stage; its share of the first stage stands behind its name."""
    shares = [row.get("share") for row in asked.rows]
    categories = [
        asked.name(row["series"])
        + (f" · {asked.names.share(share)}" if share not in (None, 100) else "")
        for row, share in zip(asked.rows, shares, strict=True)
    ]
    colors = asked.drawn[0]["marker"]["color"]
    return asked.chart(
        BAR,
        categories,
        [
            _bars(
                asked.names.period(asked.rows[0]["period"]),
                [row["value"] for row in asked.rows],
                colors[0],
                colors,
            )
        ],
    )


def _gap(asked: _Asked) -> Native:
    """Return two bars per code; the gap between them stands in brackets behind the name."""
    names = asked.names
    codes, groups = (
        unique(row[asked.by] for row in asked.rows),
        unique(row["series"] for row in asked.rows),
    )
    value = {(row[asked.by], row["series"]): row["value"] for row in asked.rows}
    gaps = {row[asked.by]: row["gap"] for row in asked.rows if row.get("gap") is not None}
    series = [
        _bars(
            names.name("series", group),
            [value.get((code, group)) for code in codes],
            color_of(group, "series", asked.card, names),
        )
        for group in groups
    ]
    categories = [
        f"{asked.name(code)} ({names.share(gaps[code])})" if code in gaps else asked.name(code)
        for code in codes
    ]
    return asked.chart(
        BAR,
        categories,
        series,
        remark=names.say("in_brackets", period=names.say("column_gap").lower()) if gaps else "",
    )


def _target(asked: _Asked) -> Native:
    """Return a bar per code and beside it what was promised."""
    codes = unique(row[asked.by] for row in asked.rows)
    values = {row[asked.by]: row["value"] for row in asked.rows if row["value"] is not None}
    aims = {row[asked.by]: row["target"] for row in asked.rows if row.get("target") is not None}
    shades = asked.drawn[0]["marker"]["color"]
    now = " / ".join(
        unique(asked.names.period(row["period"]) for row in asked.rows if row["value"] is not None)
    ) or asked.names.say("column_value")
    series = [_bars(now, [values.get(code) for code in codes], shades[0], shades)]
    series.append(
        _bars(
            asked.names.say("target"), [aims.get(code) for code in codes], "@target", style=HOLLOW
        )
    )
    return asked.chart(
        BAR, (_absent(asked.name(code), values.get(code), asked.names) for code in codes), series
    )


def _bars(
    name: str,
    values: list[float | None],
    color: str,
    points: Iterable[str] = (),
    style: str = SOLID,
) -> Series:
    points = tuple(points)
    # An outline in the pale colour of context would not be seen.
    shade = line_color(color) if style == HOLLOW else color
    return Series(
        name,
        tuple(values),
        shade,
        points if set(points) - {color} else (),
        style,
        frozenset(place for place, value in enumerate(values) if value is not None),
    )


def _absent(name: str, value: float | None, names: Names) -> str:
    return name if value is not None else f"{name} — {names.say('not_published')}"


_DRAW = {
    "trend": _trend,
    "change": _change,
    "ranking": _ranking,
    "pairs": _pairs,
    "composition": _composition,
    "flow": _flow,
    "gap": _gap,
    "target": _target,
}
