"""The page a story is shown on: as the server gives it, or as one file that needs no server;
computes nothing.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from app.frontend.assets import asset
from app.frontend.template import Template


@dataclass(frozen=True, slots=True)
class Stage(Template):
    """What a served stage holds: `decks` are its slides by language, as inert JSON."""

    file: ClassVar[str] = "stage.html"

    language: str
    title: str
    decks: str


@dataclass(frozen=True, slots=True)
class StageFile(Template):
    """What a stage holds that is one file: `typeface` is an address with the data in it, the
    scripts and the geometry are inert.
    """

    file: ClassVar[str] = "stage_file.html"

    language: str
    title: str
    decks: str
    typeface: str
    style: str
    geometry: str
    plotly: str
    script: str


def served(decks: Mapping[str, bytes], language: str, title: str) -> str:
    """Return the page of a running dashboard: its assets come from the server, once."""
    return Stage(language, title, _together(decks)).html()


def alone(decks: Mapping[str, bytes], language: str, title: str) -> str:
    """Return one file that holds everything: slides in all languages, charts' library, geometry,
    typeface.
    """
    return StageFile(
        language,
        title,
        _together(decks),
        typeface=f"data:font/woff2;base64,{base64.b64encode(asset('type.woff2').data).decode()}",
        style=asset("stage.css").data.decode(),
        geometry=_inert(asset("geo.json").data),
        plotly=_closed(asset("plotly.js").data.decode()),
        script=_closed(asset("stage.js").data.decode()),
    ).html()


def _together(decks: Mapping[str, bytes]) -> str:
    """Return the decks as one JSON object; each is JSON already."""
    return "{" + ",".join(f'"{code}":{_inert(deck)}' for code, deck in decks.items()) + "}"


def _inert(data: bytes) -> str:
    """Return JSON in which nothing can end the script element it stands in."""
    return data.decode().replace("<", "\\u003c")


def _closed(script: str) -> str:
    """Return a script in which no text can end its element: in its strings `<\\/script` means the
    same.
    """
    return script.replace("</script", "<\\/script").replace("<!--", "\\x3c!--")
