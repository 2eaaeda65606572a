"""Workbooks of a story, of one exhibit, of a chart's numbers; no text in them is a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from math import ceil
from typing import Any

import xlsxwriter
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.catalogue.cards import catalogue
from app.catalogue.stories import Story
from app.exhibit.names import mark_words, release_words
from app.exhibit.parts import Exhibit, Table
from app.exhibit.tell import Told, tell
from app.exports.csv import about
from app.exports.office.native import (
    CHANGE,
    DASHED,
    HOLLOW,
    LINE,
    SHARES,
    STACKED,
    Native,
    Series,
    native,
)
from app.look.theme import PALETTES
from app.store.store import Store
from app.view import View
from app.words.say import say

HEAD = 3  # the line of the columns' heads: title, subtitle and a blank line stand above it
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
# The width of columns, in digits.
_TITLE, _LABEL_WIDTH, _TEXT_WIDTH = 84, 28, 110
_FIRST, _LEAST, _MOST, _PLAIN = 20, 12, 60, 8.43
_AREA, _FILTERS, _SOURCE = 26, 26, 44
_LINK = PALETTES["light"]["selected"]
_LETTER = 1.1  # how wide a letter is, in digits
_BEHIND = 20  # the width of a column of numbers behind charts
_NAME = 31  # letters in the name of a sheet
_ONE_PAGE = 40  # so many lines of a table still go on one page with its chart and its notes
_LINE = 15.0  # the height of a line of text in points
_CHART_WIDTH = 720  # pixels, as all charts' lengths
_CHART_HEIGHT = 380
_LINE_PIXELS = 20
_KINDS = {
    STACKED: ("bar", "stacked"),
    SHARES: ("bar", "percent_stacked"),
    LINE: ("line", None),
    CHANGE: ("line", None),
}
# A range of cells as the library takes it: sheet, then first and last row and column.
_Cells = list[str | int]


@dataclass(frozen=True, slots=True)
class _Ranges:
    """Where a chart finds its names, and for each series the cell of its head and its values."""

    names: _Cells
    series: tuple[tuple[_Cells, _Cells], ...]


@dataclass(frozen=True, slots=True)
class _Behind:
    """A chart's numbers that stand on the sheet behind, from line `top` on."""

    top: int
    title: str
    shown: Native


def write(
    story: Story, view: View, store: Store, base: str, step: Callable[[int, int], None]
) -> bytes:
    """Return a story as a workbook: contents, then a sheet for each exhibit.

    `base` is the dashboard's address; `step(done, all)` may raise to cancel.
    """
    book = _Book(story.title[view.language], view.language, store)
    contents = book.contents(story.title[view.language])
    for told in tell(story, view, store, base):
        if told.exhibit:
            book.entry(contents, told, told.exhibit, book.told(told, told.exhibit))
        else:
            book.missing(contents, told)
        step(told.number, len(story.slides))
    return book.finished()


def as_xlsx(one: Exhibit, view: View, store: Store) -> bytes:
    """Return the exhibit as a workbook: a sheet of numbers and chart, and one that says what."""
    language = one.language
    book = _Book(one.title, language, store)
    sheet = book.sheet(say(language, "sheet_numbers"))
    book.numbers(sheet, one)
    notes = book.sheet(say(language, "sheet_about"))
    notes.set_column(0, 0, _LABEL_WIDTH)
    notes.set_column(1, 1, 100)
    for line, (label, text) in enumerate(about(one, view, store)):
        notes.write_string(line, 0, label, book.form(bold=True, valign="top"))
        notes.write_string(line, 1, text, book.form(text_wrap=True, valign="top"))
        _make_room(notes, line, [(text, 100)])
    book.chart(sheet, one)
    return book.finished()


