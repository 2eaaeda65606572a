"""What is said of right numbers of safety and disputes is true as well: the groups that are printed,
zero where nothing is left, each section, equal months, the year, the base and the doubt.
"""

import csv
import re
import tomllib

import pytest

from app.catalogue.stories import stories_folder
from app.catalogue.vocabulary import expanded
from app.exhibit.assemble import assemble
from app.paths import ROOT
from app.view import View
from app.words.say import LANGUAGES
from tests.exhibits import CARD_IDS

AREAS = ("safety", "disputes")
MINE = [card_id for card_id in CARD_IDS if card_id.split("/")[0] in AREAS]
STORIES = ("safety", "disputes")
PERIOD = re.compile(r"\{[a-z_0-9]+\.period\}")
# Sentences that count what was published, whatever its year.
WITHOUT_YEAR = {
    ("safety/union_regions", "all"),
    ("safety/union_regions", "missing"),
    ("safety/bureau_regions_named", "missing"),
    ("safety/ministry_accidents", "missing"),
    ("safety/councils_named", "missing"),
    ("safety/councils_named", "missing_region"),
    ("safety/councils_named", "missing_union"),
    ("disputes/strikes_other_counts", "missing"),
}
# A stock at the beginning and at the end of one year; a rule in force and the one proposed.
OF_ONE_YEAR = {"disputes/control_balance", "disputes/proposals"}
# The Bureau's sum of deaths begins in that year, which is part of its name.
TYPED_YEARS = {"safety/bureau_regions_named": {"2000"}}
STIFF = {
    "kk": r"басылған|басылмаған|аталғаны|аталмаған",
    "ru": r"напечатан|не назван|названо|год раньше|годом раньше|молчит",
    "en": r"\bprinted\b|\bprints\b|go on|is counted to",
}


@pytest.fixture
def shown(known, store):
    """Assemble one exhibit as a viewer sees it."""

    def one(card_id, language="ru", **picked):
        return assemble(known.card(card_id), View(language, **picked), store)

    return one


def slots(exhibit):
    return {row["series"]: row["value"] for row in exhibit.finding_rows}


def case(exhibit):
    (found,) = [row["series"] for row in exhibit.finding_rows if row["series"].startswith("case.")]
    return found.removeprefix("case.")


def marks(exhibit, *columns):
    return {tuple(row[name] for name in columns): row["value"] for row in exhibit.marks}


def sentences(known):
    """Yield (card, case, language, sentence) of every sentence of both areas."""
    for card_id in MINE:
        card = known.card(card_id)
        for name, words in card.finding.items():
            for language in LANGUAGES:
                yield card_id, name, language, words[language]


def test_conflicts_settled_are_told_of_the_three_groups_that_the_report_prints(shown):
    exhibit = shown("disputes/outcomes_by_union")
    shares = {key: round(value) for key, value in marks(exhibit, "period", "series").items()}
    assert shares == {
        ("2025", "with_fprk_union"): 93,
        ("2025", "with_other_union"): 70,
        ("2025", "no_union"): 100,
        ("2024", "with_fprk_union"): 65,
    }
    told = slots(exhibit)
    assert (told["fprk_settled"], told["fprk"]) == (25, 27)
    assert (told["other_settled"], told["other"]) == (7, 10)
    assert (told["none_settled"], told["none"]) == (12, 12)


def test_conflicts_counted_as_settled_and_still_under_review_are_said_in_the_sentence(shown):
    outcomes, by_union = shown("disputes/conflict_outcomes"), shown("disputes/outcomes_by_union")
    assert (case(outcomes), slots(outcomes)["still_open"]) == ("doubted", 21 - 7 - 5)
    assert (case(by_union), slots(by_union)["still_open"]) == ("groups_doubted", 15 - 7)
    for exhibit, number in ((outcomes, "9"), (by_union, "8")):
        assert re.search(rf"{number} (?:ещё )?на контроле", exhibit.title), exhibit.title
    assert slots(shown("disputes/on_control_who"))["fresh"] == 14


