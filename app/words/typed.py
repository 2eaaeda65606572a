"""Numbers, years and quarters in what somebody types into a search; knows no figure."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

_PERCENT = r"(?:%(?:-[^\W\d]+)?|процент\w*|пайыз\w*|percent|per cent)"
_SCALES = {
    1e3: r"(?:тыс|тысяч\w*|мын|thousand)",
    1e6: r"(?:млн|миллион\w*|million|mln)",
    1e9: r"(?:млрд|миллиард\w*|billion|bln)",
}
_SCALE = "|".join(_SCALES.values())
# 1 227; 1,227 or 1.227 (which may be 1227 too); 24,3; 1227.
_DIGITS = r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3}){2,}|\d+[.,]\d+|\d+"
_NUMBER = re.compile(
    rf"(?<![\w.,/№-])(?:(?<!\S)(?P<sign>[-+]))?(?P<digits>{_DIGITS})(?![\w]|[-./,:]\d|-\w)"
    rf"(?: ?(?P<scale>{_SCALE})\b\.?)?(?: ?(?P<percent>{_PERCENT})(?!\w))?"
)
_YEAR_WORD = r"(?:-[^\W\d]{1,4}|г|ж)?\b\.?(?: (?:год\w*|гг?|жыл\w*|жж?|years?)\b\.?)?"
_YEAR = re.compile(
    rf"(?<![\w.,/№-])(?P<first>\d{{4}})(?:-(?P<last>\d{{4}}))?{_YEAR_WORD}"
    rf"(?! ?(?:{_SCALE}|{_PERCENT})|[-./,]?\w| \d{{3}}\b)"
)
_QUARTER = re.compile(
    r"(?<![\w.,/-])(?:([1-4])(?:-?(?:й|го|м|ши|шi|st|nd|rd|th))?[ -]?(?:квартал|кв|токсан|quarter)\w*"  # noqa: E501
    r"|q([1-4])\b)\.?"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was typed: what it may mean (`1,227` means two things), half of its last
    digit, whether a share is meant and whether so many thousands are. `text` are its digits as a
    text holds them (`Convention 131`).
    """

    readings: tuple[float, ...]
    half: float
    percent: bool
    signed: bool
    scaled: bool
    text: str

    @property
    def rough(self) -> bool:
        """Return whether it may be a rounded one: a share, a fraction, so many thousands."""
        return self.percent or self.half != 0.5


@dataclass(frozen=True, slots=True)
class Typed:
    """The numbers and years of a typed text, each year as (first, last), and the text left over;
    a quarter is left in it as `q2`.
    """

    numbers: tuple[Number, ...]
    years: tuple[tuple[int, int], ...]
    rest: str


def typed(folded: str, known_years: Container[int]) -> Typed:
    """Read a folded text. Four digits in one are a year if it is among those known; with a blank
    between them (`2 025`) they are a number.
    """
    numbers: list[Number] = []
    years: list[tuple[int, int]] = []

    def year(match: re.Match[str]) -> str:
        first, last = int(match["first"]), int(match["last"] or match["first"])
        if first not in known_years or last < first:
            return match[0]
        years.append((first, last))
        return " "

    def number(match: re.Match[str]) -> str:
        numbers.append(_number(match))
        return " "

    text = _QUARTER.sub(lambda match: f" q{match[1] or match[2]} ", folded)
    # A year may stand behind a number (1 227 2025) and is no part of it.
    text = _YEAR.sub(year, text)
    text = _NUMBER.sub(number, text)
    return Typed(tuple(numbers), tuple(years), text)


def as_number(year: int) -> Number:
    """Return four digits that are no year after all."""
    return Number((float(year),), 0.5, percent=False, signed=False, scaled=False, text=str(year))


def _number(match: re.Match[str]) -> Number:
    digits = match["digits"].replace(" ", "")
    scale = next(
        (by for by, word in _SCALES.items() if re.fullmatch(word, match["scale"] or "")), 1
    )
    if digits.count(",") > 1:
        digits = digits.replace(",", "")
    whole, mark, fraction = digits.replace(",", ".").partition(".")
    readings = [float(f"{whole}.{fraction or 0}") * scale]
    if mark and len(fraction) == 3 and len(whole) <= 3:
        readings.append(float(whole + fraction) * scale)
    if match["sign"] == "-":
        readings = [-value for value in readings]
    return Number(
        tuple(readings),
        0.5 * scale / 10 ** len(fraction),
        bool(match["percent"]),
        bool(match["sign"]),
        bool(match["scale"]),
        digits.replace(",", "."),
    )
