"""What is said of right numbers of organisation and of the timeline is so: with its year and base,
in the mood of the document, without ranks among what happens to be found.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from app.exhibit.assemble import assemble
from app.view import View
from tests.exhibits import CARD_IDS

AREAS = ("organisational", "timeline")
MINE = [card_id for card_id in CARD_IDS if card_id.split("/")[0] in AREAS]
# Sentences without a year: what the document does not date, and what holds at no single time.
WITHOUT_A_YEAR = {
    ("organisational/flood_relief", "found"): "the report does not say when",
    ("organisational/sector_members", "missing"): "nothing was ever published",
    ("organisational/training_timeline", "course"): "how long a course takes",
}
# The day after which a document cannot tell what took place.
WRITTEN = {
    "asm_rf_programme_2020": "2020-02-17",
    "fprk_elections_2023": "2023-01-27",
    "fprk_report_2025": "2025-12-31",
    "machine_builders_international": "2020-03-05",
}
FILED = re.compile(
    r"напечат|\bназван[аоы]?\b|\bЧисла\b|\bчисла (есть|не)\b|год(ом)? раньше|басылған|аталмаған"
    r"|\bprinted\b|go on"
)


@pytest.fixture(scope="module")
def said(known, store):
    """What an exhibit's finding says, in Russian unless another language is asked for."""

    @cache
    def finding(card_id, language="ru", place=None, sector=None, period=None):
        view = View(language, place=place, sector=sector, period=period)
        shown = assemble(known.card(card_id), view, store)
        assert shown.finding, (card_id, view)
        return shown.title.replace("\u00a0", " ")

    return finding


def in_three_languages(words):
    return {language: words[language] for language in ("kk", "ru", "en")} if words else {}


@pytest.fixture(scope="module")
def findings(known):
    return [
        (card_id, case, in_three_languages(words))
        for card_id in MINE
        for case, words in known.card(card_id).finding.items()
    ]


# Every card of the two areas


def test_every_number_has_its_year(findings):
    undated = [
        (card_id, case, language)
        for card_id, case, words in findings
        if (card_id, case) not in WITHOUT_A_YEAR
        for language in ("kk", "ru", "en")
        if ".period}" not in words[language]
    ]
    assert not undated


def test_no_year_is_typed_where_a_slot_can_say_it(findings):
    assert not [
        (card_id, case)
        for card_id, case, words in findings
        if any(re.search(r"\b(19|20)\d\d\b", text) for text in words.values())
    ]


def test_the_words_of_the_document_come_from_the_facts(findings):
    """More than, almost, about stand in `printed`; a card that types them says them twice."""
    typed = {
        card_id
        for card_id, _, words in findings
        if re.search(r"\bболее\b|\bоколо\b|\bпочти\b|\bпорядка\b", words["ru"])
        or re.search(r"астам", words["kk"])
        or re.search(r"\bmore than\b|\balmost\b", words["en"])
    }
    assert typed == {"organisational/member_counts"}, "of millions, no fact of its own"


def test_no_region_leads_among_those_that_happen_to_be_found(known):
    found = [card for card in known.cards() if "regions_as_published" in card.sql]
    assert found
    for card in found:
        for case, words in card.finding.items():
            assert "{top" not in words["ru"] or "{bottom" in words["ru"], (card.id, case)
            assert "{rank" not in words["ru"], (card.id, case)


def test_sentences_speak_as_a_chairman_would(findings, known):
    texts = [(card_id, text) for card_id, _, words in findings for text in words.values()]
    for card_id in MINE:
        card = known.card(card_id)
        for words in (card.title, card.note):
            texts += [(card_id, text) for text in in_three_languages(words).values()]
    assert not [(card_id, text) for card_id, text in texts if FILED.search(text)]


# Events


