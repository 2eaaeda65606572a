"""Guesses what a table means and writes it as a mapping that a person confirms: by names, by heads,
by numbers that the facts already have. What it does not know stays a question mark.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from app.catalogue.cards import catalogue
from app.facts.tables import SOURCES
from app.intake.table.apply import Row, style_for, take
from app.intake.table.axes import Labels, codes_of, labels_of, measure_named
from app.intake.table.compare import Fact, alike
from app.intake.table.find import every_block, title_of
from app.intake.table.grid import Book, spelled
from app.intake.table.layout import Block
from app.intake.table.mapping import LEAVE_OUT, OPEN, Axis, MappingOf, Table
from app.intake.table.periods import time_in, time_of, year_in
from app.intake.table.places import is_country, places_of
from app.intake.table.signs import missing_kind, without_marks
from app.intake.table.terms import head_of, is_filler, is_total, unit_of
from app.words.federation import federation
from app.words.say import LANGUAGES
from app.words.stems import stems

_SHOWN = 60  # so many words of an axis are listed with their codes
_MOST_MEASURES = 120  # so many words are no list of what is counted
_SAMPLE = 1500  # so many lines are looked at for a guess
_ORDER = ("period", "place", "sex", "age", "sector")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mapping to confirm, and what its editor may want to know of it."""

    mapping: MappingOf
    hints: tuple[str, ...]
    sources: tuple[str, ...]


def propose(book: Book, name: str, facts: Sequence[Fact], today: datetime.date) -> Proposal:
    """Return a mapping of all tables of a file, unconfirmed."""
    index: dict[tuple[str, ...], list[Fact]] = {}
    for fact in facts:
        if fact.value:
            index.setdefault(fact.key[1:], []).append(fact)
    hints: list[str] = []
    tables = []
    sources: Counter[str] = Counter()
    for block in every_block(book):
        table = _table(block, book, name, index, today, sources)
        tables.append(table)
        if table.measure == OPEN:
            hints += _similar(table.title, f"measure ({table.sheet})")
        for axis in table.axes:
            for word, meaning in axis.words.items():
                if axis.what == "measure" and meaning == OPEN:
                    hints += _similar(word, word[:60])
    return Proposal(
        MappingOf(False, _source(book, name, tables), tuple(tables)),
        tuple(hints),
        tuple(f"{source} ({count})" for source, count in sources.most_common(4)),
    )


def _source(book: Book, name: str, tables: Sequence[Table]) -> dict[str, str]:
    titles = [table.title for table in tables if table.title not in {table.sheet, ""}]
    ours = any(
        code.startswith("KZ-")
        for table in tables
        for axis in table.axes
        for code in axis.words.values()
    )
    publisher = "ilo" if book.form == "ilostat" else "bns" if ours else OPEN
    stem = re.sub(r"[^a-z0-9]+", "_", name.rsplit(".", 1)[0].lower()).strip("_")
    said = {
        "source": stem[:60].rstrip("_") or OPEN,
        "publisher": publisher,
        "title": without_marks(book.title or next(iter(titles), "")) or OPEN,
        "date": "n.d.",
        "locator": f"file {name}",
        "url": "",
    }
    return {column: said.get(column, "") for column in SOURCES} | {"folder": "official"}


def _table(
    block: Block,
    book: Book,
    name: str,
    index: Mapping[tuple[str, ...], Sequence[Fact]],
    today: datetime.date,
    sources: Counter[str],
) -> Table:
    title = title_of(block, book)
    axes = _one_measure(tuple(_axis(labels) for labels in labels_of(block)))
    kinds = _dimensions(block, axes)
    texts = (*block.titles, title, block.grid.name, *book.about, name)
    fixed = _fixed(block, axes, kinds, texts)
    table = Table(
        sheet=block.grid.name,
        title=title,
        measure="" if "measure" in kinds else OPEN,
        fixed=fixed,
        axes=axes,
        missing=_missing(block, book),
    )
    guessed = _by_numbers(block, table, book, index, today, sources)
    axes = tuple(
        replace(
            axis,
            words={
                word: guessed.get(_placeholder(axis, word), meaning)
                for word, meaning in axis.words.items()
            },
        )
        for axis in axes
    )
    measure = guessed.get("_", "") or _measure_of_title(title)
    if "measure" in kinds or any("measure:" in m for axis in axes for m in axis.words.values()):
        measure = ""
    else:
        measure = measure or OPEN
    factor, unit = _unit(axes, measure, texts)
    return replace(table, axes=axes, measure=measure, unit=unit, factor=factor)


