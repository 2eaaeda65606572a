"""What the server answers beside Streamlit's pages: assets, the release's number, downloads, headers; imports no Streamlit."""

from __future__ import annotations

import gzip
import html
import re
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager, suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from app.catalogue import catalogue
from app.exhibit import assemble
from app.explorer import FIGURES, STATISTICS, Question
from app.explorer import found as figures_of
from app.exports.files import as_csv, figures_as_csv, rows_as_csv
from app.exports.xlsx import as_xlsx
from app.language import LANGUAGES, say
from app.promises_screen import commitments_table
from app.screen import FRONT, LANGUAGE_NAMES, figures_found, figures_heads, pages
from app.stage_routes import stage_routes
from app.store import current_number, keep_warm
from app.typeface import BOLD, REGULAR, NoTypeface, face
from app.web import TYPES, asked, asset, asset_address, language_of, packed_response

Scope = MutableMapping[str, Any]
ASGI = Callable[[Scope, Callable[[], Awaitable[Any]], Callable[[Any], Awaitable[None]]], Awaitable[None]]
POLICY = (
    "default-src 'self'; script-src 'self' blob: 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'"
)
# Addresses of ours with no slash in them that are no page of Streamlit's.
_OWN = {"present"}
HEADERS = [(b"content-security-policy", POLICY.encode()), (b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"same-origin")]


def routes() -> list[Route]:
    """Return the routes that stand beside Streamlit's own."""
    return [
        Route("/assets/{name}", asset), Route("/api/release", release_number),
        Route("/api/figures", figures), Route("/download/figures.csv", figures_file), Route("/download/commitments.csv", commitments_file),
        Route("/download/{area}/{exhibit}.{kind}", download), *stage_routes(),
    ]


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """While the server runs, keep the current release loaded and its answers ready."""
    stop = threading.Event()
    keeper = threading.Thread(target=keep_warm, args=(stop,), name="keep-warm", daemon=True)
    keeper.start()
    threading.Thread(target=_measure_words, name="typeface", daemon=True).start()
    try:
        yield
    finally:
        stop.set()
        keeper.join(timeout=3)


def _measure_words() -> None:
    """Cut the typeface before somebody waits for it; what is wrong with it is said where it is used."""
    with suppress(NoTypeface):
        for weight in (REGULAR, BOLD):
            face(weight)


def release_number(_: Request) -> Response:
    """Answer with the number of the current release: open pages ask every few seconds."""
    return JSONResponse({"number": current_number()}, headers={"cache-control": "no-store"})