def chart_numbers(shown: Native) -> bytes:
    """Return the workbook that PowerPoint opens when somebody edits a chart.

    Names stand first, then a column for each series.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        # The time of writing would make two equal presentations differ.
        book.set_properties({"created": datetime(2000, 1, 1)})
        sheet = book.add_worksheet("Sheet1")
        sheet.set_column(0, 0, 40)
        _write_series(sheet, 0, shown, book.add_format({"num_format": shown.number_format}))
    return buffer.getvalue()


class _Book:
    """A workbook being written, in one language."""

    def __init__(self, title: str, language: str, store: Store):
        self.language, self.store = language, store
        self.mark = mark_words(store.release, language)
        self._buffer = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._buffer, _OPTIONS)
        self._book.set_properties(
            {
                "title": title,
                "author": say(language, "product"),
                "comments": release_words(store, language),
                "created": datetime.combine(store.release.published, time()),
            }
        )
        self._forms: dict[tuple[tuple[str, object], ...], Format] = {}
        self._behind: list[_Behind] = []

    def finished(self) -> bytes:
        """Return the file, the numbers behind its charts on the last sheet."""
        if self._behind:
            sheet = self.sheet(say(self.language, "sheet_charts"))
            sheet.set_column(0, 0, 44)
            sheet.set_column(1, 30, _BEHIND)
            head = self.form(text_wrap=True, align="right", valign="bottom")
            # Numbers begin in the first line: what is said of all of them stands below.
            last = self._behind[-1]
            self._say_mark(sheet, last.top + len(last.shown.categories) + 3)
            for one in self._behind:
                sheet.write_string(one.top, 0, one.title, self.form(bold=True))
                form = self.form(num_format=one.shown.number_format)
                _write_series(sheet, one.top + 1, one.shown, form, head)
                names = [(series.name, _BEHIND) for series in one.shown.series]
                _make_room(sheet, one.top + 1, names)
        self._book.close()
        return self._buffer.getvalue()

    def form(self, **look: object) -> Format:
        """Return a cell's format; equal looks share one."""
        key = tuple(sorted(look.items()))
        if key not in self._forms:
            self._forms[key] = self._book.add_format(dict(look))
        return self._forms[key]

    def sheet(self, name: str) -> Worksheet:
        """Add a sheet that prints as wide as paper, with release and page number at the foot."""
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        foot = f"{say(self.language, 'product')} · {release_words(self.store, self.language)}"
        sheet.set_footer(f"&L{foot.replace('&', '&&')}&R&P / &N")
        if self.mark:
            sheet.set_header(f"&C&B{self.mark.replace('&', '&&')}")
            sheet.set_tab_color(PALETTES["light"]["worse"])
        return sheet

    def contents(self, title: str) -> Worksheet:
        """Add the first sheet, with the heads of its list."""
        language = self.language
        sheet = self.sheet(say(language, "handout_contents"))
        sheet.write_string(0, 0, title, self.form(bold=True, font_size=14))
        sheet.write_string(
            1, 0, f"{say(language, 'product')}. {release_words(self.store, language)}"
        )
        self._say_mark(sheet, HEAD - 1)
        heads = (
            ("№", 5),
            (say(language, "column_exhibit"), _TITLE),
            (say(language, "areas"), _AREA),
            (say(language, "about_filters"), _FILTERS),
            (say(language, "column_source"), _SOURCE),
            (say(language, "receipt"), 16),
        )
        for column, (head, width) in enumerate(heads):
            sheet.set_column(column, column, width)
            sheet.write_string(HEAD, column, head, self.form(bold=True, bottom=1, valign="top"))
        sheet.freeze_panes(HEAD + 1, 0)
        sheet.repeat_rows(HEAD)
        return sheet

    def _say_mark(self, sheet: Worksheet, line: int, remark: str = "") -> None:
        """Write above a table that all of it is a draft or a demonstration, then its remark."""
        if self.mark:
            form = self.form(bold=True, font_color=PALETTES["light"]["worse"])
            sheet.write_string(line, 0, " · ".join(filter(None, (self.mark, remark))), form)
        elif remark:
            sheet.write_string(line, 0, remark)

    def entry(self, contents: Worksheet, told: Told, one: Exhibit, name: str) -> None:
        """Write a slide's line into the contents, with a link to the sheet of that name."""
        row, language = HEAD + told.number, self.language
        wrap = self.form(text_wrap=True, valign="top")
        link = self.form(text_wrap=True, valign="top", underline=1, font_color=_LINK)
        area = next(area for area in catalogue().areas if area.id == one.card.area)
        filters = dict(about(one, told.view, self.store))[say(language, "about_filters")]
        quoted = name.replace("'", "''")
        self._numbered(contents, told)
        contents.write_url(row, 1, f"internal:'{quoted}'!A1", link, told.title)
        contents.write_string(row, 2, area.name[language], wrap)
        contents.write_string(row, 3, filters, wrap)
        contents.write_string(row, 4, one.source, wrap)
        texts = [(told.title, _TITLE), (filters, _FILTERS), (one.source, _SOURCE)]
        _make_room(contents, row, texts)
        contents.write_url(row, 5, told.address, link, told.code)

    def missing(self, contents: Worksheet, told: Told) -> None:
        """Write the line of a slide that names no exhibit there is."""
        self._numbered(contents, told)
        wrap = self.form(text_wrap=True, valign="top")
        contents.write_string(HEAD + told.number, 1, told.title, wrap)

    def _numbered(self, contents: Worksheet, told: Told) -> None:
        form = self.form(align="left", valign="top")
        contents.write_number(HEAD + told.number, 0, told.number, form)

    def told(self, told: Told, one: Exhibit) -> str:
        """Add the sheet of a slide; return its name.

        Title, table, chart, and below them what the exhibit says of itself.
        """
        name = sheet_name(told.number, one.card.title[self.language])
        sheet = self.sheet(name)
        end, widths = self.numbers(sheet, one, told.title)
        line = max(end, self.chart(sheet, one)) + 1
        said = about(one, told.view, self.store)
        if told.notes:
            said.insert(0, (say(self.language, "stage_notes"), told.notes))
        last, room = _wide_enough(widths)
        label_form = self.form(bold=True, valign="top", text_wrap=True)
        text_form = self.form(text_wrap=True, valign="top")
        for label, text in said:
            sheet.write_string(line, 0, label, label_form)
            sheet.merge_range(line, 1, line, last, "", text_form)
            sheet.write_string(line, 1, text, text_form)
            _make_room(sheet, line, [(text, room), (label, widths[0])])
            line += 1
        sheet.write_string(line, 0, say(self.language, "receipt"), label_form)
        link = self.form(underline=1, font_color=_LINK)
        sheet.write_url(line, 1, told.address, link, f"{told.code}, {told.address}")
        return name

    def numbers(self, sheet: Worksheet, one: Exhibit, title: str = "") -> tuple[int, list[float]]:
        """Write title, subtitle and table; return the line below them, and the columns' widths."""
        sheet.write_string(0, 0, title or one.title, self.form(bold=True, font_size=14))
        sheet.write_string(1, 0, one.subtitle, self.form(font_color=PALETTES["light"]["muted"]))
        self._say_mark(sheet, HEAD - 1, one.remark)
        widths = self._heads(sheet, one.table)
        self._rows(sheet, one, widths)
        sheet.freeze_panes(HEAD + 1, 0)
        sheet.repeat_rows(HEAD)
        if len(one.table.raw) <= _ONE_PAGE:
            sheet.fit_to_pages(1, 1)
        return HEAD + 1 + len(one.table.raw), widths or [_FIRST]

    def _heads(self, sheet: Worksheet, table: Table) -> list[float]:
        """Write a table's heads; return the widths that its columns got for what stands in them."""
        widths: list[float] = []
        for column, (text, numeric) in enumerate(zip(table.columns, table.numeric, strict=True)):
            look: dict[str, object] = {"align": "right"}
            if not numeric:
                look = {"align": "left", "indent": 1}
            form = self.form(bold=True, text_wrap=True, valign="top", bottom=1, **look)
            sheet.write_string(HEAD, column, text, form)
            longest = max((len(row[column]) for row in table.rows), default=8)
            widths.append(min(_MOST, max(_LEAST if column else _FIRST, longest * _LETTER + 1)))
            sheet.set_column(column, column, widths[-1])
        _make_room(sheet, HEAD, list(zip(table.columns, widths, strict=True)))
        return widths

    def _rows(self, sheet: Worksheet, one: Exhibit, widths: Sequence[float]) -> None:
        """Write a table's raw values, numbers as numbers; what is not published stays empty."""
        words = self.form(text_wrap=True, valign="top", align="left", indent=1)
        forms = [
            self.form(num_format=form, valign="top") if form else words
            for form in _column_formats(one)
        ]
        for line, row in enumerate(one.table.raw, HEAD + 1):
            texts = [
                (value, width)
                for value, width in zip(row, widths, strict=True)
                if isinstance(value, str)
            ]
            _make_room(sheet, line, texts)
            for column, value in enumerate(row):
                if isinstance(value, (int, float)):
                    sheet.write_number(line, column, value, forms[column])
                elif value is not None:
                    sheet.write_string(line, column, str(value), forms[column])

    def chart(self, sheet: Worksheet, one: Exhibit) -> int:
        """Put the exhibit's chart at the right of its table; return the line below it.

        There is none if Excel does not draw its kind.
        """
        shown = native(one.reading)
        if shown is None:
            return 0
        ranges = _in_the_table(sheet, one, shown) or self._behind_the_others(one, shown)
        kind, subtype = _KINDS.get(shown.kind, ("bar", None))
        chart = self._book.add_chart({"type": kind, **({"subtype": subtype} if subtype else {})})
        for series, (head, cells) in zip(shown.series, ranges.series, strict=True):
            chart.add_series(
                {"name": head, "categories": ranges.names, "values": cells, **_look(series, shown)}
            )
        height = _CHART_HEIGHT
        if kind != "line":
            each = max(24, 18 * (1 if subtype else len(shown.series)))
            height = max(260, 80 + len(shown.categories) * each)
        _dress(chart, shown, kind)
        chart.set_size({"width": _CHART_WIDTH, "height": height})
        # Below the heads: they stand on every page that is printed, and a chart beside them would
        # be cut into strips.
        said = {"description": one.alternative, "object_position": 2}
        sheet.insert_chart(HEAD + 1, len(one.table.columns) + 1, chart, said)
        return HEAD + 1 + ceil(height / _LINE_PIXELS)

    def _behind_the_others(self, one: Exhibit, shown: Native) -> _Ranges:
        """Put a chart's numbers on the sheet behind; return where they will stand."""
        name, top = say(self.language, "sheet_charts"), 0
        if self._behind:
            before = self._behind[-1]
            top = before.top + len(before.shown.categories) + 3
        self._behind.append(_Behind(top, one.title, shown))
        first, last = 2 if shown.quarters else 1, top + 1 + len(shown.categories)
        columns = range(first, first + len(shown.series))
        return _Ranges(
            [name, top + 2, 0, last, first - 1],
            tuple(
                ([name, top + 1, column], [name, top + 2, column, last, column])
                for column in columns
            ),
        )


