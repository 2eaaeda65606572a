"""Numbers typed here from the documents, by eye, against the release; and parts against their
totals.

The report: "Отчёт о деятельности Федерации профсоюзов Республики Казахстан за 2025 год", sections
2.2, 2.3, 2.4, 3.1, 3.2.
"""

import pytest

from app.view import View

FPRK, ALL = "with_fprk_union", "_T"

# 2.3, table of accidents: measure, series, 2024, 2025
ACCIDENTS = [
    ("accidents", ALL, 1186, 1227),
    ("accidents", FPRK, 368, 372),
    ("accidents_share", FPRK, 31, 30.3),
    ("injured", ALL, 1305, 1353),
    ("injured", FPRK, 420, 425),
    ("injured_share", FPRK, 32.2, 31.4),
    ("deaths", ALL, 190, 181),
    ("deaths", FPRK, 37, 41),
    ("deaths_share", FPRK, 19.5, 22.6),
    ("accidents_employer_fault", ALL, 785, 838),
    ("accidents_employer_fault", FPRK, 347, 302),
    ("accidents_employer_fault_share", FPRK, 44.2, 36),
]
# 2.4, table of labour conflicts: measure, place, series, 2024, 2025
CONFLICTS = [
    ("labour_conflicts", "KZ", ALL, 68, 49),
    ("labour_conflicts", "KZ", FPRK, 23, 27),
    ("labour_conflicts_share", "KZ", FPRK, 34, 55),
    ("labour_conflicts_resolved", "KZ", ALL, 49, 44),
    ("labour_conflicts_resolved_share", "KZ", ALL, 72, 89.8),
    ("labour_conflicts_resolved", "KZ", FPRK, 15, 25),
    ("labour_conflicts_resolved_share", "KZ", FPRK, 65.2, 92.6),
    ("strikes", "KZ", ALL, 19, 5),
    ("strikes", "KZ", FPRK, 8, 2),
    ("strikes_share", "KZ", FPRK, 42, 40),
    ("labour_conflicts", "KZ-47", ALL, 50, 29),
    ("labour_conflicts", "KZ-47", FPRK, 11, 11),
    ("labour_conflicts_share", "KZ-47", FPRK, 22, 37.9),
]
# 3.2.5, table of court cases in 2025: favourable, unfavourable, in progress; None where the cell is
# empty
COURTS = {
    "KZ-71": (12, None, 1),
    "KZ-79": (None, None, 6),
    "KZ-15": (3, None, None),
    "KZ-23": (4, 22, 11),
    "KZ-35": (6, 1, 1),
    "KZ-39": (3, 1, 1),
    "KZ-55": (5, None, 26),
    "KZ": (33, 24, 46),
}
# 3.2.1, appeals by sector: 2024, 2025, printed change
APPEALS_BY_SECTOR = {
    "oil_gas": (17, 425, 96),
    "construction": (131, 609, 78),
    "health": (291, 520, 58),
    "chemical": (7, 15, 53),
    "machine_building": (10, 19, 47),
    "small_business": (106, 196, 46),
    "transport": (110, 180, 39),
    "agriculture": (58, 94, 38),
    "culture": (182, 291, 37),
    "education": (1395, 2205, 37),
    "state_services": (289, 361, 20),
    "information_communications": (None, 10, -67),
    "mining_metallurgy": (165, 100, -39),
    "forestry": (44, 28, -36),
}
# 3.2.1, appeals by region in 2025; Jetisu (KZ-33) and Ulytau (KZ-62) are not in the list
APPEALS_BY_REGION = {
    "KZ-23": 1536,
    "KZ-27": 1251,
    "KZ-43": 908,
    "KZ-75": 303,
    "KZ-59": 272,
    "KZ-55": 241,
    "KZ-10": 230,
    "KZ-79": 85,
    "KZ-11": 167,
    "KZ-31": 99,
    "KZ-63": 95,
    "KZ-35": 94,
    "KZ-39": 80,
    "KZ-71": 56,
    "KZ-15": 47,
    "KZ-19": 14,
    "KZ-47": 3,
    "KZ-61": 2,
}
# 2.3, production councils created in 2025
COUNCILS = {
    "state_services": 221,
    "education": 107,
    "health": 61,
    "culture": 20,
    "small_business": 16,
    "agriculture": 10,
    "road_transport": 9,
    "construction": 4,
    "oil_gas": 4,
    "mining_metallurgy": 3,
    "energy": 2,
    "armed_forces": 1,
}
# What stands in the text: measure, period, place, sector, series, value
TEXT = [
    ("arrears_volume", "2024", "KZ", "_T", ALL, 4.5),
    ("arrears_volume", "2025", "KZ", "_T", ALL, 2.6),
    ("arrears_returned", "2025", "KZ", "_T", ALL, 2.2),
    ("arrears_workers_restored", "2025", "KZ", "_T", ALL, 10000),
    ("arrears_workers_restored", "2024", "KZ", "_T", ALL, 17700),
    ("forest_rural_allowance", "2025", "KZ", "forestry", ALL, 25),
    ("accidents_change", "2025", "KZ", "_T", ALL, 3.3),
    ("accidents_share", "2025", "KZ", "_T", "without_fprk_union", 69.7),
    ("special_social_payment_average", "2025", "KZ", "_T", ALL, 208),
    ("special_social_payment_recipients", "2025", "KZ", "_T", ALL, 14000),
    ("employer_pension_payments", "2025-01-01", "KZ", "_T", ALL, 2.4),
    ("inspector_training_participants", "2025", "KZ", "forestry", ALL, 48),
    ("inspector_training_participants", "2025", "KZ", "mining_metallurgy", ALL, 62),
    ("inspector_training_participants", "2025", "KZ", "oil_gas", ALL, 53),
    ("inspector_training_participants", "2025", "KZ", "coal", ALL, 30),
    ("best_inspectors_awarded", "2025", "KZ", "_T", ALL, 8),
    ("production_councils_created", "2025", "KZ", "_T", ALL, 458),
    ("production_councils_created", "2024", "KZ", "_T", ALL, 206),
    ("production_councils_share", "2025", "KZ", "_T", "budget_sphere", 89.5),
    ("production_councils_share", "2025", "KZ", "_T", "real_sector", 10.5),
    ("peoples_control_enterprises", "2025", "KZ", "_T", ALL, 190),
    ("peoples_control_enterprises", "2025", "KZ-35", "_T", ALL, 32),
    ("vision_zero_enterprises", "2025", "KZ", "_T", ALL, 616),
    ("labour_conflicts", "2025", "KZ", "_T", "with_other_union", 10),
    ("labour_conflicts", "2025", "KZ", "_T", "no_union", 12),
    ("labour_conflicts_share", "2025", "KZ", "_T", "with_other_union", 20.4),
    ("labour_conflicts_share", "2025", "KZ", "_T", "no_union", 24.5),
    ("labour_conflicts_resolved", "2025", "KZ", "_T", "with_other_union", 7),
    ("labour_conflicts_resolved", "2025", "KZ", "_T", "no_union", 12),
    ("labour_conflicts_pay_share", "2025", "KZ", "_T", ALL, 53.7),
    ("protest_demands_form", "2025", "KZ", "_T", ALL, 44),
    ("labour_conflicts_mangystau_share", "2025", "KZ-47", "_T", ALL, 59),
    ("labour_consultations", "2025", "KZ", "_T", ALL, 819),
    ("labour_consultations", "2024", "KZ", "_T", ALL, 1201),
    ("labour_consultation_participants", "2025", "KZ", "_T", ALL, 8985),
    ("labour_consultation_participants", "2024", "KZ", "_T", ALL, 9184),
    ("dispute_seminars", "2025", "KZ", "_T", ALL, 541),
    ("dispute_seminars", "2024", "KZ", "_T", ALL, 583),
    ("dispute_seminar_participants", "2025", "KZ", "_T", ALL, 57973),
    ("dispute_seminar_participants", "2024", "KZ", "_T", ALL, 39811),
    ("conflicts_removed_from_control", "2025", "KZ", "_T", ALL, 73),
    ("conflicts_removed_from_control", "2025", "KZ", "_T", "over_one_year", 38),
    ("conflicts_on_control", "2025", "KZ", "_T", ALL, 21),
    ("conflicts_on_control", "2025", "KZ", "_T", "begun_before_2025", 7),
    ("conflicts_on_control", "2025", "KZ", "_T", FPRK, 15),
    ("conflicts_on_control", "2025", "KZ-23", "_T", ALL, 9),
    ("conflicts_on_control", "2025", "KZ-47", "_T", ALL, 8),
    ("conflicts_on_control_share", "2025", "KZ-23", "_T", ALL, 42.8),
    ("conflicts_on_control", "2025", "KZ-10", "_T", ALL, 1),
    ("conflicts_on_control", "2025", "KZ-63", "_T", ALL, 1),
    ("conflicts_on_control", "2025", "KZ-27", "_T", ALL, 1),
    ("conflicts_on_control", "2025", "KZ-35", "_T", ALL, 1),
    ("interagency_materials", "2025", "KZ", "_T", ALL, 15),
    ("interagency_questions", "2025", "KZ", "_T", ALL, 46),
    ("working_group_meetings", "2025", "KZ", "_T", ALL, 14),
    ("amendments_proposed", "2025", "KZ", "_T", ALL, 70),
    ("night_pay_multiple", "2025", "KZ", "_T", "proposed", 2),
    ("proposed_wage_ratio_limit", "2025", "KZ", "_T", "proposed", 10),
    ("proposed_annual_leave_days", "2025", "KZ", "_T", "current", 24),
    ("proposed_annual_leave_days", "2025", "KZ", "_T", "proposed", 30),
    ("activity_suspension_days", "2025", "KZ", "_T", "proposed", 5),
    ("strike_signature_threshold", "2025", "KZ", "_T", "current", 50),
    ("limitation_period_labour", "2025", "KZ", "_T", "current", 1),
    ("appeals", "2025", "KZ", "_T", ALL, 5483),
    ("appeals", "2024", "KZ", "_T", ALL, 4150),
    ("appeals", "2025", "KZ", "_T", "labour_relations", 4555),
    ("appeals", "2024", "KZ", "_T", "labour_relations", 3119),
    ("appeals", "2025", "KZ", "_T", "union_activity", 671),
    ("appeals", "2024", "KZ", "_T", "union_activity", 270),
    ("appeals", "2025", "KZ", "_T", "other", 257),
    ("appeals", "2024", "KZ", "_T", "other", 761),
    ("appeals_labour", "2025", "KZ", "_T", "pay", 2384),
    ("appeals_labour", "2024", "KZ", "_T", "pay", 1046),
    ("appeals_labour", "2025", "KZ", "_T", "employment_contract", 461),
    ("appeals_labour", "2024", "KZ", "_T", "employment_contract", 1067),
    ("appeals_labour", "2025", "KZ", "_T", "reinstatement", 368),
    ("appeals_labour", "2024", "KZ", "_T", "reinstatement", 192),
    ("appeals_labour", "2025", "KZ", "_T", "collective_agreement", 476),
    ("appeals_labour", "2024", "KZ", "_T", "collective_agreement", 306),
    ("appeals_labour", "2025", "KZ", "_T", "other_labour", 866),
    ("appeals_labour", "2024", "KZ", "_T", "other_labour", 370),
    ("appeals_union", "2025", "KZ", "_T", "founding", 26),
    ("appeals_union", "2024", "KZ", "_T", "founding", 36),
    ("appeals_union", "2025", "KZ", "_T", "interference", 7),
    ("appeals_union", "2024", "KZ", "_T", "interference", 11),
    ("appeals_union", "2025", "KZ", "_T", "membership_dues", 638),
    ("appeals_union", "2024", "KZ", "_T", "membership_dues", 282),
    ("applicants", "2025", "KZ", "_T", ALL, 4030),
    ("applicants", "2025", "KZ", "_T", "members", 3811),
    ("applicants", "2024", "KZ", "_T", "members", 3382),
    ("applicants", "2025", "KZ", "_T", "non_members", 219),
    ("applicants", "2024", "KZ", "_T", "non_members", 838),
    ("appeals_considered", "2025", "KZ", "_T", ALL, 2659),
    ("appeals_considered", "2025", "KZ", "_T", "individual", 2609),
    ("appeals_considered", "2025", "KZ", "_T", "collective", 50),
    ("legal_consultations", "2025", "KZ", "_T", "oral", 1622),
    ("legal_consultations", "2025", "KZ", "_T", "written", 547),
    ("legal_consultations", "2024", "KZ", "_T", ALL, 1496),
    ("field_meetings", "2025", "KZ", "_T", ALL, 120),
    ("appeals_resolved_by_authorities", "2025", "KZ", "_T", ALL, 117),
    ("mediation_agreements", "2025", "KZ", "_T", ALL, 47),
    ("mediation_agreements", "2025", "KZ-71", "_T", ALL, 20),
    ("mediation_agreements", "2025", "KZ-55", "_T", ALL, 16),
    ("mediation_agreements", "2025", "KZ-35", "_T", ALL, 5),
    ("mediation_agreements", "2025", "KZ-15", "_T", ALL, 3),
    ("mediation_agreements", "2025", "KZ-79", "_T", ALL, 2),
    ("mediation_agreements", "2025", "KZ-39", "_T", ALL, 1),
    ("conciliation_decisions", "2025", "KZ", "_T", ALL, 68),
    ("conciliation_decisions", "2024", "KZ", "_T", ALL, 43),
    ("conciliation_decisions", "2025", "KZ-55", "_T", ALL, 47),
    ("conciliation_decisions", "2025", "KZ-23", "_T", ALL, 17),
    ("conciliation_decisions", "2025", "KZ-11", "_T", ALL, 3),
    ("conciliation_decisions", "2025", "KZ-35", "_T", ALL, 1),
    ("court_hearings", "2025", "KZ", "_T", ALL, 103),
    ("court_hearings", "2024", "KZ", "_T", ALL, 42),
    ("court_cases", "2025", "KZ", "_T", "completed", 57),
    ("court_cases_favourable_share", "2025", "KZ", "_T", ALL, 58),
    ("legal_outreach_events", "2025", "KZ", "_T", ALL, 330),
    ("legal_outreach_participants", "2025", "KZ", "_T", "members", 26604),
    ("legal_outreach_participants", "2025", "KZ", "_T", "non_members", 1231),
]
# Official and published values, typed from the re-keyed sources: measure, period, place, sector,
# sex, age, value, unit, source
PUBLISHED = [
    (
        "average_monthly_wage",
        "2015-Q2",
        "KZ",
        "A",
        "_T",
        "_T",
        69600,
        "KZT_month",
        "press_zerno_2015",
    ),
    (
        "average_monthly_wage",
        "2019",
        "KZ",
        "_T",
        "F",
        "_T",
        150779,
        "KZT_month",
        "bns_wages_2023_page",
    ),
    (
        "average_monthly_wage",
        "2021-Q2",
        "KZ-59",
        "_T",
        "_T",
        "_T",
        189800,
        "KZT_month",
        "press_kt_2021",
    ),
    (
        "average_monthly_wage",
        "2021-Q4",
        "KZ",
        "_T",
        "_T",
        "_T",
        275580,
        "KZT_month",
        "bns_wage_quarter",
    ),
    (
        "average_monthly_wage",
        "2023-Q1",
        "KZ-23",
        "_T",
        "_T",
        "_T",
        618420,
        "KZT_month",
        "press_qazaqinfo_2023",
    ),
    (
        "average_monthly_wage",
        "2025-Q3",
        "KZ",
        "P",
        "_T",
        "_T",
        290900,
        "KZT_month",
        "press_ng_2025q3",
    ),
    (
        "average_monthly_wage",
        "2025-Q3",
        "KZ",
        "Q",
        "_T",
        "_T",
        328500,
        "KZT_month",
        "press_ng_2025q3",
    ),
    (
        "average_wage_april_survey",
        "2025",
        "KZ",
        "_T",
        "_T",
        "Y35-44",
        455100,
        "KZT_month",
        "press_baq_age_2025",
    ),
    (
        "real_wage_index",
        "2024-Q4",
        "KZ",
        "_T",
        "_T",
        "_T",
        101.8,
        "index_prev_year",
        "bns_wages_2025q2_page",
    ),
    ("hourly_earnings", "2014", "KZ", "_T", "_T", "_T", 837, "KZT_hour", "sdg_8_5_1"),
    ("hourly_earnings", "2018", "KZ", "S", "F", "_T", 1452, "KZT_hour", "sdg_8_5_1"),
    ("hourly_earnings", "2018", "KZ-23", "_T", "_T", "Y45-54", 1855, "KZT_hour", "sdg_8_5_1"),
    ("hourly_earnings", "2019", "KZ", "J", "M", "_T", 1658, "KZT_hour", "sdg_8_5_1"),
    ("hourly_earnings", "2020", "KZ", "_T", "F", "Y_GE65", 1147, "KZT_hour", "sdg_8_5_1"),
    ("hourly_earnings", "2021", "KZ", "O", "_T", "_T", 975, "KZT_hour", "sdg_8_5_1"),
    ("hourly_earnings", "2022", "KZ", "_T", "_T", "_T", 1644, "KZT_hour", "sdg_8_5_1"),
    ("hourly_earnings", "2022", "KZ", "B-E", "F", "_T", 1810, "KZT_hour", "sdg_8_5_1"),
    ("hourly_earnings", "2022", "KZ-47", "_T", "F", "_T", 1742, "KZT_hour", "sdg_8_5_1"),
    ("hourly_earnings", "2023", "KZ", "_T", "M", "Y16-24", 1480, "KZT_hour", "sdg_8_5_1"),
    ("hourly_earnings", "2023", "KZ-61", "_T", "_T", "_T", 1619, "KZT_hour", "sdg_8_5_1"),
    (
        "hourly_earnings",
        "2025",
        "KZ-61",
        "_T",
        "_T",
        "_T",
        1718,
        "KZT_hour",
        "press_lada_hour_2025",
    ),
    ("injured_total", "2020", "KZ", "F", "_T", "_T", 229, "persons", "press_kt_injuries_2020"),
    ("injured_fatal", "2014", "KZ", "_T", "_T", "_T", 263, "persons", "press_magnitka_2015"),
    ("injured_fatal", "2022", "KZ", "B", "_T", "_T", 27, "persons", "press_orda_2022"),
    (
        "injured_share_by_sector",
        "2023",
        "KZ",
        "C",
        "_T",
        "_T",
        34.1,
        "percent",
        "press_lifeins_2023",
    ),
    ("inspection_injured", "2019", "KZ-63", "_T", "_T", "_T", 212, "persons", "press_gazette_2019"),
    (
        "inspection_injury_rate",
        "2011",
        "KZ",
        "_T",
        "_T",
        "_T",
        0.47,
        "per_1000_employees",
        "sdg_8_8_1",
    ),
    (
        "inspection_injury_rate",
        "2023",
        "KZ",
        "_T",
        "_T",
        "_T",
        0.21,
        "per_1000_employees",
        "sdg_8_8_1",
    ),
    (
        "nonfatal_rate_100k",
        "2018",
        "KZ",
        "_T",
        "_T",
        "_T",
        57.4,
        "per_100000_employees",
        "bns_decent_work",
    ),
    ("heavy_labour_share", "2024", "KZ-47", "_T", "_T", "_T", 19, "percent", "press_bizmedia_2025"),
    ("long_hours_share", "2020", "KZ", "_T", "M", "_T", 2.8, "percent", "bns_decent_work"),
    (
        "injury_rate_fatal_bns",
        "2003",
        "KZ",
        "_T",
        "_T",
        "_T",
        10.76,
        "per_100000_employees",
        "decent_work_2001_2020",
    ),
    ("ministry_deaths", "2008", "KZ", "_T", "_T", "_T", 404, "persons", "insider_171719"),
    ("ministry_injured", "2022", "KZ", "_T", "_T", "_T", 1465, "persons", "inastana_3538737"),
    ("ministry_injured_ytd", "2021", "KZ-35", "_T", "_T", "_T", 139, "persons", "egemen_282420"),
    ("labour_conflicts_press", "2020", "KZ", "_T", "_T", "_T", 11, "conflicts", "cabar_2021"),
    (
        "arrears_enterprises_ytd",
        "2025",
        "KZ",
        "_T",
        "_T",
        "_T",
        494,
        "enterprises",
        "mgorod_20251208",
    ),
    ("poverty_rate", "2023", "KZ-11", "_T", "_T", "_T", 5.3, "percent", "sdg_1_2_1"),
]


