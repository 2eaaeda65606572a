"""Measure how much memory a server keeps when everything has been visited, and again and again.

    python benchmarks/memory.py [--rounds 3] [--languages kk ru en] [--nonsense 5000] [--exhibits]

A round visits every page in every language without a filter, for every region and for every sector;
with `--exhibits` also the table, the frame and the receipt of every exhibit in those views. Then
come links full of nonsense. Prints the resident memory (MiB) after each; it should stay within a
tenth of that after the first round. Keeps the runs in benchmarks/results/.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import string
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
from workspace import ROOT, keep, machine

sys.path.insert(0, str(ROOT))
NAMES = ("lang", "region", "sector", "period", "unknown")


def main() -> int:
    """Visit, measure and print; return 1 if a later round keeps a tenth more than the first."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--languages", nargs="+", default=("kk", "ru", "en"))
    parser.add_argument("--nonsense", type=int, default=5000)
    parser.add_argument("--exhibits", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:
        for name in ("sources", "codes", "geo"):
            (Path(data) / name).symlink_to(ROOT / "data" / name)
        os.environ["UNION_INDICATORS_DATA"] = data
        return visit(options)


def visit(options: argparse.Namespace) -> int:
    """Make the rounds."""
    from app.store.open import open_current

    store = open_current()
    told = [("release opened", resident(), 0.0)]
    print(f"{told[0][0]:24} {told[0][1]:7.0f} MiB")
    for number in range(1, options.rounds + 1):
        told.append(measured(f"round {number}", lambda: _round(store, options)))
    told.append(
        measured(f"{options.nonsense} nonsense links", lambda: _nonsense(store, options.nonsense))
    )
    kept = {
        f"{function.__module__}.{function.__name__}": len(shelf)
        for function, shelf in store.shelves.items()
    }
    for name, count in sorted(kept.items()):
        print(f"  kept {count:6} {name}")
    keep("memory", {"machine": machine(), "told": told, "kept": kept})
    first, *later = [memory for name, memory, _ in told[1:]]
    return 1 if max(later, default=first) > 1.1 * first else 0


def measured(name: str, act: Callable[[], None]) -> tuple[str, float, float]:
    """Act, then return and print the memory and the seconds it took."""
    begun = time.perf_counter()
    act()
    taken = time.perf_counter() - begun
    gc.collect()
    memory = resident()
    print(f"{name:24} {memory:7.0f} MiB {taken:7.1f} s", flush=True)
    return name, memory, taken


def resident() -> float:
    """Return the resident memory of this process in MiB."""
    return psutil.Process().memory_info().rss / 2**20


def _views(language: str) -> Iterator[object]:
    from app.catalogue.cards import catalogue
    from app.view import View

    known = catalogue()
    yield View(language)
    yield from (View(language, place=code) for code in known.regions())
    yield from (View(language, sector=code) for code in known.union_sectors())


def _round(store: object, options: argparse.Namespace) -> None:
    from app.catalogue.cards import catalogue
    from app.catalogue.pages import pages
    from app.exhibit.assemble import assemble
    from app.plain.embed import page as embed
    from app.screen.compose import compose

    for language in options.languages:
        for view in _views(language):
            for page in pages():
                compose(page, view, (), store)
            for card in catalogue().cards() if options.exhibits else ():
                embed(assemble(card, view, store), view, store, base="https://x/", code="x")


def _nonsense(store: object, count: int) -> None:
    from app.catalogue.pages import pages
    from app.screen.compose import compose
    from app.store.store import allowed_codes
    from app.view import from_query, unknown_page

    chance, names = random.Random(5), pages()
    for number in range(count):
        asked = {
            name: "".join(chance.choices(string.ascii_letters + "<>'й ", k=12)) for name in NAMES
        }
        view, refusals = from_query(asked, allowed_codes(store), "ru")
        refusals = (*refusals, unknown_page(asked["unknown"]))
        compose(names[number % len(names)], view, refusals, store)


if __name__ == "__main__":
    sys.exit(main())
