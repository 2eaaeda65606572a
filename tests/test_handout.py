"""The hand-out says every number of its exhibits in the reader's language, on numbered pages of
vectors, and leads to the receipts.
"""

import io
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import IndirectObject
from reportlab.pdfgen.canvas import Canvas

from app.catalogue.stories import Slide, Story, asked_story
from app.drawing import qr
from app.drawing.scene import Box, Dot, Line, Scene, Shape, Text
from app.exhibit.parts import Table
from app.exhibit.tell import tell
from app.exports.handout import handout as pdf
from app.exports.handout import scene as pdf_scene
from app.exports.handout.page import HEIGHT, Group, Paragraph, Whole, paged, wrapped
from app.exports.handout.table import grid
from app.look import typeface
from app.look.theme import PALETTES
from app.store.store import allowed_codes
from app.view import View
from app.words.say import LANGUAGES, Words, say
from tests.texts import toml_files

BASE = "https://indicators.example/"
OF_EVERY_KIND = (
    "safety/tile_accidents,safety/accidents_by_union,safety/accidents_change,safety/deaths_by_union,wages/average_wage_by_region~KZ-47,wages/wages_over_time,"
    "wages/payments_named,wages/hourly_by_region,wages/hourly_by_sex_sector,disputes/strike_demands,youth/share_and_goal,gender/women_members,"
    "international/structures_countries,international/network,timeline/elections"
)


def quiet(done, every):
    """Take no notice of how far the writing is."""


def plain(text):
    """Return a text without what tells its lines and blanks apart: a reader sees no difference."""
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def story(store):
    return asked_story({"show": OF_EVERY_KIND}, allowed_codes(store))[0]


@pytest.fixture(scope="module")
def written(store, story):
    @cache
    def one(language):
        return pdf.write(story, View(language), store, BASE, quiet)

    return one


