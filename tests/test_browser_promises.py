"""The page of promises holds every promise of the release with its place; filters, search and
address work in a real browser.
"""

import json
import re
from collections import Counter
from urllib.parse import parse_qs, urlparse

import pytest

from app.catalogue.cards import catalogue
from app.exports.csv import rows_as_csv
from app.promises.standing import STATES, commitments, others
from app.promises.words import promiser
from app.screen.compose import compose
from app.screen.method import example, method_parts
from app.screen.promises import commitments_table, followed
from app.view import View
from app.words.numbers import number, percent
from app.words.say import LANGUAGES, say
from app.words.sentences import fill, slot_names
from tests.browser import visiting

GROUPS = {
    "area": "select area as code, count(*) as count from judged group by all",
    "by": "select promised_by as code, count(*) as count from judged group by all",
    "document": "select source as code, count(distinct commitment) as count from mentions "
    "join judged using (commitment) where kind <> 'report' group by all",
}

# What is judged: promises and aims of one's own.
JUDGED = "with judged as (from commitments where modality in ('promise', 'aim')) "


def shown(page, language, store):
    return json.loads(compose(page, View(language), (), store))


def block(page, language, store, kind):
    return next(one for one in shown(page, language, store)["blocks"] if one["type"] == kind)


def query(page):
    return {
        name: values[0]
        for name, values in parse_qs(urlparse(page.url).query).items()
        if name != "lang"
    }


def rows(page):
    """Return the promises that the filters leave, also those of an area that is folded."""
    return page.locator(".promise-list tbody:not([hidden]) tr:not(.group, [hidden])")


def ready(page, count):
    """Wait until the list shows that many promises, and says so."""
    page.wait_for_function(
        "(count) => new RegExp(`\\\\b${count}\\\\b`).test(document.querySelector('#commitments "
        ".found')?.textContent)",
        arg=count,
    )
    assert rows(page).count() == count


@pytest.mark.parametrize("group", GROUPS)
def test_the_counts_are_those_that_sql_gives(group, store):
    one = block("promises", "kk", store, "promises")
    counted = {
        row["code"]: row["count"]
        for row in next(item for item in one["standing"]["groups"] if item["code"] == group)["rows"]
    }
    assert counted == {row["code"]: row["count"] for row in store.rows(JUDGED + GROUPS[group])}
    assert (
        one["count"]
        == sum(one["counts"].values())
        == store.rows(JUDGED + "select count(*) as count from judged")[0]["count"]
        > 200
    )


