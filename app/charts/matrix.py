"""The `matrix` kind: what holds where, since which year, what does not, what is not known; a sign
in every cell, never colour alone.
"""

from __future__ import annotations

import re

from app.catalogue.cards import Card
from app.charts.base import Figure, Names, Row, unique
from app.charts.forms import Brief, Forms, brief_below
from app.charts.labels import wrap
from app.charts.reading import Cell, Key, Label, Matrix
from app.look.theme import SMALL_SIZE, axis, layout

CELL = 30
_FILL = {"yes": "@fprk", "no": "@paper", "unknown": "@ground"}
_INK = {"yes": "@paper", "no": "@text", "unknown": "@muted"}
_MARK = {"yes": "✓", "no": "—", "unknown": "?"}


def read(rows: list[Row], card: Card, names: Names) -> Matrix:
    """Read a cell per code of `options.rows` × `options.columns`: column `state` is yes, no or
    unknown; `wanted` marks what was promised.
    """
    down, across = card.options.get("rows", "series"), card.options.get("columns", "place")
    lines = [_label(code, down, names) for code in unique(row[down] for row in rows)]
    columns = [_label(code, across, names) for code in unique(row[across] for row in rows)]
    at = {(row[down], row[across]): row for row in rows}
    cells = tuple(
        tuple(_cell(at.get((line.code, column.code)), line, column, names) for column in columns)
        for line in lines
    )
    key = [
        Key(names.say("state_yes"), "@fprk"),
        Key(names.say("state_no"), "@muted", "outline"),
        Key(names.say("state_unknown"), "@muted", "question"),
    ]
    if any(cell.wanted for line in cells for cell in line):
        key.append(Key(names.say("state_wanted"), "@target", "frame"))
    return Matrix(
        kind=card.chart,
        language=names.language,
        unit=card.unit,
        decimals=card.decimals,
        key=tuple(key),
        rows=tuple(lines),
        columns=tuple(columns),
        cells=cells,
    )


def _label(code: str, kind: str, names: Names) -> Label:
    """Return a code's name, and what stands for it where there is little room: countries,
    conventions and years have codes people know, anything else its name.
    """
    name = names.period(code) if kind == "period" else names.name(kind, code)
    known = re.fullmatch(r"[A-Z]{2}|C\d{3}|\d{4}", code)
    return Label(code, name, code if known else wrap(name, 12))


def _cell(found: Row | None, line: Label, column: Label, names: Names) -> Cell:
    state = found["state"] if found else "unknown"
    value = found["value"] if found else None
    wanted = bool(found and found["wanted"])
    year = f", {int(value)}" if value is not None else ""
    task = f"<br>{names.say('state_wanted')}" if wanted else ""
    return Cell(
        str(int(value)) if state == "yes" and value is not None else _MARK[state],
        _MARK[state],
        _FILL[state],
        _INK[state],
        wanted,
        f"{line.name}<br>{column.name}: <b>{names.say(f'state_{state}')}{year}</b>{task}",
    )


def figure(reading: Matrix) -> Figure:
    """Draw a filled cell with a sign for each row and column."""
    placed = [
        (row, column, cell)
        for row, line in enumerate(reading.cells)
        for column, cell in enumerate(line)
    ]
    where: Figure = {
        "type": "scatter",
        "x": [column for _, column, _ in placed],
        "y": [row for row, _, _ in placed],
    }
    words: Figure = {**where, "mode": "text", "hoverinfo": "skip", "cliponaxis": False}
    inks = [cell.ink for _, _, cell in placed]
    return {
        "data": [
            {
                **words,
                "text": [cell.sign for _, _, cell in placed],
                "textfont": {"size": SMALL_SIZE, "color": inks},
            },
            {
                **words,
                "text": [cell.mark for _, _, cell in placed],
                "textfont": {"size": 11, "color": inks},
            },
            {
                **where,
                "mode": "markers",
                "marker": {"size": CELL - 6, "opacity": 0, "symbol": "square", "color": "@fprk"},
                "hoverinfo": "text",
                "hovertext": [cell.hover for _, _, cell in placed],
            },
        ],
        "layout": layout(
            CELL * len(reading.rows) + 64,
            reading.language,
            shapes=[_box(*one) for one in placed],
            xaxis=axis(
                side="top",
                showgrid=False,
                tickvals=list(range(len(reading.columns))),
                ticktext=[wrap(label.name, 11) for label in reading.columns],
                range=[-0.5, len(reading.columns) - 0.5],
                tickangle=0,
                tickfont={"size": SMALL_SIZE, "color": "@text"},
            ),
            yaxis=axis(
                showgrid=False,
                tickvals=list(range(len(reading.rows))),
                ticktext=[label.name for label in reading.rows],
                range=[len(reading.rows) - 0.5, -0.5],
                tickfont={"size": SMALL_SIZE, "color": "@text"},
            ),
        ),
    }


def forms(reading: Matrix) -> Forms:
    """Return the brief names, and which signs go with them."""
    return Forms(
        only=("wide", "brief", ""),
        brief=Brief(
            brief_below(len(reading.columns)),
            tuple(label.brief for label in reading.columns),
            tuple(label.brief for label in reading.rows),
        ),
    )


def _box(row: int, column: int, cell: Cell) -> Figure:
    inset = 0.07 if cell.wanted else 0.04
    return {
        "type": "rect",
        "x0": column - 0.5 + inset,
        "x1": column + 0.5 - inset,
        "y0": row - 0.5 + inset,
        "y1": row + 0.5 - inset,
        "layer": "below",
        "fillcolor": cell.fill,
        "line": {
            "width": 2.5 if cell.wanted else 1,
            "color": "@target" if cell.wanted else "@rule",
        },
    }
