"""A chart is read once, and a chart kind is known in one place: every file is made from the
reading, no exporter looks at a drawn trace, no list of kinds stands beside the registry.
"""

import ast
import re
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

from app import charts
from app.catalogue.kinds import KINDS
from app.charts import CHARTS, DRAWN
from app.charts.reading import (
    Comparison,
    Event,
    Lines,
    Matrix,
    Network,
    RegionMap,
    Sentences,
    Slopes,
    Timeline,
)
from app.exhibit.assemble import assemble
from app.exhibit.table import table_of
from app.exports.office.native import native
from app.look.theme import TOKENS
from app.view import View
from app.words.say import LANGUAGES
from tests.conftest import ROOT

# What a reading must hold that an office programme's chart is made from.
CHARTED = (Lines, Slopes, Comparison)


def first_of(kind, known, store, language="ru"):
    """Return the first exhibit of a kind that has a reading."""
    for card in known.cards():
        if card.chart == kind:
            one = assemble(card, View(language), store)
            if one.reading:
                return one
    return None


@pytest.fixture(scope="module")
def exhibits(known, store):
    """One exhibit of each kind that has a reading."""
    return {kind: first_of(kind, known, store) for kind in CHARTS}


def test_every_kind_but_a_headline_is_read_and_is_a_module_of_its_name():
    assert set(CHARTS) == {code for code, kind in KINDS.items() if not kind.headline}
    for code, chart in CHARTS.items():
        assert chart.read.__module__ == f"app.charts.{code}"
        assert chart.figure is None or chart.figure.__module__ == f"app.charts.{code}"


@pytest.mark.parametrize("kind", CHARTS)
def test_a_reading_alone_gives_figure_chart_and_words(kind, exhibits):
    one = exhibits[kind]
    reading = one.reading
    assert reading.kind == kind
    drawing = charts.draw(reading)
    assert (drawing is None) == (kind not in DRAWN)
    assert drawing == one.drawing
    chart = native(reading)
    assert (chart is not None) == isinstance(reading, CHARTED)
    if chart:
        assert chart.published
        assert all(chart.categories)
    if isinstance(reading, Timeline | Sentences):
        # Neither rows nor a store: what a table of words says is all in the reading.
        table = table_of([], reading, one.card, View("ru"), one.names, None, None)
        assert table == one.table


@pytest.mark.parametrize("kind", CHARTS)
def test_a_reading_is_frozen_to_its_last_part(kind, exhibits):
    def frozen(part):
        if is_dataclass(part):
            assert type(part).__dataclass_params__.frozen
            return all(frozen(getattr(part, field.name)) for field in fields(part))
        if isinstance(part, tuple):
            return all(frozen(one) for one in part)
        return part is None or isinstance(part, str | int | float | bool | date)

    assert frozen(exhibits[kind].reading)
    assert hash(exhibits[kind].reading)


@pytest.mark.parametrize("kind", CHARTS)
def test_the_colours_of_a_reading_are_tokens(kind, exhibits):
    found = set(re.findall(r"'@(\w+)'", repr(exhibits[kind].reading)))
    assert found <= TOKENS


@pytest.mark.parametrize("kind", DRAWN)
def test_what_a_reading_says_reaches_the_picture(kind, exhibits):
    """Changed words or numbers of a reading change the figure: it is made from nothing else."""
    reading = exhibits[kind].reading
    match reading:
        case Lines():
            line = reading.lines[0]
            other = replace(reading, lines=(replace(line, color="@youth"), *reading.lines[1:]))
        case Slopes():
            slope = reading.slopes[0]
            other = replace(reading, slopes=(replace(slope, color="@youth"), *reading.slopes[1:]))
        case Comparison():
            named = replace(reading.categories[0], name="Elsewhere")
            other = replace(reading, categories=(named, *reading.categories[1:]))
        case RegionMap():
            hidden = replace(reading.regions[0], fill=None)
            other = replace(reading, regions=(hidden, *reading.regions[1:]))
        case Matrix():
            cell = replace(reading.cells[0][0], sign="!")
            other = replace(reading, cells=((cell, *reading.cells[0][1:]), *reading.cells[1:]))
        case Timeline():
            event: Event = replace(reading.events[0], text="Something else")
            other = replace(reading, events=(event, *reading.events[1:]))
        case Network():
            other = replace(reading, ties=reading.ties[1:])
    assert charts.draw(other).figure != charts.draw(reading).figure


