"""Reads one cell: a number with all that hangs on it, a sign for what is missing, a word without
its footnote marks; never takes what is missing for nought.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from app.intake.table.grid import Value, spelled
from app.words.stems import fold

# What a sign for a missing number may mean; `zero` only where the editor says so.
MISSING = ("not_available", "not_applicable", "confidential", "negligible", "zero", "leave_out")
_SIGNS = {
    "…": "not_available",
    "...": "not_available",
    "..": "not_available",
    ".": "not_available",
    ":": "not_available",
    "-": "not_available",
    "*": "not_available",
    "x": "confidential",
    "c": "confidential",
    "(c)": "confidential",
    ":c": "confidential",
    ": c": "confidential",
    ":z": "not_applicable",
    ": z": "not_applicable",
    ":u": "not_available",
    ": u": "not_available",
    "z": "not_applicable",
    "m": "not_available",
    "n/a": "not_available",
    "na": "not_available",
    "n.a.": "not_available",
    "nan": "not_available",
    "null": "not_available",
    "none": "not_available",
    "n/d": "not_available",
    "н/д": "not_available",
    "н.д.": "not_available",
    "нд": "not_available",
    "нет данных": "not_available",
    "нет": "not_available",
    "деректер жоқ": "not_available",
    "мәлімет жоқ": "not_available",
    "дерек жоқ": "not_available",
    "жоқ": "not_available",
    "not available": "not_available",
    "no data": "not_available",
    "конф.": "confidential",
    "конфиденциально": "confidential",
    "құпия": "confidential",
    "confidential": "confidential",
    "#n/a": "not_available",
}
# Words of a legend that say what a sign means.
_LEGEND = {
    "not_applicable": ("not applicable", "неприменим", "қолданылмайды"),
    "confidential": ("confidential", "конфиденц", "құпия"),
    "not_available": (
        *("not available", "no data", "нет данных", "отсутству", "данных нет", "деректер жоқ"),
        *("мәлімет жоқ", "не имеется", "жоқ"),
    ),
    "negligible": ("negligible", "незначительн", "less than half", "мардымсыз", "шамалы"),
}
ERRORS = ("#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!")
# What a letter beside a number says of it (Eurostat, ILOSTAT, SDMX): a status, or words of a note.
FLAGS = {
    "p": "provisional",
    "e": "estimate",
    "s": "estimate",
    "i": "estimate",
    "f": "estimate",
    "a": "final",
    "n": "final",
    "b": "break in the series here",
    "d": "the definition differs",
    "u": "of low reliability",
    "r": "revised by its publisher",
}
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_SUPERSCRIPTS = "¹²³⁴⁵⁶⁷⁸⁹⁰⁾⁽"
_STARS = "*†‡§#"
_NUMBER = re.compile(
    r"[+-]?(?:\d+|\d{1,3}(?:[ ']\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+)?(?:[.,]\d+)?"
)
_MARK = re.compile(r"(?<=\S)\s?(\d{1,2}(?:[,;]\s?\d{1,2})*)\)\s*$")
_FLAG = re.compile(r"^(.*\d)\s*\(?([a-z])\)?$")
_LEADING = re.compile(r"^\(?([bpeufsrid])\)?\s+(.*\d)$")


@dataclass(frozen=True, slots=True)
class Read:
    """What a cell holds: a number as its digits, or a kind of missing; marks, flags; or neither."""

    digits: str = ""
    missing: str = ""
    marks: tuple[str, ...] = ()
    flag: str = ""
    percent: bool = False
    fault: str = ""

    @property
    def decimals(self) -> int:
        """Return how many digits stand behind the decimal sign."""
        return len(self.digits.partition(".")[2])


@dataclass(frozen=True, slots=True)
class Style:
    """How the numbers of a table are written: its decimal sign, its usual decimals, the footnote
    marks its foot explains, what its signs for missing mean.
    """

    sign: str = ""
    usual: int | None = None
    marks: frozenset[str] = frozenset()
    missing: tuple[tuple[str, str], ...] = ()


def missing_kind(text: str, own: Iterable[tuple[str, str]] = ()) -> str:
    """Return what kind of missing a cell's text stands for, blank if it is none."""
    plain = sign_of(text)
    for sign, kind in own:
        if sign_of(sign) == plain:
            return kind
    return _SIGNS.get(plain, "")


