"""What is known of every chart kind, once: what its card may say, what its query must return, how
it stands on page, slide and paper; draws nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

TEXTS = ("text_kk", "text_ru", "text_en")


@dataclass(frozen=True, slots=True)
class Stage:
    """How a chart takes its slide: `tight` is the part of a card's height that it can do with, a
    `stretched` one takes all the height there is.
    """

    tight: float = 0.8
    stretched: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One chart kind.

    `options` are the keys that a card's `[options]` may have; `by` is the column that makes lines
    or categories where a card names none. `columns` are those that its queries return after the
    eight of every query.

    `headline`: one number large, no chart. `words`: its marks are words more than numbers, so that
    no unit stands under its title. `sentences`: its rows are sentences, so that its table stands
    open. `without_value`: a row without a number is worth showing. `over_time`: it draws lines
    through time, which stop where a series breaks. `hollow`: what is not final has a hollow mark.
    `events`: its marks are events, each with a place of its own in its document. `regions`: it is
    made of the outlines of all regions.

    `joint` stands between the first and the last period under the title: None where a chart stands
    at no time, "" for the joint of a series. `pick` is the filter that a click sets whatever the
    card's `by`. `paper` is the height on paper as a part of that on the screen.
    """

    code: str
    options: frozenset[str] = frozenset()
    by: str = ""
    columns: tuple[str, ...] = ()
    headline: bool = False
    words: bool = False
    sentences: bool = False
    without_value: bool = False
    over_time: bool = False
    hollow: bool = False
    events: bool = False
    regions: bool = False
    joint: str | None = ""
    pick: str | None = None
    paper: float = 1.0
    stage: Stage = Stage()

    @property
    def measures(self) -> bool:
        """Return whether it compares numbers of a unit, each with a place, a sector and a time."""
        return not self.headline and not self.words


def _options(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ALL = (
    Kind("tile", headline=True),
    # Lines over time have a fixed height on the screen; on paper they are lower, as far as the
    # names at their ends allow.
    Kind(
        "trend",
        options=_options("by colors references from_zero"),
        by="series",
        over_time=True,
        hollow=True,
        paper=0.78,
        stage=Stage(stretched=True),
    ),
    Kind(
        "change",
        options=_options("by colors"),
        by="series",
        over_time=True,
        paper=0.78,
        stage=Stage(stretched=True),
    ),
    Kind(
        "ranking",
        options=_options("by before colors"),
        by="place",
        without_value=True,
        stage=Stage(tight=0.76),
    ),
    Kind("pairs", options=_options("by pair colors"), by="sector", stage=Stage(tight=0.72)),
    Kind(
        "composition",
        options=_options("by colors"),
        by="period",
        columns=("share",),
        stage=Stage(tight=0.6),
    ),
    Kind(
        "flow",
        options=_options("colors"),
        by="series",
        columns=("share",),
        stage=Stage(tight=0.6),
    ),
    Kind(
        "gap",
        options=_options("by colors"),
        by="sector",
        columns=("gap",),
        stage=Stage(tight=0.84),
    ),
    Kind(
        "map",
        without_value=True,
        regions=True,
        pick="region",
        stage=Stage(stretched=True),
    ),
    Kind("table", words=True, sentences=True, without_value=True, joint=", "),
    Kind(
        "target",
        options=_options("by colors"),
        by="series",
        columns=("target",),
        without_value=True,
        stage=Stage(tight=0.6),
    ),
    Kind(
        "matrix",
        options=_options("rows columns"),
        columns=("state", "wanted"),
        words=True,
        without_value=True,
        joint=None,
        stage=Stage(tight=0.84),
    ),
    Kind(
        "timeline",
        columns=TEXTS,
        words=True,
        sentences=True,
        without_value=True,
        events=True,
        joint=" – ",
        stage=Stage(tight=0.7),
    ),
    Kind(
        "network",
        columns=("structure", "membership"),
        words=True,
        without_value=True,
        joint=None,
        stage=Stage(tight=0.66),
    ),
)
KINDS = {kind.code: kind for kind in _ALL}
