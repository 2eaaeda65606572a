"""Every exhibit draws in every language; a chart of one row, of one period or of nothing published
does not fail.
"""

import dataclasses
import json
import re
from itertools import cycle, pairwise

import plotly.graph_objects as go
import pytest

from app.catalogue.kinds import KINDS
from app.charts import DRAWN
from app.charts.labels import spread, wrap
from app.charts.map import named_places
from app.exhibit.assemble import assemble
from app.look import theme
from app.view import View
from app.words.say import LANGUAGES
from tests.conftest import ROOT
from tests.exhibits import CARD_IDS, few_views

GEO = re.compile(r"@(shape|label):(KZ-\d\d):([xy])")


def placed(value, geo):
    """Put the map's numbers where the figure names them, as the browser does."""
    if isinstance(value, str) and (match := GEO.fullmatch(value)):
        return geo(*match.groups())
    if isinstance(value, dict):
        return {key: placed(part, geo) for key, part in value.items()}
    if isinstance(value, list):
        return [placed(part, geo) for part in value]
    return value


@pytest.fixture(scope="module")
def geo():
    """Numbers for the tokens of the map, from the project's own geometry: every token must name a
    region that is there.
    """
    text = (ROOT / "data" / "geo" / "regions.json").read_text(encoding="utf-8")
    regions = {code for code in re.findall(r"KZ-\d\d", text)}
    assert len(regions) == 20

    def number(kind, place, axis):
        assert place in regions
        return [0.0, 10.0, 20.0] if kind == "shape" else 10.0

    return number


def resolved(one, geo, palette="light"):
    figure = placed(theme.resolve(one.drawing.figure, palette), geo)
    assert not re.search(r'"@[a-z]', json.dumps(figure)), "a colour or a shape has no value"
    return figure


# Plotly takes words as they are: it is asked for each figure in one language, by turns.
@pytest.mark.parametrize(("card_id", "asked"), list(zip(CARD_IDS, cycle(LANGUAGES), strict=False)))
def test_an_exhibit_draws_a_figure_that_plotly_takes(card_id, asked, known, store, geo):
    card = known.card(card_id)
    for view in [view for language in LANGUAGES for view in few_views(card, language)]:
        one = assemble(card, view, store)
        assert not one.failed, (view, one.subtitle)
        if one.drawing is None:
            assert card.chart not in DRAWN or not any(
                isinstance(cell, float) for row in one.table.raw for cell in row
            )
            continue
        figure = resolved(one, geo)
        assert figure["data"], view
        if view.language == asked:
            assert go.Figure(figure).data, view
        text = json.dumps(one.drawing.figure, ensure_ascii=False)
        assert not re.search(r"\bNone\b|\bnan\b|NaN|Infinity", text)


@pytest.mark.parametrize("card_id", CARD_IDS)
def test_bars_start_at_zero_and_end_inside_the_frame(card_id, known, store):
    card = known.card(card_id)
    for view in few_views(card, "ru"):
        one = assemble(card, view, store)
        figure = one.drawing.figure if one.drawing else {"data": []}
        for trace in figure["data"]:
            if trace["type"] == "bar":
                assert trace["orientation"] == "h"
                assert not trace.get("base")
                low, high = figure["layout"]["xaxis"]["range"]
                stacked = figure["layout"].get("barmode") == "stack"
                assert low <= min(0, *trace["x"])
                assert high >= (99.9 if stacked else max(trace["x"]))
                assert low == 0 or min(trace["x"]) < 0


@pytest.mark.parametrize("card_id", CARD_IDS)
def test_every_number_of_the_query_is_in_the_chart(card_id, known, store):
    card = known.card(card_id)
    if card.chart not in {"ranking", "pairs", "trend", "change", "gap", "flow"}:
        pytest.skip("its numbers are shares, shapes or words")
    figure = assemble(card, View("en"), store).drawing.figure
    shown = {
        round(x, 6)
        for trace in figure["data"]
        for axis in ("x", "y")
        for x in trace.get(axis, ())
        if isinstance(x, (int, float))
    }
    written = json.dumps(figure, ensure_ascii=False)
    for row in store.read(card, View("en")):
        if row["role"] == "mark" and row["value"] is not None:
            # An earlier value of `pairs` is written in brackets; everything else is a mark.
            number = f"{row['value']:,.{card.decimals}f}"
            assert round(row["value"], 6) in shown or number in written, row


