"""Builds and publishes releases (immutable sets of Parquet files) of checked facts; edits none."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from app.catalogue.cards import leave_out
from app.facts.problems import Problem
from app.paths import FEDERATION, data_folder
from app.release.check import checked, nothing_to_show
from app.release.releases import (
    MARKS,
    NoRelease,
    Release,
    current,
    digest_of,
    intact,
    point_to,
    read_release,
    releases,
    releases_folder,
    taken_numbers,
)
from app.words.federation import BadFederation, federation

Trial = Callable[[Release], list[Problem]]  # what readers would stumble over in a release


class FactsRefused(RuntimeError):
    """The facts have faults; the current release stays as it was."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def tried(trial: Trial) -> list[Problem]:
    """Return everything that is wrong with today's facts, and what `trial` finds in the release
    that they would be; publishes none.
    """
    tables, problems = checked()
    if problems:
        return problems
    if vain := nothing_to_show(tables):
        leave_out(vain)
    with tempfile.TemporaryDirectory(prefix="union-indicators-trial-") as folder:
        rows = {name: table.num_rows for name, table in tables.items()}
        digest = _write(tables, Path(folder))
        (Path(folder) / "manifest.json").write_text(json.dumps({"rows": rows}), encoding="utf-8")
        return trial(Release(0, datetime.now(UTC).date(), Path(folder), digest))


def build(mark: str = "") -> tuple[Release, bool]:
    """Check all facts and publish their tables; `mark` says that they are a draft or a
    demonstration, as the federation's own mark does for all its releases.

    Returns the current release and whether it is new: facts that did not change make no new
    release. Raises FactsRefused if anything is wrong, also if the folder holds releases of another
    mark: what is not for readers never takes the place of what they read. Raises OSError if the
    folder cannot be written.
    """
    try:
        mark = mark or federation().mark
    except BadFederation as error:
        raise FactsRefused([Problem(FEDERATION, 1, "card", str(error))]) from error
    if mixed := _of_another_mark(mark):
        raise FactsRefused([mixed])
    tables, problems = checked()
    if problems:
        raise FactsRefused(problems)
    root = releases_folder()
    root.mkdir(parents=True, exist_ok=True)
    # Written beside the releases and renamed when whole: nobody ever sees half of one.
    staging = Path(tempfile.mkdtemp(prefix=".building-", dir=root))
    try:
        digest = _write(tables, staging)
        if same := _current_if(digest):
            return same, False
        number = 1 + max(taken_numbers(), default=0)
        manifest = {
            "number": number,
            "published": datetime.now(UTC).date().isoformat(),
            "digest": digest,
            "mark": mark,
            "left_out": nothing_to_show(tables),
            "rows": {name: table.num_rows for name, table in tables.items()},
        }
        (staging / "manifest.json").write_text(
            json.dumps(manifest, indent=2) + "\n", encoding="utf-8"
        )
        staging.chmod(0o755)
        os.replace(staging, root / f"{number:04d}")
        point_to(number)
        return read_release(number), True
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _of_another_mark(mark: str) -> Problem | None:
    """Return what is said of the first release in the folder that has another mark, if any."""
    if mark not in MARKS:
        return Problem("releases", 0, "unknown_mark", mark)
    for release in releases():
        if release.mark != mark:
            kind = "mark_among_published" if mark else "marked_folder"
            return Problem("releases", 0, kind, f"{release.folder.name} ({release.mark or '–'})")
    return None


def _current_if(digest: str) -> Release | None:
    """Return the current release if it is whole and has this content."""
    try:
        now = current()
    except NoRelease:
        return None
    return now if now.digest == digest and intact(now) else None


def ensure() -> Release:
    """Return the current release; build the first one if there is none.

    Where the data folder cannot be written, the release is built in a temporary folder for this
    process. Raises NoRelease if there is none and none can be built.
    """
    try:
        return current()
    except NoRelease:
        pass
    try:
        return build()[0]
    except FactsRefused as refused:
        if not (there := releases()):
            raise NoRelease(
                "; ".join(problem.say(language="en") for problem in refused.problems[:3])
            ) from refused
        # The pointer is lost and the facts are being worked on: better the newest release there
        # is than none.
        with suppress(OSError):
            point_to(there[-1].number)
        return there[-1]
    except OSError:
        scratch = Path(tempfile.mkdtemp(prefix="union-indicators-"))
        for path in data_folder().iterdir():
            if path.name not in {"releases", "cache"}:
                (scratch / path.name).symlink_to(path)
        os.environ |= {"UNION_INDICATORS_DATA": str(scratch), "UNION_INDICATORS_SCRATCH": "1"}
        return build()[0]


def _write(tables: dict[str, pa.Table], folder: Path) -> str:
    for name, table in tables.items():
        pq.write_table(
            table,
            folder / f"{name}.parquet",
            compression="zstd",
            use_dictionary=True,
            write_statistics=True,
        )
    return digest_of(folder)
