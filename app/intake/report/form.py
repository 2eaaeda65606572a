"""The form of the kit: its sheets and their columns, in the order of the workbook;
knows no fact.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

Shown = str | float | None

# What a cell holds: what is only shown and never asked for, or what is asked for.
KEY, SHOWN = "key", "shown"
NUMBER, TEXT, CHOICE, PERIOD = "number", "text", "choice", "period"
# What stands in a list, so that no code is typed.
YES_NO = ("yes", "no")
STATES = ("gone", "in_words", "see_comment")
EXACTNESS = ("exact", "more_than", "almost", "about", "at_least")
SAID = ("repeated", "in_progress", "done")
KINDS_OF_NAMES = ("measure", "region", "sector", "organisation", "series")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: what its cells hold, its width in letters, the list it chooses from.

    `opens`: a list that also takes a name from the sheet of new names.
    """

    key: str
    kind: str
    width: int = 14
    choices: str = ""
    opens: bool = False

    @property
    def asked(self) -> bool:
        """Return whether a person fills it."""
        return self.kind not in {KEY, SHOWN}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet: what is shown or proposed, and in which columns nothing is asked.

    A line without a key is a heading: its one text stands in `cells["heading"]`.
    """

    key: str
    cells: Mapping[str, Shown] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()

    @property
    def is_heading(self) -> bool:
        """Return whether it only says what follows."""
        return not self.key


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its columns, last year's lines, and how many blank ones for what is new."""

    key: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...] = ()
    blanks: int = 0

    def all_lines(self) -> tuple[Line, ...]:
        """Return last year's lines and the blank ones, which have keys and numbers of their own."""
        there = sum(not line.is_heading for line in self.lines)
        blank = (
            Line(f"+{number}", {"line": float(there + number)})
            for number in range(1, self.blanks + 1)
        )
        return (*self.lines, *blank)

    @property
    def is_new(self) -> bool:
        """Return whether it has only what was not there last year."""
        return all(line.is_heading for line in self.lines)

    def column(self, key: str) -> Column:
        """Return a column by its key."""
        return next(column for column in self.columns if column.key == key)


@dataclass(frozen=True, slots=True)
class Kit:
    """The whole workbook before it is one: for which report, like which, about which year."""

    report: str
    like: str
    year: int
    language: str
    sheets: tuple[Sheet, ...]
    lists: Mapping[str, tuple[tuple[str, str], ...]]

    def sheet(self, key: str) -> Sheet:
        """Return a sheet by its key."""
        return next(sheet for sheet in self.sheets if sheet.key == key)

    @property
    def digest(self) -> str:
        """Return a sign of all that it shows: it is another as soon as a fact or a name is."""
        shown = [
            (sheet.key, line.key, sorted(line.cells.items()))
            for sheet in self.sheets
            for line in sheet.lines
        ]
        return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]


_KEY = Column("key", KEY)
_NUMBER_OF_LINE = Column("line", SHOWN, 6)
_COMMENT = Column("comment", TEXT, 30)
_PLACE = Column("place", SHOWN, 26)
_LOCATOR = Column("locator", TEXT, 22)
_THREE = tuple(Column(f"text_{language}", TEXT, 36) for language in ("kk", "ru", "en"))
_NAMES = tuple(Column(f"name_{language}", TEXT, 36) for language in ("kk", "ru", "en"))
_STATUS = tuple(Column(f"status_{language}", TEXT, 36) for language in ("kk", "ru", "en"))

