"""Lays the two files of a new exhibit from those of one that stands: what is machinery is copied,
what a reader would read is left blank, so that no release can be built before it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from app.paths import QUERIES
from app.words.say import LANGUAGES, read_toml, say

_NAME = re.compile(r"[a-z][a-z0-9_]*/[a-z][a-z0-9_]*")
# One language's words: the old ones stand behind the blank, to be written over.
_WORDS = re.compile(
    rf'^(?P<key>\s*(?:\w+\.)?(?:{"|".join(LANGUAGES)})\s*=\s*)"(?P<old>(?:[^"\\]|\\.)*)".*$'
)
_LINE = re.compile(r"^(?P<key>\w+)\s*=")
_STEP = 10


class CannotLay(ValueError):
    """A new exhibit that cannot be laid: `key` is the entry of text/interface.toml that says why,
    `detail` what is at fault.
    """

    def __init__(self, key: str, detail: str) -> None:
        super().__init__(f"{key}: {detail}")
        self.key = key
        self.detail = detail

    def say(self, language: str) -> str:
        """Return the reason in the reader's language."""
        return say(language, self.key, detail=self.detail)


def lay(exhibit: str, like: str, queries: Path = QUERIES) -> tuple[Path, Path]:
    """Write question and card of `exhibit` (`area/name`) after those of `like`; return both paths.

    Raises CannotLay if the name is none or taken, or if its area or `like` does not exist. Other
    cards are not read, so that one half written does not stand in the way of the next.
    """
    for name in (exhibit, like):
        if not _NAME.fullmatch(name):
            raise CannotLay("lay_bad_name", name)
    area = queries / exhibit.partition("/")[0]
    if not (area / "_area.toml").is_file():
        there = sorted(path.parent.name for path in queries.glob("*/_area.toml"))
        raise CannotLay("lay_unknown_area", f"{area.name} ({', '.join(there)})")
    pattern_sql, pattern_toml = (queries / f"{like}{ending}" for ending in (".sql", ".toml"))
    if not (pattern_sql.is_file() and pattern_toml.is_file()):
        raise CannotLay("lay_unknown_exhibit", like)
    sql, toml = (queries / f"{exhibit}{ending}" for ending in (".sql", ".toml"))
    if sql.exists() or toml.exists():
        raise CannotLay("lay_taken", exhibit)
    question = _question(pattern_sql.read_text(encoding="utf-8"))
    card = _card(pattern_toml.read_text(encoding="utf-8"), _places(area))
    sql.write_text(question, encoding="utf-8")
    toml.write_text(card, encoding="utf-8")
    return sql, toml


def _question(text: str) -> str:
    """Return a query without the comment on top: a card is refused until one says what is asked."""
    lines = text.splitlines(keepends=True)
    while lines and (not lines[0].strip() or lines[0].startswith("--")):
        del lines[0]
    return "".join(lines)


def _card(text: str, places: dict[str, int]) -> str:
    """Return a card whose words are blank, last in its section, on its area's page alone."""
    section = next((line for line in text.splitlines() if line.startswith("section")), "")
    known = section.partition("=")[2].strip().strip('"')
    return "".join(f"{line}\n" for line in _lines(text, known, places))


def _lines(text: str, section: str, places: dict[str, int]) -> Iterator[str]:
    for line in text.splitlines():
        key = named["key"] if (named := _LINE.match(line)) else ""
        if key == "section" and section not in places:
            yield f'section = ""  # {", ".join(places)}'
        elif key == "order":
            yield f"order = {places.get(section, 0) + _STEP}"
        elif key == "front":
            yield "front = false"
        elif words := _WORDS.match(line):
            yield f'{words["key"]}""  # {words["old"]}'
        else:
            yield line


def _places(area: Path) -> dict[str, int]:
    """Return the highest order in use in each section of an area, 0 where a section is empty."""
    last = {str(section["id"]): 0 for section in read_toml(area / "_area.toml")["sections"]}
    for path in sorted(area.glob("[!_]*.toml")):
        card = read_toml(path)
        section = str(card.get("section", ""))
        if section in last:
            last[section] = max(last[section], int(card.get("order", 0)))
    return last