@pytest.mark.parametrize("card_id", CARD_IDS)
def test_what_was_picked_stands_out_and_the_rest_stays(card_id, known, store):
    card = known.card(card_id)
    if (
        card.chart not in {"ranking", "map"}
        or "region" not in card.breakdowns
        or (card.chart == "ranking" and card.options.get("by") != "place")
    ):
        pytest.skip("it does not compare regions")
    for place in ("KZ-47", "KZ-75"):
        rows = [row for row in store.read(card, View("ru", place=place)) if row["role"] == "mark"]
        if not any(row["place"] == place and row["value"] is not None for row in rows):
            continue
        one = assemble(card, View("ru", place=place), store)
        assert "@selected" in json.dumps(one.drawing.figure)
        assert len({row["place"] for row in rows}) > 1


def test_the_map_shows_all_twenty_regions_and_hatches_what_is_not_published(known, store):
    maps = [card for card in known.cards() if card.chart == "map"]
    assert maps
    for card in maps:
        figure = assemble(card, View("ru"), store).drawing.figure
        shapes = {trace["name"]: trace for trace in figure["data"] if trace.get("fill") == "toself"}
        assert set(shapes) == set(known.regions()), card.id
        missing = {
            row["place"]
            for row in store.read(card, View("ru"))
            if row["role"] == "mark" and row["value"] is None
        }
        assert {place for place, trace in shapes.items() if "fillpattern" in trace} == missing


def test_a_map_names_the_highest_the_lowest_the_cities_and_what_is_picked(known, store):
    for card in known.cards():
        if card.chart != "map":
            continue
        for picked in ("KZ-47", "KZ-33"):
            one = assemble(card, View("kk", place=picked), store)
            named = one.drawing.forms.named
            values = {row["place"]: row["value"] for row in one.marks if row["place"] != "KZ"}
            shown = [
                values[place] for place in named if place is not None and values[place] is not None
            ]
            assert {"KZ-71", "KZ-75", "KZ-79", picked} <= set(named), card.id
            assert shown == sorted(shown, reverse=True), card.id
            published = sorted(value for value in values.values() if value is not None)
            assert len(set(published)) == 1 or {published[0], published[-1]} <= set(shown), card.id


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"a": 9, "b": 8, "c": 7, "d": 6, "e": 3, "f": 2, "g": 1, "h": None},
            ["a", "b", "c", None, "e", "f", "g"],
        ),
        ({"a": 9, "b": 8, "c": 8, "d": 8, "e": 1, "f": 1, "g": 1, "h": 1}, ["a", None]),
        ({"a": 1, "b": 1, "c": 1, "d": 1, "KZ-71": None}, ["KZ-71"]),
    ],
)
def test_a_map_names_no_place_of_a_tie_instead_of_another_and_shows_where_it_leaves_places_out(
    values, expected
):
    assert named_places(values, frozenset()) == expected


def test_no_title_of_an_axis_and_no_word_is_left_in_another_language(known, store):
    for card in known.cards():
        one = assemble(card, View("en"), store)
        if one.drawing:
            assert not re.search(
                "[а-яёәіңғүұқөһ]", json.dumps(one.drawing.figure, ensure_ascii=False), re.IGNORECASE
            ), card.id


TAIL = "union all select 'finding', null, 'KZ', '_T', 'case.x', null, null, null"
ONE = "select 'mark' as role, '2025' as period, 'KZ-47' as place, 'health' as sector, 'women' as series, 5e0 as value, 'final' as status, 'fprk_report_2025' as source"
TINY = {
    "one row": ONE,
    "one row of zero": ONE.replace("5e0 as", "0e0 as"),
    "one row below zero": ONE.replace("5e0 as", "-5e0 as"),
    "nothing published": ONE.replace("5e0 as", "cast(null as double) as"),
    "one period, two rows": ONE
    + " union all "
    + ONE.replace("'women'", "'men'")
    .replace("'KZ-47'", "'KZ-75'")
    .replace("'health'", "'education'"),
    "two periods": ONE + " union all " + ONE.replace("'2025'", "'2024'"),
    "one of two not published": ONE
    + " union all "
    + ONE.replace("5e0 as", "null as")
    .replace("'women'", "'men'")
    .replace("'KZ-47'", "'KZ-75'")
    .replace("'health'", "'education'"),
    "a quarter and a span": ONE.replace("'2025'", "'2025-Q2'")
    + " union all "
    + ONE.replace("'2025'", "'2021/2024'"),
    "very large": ONE.replace("5e0 as", "987654321098e0 as"),
    "no rows": ONE + " where false",
}
OPTIONS = {"ranking": {"by": "place", "before": True}}
COLUMNS = {
    "share": "case when value is null then null else 100e0 end",
    "gap": "case when value is null then null else 10e0 end",
    "target": "7e0",
    "state": "case when value is null then 'unknown' else 'yes' end",
    "wanted": "value is null",
    "structure": "'ORG_ILO'",
    "membership": "'member'",
    "text_kk": "'мәтін'",
    "text_ru": "'текст'",
    "text_en": "'text'",
}


