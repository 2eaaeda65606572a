"""The feed of what releases changed (Atom): one entry for each release, under an id that no server
and no address changes; compares nothing.
"""

from __future__ import annotations

import uuid
from datetime import datetime, time
from xml.etree import ElementTree

from app.across.changes import changelogs, counts_in_words, told
from app.catalogue.pages import CHANGES, full_address
from app.release.build import ALMATY
from app.release.changes import NEW, Changelog
from app.release.releases import Release
from app.store.store import Store
from app.view import View
from app.words.numbers import day
from app.words.say import say

TYPE = "application/atom+xml; charset=utf-8"
_SPACE = "http://www.w3.org/2005/Atom"
_ENTRIES, _LINES = 24, 30
# Ids are made of digests: the same release has the same id wherever it is served.
_OURS = uuid.UUID("8d0c5a7e-93a1-5f0b-9a55-6f2f5d1d7c11")


def feed(language: str, store: Store, base: str) -> bytes:
    """Return the feed in a language; `base` is the dashboard's address (`https://…/`)."""
    page = full_address(base, CHANGES, View(language))
    title = f"{say(language, 'product')}: {say(language, 'changes_page')}"
    root = ElementTree.Element("feed", {"xmlns": _SPACE, "xml:lang": language})
    _add(root, "id", _id(f"feed-{language}"))
    _add(root, "title", title)
    _add(root, "subtitle", say(language, "changes_intro"))
    _add(root, "updated", _moment(store.release))
    ElementTree.SubElement(_add(root, "author"), "name").text = say(language, "product")
    itself = f"{base}changes.atom?lang={language}"
    _add(root, "link", rel="self", type="application/atom+xml", href=itself)
    _add(root, "link", rel="alternate", type="text/html", href=page)
    for release, log in changelogs(store)[:_ENTRIES]:
        _entry(root, release, log, language, store, f"{page}#release-{release.number}")
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return text


def _entry(
    root: ElementTree.Element,
    release: Release,
    log: Changelog,
    language: str,
    store: Store,
    page: str,
) -> None:
    published, number = day(release.published, language), str(release.number)
    counts, since = counts_in_words(log.changes, language), str(log.since)
    lead = say(language, "changes_lead" if counts else "changes_none", since=since, counts=counts)
    entry = _add(root, "entry")
    _add(entry, "id", _id(f"{release.number}-{release.digest}-{language}"))
    _add(entry, "title", say(language, "release", number=number, date=published))
    _add(entry, "updated", _moment(release))
    _add(entry, "published", _moment(release))
    _add(entry, "link", rel="alternate", type="text/html", href=page)
    _add(entry, "summary", lead)
    lines = _lines(log, language, store)
    if lines:
        _add(entry, "content", "\n".join((lead, *lines)), type="text")


def _lines(log: Changelog, language: str, store: Store) -> list[str]:
    """Return what was revised and withdrawn, a line each; what is new is counted only."""
    changed = [one for one in log.changes if one.kind != NEW]
    lines = []
    for one in changed[:_LINES]:
        said = told(one, language, store)
        what = ", ".join(part for part in (said.what, said.where, said.period) if part)
        kind = say(language, f"changes_{one.kind}")
        lines.append(f"{kind}. {what}: {said.was} → {said.now}. {said.reason}".strip())
    more = len(changed) - len(lines)
    return [*lines, say(language, "changes_more", count=str(more))] if more > 0 else lines


def _add(
    parent: ElementTree.Element, name: str, text: str = "", **attributes: str
) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name, attributes)
    child.text = text or None
    return child


def _id(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_OURS, name)}"


def _moment(release: Release) -> str:
    """Return the beginning of the day of publication in Almaty."""
    return datetime.combine(release.published, time(), ALMATY).isoformat()
