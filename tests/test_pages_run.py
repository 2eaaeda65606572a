"""Every page runs in every language, with and without filters and with nonsense in the link, and
carries the numbers SQL gives.
"""

import json
import re
import shutil
from functools import cache
from itertools import cycle

import pytest
from streamlit.testing.v1 import AppTest

from app.catalogue.vocabulary import expanded
from app.exhibit.assemble import assemble
from app.exhibit.checked import explanation
from app.screen.compose import compose
from app.screen.pieces import together
from app.store.open import open_current
from app.store.store import allowed_codes
from app.view import View, from_query, unknown_page
from app.words.numbers import amount, number, percent
from app.words.say import DEFAULT_LANGUAGE, LANGUAGES, say
from tests.conftest import FACT_FOLDERS, ROOT

PAGES = {
    "front": "dashboard.py",
    **{path.stem: f"pages/{path.name}" for path in sorted((ROOT / "pages").glob("*.py"))},
}
LINKS = {
    "nothing picked": {},
    "a region": {"region": "KZ-47"},
    "a sector": {"sector": "oil_gas"},
    "a year": {"period": "2024"},
    "all three": {"region": "KZ-75", "sector": "education", "period": "2023"},
    "long ago": {"period": "2001"},
    "nonsense": {"region": "KZ-00", "sector": "'; drop table figures; --", "period": "<b>x</b>"},
    "no such page": {"unknown": "<script>"},
}


@cache
def payload(page, language, link):
    """Return what a page shows, composed as it is when Streamlit runs it, which takes longer."""
    store, asked = open_current(), {"lang": language, **LINKS[link]}
    view, refusals = from_query(asked, allowed_codes(store), DEFAULT_LANGUAGE)
    if "unknown" in asked:
        refusals = (*refusals, unknown_page(asked["unknown"]))
    return json.loads(compose(page, view, refusals, store))


def run(page, language, link):
    """Return what a page shows when Streamlit runs it."""
    at = AppTest.from_file(str(ROOT / PAGES[page]), default_timeout=60)
    if language:
        at.query_params["lang"] = language
    for name, value in LINKS[link].items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    elements = at.get("bidi_component")
    assert len(elements) == 1
    return together(json.loads(elements[0].proto.bytes), {})


def exhibits(page):
    for block in page["blocks"]:
        yield from block.get("exhibits", ())


def tiles(page):
    for block in page["blocks"]:
        yield from block.get("tiles", ())


def tile(page, card_id):
    return next(one for one in tiles(page) if one["id"] == card_id)


@pytest.fixture(autouse=True)
def _released(store):
    """The pages show the release that the other tests look at."""


# One language tries every link; the others differ in words only. An address that is no page leads
# to the overview, which tries that.
TRIED = [
    (language, link)
    for language in LANGUAGES
    for link in LINKS
    if link == "nothing picked" or (language == "kk" and link != "no such page")
]


@pytest.mark.parametrize(
    ("page", "language", "link"),
    [("front", "kk", "no such page"), *zip(PAGES, cycle(LANGUAGES), cycle(LINKS), strict=False)],
)
def test_streamlit_runs_a_page_and_it_shows_what_is_composed_for_the_link(page, language, link):
    assert run(page, language, link) == payload(page, language, link)


@pytest.mark.parametrize(("language", "link"), TRIED)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole_whatever_the_link_says(page, language, link, known):
    shown = payload(page, language, link)
    assert shown["page"] == page
    assert shown["lang"] == language
    assert shown["title"]
    assert shown["blocks"]
    assert [one["code"] for one in shown["langs"] if one["current"]] == [language]
    assert [one["page"] for one in shown["nav"] if one["current"]] == [page]
    assert not [one["id"] for one in exhibits(shown) if one["failed"]]
    if page in {area.id for area in known.areas}:
        ids = [one["id"] for one in [*tiles(shown), *exhibits(shown)]]
        assert sorted(ids) == sorted(card.id for card in known.area(page).cards)


