"""What is sent packed: gzip at once, Brotli at its best as soon as it has been worked out, once,
and kept beside the releases. Answers no request.
"""

from __future__ import annotations

import gzip
import hashlib
import logging
import os
import queue
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli

from app.paths import data_folder

_LOG = logging.getLogger(__name__)
_PACKED_ALREADY = (".woff2", ".png")
_GZIP = 7


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """What an address gives: the name of its file, its bytes and their digest."""

    name: str
    data: bytes
    digest: str


def body(name: str, data: bytes) -> Body:
    """Return bytes with their digest."""
    return Body(name, data, digest_of(data))


def digest_of(data: bytes) -> str:
    """Return the digest under which bytes are known: twelve hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=6).hexdigest()


def takes(accepted: str, coding: str) -> bool:
    """Say whether a browser that sent this `accept-encoding` takes a coding."""
    for one in accepted.lower().split(","):
        name, *parameters = (part.strip() for part in one.split(";"))
        if name == coding:
            return not any(part.replace(" ", "") in {"q=0", "q=0.0"} for part in parameters)
    return False


class Packer:
    """Packs bodies and remembers them packed. `folder` keeps what takes long; it need not exist
    and need not be writable: then browsers get gzip.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self._gzips: dict[str, bytes] = {}
        self._brotlis: dict[str, bytes] = {}
        self._asked: set[str] = set()
        self._wanted: queue.SimpleQueue[Body] = queue.SimpleQueue()

    def packed(self, one: Body, accepted: str) -> tuple[bytes, str]:
        """Return a body as a browser takes it and its `content-encoding`, blank for none."""
        if one.name.endswith(_PACKED_ALREADY):
            return one.data, ""
        if takes(accepted, "br") and (best := self._best(one)):
            return best, "br"
        if not takes(accepted, "gzip"):
            return one.data, ""
        if one.digest not in self._gzips:
            self._gzips[one.digest] = gzip.compress(one.data, _GZIP)
        return self._gzips[one.digest], "gzip"

    def _best(self, one: Body) -> bytes | None:
        if one.digest in self._brotlis:
            return self._brotlis[one.digest]
        if one.digest not in self._asked:
            self._asked.add(one.digest)
            if kept := self._kept(one):
                self._brotlis[one.digest] = kept
                return kept
            self._wanted.put(one)
        return None

    def _kept(self, one: Body) -> bytes | None:
        """Return what is kept of a body if it is what it should be: it has left our hands."""
        try:
            kept = self._place(one).read_bytes()
            return kept if digest_of(brotli.decompress(kept)) == one.digest else None
        except (OSError, brotli.error):
            return None

    def _place(self, one: Body) -> Path:
        return self.folder / f"{one.name}-{one.digest}.br"

    def work(self, ahead: Iterable[Body], still_served: Callable[[str], bool]) -> None:
        """Pack what is asked for until the process ends, and first what `ahead` names. Of files
        kept earlier those go whose name `still_served` denies.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for file in self.folder.glob("*.br"):
                if not still_served(file.name.rpartition("-")[0]):
                    file.unlink(missing_ok=True)
            for one in ahead:
                self._best(one)
            while True:
                self.pack(self._wanted.get())
        except OSError as error:
            _LOG.info("browsers get gzip, for nothing can be kept in %s: %s", self.folder, error)

    def pack(self, one: Body) -> None:
        """Pack a body at its best, keep it, and let go of what was kept under its name; raise
        OSError if it cannot be kept.
        """
        packed = brotli.compress(one.data, mode=brotli.MODE_TEXT, quality=11, lgwin=24)
        place = self._place(one)
        written = place.with_suffix(f".{os.getpid()}")
        try:
            written.write_bytes(packed)
            written.replace(place)
        finally:
            written.unlink(missing_ok=True)
        for older in self.folder.glob(f"{one.name}-*.br"):
            if older != place:
                with suppress(OSError):
                    older.unlink()
        self._brotlis[one.digest] = packed


@cache
def packer() -> Packer:
    """Return the packer of this process."""
    return Packer(data_folder() / "cache")


def begin(ahead: Iterable[Body], still_served: Callable[[str], bool]) -> None:
    """Let the packer work while others are served."""
    threading.Thread(
        target=packer().work, args=(ahead, still_served), name="packing", daemon=True
    ).start()
