"""The page about one region or sector repeats the exhibits' own numbers, ranks only what compares,
and exists for every code.
"""

import json
from itertools import cycle

import pytest

from app.across.profile import COMPARABLE_UNITS, LEAST_RANKED, lines, without
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
    for place in known.regions()[::4]:
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


# A page has its words where its exhibits have them: each is tried in one of the languages.
def test_every_region_and_every_sector_has_its_page(store, known):
    for page, field, codes, named in (
        ("region", "place", known.regions(), known.places),
        ("sector", "sector", known.union_sectors(), known.sectors),
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
