"""What the documents promise stands in the release as the documents say it, and a faulty promise is
named, file and line.

`tests/broken/promises/<fault>/` holds the file at fault, and what it needs to be at fault alone.
All are read once, beside today's facts.
"""

import csv
import re
import shutil

import pytest

from app.facts.problems import Problem
from app.facts.read import read_facts
from app.facts.tables import COLUMNS
from app.words.places import locator
from app.words.say import LANGUAGES
from tests.conftest import ROOT

BROKEN = ROOT / "tests" / "broken" / "promises"
TABLES = ("targets", "commitments", "mentions")
# By the kind of the fault: folder, and what the message must name.
FAULTS = {
    "unknown_code": {
        "target_of_unknown_measure": "measure = happiness",
        "target_in_unknown_place": "place = KZ-99",
        "target_of_unknown_sector": "sector = astronautics",
        "target_of_unknown_series": "series = on_sundays",
        "target_with_unknown_comparator": "comparator = about",
        "target_with_unknown_direction": "direction = sideways",
        "target_of_unknown_promiser": "promised_by = my_neighbour",
        "target_of_unknown_exhibit": "safety/no_such_exhibit",
        "commitment_of_unknown_area": "area = astrology",
        "commitment_of_unknown_promiser": "promised_by = my_neighbour",
        "commitment_with_unknown_target": "target = the_moon",
        "commitment_of_unknown_exhibit": "safety/no_such_exhibit",
        "commitment_perhaps_measurable": "measurable = perhaps",
        "commitment_of_unknown_status": "status = nearly",
        "commitment_with_a_source_but_no_status": "status =",
        "commitment_of_unknown_modality": "modality = rumour",
        "commitment_shown_by_nothing": "shown_by = event:nobody_saw_it",
        "mention_of_unknown_kind": "kind = rumour",
    },
    "not_a_number": {
        "target_without_a_number": "value =",
    },
    "bad_period": {
        "target_by_some_day": "by = some day",
        "target_from_some_day": "base_period = once",
        "commitment_done_some_day": "status_date = some day",
        "commitment_due_some_day": "due = some day",
    },
    "target_before_base": {
        "target_before_its_base": "by = 2025, base_period = 2026",
    },
    "target_direction": {
        "target_that_moves_the_other_way": "up: 1227 (2025) → 1000",
        "target_that_moves_the_other_way_after_the_base": "down: 46.923 (2017) → 100",
    },
    "no_source": {
        "target_without_source": "",
    },
    "no_locator": {
        "target_without_a_place_in_the_source": "",
        "mention_without_a_place_in_the_source": "",
    },
    "duplicate_key": {
        "target_entered_twice": "target_entered_twice/targets.csv:2",
        "commitment_entered_twice": "commitment_entered_twice/commitments.csv:2",
        "mention_entered_twice": "mention_entered_twice/mentions.csv:2",
    },
    "missing_language": {
        "commitment_in_two_languages": "text",
        "commitment_done_in_two_languages": "status",
    },
    "too_long": {
        "commitment_too_long": "text_ru: 125 > 120",
    },
    "look_alike": {
        "commitment_in_mixed_letters": "Проверкa",
    },
    "status_without_source": {
        "commitment_done_but_no_source_says_so": "status_source, status_locator",
    },
    "unknown_source": {
        "commitment_done_by_unknown_source": "my_neighbour",
        "mention_of_unknown_source": "my_neighbour",
    },
    "target_not_measurable": {
        "commitment_not_measurable_with_a_target": "commitment_not_measurable_with_a_target",
    },
    "commitment_unmentioned": {
        "commitment_that_is_only_reported": "commitment_that_is_only_reported",
        "demand_that_is_called_promised": "demand_that_is_called_promised",
    },
    "due_differs": {
        "commitment_due_in_another_year_than_its_target": "due = 2026, by = 2030",
    },
    "status_of_no_promise": {
        "demand_with_a_status": "demand, in_progress",
    },
    "status_behind_facts": {
        "commitment_planned_though_an_event_shows_it": "planned: event:sixteen_days",
    },
    "status_without_fact": {
        "commitment_done_without_a_fact": "commitment_done_without_a_fact",
    },
    "status_from_promise": {
        "commitment_in_progress_by_its_own_promise": "test",
    },
}
KINDS = {fault: kind for kind, faults in FAULTS.items() for fault in faults}
# Typed from the documents: commitments and what is said without being promised, places where they
# are mentioned, rows of targets.
ENTERED = {
    "fprk_report_2025": (153, 244, 16),
    "asm_rf_programme_2020": (98, 101, 8),
    "machine_builders_international": (3, 3, 0),
    "almaty_declaration": (10, 11, 2),
    "fprk_elections_2023": (12, 14, 0),
}
# Counted in the documents: how many items each list of tasks of the report and each direction of
# the programme has.
LISTS = {
    "introduction": 7,
    "1.2, tasks": 5,
    "1.3, tasks": 11,
    "1.3, information work, tasks": 5,
    "1.3, action for primary organisations": 9,
    "2.1, tasks": 4,
    "2.2, text": 4,
    "2.2, tasks": 6,
    "2.3, tasks": 2,
    "2.4, tasks": 4,
    "3.1, tasks": 8,
    "3.2, tasks": 8,
    "4.3, tasks": 3,
    "4.5, tasks": 8,
    **{
        f"Annex 1, direction {number}": count
        for number, count in enumerate((11, 10, 16, 10, 10, 6, 9, 12, 6, 2), 1)
    },
}
# Typed from the documents: target, place, series, value, comparator, by.
TARGETS = [
    ("ratified_c176", "KZ", "C176", 1, "equal", ""),
    ("ratified_c102", "KZ", "C102", 1, "equal", ""),
    ("ratified_c190", "KZ", "C190", 1, "equal", ""),
    ("ratified_c131", "KZ", "C131", 1, "equal", ""),
    ("women_quota_30", "KZ", "general_council", 30, "at_least", "2026"),
    ("women_quota_30", "KZ", "executive_committee", 30, "at_least", "2026"),
    ("youth_of_members_30", "KZ", "_T", 30, "at_least", "2030"),
    ("youth_quota_20", "KZ", "_T", 20, "at_least", "2030"),
    ("dues_training_10", "KZ", "dues_training", 10, "at_least", ""),
    ("trainers_50", "KZ", "_T", 50, "at_least", "2030"),
    ("full_membership_100", "KZ", "_T", 100, "at_least", ""),
    ("wage_ratio_10", "KZ", "_T", 10, "at_most", "2026"),
    ("asm_dues_training", "RU", "dues_training", 4, "at_least", "2025"),
    ("asm_dues_youth", "RU", "dues_youth", 4, "at_least", "2025"),
    ("asm_dues_information", "RU", "dues_information", 3, "at_least", "2024"),
    ("asm_average_wage", "RU", "_T", 5, "at_least", "2024"),
    ("asm_minimum_wage", "RU", "_T", 2, "at_least", "2024"),
    ("ai_training_100", "KZ", "_T", 100, "at_least", ""),
    ("gender_review_100", "KZ", "_T", 100, "at_least", "2026"),
    ("mandatory_training_100", "KZ", "_T", 100, "at_least", ""),
    ("chp2_jobs_100", "KZ-75", "_T", 100, "at_least", ""),
    ("asm_agreements_100", "RU", "_T", 100, "at_least", "2024"),
    ("asm_legal_inspectorate_100", "RU", "_T", 100, "at_least", "2024"),
    ("asm_computers_100", "RU", "_T", 100, "at_least", "2024"),
    ("spsca_c155", "_Z", "C155", 1, "equal", "2025"),
    ("spsca_c187", "_Z", "C187", 1, "equal", "2025"),
]
# A figure that prints the number of a target: figure, series, target.
ALSO_FIGURES = [
    ("target_women_in_union_bodies", "_T", "women_quota_30"),
    ("target_youth_of_members", "_T", "youth_of_members_30"),
    ("target_youth_quota", "_T", "youth_quota_20"),
    ("trainers_planned", "_T", "trainers_50"),
    ("proposed_wage_ratio_limit", "proposed", "wage_ratio_10"),
    ("target_average_wage_subsistence_multiple", "_T", "asm_average_wage"),
    ("target_minimum_wage_subsistence_multiple", "_T", "asm_minimum_wage"),
]


