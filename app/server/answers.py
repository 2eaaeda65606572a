"""What all answers of the server share: assets and their addresses, the language and view a request
asks for, the dashboard's own address.
"""

from __future__ import annotations

import gzip
import logging
import os

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from app.frontend.assets import ASSETS, TYPES, asset
from app.frontend.packing import Body, packer, takes
from app.store.open import open_current
from app.store.store import Store, allowed_codes
from app.view import View, browser_language, from_query
from app.words.say import DEFAULT_LANGUAGE, LANGUAGES, say

_LOG = logging.getLogger(__name__)
FOREVER = "public, max-age=31536000, immutable"
NEVER = {"cache-control": "no-store"}


def answer_asset(request: Request) -> Response:
    """Serve an asset, packed if the browser takes it; it is kept for good only under the digest
    that is its own.
    """
    name = request.path_params["name"]
    if name not in ASSETS:
        return unknown(request)
    one = asset(name)
    # A page of another version may still ask by its own digest: kept under that, today's script
    # would come back with the older page.
    keep = FOREVER if request.query_params.get("v") == one.digest else "no-cache"
    return packed_response(request, one, keep)


def packed_response(request: Request, one: Body, keep: str = FOREVER) -> Response:
    """Answer with a body, packed as the browser takes it; `keep` is for how long
    (cache-control).
    """
    data, coding = packer().packed(one, request.headers.get("accept-encoding", ""))
    return _coded(data, coding, TYPES[one.name.rpartition(".")[2]], keep)


def page_response(request: Request, text: str, status: int = 200) -> Response:
    """Answer with a page of HTML, packed if the browser takes it; it is asked for each time."""
    data, coding = text.encode(), ""
    if takes(request.headers.get("accept-encoding", ""), "gzip"):
        data, coding = gzip.compress(data, 6), "gzip"
    response = _coded(data, coding, "text/html; charset=utf-8", "no-cache")
    response.status_code = status
    return response


def _coded(data: bytes, coding: str, kind: str, keep: str) -> Response:
    headers = {"cache-control": keep, "vary": "accept-encoding"}
    if coding:
        headers["content-encoding"] = coding
    return Response(data, media_type=kind, headers=headers)


def json_response(body: bytes | dict[str, object], status: int = 200) -> Response:
    """Answer with JSON that nobody keeps."""
    return (
        JSONResponse(body, status, NEVER)
        if isinstance(body, dict)
        else Response(body, status, NEVER, "application/json")
    )


def unknown(request: Request) -> Response:
    """Answer that there is nothing at this address."""
    return PlainTextResponse(say(language_of(request), "unknown_address"), 404, NEVER)


def without_release(request: Request) -> Response:
    """Answer that no release can be read."""
    return PlainTextResponse(say(language_of(request), "no_release"), 503, NEVER)


def language_of(request: Request) -> str:
    """Return the language of the link, else the browser's, else the house's."""
    asked = request.query_params.get("lang")
    return (
        asked
        if asked in LANGUAGES
        else browser_language(request.headers.get("accept-language"), DEFAULT_LANGUAGE)
    )


def asked(request: Request, language: str) -> tuple[Store, View] | None:
    """Return the current release's store and what the link asks for; None if no release can be read
    (the log has the cause).
    """
    try:
        store = open_current()
    except Exception:
        _LOG.exception("no release can be shown")
        return None
    return store, from_query(request.query_params, allowed_codes(store), language)[0]


def file_name(what: str, view: View, store: Store, kind: str) -> str:
    """Return the name of a file that a viewer takes along: what it holds (an exhibit, a story), the
    view, the release.
    """
    told = (what.replace("/", "-"), *view.query().values(), release_in_name(store))
    return f"{'_'.join(told)}.{kind}"


def release_in_name(store: Store) -> str:
    """Return the release as a file's name bears it: its number, and its mark if it has one."""
    return "_".join(filter(None, (f"r{store.release.number}", store.release.mark)))


def base_of(request: Request) -> str:
    """Return the dashboard's address, ending with a slash: the configured one
    (`UNION_INDICATORS_ADDRESS`), else the one the reader came by.
    """
    came_by = request.url.replace(path=request.scope.get("root_path", ""), query="")
    return (os.environ.get("UNION_INDICATORS_ADDRESS") or str(came_by)).rstrip("/") + "/"
