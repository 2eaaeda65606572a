"""What the labels of a table say of each of its cells, by the words of its mapping; keeps apart
what is not known. Reads no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from app.catalogue.cards import catalogue
from app.intake.table.grid import letters, spelled
from app.intake.table.layout import Block
from app.intake.table.mapping import DIMENSIONS, LEAVE_OUT, OPEN, Axis
from app.intake.table.periods import Time, time_of
from app.intake.table.places import places_of
from app.intake.table.signs import key, without_marks
from app.intake.table.terms import age_of, is_filler, is_total, sector_of, sex_of
from app.words.say import LANGUAGES

# What a word says: codes by dimension, `measure`, `unit`; a whole has no dimension of its own.
Codes = Mapping[str, str]
TOTAL = "total"
_NO_NAME = re.compile(r"(?:column|столбец|unnamed:?|field|баған)\s*\d*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Labels:
    """One axis of a block: its name and, for each line or each column that counts, its word."""

    name: str
    head: str
    words: tuple[str, ...]
    down: bool
    first: int

    def distinct(self) -> list[str]:
        """Return its different words in their order."""
        return list(dict.fromkeys(word for word in self.words if word))


@dataclass(frozen=True, slots=True)
class Said:
    """What an axis says of one line or column: codes, a time, whether it is left out
    or not known.
    """

    codes: Codes = field(default_factory=dict)
    time: Time | None = None
    out: bool = False
    unknown: bool = False


def labels_of(block: Block) -> list[Labels]:
    """Return the axes of a block: lines of the head, group lines, columns that name."""
    grid = block.grid
    filled = _filled(block)

    def value(line: int, column: int) -> str:
        return spelled(grid.at(*filled.get((line, column), (line, column))))

    axes = []
    for number, line in enumerate(block.heads, 1):
        words = [without_marks(value(line, column)) for column in block.values]
        if number < len(block.heads):
            words = _forward(words)
        if not all(_NO_NAME.fullmatch(word) or not word for word in words):
            axes.append(Labels(f"head {number}", "", tuple(words), False, line))
    for depth, name in ((-2, "outer group"), (-1, "group")):
        lines = [one[depth][0] if len(one) >= -depth else "" for one in block.groups]
        if any(lines):
            axes.append(Labels(name, "", tuple(lines), True, 0))
    names: set[str] = set()
    for column in block.labels:
        head = next(
            (
                text
                for line in reversed(block.heads)
                if (text := without_marks(value(line, column))) and not _NO_NAME.fullmatch(text)
            ),
            "",
        )
        name = f"column {head}" if head and len(head) < 60 else f"column {letters(column)}"
        name = name if name not in names else f"{name} {letters(column)}"
        names.add(name)
        words = [value(line, column) for line in block.body]
        if (
            len(block.labels) > 1
            and column != block.labels[-1]
            and not (grid.values or grid.complete)
        ):
            words = _forward(words)
        axes.append(Labels(name, head, tuple(words), True, column))
    # The one column of a file that says which it is, counts: its head names nothing.
    return [
        axis for axis in axes if axis.name != "head 1" or len(block.values) > 1 or not grid.values
    ]


def _filled(block: Block) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each cell that is merged into another which one that is."""
    filled = {}
    for top, left, bottom, right in block.grid.merges:
        for line in range(top, min(bottom, len(block.grid.rows) - 1) + 1):
            for column in range(left, right + 1):
                filled[line, column] = (top, left)
    return filled


def _forward(words: Sequence[str]) -> list[str]:
    """Return words with blanks filled by the last one before: a head or a name written once."""
    filled, last = [], ""
    for word in words:
        last = word or last
        filled.append(last)
    return filled


@cache
def _measure_names() -> dict[str, str]:
    named: dict[str, str] = {}
    for code, measure in catalogue().measures.items():
        named[key(code)] = code
        for language in LANGUAGES:
            named.setdefault(key(measure.name[language]), code)
    return named


def measure_named(text: str) -> str:
    """Return the measure that a text is the name or the code of, blank if none."""
    return _measure_names().get(key(text), "")


def codes_of(text: str, places: Mapping[str, str]) -> dict[str, str]:
    """Return what a word may be, by dimension; a time stands under `period` as `yes`."""
    found = {}
    if time_of(text):
        found["period"] = "yes"
    for dimension, code in (
        ("place", places.get(text, "")),
        ("sex", sex_of(text)),
        ("age", age_of(text)),
        ("sector", sector_of(text)),
    ):
        if code:
            found[dimension] = code
    return found


def said_by(axis: Axis, labels: Labels, handed_down: bool = True) -> list[Said]:
    """Return what an axis says of each of its lines or columns, with what the lines above hand down
    if that is wanted.
    """
    if axis.what in {"ignore", "note", "flag", "unit"}:
        return [Said()] * len(labels.words)
    distinct = labels.distinct()
    places = places_of(distinct) if axis.what in {"place", "mixed"} else {}
    own = {key(word): meaning for word, meaning in axis.words.items()}
    meanings = {word: _meaning(word, axis, own, places) for word in distinct}
    told = [meanings[word] if word else Said() for word in labels.words]
    if handed_down and axis.what == "mixed" and labels.down:
        return _inherited(told, labels.words)
    return told


