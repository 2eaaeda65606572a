"""How exactly a number is printed, in words and as a sign: “more than 60”, “> 60”;
knows no fact.
"""

from __future__ import annotations

import re

from app.words.say import say

# Before a number where there is no room for words.
_SIGNS = {"more_than": "> ", "almost": "≈ ", "about": "≈ ", "at_least": "≥ "}
# The endings of a Kazakh numeral follow its last spoken word: (from, to) of digits, tens, powers.
_DIGITS = {
    "0": ("ден", "ге"),
    "1": ("ден", "ге"),
    "2": ("ден", "ге"),
    "3": ("тен", "ке"),
    "4": ("тен", "ке"),
    "5": ("тен", "ке"),
    "6": ("дан", "ға"),
    "7": ("ден", "ге"),
    "8": ("ден", "ге"),
    "9": ("дан", "ға"),
}
_TENS = {
    "1": ("нан", "ға"),
    "2": ("дан", "ға"),
    "3": ("дан", "ға"),
    "4": ("тан", "қа"),
    "5": ("ден", "ге"),
    "6": ("тан", "қа"),
    "7": ("тен", "ке"),
    "8": ("нен", "ге"),
    "9": ("нан", "ға"),
}
_HUNDRED, _THOUSAND, _PER_CENT = ("ден", "ге"), ("нан", "ға"), ("дан", "ға")


def in_words(text: str, modality: str, language: str) -> str:
    """Return a written number (`5 100`, `80 %`) as exactly as it is printed: “more than 5 100”;
    as it is if `modality` is blank.
    """
    if not modality:
        return text
    if language == "kk":
        out_of, to = kazakh_endings(text)
        ending = {"more_than": out_of, "almost": to}.get(modality, "")
        text = f"{text}-{ending}" if ending else text
    return say(language, f"exactly_{modality}", number=text)


def as_sign(text: str, modality: str) -> str:
    """Return a written number with the sign of how exactly it is printed: “> 5 100”."""
    return _SIGNS[modality].replace(" ", "\u00a0") + text if modality else text


def kazakh_endings(text: str) -> tuple[str, str]:
    """Return the endings of the ablative and the dative of a written number, as it is read aloud
    (Kazakh: 60-тан, 60-қа); a thousand and a million end alike.
    """
    if text.endswith("%"):
        return _PER_CENT
    digits = re.sub(r"\D", "", text)
    if not digits or digits.endswith("000"):
        return _THOUSAND
    if digits.endswith("00"):
        return _HUNDRED
    if digits.endswith("0") and len(digits) > 1:
        return _TENS[digits[-2]]
    return _DIGITS[digits[-1]]
