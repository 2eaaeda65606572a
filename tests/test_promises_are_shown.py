"""Every exhibit that a promise names says where the promise stands, with the published numbers and
with nothing invented.
"""

from dataclasses import replace

import duckdb
import pytest

from app.catalogue.cards import catalogue
from app.exhibit.assemble import assemble
from app.paths import QUERIES
from app.promises import standing as promises
from app.promises import words
from app.promises.judge import Progress
from app.promises.standing import (
    STATES,
    Gap,
    Target,
    commitments,
    for_place,
    for_sector,
    others,
    targets_of,
)
from app.promises.words import attention, said
from app.store.store import Store
from app.view import View
from app.words.say import LANGUAGES


def note_texts(card_id, store, language="en", **view):
    """The notes of an exhibit on its targets, with plain blanks between number and unit."""
    return [
        note.text.replace("\u00a0", " ")
        for note in assemble(catalogue().card(card_id), View(language, **view), store).notes
        if note.kind == "target"
    ]


def told(target, language, store):
    return said(target, language, store).replace("\u00a0", " ")


def named(code, store, series=None):
    found = [
        target
        for target in promises.targets_as_of(store, None)
        if target.row["target"] == code and series in {None, target.row["series"]}
    ]
    assert len(found) == 1
    return found[0]


def a_target(unit="percent", decimals=0, gap=None, **progress):
    """A target that no document has, so that every way to say it can be tried."""
    row = {
        "target": "t",
        "measure": "fprk_youth_share",
        "place": "KZ",
        "sector": "_T",
        "series": "_T",
        "value": 30.0,
        "comparator": "at_least",
        "by": "2030",
        "promised_by": "fprk_youth_council",
        "base_period": "2020",
        "exhibits": "",
        "modality": "aim",
    }
    nothing = {name: None for name in Progress.__dataclass_fields__} | {
        "target": "t",
        "fragile_because": (),
        "tested": (),
        "second_status": "cannot_say",
    }
    return Target(row, Progress(**(nothing | progress)), unit, decimals, gap)


# What is published beside what is promised


def test_the_shares_of_women_are_those_of_the_report_and_nothing_can_be_said_from_one_year(store):
    council, executive = (
        named("women_quota_30", store, series).progress
        for series in ("general_council", "executive_committee")
    )
    assert (council.last_value, council.remaining, executive.last_value, executive.remaining) == (
        20,
        10,
        22,
        8,
    )
    assert {(found.status, found.reason) for found in (council, executive)} == {
        ("cannot_say", "one_point")
    }


def test_a_statistic_counts_for_the_whole_country_and_the_newest_value_is_taken(store):
    rows = [row for row in promises._points(store) if row["target"] == "full_membership_100"]
    assert (rows[-1]["period"], rows[-1]["value"]) == ("2017", 46.923)


def test_a_convention_is_ratified_from_its_year_on_and_what_no_source_says_is_no_value(store):
    kept, open_still = (
        named("ratified_c131", store).progress,
        named("ratified_c176", store).progress,
    )
    assert (kept.status, kept.base_value, kept.last_period, kept.last_value) == (
        "achieved",
        0,
        "2025",
        1,
    )
    assert (open_still.status, open_still.last_period, open_still.last_value) == (
        "cannot_say",
        "2025",
        0,
    )


def test_what_a_council_promises_is_kept_only_when_every_country_has_kept_it(store):
    # Kazakhstan has ratified No. 155 (1996), Uzbekistan had not by 2024; of No. 187 Kazakhstan
    # (2015), Kyrgyzstan not by 2023.
    for code, year in (("spsca_c155", "2024"), ("spsca_c187", "2023")):
        found = named(code, store).progress
        assert (found.last_period, found.last_value) == (year, 0)


