"""Several editions of a report may print one number: the newest speaks, none is lost, and what was
said of one edition is not said of the next.
"""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from app.exhibit.checked import explanation
from app.exhibit.editions import is_newest, revised, speaks_of
from app.facts.editions import asked_of, editions_in, undecided
from app.facts.reconcile import AGREES, DISAGREES, reconcile
from app.facts.tables import COLUMNS, KEYS, NUMBERS, Check
from app.facts.vintages import TOLD_TWICE, statements
from app.release.releases import Release
from app.store.documents import document_name, documents
from app.store.store import Store

LINE = "fprk_report"
OLD, NEW = "fprk_report_2025", "fprk_report_2026"
SOURCES = [
    {"source": OLD, "edition_of": LINE, "about": "2025", "date": "n.d."},
    {"source": NEW, "edition_of": LINE, "about": "2026", "date": "2027-02-10"},
    {"source": "one", "edition_of": "", "about": "", "date": "2020"},
    {"source": "two", "edition_of": "", "about": "", "date": "2021"},
]


def figure(measure, period, value, source, series="_T"):
    return {
        "measure": measure,
        "period": period,
        "place": "KZ",
        "sector": "_T",
        "series": series,
        "value": value,
        "source": source,
    }


FIGURES = [
    figure("accidents", "2024", 1186.0, OLD),
    figure("accidents", "2025", 1227.0, OLD),
    figure("accidents", "2025", 1231.0, NEW),
    figure("accidents", "2026", 1300.0, NEW),
    figure("deaths", "2025", 181.0, OLD),
    figure("deaths", "2025", None, NEW),
    figure("deaths", "2025", 41.0, OLD, "with_fprk_union"),
    figure("deaths_share", "2025", 22.6, OLD, "with_fprk_union"),
    figure("deaths", "2026", 170.0, NEW),
    figure("deaths", "2026", 40.0, NEW, "with_fprk_union"),
    figure("deaths_share", "2026", 30.0, NEW, "with_fprk_union"),
    figure("injured", "2025", 5.0, "one"),
    figure("injured", "2025", 6.0, "two"),
]
EVENTS = [
    {"event": "congress", "source": OLD, "period": "2025", "place": "KZ"},
    {"event": "congress", "source": NEW, "period": "2025-07-11", "place": "KZ"},
]
COMMITMENTS = [
    {"commitment": "c", "status": "", "status_date": "", "status_source": ""},
    {"commitment": "c", "status": "in_progress", "status_date": "2025", "status_source": OLD},
    {"commitment": "c", "status": "done", "status_date": "2026-05", "status_source": NEW},
]
ROWS = {
    "sources": SOURCES,
    "figures": FIGURES,
    "events": EVENTS,
    "commitments": COMMITMENTS,
}


@pytest.fixture(scope="module")
def small():
    connection = duckdb.connect(config={"threads": 1})
    for table in (*TOLD_TWICE, "sources"):
        columns = ", ".join(
            f'"{column}" {"double" if column in NUMBERS[table] else "text"}'
            for column in COLUMNS[table]
        )
        connection.execute(f"create table {table} ({columns})")
        for row in ROWS.get(table, ()):
            cells = [row.get(column) for column in COLUMNS[table]]
            connection.execute(f"insert into {table} values ({', '.join('?' * len(cells))})", cells)
    for statement in statements():
        connection.execute(statement)
    yield Store(Release(1, date(2027, 3, 1), Path(), "x"), connection)
    connection.close()


def values(store, table, measure, series="_T"):
    return {
        (row["period"], row["source"]): row["value"]
        for row in store.rows(f"select * from {table} where series = '{series}'")
        if row["measure"] == measure
    }


def test_the_newest_edition_speaks_and_every_row_stands_beside_it(small):
    assert values(small, "figures", "accidents") == {
        ("2024", OLD): 1186,
        ("2025", NEW): 1231,
        ("2026", NEW): 1300,
    }
    assert len(values(small, "figures_as_printed", "accidents")) == 4


def test_an_edition_that_leaves_a_number_out_takes_nothing_back(small):
    assert values(small, "figures", "deaths")["2025", OLD] == 181


def test_two_publishers_that_count_the_same_are_two_facts(small):
    assert len(values(small, "figures", "injured")) == 2


def test_what_two_reports_tell_of_one_event_is_one_event_as_the_later_one_tells_it(small):
    assert [row["period"] for row in small.rows("select * from events")] == ["2025-07-11"]


def test_of_two_statuses_of_a_promise_the_later_one_holds_and_the_earlier_is_kept(small):
    assert [row["status"] for row in small.rows("select * from commitments")] == ["done"]
    assert len(small.rows("select * from commitments_as_printed")) == 3


def test_every_table_that_can_tell_a_fact_twice_has_the_source_in_its_key():
    for table, how in TOLD_TWICE.items():
        assert how.source in KEYS[table], table


def rule(**more):
    cells = {
        "check": "deaths_share",
        "kind": "share",
        "printed": None,
        "decimals": None,
        "left": "deaths@{year}/KZ/_T/with_fprk_union",
        "right": "deaths@{year}/KZ/_T/_T",
        "printed_at": "deaths_share@{year}/KZ/_T/with_fprk_union",
        "why_en": "Printed {printed}.",
        "document": OLD,
    }
    return Check(**(cells | more))


def test_a_rule_is_asked_of_each_edition_of_its_line_its_own_first():
    asked = asked_of(rule(left="deaths@{year}/x - deaths@{year-1}/x"), editions_in(SOURCES))
    assert [(one.check, one.document) for one in asked] == [
        ("deaths_share", OLD),
        (f"deaths_share@{NEW}", NEW),
    ]
    assert [one.left for one in asked] == [
        "deaths@2025/x - deaths@2024/x",
        "deaths@2026/x - deaths@2025/x",
    ]
    assert [one.why_en for one in asked] == ["Printed {printed}.", ""]


