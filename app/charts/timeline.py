"""The `timeline` kind: dated events on one line per kind; what is known only to the month or year
stands hollow, in its middle or, on an axis of months, before it.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from app.catalogue.cards import Card
from app.charts.base import Figure, Names, Row, unique
from app.charts.labels import wrap
from app.charts.reading import Event, Key, Timeline
from app.look.theme import SMALL_SIZE, axis, layout
from app.words.numbers import month

LANE = 40
_DAY = len("2025-12-31")
_YEAR = len("2025")
# Of the length of an axis of months: what stands before it, events known only to their year.
_STRIP = 0.16


def read(rows: list[Row], card: Card, names: Names) -> Timeline:
    """Read one event per row: `period` its date, `series` its kind; columns `text_kk`, `text_ru`,
    `text_en` say what happened.
    """
    lanes = unique(row["series"] for row in rows)
    picks = names.picks.get("place", frozenset())
    return Timeline(
        kind=card.chart,
        language=names.language,
        unit=card.unit,
        decimals=card.decimals,
        key=(Key(names.say("day_unknown"), "@selected", "ring"),)
        if any(len(row["period"]) < _DAY for row in rows)
        else (),
        lanes=tuple(names.name("series", lane) for lane in lanes),
        events=tuple(
            Event(
                lanes.index(row["series"]),
                names.name("series", row["series"]),
                row["period"],
                _middle(row["period"]),
                len(row["period"]) == _DAY,
                names.period(row["period"]),
                row["place"],
                names.name("place", row["place"]),
                row[f"text_{names.language}"] or "",
                row["place"] in picks,
            )
            for row in rows
        ),
        singled_out=bool(picks),
    )


def figure(reading: Timeline) -> Figure:
    """Draw a line per lane and on it one mark per event."""
    days = [event.day for event in reading.events]
    low, high = min(days), max(days)
    whole_years = (high - low).days > 800
    aside = [] if whole_years else _without_month(reading)
    if aside:
        dated = [event.day for event in reading.events if event not in aside]
        low, high = min(dated), max(dated)
    margin = timedelta(days=_margin(low, high))
    ticks = _years(low, high) if whole_years else _months(low, high)
    lanes = range(len(reading.lanes))
    strip = timedelta(days=round((high - low).days * _STRIP)) if aside else timedelta()
    begin = low - strip - (3 * margin if aside else timedelta())
    return {
        "data": [
            *(_lane(lane, low, high) for lane in lanes),
            _marks(reading, _days(reading, aside, begin, strip)),
        ],
        "layout": layout(
            LANE * len(lanes) + 60,
            reading.language,
            xaxis=axis(
                type="date",
                tickvals=[tick.isoformat() for tick in (*ticks, *_middle_of(begin, strip))],
                tickangle=0,
                tickfont={"size": SMALL_SIZE, "color": "@muted"},
                ticktext=[
                    str(tick.year) if whole_years else month(tick, reading.language)
                    for tick in ticks
                ]
                + _years_of(aside),
                range=[(begin - margin).isoformat(), (high + margin).isoformat()],
            ),
            yaxis=axis(
                showgrid=False,
                tickvals=list(lanes),
                ticktext=[wrap(name, 24) for name in reading.lanes],
                range=[len(lanes) - 0.4, -0.7],
                tickfont={"size": SMALL_SIZE, "color": "@text"},
            ),
        ),
    }


def _lane(lane: int, low: date, high: date) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [low.isoformat(), high.isoformat()],
        "y": [lane, lane],
        "line": {"color": "@rule", "width": 1},
        "hoverinfo": "skip",
    }


def _without_month(reading: Timeline) -> list[Event]:
    """Return the events of which only the year is known: in the middle of an axis of months they
    would be taken for events of July.
    """
    aside = [event for event in reading.events if len(event.period) == _YEAR]
    return aside if len(aside) < len(reading.events) else []


def _middle_of(begin: date, strip: timedelta) -> list[date]:
    return [begin + strip / 2] if strip else []


def _years_of(aside: list[Event]) -> list[str]:
    """Return what the strip is called, if there is one: its first and its last year."""
    years = sorted(event.period for event in aside)
    return ["\u2013".join(dict.fromkeys((years[0], years[-1])))] if years else []


def _days(reading: Timeline, aside: list[Event], begin: date, strip: timedelta) -> list[date]:
    """Return where each event stands: at its day, or beside the others of its lane in a strip that
    begins before the axis.
    """
    lanes = {
        lane: [event for event in aside if event.lane == lane] for lane in range(len(reading.lanes))
    }

    def place(event: Event) -> date:
        if event not in aside:
            return event.day
        mine = lanes[event.lane]
        return begin + strip * ((mine.index(event) + 0.5) / len(mine))

    return [place(event) for event in reading.events]


def _marks(reading: Timeline, days: list[date]) -> Figure:
    events = reading.events
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [day.isoformat() for day in days],
        "y": _heights(reading, days),
        "hoverinfo": "text",
        "marker": {
            "size": [15 if event.picked else 12 for event in events],
            "color": [
                "@selected" if event.picked or not reading.singled_out else "@context_line"
                for event in events
            ],
            "symbol": ["circle" if event.exact else "circle-open" for event in events],
            "line": {"width": 2},
        },
        "hovertext": [f"<b>{event.when}</b><br>{wrap(event.text, 46)}" for event in events],
    }


def _heights(reading: Timeline, days: list[date]) -> list[float]:
    """Return where events stand: those of one lane and day above each other, none hides another."""
    seen: Counter[tuple[int, date]] = Counter()
    heights = []
    for event, day in zip(reading.events, days, strict=True):
        heights.append(event.lane - 0.16 * seen[event.lane, day])
        seen[event.lane, day] += 1
    return heights


def _middle(period: str) -> date:
    """Return the day where a period stands: its day, the middle of its month, of its year, or of
    its span.
    """
    if len(period) == _DAY:
        return date.fromisoformat(period)
    if "/" in period:
        first, last = (int(year) for year in period.split("/"))
        return date((first + last) // 2, 7, 1)
    if "-Q" in period:
        return date(int(period[:4]), int(period[-1]) * 3 - 1, 15)
    return (
        date(int(period[:4]), int(period[5:7]), 15) if len(period) == 7 else date(int(period), 7, 1)
    )


def _months(low: date, high: date) -> list[date]:
    count = (high.year - low.year) * 12 + high.month - low.month + 1
    step = 1 if count <= 13 else 3
    months = [low.year * 12 + low.month - 1 + place for place in range(0, count, step)]
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def _years(low: date, high: date) -> list[date]:
    step = next(size for size in (1, 2, 5, 10, 20, 50) if (high.year - low.year) / size <= 8)
    return [
        date(year, 1, 1) for year in range(low.year - low.year % step + step, high.year + 1, step)
    ]


def _margin(low: date, high: date) -> int:
    return max(6, (high - low).days // 40)
