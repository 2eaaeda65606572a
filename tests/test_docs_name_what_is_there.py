"""The pages for developers name files and functions: each is there, under that name."""

import csv
import re
import tomllib
from collections import Counter

import pytest

from tests.conftest import ROOT
from tests.test_imports_point_one_way import ROOMS

PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    *sorted(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md")),
    "benchmarks/README.md",
    "data/README.md",
]
ROOTS = "app|benchmarks|data|docs|pages|queries|tests|text"
FILE = re.compile(rf"`((?:{ROOTS})/[\w./-]+\.[a-z]+)`")
NAME = re.compile(r"`((?:app|tests)/[\w./-]+\.(?:py|js))`,? `(?!\w+\.py`)(\w+(?:\.\w+)?)`")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def text(page):
    return (ROOT / page).read_text(encoding="utf-8")


def defined(file, name):
    """Return whether a file defines a name at its top, or a method in it."""
    rule = r"^\s*(?:export )?(?:async )?(?:def|class|function|const) {0}\b|^{0}(?::[^=\n]+)? = "
    return all(
        re.search(rule.replace("{0}", re.escape(part)), text(file), re.MULTILINE)
        for part in name.split(".")
    )


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_names_is_there(page):
    named = set(FILE.findall(text(page)))
    assert not sorted(name for name in named if not (ROOT / name).exists())


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file(page):
    folder = (ROOT / page).parent
    assert not [link for link in LINK.findall(text(page)) if not (folder / link).exists()]


@pytest.mark.parametrize("page", PAGES)
def test_every_name_behind_a_file_is_defined_in_it(page):
    pairs = NAME.findall(text(page))
    assert not [f"{file} {name}" for file, name in pairs if not defined(file, name)]


def test_no_comment_names_a_file_that_is_gone():
    """What a module says of another one is true after moves as well."""
    named = re.compile(rf"\b(?:{ROOTS})/[\w./-]+\.(?:py|js|ts|css|sql|toml|md|csv|json|html)\b")
    gone = [
        f"{path.relative_to(ROOT)}: {name}"
        for folder in ("app", "text", "queries", "pages", "benchmarks")
        for path in (ROOT / folder).rglob("*.*")
        if path.suffix in {".py", ".js", ".ts", ".css", ".html", ".toml", ".sql"}
        for name in named.findall(path.read_text(encoding="utf-8"))
        if not (ROOT / name).exists()
    ]
    assert not gone


def test_the_way_of_a_number_is_told_with_real_names():
    assert len(NAME.findall(text("docs/architecture.md"))) > 20


def test_every_room_stands_in_the_picture():
    picture = text("docs/architecture.md").split("```mermaid")[1].split("```")[0]
    assert not [room for room in ROOMS if not re.search(rf'\b{room}\["{room}<br>', picture)]


def test_the_terms_of_every_publisher_are_told_with_the_number_of_its_sources():
    rows = re.findall(r"^\| `(\w+)` \| (\d+) \|", text("data/README.md"), re.MULTILINE)
    assert {code for code, _ in rows} == set(tomllib.loads(text("data/text/publishers.toml")))
    counted = Counter(
        row["publisher"]
        for path in (ROOT / "data" / "sources").glob("*/sources*.csv")
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    )
    assert {code: int(number) for code, number in rows} == counted
