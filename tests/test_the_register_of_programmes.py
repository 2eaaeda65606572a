"""Every system and programme that the documents name stands in one register, with what is known of
it or the words that nothing is published.
"""

import csv
import json
import re
import shutil

import duckdb
import pytest

from app.catalogue.cards import catalogue
from app.facts.read import read_facts
from app.facts.tables import PROGRAMMES
from app.screen.compose import compose
from app.screen.programmes import programmes, programmes_of
from app.store.store import Store
from app.view import View
from app.words.places import locator
from app.words.say import LANGUAGES, say
from tests.conftest import ROOT

# Counted in the documents, section by section: names in each (the first part of the place).
NAMED = {
    "fprk_report_2025": {
        "introduction": 11,
        "1": 3,
        "1.1": 13,
        "1.2": 18,
        "1.3": 30,
        "2.1": 33,
        "2.2": 5,
        "2.3": 24,
        "2.4": 8,
        "3.1": 10,
        "3.2": 5,
        "4.1": 4,
        "4.3": 15,
        "4.4": 15,
        "4.5": 18,
        "4.6": 15,
        "5.1": 9,
        "5.2": 15,
        "5.3": 1,
    },
}
# What a reader looked for in vain before there was a register.
MISSED = (
    "international_programme",
    "social_tension_plan",
    "conflict_algorithm",
    "discrepancies_map",
    "mining_risk_map",
    "ecollab_osh",
    "enbek_platform",
)


def rows(store):
    return store.rows("select * from programmes")


def sections(store, document):
    """Return how many names each section of a document has: `3.2.1` belongs to `3.2`."""
    found: dict[str, set[str]] = {}
    for row in rows(store):
        if row["source"] == document:
            section = re.match(r"\d+(\.\d+)?|[A-Za-z]+", row["locator"]).group()
            found.setdefault(section, set()).add(row["programme"])
    return {section: len(names) for section, names in found.items()}


def table(page, language, store, title):
    blocks = json.loads(compose(page, View(language), (), store))["blocks"]
    return next((one for one in blocks if one.get("title") == say(language, title)), None)


def test_every_section_of_the_report_names_as_many_programmes_as_were_counted(store):
    for document, named in NAMED.items():
        assert sections(store, document) == named


def test_all_five_documents_are_in_the_register_and_hold_well_over_a_hundred_names(store):
    assert {row["source"] for row in rows(store)} == {
        "fprk_report_2025",
        "asm_rf_programme_2020",
        "machine_builders_international",
        "almaty_declaration",
        "fprk_elections_2023",
    }
    assert len(programmes(store)) > 200
    assert len({one.code for one in programmes(store)}) == len(programmes(store))


def test_what_was_neither_shown_nor_marked_is_in_the_register(store):
    known = {one.code: one for one in programmes(store)}
    assert all(not known[code].exhibits for code in MISSED)
    series = {row["programme"] for row in rows(store) if row["kind"] == "media"}
    assert len(series) >= 8


def test_no_two_programmes_have_one_name_and_every_name_is_of_its_language(store):
    found = programmes(store)
    for language in LANGUAGES:
        assert len({one.name[language] for one in found}) == len(found)
    for one in found:
        assert not re.search("[а-яёәіңғүұқөһ]", one.name.en, re.IGNORECASE), one.code
        # Proper names keep their letters: «Еңбек».
        assert not re.search("[әңғүұқөһі]", re.sub("«[^»]*»", "", one.name.ru)), one.code
        assert max(len(one.name[language]) for language in LANGUAGES) <= 120, one.code


def test_every_place_of_a_name_is_said_in_words_of_each_language(store):
    for row in rows(store):
        for part in re.split(r"[,;] ", row["locator"]):
            assert re.fullmatch(r"\S*[\d._/]\S*", part) or locator(part, "kk") != part, part


