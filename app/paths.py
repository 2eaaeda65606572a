"""Where things lie on disk; says places only, reads nothing."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXT = ROOT / "text"
QUERIES = ROOT / "queries"
FRONTEND = ROOT / "app" / "frontend"
FEDERATION = "federation.toml"


def data_folder() -> Path:
    """Return the folder of facts, codes and releases (`UNION_INDICATORS_DATA` overrides it)."""
    return Path(os.environ.get("UNION_INDICATORS_DATA") or ROOT / "data")


def federation_folder() -> Path:
    """Return the folder that says whose facts they are: names, documents, stories, boundaries.

    It is the data folder if that holds a `federation.toml`. One that does not holds further facts
    of the federation that came with the programme, such as a draft.
    """
    own = data_folder()
    return own if (own / FEDERATION).is_file() else ROOT / "data"


def text_folders() -> tuple[Path, ...]:
    """Return where words stand: those of the programme, of the federation, of a data folder with
    further facts of it; what comes later goes before.
    """
    return tuple(dict.fromkeys((TEXT, federation_folder() / "text", data_folder() / "text")))