def printed(store, measure, period, place="KZ", sector="_T", series="_T"):
    """The value of one figure of the report; an error if there is not exactly one."""
    rows = store.rows(
        "select value from figures where measure = $measure and period = $period and place = "
        "$place and sector = $sector"
        " and series = $series and source = 'fprk_report_2025'",
        {"measure": measure, "period": period, "place": place, "sector": sector, "series": series},
    )
    assert len(rows) == 1, f"{measure} {period} {place} {sector} {series}: {len(rows)} rows"
    return rows[0]["value"]


@pytest.mark.parametrize(("measure", "series", "before", "now"), ACCIDENTS)
def test_the_table_of_accidents_is_the_printed_one(store, measure, series, before, now):
    assert printed(store, measure, "2024", series=series) == before
    assert printed(store, measure, "2025", series=series) == now


@pytest.mark.parametrize(("measure", "place", "series", "before", "now"), CONFLICTS)
def test_the_table_of_labour_conflicts_is_the_printed_one(
    store, measure, place, series, before, now
):
    assert printed(store, measure, "2024", place, series=series) == before
    assert printed(store, measure, "2025", place, series=series) == now


def test_the_table_of_court_cases_is_the_printed_one_and_an_empty_cell_is_not_a_zero(store):
    rows = store.rows(
        "select place, series, value from figures where measure = 'court_cases' and series <> "
        "'completed'"
    )
    found = {(row["place"], row["series"]): row["value"] for row in rows}
    expected = {
        (place, series): value
        for place, cells in COURTS.items()
        for series, value in zip(("favourable", "unfavourable", "in_progress"), cells, strict=True)
    }
    assert {key: value for key, value in expected.items() if value is not None} == {
        key: value for key, value in found.items() if value is not None
    }
    assert 0 not in found.values()