# Every page refuses; in which words is the same on all of them.
@pytest.mark.parametrize(
    ("page", "language"), [*((page, "kk") for page in PAGES), ("front", "ru"), ("front", "en")]
)
def test_nonsense_in_a_link_is_named_in_words_and_everything_is_shown(page, language):
    shown = payload(page, language, "nonsense")
    texts = [message["text"] for message in shown["messages"]]
    expected = {"region": "KZ-00", "sector": "droptablefigures--", "period": "bx/b"}
    assert texts == [
        say(language, f"refused_{name}", value=value) for name, value in expected.items()
    ]
    assert not any(set("<>;'") & set(text) for text in texts)
    assert shown["view"] == {"lang": language}
    assert payload(page, language, "nothing picked")["messages"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_that_is_no_page_leads_to_the_overview_with_a_message(language):
    shown = payload("front", language, "no such page")
    assert [message["text"] for message in shown["messages"]] == [
        say(language, "refused_page", value="script")
    ]


def test_a_link_without_a_language_is_shown_in_one_of_ours():
    assert run("front", "", "nothing picked")["lang"] in LANGUAGES


def test_a_damaged_release_is_told_and_the_rest_keeps_working(store, tmp_path, monkeypatch):
    for name in FACT_FOLDERS:
        (tmp_path / name).symlink_to(ROOT / "data" / name)
    table = (
        shutil.copytree(store.release.folder, tmp_path / "releases" / "0001") / "figures.parquet"
    )
    table.write_bytes(table.read_bytes()[:100])
    (tmp_path / "releases" / "current").write_text("1\n", encoding="ascii")
    monkeypatch.setenv("UNION_INDICATORS_DATA", str(tmp_path))
    shown = run("disputes", "kk", "nothing picked")
    (message,) = shown["messages"]
    assert message["kind"] == "error"
    assert "release check" in message["text"]
    assert len(shown["nav"]) >= 5


# Page, tile, link, an SQL statement of our own that gives the number.
NUMBERS = [
    (
        "safety",
        "safety/tile_deaths",
        "nothing picked",
        "select value from figures where measure = 'deaths' and period = '2025' and series = '_T' "
        "and place = 'KZ'",
    ),
    (
        "safety",
        "safety/tile_deaths",
        "a year",
        "select value from figures where measure = 'deaths' and period = '2024' and series = '_T' "
        "and place = 'KZ'",
    ),
    (
        "safety",
        "safety/tile_accidents",
        "nothing picked",
        "select value from figures where measure = 'accidents' and period = '2025' and series = "
        "'_T'",
    ),
    (
        "safety",
        "safety/tile_injured",
        "nothing picked",
        "select value from figures where measure = 'injured' and period = '2025' and series = '_T'",
    ),
    (
        "disputes",
        "disputes/tile_conflicts",
        "nothing picked",
        "select value from figures where measure = 'labour_conflicts' and period = '2025' and "
        "place = 'KZ' and series = '_T'",
    ),
    (
        "disputes",
        "disputes/tile_conflicts",
        "a region",
        "select value from figures where measure = 'labour_conflicts' and period = '2025' and "
        "place = 'KZ-47' and series = '_T'",
    ),
    (
        "disputes",
        "disputes/tile_strikes",
        "a year",
        "select value from figures where measure = 'strikes' and period = '2024' and series = '_T'",
    ),
    (
        "disputes",
        "disputes/tile_appeals",
        "nothing picked",
        "select sum(value) as value from figures where measure = 'appeals' and period = '2025' and "
        "place <> 'KZ'",
    ),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "card_id", "link", "sql"), NUMBERS)
def test_a_tile_shows_the_number_that_sql_gives(page, card_id, link, sql, language, store):
    value = store.rows(sql)[0]["value"]
    assert value
    assert tile(payload(page, language, link), card_id)["value"] == number(value, language)


@pytest.mark.parametrize(
    ("language", "link"),
    [
        ("ru", "nothing picked"),
        ("en", "nothing picked"),
        ("kk", "nothing picked"),
        ("kk", "a region"),
        ("kk", "a sector"),
        ("kk", "a year"),
    ],
)
def test_every_table_on_a_page_holds_the_numbers_of_its_query(language, link, known, store):
    picked = LINKS[link]
    view = View(language, picked.get("region"), picked.get("sector"), picked.get("period"))
    for area in known.areas:
        for one in exhibits(payload(area.id, language, link)):
            card = known.card(one["id"])
            rows = [
                row for row in store.read(card, view.only(card.breakdowns)) if row["role"] == "mark"
            ]
            assert len(one["table"]["rows"]) == len(rows), one["id"]
            if card.chart in {"table", "timeline"} and "text_kk" in expanded(card.sql):
                continue
            column = next(
                (
                    place
                    for place, title in enumerate(one["table"]["columns"])
                    if title.startswith(say(language, "column_value"))
                ),
                None,
            )
            assert [cells[column] for cells in one["table"]["rows"]] == [
                written(row, card, language, known) for row in rows
            ], one["id"]


