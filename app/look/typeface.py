"""The typeface of files, Source Sans in two weights, and how wide its words are; draws nothing."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

REGULAR, BOLD = 400, 700
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
# Latin and Cyrillic, punctuation, currency signs, letterlike signs (№), arrows, signs of
# comparison, shapes, tick.
_RANGES = (
    (0x20, 0x180),
    (0x400, 0x530),
    (0x2000, 0x2070),
    (0x20A0, 0x20C0),
    (0x2100, 0x2150),
    (0x2190, 0x2270),
    (0x25A0, 0x2600),
    (0x2713, 0x2714),
)


class NoTypeface(RuntimeError):
    """The typeface is missing or lacks letters of one of the three languages."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One weight: its TrueType file and the advance of each sign in thousandths of the size."""

    weight: int
    file: bytes
    advances: dict[str, int]


@cache
def packed() -> bytes:
    """Return the whole variable typeface as WOFF2, for files that browsers open.

    It comes out of Streamlit's package; raises NoTypeface if that has none.
    """
    package = find_spec("streamlit")
    folders = (package and package.submodule_search_locations) or []
    found = sorted(
        path
        for folder in folders
        for path in Path(folder).glob("static/static/media/SourceSansVF-Upright*.woff2")
    )
    if not found:
        raise NoTypeface("Source Sans is not in Streamlit's package")
    return found[0].read_bytes()


@cache
def face(weight: int) -> Face:
    """Return one weight with the signs that are needed; raise NoTypeface if letters are missing."""
    return cut(packed(), weight)


def cut(font: bytes, weight: int) -> Face:
    """Cut one weight out of a variable font, in any format that fontTools reads.

    Raises NoTypeface if Kazakh letters are missing.
    """
    whole = TTFont(io.BytesIO(font))
    if missing := [sign for sign in KAZAKH if ord(sign) not in whole.getBestCmap()]:
        raise NoTypeface(f"no {' '.join(missing)} in the typeface")
    # Dropped before the letters are chosen: ligatures and kerning cost most of the time, and files
    # do not use them.
    for table in ("GPOS", "GSUB", "GDEF", "BASE"):
        if table in whole:
            del whole[table]
    options = subset.Options()
    options.layout_features = []
    smaller = subset.Subsetter(options)
    smaller.populate(unicodes=[code for low, high in _RANGES for code in range(low, high)])
    smaller.subset(whole)
    if "fvar" in whole:
        whole = instancer.instantiateVariableFont(whole, {"wght": weight})
    whole.flavor = None
    buffer = io.BytesIO()
    whole.save(buffer)
    scale, metrics = 1000 / whole["head"].unitsPerEm, whole["hmtx"]
    return Face(
        weight,
        buffer.getvalue(),
        {chr(code): round(metrics[name][0] * scale) for code, name in whole.getBestCmap().items()},
    )


# The same names and notes are measured again for each view.
@lru_cache(maxsize=16384)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is at a size, in the size's unit."""
    advances = face(BOLD if bold else REGULAR).advances
    return sum(advances.get(sign, 500) for sign in text) * size / 1000
