"""Reads what else things are called (`synonyms.toml` of the programme and of the federation) and
refuses what would mislead a search; searches nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.catalogue.cards import considered
from app.catalogue.refusals import BadCard, refuse_unknown
from app.paths import text_folders
from app.words.say import LANGUAGES, read_toml
from app.words.stems import stem, telling, tokens

# What stays of each word of a phrase, in the phrase's language.
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Phrases that mean the same, those of each language together; further names of places and of
    sectors.
    """

    groups: tuple[tuple[Phrase, ...], ...]
    places: dict[str, tuple[Phrase, ...]]
    sectors: dict[str, tuple[Phrase, ...]]


@cache
def synonyms() -> Synonyms:
    """Read the project's own once; raise BadCard naming the fault."""
    known = considered()
    paths = [folder / "synonyms.toml" for folder in text_folders()]
    return read_synonyms([path for path in paths if path.is_file()], known.places, known.sectors)


def read_synonyms(
    paths: Iterable[Path], places: Collection[str], sectors: Collection[str]
) -> Synonyms:
    """Read files of synonyms.

    Raises BadCard for a group without one of the languages, for a phrase that stands in two entries
    (in whatever form) or tells nothing, and for an unknown place or sector.
    """
    seen: dict[Phrase, str] = {}
    groups: list[tuple[Phrase, ...]] = []
    named: dict[str, dict[str, tuple[Phrase, ...]]] = {"places": {}, "sectors": {}}
    for path in paths:
        entries = read_toml(path)
        refuse_unknown(entries, {"words", "places", "sectors"}, path.name)
        for name, entry in entries.get("words", {}).items():
            where = f"{path.name} [words.{name}]"
            if missing := [code for code in LANGUAGES if not _listed(entry, where).get(code)]:
                raise BadCard(f"{where}: {', '.join(missing)} missing")
            # Every name stands in the three languages, so a word needs the others of its own only.
            groups += [_phrases({code: entry[code]}, where, seen) for code in LANGUAGES]
        for kind, known in (("places", places), ("sectors", sectors)):
            for code, entry in entries.get(kind, {}).items():
                where = f"{path.name} [{kind}.{code}]"
                if code not in known:
                    raise BadCard(f"{where}: unknown code")
                named[kind][code] = _phrases(entry, where, seen)
    return Synonyms(tuple(groups), named["places"], named["sectors"])


def _listed(entry: Any, where: str) -> dict[str, list[str]]:
    """Return an entry that is what one must be: for each language a list of phrases."""
    if not isinstance(entry, dict):
        raise BadCard(f"{where}: lists of phrases by language are expected")
    refuse_unknown(entry, LANGUAGES, where)
    for language, phrases in entry.items():
        if not isinstance(phrases, list) or not all(isinstance(one, str) for one in phrases):
            raise BadCard(f"{where} {language}: a list of phrases is expected")
    return entry


def _phrases(entry: Any, where: str, seen: dict[Phrase, str]) -> tuple[Phrase, ...]:
    found = []
    for language, phrases in _listed(entry, where).items():
        for text in phrases:
            phrase = phrase_of(text, language)
            if not phrase or any(not part.strip() for part in phrase):
                raise BadCard(f"{where}: “{text}” has no word")
            if phrase in seen:
                raise BadCard(f"{where}: “{text}” stands in {seen[phrase]} already")
            seen[phrase] = f"{where.partition(' ')[2]} as “{text}”"
            found.append(phrase)
    if not found:
        raise BadCard(f"{where}: no phrase")
    return tuple(found)


def phrase_of(text: str, language: str) -> Phrase:
    """Return what stays of each telling word of a phrase, in their order."""
    return tuple(stem(token, language) for token in telling(tokens(text)))
