"""One thing that is wrong with what people entered, said in three languages with file and line;
looks for none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.paths import TEXT
from app.words.say import read_toml, words

_TOKEN = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in the facts or cards: where, which kind (a key of text/problems.toml), and the
    words at fault.
    """

    file: str
    line: int
    kind: str
    detail: str

    def say(self, language: str) -> str:
        """Return the fault with file and line in the reader's language."""
        entry = words(read_toml(TEXT / "problems.toml")[self.kind], self.kind)
        return f"{self.file}:{self.line}: {entry[language].replace('{detail}', self.detail)}"


def mixed_alphabets(text: str) -> list[str]:
    """Return the words of `text` that mix Latin letters into Cyrillic ones (look-alikes such as
    `Cоюз`).
    """
    mixed: list[str] = []
    if text.isascii():
        return mixed
    for token in _TOKEN.findall(text):
        latin = any("a" <= sign.lower() <= "z" for sign in token)
        cyrillic = any("\u0400" <= sign <= "\u04ff" for sign in token)
        if latin and cyrillic:
            mixed.append(token)
    return mixed
