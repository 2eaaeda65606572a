"""The explorer finds every figure by words in three languages, by code, section and number, the most
relevant first, and leads to the exhibit that shows it.
"""

import csv
import io
import json
import re
import time

import pytest
from starlette.requests import Request

from app.across.explorer import FIGURES, STATISTICS, entries, value_in_words
from app.across.search import Question, found
from app.across.shown import shown
from app.catalogue.cards import catalogue
from app.exhibit.code import code_of
from app.exhibit.names import name_of
from app.screen.explorer import figures_found
from app.server.downloads import figures, figures_file
from app.view import View
from app.words.say import LANGUAGES, say


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
    hits = found(Question(words), View(language), store).entries
    assert any(
        entry.row["measure"] == "labour_conflicts"
        and entry.row["place"] == "KZ-47"
        and entry.row["value"] == 29
        for entry in hits
    )


def test_a_section_is_found(store):
    hits = found(Question("3.2.1", FIGURES), View("ru"), store).entries
    assert hits
    assert all("3.2.1" in entry.row["locator"] for entry in hits)


def test_filters_narrow_and_hostile_words_find_nothing(store):
    def everything(kind="", **view):
        return found(Question(kind=kind), View("ru", **view), store).entries

    assert len(everything(FIGURES)) + len(everything(STATISTICS)) == len(everything())
    assert {entry.row["place"] for entry in everything(place="KZ-10")} == {"KZ-10"}
    assert max(entry.row["period"][:4] for entry in everything(period="2015")) <= "2015"
    assert {entry.row["sector"] for entry in everything(sector="health")} <= {"health", "Q"}
    for words in (
        "'; drop table figures; --",
        "<script>alert(1)</script>",
        "%",
        "()[]{}\\\\*?",
        "\x00",
        "нет такого слова",
    ):
        assert not found(Question(words), View("ru"), store).entries


def test_without_words_the_figures_stand_in_the_order_of_the_documents(store):
    assert tuple(found(Question(), View("ru"), store).entries) == entries(store)


# What people type: the measure, value and period of the first answer.
FIRST = [
    ("минимальная зарплата 2026", "minimum_wage", 85000, "2026"),
    ("МЗП 2026", "minimum_wage", 85000, "2026"),
    ("заработной платы минимальный размер", "minimum_wage", 85000, "2026"),
    ("ең төменгі жалақы 2024", "minimum_wage", 85000, "2024"),
    ("ен томенги жалакы", "minimum_wage", 85000, "2026"),
    ("minimum wage", "minimum_wage", 85000, "2026"),
    ("1 227", "accidents", 1227, "2025"),
    ("1\u00a0227", "accidents", 1227, "2025"),
    ("1\u202f227", "accidents", 1227, "2025"),
    ("1227", "accidents", 1227, "2025"),
    ("1,227", "accidents", 1227, "2025"),
    ("НС в 2025 году", "accidents", 1227, "2025"),
    ("несчастных случаев 2025", "accidents", 1227, "2025"),
    ("жазатайым оқиғалардың 2025 жылы", "accidents", 1227, "2025"),
    ("24 %", "pay_gap_stated", 24, "2025"),
    ("24%", "pay_gap_stated", 24, "2025"),
    ("24 пайыз", "pay_gap_stated", 24, "2025"),
    ("448 516", "fprk_members", 448516, "2025"),
    ("448,5 тыс.", "fprk_members", 448516, "2025"),
    ("2 млн", "fprk_members", 2000000, "2026"),
    ("2,3 млрд", "arrears_identified_ytd", 2300, "2025"),
    ("конфликты в Мангистау 2025", "labour_conflicts", 29, "2025"),
    ("еңбек жанжалдары Маңғыстауда", "labour_conflicts", 29, "2025"),
    ("labour conflicts Mangystau", "labour_conflicts", 29, "2025"),
    ("labor conflict mangystau region", "labour_conflicts", 29, "2025"),
    ("забастовок", "strikes", 5, "2025"),
    ("ереуил", "strikes", 5, "2025"),
    ("strike 2025", "strikes", 5, "2025"),
    ("колдоговор", "collective_agreements", 169895, "2025"),
    ("коллективных договоров", "collective_agreements", 169895, "2025"),
    ("ұжымдық шарт", "collective_agreements", 169895, "2025"),
    ("смертность 2025", "deaths", 181, "2025"),
    ("41 погибший", "deaths", 41, "2025"),
    ("безработица Алматы 2024", "unemployment_rate", 4.6, "2024"),
    ("Алматыдағы жұмыссыздық 2024", "unemployment_rate", 4.6, "2024"),
    ("unemployment in Almaty 2024", "unemployment_rate", 4.6, "2024"),
    ("безработица молодёжи", "youth_unemployment_rate", 2.9, "2026-Q2"),
    ("молодежи безработицы", "youth_unemployment_rate", 2.9, "2026-Q2"),
    ("зарплата образования 2026", "average_monthly_wage", 315100, "2026-Q1"),
    ("1-й квартал 2026 зарплата", "average_monthly_wage", 461486, "2026-Q1"),
    ("salaries Q1 2026", "average_monthly_wage", 461486, "2026-Q1"),
    ("инфляция", "cpi_dec_dec", 112.3, "2025"),
    ("конвенция 131", "ilo_convention_in_focus", 1, "2025"),
    ("заработн", "minimum_wage", 85000, "2026"),
]