@pytest.fixture(scope="module")
def reader(written):
    return cache(lambda language: PdfReader(io.BytesIO(written(language))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_of_every_table_is_in_the_text(reader, story, store, language):
    text = plain("".join(page.extract_text() for page in reader(language).pages))
    for told in tell(story, View(language), store, BASE):
        one = told.exhibit
        if one.tile:
            # A headline number's table is its row: what it is and what it was.
            assert plain(one.tile.value) in text
            assert plain(one.tile.before) in text
            continue
        assert one.table.rows
        # Sources that repeat are named once below the table.
        shown = [
            row[:-1] if one.table.columns[-1] == say(language, "column_source") else row
            for row in one.table.rows
        ]
        assert not [row for row in shown if plain("".join(row)) not in text], one.card.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exhibit_says_its_finding_definition_notes_and_source(reader, story, store, language):
    text = plain("".join(page.extract_text() for page in reader(language).pages))
    for one in tell(story, View(language), store, BASE):
        shown = one.exhibit
        said = [
            one.title,
            shown.card.definition[language],
            *(note.text for note in shown.notes if not shown.tile),
            one.code,
        ]
        assert not [words for words in said if plain(words) not in text], shown.card.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_numbered_and_bear_product_title_and_release(reader, story, store, language):
    pages = reader(language).pages
    for number, page in enumerate(pages, 1):
        text = plain(page.extract_text())
        assert f"{number}/{len(pages)}" in text
        assert plain(f"{say(language, 'product')} · {story.title[language]}") in text
        assert f"{store.release.number}" in text


def test_the_contents_name_the_page_on_which_each_exhibit_begins(reader, story, store):
    file = reader("kk")
    begins = [file.get_destination_page_number(one) + 1 for one in file.outline]
    contents = [line.strip() for line in file.pages[0].extract_text().splitlines()]
    for number, (one, page) in enumerate(
        zip(tell(story, View("kk"), store, BASE), begins, strict=True), 1
    ):
        assert plain(one.title) in plain(file.pages[page - 1].extract_text())
        at = contents.index(str(number))
        entry = contents[at + 1 : at + 5]
        assert str(page) in entry, (number, entry)


def test_bookmarks_and_contents_lead_to_the_exhibits(reader, story):
    file = reader("ru")
    assert [one.title.split(".")[0] for one in file.outline] == [
        str(number) for number in range(1, len(story.slides) + 1)
    ]
    inner = [
        note for note in annotations(file) if "/A" not in note or note["/A"].get("/S") == "/GoTo"
    ]
    assert len(inner) >= len(story.slides)


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_the_receipts_in_the_language_of_the_file(reader, story, store, language):
    found = {
        note["/A"]["/URI"]
        for note in annotations(reader(language))
        if "/A" in note and "/URI" in note["/A"]
    }
    assert found == {one.address for one in tell(story, View(language), store, BASE)}
    assert all(
        address.startswith(f"{BASE}r/") and address.endswith(f"?lang={language}")
        for address in found
    )


def annotations(file):
    return [note.get_object() for page in file.pages for note in page.get("/Annots", ())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_typefaces_are_embedded_in_part_and_nothing_is_a_picture(reader, language):
    file = reader(language)
    fonts = [
        font.get_object() for page in file.pages for font in page["/Resources"]["/Font"].values()
    ]
    names = {font["/BaseFont"] for font in fonts}
    assert len(names) == 2
    for font in fonts:
        assert re.match(r"/[A-Z]{6}\+", font["/BaseFont"])
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font
    assert not [page for page in file.pages if page.images]


def test_kazakh_letters_can_be_copied_out_of_the_file(reader):
    text = "".join(page.extract_text() for page in reader("kk").pages)
    assert set("әғқңөұүіӘҚӨҰҮ") <= set(text)


def test_the_typeface_has_every_sign_that_exhibits_use(store):
    texts = {path.name: path.read_text(encoding="utf-8") for path in toml_files()}
    texts |= {
        table: " ".join(
            str(cell)
            for row in store.rows(f"select * from {table}")
            for name, cell in row.items()
            if name.startswith("text_")
        )
        for table in ("events", "demands")
    }
    advances = typeface.face(typeface.REGULAR).advances
    assert not {
        (sign, name)
        for name, text in texts.items()
        for sign in set(text)
        if sign not in advances and sign != "\n"
    }


def test_the_file_says_what_it_is(reader, story, store):
    for language in LANGUAGES:
        file = reader(language)
        assert file.metadata.title == story.title[language]
        assert file.metadata.author == say(language, "product")
        assert f"{store.release.number}" in file.metadata.subject
        assert file.metadata.creation_date.date() == store.release.published
        assert file.trailer["/Root"]["/Lang"] == language


def test_the_same_release_gives_the_same_bytes_also_when_files_are_written_at_the_same_time(
    written, story, store
):
    with ThreadPoolExecutor(4) as pool:
        files = list(
            pool.map(
                lambda language: (language, pdf.write(story, View(language), store, BASE, quiet)),
                [*LANGUAGES, *LANGUAGES],
            )
        )
    assert all(file == written(language) for language, file in files)


def test_each_exhibit_is_reported_and_the_writing_can_be_stopped(story, store):
    seen = []
    pdf.write(story, View("en"), store, BASE, lambda done, every: seen.append((done, every)))
    assert seen == [(number, len(story.slides)) for number in range(1, len(story.slides) + 1)]

    class Enough(Exception):
        pass

    def stop(done, every):
        raise Enough

    with pytest.raises(Enough):
        pdf.write(story, View("en"), store, BASE, stop)


def test_a_headline_of_three_hundred_letters_and_a_missing_exhibit_do_no_harm(store, known):
    title = Words(*["Жалақы өсті, бірақ баға одан да тез өсті; " * 8] * 3)
    slides = (
        Slide("safety/gone", None),
        Slide(
            "wages/average_wage_by_region",
            known.card("wages/average_wage_by_region"),
            headline=title,
        ),
    )
    file = PdfReader(
        io.BytesIO(pdf.write(Story("own", title, slides), View("kk"), store, BASE, quiet))
    )
    text = plain("".join(page.extract_text() for page in file.pages))
    assert plain(say("kk", "no_such_exhibit", name="safety/gone")) in text
    assert plain(title["kk"]) in text
    assert not [word for page in file.pages for word in beyond(page)]


def beyond(page):
    """Return the words of a page that begin outside of it."""
    found = []

    def see(text, user, matrix, font, size):
        if text.strip() and not (
            20 <= matrix[4] + user[4] <= 560 and 20 <= matrix[5] + user[5] <= 820
        ):
            found.append(text)

    page.extract_text(visitor_text=see)
    return found


def test_what_a_view_cannot_change_is_said_on_paper_too(store):
    story = asked_story(
        {"show": "safety/accidents_by_union,wages/average_wage_by_region"}, allowed_codes(store)
    )[0]
    text = plain(
        "".join(
            page.extract_text()
            for page in PdfReader(
                io.BytesIO(pdf.write(story, View("ru", place="KZ-47"), store, BASE, quiet))
            ).pages
        )
    )
    assert plain(say("ru", "no_breakdown", what=say("ru", "by_region"))).lower() in text.lower()
    assert plain(say("ru", "highlighted", what="Мангистауская область")) in text


def test_a_table_of_hundreds_of_rows_flows_over_pages_under_repeated_heads():
    rows = tuple((f"{year}", f"{year * 7}") for year in range(1500, 2100))
    for columns in (
        ("Год", "Число"),
        ("Год", "Очень длинное название числа, которое не оставляет места второму столбцу " * 3),
    ):
        parts = grid(Table(columns, (False, True), rows, rows), frozenset())
        pages = paged(
            [Group((Whole(300, lambda *_: None, joined=True), *parts, Whole(60, lambda *_: None)))]
        )
        shown = [
            row.cells[1][0]
            for page in pages
            for part, _ in page
            if hasattr(part, "rows")
            for row in part.rows
        ]
        assert shown == [row[1] for row in rows]
        assert len(pages) > 3
        for page in pages:
            assert all(down + part.height <= HEIGHT + 10.01 for part, down in page)


def test_a_cell_longer_than_a_page_goes_on_in_further_rows():
    words = "сөз " * 4000
    parts = grid(
        Table(("Атауы", "Мазмұны"), (False, False), (("а", words.strip()),), (("а", words),)),
        frozenset(),
    )
    pages = paged([Group((Whole(40, lambda *_: None, joined=True), *parts))])
    shown = [
        line
        for page in pages
        for part, _ in page
        if hasattr(part, "rows")
        for row in part.rows
        for line in row.cells[1]
    ]
    assert " ".join(shown).split() == words.split()
    assert all(down + part.height <= HEIGHT + 10.01 for page in pages for part, down in page)


def test_sources_that_repeat_are_numbered_and_named_below_the_table():
    rows = tuple(
        (str(year), "1", "Бюро национальной статистики" if year % 2 else "Отчёт ФПРК за 2025 год")
        for year in range(2000, 2020)
    )
    table, key = grid(
        Table(("Год", "Число", "Источник"), (False, True, False), rows, rows), frozenset()
    )
    assert {row.cells[2][0] for row in table.rows} == {"[1]", "[2]"}
    assert "Бюро национальной статистики" in " ".join(key.lines)
    assert "Отчёт ФПРК за 2025 год" in " ".join(key.lines).replace("\u00a0", " ")


def test_rows_of_what_was_picked_are_bold():
    rows = (("Абай", "1"), ("Маңғыстау", "2"))
    table = grid(
        Table(("Өңір", "Саны"), (False, True), rows, rows, ("KZ-10", "KZ-47")), frozenset({"KZ-47"})
    )[0]
    assert [row.bold for row in table.rows] == [False, True]


def test_a_heading_never_stands_alone_at_the_foot_of_a_page_and_a_chart_is_never_split():
    fill = [Paragraph(tuple("x" for _ in range(lines)), 10) for lines in range(5, 55)]
    for before in fill:
        heading, chart = Whole(20, lambda *_: None, joined=True), Whole(300, lambda *_: None)
        pages = paged([Group((before,)), Group((heading, chart))])
        assert [page for page in pages if any(part is heading for part, _ in page)] == [
            page for page in pages if any(part is chart for part, _ in page)
        ]


def test_no_line_is_wider_than_its_column_and_no_word_is_lost():
    text = "Несчастные случаи на производстве https://example.org/очень/длинный/адрес/без/единого/пробела"
    for width in (30, 80, 200):
        lines = wrapped(text, width, 9)
        assert plain("".join(lines)) == plain(text)
        assert all(typeface.width(line, 9) <= width for line in lines)


def test_a_qr_code_on_paper_has_the_modules_of_the_code():
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pageCompression=0)
    pdf_scene.code(canvas, f"{BASE}r/K7Q2-M4X9T?lang=kk", 100, 500, 57)
    canvas.save()
    operations = PdfReader(io.BytesIO(buffer.getvalue())).pages[0].get_contents().operations
    matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    dark = []
    for operands, operator in operations:
        numbers = (
            [float(one) for one in operands if not isinstance(one, IndirectObject)]
            if operator in {b"cm", b"re"}
            else []
        )
        if operator == b"cm":
            a, _, _, d, e, f = numbers
            matrix = (
                a * matrix[0],
                0,
                0,
                d * matrix[3],
                e * matrix[0] + matrix[4],
                f * matrix[3] + matrix[5],
            )
        if operator == b"re":
            x, y, wide, high = numbers
            corners = [
                (matrix[0] * x + matrix[4], matrix[3] * y + matrix[5]),
                (matrix[0] * (x + wide) + matrix[4], matrix[3] * (y + high) + matrix[5]),
            ]
            dark.append((*map(min, *corners), *map(max, *corners)))
    rows = qr.modules(f"{BASE}r/K7Q2-M4X9T?lang=kk")
    unit = 57 / (len(rows) + 8)
    for line, row in enumerate(rows):
        for column, module in enumerate(row):
            x, y = 100 + (column + 4.5) * unit, 500 - (line + 4.5) * unit
            assert (
                any(left < x < right and low < y < high for left, low, right, high in dark)
                == module
            )


def test_a_scene_is_drawn_in_the_colours_of_paper_where_it_says():
    marks = (
        Box(0, 0, 100, 20, "@fprk", "@paper", 1),
        Line(((0, 30), (50, 40), (100, 30)), "@women", 2, dash=True),
        Dot(50, 60, 5, None, "@men", 2),
        Shape((((0, 70), (100, 70), (100, 100)),), "@ground", "@paper", 1, hatched=True),
        Text(100, 120, "1 227", 14, "@text", bold=True, anchor="end"),
    )
    buffer = io.BytesIO()
    pdf.fonts()
    canvas = Canvas(buffer, pageCompression=0)
    pdf_scene.scene(canvas, Scene(100, 130, marks), 50, 400, 0.5)
    canvas.save()
    page = PdfReader(io.BytesIO(buffer.getvalue())).pages[0]
    operations = page.get_contents().operations
    fills = {
        tuple(round(float(one) * 255) for one in operands)
        for operands, operator in operations
        if operator in {b"rg", b"RG"}
    }
    assert {
        tuple(bytes.fromhex(PALETTES["light"][name][1:]))
        for name in ("fprk", "women", "men", "context_line", "text")
    } <= fills
    assert ([50, 390, 50, 10], b"re") in [
        ([round(float(one)) for one in operands], operator)
        for operands, operator in operations
        if operator == b"re"
    ]
    assert [operands for operands, operator in operations if operator == b"d" and operands[0]]
    assert "1 227" in page.extract_text()


def test_a_typeface_without_kazakh_letters_is_refused(story, store, monkeypatch):
    font = TTFont(io.BytesIO(typeface.packed()))
    cut = subset.Subsetter()
    cut.populate(text="Latin and кириллица")
    cut.subset(font)
    buffer = io.BytesIO()
    font.save(buffer)
    typeface.face.cache_clear()
    monkeypatch.setattr(typeface, "packed", buffer.getvalue)
    try:
        with pytest.raises(typeface.NoTypeface, match="Ә"):
            pdf.write(replace(story, slides=story.slides[:1]), View("kk"), store, BASE, quiet)
    finally:
        typeface.face.cache_clear()
