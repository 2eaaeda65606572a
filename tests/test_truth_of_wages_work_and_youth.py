"""What wages, employment and youth say of right numbers is so: doubts, breaks, sectors, ranks."""

from __future__ import annotations

import re

import pytest

from app.exhibit.assemble import assemble
from app.view import View
from app.words.say import LANGUAGES

AREAS = ("wages", "employment", "youth")
# Sums for which the report gives no date, and a list of sums of several dates.
WITHOUT_A_YEAR = {("wages/payments_named", "found"), ("wages/arrears_other_counts", "missing")}
# What a chairman would not say aloud.
STIFF = {
    "ru": r"напечат|\bназван|не говорит|молчит|Минтруд|рабочей книг|дешевле|год[а-я]* раньше|не сказано",
    "kk": r"басылған|аталмаған|аталған|айтылмаған|арзан",
    "en": r"\bprinted\b(?!\})|\bdearest\b|\bgo on\b|\bis named\b|not said",
}


def cards(known, chart=None):
    return [
        card
        for card in known.cards()
        if card.area in AREAS and (chart is None or card.chart == chart)
    ]


def sentences(known):
    for card in cards(known):
        for case, words in card.finding.items():
            yield card, case, words


def told(known, store, card, language="ru", **picked):
    """The sentence of an exhibit, with ordinary blanks."""
    shown = assemble(known.card(card), View(language, **picked), store)
    assert not shown.failed
    return re.sub(r"\s", " ", shown.title)


def case_of(known, store, card, **picked):
    rows = store.read(known.card(card), View("ru", **picked))
    (case,) = [row["series"][5:] for row in rows if row["series"].startswith("case.")]
    return case


def slots(known, store, card, **picked):
    rows = store.read(known.card(card), View("ru", **picked))
    return {row["series"]: row for row in rows if row["role"] == "finding"}


def marks(known, store, card, **picked):
    rows = store.read(known.card(card), View("ru", **picked))
    return [row for row in rows if row["role"] == "mark"]


# --- a doubted number is not compared -------------------------------------------------------------


def test_a_part_of_a_year_is_not_compared_with_a_full_one(known, store):
    # 2.6 billion is the ministry's January to November; its whole year is 3.1.
    assert case_of(known, store, "wages/arrears") == "part_year"
    said = told(known, store, "wages/arrears")
    assert "неполный год" in said
    assert "3,1" in said
    assert "%" not in said
    drawn = {
        (row["series"], row["period"]): row["value"] for row in marks(known, store, "wages/arrears")
    }
    assert drawn["ministry_whole_year", "2025"] == pytest.approx(3.1)
    assert drawn["report_arrears", "2024"] == pytest.approx(4.5)


def test_workers_paid_in_a_part_of_a_year_are_not_fewer_workers(known, store):
    assert case_of(known, store, "wages/arrears_workers") == "part_year"
    assert "неполный год" in told(known, store, "wages/arrears_workers")
    assert slots(known, store, "wages/arrears_workers")["whole_year"]["value"] == 11_800


@pytest.mark.parametrize(
    ("card", "case", "words"),
    [
        ("youth/unemployment_29_34_over_time", "doubted", "почему — неясно"),
        ("youth/unemployment_29_34_regions", "doubted", "причина не указана"),
        ("youth/unemployment_ages", "doubted", "неизвестно"),
        ("youth/graduates_hired", "doubted", "причина такого скачка не указана"),
        ("youth/working_teens", "doubted", "причина не указана"),
        ("youth/neet_15_24_regions", "doubted", "спорны"),
        ("youth/neet_15_24_map", "doubted", "спорны"),
        ("wages/low_pay", "apart", "не сходятся"),
        ("youth/share_and_goal", "two_shares", "29,9"),
        ("youth/members_of_all_youth", "same_before", "в 2021 году"),
    ],
)
def test_an_anomaly_is_told_as_one(card, case, words, known, store):
    assert case_of(known, store, card) == case
    assert words in told(known, store, card)


def test_the_fall_at_29_to_34_is_one_in_nearly_all_regions_at_once(known, store):
    found = slots(known, store, "youth/unemployment_29_34_over_time")
    assert (found["lower"]["value"], found["compared"]["value"]) == (19, 20)
    assert (
        case_of(known, store, "youth/unemployment_29_34_over_time", place="KZ-47") == "here_doubted"
    )


