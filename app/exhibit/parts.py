"""What an exhibit is made of, as frozen dataclasses; makes none of it."""

from __future__ import annotations

from dataclasses import dataclass

from app.catalogue.cards import Card
from app.charts.base import Drawing, Names
from app.charts.reading import Reading
from app.store.store import Row
from app.words.numbers import NOT_PUBLISHED
from app.words.say import say


@dataclass(frozen=True, slots=True)
class Note:
    """A remark under a chart: `kind` is note, contradiction, target, break or partial."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """The exhibit's numbers: heads, and per row cells in words, raw values, the code to pick."""

    columns: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    raw: tuple[tuple[float | str | None, ...], ...]
    picks: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """A headline number in words: what came before, the change, the country, the target.

    `direction` is up, down, same or none; `judgement` is better, worse or neutral.
    """

    value: str
    before: str
    delta: str
    direction: str
    judgement: str
    country: str
    target: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Exhibit:
    """One question answered, in one language, for one view, from one release.

    Made once and then shared: equal is identical. `reading` is what its chart says: every picture,
    chart of a file and table of words is made from it. `marks` are the query's rows to show and
    `names` reads their codes aloud. `doubted`: a document or another source says otherwise of one
    of its numbers.
    """

    card: Card
    language: str
    title: str
    finding: bool
    subtitle: str
    drawing: Drawing | None
    table: Table
    tile: Tile | None
    notes: tuple[Note, ...]
    source: str
    remark: str = ""
    failed: bool = False
    finding_rows: tuple[Row, ...] = ()
    marks: tuple[Row, ...] = ()
    names: Names | None = None
    reading: Reading | None = None
    doubted: bool = False

    @property
    def headline(self) -> Tile:
        """Return the headline number; where there is none, one that says so."""
        return self.tile or Tile(NOT_PUBLISHED, self.subtitle, "", "none", "neutral", "", "")

    @property
    def headline_notes(self) -> tuple[Note, ...]:
        """Return the notes beside a headline number; one that is not published needs none."""
        if self.headline.value == NOT_PUBLISHED:
            return ()
        return tuple(note for note in self.notes if note.kind != "partial")

    @property
    def alternative(self) -> str:
        """Return the text that stands for the chart: what it says and where its numbers are."""
        count = say(self.language, "alt_table", count=str(len(self.table.rows)))
        return f"{self.title}. {self.subtitle}. {count}"
