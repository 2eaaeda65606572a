"""A presentation and a workbook hold the query's numbers in charts and tables that can be edited,
open without repair, and say where each number is from.
"""

import dataclasses
import io
import posixpath
import re
import shutil
import subprocess
import zipfile
from collections import Counter

import pytest
from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pypdf import PdfReader

from app.catalogue.kinds import KINDS
from app.catalogue.stories import Slide, Story, asked_story
from app.exhibit.assemble import assemble
from app.exhibit.tell import tell
from app.exports.office import slides as pptx
from app.exports.office import workbook as xlsx
from app.exports.office.native import HOLLOW, native
from app.exports.office.page import LANGUAGE_TAGS
from app.store.store import allowed_codes
from app.view import View
from app.words.say import LANGUAGES, Words, say
from app.words.sentences import unbroken

BASE = "https://indicators.example/"
CHARTED = ("trend", "change", "ranking", "pairs", "composition", "flow", "gap", "target")
# One of each kind, and those that ask more of a kind: an earlier period, a break, quarters, gaps, a
# long table, a wide grid.
SHOWN = (
    "safety/tile_deaths",
    "wages/subsistence_multiples",
    "employment/unemployment_quarters",
    "international/union_density",
    "safety/accidents_change",
    "disputes/appeals_by_region",
    "gender/hourly_gap_by_region",
    "safety/accidents_by_union",
    "disputes/court_results",
    "organisational/primary_questions",
    "wages/hourly_by_sex_sector",
    "gender/women_in_bodies",
    "disputes/appeals_map",
    "international/conventions_matrix",
    "international/network",
    "timeline/year",
    "safety/union_regions",
)
# In which order a chart's elements stand (ECMA-376, part 1, 21.2). LibreOffice reads any;
# PowerPoint takes the chart away and says that it repaired the file.
_AXIS = "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses"
_SAID = "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator"
_CHILDREN = {
    "chartSpace": "date1904 lang roundedCorners AlternateContent style clrMapOvr protection chart "
    "spPr txPr externalData printSettings",
    "chart": "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "plotArea": "layout barChart lineChart catAx valAx spPr",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap axId",
    "lineChart": "grouping varyColors ser dLbls marker axId",
    "ser": "idx order tx spPr invertIfNegative marker dPt dLbls cat val smooth",
    "dPt": "idx invertIfNegative marker bubble3D spPr",
    "marker": "symbol size spPr",
    "dLbls": f"dLbl delete {_SAID} showLeaderLines extLst",
    "dLbl": f"idx delete layout tx {_SAID}",
    "catAx": f"{_AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
    "valAx": f"{_AXIS} crossBetween majorUnit minorUnit",
    "scaling": "orientation max min",
    "legend": "legendPos legendEntry layout overlay spPr txPr",
    "legendEntry": "idx delete txPr",
    "manualLayout": "layoutTarget xMode yMode wMode hMode x y w h",
    "strRef": "f strCache",
    "strCache": "ptCount pt",
    "numRef": "f numCache",
    "numCache": "formatCode ptCount pt",
    "multiLvlStrRef": "f multiLvlStrCache",
    "multiLvlStrCache": "ptCount lvl",
}
_INSIDE = {"inEnd", "inBase", "ctr"}
_PLACES = {
    "lineChart": {"l", "r", "t", "b", "ctr"},
    "clustered": {*_INSIDE, "outEnd"},
    "stacked": _INSIDE,
    "percentStacked": _INSIDE,
}


def nothing(done, every):
    """A step that nobody waits for."""


@pytest.fixture(scope="module")
def story(known):
    return Story(
        "kinds",
        Words("Барлық түрлер", "Все виды", "Every kind"),
        tuple(Slide(card_id, known.card(card_id)) for card_id in SHOWN),
    )


@pytest.fixture(scope="module")
def decks(story, store):
    return {
        language: pptx.write(story, View(language), store, BASE, nothing) for language in LANGUAGES
    }


@pytest.fixture(scope="module")
def books(story, store):
    return {
        language: xlsx.write(story, View(language), store, BASE, nothing) for language in LANGUAGES
    }


def numbers(one):
    """The values that the query gives an exhibit's chart, promised ones among them, as often as
    each occurs.
    """
    found = [row["value"] for row in one.marks if row["value"] is not None]
    return Counter(
        found
        + (
            [row["target"] for row in one.marks if row["target"] is not None]
            if one.card.chart == "target"
            else []
        )
    )


