"""What goes to the browser, one class for each shape; composes nothing.

`app/frontend/shared/payload.d.ts` names the same shapes for the scripts, and a test compares both
with real pages. A key stands in the JSON only where it means something: a shape that may have one
key more has a class of its own for that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal, NamedTuple, TypeAlias

import orjson

from app.charts.forms import Forms
from app.screen.pieces import Piece

Texts: TypeAlias = Mapping[str, str]
# A code and its name in the page's language.
Option: TypeAlias = tuple[str, str]
Direction: TypeAlias = Literal["up", "down", "same", "none"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the dashboard, and to a place on it."""

    page: str
    href: str


@dataclass(frozen=True, slots=True)
class LabelledLink(Link):
    """A link with a label."""

    label: str


@dataclass(frozen=True, slots=True)
class TextLink(Link):
    """A link with words."""

    text: str


# --- the page and its frame -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NavItem(LabelledLink):
    """A page in a menu, or in none (`menu` blank) if only other pages lead to it."""

    current: bool
    menu: str


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """A language by code, short label and full name."""

    code: str
    label: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of the page with what may be chosen in it; the first option stands for all."""

    name: str
    label: str
    value: str
    options: Sequence[Option]


@dataclass(frozen=True, slots=True)
class Message:
    """What is said above a page; `kind` is notice, error or overridden."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Release:
    """The release that is shown, by number and in words; `mark` says what it is, blank if it is one
    for readers.
    """

    number: int
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: its frame and its blocks. `deck` names the page that can be presented and taken
    along, blank where none can; `limit` is how many exhibits a story of one's own may hold.

    Its messages are no part of it: they speak of one viewer's link (`messages` in the JSON).
    """

    page: str
    lang: str
    view: Texts
    brand: str
    nav: Sequence[NavItem]
    langs: Sequence[LanguageChoice]
    words: Texts
    title: str
    limit: int
    lead: str = ""
    blocks: Sequence[Block] = ()
    filters: Sequence[Filter] = ()
    profiles: Sequence[LabelledLink] = ()
    printable: bool = False
    deck: str = ""
    release: Release | None = None


# --- exhibits and headline numbers ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    """A remark: `kind` is note, contradiction, target, break or partial."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class KeyItem:
    """One entry of a chart's key; the colour is a token."""

    text: str
    color: str
    mark: str


@dataclass(frozen=True, slots=True)
class ExhibitTable:
    """An exhibit's numbers in words, and the code that each row picks."""

    columns: Sequence[str]
    numeric: Sequence[bool]
    rows: Sequence[Sequence[str]]
    picks: Sequence[str | None]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of Plotly's, its colours tokens, and what becomes of it in less room."""

    data: Sequence[Mapping[str, Any]]
    layout: Mapping[str, Any]
    forms: Forms


@dataclass(frozen=True, slots=True)
class Traits:
    """What the browser must know of a chart kind, so that it lists none by name: `sentences`: its
    table stands open; `regions`: it needs their outlines; `hollow`: what is not final has a hollow
    mark; `tight` and `stretched`: how it takes its slide.
    """

    sentences: bool
    regions: bool
    hollow: bool
    tight: float
    stretched: bool


@dataclass(frozen=True, slots=True)
class ExhibitBody:
    """What an exhibit says: all that `hash` is the hash of; `pick` is the filter that a click
    sets.
    """

    id: str
    kind: str
    traits: Traits
    size: str
    title: str
    subtitle: str
    failed: bool
    figure: Figure | None
    key: Sequence[KeyItem]
    key_only_narrow: bool
    notes: Sequence[Note]
    source: str
    remark: str
    definition: str
    alt: str
    pick: str | None
    table: ExhibitTable


@dataclass(frozen=True, slots=True)
class EmbedFrame:
    """The frame of an exhibit for another site; its height in pixels."""

    address: str
    height: int


@dataclass(frozen=True, slots=True)
class TakenAlong:
    """What leads from a page with an exhibit: its place in a story, the code of its receipt, its
    frame for another site.
    """

    pin: str
    code: str
    embed: EmbedFrame


@dataclass(frozen=True, slots=True)
class ExhibitFoot(TakenAlong):
    """What stands under an exhibit: how many promises it shows, release, files by kind."""

    hash: str
    highlight: str
    promises: int
    release: str
    files: Texts


