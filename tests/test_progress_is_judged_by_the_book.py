"""Every verdict on a promised number follows from arithmetic that fits on paper, and says so where
it hangs on one point or one method.
"""

import random
import re
from dataclasses import replace

import duckdb
import pytest

from app.promises import judge as progress
from app.promises.judge import Aim, BadAim, Point, judge
from app.store.store import Store
from app.words.say import interface

# The door through which the dashboard asks, on a database with nothing in it.
ask = Store(None, duckdb.connect(config={"threads": 1})).ask_of


def aim(value, comparator="at_least", direction="up", base="2020", by=2030, today=2026, target="t"):
    return Aim(target, value, comparator, direction, base, by, today)


def yearly(first, *values, breaks=(), target="t"):
    return [
        Point(target, str(first + step), value, first + step in breaks)
        for step, value in enumerate(values)
    ]


def at(values, target="t", breaks=()):
    return [Point(target, str(period), value, period in breaks) for period, value in values.items()]


def one(promise, points):
    return judge([promise], points, ask)["t"]


def near(value):
    return pytest.approx(value, rel=1e-6)


# What the two methods say


def test_a_rising_value_on_the_straight_line_is_on_track():
    found = one(aim(60), yearly(2020, 40, 42, 44, 46, 48, 50))
    # closed (50 − 40) / (60 − 40) = 0.5 of the gap in (2025 − 2020) / (2030 − 2020) = 0.5 of the
    # time
    assert (found.status, found.reason, found.gap_closed, found.time_elapsed, found.pace_ratio) == (
        "on_track",
        None,
        50,
        50,
        100,
    )
    assert (
        found.base_period,
        found.base_value,
        found.base_reason,
        found.last_period,
        found.last_value,
    ) == ("2020", 40, None, "2025", 50)
    # 60 − 50 = 10 in the five years 2026 … 2030: 2 a year; so far (50 − 40) / 5 = 2 a year
    assert (found.remaining, found.pace_needed_per_year, found.pace_so_far_per_year) == (10, 2, 2)
    # 1.25^(1/5) − 1 = 4.564 %; 1.5^(1/10) − 1 = 4.138 %; 4.564 / 4.138 = 110.29 %
    assert (found.second_status, found.second_reason, found.methods_agree) == (
        "on_track",
        None,
        True,
    )
    assert found.second_ratio == pytest.approx(110.29, abs=5e-3)
    assert (found.stability, found.fragile_because, found.tested) == (
        "stable",
        (),
        ("base_later", "drop_last", "other_method"),
    )


@pytest.mark.parametrize(
    ("last", "ratio", "status", "reason"),
    [
        (75, 100, "on_track", None),  # 25 of 50 closed = 0.5; 0.5 / 0.5
        (82, 72, "behind", None),  # 18 of 50 = 0.36; 0.36 / 0.5
        (90, 40, "off_track", "too_slow"),  # 10 of 50 = 0.2; 0.2 / 0.5
        (110, -40, "off_track", "moving_away"),  # −10 of 50
        (100, 0, "no_change", None),
        (50, 200, "achieved", None),
    ],
)
def test_a_falling_target_is_judged_like_a_rising_one(last, ratio, status, reason):
    found = one(aim(50, "at_most", "down"), at({2020: 100, 2025: last}))
    assert (found.status, found.reason, found.pace_ratio) == (status, reason, near(ratio))
    assert found.remaining == 50 - last
    assert found.pace_so_far_per_year == near((last - 100) / 5)
    assert found.pace_needed_per_year == (None if status == "achieved" else near((50 - last) / 5))


@pytest.mark.parametrize(
    ("last", "status"), [(59.5, "on_track"), (59.4, "behind"), (56, "behind"), (55.9, "off_track")]
)
def test_the_thresholds_belong_to_the_better_side(last, status):
    # the gap is 20 from 50, half of the time is over: 0.95 × 0.5 × 20 = 9.5; 0.60 × 0.5 × 20 = 6
    assert one(aim(70), at({2020: 50, 2025: last})).status == status


