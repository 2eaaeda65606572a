"""What is said, asked or refused about a table, with sheet and cell, in three languages; decides
nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.paths import TEXT
from app.words.say import Words, read_toml, words
from app.words.sentences import with_forms

REFUSED, ASKED, SAID = "refused", "asked", "said"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing about a table: `kind` is a key of text/intake_table.toml, `slots` what it says.

    A refused one has to be mended in the file or the mapping. An asked one has `at`, by which its
    answer is found in the mapping, and the answers there are.
    """

    level: str
    kind: str
    sheet: str = ""
    cell: str = ""
    slots: tuple[tuple[str, str], ...] = ()
    at: str = ""
    answers: tuple[str, ...] = ()

    def say(self, language: str) -> str:
        """Return the remark in the reader's language, sheet and cell before it."""
        place = " ".join(part for part in (self.sheet and f"«{self.sheet}»", self.cell) if part)
        text = message(language, self.kind, **dict(self.slots))
        return f"{place}: {text}" if place else text


class Refused(Exception):
    """A table, a mapping or a file cannot be taken; carries what is wrong with it."""

    def __init__(self, *remarks: Remark) -> None:
        super().__init__("; ".join(remark.say("en") for remark in remarks))
        self.remarks = remarks


def refused(kind: str, sheet: str = "", cell: str = "", **slots: str) -> Remark:
    """Return what has to be mended before anything is taken."""
    return Remark(REFUSED, kind, sheet, cell, tuple(slots.items()))


def said(kind: str, sheet: str = "", cell: str = "", **slots: str) -> Remark:
    """Return what the editor should know and need not answer."""
    return Remark(SAID, kind, sheet, cell, tuple(slots.items()))


def asked(
    kind: str, at: str, answers: tuple[str, ...], sheet: str = "", cell: str = "", **slots: str
) -> Remark:
    """Return a question whose answer stands in the mapping under `at`."""
    return Remark(ASKED, kind, sheet, cell, tuple(slots.items()), f"{kind} {at}", answers)


@cache
def _texts() -> dict[str, Words]:
    entries = read_toml(TEXT / "intake_table.toml")
    return {key: words(entry, f"intake_table.toml [{key}]") for key, entry in entries.items()}


def message(language: str, kind: str, **slots: str) -> str:
    """Return the words of one message, its `{slots}` filled in; `{count#one|few|many}` is the form
    that the number asks for.
    """
    counts = {name: float(value) for name, value in slots.items() if value.isdigit()}
    text = with_forms(_texts()[kind][language], counts, language)
    for name, value in slots.items():
        text = text.replace("{" + name + "}", value)
    return text
