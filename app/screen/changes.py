"""The page "what changed": what each release added, revised and withdrew, and the line of the front
page on what is new since a viewer was here; compares nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from app.across.changes import (
    MOST_RELEASES,
    Told,
    changelogs,
    count_in_words,
    counts_in_words,
    picked,
    since,
    told,
)
from app.across.shown import shown
from app.catalogue.pages import CHANGES, address
from app.release.changes import KINDS, NEW, Change, Changelog
from app.release.releases import Release, releases
from app.screen.cards import link_to
from app.screen.content import Content
from app.screen.payload import (
    ChangedGroup,
    ChangedKind,
    ChangedRelease,
    ChangesBlock,
    EarlierRelease,
    LinkCell,
    SinceBlock,
)
from app.store.store import Store
from app.view import View
from app.words.numbers import day, number, period
from app.words.say import say, sort_key

# More changes than that of one kind are folded, each under what is counted, and of each so many are
# shown: a release may bring thousands.
_FLAT, _FOLDED = 40, 8
_SHOWN = 12  # releases


def changes_page(view: View, store: Store) -> Content:
    """Return the page of what the releases changed, the newest first."""
    language, logs = view.language, changelogs(store)
    block = ChangesBlock(
        releases=[_release(release, log, view, store) for release, log in logs[:_SHOWN]],
        older=_older(len(logs) - _SHOWN, language),
        feed=f"./changes.atom?lang={language}",
        words={
            "first": say(language, "changes_first"),
            "feed": say(language, "changes_feed"),
            "since": say(language, "changes_since"),
            "all": say(language, "changes_all"),
            "more": say(language, "changes_more"),
        },
    )
    return Content(
        say(language, "changes_page"), say(language, "changes_intro"), [block], printable=True
    )


def since_block(view: View, store: Store) -> SinceBlock:
    """Return what is new since each of the last releases: which of them a viewer has seen last,
    only their browser knows.
    """
    language = view.language
    earlier = [one for one in releases() if one.number < store.release.number][-MOST_RELEASES:]
    return SinceBlock(
        digest=store.release.digest[:12],
        earlier=[
            EarlierRelease(
                release.number,
                release.digest[:12],
                counts_in_words(since(release.number, store), language),
            )
            for release in earlier
        ],
        said=say(language, "since_visit"),
        # A day of each month as the language writes it: the browser puts its own numbers in.
        months=[
            day(date(2001, month, 28), language).replace("2001", "{year}").replace("28", "{day}")
            for month in range(1, 13)
        ],
        href=address(CHANGES, View(language)),
    )


def _older(count: int, language: str) -> str:
    return say(language, "changes_older", count=str(count)) if count > 0 else ""


def _release(release: Release, log: Changelog, view: View, store: Store) -> ChangedRelease:
    language = view.language
    changes = picked(log.changes, view, store)
    number, published = str(release.number), day(release.published, language)
    key = "changes_lead" if changes else "changes_none_picked" if log.changes else "changes_none"
    lead = say(language, key, since=str(log.since), counts=counts_in_words(changes, language))
    return ChangedRelease(
        release.number,
        f"release-{release.number}",
        say(language, "release", number=number, date=published),
        lead,
        [
            _kind(kind, [one for one in changes if one.kind == kind], view, store)
            for kind in sorted(KINDS, key=lambda kind: kind == NEW)
            if any(one.kind == kind for one in changes)
        ],
    )


def _kind(kind: str, changes: Sequence[Change], view: View, store: Store) -> ChangedKind:
    language = view.language
    if kind == NEW or len(changes) > _FLAT:
        rows, groups = [], _groups(kind, changes, view, store)
    else:
        said = sorted(
            (told(one, language, store) for one in changes),
            key=lambda one: sort_key(f"{one.what} {one.where} {one.period}", language),
        )
        rows, groups = [[_linked(one, view, store), *_cells(kind, one)] for one in said], []
    return ChangedKind(
        kind,
        f"{say(language, f'changes_{kind}')}: {number(len(changes), language)}",
        [say(language, "column_measure"), *_heads(kind, language)],
        rows,
        groups,
    )


def _heads(kind: str, language: str) -> list[str]:
    heads = [say(language, "changes_where"), say(language, "column_period")]
    if kind == NEW:
        return [*heads, say(language, "column_value"), say(language, "column_source")]
    was, now = say(language, "receipt_was"), say(language, "receipt_now")
    return [*heads, was, *([now] if kind != "withdrawn" else []), say(language, "changes_why")]


def _cells(kind: str, one: Told) -> list[str]:
    if kind == NEW:
        return [one.where, one.period, one.now, one.source]
    return [one.where, one.period, one.was, *([one.now] if kind != "withdrawn" else []), one.reason]


def _groups(kind: str, changes: Sequence[Change], view: View, store: Store) -> list[ChangedGroup]:
    """Return changes folded under what is counted, in the order of the alphabet."""
    language = view.language
    ordered = sorted(changes, key=_counted)
    groups = []
    for name, group in groupby(ordered, key=_counted):
        among = list(group)
        among.sort(key=lambda one: one.key.get("period", ""), reverse=True)
        said = [told(one, language, store) for one in among[:_FOLDED]]
        years = [one.key["period"] for one in among if one.key.get("period")]
        span = _span(years, language)
        more = len(among) - len(said)
        what = said[0].what if name[1] else say(language, f"table_{name[0]}")
        groups.append(
            ChangedGroup(
                f"{kind}-{'-'.join(name)}",
                what,
                ", ".join(
                    part for part in (count_in_words(len(among), kind, language), span) if part
                ),
                _link(said[0], view) if name[1] else None,
                [
                    _cells(kind, one) if name[1] else [one.what, *_cells(kind, one)[1:]]
                    for one in said
                ],
                say(language, "changes_more", count=number(more, language)) if more else "",
            )
        )
    return sorted(groups, key=lambda one: sort_key(one.label, language))


def _counted(one: Change) -> tuple[str, str]:
    return one.table, one.key.get("measure", "")


def _span(periods: Sequence[str], language: str) -> str:
    if not periods:
        return ""
    first, last = min(periods), max(periods)
    if first == last:
        return period(first, language)
    return "–".join(dict.fromkeys((first[:4], last[:4])))


def _linked(one: Told, view: View, store: Store) -> str | LinkCell:
    """Return what is counted, as the link to the exhibit that shows this number, with the region,
    the sector and the year that it needs; without a link if none does.
    """
    there = shown(one.entry, view, store) if one.entry else None
    if there is None:
        return one.what
    to = link_to(there.card, there.view)
    return LinkCell(page=to.page, href=to.href, text=one.what)


def _link(one: Told, view: View) -> LinkCell | None:
    """Return what is counted as the link to an exhibit of its measure; None if there is none."""
    if one.entry is None or not one.entry.cards:
        return None
    to = link_to(one.entry.cards[0], view)
    return LinkCell(page=to.page, href=to.href, text=one.what)
