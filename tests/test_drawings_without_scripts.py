"""A drawing made without a browser says what the page's chart says: in every language and width,
true to the numbers, nothing clipped or covered.
"""

import itertools
import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

import orjson
import pytest

from app.charts import DRAWN
from app.charts.forms import NARROW
from app.drawing.fit import fitted
from app.drawing.scene import Box, Dot, Line, Scene, Shape, Text, draw
from app.drawing.svg import as_svg
from app.exhibit.assemble import assemble
from app.exhibit.code import code_of
from app.frontend.bundle import bundle
from app.look.theme import PALETTES, TOKENS, resolve
from app.look.typeface import width as text_width
from app.paths import FRONTEND, data_folder
from app.plain import embed
from app.view import View
from app.words.say import LANGUAGES, say
from tests.exhibits import CARD_IDS

WIDTHS = (340, 1000)
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert('1')</script> & \"\x07]]>"


def language_of(card_id):
    """Return the language in which a card is tried: each the same for good, the three about equally
    often.
    """
    return LANGUAGES[CARD_IDS.index(card_id) % 3]


@pytest.fixture(scope="module")
def exhibits(known, store):
    """Every exhibit that has a drawing, each in one of the languages."""
    made = {
        card_id: assemble(known.card(card_id), View(language_of(card_id)), store)
        for card_id in CARD_IDS
    }
    return {card_id: one for card_id, one in made.items() if one.drawing}


def of_kind(kind, exhibits):
    found = [one for one in exhibits.values() if one.card.chart == kind]
    assert found
    return found


def scenes(one, widths=WIDTHS):
    modes = ("map", "tiles") if one.card.chart == "map" else ("map",)
    return [draw(one.drawing, width, mode=mode) for width in widths for mode in modes]


def lines(scene):
    """Return each written line with the box it fills: left, top, right, bottom, words."""
    found = []
    for mark in scene.marks:
        if isinstance(mark, Text):
            wide = text_width(mark.text, mark.size, bold=mark.bold)
            left = mark.x - wide * {"start": 0, "middle": 0.5, "end": 1}[mark.anchor]
            if mark.joined:
                found[-1][2], found[-1][4] = left + wide, found[-1][4] + mark.text
            else:
                found.append(
                    [
                        left,
                        mark.y - 0.7 * mark.size,
                        left + wide,
                        mark.y + 0.2 * mark.size,
                        mark.text,
                    ]
                )
    return found


def plain(text):
    return " ".join(text.replace("\u00a0", " ").split())


# --- drawing --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", DRAWN)
def test_every_exhibit_draws_at_the_width_of_a_phone_and_of_a_page(kind, exhibits):
    for one in of_kind(kind, exhibits):
        for scene in scenes(one):
            assert scene.marks, one.card.id
            colors = {
                getattr(mark, name, None)
                for mark in scene.marks
                for name in ("fill", "line", "color")
            } - {None}
            assert colors <= {f"@{token}" for token in TOKENS}, one.card.id


def test_every_kind_of_chart_and_every_language_is_among_what_is_drawn(exhibits):
    assert {one.card.chart for one in exhibits.values()} == set(DRAWN)
    assert {one.language for one in exhibits.values()} == set(LANGUAGES)


@pytest.mark.parametrize("kind", DRAWN)
def test_no_word_of_a_drawing_is_clipped_or_stands_on_another(kind, exhibits):
    for one in of_kind(kind, exhibits):
        for scene in scenes(one, (340, 520, 700, 1000)):
            written = sorted(lines(scene))
            for place, (left, top, right, bottom, words) in enumerate(written):
                assert -0.5 <= left < right <= scene.width + 0.5, (one.card.id, scene.width, words)
                assert -0.5 <= top < bottom <= scene.height + 0.5, (one.card.id, scene.width, words)
                for other in written[place + 1 :]:
                    # A pixel is what two labels may touch each other by without being covered.
                    apart = other[0] > right - 1 or min(bottom, other[3]) - max(top, other[1]) <= 1
                    assert apart, (one.card.id, scene.width, words, other[4])