def test_a_break_of_a_measure_cuts_the_values_of_what_is_promised(store):
    rows = [row for row in promises._points(store) if row["target"] == "full_membership_100"]
    assert [row["period"] for row in rows] == ["2009", "2010", "2011", "2012", "2017"]
    assert [row["period"] for row in rows if row["broken"]] == ["2012"], "Kazakhstan's leap"
    sql = (QUERIES / "_promise_points.sql").read_text(encoding="utf-8")
    breaks = {
        "its_measure": ["union_density", "union_density", "union_density", "fprk_youth_share"],
        "its_period": ["2011", "2014", "2010", "2012"],
        "its_place": ["", "KZ", "KZ-19", ""],
        "its_sector": [""] * 4,
        "its_series": [""] * 4,
        "its_sources": [["", ""]] * 4,
    }
    broken = [row["period"] for row in store.ask_of({"breaks_named": breaks}, sql) if row["broken"]]
    assert broken == ["2011", "2017"]


# What is missing, in people


def test_a_membership_of_three_sizes_gives_a_range_of_people_and_decides_nothing(store):
    gap = named("youth_of_members_30", store).gap
    # The young are counted: 448,516. 30 % of 1,500,000 is 1,484 more; of 845,083 / 54 % = 1,564,968
    # is 20,974 more; of 448,516 / 27 % = 1,661,170 is 49,835 more.
    assert (gap.low, gap.high, gap.sizes) == (1500, 50000, 3)
    assert "1,500–50,000 people" in note_texts("youth/tile_youth_share", store)[0]


@pytest.mark.parametrize(
    ("promised", "remaining", "low", "high"),
    [
        (30, 3, 1500, 50000),
        (29, 2, 0, 33000),  # 29 % of 1,500,000 is 435,000: by that size it is met
        (27.001, 0.001, 0, 17),  # 0.001 % of 1,661,170: a few people are whole people
    ],
)
def test_people_are_short_of_the_share_of_each_size_and_never_fewer_than_none(
    promised, remaining, low, high, store
):
    unmet = {
        "key": ["t"],
        "measure": ["fprk_youth_share"],
        "place": ["KZ"],
        "sector": ["_T"],
        "series": ["_T"],
        "promised": [promised],
        "remaining": [remaining],
        "period": ["2025"],
    }
    [row] = store.ask_of(
        {"unmet": unmet}, (QUERIES / "_promise_gaps.sql").read_text(encoding="utf-8")
    )
    assert (row["low"], row["high"], row["sizes"]) == (low, high, 3)


def test_the_missing_share_of_employees_is_that_of_the_year_of_the_value(store):
    # 53.077 % of 6,485,931 employees in 2017 is 3,442,537
    unmet = {
        "key": ["t"],
        "measure": ["union_density"],
        "place": ["KZ"],
        "sector": ["_T"],
        "series": ["_T"],
        "promised": [100.0],
        "remaining": [53.077],
        "period": ["2017"],
    }
    [row] = store.ask_of(
        {"unmet": unmet}, (QUERIES / "_promise_gaps.sql").read_text(encoding="utf-8")
    )
    assert (row["low"], row["high"], row["sizes"]) == (3400000, 3400000, 1)


def test_where_no_size_of_a_council_is_published_no_people_are_named(store):
    assert named("women_quota_30", store, "general_council").gap == Gap(
        pytest.approx(100 / 3), None, None, None
    )
    assert "people" not in note_texts("gender/women_in_bodies", store)[0]


# What is said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exhibit_that_a_target_names_says_so_in_every_language(store, language):
    cards = {
        card_id
        for target in promises.targets_as_of(store, None)
        for card_id in target.row["exhibits"].split()
    }
    assert len(cards) > 10
    for card_id in cards:
        texts = note_texts(card_id, store, language)
        assert texts, card_id
        assert all(
            not set("{}_") & set(text) and text.endswith(".") and ".." not in text for text in texts
        ), texts


def test_other_exhibits_say_nothing_about_promises(store):
    assert not note_texts("safety/tile_accidents", store)
    assert not note_texts("employment/unemployment_quarters", store)


def test_what_targets_share_is_said_once(store):
    [text] = note_texts("gender/women_in_bodies", store)
    assert text == (
        "Promise (FPRK): Women in FPRK governing bodies – at least 30%, by 2026. Executive "
        "Committee – stands at 22% (2025), 8 pp short; "
        "General Council – stands at 20% (2025), 10 pp short. Cannot say: there is only one value "
        "since the starting period and nothing to compare it with. Executive Committee – from now on "
        "8 pp a year is needed; General Council – from now on 10 pp a year is needed."
    )
    [asm] = note_texts("organisational/dues_shares", store)
    assert (
        "Training, Work with youth – at least 4%, by 2025; Information work – at least 3%, by 2024"
        in asm
    )


