"""Says whether the data folder draws its regions: without outlines and tiles of all of them, a map
is a ranking; draws nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from app.paths import data_folder


def is_drawn(regions: Iterable[str]) -> bool:
    """Return whether every region has an outline (`geo/regions.json`) and a tile
    (`geo/tiles.json`); False also where a file cannot be read.
    """
    folder = data_folder() / "geo"
    try:
        outlines, tiles = (
            json.loads((folder / name).read_text(encoding="utf-8"))
            for name in ("regions.json", "tiles.json")
        )
        return set(regions) <= set(outlines["regions"]) & set(tiles)
    except (OSError, ValueError, KeyError, TypeError):
        return False
