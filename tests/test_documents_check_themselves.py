"""The report is recomputed from its own counts; where it disagrees with itself, a note says so on
the exhibit.
"""

import duckdb
import pytest

from app.exhibit.assemble import assemble
from app.exhibit.checked import explanation
from app.facts.reconcile import AGREES, DISAGREES, ROUNDING, reconcile
from app.facts.tables import Check
from app.view import View
from app.words.say import LANGUAGES

# Printed, and what the printed counts give: reckoned by hand from the report.
GROWTH_ON_THE_WRONG_BASE = {
    "appeals_change_oil_gas": (96, 100 * (425 - 17) / 17),
    "appeals_change_construction": (78, 100 * (609 - 131) / 131),
    "appeals_change_health": (58, 100 * (520 - 291) / 291),
    "appeals_change_chemical": (53, 100 * (15 - 7) / 7),
    "appeals_change_machine_building": (47, 90),
    "appeals_change_small_business": (46, 100 * (196 - 106) / 106),
    "appeals_change_transport": (39, 100 * (180 - 110) / 110),
    "appeals_change_agriculture": (38, 100 * (94 - 58) / 58),
    "appeals_change_culture": (37, 100 * (291 - 182) / 182),
    "appeals_change_education": (37, 100 * (2205 - 1395) / 1395),
    "appeals_change_state_services": (20, 100 * (361 - 289) / 289),
}
OTHER_DISAGREEMENTS = {
    "arrears_almost_halved",
    "accidents_no_unions_wording",
    "decline_except_mangystau",
    "conflicts_growth_opening",
    "decline_credited_to_fprk",
    "pay_share_impossible",
    "protest_form_equals_resolved",
    "prevention_consultations_fell",
    "appeals_labour_sum_year_before",
    "appeals_union_sum_year_before",
    "appeals_considered_total",
    "applicants_fell",
    "appeals_growth_conflicts_reason",
    "appeals_change_information_communications",
    "appeals_sectors_missing_2025",
    "appeals_sectors_missing_2024",
    "appeals_regions_missing_2025",
    "court_hearings_are_cases_2025",
}
SUMS = {"appeals_labour_sum_year_before": (3119, 2981), "appeals_union_sum_year_before": (270, 329)}
AGREEING = {
    "accidents_share",
    "injured_share_year_before",
    "conflicts_sum_by_union",
    "resolved_share",
    "strikes_are_unresolved",
    "appeals_regions_sum",
    "appeals_kinds_sum",
    "mediation_sum",
    "court_favourable_share",
    "appeals_change_mining_metallurgy",
}


@pytest.fixture(scope="module")
def checks(store):
    return {row["check"]: row for row in store.rows("select * from checks")}


@pytest.fixture
def tiny():
    """A table of a few figures: a whole of 200 with parts 90 and 110, the year before 160, regions
    3 + 4 of 7.
    """
    connection = duckdb.connect()
    connection.execute(
        "create table figures (measure text, period text, place text, sector text, series text, "
        "value double)"
    )
    connection.executemany(
        "insert into figures values (?, ?, ?, ?, ?, ?)",
        [
            ("m", "2025", "KZ", "_T", "_T", 200),
            ("m", "2024", "KZ", "_T", "_T", 160),
            ("m", "2025", "KZ", "_T", "a", 90),
            ("m", "2025", "KZ", "_T", "b", 110),
            ("n", "2025", "KZ", "_T", "_T", 7),
            ("n", "2025", "KZ-10", "_T", "_T", 3),
            ("n", "2025", "KZ-11", "_T", "_T", 4),
            ("n", "2024", "KZ", "_T", "_T", None),
            ("eighth", "2025", "KZ", "_T", "_T", 1),
            ("eight", "2025", "KZ", "_T", "_T", 8),
            ("zero", "2025", "KZ", "_T", "_T", 0),
            ("d", "2025", "KZ", "_T", "_T", 41),
            ("e", "2025", "KZ", "_T", "_T", 181),
        ],
    )
    yield connection
    connection.close()


