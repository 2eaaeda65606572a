"""The modules of `app/` use only what stands below them, and each library only where it belongs."""

import ast
from functools import cache

import pytest

from tests.conftest import ROOT

# From the bottom to the top: a room may import what stands on an earlier line, and its own modules
# in no circle.
ROOMS = [
    "paths",
    "look",
    "words",
    "frontend",
    "view",
    "catalogue",
    "facts",
    "charts",
    "release",
    "drawing",
    "store",
    "promises",
    "exhibit",
    "across",
    "plain",
    "exports",
    "intake",
    "screen",
    "trial",
    "stage",
    "server",
    "page",
]
RANK = {room: rank for rank, room in enumerate(ROOMS)}
# What is started stands on top of all rooms: the dashboard, its pages, the commands.
ENTRIES = [
    "dashboard",
    *sorted(f"pages.{path.stem}" for path in (ROOT / "pages").glob("*.py")),
    *sorted(
        f"app.{path.parent.relative_to(ROOT / 'app').as_posix().replace('/', '.')}.__main__"
        for path in (ROOT / "app").rglob("__main__.py")
    ),
]
# Each library and the modules or rooms that may use it.
ONLY = {
    "streamlit": {"app.page", *ENTRIES},
    "duckdb": {"app.store", "app.release"},
    "pyarrow": {"app.release", "app.store"},
    "babel": {"app.words"},
    "xlsxwriter": {"app.exports.office.workbook"},
    "openpyxl": {"app.intake"},
    "pptx": {"app.exports.office"},
    "reportlab": {"app.exports.handout"},
    "segno": {"app.drawing.qr"},
    "fontTools": {"app.look.typeface"},
    "orjson": {"app.screen", "app.stage"},
    "jinja2": {"app.frontend.template"},
    "brotli": {"app.frontend.packing"},
    "markupsafe": {"app.frontend.template"},
    "starlette": {"app.server", "dashboard"},
    "plotly": set(),
    "pandas": set(),
    "numpy": set(),
    "requests": set(),
    "pickle": set(),
    "urllib.request": set(),
    "socket": set(),
    "http": set(),
    "subprocess": set(),
}


def name_of(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def trees():
    paths = [*(ROOT / "app").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "dashboard.py"]
    return {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(paths)}


@cache
def imports(module):
    """Return every module that is imported, also inside functions and branches."""
    found = set()
    for node in ast.walk(trees()[module]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are written in full"
            found.add(node.module)
            found |= {
                f"{node.module}.{alias.name}"
                for alias in node.names
                if f"{node.module}.{alias.name}" in trees()
            }
    return found


MODULES = sorted(one for one in trees() if one.startswith("app.") and one not in ENTRIES)


def room(module):
    return module.split(".")[1]


@cache
def imported(module):
    """Return the project's modules that one imports: a package only where it is named itself."""
    return {
        one
        for one in imports(module)
        if one in trees() and one.startswith("app.") and one != module
    }


def test_every_room_has_its_place_in_the_order():
    assert {room(module) for module in MODULES} == set(ROOMS)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_its_own_room_and_from_below(module):
    above = {one for one in imported(module) if RANK[room(one)] > RANK[room(module)]}
    assert not above


def test_no_modules_import_each_other_in_a_circle():
    left = {module: imported(module) & set(MODULES) for module in MODULES}
    while left:
        free = {module for module, needed in left.items() if not needed & set(left)}
        assert free, f"in a circle, or above one: {sorted(left)}"
        left = {module: needed for module, needed in left.items() if module not in free}


@pytest.mark.parametrize("library", ONLY)
def test_a_library_is_used_only_where_it_belongs(library):
    users = {
        module
        for module in trees()
        if any(one == library or one.startswith(f"{library}.") for one in imports(module))
    }
    assert not [
        user
        for user in users
        if not any(user == home or user.startswith(f"{home}.") for home in ONLY[library])
    ]


def test_nothing_in_the_project_imports_the_pages_or_the_tests():
    for module in trees():
        assert not {one.split(".")[0] for one in imports(module)} & {"pages", "tests", "dashboard"}


def test_nothing_runs_text_as_code():
    for module, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                assert getattr(node.func, "id", "") not in {
                    "eval",
                    "exec",
                    "compile",
                    "__import__",
                }, module


@pytest.mark.parametrize("module", ["app", *MODULES, *ENTRIES])
def test_every_module_says_what_it_is_for(module):
    text = ast.get_docstring(trees()[module])
    assert text
    assert text.split("\n\n")[0].endswith((".", ":", "…")), text


def test_every_public_function_and_class_says_what_it_does():
    silent = [
        f"{module}.{node.name}"
        for module, tree in trees().items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert not silent


def test_a_page_is_a_few_lines():
    for path in (ROOT / "pages").glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 40
