"""A card, an area or a query that breaks the contract is refused with the file's name;
`tests/broken/cards/<fault>/` holds one each.
"""

import pytest

from app.catalogue.cards import read_card, read_catalogue
from app.catalogue.refusals import BadCard
from app.release.check import try_queries
from app.words.say import IncompleteText, words
from tests.conftest import ROOT

BROKEN = ROOT / "tests" / "broken" / "cards"
# Folder: what the message must say.
CARDS = {
    "unknown_key": "colour",
    "unknown_option": "three_d",
    "break_of_its_own": "breaks",
    "missing_language_in_title": "kk",
    "blank_language_in_definition": "ru",
    "fourth_language": "de",
    "missing_definition": "definition",
    "missing_sources": "sources",
    "no_source": "a source",
    "no_measure": "a measure",
    "unknown_chart": "pie",
    "unknown_colour": "crimson",
    "unknown_breakdown": "weather",
    "unknown_direction": "sideways",
    "case_without_a_sentence": "early",
    "sentences_with_different_numbers": "finding.value",
    "two_statements": "one select",
    "not_a_select": "one select",
    "no_comment_on_top": "comment",
    "undeclared_parameter": "place",
    "breakdown_not_asked_for": "sector",
    "no_sql": "exhibit.sql",
    "not_toml": "exhibit.toml",
}
AREAS = {"unknown_section": "nine", "orphan_sql": "forgotten"}
QUERIES = {
    "query_fails": "query_fails",
    "query_columns": "query_columns",
    "query_two_cases": "query_case",
    "query_no_case": "query_case",
    "query_same_key_twice": "query_key",
    "query_empty": "query_empty",
}


def catalogue_of(folder, tmp_path):
    (tmp_path / "area").symlink_to(BROKEN / folder)
    return read_catalogue(tmp_path)


def test_every_broken_card_is_tried():
    assert {path.name for path in BROKEN.iterdir()} == {"sound", *CARDS, *AREAS, *QUERIES}


def test_the_sound_card_from_which_the_broken_ones_are_made_is_taken(tmp_path, store):
    taken = catalogue_of("sound", tmp_path)
    assert [card.id for card in taken.cards()] == ["area/exhibit"]
    assert try_queries(taken.cards(), store.connection) == []


@pytest.mark.parametrize("fault", CARDS)
def test_a_broken_card_is_refused_and_named(fault):
    with pytest.raises((BadCard, IncompleteText)) as refused:
        read_card(BROKEN / fault / "exhibit.toml")
    assert "exhibit." in str(refused.value)
    assert CARDS[fault] in str(refused.value)


@pytest.mark.parametrize("fault", [*CARDS, *AREAS])
def test_an_area_with_a_broken_card_is_refused_as_a_whole(fault, tmp_path):
    with pytest.raises((BadCard, IncompleteText)) as refused:
        catalogue_of(fault, tmp_path)
    assert {**CARDS, **AREAS}[fault] in str(refused.value)


@pytest.mark.parametrize("fault", QUERIES)
def test_a_query_that_breaks_the_contract_is_found_when_it_is_tried(fault, tmp_path, store):
    problems = try_queries(catalogue_of(fault, tmp_path).cards(), store.connection)
    assert {(problem.file, problem.kind) for problem in problems} == {
        ("area/exhibit.sql", QUERIES[fault])
    }


@pytest.mark.parametrize(
    "entry",
    [
        {"kk": "а", "ru": "б"},
        {"kk": "а", "ru": "б", "en": "  "},
        {"kk": "а", "ru": "б", "en": "c", "fr": "d"},
        "text",
        None,
        3,
    ],
)
def test_an_entry_without_exactly_three_languages_is_refused(entry):
    with pytest.raises(IncompleteText, match=r"^here: "):
        words(entry, "here")
