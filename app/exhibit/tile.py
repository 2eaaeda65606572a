"""A headline number in words: value, what came before, the change and whether it is for the better;
computes no number.
"""

from __future__ import annotations

from collections.abc import Callable

from app.catalogue.cards import Card, Catalogue
from app.exhibit.parts import Tile
from app.store.store import Row
from app.view import View
from app.words.numbers import NOT_PUBLISHED, number, percent, period, with_unit
from app.words.say import say


def tile_of(card: Card, view: View, slots: dict[str, Row], case: str, known: Catalogue) -> Tile:
    """Return the headline number of the query's finding rows (`slots`, by name) in words."""
    language = view.language
    unit = known.units[card.unit]
    write: Callable[..., str] = lambda value: with_unit(
        value, card.unit, unit.short[language], language, card.decimals
    )
    value = lambda name: slots[name]["value"] if name in slots else None
    country = value("country_now")
    country_text = (
        say(language, "in_country", value=write(country))
        if country is not None and view.place
        else ""
    )
    target = (
        say(language, "target_is", value=write(value("target")))
        if value("target") is not None
        else ""
    )
    now = value("now")
    if case == "none" or now is None:
        return Tile(
            NOT_PUBLISHED, _tile_absence(card, view), "", "none", "neutral", country_text, target
        )
    change, change_pct, before = value("change"), value("change_pct"), value("before")
    if change is None:
        year = slots["now"]["period"]
        return Tile(
            write(now),
            say(language, "year_only", year=period(year, language)),
            "",
            "none",
            "neutral",
            country_text,
            target,
        )
    # An arrow beside two numbers that are written alike would say more than the reader can see.
    same = abs(change) < 0.5 * 10 ** -_decimals_of_change(card)
    direction = "same" if same else "up" if change > 0 else "down"
    judgement = (
        "neutral"
        if card.better == "neutral" or same
        else "better"
        if (change > 0) == (card.better == "higher")
        else "worse"
    )
    delta = (
        say(language, "unchanged")
        if same
        else _moved(abs(change), change_pct, card, write, language, known)
    )
    earlier = (
        say(language, "was", value=write(before), year=period(slots["before"]["period"], language))
        if before is not None
        else ""
    )
    return Tile(write(now), earlier, delta, direction, judgement, country_text, target)


def judgement_word(shown: Tile, language: str) -> str:
    """Return whether a change is for the better or the worse, in a word; blank if neither."""
    return "" if shown.judgement == "neutral" else say(language, shown.judgement)


def _moved(
    size: float,
    change_pct: float | None,
    card: Card,
    write: Callable[..., str],
    language: str,
    known: Catalogue,
) -> str:
    """Return by how much a headline number moved: a share by percentage points, anything else by
    its unit and in per cent.
    """
    if card.unit == "percent":
        return f"{number(size, language, _decimals_of_change(card))}\u00a0{known.units['percentage_points'].short[language]}"
    return write(size) + (
        f" ({percent(change_pct, language, 1, signed=True)})" if change_pct is not None else ""
    )


def _decimals_of_change(card: Card) -> int:
    return max(card.decimals, 1) if card.unit == "percent" else card.decimals


def _tile_absence(card: Card, view: View) -> str:
    return say(
        view.language,
        "not_by_region" if view.place else "not_by_sector" if view.sector else "nothing",
    )


# Before a change: which way a number went, told without colour.
SIGNS = {"up": "▲ ", "down": "▼ ", "same": "= "}
