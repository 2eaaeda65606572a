"""Words keep the contrast of WCAG 2.2 AA to what lies behind them, light and dark: worked out from
the palettes, for all pages at once; what a browser paints is looked at in test_browser_pages.py.
"""

import pytest

from app.look.theme import PALETTES

# What words are written in, and what they are written on.
INKS = ("text", "muted", "selected", "target", "worse", "better")
GROUNDS = ("paper", "ground")
LEAST = 4.5


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_has_the_most_contrast_and_grey_on_grey_none():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_words_can_be_read_on_paper_and_ground(ink, ground, palette):
    colours = PALETTES[palette]
    assert contrast(colours[ink], colours[ground]) >= LEAST
