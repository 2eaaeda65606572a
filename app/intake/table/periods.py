"""Reads words of time in three languages: years, quarters, months, spans since January, days; a
part of them is completed by another head.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from app.intake.table.grid import spelled
from app.intake.table.signs import without_marks
from app.words.stems import fold

_MONTH = (
    r"(?P<{0}>january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
    r"|янв|фев|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек"
    r"|январ[ьея]|феврал[ьея]|марта?е?|апрел[ьея]|ма[йяе]|июн[ьея]|июл[ьея]|августа?е?|сентябр[ьея]|октябр[ьея]|ноябр[ьея]|декабр[ьея]"
    r"|кантар\w*|акпан\w*|наурыз\w*|сауир\w*|мамыр\w*|маусым\w*|шилде\w*|тамыз\w*|кыркуйек\w*|казан\w*|караша\w*|желтоксан\w*)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_OF_YEAR = rf"(?:[\s,/-]*(?:в |за |of |in )?{_YEAR}\s*(?:г(?:од[ауе]?|г)?|ж(?:ыл\w*)?|years?)?\.?)?"
_BEFORE = rf"(?:{_YEAR.replace('year', 'before')}\s*(?:г(?:од[ауе]?)?|ж(?:ыл\w*)?)?\.?[\s,/-]*)?"
_ROMAN = {
    "i": 1, "и": 1, "l": 1, "ii": 2, "ии": 2, "ll": 2, "п": 2, "iii": 3, "иии": 3, "lll": 3,
    "ш": 3, "iv": 4, "ив": 4, "iy": 4, "1": 1, "2": 2, "3": 3, "4": 4,
    "first": 1, "second": 2, "third": 3, "fourth": 4,
    "перв": 1, "втор": 2, "трет": 3, "четверт": 4,
    "биринши": 1, "екинши": 2, "ушинши": 3, "тортинши": 4,
}  # fmt: skip
_NTH = (
    r"(?P<nth>iii|iv|ii|i|iy|иии|ив|ии|и|п|ш|lll|ll|l|[1-4]|first|second|third|fourth"
    r"|перв|втор|трет|четверт|биринши|екинши|ушинши|тортинши)"
)
_QUARTER_WORD = r"(?:квартал\w*|кв|тоқсан\w*|токсан\w*|quarters?|qtr|q)"
_PATTERNS = tuple(
    re.compile(one)
    for one in (
        rf"{_YEAR}\s*(?:г(?:од[ауе]?|г)?|ж(?:ыл\w*)?|years?)?\.?",
        rf"(?:за |в )?{_YEAR}\s*(?:год[ау]?|жыл\w*)",
        r"(?P<year>(?:19|20)\d\d)\s*[-/]\s*(?P<until>(?:19|20)?\d\d)\s*(?:г(?:оды|г)?|жж?|уч\w* год|oқу жылы)?\.?",  # noqa: E501
        rf"{_YEAR}-?\s?[qkк](?P<nth>[1-4])",
        rf"[qк](?P<nth>[1-4])[\s/-]*{_YEAR}?",
        rf"{_BEFORE}(?:в |за )?{_NTH}[\s-]*(?:й|st|nd|rd|th|ый|ой|ий|ьего|ого|шi|ши)?[\s.-]*{_QUARTER_WORD}\.?{_OF_YEAR}",  # noqa: E501
        rf"{_BEFORE}{_QUARTER_WORD}\.?\s*{_NTH}{_OF_YEAR}",
        rf"{_YEAR}-?[mм](?P<number>0?[1-9]|1[0-2])",
        rf"{_YEAR}-(?P<number>0[1-9]|1[0-2])",
        rf"(?P<number>0[1-9]|1[0-2])[./]{_YEAR}",
        rf"{_YEAR}-(?P<number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])",
        rf"(?:на )?(?P<day>[0-3]?\d)\.(?P<number>0?[1-9]|1[0-2])\.{_YEAR}\s*г?\.?",
        rf"(?:на |as of |at )?(?P<day>[0-3]?\d)[\s-]+(?:е |шi |ши )?{_MONTH.format('month')}{_OF_YEAR}(?:\w{{0,4}})",  # noqa: E501
        rf"{_BEFORE}{_MONTH.format('month')}{_OF_YEAR}",
        rf"{_BEFORE}(?:за )?{_MONTH.format('from')}\s*-\s*{_MONTH.format('to')}{_OF_YEAR}",
        rf"{_BEFORE}(?:за )?(?P<months>[1-9]|1[0-2])[\s-]*(?:ти |и )?(?:мес(?:яц\w*)?|ай\w*|months?)\.?{_OF_YEAR}",  # noqa: E501
        rf"{_BEFORE}(?:за )?(?P<half>i|и|1|перв|first|ii|ии|2|втор|second)[\s-]*(?:ое|ый|ого|е|st|nd|ши)?\s*(?:полугоди\w*|п/г|half(?: year)?|жарты жыл\w*|жартыжылды\w*){_OF_YEAR}",  # noqa: E501
        r"(?P<whole>год|года|за год|годов\w*|year|annual|yearly|жыл|жылы|жылдык|всего за год|итого за год|full year|12 месяцев)",  # noqa: E501
    )
)
_STATUS = re.compile(
    r"[\s,(]*\b(?P<provisional>предв\w*|provisional|prelim\w*|алдын ала)?(?P<estimate>оценк\w*|estimate\w*|бага\w*)?[.)\s]*$"  # noqa: E501
)


@dataclass(frozen=True, slots=True)
class Time:
    """What words say of a time; a part that another head completes has no year.

    `sub` is `Q2`, `06` or `06-01` (a day), `months` the end of a span that begins in January,
    `until` the last year of several, `whole` that the year is meant and no part of it.
    """

    year: int | None = None
    sub: str = ""
    months: tuple[int, int] | None = None
    until: int | None = None
    whole: bool = False
    status: str = ""

    def with_part(self, other: Time) -> Time | None:
        """Return both together, None if they contradict each other."""
        if self.year and other.year and self.year != other.year:
            return None
        if self.sub and other.sub and self.sub != other.sub:
            return None
        if self.months and other.months and self.months != other.months:
            return None
        return Time(
            self.year or other.year,
            self.sub or other.sub,
            self.months or other.months,
            self.until or other.until,
            self.whole or other.whole,
            self.status or other.status,
        )

    @property
    def period(self) -> str:
        """Return the period as facts have it, blank if no year is known."""
        if not self.year:
            return ""
        if self.until:
            return f"{self.year}/{self.until}"
        return f"{self.year}-{self.sub}" if self.sub else str(self.year)

    @property
    def note(self) -> str:
        """Return what a note says of a span (`January-June`), blank for a whole year."""
        if not self.months or self.months == (1, 12):
            return ""
        first, last = (calendar.month_name[number] for number in self.months)
        return f"{first}-{last}"


@lru_cache(maxsize=65536)
def time_of(text: str) -> Time | None:
    """Return what a text says of a time, None if it is nothing but a time."""
    plain = fold(without_marks(text)).strip(" .,;:")
    if re.fullmatch(r"(?:19|20)\d\d\.0", plain):
        plain = plain[:4]
    if not plain or len(plain) > 60:
        return None
    found = _matched(plain)
    if found:
        return found
    tail = _STATUS.search(plain)
    if tail and tail.start() and (tail["provisional"] or tail["estimate"]):
        found = _matched(plain[: tail.start()].strip(" ,("))
        status = "provisional" if tail["provisional"] else "estimate"
        return replace(found, status=status) if found else None
    return None


def _matched(plain: str) -> Time | None:
    for pattern in _PATTERNS:
        match = pattern.fullmatch(plain)
        if match:
            time = _time({name: value for name, value in match.groupdict().items() if value})
            if time:
                return time
    return None


def _time(said: dict[str, str]) -> Time | None:
    if "before" in said and "year" in said:
        return None
    digits = said.get("year") or said.get("before")
    year = int(digits) if digits else None
    if "whole" in said:
        return Time(whole=True)
    if "until" in said and year:
        until = said["until"]
        last = int(until) if len(until) == 4 else year // 100 * 100 + int(until)
        return Time(year, until=last) if 0 < last - year < 30 else None
    if "nth" in said:
        return Time(year, f"Q{_ROMAN[said['nth']]}")
    if "months" in said:
        return Time(year, months=(1, int(said["months"])))
    if "half" in said:
        earlier = said["half"] in {"i", "и", "1", "перв", "first"}
        return Time(year, months=(1, 6) if earlier else (7, 12))
    if "from" in said:
        first, last = _number(said["from"]), _number(said["to"])
        return Time(year, months=(first, last)) if first < last else None
    month = int(said["number"]) if "number" in said else 0
    month = _number(said["month"]) if "month" in said else month
    if not month:
        return Time(year) if year else None
    if "day" in said:
        day = int(said["day"])
        return Time(year, f"{month:02}-{day:02}") if 1 <= day <= 31 else None
    return Time(year, f"{month:02}")


def _number(word: str) -> int:
    if word.startswith("ма") and not word.startswith(("март", "мамыр", "маусым")):
        return 5
    names = (
        *("янв", "фев", "март", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
        *("кантар", "акпан", "наурыз", "сауир", "мамыр", "маусым", "шилде", "тамыз"),
        *("кыркуйек", "казан", "караша", "желтоксан"),
        *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    )
    found = next(i for i, name in enumerate(names) if word.startswith(name))
    return found % 12 + 1


def time_in(text: str) -> Time | None:
    """Return the most exact time with a year that a title names among its other words, None if it
    names none or several years.
    """
    words = spelled(text).split(" ")
    for size in range(min(7, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            time = time_of(" ".join(words[start : start + size]).strip(" ,.;:()«»"))
            if time and time.year and year_in(text) == time.year:
                return time
    return None


def year_in(text: str) -> int | None:
    """Return the one year that a title names, None if it names none or several."""
    years = set(re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", spelled(text)))
    return int(years.pop()) if len(years) == 1 else None
