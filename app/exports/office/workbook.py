"""Workbooks: a story with a sheet for each exhibit, one exhibit alone, the numbers behind a slide's
chart. Numbers are numbers, no text is a formula.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import datetime, time
from math import ceil

import xlsxwriter
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.catalogue.cards import catalogue
from app.catalogue.stories import Story
from app.exhibit.names import release_words
from app.exhibit.parts import Exhibit
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
_TITLE, _LABEL_WIDTH, _TEXT_WIDTH, _FIRST, _LEAST, _MOST, _PLAIN = (
    84,
    28,
    110,
    20,
    12,
    60,
    8.43,
)  # columns, in digits
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


def write(
    story: Story, view: View, store: Store, base: str, step: Callable[[int, int], None]
) -> bytes:
    """Return a story as a workbook: contents, then a sheet for each exhibit. `base` is the
    dashboard's address; `step(done, all)` may raise to cancel.
    """
    book = _Book(story.title[view.language], view.language, store)
    contents = book.contents(story.title[view.language])
    for told in tell(story, view, store, base):
        contents(told, book.told(told) if told.exhibit else "")
        step(told.number, len(story.slides))
    return book.finished()


def as_xlsx(one: Exhibit, view: View, store: Store) -> bytes:
    """Return the exhibit as a workbook: a sheet of numbers with its chart, and a sheet that says
    what they are.
    """
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
    """Return the workbook that PowerPoint opens when somebody edits a chart: names first, then a
    column for each series.
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
        self._forms: dict[tuple, Format] = {}
        self._behind: list[tuple[int, str, Native]] = []

    def finished(self) -> bytes:
        """Return the file, the numbers behind its charts on the last sheet."""
        if self._behind:
            sheet = self.sheet(say(self.language, "sheet_charts"))
            sheet.set_column(0, 0, 44)
            sheet.set_column(1, 30, _BEHIND)
            for top, title, shown in self._behind:
                sheet.write_string(top, 0, title, self.form(bold=True))
                _write_series(
                    sheet,
                    top + 1,
                    shown,
                    self.form(num_format=shown.number_format),
                    self.form(text_wrap=True, align="right", valign="bottom"),
                )
                _make_room(sheet, top + 1, [(series.name, _BEHIND) for series in shown.series])
        self._book.close()
        return self._buffer.getvalue()

    def form(self, **look: object) -> Format:
        """Return a cell's format; equal looks share one."""
        key = tuple(sorted(look.items()))
        if key not in self._forms:
            self._forms[key] = self._book.add_format(dict(look))
        return self._forms[key]

    def sheet(self, name: str) -> Worksheet:
        """Add a sheet that prints on pages as wide as paper, with release and page number at the
        foot.
        """
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        foot = (
            f"{say(self.language, 'product')} · {release_words(self.store, self.language)}".replace(
                "&", "&&"
            )
        )
        sheet.set_footer(f"&L{foot}&R&P / &N")
        return sheet

    def contents(self, title: str) -> Callable[[Told, str], None]:
        """Add the first sheet; return what writes a slide's line on it, given the name of its sheet
        (blank if it has none).
        """
        language = self.language
        sheet = self.sheet(say(language, "handout_contents"))
        sheet.write_string(0, 0, title, self.form(bold=True, font_size=14))
        sheet.write_string(
            1, 0, f"{say(language, 'product')}. {release_words(self.store, language)}"
        )
        heads = (
            "№",
            say(language, "column_exhibit"),
            say(language, "areas"),
            say(language, "about_filters"),
            say(language, "column_source"),
            say(language, "receipt"),
        )
        for column, (head, width) in enumerate(
            zip(heads, (5, _TITLE, 26, 26, 44, 16), strict=True)
        ):
            sheet.set_column(column, column, width)
            sheet.write_string(HEAD, column, head, self.form(bold=True, bottom=1, valign="top"))
        sheet.freeze_panes(HEAD + 1, 0)
        sheet.repeat_rows(HEAD)
        wrap, link = (
            self.form(text_wrap=True, valign="top"),
            self.form(
                text_wrap=True, valign="top", underline=1, font_color=PALETTES["light"]["selected"]
            ),
        )

        def line(told: Told, name: str) -> None:
            row = HEAD + told.number
            sheet.write_number(row, 0, told.number, self.form(align="left", valign="top"))
            if told.exhibit is None:
                sheet.write_string(row, 1, told.title, wrap)
                return
            quoted = name.replace("'", "''")
            sheet.write_url(row, 1, f"internal:'{quoted}'!A1", link, told.title)
            sheet.write_string(
                row, 2, catalogue().area(told.exhibit.card.area).name[language], wrap
            )
            filters = dict(about(told.exhibit, told.view, self.store))[
                say(language, "about_filters")
            ]
            sheet.write_string(row, 3, filters, wrap)
            sheet.write_string(row, 4, told.exhibit.source, wrap)
            _make_room(sheet, row, [(told.title, _TITLE), (filters, 26), (told.exhibit.source, 44)])
            sheet.write_url(row, 5, told.address, link, told.code)

        return line

    def told(self, told: Told) -> str:
        """Add the sheet of a slide: title, table, chart, and below them what the exhibit says of
        itself; return the sheet's name.
        """
        one = told.exhibit
        name = sheet_name(told.number, one.card.title[self.language])
        sheet = self.sheet(name)
        end, widths = self.numbers(sheet, one, told.title)
        line = max(end, self.chart(sheet, one)) + 1
        said = [
            *([(say(self.language, "stage_notes"), told.notes)] if told.notes else []),
            *about(one, told.view, self.store),
        ]
        last = next(
            column
            for column in range(1, 40)
            if sum(_width(widths, between) for between in range(1, column + 1)) >= _TEXT_WIDTH
        )
        room = sum(_width(widths, between) for between in range(1, last + 1))
        label_form, text_form = (
            self.form(bold=True, valign="top", text_wrap=True),
            self.form(text_wrap=True, valign="top"),
        )
        for label, text in said:
            sheet.write_string(line, 0, label, label_form)
            sheet.merge_range(line, 1, line, last, "", text_form)
            sheet.write_string(line, 1, text, text_form)
            _make_room(sheet, line, [(text, room), (label, widths[0])])
            line += 1
        sheet.write_string(line, 0, say(self.language, "receipt"), label_form)
        sheet.write_url(
            line,
            1,
            told.address,
            self.form(underline=1, font_color=PALETTES["light"]["selected"]),
            f"{told.code}, {told.address}",
        )
        return name

    def numbers(self, sheet: Worksheet, one: Exhibit, title: str = "") -> tuple[int, list[float]]:
        """Write title, subtitle and table; return the line below them, and the columns' widths."""
        sheet.write_string(0, 0, title or one.title, self.form(bold=True, font_size=14))
        sheet.write_string(1, 0, one.subtitle, self.form(font_color=PALETTES["light"]["muted"]))
        if one.remark:
            sheet.write_string(2, 0, one.remark)
        table, widths = one.table, []
        for column, (text, numeric) in enumerate(zip(table.columns, table.numeric, strict=True)):
            look = {"align": "right"} if numeric else {"align": "left", "indent": 1}
            sheet.write_string(
                HEAD,
                column,
                text,
                self.form(bold=True, text_wrap=True, valign="top", bottom=1, **look),
            )
            longest = max([len(str(row[column])) for row in table.rows] or [8])
            widths.append(min(_MOST, max(_LEAST if column else _FIRST, longest * _LETTER + 1)))
            sheet.set_column(column, column, widths[-1])
        _make_room(sheet, HEAD, list(zip(table.columns, widths, strict=True)))
        words = self.form(text_wrap=True, valign="top", align="left", indent=1)
        forms = [
            self.form(num_format=form, valign="top") if form else words
            for form in _column_formats(one)
        ]
        for line, row in enumerate(table.raw, HEAD + 1):
            _make_room(
                sheet,
                line,
                [
                    (value, widths[column])
                    for column, value in enumerate(row)
                    if isinstance(value, str)
                ],
            )
            for column, value in enumerate(row):
                if isinstance(value, (int, float)):
                    sheet.write_number(line, column, value, forms[column])
                elif value is not None:
                    sheet.write_string(line, column, str(value), forms[column])
        sheet.freeze_panes(HEAD + 1, 0)
        sheet.repeat_rows(HEAD)
        if len(table.raw) <= _ONE_PAGE:
            sheet.fit_to_pages(1, 1)
        return HEAD + 1 + len(table.raw), widths or [_FIRST]

    def chart(self, sheet: Worksheet, one: Exhibit) -> int:
        """Put the exhibit's chart at the right of its table, if Excel draws its kind; return the
        line below it.
        """
        shown = native(one)
        if shown is None:
            return 0
        names, values = self._ranges(sheet, one, shown)
        kind, subtype = _KINDS.get(shown.kind, ("bar", None))
        chart = self._book.add_chart({"type": kind, **({"subtype": subtype} if subtype else {})})
        for series, (head, cells) in zip(shown.series, values, strict=True):
            chart.add_series(
                {"name": head, "categories": names, "values": cells, **_look(series, shown)}
            )
        height = (
            _CHART_HEIGHT
            if kind == "line"
            else max(
                260,
                80 + len(shown.categories) * max(24, 18 * (1 if subtype else len(shown.series))),
            )
        )
        _dress(chart, shown, kind)
        chart.set_size({"width": _CHART_WIDTH, "height": height})
        # Below the heads: they stand on every page that is printed, and a chart beside them would
        # be cut into strips.
        sheet.insert_chart(
            HEAD + 1,
            len(one.table.columns) + 1,
            chart,
            {"description": one.alternative, "object_position": 2},
        )
        return HEAD + 1 + ceil(height / _LINE_PIXELS)

    def _ranges(
        self, sheet: Worksheet, one: Exhibit, shown: Native
    ) -> tuple[list, list[tuple[list, list]]]:
        """Return where a chart finds its names, and for each series its head and values: in the
        table itself if they stand there so, else on a sheet behind.
        """
        rows = one.table.raw
        if len(shown.series) == 1 and not shown.quarters:
            columns = list(zip(*rows, strict=True))
            named = next(
                (column for column, cells in enumerate(columns) if cells == shown.categories), None
            )
            valued = next(
                (column for column, cells in enumerate(columns) if cells == shown.series[0].values),
                None,
            )
            if named is not None and valued is not None:
                last = HEAD + len(rows)
                return [sheet.name, HEAD + 1, named, last, named], [
                    ([sheet.name, HEAD, valued], [sheet.name, HEAD + 1, valued, last, valued])
                ]
        name = say(self.language, "sheet_charts")
        top = self._behind[-1][0] + len(self._behind[-1][2].categories) + 3 if self._behind else 0
        self._behind.append((top, one.title, shown))
        first, last = 2 if shown.quarters else 1, top + 1 + len(shown.categories)
        ranges = [
            ([name, top + 1, first + column], [name, top + 2, first + column, last, first + column])
            for column in range(len(shown.series))
        ]
        return [name, top + 2, 0, last, first - 1], ranges


