"""Measure building a release from nothing: seconds and peak memory of `python -m app.release
build`.

python benchmarks/release_build.py [--reps 5]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import time
from pathlib import Path

from workspace import ROOT, fresh_data, keep, machine, release_command


def once() -> dict[str, float]:
    """Build one release in a folder of its own; return seconds (by the clock and of CPU) and peak
    MiB.
    """
    with fresh_data() as data:
        command, environment = release_command(data, "build")
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        # wait4 tells the peak memory of this very child; ru_maxrss is in KiB (Linux).
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit("the release was refused: python -m app.release check says why")
        size = sum(file.stat().st_size for file in Path(data, "releases").rglob("*.parquet"))
    return {
        "seconds": seconds,
        "cpu_seconds": usage.ru_utime + usage.ru_stime,
        "peak_mib": usage.ru_maxrss / 1024,
        "release_kib": size / 1024,
    }


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reps", type=int, default=5)
    runs = [once() for _ in range(parser.parse_args().reps)]
    median = {name: round(statistics.median(run[name] for run in runs), 2) for name in runs[0]}
    for name, value in median.items():
        print(
            f"{name:14}{value:>10}   "
            f"[{min(run[name] for run in runs):.2f}-{max(run[name] for run in runs):.2f}]"
        )
    print(keep("release_build", {"machine": machine(), "median": median, "runs": runs}))


if __name__ == "__main__":
    main()