@pytest.mark.parametrize("kind", ["ranking", "flow", "pairs"])
def test_bars_are_as_long_as_the_numbers_of_the_query_say(kind, exhibits, store):
    tried = 0
    for one in exhibits.values():
        if one.card.chart != kind:
            continue
        rows = [
            row
            for row in store.read(one.card, View(one.language))
            if row["role"] == "mark" and row["value"] is not None
        ]
        latest = max(row["period"] for row in rows)
        bars = {(row[one.card.by], row[one.card.options.get("pair", "series")]) for row in rows}
        earlier_too = kind == "pairs" and len(bars) < len(rows)
        if earlier_too or one.card.options.get("before"):
            rows = [row for row in rows if row["period"] == latest]
        values = sorted(abs(row["value"]) for row in rows if row["value"])
        for scene in scenes(one):
            long = sorted(mark.width for mark in scene.marks if isinstance(mark, Box))
            assert len(long) == len(values), one.card.id
            assert all(
                abs(wide - value * long[-1] / values[-1]) < 0.01
                for wide, value in zip(long, values, strict=True)
            ), one.card.id
        tried += bool(values)
    assert tried > 2


def test_parts_of_a_whole_are_as_long_as_their_shares(exhibits, store):
    for one in exhibits.values():
        if one.card.chart == "composition":
            shares = sorted(
                row["share"]
                for row in store.read(one.card, View(one.language))
                if row["role"] == "mark" and row["share"]
            )
            for scene in scenes(one):
                long = sorted(mark.width for mark in scene.marks if isinstance(mark, Box))
                assert [wide / long[-1] for wide in long] == pytest.approx(
                    [share / shares[-1] for share in shares], abs=1e-6
                ), one.card.id


def test_what_is_not_published_has_no_bar_and_is_said_in_words(known, store):
    for language in LANGUAGES:
        one = assemble(known.card("wages/hourly_ranking"), View(language), store)
        latest = max(row["period"] for row in one.marks)
        values = [row["value"] for row in one.marks if row["period"] == latest]
        missing = values.count(None)
        assert missing
        scene = draw(one.drawing, 700)
        assert sum(isinstance(mark, Box) for mark in scene.marks) == len(values) - missing
        assert [plain(words) for *_, words in lines(scene)].count(
            say(language, "not_published")
        ) == missing


def test_the_map_hatches_what_is_not_published_and_nothing_else(known, store):
    hatched = 0
    maps = [card for card in known.cards() if card.chart == "map"]
    # As of 2020 three of today's regions are not published: they were not there yet.
    for card, year in itertools.product(maps, (None, "2020")):
        view = View("ru", period=year).only(card.breakdowns)
        one = assemble(card, view, store)
        rows = [
            row for row in store.read(card, view) if row["role"] == "mark" and row["place"] != "KZ"
        ]
        if not rows:
            continue
        missing = {one.names.name("place", row["place"]) for row in rows if row["value"] is None}
        for scene in scenes(one):
            shapes = [mark for mark in scene.marks if isinstance(mark, Shape)]
            assert len(shapes) == 20
            assert {mark.hover.split("\n")[0] for mark in shapes if mark.hatched} == missing
            assert not {mark.fill for mark in shapes if mark.hatched} & {
                mark.fill for mark in shapes if not mark.hatched
            }
        hatched += len(missing)
    assert hatched


def test_a_line_breaks_where_a_year_is_missing(exhibits):
    broken = 0
    for one in exhibits.values():
        if one.card.chart == "trend":
            parts = [
                1 + sum(value is None for value in trace["y"])
                for trace in one.drawing.figure["data"]
            ]
            strokes = [
                mark
                for mark in draw(one.drawing, 700).marks
                if isinstance(mark, Line) and mark.width >= 2
            ]
            assert len(strokes) <= sum(parts)
            if len(parts) == 1 and parts[0] > 1:
                # Between two gaps a single year is a dot, no stroke.
                years = sum(value is not None for value in one.drawing.figure["data"][0]["y"])
                dots = sum(isinstance(mark, Dot) for mark in draw(one.drawing, 700).marks)
                assert dots in {0, years}
                broken += len(strokes) > 1
    assert broken


