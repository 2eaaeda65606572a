"""The words that queries share: reads `queries/_shared.sql` as text into named macros, views
and tables, and tells which of them a query uses; runs nothing and knows no card.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil

from app.catalogue.codes import read_kinds
from app.paths import QUERIES, data_folder
from app.words.federation import federation

# A definition with the comment right above it, up to the semicolon that ends a line.
_WORD = re.compile(
    r"((?:^--[^\n]*\n)+)^(create (macro|view|table) (\w+).*?;)$", re.DOTALL | re.MULTILINE
)
_SILENT = re.compile(r"--[^\n]*|'[^']*'")
_NAME = re.compile(r"\b\w+\(?")


@dataclass(frozen=True, slots=True)
class SharedWord:
    """One macro, view or table: its name, its kind, what it means, its SQL."""

    name: str
    kind: str
    meaning: str
    sql: str

    def stands_in(self, sql: str) -> bool:
        """Say whether a query names it: a macro is called, a view is named as a table is."""
        names = _names(sql)
        return f"{self.name}(" in names or (self.kind != "macro" and self.name in names)


@lru_cache(maxsize=1024)
def _names(sql: str) -> frozenset[str]:
    """Return every name in a text, with a bracket behind it where it is called (`newest(`)."""
    return frozenset(_NAME.findall(_SILENT.sub(" ", sql)))


def read_vocabulary(text: str) -> tuple[SharedWord, ...]:
    """Return the macros and views of a file in the order in which they are defined."""
    return tuple(
        SharedWord(name, kind, " ".join(re.findall(r"^-- ?(.*)$", comment, re.MULTILINE)), sql)
        for comment, sql, kind, name in _WORD.findall(text)
    )


@cache
def vocabulary() -> tuple[SharedWord, ...]:
    """Return the macros and views of the project."""
    return read_vocabulary(shared_sql())


@cache
def shared_sql() -> str:
    """Return `queries/_shared.sql` with what belongs to the federation in its place: its code and
    that of its country, their names, and how many of its regions are nearly all.
    """
    kinds = read_kinds(data_folder() / "codes" / "places.csv", "place").values()
    most = ceil(0.75 * sum(kind in {"region", "city"} for kind in kinds))
    ours, text = federation(), (QUERIES / "_shared.sql").read_text(encoding="utf-8")
    for slot, code in (
        ("country", ours.country),
        ("us", ours.organisation),
        ("most_regions", str(most)),
    ):
        text = text.replace(f"{{{slot}}}", code)
    return ours.spelled(text)


def used(sql: str, known: Iterable[SharedWord] | None = None) -> tuple[SharedWord, ...]:
    """Return the words that a query uses, and those that these use, in the order of definition."""
    known = vocabulary() if known is None else tuple(known)
    found: set[str] = set()
    texts = [sql]
    while texts:
        text = texts.pop()
        fresh = [word for word in known if word.name not in found and word.stands_in(text)]
        found |= {word.name for word in fresh}
        texts += [word.sql for word in fresh]
    return tuple(word for word in known if word.name in found)


def expanded(sql: str) -> str:
    """Return a query followed by the SQL of every word that it uses."""
    return "\n".join([sql, *(word.sql for word in used(sql))])
