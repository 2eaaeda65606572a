"""How labels break, how wide they are about, how they are kept apart; draws nothing."""

from __future__ import annotations

from collections.abc import Sequence

from app.look.theme import LABEL_SIZE
from app.look.typeface import NoTypeface, width

DIGIT_WIDTH = 7.6  # at the label size


def wrap(text: str, letters: int) -> str:
    """Break a label into lines of about `letters` letters, at blanks only."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > letters:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


def text_width(text: str) -> float:
    """Return about how many pixels the longest line of a label needs at the label size."""
    return max(len(line) for line in text.split("<br>")) * DIGIT_WIDTH


def line_width(line: str, size: float) -> float:
    """Return how many pixels a bold line needs; about so many where the typeface is not here."""
    try:
        return width(line, size, bold=True)
    except NoTypeface:
        return len(line) * DIGIT_WIDTH * size / LABEL_SIZE


def spread(positions: Sequence[float], least: float) -> list[float]:
    """Move positions apart until neighbours stand at least `least` away from each other; order is
    kept.
    """
    order = sorted(range(len(positions)), key=lambda index: positions[index])
    moved = [positions[index] for index in order]
    for _ in range(60):
        for lower in range(len(moved) - 1):
            overlap = least - (moved[lower + 1] - moved[lower])
            if overlap > 1e-9:
                moved[lower] -= overlap / 2
                moved[lower + 1] += overlap / 2
    result = [0.0] * len(positions)
    for place, index in enumerate(order):
        result[index] = moved[place]
    return result