@pytest.mark.parametrize(("typed", "measure", "value", "period"), FIRST)
def test_what_people_type_finds_first_what_they_mean(typed, measure, value, period, store):
    row = found(Question(typed), View("ru"), store).entries[0].row
    assert (row["measure"], row["value"], row["period"]) == (measure, value, period)


def test_a_number_finds_itself_and_nothing_that_only_contains_its_digits(store):
    for typed in ("1 227", "1227", "1,227", "448516", "382 279"):
        hits = found(Question(typed), View("en"), store).entries
        digits = "".join(sign for sign in typed if sign.isdigit())
        assert hits
        for entry in hits:
            shown = value_in_words(entry.row, "en", catalogue()).partition(" ")[0]
            assert "".join(sign for sign in shown if sign.isdigit()) == digits


def test_a_share_finds_shares_the_exact_ones_first(store):
    values = [entry.row["value"] for entry in found(Question("24 %"), View("ru"), store).entries]
    exact = values.count(24)
    assert 0 < exact < len(values)
    assert values[:exact] == [24] * exact
    assert all(23.5 <= abs(value) <= 24.5 for value in values)


def test_words_in_the_title_come_before_words_elsewhere_and_the_newest_comes_first(store):
    hits = found(Question("зарплата"), View("ru"), store).entries
    known = catalogue()
    titles = [
        " ".join(
            name_of(known, kind, entry.row[kind], "ru", full=True) for kind in ("measure", "series")
        )
        for entry in hits
    ]
    titled = [re.search("зарплат|заработн|оплат", title.lower()) is not None for title in titles]
    assert titled[:100] == [True] * 100
    assert not all(titled)
    years = [entry.row["period"][:4] for entry in hits[:100]]
    assert years == sorted(years, reverse=True)


@pytest.mark.parametrize(
    ("typed", "column", "codes", "told"),
    [
        ("забастовки в Мангистау", "place", {"KZ-47"}, "Мангистауская область"),
        ("Мангистауской области", "place", {"KZ-47"}, "Мангистауская область"),
        ("мангыстау облысы", "place", {"KZ-47"}, "Мангистауская область"),
        ("Алматы", "place", {"KZ-75"}, "г. Алматы"),
        ("Almaty region", "place", {"KZ-19"}, "Алматинская область"),
        ("зарплата ЗКО", "place", {"KZ-27"}, "Западно-Казахстанская область"),
        ("Абай", "place", {"KZ-10"}, "область Абай"),
        ("зарплата образования", "sector", {"education", "P"}, "Образование"),
        ("wages in construction", "sector", {"construction", "E", "F"}, "Строительство"),
        ("погибшие 2024 г.", "period", {"2024"}, "2024"),
        ("погибшие 2021-2023", "period", {"2021", "2022", "2023"}, "2021–2023"),
    ],
)
def test_names_and_years_in_the_words_narrow_and_the_answer_says_so(
    typed, column, codes, told, store
):
    hits = found(Question(typed), View("ru"), store).entries
    assert hits
    assert {
        entry.row[column][:4] if column == "period" else entry.row[column] for entry in hits
    } <= (codes)
    assert told in figures_found(Question(typed), View("ru"), store).said


