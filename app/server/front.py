"""What the server answers before and beside Streamlit: routes of ours, pages, headers; imports no
Streamlit.
"""

from __future__ import annotations

import re
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.catalogue.pages import page_at
from app.frontend import packing
from app.frontend.assets import ASSETS, asset
from app.frontend.packing import Body, body, takes
from app.look.typeface import BOLD, REGULAR, NoTypeface, face
from app.server.answers import answer_asset, language_of, packed_response, page_response, unknown
from app.server.downloads import download_routes
from app.server.files import file_routes
from app.server.plain import plain_routes
from app.server.shell import page_html, streamlits
from app.server.shows import show_routes
from app.store.warm import keep_warm, warms_ahead

POLICY = (
    "default-src 'self'; script-src 'self' blob: 'unsafe-inline'; style-src 'self' "
    "'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; "
    "base-uri 'self'; frame-ancestors 'self'"
)
# Addresses that are no pages: what they begin with, or all of them.
_OURS_BELOW, _OURS = (
    ("api", "assets", "download", "embed", "r"),
    (
        "present",
        "changes.atom",
    ),
)
_STREAMLITS_BELOW, _STREAMLITS = ("component", "media", "static"), ("favicon.png", "manifest.json")
HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
]


def routes() -> list[Route]:
    """Return the routes that stand beside Streamlit's own."""
    return [
        Route("/assets/{name}", answer_asset),
        *download_routes(),
        *show_routes(),
        *file_routes(),
        *plain_routes(),
        # Else Streamlit answers everything it does not know with its own page.
        *(Route(f"/{name}/{{rest:path}}", unknown) for name in _OURS_BELOW),
    ]


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """While the server runs, keep the current release loaded and its answers ready."""
    stop = threading.Event()
    keeper = threading.Thread(target=keep_warm, args=(stop,), name="keep-warm", daemon=True)
    keeper.start()
    threading.Thread(target=_measure_words, name="typeface", daemon=True).start()
    if warms_ahead():
        packing.begin((asset(name) for name in ASSETS), _is_served)
    try:
        yield
    finally:
        stop.set()
        keeper.join(timeout=3)


def _measure_words() -> None:
    """Cut the typeface before somebody waits for it; what is wrong with it is said where it is
    used.
    """
    with suppress(NoTypeface):
        for weight in (REGULAR, BOLD):
            face(weight)


def _is_served(name: str) -> bool:
    """Say whether a file of this name is still sent: ours, or one of Streamlit's."""
    return name in ASSETS or any(streamlits().glob(f"static/*/{name}"))


@cache
def _streamlits_body(file: Path) -> Body:
    return body(file.name, file.read_bytes())


class Front:
    """Serves the pages' HTML, packs Streamlit's scripts, sets headers.

    An address that is no page would get an English dialog or a blank page of Streamlit's; here it
    leads to the overview with a message. `base` is the folder of the address below which the
    dashboard is served (`server.baseUrlPath`).
    """

    def __init__(self, app: ASGIApp, base: str = ""):
        self.app = app
        self.root = f"/{base.strip('/')}".rstrip("/")
        self.static = streamlits()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        if scope["path"] != self.root and not scope["path"].startswith(f"{self.root}/"):
            await unknown(request)(scope, receive, _with_headers(send))
            return
        path = scope["path"].removeprefix(self.root)
        response = self._answer(request, path) if scope["method"] in {"GET", "HEAD"} else None
        if self.root and path[1:].partition("/")[0] in (*_OURS_BELOW, *_OURS):
            # Routes of ours know nothing of the folder; those of Streamlit's carry it in
            # themselves.
            scope = {**scope, "root_path": self.root}
        await (response or self.app)(scope, receive, _with_headers(send))

    def _answer(self, request: Request, path: str) -> Response | None:
        """Answer for a page, a script of Streamlit's, or an address that is neither; None where a
        route answers.

        `path` begins behind the dashboard's folder. What leads on is relative: a proxy may have
        taken something off the address.
        """
        name, first = path[1:], path[1:].partition("/")[0]
        if "/_stcore/" in path or name in (*_OURS, *_STREAMLITS):
            return None
        if path.startswith("//"):
            return unknown(request)
        if path and (page := page_at(name)):
            return page_response(request, page_html(language_of(request), page))
        if not path or path.endswith("/"):
            # What a page names is beside it: of `/safety/` it would be looked for below.
            to = (
                f"../{quote(name.rstrip('/').rpartition('/')[2])}"
                if path
                else f"./{quote(self.root.rpartition('/')[2])}/"
            )
            return RedirectResponse(f"{to}?{request.url.query}".rstrip("?"), status_code=307)
        if first in (*_OURS_BELOW, *_STREAMLITS_BELOW) and first != name:
            return self._script(request, path)
        if "." in name.rpartition("/")[2]:
            return unknown(request)
        query = {key: value for key, value in request.query_params.items() if key != "unknown"} | {
            "unknown": name[:40]
        }
        return RedirectResponse(
            f"{'../' * name.count('/') or './'}?{urlencode(query)}", status_code=307
        )

    def _script(self, request: Request, path: str) -> Response | None:
        """Serve Streamlit's scripts and styles packed: it sends them as they are, and its page for
        those it does not have.
        """
        if not re.fullmatch(r"/static/(js|css)/[\w.-]+\.(js|css)", path):
            return None
        file = self.static / path.lstrip("/")
        if not file.is_file():
            return unknown(request)
        accepted = request.headers.get("accept-encoding", "")
        if not takes(accepted, "br") and not takes(accepted, "gzip"):
            return None
        return packed_response(request, _streamlits_body(file))


def _with_headers(send: Send) -> Send:
    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = message.get("headers", [])
            # An embed says itself who may frame it.
            said = {name.lower() for name, _ in given}
            message["headers"] = [*given, *(header for header in HEADERS if header[0] not in said)]
        await send(message)

    return wrapped
