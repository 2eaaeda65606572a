"""The documents of a release by name, as the house lists them; knows no number of theirs.

A name stands once for a line of editions (`data/text/documents.toml`), `{year}` is what the edition
is about: the next report has its name before anybody writes one.
"""

from __future__ import annotations

from app.catalogue.cards import catalogue
from app.facts.editions import Edition, editions_in
from app.store.kept import kept
from app.store.store import Store
from app.words.numbers import period
from app.words.say import LANGUAGES, Words


@kept(most=1)
def editions(store: Store) -> dict[str, Edition]:
    """Return the editions of the release by source; none of a release that knew none."""
    return editions_in(store.rows("select * from sources"))


@kept(most=1)
def documents(store: Store) -> dict[str, Words]:
    """Return the names of the release's documents by source: in the order of `documents.toml`, of
    one line the newest edition first. A source that stands in no line there is no document.
    """
    alone = {row["source"] for row in store.rows("select source from sources")}
    known, lines = editions(store), _lines(store)
    found: dict[str, Words] = {}
    for line, name in catalogue().documents.items():
        if line not in lines and line in alone:
            found[line] = name
        for edition in (known[source] for source in lines.get(line, ())):
            found[edition.source] = Words(
                *(
                    name[language].replace("{year}", period(edition.about, language))
                    for language in LANGUAGES
                )
            )
    return found


def document_name(source: str, language: str, store: Store) -> str:
    """Return how a document is called; one that the house does not list, by its own title."""
    named = documents(store).get(source)
    if named is not None:
        return named[language]
    rows = store.rows("select title from sources where source = $source", {"source": source})
    return str(rows[0]["title"]) if rows else source


def sources_of(named: tuple[str, ...], store: Store) -> list[str]:
    """Return the sources that a card names: each by its code, of a line every edition, the newest
    first.
    """
    lines = _lines(store)
    return list(dict.fromkeys(code for one in named for code in lines.get(one, [one])))


@kept(most=1)
def _lines(store: Store) -> dict[str, list[str]]:
    found: dict[str, list[Edition]] = {}
    for edition in editions(store).values():
        found.setdefault(edition.line, []).append(edition)
    return {
        line: [one.source for one in sorted(own, key=lambda one: one.order, reverse=True)]
        for line, own in found.items()
    }
