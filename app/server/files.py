"""Files in the making: begins one, says how far it is, stops it, hands it over; writes none
itself.
"""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from app.exports.handout import handout as pdf
from app.exports.office import slides as pptx
from app.exports.office import workbook as xlsx
from app.look.typeface import NoTypeface
from app.server import jobs
from app.server.answers import NEVER, base_of, file_name, json_response, language_of
from app.server.shows import told_by
from app.stage import file as html
from app.words.say import say

_WRITERS = {
    "pptx": (
        pptx.write,
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    "pdf": (pdf.write, "application/pdf"),
    "xlsx": (xlsx.write, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "html": (html.write, "text/html; charset=utf-8"),
}


def file_routes() -> list[Route]:
    """Return the routes of files in the making."""
    return [
        Route("/api/files", begin_file, methods=["POST"]),
        Route("/api/files/{job}", file_state, methods=["GET"]),
        Route("/api/files/{job}", cancel_file, methods=["DELETE"]),
        Route("/api/files/{job}/file", finished_file),
    ]


def begin_file(request: Request) -> Response:
    """Begin to write a story as a file; answer with its id."""
    language, kind = language_of(request), request.query_params.get("kind", "")
    found = told_by(request, language)
    if found is None:
        return json_response({"said": say(language, "no_release")}, 503)
    store, view, story, refusals = found
    if kind not in _WRITERS or not story.slides:
        told = [
            say(language, f"refused_{refusal.name}", value=refusal.value) for refusal in refusals
        ]
        return json_response({"said": " ".join(told) or say(language, "stage_empty")}, 404)
    write, media = _WRITERS[kind]
    base = base_of(request)
    name = file_name(story.id, view, store, kind)
    try:
        job = jobs.begin(
            lambda step: write(story, view, store, base, step), name, media, len(story.slides)
        )
    except jobs.Busy:
        return json_response({"said": say(language, "files_busy")}, 503)
    return json_response({"id": job.id, "all": job.total}, 202)


def file_state(request: Request) -> Response:
    """Answer how far a file is."""
    language, job = language_of(request), jobs.find(request.path_params["job"])
    if job is None:
        return json_response(
            {
                "state": "failed",
                "done": 0,
                "all": 0,
                "file": None,
                "said": say(language, "file_gone"),
            },
            404,
        )
    said = say(
        language,
        "file_no_typeface" if isinstance(job.error, NoTypeface) else f"file_{job.state}",
        name=job.name,
    )
    return json_response(
        {
            "state": job.state,
            "done": job.done,
            "all": job.total,
            "file": f"./api/files/{job.id}/file" if job.file else None,
            "said": said,
        }
    )


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
    return FileResponse(
        job.file,
        media_type=job.media,
        headers={"content-disposition": f'attachment; filename="{quote(job.name)}"', **NEVER},
    )