def test_four_digits_that_are_no_year_of_a_figure_are_a_value(store):
    assert found(Question("2046"), View("ru"), store).entries[0].row["value"] == 2046


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_found_says_what_to_try(language, store):
    answer = figures_found(Question("qqq"), View(language), store)
    assert (answer.count, answer.said) == (0, say(language, "figures_none"))


def test_a_receipts_code_leads_to_the_receipt(store):
    view = View("en", place="KZ-47")
    card = catalogue().card("safety/deaths_by_union")
    code = code_of(card, view, 1)
    for typed in (code, code.lower(), f" {code.replace('-', ' ')} "):
        answer = figures_found(Question(typed), view, store)
        assert answer.receipt.href == f"./r/{code}?lang=en"
        assert code in answer.receipt.text
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    for typed in (wrong, "100 000 000", "1234567890", "unemployment", ""):
        assert figures_found(Question(typed), view, store).receipt is None


def test_a_search_takes_less_than_fifty_milliseconds(store):
    figures_found(Question("зарплата"), View("ru"), store)
    for typed, *_ in (*FIRST, ("зарплата",), ("",), ("%",), ("а " * 100,)):
        taken = []
        for _ in range(3):
            start = time.thread_time()
            figures_found(Question(typed), View("ru"), store)
            taken.append(time.thread_time() - start)
        assert min(taken) < 0.05, typed


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
        found(Question("labour_conflicts"), View(language, place="KZ-47"), store).entries
    )
    assert all(row[rows[0].index("place")] == "KZ-47" for row in rows[1:])
    assert "attachment" in answer.headers["content-disposition"]


def test_a_number_leads_to_no_chart_that_shows_the_country_in_its_place(store):
    answer = figures_found(Question("average_monthly_wage Здравоохранение"), View("ru"), store)
    assert answer.count > 0
    assert {row[-1].page for row in answer.rows} == {"sources"}
    assert {row[-1].text for row in answer.rows} == {say("ru", "figures_not_shown")}


def test_a_number_that_no_exhibit_shows_says_so_and_a_printed_share_leads_to_its_counts(store):
    """The nearest exhibit would be taken for the one that shows it."""
    country = View("en")
    every = [one for one in entries(store) if one.row["place"] == "KZ"]
    told = {one.row["measure"]: shown(one, country, store) for one in every[:400]}
    assert told["deaths"].itself
    assert told["deaths_share"].card.id == "safety/accidents_by_union"
    assert not told["deaths_share"].itself
    for entry in every[:400:7]:
        where = shown(entry, country, store)
        if where and where.itself:
            values = [row["value"] for row in store.read(where.card, where.view)]
            assert entry.row["value"] in values


@pytest.mark.parametrize(
    ("words", "place"), [("unemployment_rate 2019", "KZ-47"), ("average_monthly_wage", "KZ-23")]
)
def test_the_link_of_a_region_s_number_leads_to_an_exhibit_that_tells_of_it(store, words, place):
    country = View("ru")
    asked = [
        one for one in found(Question(words), country, store).entries if one.row["place"] == place
    ]
    assert asked
    for entry in asked:
        where = shown(entry, country, store)
        if where is not None:
            places = {one["place"] for one in store.read(where.card, where.view)}
            assert place in places, where.card.id
