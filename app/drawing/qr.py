"""A receipt's address as a QR code: one path for pages and vector files, a PNG for office files;
knows no exhibit.
"""

from __future__ import annotations

import io
from functools import lru_cache

import segno


@lru_cache(maxsize=4096)
def modules(address: str) -> tuple[tuple[bool, ...], ...]:
    """Return the code's rows of dark and light modules, without the quiet border of four that a
    reader needs around it.
    """
    return tuple(tuple(bool(one) for one in row) for row in _made(address).matrix)


@lru_cache(maxsize=4096)
def path(address: str) -> tuple[int, str]:
    """Return the width of the code with its quiet border, in modules, and its dark modules as an
    SVG path.
    """
    rows = modules(address)
    runs = []
    for line, row in enumerate(rows):
        start = 0
        while start < len(row):
            if not row[start]:
                start += 1
                continue
            end = start
            while end < len(row) and row[end]:
                end += 1
            runs.append(f"M{start + 4} {line + 4}h{end - start}v1h-{end - start}z")
            start = end
    return len(rows) + 8, "".join(runs)


def png(address: str, scale: int = 8) -> bytes:
    """Return the code as PNG with its quiet border."""
    buffer = io.BytesIO()
    _made(address).save(buffer, kind="png", scale=scale, border=4)
    return buffer.getvalue()


def _made(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False)