def _in_the_table(sheet: Worksheet, one: Exhibit, shown: Native) -> _Ranges | None:
    """Return where in the table a chart's numbers stand; None if they do not stand there so."""
    if len(shown.series) > 1 or shown.quarters:
        return None
    columns = list(zip(*one.table.raw, strict=True))
    if shown.categories not in columns or shown.series[0].values not in columns:
        return None
    named, valued = columns.index(shown.categories), columns.index(shown.series[0].values)
    last = HEAD + len(one.table.raw)
    return _Ranges(
        [sheet.name, HEAD + 1, named, last, named],
        (([sheet.name, HEAD, valued], [sheet.name, HEAD + 1, valued, last, valued]),),
    )


def sheet_name(number: int, title: str) -> str:
    """Return a name that a spreadsheet takes for a sheet, its own by its number.

    It has at most 31 letters, none of those that are forbidden, and no word cut in two.
    """
    name = " ".join(f"{number} {_FORBIDDEN.sub(' ', title)}".split())
    if len(name) > _NAME:
        words = name[:_NAME].rsplit(" ", 1)[0]
        # A single long word is cut; else the name ends with a whole one.
        name = (words.rstrip(" ,;:–—") if " " in words else name[: _NAME - 1]) + "…"
    return name.strip("'")


