"""Tries what readers will see of facts before they are published, and says what breaks; publishes
and mends nothing.

Every exhibit is assembled in three languages without a filter, and under regions, sectors and years
in turn; every page is composed. That is a sample: of a hundred thousand views those that differ in
kind, so that a check takes less than a minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, product

from app.catalogue.cards import Card, catalogue
from app.catalogue.pages import FRONT, known_pages
from app.exhibit.assemble import assemble
from app.exhibit.parts import Exhibit
from app.facts.problems import Problem
from app.release.releases import Release
from app.screen.compose import composed
from app.store.store import Store, load
from app.view import View
from app.words.say import LANGUAGES

# What no reader may see: an open slot, a null of the code.
_UNFILLED = re.compile(r"[{}]|\bNone\b|\bnan\b|\bnull\b")
_YEARS = 4


def faults(release: Release) -> list[Problem]:
    """Return what readers of a release would stumble over: exhibits that fail and sentences with
    holes, each with the view; pages that cannot be composed.
    """
    store = load(release)
    found = dict.fromkeys((*_exhibit_faults(store), *_page_faults(store)))
    return sorted(found)


def _exhibit_faults(store: Store) -> Iterator[Problem]:
    known = catalogue()
    regions, sectors = cycle(known.regions()), cycle(known.union_sectors())
    languages, years = cycle(LANGUAGES), cycle(store.periods()[:_YEARS])
    for card in known.cards():
        views = [View(language) for language in LANGUAGES]
        picks = {"region": regions, "sector": sectors, "period": years}
        for name in card.breakdowns:
            field = {"region": "place"}.get(name, name)
            views.append(replace(View(next(languages)), **{field: next(picks[name])}))
        for view in views:
            one = assemble(card, view, store)
            yield from (
                Problem(f"{card.id}.toml", 1, kind, f"{_words(view)}: {detail}")
                for kind, detail in _faults_of(one, card)
            )


def _faults_of(one: Exhibit, card: Card) -> Iterator[tuple[str, str]]:
    if one.failed:
        yield "reader_sees_failure", card.title["en"]
        return
    for text in (one.title, one.subtitle, one.remark, one.source, *(n.text for n in one.notes)):
        if _UNFILLED.search(text):
            yield "reader_sees_hole", text


def _page_faults(store: Store) -> Iterator[Problem]:
    known = catalogue()
    region, sector = known.regions()[-1:], known.union_sectors()[-1:]
    for page, language in product(known_pages(), LANGUAGES):
        views = [View(language)]
        if page == FRONT:
            views += [View(language, place=code) for code in region]
            views += [View(language, sector=code) for code in sector]
        for view in views:
            try:
                composed(page, view, store)
            except Exception as error:  # whatever it is, it is named instead of raised
                yield Problem(page, 0, "reader_sees_no_page", f"{_words(view)}: {error!r}")


def _words(view: View) -> str:
    return " ".join(part for part in (view.language, view.place, view.sector, view.period) if part)
