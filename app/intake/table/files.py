"""Opens a file that came from outside: its form by its content, its text by its bytes, within
limits; reads no cell.
"""

from __future__ import annotations

import csv
import io
import zipfile
from itertools import pairwise
from pathlib import Path

from app.intake.table.remarks import Refused, refused

MOST_BYTES = 60_000_000
MOST_UNPACKED = 600_000_000
MOST_TIMES = 300  # so many times its size a packed part may unpack to
MOST_LINES = 250_000
MOST_CELLS = 5_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def content(path: Path) -> bytes:
    """Return the bytes of a file; raise Refused if there is none, it is empty or too large."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Refused(refused("too_large", size=_mb(size), most=_mb(MOST_BYTES)))
        data = path.read_bytes()
    except OSError as error:
        raise Refused(refused("no_file", file=path.name, why=type(error).__name__)) from error
    if not data.strip():
        raise Refused(refused("empty_file", file=path.name))
    return data


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.0f}"


def form_of(data: bytes) -> str:
    """Return the form of a file: `xlsx`, `old` (xls, ods, xlsb), `web`, `json`, `px` or `text`.

    Raises Refused for what is locked, packed to burst, or none of these.
    """
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(_OLE):
        if _LOCKED in data:
            raise Refused(refused("locked"))
        return "old"
    if data.startswith(b"PK"):
        return _packed(data)
    if start.startswith(b"%pdf") or data.startswith((b"\x1f\x8b", b"Rar!", b"7z")):
        raise Refused(refused("other_form"))
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"<style")):
        return "web"
    if start.startswith(b"<"):
        raise Refused(refused("other_form"))
    if start.startswith((b"{", b"[")):
        return "json"
    if b"data" in data.lower() and _is_px(start):
        return "px"
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(refused("other_form"))
    return "text"


def _is_px(start: bytes) -> bool:
    first = start.split(b"=")[0].split(b"[")[0].split(b"(")[0].strip()
    return b"=" in start and first.replace(b"-", b"").isalpha() and b";" in start


def _packed(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Refused(refused("broken_file", why=type(error).__name__)) from error
    whole = sum(part.file_size for part in parts)
    burst = any(
        part.file_size > 10_000_000 and part.file_size > MOST_TIMES * max(part.compress_size, 1)
        for part in parts
    )
    if whole > MOST_UNPACKED or burst:
        raise Refused(refused("bomb", size=_mb(whole)))
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(refused("locked"))
    names = {part.filename for part in parts}
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names or "content.xml" in names:
        return "old"
    raise Refused(refused("other_form"))


def text_of(data: bytes, said: str = "") -> str:
    """Return the text of bytes: by the encoding that is said, by its mark, else by its letters.

    Cyrillic letters stand side by side, accented Western ones alone among others.
    """
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return _decoded(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if said:
        return _decoded(data, said)
    high = [position for position, byte in enumerate(data[:200_000]) if byte >= 0x80]
    beside = sum(1 for one, two in pairwise(high) if two - one == 1)
    # kz1048 is cp1251 with the letters of Kazakh; Windows has no better name for it.
    return _decoded(data, "kz1048" if beside * 2 > len(high) else "iso-8859-15")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise Refused(refused("encoding", encoding=encoding)) from error


def within(lines: int, cells: int) -> None:
    """Raise Refused if a table has more lines or cells than are taken."""
    if lines > MOST_LINES or cells > MOST_CELLS:
        most = f"{MOST_LINES:,}".replace(",", "\u00a0")
        raise Refused(refused("too_many_lines", lines=f"{lines:,}".replace(",", " "), most=most))


def parted(text: str) -> list[list[str]]:
    """Return the lines of a delimited text, cut at the sign that parts it most evenly.

    Raises Refused if a quotation is never closed.
    """
    sample = text[:65536].splitlines()[:60]
    sign = max(",;\t|", key=lambda one: _evenness(sample, one))
    csv.field_size_limit(1_000_000)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=False))
    except csv.Error as error:
        raise Refused(refused("broken_file", why=str(error))) from error
    within(len(rows), sum(len(row) for row in rows))
    return rows


def _evenness(sample: list[str], sign: str) -> tuple[int, int]:
    """Return for how many lines a sign makes the same number of cells, and how many cells."""
    counts = [len(row) for row in csv.reader(sample, delimiter=sign) if row]
    several = [count for count in counts if count > 1]
    if not several:
        return (0, 0)
    usual = max(set(several), key=several.count)
    return (several.count(usual) * min(usual, 3), usual)
