"""Reads what somebody types into the search: numbers, years, names of places and sectors, and words
with what else they are called; finds nothing itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from app.catalogue.cards import catalogue
from app.catalogue.codes import Named
from app.catalogue.synonyms import Phrase, phrase_of, synonyms
from app.words.say import LANGUAGES
from app.words.stems import every_stem, fold, stem, telling, tokens
from app.words.typed import Number, typed

PLACE, SECTOR = "place", "sector"
# Years that four digits are taken for; `2 025`, with a blank, is a number.
_YEARS = range(1990, 2051)
_FILTERING = {PLACE: {"region", "city", "country", "former", "foreign"}, SECTOR: {"union", "isic"}}
# Words that stand beside a name and say what it is the name of.
_KINDS_OF_NAMES = (
    "область обл регион край город г облысы обл өңір қала қ region oblast city province "
    "отрасль сектор сфера сала саласы sector"
)
_AND = re.compile(r" (?:и|мен|бен|пен|және|and) ")
# How sure a phrase names a code: the project says so; it is the name, or a part of a short name of
# two (`Education` of `Education and science`); it is the name without `region`.
_SAID, _WHOLE, _BARE = range(3)


@dataclass(frozen=True, slots=True)
class Name:
    """A place or sector that the words name: any of these codes; `words` as they were typed."""

    kind: str
    codes: frozenset[str]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. Each word is a set of phrases, of which one is enough: what stays of it
    in each language, or of the others it is called by.
    """

    numbers: tuple[Number, ...]
    years: tuple[tuple[int, int], ...]
    names: tuple[Name, ...]
    words: tuple[frozenset[Phrase], ...]
    # Something was typed of which nothing can be read.
    unreadable: bool = False


def wanted(text: str) -> Wanted:
    """Return what a typed text asks for."""
    read = typed(fold(text), _YEARS)
    every = list(dict.fromkeys(tokens(read.rest)))
    # Somebody who types no more than `in` means it.
    told = telling(every) or ([] if read.numbers or read.years else every)
    # What is called by several words may have a name among them: safety and health.
    phrases, left = _groups(told, 2)
    names, left = _names(left)
    single, left = _groups(left, 1)
    words = (*phrases, *single, *map(plain_word, left))
    unreadable = bool(text.strip()) and not (read.numbers or read.years or told)
    return Wanted(read.numbers, read.years, names, words, unreadable)


def plain_word(token: str) -> frozenset[Phrase]:
    """Return a typed word as phrases: nobody says in which language it is."""
    return frozenset((key,) for key in every_stem(token))


def _groups(left: list[str], least: int) -> tuple[list[frozenset[Phrase]], list[str]]:
    """Return what is called by other words too, with all it is called by, and the words left over.

    Phrases of at least so many words, in any order; the longest counts (`minimum wage`, not
    `wage`).
    """
    keys = [frozenset(every_stem(token)) for token in left]
    standing: dict[frozenset[int], frozenset[Phrase]] = {}
    taken: set[int] = set()
    for phrase, group in _phrases():
        places = _standing(phrase, keys) if len(phrase) >= least else frozenset[int]()
        # The same words may be a phrase of two languages: инфляция.
        if places in standing or (places and not places & taken):
            standing[places] = standing.get(places, frozenset()) | group
            taken |= places
    others = [token for place, token in enumerate(left) if place not in taken]
    return list(standing.values()), others


def _standing(phrase: Phrase, keys: list[frozenset[str]]) -> frozenset[int]:
    """Return where the parts of a phrase stand among the typed words; nothing if one is missing."""
    places: set[int] = set()
    for part in phrase:
        free = (at for at, forms in enumerate(keys) if part in forms and at not in places)
        place = next(free, None)
        if place is None:
            return frozenset()
        places.add(place)
    return frozenset(places)


@cache
def _phrases() -> tuple[tuple[Phrase, frozenset[Phrase]], ...]:
    """Return each phrase with all that mean the same, the longest first."""
    pairs = [(phrase, frozenset(group)) for group in synonyms().groups for phrase in group]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _names(left: list[str]) -> tuple[tuple[Name, ...], list[str]]:
    """Return the names among the words, the longest ones, and the words that are none."""
    table, generic = _table()
    longest = max(map(len, table))
    found: list[Name] = []
    others: list[str] = []
    start = 0
    while start < len(left):
        for end in range(min(len(left), start + longest), start, -1):
            if name := _named(tuple(left[start:end]), table):
                break
        else:
            others.append(left[start])
            start += 1
            continue
        found.append(name)
        start = end
        while others and _is_generic(others[-1], generic):
            others.pop()
        while start < len(left) and _is_generic(left[start], generic):
            start += 1
    return tuple(found), others


def _is_generic(token: str, generic: frozenset[str]) -> bool:
    return any(key in generic for key in every_stem(token))


_Table = dict[Phrase, tuple[int, str, frozenset[str]]]


def _named(words: tuple[str, ...], table: _Table) -> Name | None:
    hits = [
        table[phrase]
        for language in LANGUAGES
        if (phrase := tuple(stem(word, language) for word in words)) in table
    ]
    if not hits:
        return None
    surest = min(hit[:2] for hit in hits)
    codes = frozenset[str]().union(*(hit[2] for hit in hits if hit[:2] == surest))
    return Name(surest[1], codes, words)


@cache
def _table() -> tuple[_Table, frozenset[str]]:
    """Return what each phrase names, and the words that only stand beside names."""
    known, called = catalogue(), synonyms()
    generic = frozenset(key for token in tokens(_KINDS_OF_NAMES) for key in every_stem(token))
    table: _Table = {}
    kinds = (
        (PLACE, known.places, known.place_kinds, called.places),
        (SECTOR, known.sectors, known.sector_kinds, called.sectors),
    )
    for kind, named, kind_of, further in kinds:
        chosen = [one for one in named.values() if kind_of.get(one.code) in _FILTERING[kind]]
        for one in chosen:
            for sure, phrase in _called(one, further.get(one.code, ()), generic):
                if kind == PLACE or sure != _BARE:
                    _enter(table, phrase, sure, kind, one.code)
    return table, generic


def _enter(table: _Table, phrase: Phrase, sure: int, kind: str, code: str) -> None:
    """Enter what a phrase names: the surest; all codes that it names as surely."""
    before = table.get(phrase)
    if before is None or (sure, kind) < before[:2]:
        table[phrase] = (sure, kind, frozenset({code}))
    elif (sure, kind) == before[:2]:
        table[phrase] = (sure, kind, before[2] | {code})


def _called(
    one: Named, further: Iterable[Phrase], generic: frozenset[str]
) -> Iterator[tuple[int, Phrase]]:
    """Yield the phrases that name a code, and how surely."""
    yield from ((_SAID, phrase) for phrase in further)
    yield _WHOLE, tuple(tokens(one.code))
    for language in LANGUAGES:
        for text in {one.name[language], one.short[language]}:
            whole = phrase_of(text, language)
            yield _WHOLE, whole
            bare = tuple(part for part in whole if part not in generic)
            if bare and bare != whole:
                yield _BARE, bare
        parts = _AND.split(one.short[language])
        yield from ((_WHOLE, phrase_of(part, language)) for part in parts if len(parts) > 1)
