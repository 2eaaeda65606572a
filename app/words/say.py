"""The interface's words in Kazakh, Russian and English, and the order of each alphabet.

Knows no number and no indicator.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.paths import text_folders
from app.words.federation import BadFederation, federation

LANGUAGES = ("kk", "ru", "en")
DEFAULT_LANGUAGE = "ru"
_ALPHABETS = {
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "en": "abcdefghijklmnopqrstuvwxyz",
}


class IncompleteText(ValueError):
    """A text entry lacks one of the three languages or has something else in it."""


@dataclass(frozen=True, slots=True)
class Words:
    """One thing said in the three languages."""

    kk: str
    ru: str
    en: str

    def __getitem__(self, language: str) -> str:
        return {"kk": self.kk, "ru": self.ru, "en": self.en}[language]


def words(entry: Any, where: str) -> Words:
    """Return `entry` as Words; raise IncompleteText if a language is missing, blank or unknown."""
    if not isinstance(entry, dict):
        raise IncompleteText(f"{where}: kk, ru and en are expected")
    missing = [language for language in LANGUAGES if not str(entry.get(language, "")).strip()]
    if missing:
        raise IncompleteText(f"{where}: {', '.join(missing)} missing")
    unknown = sorted(set(entry) - set(LANGUAGES))
    if unknown:
        raise IncompleteText(f"{where}: unknown key {', '.join(unknown)}")
    said = [str(entry[language]) for language in LANGUAGES]
    if not any("{@" in text for text in said):
        return Words(*said)
    try:
        return Words(*map(federation().named, said, LANGUAGES))
    except BadFederation as error:
        raise IncompleteText(f"{where}: {error}") from error


def read_toml(path: Path) -> dict[str, Any]:
    """Return the parsed file; raise IncompleteText naming the file if it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise IncompleteText(f"{path.name}: {error}") from error


def entries(kind: str) -> Iterator[tuple[str, str, Any]]:
    """Yield file, code and entry of `<kind>.toml`, or of every file in `<kind>/`: what the
    federation says (`text/` of its folder) goes before what the programme says under the same code.

    Raises IncompleteText if one of the two says a code twice.
    """
    found: dict[str, tuple[str, str, Any]] = {}
    for layer in text_folders():
        here: dict[str, tuple[str, str, Any]] = {}
        for path in _files(layer, kind):
            for code, entry in read_toml(path).items():
                if code in here:
                    raise IncompleteText(f"{path.name} [{code}]: defined twice")
                here[code] = (path.name, code, entry)
        found |= here
    yield from found.values()


def _files(layer: Path, kind: str) -> list[Path]:
    folder, single = layer / kind, layer / f"{kind}.toml"
    return sorted(folder.glob("*.toml")) if folder.is_dir() else [single] * single.is_file()


@cache
def interface() -> dict[str, Words]:
    """Return the words of the interface by key."""
    return {key: words(entry, f"{file} [{key}]") for file, key, entry in entries("interface")}


def say(language: str, key: str, **slots: str) -> str:
    """Return the interface's words for `key`, its `{slots}` filled in."""
    text = interface()[key][language]
    for name, value in slots.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def sort_key(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return a key that sorts by the language's alphabet (Ә after А), other signs first."""
    alphabet = _ALPHABETS[language]
    return tuple(
        (1, alphabet.index(sign)) if sign in alphabet else (0, ord(sign)) for sign in text.lower()
    )
