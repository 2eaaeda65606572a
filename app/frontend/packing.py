"""Bodies as browsers take them packed: gzip at once, Brotli at its best once it has been worked out, which is kept beside the releases."""

from __future__ import annotations

import gzip
import hashlib
import logging
import os
import queue
import threading
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import brotli

from app.paths import data_folder

_LOG = logging.getLogger(__name__)
_TEXTS = (".js", ".css", ".json", ".svg", ".html")
_ready: dict[str, bytes] = {}
_wanted: queue.SimpleQueue[tuple[str, Callable[[], bytes]]] = queue.SimpleQueue()
_asked: set[str] = set()
