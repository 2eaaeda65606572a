"""Measures what the stage's files cost: seconds, peak memory and size for a story in each format;
each in a process of its own.

python benchmarks/stage_files.py [story=congress | page=safety]
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORMATS = ("pptx", "pdf", "xlsx", "html")


def measure(kind: str, asked: dict[str, str]) -> dict[str, float]:
    """Write the story twice; return seconds of the first and the second time, bytes, and mebibytes
    that writing added to the process at its peak.
    """
    sys.path.insert(0, str(ROOT))
    from app.catalogue.stories import asked_story
    from app.exports.handout import handout as pdf
    from app.exports.office import slides as pptx
    from app.exports.office import workbook as xlsx
    from app.stage import file as html
    from app.store.open import open_current
    from app.store.store import allowed_codes
    from app.view import View

    write = {"pptx": pptx, "pdf": pdf, "xlsx": xlsx, "html": html}[kind].write
    store = open_current()
    story = asked_story(asked, allowed_codes(store))[0]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds = []
    for _ in range(2):
        started = time.perf_counter()
        content = write(
            story, View("kk"), store, "https://dashboard.example/", lambda done, total: None
        )
        seconds.append(time.perf_counter() - started)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "slides": len(story.slides),
        "first": seconds[0],
        "again": seconds[1],
        "bytes": len(content),
        "added": (peak - before) / 1024,
        "peak": peak / 1024,
    }


def main() -> None:
    """Print one line per format."""
    asked = dict([(sys.argv[1] if len(sys.argv) > 1 else "story=congress").split("=", 1)])
    print(
        f"{'':6}{'slides':>7}{'first s':>9}{'again s':>9}{'kB':>8}{'added MiB':>11}{'peak MiB':>10}"
    )
    for kind in FORMATS:
        answer = subprocess.run(
            [sys.executable, __file__, "--one", kind, json.dumps(asked)],
            capture_output=True,
            text=True,
            check=True,
        )
        one = json.loads(answer.stdout)
        print(
            f"{kind:6}{one['slides']:7.0f}{one['first']:9.2f}{one['again']:9.2f}{one['bytes'] / 1000:8.0f}{one['added']:11.0f}{one['peak']:10.0f}"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2], json.loads(sys.argv[3]))))
    else:
        main()
