"""The show, its slides and stories as data; composes none itself."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.catalogue.stories import Story, asked_story, own_story
from app.screen.payload import written
from app.screen.stories import story_told
from app.server.answers import (
    asked,
    base_of,
    json_response,
    language_of,
    page_response,
    without_release,
)
from app.stage.deck import deck
from app.stage.page import served
from app.store.store import Store, allowed_codes
from app.view import Refusal, View
from app.words.say import say


def show_routes() -> list[Route]:
    """Return the routes of the show and of stories as data."""
    return [
        Route("/present", present),
        Route("/api/deck", deck_data),
        Route("/api/story", story_data),
    ]


def told_by(
    request: Request, language: str
) -> tuple[Store, View, Story, tuple[Refusal, ...]] | None:
    """Return what a link asks to be told; a story without slides if it names none; None if no
    release can be read.
    """
    found = asked(request, language)
    if found is None:
        return None
    store, view = found
    story, refusals = asked_story(request.query_params, allowed_codes(store))
    return store, view, story or own_story(), refusals


def present(request: Request) -> Response:
    """Answer with the show of a story, a page, an exhibit or a link's own list."""
    language = language_of(request)
    found = told_by(request, language)
    if found is None:
        return without_release(request)
    store, view, story, refusals = found
    return page_response(
        request,
        served(
            {language: deck(story, refusals, view, store, base_of(request))},
            language,
            story.title[language],
        ),
    )


def deck_data(request: Request) -> Response:
    """Answer with a story's slides as JSON: other languages, other filters, a new release."""
    language = language_of(request)
    found = told_by(request, language)
    if found is None:
        return json_response({"said": say(language, "no_release")}, 503)
    store, view, story, refusals = found
    return json_response(deck(story, refusals, view, store, base_of(request)))


def story_data(request: Request) -> Response:
    """Answer with what a list of exhibits says, for the page where stories are put together."""
    language = language_of(request)
    found = told_by(request, language)
    if found is None:
        return json_response({"said": say(language, "no_release")}, 503)
    store, view, story, refusals = found
    return json_response(written(story_told(story, refusals, view, store)))