def _meaning(word: str, axis: Axis, own: Mapping[str, str], places: Mapping[str, str]) -> Said:
    meant = own.get(key(word))
    if meant is not None:
        return _explicit(meant, axis.what, word)
    if axis.what == OPEN:
        return Said(unknown=True)
    if is_filler(word):
        return Said()
    found = _by_name(word, axis.what, places)
    if found:
        return found
    parts = [part.strip() for part in re.split(r"[,;/]|\s[-–—]\s", word) if part.strip()]
    if len(parts) > 1 and axis.what == "mixed":
        several = [_by_name(part, "mixed", places_of(parts)) for part in parts]
        known = [one for one in several if one]
        if len(known) == len(parts):
            codes: dict[str, str] = {}
            for one in known:
                codes |= one.codes
            return Said(codes, next((one.time for one in known if one.time), None))
    return Said(out=True) if axis.others == LEAVE_OUT else Said(unknown=True)


def _by_name(word: str, what: str, places: Mapping[str, str]) -> Said | None:
    """Return what a word means by itself where it is of the kind that is expected."""
    if what == "measure" or (what == "mixed" and measure_named(word)):
        code = measure_named(word)
        return Said({"measure": code}) if code else None
    if what == "period":
        time = time_of(word)
        return Said(time=time) if time else None
    found = codes_of(word, places)
    if what in found:
        return Said({what: found[what]})
    if what == "mixed" and found:
        dimension = next(iter(found))
        return (
            Said(time=time_of(word))
            if dimension == "period"
            else Said(dict([next(iter(found.items()))]))
        )
    if is_total(word):
        return Said({TOTAL: what})
    return None


def _explicit(meant: str, what: str, word: str) -> Said:
    """Return what the mapping says of a word: `KZ-10`, `sex:F measure:employed`, `leave_out`."""
    if meant == LEAVE_OUT:
        return Said(out=True)
    if meant == OPEN:
        return Said(unknown=True)
    if not meant:
        return Said()
    codes: dict[str, str] = {}
    time: Time | None = None
    for part in meant.split():
        dimension, colon, code = part.partition(":")
        if not colon:
            dimension, code = what, part
        if dimension == "period":
            time = time_of(code)
            if time is None and re.fullmatch(r"\d{4}[\d/-]*", code):
                time = time_of(code.replace("/", "-"))
        else:
            codes[dimension] = code
    return Said(codes, time)


def _inherited(told: list[Said], words: Sequence[str]) -> list[Said]:
    """Return what each line says with what the lines above it say for it: under a region stand men
    and women. Only what recurs hangs on what stands above; a list of its own does not.
    """
    count: dict[str, int] = {}
    for word in words:
        count[word] = count.get(word, 0) + 1
    order: list[str] = []
    for one in told:
        for dimension in _dimensions(one):
            if dimension not in order and dimension != TOTAL:
                order.append(dimension)
    recurring = {
        dimension
        for one, word in zip(told, words, strict=True)
        for dimension in _dimensions(one)
        if count[word] > 1
    }
    lead = next((dimension for dimension in order if dimension not in recurring), "")
    if not lead or not recurring:
        return told
    above: Said | None = None
    found = []
    for one, word in zip(told, words, strict=True):
        dimensions = _dimensions(one)
        if lead in dimensions or (above is None and TOTAL in dimensions):
            above = one
            found.append(one)
        elif one.unknown or (dimensions and count[word] <= 1):
            above = one if one.unknown else above
            found.append(one)
        elif above is not None:
            out = one.out or above.out
            found.append(
                Said({**above.codes, **one.codes}, one.time or above.time, out, above.unknown)
            )
        else:
            found.append(one)
    return found


def _dimensions(one: Said) -> set[str]:
    return {*one.codes, *(("period",) if one.time else ())}


@dataclass(frozen=True, slots=True)
class Meant:
    """What all labels of a cell say together; `clash` names a dimension that two of
    them contest.
    """

    codes: Codes
    time: Time | None
    out: bool
    unknown: bool
    clash: str = ""


def together(several: Iterable[Said]) -> Meant:
    """Return what several axes say together: of a measure the later, nearer one speaks."""
    codes: dict[str, str] = {}
    time: Time | None = None
    out = unknown = False
    clash = ""
    for one in several:
        out, unknown = out or one.out, unknown or one.unknown
        for dimension, code in one.codes.items():
            if dimension in {"measure", TOTAL} or codes.setdefault(dimension, code) == code:
                codes[dimension] = code
            elif code == "_T" or codes[dimension] == "_T":
                codes[dimension] = codes[dimension] if code == "_T" else code
            else:
                clash = dimension
        if one.time:
            joined = time.with_part(one.time) if time else one.time
            clash = clash if joined else "period"
            time = joined or time
    return Meant(codes, time, out, unknown, clash)


def unknown_words(axis: Axis, labels: Labels) -> Iterator[tuple[str, int]]:
    """Yield the words of an axis that nothing is known of, each with where it first stands."""
    seen: set[str] = set()
    for position, (word, said) in enumerate(
        zip(labels.words, said_by(axis, labels, False), strict=True)
    ):
        if said.unknown and word not in seen:
            seen.add(word)
            yield word, position


def dimension_faults(codes: Codes) -> Iterator[str]:
    """Yield the dimensions of a mapping's own codes that there are not."""
    for dimension in codes:
        if dimension not in {*DIMENSIONS, "measure", "unit", TOTAL}:
            yield dimension
