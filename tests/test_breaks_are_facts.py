"""A break is said once, in `data/text/breaks.toml`: cards show it, the release holds it as a table, and
no query compares numbers from both its sides.
"""

import re
import tomllib

import pytest

from app.catalogue.breaks import COLUMNS, Break, SeriesBreak, break_rows, breaks_shown, read_breaks
from app.catalogue.refusals import BadCard
from app.exhibit.notes import breaks_inside
from app.release.check import _break_problems
from app.view import View
from app.words.say import LANGUAGES, IncompleteText, Words
from tests.conftest import ROOT

BROKEN = ROOT / "tests" / "broken" / "breaks"
# File: what the message must say.
FAULTS = {
    "missing_language": "kk missing",
    "blank_language": "ru missing",
    "fourth_language": "unknown key de",
    "unknown_measure": "daily_earnings",
    "unknown_place": "KZ-99",
    "unknown_sector": "astronauts",
    "unknown_series": "unheard_of",
    "unknown_line": "unheard_of",
    "begins_elsewhere": "poverty_rate",
    "some_day": "once",
    "no_measure": "a list of codes",
    "one_measure_without_a_list": "a list of codes",
    "no_period": "since",
    "places_and_sectors": "one of them",
    "three_sources": "an earlier and a later one",
    "unknown_key": "unknown key measure",
    "not_toml": "not_toml.toml",
}
SAID = Words("а", "б", "c")
CARD = {
    "measures": ["employed"],
    "sources": ["one", "two"],
    "by": "place",
    "breakdowns": ["region"],
    "named": [],
}


def codes(known):
    return {name: getattr(known, name) for name in ("measures", "places", "sectors", "series")}


def a_break(**further):
    return SeriesBreak("survey", (("2018", "employed"),), SAID, **further)


# How it is written


def test_every_broken_file_is_tried():
    assert {path.stem for path in BROKEN.iterdir()} == {"sound", *FAULTS}


def test_the_sound_file_from_which_the_broken_ones_are_made_is_taken(known):
    (found,) = read_breaks(BROKEN / "sound.toml", codes(known))
    assert (found.code, found.since) == ("survey", (("2018", "hourly_earnings"),))


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_break_is_refused_and_its_file_is_named(fault, known):
    with pytest.raises((BadCard, IncompleteText)) as refused:
        read_breaks(BROKEN / f"{fault}.toml", codes(known))
    assert str(refused.value).startswith(f"{fault}.toml: ")
    assert FAULTS[fault] in str(refused.value)


def test_a_break_between_sources_that_nobody_knows_is_a_problem_of_the_release():
    found = _break_problems([a_break(sources=("sdg", "hearsay"))], {"sdg"})
    assert [problem.file for problem in found] == ["breaks.toml"]
    assert "[survey] sources = hearsay" in found[0].say("en")


def test_no_two_breaks_have_the_same_words(known):
    for language in LANGUAGES:
        said = [one.words[language] for one in known.breaks]
        assert len(said) == len(set(said))


def test_every_break_concerns_numbers_that_are_published_since(known, store):
    for row in break_rows(known.breaks):
        found = store.rows(
            "select 1 from (select measure, period, place from figures union all"
            " select measure, period, place from statistics)"
            " where measure = $measure and period >= $period and $place in ('', place)",
            {name: row[name] for name in ("measure", "period", "place")},
        )
        assert found, row


# Who shows it


def test_a_break_of_another_measure_is_not_shown():
    assert breaks_shown([a_break()], **CARD) == (Break("2018", SAID),)
    assert breaks_shown([a_break()], **CARD | {"measures": ["employees"]}) == ()


def test_a_break_between_two_sources_is_shown_only_where_both_are_used():
    between = [a_break(sources=("one", "three"))]
    assert breaks_shown(between, **CARD) == ()
    assert breaks_shown(between, **CARD | {"sources": ["three", "two", "one"]}) != ()


def test_a_break_at_some_places_is_shown_only_by_lines_that_can_be_those_places():
    there = [a_break(limit="place", only=("KZ-19",))]
    assert breaks_shown(there, **CARD) == (Break("2018", SAID, ("KZ-19",)),)
    assert breaks_shown(there, **CARD | {"by": "series"}) == ()
    assert breaks_shown(there, **CARD | {"breakdowns": ["period"]}) == ()
    # A country stands beside others whether or not the chart follows a region.
    abroad = [a_break(limit="place", only=("AM",))]
    only_years = CARD | {"breakdowns": ["period"]}
    assert breaks_shown(abroad, **only_years) == (Break("2018", SAID, ("AM",)),)


def test_a_break_of_a_line_that_a_card_does_not_draw_cuts_all_that_it_draws():
    one = [a_break(lines=("age_15_24",))]
    drawn = {"by": "series", "named": ["age_15_24", "age_15_34"]}
    assert breaks_shown(one, **CARD | drawn)[0].only == ("age_15_24",)
    assert breaks_shown(one, **CARD)[0].only == ()


def test_a_break_before_all_that_is_shown_is_not_said_unless_the_line_begins_with_it(known):
    card = known.card("gender/hourly_gap_over_time")
    survey = next(item for item in card.breaks if item.period == "2018")

    def said(first, last):
        return survey in breaks_inside(card, [{"period": first}, {"period": last}])

    assert [said("2017", "2018"), said("2018", "2023"), said("2014", "2017")] == [
        True,
        False,
        False,
    ]
    begins = known.card("employment/employed_over_time")
    assert breaks_inside(begins, [{"period": "2015"}])[0].period == "2015"


