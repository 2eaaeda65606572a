"""Facts with a fault are named, file and line, in the reader's language; the current release stays
as it was.

`tests/broken/facts/<fault>/` holds the file at fault, and what it needs to be at fault alone; it is
laid beside today's facts, which are sound.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.facts.problems import Problem, mixed_alphabets
from app.facts.read import read_facts
from app.release.__main__ import main
from app.release.build import FactsRefused, build
from app.release.releases import current
from app.words.say import LANGUAGES
from tests.conftest import ROOT, few_facts

BROKEN = ROOT / "tests" / "broken" / "facts"
# Folder: file, line, kind of the fault, what the message must name.
FAULTS = {
    "missing_column": ("figures.csv", 1, "missing_column", "unit"),
    "unknown_column": ("figures.csv", 1, "unknown_column", "remark"),
    "text_instead_of_number": ("figures.csv", 3, "not_a_number", "many"),
    "number_with_spaces": ("figures.csv", 3, "not_a_number", "1 186"),
    "number_with_decimal_comma": ("figures.csv", 3, "not_a_number", "30,3"),
    "number_not_a_number": ("figures.csv", 3, "not_a_number", "nan"),
    "unknown_place": ("figures.csv", 3, "unknown_code", "KZ-99"),
    "unknown_sector": ("figures.csv", 3, "unknown_code", "astronautics"),
    "unknown_series": ("figures.csv", 3, "unknown_code", "on_sundays"),
    "unknown_measure": ("figures.csv", 3, "unknown_code", "happiness"),
    "unknown_unit": ("figures.csv", 3, "unknown_code", "bushels"),
    "unknown_status": ("figures.csv", 3, "unknown_code", "rumoured"),
    "wrong_unit": ("figures.csv", 3, "wrong_unit", "persons"),
    "duplicate_key": ("figures.csv", 4, "duplicate_key", "duplicate_key/figures.csv:3"),
    "same_row_as_another_file": ("figures.csv", 3, "duplicate_key", "accidents / 2025"),
    "no_source": ("figures.csv", 3, "no_source", ""),
    "unknown_source": ("figures.csv", 3, "unknown_source", "my_neighbour"),
    "no_locator": ("figures.csv", 3, "no_locator", ""),
    "bad_period_month": ("figures.csv", 3, "bad_period", "2025-13"),
    "bad_period_quarter": ("figures.csv", 3, "bad_period", "2025-Q5"),
    "bad_period_words": ("figures.csv", 3, "bad_period", "last year"),
    "latin_letter_in_russian_word": ("figures.csv", 3, "look_alike", "бoлее"),
    "cyrillic_letter_in_latin_word": ("figures.csv", 3, "look_alike", "Cоuncil"),
    "cyrillic_letter_in_code": ("figures.csv", 3, "look_alike", "КZ-47"),
    "too_few_cells": ("figures.csv", 3, "wrong_cells", "7 / 12"),
    "too_many_cells": ("figures.csv", 3, "wrong_cells", "13 / 12"),
    "blank_without_a_word": ("figures.csv", 3, "blank_unexplained", "accidents"),
    "unknown_sex": ("statistics.csv", 3, "unknown_code", "sex = X"),
    "unknown_age": ("statistics.csv", 3, "unknown_code", "age = young"),
    "statistics_wrong_unit": ("statistics.csv", 3, "wrong_unit", "KZT"),
    "statistics_text_instead_of_number": ("statistics.csv", 3, "not_a_number", "about 5"),
    "source_without_publisher": ("sources.csv", 2, "unknown_code", "nobody"),
    "edition_about_a_word": ("sources.csv", 2, "bad_period", "about = last year"),
    "check_of_unknown_kind": ("checks.csv", 2, "unknown_code", "guess"),
    "check_statement_without_a_verdict": ("checks.csv", 2, "unknown_code", "verdict ="),
    "check_of_unknown_exhibit": ("checks.csv", 2, "unknown_code", "safety/no_such_exhibit"),
    "check_explained_in_one_language": ("checks.csv", 2, "missing_language", "why"),
    "demand_in_two_languages": ("demands.csv", 2, "missing_language", "text"),
    "event_of_unknown_area": ("events.csv", 2, "unknown_code", "area = astrology"),
    "event_of_unknown_kind": ("events.csv", 2, "unknown_code", "kind = rumour"),
    "event_in_two_languages": ("events.csv", 2, "missing_language", "text"),
    "event_that_ends_in_words": ("events.csv", 2, "bad_period", "some day"),
    "convention_half_ratified": ("conventions.csv", 2, "unknown_code", "status = nearly"),
    "convention_not_ratified_with_a_year": ("conventions.csv", 2, "not_a_number", "year = 1912"),
    "member_with_unknown_role": ("structures.csv", 2, "unknown_code", "role = admirer"),
    "membership_without_a_place_in_the_source": ("structures.csv", 2, "no_locator", ""),
    "target_that_nobody_names": ("targets.csv", 2, "target_unnamed", "target_that_nobody_names"),
    "commitment_that_is_never_mentioned": (
        "commitments.csv",
        2,
        "commitment_unmentioned",
        "commitment_that_is_never_mentioned",
    ),
    "mention_of_no_commitment": (
        "mentions.csv",
        2,
        "mention_of_nothing",
        "mention_of_no_commitment",
    ),
    "unknown_file": ("opinions.csv", 0, "unknown_file", "opinions.csv"),
    "not_utf8": ("figures.csv", 0, "unreadable", ""),
}


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def lay(fault: str, sources: Path) -> None:
    shutil.copytree(BROKEN / fault, sources / fault)


@pytest.fixture(scope="module")
def published(tmp_path_factory, queries_untried):
    """A data folder with few facts, which are sound, and one release of them."""
    folder = few_facts(tmp_path_factory.mktemp("published") / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNION_INDICATORS_DATA", str(folder))
        build()
    return folder


def test_every_broken_file_is_tried_and_every_fault_has_its_file():
    assert {path.name for path in BROKEN.iterdir()} == set(FAULTS)


def test_todays_facts_have_no_fault(data, known):
    assert read_facts(data / "sources", known).problems == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_file_line_and_kind(fault, published, known):
    file, line, kind, detail = FAULTS[fault]
    lay(fault, published / "sources")
    try:
        problems = read_facts(published / "sources", known).problems
    finally:
        shutil.rmtree(published / "sources" / fault)
    assert {(problem.file, problem.line) for problem in problems} == {(f"{fault}/{file}", line)}, (
        "nothing else may be blamed"
    )
    assert any(problem.kind == kind and detail in problem.detail for problem in problems)


def test_faults_are_refused_and_the_release_stays_as_it_was(published, monkeypatch):
    monkeypatch.setenv("UNION_INDICATORS_DATA", str(published))
    before = bytes_of(published / "releases")
    for fault in FAULTS:
        lay(fault, published / "sources")
    try:
        with pytest.raises(FactsRefused) as refused:
            build()
    finally:
        for fault in FAULTS:
            shutil.rmtree(published / "sources" / fault)
    assert {problem.file.split("/")[0] for problem in refused.value.problems} >= set(FAULTS)
    assert bytes_of(published / "releases") == before
    assert current().number == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_lists_every_fault_by_file_and_line_in_the_readers_language(
    language, own_data, capsys
):
    for fault in FAULTS:
        lay(fault, own_data / "sources")
    assert main(["check", "--lang", language]) == 1
    said = capsys.readouterr()
    lines = said.err.splitlines()
    assert said.out == ""
    for fault, (file, line, kind, detail) in FAULTS.items():
        expected = Problem(f"{fault}/{file}", line, kind, "").say(language)
        start = f"{fault}/{file}:{line}: "
        assert any(one.startswith(start) and detail in one for one in lines), start
        assert expected.startswith(start)
    words = " ".join(one.split(": ", 1)[1] for one in lines)
    marks = {"kk": "белгісіз код", "ru": "неизвестный код", "en": "unknown code"}
    assert marks[language] in words
    assert not any(mark in words for other, mark in marks.items() if other != language)


def test_the_command_ends_with_one_and_speaks_on_the_error_channel(own_data):
    lay("unknown_place", own_data / "sources")
    for command in ("check", "build"):
        done = subprocess.run(
            [sys.executable, "-m", "app.release", command, "--lang", "ru"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "UNION_INDICATORS_DATA": str(own_data), "PYTHONIOENCODING": "utf-8"},
        )
        assert done.returncode == 1
        assert done.stdout == ""
        assert done.stderr.splitlines() == [
            "unknown_place/figures.csv:3: неизвестный код: place = KZ-99"
        ]
    assert not (own_data / "releases").exists()


def test_no_facts_at_all_are_a_fault(tmp_path, known):
    (tmp_path / "sources").mkdir()
    assert [problem.kind for problem in read_facts(tmp_path / "sources", known).problems] == [
        "no_facts"
    ]


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("ФПРК", []),
        ("Cоюз", ["Cоюз"]),
        ("ТОО «М-Техсервис»", []),
        ("ISO и ILO", []),
        ("KZ", []),
        ("Қaзақ", ["Қaзақ"]),
        ("2025 г. — 30 %", []),
        ("HR-служба", []),
    ],
)
def test_look_alikes_are_found_inside_words_and_two_alphabets_side_by_side_are_not(text, mixed):
    assert mixed_alphabets(text) == mixed