@pytest.mark.parametrize("sector", APPEALS_BY_SECTOR)
def test_the_appeals_of_a_sector_are_the_printed_ones(store, sector):
    before, now, change = APPEALS_BY_SECTOR[sector]
    assert printed(store, "appeals", "2024", sector=sector) == before
    assert printed(store, "appeals", "2025", sector=sector) == now
    assert printed(store, "appeals_change", "2025", sector=sector) == change


def test_the_appeals_of_the_regions_are_the_printed_ones_and_no_others(store):
    rows = store.rows(
        "select place, value from figures where measure = 'appeals' and place <> 'KZ'"
    )
    assert {row["place"]: row["value"] for row in rows} == APPEALS_BY_REGION


def test_the_production_councils_are_the_printed_ones(store):
    rows = store.rows(
        "select sector, value from figures where measure = 'production_councils_created' and "
        "sector <> '_T'"
    )
    assert {row["sector"]: row["value"] for row in rows} == COUNCILS


@pytest.mark.parametrize(("measure", "period", "place", "sector", "series", "value"), TEXT)
def test_a_number_in_the_text_is_the_printed_one(
    store, measure, period, place, sector, series, value
):
    assert printed(store, measure, period, place, sector, series) == value


def test_more_than_about_and_almost_are_kept_in_the_words_of_the_document(store):
    found = {
        row["measure"]: row["printed"]
        for row in store.rows(
            "select measure, printed from figures where period = '2025' and measure in "
            "('amendments_proposed', 'arrears_workers_restored',"
            " 'special_social_payment_recipients')"
        )
    }
    assert "более" in found["amendments_proposed"]
    assert "почти" in found["arrears_workers_restored"]
    assert "около" in found["special_social_payment_recipients"]


