"""Takes the releases and their ledger along into a folder or a file, and brings them back; never
writes over a release that is here.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.release import ledger
from app.release.changes import bring_back
from app.release.releases import (
    NoRelease,
    current,
    digest_of,
    manifest_of,
    point_to,
    releases,
    releases_folder,
)

_PART = re.compile(r"releases/(\d{4,})/[\w.]+|ledger/\d{4,}\.json")


class BackupRefused(RuntimeError):
    """A backup cannot be taken or brought back; `kind` is a key of the interface's words."""

    def __init__(self, kind: str, detail: str):
        super().__init__(f"{kind}: {detail}")
        self.kind, self.detail = kind, detail


@dataclass(frozen=True, slots=True)
class Brought:
    """The numbers of the releases that were brought back, and of those that were here already."""

    fresh: tuple[int, ...]
    known: tuple[int, ...]


def back_up(to: Path) -> list[int]:
    """Copy every release that is whole, and the ledger, into a folder, or a file if its name ends
    in `.zip`; return their numbers. What is in the folder already stays.
    """
    whole = [one for one in releases() if digest_of(one.folder) == one.digest]
    for release in whole:
        ledger.write(manifest_of(release.folder))
    files = {
        f"releases/{release.folder.name}/{path.name}": path
        for release in whole
        for path in sorted(release.folder.iterdir())
    }
    files |= {f"ledger/{path.name}": path for path in sorted(ledger.ledger_folder().glob("*.json"))}
    if to.suffix == ".zip":
        to.parent.mkdir(parents=True, exist_ok=True)
        fresh = to.with_name(f".{to.name}.new")
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_STORED) as packed:
            for name, path in files.items():
                packed.write(path, name)
        fresh.replace(to)
    else:
        for name, path in files.items():
            target = to / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                shutil.copyfile(path, target)
    return [release.number for release in whole]


def restore(source: Path) -> Brought:
    """Bring the releases of a backup back, those that are not here; nothing at all if one of them
    is damaged or of another mark, or another release of its number is here. Raises BackupRefused.
    """
    with _opened(source) as folder:
        found = sorted(path for path in folder.glob("releases/*") if path.name.isdigit())
        if not found:
            raise BackupRefused("backup_empty", str(source))
        here = {int(path.name): path for path in releases_folder().glob("*") if path.name.isdigit()}
        marks = {manifest_of(one).get("mark", "") for one in found}
        marks |= {one.mark for one in releases()}
        if len(marks) > 1:
            raise BackupRefused("backup_mixed", ", ".join(sorted(mark or "–" for mark in marks)))
        noted = ledger.entries()
        fresh = []
        for one in found:
            number, manifest = int(one.name), manifest_of(one)
            if manifest.get("digest") != digest_of(one):
                raise BackupRefused("backup_damaged", str(number))
            known = manifest_of(here[number]) if number in here else noted.get(number)
            if known is not None and known.get("digest") != manifest["digest"]:
                raise BackupRefused("backup_other", str(number))
            if number not in here:
                fresh.append(one)
        _bring(folder, fresh)
        for release in releases():
            bring_back(release, folder / "releases" / release.folder.name)
    numbers = tuple(int(one.name) for one in fresh)
    return Brought(numbers, tuple(int(one.name) for one in found if int(one.name) not in numbers))


def _bring(folder: Path, fresh: list[Path]) -> None:
    root = releases_folder()
    root.mkdir(parents=True, exist_ok=True)
    for entry in sorted(folder.glob("ledger/*.json")):
        try:
            ledger.write(json.loads(entry.read_text(encoding="utf-8")))
        except (ValueError, KeyError, TypeError):
            continue
    for one in fresh:
        staging = Path(tempfile.mkdtemp(prefix=".building-", dir=root))
        shutil.copytree(one, staging, dirs_exist_ok=True)
        staging.chmod(0o755)
        staging.replace(root / one.name)
        ledger.write(manifest_of(root / one.name))
    try:
        current()
    except NoRelease:
        point_to(releases()[-1].number)


@contextmanager
def _opened(source: Path) -> Iterator[Path]:
    """Give the folder of a backup, unpacked if it is a file; of that only what a backup holds."""
    if source.is_dir():
        yield source
        return
    with tempfile.TemporaryDirectory(prefix="union-indicators-") as scratch:
        try:
            with zipfile.ZipFile(source) as packed:
                for name in packed.namelist():
                    if _PART.fullmatch(name):
                        packed.extract(name, scratch)
        except (OSError, zipfile.BadZipFile) as error:
            raise BackupRefused("backup_unreadable", str(source)) from error
        yield Path(scratch)
