"""What is answered for the code of a receipt: its page, or its data for programs, or why there is
neither; computes nothing and writes no HTML.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from app.catalogue.cards import Card
from app.catalogue.pages import full_address
from app.exhibit.assemble import assemble
from app.exhibit.code import Shown, code_again, code_for, receipt_address, shown_by
from app.plain.data import as_data
from app.plain.proof import OtherRelease, receipt_of
from app.plain.receipt_page import no_receipt_html, receipt_html
from app.plain.standing import ranges
from app.release.releases import NoRelease, releases
from app.store.open import open_current
from app.store.store import DamagedRelease, Store
from app.view import harmless
from app.words.numbers import NOT_PUBLISHED
from app.words.say import say

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server answers for a code: the HTTP status and the page."""

    status: int
    text: str


def answer(code: str, language: str, base: str) -> Answer:
    """Return the answer for whatever stands in an address as a code. `base` is the dashboard's
    address (`https://…/`). Nothing here raises.
    """
    shown = shown_by(code)
    if shown is None:
        why = say(language, "receipt_unknown_why", code=harmless(code))
        unknown = say(language, "receipt_unknown")
        return Answer(404, no_receipt_html(unknown, [why], [], language, base))
    return answer_for(shown, language, base)


def answer_for(shown: Shown, language: str, base: str) -> Answer:
    """Return the receipt of what a code stands for; a page that says why, and leads on, where it
    cannot be shown.
    """
    try:
        today = open_current()
        if shown.card is None:
            return _exhibit_gone(shown, language, base)
        try:
            return Answer(200, receipt_html(receipt_of(shown, shown.card, language, base)))
        except (NoRelease, DamagedRelease) as error:
            return _release_gone(shown, shown.card, today, error, language, base)
    except (NoRelease, DamagedRelease):
        return _failed(503, "no_release", language, base)
    except Exception:
        # The code may be right: it is the programme that failed, and its log says why.
        _LOG.exception("the receipt of %s could not be written", shown)
        return _failed(500, "page_failed", language, base)


def as_json(shown: Shown, language: str, base: str) -> dict[str, object]:
    """Return the receipt for programs: codes, values, query, sources, revisions; `state` and `said`
    where it cannot be given.
    """
    if shown.card is None:
        return {
            "state": "exhibit_gone",
            "said": say(language, "receipt_exhibit_gone"),
            "release": shown.release,
        }
    try:
        return as_data(receipt_of(shown, shown.card, language, base))
    except (NoRelease, DamagedRelease) as error:
        state = _state(error)
        return {
            "state": state,
            "said": say(language, f"receipt_{state}", number=str(shown.release)),
            "release": shown.release,
            "digest_begins": shown.digest,
            "exhibit": shown.card.id,
        }


def _state(error: NoRelease | DamagedRelease) -> str:
    if isinstance(error, OtherRelease):
        return "release_other"
    return "release_damaged" if isinstance(error, DamagedRelease) else "release_gone"


def _failed(status: int, why: str, language: str, base: str) -> Answer:
    title = say(language, "receipt")
    return Answer(status, no_receipt_html(title, [say(language, why)], [], language, base))


def _exhibit_gone(shown: Shown, language: str, base: str) -> Answer:
    title = say(language, "receipt_exhibit_gone")
    why = say(language, "receipt_exhibit_gone_why", number=str(shown.release))
    return Answer(410, no_receipt_html(title, [why], [], language, base))


def _release_gone(
    shown: Shown,
    card: Card,
    today: Store,
    error: NoRelease | DamagedRelease,
    language: str,
    base: str,
) -> Answer:
    view = shown.view(language).only(card.breakdowns)
    number = str(shown.release)
    title = say(language, f"receipt_{_state(error)}", number=number)
    here = ranges(release.number for release in releases() if release.number != shown.release)
    why = say(
        language,
        "receipt_release_why",
        code=code_again(shown),
        title=card.title[language],
        releases=here or NOT_PUBLISHED,
    )
    other = say(language, "receipt_other_why", number=number)
    said = [other, why] if isinstance(error, OtherRelease) else [why]
    now = today.release.number
    receipt = receipt_address(base, code_for(assemble(card, view, today), view, today), language)
    place = full_address(base, card.area, view, card.id)
    links = [
        (say(language, "receipt_today", current=str(now)), receipt),
        (say(language, "receipt_open", current=str(now)), place),
    ]
    status = 503 if isinstance(error, DamagedRelease) else 404
    return Answer(status, no_receipt_html(title, said, links, language, base))
