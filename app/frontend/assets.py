"""What the browser loads, by name: scripts put together from their modules, styles, the typeface,
the library of charts. Answers no request.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from app.frontend.bundle import bundle
from app.frontend.packing import Body, body
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
_STYLES = FRONTEND / "styles"


def _plotly() -> bytes:
    # It comes with the plotly wheel: nothing of others is kept in the project, nothing fetched.
    return (package_folder("plotly") / "package_data" / "plotly.min.js").read_bytes()


def _geometry() -> bytes:
    geo = data_folder() / "geo"
    try:
        regions, tiles = ((geo / name).read_bytes() for name in ("regions.json", "tiles.json"))
    except OSError:
        # A federation without boundaries has no maps.
        regions, tiles = b'{"width":1,"height":1,"regions":{}}', b"{}"
    return b'{"map":' + regions + b',"tiles":' + tiles + b"}"


_ASSETS: dict[str, Callable[[], bytes]] = {
    "app.js": lambda: bundle(FRONTEND / "page" / "main.js"),
    "app.css": lambda: f"{theme.css()}\n{styles('key.css', 'app.css')}".encode(),
    "stage.js": lambda: bundle(FRONTEND / "stage" / "main.js"),
    "stage.css": lambda: "\n".join(
        (theme.css(), theme.stage_css(), styles("key.css", "stage.css"))
    ).encode(),
    "plotly.js": _plotly,
    "geo.json": _geometry,
    "type.woff2": typeface,
    "mark.svg": lambda: mark().encode(),
}
ASSETS = tuple(_ASSETS)


@cache
def asset(name: str) -> Body:
    """Return an asset by name; raise KeyError if there is none, BadModule if its modules do not go
    together.
    """
    return body(name, _ASSETS[name]())


def asset_address(name: str) -> str:
    """Return an asset's relative address with its digest, so that it can be kept for good; raise
    KeyError if there is none of that name.
    """
    return f"./assets/{name}?v={asset(name).digest}"


def styles(*names: str) -> str:
    """Return style sheets one behind the other."""
    return "".join((_STYLES / name).read_text(encoding="utf-8") for name in names)


def mark() -> str:
    """Return the dashboard's sign as SVG."""
    return (_STYLES / "mark.svg").read_text(encoding="utf-8")


def package_folder(name: str) -> Path:
    """Return the folder of an installed package; raise ModuleNotFoundError if there is none."""
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(name)
    return Path(spec.submodule_search_locations[0])