def test_before_the_doubted_year_the_same_sentences_tell_a_change(known, store):
    assert case_of(known, store, "youth/unemployment_29_34_over_time", period="2022") == "fell"
    assert case_of(known, store, "youth/graduates_hired", period="2024") == "rose"
    assert case_of(known, store, "wages/arrears", period="2024") == "single"


def test_every_doubt_of_these_areas_names_numbers_that_are_published(known, store):
    rows = store.rows("select * from checks where \"check\" like 'work_%'")
    assert len(rows) >= 14
    for row in rows:
        assert row["left_value"] is not None, row["check"]
        assert {known.card(exhibit).area for exhibit in row["exhibits"].split()} & set(AREAS)


def test_no_doubt_stands_in_a_note_alone(known):
    for card in cards(known):
        if card.note:
            assert not re.search(r"не говорит|расход|ниже;|совпадает", card.note["ru"]), card.id


# --- a sector is told by what is its own ----------------------------------------------------------


def test_several_sections_are_told_as_a_span_and_a_shared_one_without_a_rank(known, store):
    hourly = "wages/hourly_by_sector"
    shared = {
        code
        for code in known.union_sectors()
        if case_of(known, store, hourly, sector=code) == "wider"
    }
    # Industry stands for seven sectors: its fourth place is the place of none of them.
    industry = {
        "oil_gas",
        "mining_metallurgy",
        "coal",
        "nuclear",
        "energy",
        "chemical",
        "machine_building",
    }
    assert shared >= industry
    for code in shared:
        assert "rank" not in slots(known, store, hourly, sector=code)
        assert "место" not in told(known, store, hourly, sector=code)
        assert "по самой отрасли данных нет" in told(known, store, hourly, sector=code)
    assert case_of(known, store, hourly, sector="state_services") == "sections"
    assert case_of(known, store, hourly, sector="education") == "section"
    assert slots(known, store, hourly, sector="education")["rank"]["value"] == 12


def test_the_nearest_section_speaks_for_a_sector(known, store):
    told_of = "employment/employed_by_sector"
    found = {
        code: slots(known, store, told_of, sector=code) for code in ("machine_building", "energy")
    }
    assert (found["machine_building"]["here"]["sector"], found["energy"]["here"]["sector"]) == (
        "C",
        "D",
    )
    assert case_of(known, store, told_of, sector="mining_metallurgy") == "sections"
    assert (
        case_of(known, store, "employment/employed_sector_over_time", sector="mining_metallurgy")
        == "sections"
    )
    assert (
        case_of(known, store, "wages/hourly_by_sex_sector", sector="state_services") == "sections"
    )


def test_no_sentence_names_two_sectors(known):
    for card, case, words in sentences(known):
        for language in LANGUAGES:
            assert words[language].count(".sector}") <= 1, (card.id, case)


# --- shares, breaks, ranks ------------------------------------------------------------------------


def test_the_gap_of_two_shares_is_told_in_points(known, store):
    card = "youth/neet_by_sex_regions"
    found = slots(known, store, card)
    # Zhetisu is first in per cent (2.5 and 0.6), Mangystau in points.
    assert found["top_women"]["place"] == "KZ-47"
    assert (found["top_women"]["value"], found["top_men"]["value"]) == (12.1, 3.7)
    assert found["top_points"]["value"] == pytest.approx(8.4)
    gaps = {row["place"]: row["gap"] for row in marks(known, store, card)}
    assert gaps["KZ-33"] == pytest.approx(1.9)
    assert max(gaps, key=gaps.get) == "KZ-47"
    shown = assemble(known.card(card), View("ru"), store)
    assert all(
        category.beside.endswith("\u00a0п.\u00a0п.") for category in shown.reading.categories
    )
    assert any(head.endswith("п. п.") for head in shown.table.columns)


def test_the_goal_of_another_countrys_union_is_drawn_for_its_term_and_never_the_finding(
    known, store
):
    drawn = marks(known, store, "wages/subsistence_multiples")
    years = {row["period"] for row in drawn if row["series"].startswith("target_")}
    assert years == {str(year) for year in range(2020, 2025)}
    found = slots(known, store, "wages/subsistence_multiples")
    assert not {"target", "missing"} & set(found)
    assert (round(found["first"]["value"], 2), round(found["now"]["value"], 2)) == (1.0, 1.67)
    assert "АСМ" not in told(known, store, "wages/subsistence_multiples")


