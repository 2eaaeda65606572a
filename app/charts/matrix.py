"""The `matrix` kind: what holds where, since which year, what does not, what is not known; a sign
in every cell, never colour alone.
"""

from __future__ import annotations

import re

from app.catalogue.cards import Card
from app.charts.base import Drawing, Key, Names, Row, unique
from app.charts.labels import wrap
from app.look.theme import SMALL_SIZE, axis, layout

CELL = 30
_FILL = {"yes": "@fprk", "no": "@paper", "unknown": "@ground"}
_INK = {"yes": "@paper", "no": "@text", "unknown": "@muted"}


def matrix(rows: list[Row], card: Card, names: Names) -> Drawing:
    """Draw a cell per code of `options.rows` × `options.columns`: column `state` is yes, no or
    unknown; `wanted` marks what was promised.
    """
    down, across = card.options.get("rows", "series"), card.options.get("columns", "place")
    lines, columns = unique(row[down] for row in rows), unique(row[across] for row in rows)
    at = {(row[down], row[across]): row for row in rows}
    cells = [(row, column, at.get((row, column))) for row in lines for column in columns]
    shapes = [_cell(lines.index(row), columns.index(column), found) for row, column, found in cells]
    common = {
        "type": "scatter",
        "mode": "text",
        "x": [columns.index(column) for _, column, _ in cells],
        "y": [lines.index(row) for row, _, _ in cells],
        "hoverinfo": "skip",
        "textfont": {"size": SMALL_SIZE, "color": [_INK[_state(found)] for _, _, found in cells]},
        "cliponaxis": False,
    }
    data = [
        {**common, "name": "only:wide", "text": [_sign(found) for _, _, found in cells]},
        {
            **common,
            "name": "only:narrow",
            "text": [_mark(found) for _, _, found in cells],
            "textfont": {**common["textfont"], "size": 11},
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": common["x"],
            "y": common["y"],
            "marker": {"size": CELL - 6, "opacity": 0, "symbol": "square", "color": "@fprk"},
            "hoverinfo": "text",
            "hovertext": [
                _hover(row, column, found, down, across, names) for row, column, found in cells
            ],
        },
    ]
    figure = {
        "data": data,
        "layout": layout(
            CELL * len(lines) + 64,
            names.language,
            shapes=shapes,
            meta={
                "matrix": True,
                "narrow_columns": [_brief(code, across, names) for code in columns],
                "narrow_rows": [_brief(code, down, names) for code in lines],
            },
            xaxis=axis(
                side="top",
                showgrid=False,
                tickvals=list(range(len(columns))),
                ticktext=[wrap(names.name(across, code), 11) for code in columns],
                range=[-0.5, len(columns) - 0.5],
                tickangle=0,
                tickfont={"size": SMALL_SIZE, "color": "@text"},
            ),
            yaxis=axis(
                showgrid=False,
                tickvals=list(range(len(lines))),
                ticktext=[names.name(down, code) for code in lines],
                range=[len(lines) - 0.5, -0.5],
                tickfont={"size": SMALL_SIZE, "color": "@text"},
            ),
        ),
    }
    key = [
        Key(names.say("state_yes"), "@fprk"),
        Key(names.say("state_no"), "@muted", "outline"),
        Key(names.say("state_unknown"), "@muted", "question"),
    ]
    if any(found and found.get("wanted") for _, _, found in cells):
        key.append(Key(names.say("state_wanted"), "@target", "frame"))
    return Drawing(figure, tuple(key))


def _state(found: Row | None) -> str:
    return found["state"] if found else "unknown"


def _brief(code: str, kind: str, names: Names) -> str:
    """Return what stands for a code where there is little room: countries and conventions have
    codes people know, anything else its name.
    """
    return code if re.fullmatch(r"[A-Z]{2}|C\d{3}", code) else wrap(names.name(kind, code), 12)


def _sign(found: Row | None) -> str:
    state = _state(found)
    if state == "yes":
        return str(int(found["value"])) if found and found["value"] is not None else "✓"
    return "—" if state == "no" else "?"


def _mark(found: Row | None) -> str:
    return {"yes": "✓", "no": "—", "unknown": "?"}[_state(found)]


def _cell(row: int, column: int, found: Row | None) -> dict:
    wanted = bool(found and found.get("wanted"))
    inset = 0.07 if wanted else 0.04
    return {
        "type": "rect",
        "x0": column - 0.5 + inset,
        "x1": column + 0.5 - inset,
        "y0": row - 0.5 + inset,
        "y1": row + 0.5 - inset,
        "layer": "below",
        "fillcolor": _FILL[_state(found)],
        "line": {"width": 2.5 if wanted else 1, "color": "@target" if wanted else "@rule"},
    }


def _hover(row: str, column: str, found: Row | None, down: str, across: str, names: Names) -> str:
    state = names.say(f"state_{_state(found)}")
    year = f", {int(found['value'])}" if found and found["value"] is not None else ""
    wanted = f"<br>{names.say('state_wanted')}" if found and found.get("wanted") else ""
    return f"{names.name(down, row)}<br>{names.name(across, column)}: <b>{state}{year}</b>{wanted}"
