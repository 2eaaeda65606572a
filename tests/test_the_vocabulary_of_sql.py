"""The words that questions share: what DuckDB must do for them, what each one means, and that every
one of them is explained and used.
"""

import re

import duckdb
import pytest

from app.catalogue.vocabulary import expanded, read_vocabulary, shared_sql, used, vocabulary
from app.store.store import TABLES

SHARED = shared_sql()


def step(name, *rows):
    """Return a step of rows (period, place, value), all of one sector, series and source."""
    values = ", ".join(f"('{period}', '{place}', {value}::double)" for period, place, value in rows)
    columns = "period, place, '_T' as sector, '_T' as series, value, 'final' as status"
    values = values or "(null, null, null)"
    return (
        f"{name} as (select {columns}, 's' as source from (values {values}) as given (period, place, "
        f"value) where period is not null)"
    )


@pytest.fixture
def ask(store):
    """Ask the closed store of a release, as a page does."""
    return lambda sql, **parameters: store.rows(sql, parameters or None)


def periods(rows):
    return [row["period"] for row in rows]


def slots(rows):
    return {row["series"]: row["value"] for row in rows if row["role"] == "finding"}


def case(rows):
    (chosen,) = [row["series"] for row in rows if row["series"].startswith("case.")]
    return chosen.removeprefix("case.")


def test_a_macro_sees_the_steps_of_the_query_that_calls_it_with_its_parameters(ask):
    sql = f"with {step('known', ('2020', 'KZ', 1), ('2021', 'KZ', 2))}, line as (from known where "
    sql += "$period is null or period <= $period) from newest('line')"
    assert periods(ask(sql, period=None)) == ["2021"]
    assert periods(ask(sql, period="2020")) == ["2020"]


def test_a_macro_sees_steps_of_the_innermost_query_first(ask):
    outer = step("line", ("2020", "KZ", 1))
    inner = step("line", ("2021", "KZ", 2))
    rows = ask(f"with {outer} select * from (with {inner} from newest('line'))")
    assert periods(rows) == ["2021"]


def test_macros_call_macros_and_their_own_steps_hide_none_of_the_query(ask):
    # The query's steps have the names that the macros' own steps would have without their mark.
    line = step("newest", ("2020", "KZ", 4), ("2021", "KZ", 5))
    rows = ask(f"with {line} from change_since_first('newest')")
    assert slots(rows) | {"case.rose": None} == {
        "now": 5.0, "first": 4.0, "change_pct": 25.0, "case.rose": None,
    }  # fmt: skip
    for word in (word for word in vocabulary() if "(step" in word.sql or "query_table" in word.sql):
        steps = re.findall(r"(?:^with |^with\n|^)(\w+) as \(", word.sql, re.MULTILINE)
        assert all(name.startswith("its_") for name in steps), word.name


def test_columns_that_only_some_rows_have_are_filled_by_name(ask):
    known = step("known", ("2020", "KZ", 1), ("2020", "KZ-10", 3))
    sql = f"with {known}, parts as (from parts_of('known')) from mark('parts', ['share']) "
    rows = ask(sql + "union all by name from slot('top', 'known') order by role desc, share")
    assert [row["share"] for row in rows] == [25.0, 75.0, None, None]
    columns = "role, period, place, sector, series, value, status, source, share"
    assert list(rows[0]) == columns.split(", ")


def test_the_doors_stay_closed_for_a_macro(ask):
    with pytest.raises(duckdb.Error):
        ask("from newest('/etc/passwd')")


def test_first_last_but_one_and_year_before_are_three_things(ask):
    line = step("line", ("2015", "KZ", 1), ("2022", "KZ", 2), ("2024", "KZ", 3))
    asked = {
        name: periods(ask(f"with {line} from {name}('line')"))
        for name in ("newest", "first", "last_but_one", "year_before")
    }
    assert asked == {
        "newest": ["2024"], "first": ["2015"], "last_but_one": ["2022"], "year_before": [],
    }  # fmt: skip
    line = step("line", ("2023-Q2", "KZ", 1), ("2024-Q1", "KZ", 2), ("2024-Q2", "KZ", 3))
    assert periods(ask(f"with {line} from year_before('line')")) == ["2023-Q2"]


def test_a_series_of_one_number_has_no_first_beside_its_newest(ask):
    assert ask(f"with {step('line', ('2024', 'KZ', 1))} from first('line')") == []


def test_a_break_stops_every_comparison_across_it(ask):
    # The subsistence minimum, and with it the share of the poor, was redefined in 2018.
    line = step("line", ("2017", "KZ", 1), ("2018", "KZ", 2), ("2019", "KZ", 3))
    across = "from since_last_break('line', ['poverty_rate'])"
    assert periods(ask(f"with {line} {across}")) == ["2018", "2019"]
    older = step("line", ("2016", "KZ", 1), ("2017", "KZ", 2))
    assert periods(ask(f"with {older} {across}")) == ["2016", "2017"]


@pytest.mark.parametrize(
    ("rows", "chosen"),
    [
        ([], "none"),
        ([("2024", "KZ", 1)], "single"),
        ([("2023", "KZ", 1), ("2024", "KZ", 2)], "rose"),
        ([("2023", "KZ", 2), ("2024", "KZ", 1)], "fell"),
        ([("2023", "KZ", 1.04), ("2024", "KZ", 1.01)], "same"),
    ],
)
def test_the_direction_is_told_as_the_sentence_rounds(ask, rows, chosen):
    line = step("line", *rows)
    answer = ask(f"with {line} from change_since_last_but_one('line', decimals := 1)")
    assert case(answer) == chosen


