"""What is called a promise is one, is due by one rule, and stands where the facts of the same
release say.
"""

import json
import re
from collections import Counter

import duckdb
import pytest

from app.catalogue.cards import catalogue
from app.exhibit.assemble import assemble
from app.facts.tables import JUDGED, MODALITIES
from app.promises.judge import Aim, Point, judge
from app.promises.standing import (
    STATES,
    commitments,
    decided,
    for_place,
    others,
    target_rows,
    targets_as_of,
)
from app.release.check import let_speak, share, status_problems
from app.screen.compose import compose
from app.screen.method import method_parts
from app.store.store import TABLES
from app.view import View
from app.words.say import LANGUAGES, say

# Under which heading of which document a task stands, and the year of that heading.
HEADINGS = {
    ("fprk_report_2025", "introduction, item"): "2025",
    ("fprk_report_2025", "1.3, information work, tasks"): "2026",
    ("fprk_report_2025", "2.4, tasks, item"): "2026",
    ("fprk_report_2025", "3.1, tasks, item"): "2026",
    ("fprk_report_2025", "3.2, tasks"): "2026",
    ("fprk_report_2025", "4.3, tasks, item"): "2026",
    ("fprk_report_2025", "4.5, tasks, item"): "2026",
    ("asm_rf_programme_2020", "Annex 1"): "2024",
    ("almaty_declaration", "item 10"): "2025",
}
# Promises that name another year themselves, or the period of a programme inside the list.
NAMED = {
    "asm_train_four_percent_of_dues": "2025",
    "asm_youth_four_percent_of_dues": "2025",
    "safe_labour_concept_2030": "2030",
    "fulfil_general_agreement": "2026",
    "improve_labour_law": "2026",
    "train_fifty_trainers": "2030",
}
RAISED_BY_MEMBERS = {
    "review_tariffs_labour_coefficient",
    "mandatory_collective_agreements",
    "direct_signing_agreements",
    "employer_liability_accidents",
    "union_public_control_powers",
    "consent_instead_of_opinion",
}
# All, every, nobody: what is promised of all is 100 per cent.
OF_ALL = {
    "ai_training_every_worker",
    "gender_expertise",
    "almaty_chp2_no_job_loss",
    "asm_agreement_in_every_organisation",
    "mandatory_training_elected",
    "asm_legal_inspectorate",
    "asm_materials_and_computers",
}
# Planned, and an event has a long word of the promise: looked at, and it is another matter.
LOOKED_AT = {
    ("information_support", "plan_2025"),
    ("cooperate_prosecutors", "mop_membership"),
}


def rows(store, sql):
    return store.rows(sql)


def block(page, language, store, kind):
    blocks = json.loads(compose(page, View(language), (), store))["blocks"]
    return next(one for one in blocks if one["type"] == kind)


def finding(card_id, store, language="en", **picked):
    found = assemble(catalogue().card(card_id), View(language, **picked), store)
    return found.title.replace("\u00a0", " ")


# What is a promise


def test_every_sentence_is_a_promise_an_aim_a_recommendation_an_ideal_or_a_demand(store):
    counted = Counter(row["modality"] for row in rows(store, "select modality from commitments"))
    assert set(counted) == set(MODALITIES)
    assert {one.row["modality"] for one in commitments(store)} == set(JUDGED)
    assert len(commitments(store)) + len(others(store)) == counted.total()


def test_an_ideal_and_a_recommendation_are_judged_by_nobody_and_nothing_of_them_is_missing(store):
    unpromised = {one.row["target"] for one in others(store)} - {""}
    assert unpromised == {"full_membership_100", "dues_training_10"}
    assert not unpromised & {row["target"] for row in target_rows(store)}
    assert not unpromised & {one.row["target"] for one in targets_as_of(store, None)}
    for card_id in ("international/union_density", "organisational/member_density"):
        notes = assemble(catalogue().card(card_id), View("en"), store).notes
        assert not any(note.kind == "target" for note in notes), card_id


def test_what_members_raise_is_their_demand_and_no_promise_of_the_federation(store):
    demands = {one.row["commitment"]: one for one in others(store)}
    assert demands.keys() >= RAISED_BY_MEMBERS
    for code in RAISED_BY_MEMBERS:
        assert demands[code].row["modality"] == "demand"
        assert demands[code].row["promised_by"] == "members"
        assert demands[code].row["status"] == ""