def sign_of(text: str) -> str:
    """Return a sign for missing in its one form: any dash is `-`, the Cyrillic х is x."""
    plain = text.translate(_DASHES).strip().lower()
    if plain in {"х", "×", "✕"}:
        return "x"
    if plain in {"--", "---"}:
        return "-"
    if set(plain) == {"…"} or (
        len(plain) > 1 and plain[0] == "…" and set(plain[1:]) <= set(_STARS)
    ):
        return "…"
    return "..." if set(plain) == {"."} and len(plain) > 3 else plain


def legend_kind(text: str) -> str:
    """Return what kind of missing the words of a legend name, blank if none."""
    plain = text.lower()
    return next((kind for kind, told in _LEGEND.items() if any(word in plain for word in told)), "")


def read(value: Value, style: Style) -> Read:
    """Return what a cell holds; `fault` names what a number cannot be read for."""
    if isinstance(value, int | float):
        if value != value or value in (float("inf"), float("-inf")):
            return Read(fault="not_a_number")
        return Read(digits=_plain(Decimal(repr(value))))
    text = spelled(value)
    if text.upper() in ERRORS:
        return Read(fault="cell_error")
    if kind := missing_kind(text, style.missing):
        return Read(missing=kind, marks=(text,))
    return _read_text(text, style)


def _read_text(text: str, style: Style) -> Read:
    text = text.translate(_DASHES)
    marks = tuple(sign for sign in text if sign in _SUPERSCRIPTS)
    text = "".join(sign for sign in text if sign not in _SUPERSCRIPTS).strip()
    stars = re.search(rf"[{re.escape(_STARS)}]+$", text)
    if stars:
        marks, text = (*marks, stars[0]), text[: stars.start()].strip()
    flag = ""
    for pattern, number, letter in ((_FLAG, 1, 2), (_LEADING, 2, 1)):
        found = pattern.match(text.lower())
        if found and found[letter] in FLAGS:
            text, flag = found[number].strip(), found[letter]
    text = text.rstrip("₸$€ ")
    percent = text.endswith("%")
    text = text.removesuffix("%").strip()
    if text.endswith(")") and "(" not in text:
        cut = _without_mark(text, style)
        if cut is None:
            return Read(fault="mark_unclear")
        text, mark = cut
        marks = (*marks, mark)
    text = re.sub(r"^- (?=\d)", "-", text)
    if not text or not any(sign.isdigit() for sign in text) or not _NUMBER.fullmatch(text):
        return Read(fault="not_a_number")
    digits = _digits(text.replace(" ", "").replace("'", ""), style.sign)
    if digits is None:
        return Read(fault="sign_unclear")
    return Read(digits=digits, marks=marks, flag=flag, percent=percent)


def _without_mark(text: str, style: Style) -> tuple[str, str] | None:
    """Return a number and the footnote mark fused to it (`100,62)` is 100,6 and 2)); None if it
    cannot be told where one ends.
    """
    body = text[:-1]
    if " " in body and re.fullmatch(r"\d{1,2}", body.rsplit(" ", 1)[1]):
        number, mark = body.rsplit(" ", 1)
        return number.strip(), f"{mark})"
    cuts = []
    for length in (1, 2):
        number, mark = body[:-length].rstrip(), body[-length:]
        if not mark.isdigit() or mark.startswith("0") or not number[-1:].isdigit():
            continue
        cuts.append((number, f"{mark})"))
    known = [cut for cut in cuts if cut[1] in style.marks]
    for among in (known, cuts):
        fitting = [cut for cut in among if _fits(cut[0], style.usual)]
        if len(fitting) == 1:
            return fitting[0]
    # Nothing tells where the mark begins but that footnotes are counted from one.
    if len(known) == 1 and style.usual is None:
        return known[0]
    return None


def _fits(number: str, usual: int | None) -> bool:
    """Say whether a number is written as the others: its decimals, its groups of three digits."""
    whole, sign, decimals = number.replace(".", ",").partition(",")
    groups = whole.split(" ")
    if len(groups) > 1 and any(len(group) != 3 for group in groups[1:]):
        return False
    if len(groups) > 1 and not sign:
        return True
    return bool(sign) if usual is None else usual > 0 and len(decimals) == usual