def one(connection, kind, left, right, printed=None, decimals=0.0, verdict=""):
    check = Check("c", kind, printed, decimals, left, right, verdict=verdict)
    found, problems = reconcile(connection, [check])
    return (found[0] if found else None), problems


M25, M24, A, B, STAR = (
    "m@2025/KZ/_T/_T",
    "m@2024/KZ/_T/_T",
    "m@2025/KZ/_T/a",
    "m@2025/KZ/_T/b",
    "m@2025/KZ/_T/*",
)
N25, N24, NSTAR = "n@2025/KZ/_T/_T", "n@2024/KZ/_T/_T", "n@2025/*/_T/_T"
EIGHTH, EIGHT, ZERO = "eighth@2025/KZ/_T/_T", "eight@2025/KZ/_T/_T", "zero@2025/KZ/_T/_T"
D, E = "d@2025/KZ/_T/_T", "e@2025/KZ/_T/_T"


@pytest.mark.parametrize(
    ("kind", "left", "right", "printed", "decimals", "recomputed", "result"),
    [
        ("share", A, M25, 45.0, 0, 45, AGREES),
        ("share", A, M25, 45.4, 1, 45, DISAGREES),
        ("share", A, M25, 44.0, 0, 45, DISAGREES),
        ("share", EIGHTH, EIGHT, 12.5, 1, 12.5, AGREES),
        ("share", EIGHTH, EIGHT, 13.0, 0, 12.5, AGREES),
        ("share", EIGHTH, EIGHT, 12.0, 0, 12.5, ROUNDING),
        ("share", EIGHTH, EIGHT, 14.0, 0, 12.5, DISAGREES),
        ("share", EIGHTH, EIGHT, 11.0, 0, 12.5, DISAGREES),
        ("share", D, E, 22.7, 1, 100 * 41 / 181, AGREES),
        ("share", D, E, 22.6, 1, 100 * 41 / 181, ROUNDING),
        ("share", D, E, 22.5, 1, 100 * 41 / 181, DISAGREES),
        ("change", M25, M24, 25.0, 0, 25, AGREES),
        ("change", M25, M24, 20.0, 0, 25, DISAGREES),
        ("change", M24, M25, -20.0, 0, -20, AGREES),
        ("change", M24, M25, 20.0, 0, -20, DISAGREES),
        ("change", M24, M25, -25.0, 0, -20, DISAGREES),
    ],
)
def test_a_printed_share_or_change_agrees_is_rounded_otherwise_or_disagrees(
    tiny, kind, left, right, printed, decimals, recomputed, result
):
    found, problems = one(tiny, kind, left, right, printed, decimals)
    assert not problems
    assert found.recomputed == pytest.approx(recomputed)
    assert found.result == result


@pytest.mark.parametrize(
    ("kind", "left", "right", "result"),
    [
        ("sum", M25, STAR, AGREES),
        ("sum", M24, STAR, DISAGREES),
        ("sum", M25, f"{A} + {B}", AGREES),
        ("sum", N25, NSTAR, AGREES),
        ("same", M25, M24, DISAGREES),
        ("same", M25, M25, AGREES),
        ("same", A, f"{M25} - {B}", AGREES),
        ("same", N25, f"{M25} - {B} - {A} + {N25}", AGREES),
        ("sum", EIGHT, f"{N25} + {EIGHTH}", AGREES),
    ],
)
def test_sums_and_equals_are_exact_and_a_star_leaves_the_total_out(tiny, kind, left, right, result):
    found, problems = one(tiny, kind, left, right)
    assert not problems
    assert found.result == result


@pytest.mark.parametrize(
    "selector",
    ["n@2023/KZ/_T/_T", N24, "no_such@2025/KZ/_T/_T", "not a selector", "m@2025/KZ/_T", ""],
)
def test_a_check_that_points_to_a_number_that_is_not_there_is_a_fault(tiny, selector):
    found, problems = one(tiny, "same", M25, selector)
    assert found is None
    assert [problem.kind for problem in problems] == ["selector_empty"]


