"""The `network` kind: who belongs to what since when; members at the left, structures at the right,
a line for each membership.
"""

from __future__ import annotations

from app.catalogue.cards import Card
from app.charts.base import Drawing, Names, Row, unique
from app.charts.labels import wrap
from app.look.theme import LABEL_SIZE, SMALL_SIZE, axis, layout

STEP = 52
LEFT, RIGHT = 0.0, 1.0
STEPS = 16


def network(rows: list[Row], card: Card, names: Names) -> Drawing:
    """Draw one line per row from `sector` (the member) to `structure`; `value` is the year since
    when, None if not published.
    """
    structures = unique(row["structure"] for row in rows)
    members = unique(row["sector"] for row in rows)
    height = {code: place for place, code in enumerate(structures)}
    # A member stands at the middle of what it belongs to, so that lines cross as little as they
    # can.
    middle = {
        member: sum(height[row["structure"]] for row in rows if row["sector"] == member)
        / sum(row["sector"] == member for row in rows)
        for member in members
    }
    data = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [LEFT + (RIGHT - LEFT) * step / STEPS for step in range(STEPS + 1)],
            "y": [
                _bend(middle[row["sector"]], height[row["structure"]], step / STEPS)
                for step in range(STEPS + 1)
            ],
            "line": {"color": "@context_line", "width": 2},
            "hoverinfo": "text",
            "hovertext": _hover(row, names),
        }
        for row in rows
    ]
    data.append(_nodes([LEFT] * len(members), [middle[member] for member in members], "@fprk"))
    data.append(
        _nodes([RIGHT] * len(structures), [height[code] for code in structures], "@country")
    )
    since = {
        code: min(
            (
                int(row["value"])
                for row in rows
                if row["structure"] == code and row["value"] is not None
            ),
            default=None,
        )
        for code in structures
    }
    labels = [
        (LEFT, middle[member], "right", -12, f"<b>{wrap(names.name('sector', member), 16)}</b>")
        for member in members
    ]
    labels += [
        (RIGHT, height[code], "left", 12, _structure(code, since[code], names))
        for code in structures
    ]
    figure = {
        "data": data,
        "layout": layout(
            STEP * len(structures) + 24,
            names.language,
            margin={"l": 150, "r": 250, "t": 8, "b": 8, "pad": 0},
            meta={"network": True},
            annotations=[
                {
                    "x": x,
                    "y": y,
                    "xanchor": side,
                    "xshift": shift,
                    "text": text,
                    "showarrow": False,
                    "align": side if side == "left" else "right",
                    "font": {"size": LABEL_SIZE if x == LEFT else SMALL_SIZE, "color": "@text"},
                }
                for x, y, side, shift, text in labels
            ],
            xaxis=axis(visible=False, range=[-0.02, 1.02]),
            yaxis=axis(visible=False, range=[len(structures) - 0.5, -0.5]),
        ),
    }
    return Drawing(figure)


def _bend(start: float, end: float, way: float) -> float:
    """Return the height of a line that leaves and arrives level, at `way` (0 to 1) of its length."""
    return start + (end - start) * way * way * (3 - 2 * way)


def _structure(code: str, since: int | None, names: Names) -> str:
    name = wrap(names.name("sector", code), 34)
    return f"{name} · {names.say('since', year=str(since))}" if since else name


def _nodes(x: list[float], y: list[float], color: str) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": {"size": 13, "color": color},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _hover(row: Row, names: Names) -> str:
    year = (
        f", {names.say('since', year=str(int(row['value'])))}" if row["value"] is not None else ""
    )
    return f"{names.name('sector', row['sector'])} → {names.name('sector', row['structure'])}{year}"
