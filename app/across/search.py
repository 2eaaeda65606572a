"""Finds single figures and statistics by what somebody types and by the view, the most relevant
first; reads no text (app/across/wanted.py does) and draws nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import and_

from app.across.explorer import Entry
from app.across.index import Index, index_of
from app.across.masks import Words, any_of, places_of
from app.across.wanted import PLACE, SECTOR, Name, Wanted, plain_word, wanted
from app.catalogue.synonyms import Phrase
from app.store.store import Store
from app.view import View
from app.words.typed import Number, as_number

# A word that no figure holds is sought as the beginning of one from this length on.
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for beside the view's filters.

    What was typed, and which table: `figures`, `statistics`, or both if blank.
    """

    words: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, the most relevant first, and what of the typed words narrowed it: names of
    places and sectors, and years as (first, last).
    """

    entries: Sequence[Entry]
    names: tuple[Name, ...] = ()
    years: tuple[tuple[int, int], ...] = ()


def found(question: Question, view: View, store: Store) -> Found:
    """Return the figures that fit the view and hold all that was typed. Of the view's period, all
    up to that year fit.

    An exact number comes first, then figures whose title holds all words, then those that hold
    them anywhere; among these the newest, the whole country, the shortest title. Names of places
    and sectors, and years, narrow; if nothing is left, they are words like others.
    """
    index, asked = index_of(store), wanted(question.words)
    fitting = _fitting(index, question.kind, view, store)
    if not question.words.strip():
        return Found([index.entries[place] for place in _in_documents(index, fitting)])
    if asked.unreadable:
        return Found([])
    # Four digits that no figure has as a year may be a value.
    values = tuple(as_number(first) for first, last in asked.years if first == last)
    for reading in (asked, replace(asked, numbers=(*asked.numbers, *values), years=())):
        narrowed = _all_of(_filters(index, reading, store), fitting)
        tiers = _tiers(index, reading.numbers, reading.words, narrowed)
        if any(tiers):
            return Found(_listed(index, tiers), reading.names, reading.years)
    return Found(_listed(index, _tiers(index, (), tuple(_as_words(asked)), fitting)))


def _listed(index: Index, tiers: Iterable[int]) -> list[Entry]:
    """Return the figures of each tier that are in none before."""
    listed, seen = [], 0
    for tier in tiers:
        listed += [index.entries[place] for place in places_of(tier & ~seen)]
        seen |= tier
    return listed


def _in_documents(index: Index, found: int) -> list[int]:
    return sorted(places_of(found), key=lambda place: index.document[place])


def _fitting(index: Index, kind: str, view: View, store: Store) -> int:
    """Return the figures of a kind that fit the view."""
    fitting = _every(index)
    chosen: list[tuple[str, Callable[[str], bool]]] = []
    if kind:
        chosen.append(("kind", lambda code: code == kind))
    if view.place:
        chosen.append(("place", lambda code: code == view.place))
    if view.sector:
        sections = store.sections(view.sector)
        chosen.append(("sector", lambda code: code in sections))
    if year := view.period:
        chosen.append(("period", lambda code: code[:4] <= year))
    for column, fits in chosen:
        fitting &= any_of(places for code, places in index.columns[column].items() if fits(code))
    return fitting


def _filters(index: Index, asked: Wanted, store: Store) -> Iterable[int]:
    """Yield for each kind of filter the figures that fit one of the names, in code or title."""
    for kind in (PLACE, SECTOR):
        if names := [name for name in asked.names if name.kind == kind]:
            yield any_of(_of_name(index, name, store) for name in names)
    if asked.years:
        years = [year for first, last in asked.years for year in range(first, last + 1)]
        yield any_of(
            index.years.get(year, 0) | index.title.holding.get(str(year), 0) for year in years
        )


def _of_name(index: Index, name: Name, store: Store) -> int:
    codes = set(name.codes)
    if name.kind == SECTOR:
        codes |= {section for code in name.codes for section in store.sections(code)}
    coded = any_of(index.columns[name.kind].get(code, 0) for code in codes)
    return coded | _all_of(
        (_whole(index.title, plain_word(word)) for word in name.words), _every(index)
    )


def _tiers(
    index: Index, numbers: Sequence[Number], words: Sequence[frozenset[Phrase]], fitting: int
) -> list[int]:
    """Return the figures that hold all numbers and words, the most relevant first."""

    for holding in (_whole, _begun):
        somewhere = _all_of((holding(index.words, word) for word in words), fitting)
        titled = _all_of((holding(index.title, word) for word in words), fitting)
        if somewhere:
            break
    if not numbers:
        return [titled & somewhere, somewhere]
    exact = [_valued(index, one, 0) for one in numbers]
    near = [_valued(index, one, one.half if one.rough else 0) for one in numbers]
    told = [
        [valued | _printed(words, one) for one, valued in zip(numbers, near, strict=True)]
        for words in (index.title, index.words)
    ]
    return [
        _all_of(valued, held) for valued in (exact, near, *told) for held in (titled, somewhere)
    ]


def _as_words(asked: Wanted) -> Iterable[frozenset[Phrase]]:
    """Yield all that was typed as words."""
    yield from asked.words
    for name in asked.names:
        yield from map(plain_word, name.words)
    for number in asked.numbers:
        yield plain_word(number.text)
    for span in asked.years:
        yield frozenset((str(year),) for year in span)


def _whole(words: Words, asked: frozenset[Phrase]) -> int:
    """Return the figures that hold one of a word's phrases."""
    return any_of(reduce(and_, (words.holding.get(part, 0) for part in phrase)) for phrase in asked)


def _begun(words: Words, asked: frozenset[Phrase]) -> int:
    """Return the figures that hold one of a word's phrases, or words that begin so: who is still
    typing finds too.
    """
    return _whole(words, asked) | any_of(
        reduce(and_, (words.starting(part) if _long(part) else 0 for part in phrase))
        for phrase in asked
    )


def _long(part: str) -> bool:
    return len(part.rpartition(":")[2]) >= _LEAST


def _valued(index: Index, number: Number, half: float) -> int:
    """Return the figures with this value, give or take; typed without a sign, of either sign."""
    readings = [*number.readings]
    if not number.signed:
        readings += [-value for value in readings]
    near = any_of(index.numbers.between(value - half, value + half) for value in readings)
    return near & index.shares if number.percent else near


def _printed(words: Words, number: Number) -> int:
    """Return the figures that hold a number among their words (`Convention 131`, section 3.2)."""
    if number.percent or number.scaled:
        return 0
    section = words.starting(f"{number.text}.") if "." in number.text else 0
    return words.holding.get(number.text, 0) | section


def _every(index: Index) -> int:
    return (1 << len(index.entries)) - 1


def _all_of(masks: Iterable[int], among: int) -> int:
    return reduce(and_, masks, among)
