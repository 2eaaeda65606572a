"""A headline number in words: what it was, its change, if that is better; computes no number."""

from __future__ import annotations

from app.catalogue.cards import Card, Catalogue
from app.exhibit.parts import Tile
from app.store.store import Row
from app.view import View
from app.words.exactness import in_words
from app.words.numbers import NO_BREAK, NOT_PUBLISHED, amount, number, percent, period, with_unit
from app.words.say import say

# Before a change: which way a number went, told without colour.
_SIGNS = {"up": "▲ ", "down": "▼ ", "same": "= "}


def tile_of(
    card: Card,
    view: View,
    slots: dict[str, Row],
    case: str,
    known: Catalogue,
    *,
    doubts: bool,
    absent: str = "",
) -> Tile:
    """Return the headline number of the query's finding rows (`slots`, by name) in words; a change
    between numbers that are doubted (`doubts`) is neither better nor worse. `absent` says why there
    is no number, if it is known.
    """
    language = view.language

    def value(name: str) -> float | None:
        found: float | None = slots[name]["value"] if name in slots else None
        return found

    def written(name: str) -> str:
        exactness = slots[name].get("modality", "") if name in slots else ""
        return _written(value(name), card, language, known, exactness)

    def year(name: str) -> str:
        return period(slots[name]["period"], language)

    country, target = value("country_now") if view.place else None, value("target")
    country_text = ""
    if country is not None:
        # The country's number is that of the picked sector, too, where the query follows both.
        whole = slots["country_now"]["sector"] == "_T"
        key = "in_country" if whole else "sector_in_country"
        country_text = say(language, key, value=written("country_now"))
    target_text = "" if target is None else say(language, "target_is", value=written("target"))
    now, change, before = value("now"), value("change"), value("before")
    if case == "none" or now is None:
        absence = absent or _absence(view)
        return Tile(NOT_PUBLISHED, absence, "", "none", "neutral", country_text, target_text)
    if change is None:
        only = say(language, "year_only", year=year("now"))
        return Tile(written("now"), only, "", "none", "neutral", country_text, target_text)
    direction = _direction(change, card)
    return Tile(
        value=written("now"),
        before=""
        if before is None
        else say(language, "was", value=written("before"), year=year("before")),
        delta=say(language, "unchanged")
        if direction == "same"
        else _moved(abs(change), value("change_pct"), card, language, known),
        direction=direction,
        judgement="neutral" if doubts else _judgement(direction, card),
        country=country_text,
        target=target_text,
    )


def _direction(change: float, card: Card) -> str:
    # An arrow beside two numbers that are written alike would say more than the reader can see.
    if abs(change) < 0.5 * 10 ** -_decimals_of_change(card):
        return "same"
    return "up" if change > 0 else "down"


def _judgement(direction: str, card: Card) -> str:
    if card.better == "neutral" or direction == "same":
        return "neutral"
    return "better" if (direction == "up") == (card.better == "higher") else "worse"


def judgement_word(shown: Tile, language: str) -> str:
    """Return whether a change is for the better or the worse, in a word; blank if neither."""
    return "" if shown.judgement == "neutral" else say(language, shown.judgement)


def change_in_words(shown: Tile, language: str) -> str:
    """Return a headline number's change, signed and judged; blank if there is none."""
    if not shown.delta:
        return ""
    told = (shown.delta, judgement_word(shown, language))
    return _SIGNS.get(shown.direction, "") + " · ".join(part for part in told if part)


def _moved(
    size: float, change_pct: float | None, card: Card, language: str, known: Catalogue
) -> str:
    """Return by how much a headline number moved: in its unit, and in per cent if that is known.

    A share moves by percentage points.
    """
    if card.unit == "percent":
        points = known.units["percentage_points"].short[language]
        return f"{number(size, language, _decimals_of_change(card))}{NO_BREAK}{points}"
    moved = _written(size, card, language, known)
    if change_pct is None:
        return moved
    return f"{moved} ({percent(change_pct, language, 1, signed=True)})"


def _written(
    value: float | None, card: Card, language: str, known: Catalogue, exactness: str = ""
) -> str:
    short = known.units[card.unit].short[language]
    if not exactness:
        return with_unit(value, card.unit, short, language, card.decimals)
    said = in_words(amount(value, card.unit, language, card.decimals), exactness, language)
    return f"{said}{NO_BREAK}{short}" if short and card.unit != "percent" else said


def _decimals_of_change(card: Card) -> int:
    return max(card.decimals, 1) if card.unit == "percent" else card.decimals


def _absence(view: View) -> str:
    key = "not_by_region" if view.place else "not_by_sector" if view.sector else "nothing"
    return say(view.language, key)
