"""What the measurements share: a data folder of their own, a process's CPU clock, where results go."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results"
INPUTS = ("sources", "codes", "geo")
sys.path.insert(0, str(ROOT))  # the scripts here are run by path, and read the catalogue


@contextmanager
def fresh_data() -> Iterator[Path]:
    """Give a data folder that holds the inputs and no release; it is gone afterwards."""
    source = Path(os.environ.get("UNION_INDICATORS_DATA", ROOT / "data"))
    with tempfile.TemporaryDirectory(prefix="union-bench-") as name:
        for entry in INPUTS:
            (Path(name) / entry).symlink_to((source / entry).resolve())
        yield Path(name)


def release_command(data: Path, *words: str) -> tuple[list[str], dict[str, str]]:
    """Return the command line of app.release and its environment."""
    return [sys.executable, "-m", "app.release", *words], {
        **os.environ,
        "UNION_INDICATORS_DATA": str(data),
    }


def build_release(data: Path) -> Path:
    """Build a release in `data`; return its folder."""
    for word in ("build", "path"):
        command, environment = release_command(data, word)
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(f"no release to measure:\n{done.stderr[-2000:]}")
    return Path(done.stdout.strip())


def cpu_ms(pid: int) -> float:
    """Return the CPU time that a process and its children have used so far, in ms."""
    process = psutil.Process(pid)
    return sum(_cpu(one) for one in [process, *process.children(recursive=True)])


def _cpu(process: psutil.Process) -> float:
    if sys.platform == "linux":
        # The process's own CPU clock: /proc counts in steps of 10 ms, which is as long as what is
        # measured.
        return time.clock_gettime((~process.pid << 3) | 2) * 1000
    return sum(process.cpu_times()[:2]) * 1000


def machine() -> dict[str, str | int]:
    """Say on what it was measured."""
    return {
        "date": date.today().isoformat(),
        "cores": os.cpu_count() or 0,
        "python": platform.python_version(),
        "system": platform.platform(),
    }


def keep(name: str, result: dict) -> Path:
    """Write a result as JSON below benchmarks/results/."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{name}.json"
    path.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path
