"""`python -m app.catalogue new` lays two files that no release takes before they are written, and
refuses what cannot be laid in the language asked for.
"""

import re
import shutil
import tomllib

import pytest

from app.catalogue.__main__ import main
from app.catalogue.cards import read_card, read_catalogue
from app.catalogue.new import CannotLay, lay
from app.catalogue.refusals import BadCard
from app.paths import QUERIES
from app.words.say import LANGUAGES, IncompleteText, say
from tests.exhibits import CARD_IDS

LIKE = "employment/unemployment_over_time"
KINDS = {"section": "unemployed", "chart": "trend", "unit": "percent", "better": "lower"}


@pytest.fixture
def queries(tmp_path):
    """Two areas of the project that a test may add to."""
    for area in ("employment", "wages"):
        shutil.copytree(QUERIES / area, tmp_path / area)
    return tmp_path


def blank_words(entry):
    """Return every text of a card in a language."""
    for key, value in entry.items():
        if isinstance(value, dict):
            yield from blank_words(value)
        elif isinstance(value, list):
            yield from (
                text for item in value if isinstance(item, dict) for text in blank_words(item)
            )
        elif key in LANGUAGES:
            yield value


def write_all(sql, toml):
    """Write what the command leaves to be written."""
    sql.write_text(f"-- What is asked.\n{sql.read_text(encoding='utf-8')}", encoding="utf-8")
    text = toml.read_text(encoding="utf-8")
    toml.write_text(re.sub(r'""  # (.*)$', r'"\1"', text, flags=re.MULTILINE), encoding="utf-8")


def test_machinery_is_copied_and_every_word_is_blank(queries):
    sql, toml = lay("employment/jobs_lost", LIKE, queries)
    card = tomllib.loads(toml.read_text(encoding="utf-8"))
    assert {key: card[key] for key in KINDS} == KINDS
    found = list(blank_words(card))
    assert len(found) > 20
    assert set(found) == {""}
    asked = (QUERIES / f"{LIKE}.sql").read_text(encoding="utf-8")
    assert asked.endswith(sql.read_text(encoding="utf-8"))


def test_it_stands_last_in_its_section_under_an_order_of_its_own(queries):
    _, toml = lay("employment/jobs_lost", LIKE, queries)
    laid = tomllib.loads(toml.read_text(encoding="utf-8"))
    others = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in (queries / "employment").glob("[!_]*.toml")
        if path != toml
    ]
    assert laid["order"] > max(
        card["order"] for card in others if card["section"] == laid["section"]
    )


def test_the_front_page_is_not_made_longer_by_a_copy(queries):
    like = next(
        card
        for card in CARD_IDS
        if card.startswith("wages/") and "front = true" in (QUERIES / f"{card}.toml").read_text()
    )
    _, toml = lay("wages/another_headline", like, queries)
    assert tomllib.loads(toml.read_text(encoding="utf-8"))["front"] is False


def test_in_another_area_the_section_has_to_be_chosen_from_those_there(queries):
    _, toml = lay("wages/jobs_lost", LIKE, queries)
    text = toml.read_text(encoding="utf-8")
    assert tomllib.loads(text)["section"] == ""
    sections = tomllib.loads((queries / "wages/_area.toml").read_text(encoding="utf-8"))["sections"]
    line = next(line for line in text.splitlines() if line.startswith("section"))
    assert all(section["id"] in line for section in sections)


def test_what_was_laid_is_refused_until_the_question_says_what_it_asks(queries):
    _, toml = lay("employment/jobs_lost", LIKE, queries)
    with pytest.raises(BadCard, match=r"employment/jobs_lost\.sql: a comment on top"):
        read_card(toml)


def test_what_was_laid_is_refused_until_the_words_are_there_in_three_languages(queries):
    sql, toml = lay("employment/jobs_lost", LIKE, queries)
    sql.write_text(f"-- What is asked.\n{sql.read_text(encoding='utf-8')}", encoding="utf-8")
    with pytest.raises(IncompleteText, match=r"employment/jobs_lost\.toml .*kk, ru, en missing"):
        read_card(toml)


def test_once_written_it_is_an_exhibit_like_any_other(queries):
    write_all(*lay("employment/jobs_lost", LIKE, queries))
    card = read_catalogue(queries).card("employment/jobs_lost")
    assert card is not None
    assert card.title.en == read_card(QUERIES / f"{LIKE}.toml").title.en


@pytest.mark.parametrize("like", CARD_IDS[::25])
def test_it_can_be_laid_after_an_exhibit_of_any_area(like, tmp_path):
    area = like.partition("/")[0]
    shutil.copytree(QUERIES / area, tmp_path / area)
    write_all(*lay(f"{like}_again", like, tmp_path))
    assert (
        read_card(tmp_path / f"{like}_again.toml").chart
        == read_card(QUERIES / f"{like}.toml").chart
    )


REFUSED = {
    "lay_bad_name": ("Employment/jobs", LIKE),
    "lay_unknown_area": ("weather/jobs", LIKE),
    "lay_unknown_exhibit": ("employment/jobs", "employment/no_such"),
    "lay_taken": (LIKE, LIKE),
}


@pytest.mark.parametrize("key", REFUSED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_laid_is_refused_in_the_language_asked_for(key, language, queries, capsys):
    exhibit, like = REFUSED[key]
    before = sorted(queries.rglob("*"))
    assert main(["new", exhibit, "--like", like, "--lang", language], queries) == 1
    said = capsys.readouterr().err
    assert said.startswith(say(language, key, detail="").split("{")[0][:20])
    assert (like if key == "lay_unknown_exhibit" else exhibit.split("/")[0]) in said
    assert sorted(queries.rglob("*")) == before


@pytest.mark.parametrize(
    "name",
    [
        "employment",
        "employment/",
        "/jobs",
        "../jobs",
        "employment/../x",
        "employment/a-b",
        "a/b/c",
        "employment/_area",
        "жұмыс/бар",
        "",
    ],
)
def test_a_name_that_is_no_name_is_refused_whichever_it_is(name, queries):
    for pair in ((name, LIKE), ("employment/jobs_lost", name)):
        with pytest.raises(CannotLay, match="lay_bad_name"):
            lay(*pair, queries)


@pytest.mark.parametrize("ending", [".sql", ".toml"])
def test_a_file_that_is_there_is_never_written_over(ending, queries):
    there = queries / f"employment/jobs_lost{ending}"
    there.write_text("mine", encoding="utf-8")
    with pytest.raises(CannotLay, match="lay_taken"):
        lay("employment/jobs_lost", LIKE, queries)
    assert there.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_says_where_the_files_are_and_what_comes_next(language, queries, capsys):
    assert main(["new", "employment/jobs_lost", "--like", LIKE, "--lang", language], queries) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.rpartition("/")[2] for line in said[:2]] == ["jobs_lost.sql", "jobs_lost.toml"]
    assert said[2] == say(language, "lay_next")