def test_the_two_strikes_and_their_demands_are_the_printed_ones(store):
    strikes = {row["conflict"]: row for row in store.rows("select * from conflicts")}
    assert {
        name: (row["period"], row["place"], row["workers"]) for name, row in strikes.items()
    } == {
        "ozenmunayservice": ("2025-01-09", "KZ-47", 225),
        "m_techservice": ("2025-02-25", "KZ-47", 100),
    }
    assert "около" in strikes["m_techservice"]["printed"]
    counts = {
        row["conflict"]: row["demands"]
        for row in store.rows("select conflict, count(*) as demands from demands group by conflict")
    }
    assert counts == {"ozenmunayservice": 14, "m_techservice": 3}


@pytest.mark.parametrize(
    ("measure", "period", "place", "sector", "sex", "age", "value", "unit", "source"), PUBLISHED
)
def test_an_official_or_published_value_is_copied_unchanged(
    store, measure, period, place, sector, sex, age, value, unit, source
):
    rows = store.rows(
        "select value, unit from statistics where measure = $measure and period = $period and "
        "place = $place and sector = $sector and sex = $sex"
        " and age = $age and source = $source",
        {
            "measure": measure,
            "period": period,
            "place": place,
            "sector": sector,
            "sex": sex,
            "age": age,
            "source": source,
        },
    )
    assert rows == [{"value": value, "unit": unit}]


