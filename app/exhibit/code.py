"""The short code of one shown exhibit, and what a code stands for; draws no page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from app.catalogue.cards import Card, catalogue
from app.exhibit.parts import Exhibit
from app.release.releases import Release
from app.store.store import Row, Store
from app.view import View

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
# A code that names the digest of its release is told from an older one, which does not, by another
# rest. One wrong sign, or two neighbours that changed places, never make one kind of the other.
_REST = 418
_BITS = {"exhibit": 24, "place": 7, "sector": 12, "period": 8, "newest": 8, "digest": 20}
_FIRST_YEAR, _LAST_YEAR = 1900, 2155
_MASK = 0x5A5A5A  # over the exhibit of a code of today, so that it is none read as an older one
_YEAR = re.compile(r"(?:\d{4}/)?(\d{4})(?:-.*)?")
_NEW, _OLD = ("newest", "period", "sector", "place"), ("period", "sector", "place")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a code stands for: an exhibit, a view, a release.

    `card` is None if this programme has no exhibit of that name any more. `digest` is how the
    release's digest begins (the first five signs); codes that were given before they named it have
    a blank one. `newest` is the year of the newest period that was shown where none was picked.
    """

    card: Card | None
    place: str | None
    sector: str | None
    period: str | None
    release: int
    digest: str = ""
    newest: str | None = None

    def view(self, language: str) -> View:
        """Return the view in a language: a receipt speaks the language of who reads it."""
        return View(language, self.place, self.sector, self.period)

    def is_of(self, release: Release) -> bool:
        """Say whether a release has the digest that the code names."""
        return bool(self.digest) and release.digest.startswith(self.digest)


def code_for(one: Exhibit, view: View, store: Store) -> str:
    """Return the short code of an exhibit as it is shown from a release."""
    release = store.release
    newest = newest_year((*one.marks, *one.finding_rows), release)
    return code_of(one.card, view, release.number, release.digest, newest)


def code_again(shown: Shown) -> str:
    """Return the code that stands for this, written as codes are."""
    assert shown.card is not None
    return code_of(shown.card, shown.view("en"), shown.release, shown.digest, shown.newest)


def newest_year(rows: Iterable[Row], release: Release) -> str | None:
    """Return the year in which the newest period of an answer ends; None if it has none. What is
    promised for a year still to come is no period shown.
    """
    years = [match[1] for row in rows if (match := _YEAR.fullmatch(row["period"] or ""))]
    last = str(release.published.year)
    return max((year for year in years if year <= last), default=None)


def code_of(
    card: Card, view: View, release: int, digest: str = "", newest: str | None = None
) -> str:
    """Return the short code of an exhibit as it is shown (`K7Q2-M4X9T-0VQ3B`).

    It is the same everywhere, and nothing is stored for it. It holds the exhibit, what the exhibit
    follows of the view, the number of the release and how its digest begins, the newest year shown
    where none is picked and one could be, and a check on itself. The language is not part of it.
    Without a digest it is a code as they were before.
    """
    view = view.only(card.breakdowns)
    pinned = newest if "period" in card.breakdowns and not view.period else None
    parts = {
        "place": int(view.place.removeprefix("KZ-")) if view.place else None,
        "sector": _digest("sector", view.sector) if view.sector else None,
        "period": int(view.period) - _FIRST_YEAR if view.period else None,
        "newest": int(pinned) - _FIRST_YEAR
        if pinned and _FIRST_YEAR <= int(pinned) <= _LAST_YEAR
        else None,
    }
    packed = release
    if digest:
        packed = packed << _BITS["digest"] | int(digest[:5], 16)
    for name in reversed(_NEW if digest else _OLD):
        part = parts[name]
        # The flag stands below its part: a code is read from its end.
        packed = packed if part is None else packed << _BITS[name] | part
        packed = packed << 1 | (part is not None)
    exhibit = _digest("exhibit", card.id)
    packed = packed << _BITS["exhibit"] | (exhibit ^ _MASK if digest else exhibit)
    packed = packed << 10 | (packed + (_REST if digest else 0)) % _CHECK
    signs = ""
    while packed:
        packed, rest = divmod(packed, 32)
        signs = _ALPHABET[rest] + signs
    signs = signs.rjust(9, "0")
    if not digest:
        return f"{signs[:4]}-{signs[4:]}"
    return "-".join(filter(None, (signs[:4], signs[4:9], signs[9:14], signs[14:])))


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
    if not 9 <= len(plain) <= 24 or any(sign not in _ALPHABET for sign in plain):
        return None
    packed = 0
    for sign in plain:
        packed = packed << 5 | _ALPHABET.index(sign)
    packed, check = packed >> 10, packed & 1023
    if packed % _CHECK == check:
        return _read(packed, today=False)
    return _read(packed, today=True) if (packed + _REST) % _CHECK == check else None


def _read(packed: int, *, today: bool) -> Shown | None:
    """Return what is packed in a code of today, or in one as they were before; None if nothing can
    be.
    """
    packed, exhibit = _taken(packed, _BITS["exhibit"])
    parts: dict[str, int | None] = {"newest": None}
    for name in _NEW if today else _OLD:
        packed, flag = _taken(packed, 1)
        packed, parts[name] = _taken(packed, _BITS[name]) if flag else (packed, None)
    digest = ""
    if today:
        packed, begins = _taken(packed, _BITS["digest"])
        digest, exhibit = f"{begins:05x}", exhibit ^ _MASK
    known = catalogue()
    number, named = parts["place"], parts["sector"]
    place = None if number is None else f"KZ-{number}"
    sector = None if named is None else _named("sector", known.union_sectors()).get(named)
    unknown_place = place is not None and place not in known.regions()
    unknown_sector = named is not None and sector is None
    if unknown_place or unknown_sector or not packed:
        return None
    cards = {card.id: card for card in known.cards()}
    card = cards.get(_named("exhibit", tuple(cards)).get(exhibit, ""))
    return Shown(
        card, place, sector, _year(parts["period"]), packed, digest, _year(parts["newest"])
    )


def _year(part: int | None) -> str | None:
    return None if part is None else str(part + _FIRST_YEAR)


def _taken(packed: int, bits: int) -> tuple[int, int]:
    return packed >> bits, packed & (1 << bits) - 1


def _digest(kind: str, name: str) -> int:
    digest = hashlib.blake2b(name.encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") >> 32 - _BITS[kind]


@cache
def _named(kind: str, names: tuple[str, ...]) -> dict[int, str]:
    """Return the names by their digests; that no two share one is a test."""
    return {_digest(kind, name): name for name in names}
