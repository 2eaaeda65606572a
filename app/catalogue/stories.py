"""Stories, exhibits in the order in which a speaker shows them, from text files or from a link.

Runs no query and draws nothing.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.catalogue.cards import BREAKDOWNS, Card, Catalogue, cases, catalogue
from app.catalogue.refusals import BadCard, refuse_unknown
from app.catalogue.vocabulary import expanded
from app.paths import federation_folder
from app.view import Refusal, View, harmless
from app.words.say import LANGUAGES, IncompleteText, Words, read_toml, say, words
from app.words.sentences import slot_names

_LOG = logging.getLogger(__name__)
LIMIT = 200
OWN = "own"
_KEYS = {"exhibit", "case", "headline", "notes", *BREAKDOWNS}
_YEAR = re.compile(r"(19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Slide:
    """One exhibit of a story with the view it is shown in.

    `card` is None where a link names an exhibit that does not exist (`asked`). A headline of one's
    own holds only as long as the query still chooses `case`: a headline that says "fell" must go
    when the number rises.
    """

    asked: str
    card: Card | None
    place: str | None = None
    sector: str | None = None
    period: str | None = None
    case: str | None = None
    headline: Words | None = None
    notes: Words | None = None

    def view(self, chosen: View) -> View:
        """Return the view of this slide: what the viewer chose goes before what the story says."""
        return View(
            chosen.language,
            chosen.place or self.place,
            chosen.sector or self.sector,
            chosen.period or self.period,
        )

    @property
    def link(self) -> str:
        """Return the slide as a link has it: `safety/deaths`, `safety/deaths~KZ-47~mining~2024`."""
        parts = (self.asked, self.place or "", self.sector or "", self.period or "")
        return "~".join(parts).rstrip("~")


@dataclass(frozen=True, slots=True)
class Story:
    """Exhibits in order.

    `id` is the file's name, an area's id with `page-` before it, an exhibit's id, or `own` for a
    link's own list.
    """

    id: str
    title: Words
    slides: tuple[Slide, ...]


@cache
def stories() -> tuple[Story, ...]:
    """Return the federation's stories in their order.

    One that is refused is left out, and the log and the release's check name its fault.
    """
    found, faults = read_stories(stories_folder(), catalogue())
    for fault in faults:
        _LOG.error("a story is left out: %s", fault)
    return found


def stories_folder() -> Path:
    """Return the folder of the federation's stories."""
    return federation_folder() / "text" / "stories"


def read_stories(folder: Path, known: Catalogue) -> tuple[tuple[Story, ...], tuple[str, ...]]:
    """Read the stories below `folder`: those that hold, in their order, and the faults of the rest.

    A fault is what the catalogue does not know, a typed number, a missing language.
    """
    found: list[tuple[int, Story]] = []
    faults: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found.append(_story(path, known))
        except (BadCard, IncompleteText) as error:
            faults.append(str(error))
    found.sort(key=lambda item: item[0])
    return tuple(story for _, story in found), tuple(faults)


def asked_story(
    parameters: Mapping[str, str], allowed: Mapping[str, Collection[str]]
) -> tuple[Story | None, tuple[Refusal, ...]]:
    """Return the story that a link names, with what of it means nothing here.

    `story=congress` a story of the house; `page=safety` an area's page; `exhibit=safety/deaths` a
    single one; `show=a/b,c/d~KZ-47~~2024` the link's own list. None if the link names none of
    these, or one that does not exist.
    """
    known = catalogue()
    if name := parameters.get("story"):
        story = next((one for one in stories() if one.id == name), None)
        return story, () if story else (Refusal("story", harmless(name)),)
    if name := parameters.get("page"):
        area = known.area(name)
        if area is None:
            return None, (Refusal("story", harmless(name)),)
        return _of_cards(f"page-{name}", area.name, area.cards), ()
    if name := parameters.get("exhibit"):
        card = known.card(name)
        if card is None:
            return None, (Refusal("exhibit", harmless(name)),)
        return _of_cards(card.id, card.title, (card,)), ()
    if asked := parameters.get("show"):
        return _own([item for item in asked.split(",") if item], known, allowed)
    return None, ()