def test_more_than_one_value_of_different_sources_is_kept_side_by_side(store):
    rows = store.rows(
        "select value, source from statistics where measure = 'arrears_enterprises_ytd' and period "
        "= '2025' order by value"
    )
    assert [(row["value"], row["source"]) for row in rows] == [
        (394, "baq_300026998"),
        (494, "mgorod_20251208"),
    ]


@pytest.mark.parametrize(
    ("measure", "total", "parts"),
    [
        ("appeals", 5483, "place <> 'KZ' and sector = '_T' and series = '_T'"),
        ("appeals", 5483, "place = 'KZ' and sector = '_T' and series <> '_T'"),
        ("applicants", 4030, "series <> '_T'"),
        ("appeals_considered", 2659, "series <> '_T'"),
        (
            "labour_conflicts",
            49,
            "place = 'KZ' and series in ('with_fprk_union', 'with_other_union', 'no_union')",
        ),
        (
            "labour_conflicts_resolved",
            44,
            "place = 'KZ' and series in ('with_fprk_union', 'with_other_union', 'no_union')",
        ),
        ("production_councils_created", 458, "sector <> '_T'"),
        ("mediation_agreements", 47, "place <> 'KZ'"),
        ("conciliation_decisions", 68, "place <> 'KZ'"),
        ("conflicts_on_control", 21, "place <> 'KZ'"),
        ("court_cases", 33, "place <> 'KZ' and series = 'favourable'"),
        ("court_cases", 24, "place <> 'KZ' and series = 'unfavourable'"),
        ("court_cases", 46, "place <> 'KZ' and series = 'in_progress'"),
        ("court_cases", 57, "place = 'KZ' and series in ('favourable', 'unfavourable')"),
        ("appeals_labour", 4555, "series <> '_T'"),
        ("appeals_union", 671, "series <> '_T'"),
    ],
)
def test_the_parts_of_2025_add_up_to_the_printed_total(store, measure, total, parts):
    # `parts` is written above, in this file.
    rows = store.rows(
        "select sum(value) as total from figures where measure = $measure and period = '2025' and "
        f"{parts}",
        {"measure": measure},
    )
    assert rows[0]["total"] == total