def test_a_target_of_zero_needs_no_stand_in():
    found = one(aim(0, "at_most", "down", base="2015"), at({2015: 0.05, 2022: 0.03}))
    # closed 0.02 / 0.05 = 0.4; elapsed 7 / 15 = 0.4667; 0.857
    assert (found.status, found.pace_ratio) == ("behind", near(40 / (7 / 15)))
    assert (found.second_status, found.second_reason, found.second_ratio, found.methods_agree) == (
        "cannot_say",
        "not_positive",
        None,
        None,
    )


def test_a_base_of_zero_needs_no_stand_in():
    found = one(aim(10), at({2020: 0, 2025: 5}))
    assert (found.status, found.gap_closed, found.second_status, found.second_reason) == (
        "on_track",
        50,
        "cannot_say",
        "not_positive",
    )


@pytest.mark.parametrize(("base", "target", "last"), [(-10, 2, -4), (-20, -8, -14), (-6, 6, 0)])
def test_negative_values_are_measured_on_the_same_line(base, target, last):
    # every one has closed 6 of 12 in half of the time
    found = one(aim(target), at({2020: base, 2025: last}))
    assert (found.status, found.gap_closed, found.pace_ratio) == ("on_track", near(50), near(100))
    assert (found.second_status, found.second_reason) == ("cannot_say", "not_positive")


def test_no_change_is_not_called_progress():
    found = one(aim(60), yearly(2020, 40, 41, 39, 40))
    assert (found.status, found.reason, found.gap_closed, found.pace_so_far_per_year) == (
        "no_change",
        None,
        0,
        0,
    )
    assert (found.second_status, found.second_ratio, found.methods_agree) == ("no_change", 0, True)


def test_the_two_methods_may_disagree_and_then_say_so():
    found = one(aim(1, "at_most", "down"), yearly(2020, 100, 90, 80, 70, 60, 50))
    # closed 50 / 99 = 0.50505 in 0.5 of the time: 1.0101; but 0.5^(1/5) − 1 = −12.94 % a year where
    # 0.01^(1/10) − 1 = −36.90 % was needed: 0.3508
    assert (found.status, found.pace_ratio, found.second_status) == (
        "on_track",
        near(10_000 / 99),
        "off_track",
    )
    assert found.second_ratio == pytest.approx(35.08, abs=5e-3)
    assert (found.methods_agree, found.stability, found.fragile_because) == (
        False,
        "fragile",
        ("other_method",),
    )


def test_the_second_opinion_is_the_published_formula():
    chance = random.Random(5)
    promises, points, published = [], [], {}
    for number in range(40):
        name = f"promise {number}"
        base, last, target = (chance.uniform(1, 100) for _ in range(3))
        way = 1 if target > base else -1
        now, due = chance.randint(2021, 2029), chance.randint(2030, 2040)
        promises.append(
            aim(
                target,
                "at_least" if way > 0 else "at_most",
                "up" if way > 0 else "down",
                by=due,
                today=2030,
                target=name,
            )
        )
        points += at({2020: base, now: last}, name)
        observed, required = (
            (last / base) ** (1 / (now - 2020)) - 1,
            (target / base) ** (1 / (due - 2020)) - 1,
        )
        published[name] = way * observed / abs(required), (last - target) * way >= 0
    for name, found in judge(promises, points, ask).items():
        share, met = published[name]
        assert found.second_ratio == pytest.approx(100 * share, abs=1e-6)
        assert found.second_status == (
            "achieved"
            if met
            else "on_track"
            if share >= 0.95
            else "behind"
            if share >= 0.6
            else "off_track"
        )


def test_less_than_a_year_has_no_growth_a_year():
    found = one(aim(60, base="2024-Q4"), at({"2024-Q4": 40, "2025-Q2": 42}))
    assert (found.status, found.second_status, found.second_reason) == (
        "on_track",
        "cannot_say",
        "under_a_year",
    )
    assert one(aim(60, base="2024-Q4"), at({"2024-Q4": 40, "2025-Q2": 62})).second_ratio is None
    assert one(aim(0, "at_most", "down"), at({2020: 40, 2025: 0})).second_ratio is None
    assert one(aim(-5, base=None), at({2020: 3, 2025: 2})).second_ratio is None


# Met, exactly met, met too late