def test_names_stand_at_the_lines_or_else_in_the_key(exhibits):
    both = Counter()
    for one in exhibits.values():
        if one.card.chart in {"trend", "change"} and len(one.drawing.key) > 1:
            for width in (340, 1000):
                scene = draw(one.drawing, width)
                written = " ".join(plain(words) for *_, words in lines(scene))
                named = [plain(entry.text) in written for entry in one.drawing.key]
                assert all(named) or scene.abbreviated, one.card.id
                both[scene.abbreviated] += 1
    assert set(both) == {True, False}


def test_grown_type_needs_no_other_drawing(exhibits):
    one = exhibits["wages/wages_over_time"]
    small, large = draw(one.drawing, 600), draw(one.drawing, 900, grow=1.5)
    assert (large.width, large.height) == (900, small.height * 1.5)
    assert [mark.size for mark in large.marks if isinstance(mark, Text)] == [
        mark.size * 1.5 for mark in small.marks if isinstance(mark, Text)
    ]
    assert [words for *_, words in lines(large)] == [words for *_, words in lines(small)]
    assert max(right for _, _, right, _, _ in lines(large)) <= 900


def test_drawing_leaves_the_figure_as_it_was(exhibits):
    for card_id in (
        "disputes/appeals_map",
        "wages/wages_over_time",
        "international/network",
        "international/conventions_matrix",
    ):
        one = exhibits[card_id]
        before = repr(one.drawing.figure)
        scenes(one)
        assert repr(one.drawing.figure) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_regions_have_one_name_on_the_tiles_of_the_narrowest_phone(language, known, store):
    one = assemble(known.card("disputes/appeals_map"), View(language), store)
    named = [
        text.split("<br>")[0]
        for trace in fitted(one.drawing, 288, "tiles").figure["data"]
        if trace["mode"] == "text"
        for text in trace["text"]
    ]
    assert len(set(named)) == len(named) == 20


# --- the page's chart and the drawing are twins ---------------------------------------------------


def test_the_page_and_the_drawing_change_at_the_same_width():
    script = (FRONTEND / "shared" / "figure.js").read_text(encoding="utf-8")
    assert int(re.search(r"const NARROW = (\d+);", script)[1]) == NARROW


_ENTRY = """import {{ figureFor }} from "{shared}/figure.js";
import {{ geometryLoaded }} from "{shared}/geometry.js";

Object.assign(window, {{ figureFor, geometryLoaded }});
"""
_WRITTEN = """async ([items, geo]) => {
  await geometryLoaded('data:application/json,' + encodeURIComponent(geo));
  const said = [];
  for (const one of items) {
    const box = document.createElement('div');
    document.body.append(box);
    const figure = figureFor(one, one.width, 'map', { color: (name) => one.colors[name], grow: false });
    await Plotly.newPlot(box, figure.data, figure.layout, { staticPlot: true });
    const lines = [...box.querySelectorAll('text')].flatMap((text) => { const rows = text.querySelectorAll('tspan.line'); return rows.length ? [...rows] : [text]; });
    said.push({ words: lines.map((line) => line.textContent), bars: [...box.querySelectorAll('.barlayer .point path')].map((bar) => bar.getBoundingClientRect().width) });
    box.remove();
  }
  return said;
}"""