def test_every_fact_names_its_source_and_a_figure_its_place_in_it(store):
    assert (
        store.rows("select count(*) as n from figures where coalesce(locator, '') = ''")[0]["n"]
        == 0
    )
    for table in ("figures", "statistics", "conflicts", "demands"):
        assert (
            store.rows(
                f"select count(*) as n from {table} where source not in (select source from "
                "sources)"
            )[0]["n"]
            == 0
        )


def test_no_share_of_a_whole_is_below_nothing_or_above_all(store):
    rows = store.rows(
        "select measure, period, value from figures where unit = 'percent' and measure like "
        "'%share%' and (value < 0 or value > 100)"
    )
    assert rows == []


def test_what_is_not_printed_stays_blank(store):
    assert printed(store, "appeals", "2024", sector="information_communications") is None
    assert printed(store, "inspector_training_seminars", "2025", sector="oil_gas") is None
    for table in ("figures", "statistics"):
        # `note` or `printed` says why: the check of the facts insists on it.
        assert (
            store.rows(
                f"select count(*) as n from {table} where value is null and note = ''"
                + (" and printed = ''" if table == "figures" else "")
            )[0]["n"]
            == 0
        )


def test_the_most_common_wage_is_compared_with_the_average_of_its_own_survey(store, known):
    # April 2025, form 2-T: 410 965 / 116 059 = 3.541; the quarter's 429 368 is of form 1-T, other
    # enterprises and other months.
    found = {
        row["series"]: row["value"]
        for row in store.read(known.card("wages/wage_by_method"), View("en"))
        if row["role"] == "finding"
    }
    assert (found["modal"], found["april"], found["average"]) == (116_059, 410_965, 429_368)
    assert found["times"] == pytest.approx(3.541, abs=5e-4)


def test_a_wage_in_the_money_of_the_day_is_not_called_better_because_it_grew(known):
    # In 2025 the average wage grew by 9.3 %, prices by 12.3 %.
    for card in known.cards():
        if card.chart == "tile" and "KZT" in card.unit:
            assert card.better == "neutral", card.id