def download(request: Request) -> Response:
    """Answer with an exhibit's numbers as CSV or XLSX, in the language and with the filters of the link."""
    language = language_of(request)
    card = catalogue().card(f"{request.path_params['area']}/{request.path_params['exhibit']}")
    kind = request.path_params["kind"]
    if card is None or kind not in {"csv", "xlsx"}:
        return PlainTextResponse(say(language, "unknown_address"), status_code=404)
    found = asked(request, language)
    if found is None:
        return PlainTextResponse(say(language, "no_release"), status_code=503)
    store, view = found
    one = assemble(card, view, store)
    write, media = (as_csv, "text/csv; charset=utf-8") if kind == "csv" else (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    name = f"{card.id.replace('/', '-')}_{'_'.join(view.query().values())}_r{store.release.number}.{kind}"
    return Response(write(one, view, store), media_type=media, headers={"content-disposition": f'attachment; filename="{quote(name)}"', "cache-control": "no-store"})


def figures(request: Request) -> Response:
    """Answer with a hundred of the figures and statistics that hold the words looked for."""
    language = language_of(request)
    found = asked(request, language)
    if found is None:
        return JSONResponse({"count": 0, "said": say(language, "no_release"), "rows": []}, status_code=503)
    store, view = found
    start = request.query_params.get("start", "0")
    body = figures_found(_question(request), view, store, int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 0)
    return JSONResponse(body, headers={"cache-control": "no-store"})


def figures_file(request: Request) -> Response:
    """Answer with everything the explorer finds as CSV, in words and in codes."""
    language = language_of(request)
    found = asked(request, language)
    if found is None:
        return PlainTextResponse(say(language, "no_release"), status_code=503)
    store, view = found
    body = figures_as_csv(figures_of(_question(request), view, store), figures_heads(language), language, store)
    name = f"figures_{language}_r{store.release.number}.csv"
    return Response(body, media_type="text/csv; charset=utf-8", headers={"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"})


def commitments_file(request: Request) -> Response:
    """Answer with every promise as CSV, in words and in codes."""
    language = language_of(request)
    found = asked(request, language)
    if found is None:
        return PlainTextResponse(say(language, "no_release"), status_code=503)
    store, _ = found
    name = f"commitments_{language}_r{store.release.number}.csv"
    return Response(rows_as_csv(commitments_table(language, store), language), media_type="text/csv; charset=utf-8",
                    headers={"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"})


def _question(request: Request) -> Question:
    kind = request.query_params.get("kind", "")
    return Question(request.query_params.get("q", "")[:200], kind if kind in {FIGURES, STATISTICS} else "")


class Front:
    """Serves the page's HTML with its language, its style and its scripts named at once; packs Streamlit's scripts; sets headers.

    Streamlit's own HTML says `lang="en"` whatever is on the page and learns of chart scripts only when the page has run;
    an address that is no page would get an English dialog, here it leads to the overview with a message.
    """

    def __init__(self, app: ASGI):
        self.app = app
        self.static = Path(find_spec("streamlit").submodule_search_locations[0]) / "static"
        self.packed: dict[str, bytes] = {}

    async def __call__(self, scope: Scope, receive, send) -> None:
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        request, path = Request(scope), scope["path"]
        response = self._page(request, path) or self._script(request, path)
        await (response or self.app)(scope, receive, self._with_headers(send))

    def _page(self, request: Request, path: str) -> Response | None:
        name = path.strip("/")
        if name.startswith("_stcore") or "/" in name or "." in name or name in _OWN:
            return None
        if name and name not in pages()[1:]:
            query = {key: value for key, value in request.query_params.items() if key != "unknown"}
            return RedirectResponse(f"./?{urlencode(query | {'unknown': name[:40]})}", status_code=307)
        return Response(self._html(language_of(request), name or FRONT), media_type="text/html", headers={"cache-control": "no-cache"})

    def _script(self, request: Request, path: str) -> Response | None:
        """Serve Streamlit's scripts and styles packed: it sends them as they are."""
        if not re.fullmatch(r"/static/(js|css)/[\w.-]+\.(js|css)", path) or "gzip" not in request.headers.get("accept-encoding", ""):
            return None
        file = self.static / path.lstrip("/")
        if path not in self.packed:
            if not file.is_file():
                return None
            self.packed[path] = gzip.compress(file.read_bytes(), 6)
        return packed_response(request, b"", lambda: self.packed[path], TYPES[path.rsplit(".", 1)[1]])

    @cache  # noqa: B019 - one Front lives as long as the process
    def _html(self, language: str, page: str) -> str:
        area = catalogue().area(page)
        title = say(language, "product") + (f" — {area.name[language]}" if area else "")
        # Asked for ahead only where it is wanted: a browser complains of what it fetched for nothing.
        has_map = any(card.chart == "map" and (page != FRONT or card.front) for card in (area.cards if area else catalogue().cards() if page == FRONT else ()))
        head = (
            f'<title>{html.escape(title)}</title><link rel="icon" href="{asset_address("mark.svg")}" type="image/svg+xml">'
            f'<link rel="stylesheet" href="{asset_address("app.css")}"><link rel="modulepreload" href="{asset_address("app.js")}">'
            + (f'<link rel="preload" as="fetch" crossorigin href="{asset_address("geo.json")}">' if has_map else "")
            + f'<script>{_EARLY % {"plotly": asset_address("plotly.js"), "geo": asset_address("geo.json")}}</script>'
        )
        body = (
            f'<div id="ui-wait" role="status"><b>{html.escape(say(language, "product"))}</b><span>{html.escape(say(language, "loading"))}</span></div>'
            f"<noscript>{'<br>'.join(f'{LANGUAGE_NAMES[code][1]}: JavaScript' for code in LANGUAGES)}</noscript>"
        )
        text = (self.static / "index.html").read_text(encoding="utf-8")
        text = re.sub(r'<html lang="[^"]*"', f'<html lang="{language}"', text, count=1)
        text = re.sub(r"<title>.*?</title>", "", text, count=1)
        text = re.sub(r'<link rel="shortcut icon"[^>]*>', "", text, count=1)
        return text.replace("</head>", f"{head}</head>", 1).replace('<div id="root">', f'{body}<div id="root">', 1)

    @staticmethod
    def _with_headers(send):
        async def wrapped(message):
            if message["type"] == "http.response.start":
                given = message.get("headers", [])
                # An embed says itself who may frame it.
                message["headers"] = [*given, *(header for header in HEADERS if header[0] not in {name.lower() for name, _ in given})]
            await send(message)

        return wrapped


# Runs before anything else: the theme is known before the first paint, and plotly.js is on its way while Streamlit starts.
_EARLY = """
(() => {
  let kept = null; try { kept = localStorage.getItem("union-indicators-theme"); } catch {}
  document.documentElement.dataset.theme = kept || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  window.unionIndicators = { plotly: "%(plotly)s", geo: "%(geo)s" };
  const script = document.createElement("script"); script.src = "%(plotly)s"; script.async = true;
  window.unionIndicators.ready = new Promise((done, fail) => { script.onload = done; script.onerror = fail; });
  document.head.append(script);
})();
"""
