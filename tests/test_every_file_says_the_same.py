"""All files of a story, in all three languages, hold the numbers that the queries give, and none
other.
"""

import io
import json
import re

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from app.catalogue.stories import asked_story
from app.exhibit.tell import tell
from app.exports.handout import handout as pdf
from app.exports.office import slides as pptx
from app.exports.office import workbook as xlsx
from app.stage import file as html
from app.store.store import allowed_codes
from app.view import View
from app.words.say import LANGUAGES, say

BASE = "https://dashboard.example/"
FORMATS = {"pptx": pptx, "pdf": pdf, "xlsx": xlsx, "html": html}


@pytest.fixture(scope="module")
def story(store):
    return asked_story({"story": "congress"}, allowed_codes(store))[0]


@pytest.fixture(scope="module")
def files(story, store):
    """Every file of the congress story, by format and language."""
    return {
        (kind, language): module.write(story, View(language), store, BASE, lambda done, total: None)
        for kind, module in FORMATS.items()
        for language in LANGUAGES
    }


def told(story, store, language):
    found = list(tell(story, View(language), store, BASE))
    assert len(found) == 12
    return found


def values(one, store):
    """The numbers of the query, as the release holds them."""
    return [
        row["value"]
        for row in store.read(one.exhibit.card, one.view.only(one.exhibit.card.breakdowns))
        if row["role"] == "mark" and row["value"] is not None
    ]


def plain(text):
    return re.sub(r"[\s\u00a0\u202f\u2011]+", " ", text.replace("\u2011", "-")).strip()


def written(one):
    """The numbers of the table in the language's form, without their unit."""
    table = one.exhibit.table
    return [
        plain(cell)
        for row in table.rows
        for cell, numeric in zip(row, table.numeric, strict=True)
        if numeric and cell not in ("", "—")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_has_a_sheet_per_exhibit_with_the_numbers_as_numbers(
    files, story, store, language
):
    book = load_workbook(io.BytesIO(files["xlsx", language]))
    # The first sheet is the contents; a last one may hold what charts are drawn from.
    assert book.worksheets[0].title == say(language, "handout_contents")
    for one, sheet in zip(told(story, store, language), book.worksheets[1:13], strict=True):
        cells = [
            cell.value
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool)
        ]
        for value in values(one, store):
            assert any(cell == pytest.approx(value) for cell in cells), (
                f"{one.exhibit.card.id}: {value}"
            )
        texts = [
            plain(str(cell.value))
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, str)
        ]
        assert plain(one.title) in texts
        assert any(one.code in text for text in texts)
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def chart_values(slide):
    return [
        value
        for shape in slide.shapes
        if shape.has_chart
        for plot in shape.chart.plots
        for series in plot.series
        for value in series.values
        if value is not None
    ]


def slide_text(slide):
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    texts += [
        cell.text
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    return plain(" ".join(texts))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_slides_of_powerpoint_hold_the_numbers_in_charts_that_can_be_edited(
    files, story, store, language
):
    shown = Presentation(io.BytesIO(files["pptx", language]))
    slides = list(shown.slides)[1:]
    assert len(slides) == 12
    native = 0
    for one, slide in zip(told(story, store, language), slides, strict=True):
        assert plain(slide.shapes.title.text_frame.text) == plain(one.title)
        charted, text = chart_values(slide), slide_text(slide)
        if charted:
            native += 1
            for value in values(one, store):
                assert any(found == pytest.approx(value) for found in charted), (
                    f"{one.exhibit.card.id}: {value}"
                )
            known = [
                *values(one, store),
                *(row.get("target") for row in one.exhibit.marks if row.get("target") is not None),
            ]
            for found in charted:
                assert any(found == pytest.approx(value) for value in known), (
                    f"{one.exhibit.card.id}: {found} is no number of the query"
                )
        elif one.exhibit.tile:
            assert plain(one.exhibit.tile.value) in text
        else:
            assert all(number in text for number in written(one))
        assert one.code in text
        assert plain(one.notes) in plain(slide.notes_slide.notes_text_frame.text)
    assert native >= 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_hand_out_prints_every_number_of_every_table(files, story, store, language):
    text = plain(
        " ".join(
            page.extract_text() for page in PdfReader(io.BytesIO(files["pdf", language])).pages
        )
    )
    for one in told(story, store, language):
        for number in written(one) if not one.exhibit.tile else [plain(one.exhibit.tile.value)]:
            assert re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d])", text), (
                f"{one.exhibit.card.id}: {number}"
            )
        assert one.code in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_offline_file_holds_all_three_languages_whatever_it_opens_in(
    files, story, store, language
):
    decks = json.loads(
        re.search(r'id="decks">(.*?)</script>', files["html", language].decode(), re.DOTALL)[1]
    )
    assert set(decks) == set(LANGUAGES)
    for code in LANGUAGES:
        for one, slide in zip(told(story, store, code), decks[code]["slides"], strict=True):
            assert slide["title"] == one.title
            assert slide["code"] == one.code
            assert [tuple(row) for row in slide["table"]["rows"]] == list(one.exhibit.table.rows)
            drawing = one.exhibit.drawing
            shown = slide["figure"] and {name: slide["figure"][name] for name in ("data", "layout")}
            assert shown == (json.loads(json.dumps(drawing.figure)) if drawing else None)
            if one.exhibit.tile:
                assert slide["tile"]["value"] == one.exhibit.tile.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_on_the_screen_is_what_the_query_gave(story, store, language):
    for one in told(story, store, language):
        column = next(
            (
                place
                for place, row in enumerate(zip(*one.exhibit.table.raw, strict=True))
                if any(isinstance(cell, float) for cell in row)
            ),
            None,
        )
        if column is not None:
            assert [
                row[column] for row in one.exhibit.table.raw if row[column] is not None
            ] == values(one, store)