def test_the_drawing_says_the_words_and_has_the_bars_of_the_page(exhibits, browser, tmp_path):
    # Where Plotly would cover words, the drawing shortens or leaves them: those exhibits are
    # compared at a width where it does neither.
    first = {one.card.chart: one for one in reversed(exhibits.values())}
    chosen = [
        (one, width)
        for one in first.values()
        for width in ((1000, 380) if one.card.chart not in {"composition", "matrix"} else (1000,))
    ]
    items = [
        {
            "figure": {
                **one.drawing.figure,
                "forms": orjson.loads(orjson.dumps(one.drawing.forms)),
            },
            "width": width,
            "colors": PALETTES["light"],
        }
        for one, width in chosen
    ]
    geo = f'{{"map":{(data_folder() / "geo" / "regions.json").read_text()},"tiles":{(data_folder() / "geo" / "tiles.json").read_text()}}}'
    plotly = (
        Path(find_spec("plotly").submodule_search_locations[0]) / "package_data" / "plotly.min.js"
    )
    entry = tmp_path / "entry.js"
    entry.write_text(_ENTRY.format(shared=FRONTEND / "shared"), encoding="utf-8")
    page = browser.new_page()
    page.add_script_tag(path=plotly)
    page.add_script_tag(content=bundle(entry).decode())
    answers = page.evaluate(_WRITTEN, [items, geo])
    page.close()
    for (one, width), answer in zip(chosen, answers, strict=True):
        scene = draw(one.drawing, width)
        assert Counter(plain(words) for words in answer["words"] if plain(words)) == Counter(
            plain(words) for *_, words in lines(scene)
        ), (one.card.id, width)
        theirs = sorted(long for long in answer["bars"] if long > 0)
        ours = sorted(mark.width for mark in scene.marks if isinstance(mark, Box)) if theirs else []
        assert [long / theirs[-1] for long in theirs] == pytest.approx(
            [long / ours[-1] for long in ours], abs=0.02
        ), (one.card.id, width)


# --- SVG ------------------------------------------------------------------------------------------


def test_every_svg_is_xml_with_a_name_and_without_anything_to_fetch_or_run(exhibits):
    for one in exhibits.values():
        for theme in ("light", "dark", None):
            text = as_svg(draw(one.drawing, 700), theme, one.title, one.alternative)
            root = ET.fromstring(text)
            assert root.get("viewBox")
            assert root.get("role") == "img"
            assert root.find(f"{SVG}title").text == one.title
            assert root.find(f"{SVG}desc").text
            assert {tag.tag.removeprefix(SVG) for tag in root.iter()} <= {
                "svg",
                "title",
                "desc",
                "pattern",
                "path",
                "g",
                "circle",
                "text",
                "tspan",
            }
            assert not re.search(r"href|style=|@import|url\((?!#h)", text)
            assert not re.search(
                r"\d\.\d\d", re.sub(r"<(title|desc|text|tspan)\b[^>]*>[^<]*", "", text)
            ), "more than one decimal"
            assert ("var(--c-" in text) == (theme is None)


def test_every_word_and_mark_of_a_scene_is_in_its_svg(exhibits):
    for card_id in (
        "wages/wages_over_time",
        "disputes/appeals_map",
        "safety/causes",
        "international/conventions_matrix",
    ):
        scene = draw(exhibits[card_id].drawing, 700)
        root = ET.fromstring(as_svg(scene, "light", "a", "b"))
        assert Counter(
            plain("".join(text.itertext())) for text in root.iter(f"{SVG}text")
        ) == Counter(plain(words) for *_, words in lines(scene))
        assert len(list(root.iter(f"{SVG}circle"))) == sum(
            isinstance(mark, Dot) for mark in scene.marks
        )
        said = Counter(
            title.text
            for tag in root.iter()
            for title in tag.findall(f"{SVG}title")
            if tag is not root
        )
        assert said == Counter(mark.hover for mark in scene.marks if getattr(mark, "hover", ""))