@pytest.fixture(scope="module")
def broken(tmp_path_factory, known):
    """What is wrong with today's facts and all broken promises together, by the folder of the
    fault.
    """
    folder = tmp_path_factory.mktemp("sources")
    for path in (ROOT / "data" / "sources").iterdir():
        (folder / path.name).symlink_to(path)
    for path in BROKEN.iterdir():
        shutil.copytree(path, folder / path.name)
    found: dict[str, list[Problem]] = {}
    for problem in read_facts(folder, known).problems:
        found.setdefault(problem.file.split("/")[0], []).append(problem)
    return found


def test_every_broken_promise_is_tried_and_nothing_else_is_blamed(broken):
    assert {path.name for path in BROKEN.iterdir()} == set(KINDS) == set(broken)


def place_of(fault):
    """Return file and line of a fault: the last row of its file."""
    files = {"target": "targets.csv", "mention": "mentions.csv"}
    file = files.get(fault.partition("_")[0], "commitments.csv")
    return file, len((BROKEN / fault / file).read_text("utf-8").splitlines())


@pytest.mark.parametrize("fault", KINDS)
def test_a_broken_promise_is_named_with_file_line_and_kind_in_three_languages(fault, broken):
    (file, line), kind = place_of(fault), KINDS[fault]
    detail = FAULTS[kind][fault]
    assert {(problem.file, problem.line) for problem in broken[fault]} == {
        (f"{fault}/{file}", line)
    }
    problem = next(
        problem for problem in broken[fault] if problem.kind == kind and detail in problem.detail
    )
    said = {problem.say(language) for language in LANGUAGES}
    assert len(said) == 3
    assert all(one.startswith(f"{fault}/{file}:{line}: ") and detail in one for one in said)


