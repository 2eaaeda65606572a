"""The `timeline` kind: dated events on one line per kind; what is known only to the month or year
stands hollow in its middle.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from app.catalogue.cards import Card
from app.charts.base import Drawing, Key, Names, Row, unique
from app.charts.labels import wrap
from app.look.theme import SMALL_SIZE, axis, layout

LANE = 40


def timeline(rows: list[Row], card: Card, names: Names) -> Drawing:
    """Draw one mark per event, `period` its date, `series` its kind; columns `text_kk`, `text_ru`,
    `text_en` say what happened.
    """
    lanes = unique(row["series"] for row in rows)
    placed = [(row, _middle(row["period"])) for row in rows]
    low, high = min(day for _, day in placed), max(day for _, day in placed)
    whole_years = (high - low).days > 800
    picks = names.picks.get("place", frozenset())
    seen: Counter[tuple[str, date]] = Counter()
    x, y = [], []
    for row, day in placed:
        # Events of one kind and day stand above each other, none hides another.
        times = seen[(row["series"], day)]
        seen[(row["series"], day)] += 1
        x.append(day.isoformat())
        y.append(lanes.index(row["series"]) - 0.16 * times)
    chosen = [row["place"] in picks for row, _ in placed]
    data = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [low.isoformat(), high.isoformat()],
            "y": [lane, lane],
            "line": {"color": "@rule", "width": 1},
            "hoverinfo": "skip",
        }
        for lane in range(len(lanes))
    ]
    data.append(
        {
            "type": "scatter",
            "mode": "markers",
            "x": x,
            "y": y,
            "hoverinfo": "text",
            "marker": {
                "size": [15 if picked else 12 for picked in chosen],
                "color": [
                    "@selected" if picked or not picks else "@context_line" for picked in chosen
                ],
                "symbol": [
                    "circle" if len(row["period"]) == 10 else "circle-open" for row, _ in placed
                ],
                "line": {"width": 2},
            },
            "hovertext": [
                f"<b>{names.period(row['period'])}</b><br>{wrap(row[f'text_{names.language}'] or '', 46)}"
                for row, _ in placed
            ],
        }
    )
    ticks = _years(low, high) if whole_years else _months(low, high)
    figure = {
        "data": data,
        "layout": layout(
            LANE * len(lanes) + 60,
            names.language,
            xaxis=axis(
                type="date",
                tickvals=[tick.isoformat() for tick in ticks],
                tickangle=0,
                tickfont={"size": SMALL_SIZE, "color": "@muted"},
                ticktext=[str(tick.year) if whole_years else names.month(tick) for tick in ticks],
                range=[
                    (low - timedelta(days=_margin(low, high))).isoformat(),
                    (high + timedelta(days=_margin(low, high))).isoformat(),
                ],
            ),
            yaxis=axis(
                showgrid=False,
                tickvals=list(range(len(lanes))),
                ticktext=[wrap(names.name("series", lane), 24) for lane in lanes],
                range=[len(lanes) - 0.4, -0.7],
                tickfont={"size": SMALL_SIZE, "color": "@text"},
            ),
            meta={"timeline": True},
        ),
    }
    hollow = any(len(row["period"]) < 10 for row in rows)
    return Drawing(figure, (Key(names.say("day_unknown"), "@selected", "ring"),) if hollow else ())


def _middle(period: str) -> date:
    """Return the day where a period stands: its day, the middle of its month, of its year, or of
    its span.
    """
    if len(period) == 10:
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
