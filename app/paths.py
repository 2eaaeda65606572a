"""Where things lie on disk; says places only, reads nothing."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXT = ROOT / "text"
QUERIES = ROOT / "queries"
FRONTEND = ROOT / "app" / "frontend"


def data_folder() -> Path:
    """Return the folder of facts, codes and releases (`UNION_INDICATORS_DATA` overrides it)."""
    return Path(os.environ.get("UNION_INDICATORS_DATA") or ROOT / "data")
