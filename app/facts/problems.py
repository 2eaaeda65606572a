"""One thing that is wrong with what people entered, in three languages; looks for none itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.paths import TEXT
from app.words.say import read_toml, words

# A word with a Latin and a Cyrillic letter in it.
_MIXED = re.compile(r"(?<![^\W\d_])(?=[^\W\d_]*[A-Za-z])(?=[^\W\d_]*[\u0400-\u04ff])[^\W\d_]+")


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
        entry = words(_kinds()[self.kind], self.kind)
        return entry[language].replace("{detail}", self.detail)


@cache
def _kinds() -> dict[str, Any]:
    return read_toml(TEXT / "problems.toml")


def mixed_alphabets(text: str) -> list[str]:
    """Return the words of `text` that mix Latin letters into Cyrillic ones, such as `Cоюз`."""
    return [] if text.isascii() else _MIXED.findall(text)