@dataclass(frozen=True, slots=True)
class ExhibitHere:
    """What an exhibit has from the page it stands on: what it cannot follow of the page's view, and
    its address in that view.
    """

    unfollowed: str
    href: str


@dataclass(frozen=True, slots=True)
class TileBody:
    """A headline number: value, change, what stands beside it."""

    id: str
    label: str
    value: str
    before: str
    delta: str
    direction: str
    direction_word: str
    judgement: str
    judgement_word: str
    country: str
    target: str
    source: str
    page: str
    definition: str
    notes: Sequence[Note]


@dataclass(frozen=True, slots=True)
class TileHere:
    """What a headline number has from the page it stands on."""

    remark: str
    href: str


@dataclass(frozen=True, slots=True)
class FrontTileHere(TileHere):
    """The same on the front page, where the name of its area stands above it."""

    kicker: str


# On a page an exhibit and a headline number are objects of these parts.
EXHIBIT = (ExhibitBody, ExhibitFoot, ExhibitHere)
TILE = (TileBody, TakenAlong, TileHere)


class PlacedExhibit(NamedTuple):
    """An exhibit on a page: the piece that is the same wherever it stands (ExhibitBody and
    ExhibitFoot), and what this page adds.
    """

    piece: Piece
    here: ExhibitHere


class PlacedTile(NamedTuple):
    """A headline number on a page: the piece that is the same wherever it stands (TileBody and
    TakenAlong), and what this page adds.
    """

    piece: Piece
    here: TileHere


# --- blocks ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TilesBlock:
    """Headline numbers."""

    tiles: Sequence[PlacedTile]
    type: Literal["tiles"] = "tiles"


@dataclass(frozen=True, slots=True)
class SectionBlock:
    """A section of an area with its exhibits."""

    id: str
    title: str
    exhibits: Sequence[PlacedExhibit]
    type: Literal["section"] = "section"


@dataclass(frozen=True, slots=True)
class AreaBlock:
    """An area on the front page: a chart or two and the link to the rest."""

    id: str
    title: str
    link: LabelledLink
    exhibits: Sequence[PlacedExhibit]
    tiles: Sequence[PlacedTile] = ()
    type: Literal["area"] = "area"


@dataclass(frozen=True, slots=True)
class ContentsItem:
    """A place on the page."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class ContentsBlock:
    """What stands on the page below."""

    items: Sequence[ContentsItem]
    type: Literal["contents"] = "contents"


@dataclass(frozen=True, slots=True)
class ListItem(TextLink):
    """A line of a list: a sentence, and beside it a change with its judgement in a word."""

    mark: str
    judgement: str
    direction: Direction
    word: str


@dataclass(frozen=True, slots=True)
class List:
    """A short list."""

    title: str
    items: Sequence[ListItem]


@dataclass(frozen=True, slots=True)
class LinkedList(List):
    """A list that leads to a page with more."""

    more: LabelledLink


@dataclass(frozen=True, slots=True)
class WideList(LinkedList):
    """A list of sentences: its lines stand beside each other."""

    wide: Literal[True] = True


@dataclass(frozen=True, slots=True)
class ListsBlock:
    """Short lists side by side."""

    lists: Sequence[List]
    type: Literal["lists"] = "lists"


@dataclass(frozen=True, slots=True)
class FurtherCell:
    """Words, and behind them more in a quieter type."""

    text: str
    further: str


@dataclass(frozen=True, slots=True)
class LinkCell(TextLink):
    """A link in a table."""


@dataclass(frozen=True, slots=True)
class FurtherLinkCell(LinkCell):
    """A link, and behind it more in a quieter type."""

    further: str


@dataclass(frozen=True, slots=True)
class LinksCell:
    """Several links."""

    links: Sequence[LinkCell]


@dataclass(frozen=True, slots=True)
class SignCell:
    """The state of a promise: its sign and its words."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class StatusCell:
    """The result of a check and its words."""

    status: str
    text: str


Cell: TypeAlias = str | FurtherCell | LinkCell | LinksCell | SignCell | StatusCell


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock:
    """A table as wide as the page."""

    id: str
    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    lead: str = ""
    type: Literal["table"] = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedTable(TableBlock):
    """A long table with a field to search it."""

    search: Literal[True] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapedTable(SearchedTable):
    """A long table whose columns have widths of their own, known to the style by `shape`."""

    shape: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedTable(TableBlock):
    """A table whose columns are as wide as their words."""

    fit: Literal[True] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersTable(FittedTable):
    """A table with columns of numbers."""

    numeric: Sequence[bool]


