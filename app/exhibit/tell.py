"""Tells a story in one language, each slide with title, notes and receipt; draws nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.catalogue.cards import catalogue
from app.catalogue.stories import Slide, Story
from app.exhibit.assemble import assemble
from app.exhibit.code import code_for, receipt_address
from app.exhibit.names import name_of
from app.exhibit.parts import Exhibit
from app.store.store import Store
from app.view import View
from app.words.say import Words, say
from app.words.sentences import capital, fill, slot_names, unbroken


@dataclass(frozen=True, slots=True)
class Told:
    """One slide in one language.

    Where a link names an exhibit that does not exist, the title says so, `exhibit` is None, and
    code and address are blank.
    """

    number: int
    slide: Slide
    view: View
    title: str
    notes: str
    exhibit: Exhibit | None = None
    code: str = ""
    address: str = ""


def tell(story: Story, chosen: View, store: Store, base: str) -> Iterator[Told]:
    """Yield the slides of a story as `chosen` asks for them.

    `base` is the dashboard's address (`https://…/`), to which receipts lead.
    """
    for number, slide in enumerate(story.slides, 1):
        yield _told(number, slide, chosen, store, base)


def _told(number: int, slide: Slide, chosen: View, store: Store, base: str) -> Told:
    view, language = slide.view(chosen), chosen.language
    if slide.card is None:
        return Told(number, slide, view, say(language, "no_such_exhibit", name=slide.asked), "")
    one = assemble(slide.card, view, store)
    code = code_for(one, view, store)
    return Told(
        number,
        slide,
        view,
        _headline(slide, view, one),
        _said(slide.notes, slide, view, one),
        one,
        code,
        receipt_address(base, code, language),
    )


def _headline(slide: Slide, view: View, one: Exhibit) -> str:
    """Return the story's own headline if it is true of what is shown, else the finding."""
    return unbroken(capital(_said(slide.headline, slide, view, one))) or one.title


def _said(text: Words | None, slide: Slide, view: View, one: Exhibit) -> str:
    """Return the story's words with their numbers.

    Nothing if they do not speak of what is shown, or if a number is missing.
    """
    if text is None or not _as_written(slide, view, one):
        return ""
    slots = {row["series"]: row for row in one.finding_rows}
    if not slot_names(text[view.language]) <= set(slots):
        return ""
    return fill(
        text[view.language],
        slots,
        one.language,
        one.card.decimals,
        lambda kind, code: name_of(catalogue(), kind, code, one.language, full=True),
    )


def _as_written(slide: Slide, view: View, one: Exhibit) -> bool:
    """Say whether the words of the story still speak of this.

    They do in its own view, and in the case for which they were written.
    """
    own = View(view.language, slide.place, slide.sector, slide.period)
    if one.failed or view.only(one.card.breakdowns) != own.only(one.card.breakdowns):
        return False
    case = f"case.{slide.case}"
    return slide.case is None or any(row["series"] == case for row in one.finding_rows)
