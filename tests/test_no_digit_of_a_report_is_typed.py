"""What belongs to one report stands with its facts: no year, no section, no edition is typed in a
card, a question, a story, the words of an area or of a series.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.paths import QUERIES, TEXT
from tests.conftest import ROOT

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# `2.4`, `3.2.1`: where a document is divided so; a number of an indicator says that it is one.
SECTION = re.compile(r"(?<![\d.,№])[1-9]\.\d{1,2}(?:\.\d{1,2})?(?![\d.%])")
INDICATOR = re.compile(r"(?:indicator|индикатор|индикаторы|ТДМ|ЦУР|SDG)[^;)]*$")
EDITION = re.compile(r'["\'](?:fprk_report|asm_rf_programme|fprk_elections)_\d{4}["\']')
# What has a year in its name: file (or file and key), and why.
ALLOWED = {
    ("safety/bureau_regions_named", "2000"): "the measure is deaths since that year",
    ("series/partnership.toml [24-26]", "*"): "a term of agreements, named by its years",
    ("series/partnership.toml [25-27]", "*"): "a term of agreements, named by its years",
    ("series/partnership.toml [26-28]", "*"): "a term of agreements, named by its years",
}
# Codes with a year in them that are no year of a number.
CODES = re.compile(r"\b(?:press|kp|gri|tr|law|lada|lri|bns|hamk|epsu)_\w+|\w+_20\d{2,6}\b")


def words_of(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the lines of a file of words with their table; sources are codes."""
    table = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if found := re.match(r"\[(.+)\]", line):
            table = found[1].strip('"')
        if line.strip() and not line.lstrip().startswith("#") and not line.startswith("sources"):
            yield table, line


CARDS = sorted(path for path in QUERIES.glob("*/*.toml"))
SERIES = sorted((TEXT / "series").glob("*.toml"))
STORIES = sorted((TEXT / "stories").glob("*.toml"))
QUESTIONS = sorted(QUERIES.glob("*/*.sql"))


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem if path.parent.parent == QUERIES else path.name}"


def allowed(where: str, digits: str) -> bool:
    return (where, digits) in ALLOWED or (where, "*") in ALLOWED


def test_no_year_is_typed_in_words():
    found = [
        (where, line.strip())
        for path in (*CARDS, *SERIES, *STORIES)
        for table, line in words_of(path)
        for where in [f"{name(path)} [{table}]" if path in SERIES else name(path)]
        for year in YEAR.findall(CODES.sub("", line))
        if not allowed(where, year)
    ]
    assert found == []


def test_no_section_of_a_document_is_typed_in_words():
    found = [
        (name(path), line.strip())
        for path in (*CARDS, *SERIES, *STORIES)
        for _, line in words_of(path)
        for section in SECTION.finditer(line)
        if not line.startswith("place_in_source") and not INDICATOR.search(line[: section.start()])
    ]
    assert found == []


@pytest.mark.parametrize("path", QUESTIONS, ids=name)
def test_no_year_and_no_edition_is_typed_in_a_question(path):
    text = path.read_text(encoding="utf-8")
    years = {year for year in YEAR.findall(text) if not allowed(name(path), year)}
    assert not years
    assert not EDITION.search(text)


def test_a_card_names_a_line_of_publications_and_none_of_its_editions():
    typed = [name(path) for path in CARDS if EDITION.search(path.read_text(encoding="utf-8"))]
    assert typed == []


def test_what_is_allowed_is_still_there():
    files = {path: name(path) for path in (*CARDS, *SERIES)}
    text = {where: path.read_text(encoding="utf-8") for path, where in files.items()}
    for where, digits in ALLOWED:
        file, _, table = where.partition(" [")
        assert (f"[{table}" if table else digits) in text[file], f"{where}: no longer needed"
    assert ROOT in QUERIES.parents