def test_a_change_from_nothing_has_no_per_cent(ask):
    answer = ask(
        f"with {step('line', ('2023', 'KZ', 0), ('2024', 'KZ', 2))} "
        "from change_since_last_but_one('line')"
    )
    assert "change_pct" not in slots(answer)
    assert case(answer) == "rose"


def test_a_complete_year_has_at_least_fifteen_of_todays_regions(ask, known):
    regions = known.regions()
    for number, found in ((14, []), (15, ["2024"])):
        line = step("line", *(("2024", place, 1) for place in regions[:number]))
        assert periods(ask(f"with {line} from complete_year('line')")) == found
    every = ask(f"with {line} from every_region('line')")
    assert (len(every), sum(row["value"] is not None for row in every)) == (20, 15)


def test_a_picked_region_without_a_number_stands_without_a_value(ask):
    line = step("line", ("2024", "KZ-10", 1), ("2024", "KZ-11", 2))
    sql = f"with {line} from ranked_regions('line', $place)"
    missing, here, nothing = (ask(sql, place=place) for place in ("KZ-47", "KZ-10", None))
    assert [case(rows) for rows in (missing, here, nothing)] == ["missing", "here", "top"]
    assert [row["value"] for row in missing if row["place"] == "KZ-47"] == [None, None]
    assert slots(here)["rank"] == 2
    assert case(ask(f"with {step('line')} from ranked_regions('line', 'KZ-10')")) == "none"


def test_of_two_sources_the_first_measure_of_the_list_speaks(store):
    both = "['injury_rate_fatal_bns', 'fatal_rate_100k']"
    known = store.rows(f"from official({both}, null) where place = 'KZ' and sector = '_T'")
    line = store.rows(f"from spliced({both}, null) where place = 'KZ' and sector = '_T'")
    by_period = {}
    for row in sorted(
        known, key=lambda row: (row["measure"] != "injury_rate_fatal_bns", row["source"])
    ):
        by_period.setdefault(row["period"], row["value"])
    assert {row["period"]: row["value"] for row in line} == by_period
    assert len(known) > len(line) or {row["measure"] for row in known} > {"fatal_rate_100k"}


def test_every_word_is_read_from_the_text_with_its_meaning(store):
    names = [word.name for word in vocabulary()]
    assert names == re.findall(r"^create (?:macro|view|table) (\w+)", SHARED, re.MULTILINE)
    assert len(names) == len(set(names))
    assert all(len(word.meaning) > 20 for word in vocabulary())
    made = store.rows(
        "select distinct function_name as name from duckdb_functions() where not internal "
        "union select view_name from duckdb_views() where not internal "
        "union select table_name from duckdb_tables()"
    )
    loaded = {*TABLES, *(f"{table}_as_printed" for table in TABLES)}
    assert {row["name"] for row in made} - loaded == set(names)


def test_a_word_is_found_through_the_words_that_use_it_and_not_in_comments_or_quotes():
    words = read_vocabulary(
        "-- One.\ncreate macro one(step) as table\nfrom query_table(step);\n\n"
        "-- Two.\ncreate macro two(step) as table\nfrom one(step);\n\n"
        "-- Three.\ncreate view three as\nselect 1;\n"
    )
    assert [word.name for word in used("from two('x')", words)] == ["one", "two"]
    assert used("-- one(x)\nselect 'two(y)'", words) == ()
    assert [word.name for word in used("select * from three", words)] == ["three"]


def test_a_query_is_told_with_the_cases_of_its_macros():
    assert "'case.fell'" in expanded("from change_since_first('line')")
    assert "'case.fell'" not in expanded("from mark('line')")


# Words for questions that are still written out.
WAITING = {
    "change_since_year_before", "difference", "newest_of_each", "share",
    "tile_since_last_but_one",
}  # fmt: skip


def test_every_word_is_used_by_a_question(known):
    spoken = {word.name for card in known.cards() for word in used(card.sql)}
    assert {word.name for word in vocabulary()} - spoken <= WAITING


def test_numbers_of_two_editions_of_one_line_compare_and_those_of_two_publishers_do_not(ask):
    """Next year's table of the Bureau is another source: its year before is still the year before."""
    line = ask("select source, edition_of from sources where edition_of <> '' order by source")
    first, second = next(
        (one["source"], other["source"])
        for one in line
        for other in line
        if one["edition_of"] == other["edition_of"] and one["source"] < other["source"]
    )
    alone = ask("select source from sources where edition_of = '' order by source")[0]["source"]
    assert ask("from source_lines where source = $source", source=alone)[0]["line"] == alone

    def tile(earlier):
        sql = (
            "with line as (select * from (values "
            f"('2020', 1.0, '{earlier}'), ('2021', 2.0, '{second}')) as given (period, value, "
            "source) cross join (select 'KZ' as place, '_T' as sector, '_T' as series, 'final' as "
            "status)) from tile_of_place('line', null, ['no_break_of_this'])"
        )
        return slots(ask(sql))

    assert tile(first)["before"] == 1
    assert "before" not in tile(alone)