def _make_room(sheet: Worksheet, line: int, texts: Sequence[tuple[str, float]]) -> None:
    """Make a line as high as its texts need in columns of a width.

    Not every programme does so when it opens a file.
    """
    most = max(
        (
            sum(max(1, ceil(len(part) * _LETTER / width)) for part in text.split("\n"))
            for text, width in texts
        ),
        default=1,
    )
    if most > 1:
        sheet.set_row(line, _LINE * most)


def _width(widths: list[float], column: int) -> float:
    return widths[column] if column < len(widths) else _PLAIN


def _wide_enough(widths: list[float]) -> tuple[int, float]:
    """Return the column up to which a text has room beside its label, and how wide that is."""
    room = 0.0
    for column in range(1, 40):
        room += _width(widths, column)
        if room >= _TEXT_WIDTH:
            break
    return column, room


def _column_formats(one: Exhibit) -> list[str]:
    """Return each column's number format, blank for words.

    Values are written as the card has them, shares and gaps with one decimal.
    """
    decimals = "." + "0" * one.card.decimals if one.card.decimals else ""
    plain = "0" if one.card.unit == "year" else "#,##0" + decimals
    of_the_card = (say(one.language, "column_value"), say(one.language, "target"))
    return [
        "" if not numeric else plain if head.startswith(of_the_card) else "#,##0.0"
        for head, numeric in zip(one.table.columns, one.table.numeric, strict=True)
    ]


