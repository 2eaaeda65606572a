"""Writes exhibits to files; asks no database and draws no page. Here stands what all of them do with words."""

from __future__ import annotations

import re

from app.language import NO_BREAK

# Before a change: which way a number went, told without colour.
SIGNS = {"up": "▲ ", "down": "▼ ", "same": "= "}
# What leans on the word before it: an arrow between two numbers, a dash, the sign of a currency.
_LEANING = re.compile(r" (?=[→—–₸](?:\W|$))")


def unbroken(text: str) -> str:
    """Return the text with blanks at which no line may end: none begins with the arrow of `190 → 181`, with a dash or with a ₸."""
    return _LEANING.sub(NO_BREAK, text)
