"""What a check found, in words; decides nothing and shows nothing.

The words that a person entered tell the case of the edition for which they were written. A later
edition that does not add up either is told by the kind of the check.
"""

from __future__ import annotations

from app.catalogue.cards import catalogue
from app.exhibit.names import name_of
from app.facts.tables import SELECTOR
from app.store.store import Row
from app.words.federation import federation
from app.words.numbers import number, percent, period
from app.words.say import say
from app.words.sentences import capital, unbroken, with_forms

_PERCENT = frozenset({"share", "change"})
_COLUMNS = {
    "printed": "printed",
    "recomputed": "recomputed",
    "left": "left_value",
    "right": "right_value",
}


def explanation(check: Row, language: str) -> str:
    """Return what a check found, with its numbers; blank where there is nothing to be told."""
    text = check[f"why_{language}"] or ""
    if not text and check["result"] == "disagrees":
        text = _general(check, language)
    text = with_forms(text, {name: check[column] for name, column in _COLUMNS.items()}, language)
    decimals = int(check["decimals"] or 0)
    share = check["kind"] in _PERCENT
    for name, column in _COLUMNS.items():
        value = check[column]
        whole = value is None or value == int(value)
        written = (
            percent(value, language, decimals)
            if share and name in {"printed", "recomputed"}
            else number(value, language, 0 if whole else max(decimals, 1))
        )
        text = text.replace("{" + name + "}", written)
    return unbroken(text)


def _general(check: Row, language: str) -> str:
    """Return the words for a check of this kind, with the name of its number;
    numbers still open.
    """
    selector = SELECTOR.match(check["left"] or "")
    if selector is None:
        return ""
    known = catalogue()
    year, place, sector, *rest = selector[3].split("/")
    codes = [("measure", selector[2]), ("place", place), ("sector", sector)]
    if rest and not selector[1]:
        codes.append(("series", rest[0]))
    named = [
        name_of(known, kind, code, language)
        for kind, code in codes
        if code not in {federation().country, "_T", "*"}
    ]
    what = capital(", ".join(named))
    return say(language, f"check_{check['kind']}", what=what, year=period(year, language))
