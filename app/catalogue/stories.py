"""Stories: exhibits in the order in which a speaker shows them, read from text files or from a
link; runs no query and draws nothing.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.catalogue.cards import BREAKDOWNS, Card, Catalogue, cases, catalogue
from app.catalogue.refusals import BadCard
from app.paths import TEXT
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
    """One exhibit of a story with the view it is shown in. `card` is None where a link names an
    exhibit that does not exist (`asked`).

    A headline of one's own holds only as long as the query still chooses `case`: a headline that
    says "fell" must go when the number rises.
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
        """Return the slide as it stands in a link: `safety/deaths`, with a view
        `safety/deaths~KZ-47~mining~2024`.
        """
        return "~".join(
            [self.asked, self.place or "", self.sector or "", self.period or ""]
        ).rstrip("~")


@dataclass(frozen=True, slots=True)
class Story:
    """Exhibits in order. `id` is the file's name, an area's id with `page-` before it, an exhibit's
    id, or `own` for a link's own list.
    """

    id: str
    title: Words
    slides: tuple[Slide, ...]


@cache
def stories() -> tuple[Story, ...]:
    """Return the stories of `text/stories` in their order; one that is refused is left out, and the
    log and the release's check name its fault.
    """
    found, faults = read_stories(TEXT / "stories", catalogue())
    for fault in faults:
        _LOG.error("a story is left out: %s", fault)
    return found


def read_stories(folder: Path, known: Catalogue) -> tuple[tuple[Story, ...], tuple[str, ...]]:
    """Read the stories below `folder`. Returns them and the faults of those refused: what the
    catalogue does not know, a typed number, a missing language.
    """
    found, faults = [], []
    for path in sorted(folder.glob("*.toml")):
        try:
            entry = read_toml(path)
            found.append((entry.get("order"), _story(path, entry, known)))
        except (BadCard, IncompleteText) as error:
            faults.append(str(error))
    return tuple(story for _, story in sorted(found, key=lambda item: item[0])), tuple(faults)


def asked_story(
    parameters: Mapping[str, str], allowed: Mapping[str, Any]
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
        return (
            (
                Story(
                    f"page-{name}", area.name, tuple(Slide(card.id, card) for card in area.cards)
                ),
                (),
            )
            if area
            else (None, (Refusal("story", harmless(name)),))
        )
    if name := parameters.get("exhibit"):
        card = known.card(name)
        return (
            (Story(card.id, card.title, (Slide(card.id, card),)), ())
            if card
            else (None, (Refusal("exhibit", harmless(name)),))
        )
    if asked := parameters.get("show"):
        return _own([item for item in asked.split(",") if item], known, allowed)
    return None, ()


def _own(
    items: list[str], known: Catalogue, allowed: Mapping[str, Any]
) -> tuple[Story, tuple[Refusal, ...]]:
    """Read a link's own list. A link carries codes only: words of its own would stand on a screen
    as if the federation had said them.
    """
    slides, refusals = [], []
    for item in items[:LIMIT]:
        name, *view = item.split("~")
        chosen: dict[str, str] = {}
        for attribute, kind, code in zip(
            ("place", "sector", "period"), BREAKDOWNS, view, strict=False
        ):
            if code in allowed[kind]:
                chosen[attribute] = code
            elif code:
                refusals.append(Refusal(kind, harmless(code)))
        card = known.card(name)
        slides.append(Slide(card.id if card else harmless(name, 80), card, **chosen))
    if len(items) > LIMIT:
        refusals.append(Refusal("length", str(len(items))))
    title = Words(*(say(language, "own_story") for language in LANGUAGES))
    return Story(OWN, title, tuple(slides)), tuple(dict.fromkeys(refusals))


def _story(path: Path, entry: dict[str, Any], known: Catalogue) -> Story:
    if strangers := set(entry) - {"order", "title", "slides"}:
        raise BadCard(f"{path.name}: unknown key {', '.join(sorted(strangers))}")
    if not entry.get("slides") or not isinstance(entry.get("order"), int):
        raise BadCard(f"{path.name}: order and slides are expected")
    slides = tuple(
        _slide(item, f"{path.name} [{place}]", known)
        for place, item in enumerate(entry["slides"], 1)
    )
    return Story(path.stem, words(entry.get("title"), f"{path.name} [title]"), slides)


def _slide(item: dict[str, Any], where: str, known: Catalogue) -> Slide:
    if strangers := set(item) - _KEYS:
        raise BadCard(f"{where}: unknown key {', '.join(sorted(strangers))}")
    card = known.card(item.get("exhibit", ""))
    if card is None:
        raise BadCard(f"{where}: unknown exhibit {item.get('exhibit')}")
    codes = {"region": known.regions(), "sector": known.union_sectors()}
    for kind in BREAKDOWNS:
        if kind in item and (
            kind not in card.breakdowns
            or (
                not _YEAR.fullmatch(item[kind])
                if kind == "period"
                else item[kind] not in codes[kind]
            )
        ):
            raise BadCard(f"{where}: {kind} {item[kind]} means nothing to {card.id}")
    if item.get("case") not in ({None} if "headline" not in item else set()) | cases(card.sql):
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
        item.get("case"),
        said.get("headline"),
        said.get("notes"),
    )


def _check_words(text: Words, card: Card, where: str) -> None:
    """Refuse a number that is typed: a story's words take their numbers from the exhibit's query,
    as findings do.
    """
    found = {slot for sentence in card.finding.values() for slot in slot_names(sentence.en)}
    for language in LANGUAGES:
        if re.search(r"\d", re.sub(r"\{[^}]*\}", "", text[language])):
            raise BadCard(f"{where}: a number is typed; use the slots of {card.id}")
        if unknown := {
            slot for slot in slot_names(text[language]) - found if f"'{slot}'" not in card.sql
        }:
            raise BadCard(f"{where}: {card.id}.sql gives no {', '.join(sorted(unknown))}")