def test_what_is_later_than_its_document_is_told_as_announced(store):
    events = store.rows("select event, period, source, text_ru from events")
    later = [
        row
        for row in events
        if row["source"] in WRITTEN and row["period"] > WRITTEN[row["source"]][: len(row["period"])]
    ]
    assert {"elections_2023", "training_leader_xxi_2026"} <= {row["event"] for row in later}
    for row in later:
        assert re.search("План:|названный в обращении|объявлено", row["text_ru"]), row["event"]


def test_a_congress_that_was_only_announced_is_no_congress(store):
    (women,) = store.rows("select * from events where event = 'iemf_women_congress'")
    assert (women["kind"], women["period"]) == ("event_statement", "2020-03-05")
    assert "объявлено" in women["text_ru"]


def test_the_first_year_of_a_term_is_not_the_day_of_signing(store):
    for event in ("strategy_2020_2025", "general_agreement_2024", "regional_agreements_2024"):
        (row,) = store.rows(f"select * from events where event = '{event}'")
        assert row["text_ru"].startswith("Первый год")


def test_an_event_has_the_day_that_any_section_prints_and_no_other(store):
    events = {row["event"]: row for row in store.rows("select * from events")}
    assert events["org_kiosh_2025"]["period"] == "2025-05-28"
    assert events["workshop_risk_approach"]["end"] == ""
    assert events["asm_plan_2020"]["period"] == "2020-02-17"
    assert events["org_poverty_line_2025"]["kind"] == "event_law"


def test_events_by_date_have_a_date_and_the_sentence_counts_the_others(known, store, said):
    rows = store.read(known.card("organisational/year_in_dates"), View("ru"))
    marks = [row for row in rows if row["role"] == "mark"]
    slots = {row["series"]: row["value"] for row in rows if row["role"] == "finding"}
    assert all(len(row["period"]) > 4 for row in marks)
    assert slots["events"] == len(marks)
    assert slots["undated"] > 0
    assert f"ещё у {slots['undated']:.0f} известен только год" in said(
        "organisational/year_in_dates"
    )


def test_strikes_without_a_date_are_not_lost_from_the_sentence(said):
    assert "забастовки с датой — 2 из 5" in said("timeline/partnership")
    assert "2 of 5 strikes are dated" in said("timeline/partnership", "en")


def test_election_day_is_a_day_that_the_address_names(said):
    assert said("timeline/elections").startswith("От обращения до выборов 51 день")


# Facts without a date


def test_a_year_is_not_supplied_where_the_document_gives_none(known, store):
    flood = store.rows("select period from figures where starts_with(measure, 'flood_relief')")
    assert {row["period"] for row in flood} == {"../2025"}
    shown = assemble(known.card("organisational/flood_relief"), View("ru"), store)
    assert shown.subtitle.endswith("не позднее 2025 года")
    assert "../2025" not in store.periods()
    view = View("ru", period="2024")
    assert not assemble(known.card("organisational/flood_relief"), view, store).finding


# Single sentences


def test_agreements_are_not_counted_against_our_own_list_of_sectors(said):
    assert said("organisational/sectoral_agreements") == (
        "В отчёте за 2025 год отраслевые соглашения есть в 14 отраслях"
    )


def test_trainers_are_told_with_the_length_of_their_project(said, known):
    """By when they are due, the promise under the exhibit says by the rule of the method page."""
    assert "в проекте с МОТ на 5 лет намечено подготовить 50" in said("organisational/trainers")
    assert "год" not in known.card("organisational/trainers").note["ru"]


def test_a_recommendation_is_no_promise(said, known):
    card = known.card("organisational/dues_shares")
    assert "ФПРК рекомендует не менее 10 %" in said(card.id)
    assert not any("обещ" in text.lower() for text in (card.title["ru"], said(card.id)))


def test_the_size_of_organisations_is_told_of_what_is_drawn(said, known, store):
    marks = [
        row["value"]
        for row in store.read(known.card("organisational/organisation_size"), View("ru"))
        if row["role"] == "mark"
    ]
    text = said("organisational/organisation_size")
    assert f"{min(marks):.0f}–{max(marks):.0f} членов" in text
    assert "в новых — 44 (2025)" in text


