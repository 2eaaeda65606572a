"""A page in pieces: those that stand on many pages are written once, and left out where the
browser has them already; composes nothing and remembers nothing.

On its way a piece is an object with its digest and what the page adds, `{"piece": "…", …}`; what it
holds itself stands in it as `own`, but not if the browser has got it before. There
the page's script (`pieces.js`) puts both together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

# Stands in the written page where a piece goes in: no JSON holds this sign, it is always escaped.
_SLOT = b"\x00"


@dataclass(frozen=True, slots=True)
class Piece:
    """Members of a JSON object as they are written, without the brackets, and their digest."""

    digest: str
    members: bytes


def piece(*parts: bytes) -> Piece:
    """Return the piece that holds the members of all parts, JSON objects that are not empty."""
    members = b",".join(part[1:-1] for part in parts)
    return Piece(hashlib.blake2b(members, digest_size=9).hexdigest(), members)


@dataclass(frozen=True, slots=True)
class Cut:
    """A page as it is written: `texts` around `pieces`, one text more than there are pieces."""

    texts: tuple[bytes, ...]
    pieces: tuple[Piece, ...]

    @property
    def weight(self) -> int:
        """Return about how many bytes it takes; pieces are shared and count nothing."""
        return sum(map(len, self.texts)) + 100 * len(self.pieces)

    def whole(self, first: bytes) -> bytes:
        """Return the page as JSON with the members `first` before its own."""
        return self._filled(first, [one.members for one in self.pieces])

    def without(self, had: Container[str], first: bytes) -> bytes:
        """Return the page as JSON for a browser that has got the pieces of these digests."""
        return self._filled(
            first,
            [
                b'"piece":"%b"' % one.digest.encode()
                if one.digest in had
                else b'"piece":"%b","own":{%b}' % (one.digest.encode(), one.members)
                for one in self.pieces
            ],
        )

    def _filled(self, first: bytes, members: Sequence[bytes]) -> bytes:
        head, *rest = self.texts
        filled = (part for pair in zip(members, rest, strict=True) for part in pair)
        return b"".join((b"{", first, b",", head[1:], *filled))


def cut(page: Any) -> Cut:
    """Return a page, written with what `Placed` objects in it stand for left open.

    `page` is a dataclass; wherever it holds a pair of a Piece and a dataclass (a NamedTuple), an
    object of both goes in.
    """
    pieces: list[Piece] = []

    def opened(placed: tuple[Piece, Any]) -> orjson.Fragment:
        own, here = placed
        pieces.append(own)
        return orjson.Fragment(b"{%b,%b" % (_SLOT, orjson.dumps(here)[1:]))

    texts = orjson.dumps(page, default=opened).split(_SLOT)
    return Cut(tuple(texts), tuple(pieces))


def together(page: Any, kept: dict[str, dict[str, Any]]) -> Any:
    """Return a page that was sent `without` some pieces as it is whole, and keep those it brings;
    raise KeyError if one is missing. The twin of what the browser does, for tests.
    """
    if isinstance(page, list):
        return [together(part, kept) for part in page]
    if not isinstance(page, dict):
        return page
    whole = {name: together(part, kept) for name, part in page.items()}
    if digest := whole.pop("piece", None):
        kept[digest] = whole.pop("own", None) or kept[digest]
        return {**kept[digest], **whole}
    return whole


class Sent:
    """Which pieces the browser of one session has got, the last ones sent. It keeps at least as
    many (pieces.js), and says so if it misses one: then `forget`.
    """

    MOST = 3000

    def __init__(self) -> None:
        self._digests: dict[str, None] = {}

    def __contains__(self, digest: object) -> bool:
        return digest in self._digests

    def note(self, digests: Iterable[str]) -> None:
        """Note what has been sent just now, or is still shown."""
        for digest in digests:
            self._digests.pop(digest, None)
            self._digests[digest] = None
        for oldest in list(self._digests)[: max(0, len(self._digests) - self.MOST)]:
            del self._digests[oldest]

    def forget(self) -> None:
        """Take the browser for one that has got nothing."""
        self._digests.clear()
