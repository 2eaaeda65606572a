"""Sets of figures, each one whole number with a bit for each figure, and which set holds a word or
a value; knows no figure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

# Tolerance between what is typed and what is stored.
_NEAR = 1e-9


@dataclass(frozen=True, slots=True)
class Words:
    """Which figures hold what stays of a word."""

    holding: dict[str, int]
    alphabetical: tuple[str, ...]

    def starting(self, key: str) -> int:
        """Return the figures with a word that begins so."""
        found = 0
        place = bisect_left(self.alphabetical, key)
        while place < len(self.alphabetical) and self.alphabetical[place].startswith(key):
            found |= self.holding[self.alphabetical[place]]
            place += 1
        return found


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which figures have which value, smallest first."""

    values: tuple[float, ...]
    places: tuple[int, ...]

    def between(self, low: float, high: float) -> int:
        """Return the figures from one value to another."""
        near = _NEAR * max(1.0, abs(low), abs(high))
        first = bisect_left(self.values, low - near)
        return mask(self.places[first : bisect_right(self.values, high + near)])


def mask(places: Iterable[int]) -> int:
    """Return a set of places as one whole number."""
    places = list(places)
    if not places:
        return 0
    bits = bytearray(max(places) // 8 + 1)
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(bits, "little")


def any_of(masks: Iterable[int]) -> int:
    """Return what stands in any of the sets."""
    return reduce(or_, masks, 0)


def places_of(found: int) -> list[int]:
    """Return the places of a set in their order."""
    return [place for place, bit in enumerate(bin(found)[:1:-1]) if bit == "1"]


def masks_of(codes: Iterable[str]) -> dict[str, int]:
    """Return for each code the places where it stands."""
    standing: dict[str, list[int]] = {}
    for place, code in enumerate(codes):
        standing.setdefault(code, []).append(place)
    return {code: mask(places) for code, places in standing.items()}


def words_of(
    columns: Iterable[tuple[dict[str, int], Callable[[str], Iterable[str]]]],
) -> Words:
    """Return the words of several columns, each given by the places of its codes and the words of
    a code.
    """
    holding: dict[str, int] = {}
    for standing, words in columns:
        for code, places in standing.items():
            for word in words(code):
                holding[word] = holding.get(word, 0) | places
    return Words(holding, tuple(sorted(holding)))


def numbers_of(values: Iterable[tuple[float, int]]) -> Numbers:
    """Return values with the places that have them."""
    ordered = sorted(values)
    return Numbers(tuple(value for value, _ in ordered), tuple(place for _, place in ordered))