def test_a_rule_takes_the_printed_number_and_its_digits_from_the_edition_that_it_asks(small):
    found, problems = reconcile(small.connection, [rule()], editions_in(SOURCES))
    assert not problems
    assert [(one.check.printed, one.check.decimals, one.result) for one in found] == [
        (22.6, 1, "rounding"),
        (30, 0, DISAGREES),
    ]
    assert found[1].recomputed == pytest.approx(100 * 40 / 170)


def test_a_check_means_the_number_that_its_own_document_prints(small):
    check = rule(
        kind="same", left="accidents@2025/KZ/_T/_T", right="accidents@2025/KZ/_T/_T", printed_at=""
    )
    for document, value in ((OLD, 1227), (NEW, 1231)):
        asked = rule(
            kind="same", left=check.left, right=check.right, printed_at="", document=document
        )
        (found,), _ = reconcile(small.connection, [asked], editions_in(SOURCES))
        assert (found.left_value, found.result) == (value, AGREES)


def test_an_edition_that_does_not_print_the_numbers_has_nothing_to_be_checked(small):
    only_old = rule(left="accidents@{year-1}/KZ/_T/_T", right="accidents@{year-1}/KZ/_T/_T")
    found, problems = reconcile(
        small.connection,
        [rule(kind="same", printed_at="", left=only_old.left, right="injured@{year}/KZ/_T/_T/one")],
        editions_in(SOURCES),
    )
    assert [one.check.document for one in found] == [OLD]
    assert not problems


def test_a_rule_whose_own_edition_prints_nothing_is_a_fault(small):
    lost = rule(
        kind="same", printed_at="", left="lost@{year}/KZ/_T/_T", right="lost@{year}/KZ/_T/_T"
    )
    found, problems = reconcile(small.connection, [lost], editions_in(SOURCES))
    assert not found
    assert [problem.kind for problem in problems] == ["selector_empty"]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("kind", ["share", "change", "sum", "same"])
def test_another_edition_that_disagrees_is_told_by_the_kind_of_the_check(kind, language):
    row = {
        "kind": kind,
        "left": "deaths@2026/KZ-47/_T/with_fprk_union",
        "result": DISAGREES,
        "decimals": 0,
        "printed": 30,
        "recomputed": 23.5,
        "left_value": 40,
        "right_value": 170,
        **{f"why_{one}": "" for one in ("kk", "ru", "en")},
    }
    said = explanation(row, language)
    assert "2026" in said
    assert "40" in said or "170" in said
    assert not set("{}") & set(said)
    assert not explanation({**row, "result": "rounding"}, language)


def shown(period, source, value=1.0):
    return {"period": period, "source": source, "value": value, "place": "KZ", "sector": "_T"}


def check_of(document, selectors="deaths@2025/KZ/_T/_T"):
    return {"document": document, "left": selectors, "right": "", "doubts": ""}


@pytest.mark.parametrize(
    ("document", "rows", "speaks"),
    [
        (OLD, [("2025", OLD)], True),
        (OLD, [("2026", NEW)], False),
        (OLD, [("2025", OLD), ("2026", NEW)], True),
        (OLD, [("2024", OLD), ("2026", NEW)], False),
        (OLD, [("2025", NEW), ("2026", NEW)], False),
        (NEW, [("2026", NEW)], True),
        (OLD, [("2026", "one")], True),
        ("one", [("2026", NEW)], True),
    ],
)
def test_a_check_speaks_beside_numbers_of_its_own_edition_only(small, document, rows, speaks):
    found = speaks_of(check_of(document), [shown(*row) for row in rows], small)
    assert found is speaks


def test_a_statement_without_numbers_goes_with_the_year_of_its_edition(small):
    assert speaks_of(check_of(OLD, ""), [shown("2025", OLD), shown("2026", NEW)], small)
    assert not speaks_of(check_of(OLD, ""), [shown("2024", OLD), shown("2026", NEW)], small)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_revised_number_says_both_editions_with_their_numbers(small, known, language):
    card = known.card("safety/tile_accidents")
    rows = [shown("2025", NEW, 1231.0), shown("2026", NEW, 1300.0)]
    (said,) = revised(card, rows, language, small)
    first, second = (document_name(source, language, small) for source in (OLD, NEW))
    assert first in said
    assert second in said
    assert said.index(first) < said.index(second)
    digits = said.replace("\u00a0", "").replace(",", "").replace("\u202f", "").replace(" ", "")
    assert "1227" in digits
    assert "1231" in digits
    assert not revised(card, [shown("2026", NEW, 1300.0)], language, small)


def test_the_next_report_has_its_name_before_anybody_writes_one(small):
    assert list(documents(small))[:2] == [NEW, OLD]
    assert "2026" in document_name(NEW, "en", small)


def test_only_the_newest_edition_leads_lists(small):
    assert is_newest(NEW, small)
    assert is_newest("one", small)
    assert not is_newest(OLD, small)


def test_two_editions_of_one_day_that_print_one_fact_are_named():
    same = [{**row, "date": "2026-01-01", "about": "2025"} for row in SOURCES[:2]]
    facts = [figure("m", "2025", 1.0, OLD), figure("m", "2025", 2.0, NEW)]
    (told,) = undecided(facts, KEYS["figures"], editions_in(same))
    assert told == f"m / 2025 / KZ / _T / _T ({OLD}, {NEW})"
    assert not list(undecided(facts, KEYS["figures"], editions_in(SOURCES)))