def test_hostile_words_stay_words():
    marks = (
        Text(5, 20, HOSTILE, 14, "@text"),
        Text(5, 40, "a", 14, "@text", True),
        Text(9, 40, HOSTILE, 14, "@text", joined=True),
        Box(0, 0, 5, 5, "@fprk", hover=HOSTILE),
        Dot(3, 3, 2, None, "@text", 1, HOSTILE),
        Line(((0, 0), (4, 4)), "@text", 1, hover=HOSTILE),
    )
    text = as_svg(Scene(100, 50, marks), None, HOSTILE, HOSTILE)
    root = ET.fromstring(text)
    assert "<script" not in text
    harmless = HOSTILE.replace("\x07", "")
    assert [title.text for title in root.iter(f"{SVG}title")] == [harmless] * 4
    assert ["".join(words.itertext()) for words in root.iter(f"{SVG}text")].count(harmless) == 1


def test_two_drawings_on_one_page_do_not_share_a_pattern(known, store):
    one = assemble(known.card("youth/neet_15_24_map"), View("ru", period="2020"), store)
    wide, narrow = (
        re.search(r'<pattern id="(\w+)"', as_svg(draw(one.drawing, width), None, one.title, ""))[1]
        for width in WIDTHS
    )
    assert wide != narrow


# --- embedding ------------------------------------------------------------------------------------


