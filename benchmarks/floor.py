"""The floor: the charts of a page as static JSON, each drawn by one `Plotly.react`, and nothing else.
No page of the same charts can be quicker; measured against, never shown.

    python floor.py FOLDER PORT

FOLDER holds one JSON file for each view: a list of `{"id", "data", "layout"}`. `all.json` has every
chart, that of a region only those that look different there. Everything is sent in Brotli at its
best, packed before the first request.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import brotli
import orjson

# What `safety_page.py` watches: a place that says whether something is under way.
PAGE = """<!doctype html>
<html><head><meta charset="utf-8"><title>floor</title></head>
<body><main data-testid="stApp" data-test-script-state="running"></main>
<script src="plotly.js"></script>
<script type="module">
const main = document.querySelector("main");
const still = { displayModeBar: false, responsive: false, doubleClick: false, showTips: false };
window.floor = async (view) => {
  main.dataset.testScriptState = "running";
  for (const { id, data, layout } of await (await fetch(`${view}.json`)).json()) {
    let node = document.getElementById(id);
    if (!node) {
      node = main.appendChild(document.createElement("div"));
      node.id = id;
      node.style.cssText = `width: ${layout.width}px; height: ${layout.height}px`;
    }
    Plotly.react(node, data, layout, still);
  }
  main.dataset.testScriptState = "notRunning";
};
floor("all");
</script></body></html>
"""
TYPES = {"": "text/html", ".js": "text/javascript", ".json": "application/json"}


def write(folder: Path, views: Mapping[str, Mapping[str, dict]]) -> None:
    """Write the files of a floor; `views` gives for `all` and for each region its figures by id."""
    everywhere = views["all"]
    for view, figures in views.items():
        changed = [
            {"id": name, **figure}
            for name, figure in figures.items()
            if view == "all" or figure != everywhere.get(name)
        ]
        (folder / f"{view}.json").write_bytes(orjson.dumps(changed))
        # The way back draws what the way there drew.
        back = [{"id": one["id"], **everywhere[one["id"]]} for one in changed]
        (folder / f"back-{view}.json").write_bytes(orjson.dumps(back))


def bodies(folder: Path) -> dict[str, bytes]:
    """Return what each address gives, packed."""
    spec = find_spec("plotly")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    library = Path(spec.submodule_search_locations[0]) / "package_data" / "plotly.min.js"
    plain = {"/": PAGE.encode(), "/plotly.js": library.read_bytes()}
    plain |= {f"/{file.name}": file.read_bytes() for file in folder.glob("*.json")}
    return {path: brotli.compress(data, quality=11, lgwin=24) for path, data in plain.items()}


def handler(sent: Mapping[str, bytes]) -> type[BaseHTTPRequestHandler]:
    """Return what answers requests out of these bodies."""

    class Floor(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = sent.get(self.path.partition("?")[0])
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Length", str(len(body or b"")))
            if body is not None:
                self.send_header("Content-Type", TYPES[Path(self.path).suffix])
                self.send_header("Content-Encoding", "br")
                self.send_header("Cache-Control", "public, max-age=3600")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            """Say nothing: what is measured is not the log."""

    return Floor


if __name__ == "__main__":
    made = bodies(Path(sys.argv[1]))
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), handler(made)).serve_forever()
