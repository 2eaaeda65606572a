"""What was corrected of the numbers that a receipt shows: by whom, when, why; compares nothing and
writes no page.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.across.changes import changelogs, told
from app.exhibit.parts import Exhibit
from app.release.changes import NEW
from app.store.open import open_current

_MOST = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One correction in words, and the release that brought it."""

    release: int
    what: str
    was: str
    now: str
    reason: str


def changelog_of(one: Exhibit, language: str) -> tuple[Entry, ...]:
    """Return what releases revised or withdrew of the facts behind an exhibit, the newest first:
    those of its measures, at the periods and places that it shows.
    """
    store, measures = open_current(), set(one.card.measures)
    shown = {(row["period"], row["place"]) for row in (*one.marks, *one.finding_rows)}
    found = (
        (log.release, change)
        for _, log in changelogs(store)
        for change in log.changes
        if change.kind != NEW
        and change.key.get("measure") in measures
        and (change.key.get("period"), change.key.get("place")) in shown
    )
    entries = []
    for release, change in found:
        said = told(change, language, store)
        what = ", ".join(part for part in (said.what, said.where, said.period) if part)
        entries.append(Entry(release, what, said.was, said.now, said.reason))
        if len(entries) == _MOST:
            break
    return tuple(entries)
