"""What every chart kind shares: the drawing handed on, names and numbers in words, colours by
meaning; draws nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.catalogue.cards import Card
from app.charts.forms import Forms
from app.charts.reading import Key
from app.words.exactness import as_sign
from app.words.numbers import amount, month, percent, with_unit
from app.words.say import say

Row = dict[str, Any]
Figure = dict[str, Any]
COUNTRY = {"place": "KZ", "sector": "_T", "series": "_T"}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A Plotly figure as a plain dict, colours still tokens, the key that goes with it, and what
    becomes of it in less room.
    """

    figure: Figure
    key: tuple[Key, ...]
    key_only_narrow: bool
    forms: Forms


@dataclass(frozen=True, slots=True)
class Names:
    """How codes, periods and numbers of one exhibit read in the viewer's language, and which codes
    the viewer picked.
    """

    language: str
    card: Card
    unit_short: str
    name: Callable[[str, str], str]
    period: Callable[[str], str]
    picks: dict[str, frozenset[str]] = field(default_factory=dict)

    def number(self, value: float | None, *, signed: bool = False) -> str:
        """Return the value with the card's decimals and, directly after it, the unit's sign."""
        return with_unit(
            value, self.card.unit, self.unit_short, self.language, self.card.decimals, signed=signed
        )

    def bare(self, value: float | None) -> str:
        """Return the value without its unit, for labels under a title that names the unit."""
        return amount(value, self.card.unit, self.language, self.card.decimals)

    def said(self, row: Row) -> str:
        """Return a row's value without its unit, with the sign of how exactly it is printed."""
        return as_sign(self.bare(row["value"]), row.get("modality", ""))

    def absent(self, name: str, value: float | None) -> str:
        """Return a name that says itself where it has no number."""
        return name if value is not None else f"{name} — {self.say('not_published')}"

    def share(self, value: float | None, decimals: int = 0) -> str:
        """Return a share in the way of the language."""
        return percent(value, self.language, decimals)

    def month(self, day: date) -> str:
        """Return the short name of a day's month."""
        return month(day, self.language)

    def say(self, key: str, **slots: str) -> str:
        """Return the interface's words for `key`."""
        return say(self.language, key, **slots)


def color_of(code: str, column: str, card: Card, names: Names, plain: str = "context") -> str:
    """Return the token for one mark: what was picked and the country stand out, all else stays
    quiet.
    """
    colors = card.options.get("colors", {})
    picks = names.picks.get(column, frozenset())
    if code in picks:
        return "@selected"
    # A series of one year (`stated_2021`) has the colour of its series.
    colored = code if code in colors else code.rpartition("_")[0]
    if colored in colors and code != "_T":
        return f"@{colors[colored]}"
    if code == COUNTRY.get(column):
        return "@country"
    if not picks and "_T" in colors and column in {"place", "sector"}:
        return f"@{colors['_T']}"
    return f"@{plain}"


def line_color(color: str) -> str:
    """Return the token for a line: the pale fill of context marks would not be seen as a line."""
    return "@context_line" if color == "@context" else color


def unique(values: Iterable[Any]) -> list[Any]:
    """Return the values once each, in the order of their first appearance."""
    return list(dict.fromkeys(values))