def test_a_promise_of_conventions_says_which_are_ratified(store):
    text = note_texts("international/conventions_focus", store)[0]
    assert "No. 131: minimum wage – ratified in 2025" in text
    assert text.index("No. 176") < text.index("not ratified (as of 2025)")
    council = note_texts("international/declaration_promises", store)[0]
    assert "promote the ratification" in council
    assert "No. 155: safety and health – not ratified in every country (as of 2024)" in council


def test_a_region_or_sector_that_was_picked_silences_what_is_not_about_it(store):
    notes = lambda **picked: words.notes(
        "youth/tile_youth_share", "en", picked.get("place"), picked.get("sector"), None, store
    )
    assert notes() == notes(place="KZ")
    assert not notes(place="KZ-47")
    assert not notes(sector="education")


def test_as_of_an_earlier_year_a_later_promise_is_not_known(store):
    assert not note_texts("youth/tile_youth_share", store, period="2024")
    assert note_texts("youth/tile_youth_share", store, period="2025")
    assert [
        target.row["promised_by"]
        for target in targets_of("organisational/dues_shares", store, "2020")
    ] == ["asm_rf"] * 3


def test_a_pace_a_doubt_and_one_size_of_the_whole_are_said(store):
    target = a_target(
        status="behind",
        last_period="2025",
        last_value=27.0,
        remaining=3.0,
        pace_needed_per_year=0.6,
        pace_so_far_per_year=-0.25,
        decimals=1,
        stability="fragile",
        fragile_because=("drop_last", "other_method"),
        gap=Gap(10, 45000, 45000, 1),
    )
    assert told(target, "en", store) == (
        "Aim (Youth Council): Share of young people among FPRK members – at least 30%, by "
        "2030. Stands at 27.0% (2025), 3.0 pp short, that is about "
        "45,000 people. Behind; from now on 0.6 pp a year is needed, so far it has been −0.3 pp a "
        "year. Fragile: without the last value the verdict changes, "
        "the second method gives another verdict."
    )
    assert "не менее 30 %, срок — 2030 год" in told(target, "ru", store)
    assert "кемінде 30%, мерзімі — 2030 жыл" in told(target, "kk", store)


def test_a_falling_target_is_not_told_in_negative_steps(store):
    target = a_target(
        status="behind",
        last_period="2025",
        last_value=40.0,
        remaining=-10.0,
        pace_needed_per_year=-2.0,
        pace_so_far_per_year=-1.0,
    )
    target.row.update(comparator="at_most", value=30.0)
    assert told(target, "en", store).endswith(
        "Behind; from now on 2 pp a year is needed, so far it has been 1 pp a year."
    )


def test_a_value_above_what_was_promised_is_not_called_short(store):
    target = a_target(
        status="off_track",
        reason="moving_away",
        last_period="2025",
        last_value=35.0,
        remaining=-5.0,
    )
    assert "5 pp more than promised" in told(target, "en", store)
    achieved = replace(target, progress=replace(target.progress, status="achieved", reason=None))
    assert told(achieved, "en", store).endswith("Stands at 35% (2025). Achieved.")


# Every promise of the documents


def test_every_commitment_stands_somewhere_and_stands_in_the_order_of_areas_and_documents(store):
    found = commitments(store)
    assert {one.row["commitment"] for one in (*found, *others(store))} == {
        row["commitment"] for row in store.rows("select commitment from commitments")
    }
    assert not {one.row["commitment"] for one in found} & {
        one.row["commitment"] for one in others(store)
    }
    areas = [area.id for area in catalogue().areas]
    assert [areas.index(one.row["area"]) for one in found] == sorted(
        areas.index(one.row["area"]) for one in found
    )
    assert all(
        one.state in STATES and one.mentions and one.mentions[0]["kind"] == "promise"
        for one in found
    )
    assert all(catalogue().card(card_id) for one in found for card_id in one.exhibits)
    tasks = [
        one.mentions[0]["locator"]
        for one in found
        if one.mentions[0]["locator"].startswith("2.1, tasks, item")
    ]
    assert tasks == sorted(tasks, key=lambda locator: int(locator.split()[-1]))
    assert commitments(store) is found