def _digits(text: str, sign: str) -> str | None:
    """Return a number with a point for its decimal sign; None if that sign cannot be told."""
    comma, point = text.count(","), text.count(".")
    if comma and point:
        last = max(text.rfind(","), text.rfind("."))
        other = "," if text[last] == "." else "."
        return _plain(Decimal(text.replace(other, "").replace(",", ".")))
    if comma > 1 or point > 1:
        return text.replace(",", "").replace(".", "")
    if not comma and not point:
        return _plain(Decimal(text))
    own = "," if comma else "."
    if len(text.partition(own)[2]) == 3 and own != sign and not text.startswith("0"):
        # `1,234`: thousands where the point is the decimal sign, else nobody can tell.
        if sign == ".":
            return text.replace(own, "")
        if own == "," or sign:
            return None
    return _plain(Decimal(text.replace(",", ".")))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    whole, _, decimals = text.partition(".")
    return text if decimals.strip("0") else ("0" if whole in {"-0", ""} else whole)


def rounded(digits: str, decimals: int) -> str:
    """Return a number with so many decimals, halves away from nought, without idle noughts."""
    step = Decimal(1).scaleb(-decimals)
    number = Decimal(digits).quantize(step, rounding=ROUND_HALF_UP)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _tally(text: str, signs: Counter[str], decimals: Counter[int]) -> None:
    """Count how a number written as text is written, if it is one."""
    if text.replace(" ", "").isdigit():
        decimals[0] += 1
    for sign, other in ((",", "."), (".", ",")):
        tail = text.rpartition(sign)[2] if text.count(sign) == 1 else ""
        if tail.isdigit():
            decimals[len(tail)] += 1
            # Three digits may be thousands.
            signs.update([sign] if len(tail) != 3 or other in text else [])


def style_of(
    values: Iterable[Value], marks: Collection[str] = (), missing: Iterable[tuple[str, str]] = ()
) -> Style:
    """Return how the numbers of a table are written, from all of them together."""
    signs: Counter[str] = Counter()
    decimals: Counter[int] = Counter()
    for value in values:
        if isinstance(value, float):
            count = len(repr(value).partition(".")[2]) if value % 1 else 0
            decimals.update([count] if count <= 4 else [])
        elif isinstance(value, int):
            decimals[0] += 1
        elif value is not None:
            _tally(spelled(value).rstrip("*% "), signs, decimals)
    usual = None
    if decimals:
        # A whole number among numbers with one decimal is one whose decimal is nought.
        often = [count for count, times in decimals.items() if times * 4 >= decimals.total()]
        usual = max(often, default=decimals.most_common(1)[0][0])
    sign = max(signs, key=lambda one: (signs[one], one == ","), default="")
    return Style(sign, usual, frozenset(marks), tuple(missing))


def without_marks(text: str, marks: Collection[str] = ()) -> str:
    """Return words without the footnote marks fused to them: `year2)`, `Turkestanskaya 3)`."""
    text = "".join(sign for sign in spelled(text) if sign not in _SUPERSCRIPTS)
    while True:
        shorter = re.sub(
            rf"(?<=[^\s{re.escape(_STARS)}])\s*[{re.escape(_STARS)}]+$", "", text
        ).strip()
        found = _MARK.search(shorter)
        if found and "(" not in shorter[max(0, found.start() - 12) : found.start()]:
            mark = found[1]
            # In `20182)` the year keeps its four digits.
            year = re.match(r"^((?:19|20)\d\d)\d{1,2}\)$", shorter)
            shorter = year[1] if year else shorter[: found.start()].strip() if mark else shorter
        if shorter == text:
            return text.rstrip(" :;,")
        text = shorter


_LATIN = str.maketrans("асеорхукмтнвиӏ", "aceopxykmthbil")


def key(text: str, marks: Collection[str] = ()) -> str:
    """Return words as they are compared: small letters, Latin and Cyrillic ones that look alike as
    one, without marks, quotation signs, blanks at hyphens.
    """
    plain = fold(without_marks(text, marks)).translate(_LATIN)
    plain = re.sub(r"[«»\"“”„'’`.,;:()\[\]]+", " ", plain)
    plain = re.sub(r"\s*-\s*", "-", plain)
    return re.sub(r"\s+", " ", plain).strip(" -")
