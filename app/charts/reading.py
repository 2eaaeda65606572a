"""What a chart says, read once from a query's rows: figure, Office chart, shapes of a slide and
tables of words are all made from it; draws nothing.

Colours are tokens of app.look.theme (`@fprk`). `hover` is what a mark tells the pointer, with
`<b>` and `<br>`. A point is None where the query has no row, its value is None where the row says
that nothing is published.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of a chart's key, shown above it where names do not fit on the marks."""

    text: str
    color: str
    mark: str = "square"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What every chart says: the code of its kind, its language, the unit's code and decimals, the
    key to its marks.

    `key_only_narrow`: names stand at the marks, so that the key is needed only where they have no
    room.
    """

    kind: str
    language: str
    unit: str
    decimals: int
    key: tuple[Key, ...] = ()
    key_only_narrow: bool = False


# --- numbers over time ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Point:
    """One number: `period` is its code and `said` the number without its unit, in words. `final`:
    nothing about it is partial or preliminary.
    """

    value: float | None
    period: str
    said: str
    hover: str
    final: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its points in the order of time, in `runs` that a break of the series parts.

    `promised`: it is what was set as a task. `strong`: it stands out from the others.
    """

    code: str
    name: str
    color: str
    runs: tuple[tuple[Point, ...], ...]
    promised: bool = False
    strong: bool = False

    @property
    def points(self) -> tuple[Point, ...]:
        """Return the points of all runs."""
        return tuple(point for run in self.runs for point in run)

    @property
    def last(self) -> Point:
        """Return the newest point."""
        return self.runs[-1][-1]


@dataclass(frozen=True, slots=True)
class Break:
    """Where numbers before and after do not compare: the first period after it, and why."""

    period: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines(Reading):
    """Lines over time. `periods` are all dates in their order, as (code, words); `breaks` those
    that lie between them.
    """

    lines: tuple[Line, ...]
    periods: tuple[tuple[str, str], ...]
    breaks: tuple[Break, ...] = ()
    from_zero: bool = True


@dataclass(frozen=True, slots=True)
class Slope:
    """One line between two dates: an end for each, its value None where none is published."""

    code: str
    name: str
    color: str
    ends: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slopes(Reading):
    """Lines between the first and the last date, in words; of one date only, their ends."""

    slopes: tuple[Slope, ...]
    dates: tuple[str, ...]


# --- numbers side by side -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Category:
    """What numbers stand beside: `name` on the screen, `full` where the marks carry no words of
    their own and the name must say all (its date, its share, that nothing is published).

    `beside` is what the screen writes with the marks; `picked` is what the viewer asked for.
    """

    code: str
    name: str
    full: str
    beside: str = ""
    picked: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """One number of a category: `said` is the number without its unit, in words, `share` the per
    cent of the whole (of the first, where stages follow each other), `part` that in words.
    """

    value: float | None
    said: str
    hover: str
    share: float | None = None
    part: str = ""


NOW, EARLIER, PROMISED = "now", "earlier", "promised"


@dataclass(frozen=True, slots=True)
class Series:
    """One number for each category, or None where the query has no row.

    `role` is now, earlier or promised; a newer and an earlier series of one `name` each say their
    `date`. `colors` are those of single categories, where each has its own. `ink` is the colour of
    what is written into the marks.
    """

    name: str
    color: str
    amounts: tuple[Amount | None, ...]
    role: str = NOW
    date: str = ""
    colors: tuple[str, ...] = ()
    ink: str = "@text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Reading):
    """Numbers of categories in one or more series: bars, parts of a bar, or dots on a line.

    `stacked`: the series are parts of each category, which `whole` says they make up. `remark` says
    what stands behind the categories' full names.
    """

    categories: tuple[Category, ...]
    series: tuple[Series, ...]
    stacked: bool = False
    whole: bool = False
    remark: str = ""

    def of(self, role: str) -> tuple[Series, ...]:
        """Return the series of a role."""
        return tuple(one for one in self.series if one.role == role)


# --- places, cells, events, memberships -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Region:
    """One region of the map: `fill` and `ink` are those of its class, `fill` None where nothing is
    published. `said` is the number without its unit, `full` with it, or that there is none.
    """

    code: str
    name: str
    value: float | None
    said: str
    full: str
    fill: str | None
    ink: str
    hover: str
    city: bool = False
    picked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionMap(Reading):
    """The regions, coloured by the size of their numbers. `named` are the places that a slide names
    beside the map, the highest first; None where places are left out.
    """

    regions: tuple[Region, ...]
    named: tuple[str | None, ...]
    large: bool

    @property
    def by_code(self) -> list[Region]:
        """Return the regions in the order of their codes."""
        return sorted(self.regions, key=lambda one: one.code)

    @property
    def layered(self) -> list[Region]:
        """Return the regions as they lie on each other: what is picked over its neighbours, the
        cities over all.
        """
        return sorted(self.regions, key=lambda one: (one.city, one.picked))

    @property
    def cities(self) -> list[Region]:
        """Return the regions that are cities: too small to write in."""
        return [one for one in self.by_code if one.city]


@dataclass(frozen=True, slots=True)
class Label:
    """A name in full, and what stands for it where there is little room."""

    code: str
    name: str
    brief: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a matrix: its sign (a year, if one is known), a `mark` that is never a year, fill
    and ink; `wanted`: it was set as a task.
    """

    sign: str
    mark: str
    fill: str
    ink: str
    wanted: bool
    hover: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix(Reading):
    """What holds where: a row of cells for each of `rows`, a cell for each of `columns`."""

    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: `lane` is the place of its `kind` among the lanes, `day` where it stands,
    `exact` whether the day is known; `kind`, `when`, `where` and `text` are words.
    """

    lane: int
    kind: str
    period: str
    day: date
    exact: bool
    when: str
    place: str
    where: str
    text: str
    picked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Reading):
    """Dated events on one lane per kind, in the order of the query; `singled_out`: the viewer
    picked a place, and what is not of it stays quiet.
    """

    lanes: tuple[str, ...]
    events: tuple[Event, ...]
    singled_out: bool


@dataclass(frozen=True, slots=True)
class Structure:
    """What members belong to; `since` says in words the first year that is published."""

    code: str
    name: str
    since: str


@dataclass(frozen=True, slots=True)
class Tie:
    """One membership: the codes of member and structure."""

    member: str
    structure: str
    hover: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Network(Reading):
    """Who belongs to what: `members` are (code, name)."""

    members: tuple[tuple[str, str], ...]
    structures: tuple[Structure, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences(Reading):
    """What is told in words, with the kind of each sentence: (kind, sentence)."""

    sentences: tuple[tuple[str, str], ...]