def test_every_break_is_shown_by_an_exhibit_and_every_exhibits_break_is_a_fact(known, store):
    facts = {(period, one.words) for one in known.breaks for period, _ in one.since}
    shown = set()
    for card in known.cards():
        marks = [row for row in store.read(card, View("en")) if row["role"] == "mark"]
        shown |= {(item.period, item.words) for item in breaks_inside(card, marks)}
        assert {(item.period, item.words) for item in card.breaks} <= facts
    assert shown == facts


def test_charts_that_do_not_run_through_time_have_no_breaks(known):
    assert {card.chart for card in known.cards() if card.breaks} == {"trend"}


# The table


def test_the_table_of_the_release_is_what_the_file_says(known, store):
    def key(row):
        return tuple(row[column] for column in COLUMNS)

    assert sorted(map(key, store.rows("select * from breaks"))) == sorted(
        map(key, break_rows(known.breaks))
    )
    written = tomllib.loads((ROOT / "data" / "text" / "breaks.toml").read_text(encoding="utf-8"))
    assert {row["break"] for row in store.rows("select * from breaks")} == set(written)


def test_the_table_has_a_row_for_each_break_measure_and_place_and_blank_means_all():
    since = (("2022", "employed"), ("2023", "poverty_rate"))
    rows = list(break_rows([SeriesBreak("x", since, SAID, "place", ("KZ-19", "KZ-35"))]))
    assert [(row["measure"], row["period"], row["place"], row["sector"]) for row in rows] == [
        ("employed", "2022", "KZ-19", ""),
        ("employed", "2022", "KZ-35", ""),
        ("poverty_rate", "2023", "KZ-19", ""),
        ("poverty_rate", "2023", "KZ-35", ""),
    ]
    (between,) = break_rows([a_break(sources=("one", "two"))])
    assert (between["earlier_source"], between["later_source"]) == ("one", "two")
    (inside,) = break_rows([a_break(sources=("one",))])
    assert (inside["earlier_source"], inside["later_source"]) == ("one", "one")


# What SQL makes of it


def truth(store, expression):
    return store.rows(f"select {expression} as answer")[0]["answer"]


@pytest.mark.parametrize(
    ("earlier", "later", "place", "same"),
    [
        ("2014", "2015", "KZ", False),
        ("2015", "2021", "KZ-19", True),
        ("2021", "2022", "KZ-19", False),
        ("2021", "2022", "KZ", True),
        ("2021", "2022", "KZ-71", True),
        ("2010", "2025", "KZ", False),
    ],
)
def test_a_break_stops_every_comparison_over_it_and_none_beside_it(
    earlier, later, place, same, store
):
    asked = f"same_definition('employed', '{earlier}', '{later}', '{place}')"
    assert truth(store, asked) is same


def test_a_break_between_sources_stops_no_comparison_inside_another(store):
    over = "same_definition('neet_rate', '2022', '2023', 'KZ', of_sources := {})"
    assert truth(store, over.format("['sdg_8_6_1']")) is False
    assert truth(store, over.format("['press_lada_neet_2025']")) is True
    assert truth(store, over.format("null")) is False


def test_breaks_are_listed_in_their_order_and_none_is_an_empty_list(store):
    assert truth(store, "breaks_of(['unemployment_rate'], 'KZ')") == ["2015", "2024"]
    assert truth(store, "breaks_of(['unemployment_rate'], 'KZ-19')") == ["2015", "2022", "2024"]
    assert truth(store, "breaks_of(['union_density'], 'RU')") == []


LINE = (
    "with line as (select cast(year as varchar) as period, place, '_T' as sector, '_T' as series"
    " from generate_series(2010, 2023) as years (year),"
    " (values ('KZ'), ('KZ-19')) as spots (place)) "
)


def test_a_column_of_the_query_keeps_its_meaning_inside_the_macro(store):
    rows = store.rows(
        LINE + "select place, min(period) as first from line"
        " where same_definition('employed', period, '2023', place) group by place order by place"
    )
    assert rows == [{"place": "KZ", "first": "2015"}, {"place": "KZ-19", "first": "2022"}]


def test_rows_since_the_last_break_are_told_for_each_place(store):
    rows = store.rows(
        LINE + "select place, min(period) as first, max(period) as last"
        " from since_last_break('line', ['employed']) group by place order by place"
    )
    assert rows == [
        {"place": "KZ", "first": "2015", "last": "2023"},
        {"place": "KZ-19", "first": "2022", "last": "2023"},
    ]


def test_no_headline_number_is_compared_over_a_break(known, store):
    tried = 0
    for card in known.cards():
        breaks = [row for row in break_rows(known.breaks) if row["measure"] in card.measures]
        for row in breaks if card.chart == "tile" else ():
            place = row["place"] or None
            answer = store.read(card, View("en", place=place, period=row["period"]))
            years = {found["period"] for found in answer if found["series"] in {"now", "before"}}
            tried += row["period"] in years
            assert not (row["period"] in years and len(years) > 1), (card.id, row)
    assert tried > 10


def test_no_query_names_a_year():
    year = re.compile(r"(?<![\w.])(19|20)\d\d(?![\d_])")
    found = {
        str(path.relative_to(ROOT / "queries").with_suffix(""))
        for path in (ROOT / "queries").rglob("*.sql")
        if year.search(re.sub(r"--.*", "", path.read_text(encoding="utf-8")))
    }
    assert found == set()
