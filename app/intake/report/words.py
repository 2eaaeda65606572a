"""The words of the kit (`text/kit.toml`) in three languages; knows no fact and no cell."""

from __future__ import annotations

import re
from functools import cache

from app.paths import TEXT
from app.words.say import Words, read_toml, words

# With one of these in the comment a person says that what was asked about is printed so.
CONFIRMED = {"kk": "рас", "ru": "верно", "en": "confirmed"}
# Whoever denies it (`не верно`, `рас емес`) or asks (`верно?`) has not confirmed it.
_CONFIRMED = re.compile(
    rf"(?<!\bне )(?<!\bnot )\b({'|'.join(CONFIRMED.values())})\b(?! (?:емес|ма)\b| ли\b| ?\?)",
    re.IGNORECASE,
)


@cache
def _entries() -> dict[str, Words]:
    entries = read_toml(TEXT / "kit.toml")
    return {key: words(entry, f"kit.toml [{key}]") for key, entry in entries.items()}


def tell(language: str, key: str, **slots: object) -> str:
    """Return the kit's words for `key`, its `{slots}` filled in."""
    text = _entries()[key][language].replace("{confirmed}", CONFIRMED[language])
    for name, value in slots.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def is_confirmed(comment: str) -> bool:
    """Say whether a comment confirms what was asked about, in whatever language."""
    return _CONFIRMED.search(comment) is not None
