"""The releases there are: finds, reads, proves and points to them; builds none."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.paths import data_folder
from app.release.ledger import is_sound

# What a release is: one for readers, a draft, whose facts are being worked on, or a demonstration,
# whose facts are made up.
MARKS = ("", "draft", "demonstration")


class NoRelease(RuntimeError):
    """There is no release, and none could be built."""


@dataclass(frozen=True, slots=True)
class Release:
    """One immutable set of tables; `digest` is that of its content, `mark` one of MARKS: what is
    shown of a marked release says so wherever it stands.
    """

    number: int
    published: date
    folder: Path
    digest: str
    mark: str = ""


def releases_folder() -> Path:
    """Return the folder that holds the releases."""
    return data_folder() / "releases"


def current() -> Release:
    """Return the release that the dashboard shows; raise NoRelease if there is none."""
    try:
        number = int((releases_folder() / "current").read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise NoRelease("no current release") from error
    return read_release(number)


def read_release(number: int) -> Release:
    """Return release `number`; raise NoRelease if it is missing or its manifest is damaged."""
    folder = releases_folder() / f"{number:04d}"
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        mark = manifest.get("mark", "")
        if mark not in MARKS:
            raise ValueError(mark)
        return Release(
            number, date.fromisoformat(manifest["published"]), folder, manifest["digest"], mark
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoRelease(f"release {number}: {type(error).__name__}") from error


def releases() -> list[Release]:
    """Return every readable release, oldest first."""
    found = []
    for number in taken_numbers():
        try:
            found.append(read_release(number))
        except NoRelease:
            continue
    return found


def taken_numbers() -> list[int]:
    """Return the numbers that are taken, sound or not.

    A copy that somebody has put beside them (`0007.old`) is no release.
    """
    return sorted(
        int(folder.name)
        for folder in releases_folder().glob("[0-9][0-9][0-9][0-9]*")
        if folder.name.isascii() and folder.name.isdigit()
    )


def rollback(number: int) -> Release:
    """Make release `number` the current one; raise NoRelease if it does not exist."""
    release = read_release(number)
    point_to(number)
    return release


def intact(release: Release) -> bool:
    """Say whether a release's tables are, to the byte, those that were published, and its manifest
    says what it said then.
    """
    manifest = manifest_of(release.folder)
    return digest_of(release.folder) == release.digest and is_sound(manifest)


def manifest_of(folder: Path) -> dict[str, Any]:
    """Return what a release's manifest says; nothing if it cannot be read."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def digest_of(folder: Path) -> str:
    """Return the digest of the tables in a folder: their names and their bytes."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.parquet")):
        digest.update(path.stem.encode() + path.read_bytes())
    return digest.hexdigest()


def digest_of_file(path: Path) -> str:
    """Return the digest of one file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def point_to(number: int) -> None:
    """Make a release the current one, in one step."""
    pointer = releases_folder() / "current"
    fresh = pointer.with_name(".current.new")
    fresh.write_text(f"{number}\n", encoding="ascii")
    os.replace(fresh, pointer)