def test_an_exhibit_of_a_programme_is_there_and_every_code_of_kind_and_runner_is_used(store):
    known = catalogue()
    assert all(known.card(card_id) for one in programmes(store) for card_id in one.exhibits)
    for prefix, used in (
        ("programme_", {one.kind for one in programmes(store)}),
        ("runner_", {code for one in programmes(store) for code in one.run_by}),
    ):
        assert {f"{prefix}{code}" for code in used} == {
            code for code in known.series if code.startswith(prefix)
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_every_programme_once_and_says_where_nothing_is_published(language, store):
    whole = table("programmes", language, store, "programmes_all")
    assert whole["search"]
    assert sorted(row[0] for row in whole["rows"]) == sorted(
        one.name[language] for one in programmes(store)
    )
    silent = say(language, "programmes_no_figures")
    assert sum(row[4] == silent for row in whole["rows"]) == sum(
        not one.exhibits for one in programmes(store)
    )
    assert all(row[-1] and row[2] for row in whole["rows"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_area_shows_its_own_programmes_and_one_without_any_shows_no_table(language, store):
    for area in catalogue().areas:
        mine = {one.name[language] for one in programmes(store) if one.area == area.id}
        shown = programmes_of(area.id, View(language), store)
        assert [{row[0] for row in one.rows} for one in shown] == ([mine] if mine else [])


def test_the_table_of_an_area_stands_on_its_page(store):
    shown = table("youth", "kk", store, "programmes_of_area")
    assert shown["search"]
    assert table("timeline", "kk", store, "programmes_of_area") is None


def test_a_release_from_before_the_register_has_no_programmes(store):
    older = Store(store.release, duckdb.connect())
    assert programmes(older) == ()


FAULTS = {
    "unknown_kind": ({"kind": "wish"}, "unknown_code", "kind = wish"),
    "unknown_area": ({"area": "astrology"}, "unknown_code", "area = astrology"),
    "unknown_runner": ({"run_by": "fprk my_neighbour"}, "unknown_code", "run_by = my_neighbour"),
    "nobody_runs_it": ({"run_by": ""}, "unknown_code", "run_by ="),
    "since_some_day": ({"since": "some day"}, "bad_period", "since = some day"),
    "unknown_exhibit": ({"exhibits": "safety/none"}, "unknown_code", "safety/none"),
    "two_languages": ({"name_kk": ""}, "missing_language", "name"),
    "no_place": ({"locator": ""}, "no_locator", ""),
    "unknown_source": ({"source": "my_neighbour"}, "unknown_source", "my_neighbour"),
}


def faults_of(tmp_path, known, lines):
    folder = tmp_path / "sources"
    (folder / "tried").mkdir(parents=True)
    for name in ("fprk_report_2025", "published"):
        (folder / name).mkdir()
        for path in (ROOT / "data" / "sources" / name).glob("sources*.csv"):
            shutil.copy(path, folder / name / path.name)
    with (folder / "tried" / "programmes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, PROGRAMMES)
        writer.writeheader()
        writer.writerows(lines)
    return read_facts(folder, known).problems


def one_line(**changes):
    line = {
        "programme": "tried",
        "kind": "project",
        "name_kk": "Сынақ",
        "name_ru": "Проверка",
        "name_en": "Test",
        "run_by": "fprk",
        "since": "2025",
        "area": "safety",
        "source": "fprk_report_2025",
        "locator": "1.1, text",
        "exhibits": "",
    }
    return line | changes


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_row_is_named_with_file_and_line(fault, tmp_path, known):
    changes, kind, detail = FAULTS[fault]
    problems = faults_of(tmp_path, known, [one_line(**changes)])
    assert any(
        problem.kind == kind and detail in problem.detail and problem.line == 2
        for problem in problems
    )


def test_rows_of_one_programme_that_say_different_things_are_refused(tmp_path, known):
    lines = [one_line(), one_line(locator="1.2, text", since="2024")]
    [problem] = faults_of(tmp_path, known, lines)
    assert (problem.kind, problem.detail) == ("programme_differs", "tried: since")


def test_a_row_that_is_right_has_no_fault(tmp_path, known):
    assert faults_of(tmp_path, known, [one_line(), one_line(locator="1.2, text")]) == []