@dataclass(frozen=True, slots=True)
class MissingLinks:
    """What has nothing to say about a region or sector: folded under a label."""

    label: str
    items: Sequence[LinkCell]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileTable(NumbersTable):
    """What an area says about one region or one sector."""

    missing: MissingLinks | None
    shape: Literal["profile"] = "profile"


@dataclass(frozen=True, slots=True)
class ChoicesBlock:
    """The choice of one region or one sector; `filter` is what it sets."""

    filter: str
    items: Sequence[Option]
    type: Literal["choices"] = "choices"


@dataclass(frozen=True, slots=True)
class ExplorerBlock:
    """The search over all figures: heads, kinds, hint, where its answers and its file come from."""

    columns: Sequence[str]
    numeric: Sequence[bool]
    kinds: Sequence[Option]
    hint: str
    answer: str
    file: str
    id: str = "explorer"
    type: Literal["explorer"] = "explorer"


@dataclass(frozen=True, slots=True)
class ReceiptLink:
    """Where the receipt of a typed code stands."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class FiguresAnswer:
    """What the search has found: how many, in words too, and a hundred rows; the receipt, if a
    receipt's code was looked for.
    """

    count: int
    said: str
    rows: Sequence[Sequence[Cell]]
    receipt: ReceiptLink | None


@dataclass(frozen=True, slots=True)
class ProsePart:
    """A piece of a text."""

    id: str
    title: str
    paragraphs: Sequence[str]


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """A text."""

    parts: Sequence[ProsePart]
    type: Literal["prose"] = "prose"


@dataclass(frozen=True, slots=True)
class BackBlock(TextLink):
    """The link to the page that this one belongs to."""

    type: Literal["back"] = "back"


# --- what changed ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ChangedGroup:
    """Changes of one thing that is counted, folded under its name: how many, the exhibit that shows
    it, some of them, and how many more there are.
    """

    id: str
    label: str
    count: str
    link: LinkCell | None
    rows: Sequence[Sequence[str]]
    more: str


@dataclass(frozen=True, slots=True)
class ChangedKind:
    """What a release added, revised or withdrew (`kind`), as rows or, where it is much, in groups,
    whose rows lack the first column.
    """

    kind: str
    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    groups: Sequence[ChangedGroup]


@dataclass(frozen=True, slots=True)
class ChangedRelease:
    """What one release changed."""

    number: int
    id: str
    title: str
    lead: str
    kinds: Sequence[ChangedKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesBlock:
    """What the releases changed, the newest first; `older` says how many are not shown, `feed` is
    the address of the feed.
    """

    releases: Sequence[ChangedRelease]
    older: str
    feed: str
    words: Texts
    type: Literal["changes"] = "changes"


@dataclass(frozen=True, slots=True)
class EarlierRelease:
    """An earlier release, how its digest begins, and what has changed since in words; blank if
    nothing has.
    """

    number: int
    digest: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceBlock:
    """What the browser needs to say what is new since a viewer was here: the digest of what is
    shown, the earlier releases, the sentence, and a day of each month in words.
    """

    digest: str
    earlier: Sequence[EarlierRelease]
    said: str
    months: Sequence[str]
    href: str
    type: Literal["since"] = "since"


# --- promises -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PromiseState:
    """A state in which a promise may stand; `among`: of how many a number decides it, blank where
    none does.
    """

    code: str
    label: str
    meaning: str
    among: str = ""


@dataclass(frozen=True, slots=True)
class PromiseCounts:
    """How many promises of one area, document or promiser stand where."""

    code: str
    label: str
    counts: Mapping[str, int]
    count: int


@dataclass(frozen=True, slots=True)
class PromiseGroup:
    """The promises counted by area, by document or by promiser."""

    code: str
    label: str
    head: str
    rows: Sequence[PromiseCounts]


@dataclass(frozen=True, slots=True)
class PromisesStanding:
    """The counts, their title and what they lead to."""

    title: str
    hint: str
    groups: Sequence[PromiseGroup]


@dataclass(frozen=True, slots=True)
class PromiseFilter:
    """A filter of the list of promises."""

    name: str
    label: str
    options: Sequence[Option]


@dataclass(frozen=True, slots=True)
class Aim:
    """A promise in numbers: its steps by label and value, where they stand between nothing and the
    largest of them (`bar`, in per cent: now, goal, base where there is one), its verdict.
    """

    id: str
    commitment: str
    text: str
    further: str
    by: str
    where: str
    steps: Sequence[tuple[str, str]]
    bar: Mapping[str, float] | None
    said: str
    sign: str
    status: str
    second: str
    firm: str
    exhibits: Sequence[str]


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise; `places` are document, place there, and kind of mention."""

    id: str
    text: str
    area: str
    by: str
    modality: str
    state: str
    due: str
    reason: str
    document: Sequence[str]
    said: str
    where: str
    exhibits: Sequence[str]
    aims: Sequence[str]
    places: Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesBlock:
    """Every promise, how they stand, and what is promised in numbers."""

    id: str
    count: int
    states: Sequence[PromiseState]
    counts: Mapping[str, int]
    standing: PromisesStanding
    method: TextLink
    file: str
    filters: Sequence[PromiseFilter]
    figures: Mapping[str, TextLink]
    aims: Sequence[Aim]
    rows: Sequence[PromiseRow]
    documents: Texts
    heads: Sequence[str]
    kinds: Texts
    words: Texts
    type: Literal["promises"] = "promises"


