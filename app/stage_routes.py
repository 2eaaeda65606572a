"""What the server answers for the stage: the show, stories as data, files in the making, receipts, embeds; draws and computes nothing itself."""

from __future__ import annotations

import os
import re
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from app import embed, receipt_page
from app.catalogue import catalogue
from app.exhibit import assemble
from app.exports import html, jobs, pdf, pptx, qr, xlsx
from app.language import say
from app.receipt import code_of, shown_by
from app.screen import allowed_codes, story_told
from app.stage import deck
from app.stage_page import served
from app.store import Store
from app.story import Story, asked_story
from app.typeface import NoTypeface
from app.view import Refusal, View
from app.web import NEVER, asked, base_of, json_response, language_of, page_response, unknown, without_release

_WRITERS = {
    "pptx": (pptx.write, "application/vnd.openxmlformats-officedocument.presentationml.presentation"), "pdf": (pdf.write, "application/pdf"),
    "xlsx": (xlsx.write, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "html": (html.write, "text/html; charset=utf-8"),
}
_ORIGIN = re.compile(r"(https?://)?(\*\.)?[\w.-]+(:\d+)?|'self'")


def stage_routes() -> list[Route]:
    """Return the routes of the stage, its files, receipts and embeds."""
    return [
        Route("/present", present), Route("/api/deck", deck_data), Route("/api/story", story_data),
        Route("/api/files", begin_file, methods=["POST"]), Route("/api/files/{job}", file_state, methods=["GET"]), Route("/api/files/{job}", cancel_file, methods=["DELETE"]),
        Route("/api/files/{job}/file", finished_file),
        Route("/r/{code:path}.qr.json", receipt_qr), Route("/r/{code:path}.json", receipt_data), Route("/r/{code:path}", receipt),
        Route("/embed/{area}/{exhibit}", embedded),
    ]


def _story(request: Request, language: str) -> tuple[Store, View, Story, tuple[Refusal, ...]] | None:
    """Return what a link asks to be told; a story without slides if it names none; None if no release can be read."""
    found = asked(request, language)
    if found is None:
        return None
    store, view = found
    story, refusals = asked_story(request.query_params, allowed_codes(store))
    return store, view, story or asked_story({"show": ","}, allowed_codes(store))[0], refusals


def present(request: Request) -> Response:
    """Answer with the show of a story, a page, an exhibit or a link's own list."""
    language = language_of(request)
    found = _story(request, language)
    if found is None:
        return without_release(request)
    store, view, story, refusals = found
    return page_response(request, served({language: deck(story, refusals, view, store, base_of(request))}, language, story.title[language]))


def deck_data(request: Request) -> Response:
    """Answer with a story's slides as JSON: other languages, other filters, a new release."""
    language = language_of(request)
    found = _story(request, language)
    if found is None:
        return json_response({"said": say(language, "no_release")}, 503)
    store, view, story, refusals = found
    return json_response(deck(story, refusals, view, store, base_of(request)))


def story_data(request: Request) -> Response:
    """Answer with what a list of exhibits says, for the page where stories are put together."""
    language = language_of(request)
    found = _story(request, language)
    if found is None:
        return json_response({"said": say(language, "no_release")}, 503)
    store, view, story, refusals = found
    return json_response(story_told(story, refusals, view, store))


def begin_file(request: Request) -> Response:
    """Begin to write a story as a file; answer with its id."""
    language, kind = language_of(request), request.query_params.get("kind", "")
    found = _story(request, language)
    if found is None:
        return json_response({"said": say(language, "no_release")}, 503)
    store, view, story, refusals = found
    if kind not in _WRITERS or not story.slides:
        told = [say(language, f"refused_{refusal.name}", value=refusal.value) for refusal in refusals]
        return json_response({"said": " ".join(told) or say(language, "stage_empty")}, 404)
    write, media = _WRITERS[kind]
    base = base_of(request)
    name = f"{story.id.replace('/', '-')}_{'_'.join(view.query().values())}_r{store.release.number}.{kind}"
    try:
        job = jobs.begin(lambda step: write(story, view, store, base, step), name, media, len(story.slides))
    except jobs.Busy:
        return json_response({"said": say(language, "files_busy")}, 503)
    return json_response({"id": job.id, "all": job.total}, 202)


def file_state(request: Request) -> Response:
    """Answer how far a file is."""
    language, job = language_of(request), jobs.find(request.path_params["job"])
    if job is None:
        return json_response({"state": "failed", "done": 0, "all": 0, "file": None, "said": say(language, "file_gone")}, 404)
    said = say(language, "file_no_typeface" if isinstance(job.error, NoTypeface) else f"file_{job.state}", name=job.name)
    return json_response({"state": job.state, "done": job.done, "all": job.total, "file": f"./api/files/{job.id}/file" if job.file else None, "said": said})


def cancel_file(request: Request) -> Response:
    """Stop writing a file."""
    if job := jobs.find(request.path_params["job"]):
        jobs.cancel(job)
    return json_response({"state": "cancelled"})


def finished_file(request: Request) -> Response:
    """Answer with a finished file."""
    job = jobs.find(request.path_params["job"])
    if job is None or job.file is None:
        return PlainTextResponse(say(language_of(request), "file_gone"), status_code=404)
    return FileResponse(job.file, media_type=job.media, headers={"content-disposition": f'attachment; filename="{quote(job.name)}"', **NEVER})


def receipt(request: Request) -> Response:
    """Answer with the receipt of a code: what was shown, as of the same release, and whether it still holds."""
    answer = receipt_page.answer(request.path_params["code"], language_of(request), base_of(request))
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
    address = f"{base_of(request)}r/{code_of(shown.card, shown.view(language), shown.release)}?lang={language}"
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
    body = embed.page(assemble(card, view, store), view, store, base=base_of(request), code=code_of(card, view, store.release.number),
                      theme=theme if theme in {"light", "dark"} else None)
    response = page_response(request, body)
    response.headers["content-security-policy"] = (
        f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors {frames()}")
    return response


def frames() -> str:
    """Return which sites may frame an embed: our own, and those in `UNION_INDICATORS_FRAMES` (origins, with blanks between); what is no origin is left out."""
    named = os.environ.get("UNION_INDICATORS_FRAMES", "").split()
    return " ".join(["'self'", *(origin for origin in named if _ORIGIN.fullmatch(origin))])