def _write_series(
    sheet: Worksheet, top: int, shown: Native, form: Format, head: Format | None = None
) -> None:
    """Write a chart's numbers with their heads in line `top`."""
    names: Sequence[tuple[str, ...]] = shown.quarters or [(name,) for name in shown.categories]
    for line, parts in enumerate(names, top + 1):
        for column, part in enumerate(parts):
            sheet.write_string(line, column, part)
    for column, one in enumerate(shown.series, len(names[0])):
        sheet.write_string(top, column, one.name, head)
        for line, value in enumerate(one.values, top + 1):
            if value is not None:
                sheet.write_number(line, column, value, form)


def _look(series: Series, shown: Native) -> dict[str, Any]:
    """Return how a series is drawn and which of its values are written."""
    if shown.kind in {LINE, CHANGE}:
        return _line_look(series, _label_form(shown))
    return _bar_look(series, _label_form(shown), inside=shown.kind in {STACKED, SHARES})


def _label_form(shown: Native) -> str:
    return shown.number_format + ('"%"' if shown.unit == "percent" else "")


def _line_look(series: Series, form: str) -> dict[str, Any]:
    color, dashed = _color(series.color), series.style == DASHED
    inked = {"color": color}
    dot = {"type": "circle", "size": 5, "fill": inked, "border": inked}
    return {
        "line": {"color": color, "width": 2.25, "dash_type": "dash" if dashed else "solid"},
        "marker": {"type": "none"} if dashed else dot,
        "data_labels": {
            "value": True,
            "num_format": form,
            "position": "above",
            "font": {"color": color, "bold": True},
            "custom": _only_written(series),
        },
    }


def _bar_look(series: Series, form: str, *, inside: bool) -> dict[str, Any]:
    """Return the look of bars; `inside`: they are parts of one, their values stand inside them."""
    labels: dict[str, Any] = {
        "value": True,
        "num_format": form,
        "position": "center" if inside else "outside_end",
        "font": {"color": _color(series.ink)},
    }
    if inside:
        labels["custom"] = _only_written(series)
    color, paper = _color(series.color), _color("@paper")
    fill, line, thick = (paper, color, 1.5) if series.style == HOLLOW else (color, paper, 0.5)
    look: dict[str, Any] = {
        "fill": {"color": fill},
        "border": {"color": line, "width": thick},
        "data_labels": labels,
        "gap": 50,
    }
    if series.points:
        own = {"color": paper, "width": 0.5}
        look["points"] = [
            None if point == series.color else {"fill": {"color": _color(point)}, "border": own}
            for point in series.points
        ]
    if not inside:
        look["overlap"] = 0
    return look


def _only_written(series: Series) -> list[dict[str, bool]]:
    """Return for each value whether its label is taken away."""
    return [{} if at in series.written else {"delete": True} for at in range(len(series.values))]


def _dress(chart: Chart, shown: Native, kind: str) -> None:
    chart.set_title({"none": True})
    chart.show_blanks_as("span" if shown.joined else "gap")
    chart.set_chartarea({"border": {"none": True}})
    continued = [place for place, one in enumerate(shown.series) if one.continued]
    if len(shown.series) - len(continued) == 1:
        chart.set_legend({"none": True})
    else:
        chart.set_legend({"position": "top", "delete_series": continued})
    quiet = {"color": _color("@rule"), "width": 0.75}
    never_below = min(shown.published) >= 0
    if kind == "line":
        muted = {"color": _color("@muted")}
        chart.set_x_axis({"num_font": muted, "line": quiet, "label_position": "low"})
        scale: dict[str, Any] = {
            "num_font": muted,
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": quiet},
            "num_format": shown.number_format,
        }
        from_zero = shown.from_zero and never_below
        chart.set_y_axis({**scale, "min": 0} if from_zero else scale)
    else:
        bare: dict[str, Any] = {"major_gridlines": {"visible": False}}
        names = {"reverse": True, "line": quiet, "label_position": "low", **bare}
        chart.set_y_axis(names)
        from_zero = never_below and shown.kind != SHARES
        lengths = {"visible": False, **bare}
        chart.set_x_axis({**lengths, "min": 0} if from_zero else lengths)


def _color(token: str) -> str:
    return PALETTES["light"][token.removeprefix("@")]