def own_story(slides: tuple[Slide, ...] = ()) -> Story:
    """Return a link's own list as a story; without slides if it names none."""
    return Story(OWN, Words(*(say(language, "own_story") for language in LANGUAGES)), slides)


def _of_cards(name: str, title: Words, cards: tuple[Card, ...]) -> Story:
    return Story(name, title, tuple(Slide(card.id, card) for card in cards))


def _own(
    items: list[str], known: Catalogue, allowed: Mapping[str, Collection[str]]
) -> tuple[Story, tuple[Refusal, ...]]:
    """Read a link's own list.

    A link carries codes only: words of its own would stand on a screen as if the federation had
    said them.
    """
    slides: list[Slide] = []
    refusals: list[Refusal] = []
    for item in items[:LIMIT]:
        name, *codes = item.split("~")
        chosen: dict[str, str] = {}
        for kind, code in zip(BREAKDOWNS, codes, strict=False):
            if code in allowed[kind]:
                chosen[kind] = code
            elif code:
                refusals.append(Refusal(kind, harmless(code)))
        card = known.card(name)
        asked = card.id if card else harmless(name, 80)
        slides.append(
            Slide(asked, card, chosen.get("region"), chosen.get("sector"), chosen.get("period"))
        )
    if len(items) > LIMIT:
        refusals.append(Refusal("length", str(len(items))))
    return own_story(tuple(slides)), tuple(dict.fromkeys(refusals))


def _story(path: Path, known: Catalogue) -> tuple[int, Story]:
    """Read one story and its place among the others."""
    entry = read_toml(path)
    refuse_unknown(entry, {"order", "title", "slides"}, path.name)
    order = entry.get("order")
    if not entry.get("slides") or not isinstance(order, int):
        raise BadCard(f"{path.name}: order and slides are expected")
    slides = tuple(
        _slide(item, f"{path.name} [{place}]", known)
        for place, item in enumerate(entry["slides"], 1)
    )
    return order, Story(path.stem, words(entry.get("title"), f"{path.name} [title]"), slides)


def _slide(item: dict[str, Any], where: str, known: Catalogue) -> Slide:
    refuse_unknown(item, _KEYS, where)
    card = known.card(item.get("exhibit", ""))
    if card is None:
        raise BadCard(f"{where}: unknown exhibit {item.get('exhibit')}")
    for kind in BREAKDOWNS:
        if kind in item and not _follows(card, kind, item[kind], known):
            raise BadCard(f"{where}: {kind} {item[kind]} means nothing to {card.id}")
    case = item.get("case")
    if case not in cases(card.sql) and (case is not None or "headline" in item):
        raise BadCard(f"{where}: a headline needs the case of {card.id} in which it is true")
    said = {
        name: words(item[name], f"{where} [{name}]")
        for name in ("headline", "notes")
        if name in item
    }
    for name, text in said.items():
        _check_words(text, card, f"{where} [{name}]")
    return Slide(
        card.id,
        card,
        item.get("region"),
        item.get("sector"),
        item.get("period"),
        case,
        said.get("headline"),
        said.get("notes"),
    )


def _follows(card: Card, kind: str, code: object, known: Catalogue) -> bool:
    """Say whether a code of a breakdown (`region`, `sector`, `period`) means a thing to a card."""
    if kind not in card.breakdowns or not isinstance(code, str):
        return False
    if kind == "period":
        return bool(_YEAR.fullmatch(code))
    return code in (known.regions() if kind == "region" else known.union_sectors())


def _check_words(text: Words, card: Card, where: str) -> None:
    """Refuse a number that is typed.

    A story's words take their numbers from the exhibit's query, as findings do.
    """
    found = {slot for sentence in card.finding.values() for slot in slot_names(sentence.en)}
    # A query gives a slot by a name in quotes, or by the name of a column of a step of numbers.
    named = re.findall(r"'([a-z_0-9]+)'|\bas ([a-z_0-9]+)\b", expanded(card.sql))
    given = {quoted or column for quoted, column in named}
    for language in LANGUAGES:
        if re.search(r"\d", re.sub(r"\{[^}]*\}", "", text[language])):
            raise BadCard(f"{where}: a number is typed; use the slots of {card.id}")
        if unknown := slot_names(text[language]) - found - given:
            raise BadCard(f"{where}: {card.id}.sql gives no {', '.join(sorted(unknown))}")
