"""The ledger: one small file for each release, which stays when the releases themselves are lost;
knows what a manifest says, builds and shows nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.paths import data_folder

Manifest = Mapping[str, Any]


def ledger_folder() -> Path:
    """Return the folder of the ledger: small files, to be kept with the facts."""
    return data_folder() / "ledger"


def entries() -> dict[int, Manifest]:
    """Return the manifests of the ledger by number; files that say something else are left out."""
    return {
        number: manifest for number in numbers() if (manifest := _read(_file(number))) is not None
    }


def numbers() -> list[int]:
    """Return the numbers that the ledger has given away, whatever their files say."""
    return sorted(
        int(path.stem)
        for path in ledger_folder().glob("[0-9][0-9][0-9][0-9]*.json")
        if path.stem.isascii() and path.stem.isdigit()
    )


def sealed(manifest: Manifest) -> dict[str, Any]:
    """Return a manifest with its seal, a digest over all it says: number and day, the digests of
    what the release holds, and the seal of the release before it.
    """
    return {**manifest, "seal": _seal(manifest)}


def is_sound(manifest: Manifest) -> bool:
    """Say whether a manifest says what it said when it was published: its seal fits, and the ledger
    says the same. One from before there were seals has none.
    """
    try:
        if "seal" in manifest and manifest["seal"] != _seal(manifest):
            return False
        written = _read(_file(int(manifest["number"])))
    except (KeyError, TypeError, ValueError):
        return True
    return written is None or _told(written) == _told(manifest)


def seal_before(number: int) -> str:
    """Return the seal of the newest entry before a number; blank if there is none."""
    earlier = [entry for other, entry in sorted(entries().items()) if other < number]
    return str(earlier[-1].get("seal") or _seal(earlier[-1])) if earlier else ""


def broken() -> Iterator[int]:
    """Yield the numbers whose entries do not fit: unreadable, changed since, or no follower of the
    one before them.
    """
    before: Manifest | None = None
    readable = entries()
    for number in numbers():
        entry = readable.get(number)
        if entry is None:
            yield number
            continue
        if "seal" in entry:
            follows = before is None or entry.get("previous") == (
                before.get("seal") or _seal(before)
            )
            if entry["seal"] != _seal(entry) or not follows:
                yield number
        before = entry


def write(manifest: Manifest) -> None:
    """Enter a release; what is there already stays as it is, unless it cannot be read."""
    file = _file(int(manifest["number"]))
    if _read(file) is not None:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_text(as_text(manifest), encoding="utf-8")
    os.replace(fresh, file)


def as_text(manifest: Manifest) -> str:
    """Return a manifest as it is written."""
    return json.dumps(manifest, indent=2) + "\n"


def _file(number: int) -> Path:
    return ledger_folder() / f"{number:04d}.json"


def _read(file: Path) -> Manifest | None:
    try:
        entry = json.loads(file.read_text(encoding="utf-8"))
        int(entry["number"])
        str(entry["digest"] + entry["published"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return entry if isinstance(entry, dict) else None


def _told(manifest: Manifest) -> tuple[object, ...]:
    return tuple(manifest.get(name) for name in ("number", "published", "digest", "seal"))


def _seal(manifest: Manifest) -> str:
    told = {name: what for name, what in manifest.items() if name != "seal"}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
