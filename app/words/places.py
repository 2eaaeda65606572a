"""Places in documents (`2.3, № 3`) in each language; knows no document."""

from __future__ import annotations

import re
from functools import cache

from app.words.say import Words, entries, words

# What stands for {n} in a place of a document: a number with all that hangs on it, a file, the
# name of a version.
_NUMBERED = r"\S+\.(?:csv|xlsx)|(?<=commit )\S+|\S*\d[^\s)]*"


@cache
def _places_in_documents() -> dict[str, Words]:
    return {
        phrase: words(entry, f"{file} [{phrase}]") for file, phrase, entry in entries("locators")
    }


def locator(text: str, language: str) -> str:
    """Return a place in a document (`2.3, table row 1`) in words.

    Section numbers and unknown phrases stay as they are.
    """
    return "".join(_place(part, language) for part in re.split(r"([,;] )", text))


def _place(part: str, language: str) -> str:
    for numbered in (r"\d+", _NUMBERED):
        if entry := _places_in_documents().get(re.sub(numbered, "{n}", part)):
            said = entry[language]
            for found in re.findall(numbered, part):
                said = said.replace("{n}", found, 1)
            return said
    return part


def locator_said(words_of_it: str, language: str) -> str:
    """Return the place in a document that somebody names in words (`2.3, строка 1 таблицы`), as
    facts name it; phrases that are in no list stay as they are.
    """
    return "".join(_said(part, language) for part in re.split(r"([,;] )", words_of_it))


def _said(part: str, language: str) -> str:
    for phrase, entry in _places_in_documents().items():
        pattern = re.escape(entry[language]).replace(re.escape("{n}"), r"(\S+)")
        if found := re.fullmatch(pattern, part, re.IGNORECASE):
            for number in found.groups():
                phrase = phrase.replace("{n}", number, 1)
            return phrase
    return part