def sheet_name(number: int, title: str) -> str:
    """Return a name that a spreadsheet takes for a sheet: at most 31 letters, none of those it
    forbids, no word cut in two, its own by its number.
    """
    name = " ".join(f"{number} {_FORBIDDEN.sub(' ', title)}".split())
    if len(name) > _NAME:
        words = name[:_NAME].rsplit(" ", 1)[0]
        # A single long word is cut; else the name ends with a whole one.
        name = (words.rstrip(" ,;:–—") if " " in words else name[: _NAME - 1]) + "…"
    return name.strip("'")


def _make_room(sheet: Worksheet, line: int, texts: list[tuple[str, float]]) -> None:
    """Make a line as high as its texts need in columns of a width: not every programme does so when
    it opens a file.
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


def _column_formats(one: Exhibit) -> list[str]:
    """Return each column's number format, blank for words: values as the card has them, shares and
    gaps with one decimal.
    """
    plain = (
        "0"
        if one.card.unit == "year"
        else "#,##0" + ("." + "0" * one.card.decimals if one.card.decimals else "")
    )
    of_the_card = (say(one.language, "column_value"), say(one.language, "target"))
    return [
        "" if not numeric else plain if head.startswith(of_the_card) else "#,##0.0"
        for head, numeric in zip(one.table.columns, one.table.numeric, strict=True)
    ]


def _write_series(
    sheet: Worksheet, top: int, shown: Native, form: Format, head: Format | None = None
) -> None:
    """Write a chart's numbers with their heads in line `top`."""
    names = shown.quarters or [(name,) for name in shown.categories]
    for line, parts in enumerate(names, top + 1):
        for column, part in enumerate(parts):
            sheet.write_string(line, column, part)
    for column, one in enumerate(shown.series, len(names[0])):
        sheet.write_string(top, column, one.name, head)
        for line, value in enumerate(one.values, top + 1):
            if value is not None:
                sheet.write_number(line, column, value, form)


