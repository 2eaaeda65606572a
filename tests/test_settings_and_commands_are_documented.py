"""`docs/settings.md` names every setting and every command that the code knows, and no other."""

import ast
import re
import tomllib

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
CODE = [
    *(ROOT / "app").rglob("*.py"),
    *(ROOT / "benchmarks").glob("*.py"),
    *(ROOT / "data").rglob("*.py"),
    *(ROOT / "tests").glob("same_*.py"),
]
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in CODE}
OURS = re.compile(r"(UNION_INDICATORS|BENCH|PLAIN)_[A-Z_]+")


def section(heading):
    """Return what stands under one of the page's headings."""
    found = re.search(
        rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL
    )
    return found[1] if found else ""


def named(heading, table=0):
    """Return the first cells of a table under a heading."""
    tables = re.split(r"^\|---.*\n", section(heading), flags=re.MULTILINE)[1:]
    rows = tables[table].split("\n\n")[0] if tables else ""
    return set(re.findall(r"^\| `(?:make )?([^`]+)` \|", rows, re.MULTILINE))


def is_environment(node):
    return isinstance(node, ast.Attribute) and node.attr == "environ"


def asked_of_the_environment():
    """Return every name that the code reads of the environment or hands on in it."""
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Subscript) and is_environment(node.value):
                yield ast.literal_eval(node.slice)
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                if called.endswith(("environ.get", "environ.pop", "environ.setdefault", "getenv")):
                    yield ast.literal_eval(node.args[0])
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and OURS.fullmatch(node.value)
            ):
                yield node.value


def scripts():
    """Return the commands that the code can be run as, with the trees of each: a command that
    hands over has its words in the modules named so.
    """
    for path, tree in TREES.items():
        if any(
            isinstance(node, ast.If) and ast.unparse(node.test) == "__name__ == '__main__'"
            for node in tree.body
        ):
            place = path.relative_to(ROOT)
            if path.name == "__main__.py":
                handed = [TREES[one] for one in sorted(path.parent.rglob("command.py"))]
                yield f"python -m {'.'.join(place.parent.parts)}", [tree, *handed]
            else:
                yield f"python {place.as_posix()}", [tree]


def words_of(trees):
    """Return the subcommands and options that a script's parser knows."""
    for node in (node for tree in trees for node in ast.walk(tree)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr == "add_parser":
            yield ast.literal_eval(node.args[0])
        if node.func.attr == "add_argument":
            name = ast.literal_eval(node.args[0])
            if name.startswith("--"):
                yield name
            if name == "command":
                choices = next(word.value for word in node.keywords if word.arg == "choices")
                yield from ast.literal_eval(choices)


SCRIPTS = dict(scripts())


def makefile(pattern):
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(pattern, text, re.MULTILINE))


def test_every_environment_variable_is_documented_and_none_that_nothing_reads():
    found = set(asked_of_the_environment())
    assert len(found) > 5
    assert named("Environment variables") == found


def test_every_setting_of_streamlit_has_its_reason_and_none_that_is_not_set():
    def flat(entry, before=""):
        for key, value in entry.items():
            if isinstance(value, dict):
                yield from flat(value, f"{before}{key}.")
            else:
                yield f"{before}{key}"

    text = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert named("`.streamlit/config.toml`") == set(flat(tomllib.loads(text)))


def test_every_make_command_is_documented_and_says_itself_what_it_does():
    targets = makefile(r"^([a-z]+):(?!=)")
    assert named("`make`") == targets
    assert makefile(r"^([a-z]+):.* ## \S") == targets, "make help would leave one out"
    assert targets <= set(*[line.split() for line in makefile(r"^\.PHONY: (.*)$")])


def test_every_variable_of_make_is_documented():
    assert named("`make`", table=1) == makefile(r"^([A-Z]+) \?=")


def test_every_script_is_documented_and_none_that_is_gone():
    headings = re.findall(r"^## `(python [^`]+)`$", PAGE, re.MULTILINE)
    assert len(headings) == len(set(headings))
    assert set(headings) == set(SCRIPTS)


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_word_and_option_of_a_script_is_documented_and_no_other(script):
    assert named(f"`{script}`") == set(words_of(SCRIPTS[script]))


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "CONTRIBUTING.md",
        *sorted(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md")),
    ],
)
def test_no_page_names_a_make_command_that_is_not_there(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    asked = set(re.findall(r"(?:^ {4}|`|&& )make ([a-z]+)\b", text, re.MULTILINE))
    assert asked <= named("`make`")
