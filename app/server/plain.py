"""Receipts, embeds, the feed of changes: answers of one request; composes none itself."""

from __future__ import annotations

import os
import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.catalogue.cards import catalogue
from app.drawing import qr
from app.exhibit.assemble import assemble
from app.exhibit.code import code_again, code_for, receipt_address, shown_by
from app.plain import embed, feed
from app.plain import receipt as receipt_page
from app.server.answers import (
    asked,
    base_of,
    json_response,
    language_of,
    page_response,
    unknown,
    without_release,
)
from app.words.say import say

_ORIGIN = re.compile(r"(https?://)?(\*\.)?[\w.-]+(:\d+)?|'self'")


def plain_routes() -> list[Route]:
    """Return the routes of receipts, embeds and the feed."""
    return [
        Route("/r/{code:path}.qr.json", receipt_qr),
        Route("/r/{code:path}.json", receipt_data),
        Route("/r/{code:path}", receipt),
        Route("/embed/{area}/{exhibit}", embedded),
        Route("/changes.atom", changes_feed),
    ]


def receipt(request: Request) -> Response:
    """Answer with the receipt of a code: what was shown, as of the same release, and whether it
    still holds.
    """
    answer = receipt_page.answer(
        request.path_params["code"], language_of(request), base_of(request)
    )
    return page_response(request, answer.text, answer.status)


def receipt_data(request: Request) -> Response:
    """Answer with a receipt for programs."""
    language, shown = language_of(request), shown_by(request.path_params["code"])
    if shown is None:
        return json_response({"said": say(language, "unknown_address")}, 404)
    return json_response(receipt_page.as_json(shown, language, base_of(request)))


def receipt_qr(request: Request) -> Response:
    """Answer with the QR of a receipt's address, for the pictures that the browser makes."""
    language, shown = language_of(request), shown_by(request.path_params["code"])
    if shown is None or shown.card is None:
        return json_response({"said": say(language, "unknown_address")}, 404)
    code = code_again(shown)
    address = receipt_address(base_of(request), code, language)
    size, path = qr.path(address)
    return json_response({"size": size, "path": path, "address": address})


def embedded(request: Request) -> Response:
    """Answer with one exhibit for another site's frame, if the configuration lets that site."""
    language = language_of(request)
    card = catalogue().card(f"{request.path_params['area']}/{request.path_params['exhibit']}")
    if card is None:
        return unknown(request)
    found = asked(request, language)
    if found is None:
        return without_release(request)
    store, view = found
    theme = request.query_params.get("theme")
    one = assemble(card, view, store)
    body = embed.page(
        one,
        view,
        store,
        base=base_of(request),
        code=code_for(one, view, store),
        theme=theme if theme in {"light", "dark"} else None,
    )
    response = page_response(request, body)
    response.headers["content-security-policy"] = (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
        f"form-action 'none'; frame-ancestors {frames()}"
    )
    return response


def changes_feed(request: Request) -> Response:
    """Answer with the feed of what releases changed."""
    language = language_of(request)
    found = asked(request, language)
    if found is None:
        return without_release(request)
    body = feed.feed(language, found[0], base_of(request))
    return Response(body, media_type=feed.TYPE, headers={"cache-control": "no-cache"})


def frames() -> str:
    """Return which sites may frame an embed: our own, and those in `UNION_INDICATORS_FRAMES`
    (origins, with blanks between); what is no origin is left out.
    """
    named = os.environ.get("UNION_INDICATORS_FRAMES", "").split()
    return " ".join(["'self'", *(origin for origin in named if _ORIGIN.fullmatch(origin))])