def test_groups_of_different_years_without_earlier_values_are_all_shown(known, store):
    one = assemble(known.card("wages/arrears_people"), View("ru"), store)
    assert len({row["period"] for row in one.marks if row["value"] is not None}) > 1
    for trace in one.drawing.figure["data"]:
        assert all(trace["x"])
        assert not any("(" in text for text in trace["text"])
    assert not any(entry.mark == "none" for entry in one.drawing.key)


# --- in the source --------------------------------------------------------------------------------


def sources(*folders):
    return [path for folder in folders for path in sorted((ROOT / "app" / folder).rglob("*.py"))]


@pytest.mark.parametrize("path", sources("exports"), ids=lambda path: path.stem)
def test_no_exporter_looks_at_a_drawn_trace(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            assert node.attr != "figure", f"{path.name}:{node.lineno}"
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            assert node.slice.value not in {"data", "layout"}, f"{path.name}:{node.lineno}"
        if isinstance(node, ast.ImportFrom):
            assert not node.module.startswith("plotly"), path.name


def names_kinds(node):
    """Return the chart kinds that a list, set, tuple or dict names, or that `chart` is compared
    with.
    """
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        parts = node.elts
    elif isinstance(node, ast.Dict):
        parts = [key for key in node.keys if key]
    elif isinstance(node, ast.Compare):
        asks = isinstance(node.left, ast.Attribute) and node.left.attr in {"chart", "kind"}
        parts = [part for one in node.comparators for part in ast.walk(one)] if asks else []
    else:
        return set()
    return {
        part.value for part in parts if isinstance(part, ast.Constant) and part.value in {*KINDS}
    }


def test_chart_kinds_are_listed_nowhere_but_in_the_registry():
    """Words such as `change` and `target` mean other things too: two of the others in one list, or
    a card's chart compared with one, is a list of kinds.
    """
    own = {"ranking", "pairs", "composition", "flow", "matrix", "timeline", "network", "trend"}
    found = []
    for path in sorted((ROOT / "app").rglob("*.py")):
        where = path.relative_to(ROOT / "app").as_posix()
        if where in {"catalogue/kinds.py", "charts/__init__.py"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = names_kinds(node) - {path.stem}
            if named & own or (
                named
                and isinstance(node, ast.Compare)
                and isinstance(node.left, ast.Attribute)
                and node.left.attr == "chart"
            ):
                found.append(f"{where}:{node.lineno} {sorted(named)}")
    assert not found


def test_the_documentation_has_a_row_for_every_kind_with_its_options_and_columns():
    text = (ROOT / "docs" / "exhibits.md").read_text(encoding="utf-8")
    rows = {
        row[1]: row[0]
        for row in re.finditer(r"^\| `(\w+)` \|.*$", text, re.MULTILINE)
        if row[1] in KINDS
    }
    assert set(rows) == set(KINDS)
    for code, kind in KINDS.items():
        for word in (*kind.options, *kind.columns):
            assert re.search(rf"\b{word}\b", rows[code]), f"{code}: {word}"


def test_every_language_reads_the_same_numbers(known, store):
    for kind in CHARTS:
        told = [native(first_of(kind, known, store, language).reading) for language in LANGUAGES]
        values = [[series.values for series in one.series] if one else None for one in told]
        assert values[0] == values[1] == values[2], kind
