"""The page on how promises are judged, with a worked example; judges nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.catalogue.pages import PROMISES, address
from app.paths import TEXT
from app.promises.judge import BEHIND, ON_TRACK, STATUSES, Aim, Point, Progress, judge
from app.promises.standing import STATES, commitments
from app.promises.words import said
from app.screen.content import Content
from app.screen.payload import (
    BackBlock,
    ContentsBlock,
    ContentsItem,
    FittedTable,
    ProseBlock,
    ProsePart,
    SignCell,
)
from app.screen.promises import SIGN_OF_STATUS, aims_of, meanings
from app.store.store import Row, Store
from app.view import View
from app.words.numbers import NOT_PUBLISHED
from app.words.say import LANGUAGES, Words, read_toml, say, words
from app.words.sentences import fill

# The example of the text on the method, in round numbers that nobody takes for facts; judged as all
# promises are.
_EXAMPLE = (
    Aim("example", 30, "at_least", "up", "2020", 2030, 2025),
    (Point("example", "2020", 20), Point("example", "2025", 24)),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the text on the method: its code, its title, and its paragraphs by language, with
    slots as in findings.
    """

    id: str
    title: Words
    paragraphs: dict[str, tuple[str, ...]]


def method_page(view: View, store: Store) -> Content:
    """Return the page on how promises are judged: the text with its example, and what each state
    and each status means.
    """
    language = view.language
    slots = _slots(language, store)
    parts = [
        ProsePart(
            part.id,
            _filled(part.title[language], slots, language),
            [_filled(text, slots, language) for text in part.paragraphs[language]],
        )
        for part in method_parts()
    ]
    states = {code: say(language, f"standing_{code}") for code in STATES}
    statuses = {code: say(language, f"status_progress_{code}") for code in STATUSES}
    tables = (
        _meaning_table("states", states, slots, language),
        _meaning_table("statuses", statuses, slots, language),
    )
    contents = [ContentsItem(part.id, part.title) for part in parts]
    contents += [ContentsItem(table.id, table.title) for table in tables]
    blocks = (
        ContentsBlock(contents),
        ProseBlock(parts),
        *tables,
        BackBlock(page=PROMISES, href=address(PROMISES, view), text=say(language, "promises_page")),
    )
    return Content(say(language, "method_page"), say(language, "method_intro"), blocks)


def _filled(text: str, slots: dict[str, Row], language: str) -> str:
    return fill(text, slots, language, 0, lambda _, word: word)


def _meaning_table(
    kind: str, named: dict[str, str], slots: dict[str, Row], language: str
) -> FittedTable:
    return FittedTable(
        id=kind,
        title=say(language, f"method_{kind}"),
        columns=[say(language, "promises_state"), say(language, "method_meaning")],
        rows=[
            (
                SignCell(SIGN_OF_STATUS.get(code, code) if kind == "statuses" else code, name),
                _filled(meanings(kind)[code][language], slots, language),
            )
            for code, name in named.items()
        ],
    )


def _slots(language: str, store: Store) -> dict[str, Row]:
    """Return what fills the slots of the text: the thresholds, the words of the statuses, the
    example, and a promise of the documents.
    """
    progress = example(store)
    shown = next(
        (
            target
            for _, target in aims_of(commitments(store))
            if target.progress.status != "achieved"
        ),
        None,
    )
    numbers = {
        "aim": _EXAMPLE[0].value,
        "base": progress.base_value,
        "last": progress.last_value,
        "gap_closed": progress.gap_closed,
        "time_elapsed": progress.time_elapsed,
        "pace_ratio": progress.pace_ratio,
        "second_ratio": progress.second_ratio,
        "remaining": progress.remaining,
        "pace_needed": progress.pace_needed_per_year,
        "pace_so_far": progress.pace_so_far_per_year,
    }
    slots: dict[str, Row] = {code: {"value": value} for code, value in numbers.items()}
    slots |= {status: {"word": say(language, f"status_progress_{status}")} for status in STATUSES}
    slots["on_track"]["value"], slots["behind"]["value"] = ON_TRACK, BEHIND
    slots["base"]["period"], slots["last"]["period"], slots["aim"]["period"] = (
        progress.base_period,
        progress.last_period,
        str(_EXAMPLE[0].by_year),
    )
    slots["verdict"] = {"word": say(language, f"status_progress_{progress.status}")}
    slots["second"] = {"word": say(language, f"status_progress_{progress.second_status}")}
    slots["said"] = {"word": said(shown, language, store) if shown else NOT_PUBLISHED}
    return slots


def example(store: Store) -> Progress:
    """Return where the made-up promise of the text on the method stands."""
    aim, points = _EXAMPLE
    return judge([aim], points, store.ask_of)["example"]


@cache
def method_parts() -> tuple[Part, ...]:
    """Return the text on the method; raise IncompleteText if a language is missing anywhere."""
    entries = read_toml(TEXT / "method.toml")["part"]
    return tuple(
        Part(
            code,
            words(entry["title"], f"method.toml [{code}]"),
            _paragraphs(entry["text"], f"method.toml [{code}]"),
        )
        for code, entry in entries.items()
    )


def _paragraphs(entries: Sequence[Any], where: str) -> dict[str, tuple[str, ...]]:
    told = [words(entry, where) for entry in entries]
    return {language: tuple(one[language] for one in told) for language in LANGUAGES}
