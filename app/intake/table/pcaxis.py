"""Reads PC-Axis (.px) into long lines, one for each number of DATA; interprets no code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from app.intake.table.files import text_of, within
from app.intake.table.grid import Book, Grid, Value
from app.intake.table.remarks import Refused, refused

_KEYWORD = re.compile(r"\s*([A-Z][A-Z0-9-]*)(?:\[(\w+)\])?(?:\(((?:\"[^\"]*\"|[^)\"])*)\))?\s*=")
_QUOTED = re.compile(r'"([^"]*)"')
_LANGUAGES = ("kk", "ru", "en")
_CODEPAGE = re.compile(rb'CODEPAGE\s*=\s*"([\w-]+)"', re.IGNORECASE)
# What a file means by its points where it does not say it itself.
_POINTS = {".": "not_applicable", "..": "not_available", "...": "confidential"}


@dataclass(frozen=True, slots=True)
class _Entry:
    key: str
    language: str
    about: tuple[str, ...]
    text: str

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(re.sub("#+", " ", one) for one in _joined(self.text))


def _joined(text: str) -> list[str]:
    """Return the quoted values; a long one may stand on several lines in several quotations."""
    found: list[str] = []
    end = -1
    for match in _QUOTED.finditer(text):
        between = text[end : match.start()] if end >= 0 else ","
        if "," in between:
            found.append(match[1])
        else:
            found[-1] += match[1]
        end = match.end()
    return found


def read_px(data: bytes, name: str) -> Book:
    """Return the table of a PC-Axis file in a language of ours if it has one; raise Refused if its
    DATA does not fill its variables.
    """
    page = _CODEPAGE.search(data[:4000])
    text = text_of(data, page[1].decode("ascii") if page else "cp1252")
    entries, cells = _parsed(text)
    own = _first(entries, "LANGUAGE", "") or ("",)
    offered = _first(entries, "LANGUAGES", "") or own
    chosen = next((one for one in _LANGUAGES if one in offered), own[0])
    language = "" if chosen == own[0] else chosen
    # STUB and HEADING decide the order of DATA: the last of HEADING runs fastest.
    own_ones = _variables(entries, "")
    variables = _variables(entries, language)
    if not variables or len(variables) != len(own_ones):
        raise Refused(refused("no_px", why="STUB, HEADING"))
    values = [
        _values(entries, one, language) or _values(entries, two, "")
        for one, two in zip(variables, own_ones, strict=True)
    ]
    count = 1
    for each in values:
        count *= len(each)
    if count != len(cells):
        raise Refused(refused("no_px", why=f"DATA: {len(cells)}, VALUES: {count}"))
    within(count, count * (len(variables) + 1))
    lines: list[tuple[Value, ...]] = [(*variables, "value")]
    lines.extend((*cell, cells[number]) for number, cell in enumerate(product(*values)))
    width = len(variables)
    grid = Grid(name, tuple(lines), labels=tuple(range(width)), values=(width,), counted="DATA")
    title = " ".join(_first(entries, "DESCRIPTION", language) or _first(entries, "TITLE", language))
    about = tuple(
        " ".join(found)
        for key in ("CONTENTS", "UNITS", "SOURCE", "LAST-UPDATED", "NOTE")
        if (found := _first(entries, key, language))
    )
    return Book("px", (grid,), title, about, _POINTS)


def _values(entries: list[_Entry], variable: str, language: str) -> tuple[str, ...]:
    """Return the values of a variable in a language, none if the language leaves them out."""
    for key in ("VALUES", "CODES"):
        for entry in entries:
            if (entry.key, entry.language, entry.about) == (key, language, (variable,)):
                return entry.values
    return ()


def _variables(entries: list[_Entry], language: str) -> tuple[str, ...]:
    return (*_first(entries, "STUB", language), *_first(entries, "HEADING", language))


def _first(entries: list[_Entry], key: str, language: str) -> tuple[str, ...]:
    for said in (language, ""):
        for entry in entries:
            if entry.key == key and entry.language == said and not entry.about:
                return entry.values or (entry.text.strip(),)
    return ()


def _parsed(text: str) -> tuple[list[_Entry], list[str]]:
    """Return the keywords and the numbers; raise Refused where neither can be read."""
    entries: list[_Entry] = []
    position = 0
    while match := _KEYWORD.match(text, position):
        if match[1] == "DATA":
            return entries, _numbers(text[match.end() :])
        end = _end(text, match.end())
        about = tuple(_QUOTED.findall(match[3] or ""))
        entries.append(_Entry(match[1], match[2] or "", about, text[match.end() : end]))
        position = end + 1
    line = text.count("\n", 0, position) + 1
    raise Refused(refused("no_px", cell=str(line), why=text[position : position + 40].strip()))


def _end(text: str, start: int) -> int:
    """Return where the semicolon outside of quotations is that ends an entry."""
    quoted = False
    for position in range(start, len(text)):
        if text[position] == '"':
            quoted = not quoted
        elif text[position] == ";" and not quoted:
            return position
    raise Refused(refused("no_px", why=";"))


def _numbers(text: str) -> list[str]:
    body = text.rsplit(";", 1)[0]
    return [one.strip('"') for one in re.findall(r'"[^"]*"|[^\s,;]+', body)]
