"""The page a story is shown on: as the server gives it, or as one file that needs no server;
composes HTML, computes nothing.
"""

from __future__ import annotations

import base64
import html
from collections.abc import Mapping

from app.frontend.assets import asset, asset_address
from app.words.say import say

_PAGE = """<!doctype html>
<html lang="{lang}" class="stage" data-theme="light" data-alone="{alone}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>{head}</head>
<body><main id="stage" aria-label="{title}"></main>
<div id="said" class="sr" role="status" aria-live="polite"></div>
<div class="marks"><p id="lost" role="status" hidden></p><p id="message" role="status" hidden></p><button id="renew" type="button" hidden></button></div>
<div id="bar" role="toolbar" aria-label="{tools}"></div>
<div id="help" role="dialog" aria-label="{help}" tabindex="-1" hidden></div>
<noscript>{title}: JavaScript</noscript>
<script type="application/json" id="decks">{decks}</script>
<script>{early}</script>
{scripts}</body></html>
"""
# The theme is known before the first paint: the link's, else what the viewer chose on the pages,
# else the light one, which projectors show best.
_EARLY = """(() => {{
  const asked = new URLSearchParams(location.search).get("theme");
  let kept = null; try {{ kept = localStorage.getItem("union-indicators-theme"); }} catch {{}}
  document.documentElement.dataset.theme = ["dark", "light"].includes(asked) ? asked : kept === "dark" ? "dark" : "light";
  window.unionIndicators = {{ geo: "{geo}", ready: Promise.resolve() }};
}})();"""
_FONT = (
    '@font-face{{font-family:"Source Sans";font-weight:200 900;src:url({address}) format("woff2")}}'
)


def served(decks: Mapping[str, bytes], language: str, title: str) -> str:
    """Return the page of a running dashboard: its assets come from the server, once."""
    head = (
        f'<link rel="icon" href="{asset_address("mark.svg")}" type="image/svg+xml"><link '
        f'rel="stylesheet" href="{asset_address("stage.css")}">'
        f"<style>{_FONT.format(address=asset_address('type.woff2'))}</style>"
    )
    scripts = f'<script src="{asset_address("plotly.js")}"></script>\n<script type="module" src="{asset_address("stage.js")}"></script>\n'
    return _page(
        decks, language, title, "no", head, scripts, _EARLY.format(geo=asset_address("geo.json"))
    )


def alone(decks: Mapping[str, bytes], language: str, title: str) -> str:
    """Return one file that holds everything: slides in all languages, charts' library, geometry,
    typeface.
    """
    font = f"data:font/woff2;base64,{base64.b64encode(asset('type.woff2').data).decode()}"
    head = f"<style>{_FONT.format(address=font)}\n{asset('stage.css').data.decode()}</style>"
    early = (
        _EARLY.format(geo="")
        + f"\nwindow.unionIndicators.geometry = {_inert(asset('geo.json').data)};"
    )
    scripts = f'<script>{_closed(asset("plotly.js").data.decode())}</script>\n<script type="module">{_closed(asset("stage.js").data.decode())}</script>\n'
    return _page(decks, language, title, "yes", head, scripts, early)


def _page(
    decks: Mapping[str, bytes],
    language: str,
    title: str,
    is_alone: str,
    head: str,
    scripts: str,
    early: str,
) -> str:
    inside = ",".join(f'"{code}":{_inert(deck)}' for code, deck in decks.items())
    return _PAGE.format(
        lang=language,
        alone=is_alone,
        title=html.escape(title),
        head=head,
        decks="{" + inside + "}",
        scripts=scripts,
        early=early,
        tools=html.escape(say(language, "stage_tools")),
        help=html.escape(say(language, "stage_help")),
    )


def _inert(data: bytes) -> str:
    """Return JSON in which nothing can end the script element it stands in."""
    return data.decode().replace("<", "\\u003c")


def _closed(script: str) -> str:
    """Return a script in which no text can end its element: in its strings `<\\/script` means the
    same.
    """
    return script.replace("</script", "<\\/script").replace("<!--", "\\x3c!--")