def test_a_statement_keeps_its_verdict_even_where_a_number_is_missing(tiny):
    found, problems = one(tiny, "statement", M25, N24, verdict=DISAGREES)
    assert not problems
    assert found.result == DISAGREES
    assert (found.left_value, found.right_value) == (200, None)


def test_a_share_of_nothing_is_a_fault_and_not_a_crash(tiny):
    found, problems = one(tiny, "share", M25, ZERO, 50.0)
    assert found is None
    assert problems


@pytest.mark.parametrize("check", GROWTH_ON_THE_WRONG_BASE)
def test_a_growth_reckoned_on_the_wrong_year_is_found_and_recomputed(checks, check):
    printed, recomputed = GROWTH_ON_THE_WRONG_BASE[check]
    assert checks[check]["printed"] == printed
    assert checks[check]["recomputed"] == pytest.approx(recomputed)
    assert checks[check]["result"] == DISAGREES


def test_the_growth_of_accidents_is_found_and_recomputed(checks):
    row = checks["accidents_change"]
    assert row["printed"] == 3.3
    assert row["recomputed"] == pytest.approx(100 * 41 / 1186)
    assert row["result"] == DISAGREES


@pytest.mark.parametrize("check", sorted(OTHER_DISAGREEMENTS))
def test_a_known_disagreement_of_the_report_is_found(checks, check):
    assert checks[check]["result"] == DISAGREES


@pytest.mark.parametrize("check", SUMS)
def test_a_sum_that_does_not_add_up_shows_both_numbers(checks, check):
    assert (checks[check]["left_value"], checks[check]["recomputed"]) == SUMS[check]


@pytest.mark.parametrize("check", ["deaths_share", "on_control_share_atyrau"])
def test_a_cut_last_digit_is_told_from_a_disagreement(checks, check):
    assert checks[check]["result"] == ROUNDING


@pytest.mark.parametrize("check", sorted(AGREEING))
def test_what_agrees_is_said_to_agree(checks, check):
    assert checks[check]["result"] == AGREES


def test_there_are_at_least_twenty_disagreements_and_far_more_that_agree(checks):
    results = [row["result"] for row in checks.values()]
    assert results.count(DISAGREES) >= 20
    assert results.count(AGREES) >= 40
    assert set(results) == {AGREES, ROUNDING, DISAGREES}


def test_every_disagreement_is_explained_in_three_languages_on_an_exhibit_as_a_note(
    checks, known, store
):
    for row in checks.values():
        if row["result"] != AGREES:
            for language in LANGUAGES:
                text = explanation(row, language)
                assert text, f"{row['check']}: {language}"
                assert not set("{}") & set(text), f"{row['check']}: {text}"
                for card_id in row["exhibits"].split():
                    notes = [
                        note.text
                        for note in assemble(known.card(card_id), View(language), store).notes
                        if note.kind == "contradiction"
                    ]
                    assert text in notes, f"{row['check']}: not on {card_id}"


def test_what_agrees_is_not_shown_as_a_disagreement(checks, known, store):
    for row in checks.values():
        if row["result"] == AGREES and row["why_en"]:
            for card_id in row["exhibits"].split():
                assert explanation(row, "en") not in [
                    note.text for note in assemble(known.card(card_id), View("en"), store).notes
                ]


def test_every_printed_share_and_change_of_the_report_is_checked(store, checks):
    """A printed percentage that can be recomputed has a check; those that cannot are listed here
    with the reason.
    """
    printed = {
        (row["measure"], row["period"], row["place"], row["sector"], row["series"], row["value"])
        for row in store.rows(
            "select * from figures where source = 'fprk_report_2025' and value is not null and "
            "(measure like '%\\_share' escape '\\' or measure like '%\\_change' escape '\\')"
        )
    }
    values = {row["printed"] for row in checks.values()}
    missing = {row for row in printed if row[-1] not in values}
    assert not missing