def test_going_past_a_minimum_is_achieved_and_what_remains_is_below_zero():
    found = one(aim(60), at({2020: 40, 2025: 65}))
    assert (
        found.status,
        found.reason,
        found.gap_closed,
        found.remaining,
        found.pace_needed_per_year,
    ) == ("achieved", None, 125, -5, None)
    assert (found.second_status, found.methods_agree) == ("achieved", True)


def test_going_past_an_exact_target_is_no_progress():
    found = one(aim(50, "equal"), at({2020: 40, 2025: 55}))
    # 1 − |50 − 55| / |50 − 40| = 0.5
    assert (
        found.status,
        found.reason,
        found.gap_closed,
        found.second_status,
        found.second_reason,
    ) == ("off_track", "overshot", 50, "cannot_say", "overshot")
    assert one(aim(50, "equal"), at({2020: 40, 2025: 50})).status == "achieved"
    assert one(aim(50, "equal"), at({2020: 40, 2025: 45})).status == "on_track"


@pytest.mark.parametrize(
    ("comparator", "direction", "status"),
    [
        ("at_least", "up", "achieved"),
        ("at_most", "down", "achieved"),
        ("equal", "up", "achieved"),
        ("more_than", "up", "on_track"),
    ],
)
def test_a_value_equal_to_the_target_meets_all_but_more_than(comparator, direction, status):
    start = 40 if direction == "up" else 80
    assert one(aim(60, comparator, direction), at({2020: start, 2025: 60})).status == status


def test_a_value_that_computers_write_a_hair_below_the_target_meets_it():
    assert one(aim(0.3, base="2020"), at({2020: 0.1, 2025: 3 * 0.1})).status == "achieved"
    assert one(aim(3 * 0.1, base="2020"), at({2020: 0.1, 2025: 0.3})).status == "achieved"


def test_one_value_that_meets_the_target_is_enough_to_say_achieved_but_not_how_stable():
    found = one(aim(60), at({2025: 61}))
    assert (found.status, found.base_period, found.gap_closed, found.stability, found.tested) == (
        "achieved",
        None,
        None,
        None,
        (),
    )


def test_a_promise_without_a_base_may_be_to_keep_what_was_reached():
    assert one(aim(60, base=None), at({2020: 65, 2025: 66})).status == "achieved"
    assert one(aim(60, base=None), at({2020: 65, 2025: 66})).reason == "met_at_base"
    lost = one(aim(60, base=None), at({2020: 65, 2025: 58}))
    assert (lost.status, lost.reason, lost.base_reason) == (
        "off_track",
        "met_then_lost",
        "base_not_named",
    )
    assert (lost.second_status, lost.methods_agree) == ("off_track", True)


def test_what_was_promised_to_stay_and_was_lost_is_off_track():
    found = one(aim(60), at({2020: 60, 2025: 58}))
    assert (found.status, found.reason, found.gap_closed) == ("off_track", "met_then_lost", None)


def test_more_than_the_base_cannot_be_a_share_of_a_gap():
    found = one(aim(60, "more_than"), at({2020: 60, 2025: 60}))
    assert (found.status, found.reason, found.second_status) == (
        "cannot_say",
        "base_is_target",
        "cannot_say",
    )


# The promised year


def test_a_year_that_is_over_decides():
    missed = one(aim(60, by=2025), at({2020: 40, 2025: 59}))
    # 19 of 20 closed in the whole time would be 0.95; but the year is over and 59 is not 60
    assert (missed.status, missed.reason, missed.gap_closed, missed.time_elapsed) == (
        "off_track",
        "target_year_past_not_met",
        95,
        100,
    )
    assert (
        missed.pace_needed_per_year,
        missed.second_status,
        missed.second_reason,
        missed.stability,
    ) == (None, "cannot_say", "target_year_past_not_met", None)
    assert one(aim(60, by=2025), at({2025: 59})).status == "off_track"
    late = one(aim(60, by=2023), at({2020: 40, 2023: 55, 2025: 61}))
    assert (late.status, late.reason) == ("achieved", "met_late")
    lost = one(aim(60, by=2023), at({2020: 40, 2023: 61, 2025: 58}))
    assert (lost.status, lost.reason) == ("off_track", "met_then_lost")
    assert one(aim(60, by=2023), at({2020: 40, 2023: 61, 2025: 62})).reason is None