def test_a_doubt_is_a_check_that_names_the_number(store):
    named = {
        row["check"]: f"{row['left']} {row['right']}" for row in store.rows("select * from checks")
    }
    assert "labour_conflicts_resolved@2025/KZ/_T/_T" in named["on_control_begun_2025_vs_resolved"]
    assert (
        "labour_conflicts_resolved@2025/KZ/_T/with_fprk_union"
        in named["on_control_fprk_vs_resolved"]
    )
    assert "strikes@2025/KZ/_T/_T" in named["cross_strikes_2025"]
    assert "legal_consultations@2024/KZ/_T/_T" in named["legal_consultations_2024_not_split"]
    assert "court_hearings@2025/KZ/_T/_T" in named["court_hearings_are_cases_2025"]


def test_a_tile_of_one_group_of_enterprises_has_its_own_series_and_its_title_says_the_group(
    known, shown
):
    for card_id, title in (("safety/tile_deaths_fprk", 41), ("disputes/tile_conflicts_fprk", 27)):
        exhibit = shown(card_id)
        assert slots(exhibit)["now"] == title
        assert {row["series"] for row in exhibit.marks} == {"with_fprk_union"}
        assert "ФПРК" in exhibit.title
    for card_id in ("tile_accidents", "tile_injured", "tile_deaths"):
        assert "все предприятия" in known.card(f"safety/{card_id}").title["ru"]
    for card_id in ("tile_conflicts", "tile_strikes"):
        assert "все предприятия" in known.card(f"disputes/{card_id}").title["ru"]
    assert known.card("safety/tile_deaths").front
    assert known.card("safety/tile_deaths_fprk").front


def test_strikes_are_told_by_the_union_at_the_enterprise_and_beside_the_ministry_s_count(shown):
    exhibit = shown("disputes/strikes")
    newest = {
        key[1]: value
        for key, value in marks(exhibit, "period", "series").items()
        if key[0] == "2025"
    }
    assert newest == {"with_fprk_union": 2, "with_other_union": 3, "no_union": 0}
    assert case(exhibit) == "differs"
    assert slots(exhibit)["ministry"] == 11
    assert case(shown("disputes/strikes", place="KZ-47")) == "here"
    assert case(shown("disputes/strikes", place="KZ-71")) == "elsewhere"


@pytest.mark.parametrize(
    ("card_id", "place"),
    [
        ("disputes/on_control", "KZ-71"),
        ("disputes/mediation", "KZ-47"),
        ("disputes/conciliation", "KZ-47"),
        ("disputes/court_results", "KZ-47"),
        ("disputes/appeals_by_region", "KZ-62"),
        ("disputes/appeals_map", "KZ-33"),
    ],
)
def test_a_region_has_none_where_the_listed_ones_make_up_the_printed_total(card_id, place, shown):
    exhibit = shown(card_id, place=place)
    assert case(exhibit) == "zero"
    assert marks(exhibit, "place").get((place,), 0) == 0


def test_an_empty_cell_of_the_court_table_is_zero(shown):
    exhibit = shown("disputes/court_results", place="KZ-71")
    told = slots(exhibit)
    assert (told["here_won"], told["here_lost"], told["here_open"]) == (12, 0, 1)
    assert case(shown("disputes/court_results", place="KZ-79")) == "here"


def test_zero_is_given_only_where_the_parts_add_up_and_the_region_was_there(store):
    sql = """
    with known as (
        select 'm' as measure, period, place, '_T' as sector, '_T' as series, value::double as value,
            'final' as status, 's' as source
        from (values ('2025', 'KZ', 5), ('2025', 'KZ-10', 2), ('2025', 'KZ-11', 3), ('2024', 'KZ', 9),
            ('2024', 'KZ-11', 3), ('2020', 'KZ', 4), ('2020', 'KZ-11', 4)) as t (period, place, value)
    )
    from with_zero_where_nothing_is_left('known') where value = 0
    """
    zeros = {(row["period"], row["place"]) for row in store.rows(sql)}
    assert {period for period, _ in zeros} == {"2025", "2020"}
    assert len({place for period, place in zeros if period == "2025"}) == 18
    assert not zeros & {("2020", "KZ-10"), ("2020", "KZ-33"), ("2020", "KZ-62"), ("2025", "KZ")}


