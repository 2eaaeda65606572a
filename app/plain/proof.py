"""Gathers what a receipt shows, as plain data: what was shown, with which query, from which
sources, whether it still holds; writes no page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from app.catalogue.cards import PARAMETERS, Card, catalogue
from app.catalogue.pages import address
from app.exhibit.assemble import assemble
from app.exhibit.code import Shown, code_of
from app.exhibit.history import TEXTS, History, Revision, revisions
from app.exhibit.parts import Exhibit, Table
from app.release.releases import Release
from app.store.open import open_current, open_release
from app.store.store import QueryFails, Row, Store
from app.view import View
from app.words.numbers import day, number, percent, period
from app.words.places import locator
from app.words.say import say

_IN_A_SENTENCE = 3
# What a query reads beside figures and statistics, by the names under which it may read it.
_FURTHER_TABLES = {
    "events": ("events", "chronicle_by_lane"),
    "structures": ("structures",),
    "conflicts": ("conflicts",),
    "demands": ("demands",),
}


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


@dataclass(frozen=True, slots=True)
class Source:
    """A source in words, as the release has it, with the places in it where the figures stand."""

    code: str
    publisher: str
    title: str
    date: str
    places: tuple[str, ...]
    url: str


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
    current one; `one` is None where it cannot be computed.
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
        return self.base + address(self.card.area, self.view, self.card.id).removeprefix("./")

    def link(self, release: int, kind: str = "") -> str:
        """Return the address of this receipt as of a release; `kind` is `.json` for the one for
        programs.
        """
        return (
            f"{self.base}r/{code_of(self.card, self.view, release)}{kind}?lang={self.view.language}"
        )


def receipt_of(shown: Shown, card: Card, language: str, base: str) -> Receipt:
    """Return everything about what was shown; raise NoRelease or DamagedRelease if its release
    cannot be read.
    """
    view = shown.view(language).only(card.breakdowns)
    store, today = open_release(shown.release), open_current()
    history = revisions(card, view, shown.release)
    one = assemble(card, view, store) if history.computed else None
    if one is not None and one.failed:
        one = None
    return Receipt(
        card,
        view,
        code_of(card, view, shown.release),
        base,
        store,
        today,
        history,
        one,
        _standing(card, view, history, one),
        _parameters(card, view),
        _sources(card, one, store, language),
    )


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
    codes = sorted({row["source"] for row in one.marks if row["source"]} if one else ()) or list(
        card.sources
    )
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
    asked: dict[str, Any] = {"codes": codes, "measures": list(card.measures)}
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
    read = set(re.findall(r"\w+", card.sql))
    for table in (table for table, named in _FURTHER_TABLES.items() if told and read & set(named)):
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


def _standing(card: Card, view: View, history: History, one: Exhibit | None) -> Standing:
    language, then, now = view.language, history.release, history.current
    slots = {
        "number": str(then.number),
        "date": day(then.published, language),
        "current": str(now.number),
    }
    told = lambda key, **more: say(language, key, **slots, **more)
    if one is None:
        return Standing(
            "not_computed",
            (told("exhibit_failed" if history.computed else "receipt_not_computed"),),
        )
    changes = tuple(_changes(card, view, history, one))
    asides = [
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
    if not changes:
        state = (
            "current"
            if now.number == then.number
            else "unchanged"
            if history.complete
            else "open_end"
        )
        return Standing(state, (told(f"receipt_{state}"),), (), tuple(asides))
    if not history.complete:
        asides.insert(0, told("receipt_open_end"))
    if all(
        change.kind == "added" and change.role == "mark"
        for change in _visible(history.revisions, language)
    ):
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
    seen = _visible(history.revisions, view.language)
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


def _written(column: str, content: Any, one: Exhibit) -> str:
    language = one.language
    if content is None or one.names is None:
        return say(language, "not_published")
    if column in {"value", "target"}:
        return one.names.number(content)
    if column in {"state", "membership"}:
        return say(language, f"{column}_{content}")
    if column in TEXTS:
        return str(content)
    return percent(content, language, 1)


def _changes_of_finding(
    card: Card, view: View, group: list[Revision], one: Exhibit
) -> Iterator[Change]:
    """Say what changed in the sentence while the rows stayed: on a tile the numbers beside its own,
    elsewhere the whole sentence.
    """
    language = view.language
    if card.chart == "tile":
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


def as_data(receipt: Receipt) -> dict[str, Any]:
    """Return the receipt for programs: codes, values, query, sources, revisions."""
    card, view, one, history = receipt.card, receipt.view, receipt.one, receipt.history
    table = one.table if one else Table((), (), (), ())
    return {
        "code": receipt.code,
        "address": receipt.link(receipt.release.number),
        "language": view.language,
        "exhibit": card.id,
        "area": card.area,
        "view": {
            name: code
            for name, code in zip(
                ("region", "sector", "period"), (view.place, view.sector, view.period), strict=True
            )
            if name in card.breakdowns
        },
        "release": _release_data(receipt.release),
        "today": _release_data(receipt.today.release),
        "state": receipt.standing.state,
        "said": [*receipt.standing.said, *receipt.standing.asides],
        "revisions": [
            {
                "release": change.release,
                "published": change.published.isoformat(),
                "compared_with": change.before,
                "kind": change.kind,
                "role": change.role,
                "row": dict(change.row),
                "column": change.column,
                "was": change.was,
                "is": change.now,
            }
            for change in history.revisions
        ],
        "compared": list(history.compared),
        "not_read": list(history.unread),
        "not_computed": list(history.not_computed),
        "title": receipt.title,
        "subtitle": one.subtitle if one else "",
        "definition": card.definition[view.language],
        "measures": list(card.measures),
        "unit": card.unit,
        "decimals": card.decimals,
        "table": {"columns": list(table.columns), "rows": [list(row) for row in table.rows]},
        "marks": [dict(row) for row in one.marks] if one else [],
        "finding": [dict(row) for row in one.finding_rows] if one else [],
        "notes": [{"kind": note.kind, "text": note.text} for note in one.notes] if one else [],
        "sql": card.sql,
        "parameters": {parameter.name: parameter.code for parameter in receipt.parameters},
        "sources": [
            {
                "source": source.code,
                "publisher": source.publisher,
                "title": source.title,
                "date": source.date,
                "places": list(source.places),
                "url": source.url,
            }
            for source in receipt.sources
        ],
        "dashboard": receipt.dashboard,
    }


def _release_data(release: Release) -> dict[str, Any]:
    return {
        "number": release.number,
        "published": release.published.isoformat(),
        "digest": release.digest,
    }