def test_two_rows_of_one_target_belong_to_one_commitment(store):
    [quota] = [
        one for one in commitments(store) if one.row["commitment"] == "women_quota_thirty_percent"
    ]
    assert {target.row["series"] for target in quota.targets} == {
        "general_council",
        "executive_committee",
    }
    assert quota.state == "planned"


@pytest.mark.parametrize(
    ("status", "measurable", "exhibits", "verdicts", "state"),
    [
        ("", "yes", (), ("achieved",), "achieved"),
        ("planned", "yes", (), ("achieved", "achieved"), "achieved"),
        ("", "yes", (), ("achieved", "cannot_say"), "cannot_say"),
        ("in_progress", "yes", (), ("on_track", "off_track"), "behind"),
        ("in_progress", "yes", (), ("on_track",), "on_track"),
        ("done", "yes", (), ("no_change",), "behind"),
        ("done", "yes", (), ("cannot_say",), "cannot_say"),
        ("done", "yes", (), (), "achieved"),
        ("done", "no", (), (), "achieved"),
        ("in_progress", "yes", (), ("toward",), "in_progress"),
        ("planned", "no", (), (), "planned"),
        ("", "yes", ("youth/tile_neet",), (), "cannot_say"),
        ("", "yes", (), (), "no_figure"),
        ("", "no", ("youth/tile_neet",), (), "not_measurable"),
    ],
)
def test_a_number_decides_before_a_document_and_a_document_before_nothing(
    status, measurable, exhibits, verdicts, state
):
    targets = [a_target(status=verdict, last_value=1.0) for verdict in verdicts]
    assert promises._state({"status": status, "measurable": measurable}, targets, exhibits) == state


def test_a_target_without_any_value_is_no_figure():
    assert (
        promises._state(
            {"status": "", "measurable": "yes"},
            [a_target(status="cannot_say", reason="no_points")],
            ("youth/tile_neet",),
        )
        == "no_figure"
    )
    assert (
        promises._state(
            {"status": "done", "measurable": "yes"},
            [a_target(status="cannot_say", reason="no_points")],
            (),
        )
        == "achieved"
    )


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("achieved", "achieved"),
        ("off_track", "behind"),
        ("no_change", "cannot_say"),
        ("behind", "cannot_say"),
    ],
)
def test_a_yes_or_no_has_no_pace_until_its_year_is_over(status, state):
    assert (
        promises._state(
            {"status": "", "measurable": "yes"},
            [a_target("flag", status=status, last_value=0.0)],
            (),
        )
        == state
    )


# Lists


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_page_gets_the_largest_gaps_each_promise_once(store, language):
    found = attention(store, language)
    assert [(one.target.row["target"], one.target.row["series"]) for one in found] == [
        ("women_quota_30", "general_council"),
        ("youth_of_members_30", "_T"),
    ], "the density of 2017 says nothing about today"
    assert all(one.what and one.standing and catalogue().card(one.exhibit) for one in found)


def test_one_promise_is_made_for_a_region_and_none_for_a_sector_of_the_country(store):
    assert {target.row["place"] for target in for_place("KZ", store)} == {"KZ"}
    promised = {code for code in catalogue().regions() if for_place(code, store)}
    assert promised == {"KZ-75"}, "only the employer of a power station in Almaty"
    # The Russian union promises for machine building in Russia.
    assert for_sector("machine_building", store) == ()


def test_a_release_without_promises_shows_its_exhibits_all_the_same(store):
    older = Store(replace(store.release, digest="older"), duckdb.connect())
    assert commitments(older) == ()
    assert targets_of("youth/tile_youth_share", older) == ()
    assert words.notes("youth/tile_youth_share", "en", None, None, None, older) == ()
    assert attention(older, "en") == ()