def test_a_year_that_is_over_but_not_published_is_not_judged():
    waiting = one(aim(60, by=2025, today=2026), at({2020: 40, 2024: 59}))
    assert (waiting.status, waiting.reason, waiting.gap_closed, waiting.pace_needed_per_year) == (
        "cannot_say",
        "target_year_not_published",
        95,
        None,
    )
    assert one(aim(60, by=2025, today=2025), at({2020: 40, 2024: 59})).status == "on_track"


@pytest.mark.parametrize(
    ("last", "status"), [(50, "toward"), (40, "no_change"), (39, "away"), (60, "achieved")]
)
def test_without_a_year_only_the_way_is_known(last, status):
    found = one(aim(60, by=None), at({2020: 40, 2025: last}))
    assert (found.status, found.reason) == (status, None if status == "achieved" else "no_year")
    assert (found.time_elapsed, found.pace_ratio, found.pace_needed_per_year) == (None, None, None)
    assert found.gap_closed == 100 * (last - 40) / 20
    if status != "achieved":
        assert (found.second_status, found.second_reason, found.methods_agree) == (
            "cannot_say",
            "no_year",
            None,
        )


def test_later_values_than_the_year_asked_are_not_looked_at():
    found = one(aim(60, today=2023), yearly(2020, 40, 42, 44, 46, 48, 70))
    assert (found.status, found.last_period, found.pace_ratio) == ("on_track", "2023", near(100))


# What cannot be said


def test_without_values_nothing_is_said():
    found = one(aim(60), [])
    assert (found.status, found.reason, found.last_value, found.remaining, found.second_status) == (
        "cannot_say",
        "no_points",
        None,
        None,
        "cannot_say",
    )
    assert one(aim(60), at({2020: None, 2025: None})).reason == "no_points"


def test_one_value_is_no_progress():
    found = one(aim(60), at({2025: 50}))
    assert (found.status, found.reason, found.remaining, found.base_period, found.last_period) == (
        "cannot_say",
        "one_point",
        10,
        None,
        "2025",
    )
    # 60 − 50 = 10 in the five years that are left
    assert found.pace_needed_per_year == 2
    assert one(aim(60, base="2025"), yearly(2021, 40, 42, 44, 46, 48)).reason == "one_point"
    assert one(aim(60, base="2025"), yearly(2021, 40, 42, 44, 46)).reason == "nothing_since_base"


@pytest.mark.parametrize(
    "promise",
    [
        aim(60, "at_least", "down"),  # more is promised and less is called better
        aim(60, "more_than", "down"),
        aim(30, "at_most", "up"),
        aim(30, "equal", "up"),  # the base is 40: the target lies below it
        aim(60, "equal", "down"),  # and here above
    ],
)
def test_a_direction_against_the_target_is_refused(promise):
    found = one(promise, yearly(2020, 40, 41, 42, 43, 44, 45))
    assert (found.status, found.reason, found.gap_closed, found.pace_needed_per_year) == (
        "cannot_say",
        "direction_contradicts",
        None,
        None,
    )
    assert (found.second_status, found.second_reason, found.stability) == (
        "cannot_say",
        "direction_contradicts",
        None,
    )
    assert (found.base_value, found.last_value) == (40, 45)


def test_a_direction_against_the_comparator_is_refused_even_where_the_value_meets_the_target():
    for points in (at({2025: 65}), at({2020: 70, 2025: 65}), []):
        assert one(aim(60, "at_least", "down", base=None), points).reason == "direction_contradicts"
        assert one(aim(80, "at_most", "up", base=None), points).reason == "direction_contradicts"


# Bases and breaks


def test_where_the_base_is_not_published_the_next_value_is_taken_and_said():
    found = one(aim(60), at({2019: 30, 2021: 42, 2025: 50}))
    assert (found.base_period, found.base_reason) == ("2021", "base_next_published")
    # (50 − 42) / 18 = 0.4444; 4 / 9 = 0.4444
    assert found.pace_ratio == near(100)