def _one_measure(axes: tuple[Axis, ...]) -> tuple[Axis, ...]:
    """Return the axes with one measure at most, that with the fewest words; of the others a person
    has to say what they are.
    """
    guessed = [axis for axis in axes if axis.what == "measure"]
    if not guessed:
        return axes
    chosen = min(guessed, key=lambda axis: (axis.name != "group", len(axis.words)))
    found = []
    for axis in axes:
        if axis.what == "measure" and (axis is not chosen or len(axis.words) > _MOST_MEASURES):
            axis = Axis(axis.name, OPEN)
        found.append(axis)
    return tuple(found)


def _fixed(
    block: Block, axes: Sequence[Axis], kinds: set[str], texts: Sequence[str]
) -> dict[str, str]:
    """Return what holds for all numbers: the country and the year if no label says them, and what
    titles and the name of the sheet say.
    """
    fixed: dict[str, str] = {}
    open_places = any(
        axis.what == "place" and "" in labels.words
        for axis, labels in zip(axes, labels_of(block), strict=True)
    )
    if "place" not in kinds or open_places:
        fixed["place"] = federation().country
    if "period" not in kinds or _needs_year(block, axes):
        times = [time for text in texts if (time := time_in(text.replace("_", " ")))]
        # A span since January is no period of its own: the editor says what it is.
        fixed["period"] = times[0].period if times and not times[0].note else OPEN
        if OPEN in fixed["period"] and (years := [y for text in texts if (y := year_in(text))]):
            fixed["period"] = OPEN if times else str(years[0])
    for text in (block.grid.name, *block.titles):
        for part in (text, *text.split("|")):
            for dimension, code in codes_of(part.strip(), places_of([part.strip()])).items():
                if dimension != "period" and (dimension not in kinds or code == fixed.get("place")):
                    fixed[dimension] = code
    return fixed


def _unit(axes: Sequence[Axis], measure: str, texts: Sequence[str]) -> tuple[float, str]:
    """Return the unit and by what numbers are multiplied; of several measures a blank one: each has
    its own.
    """
    unit = next((unit for text in texts if (unit := unit_of(without_marks(text)))), "")
    known = catalogue().measures.get(measure)
    if known:
        return _factor(unit, known.unit)
    if measure:
        return 1.0, unit or OPEN
    words = {
        part.removeprefix("measure:")
        for axis in axes
        if axis.what in {"measure", "mixed"}
        for meaning in axis.words.values()
        for part in meaning.split()
    }
    units = {catalogue().measures[code].unit for code in words if code in catalogue().measures}
    return 1.0, units.pop() if len(units) == 1 else ""


def _dimensions(block: Block, axes: Sequence[Axis]) -> set[str]:
    """Return what the axes say something of."""
    found = {axis.what for axis in axes}
    mixed = {axis.name for axis in axes if axis.what == "mixed"}
    for labels in labels_of(block):
        if labels.name in mixed:
            words = labels.distinct()[:_SAMPLE]
            places = places_of(words)
            found |= {dimension for word in words for dimension in codes_of(word, places)}
    return found


def _measure_of_title(title: str) -> str:
    """Return the measure that a title is the name of, also with its unit or number before or
    behind it.
    """
    plain = re.sub(r"^[\d.]+\s+", "", without_marks(title))
    shorter = re.split(r"[,(|]", plain)[0]
    return measure_named(plain) or measure_named(shorter)


def _factor(said: str, wanted: str) -> tuple[float, str]:
    """Return by how much a number in one unit is multiplied to be one in another."""
    sizes = {"persons": 1, "thousand_persons": 1000, "million_persons": 1_000_000}
    if said in sizes and wanted in sizes:
        return sizes[said] / sizes[wanted], wanted
    money = {"KZT": 1, "thousand_KZT": 1000, "million_KZT": 1e6, "billion_KZT": 1e9}
    if said in money and wanted in money:
        return money[said] / money[wanted], wanted
    if not said or said == wanted or {said, wanted} <= {"KZT", "KZT_month", "KZT_hour"}:
        return 1.0, wanted
    return 1.0, said