COLUMNS: dict[str, tuple[Column, ...]] = {
    "sources": (
        _KEY,
        Column("title", TEXT, 70),
        Column("date", PERIOD, 24),
        Column("url", TEXT, 50),
        _COMMENT,
    ),
    "numbers": (
        _KEY,
        Column("section", SHOWN, 8),
        _PLACE,
        Column("what", SHOWN, 54),
        Column("unit", SHOWN, 14),
        Column("words_before", SHOWN, 26),
        Column("before", SHOWN, 17),
        Column("period", PERIOD, 13),
        Column("value", NUMBER, 14),
        Column("exactly", CHOICE, 14, "exactness"),
        Column("words", TEXT, 24),
        Column("year_before", NUMBER, 14),
        Column("state", CHOICE, 18, "states"),
        _LOCATOR,
        _COMMENT,
    ),
    "new_numbers": (
        _KEY,
        _NUMBER_OF_LINE,
        Column("measure", CHOICE, 54, "measures", opens=True),
        Column("region", CHOICE, 26, "places", opens=True),
        Column("sector", CHOICE, 30, "sectors", opens=True),
        Column("series", CHOICE, 30, "series", opens=True),
        Column("period", PERIOD, 13),
        Column("value", NUMBER, 14),
        Column("exactly", CHOICE, 14, "exactness"),
        Column("words", TEXT, 24),
        _LOCATOR,
        _COMMENT,
    ),
    "names": (
        _KEY,
        _NUMBER_OF_LINE,
        Column("kind", CHOICE, 18, "kinds_of_names"),
        *_NAMES,
        Column("unit", CHOICE, 20, "units"),
        Column("better", CHOICE, 18, "better"),
        *(Column(f"definition_{language}", TEXT, 44) for language in ("kk", "ru", "en")),
        Column("code", TEXT, 18),
        _COMMENT,
    ),
    "definitions": (
        _KEY,
        Column("what", SHOWN, 44),
        Column("definition", SHOWN, 70),
        Column("as_before", CHOICE, 14, "yes_no"),
        *_THREE,
        _COMMENT,
    ),
    "statements": (
        _KEY,
        _PLACE,
        Column("what", SHOWN, 70),
        Column("again", CHOICE, 14, "yes_no"),
        *_THREE,
        _COMMENT,
    ),
    "events": (
        _KEY,
        _NUMBER_OF_LINE,
        Column("date_before", SHOWN, 20),
        Column("what", SHOWN, 50),
        Column("period", PERIOD, 14),
        Column("end", PERIOD, 14),
        Column("region", CHOICE, 26, "places", opens=True),
        Column("sector", CHOICE, 26, "sectors", opens=True),
        Column("area", CHOICE, 22, "areas"),
        Column("kind", CHOICE, 24, "event_kinds"),
        *_THREE,
        _LOCATOR,
        _COMMENT,
    ),
    "strikes": (
        _KEY,
        _NUMBER_OF_LINE,
        Column("period", PERIOD, 14),
        Column("region", CHOICE, 26, "regions", opens=True),
        Column("sector", CHOICE, 26, "sectors", opens=True),
        Column("enterprise", TEXT, 34),
        Column("workers", NUMBER, 14),
        Column("words", TEXT, 28),
        _LOCATOR,
        _COMMENT,
    ),
    "demands": (
        _KEY,
        _NUMBER_OF_LINE,
        Column("strike", NUMBER, 12),
        *_THREE,
        _LOCATOR,
        _COMMENT,
    ),
    "promises": (
        _KEY,
        _PLACE,
        Column("what", SHOWN, 60),
        Column("due", SHOWN, 10),
        Column("status_before", SHOWN, 18),
        Column("said", CHOICE, 22, "said"),
        _LOCATOR,
        *_STATUS,
        Column("event", NUMBER, 12),
        _COMMENT,
    ),
    "new_promises": (
        _KEY,
        _NUMBER_OF_LINE,
        Column("area", CHOICE, 22, "areas"),
        Column("promised_by", CHOICE, 24, "promisers"),
        Column("modality", CHOICE, 18, "modalities"),
        *_THREE,
        Column("measurable", CHOICE, 14, "yes_no"),
        Column("due", PERIOD, 10),
        _LOCATOR,
        _COMMENT,
    ),
    "memberships": (
        _KEY,
        Column("what", SHOWN, 60),
        Column("again", CHOICE, 16, "yes_no"),
        Column("structure", CHOICE, 34, "organisations", opens=True),
        Column("member", CHOICE, 34, "organisations", opens=True),
        Column("region", CHOICE, 22, "places"),
        Column("role", CHOICE, 18, "roles"),
        Column("since", NUMBER, 10),
        Column("until", NUMBER, 10),
        _LOCATOR,
        _COMMENT,
    ),
    "conventions": (
        _KEY,
        Column("what", SHOWN, 60),
        Column("status_before", SHOWN, 20),
        Column("convention", CHOICE, 40, "conventions"),
        Column("region", CHOICE, 22, "places"),
        Column("status", CHOICE, 20, "ratifications"),
        Column("year", NUMBER, 10),
        _COMMENT,
    ),
    "programmes": (
        _KEY,
        _PLACE,
        Column("what", SHOWN, 60),
        Column("again", CHOICE, 14, "yes_no"),
        _LOCATOR,
        _COMMENT,
    ),
    "new_programmes": (
        _KEY,
        _NUMBER_OF_LINE,
        Column("kind", CHOICE, 22, "programme_kinds"),
        *_NAMES,
        Column("run_by", CHOICE, 28, "runners"),
        Column("since", PERIOD, 10),
        Column("area", CHOICE, 22, "areas"),
        _LOCATOR,
        _COMMENT,
    ),
}