def test_of_two_values_that_end_together_always_the_same_one_is_taken():
    points = at({2020: 40, "2021/2024": 45, 2024: 48})
    assert one(aim(60), points) == one(aim(60), points[::-1])
    assert one(aim(60), points).last_value == 48


def test_a_promise_without_a_base_is_measured_from_the_first_value():
    found = one(aim(60, base=None), yearly(2020, 40, 42, 44))
    assert (found.base_period, found.base_reason, found.status) == (
        "2020",
        "base_not_named",
        "on_track",
    )


def test_only_values_after_the_last_break_count():
    values = {2018: 30, 2020: 40, 2022: 50, 2024: 56}
    found = one(aim(60), at(values, breaks={2022}))
    # from 50 in 2022: (56 − 50) / (60 − 50) = 0.6 in 2 / 8 = 0.25 of the time
    assert (
        found.base_period,
        found.base_reason,
        found.gap_closed,
        found.time_elapsed,
        found.status,
    ) == ("2022", "base_after_break", 60, 25, "on_track")
    assert found.tested == ("other_method",)
    assert found.stability is None  # no point could be moved
    alone = one(aim(60), at(values, breaks={2022, 2024}))
    assert (alone.status, alone.reason, alone.remaining) == ("cannot_say", "break_between", 4)
    before = one(aim(60), at(values, breaks={2020}))
    assert (before.base_period, before.base_reason, before.tested) == (
        "2020",
        None,
        ("base_later", "drop_last", "other_method"),
    )


def test_a_break_before_an_unpublished_value_is_still_a_break():
    found = one(
        aim(60),
        [*at({2020: 40, 2021: 42}), Point("t", "2022", None, True), *at({2023: 50, 2025: 54})],
    )
    assert (found.base_period, found.base_reason) == ("2023", "base_after_break")


def test_a_base_moved_by_a_break_is_ours_and_accuses_nobody():
    found = one(aim(60), at({2020: 40, 2022: 61, 2024: 63}, breaks={2022}))
    assert (found.status, found.reason, found.base_reason) == (
        "achieved",
        "met_at_base",
        "base_after_break",
    )


# Stability


def test_a_base_year_that_was_an_exception_makes_a_verdict_fragile():
    # from 2020: 11 / 20 = 0.55 in 0.5: 1.1; from 2021: 1 / 10 in 4 / 9: 0.225. Without 2025: 10 /
    # 20 in 0.4: 1.25
    found = one(aim(60), yearly(2020, 40, 50, 50, 50, 50, 51))
    assert (found.status, found.stability, found.fragile_because) == (
        "on_track",
        "fragile",
        ("base_later",),
    )


def test_an_earlier_base_may_tell_another_story():
    # from 2019: (50 − 50) / 10: no change at all
    found = one(aim(60), yearly(2019, 50, 40, 42, 44, 46, 48, 50))
    assert (found.status, found.stability, found.fragile_because) == (
        "on_track",
        "fragile",
        ("base_earlier",),
    )


def test_a_verdict_that_hangs_on_the_last_value_is_fragile():
    # without 2025: 2 / 20 = 0.1 in 0.4: 0.25; from 2021: 9.5 / 19.5 = 0.487 in 0.444: 1.096
    found = one(aim(60), yearly(2020, 40, 40.5, 41, 41.5, 42, 50))
    assert (found.status, found.stability, found.fragile_because) == (
        "on_track",
        "fragile",
        ("drop_last",),
    )


def test_the_last_step_to_a_target_that_was_on_track_shakes_nothing():
    # 2024: 16 / 20 = 0.8 in 0.8
    assert (
        one(aim(60, by=2025), yearly(2020, 40, 44, 48, 52, 56, 60)).stability is None
    )  # the year itself decides
    assert one(aim(60, by=2026), yearly(2020, 40, 44, 48, 52, 56, 60)).stability == "stable"
    # 2024: 4 / 20 = 0.2 in 4 / 6
    assert one(aim(60, by=2026), yearly(2020, 40, 41, 42, 43, 44, 60)).fragile_because == (
        "drop_last",
    )