def test_every_row_that_was_entered_is_in_the_release(store):
    for table in TABLES:
        rows = [
            row
            for path in (ROOT / "data" / "sources").glob(f"*/{table}*.csv")
            for row in csv.DictReader(path.open(encoding="utf-8"))
        ]
        entered = {tuple(row[column] for column in COLUMNS[table]) for row in rows}
        published = {
            tuple(
                f"{row[column]:g}" if column == "value" else row[column]
                for column in COLUMNS[table]
            )
            for row in store.rows(f"select * from {table}")
        }
        assert len(rows) == len(entered)
        assert entered == published


@pytest.mark.parametrize("document", ENTERED)
def test_a_document_gives_the_promises_that_were_counted_in_it(document, store):
    rows = store.rows(
        "select (select count(distinct commitment) from mentions where source = $source and kind in "
        "('promise', 'said')) as commitments,"
        " (select count(*) from mentions where source = $source) as mentions, (select count(*) "
        "from targets where source = $source) as targets",
        {"source": document},
    )[0]
    assert tuple(rows.values()) == ENTERED[document]


def test_the_targets_are_the_printed_ones(store):
    rows = store.rows('select target, place, series, value, comparator, targets."by" from targets')
    assert sorted(tuple(row.values()) for row in rows) == sorted(TARGETS)


@pytest.mark.parametrize(("measure", "series", "target"), ALSO_FIGURES)
def test_a_target_that_is_also_printed_as_a_figure_is_the_same_number(
    measure, series, target, store
):
    figures = store.rows(
        "select distinct value, source from figures where measure = $measure and series = $series",
        {"measure": measure, "series": series},
    )
    assert figures == store.rows(
        "select distinct value, source from targets where target = $target", {"target": target}
    )


def test_the_shares_of_dues_are_promised_as_the_figures_print_them(store):
    asked = "select place, sector, series, value, source from {} where measure = '{}' order by all"
    assert store.rows(asked.format("targets", "dues_share_spent")) == store.rows(
        asked.format("figures", "dues_share_target")
    )


def test_the_commitments_of_the_russian_programme_are_as_many_in_each_direction_as_the_figures_say(
    store,
):
    rows = store.rows(
        "select f.locator, f.value, (select count(*) from mentions m where m.source = f.source and "
        "starts_with(m.locator, f.locator || ',')) as entered"
        " from figures f where f.measure = 'asm_commitments'"
    )
    assert len(rows) == 10
    assert [row for row in rows if row["value"] != row["entered"]] == []


def test_every_item_of_every_list_of_tasks_is_entered_and_no_item_that_is_not_there(store):
    entered: dict[str, set[int]] = {}
    for row in store.rows(
        "select locator from mentions where source in ('fprk_report_2025', "
        "'asm_rf_programme_2020') and locator like '%, item %'"
    ):
        listed, _, number = row["locator"].rpartition(", item ")
        entered.setdefault(listed, set()).add(int(number))
    assert entered == {listed: set(range(1, count + 1)) for listed, count in LISTS.items()}


def test_the_wage_targets_of_the_russian_union_are_not_made_promises_for_kazakhstan(store):
    rows = store.rows(
        "select distinct place, promised_by from targets where measure like '%subsistence_multiple'"
    )
    assert rows == [{"place": "RU", "promised_by": "asm_rf"}]
    assert (
        store.rows("select * from targets where promised_by like 'fprk%' and place <> 'KZ'") == []
    )