# --- stories --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HouseStory:
    """A story of the house; `count` says in words how many slides it has."""

    id: str
    title: str
    count: str


@dataclass(frozen=True, slots=True)
class StoriesBlock:
    """The stories of the house, and the words of the viewer's own."""

    house: Sequence[HouseStory]
    answer: str
    words: Texts
    type: Literal["stories"] = "stories"


@dataclass(frozen=True, slots=True)
class SlideTold(Link):
    """What a slide of a list says; blank but for `link` and `title` where it is missing."""

    link: str
    title: str
    what: str
    area: str
    missing: bool


@dataclass(frozen=True, slots=True)
class StoryAnswer:
    """What a list of slides says, and what of its link means nothing here."""

    title: str
    messages: Sequence[Message]
    slides: Sequence[SlideTold]


Block: TypeAlias = (
    TilesBlock
    | SectionBlock
    | AreaBlock
    | ContentsBlock
    | ListsBlock
    | TableBlock
    | ChoicesBlock
    | ExplorerBlock
    | ProseBlock
    | BackBlock
    | PromisesBlock
    | StoriesBlock
    | ChangesBlock
    | SinceBlock
)


# --- the stage ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DeckLanguage:
    """A language of the show."""

    code: str
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class SlideFrame:
    """What every slide has: its place, its link, its words; receipt's code and address blank where
    the exhibit is missing.
    """

    number: int
    link: str
    title: str
    said: str
    code: str
    address: str


@dataclass(frozen=True, slots=True)
class MissingSlide(SlideFrame):
    """A slide whose exhibit does not exist."""

    id: Literal[""] = ""
    kind: Literal["missing"] = "missing"
    missing: Literal[True] = True


@dataclass(frozen=True, slots=True)
class SlideShown(SlideFrame):
    """What a slide adds to the exhibit it shows: its page, and the receipt's address as a QR (its
    side in modules and its path).
    """

    page: str
    qr: tuple[int, str]


@dataclass(frozen=True, slots=True)
class SlideNumber:
    """The headline number of a slide that shows one."""

    tile: Mapping[str, Any]


# A slide is an exhibit and this; the slide's title goes before the exhibit's.
SLIDE = (*EXHIBIT, SlideShown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A story for the stage, in one language; `slides` are MissingSlide or joined from SLIDE."""

    lang: str
    view: Texts
    story: str
    title: str
    brand: str
    release: Release
    langs: Sequence[DeckLanguage]
    words: Texts
    messages: Sequence[str]
    filters: Sequence[Filter]
    slides: Sequence[MissingSlide | Mapping[str, Any]]


def joined(*parts: Any) -> dict[str, Any]:
    """Return the parts, dataclasses of this module, as one object; a later one goes before an
    earlier one.
    """
    return {one.name: getattr(part, one.name) for part in parts for one in fields(part)}


def written(answer: Any) -> bytes:
    """Return a payload as JSON (UTF-8)."""
    return orjson.dumps(answer)
