"""Writes all that viewers are shown into a folder, and says where two such folders differ; changes
nothing and is no test by itself.

    python tests/same_as_before.py write FOLDER [--checkout DIR] [--only pages svg files]
                                            [--languages ru]
    python tests/same_as_before.py compare BEFORE AFTER [--most 20]

`write` asks the code of a checkout (this one, or another commit's in a worktree): every page in
three languages without a filter, for every region, every sector and four years; every exhibit's
drawing without scripts at three widths; the words and the numbers of the PowerPoint, PDF, Excel and
HTML files of all stories. `compare` names each kind of difference once, how often it stands and
where.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import io
import json
import os
import re
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("kk", "ru", "en")
YEARS = ("2010", "2020", "2023", "2024")
BASE = "https://dashboard.example/"
PARTS = ("pages", "svg", "files")
# Where a name stands, from today's rooms back to those of earlier commits.
HOMES = {
    "catalogue": ("app.catalogue.cards", "app.catalogue"),
    "stories": ("app.catalogue.stories", "app.story"),
    "View": ("app.view",),
    "open_current": ("app.store.open", "app.store"),
    "pages": ("app.catalogue.pages", "app.screen"),
    "compose": ("app.screen.compose", "app.screen"),
    "assemble": ("app.exhibit.assemble", "app.exhibit"),
    "draw": ("app.drawing.scene", "app.scene"),
    "as_svg": ("app.drawing.svg", "app.exports.svg"),
    "deck": ("app.stage.deck", "app.stage"),
}
WRITERS = {
    "pptx": ("app.exports.office.slides", "app.exports.pptx"),
    "pdf": ("app.exports.handout.handout", "app.exports.pdf"),
    "xlsx": ("app.exports.office.workbook", "app.exports.xlsx"),
    "html": ("app.stage.file", "app.exports.html"),
}


def main() -> int:
    """Run one command; return 1 if two folders differ."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("write")
    one.add_argument("folder", type=Path)
    one.add_argument("--checkout", type=Path, default=ROOT)
    one.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    one.add_argument("--languages", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    two = commands.add_parser("compare")
    two.add_argument("before", type=Path)
    two.add_argument("after", type=Path)
    two.add_argument("--most", type=int, default=20, help="kinds of difference that are printed")
    options = parser.parse_args()
    if options.command == "compare":
        return compare(options.before, options.after, options.most)
    write(options.folder, options.checkout.resolve(), options.only, options.languages)
    return 0


def write(folder: Path, checkout: Path, parts: list[str], languages: list[str]) -> None:
    """Write the parts into the folder, a file of JSON for each language and part; what stands in
    several places is written once.
    """
    (folder / "pieces").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        for name in ("sources", "codes", "geo"):
            (Path(data) / name).symlink_to(checkout / "data" / name)
        os.environ |= {
            "UNION_INDICATORS_DATA": data,
            "PYTHONPATH": str(checkout),
            "UNION_INDICATORS_WARM": "0",
        }
        sys.path.insert(0, str(checkout))
        named("open_current")()  # built once, for all who write
        jobs = [(part, language) for part in parts for language in languages]
        with ProcessPoolExecutor(os.cpu_count()) as workers:
            for part, language in jobs:
                workers.submit(
                    _write_part, part, language, folder, str(checkout)
                ).add_done_callback(lambda done: done.result())
    shutil.rmtree(data, ignore_errors=True)


def named(name: str) -> Any:
    """Return what stands under a name in the checkout, wherever it stands there; raise LookupError
    if nowhere.
    """
    for home in HOMES[name]:
        try:
            return getattr(importlib.import_module(home), name)
        except (ModuleNotFoundError, AttributeError):
            continue
    raise LookupError(name)


def _write_part(part: str, language: str, folder: Path, checkout: str) -> None:
    sys.path.insert(0, checkout)
    found = {"pages": _pages, "svg": _drawings, "files": _files}[part](language)
    index = {key: _kept(content, folder / "pieces") for key, content in found}
    (folder / f"{part}-{language}.json").write_text(
        json.dumps(index, ensure_ascii=False, indent=0), encoding="utf-8"
    )


def _kept(content: Any, pieces: Path) -> str:
    """Keep a piece under its digest; exhibits and tiles inside it are pieces of their own."""
    text = json.dumps(_cut(content, pieces), ensure_ascii=False, sort_keys=True, indent=0)
    digest = hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
    if not (path := pieces / digest).exists():
        path.write_text(text, encoding="utf-8")
    return digest


def _cut(content: Any, pieces: Path) -> Any:
    if isinstance(content, dict):
        return {name: _cut(part, pieces) for name, part in content.items()}
    if isinstance(content, list):
        return [
            {"piece": _kept(part, pieces)}
            if isinstance(part, dict) and len(part) > 4
            else _cut(part, pieces)
            for part in content
        ]
    return content


def _views(language: str) -> Iterator[tuple[str, Any]]:
    known, view = named("catalogue")(), named("View")
    yield "all", view(language)
    yield from ((f"region={code}", view(language, place=code)) for code in known.regions())
    yield from ((f"sector={code}", view(language, sector=code)) for code in known.union_sectors())
    yield from ((f"period={year}", view(language, period=year)) for year in YEARS)


def _pages(language: str) -> Iterator[tuple[str, Any]]:
    store, compose = named("open_current")(), named("compose")
    for page in named("pages")():
        for name, view in _views(language):
            yield f"page {page} {language} {name}", json.loads(compose(page, view, (), store))


def _drawings(language: str) -> Iterator[tuple[str, Any]]:
    store, assemble, draw, as_svg = (
        named("open_current")(),
        named("assemble"),
        named("draw"),
        named("as_svg"),
    )
    views = [one for one in _views(language) if one[0] in {"all", "region=KZ-47", "sector=oil_gas"}]
    for card in named("catalogue")().cards():
        for name, view in views:
            one = assemble(card, view, store)
            if one.drawing is None:
                continue
            for width, mode in ((360, "map"), (640, "tiles"), (1040, "map")):
                svg = as_svg(draw(one.drawing, width, mode=mode), None, one.title, one.alternative)
                yield (
                    f"svg {card.id} {language} {name} {width} {mode}",
                    svg.replace("><", ">\n<").split("\n"),
                )


def _files(language: str) -> Iterator[tuple[str, Any]]:
    store, view = named("open_current")(), named("View")(language)
    for story in named("stories")():
        for kind, homes in WRITERS.items():
            content = _writer(homes)(story, view, store, BASE, lambda done, every: None)
            yield (
                f"file {story.id}.{kind} {language}",
                {"pptx": _slides, "pdf": _sheets, "xlsx": _cells, "html": _decks}[kind](content),
            )


def _writer(homes: tuple[str, ...]) -> Any:
    for home in homes:
        try:
            return importlib.import_module(home).write
        except ModuleNotFoundError:
            continue
    raise LookupError(homes[0])


def _slides(content: bytes) -> list[Any]:
    from pptx import Presentation

    return [
        {
            "shapes": [_shape(shape) for shape in slide.shapes],
            "notes": slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "",
        }
        for slide in Presentation(io.BytesIO(content)).slides
    ]


def _shape(shape: Any) -> Any:
    told: dict[str, Any] = {
        "name": shape.name,
        "at": [shape.left, shape.top, shape.width, shape.height],
    }
    if shape.has_text_frame:
        told["text"] = shape.text_frame.text
    if getattr(shape, "has_table", False) and shape.has_table:
        told["table"] = [[cell.text for cell in row.cells] for row in shape.table.rows]
    if getattr(shape, "has_chart", False) and shape.has_chart:
        told["chart"] = [
            {
                "categories": [str(one) for one in plot.categories],
                "series": [[series.name, list(series.values)] for series in plot.series],
            }
            for plot in shape.chart.plots
        ]
    if hasattr(shape, "shapes"):
        told["shapes"] = [_shape(one) for one in shape.shapes]
    return told


def _sheets(content: bytes) -> list[Any]:
    from pypdf import PdfReader

    return [page.extract_text().split("\n") for page in PdfReader(io.BytesIO(content)).pages]


def _cells(content: bytes) -> list[Any]:
    from openpyxl import load_workbook

    return [
        {
            "sheet": sheet.title,
            "cells": [
                [cell for cell in row if cell is not None]
                for row in sheet.iter_rows(values_only=True)
            ],
            "charts": [[series.val.numRef.f for series in chart.series] for chart in sheet._charts],
        }
        for sheet in load_workbook(io.BytesIO(content)).worksheets
    ]


def _decks(content: bytes) -> Any:
    inside = re.search(
        r'<script type="application/json" id="decks">(.*?)</script>', content.decode(), re.DOTALL
    )
    return json.loads(inside[1]) if inside else None


def compare(before: Path, after: Path, most: int) -> int:
    """Print how the folders differ: the path inside the content, how often, one example; return 1
    if they do.
    """
    found: dict[str, list[tuple[str, Any, Any]]] = defaultdict(list)
    compared = 0
    for path in sorted(before.glob("*.json")):
        if not (after / path.name).exists():
            print(f"{path.name}: not written after")
            continue
        old, new = _read(path), _read(after / path.name)
        compared += len(old)
        for key in sorted({*old, *new}):
            if old.get(key) != new.get(key):
                seen = (f"{path.stem.split('-')[0]}", key)
                for where, was, now in _differences(
                    _piece(old.get(key), before), _piece(new.get(key), after), before, after
                ):
                    found[f"{seen[0]}{where}"].append((key, was, now))
    for where, cases in sorted(found.items(), key=lambda item: -len(item[1]))[:most]:
        key, was, now = cases[0]
        print(
            f"{len(cases):6}  {where}\n        {key}\n        - {_short(was)}\n        + "
            f"{_short(now)}"
        )
    print(
        f"{compared} compared, {len({key for cases in found.values() for key, *_ in cases})} "
        f"differ in {len(found)} ways"
    )
    return 1 if found else 0


def _read(path: Path) -> dict[str, str]:
    return json.loads(path.read_text(encoding="utf-8"))


def _piece(digest: str | None, folder: Path) -> Any:
    if not digest:
        return None
    return _said(json.loads((folder / "pieces" / digest).read_text(encoding="utf-8")))


def _said(content: Any) -> Any:
    """Return a piece without the two ways in which a figure has told what becomes of it in less
    room: names of traces and notes with `layout.meta`, later `forms`; and without what is known of
    its kind, later sent along as `traits`.
    """
    if isinstance(content, list):
        return [_said(part) for part in content]
    if not isinstance(content, dict):
        return content
    told = ("only:", "narrow:")
    return {
        name: _said(part)
        for name, part in content.items()
        if name not in {"meta", "forms", "traits"}
        and not (name == "name" and str(part).startswith(told))
    }


def _differences(
    old: Any, new: Any, before: Path, after: Path, where: str = ""
) -> Iterator[tuple[str, Any, Any]]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        if old.keys() == new.keys() == {"piece"}:
            old, new = _piece(old["piece"], before), _piece(new["piece"], after)
        for name in sorted({*old, *new}):
            yield from _differences(old.get(name), new.get(name), before, after, f"{where}.{name}")
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for one, other in zip(old, new, strict=True):
            yield from _differences(one, other, before, after, f"{where}[]")
    elif not (
        isinstance(old, float | int)
        and isinstance(new, float | int)
        and abs(old - new) <= 1e-9 * max(abs(old), abs(new))
    ):
        yield where, old, new


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 300 else f"{text[:300]} …"


if __name__ == "__main__":
    sys.exit(main())
