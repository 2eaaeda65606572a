"""A draft or a demonstration says what it is on every page, slide, file, receipt and embed, and
never takes the place of a release for readers.
"""

import io
import json
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from app.catalogue.stories import asked_story
from app.exhibit.assemble import assemble
from app.exhibit.code import code_of, shown_by
from app.exports.csv import as_csv, figures_as_csv, rows_as_csv
from app.exports.office.workbook import as_xlsx
from app.plain import embed
from app.plain.data import as_data
from app.plain.proof import receipt_of
from app.plain.receipt_page import no_receipt_html, receipt_html
from app.release import build as building
from app.release.build import FactsRefused
from app.release.releases import MARKS, NoRelease, current, read_release
from app.screen.compose import compose, failed
from app.server.answers import file_name
from app.server.files import _WRITERS as WRITERS
from app.stage.deck import deck
from app.store.store import allowed_codes
from app.view import View
from app.words.say import LANGUAGES, say

BASE = "https://dashboard.example/"
SHOWN = "safety/deaths_by_union,safety/deaths"  # a chart and a headline number


@pytest.fixture(scope="module", params=[mark for mark in MARKS if mark])
def marked(request, store):
    """Today's store, as if its release were marked."""
    return replace(store, release=replace(store.release, mark=request.param), shelves={})


@pytest.fixture(scope="module")
def story(store, known):
    told, refused = asked_story({"show": SHOWN}, allowed_codes(store))
    assert told.slides
    assert not refused
    return told


def card_of(known):
    return known.card(SHOWN.partition(",")[0])


def said(store, language):
    return say(language, f"mark_{store.release.mark}")


def quick(step, count):
    pass


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["timeline", "sources"])
def test_every_page_has_a_band_in_its_payload_and_a_word_beside_every_release(
    marked, page, language
):
    shown = json.loads(compose(page, View(language), (), marked))
    short = say(language, f"mark_short_{marked.release.mark}")
    assert shown["release"]["mark"] == said(marked, language)
    assert short in shown["release"]["text"]
    numbers = [one["release"] for block in shown["blocks"] for one in block.get("exhibits", ())]
    assert all(short in text for text in numbers)
    assert json.loads(failed(page, View(language), marked))["release"]["mark"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stage_and_every_kind_of_file_say_it(marked, story, language):
    view = View(language)
    assert json.loads(deck(story, (), view, marked, BASE))["release"]["mark"] == said(
        marked, language
    )
    places = {"pptx": on_slides, "pdf": on_pages, "xlsx": on_sheets, "html": in_decks}
    assert set(WRITERS) == set(places), "a new kind of file: say how the mark is found in it"
    for kind, (write, _) in WRITERS.items():
        texts = list(places[kind](write(story, view, marked, BASE, quick)))
        assert texts
        for text in texts:
            assert said(marked, language) in plain(text), (kind, text[:300])
        name = file_name("safety/deaths", view, marked, kind)
        assert marked.release.mark in name


def plain(text):
    return " ".join(text.replace("\u00a0", " ").split())


def on_slides(content):
    for slide in Presentation(io.BytesIO(content)).slides:
        yield " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def on_pages(content):
    for page in PdfReader(io.BytesIO(content)).pages:
        yield page.extract_text()


def on_sheets(content):
    for sheet in load_workbook(io.BytesIO(content)):
        yield " ".join(
            str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell
        )
        yield sheet.oddHeader.center.text


def in_decks(content):
    yield content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_to_take_along_say_it(marked, known, language):
    view = View(language)
    one = assemble(card_of(known), view, marked)
    texts = [
        as_csv(one, view, marked).decode("utf-8-sig"),
        figures_as_csv([], ["a"], language, marked).decode("utf-8-sig"),
        rows_as_csv([["a"]], language, marked).decode("utf-8-sig"),
        *on_sheets(as_xlsx(one, view, marked)),
    ]
    assert all(said(marked, language) in plain(text) for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_embeds_and_receipts_say_it_to_readers_and_to_programs(
    marked, known, monkeypatch, language
):
    card, view = card_of(known), View(language)
    code = code_of(card, view, marked.release.number)
    monkeypatch.setattr("app.plain.proof.open_release", lambda number: marked)
    monkeypatch.setattr("app.plain.receipt_page.current", lambda: marked.release)
    receipt = receipt_of(shown_by(code), card, language, BASE)
    texts = [
        embed.page(assemble(card, view, marked), view, marked, base=BASE, code=code),
        receipt_html(receipt),
        no_receipt_html("–", [], [], language, BASE),
    ]
    band = f'<p class="band" role="note"><b>{said(marked, language)}</b></p>'
    assert all(band in text for text in texts)
    data = as_data(receipt)
    assert data["mark"] == said(marked, language)
    assert data["release"]["mark"] == marked.release.mark


def test_what_is_for_readers_says_nothing_of_the_kind(store, story):
    texts = [
        compose("timeline", View("en"), (), store).decode(),
        deck(story, (), View("en"), store, BASE).decode(),
        rows_as_csv([["a"]], "en", store).decode(),
    ]
    words = [say("en", f"mark_{kind}{mark}") for mark in MARKS if mark for kind in ("", "short_")]
    assert not [word for word in words for text in texts if word in text]


@pytest.fixture
def quick_builds(own_data, monkeypatch):
    """A data folder of its own, in which a build takes today's tables for checked."""
    import pyarrow as pa

    monkeypatch.setattr(building, "checked", lambda: ({"figures": pa.table({"a": [1]})}, []))
    return own_data


def test_a_marked_release_wants_a_folder_of_its_own(quick_builds):
    first, _ = building.build()
    pointer = quick_builds / "releases" / "current"
    before = pointer.read_bytes()
    for mark in ("draft", "demonstration"):
        with pytest.raises(FactsRefused) as refused:
            building.build(mark)
        for language in LANGUAGES:
            told = refused.value.problems[0].say(language)
            assert "0001" in told
            assert "UNION_INDICATORS_DATA" in told
    assert pointer.read_bytes() == before
    assert current() == first


def test_nor_does_one_for_readers_stand_among_drafts(quick_builds):
    assert building.build("draft")[0].mark == "draft"
    assert not building.build("draft")[1], "unchanged facts make no new release"
    for mark in ("", "demonstration", "nonsense"):
        with pytest.raises(FactsRefused):
            building.build(mark)
    assert current().mark == "draft"


def test_a_mark_that_nobody_knows_is_not_read_as_none(quick_builds):
    built, _ = building.build("draft")
    manifest = built.folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"draft"', '"drafted"'), encoding="utf-8")
    with pytest.raises(NoRelease):
        read_release(built.number)


def test_a_release_of_before_there_were_marks_has_none(quick_builds):
    built, _ = building.build()
    manifest = built.folder / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8"))
    del told["mark"]
    manifest.write_text(json.dumps(told), encoding="utf-8")
    assert read_release(built.number).mark == ""
