"""Builds and publishes releases (immutable sets of Parquet files) of checked facts; edits none."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from app.catalogue.cards import leave_out
from app.facts.problems import Problem
from app.paths import data_folder
from app.release import ledger
from app.release.changes import Change, Reason, compared, tables_of, unaccounted, write
from app.release.check import checked, federation_problems, nothing_to_show
from app.release.releases import (
    MARKS,
    NoRelease,
    Release,
    current,
    digest_of,
    digest_of_file,
    intact,
    manifest_of,
    point_to,
    read_release,
    releases,
    releases_folder,
    taken_numbers,
)
from app.words.federation import BadFederation, federation

# Kazakhstan has had one time since 1 March 2024, the same all year.
ALMATY = timezone(timedelta(hours=5))
_STAGING = ".building-"
Trial = Callable[[Release], list[Problem]]  # what readers would stumble over in a release


class FactsRefused(RuntimeError):
    """The facts have faults; the current release stays as it was."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def tried(trial: Trial | None) -> list[Problem]:
    """Return everything that is wrong with today's facts, what was changed of the current release
    by nobody, and what `trial` finds in the release that they would be; publishes none.
    """
    tables, problems = checked()
    if problems:
        return problems
    unsaid = unexplained(tables)
    if trial is None:
        return unsaid
    if vain := nothing_to_show(tables):
        leave_out(vain)
    with tempfile.TemporaryDirectory(prefix="union-indicators-trial-") as folder:
        rows = {name: table.num_rows for name, table in tables.items()}
        digest = _write(tables, Path(folder))
        (Path(folder) / "manifest.json").write_text(json.dumps({"rows": rows}), encoding="utf-8")
        return [*unsaid, *trial(Release(0, today(), Path(folder), digest))]


def build(
    mark: str = "", given: Reason | None = None, *, strict: bool = False
) -> tuple[Release, bool]:
    """Check all facts and publish their tables; `mark` says that they are a draft or a
    demonstration, as the federation's own mark does for all its releases.

    Returns the current release and whether it is new: facts that did not change make no new
    release. `given` is who changed what no correction speaks of, and why; with `strict`, facts that
    were changed by nobody are refused. Raises FactsRefused if anything is wrong, also if the folder
    holds releases of another mark: what is not for readers never takes the place of what they read.
    Raises OSError if the folder cannot be written.
    """
    try:
        mark = mark or federation().mark
    except BadFederation as error:
        raise FactsRefused(federation_problems()) from error
    if mixed := _of_another_mark(mark):
        raise FactsRefused([mixed])
    tables, problems = checked()
    if problems:
        raise FactsRefused(problems)
    root = releases_folder()
    root.mkdir(parents=True, exist_ok=True)
    with _alone(root):
        # Written beside the releases and renamed when whole: nobody ever sees half of one.
        staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=root))
        try:
            digest = _write(tables, staging)
            if same := _current_if(digest):
                return same, False
            enter_all()
            if strict and given is None and (unsaid := unexplained(tables)):
                raise FactsRefused(unsaid)
            changes = changes_of(tables, given)
            number = 1 + max((*taken_numbers(), *ledger.numbers()), default=0)
            manifest: dict[str, Any] = {
                "number": number,
                "published": today().isoformat(),
                "digest": digest,
                "mark": mark,
                "left_out": nothing_to_show(tables),
                "rows": {name: table.num_rows for name, table in tables.items()},
                "previous": ledger.seal_before(number),
            }
            if changes is not None:
                write(changes, staging, current().number)
                manifest["changes"] = digest_of_file(staging / "changes.json")
            manifest = ledger.sealed(manifest)
            (staging / "manifest.json").write_text(ledger.as_text(manifest), encoding="utf-8")
            staging.chmod(0o755)
            os.replace(staging, root / f"{number:04d}")
            point_to(number)
            ledger.write(manifest)
            return read_release(number), True
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def today() -> date:
    """Return the day on which a release is published: that of Almaty."""
    return datetime.now(ALMATY).date()


def unexplained(tables: Mapping[str, pa.Table]) -> list[Problem]:
    """Return what facts have otherwise than the current release, without anybody having said who
    changed it and why. Of a release from before there were corrections nobody is asked.
    """
    try:
        asked = "seal" in manifest_of(current().folder)
    except NoRelease:
        asked = False
    return unaccounted(changes_of(tables, None) or ()) if asked else []


def changes_of(tables: Mapping[str, pa.Table], given: Reason | None) -> tuple[Change, ...] | None:
    """Return what facts have otherwise than the current release, `given` the reason where none was
    entered; None if there is no release to compare them with.
    """
    try:
        return compared(tables_of(current()), tables, given)
    except (NoRelease, OSError, pa.ArrowException):
        return None


def enter_all() -> None:
    """Enter every release that is here into the ledger, as its manifest says: those from before
    there was one.
    """
    for release in releases():
        if release.number not in ledger.numbers():
            ledger.write(manifest_of(release.folder))


def left_behind() -> list[Path]:
    """Return the half-made folders of builds that were ended in the middle, and clear them away."""
    root = releases_folder()
    if not root.is_dir():
        return []
    with _alone(root):
        found = sorted(root.glob(f"{_STAGING}*"))
        for folder in found:
            shutil.rmtree(folder, ignore_errors=True)
    return found


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Let one build at a time write into the folder of releases; the lock of one that was ended
    goes with it.
    """
    door = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(door, fcntl.LOCK_EX)
        yield
    finally:
        os.close(door)


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