@pytest.mark.parametrize("group", GROUPS)
def test_each_number_of_the_table_is_the_number_of_rows_that_its_filters_leave(group, store):
    one = block("promises", "en", store, "promises")
    found = Counter(
        (code, row["state"])
        for row in one["rows"]
        for code in (row["document"] if group == "document" else [row[group]])
    )
    table = next(item for item in one["standing"]["groups"] if item["code"] == group)["rows"]
    assert found == Counter(
        {(row["code"], state): count for row in table for state, count in row["counts"].items()}
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_promise_of_the_release_is_on_the_page_with_its_places_and_exhibits(
    language, store, known
):
    one = block("promises", language, store, "promises")
    given = {row["commitment"]: row for row in store.rows(JUDGED + "from judged")}
    places = Counter(row["commitment"] for row in store.rows("select * from mentions"))
    assert {row["id"] for row in one["rows"]} == set(given)
    for row in one["rows"]:
        entry = given[row["id"]]
        assert row["text"].replace("\u00a0", " ") == entry[f"text_{language}"].replace(
            "\u00a0", " "
        )
        assert len(row["places"]) == places[row["id"]] > 0
        assert all(source in one["documents"] and place for source, place, _ in row["places"])
        assert row["exhibits"] == entry["exhibits"].split()
        assert bool(row["said"]) == bool(row["where"]) == bool(entry["status"])
        for card_id in row["exhibits"]:
            assert one["figures"][card_id]["text"] == known.card(card_id).title[language]
            assert one["figures"][card_id]["href"].endswith(f"#{card_id.replace('/', '-')}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_target_is_on_the_page_with_its_number_and_its_promise(language, store):
    one = block("promises", language, store, "promises")
    promises = {row["id"]: row for row in one["rows"]}
    judged = "select count(*) as count from targets semi join judged using (target)"
    assert len(one["aims"]) == store.rows(JUDGED + judged)[0]["count"]
    assert len({aim["id"] for aim in one["aims"]}) == len(one["aims"])
    for aim in one["aims"]:
        assert aim["id"] in promises[aim["commitment"]]["aims"]
        assert aim["said"]
        assert aim["where"]
        if aim["bar"]:
            assert max(aim["bar"].values()) == 100
    numbers = {aim["id"]: aim["steps"][-1][1] for aim in one["aims"]}
    assert percent(30, language) in numbers["aim-youth_of_members_30"]
    assert numbers["aim-ratified_c176-C176"] == say(language, "state_yes")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_holds_every_promise_in_words_and_in_codes(language, store):
    heads, *lines = commitments_table(language, store)
    assert len(lines) == len(commitments(store)) + len(others(store))
    assert {len(line) for line in lines} == {len(heads)}
    assert {line[heads.index("commitment")] for line in lines} == {
        row["commitment"] for row in store.rows("select commitment from commitments")
    }
    assert {line[heads.index("state")] for line in lines} <= {*STATES, ""}
    text = rows_as_csv([heads, *lines], language, store).decode("utf-8-sig")
    assert text.count("\r\n") == len(lines) + 1


def test_the_example_of_the_method_is_worked_out_by_hand(store):
    found = example(store)
    assert (found.gap_closed, found.time_elapsed, found.pace_ratio) == (40, 50, 80)
    assert found.status == found.second_status == "behind"
    assert (found.remaining, found.pace_needed_per_year, round(found.pace_so_far_per_year, 9)) == (
        6,
        1.2,
        0.8,
    )
    assert round(found.second_ratio, 1) == round(
        100 * ((24 / 20) ** (1 / 5) - 1) / ((30 / 20) ** (1 / 10) - 1), 1
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_on_the_method_has_all_its_numbers_in_every_language(language, store):
    for part in method_parts():
        for told in zip(*part.paragraphs.values(), strict=True):
            assert len({frozenset(slot_names(text)) for text in told}) == 1
    prose = block("method", language, store, "prose")
    text = "\n".join(paragraph for part in prose["parts"] for paragraph in part["paragraphs"])
    assert not re.search(r"[{}]|None", text)
    for share in (20, 24, 30, 40, 50, 60, 80, 90, 95):
        assert percent(share, language) in text
    assert number(1.2, language, 1) in text
    meanings = {
        one["id"]: one["rows"]
        for one in shown("method", language, store)["blocks"]
        if one["type"] == "table"
    }
    assert [row[0]["text"] for row in meanings["states"]] == [
        say(language, f"standing_{state}") for state in STATES
    ]
    assert not any(
        re.search(r"[{}]", row[1]) for row in (*meanings["states"], *meanings["statuses"])
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_profile_names_the_targets_that_apply_and_leads_to_them(language, store):
    targets = [target for one in commitments(store) for target in one.targets][:4]
    view = View(language)
    (one,) = followed(targets, language, store, view)
    aims = {aim["id"] for aim in block("promises", language, store, "promises")["aims"]}
    assert len(one.rows) == 4
    assert all(row[0].href.split("#")[1] in aims and row[0].further for row in one.rows)
    assert followed([], language, store, view) == []


def test_the_front_page_names_the_promises_furthest_from_being_kept(store):
    language = "kk"
    lists = block("front", language, store, "lists")["lists"]
    far = next(one for one in lists if one["title"] == say(language, "promises_far"))
    aims = {aim["id"] for aim in block("promises", language, store, "promises")["aims"]}
    assert 1 <= len(far["items"]) <= 3
    assert all(
        item["href"].split("#")[1] in aims and item["page"] == "promises" for item in far["items"]
    )


def test_a_number_of_the_table_leaves_its_promises_and_the_address_says_which(
    server, browser, store
):
    one = block("promises", "ru", store, "promises")
    safety = sum(row["area"] == "safety" and row["state"] == "in_progress" for row in one["rows"])
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/promises?lang=ru", charts=False)
        ready(page, one["count"])
        page.locator('[data-focus="count-safety-in_progress"]').click()
        ready(page, safety)
        assert query(page) == {"area": "safety", "state": "in_progress"}
        assert page.evaluate("() => document.activeElement.id") == "s-commitments"
        assert page.locator(".promise-list tbody:visible").count() == 1
        page.reload()
        page.wait_for_selector(".promises")
        ready(page, safety)
        page.locator('[data-focus="lang-kk"]').click()
        page.wait_for_function("() => document.documentElement.lang === 'kk'")
        ready(page, safety)
        assert query(page) == {"area": "safety", "state": "in_progress"}
        page.locator(".promises .clear-all").click()
        ready(page, one["count"])
        assert query(page) == {}
        assert not visit.errors
        assert not visit.foreign


def test_the_whole_list_stands_as_its_areas_and_what_is_asked_for_stands_open(
    server, browser, store
):
    one = block("promises", "en", store, "promises")
    youth = sum(row["area"] == "youth" for row in one["rows"])
    with visiting(browser, width=390, height=844) as visit:
        page = visit.open(f"{server.url}/promises?lang=en", charts=False)
        ready(page, one["count"])
        assert not rows(page).first.is_visible()
        assert page.evaluate("() => document.body.scrollHeight") < 12000
        head = page.locator('[data-focus="group-youth"]')
        head.press("Enter")
        assert head.get_attribute("aria-expanded") == "true"
        assert sum(row.is_visible() for row in rows(page).all()) == youth
        page.locator("#promises-q").fill("youth")
        page.wait_for_function("() => location.search.includes('q=')")
        assert all(row.is_visible() for row in rows(page).all())
        # On paper nothing is folded.
        page.locator("#promises-q").fill("")
        page.emulate_media(media="print")
        assert rows(page).last.is_visible()
        page.emulate_media(media="screen")
        # Who comes to one promise by its link finds it on the screen, whatever was sought before.
        page.locator("#promises-q").fill("qqq")
        page.wait_for_function("() => location.search.includes('q=')")
        page.evaluate(f"() => {{ location.hash = 'promise-{one['rows'][-1]['id']}'; }}")
        page.wait_for_function("() => document.activeElement.id.startsWith('promise-')")
        assert rows(page).last.is_visible()
        assert not visit.errors


def test_the_search_folds_letters_and_stands_in_the_address_beside_the_filters(
    server, browser, store
):
    one = block("promises", "kk", store, "promises")
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/promises?lang=kk&document=fprk_report_2025", charts=False)
        page.locator("#promises-q").fill("конвенция ратификация")
        page.wait_for_function("() => location.search.includes('q=')")
        folded = rows(page).all_inner_texts()
        assert folded
        assert all("онвенци" in text for text in folded)
        assert query(page) == {"q": "конвенция ратификация", "document": "fprk_report_2025"}
        # Letters that a Russian keyboard lacks are found by their neighbours.
        page.locator("#promises-q").fill("уйымдык")
        page.wait_for_function("() => location.search.includes('%D1%83')")
        assert 0 < rows(page).count() < one["count"]
        page.locator("#promises-q").fill("zzzz")
        page.wait_for_function("() => location.search.includes('zzzz')")
        ready(page, 0)
        assert say("kk", "promises_empty") in page.locator("#commitments .found").inner_text()
        # Nonsense in a link is no filter.
        page = visit.open(f"{server.url}/promises?lang=kk&state=splendid", charts=False)
        ready(page, one["count"])
        assert query(page) == {}


def test_a_link_from_another_page_leads_to_the_promise_and_back_finds_the_filter_again(
    server, browser, store
):
    left = sum(row["area"] == "youth" for row in block("promises", "en", store, "promises")["rows"])
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/promises?lang=en&area=youth", charts=False)
        ready(page, left)
        page.locator('[data-focus="nav-front"]').click()
        page.wait_for_selector(".lists")
        page.locator(".list", has_text=say("en", "promises_far")).locator("li a").first.click()
        page.wait_for_selector(".promises")
        page.wait_for_function("() => document.activeElement.id.startsWith('aim-')")
        assert "area" not in query(page)
        page.go_back()
        page.wait_for_selector(".lists")
        page.go_back()
        page.wait_for_selector(".promises")
        ready(page, left)
        assert query(page) == {"area": "youth"}
        assert not visit.errors


def test_an_exhibit_leads_to_its_promises_and_a_promise_to_its_exhibit_and_back_leads_where_one_was(
    server, browser, store
):
    one = block("promises", "ru", store, "promises")
    mine = [row for row in one["rows"] if "organisational/dues_shares" in row["exhibits"]]
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/organisational?lang=ru&region=KZ-47", charts=False)
        link = page.locator('[data-focus="promises-organisational/dues_shares"]')
        assert link.inner_text().endswith(f": {len(mine)}")
        link.click()
        page.wait_for_selector(".promises")
        ready(page, len(mine))
        assert query(page) == {"region": "KZ-47", "exhibit": "organisational/dues_shares"}
        assert (
            one["figures"]["organisational/dues_shares"]["text"]
            in page.locator("#commitments .found").inner_text()
        )
        page.go_back()
        page.wait_for_function("() => document.activeElement.id === 'organisational-dues_shares'")
        # From an area that was opened by hand: its row is found again, though the list was folded
        # when one came back.
        page = visit.open(f"{server.url}/promises?lang=ru&exhibit=splendid", charts=False)
        ready(page, one["count"])
        assert query(page) == {}
        row = next(row for row in one["rows"] if row["area"] == "safety" and row["exhibits"])
        page.locator('[data-focus="group-safety"]').click()
        page.locator(f"#promise-{row['id']} .figures a").first.click()
        page.wait_for_function(
            "(id) => document.activeElement.id === id", arg=row["exhibits"][0].replace("/", "-")
        )
        page.go_back()
        page.wait_for_function(
            "(id) => document.activeElement.id === `promise-${id}`", arg=row["id"]
        )
        assert page.locator(f"#promise-{row['id']}").is_visible()
        assert not visit.errors


def test_on_a_phone_every_promise_is_a_block_and_nothing_is_wider_than_the_screen(
    server, browser, store
):
    with visiting(browser, width=390, height=844) as visit:
        page = visit.open(f"{server.url}/promises?lang=kk&by=asm_rf", charts=False)
        first = rows(page).first
        assert first.bounding_box()["width"] <= 390
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
        assert say("kk", "promises_places", count="1") in first.inner_text()
        first.locator("summary").click()
        assert (
            catalogue().documents["asm_rf_programme"]["kk"].replace("{year}", "2020–2024")
            in first.locator(".opened").inner_text()
        )
        assert promiser("asm_rf", "kk") in first.inner_text()


def test_the_method_is_one_step_from_the_page_and_the_file_comes_from_it(server, browser, store):
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/promises?lang=en", charts=False)
        with page.expect_download() as download:
            page.locator("#commitments a.file").click()
        assert download.value.suggested_filename.startswith("commitments_en_r")
        page.locator('[data-focus="to-method"]').click()
        page.wait_for_selector(".prose")
        assert page.locator("h1").inner_text() == say("en", "method_page")
        example_text = next(part for part in method_parts() if part.id == "example").title["en"]
        assert fill(example_text, {}, "en", 0, None) in page.locator(".prose h2").all_inner_texts()
        page.locator('[data-focus="to-promises"]').click()
        page.wait_for_selector(".promises")
        assert not visit.errors
