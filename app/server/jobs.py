"""Writes files that take a while, two at a time, beside the server's answers: each can be asked how
far it is, and cancelled; knows no format.
"""

from __future__ import annotations

import atexit
import logging
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

_LOG = logging.getLogger(__name__)
AT_ONCE, WAITING, KEPT_SECONDS = 2, 20, 600
Step = Callable[[int, int], None]


class Cancelled(Exception):
    """The one who asked for the file no longer wants it."""


class Busy(RuntimeError):
    """So many files are waiting already that another would only wait in vain."""


@dataclass(slots=True)
class Job:
    """One file being written. `state` is waiting, working, ready, failed or cancelled; `error` is
    what went wrong.
    """

    id: str
    name: str
    media: str
    total: int
    state: str = "waiting"
    done: int = 0
    error: Exception | None = None
    file: Path | None = None
    ended: float = 0
    cancel: threading.Event = field(default_factory=threading.Event)


_jobs: dict[str, Job] = {}
_lock = threading.Lock()
_workers = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="files")
_folder: Path | None = None


def begin(write: Callable[[Step], bytes], name: str, media: str, total: int) -> Job:
    """Start writing a file (`write` gets the step to call after each slide); raise Busy if too many
    wait.
    """
    with _lock:
        _forget()
        if sum(job.state in {"waiting", "working"} for job in _jobs.values()) >= AT_ONCE + WAITING:
            raise Busy(f"{len(_jobs)} files")
        job = Job(secrets.token_urlsafe(12), name, media, total)
        _jobs[job.id] = job
    _workers.submit(_run, job, write)
    return job


def find(job_id: str) -> Job | None:
    """Return a job by its id; None if there is none, or if its file was kept long enough."""
    with _lock:
        _forget()
        return _jobs.get(job_id)


def cancel(job: Job) -> None:
    """Stop a job at its next slide and let its file go."""
    job.cancel.set()
    with _lock:
        if job.state == "waiting":
            job.state, job.ended = "cancelled", time.monotonic()
        if job.file:
            job.file.unlink(missing_ok=True)
            job.file, job.state = None, "cancelled"


def _run(job: Job, write: Callable[[Step], bytes]) -> None:
    def step(done: int, total: int) -> None:
        job.done, job.total = done, total
        if job.cancel.is_set():
            raise Cancelled
        # Others' answers go first: a file may take a moment longer.
        time.sleep(0.004)

    if job.cancel.is_set():
        return
    job.state = "working"
    try:
        content = write(step)
        path = _place() / job.id
        path.write_bytes(content)
        with _lock:
            if job.cancel.is_set():
                path.unlink(missing_ok=True)
                raise Cancelled
            job.file, job.state = path, "ready"
    except Cancelled:
        job.state = "cancelled"
    except Exception as error:
        _LOG.exception("the file %s could not be written", job.name)
        job.error, job.state = error, "failed"
    job.ended = time.monotonic()


def _place() -> Path:
    global _folder
    if _folder is None or not _folder.is_dir():
        _folder = Path(mkdtemp(prefix="union-indicators-files-"))
        atexit.register(rmtree, _folder, ignore_errors=True)
    return _folder


def _forget() -> None:
    """Drop what ended long ago, with its file."""
    now = time.monotonic()
    for job in [one for one in _jobs.values() if one.ended and now - one.ended > KEPT_SECONDS]:
        if job.file:
            job.file.unlink(missing_ok=True)
        del _jobs[job.id]
