"""Names the documents that facts stand in, each edition of a line of publications with what it is
about, in the order of the house; reads no document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.catalogue.cards import catalogue
from app.store.kept import kept
from app.store.store import Row, Store
from app.words.numbers import period
from app.words.say import LANGUAGES, Words

# A release from before lines were facts names its editions by the line and the first year.
_OLDER = re.compile(r"(\w+?)(?:_(\d{4}))?")


@kept(most=1)
def documents(store: Store) -> dict[str, Words]:
    """Return the documents of a release by the code of their source: those that `text/documents.toml`
    names, in its order, of several editions the newest first.
    """
    rows = store.rows("select * from sources")
    return {
        row["source"]: Words(**{one: _named(words[one], about, one) for one in LANGUAGES})
        for line, words in catalogue().documents.items()
        for about, row in sorted(_of_line(rows, line), key=lambda found: found[0], reverse=True)
    }


def _of_line(rows: list[Row], line: str) -> Iterator[tuple[str, Row]]:
    """Yield the editions of a line, or what stands alone under its code, with what each is about."""
    for row in rows:
        older = _OLDER.fullmatch(row["source"])
        named = row.get("edition_of") or (older[1] if "edition_of" not in row and older else "")
        if line in (row["source"], named):
            yield row.get("about") or (older[2] if older and older[2] else ""), row


def _named(words: str, about: str, language: str) -> str:
    return words.replace("{about}", period(about, language))


def sources_of(named: tuple[str, ...], store: Store) -> list[str]:
    """Return the sources that a card names: each by its code, of a line of publications every
    edition, the newest first.
    """
    lines = _lines(store)
    return list(dict.fromkeys(code for one in named for code in lines.get(one, [one])))


@kept(most=1)
def _lines(store: Store) -> dict[str, list[str]]:
    rows = store.rows("select * from sources order by source")
    found: dict[str, list[tuple[str, str]]] = {}
    for line in {*catalogue().documents, *(row.get("edition_of") or "" for row in rows)} - {""}:
        found[line] = [(about, row["source"]) for about, row in _of_line(rows, line)]
    return {
        line: [source for _, source in sorted(editions, key=lambda one: one[0], reverse=True)]
        for line, editions in found.items()
        if editions
    }