def _look(series: Series, shown: Native) -> dict:
    """Return how a series is drawn and which of its values are written."""
    color = _color(series.color)
    form = shown.number_format + ('"%"' if shown.unit == "percent" else "")
    if shown.kind in {LINE, CHANGE}:
        labels = {
            "value": True,
            "num_format": form,
            "position": "above",
            "font": {"color": color, "bold": True},
            "custom": [
                {} if at in series.written else {"delete": True} for at in range(len(series.values))
            ],
        }
        marker = (
            {"type": "none"}
            if series.style == DASHED
            else {"type": "circle", "size": 5, "fill": {"color": color}, "border": {"color": color}}
        )
        return {
            "line": {
                "color": color,
                "width": 2.25,
                "dash_type": "dash" if series.style == DASHED else "solid",
            },
            "marker": marker,
            "data_labels": labels,
        }
    inside = shown.kind in {STACKED, SHARES}
    labels = {
        "value": True,
        "num_format": form,
        "position": "center" if inside else "outside_end",
        "font": {"color": _color(series.ink)},
    }
    if inside:
        labels["custom"] = [
            {} if at in series.written else {"delete": True} for at in range(len(series.values))
        ]
    hollow = series.style == HOLLOW
    fill = {
        "fill": {"color": _color("@paper") if hollow else color},
        "border": {"color": color if hollow else _color("@paper"), "width": 1.5 if hollow else 0.5},
    }
    points = [
        {"fill": {"color": _color(point)}, "border": {"color": _color("@paper"), "width": 0.5}}
        if point != series.color
        else None
        for point in series.points
    ]
    return {
        **fill,
        "data_labels": labels,
        "gap": 50,
        **({"points": points} if points else {}),
        **({} if inside else {"overlap": 0}),
    }