def test_a_convention_that_is_to_be_ratified_is_known_from_the_table_of_conventions_and_nowhere_else(
    store,
):
    assert (
        store.rows("select * from figures where measure = 'ilo_convention_ratified'")
        == store.rows("select * from statistics where measure = 'ilo_convention_ratified'")
        == []
    )
    known = store.rows(
        "select series, max(c.year) as year, bool_or(c.status = 'ratified') as ratified"
        " from targets t join conventions c on c.convention = t.series and c.place = t.place"
        " where t.measure = 'ilo_convention_ratified' and t.place = 'KZ' group by series order by "
        "series"
    )
    assert [tuple(row.values()) for row in known] == [
        ("C102", None, False),
        ("C131", 2025, True),
        ("C176", None, False),
        ("C190", None, False),
    ]


def test_a_status_is_what_a_document_says_and_never_ours(store):
    rows = store.rows(
        "select status, count(*) as n from commitments where status <> '' group by status order by "
        "status"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("done", 5),
        ("in_progress", 42),
        ("planned", 54),
    ]
    assert (
        store.rows(
            "select * from commitments where status = 'done' and not exists"
            " (select 1 from mentions where mentions.commitment = commitments.commitment and "
            "mentions.kind = 'report')"
        )
        == []
    )


def test_wordings_are_of_their_language_and_no_two_commitments_read_alike(store):
    rows = store.rows("select * from commitments")
    for row in rows:
        for kind in ("text", "status"):
            kk, ru, en = (row[f"{kind}_{language}"] for language in LANGUAGES)
            assert len({kk, ru, en}) == 3 or not kk, row["commitment"]
            assert not re.search("[а-яёәіңғүұқөһ]", en, re.IGNORECASE), row["commitment"]
            # Proper names keep their letters: «Еңбек».
            assert not re.search("[әңғүұқөһі]", re.sub("«[^»]*»", "", ru)), row["commitment"]
    for language in LANGUAGES:
        assert len({row[f"text_{language}"] for row in rows}) == len(rows)


def test_a_wording_holds_the_number_of_its_target(store):
    rows = store.rows(
        "select distinct c.*, t.value, t.series, t.measure from commitments c join targets t using "
        "(target)"
    )
    assert {row["target"] for row in rows} == {target for target, *_ in TARGETS}
    for row in rows:
        # The task of FPRK names no limit of the ratio; the number stands in the proposal, and in
        # the status.
        # All, every and nobody are 100 per cent.
        every = {"kk": r"\b([әӘ]р|барлы[қғ]|ешқайсы)", "ru": r"\b(все|кажд|никого)"}
        every["en"] = r"\b(all|every|each|no)\b"
        if row["target"].endswith("_100") and row["target"] != "full_membership_100":
            assert all(
                re.search(every[language], row[f"text_{language}"], re.IGNORECASE)
                for language in LANGUAGES
            ), row["commitment"]
        elif row["target"] != "wage_ratio_10":
            number = (
                row["series"].removeprefix("C")
                if row["measure"] == "ilo_convention_ratified"
                else f"{row['value']:g}"
            )
            assert all(
                re.search(rf"(?<!\d){number}(?!\d)", row[f"text_{language}"])
                for language in LANGUAGES
            ), row["commitment"]


def test_every_place_in_a_document_or_a_publication_is_said_in_words_of_each_language(store):
    tables = ("mentions", "targets", "figures", "events", "checks", "sources")
    rows = store.rows(
        " union ".join(f"select locator from {table}" for table in tables)
        + " union select status_locator from commitments"
    )
    for part in {part for row in rows for part in re.split(r"[,;] ", row["locator"] or "") if part}:
        # Numbers of sections, and names of files, sites and codes, are the same in every language.
        assert re.fullmatch(r"\S*[\d._/]\S*", part) or locator(part, "kk") != part != locator(
            part, "ru"
        ), part
    assert locator("1.2, tasks, item 3", "ru") == "1.2, задачи, пункт 3"
    assert (
        locator("archived copy a/b1.xlsx, footnotes 2 and 3; address not kept", "ru")
        == "архивная копия a/b1.xlsx, сноски 2 и 3; адрес не сохранён"
    )


def test_every_promiser_promises_something_and_has_a_name(store, known):
    promisers = {
        row["promised_by"]
        for row in store.rows(
            "select promised_by from commitments union select promised_by from targets"
        )
    }
    assert {f"promiser_{code}" for code in promisers} == {
        code for code in known.series if code.startswith("promiser_")
    }
    assert (
        store.rows(
            "select c.commitment from commitments c join targets t using (target) where "
            "c.promised_by <> t.promised_by"
        )
        == []
    )
