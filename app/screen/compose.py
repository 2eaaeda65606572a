"""Composes what one page shows, in one language, for one view, as JSON; draws nothing and asks
Streamlit for nothing.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from app.catalogue.pages import known_pages
from app.exhibit.names import mark_words, release_words
from app.screen.frame import filters, frame, messages, profile_links
from app.screen.pages import composer_of
from app.screen.payload import Message, Release, written
from app.screen.pieces import Cut, cut
from app.store.kept import kept
from app.store.store import Store
from app.view import Refusal, View
from app.words.say import say

_MOST = 24_000_000  # bytes of pages kept for each release, pieces apart: a thousand pages


def compose(
    page: str, view: View, refusals: Sequence[Refusal], store: Store, scratch: bool = False
) -> bytes:
    """Return the page as JSON (UTF-8): frame, filters, messages and blocks of tiles, exhibits,
    lists and tables.
    """
    said = _first(messages(page, refusals, scratch, view, store))
    return composed(page, view, store).whole(said)


def compose_without(
    page: str,
    view: View,
    refusals: Sequence[Refusal],
    store: Store,
    had: Container[str],
    scratch: bool = False,
) -> tuple[bytes, tuple[str, ...]]:
    """Return the page as `compose` does, but without the pieces whose digests the browser has; and
    the digests of all its pieces.
    """
    said = _first(messages(page, refusals, scratch, view, store))
    one = composed(page, view, store)
    return one.without(had, said), tuple(piece.digest for piece in one.pieces)


# What a link asks for in vain is said beside the page, not kept with it: there is no end to
# nonsense.
@kept(most=_MOST, weigh=lambda one: one.weight)
def composed(page: str, view: View, store: Store) -> Cut:
    """Return the page in pieces, without messages; worked out once for all who ask."""
    content = composer_of(known_pages()[page])(view, store)
    return cut(
        frame(
            page,
            view,
            title=content.title,
            lead=content.lead,
            blocks=content.blocks,
            filters=filters(page, view, store),
            profiles=() if content.about_one else profile_links(view),
            printable=content.printable,
            deck=content.deck,
            release=_release(view.language, store),
        )
    )


def without_release(page: str, view: View) -> bytes:
    """Return the page that is shown while no release can be read."""
    error = Message("error", say(view.language, "no_release"))
    return cut(frame(page, view)).whole(_first([error]))


def failed(page: str, view: View, store: Store) -> bytes:
    """Return the page that is shown when composing it went wrong: menu and filters stay, so that
    there is a way on.
    """
    error = Message("error", say(view.language, "page_failed"))
    shown = frame(
        page, view, filters=filters(page, view, store), release=_release(view.language, store)
    )
    return cut(shown).whole(_first([error]))


def _release(language: str, store: Store) -> Release:
    return Release(
        store.release.number, release_words(store, language), mark_words(store.release, language)
    )


def _first(said: Sequence[Message]) -> bytes:
    return b'"messages":%b' % written(said)