def test_of_several_sections_none_speaks_for_all(shown):
    card_id = "safety/heavy_labour_sectors"
    machine = shown(card_id, sector="machine_building")
    assert (case(machine), slots(machine)["here"]) == ("here", 6.6)
    mining = shown(card_id, sector="mining_metallurgy")
    assert case(mining) == "each"
    assert (slots(mining)["here"], slots(mining)["least"]) == (17.3, 6.6)
    assert case(shown("safety/injured_share_trend", sector="mining_metallurgy")) == "each"
    assert case(shown("safety/ministry_sector_share", sector="mining_metallurgy")) == "here"


def test_the_newest_fact_outranks_an_older_list_and_region_and_country_are_of_one_year(shown):
    exhibit = shown("safety/peoples_control_regions")
    (top,) = [row for row in exhibit.finding_rows if row["series"] == "top"]
    assert (top["place"], top["value"], top["period"]) == ("KZ-35", 32, "2025")
    for card_id, region, country in (
        ("safety/peoples_control_regions", "here", "here_country"),
        ("safety/peoples_control", "picked", "same_year"),
    ):
        rows = {row["series"]: row for row in shown(card_id, place="KZ-79").finding_rows}
        assert (rows[region]["value"], rows[country]["value"]) == (12, 36)
        assert rows[region]["period"] == rows[country]["period"]


def test_causes_are_told_of_the_longest_span_and_compared_over_equal_months(shown):
    rows = {row["series"]: row for row in shown("safety/causes").finding_rows}
    assert (rows["top"]["value"], rows["until"]["period"]) == (34.2, "2025-09")
    change = slots(shown("safety/causes_change"))
    assert (change["work_organisation_last_but_one"], change["work_organisation_now"]) == (
        27.1,
        34.6,
    )
    for card_id, first, now in (("deaths_to_date", 144, 133), ("injured_to_date", 1023, 934)):
        told = slots(shown(f"safety/{card_id}"))
        assert (told["first"], told["now"]) == (first, now)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_of_a_year_says_its_last_month(language, shown):
    for card_id, month in (
        ("disputes/troubled_enterprises", {"kk": "қараша", "ru": "ноябрь", "en": "November"}),
        ("disputes/conflicts_to_date", {"kk": "қараша", "ru": "ноябрь", "en": "November"}),
        ("disputes/strikes_other_counts", {"kk": "қараша", "ru": "ноябрь", "en": "November"}),
        ("safety/ministry_to_date", {"kk": "қазан", "ru": "октябрь", "en": "October"}),
        (
            "safety/ministry_sectors_to_date",
            {"kk": "қыркүйек", "ru": "сентябрь", "en": "September"},
        ),
    ):
        assert month[language] in shown(card_id, language).title, card_id


def test_pay_has_both_of_its_bases(shown):
    told = slots(shown("disputes/appeals_labour"))
    assert (round(told["pay_share"]), round(told["pay_of_all"])) == (52, 43)


def test_nothing_is_compared_over_a_break_or_between_two_measures(shown):
    rows = {row["series"]: row for row in shown("disputes/conflicts_history").finding_rows}
    assert (rows["first"]["period"], rows["now"]["period"], rows["older"]["period"]) == (
        "2024",
        "2025",
        "2022",
    )
    for card_id in ("safety/production_councils_active", "safety/technical_inspectors"):
        exhibit = shown(card_id)
        assert case(exhibit) == "source_changed"
        assert "более" in exhibit.title
    helped = {row["series"]: row for row in shown("disputes/workers_helped").finding_rows}
    assert (helped["last_but_one"]["value"], helped["restored"]["value"]) == (17700, 10000)
    assert helped["repaid"]["value"] == 11800


def test_a_region_that_was_not_there_yet_is_no_silent_region(known, shown):
    for card_id in MINE:
        card = known.card(card_id)
        if "region" not in card.breakdowns:
            continue
        exhibit = shown(card_id, place="KZ-10", period="2020")
        said = exhibit.tile.before if card.kind.headline else exhibit.title
        assert "2022" in said, card_id
        assert "образован" in said, card_id
        assert not exhibit.remark, card_id
    exhibit = shown("safety/substandard_conditions", place="KZ-10")
    assert "2020" in exhibit.title
    assert "2022" in exhibit.title
    assert "образован" not in shown("safety/substandard_conditions", place="KZ-47").title


