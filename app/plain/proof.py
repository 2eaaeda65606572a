"""Gathers what a receipt shows, as plain data: what was shown, with which query, from which
sources, whether it still holds; writes no page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.catalogue.cards import PARAMETERS, Card, catalogue
from app.catalogue.pages import full_address
from app.catalogue.vocabulary import SharedWord, expanded, used
from app.exhibit.assemble import assemble
from app.exhibit.code import Shown, code_again, code_for, receipt_address
from app.exhibit.history import History, revisions
from app.exhibit.parts import Exhibit
from app.plain.changelog import Entry, changelog_of
from app.plain.standing import Standing, standing_of
from app.release.releases import NoRelease, Release, read_release, releases
from app.store.documents import sources_of
from app.store.open import open_current, open_release
from app.store.store import QueryFails, Row, Store
from app.view import View
from app.words.numbers import period
from app.words.places import locator
from app.words.say import say

# Tables with places in sources that a query may read beside figures and statistics, by itself or
# through a word it shares with others.
_FURTHER_TABLES = ("events", "structures", "conflicts", "demands")


class OtherRelease(NoRelease):
    """The release of a code's number is here, but it is not the one that the code was given for."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source in words, as the release has it, with the places in it where the figures stand."""

    code: str
    publisher: str
    title: str
    date: str
    places: tuple[str, ...]
    url: str

    @property
    def origin(self) -> str:
        """Return from whom it is and of when."""
        return " · ".join(part for part in (self.publisher, self.date) if part)

    @property
    def linked(self) -> bool:
        """Say whether its address leads somewhere a browser may go."""
        return self.url.startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True)
class Parameter:
    """What the query was asked with: its name in the query, the code (None: all), and both in
    words.
    """

    name: str
    code: str | None
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """Everything about one shown exhibit. `store` holds the release it was shown from, `today` the
    current one; `one` is None where it cannot be computed. `vocabulary`: what its query takes from
    what queries share. `as_of_now`: what the current release shows for the newest period of then,
    None where that is not another question. `exact`: its code says which release it means.
    `changelog`: what was changed of its numbers, who did
    it and why.
    """

    card: Card
    view: View
    code: str
    base: str
    store: Store
    today: Store
    history: History
    one: Exhibit | None
    standing: Standing
    parameters: tuple[Parameter, ...]
    sources: tuple[Source, ...]
    vocabulary: tuple[SharedWord, ...]
    exact: bool
    as_of_now: Exhibit | None
    changelog: tuple[Entry, ...]

    @property
    def release(self) -> Release:
        """Return the release from which it was shown."""
        return self.store.release

    @property
    def title(self) -> str:
        """Return the finding as of that release."""
        return self.one.title if self.one else self.card.title[self.view.language]

    @property
    def dashboard(self) -> str:
        """Return the address of the exhibit on its page."""
        return full_address(self.base, self.card.area, self.view, self.card.id)

    def link(self, kind: str = "") -> str:
        """Return the address of this receipt; `kind` is `.json` for the one for programs."""
        return receipt_address(self.base, self.code, self.view.language, kind)

    @property
    def link_today(self) -> str:
        """Return the address of the receipt of what the current release shows."""
        code = code_for(assemble(self.card, self.view, self.today), self.view, self.today)
        return receipt_address(self.base, code, self.view.language)


def receipt_of(shown: Shown, card: Card, language: str, base: str) -> Receipt:
    """Return everything about what was shown; raise NoRelease (OtherRelease: there is another of
    its number) or DamagedRelease if its release cannot be read.
    """
    view = shown.view(language).only(card.breakdowns)
    meant = release_meant(shown)
    store, today = open_release(meant.number), open_current()
    history = revisions(card, view, store.release.number)
    one = assemble(card, view, store) if history.computed else None
    if one is not None and one.failed:
        one = None
    pinned = replace(history.asked, language=language)
    other = one is not None and history.moved and pinned != view
    return Receipt(
        card,
        view,
        code_for(one, view, store) if one else code_again(shown),
        base,
        store,
        today,
        history,
        one,
        standing_of(card, view, history, one, _of_the_code(shown, meant, language)),
        _parameters(card, view),
        _sources(card, one, store, language),
        used(card.sql),
        bool(shown.digest),
        assemble(card, pinned, today) if other else None,
        changelog_of(one, language) if one else (),
    )