def slides_of(deck, told):
    """The slides that show one exhibit: their QR codes lead to its receipt."""
    return [
        slide
        for slide in deck.slides
        if any(
            shape.shape_type is not None
            and shape.name == say(told.view.language, "receipt")
            and shape.click_action.hyperlink.address == told.address
            for shape in slide.shapes
        )
    ]


def every_shape(shapes):
    for shape in shapes:
        yield shape
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            yield from every_shape(shape.shapes)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_native_chart_has_all_values_of_the_query_and_no_others(kind, known, store):
    for place, card in enumerate(card for card in known.cards() if card.chart == kind):
        filtered = [
            View("ru", place="KZ-47"),
            View("kk", sector="oil_gas"),
            View("en", period="2023"),
        ][place % 3]
        for view in (View(LANGUAGES[place % 3]), *([filtered] if place % 8 == 0 else [])):
            one = assemble(card, view, store)
            shown = native(one.reading)
            assert (shown is not None) == (kind in CHARTED and one.drawing is not None), card.id
            if shown is None:
                continue
            assert Counter(shown.published) == numbers(one), card.id
            for series in shown.series:
                assert len(series.values) == len(shown.categories)
                assert all(series.values[place] is not None for place in series.written)
                assert len(series.points) in {0, len(shown.categories)}


def test_what_is_not_published_is_named_and_has_no_bar(known, store):
    card, view = known.card("safety/deaths_by_region"), View("ru", place="KZ-47")
    shown = native(assemble(card, view, store).reading)
    absent = [place for place, value in enumerate(shown.series[0].values) if value is None]
    assert absent
    assert [
        place
        for place, name in enumerate(shown.categories)
        if name.endswith(say("ru", "not_published"))
    ] == absent


def test_a_line_is_cut_where_its_series_breaks_and_nowhere_else(known, store):
    card = known.card("wages/subsistence_multiples")
    shown = native(assemble(card, View("en"), store).reading)
    before = [series for series in shown.series if series.continued]
    assert before
    assert card.breaks
    for series in before:
        last = max(place for place, value in enumerate(series.values) if value is not None)
        after = next(
            other
            for other in shown.series
            if not other.continued and series.name.startswith(f"{other.name},")
        )
        first = min(place for place, value in enumerate(after.values) if value is not None)
        assert any(
            shown.categories[last] < item.period <= shown.categories[first] for item in card.breaks
        )


