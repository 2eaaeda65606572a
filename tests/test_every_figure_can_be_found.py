"""The explorer finds every figure by words in three languages, by code, section and number, and
leads to the exhibit that shows it.
"""

import csv
import io
import json

import pytest
from starlette.requests import Request

from app.across.explorer import FIGURES, STATISTICS, Question, entries, fold, found
from app.across.shown import shown
from app.screen.explorer import figures_found
from app.server.downloads import figures, figures_file
from app.view import View
from app.words.say import LANGUAGES


def ask(route, query):
    return route(
        Request(
            {
                "type": "http",
                "method": "GET",
                "path": "/",
                "headers": [],
                "query_string": query.encode(),
            }
        )
    )


def test_every_figure_and_statistic_is_there_once(store):
    counted = store.rows(
        "select (select count(*) from figures) + (select count(*) from statistics) as rows"
    )[0]["rows"]
    assert len(entries(store)) == counted


def test_every_figure_of_the_documents_leads_to_an_exhibit(store):
    lost = sorted(
        {
            (entry.row["measure"], entry.row["locator"])
            for entry in entries(store)
            if entry.row["kind"] == FIGURES and not entry.cards
        }
    )
    assert lost == []


def test_every_statistic_leads_to_an_exhibit(store):
    lost = sorted(
        {
            entry.row["measure"]
            for entry in entries(store)
            if entry.row["kind"] == STATISTICS and not entry.cards
        }
    )
    assert lost == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Трудовые конфликты Мангистауская"),
        ("kk", "еңбек жанжалы маңғыстау"),
        ("en", "labour conflicts mangystau"),
        ("ru", "KZ-47 labour_conflicts"),
        ("en", "ЖАНЖАЛ маңғыстау 2025"),
    ],
)
def test_words_of_any_language_and_codes_find_the_same_figure(language, words, store):
    hits = found(Question(words), View(language), store)
    assert any(
        entry.row["measure"] == "labour_conflicts"
        and entry.row["place"] == "KZ-47"
        and entry.row["value"] == 29
        for entry in hits
    )


def test_a_section_and_a_number_are_found(store):
    assert all(
        "3.2.5" in entry.row["locator"] or "3.2.5" in entry.words
        for entry in found(Question("3.2.5", FIGURES), View("ru"), store)
    )
    assert any(
        entry.row["value"] == 448516 for entry in found(Question("448516"), View("ru"), store)
    )


def test_filters_narrow_and_hostile_words_find_nothing(store):
    everything = found(Question(), View("ru"), store)
    assert len(found(Question(kind=FIGURES), View("ru"), store)) + len(
        found(Question(kind=STATISTICS), View("ru"), store)
    ) == len(everything)
    assert {
        entry.row["place"] for entry in found(Question(), View("ru", place="KZ-10"), store)
    } == {"KZ-10"}
    assert (
        max(
            entry.row["period"][:4] for entry in found(Question(), View("ru", period="2015"), store)
        )
        <= "2015"
    )
    assert {
        entry.row["sector"] for entry in found(Question(), View("ru", sector="health"), store)
    } <= {"health", "Q"}
    for words in (
        "'; drop table figures; --",
        "<script>alert(1)</script>",
        "%",
        "\x00",
        "нет такого слова",
    ):
        assert found(Question(words), View("ru"), store) == [] or words == "%"


def test_kazakh_letters_may_be_typed_on_a_russian_keyboard():
    assert fold("Өңір ҚАЛАСЫ") == fold("Онир каласы")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_the_answer_has_a_hundred_rows_and_goes_on(language, store):
    first, second = (
        figures_found(Question(), View(language), store),
        figures_found(Question(), View(language), store, 100),
    )
    assert len(first.rows) == len(second.rows) == 100
    assert first.rows != second.rows
    assert all(len(row) == 7 for row in first.rows)


@pytest.mark.usefixtures("store")
def test_the_server_answers_words_and_nonsense_alike():
    assert json.loads(ask(figures, "lang=en&q=strikes&kind=figures").body)["count"] > 0
    for query in (
        "start=-1",
        "start=99999999999999",
        "start=x",
        "start=%C2%B2",
        "kind=tables",
        "region=KZ-00",
        "q=" + "a" * 5000,
        "lang=xx",
    ):
        answer = ask(figures, query)
        assert answer.status_code == 200
        assert json.loads(answer.body)["rows"] is not None


@pytest.mark.parametrize(("language", "delimiter"), [("kk", ";"), ("ru", ";"), ("en", ",")])
def test_the_file_holds_what_was_found_in_words_and_codes(store, language, delimiter):
    answer = ask(figures_file, f"lang={language}&q=labour_conflicts&region=KZ-47")
    rows = list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig")), delimiter=delimiter))
    assert len(rows) == 1 + len(
        found(Question("labour_conflicts"), View(language, place="KZ-47"), store)
    )
    assert all(row[rows[0].index("place")] == "KZ-47" for row in rows[1:])
    assert "attachment" in answer.headers["content-disposition"]


def test_a_number_leads_to_no_chart_that_shows_the_country_in_its_place(store):
    answer = figures_found(Question("average_monthly_wage Здравоохранение"), View("ru"), store)
    assert answer.count > 0
    assert {row[-1] for row in answer.rows} == {""}


@pytest.mark.parametrize(
    ("words", "place"), [("unemployment_rate 2019", "KZ-47"), ("average_monthly_wage", "KZ-23")]
)
def test_the_link_of_a_region_s_number_leads_to_an_exhibit_that_tells_of_it(store, words, place):
    country = View("ru")
    asked = [one for one in found(Question(words), country, store) if one.row["place"] == place]
    assert asked
    for entry in asked:
        drawn = shown(entry, country, store)
        if drawn is not None:
            assert place in {one["place"] for one in store.read(*drawn)}, drawn[0].id