def written(row, card, language, known):
    """Return a row's number as its table has it: among numbers of several kinds a share has its
    sign, and what is whole no decimals.
    """
    if card.unit == "number" and row.get("measure"):
        share = known.measures[row["measure"]].unit == "percent"
        return (percent if share else number)(
            row["value"],
            language,
            0 if row["value"] is None or row["value"] % 1 == 0 else card.decimals,
        )
    return amount(row["value"], "year" if card.unit == "year" else "", language, card.decimals)


@pytest.mark.parametrize(
    ("language", "link", "name"),
    [
        ("kk", "a region", "region"),
        ("ru", "a sector", "sector"),
        ("kk", "a year", "period"),
    ],
)
def test_an_exhibit_that_cannot_follow_a_filter_says_so_and_one_that_can_does_not(
    language, link, name, known
):
    for area in known.areas:
        for one in exhibits(payload(area.id, language, link)):
            words = (
                say(language, "no_breakdown_period")
                if name == "period"
                else say(language, "no_breakdown", what=say(language, f"by_{name}"))
            )
            followed = name in known.card(one["id"]).breakdowns
            assert one["unfollowed"].casefold() == ("" if followed else words.casefold()), one["id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_ever_blank(language, known):
    for link in [link for spoken, link in TRIED if spoken == language]:
        for area in known.areas:
            shown = payload(area.id, language, link)
            for one in exhibits(shown):
                assert one["title"]
                assert one["subtitle"]
                assert one["definition"]
                assert one["alt"]
                assert one["figure"] or one["table"]["rows"] or one["remark"], (
                    f"{one['id']} with {link} is silent"
                )
            for one in tiles(shown):
                assert one["label"]
                assert one["value"]
                assert one["value"] != "—" or one["before"], f"{one['id']} with {link} is silent"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_click_on_a_mark_picks_a_code_that_a_link_may_carry_or_nothing(language, known):
    for area in known.areas:
        for one in exhibits(payload(area.id, language, "nothing picked")):
            if one["pick"]:
                assert len(one["table"]["picks"]) == len(one["table"]["rows"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_sources_shows_every_check_every_measure_and_every_document(
    language, store, known
):
    shown = payload("sources", language, "nothing picked")
    tables = {block["id"]: block for block in shown["blocks"] if block["type"] == "table"}
    checks = store.rows("select result, count(*) as n from checks group by result")
    assert len(tables["reconciliation"]["rows"]) == sum(row["n"] for row in checks)
    measures = store.rows(
        "select count(distinct measure) as n from (select measure from figures union all select "
        "measure from statistics)"
    )[0]["n"]
    assert len(tables["measures"]["rows"]) == measures
    assert (
        len(tables["documents"]["rows"]) == store.rows("select count(*) as n from sources")[0]["n"]
    )
    once = [(row[0], row[1]) for row in tables["breaks"]["rows"]]
    assert once == sorted(set(once), key=lambda one: (one[0], once.index(one)))
    assert set(once) == {
        (period, one.words[language]) for one in known.breaks for period, _ in one.since
    }
    assert all(row[2]["links"] for row in tables["breaks"]["rows"])
    statuses = [row[3]["status"] for row in tables["reconciliation"]["rows"]]
    order = {"disagrees": 0, "rounding": 1, "agrees": 2}
    assert statuses == sorted(statuses, key=order.get), "what disagrees comes first"
    if language != "en":
        english = [
            row[0]
            for row in tables["reconciliation"]["rows"]
            if re.search(r"\b(table|text|row|by|strike|paragraph|after)\b", row[0])
        ]
        assert not english, english[:3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_shows_a_dozen_numbers_and_leads_on_from_each(language, known):
    shown = payload("front", language, "nothing picked")
    dozen = list(tiles(shown))
    assert len(dozen) == 12
    assert {one["page"] for one in dozen} == {
        area.id
        for area in known.areas
        if any(card.front and card.chart == "tile" for card in area.cards)
    }
    assert all(one["kicker"] and one["value"] != "—" and one["source"] for one in dozen)
    lists = [one for block in shown["blocks"] if block["type"] == "lists" for one in block["lists"]]
    assert [one["title"] for one in lists] == [
        say(language, key)
        for key in ("front_changed", "front_attention", "promises_far", "front_contradictions")
    ]
    promised = lists.pop(2)
    assert all(len(one["items"]) == 3 for one in lists)
    assert 1 <= len(promised["items"]) <= 3, (
        "a promise with a newest value of today may be rare; none at all would mean the list is "
        "dead"
    )


def test_an_arrow_never_stands_beside_a_change_that_is_written_as_nothing(known, store):
    card = known.card("employment/tile_employees")
    shown = [assemble(card, View("en", place=place), store).tile for place in known.regions()]
    assert all(
        tile.direction == "same" or re.search("[1-9]", tile.delta.split("(")[0]) for tile in shown
    )
    assert {tile.judgement for tile in shown if tile.direction == "same"} <= {"neutral"}


def strongest(known, store, view):
    """Return the titles of headline numbers, what changed most first: shares by points, counts of
    fifty and more by per cent; nothing that is doubted, nothing that does not follow the pick.
    """
    changes = []
    for card in known.cards():
        one = assemble(card, view, store) if card.chart == "tile" else None
        if one is None or one.doubted or (view.place and "region" not in card.breakdowns):
            continue
        slots = {row["series"]: row["value"] for row in one.finding_rows}
        change, before = slots.get("change"), slots.get("before")
        if change is None or before is None or one.tile.direction == "same":
            continue
        moved = abs(change) if card.unit == "percent" else abs(slots.get("change_pct") or 0)
        if moved and (card.unit == "percent" or abs(before) >= 50):
            changes.append((moved, card.title[view.language]))
    return [title for _, title in sorted(changes, reverse=True)]


@pytest.mark.parametrize("place", [None, "KZ-47"])
def test_what_changed_most_is_computed_over_all_headline_numbers_that_follow_the_pick(
    place, known, store
):
    view = View("en", place=place)
    shown = json.loads(compose("front", view, (), store))
    first = next(
        one for block in shown["blocks"] if block["type"] == "lists" for one in block["lists"]
    )
    titles = strongest(known, store, view)[:3]
    assert titles
    assert [item["text"].split(",")[0] for item in first["items"]] == [
        title.split(",")[0] for title in titles
    ]
    assert all(re.search(r"\b20\d\d\b", item["text"]) for item in first["items"])
    if place:
        name = known.places[place].short["en"]
        assert all(name in item["text"] for item in first["items"])


def test_no_doubted_number_and_no_other_source_leads_a_list_of_the_front_page(known, store):
    shown = payload("front", "en", "nothing picked")
    lists = [one for block in shown["blocks"] if block["type"] == "lists" for one in block["lists"]]
    doubted = {
        card.title["en"]
        for card in known.cards()
        if card.chart == "tile" and assemble(card, View("en"), store).doubted
    }
    assert doubted, "the front page has doubted numbers, the arrears for one"
    told = [item["text"] for one in lists[:2] for item in one["items"]]
    assert not [text for text in told if any(text.startswith(title) for title in doubted)]
    weights = {
        explanation(row, "en"): (row["weight"] or 1, row["against"] or "itself")
        for row in store.rows("select * from checks where result = 'disagrees'")
    }
    shown_checks = [weights[item["text"]] for item in lists[-1]["items"]]
    assert shown_checks == sorted(shown_checks, reverse=True)
    assert {against for _, against in shown_checks} == {"itself"}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_in_one_language_has_no_words_of_another(page):
    def words(value, key=""):
        # Titles of documents stay in the language of their publication; names of languages are
        # their own.
        if key in {"langs", "href", "id", "hash", "code", "name", "picks", "customdata"}:
            return
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for name, part in value.items():
                yield from words(part, name)
        elif isinstance(value, list):
            for part in value:
                yield from words(part, key)

    shown = payload(page, "en", "nothing picked")
    shown = {
        **shown,
        "blocks": [block for block in shown["blocks"] if block.get("id") != "documents"],
    }
    assert not [text for text in words(shown) if any("\u0400" <= sign <= "\u04ff" for sign in text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_does_not_follow_what_was_picked_says_so(known, store, language):
    """A link carries a region to the profile of a sector, whose numbers are the country's."""
    view = View(language, place="KZ-47", sector="education")

    def said(page):
        return [one["text"] for one in json.loads(compose(page, view, (), store))["messages"]]

    region, sector = (
        known.places["KZ-47"].name[language],
        known.sectors["education"].name[language],
    )
    assert [text.startswith(region) for text in said("sector")] == [True]
    assert [text.startswith(sector) for text in said("region")] == [True]
    assert not said("safety")
    assert not said("promises")
