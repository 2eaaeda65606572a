"""The page about one region or sector repeats the exhibits' own numbers, ranks only what compares,
and exists for every code.
"""

import json
from itertools import cycle

import pytest

from app.across.profile import COMPARABLE_UNITS, LEAST_RANKED, leading, lines, without
from app.screen.compose import compose
from app.view import View
from app.words.say import LANGUAGES

PLACES = ("KZ-47", "KZ-10", "KZ-75")
SECTORS = ("education", "oil_gas", "forestry")


def views():
    yield from (("region", View("ru", place=place)) for place in PLACES)
    yield from (("sector", View("ru", sector=sector)) for sector in SECTORS)


@pytest.mark.parametrize(("kind", "view"), list(views()))
def test_every_line_is_the_newest_number_of_its_exhibit(kind, view, store):
    every = lines(kind, view, store)
    assert every
    column, other = ("place", "sector") if kind == "region" else ("sector", "place")
    for line in every:
        mine = [
            row
            for row in store.read(line.card, view.only(line.card.breakdowns))
            if row["role"] == "mark"
            and row["value"] is not None
            and row[column] == line.row["code"]
            and row[other] == line.row["other"]
            and all(
                (row.get(name) or "_T") == line.row[name]
                for name in ("series", "measure", "sex", "age")
            )
        ]
        assert line.row["period"] == max(row["period"] for row in mine)
        assert line.row["value"] in {
            row["value"] for row in mine if row["period"] == line.row["period"]
        }
        if line.row["before_value"] is not None:
            assert line.row["before_period"] < line.row["period"]


@pytest.mark.parametrize("place", PLACES)
def test_a_rank_counts_the_regions_above_and_only_where_regions_compare(place, store, known):
    view = View("ru", place=place)
    ranked = [line for line in lines("region", view, store) if line.rank]
    assert ranked
    for line in ranked:
        assert line.card.unit in COMPARABLE_UNITS
        peers = [
            row["value"]
            for row in store.read(line.card, view.only(line.card.breakdowns))
            if row["role"] == "mark"
            and row["value"] is not None
            and row["place"] in known.regions()
            and row["period"] == line.row["period"]
            and row["sector"] == line.row["other"]
            and all(
                (row.get(name) or "_T") == line.row[name]
                for name in ("series", "measure", "sex", "age")
            )
        ]
        assert line.rank == (1 + sum(value > line.row["value"] for value in peers), len(peers))
        assert len(peers) >= LEAST_RANKED


def test_counts_of_cases_and_people_have_no_rank(store, known):
    for place in known.regions()[::5]:
        for line in lines("region", View("en", place=place), store):
            assert line.rank is None or line.card.unit not in {
                "cases",
                "persons",
                "conflicts",
                "appeals",
                "accidents",
                "meetings",
            }


def test_what_has_a_line_is_not_listed_as_unpublished(store):
    every = lines("region", View("kk", place="KZ-47"), store)
    silent = without(every)
    assert silent
    assert not {line.card.id for line in every} & {card.id for card in silent}


def test_a_place_is_counted_from_the_good_end_and_the_words_say_which_it_is(store):
    found = {line.card.id: line for line in lines("region", View("en", place="KZ-47"), store)}
    worst = found["employment/unemployment_by_region"]
    assert worst.card.better == "lower"
    assert worst.rank[0] == 1
    assert worst.place == (worst.rank[1], worst.rank[1])
    shown = json.loads(compose("region", View("en", place="KZ-47"), (), store))
    table = next(block for block in shown["blocks"] if block.get("id") == "leading")
    assert all(row[5].endswith("1 is best") for row in table["rows"])


def test_what_stands_first_is_chosen_by_its_rule(store, known):
    for place in known.regions()[::5]:
        every = lines("region", View("en", place=place), store)
        first = leading(every)
        assert 3 <= len(first) <= 10, place
        assert len({line.card.id for line in first}) == len(first)
        areas = [line.card.area for line in first]
        assert all(areas.count(area) <= 2 for area in areas)
        assert [line.apart for line in first] == sorted(
            (line.apart for line in first), reverse=True
        )


def test_nothing_in_a_profile_compares_across_a_break(store, known):
    tried = 0
    for place in known.regions()[::5]:
        for line in lines("region", View("en", place=place), store):
            before = line.row["before_period"]
            if before is None:
                tried += any(one.period[:4] <= line.row["period"][:4] for one in line.card.breaks)
                continue
            assert not [
                one
                for one in line.card.breaks
                if before[:4] < one.period[:4] <= line.row["period"][:4]
            ], line.card.id
    assert tried


def test_a_rank_of_a_section_is_none_of_the_several_unions_in_it(store):
    mine = lines("sector", View("en", sector="machine_building"), store)
    assert {line.rank for line in mine if line.row["code"] == "B-E"} <= {None}
    shared = {line.row["code"] for line in mine if line.rank is None}
    assert "B-E" in shared


def test_what_documents_tell_of_a_region_or_a_union_stands_on_its_page(store):
    for page, view, words in (
        ("region", View("en", place="KZ-47"), "M-Techservice"),
        ("sector", View("en", sector="machine_building"), "Member of"),
    ):
        shown = json.loads(compose(page, view, (), store))
        table = next(block for block in shown["blocks"] if block.get("id") == "documents")
        assert any(words.casefold() in str(row[1]).casefold() for row in table["rows"])
        assert all(row[2] for row in table["rows"])


# A page has its words where its exhibits have them: each is tried in one of the languages. Every
# fifth code stands for the others: what differs between codes, the tests of the questions try.
def test_a_region_and_a_sector_have_their_page(store, known):
    for page, field, codes, named in (
        ("region", "place", known.regions()[::5], known.places),
        ("sector", "sector", known.union_sectors()[::5], known.sectors),
    ):
        for code, language in zip(codes, cycle(LANGUAGES), strict=False):
            shown = json.loads(compose(page, View(language, **{field: code}), (), store))
            assert shown["title"] == named[code].name[language]
            assert shown["printable"]
            assert any(
                block["type"] == "table" and (block["rows"] or block["missing"])
                for block in shown["blocks"]
            )


@pytest.mark.parametrize("page", ["region", "sector"])
def test_without_a_pick_the_page_offers_every_code(page, store, known):
    shown = json.loads(compose(page, View("en"), (), store))
    (block,) = shown["blocks"]
    assert {code for code, _ in block["items"]} == set(
        known.regions() if page == "region" else known.union_sectors()
    )
