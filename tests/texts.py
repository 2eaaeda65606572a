"""Every text that a viewer reads, with file, key and language, as the tests of language read it;
asserts nothing.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.paths import QUERIES, ROOT, TEXT, text_folders
from app.words.federation import federation
from app.words.say import LANGUAGES, read_toml

# The list of words itself says what must not be said.
GLOSSARY = TEXT / "glossary.toml"
_FORMS = re.compile(r"\{[a-z_0-9]+#([^}]+)\}")
_SLOT = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of one language, and where it stands."""

    where: str
    language: str
    text: str

    @property
    def words_only(self) -> str:
        """The text with the forms of a plural written out and every other slot left out."""
        return _SLOT.sub(" ", _FORMS.sub(lambda forms: forms[1].replace("|", " "), self.text))


@cache
def texts() -> tuple[Text, ...]:
    """Return every text of cards, areas, words, stories and facts."""
    return tuple((*_of_toml(), *_of_csv()))


def toml_files() -> list[Path]:
    """Return the files of cards and words, of the programme and of the federation."""
    folders = (QUERIES, *text_folders())
    return sorted(path for folder in folders for path in folder.rglob("*.toml"))


def _of_toml() -> Iterator[Text]:
    for path in toml_files():
        if path != GLOSSARY:
            yield from _inside(read_toml(path), path.relative_to(ROOT).as_posix())


def _inside(entry: Any, where: str) -> Iterator[Text]:
    if isinstance(entry, list):
        for number, one in enumerate(entry, 1):
            yield from _inside(one, f"{where} {number}")
    elif isinstance(entry, dict):
        for key, one in entry.items():
            if key in LANGUAGES and isinstance(one, str):
                yield Text(where, key, federation().named(one, key))
            else:
                yield from _inside(one, f"{where} {key}")


def _of_csv() -> Iterator[Text]:
    for path in sorted((ROOT / "data" / "sources").glob("*/*.csv")):
        yield from _columns(path)


def _columns(path: Path) -> Iterator[Text]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            key = next(iter(row.values()))
            for column, text in row.items():
                language = column.rpartition("_")[2]
                if "_" in column and language in LANGUAGES and text:
                    where = f"{path.relative_to(ROOT).as_posix()} {key} {column}"
                    yield Text(where, language, text)