def answer(rows, kind):
    """Wrap tiny rows into a query with the columns that the kind declares."""
    further = (f"{COLUMNS[column]} as {column}" for column in KINDS[kind].columns)
    columns = "role, period, place, sector, series, value, status, source"
    return f"-- Tiny.\nselect {', '.join((columns, *further))} from ({rows} {TAIL})"


@pytest.mark.parametrize("rows", TINY)
@pytest.mark.parametrize("kind", KINDS)
def test_a_tiny_frame_is_shown_without_fail(kind, rows, known, store, geo):
    model = next(card for card in known.cards() if card.chart == "ranking")
    words = model.title
    card = dataclasses.replace(
        model,
        id=f"test/{kind}-{rows}",
        chart=kind,
        options=OPTIONS.get(kind, {}),
        sql=answer(TINY[rows], kind),
        breakdowns=(),
        finding={"x": words},
        breaks=(),
    )
    for language in LANGUAGES:
        one = assemble(card, View(language), store)
        assert not one.failed
        assert one.title
        if rows == "no rows" or (rows == "nothing published" and not card.kind.words):
            assert one.drawing is None
            assert one.reading is None
        elif kind in DRAWN:
            assert go.Figure(resolved(one, geo)).data


def test_a_chart_that_fails_leaves_words_instead_of_an_error(known, store):
    card = dataclasses.replace(
        next(known.cards()), id="test/failing", sql="select nonsense", breakdowns=()
    )
    one = assemble(card, View("en"), store)
    assert one.failed
    assert "cannot be shown" in one.subtitle


def test_the_two_themes_have_the_same_colours_and_every_token_is_one():
    assert set(theme.PALETTES["light"]) == set(theme.PALETTES["dark"])
    assert all(
        re.fullmatch("#[0-9A-F]{6}", colour)
        for palette in theme.PALETTES.values()
        for colour in palette.values()
    )
    with pytest.raises(KeyError):
        theme.token("crimson")


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_text_and_marks_can_be_told_from_the_paper(palette):
    colours = theme.PALETTES[palette]
    words = dict.fromkeys(
        (
            "country",
            "selected",
            "fprk",
            "women",
            "men",
            "youth",
            "target",
            "better",
            "worse",
            "muted",
        ),
        4.5,
    ) | {"text": 7}
    # Charts lie on the paper of a card; on the page's ground stand only words and the picked.
    for ground, needed in (
        ("paper", words | {"context_line": 3}),
        ("ground", {"text": 7, "muted": 4.5, "selected": 4.5, "worse": 4.5, "better": 4.5}),
    ):
        for name, least in needed.items():
            light, dark = sorted(
                (luminance(colours[name]), luminance(colours[ground])), reverse=True
            )
            assert (light + 0.05) / (dark + 0.05) >= least, f"{name} on {ground}"


def test_labels_are_spread_apart_in_their_order():
    moved = spread([10, 10, 11, 60], 19)
    assert moved == sorted(moved)
    assert all(later - earlier >= 18.9 for earlier, later in pairwise(moved))
    assert spread([], 19) == []


def test_a_long_label_is_broken_at_blanks_only():
    assert (
        wrap("Просвещение, наука и высшее образование", 22)
        == "Просвещение, наука и<br>высшее образование"
    )
    assert wrap("Неразрывноеслово", 5) == "Неразрывноеслово"


def test_an_event_known_only_to_its_year_stands_before_the_months_and_not_in_july(known, store):
    """On an axis of months its middle would be taken for a day."""
    one = assemble(known.card("gender/gender_events"), View("ru"), store)
    axis = one.drawing.figure["layout"]["xaxis"]
    days = one.drawing.figure["data"][-1]["x"]
    years = [len(event.period) == 4 for event in one.reading.events]
    assert 0 < sum(years) < len(years)
    first_dated = min(day for day, year in zip(days, years, strict=True) if not year)
    aside = [day for day, year in zip(days, years, strict=True) if year]
    assert max(aside) < first_dated
    assert min(aside) >= axis["range"][0]
    assert axis["ticktext"][-1] == one.reading.events[years.index(True)].period