def _missing(block: Block, book: Book) -> dict[str, str]:
    """Return the signs for missing that the table uses, each with what it means there."""
    style = style_for(block, Table(), book.legend)
    found: dict[str, str] = {}
    for line in block.body:
        for column in block.values:
            value = block.grid.at(line, column)
            if isinstance(value, str) and value not in found:
                kind = missing_kind(spelled(value), style.missing)
                if kind:
                    found[spelled(value)] = kind
    return found


def _needs_year(block: Block, axes: Sequence[Axis]) -> bool:
    """Say whether the table has quarters or months and no year beside them."""
    times = [
        time
        for labels in labels_of(block)
        for word in labels.distinct()[:50]
        if (time := time_of(word))
    ]
    return bool(times) and not any(time.year for time in times)


def _axis(labels: Labels) -> Axis:
    """Return what an axis seems to be, with its words as they are understood."""
    words = [word for word in labels.distinct() if not is_filler(word)]
    hint = head_of(labels.head) if labels.head else ""
    if hint in {"note", "flag", "unit"}:
        return Axis(labels.name, hint)
    if hint == "ignore" or not words:
        return Axis(labels.name, "ignore")
    sample = words[:_SAMPLE]
    places = places_of(sample)
    said = _likely({word: codes_of(word, places) for word in sample}, hint)
    totals = [word for word in sample if is_total(word)]
    counted = {
        dimension: sum(dimension in codes for codes in said.values()) for dimension in _ORDER
    }
    best = max(_ORDER, key=lambda one: (counted[one], -_ORDER.index(one)))
    if hint in _ORDER:
        best = hint
    countries = sum(word not in places and is_country(word) for word in sample)
    if counted["place"] and counted["place"] + countries >= 0.7 * len(sample) and countries:
        return _with_words(labels.name, "place", sample, places, LEAVE_OUT)
    known = counted[best] + len([word for word in totals if best not in said[word]])
    if hint == best or (counted[best] and known >= 0.6 * len(sample)):
        others = any(codes and best not in codes for codes in said.values())
        if not others or hint == best:
            codes = {word: one.get(best, "") for word, one in said.items()}
            return _with_words(labels.name, best, sample, codes)
    several = sum(bool(codes) for codes in said.values()) + len(totals)
    if several >= 2 and (several >= 0.6 * len(sample) or len(labels.words) > 1.5 * len(words)):
        listed = {word: OPEN for word in sample if not said[word] and word not in totals}
        measures = {word: f"measure:{code}" for word in listed if (code := measure_named(word))}
        return Axis(labels.name, "mixed", listed | measures)
    if labels.name == "outer group" or (len(words) == 1 and hint != "measure"):
        return Axis(labels.name, "ignore")
    return Axis(labels.name, "measure", {word: measure_named(word) or OPEN for word in words[:400]})


def _likely(said: dict[str, dict[str, str]], hint: str) -> dict[str, dict[str, str]]:
    """Return what words may be without what only looks so: a letter or two are no sections of the
    economy, lengths and sizes from one to ten no ages, unless the head says it.
    """
    letters_alone = all(len(word) == 1 for word, codes in said.items() if "sector" in codes)
    unlikely = set()
    if hint != "sector" and letters_alone and len(said) < 3:
        unlikely.add("sector")
    bare = [
        word for word, codes in said.items() if "age" in codes and not re.search(r"[^\W\d]", word)
    ]
    if hint != "age" and any(int(re.findall(r"\d+", word)[0]) < 14 for word in bare):
        unlikely.add("age")
    return {
        word: {dimension: code for dimension, code in codes.items() if dimension not in unlikely}
        for word, codes in said.items()
    }


def _with_words(
    name: str, what: str, words: Sequence[str], codes: Mapping[str, str], others: str = "ask"
) -> Axis:
    """Return an axis with its words: all if they are few, else those that need the editor."""
    listed: dict[str, str] = {}
    if what != "period":
        listed = {word: codes[word] for word in words if codes.get(word) and len(words) <= _SHOWN}
    # The total of places is the country only where no other word is.
    country = {one for one, kind in catalogue().place_kinds.items() if kind == "country"}
    covered = what != "place" or bool(country & set(codes.values()))
    if others == "ask":
        listed |= {
            word: OPEN
            for word in words
            if not codes.get(word) and not (is_total(word) and covered) and len(listed) < 400
        }
    return Axis(name, what, listed, others)


