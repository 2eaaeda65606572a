"""What the server answers with numbers of the current release: its number, single figures, files of
an exhibit and of all there is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.across.explorer import FIGURES, STATISTICS
from app.across.search import Question
from app.across.search import found as figures_of
from app.catalogue.cards import catalogue
from app.exhibit.assemble import assemble
from app.exports.csv import as_csv, figures_as_csv, rows_as_csv
from app.exports.office.workbook import as_xlsx
from app.screen.explorer import figures_found, figures_heads
from app.screen.payload import written
from app.screen.promises import commitments_table
from app.server.answers import (
    NEVER,
    asked,
    file_name,
    json_response,
    language_of,
    release_in_name,
    unknown,
    without_release,
)
from app.store.open import current_number
from app.store.store import Store
from app.view import View
from app.words.say import say

_CSV = "text/csv; charset=utf-8"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download_routes() -> list[Route]:
    """Return the routes of the release's number, the search over all figures, and the files that
    need no waiting.
    """
    return [
        Route("/api/release", release_number),
        Route("/api/figures", figures),
        Route("/download/figures.csv", figures_file),
        Route("/download/commitments.csv", commitments_file),
        Route("/download/{area}/{exhibit}.{kind}", download),
    ]


def release_number(_: Request) -> Response:
    """Answer with the number of the current release (null if there is none): open pages ask every
    few seconds.
    """
    return json_response({"number": current_number()})


def download(request: Request) -> Response:
    """Answer with an exhibit's numbers as CSV or XLSX, in the language and with the filters of the
    link.
    """
    language = language_of(request)
    card = catalogue().card(f"{request.path_params['area']}/{request.path_params['exhibit']}")
    kind = request.path_params["kind"]
    if card is None or kind not in {"csv", "xlsx"}:
        return unknown(request)
    found = asked(request, language)
    if found is None:
        return without_release(request)
    store, view = found
    write, media = (as_csv, _CSV) if kind == "csv" else (as_xlsx, _WORKBOOK)
    name = file_name(card.id, view, store, kind)
    return _file(write(assemble(card, view, store), view, store), name, media)


def figures(request: Request) -> Response:
    """Answer with a hundred of the figures and statistics that hold the words looked for."""
    language = language_of(request)
    found = asked(request, language)
    if found is None:
        return json_response(
            {"count": 0, "said": say(language, "no_release"), "rows": [], "receipt": None}, 503
        )
    store, view = found
    start = request.query_params.get("start", "0")
    begin = int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 0
    return json_response(written(figures_found(_question(request), view, store, begin)))


def figures_file(request: Request) -> Response:
    """Answer with everything the explorer finds as CSV, in words and in codes."""
    return _table_file(
        request,
        "figures",
        lambda language, view, store: figures_as_csv(
            figures_of(_question(request), view, store).entries,
            figures_heads(language),
            language,
            store,
        ),
    )


def commitments_file(request: Request) -> Response:
    """Answer with every promise as CSV, in words and in codes."""
    return _table_file(
        request,
        "commitments",
        lambda language, _, store: rows_as_csv(commitments_table(language, store), language, store),
    )


def _table_file(
    request: Request, name: str, written: Callable[[str, View, Store], bytes | str]
) -> Response:
    language = language_of(request)
    found = asked(request, language)
    if found is None:
        return without_release(request)
    store, view = found
    return _file(
        written(language, view, store), f"{name}_{language}_{release_in_name(store)}.csv", _CSV
    )


def _file(body: bytes | str, name: str, media: str) -> Response:
    return Response(
        body,
        media_type=media,
        headers={"content-disposition": f'attachment; filename="{quote(name)}"', **NEVER},
    )


def _question(request: Request) -> Question:
    kind = request.query_params.get("kind", "")
    return Question(
        request.query_params.get("q", "")[:200], kind if kind in {FIGURES, STATISTICS} else ""
    )
