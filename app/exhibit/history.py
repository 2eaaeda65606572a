"""Tells what later releases changed in what an exhibit shows; computes no number, says no word."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from app.catalogue.cards import Card
from app.exhibit.code import newest_year
from app.exhibit.touched import untouched
from app.release.releases import NoRelease, Release, read_release
from app.store.open import open_current, open_release
from app.store.store import DamagedRelease, QueryFails, Row, Store
from app.view import View
from app.words.numbers import amount, number
from app.words.say import DEFAULT_LANGUAGE, LANGUAGES
from app.words.sentences import fill, slot_names

_LOG = logging.getLogger(__name__)
TEXTS = tuple(f"text_{language}" for language in LANGUAGES)
# What a row says; every other column of a query says which row it is.
_FURTHER = ("share", "gap", "target")
_SAID = ("value", *_FURTHER, "state", "membership", *TEXTS)
_NO_DIMENSION = {*_SAID, "role", "status", "source", "wanted"}
_BESIDE_A_TILE = ("country_now", "target")
Dimensions = tuple[tuple[str, str | None], ...]
Content = float | str | None


@dataclass(frozen=True, slots=True)
class Revision:
    """One value that a later release shows otherwise.

    `release` and `published`: the first release that shows it so; `before`: the release with which
    it was compared. `kind` is revised, added (a row that was not there) or gone (a row that is no
    longer there). `role` is mark or finding; `row` names the row by the codes of its dimensions,
    `column` the value. `was` and `now`: a number, a text, or None (not published; for a row added
    or gone also: not there).
    """

    release: int
    published: date
    before: int
    kind: str
    role: str
    row: Dimensions
    column: str
    was: Content
    now: Content


@dataclass(frozen=True, slots=True)
class _Change:
    """One value that differs between two answers of a query; the words are those of Revision."""

    kind: str
    role: str
    row: Dimensions
    column: str
    was: Content
    now: Content

    @property
    def rounded(self) -> tuple[Content, Content]:
        """Return what stood and stands there.

        Two ways of computing one number may differ behind the last digit that anybody reads.
        """
        return _rounded(self.was), _rounded(self.now)


@dataclass(frozen=True, slots=True)
class History:
    """What became of an exhibit since a release, up to the current one.

    `computed` is False if today's query cannot be answered from that release. `compared` lists the
    releases that were compared with it, `unread` those that are damaged or not here any more,
    `not_computed` those from which today's query cannot be answered: what changed there shows in
    the next one. `asked` is the view that was compared: where no year was picked and one can be, it
    is that of the newest period shown then. `moved`: as it was picked, it shows a newer one now.
    """

    release: Release
    current: Release
    computed: bool
    asked: View
    moved: bool = False
    revisions: tuple[Revision, ...] = ()
    compared: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()
    not_computed: tuple[int, ...] = ()

    @property
    def complete(self) -> bool:
        """Say whether the comparison reaches the current release."""
        return self.computed and self.current.number in (self.release.number, *self.compared)


def revisions(card: Card, view: View, release: int) -> History:
    """Return what changed in an exhibit after a release.

    A value that changed twice gives two revisions. Only what a reader can see counts: two numbers
    that are written alike with the card's decimals are the same number. Where the marks of two
    releases agree, the numbers of the finding are compared too, as far as its sentence names them;
    where they do not, those that no changed mark shows. A status or a source that changed under the
    same number is none. Where the dashboard went back to an older release, that one is compared
    too. A newer period revises nothing: where no year was picked, all releases are asked for the
    newest that was shown then, or, where the exhibit follows no year, rows of earlier periods that
    it has let go of are said to have moved. Raises NoRelease or DamagedRelease if the release
    itself cannot be read.
    """
    view = replace(view.only(card.breakdowns), language=DEFAULT_LANGUAGE)
    now, then = open_current(), open_release(release).release
    shown = _answer(card, view, then)
    if shown is None:
        return History(then, now.release, False, view)
    asked = _pinned(card, view, then, shown)
    found: list[Revision] = []
    compared, unread, not_computed = [], [], []
    last = then
    for later in _later(release, now):
        try:
            follower = read_release(later)
            if _answer(card, asked, follower) is None:
                not_computed.append(later)
                continue
            found += _changes(card, asked, last, follower)
        except (NoRelease, DamagedRelease):
            unread.append(later)
            continue
        last = follower
        compared.append(later)
    newest = newest_year(_answer(card, view, last) or (), last) or ""
    return History(
        then,
        now.release,
        True,
        asked,
        newest > (newest_year(shown, then) or newest),
        tuple(found),
        tuple(compared),
        tuple(unread),
        tuple(not_computed),
    )


def _pinned(card: Card, view: View, then: Release, shown: tuple[Row, ...]) -> View:
    """Return the view with the newest year that was shown picked in it, if the exhibit follows the
    year and then shows the same; else the view.
    """
    newest = newest_year(shown, then)
    if view.period or not newest or "period" not in card.breakdowns:
        return view
    pinned = replace(view, period=newest)
    return pinned if _answer(card, pinned, then) == shown else view


def _later(release: int, now: Store) -> Iterator[int]:
    """Yield the numbers of the releases after one, up to the current.

    The current one also where it is an older one, to which the dashboard went back.
    """
    yield from range(release + 1, (now.fallback_from or now.release.number) + 1)
    if now.release.number < release:
        yield now.release.number


@lru_cache(maxsize=4096)
def _answer(card: Card, view: View, release: Release) -> tuple[Row, ...] | None:
    """Return the rows of the exhibit's query; None if the release lacks what the query asks for.

    Raises DamagedRelease if it cannot be read.
    """
    try:
        return open_release(release.number).read(card, view)
    except QueryFails as error:
        _LOG.info(
            "%s cannot be computed from release %d: %s",
            card.id,
            release.number,
            str(error).splitlines()[0],
        )
        return None


@lru_cache(maxsize=4096)
def _changes(card: Card, view: View, earlier: Release, later: Release) -> tuple[Revision, ...]:
    """Return what differs between two releases in the order of the later, what is gone last."""
    if earlier.digest == later.digest:
        return ()
    was, now = _answer(card, view, earlier) or (), _answer(card, view, later) or ()
    before, after = _finding(was), _finding(now)
    differ = list(_of_marks(card, _marks(was), _marks(now)))
    said = list(_of_finding(card, before, after))
    differ += _only_said(said, before, differ) if differ else said
    if any(one.kind in {"revised", "gone"} for one in differ):
        newer = (newest_year(now, later) or "") > (newest_year(was, earlier) or "9")
        told = _Window(_marks(was), _marks(now), newer)
        differ = [told.told(one) for one in differ]
        if _taken_back(differ) and untouched(card, earlier, later):
            differ = [_only_moved(one) for one in differ]
    return tuple(
        Revision(
            later.number,
            later.published,
            earlier.number,
            one.kind,
            one.role,
            one.row,
            one.column,
            one.was,
            one.now,
        )
        for one in differ
    )


class _Window:
    """Which periods the marks of two answers show: tells what was taken back from what the exhibit
    only shows no longer. `newer`: the later one shows a period that the earlier one had not.
    """

    def __init__(self, was: list[Row], now: list[Row], newer: bool) -> None:
        self._first = min((row["period"] or "" for row in now), default="") if newer else ""
        self._was, self._now = _periods_of_lines(was), _periods_of_lines(now)

    def told(self, one: _Change) -> _Change:
        """Return the change, said to have moved if it is that of a row that has only been let go
        of: of a period before all that are shown now, or before all that its line shows, newer ones
        among them.
        """
        if one.kind != "gone" or one.role != "mark":
            return one
        period = dict(one.row)["period"] or ""
        line = _line(one.row)
        now = self._now.get(line, set())
        left = bool(now) and min(now) > period and max(now) > max(self._was[line])
        return replace(one, kind="moved") if period < self._first or left else one


def _taken_back(changes: Iterable[_Change]) -> bool:
    return any(one.kind in {"revised", "gone"} and one.column not in TEXTS for one in changes)


def _only_moved(one: _Change) -> _Change:
    """Return a change of which no fact was changed: what is shown otherwise follows from newer
    ones.
    """
    moved = one.kind in {"revised", "gone"} and one.column not in TEXTS
    return replace(one, kind="moved") if moved else one


def _line(row: Dimensions) -> Dimensions:
    return tuple(part for part in row if part[0] != "period")


def _periods_of_lines(rows: list[Row]) -> dict[Dimensions, set[str]]:
    found: dict[Dimensions, set[str]] = {}
    for row in rows:
        found.setdefault(_line(_dimensions(row)), set()).add(row["period"] or "")
    return found


def _marks(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row["role"] == "mark"]


def _finding(rows: Iterable[Row]) -> dict[str, Row]:
    return {row["series"]: row for row in rows if row["role"] == "finding"}


def _of_marks(card: Card, was: list[Row], now: list[Row]) -> Iterator[_Change]:
    left = _by_dimensions(was)
    follow = _by_dimensions(now)
    for row, rows in follow.items():
        others = left.get(row, [])
        fresh, stale = _not_among(others, rows, card), _not_among(rows, others, card)
        # Several events of one day and kind stand under the same dimensions: only where one faces
        # one is it the same row.
        if len(fresh) == len(stale) == 1:
            yield from _in_a_row(card, row, stale[0], fresh[0])
        else:
            yield from (
                _Change("added", "mark", row, column, None, content)
                for column, content in _unmatched(fresh, stale)
            )
            yield from _gone(row, stale, fresh)
    for row, rows in left.items():
        if row not in follow:
            yield from _gone(row, rows, [])


def _not_among(others: list[Row], rows: list[Row], card: Card) -> list[Row]:
    """Return the rows that none of the others says."""
    said = [_said(card, other) for other in others]
    return [row for row in rows if _said(card, row) not in said]


def _gone(row: Dimensions, rows: list[Row], others: list[Row]) -> Iterator[_Change]:
    for column, content in _unmatched(rows, others):
        yield _Change("gone", "mark", row, column, content, None)


def _unmatched(rows: list[Row], others: list[Row]) -> Iterator[tuple[str, Content]]:
    """Yield what stands for each row, unless another has the same words.

    Mended in one language, a text stays where it was in the two others.
    """
    for row in rows:
        for column in TEXTS if row.get(TEXTS[0]) is not None else ("value",):
            if column == "value" or all(row[column] != other.get(column) for other in others):
                yield column, row[column]


def _in_a_row(card: Card, row: Dimensions, was: Row, now: Row) -> Iterator[_Change]:
    before, after = _said(card, was), _said(card, now)
    for column in _SAID:
        if before.get(column) != after.get(column):
            yield _Change("revised", "mark", row, column, was.get(column), now.get(column))


def _by_dimensions(rows: Iterable[Row]) -> dict[Dimensions, list[Row]]:
    found: dict[Dimensions, list[Row]] = {}
    for row in rows:
        found.setdefault(_dimensions(row), []).append(row)
    return found


def _dimensions(row: Row) -> Dimensions:
    return tuple((column, code) for column, code in row.items() if column not in _NO_DIMENSION)


def _said(card: Card, row: Row) -> dict[str, str]:
    """Return what a row shows, as it is written; what is blank is left out, it is not a zero."""
    return {
        column: _content(card, column, row[column])
        for column in _SAID
        if row.get(column) is not None
    }


def _content(card: Card, column: str, content: Content) -> str:
    if isinstance(content, str):
        return content
    if column == "value":
        return amount(content, card.unit, "en", card.decimals)
    return number(content, "en", 1)


def _of_finding(card: Card, was: Mapping[str, Row], now: Mapping[str, Row]) -> Iterator[_Change]:
    before, after = _case(was), _case(now)
    later = any(
        (row["period"] or "") > (was[slot]["period"] or "9")
        for slot, row in now.items()
        if slot in was
    )
    if before != after:
        yield _Change("moved" if later else "revised", "finding", (), "case", before, after)
    for slot in _asked_slots(card, before, after):
        old, new = was.get(slot), now.get(slot)
        if old is None and new is None:
            continue
        kind = "added" if old is None else "gone" if new is None else "revised"
        if old and new and (new["period"] or "") > (old["period"] or "9"):
            # The sentence speaks of a newer period: that is another number.
            kind = "moved"
        if kind in {"added", "gone"} or _seen(card, after, slot, was, now):
            row = _dimensions(new or old or {})
            values = (one["value"] if one else None for one in (old, new))
            yield _Change(kind, "finding", row, "value", *values)


def _asked_slots(card: Card, before: str, after: str) -> Iterable[str]:
    """Return the numbers of the finding that a reader sees in one of two cases."""
    if card.kind.headline:
        return _BESIDE_A_TILE
    spoken = {before, after} & set(card.finding)
    return sorted({slot for case in spoken for slot in slot_names(card.finding[case]["en"])})


def _only_said(said: list[_Change], was: Mapping[str, Row], marks: list[_Change]) -> list[_Change]:
    """Return the numbers of the finding that changed and that no changed mark shows.

    Rows that came later revise nothing that was said, and a number of another year or place is
    another number.
    """
    if all(one.kind == "added" for one in marks):
        return []
    before = {_dimensions(row) for row in was.values()}
    shown = {one.rounded for one in marks}
    return [
        one
        for one in said
        if one.kind == "revised"
        and one.column == "value"
        and one.row in before
        and one.rounded not in shown
    ]


def _rounded(content: Content) -> Content:
    return round(content, 6) if isinstance(content, float) else content


def _case(slots: Mapping[str, Row]) -> str:
    return next(slot for slot in slots if slot.startswith("case.")).removeprefix("case.")


def _seen(card: Card, case: str, slot: str, was: Mapping[str, Row], now: Mapping[str, Row]) -> bool:
    """Say whether a reader sees that a slot changed.

    On a tile that is its number, elsewhere the sentence in any language.
    """
    if card.kind.headline:
        earlier, later = (
            amount(slots[slot]["value"], card.unit, "en", card.decimals) for slots in (was, now)
        )
        return earlier != later
    if case not in card.finding:
        return False
    others = dict(now) | {slot: was[slot]}
    return any(
        _sentence(card, case, language, now) != _sentence(card, case, language, others)
        for language in LANGUAGES
    )


def _sentence(card: Card, case: str, language: str, slots: Mapping[str, Row]) -> str:
    template = card.finding[case][language]
    return fill(template, slots, language, card.decimals, lambda _, code: str(code))