def test_the_aims_of_the_council_of_central_asia_are_aims_of_its_own(store):
    aims = {
        mention["locator"]
        for one in commitments(store)
        for mention in one.mentions
        if one.row["promised_by"] == "spsca" and one.row["modality"] == "aim"
    }
    assert aims >= {"item 2", "item 8"}
    [gender] = [
        one for one in commitments(store) if one.row["commitment"] == "spsca_gender_equality"
    ]
    assert gender.row["area"] == "gender"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_promised_stands_apart_on_the_page_as_what_it_is(language, store):
    blocks = json.loads(compose("promises", View(language), (), store))["blocks"]
    apart = next(one for one in blocks if one.get("title") == say(language, "promises_others"))
    assert [row[1] for row in apart["rows"]] == [
        say(language, f"modality_{one.row['modality']}") for one in others(store)
    ]
    listed = {row["id"] for row in block("promises", language, store, "promises")["rows"]}
    assert not listed & {one.row["commitment"] for one in others(store)}


# All, every, nobody


def test_a_promise_of_all_or_of_nobody_is_a_target_of_a_hundred_per_cent(store):
    found = {one.row["commitment"]: one for one in commitments(store)}
    for code in OF_ALL:
        assert [target.row["value"] for target in found[code].targets] == [100], code
        assert found[code].row["measurable"] == "yes"
    [target] = for_place("KZ-75", store)
    assert target.row["promised_by"] == "employer"


# Deadlines


def test_a_task_is_due_in_the_year_of_its_heading_unless_it_names_another(store):
    years: dict[str, set[str]] = {}
    for row in rows(store, "select * from mentions where kind <> 'report'"):
        for (source, place), year in HEADINGS.items():
            if row["source"] == source and row["locator"].startswith(place):
                years.setdefault(row["commitment"], set()).add(year)
    due = {row["commitment"]: row["due"] for row in rows(store, "from commitments")}
    assert len(years) > 150
    for code, found in years.items():
        assert due[code] == NAMED.get(code, max(found)), code


def test_what_the_youth_council_sets_itself_is_due_when_its_period_ends(store):
    due = {
        row["due"]
        for row in rows(store, "from commitments where promised_by = 'fprk_youth_council'")
    }
    assert due == {"2030"}


def test_a_number_and_its_words_are_due_in_the_same_year(store):
    assert (
        rows(
            store,
            'select target from targets join commitments using (target) where due <> targets."by"',
        )
        == []
    )
    by = {row["target"]: row["by"] for row in target_rows(store)}
    assert by["women_quota_30"] == by["wage_ratio_10"] == "2026"
    assert by["youth_of_members_30"] == by["youth_quota_20"] == by["trainers_50"] == "2030"
    assert by["asm_dues_information"] == by["asm_average_wage"] == "2024"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_promise_says_by_when_it_is_due_or_that_no_year_is_named(language, store):
    shown = {row["id"]: row for row in block("promises", language, store, "promises")["rows"]}
    for one in commitments(store):
        year, said = one.row["due"], shown[one.row["commitment"]]["due"]
        assert year in said if year else said == say(language, "promise_no_year")
    assert shown["asm_action_plan"]["due"] == say(language, "promise_due_over", year="2020")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_method_tells_the_rule_of_promises_and_of_deadlines(language):
    parts = {part.id: " ".join(part.paragraphs[language]) for part in method_parts()}
    for modality in MODALITIES:
        stem = say(language, f"modality_{modality}").split()[-1][:6]
        if language == "en" and modality == "aim":
            stem = "aim of one’s own"
        assert stem in parts["counted"].lower(), modality
    assert "2026" in parts["due"]


# Statuses beside the events and figures of the same release


def test_the_commission_that_met_is_no_longer_planned(store):
    [one] = [
        one for one in commitments(store) if one.row["commitment"] == "internal_disputes_commission"
    ]
    assert (one.state, one.row["status_date"]) == ("achieved", "2025-10-23")
    assert one.row["shown_by"] == "event:internal_commission_construction"


def test_what_is_done_is_shown_by_an_event_or_a_figure_of_the_same_release(store):
    done = [one for one in commitments(store) if one.row["status"] == "done"]
    assert done
    assert all(one.row["shown_by"] for one in done)