def test_a_region_is_compared_with_the_country_of_the_same_year(known, store):
    for card in cards(known):
        if "region" not in card.breakdowns or card.chart == "tile":
            continue
        for place in ("KZ-43", "KZ-47"):
            found = slots(known, store, card.id, place=place)
            here, country = found.get("here"), found.get("country")
            if here and country and here["value"] is not None:
                assert here["period"] == country["period"], (card.id, place)


def test_a_region_and_the_country_that_share_no_quarter_do_not_stand_side_by_side(known, store):
    said = told(known, store, "youth/neet_age_not_stated", place="KZ-43")
    assert "5,7" in said
    assert "5,8" not in said
    found = slots(known, store, "youth/neet_by_sex", place="KZ-11", period="2022")
    assert found["women"]["period"] == found["here_women"]["period"]


def test_no_sentence_of_the_neither_in_work_nor_in_study_compares_2022_with_2023(known, store):
    for card in cards(known):
        if card.measures != ("neet_rate",) or "region" not in card.breakdowns:
            continue
        for place in (None, "KZ-47"):
            said = told(known, store, card.id, place=place)
            assert not ("→" in said and "2023" in said), said


def test_a_region_is_not_called_missing_before_it_existed(known, store):
    tried = 0
    for card in cards(known):
        if not {"region", "period"} <= set(card.breakdowns) or card.chart == "tile":
            continue
        for place, period in (("KZ-10", "2020"), ("KZ-62", "2021")):
            if case_of(known, store, card.id, place=place, period=period) == "missing":
                assert "регион образован в" in told(
                    known, store, card.id, place=place, period=period
                ), (card.id, place)
                tried += 1
    assert tried > 40
    said = told(known, store, "employment/informal_by_region", place="KZ-10", period="2020")
    assert "регион образован в 2022 году" in said
    later = case_of(known, store, "employment/informal_by_region", place="KZ-10")
    assert later == "here"


def test_a_rank_is_told_only_where_every_region_is_published(known, store):
    for card, case, words in sentences(known):
        if "{rank" in words["ru"] and "region" in card.breakdowns:
            found = slots(known, store, card.id, place="KZ-47")
            assert found["published"]["value"] == len(known.regions()), (card.id, case)


def test_what_the_listed_regions_leave_of_the_total_is_said(known, store):
    found = slots(known, store, "employment/employees_by_region", place="KZ-62", period="2022")
    assert found["rest"]["value"] == pytest.approx(92.607, abs=1e-3)
    assert (
        case_of(known, store, "employment/employees_by_region", place="KZ-62", period="2022")
        == "rest"
    )


def test_a_later_wage_of_a_region_comes_before_the_old_list(known, store):
    found = slots(known, store, "wages/average_wage_by_region", place="KZ-47")
    assert (found["here"]["period"], found["later"]["period"]) == ("2022", "2024")
    assert "(2024)" in told(known, store, "wages/average_wage_by_region", place="KZ-47")


def test_the_highest_of_a_part_of_the_regions_is_said_to_be_that(known, store):
    for card in ("wages/average_with_small_by_region", "wages/subsistence_by_region"):
        found = slots(known, store, card)
        assert found["published"]["value"] < len(known.regions())
        assert f"из {found['published']['value']:.0f} регионов" in told(known, store, card)
    assert "rank" not in known.card("youth/neet_15_28_regions").finding["here"]["ru"]


# --- every sentence -------------------------------------------------------------------------------


def test_every_sentence_has_its_year_and_every_change_both(known):
    for card, case, words in sentences(known):
        for language in LANGUAGES:
            text = words[language]
            if (card.id, case) not in WITHOUT_A_YEAR and "{" in text:
                assert ".period}" in text, (card.id, case, language)
            if "→" in text:
                assert text.count(".period}") >= 2, (card.id, case, language)


def test_no_year_is_typed_where_a_slot_can_say_it(known):
    for card, case, words in sentences(known):
        for language in LANGUAGES:
            assert not re.search(r"\b(19|20)\d\d\b", words[language]), (card.id, case)
    for card in cards(known):
        assert not re.search(r"\b(19|20)\d\d\b", card.title["ru"]), card.id


def test_no_word_of_these_pages_is_stiff(known):
    for card in cards(known):
        texts = [card.title, card.definition, *([card.note] if card.note else [])]
        for words in (*texts, *card.finding.values()):
            for language in LANGUAGES:
                found = re.search(STIFF[language], words[language])
                assert not found, f"{card.id} {language}: {found[0]}"
