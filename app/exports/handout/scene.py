"""Draws a scene, the marks of its key and a QR code on a PDF page; places none of them."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from app.drawing import qr
from app.drawing.scene import Box, Dot, Line, Mark, Scene, Shape, Text
from app.exports.handout.page import ink, write_line

MARK = 9.0
_HATCH = 4.0
_QUIET = 4


def scene(canvas: Canvas, one: Scene, x: float, top: float, scale: float) -> None:
    """Draw a scene with its upper left corner at a point; `scale` is points to the pixel."""
    for mark in one.marks:
        canvas.saveState()
        _mark(canvas, mark, x, top, scale)
        canvas.restoreState()


def _mark(canvas: Canvas, mark: Mark, x: float, top: float, scale: float) -> None:
    if isinstance(mark, Text):
        write_line(
            canvas,
            x + mark.x * scale,
            top - mark.y * scale,
            mark.text,
            mark.size * scale,
            mark.color,
            bold=mark.bold,
            anchor=mark.anchor,
        )
    elif isinstance(mark, Box):
        stroke, fill = _inked(canvas, mark.fill, mark.line, mark.line_width * scale)
        canvas.rect(
            x + mark.x * scale,
            top - (mark.y + mark.height) * scale,
            mark.width * scale,
            mark.height * scale,
            stroke=stroke,
            fill=fill,
        )
    elif isinstance(mark, Dot):
        stroke, fill = _inked(canvas, mark.fill, mark.line, mark.line_width * scale)
        canvas.circle(
            x + mark.x * scale, top - mark.y * scale, mark.radius * scale, stroke=stroke, fill=fill
        )
    elif isinstance(mark, Line):
        _inked(canvas, None, mark.color, mark.width * scale)
        canvas.setLineJoin(1)
        if mark.dash:
            canvas.setDash([mark.width * 2 * scale] * 2)
        path = canvas.beginPath()
        _follow(path, [(x + at * scale, top - down * scale) for at, down in mark.points])
        canvas.drawPath(path, stroke=1, fill=0)
    else:
        _shape(canvas, mark, x, top, scale)


def _shape(canvas: Canvas, shape: Shape, x: float, top: float, scale: float) -> None:
    rings = [[(x + at * scale, top - down * scale) for at, down in ring] for ring in shape.rings]
    stroke, fill = _inked(canvas, shape.fill, shape.line, shape.line_width * scale)
    canvas.setLineJoin(1)
    canvas.drawPath(_closed(canvas, rings), stroke=0, fill=fill, fillMode=0)
    if shape.hatched:
        canvas.saveState()
        canvas.clipPath(_closed(canvas, rings), stroke=0, fill=0, fillMode=0)
        _hatch(canvas, [point for ring in rings for point in ring], "@context_line")
        canvas.restoreState()
    if stroke:
        canvas.drawPath(_closed(canvas, rings), stroke=1, fill=0)


def _inked(canvas: Canvas, fill: str | None, line: str | None, width: float) -> tuple[int, int]:
    """Set the colours; return what of stroke and fill there is."""
    if fill:
        canvas.setFillColor(ink(fill))
    if not line or not width:
        return 0, int(bool(fill))
    canvas.setStrokeColor(ink(line))
    canvas.setLineWidth(width)
    return 1, int(bool(fill))


def _follow(path: PDFPathObject, points: Iterable[tuple[float, float]]) -> None:
    for place, point in enumerate(points):
        (path.lineTo if place else path.moveTo)(*point)


def _closed(canvas: Canvas, rings: Iterable[Iterable[tuple[float, float]]]) -> PDFPathObject:
    path = canvas.beginPath()
    for ring in rings:
        _follow(path, ring)
        path.close()
    return path


def _hatch(canvas: Canvas, points: list[tuple[float, float]], color: str) -> None:
    """Draw slanting lines over what the points enclose; the clip keeps them inside."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    canvas.setStrokeColor(ink(color))
    canvas.setLineWidth(0.8)
    at = left - (high - low)
    while at < right:
        canvas.line(at, low, at + high - low, high)
        at += _HATCH


def key_mark(canvas: Canvas, kind: str, color: str, x: float, middle: float) -> None:
    """Draw the mark of one entry of a key around the height `middle`, as the page's styles do."""
    canvas.saveState()
    canvas.setFillColor(ink(color))
    canvas.setStrokeColor(ink(color))
    low, half = middle - MARK / 2, MARK / 2
    if kind == "dot":
        canvas.circle(x + half, middle, half, stroke=0, fill=1)
    elif kind == "ring":
        canvas.setLineWidth(1.5)
        canvas.circle(x + half, middle, half - 0.75, stroke=1, fill=0)
    elif kind in {"line", "dash"}:
        canvas.setLineWidth(2.2)
        if kind == "dash":
            canvas.setDash([3.4, 1.8])
        canvas.line(x, middle, x + mark_width(kind), middle)
    elif kind == "tick":
        canvas.setLineWidth(2.2)
        canvas.line(x + 1.1, low - 0.5, x + 1.1, low + MARK + 0.5)
    elif kind in {"outline", "frame"}:
        canvas.setLineWidth(0.75 if kind == "outline" else 1.9)
        canvas.rect(x + 1, low + 1, MARK - 2, MARK - 2, stroke=1, fill=0)
    elif kind == "hatch":
        box = [(x, low), (x + MARK, low), (x + MARK, low + MARK), (x, low + MARK)]
        canvas.setLineWidth(0.75)
        canvas.clipPath(_closed(canvas, [box]), stroke=1, fill=0)
        _hatch(canvas, box, color)
    elif kind == "question":
        write_line(canvas, x + half, middle - 3.2, "?", 10, color, bold=True, anchor="middle")
    else:
        canvas.roundRect(x, low, MARK, MARK, 1.5, stroke=0, fill=1)
    canvas.restoreState()


def mark_width(kind: str) -> float:
    """Return how wide the mark of a key's entry is, in points."""
    return {"line": 13.5, "dash": 13.5, "tick": 2.2, "none": 0}.get(kind, MARK)


def code(canvas: Canvas, address: str, x: float, top: float, size: float) -> None:
    """Draw an address as a QR code that is a link, `size` points wide with its quiet border."""
    rows = qr.modules(address)
    unit = size / (len(rows) + 2 * _QUIET)
    canvas.saveState()
    canvas.translate(x + _QUIET * unit, top - _QUIET * unit)
    canvas.scale(unit, -unit)
    canvas.setFillColor(ink("@text"))
    path = canvas.beginPath()
    for line, row in enumerate(rows):
        start = 0
        while start < len(row):
            end = start + 1
            while end < len(row) and row[end] == row[start]:
                end += 1
            if row[start]:
                path.rect(start, line, end - start, 1)
            start = end
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
    canvas.linkURL(address, (x, top - size, x + size, top), thickness=0)