def _dress(chart: Chart, shown: Native, kind: str) -> None:
    quiet = {"color": _color("@rule"), "width": 0.75}
    muted = {"color": _color("@muted")}
    chart.set_title({"none": True})
    chart.show_blanks_as("span" if shown.joined else "gap")
    chart.set_chartarea({"border": {"none": True}})
    named = [place for place, one in enumerate(shown.series) if not one.continued]
    chart.set_legend(
        {"none": True}
        if len(named) == 1
        else {
            "position": "top",
            "delete_series": [place for place in range(len(shown.series)) if place not in named],
        }
    )
    if kind == "line":
        chart.set_x_axis({"num_font": muted, "line": quiet, "label_position": "low"})
        low = {} if not shown.from_zero or min(shown.published) < 0 else {"min": 0}
        chart.set_y_axis(
            {
                "num_font": muted,
                "line": {"none": True},
                "major_gridlines": {"visible": True, "line": quiet},
                "num_format": shown.number_format,
                **low,
            }
        )
    else:
        chart.set_y_axis(
            {
                "reverse": True,
                "line": quiet,
                "label_position": "low",
                "major_gridlines": {"visible": False},
            }
        )
        chart.set_x_axis(
            {
                "visible": False,
                "major_gridlines": {"visible": False},
                **({"min": 0} if min(shown.published) >= 0 and shown.kind != SHARES else {}),
            }
        )


def _color(token: str) -> str:
    return PALETTES["light"][token.removeprefix("@")]
