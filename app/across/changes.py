"""What releases changed, in words: which number, where, of when, was and is, by whom and why;
compares nothing and draws no page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.across.explorer import Entry, FoundRow, breakdown, entry_of, value_in_words
from app.catalogue.cards import Catalogue, catalogue
from app.exhibit.names import name_of, source_names
from app.release.changes import KINDS, Change, Changelog, Content, changelog
from app.release.releases import Release, releases
from app.store.kept import kept
from app.store.store import QueryFails, Store
from app.view import View
from app.words.numbers import NOT_PUBLISHED, number, period, plural
from app.words.say import say
from app.words.sentences import inside

MOST_RELEASES = 24


@dataclass(frozen=True, slots=True)
class Told:
    """One change in words. `what` is what is counted, `where` the place, the sector and the part;
    `by` who changed it and when, `why` the reason; `entry` the number with its exhibits, None where
    it is no number of a measure.
    """

    change: Change
    what: str
    where: str
    period: str
    was: str
    now: str
    by: str
    why: str
    source: str
    entry: Entry | None

    @property
    def reason(self) -> str:
        """Return by whom and why in one line."""
        return ": ".join(part for part in (self.by, self.why) if part)


@kept(most=1)
def changelogs(store: Store) -> tuple[tuple[Release, Changelog], ...]:
    """Return what each release up to the current one changed, the newest first."""
    upto = [one for one in releases() if one.number <= store.release.number]
    found = ((release, changelog(release)) for release in reversed(upto))
    return tuple((release, log) for release, log in found if log is not None)


def picked(changes: Iterable[Change], view: View, store: Store) -> list[Change]:
    """Return the changes of the region and the sector that are picked, all if none is."""
    sections = store.sections(view.sector) if view.sector else frozenset[str]()
    return [
        one
        for one in changes
        if (not view.place or one.key.get("place") == view.place)
        and (not view.sector or one.key.get("sector") in sections)
    ]


def counts(changes: Iterable[Change]) -> dict[str, int]:
    """Return how many facts are new, revised and withdrawn; one that changed twice counts once."""
    found: dict[str, set[tuple[object, ...]]] = {kind: set() for kind in KINDS}
    for one in changes:
        found[one.kind].add((one.table, *one.key.values()))
    return {kind: len(facts) for kind, facts in found.items()}


def counts_in_words(changes: Iterable[Change], language: str) -> str:
    """Return the same in words (`14 new numbers, 2 revised`); blank if nothing changed."""
    return ", ".join(
        count_in_words(count, kind, language) for kind, count in counts(changes).items() if count
    )


def count_in_words(count: int, kind: str, language: str) -> str:
    """Return how many are new, revised or withdrawn in words."""
    forms = say(language, f"count_{kind}")
    return f"{number(count, language)} {plural(count, forms, language)}"


def since(release: int, store: Store) -> list[Change]:
    """Return all that the releases after one changed, up to the current one."""
    return [
        one for later, log in changelogs(store) if later.number > release for one in log.changes
    ]


def told(change: Change, language: str, store: Store) -> Told:
    """Return a change in words."""
    known, reason = catalogue(), change.reason
    row = _row(change, known)
    what, where = _named(change, row, language, store, known)
    sources = [change.key["source"]] if change.key.get("source") else []
    source = source_names(sources, language, store, known)
    why: str = {"kk": reason.why_kk, "ru": reason.why_ru, "en": reason.why_en}[language]
    if change.earlier:
        why = say(language, "changes_edition", source=source)
    elif not change.accounted:
        why = say(language, "changes_unsaid")
    by = ", ".join(part for part in (reason.who, _day(reason.day, language)) if part)
    return Told(
        change,
        what,
        where,
        _day(change.key.get("period", ""), language),
        _written(change, change.was, row, language, known),
        _written(change, change.now, row, language, known),
        by,
        why,
        source,
        entry_of(_valued(row, change.now), store) if row["measure"] else None,
    )


def _row(change: Change, known: Catalogue) -> FoundRow:
    """Return what a change speaks of as a figure; without a measure if it is no number of one."""
    key: Mapping[str, str] = change.key
    measure = key.get("measure", "")
    named = known.measures.get(measure)
    return FoundRow(
        kind=change.table,
        measure=measure if named else "",
        period=key.get("period", ""),
        place=key.get("place", "_Z"),
        sector=key.get("sector", "_T"),
        series=key.get("series", "_T"),
        sex=key.get("sex", "_T"),
        age=key.get("age", "_T"),
        value=None,
        unit=named.unit if named else "",
        status="",
        source=key.get("source", ""),
        locator=None,
        note="",
        printed=None,
    )


def _valued(row: FoundRow, content: Content) -> FoundRow:
    return {**row, "value": content if isinstance(content, float) else None}


def _named(
    change: Change, row: FoundRow, language: str, store: Store, known: Catalogue
) -> tuple[str, str]:
    """Return what is counted and where."""
    places = [row["place"]] if row["place"] != "_Z" else []
    where = [name_of(known, "place", code, language) for code in places]
    if row["sector"] != "_T":
        where.append(name_of(known, "sector", row["sector"], language))
    if part := breakdown(row, language, known):
        where.append(part)
    where = [part if at == 0 else inside(part) for at, part in enumerate(where)]
    if row["measure"]:
        what = known.measures[row["measure"]].name[language]
        if change.table == "targets":
            what = say(language, "changes_target", what=what)
    elif change.table == "conventions":
        what = name_of(known, "series", change.key["convention"], language, full=True)
    else:
        what = _of_words(change, language, store)
    return what, ", ".join(where)


def _of_words(change: Change, language: str, store: Store) -> str:
    """Return the name of an event or a conflict, by its row of today; its code
    where it has none.
    """
    column, code = next(iter(change.key.items()))
    sql = {
        "events": f"select text_{language} as said from events where event = $code",
        "conflicts": "select enterprise as said from conflicts where conflict = $code",
    }.get(change.table)
    try:
        rows = store.rows(sql, {"code": code}) if sql else []
    except QueryFails:
        rows = []
    said = str(rows[0]["said"]) if rows else code
    return say(language, "changes_conflict", what=said) if column == "conflict" else said


def _written(
    change: Change, content: Content, row: FoundRow, language: str, known: Catalogue
) -> str:
    if content is None or content == "":
        return NOT_PUBLISHED
    if isinstance(content, str):
        return _day(content, language)
    if row["measure"] and change.column == "value":
        return value_in_words({**row, "value": content}, language, known)
    return str(int(content)) if change.column == "year" else number(content, language)


def _day(code: str, language: str) -> str:
    return period(code, language) if code else ""