def test_nothing_planned_is_told_by_an_event_in_words_of_its_own(store):
    """Long words that one promise and few events have: such an event tells of a planned promise, or
    somebody has looked and it does not.
    """
    events = {
        row["event"]: row["text_ru"]
        for row in rows(store, "from events where left(period, 4) <= '2025' and place <> '_Z'")
    }
    stems = lambda text: {word[:11].lower() for word in re.findall(r"\w{11,}", text)}
    rare = Counter(stem for text in events.values() for stem in stems(text))
    own = Counter(stem for one in commitments(store) for stem in stems(one.row["text_ru"]))
    told = {
        (one.row["commitment"], event): one.row["status"]
        for one in commitments(store)
        for event, text in events.items()
        for stem in stems(one.row["text_ru"]) & stems(text)
        if rare[stem] <= 2 and own[stem] == 1
    }
    assert told["internal_disputes_commission", "internal_commission_construction"] == "done"
    found = {pair for pair, status in told.items() if status == "planned"}
    assert found <= LOOKED_AT, sorted(found - LOOKED_AT)


def test_a_status_that_the_published_number_contradicts_is_refused(store):
    connection = duckdb.connect()
    for table in TABLES:
        path = store.release.folder / f"{table}.parquet"
        connection.execute(f"create table {table} as from read_parquet(?)", [str(path)])
    let_speak(connection)
    share(connection)
    assert status_problems(connection) == []
    connection.execute("update commitments set status = 'done' where target = 'women_quota_30'")
    connection.execute("update commitments set status = 'planned' where target = 'ratified_c131'")
    assert [(one.kind, one.detail) for one in status_problems(connection)] == [
        ("status_against_figure", "ratify_c131: planned"),
        ("status_against_figure", "women_quota_thirty_percent: done"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_none_behind_does_not_read_as_all_is_well(language, store):
    one = block("promises", language, store, "promises")
    judged = sum(map(decided, commitments(store)))
    assert 0 < judged < len(commitments(store)) / 10
    assert f"{judged}" in one["standing"]["hint"]
    assert say(language, "standing_behind") in one["standing"]["hint"]
    among = {state["code"]: state["among"] for state in one["states"]}
    assert str(judged) in among["behind"]
    assert str(judged) in among["on_track"]
    assert {code for code in STATES if not among[code]} == set(STATES) - {"behind", "on_track"}


# An old state is no progress on a later task


def test_a_convention_ratified_before_the_task_is_no_progress_on_it(store):
    said = finding("international/conventions_matrix", store)
    assert said == (
        "Kazakhstan: of 5 conventions set as tasks 2 were ratified before, none since, 3 remain"
    )
    said = finding("international/declaration_promises", store)
    assert "3 ratified before, 0 since" in said


# The method


def judged(comparator, direction, values, value=60.0, by=2030):
    aim = Aim("t", value, comparator, direction, "2020", by, 2025)
    points = [Point("t", year, number) for year, number in values.items()]
    connection = duckdb.connect()

    def ask(tables, sql, parameters):
        import pyarrow as pa

        for name, columns in tables.items():
            connection.register(name, pa.table(columns))
        cursor = connection.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    return judge([aim], points, ask)["t"]


def test_a_base_beyond_the_target_is_to_be_kept_and_contradicts_nothing():
    lost = judged("at_least", "up", {"2020": 62.0, "2025": 58.0})
    assert (lost.status, lost.reason, lost.gap_closed) == ("off_track", "met_then_lost", None)
    assert lost.remaining == 2
    kept = judged("at_least", "up", {"2020": 62.0, "2025": 61.0})
    assert (kept.status, kept.reason) == ("achieved", "met_at_base")
    fewer = judged("at_most", "down", {"2020": 55.0, "2025": 65.0})
    assert (fewer.status, fewer.reason) == ("off_track", "met_then_lost")
    wrong = judged("equal", "up", {"2020": 62.0, "2025": 58.0})
    assert wrong.reason == "direction_contradicts"


def test_more_than_a_number_is_not_met_by_the_number_and_no_zero_remains():
    found = judged("more_than", "up", {"2020": 50.0, "2025": 60.0})
    assert (found.reason, found.remaining, found.pace_needed_per_year) == (
        "at_the_limit",
        None,
        None,
    )
    assert found.status != "achieved"
    assert judged("more_than", "up", {"2020": 50.0, "2025": 60.1}).status == "achieved"
