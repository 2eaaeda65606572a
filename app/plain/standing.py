"""Says in words whether what a receipt shows still holds, and what later releases changed; compares
nothing and writes no page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.catalogue.cards import Card
from app.exhibit.assemble import assemble
from app.exhibit.history import TEXTS, History, Revision
from app.exhibit.parts import Exhibit
from app.store.open import open_release
from app.view import View
from app.words.numbers import day, number, percent
from app.words.say import say

_IN_A_SENTENCE = 3


@dataclass(frozen=True, slots=True)
class Change:
    """One change since then, in words: the release that brought it, what it is about, before and
    after. `plain`: short enough for a sentence.
    """

    release: int
    what: str
    was: str
    now: str
    plain: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether what was shown still holds: a word for programs, sentences and changes for people;
    `asides`: what could not be compared.
    """

    state: str
    said: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    asides: tuple[str, ...] = ()


def standing_of(
    card: Card, view: View, history: History, one: Exhibit | None, aside: Sequence[str] = ()
) -> Standing:
    """Return in words what became of an exhibit since the release it was shown from; `one` is the
    exhibit as of then, None where it cannot be computed. `aside` is what is said of the code.
    """
    language, then, now = view.language, history.release, history.current
    slots = {
        "number": str(then.number),
        "date": day(then.published, language),
        "current": str(now.number),
    }
    told: Callable[..., str] = lambda key, **more: say(language, key, **slots, **more)
    if one is None:
        return Standing(
            "not_computed",
            (told("exhibit_failed" if history.computed else "receipt_not_computed"),),
            asides=tuple(aside),
        )
    changes = tuple(_changes(card, view, history, one))
    asides = list(aside) + [
        told(key, releases=ranges(numbers))
        for key, numbers in (
            ("receipt_left_out", history.not_computed),
            ("receipt_unread", history.unread),
        )
        if numbers
    ]
    if now.number < then.number and history.complete:
        return Standing(
            "back",
            (told("receipt_back_other" if changes else "receipt_back_same"),),
            changes,
            tuple(asides),
        )
    visible = list(_visible(history.revisions, language))
    moved = history.moved or any(change.kind == "moved" for change in visible)
    if not changes:
        state = (
            "current"
            if now.number == then.number
            else "open_end"
            if not history.complete
            else "moved_on"
            if moved
            else "unchanged"
        )
        return Standing(state, (told(f"receipt_{state}"),), (), tuple(asides))
    if not history.complete:
        asides.insert(0, told("receipt_open_end"))
    only_more = all(change.kind in {"added", "moved"} for change in visible)
    if only_more and moved and not history.moved:
        return Standing("moved_on", (told("receipt_moved_on"),), (), tuple(asides))
    if moved:
        asides.insert(0, told("receipt_moved_too"))
    if only_more:
        return Standing("extended", (told("receipt_extended"),), changes, tuple(asides))
    if len(changes) <= _IN_A_SENTENCE and all(change.plain for change in changes):
        dates = {change.release: day(change.published, language) for change in history.revisions}
        said = tuple(
            say(
                language,
                "receipt_revised_one",
                release=str(change.release),
                date=dates[change.release],
                what=change.what,
                was=change.was,
                now=change.now,
            )
            for change in changes
        )
        return Standing("revised", said, (), tuple(asides))
    return Standing(
        "revised",
        (told("receipt_revised", count=number(len(changes), language)),),
        changes,
        tuple(asides),
    )


def _visible(changes: Iterable[Revision], language: str) -> Iterator[Revision]:
    """Yield what a reader of this language sees: a text that was mended in another is none of
    theirs.
    """
    return (
        change
        for change in changes
        if change.column not in TEXTS or change.column == f"text_{language}"
    )


def _changes(card: Card, view: View, history: History, one: Exhibit) -> Iterator[Change]:
    seen = [one for one in _visible(history.revisions, view.language) if one.kind != "moved"]
    for (_, role), group in groupby(seen, key=lambda change: (change.release, change.role)):
        if role == "mark":
            yield from (_change_of_row(change, one) for change in group)
        else:
            yield from _changes_of_finding(card, view, list(group), one)


def _change_of_row(change: Revision, one: Exhibit) -> Change:
    language = one.language
    label = (
        {"target": say(language, "target"), "value": ""}.get(change.column)
        if change.column in {"target", "value", *TEXTS}
        else say(language, f"column_{change.column}")
    )
    was = (
        say(language, "receipt_row_absent")
        if change.kind == "added"
        else _written(change.column, change.was, one)
    )
    now = (
        say(language, "receipt_row_gone")
        if change.kind == "gone"
        else _written(change.column, change.now, one)
    )
    if change.column in TEXTS and change.kind != "revised":
        # A row in words has no other name than its words.
        was, now = (
            (was, _written(change.column, change.now, one))
            if change.kind == "added"
            else (_written(change.column, change.was, one), now)
        )
    what = (
        ", ".join(part for part in (_row_in_words(dict(change.row), one), label) if part)
        or one.card.title[language]
    )
    return Change(
        change.release, what, was, now, change.kind == "revised" and change.column not in TEXTS
    )


def _row_in_words(row: dict[str, str | None], one: Exhibit) -> str:
    """Return in words what tells a row from the others: its period, and of its further dimensions
    no more than that takes.
    """
    names = one.names
    if names is None:
        return ""
    every = [{column: mark.get(column) for column in row} for mark in one.marks]
    every += [] if row in every else [row]
    needed = list(row)
    for column in [column for column in row if column != "period"]:
        fewer = [other for other in needed if other != column]
        if len({tuple(other[name] for name in fewer) for other in every}) == len(every):
            needed = fewer
    return ", ".join(
        names.period(code) if column == "period" else names.name(column, code)
        for column in needed
        if (code := row[column])
    )


def _written(column: str, content: float | str | None, one: Exhibit) -> str:
    language = one.language
    if content is None or one.names is None:
        return say(language, "not_published")
    if isinstance(content, str):
        return content if column in TEXTS else say(language, f"{column}_{content}")
    if column in {"value", "target"}:
        return one.names.number(content)
    return percent(content, language, 1)


def _changes_of_finding(
    card: Card, view: View, group: list[Revision], one: Exhibit
) -> Iterator[Change]:
    """Say what changed in the sentence while the rows stayed: on a tile the numbers beside its own,
    elsewhere the whole sentence.
    """
    language = view.language
    if card.kind.headline:
        labels = {"country_now": say(language, "column_country"), "target": say(language, "target")}
        yield from (
            Change(
                change.release,
                labels[slot],
                _written("value", change.was, one),
                _written("value", change.now, one),
                True,
            )
            for change in group
            if (slot := dict(change.row).get("series")) in labels
        )
        return
    was, now = (
        assemble(card, view, open_release(release)).title
        for release in (group[0].before, group[0].release)
    )
    if was != now:
        yield Change(group[0].release, say(language, "receipt_heading"), was, now, False)


def ranges(numbers: Iterable[int]) -> str:
    """Return the numbers as people write them: `1–4, 6`."""
    runs: list[list[int]] = []
    for one in sorted(numbers):
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