def test_a_rate_whose_fall_has_turned_says_its_lowest(shown):
    exhibit = shown("safety/inspection_rates")
    assert case(exhibit) == "killed_turned"
    assert slots(exhibit)["killed_low"] == 0.03


def test_the_report_s_count_of_hearings_is_told_as_the_count_of_cases(shown):
    assert case(shown("disputes/court_hearings")) == "are_cases"


def test_every_sentence_names_its_year_and_every_change_both(known):
    faults = []
    for card_id, name, language, text in sentences(known):
        years = len(set(PERIOD.findall(text)))
        least = 1 if card_id in OF_ONE_YEAR or "→" not in text else 2
        if years < least and (card_id, name) not in WITHOUT_YEAR:
            faults.append(f"{card_id} {name} {language}: {text}")
    assert not faults, "\n".join(faults)


def test_no_year_is_typed_where_a_slot_can_say_it(known):
    faults = []
    for card_id in MINE:
        card = known.card(card_id)
        texts = [card.title, card.definition, *([card.note] if card.note else ())]
        for words in [*texts, *card.finding.values()]:
            for language in LANGUAGES:
                typed = set(re.findall(r"(?<![\d.{])\b(?:19|20)\d\d\b", words[language]))
                if typed - TYPED_YEARS.get(card_id, set()):
                    faults.append(f"{card_id}: {words[language]}")
    assert not faults, "\n".join(faults)


def test_a_rank_is_said_only_where_all_that_is_ranked_is_known(known):
    ranked = {card_id for card_id, _, _, text in sentences(known) if "{rank}" in text}
    assert ranked == {"disputes/appeals_by_region", "disputes/appeals_map"}
    for card_id in ranked:
        # The case with a rank is chosen only if every region has a number.
        assert "known_regions = all_regions" in expanded(known.card(card_id).sql)


def test_words_are_those_of_a_chairman_and_not_of_a_clerk(known):
    faults = []
    for card_id in MINE:
        card = known.card(card_id)
        texts = [card.title, card.definition, *([card.note] if card.note else ())]
        for words in [*texts, *card.finding.values()]:
            for language in LANGUAGES:
                if re.search(STIFF[language], words[language], re.IGNORECASE):
                    faults.append(f"{card_id} {language}: {words[language]}")
    assert not faults, "\n".join(faults)


def test_checks_of_these_areas_are_told_in_plain_words():
    faults = []
    for path in sorted((ROOT / "data" / "sources").glob("*/checks*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if not any(f"{area}/" in row["exhibits"] for area in AREAS):
                    continue
                for language in LANGUAGES:
                    text = re.sub(r"\{[^}]*\}", "", row[f"why_{language}"])
                    if re.search(STIFF[language], text, re.IGNORECASE):
                        faults.append(f"{row['check']} {language}: {text}")
    assert not faults, "\n".join(faults)


def test_stories_tell_the_doubted_case():
    for story in STORIES:
        slides = tomllib.loads((stories_folder() / f"{story}.toml").read_text("utf-8"))["slides"]
        for slide in slides:
            if slide["exhibit"] == "disputes/conflict_outcomes":
                assert slide["case"] == "doubted"


def test_a_sentence_over_a_span_has_its_ends_under_the_names_that_a_turning_point_needs(known):
    spans = {card_id for card_id in MINE if known.card(card_id).chart == "trend"}
    for card_id in spans:
        for name, words in known.card(card_id).finding.items():
            slots_said = set(re.findall(r"\{([a-z_]+)\.period\}", words["ru"]))
            if "→" in words["ru"] and "last_but_one" not in words["ru"]:
                assert "first" in slots_said, f"{card_id} {name}"


def test_a_statistic_published_as_more_than_is_said_so(shown):
    for card_id in (
        "safety/labour_fines",
        "safety/production_councils_active",
        "safety/technical_inspectors",
    ):
        assert "более" in shown(card_id).title
