"""The short code of one shown exhibit, and what a code stands for; draws no page."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache

from app.catalogue.cards import Card, catalogue
from app.view import View
from app.words.federation import federation

# Crockford's base 32: no letter that is taken for a digit or for another letter when it is read
# aloud or copied from a slide.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# Codes are typed from paper, also on a Cyrillic keyboard, and come out of messages with another
# dash or blank.
_LOOKALIKE = dict(zip("OILUАВЕКМНОРСТУХІ", "011VABEKMH0PCTYX1", strict=True)) | dict.fromkeys(
    "- \u00a0\u2010\u2011\u2012\u2013\u2014\u2212", ""
)
# The largest prime below 2**10: one wrong sign, or two that changed places, leave another rest.
_CHECK = 1021
_BITS = {"exhibit": 24, "place": 7, "named_place": 20, "sector": 12, "period": 8}
_FIRST_YEAR = 1900


@dataclass(frozen=True, slots=True)
class Shown:
    """What a code stands for: an exhibit, a view, a release.

    `card` is None if this programme has no exhibit of that name any more.
    """

    card: Card | None
    place: str | None
    sector: str | None
    period: str | None
    release: int

    def view(self, language: str) -> View:
        """Return the view in a language: a receipt speaks the language of who reads it."""
        return View(language, self.place, self.sector, self.period)


def code_of(card: Card, view: View, release: int) -> str:
    """Return the short code of an exhibit as it is shown (`K7Q2-M4X9T`).

    It is the same everywhere, and nothing is stored for it. It holds the exhibit, what the exhibit
    follows of the view, the number of the release, and a check on itself. The language is not part
    of it.
    """
    view = view.only(card.breakdowns)
    parts = {
        "place": _number_of(view.place) if view.place else None,
        "sector": _digest("sector", view.sector) if view.sector else None,
        "period": int(view.period) - _FIRST_YEAR if view.period else None,
    }
    bits = _BITS | {"place": _place_bits()}
    packed = release
    for name, part in parts.items():
        # The flag stands below its part: a code is read from its end.
        packed = packed if part is None else packed << bits[name] | part
        packed = packed << 1 | (part is not None)
    packed = packed << _BITS["exhibit"] | _digest("exhibit", card.id)
    packed = packed << 10 | packed % _CHECK
    signs = ""
    while packed:
        packed, rest = divmod(packed, 32)
        signs = _ALPHABET[rest] + signs
    signs = signs.rjust(9, "0")
    return f"{signs[:4]}-{signs[4:]}"


def receipt_address(base: str, code: str, language: str, kind: str = "") -> str:
    """Return where the receipt of a code stands.

    `base` is the dashboard's address (`https://…/`); `kind` is `.json` for the receipt for
    programs.
    """
    return f"{base}r/{code}{kind}?lang={language}"


def shown_by(code: str) -> Shown | None:
    """Return what a code stands for, however it is written (small letters, blanks, O for 0).

    None if it is no code.
    """
    plain = "".join(_LOOKALIKE.get(sign, sign) for sign in code.upper())
    if not 9 <= len(plain) <= 20 or any(sign not in _ALPHABET for sign in plain):
        return None
    packed = 0
    for sign in plain:
        packed = packed << 5 | _ALPHABET.index(sign)
    packed, check = packed >> 10, packed & 1023
    if packed % _CHECK != check:
        return None
    packed, exhibit = _taken(packed, _BITS["exhibit"])
    parts: dict[str, int | None] = {}
    bits = _BITS | {"place": _place_bits()}
    for name in ("period", "sector", "place"):
        packed, flag = _taken(packed, 1)
        packed, parts[name] = _taken(packed, bits[name]) if flag else (packed, None)
    known = catalogue()
    number, digest, year = parts["place"], parts["sector"], parts["period"]
    place = None if number is None else _place_of(number)
    sector = None if digest is None else _named("sector", known.union_sectors()).get(digest)
    unknown_place = number is not None and place is None
    unknown_sector = digest is not None and sector is None
    if unknown_place or unknown_sector or not packed:
        return None
    cards = {card.id: card for card in known.cards()}
    card = cards.get(_named("exhibit", tuple(cards)).get(exhibit, ""))
    period = None if year is None else str(year + _FIRST_YEAR)
    return Shown(card, place, sector, period, packed)


def _number_of(place: str) -> int:
    """Return the number by which a code names a region: its own (KZ-47), where all regions of the
    country have one, else a digest.
    """
    if _place_bits() == _BITS["named_place"]:
        return _digest("named_place", place)
    return int(place.rpartition("-")[2])


def _place_of(number: int) -> str | None:
    """Return the region that a code names; None if there is none of that number."""
    regions = catalogue().regions()
    return next((place for place in regions if _number_of(place) == number), None)


@cache
def _place_bits() -> int:
    numbered = re.compile(rf"{re.escape(federation().country)}-[1-9]\d?")
    named = not all(numbered.fullmatch(place) for place in catalogue().regions())
    return _BITS["named_place" if named else "place"]


def _taken(packed: int, bits: int) -> tuple[int, int]:
    return packed >> bits, packed & (1 << bits) - 1


def _digest(kind: str, name: str) -> int:
    digest = hashlib.blake2b(name.encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") >> 32 - _BITS[kind]


@cache
def _named(kind: str, names: tuple[str, ...]) -> dict[int, str]:
    """Return the names by their digests; that no two share one is a test."""
    return {_digest(kind, name): name for name in names}
