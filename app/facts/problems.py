"""One thing that is wrong with what people entered, in three languages; looks for none itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.paths import TEXT
from app.words.say import read_toml, words

_TOKEN = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in facts, words or cards.

    `kind` is a key of text/problems.toml, `detail` the words at fault.
    """

    file: str
    line: int
    kind: str
    detail: str

    def say(self, language: str) -> str:
        """Return the fault with file and line in the reader's language."""
        return f"{self.file}:{self.line}: {self.why(language)}"

    def why(self, language: str) -> str:
        """Return the fault without its place."""
        entry = words(read_toml(TEXT / "problems.toml")[self.kind], self.kind)
        return entry[language].replace("{detail}", self.detail)


def mixed_alphabets(text: str) -> list[str]:
    """Return the words of `text` that mix Latin letters into Cyrillic ones, such as `Cоюз`."""
    if text.isascii():
        return []
    return [token for token in _TOKEN.findall(text) if _mixed(token)]


def _mixed(token: str) -> bool:
    latin = any("a" <= sign.lower() <= "z" for sign in token)
    return latin and any("\u0400" <= sign <= "\u04ff" for sign in token)
