"""A CSV or XLSX of an exhibit holds the query's numbers as numbers, and says what they are."""

import csv
import dataclasses
import io
from itertools import cycle

import pytest
from openpyxl import load_workbook

from app.catalogue.vocabulary import expanded
from app.exhibit.assemble import assemble
from app.exports.csv import as_csv
from app.exports.office.workbook import as_xlsx
from app.view import View
from app.words.numbers import day
from app.words.say import LANGUAGES, say
from tests.exhibits import CARD_IDS

FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    '=HYPERLINK("https://example.org")',
    "-2+3+cmd|' /C calc'!A0",
]


def marks(card, view, store):
    return [row for row in store.read(card, view) if row["role"] == "mark"]


def value_column(one, language):
    return next(
        place
        for place, title in enumerate(one.table.columns)
        if title.startswith(say(language, "column_value"))
    )


def read_csv(content, language):
    text = content.decode("utf-8-sig")
    assert content.startswith(b"\xef\xbb\xbf"), "spreadsheets need the mark to see UTF-8"
    rows = list(
        csv.reader(io.StringIO(text, newline=""), delimiter="," if language == "en" else ";")
    )
    blank = rows.index([])
    return rows[0], rows[1:blank], dict(rows[blank + 1 :])


def number_in(cell, language):
    assert " " not in cell
    assert "\u00a0" not in cell
    assert ("," if language == "en" else ".") not in cell
    return None if cell == "" else float(cell.replace(",", "."))


def words_of(card, rows, language):
    """The sentences of a table or a timeline as a file must hold them: in the order shown, never
    taken for a formula.
    """
    if card.chart not in {"table", "timeline"} or "text_kk" not in expanded(card.sql):
        return None
    shown = sorted(rows, key=lambda row: row["period"]) if card.chart == "timeline" else rows
    return [row[f"text_{language}"] for row in shown]


@pytest.mark.parametrize("card_id", CARD_IDS)
def test_the_csv_holds_the_numbers_of_the_query_and_what_they_are(card_id, known, store):
    for language in LANGUAGES:
        csv_holds(known.card(card_id), language, known, store)


def csv_holds(card, language, known, store):
    """Compare a card's CSV in one language with its query, its card and its notes."""
    view = View(language)
    one = assemble(card, view, store)
    head, rows, about = read_csv(as_csv(one, view, store), language)
    expected = marks(card, view, store)
    assert tuple(head) == one.table.columns
    assert len(rows) == len(expected)
    if (sentences := words_of(card, expected, language)) is not None:
        assert [row[-1].removeprefix("'") for row in rows] == sentences
    else:
        column = value_column(one, language)
        assert [number_in(row[column], language) for row in rows] == [
            row["value"] for row in expected
        ]
        assert known.units[card.unit].name[language] in head[column]
    assert about[say(language, "column_unit")] == known.units[card.unit].name[language]
    assert about[say(language, "column_source")] == one.source != ""
    assert about[say(language, "definition")] == card.definition[language]
    assert about[say(language, "product")] == say(
        language,
        "release",
        number=str(store.release.number),
        date=day(store.release.published, language),
    )
    for note in one.notes:
        assert note.text in as_csv(one, view, store).decode("utf-8-sig").replace('""', '"')


# A workbook takes its words where the CSV does: each exhibit is tried in one of the languages.
@pytest.mark.parametrize(
    ("card_id", "language"), list(zip(CARD_IDS, cycle(LANGUAGES), strict=False))
)
def test_the_workbook_holds_the_numbers_of_the_query_as_numbers(card_id, language, known, store):
    card = known.card(card_id)
    view = View(language)
    one = assemble(card, view, store)
    book = load_workbook(io.BytesIO(as_xlsx(one, view, store)))
    numbers, about = (book[say(language, name)] for name in ("sheet_numbers", "sheet_about"))
    assert numbers["A1"].value == one.title
    assert tuple(cell.value for cell in numbers[4])[: len(one.table.columns)] == one.table.columns
    expected = marks(card, view, store)
    assert numbers.max_row == 4 + len(expected)
    if words_of(card, expected, language) is None:
        column = value_column(one, language)
        cells = [numbers.cell(5 + place, column + 1) for place in range(len(expected))]
        assert [cell.value for cell in cells] == pytest.approx([row["value"] for row in expected])
        assert all(cell.data_type == "n" for cell in cells if cell.value is not None)
    assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]
    said = {row[0].value: row[1].value for row in about.iter_rows()}
    assert said[say(language, "column_source")] == one.source
    assert said[say(language, "column_unit")] == known.units[card.unit].name[language]
    assert (
        say(
            language,
            "release",
            number=str(store.release.number),
            date=day(store.release.published, language),
        )
        in said.values()
    )
    texts = {row[1].value for row in about.iter_rows()}
    assert {note.text for note in one.notes} <= texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_says_which_filters_were_on_and_holds_what_the_view_shows(language, known, store):
    tried = 0
    for card in known.cards():
        if (
            "region" in card.breakdowns
            and "period" in card.breakdowns
            and "text_kk" not in expanded(card.sql)
        ):
            tried += 1
            view = View(language, place="KZ-23", period="2024")
            one = assemble(card, view, store)
            _, rows, about = read_csv(as_csv(one, view, store), language)
            assert known.places["KZ-23"].name[language] in about[say(language, "about_filters")]
            assert "2024" in about[say(language, "about_filters")]
            assert len(rows) == len(marks(card, view, store))
            if rows:
                column = value_column(one, language)
                assert [number_in(row[column], language) for row in rows] == [
                    row["value"] for row in marks(card, view, store)
                ]
    assert tried > 10


def test_what_is_not_published_is_an_empty_cell_and_not_a_zero(known, store):
    card = next(
        card
        for card in known.cards()
        if card.chart in {"map", "ranking"}
        and any(row["value"] is None for row in marks(card, View("ru"), store))
    )
    view = View("ru")
    one = assemble(card, view, store)
    column = value_column(one, "ru")
    missing = [place for place, row in enumerate(marks(card, view, store)) if row["value"] is None]
    _, rows, _ = read_csv(as_csv(one, view, store), "ru")
    sheet = load_workbook(io.BytesIO(as_xlsx(one, view, store))).worksheets[0]
    for place in missing:
        assert rows[place][column] == ""
        assert sheet.cell(5 + place, column + 1).value is None


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_looks_like_a_formula_stays_a_text(text, known, store):
    model = next(card for card in known.cards() if card.chart == "table")
    quoted = text.replace("'", "''")
    sql = f"""-- A text that a spreadsheet might run.
    select 'mark' as role, '2025' as period, 'KZ' as place, '_T' as sector, '_T' as series, 1e0 as value, 'final' as status, 'fprk_report_2025' as source,
        '{quoted}' as text_kk, '{quoted}' as text_ru, '{quoted}' as text_en
    union all select 'finding', null, 'KZ', '_T', 'case.x', null, null, null, null, null, null"""
    card = dataclasses.replace(
        model,
        id=f"test/formula {text}",
        sql=sql,
        breakdowns=(),
        finding={"x": model.title},
        breaks=(),
    )
    view = View("en")
    one = assemble(card, view, store)
    assert one.table.raw[0][1] == text
    _, rows, _ = read_csv(as_csv(one, view, store), "en")
    assert rows[0][1][0] not in "=+-@\t\r"
    assert text.strip() in rows[0][1]
    cell = load_workbook(io.BytesIO(as_xlsx(one, view, store))).worksheets[0].cell(5, 2)
    assert cell.data_type == "s"
    assert cell.hyperlink is None