def _of_the_code(shown: Shown, meant: Release, language: str) -> list[str]:
    """Say what a reader must know of the code itself: that it does not say exactly which release it
    was given for, or that this is another number here.
    """
    if not shown.digest:
        return [say(language, "receipt_old_code")]
    if meant.number == shown.release:
        return []
    asked, number = str(shown.release), str(meant.number)
    return [say(language, "receipt_same_facts", asked=asked, number=number)]


def release_meant(shown: Shown) -> Release:
    """Return the release that a code means: the one of its number if that has the digest that the
    code names, else one here that has it.

    An older code names no digest: then its number is all there is. Raises OtherRelease if the
    release of that number is another one, NoRelease if there is none.
    """
    if not shown.digest:
        return read_release(shown.release)
    here = releases()
    of_number = next((one for one in here if one.number == shown.release), None)
    if of_number and shown.is_of(of_number):
        return of_number
    if same := next((one for one in reversed(here) if shown.is_of(one)), None):
        return same
    if of_number:
        raise OtherRelease(f"release {shown.release} is not the one that the code names")
    raise NoRelease(f"no release {shown.release}")


def _parameters(card: Card, view: View) -> tuple[Parameter, ...]:
    """Return what the query was asked with: name, code (None: all), and both in words."""
    known, language = catalogue(), view.language
    said = {
        "region": view.place and known.places[view.place].name[language],
        "sector": view.sector and known.sectors[view.sector].name[language],
        "period": view.period and say(language, "until", year=view.period),
    }
    code = {"region": view.place, "sector": view.sector, "period": view.period}
    return tuple(
        Parameter(
            f"${PARAMETERS[name]}",
            code[name],
            say(language, name),
            said[name] or say(language, f"all_{name}s"),
        )
        for name in card.breakdowns
    )


def _sources(card: Card, one: Exhibit | None, store: Store, language: str) -> tuple[Source, ...]:
    """Return the sources of what is shown, with the places in them where its figures stand, as they
    were in that release.
    """
    known = catalogue()
    codes = sorted(
        {row["source"] for row in one.marks if row["source"]} if one else ()
    ) or sources_of(card.sources, store)
    places = _places(card, codes, one.marks if one else (), store)
    found = []
    for row in store.rows(
        "select source, publisher, title, date, locator, url from sources where "
        "list_contains($codes, source) order by publisher, title",
        {"codes": codes},
    ):
        # A document says where each figure stands; of a series, what was read of it is said with
        # the source.
        own = places.get(row["source"]) or [
            part for part in (card.place_in_source, row["locator"]) if part
        ]
        publisher = known.publishers.get(row["publisher"])
        dated = "" if row["date"] in {None, "", "n.d."} else period(row["date"], language)
        found.append(
            Source(
                row["source"],
                publisher.name[language] if publisher else row["publisher"],
                row["title"],
                dated,
                tuple(dict.fromkeys(locator(place, language) for place in own)),
                row["url"] or "",
            )
        )
    return tuple(found)


def _places(
    card: Card, codes: list[str], marks: Sequence[Row], store: Store
) -> dict[str, list[str]]:
    """Return for each source the places in it: of the figures of the exhibit's measures, else of
    what it tells in words.
    """
    asked: dict[str, object] = {"codes": codes, "measures": list(card.measures)}
    rows = store.rows(
        "select distinct source, locator from figures where list_contains($measures, measure) and "
        "list_contains($codes, source) and locator <> ''"
        " order by source, locator",
        asked,
    )
    counted = store.rows(
        "select distinct source from statistics where list_contains($measures, measure) and "
        "list_contains($codes, source)",
        asked,
    )
    told = set(codes) - {row["source"] for row in (*rows, *counted)}
    texts = sorted({row["text_en"] for row in marks if row.get("text_en")})
    read = set(re.findall(r"\w+", expanded(card.sql)))
    for table in (table for table in _FURTHER_TABLES if told and table in read):
        only, more = (
            (" and list_contains($texts, text_en)", {"texts": texts})
            if table == "events" and texts
            else ("", {})
        )
        try:
            rows += store.rows(
                f"select distinct source, locator from {table} where list_contains($codes, source) "
                f"and locator <> ''{only} order by source, locator",
                {"codes": sorted(told), **more},
            )
        except QueryFails:
            # Releases older than this table do not have it.
            continue
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["source"], []).append(row["locator"])
    return found
