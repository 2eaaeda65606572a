"""What a sentence must not be said without: where a line turned, that its number is doubted;
decides no finding.
"""

from __future__ import annotations

import re

from app.catalogue.cards import Card, Catalogue
from app.exhibit.numbers import doubts_about, weight
from app.store.store import Row, Store
from app.words.numbers import period, with_unit
from app.words.say import say
from app.words.sentences import slot_names

_CODES = ("place", "sector", "series", "measure", "sex", "age")
# From this weight on a doubt moves what a reader concludes: the sentence itself says it.
_SAID = 3


def turned(
    told: str,
    template: str,
    slots: dict[str, Row],
    marks: list[Row],
    card: Card,
    language: str,
    known: Catalogue,
    store: Store,
) -> list[str]:
    """Return the turning point of a line, in words, if a sentence (`told`, from its `template`)
    tells it from `first` to `now`, its last step does not go that way, and the sentence does not
    name the turning point itself; nothing otherwise.
    """
    if not {"first", "now"} <= slot_names(template) or not {"first", "now"} <= set(slots):
        return []
    point = turning_point(slots["first"], slots["now"], marks, card.decimals, store)
    if point is None:
        return []
    row, side = point
    year = period(row["period"], language)
    if year in told:
        return []
    short = known.units[card.unit].short[language]
    value = with_unit(row["value"], card.unit, short, language, card.decimals)
    return [say(language, f"turned_{side}", value=value, year=year)]


def turning_point(
    first: Row, now: Row, marks: list[Row], decimals: int, store: Store
) -> tuple[Row, str] | None:
    """Return the row of the marks at which the line from `first` to `now` turned, and whether it is
    the highest (`high`) or the lowest (`low`), as far as the sentence's decimals show it.

    What a turn is, the questions' own word says (`turning_point` of queries/_shared.sql).
    """
    line = _line(first, now, marks)
    if len(line) < 3:
        return None
    columns = {name: [row[name] for row in line] for name in ("period", "value")}
    asked = store.ask_of(
        {"line": columns}, "from turning_point('line', $decimals)", {"decimals": decimals}
    )
    return next(
        (
            (row, "low" if row["value"] < now["value"] else "high")
            for turn in asked
            for row in line
            if row["period"] == turn["period"]
        ),
        None,
    )


def _line(first: Row, now: Row, marks: list[Row]) -> list[Row]:
    """Return the marks from `first` to `now` of the line that has both; none if none has."""

    def codes(row: Row) -> tuple[object, ...]:
        return tuple(row.get(code) for code in _CODES)

    def is_end(row: Row, end: Row) -> bool:
        same = ("period", "place", "sector", "value")
        return all(row[code] == end[code] for code in same)

    for start in (row for row in marks if is_end(row, first)):
        line = sorted(
            (
                row
                for row in marks
                if codes(row) == codes(start)
                and row["value"] is not None
                and first["period"] <= row["period"] <= now["period"]
            ),
            key=lambda row: str(row["period"]),
        )
        if line and is_end(line[-1], now):
            return line
    return []


def doubted(
    template: str, slots: dict[str, Row], card: Card, language: str, store: Store
) -> list[str]:
    """Return that a number of the sentence is doubted, in words, if a reader's conclusion hangs on
    it; nothing otherwise.
    """
    said = [row for name, row in slots.items() if name in slot_names(template)]
    heavy = [
        check
        for check in doubts_about(card, said, store)
        if weight(check) >= _SAID and not _shown_beside(check, card)
    ]
    return [say(language, f"doubted_{against(check)}") for check in heavy[:1]]


def _shown_beside(check: Row, card: Card) -> bool:
    """Say whether an exhibit shows what another source says instead: then its
    sentence tells both.
    """
    others = re.findall(r"([a-z_0-9]+)@", check["right"] or "")
    return against(check) == "source" and bool(others) and set(others) <= set(card.measures)


def against(check: Row) -> str:
    """Return what a check sets a number against: the document itself, another `source`, or a
    statement about another `time`.
    """
    return str(check.get("against") or "itself")