def test_a_verdict_may_be_fragile_for_several_reasons():
    # from 2020: 11 / 20 in 0.5: 1.1; from 2019: 1 / 10 in 6 / 11: 0.18; from 2021: 1 / 10 in 4 / 9:
    # 0.225; without 2025: 2 / 20 in 0.4: 0.25
    found = one(aim(60), yearly(2019, 50, 40, 50, 50, 50, 42, 51))
    assert found.fragile_because == ("base_earlier", "base_later", "drop_last")


def test_two_values_alone_are_never_called_stable():
    found = one(aim(60), at({2020: 40, 2025: 50}))
    assert (found.status, found.methods_agree, found.stability, found.tested) == (
        "on_track",
        True,
        None,
        ("other_method",),
    )


def test_a_year_later_is_a_year_later_whatever_the_rhythm():
    # by quarters the base moves from 2020-Q1 to 2021-Q1, not to 2020-Q2, which is an exception
    quarters = {
        f"{year}-Q{quarter}": 40 + (year - 2020) * 2 + (quarter - 1) * 0.5
        for year in range(2020, 2025)
        for quarter in range(1, 5)
    }
    quarters["2020-Q2"] = 70
    found = one(aim(62, base="2020-Q1"), at(quarters))
    assert (found.status, found.stability) == ("on_track", "stable")
    quarters["2020-Q2"], quarters["2020-Q3"], quarters["2020-Q4"] = 40.5, 70, 70
    found = one(aim(62, base="2021-Q1"), at(quarters))
    assert (found.status, found.stability, found.tested) == (
        "on_track",
        "stable",
        ("base_earlier", "base_later", "drop_last", "other_method"),
    )


def test_the_base_moves_by_one_year_not_by_all():
    # 2018 and 2023 would tell another story, 2019 and 2021 do not
    assert one(aim(60), yearly(2018, 55, 38, 40, 42, 44, 52, 48, 50)).stability == "stable"


def test_a_test_that_cannot_be_judged_is_not_counted():
    # from 2019 the base would be the target itself
    assert one(aim(60, "more_than"), yearly(2019, 60, 40, 42, 44)).tested == (
        "base_later",
        "drop_last",
        "other_method",
    )


# Parts of years


def test_quarters_months_days_and_spans_share_one_scale_of_time():
    # a quarter ends 0.25 of a year after the last: 2024-Q1 at 2024.25, 2025-Q1 at 2025.25, "by
    # 2026" at 2027: 1 / 2.75
    quarter = one(aim(60, base="2024-Q1", by=2026), at({"2024-Q1": 40, "2025-Q1": 50}))
    assert (quarter.time_elapsed, quarter.pace_so_far_per_year, quarter.pace_needed_per_year) == (
        near(100 / 2.75),
        10,
        near(10 / 1.75),
    )
    # March ends at a quarter of the year: 2020.25, 2025.25, 2031: 5 / 10.75
    assert one(aim(60, base="2020-03"), at({"2020-03": 40, "2025-03": 50})).time_elapsed == near(
        500 / 10.75
    )
    # the last day of 2020 is the end of 2020
    assert (
        one(aim(60, base="2020-12-31"), at({"2020-12-31": 40, "2025-12-31": 50})).time_elapsed == 50
    )
    # 15 February is day 46 of 365
    assert one(
        aim(60, base="2020-12-31"), at({"2020-12-31": 40, "2025-02-15": 50})
    ).time_elapsed == near(10 * (4 + 46 / 365))
    # a span ends with its last year: 2020 and 2024
    assert one(
        aim(60, base="2016/2020"), at({"2016/2020": 40, "2021/2024": 48})
    ).time_elapsed == near(40)


def test_a_year_is_met_by_its_last_quarter_not_before():
    quarters = {"2024-Q4": 40, "2025-Q2": 50}
    assert one(aim(60, base="2024-Q4", by=2025, today=2025), at(quarters)).status == "on_track"
    assert (
        one(aim(60, base="2024-Q4", by=2025, today=2025), at({**quarters, "2025-Q4": 59})).reason
        == "target_year_past_not_met"
    )


# Together


