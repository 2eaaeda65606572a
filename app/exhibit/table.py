"""An exhibit's rows as a table: heads, cells in words, raw values, the code to pick; computes
nothing.
"""

from __future__ import annotations

from app.catalogue.cards import Card, Catalogue
from app.catalogue.kinds import TEXTS
from app.charts.base import Names
from app.charts.reading import Event, Reading, Sentences, Timeline
from app.exhibit.names import source_names
from app.exhibit.parts import Table
from app.store.store import Row, Store
from app.view import View
from app.words.numbers import NOT_PUBLISHED, amount, number
from app.words.say import say

_DIMENSIONS = ("period", "place", "sector", "structure", "measure", "series", "sex", "age")


def table_of(
    marks: list[Row],
    reading: Reading | None,
    card: Card,
    view: View,
    names: Names,
    store: Store,
    known: Catalogue,
) -> Table:
    """Return an exhibit's marks as a table: what its reading says in words, else every row, without
    the columns that say the same in all of them.
    """
    language = view.language
    if isinstance(reading, Sentences):
        return Table(
            (say(language, "column_series"), say(language, "column_text")),
            (False, False),
            reading.sentences,
            reading.sentences,
        )
    if card.kind.columns == TEXTS:
        return _events(reading.events if isinstance(reading, Timeline) else (), language)
    shown = [
        column
        for column in _DIMENSIONS
        if any(column in row and row[column] not in (None, "_T", "_Z") for row in marks)
        and (column == "period" or len({row[column] for row in marks}) > 1)
    ]
    words = [column for column in ("state", "membership") if any(row.get(column) for row in marks)]
    extra = [
        column
        for column in ("target", "share", "gap")
        if any(row.get(column) is not None for row in marks)
    ]
    heads = [say(language, f"column_{column}") for column in (*shown, *words)]
    heads.append(f"{say(language, 'column_value')}, {known.units[card.unit].name[language]}")
    # The gap of two shares is told in points, every other one in per cent.
    points = known.units["percentage_points"].short[language]
    for column in extra:
        head = say(language, "target" if column == "target" else f"column_{column}")
        unit = points if column == "gap" and card.unit == "percent" else "%"
        heads.append(head if column == "target" else f"{head}, {unit}")
    many = len({row["source"] for row in marks}) > 1
    if many:
        heads.append(say(language, "column_source"))
    cells, raw, picks = [], [], []
    for row in marks:
        said = [_dimension(row, column, names) for column in shown] + [
            say(language, f"{column}_{row[column]}") if row[column] else "" for column in words
        ]
        value = _value(row, card, language, known)
        source = (
            [source_names([row["source"]], language, store, known)]
            if many and row["source"]
            else [""]
            if many
            else []
        )
        cells.append(
            (
                *said,
                value,
                *(
                    number(row.get(column), language, _decimals_of(row.get(column), column, card))
                    for column in extra
                ),
                *source,
            )
        )
        raw.append((*said, row["value"], *(row.get(column) for column in extra), *source))
        picks.append(row["place" if card.pick == "region" else "sector"] if card.pick else None)
    numeric = tuple(
        [False] * (len(shown) + len(words)) + [True] * (1 + len(extra)) + [False] * many
    )
    return Table(tuple(heads), numeric, tuple(cells), tuple(raw), tuple(picks) if card.pick else ())


def _value(row: Row, card: Card, language: str, known: Catalogue) -> str:
    """Return a row's number without its unit, which the column's head names; in a table of several
    measures (`number`) a share has its sign.
    """
    value = row["value"]
    if value is None:
        return NOT_PUBLISHED
    if card.unit == "number" and row.get("measure") in known.measures:
        return amount(
            value,
            known.measures[row["measure"]].unit,
            language,
            0 if value == int(value) else card.decimals,
        )
    return str(int(value)) if card.unit == "year" else number(value, language, card.decimals)


def _decimals_of(value: float | None, column: str, card: Card) -> int:
    """Return how many decimals a target or a share beside a value has: a target as many as the
    value, unless it would be rounded.
    """
    return (
        card.decimals
        if column == "target" and value is not None and round(value, card.decimals) == value
        else 1
    )


def _dimension(row: Row, column: str, names: Names) -> str:
    if not row[column]:
        return ""
    return names.period(row[column]) if column == "period" else names.name(column, row[column])


def _events(events: tuple[Event, ...], language: str) -> Table:
    """Return the events in order: date, where if it differs, kind, what happened."""
    placed = len({event.place for event in events}) > 1
    heads = [
        say(language, "column_date"),
        *([say(language, "column_place")] if placed else []),
        say(language, "column_series"),
        say(language, "column_text"),
    ]
    rows = tuple(
        (event.when, *([event.where] if placed else []), event.kind, event.text)
        for event in sorted(events, key=lambda event: event.period)
    )
    return Table(tuple(heads), (False,) * len(heads), rows, rows)
