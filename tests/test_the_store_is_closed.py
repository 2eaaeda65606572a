"""The database sees nothing but the release, and nothing a viewer writes does harm there."""

import re

import duckdb
import pytest

from app.catalogue.vocabulary import shared_sql
from app.facts.vintages import TOLD_TWICE
from app.store.store import TABLES, allowed_codes
from app.view import Refusal, View, browser_language, from_query, harmless, unknown_page
from tests.exhibits import CARD_IDS

HOSTILE = [
    "'; drop table figures; --",
    "KZ-47' or '1' = '1",
    "1; attach '/tmp/x.db' as x",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "x" * 10_000,
    "KZ\x0047",
    "\x00",
    "../../etc/passwd",
    "${jndi:ldap://x}",
    "%s%s%n",
    "KZ-47 ",
    "kz-47",
    "КZ-47",
    "NULL",
    "\u202eKZ",
    "2025.0",
    "=1+1",
    "9999",
]


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('/etc/passwd')",
        "select * from '/etc/passwd'",
        "select content from read_text('/etc/passwd')",
        "select * from glob('/*')",
        "select * from read_parquet('/tmp/*.parquet')",
        "attach '/tmp/other.db' as other",
        "attach ':memory:' as other; select 1 from other.x",
        "copy figures to '/tmp/stolen.csv'",
        "export database '/tmp/stolen'",
        "install httpfs",
        "load httpfs",
        "select * from read_csv('https://example.org/x.csv')",
        "set enable_external_access = true",
        "set lock_configuration = false",
        "reset enable_external_access",
        "set threads = 8",
        "pragma enable_profiling",
        "set temp_directory = '/tmp'",
        "set home_directory = '/tmp'",
    ],
)
def test_the_connection_reaches_no_file_no_network_and_no_setting(store, sql):
    with pytest.raises(duckdb.Error):
        store.rows(sql)


def test_a_fresh_cursor_is_as_closed_as_the_first(store):
    for _ in range(3):
        with (
            store.connection.cursor() as cursor,
            pytest.raises(duckdb.Error, match=r"(?i)disabled|permission"),
        ):
            cursor.execute("select * from read_text('/etc/passwd')")


def test_the_tables_of_the_release_are_all_there_is(store):
    found = store.rows("select table_name, table_type from information_schema.tables")
    # Of a fact that several documents tell, each table has the row that speaks; all stand beside.
    printed = {f"{table}_as_printed" for table in TOLD_TWICE}
    tables = {row["table_name"] for row in found if row["table_type"] == "BASE TABLE"}
    # What else there is is written in queries/_shared.sql, word for word.
    made = {
        kind: set(re.findall(rf"^create {kind} (\w+) ", shared_sql(), re.MULTILINE))
        for kind in ("table", "view")
    }
    assert tables == {*TABLES, *printed, *made["table"]}
    assert {row["table_name"] for row in found if row["table_type"] != "BASE TABLE"} == made["view"]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("name", ["region", "sector", "period", "lang"])
def test_a_hostile_value_in_a_link_is_refused_and_made_harmless(store, name, value):
    view, refusals = from_query({name: value}, allowed_codes(store), "ru")
    assert view == View("ru")
    assert [refusal.name for refusal in refusals] == [name]
    assert not set(refusals[0].value) & set("<>\"'&;\x00\u202e ${}=%")
    assert 0 < len(refusals[0].value) <= 24


def test_a_link_may_carry_several_faults_and_what_is_sound_in_it_is_kept(store):
    raw = {"region": "KZ-47", "sector": "<b>", "period": "1066", "lang": "kk", "other": "ignored"}
    view, refusals = from_query(raw, allowed_codes(store), "ru")
    assert view == View("kk", place="KZ-47")
    assert refusals == (Refusal("sector", "b"), Refusal("period", "1066"))


def test_every_code_that_a_link_may_carry_is_taken_and_leads_back_to_the_same_link(store):
    codes = allowed_codes(store)
    assert len(codes["region"]) == 20
    for name, values in codes.items():
        for value in values:
            view, refusals = from_query({"lang": "en", name: value}, codes, "ru")
            assert not refusals
            assert view.query() == {"lang": "en", name: value}


def test_an_address_that_is_no_page_is_named_harmlessly():
    assert unknown_page("<svg onload=alert(1)>") == Refusal("page", "svgonloadalert1")
    assert harmless("") == harmless("<>") == "…"


@pytest.mark.parametrize("card_id", CARD_IDS)
def test_a_hostile_value_bound_to_a_query_neither_fails_nor_finds(card_id, known, store):
    card = known.card(card_id)
    # How a value is bound is DuckDB's and the same for all: a word of SQL, a condition and a very
    # long one stand for the others, and turn from card to card.
    for value in ((HOSTILE[0], HOSTILE[1], HOSTILE[5])[CARD_IDS.index(card_id) % 3],):
        for name, breakdown in (("place", "region"), ("sector", "sector")):
            if breakdown in card.breakdowns:
                rows = store.read(card, View("ru", **{name: value}))
                assert not [
                    row
                    for row in rows
                    if row["role"] == "mark" and row[name] == value and row["value"] is not None
                ]
                assert len([row for row in rows if str(row["series"]).startswith("case.")]) == 1
        if "period" in card.breakdowns:
            store.read(card, View("ru", period=value))


def test_after_all_that_the_tables_are_whole(store):
    assert store.rows("select count(*) as n from figures")[0]["n"] > 200
    assert store.rows("select count(*) as n from statistics")[0]["n"] > 3000


@pytest.mark.parametrize(
    ("preferences", "language"),
    [
        ("kk-KZ,ru;q=0.9", "kk"),
        ("ru", "ru"),
        ("en-GB,en;q=0.8", "en"),
        ("de-DE,kk;q=0.5", "kk"),
        ("de", "ru"),
        ("", "ru"),
        (None, "ru"),
        ("<script>", "ru"),
        ("KK", "kk"),
    ],
)
def test_the_browsers_first_language_of_ours_is_taken(preferences, language):
    assert browser_language(preferences, "ru") == language
