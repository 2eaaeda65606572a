"""The `network` kind: who belongs to what since when; members at the left, structures at the right,
a line for each membership.
"""

from __future__ import annotations

from math import ceil

from app.catalogue.cards import Card
from app.charts.base import Figure, Names, Row, unique
from app.charts.forms import Broken, Forms, rewrapped
from app.charts.labels import line_width, wrap
from app.charts.reading import Network, Structure, Tie
from app.look.theme import LABEL_SIZE, SMALL_SIZE, axis, layout

STEP = 52
LEFT, RIGHT = 0.0, 1.0
STEPS = 16
_AWAY = 12  # pixels from a node to its name
# On a phone: the size of names, letters in a line at the left and the right, and both margins.
_SIZE, _LETTERS, _MARGINS = 12, (11, 19), (92, 150)


def read(rows: list[Row], card: Card, names: Names) -> Network:
    """Read one tie per row from `sector` (the member) to `structure`; `value` is the year since
    when, None if not published.
    """
    called = {
        code: names.name("sector", code)
        for row in rows
        for code in (row["sector"], row["structure"])
    }
    return Network(
        kind=card.chart,
        language=names.language,
        unit=card.unit,
        decimals=card.decimals,
        members=tuple((code, called[code]) for code in unique(row["sector"] for row in rows)),
        structures=tuple(
            Structure(code, called[code], _since(code, rows, names))
            for code in unique(row["structure"] for row in rows)
        ),
        ties=tuple(
            Tie(
                row["sector"],
                row["structure"],
                f"{called[row['sector']]} → {called[row['structure']]}"
                + (f", {_year(row['value'], names)}" if row["value"] is not None else ""),
            )
            for row in rows
        ),
    )


def _since(code: str, rows: list[Row], names: Names) -> str:
    years = [row["value"] for row in rows if row["structure"] == code and row["value"] is not None]
    return _year(min(years), names) if years else ""


def _year(value: float, names: Names) -> str:
    return names.say("since", year=str(int(value)))


def figure(reading: Network) -> Figure:
    """Draw one line per tie, members at the left, structures at the right."""
    height = {one.code: place for place, one in enumerate(reading.structures)}
    # A member stands at the middle of what it belongs to, so that lines cross as little as they
    # can.
    tied = {
        code: [height[tie.structure] for tie in reading.ties if tie.member == code]
        for code, _ in reading.members
    }
    middle = {code: sum(heights) / len(heights) for code, heights in tied.items()}
    return {
        "data": [
            *(_line(middle[tie.member], height[tie.structure], tie.hover) for tie in reading.ties),
            _nodes(LEFT, list(middle.values()), "@fprk"),
            _nodes(RIGHT, list(height.values()), "@country"),
        ],
        "layout": layout(
            STEP * len(reading.structures) + 24,
            reading.language,
            margin={"l": 150, "r": 250, "t": 8, "b": 8, "pad": 0},
            annotations=[
                *(_label(LEFT, middle[code], _member(name)) for code, name in reading.members),
                *(_label(RIGHT, height[one.code], _structure(one)) for one in reading.structures),
            ],
            xaxis=axis(visible=False, range=[-0.02, 1.02]),
            yaxis=axis(visible=False, range=[len(reading.structures) - 0.5, -0.5]),
        ),
    }


def forms(reading: Network) -> Forms:
    """Return the names as a phone has them: in more lines of smaller type, in narrower margins."""
    members = [rewrapped(_member(name), _LETTERS[0]) for _, name in reading.members]
    structures = [rewrapped(_structure(one), _LETTERS[1]) for one in reading.structures]
    # A word that does not break needs more than the usual room.
    longest = max(
        line_width(line, _SIZE)
        for text in members
        for line in text.removeprefix("<b>").removesuffix("</b>").split("<br>")
    )
    left = max(_MARGINS[0], ceil(longest + _AWAY) + 4)
    return Forms(broken=Broken((*members, *structures), _SIZE, left, _MARGINS[1]))


def _member(name: str) -> str:
    return f"<b>{wrap(name, 16)}</b>"


def _line(start: float, end: float, hover: str) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [LEFT + (RIGHT - LEFT) * step / STEPS for step in range(STEPS + 1)],
        "y": [_bend(start, end, step / STEPS) for step in range(STEPS + 1)],
        "line": {"color": "@context_line", "width": 2},
        "hoverinfo": "text",
        "hovertext": hover,
    }


def _bend(start: float, end: float, way: float) -> float:
    """Return the height of a line that leaves and arrives level, at `way` (0 to 1) of it."""
    return start + (end - start) * way * way * (3 - 2 * way)


def _structure(one: Structure) -> str:
    return " · ".join(text for text in (wrap(one.name, 34), one.since) if text)


def _label(x: float, y: float, text: str) -> Figure:
    left = x == LEFT
    return {
        "x": x,
        "y": y,
        "xanchor": "right" if left else "left",
        "xshift": -_AWAY if left else _AWAY,
        "text": text,
        "showarrow": False,
        "align": "right" if left else "left",
        "font": {"size": LABEL_SIZE if left else SMALL_SIZE, "color": "@text"},
    }


def _nodes(x: float, y: list[float], color: str) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x] * len(y),
        "y": y,
        "marker": {"size": 13, "color": color},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