def _by_numbers(
    block: Block,
    table: Table,
    book: Book,
    index: Mapping[tuple[str, ...], Sequence[Fact]],
    today: datetime.date,
    sources: Counter[str],
) -> dict[str, str]:
    """Return which measures have, for the same periods and places, the numbers of the table."""
    marked = replace(
        table,
        measure=table.measure.replace(OPEN, "_"),
        axes=tuple(_placeheld(axis) for axis in table.axes),
    )
    part = replace(block, body=block.body[:_SAMPLE], groups=block.groups[:_SAMPLE])
    taken = take(part, marked, book.legend, today)
    found: dict[str, str] = {}
    by_measure: dict[str, list[Row]] = {}
    for row in taken.rows:
        if row.value:
            by_measure.setdefault(row.measure, []).append(row)
    for placeholder, rows in by_measure.items():
        equal: Counter[str] = Counter()
        asked: Counter[str] = Counter()
        values: dict[str, set[str]] = {}
        for row in rows:
            facts = index.get(row.key[1:], ())
            asked.update({fact.key[0] for fact in facts})
            equals = {fact.key[0] for fact in facts if alike(fact.value, row.value)}
            equal.update(equals)
            for measure in equals:
                values.setdefault(measure, set()).add(row.value)
        fitting = [
            measure
            for measure in equal
            if min(equal[measure], len(values[measure])) >= 3
            and equal[measure] >= 0.6 * asked[measure]
        ]
        if fitting:
            best = max(fitting, key=lambda one: (equal[one], one))
            sources.update(
                fact.source
                for row in rows
                for fact in index.get(row.key[1:], ())
                if fact.key[0] == best and alike(fact.value, row.value)
            )
            found[placeholder] = f"measure:{best}" if _is_mixed(table, placeholder) else best
    return found


def _is_mixed(table: Table, placeholder: str) -> bool:
    return any(
        axis.what == "mixed" and placeholder.startswith(_placeholder(axis, ""))
        for axis in table.axes
    )


def _placeholder(axis: Axis, word: str) -> str:
    """Return what stands for the measure of a word until it is known, without a blank."""
    return f"_{axis.name} {word}".replace(" ", "·")


def _placeheld(axis: Axis) -> Axis:
    """Return an axis whose unknown words stand for measures to be found out."""
    if axis.what not in {"measure", "mixed"}:
        return axis if axis.what != OPEN else replace(axis, what="ignore")
    prefix = "measure:" if axis.what == "mixed" else ""
    return replace(
        axis,
        words={
            word: prefix + _placeholder(axis, word) if meaning == OPEN else meaning
            for word, meaning in axis.words.items()
        },
    )


@cache
def _measure_stems(language: str) -> Mapping[str, frozenset[str]]:
    return {
        code: stems(measure.name[language], language)
        for code, measure in catalogue().measures.items()
    }


def _similar(text: str, about: str) -> list[str]:
    """Return which measures are called most like some words."""
    best: Counter[str] = Counter()
    for language in LANGUAGES:
        words = stems(without_marks(text), language)
        for code, own in _measure_stems(language).items():
            shared = len(words & own)
            if shared:
                best[code] = max(best[code], round(100 * shared / (len(words | own) or 1)))
    return [f"{about}: {', '.join(code for code, _ in best.most_common(3))}"] if best else []


def measure_entry(code: str, table: Table, title: str) -> str:
    """Return the entry of text/measures that a new measure needs, its title in its own language."""
    letters_ = sum("а" <= sign <= "я" for sign in title.lower())
    kazakh = any(sign in "әғқңөұүһі" for sign in title.lower())
    own = "kk" if kazakh else "ru" if letters_ else "en"
    name = re.sub(r'["\\]', "", without_marks(title))[:200]
    lines = [f"[{code}]", f'unit = "{table.unit}"', 'better = ""', 'kind = ""']
    lines += [f'name.{one} = "{name if one == own else ""}"' for one in LANGUAGES]
    lines += [f'definition.{one} = ""' for one in LANGUAGES]
    return "\n".join(lines)


def with_open_words(mapping: MappingOf, words: Iterable[tuple[int, str, str]]) -> MappingOf:
    """Return a mapping with a question mark for each word (table, axis, word) that it lacks."""
    tables = list(mapping.tables)
    for number, axis_name, word in words:
        axes = tuple(
            replace(axis, words={**axis.words, word: OPEN})
            if axis.name == axis_name and word not in axis.words
            else axis
            for axis in tables[number].axes
        )
        tables[number] = replace(tables[number], axes=axes)
    return replace(mapping, tables=tuple(tables))
