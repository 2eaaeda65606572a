"""The modules of `app/` use only what stands below them, and each library only where it belongs."""

import ast
from functools import cache

import pytest

from tests.conftest import ROOT

# From the bottom to the top: a module may import what stands on an earlier line, never on its own or a later one.
ORDER = [
    ["app"], ["app.paths", "app.theme"], ["app.language"], ["app.view", "app.catalogue"], ["app.facts", "app.story"], ["app.reconciliation"], ["app.release"], ["app.store"],
    ["app.charts.base", "app.progress"], ["app.promises"],
    ["app.charts.composition", "app.charts.flow", "app.charts.gap", "app.charts.map", "app.charts.matrix",
     "app.charts.network", "app.charts.pairs", "app.charts.ranking", "app.charts.slope", "app.charts.target", "app.charts.timeline", "app.charts.trend"],
    ["app.charts"], ["app.exhibit", "app.history", "app.typeface"], ["app.explorer", "app.profile", "app.fitting"], ["app.receipt", "app.scene"], ["app.deck"],
    ["app.exports"], ["app.exports.qr"], ["app.exports.files", "app.exports.svg", "app.exports.native"], ["app.embed", "app.promises_screen"], ["app.screen"],
    ["app.exports.pdf_page", "app.exports.pptx_page", "app.exports.xlsx"], ["app.exports.pdf_scene", "app.exports.pdf_table", "app.exports.pptx_chart", "app.exports.pptx_map",
     "app.exports.pptx_table"], ["app.exports.pdf_exhibit"], ["app.exports.pdf", "app.exports.pptx"],
    ["app.stage", "app.proof"], ["app.web"], ["app.stage_page", "app.receipt_page"], ["app.exports.html", "app.exports.jobs"],
    ["app.download_routes", "app.stage_routes"], ["app.server"], ["app.page"],
]
RANK = {module: rank for rank, line in enumerate(ORDER) for module in line}
ENTRIES = ["dashboard", *sorted(f"pages.{path.stem}" for path in (ROOT / "pages").glob("*.py"))]
ONLY = {
    "streamlit": {"app.page", *ENTRIES}, "duckdb": {"app.store", "app.release"}, "pyarrow": {"app.release", "app.store"},
    "babel": {"app.language"}, "xlsxwriter": {"app.exports.files", "app.exports.xlsx"}, "segno": {"app.exports.qr"}, "fontTools": {"app.typeface"},
    "pptx": {"app.exports.pptx", "app.exports.pptx_page", "app.exports.pptx_chart", "app.exports.pptx_map", "app.exports.pptx_table"},
    "reportlab": {"app.exports.pdf", "app.exports.pdf_page", "app.exports.pdf_scene", "app.exports.pdf_table", "app.exports.pdf_exhibit"},
    "orjson": {"app.screen", "app.stage"}, "starlette": {"app.server", "app.web", "app.download_routes", "app.stage_routes", "dashboard"},
    "plotly": set(), "pandas": set(), "numpy": set(), "requests": set(), "pickle": set(),
    "urllib.request": set(), "socket": set(), "http": set(), "subprocess": set(),
}


def name_of(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def trees():
    paths = [*(ROOT / "app").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "dashboard.py"]
    return {name_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(paths)}


def imports(module):
    """Return every module that is imported, also inside functions and branches."""
    found = set()
    for node in ast.walk(trees()[module]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are written in full"
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names if f"{node.module}.{alias.name}" in trees()}
    return found


def test_every_module_has_its_place_in_the_order():
    assert {module for module in trees() if module.split(".")[0] == "app"} == set(RANK)


@pytest.mark.parametrize("module", sorted(RANK))
def test_a_module_imports_only_from_below(module):
    # `from app.charts.base import …` runs `app.charts` too; only the modules that are named count.
    above = {one for one in imports(module) if one in RANK and RANK[one] >= RANK[module]}
    assert not above


@pytest.mark.parametrize("library", ONLY)
def test_a_library_is_used_only_where_it_belongs(library):
    users = {module for module in trees() if any(one == library or one.startswith(f"{library}.") for one in imports(module))}
    assert users <= ONLY[library]


def test_nothing_in_the_project_imports_the_pages_or_the_tests():
    for module in trees():
        assert not {one.split(".")[0] for one in imports(module)} & {"pages", "tests", "dashboard"}


def test_nothing_runs_text_as_code():
    for module, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                assert getattr(node.func, "id", "") not in {"eval", "exec", "compile", "__import__"}, module


@pytest.mark.parametrize("module", ["app", *sorted(set(RANK) - {"app"}), *ENTRIES])
def test_every_module_says_what_it_is_for(module):
    text = ast.get_docstring(trees()[module])
    assert text
    assert text.splitlines()[0].endswith((".", ":", "…")), text.splitlines()[0]


def test_every_public_function_and_class_says_what_it_does():
    silent = [f"{module}.{node.name}" for module, tree in trees().items() for node in tree.body
              if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node)]
    assert not silent


def test_a_page_is_a_few_lines():
    for path in (ROOT / "pages").glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 40