class Read(HTMLParser):
    """What a page holds: its tags with their attributes, and its words."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


def embedded(card_id, known, store, view, **more):
    card = known.card(card_id)
    one = assemble(card, view, store)
    code = code_of(card, view, store.release.number)
    return (
        one,
        embed.page(one, view, store, base="https://numbers.example/", code=code, **more),
        code,
    )


KINDS = {
    "trend": "wages/wages_over_time",
    "ranking": "safety/causes",
    "tile": "safety/tile_accidents",
    "table": "organisational/poverty_line",
    "timeline": "timeline/governance",
    "change": "safety/accidents_change",
    "composition": "disputes/court_results",
    "gap": "wages/hourly_by_sex_region",
    "network": "international/network",
}


@pytest.mark.parametrize("card_id", KINDS.values())
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_embedded_exhibit_is_one_light_request_with_everything_that_proves_it(
    card_id, language, known, store
):
    one, text, code = embedded(card_id, known, store, View(language))
    read = Read(text)
    assert len(text.encode()) < 30_000
    assert read.all("html") == [{"lang": language}]
    assert not {tag for tag, _ in read.tags} & {"script", "link", "img", "iframe", "object", "base"}
    assert not re.search(r"@import|@font-face|url\((?!#h)|src=", text)
    assert plain(one.title) in plain(read.words)
    assert (
        f"{one.source} · {say(language, 'release_short', number=str(store.release.number))}"
        in read.words
    )
    for note in one.notes:
        assert plain(note.text) in plain(read.words)
    for row in one.table.rows:
        for cell in row:
            assert plain(cell) in plain(read.words)
    receipt, page = read.all("a")
    assert receipt["href"] == f"https://numbers.example/r/{code}?lang={language}"
    assert (
        page["href"]
        == f"https://numbers.example/{one.card.area}?lang={language}#{one.card.id.replace('/', '-')}"
    )
    assert all(way["target"] == "_blank" and way["rel"] == "noopener" for way in (receipt, page))


@pytest.mark.parametrize(
    "card_id", [*KINDS.values(), "disputes/appeals_map", "international/conventions_matrix"]
)
def test_an_embedded_chart_is_drawn_for_a_page_and_for_a_phone(card_id, known, store):
    one, text, _ = embedded(card_id, known, store, View("kk"))
    drawn = [attributes["class"] for attributes in Read(text).all("svg")]
    assert drawn == ([] if one.card.chart in {"tile", "table", "timeline"} else ["wide", "narrow"])
    if one.tile:
        assert plain(one.tile.value) in plain(Read(text).words)
    assert embed.height_of(one) > 150


def test_an_embedded_exhibit_says_what_its_source_cannot_follow(known, store):
    card = replace(known.card("safety/accidents_change"), breakdowns=())
    asked = View("ru", place="KZ-47", sector="oil_gas", period="2024")
    text = embed.page(
        assemble(card, asked, store),
        asked,
        store,
        base="https://numbers.example/",
        code="0000-00000",
    )
    assert plain("Не опубликовано по регионам и отраслям: фильтр здесь не действует.") in plain(
        Read(text).words
    )
    assert say("ru", "no_breakdown_period") in Read(text).words
    _, text, _ = embedded("wages/hourly_by_sex_region", known, store, View("ru", place="KZ-47"))
    read = Read(text)
    assert say("ru", "highlighted", what=known.places["KZ-47"].name["ru"]) in read.words
    assert sum(attributes.get("class") == "picked" for attributes in read.all("tr")) == 2
    assert (
        read.all("a")[1]["href"]
        == "https://numbers.example/wages?lang=ru&region=KZ-47#wages-hourly_by_sex_region"
    )


def test_an_embedded_exhibit_that_failed_says_so_and_leads_on(known, store):
    card = known.card("safety/causes")
    one = assemble(card, View("en"), store)
    broken = replace(
        one, drawing=None, failed=True, subtitle=say("en", "exhibit_failed"), notes=(), source=""
    )
    text = embed.page(broken, View("en"), store, base="https://numbers.example/", code="0000-00000")
    read = Read(text)
    assert say("en", "exhibit_failed") in read.words
    assert read.all("table") + read.all("svg") == []
    assert len(read.all("a")) == 2


def test_an_embedded_exhibit_takes_the_theme_it_is_asked_for(known, store):
    both = embedded("safety/causes", known, store, View("ru"))[1]
    assert "prefers-color-scheme:dark" in both
    assert all(palette["ground"] in both for palette in PALETTES.values())
    for theme, other in (("light", "dark"), ("dark", "light")):
        text = embedded("safety/causes", known, store, View("ru"), theme=theme)[1]
        assert "prefers-color-scheme" not in text
        assert f"color-scheme:{theme};" in text
        assert PALETTES[theme]["ground"] in text
        assert PALETTES[other]["ground"] not in text


def test_every_colour_an_embedded_exhibit_uses_is_defined_in_it(known, store):
    for card_id in (
        "disputes/appeals_map",
        "international/conventions_matrix",
        "safety/tile_accidents",
        "wages/wages_over_time",
    ):
        text = embedded(card_id, known, store, View("ru"))[1]
        assert set(re.findall(r"var\(--(c-[\w-]+)\)", text)) <= set(
            re.findall(r"--(c-[\w-]+):#", text)
        )


def test_hostile_words_in_an_exhibit_are_shown_not_obeyed(known, store):
    card = known.card("safety/causes")
    one = assemble(card, View("en"), store)
    cells = (HOSTILE, *one.table.rows[0][1:])
    hostile = replace(
        one,
        title=HOSTILE,
        subtitle=HOSTILE,
        source=HOSTILE,
        remark=HOSTILE,
        table=replace(one.table, rows=(cells, *one.table.rows[1:])),
    )
    text = embed.page(hostile, View("en"), store, base="https://numbers.example/", code="<b>")
    assert Read(text).all("script") + Read(text).all("b") == []
    assert "alert('1')" in Read(text).words


def test_a_long_table_says_how_much_of_it_is_shown(known, store):
    one, text, _ = embedded("international/conventions_matrix", known, store, View("en"))
    shown = len(Read(text).all("tr")) - 1
    assert shown < len(one.table.rows)
    assert (
        say("en", "rows_shown", shown=str(shown), count=str(len(one.table.rows)))
        in Read(text).words
    )


def test_the_figure_of_every_exhibit_has_a_colour_for_each_token_in_both_themes(exhibits):
    for one in exhibits.values():
        for theme in PALETTES:
            assert not re.findall(
                r"'@(?!shape|label)\w+'", repr(resolve(one.drawing.figure, theme))
            )