def test_turning_all_values_upside_down_turns_no_verdict():
    chance = random.Random(7)
    promises, points = [], []
    for number in range(100):
        values, breaks = (
            [chance.randint(-20, 20) for _ in range(chance.randint(2, 7))],
            {2020 + chance.randint(0, 7)},
        )
        up = aim(
            chance.randint(-20, 20),
            base=chance.choice([None, "2020", "2021"]),
            by=chance.choice([None, 2023, 2030]),
            target=f"up {number}",
        )
        promises += [
            up,
            replace(
                up, value=-up.value, comparator="at_most", direction="down", target=f"down {number}"
            ),
        ]
        points += yearly(2020, *values, breaks=breaks, target=f"up {number}") + yearly(
            2020, *(-value for value in values), breaks=breaks, target=f"down {number}"
        )
    found = judge(promises, points, ask)
    assert len({found[f"up {number}"].reason for number in range(100)}) > 8
    for number in range(100):
        for name in ("status", "reason", "base_reason", "gap_closed", "time_elapsed", "pace_ratio"):
            assert getattr(found[f"up {number}"], name) == getattr(found[f"down {number}"], name)


def test_promises_are_judged_alike_alone_and_together():
    chance = random.Random(11)
    promises, points = [], []
    for number in range(80):
        name = f"promise {number}"
        up = chance.random() < 0.5
        promises.append(
            aim(
                chance.uniform(-5, 60),
                chance.choice(["at_least", "more_than"] if up else ["at_most", "equal"]),
                "up" if up else "down",
                chance.choice([None, "2019", "2021"]),
                chance.choice([None, 2023, 2030]),
                target=name,
            )
        )
        points += yearly(
            2019,
            *(chance.choice([None, chance.uniform(0, 60)]) for _ in range(chance.randint(0, 8))),
            breaks={chance.randint(2015, 2024)},
            target=name,
        )
    together = judge(promises, points, ask)
    shuffled = judge(promises[::-1], chance.sample(points, len(points)), ask)
    assert together == shuffled
    assert set(together) == {promise.target for promise in promises}
    for promise in promises[::8]:
        assert (
            judge([promise], [point for point in points if point.target == promise.target], ask)[
                promise.target
            ]
            == together[promise.target]
        )
    for found in together.values():
        assert found.status in progress.STATUSES
        assert found.reason is None or found.reason in progress.REASONS
        assert found.reason or found.status not in {"cannot_say", "off_track", "toward", "away"}
        assert found.base_reason is None or found.base_reason in progress.BASE_REASONS
        assert found.second_reason is None or found.second_reason in {
            *progress.REASONS,
            *progress.SECOND_REASONS,
        }
        assert (found.second_reason is not None) == (found.second_status == "cannot_say")
        assert set(found.fragile_because) <= set(found.tested) <= set(progress.TESTS)
        assert (found.stability == "fragile") == bool(found.fragile_because)


def test_no_promises_ask_nothing():
    assert judge([], [], None) == {}


@pytest.mark.parametrize(
    ("promises", "points"),
    [
        ([aim(60), aim(70)], []),
        ([aim(60)], [*at({2020: 1}), *at({2020: 2})]),
        ([aim(60)], [Point("other", "2020", 1)]),
        ([aim(60, "about")], []),
        ([aim(60, direction="")], []),
        ([aim(60, base="spring")], []),
        ([aim(60)], at({"20": 1})),
        ([aim(float("nan"))], []),
        ([aim(60)], at({2020: float("inf")})),
    ],
)
def test_what_is_not_of_the_form_is_refused(promises, points):
    with pytest.raises(BadAim):
        judge(promises, points, ask)


def test_every_status_and_reason_has_words():
    words = interface()
    wanted = {f"status_progress_{code}" for code in progress.STATUSES} | {
        f"stability_progress_{code}" for code in ("stable", "fragile", "unknown")
    }
    wanted |= {
        f"reason_progress_{code}"
        for code in (*progress.REASONS, *progress.SECOND_REASONS, *progress.BASE_REASONS)
    }
    wanted |= {f"fragile_progress_{code}" for code in progress.TESTS}
    assert wanted == {
        key for key in words if re.match(r"(status|stability|reason|fragile)_progress_", key)
    }
    for key in wanted:
        assert (
            len(
                {
                    tuple(sorted(re.findall(r"\{[^}]*\}", words[key][language])))
                    for language in ("kk", "ru", "en")
                }
            )
            == 1
        ), key