def test_an_earlier_period_differs_from_the_newest_without_colour(known, store):
    shown = native(assemble(known.card("safety/accidents_by_union"), View("ru"), store).reading)
    assert {series.style == HOLLOW for series in shown.series if "2024" in series.name} == {True}
    assert {series.style == HOLLOW for series in shown.series if "2025" in series.name} == {False}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_charts_of_a_presentation_hold_the_query_s_numbers_and_so_do_the_workbooks_inside(
    language, decks, story, store
):
    deck = Presentation(io.BytesIO(decks[language]))
    for told in tell(story, View(language), store, BASE):
        charts = [
            shape.chart
            for slide in slides_of(deck, told)
            for shape in slide.shapes
            if shape.has_chart
        ]
        assert bool(charts) == (told.exhibit.card.chart in CHARTED), told.slide.asked
        if not charts:
            continue
        assert Counter(
            value
            for chart in charts
            for plot in chart.plots
            for series in plot.series
            for value in series.values
            if value is not None
        ) == numbers(told.exhibit)
        for chart in charts:
            sheet = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
            for series in chart.plots[0].series:
                area = (
                    series._element.find(f"{qn('c:val')}/{qn('c:numRef')}/{qn('c:f')}")
                    .text.removeprefix("Sheet1!")
                    .replace("$", "")
                )
                assert tuple(cell.value for (cell,) in sheet[area]) == pytest.approx(series.values)
                head = (
                    series._element.find(f"{qn('c:tx')}/{qn('c:strRef')}/{qn('c:f')}")
                    .text.removeprefix("Sheet1!")
                    .replace("$", "")
                )
                assert sheet[head].value == series.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_of_a_presentation_hold_the_exhibit_s_rows_or_say_how_many_are_left(
    language, decks, story, store
):
    deck = Presentation(io.BytesIO(decks[language]))
    tried = 0
    for told in tell(story, View(language), store, BASE):
        if told.exhibit.card.chart not in {"table", "timeline"}:
            continue
        tried += 1
        slides = slides_of(deck, told)
        rows = [
            tuple(cell.text_frame.text for cell in row.cells)
            for slide in slides
            for shape in slide.shapes
            if shape.has_table
            for row in list(shape.table.rows)[1:]
        ]
        expected = [tuple(unbroken(cell) for cell in row) for row in told.exhibit.table.rows]
        assert rows == expected[: len(rows)]
        if len(rows) < len(expected):
            assert (
                unbroken(
                    say(language, "rows_shown", shown=str(len(rows)), count=str(len(expected)))
                )
                in slides[-1].placeholders[1].text_frame.text
            )
        if len(slides) > 1:
            assert [slide.shapes.title.text_frame.text for slide in slides] == [
                f"{unbroken(told.title)} ({number}/{len(slides)})"
                for number in range(1, len(slides) + 1)
            ]
    assert tried == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_matrix_is_a_table_of_signs_and_years(language, decks, story, store):
    deck = Presentation(io.BytesIO(decks[language]))
    told = next(
        told
        for told in tell(story, View(language), store, BASE)
        if told.exhibit.card.chart == "matrix"
    )
    one = told.exhibit
    found = {}
    for slide in slides_of(deck, told):
        upright = sorted(
            (
                shape
                for shape in slide.shapes
                if shape.has_text_frame and shape.text_frame._txBody.bodyPr.get("vert") == "vert270"
            ),
            key=lambda shape: shape.left,
        )
        for table in (shape.table for shape in slide.shapes if shape.has_table):
            lines = [[cell.text_frame.text for cell in row.cells] for row in table.rows]
            # Heads that stand upright are text boxes over the columns.
            heads = (
                lines.pop(0)[1:]
                if table.first_row
                else [shape.text_frame.text for shape in upright]
            )
            for name, *signs in lines:
                found |= {(name, head): sign for head, sign in zip(heads, signs, strict=True)}
    expected = {}
    for row in one.marks:
        year = str(int(row["value"])) if row["value"] is not None else "✓"
        expected[one.names.name("series", row["series"]), one.names.name("place", row["place"])] = {
            "yes": year,
            "no": "—",
            "unknown": "?",
        }[row["state"]]
    assert found == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_map_has_a_shape_and_a_value_for_each_region(language, decks, story, store, known):
    deck = Presentation(io.BytesIO(decks[language]))
    told = next(
        told
        for told in tell(story, View(language), store, BASE)
        if told.exhibit.card.chart == "map"
    )
    (slide,) = slides_of(deck, told)
    assert {known.places[code].short[language] for code in known.regions()} <= {
        shape.name for shape in every_shape(slide.shapes)
    }
    said = " ".join(
        shape.text_frame.text for shape in every_shape(slide.shapes) if shape.has_text_frame
    )
    for row in told.exhibit.marks:
        if row["place"] != "KZ" and row["value"] is not None:
            assert re.search(
                rf"(?<!\d){re.escape(told.exhibit.names.bare(row['value']))}(?!\d)", said
            ), row["place"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_has_title_source_code_link_number_and_words_for_who_cannot_see_it(
    language, decks, story, store
):
    deck = Presentation(io.BytesIO(decks[language]))
    assert deck.slides[0].shapes.title.text_frame.text == story.title[language]
    assert deck.core_properties.title == story.title[language]
    assert deck.core_properties.author == say(language, "product")
    assert f"{store.release.number}" in deck.core_properties.comments
    for told in tell(story, View(language), store, BASE):
        slides = slides_of(deck, told)
        assert slides, told.slide.asked
        notes = slides[0].notes_slide.notes_text_frame.text
        assert all(unbroken(note.text) in notes for note in told.exhibit.notes)
        assert unbroken(told.exhibit.card.definition[language]) in notes
        assert told.address in notes
        for slide in slides:
            assert slide.shapes.title.text_frame.text.startswith(unbroken(told.title))
            holders = {
                shape.placeholder_format.type: shape.text_frame.text for shape in slide.placeholders
            }
            assert unbroken(told.exhibit.source) in holders[PP_PLACEHOLDER.FOOTER]
            assert told.code in holders[PP_PLACEHOLDER.FOOTER]
            assert holders[PP_PLACEHOLDER.SLIDE_NUMBER] == str(deck.slides.index(slide) + 1)
            described = [
                shape
                for shape in slide.shapes
                if shape.has_chart or shape.has_table or shape.name == say(language, "receipt")
            ]
            assert all(shape._element._nvXxPr.cNvPr.get("descr") for shape in described)
            order = [shape.name for shape in slide.shapes]
            assert order[0] == slide.shapes.title.name
            assert order[-1] == say(language, "receipt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_run_of_text_says_which_language_it_is_in(language, decks):
    deck = Presentation(io.BytesIO(decks[language]))
    for slide in deck.slides:
        for page in [slide, *([slide.notes_slide] if slide.has_notes_slide else [])]:
            runs = [
                run
                for run in page._element.iter(qn("a:r"), qn("a:fld"))
                if run.find(qn("a:t")).text
            ]
            assert {run.find(qn("a:rPr")).get("lang") for run in runs} <= {LANGUAGE_TAGS[language]}
        for shape in slide.shapes:
            if shape.has_chart:
                assert (
                    shape.chart._chartSpace.find(qn("c:lang")).get("val") == LANGUAGE_TAGS[language]
                )


def test_kazakh_letters_survive_in_slides_notes_charts_and_sheets(decks, books, story, store):
    deck = Presentation(io.BytesIO(decks["kk"]))
    told = [told.title for told in tell(story, View("kk"), store, BASE)]
    assert set("әғқңөұүһі") <= set("".join(told).lower()) | set("һ")
    written = "".join(slide.shapes.title.text_frame.text for slide in deck.slides)
    assert all(unbroken(title) in written for title in told)
    sheets = "".join(
        str(cell.value)
        for sheet in load_workbook(io.BytesIO(books["kk"]))
        for row in sheet.iter_rows(max_row=1)
        for cell in row
    )
    assert all(title in sheets for title in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_keep_the_order_that_office_programmes_insist_on(language, decks, books):
    tried = Counter()
    for content in (decks[language], books[language]):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            for name in (
                name for name in parts.namelist() if re.search(r"/charts/chart\d+\.xml$", name)
            ):
                chart = etree.fromstring(parts.read(name))
                for element in (
                    one
                    for one in chart.iter()
                    if etree.QName(one).localname in _CHILDREN and one.prefix == "c"
                ):
                    kind, order = (
                        etree.QName(element).localname,
                        _CHILDREN[etree.QName(element).localname].split(),
                    )
                    children = [etree.QName(child).localname for child in element]
                    assert set(children) <= set(order), (name, kind)
                    assert children == sorted(children, key=order.index), (name, kind)
                    tried[kind] += 1
                (plot,) = (one for one in chart.iter(qn("c:barChart"), qn("c:lineChart")))
                places = _PLACES[
                    "lineChart"
                    if plot.tag == qn("c:lineChart")
                    else plot.find(qn("c:grouping")).get("val")
                ]
                assert {one.get("val") for one in plot.iter(qn("c:dLblPos"))} <= places, name
                for labels in plot.iter(qn("c:dLbls")):
                    points = [
                        int(label.find(qn("c:idx")).get("val"))
                        for label in labels.findall(qn("c:dLbl"))
                    ]
                    assert points == sorted(set(points)), name
    assert {"ser", "dLbls", "dLbl", "catAx", "valAx", "legend", "dPt"} <= set(tried)


def test_every_part_of_a_file_is_led_to_and_every_shape_has_a_number_of_its_own(decks, books):
    for content in (decks["kk"], books["kk"]):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names, told = set(parts.namelist()), {"[Content_Types].xml"}
            assert len(names) == len(parts.namelist())
            for name in sorted(names):
                if name.endswith(".rels"):
                    told.add(name)
                    folder = posixpath.dirname(posixpath.dirname(name))
                    targets = [
                        one.get("Target")
                        for one in etree.fromstring(parts.read(name))
                        if one.get("TargetMode") != "External"
                    ]
                    told |= {
                        posixpath.normpath(posixpath.join("/", folder, target))[1:]
                        for target in targets
                    }
                if re.fullmatch(r"ppt/(slides|notesSlides)/[^/]+\.xml", name):
                    numbers_ = [
                        one.get("id")
                        for one in etree.fromstring(parts.read(name)).iter(qn("p:cNvPr"))
                    ]
                    assert len(numbers_) == len(set(numbers_)), name
            assert told == names


@pytest.mark.parametrize("length", [110, 300])
def test_a_long_title_leaves_its_slide_whole(length, known, store):
    text = (
        "Кәсіподақ ұйымдары өндірістегі қауіпсіздікті қорғау жөніндегі жұмысты күшейтіп, жазатайым "
        "оқиғалардың алдын алды; " * 3
    )[:length].strip()
    said = Words(text, text, text)
    slides = tuple(Slide(card_id, known.card(card_id), headline=said) for card_id in SHOWN)
    deck = Presentation(
        io.BytesIO(pptx.write(Story("long", said, slides), View("kk"), store, BASE, nothing))
    )
    for slide in list(deck.slides)[1:]:
        title, under, *rest = slide.shapes
        assert title.text_frame.text.startswith(text)
        assert title.text_frame.paragraphs[0].runs[0].font.size.pt >= 24
        foot = next(
            shape
            for shape in slide.placeholders
            if shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER
        )
        for shape in rest:
            assert shape.top >= title.top + title.height
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height
            if shape.has_chart or shape.has_table:
                assert shape.top >= under.top + under.height
                assert shape.top + shape.height <= foot.top


def test_a_missing_exhibit_says_so_on_its_slide_and_in_the_contents(store):
    missing, _ = asked_story(
        {"show": "safety/deaths_by_union,nowhere/nothing"}, allowed_codes(store)
    )
    said = say("ru", "no_such_exhibit", name="nowhere/nothing")
    deck = Presentation(io.BytesIO(pptx.write(missing, View("ru"), store, BASE, nothing)))
    assert [slide.shapes.title.text_frame.text for slide in deck.slides][-1] == said
    book = load_workbook(io.BytesIO(xlsx.write(missing, View("ru"), store, BASE, nothing)))
    assert said in {cell.value for row in book.worksheets[0] for cell in row}
    assert len([name for name in book.sheetnames if name[0].isdigit()]) == 1


def test_sixty_exhibits_are_counted_one_by_one_and_can_be_stopped(store):
    page, _ = asked_story({"page": "safety"}, allowed_codes(store))
    assert len(page.slides) >= 60
    for write in (pptx.write, xlsx.write):
        steps = []
        content = write(
            page,
            View("ru"),
            store,
            BASE,
            lambda done, every, steps=steps: steps.append((done, every)),
        )
        assert steps == [(number, len(page.slides)) for number in range(1, len(page.slides) + 1)]
        assert len(content) < 3_000_000

        class Stopped(Exception):
            pass

        def stop(done, every):
            if done == 3:
                raise Stopped

        with pytest.raises(Stopped):
            write(page, View("ru"), store, BASE, stop)


def test_the_same_story_of_the_same_release_is_the_same_file(decks, books, story, store):
    assert pptx.write(story, View("kk"), store, BASE, nothing) == decks["kk"]
    assert xlsx.write(story, View("kk"), store, BASE, nothing) == books["kk"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_holds_a_sheet_for_each_exhibit_with_its_numbers_as_numbers(
    language, books, story, store, known
):
    book = load_workbook(io.BytesIO(books[language]))
    contents, sheets = (
        book.worksheets[0],
        [sheet for sheet in book.worksheets[1:] if sheet.title[0].isdigit()],
    )
    assert len(sheets) == len(story.slides)
    assert len({sheet.title.lower() for sheet in book}) == len(book.sheetnames)
    for told, sheet in zip(tell(story, View(language), store, BASE), sheets, strict=True):
        one = told.exhibit
        assert len(sheet.title) <= 31
        assert not set(sheet.title) & set("[]:*?/\\")
        assert sheet["A1"].value == told.title
        rows = [
            tuple(cell.value for cell in row[: len(one.table.columns)])
            for row in sheet.iter_rows(min_row=4, max_row=4 + len(one.table.rows))
        ]
        assert rows[0] == one.table.columns
        for found, expected in zip(rows[1:], one.table.raw, strict=True):
            assert [value for value in found if isinstance(value, int | float)] == pytest.approx(
                [value for value in expected if isinstance(value, int | float)]
            )
            assert [value is None or value == "" for value in found] == [
                value is None or value == "" for value in expected
            ]
        words = {
            cell.value for row in sheet.iter_rows(min_row=5 + len(one.table.rows)) for cell in row
        }
        assert {
            one.source,
            one.card.definition[language],
            *(note.text for note in one.notes),
        } <= words
        assert told.address in {
            cell.hyperlink.target
            for row in sheet.iter_rows(max_col=2)
            for cell in row
            if cell.hyperlink
        }
        line = next(row for row in contents.iter_rows(min_row=5) if row[0].value == told.number)
        assert line[1].value == told.title
        assert line[1].hyperlink.location == f"'{sheet.title}'!A1"
        assert line[5].value == told.code
        assert line[5].hyperlink.target == told.address
    assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]
    assert all(sheet.sheet_properties.pageSetUpPr.fitToPage for sheet in book)
    assert all(
        sheet.freeze_panes == "A5" and sheet.print_title_rows == "$4:$4"
        for sheet in [contents, *sheets]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_charts_of_a_workbook_point_at_the_query_s_numbers(language, books, story, store):
    book = load_workbook(io.BytesIO(books[language]))
    sheets = [sheet for sheet in book.worksheets[1:] if sheet.title[0].isdigit()]
    for told, sheet in zip(tell(story, View(language), store, BASE), sheets, strict=True):
        assert len(sheet._charts) == (told.exhibit.card.chart in CHARTED), told.slide.asked
        for chart in sheet._charts:
            found = []
            for series in chart.series:
                name, area = series.val.numRef.f.rsplit("!", 1)
                found += [
                    cell.value
                    for (cell,) in book[name.strip("'").replace("''", "'")][area.replace("$", "")]
                    if cell.value is not None
                ]
            assert sorted(found) == pytest.approx(sorted(numbers(told.exhibit).elements()))


def test_a_name_that_looks_like_a_formula_stays_a_name(known, store):
    model = known.card("disputes/appeals_by_region")
    text = '=HYPERLINK("https://example.org")'
    card = dataclasses.replace(model, id="test/formula", title=Words(text, text, text))
    shown = native(assemble(card, View("en"), store).reading)
    shown = dataclasses.replace(
        shown,
        categories=(text, *shown.categories[1:]),
        series=tuple(dataclasses.replace(one, name="+1+1") for one in shown.series),
    )
    sheet = load_workbook(io.BytesIO(xlsx.chart_numbers(shown))).active
    assert (sheet["A2"].value, sheet["A2"].data_type) == (text, "s")
    assert (sheet["B1"].value, sheet["B1"].data_type) == ("+1+1", "s")
    told = Story("formula", Words(text, text, text), (Slide(card.id, card),))
    book = load_workbook(io.BytesIO(xlsx.write(told, View("en"), store, BASE, nothing)))
    assert book.worksheets[0]["A1"].data_type == "s"
    assert not [cell for one in book for row in one for cell in row if cell.data_type == "f"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_both_files_and_shows_every_slide(store, tmp_path):
    few, _ = asked_story(
        {
            "show": "safety/tile_deaths,wages/subsistence_multiples,gender/hourly_gap_by_region,disputes/court_results,disputes/appeals_map,"
            "international/network,safety/union_regions,nowhere/nothing"
        },
        allowed_codes(store),
    )
    files = {
        "deck.pptx": pptx.write(few, View("ru"), store, BASE, nothing),
        "book.xlsx": xlsx.write(few, View("ru"), store, BASE, nothing),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            *(str(tmp_path / name) for name in files),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    slides, pages = (
        Presentation(io.BytesIO(files["deck.pptx"])).slides,
        PdfReader(tmp_path / "deck.pdf").pages,
    )
    assert len(pages) == len(slides) == len(few.slides) + 1
    for slide, page in zip(slides, pages, strict=True):
        # LibreOffice takes the sign of the tenge from another typeface: it is read behind its line.
        assert re.sub(r"[\s₸]", "", slide.shapes.title.text_frame.text) in re.sub(
            r"[\s₸]", "", page.extract_text()
        )
    assert len(PdfReader(tmp_path / "book.pdf").pages) >= len(
        load_workbook(io.BytesIO(files["book.xlsx"])).sheetnames
    )