def test_where_the_listed_regions_make_up_the_total_the_others_had_none(known, store, said):
    card = known.card("organisational/commission_regions")
    rows = store.read(card, View("ru", place="KZ-47"))
    assert {row["state"] for row in rows if row["role"] == "mark"} == {"yes", "no"}
    assert said(card.id, place="KZ-47").endswith(
        "ни аким, ни руководитель профсоюзов заседаний не вели"
    )


def test_the_largest_part_of_the_chairs_is_said(said):
    assert "из 110 заседаний 71 вели заместители акимов" in said("organisational/commission_chairs")


def test_words_of_the_document_fit_every_language(said):
    """No suffix hangs on a number that already carries one."""
    for card_id in ("organisational/unpaid_chairs", "organisational/dues_shares"):
        assert not re.search(r"астам-|астам астам|кемінде кемінде", said(card_id, "kk"))
        assert not re.search(r"(не менее|более) (не менее|более)", said(card_id))


def test_the_parts_of_the_awards_make_up_their_sum(known, store):
    slots = {
        row["series"]: row["value"]
        for row in store.read(known.card("organisational/awards"), View("ru"))
        if row["role"] == "finding"
    }
    assert slots["together"] == slots["total"] + slots["jubilee"] + slots["solidarity"]


def test_three_hundred_may_be_laid_off_and_more_may_fear_it(said):
    assert "опасаются сокращения 300 чел." in said("organisational/trip_stories")


def test_a_part_larger_than_its_whole_is_said_in_the_sentence(said):
    assert said("organisational/training_streams").startswith("Отчёт расходится с собой")


def test_more_than_is_said_of_a_region_that_published_it_so(said):
    assert "более 100 000 членов" in said("organisational/members_by_region", place="KZ-19")
    assert "133 423 члена" in said("organisational/members_by_region", place="KZ-63")
    assert "не меньше" in said("organisational/density_by_region", place="KZ-39")
    assert "не меньше" in said("organisational/organisation_size", place="KZ-39")


def test_a_part_of_a_year_is_no_year(said):
    assert "за часть 2021 года" in said("organisational/new_organisations_by_region", place="KZ-39")
    assert "за часть" not in said("organisational/new_organisations_by_region", place="KZ-43")


def test_different_things_do_not_stand_side_by_side_as_bars(known):
    for name in ("primary_meetings", "primary_people"):
        assert known.card(f"organisational/{name}").chart == "table"
    assert "times" not in known.card("organisational/social_reach").sql


def test_a_region_that_was_none_yet_is_not_unpublished(known, store, said):
    absent = said("organisational/membership_growth", place="KZ-10")
    assert absent.startswith("Область Абай: регион образован в 2022 году")
    assert "по 5 регионам из 17 (2021)" in said("organisational/membership_growth")
    rows = store.read(known.card("organisational/density_stated"), View("ru", place="KZ-62"))
    assert "KZ-62" not in {row["place"] for row in rows if row["role"] == "mark"}


def test_where_the_trips_are_all_named_no_other_region_was_visited(known, store):
    rows = store.read(known.card("organisational/chair_regions"), View("ru"))
    marks = [row["value"] for row in rows if row["role"] == "mark"]
    assert sorted(marks) == [0] * 13 + [1] * 7


def test_a_doubt_that_turns_the_reader_round_is_in_the_sentence(said):
    assert said("organisational/members_by_region", place="KZ-61") == (
        "Туркестанская область: 35 994 члена профсоюза (2021), до этого 132 592 (2019); "
        "разница не объяснена"
    )
    for name in ("organisations_by_region", "density_by_region"):
        assert "разница не объяснена" in said(f"organisational/{name}", place="KZ-61")
    assert "разница" not in said("organisational/members_by_region", place="KZ-31")
