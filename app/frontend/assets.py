"""What the browser loads, by name: scripts and styles put together, the typeface, the library of
charts; answers no request.
"""

from __future__ import annotations

import gzip
import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from app.look import theme
from app.look.typeface import packed as typeface
from app.paths import FRONTEND, data_folder

TYPES = {
    "js": "text/javascript",
    "css": "text/css",
    "json": "application/json",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
}
_PARTS = {
    f"{name}.js": (
        "charts.js",
        *(f"{folder}/{part.name}" for part in sorted((FRONTEND / folder).glob("*.js"))),
        f"{name}.js",
    )
    for name, folder in (("app", "page"), ("stage", "stage"))
}


@cache
def asset_bytes(name: str) -> bytes:
    """Return an asset by name; raise KeyError if there is none."""
    if name == "plotly.js":
        # plotly.js comes with the plotly wheel: nothing of others is kept in the project, nothing
        # fetched from outside.
        return (
            Path(find_spec("plotly").submodule_search_locations[0])
            / "package_data"
            / "plotly.min.js"
        ).read_bytes()
    if name == "geo.json":
        geo = data_folder() / "geo"
        return (
            b'{"map":'
            + (geo / "regions.json").read_bytes()
            + b',"tiles":'
            + (geo / "tiles.json").read_bytes()
            + b"}"
        )
    if name == "app.css":
        return (
            theme.css().encode()
            + b"\n"
            + (FRONTEND / "key.css").read_bytes()
            + (FRONTEND / "app.css").read_bytes()
        )
    if name == "stage.css":
        return (
            f"{theme.css()}\n{theme.stage_css()}\n".encode()
            + (FRONTEND / "key.css").read_bytes()
            + (FRONTEND / "stage.css").read_bytes()
        )
    if name == "type.woff2":
        return typeface()
    if name in _PARTS:
        # One file, one address, one digest: what page and stage share stands first, then the parts,
        # then what begins.
        return b"\n".join((FRONTEND / part).read_bytes() for part in _PARTS[name])
    if name == "mark.svg":
        return (FRONTEND / name).read_bytes()
    raise KeyError(name)


@cache
def digest(name: str) -> str:
    """Return the digest under which an asset is kept for good; raise KeyError if there is none of
    that name.
    """
    return hashlib.blake2b(asset_bytes(name), digest_size=6).hexdigest()


def asset_address(name: str) -> str:
    """Return an asset's relative address with its digest, so that it can be kept for good; raise
    KeyError if there is none of that name.
    """
    return f"./assets/{name}?v={digest(name)}"


@cache
def packed(name: str) -> bytes:
    """Return an asset as browsers take it packed (gzip); raise KeyError if there is none of that
    name.
    """
    return gzip.compress(asset_bytes(name), 7)
