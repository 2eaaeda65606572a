"""A receipt's code pins the release's digest and the newest year shown; a newer year revises nothing;
what was corrected, by whom and why stands on it, on the page of changes and in the feed.
"""

import json
import shutil
from dataclasses import replace
from xml.etree import ElementTree

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from app.catalogue.cards import catalogue
from app.exhibit.assemble import assemble
from app.exhibit.code import code_for, code_of, newest_year, shown_by
from app.plain.feed import feed
from app.plain.receipt import answer, as_json
from app.release import changes, ledger
from app.release.changes import Reason, compared, tables_of
from app.release.releases import digest_of, digest_of_file, point_to, read_release
from app.screen.compose import compose
from app.store.open import open_current, open_release
from app.view import View
from app.words.say import LANGUAGES, say
from tests.conftest import FACT_FOLDERS, ROOT

BASE = "https://indicators.example.kz/"
TILE, CHANGE = "disputes/tile_conflicts", "disputes/conflicts_mangystau"
WHY = Reason("A. Editor", "2026-11-12", "қате терілген", "опечатка", "typing error")
# A receipt takes a quarter of a second: every so many exhibits are tried, those among them that a
# made-up next year once made say "revised".
EVERY = 37
ALWAYS = {
    "organisational/trainers",
    "organisational/training_timeline",
    "youth/share_by_total",
    "gender/women_in_bodies",
    "international/centres_members",
}


def publish(folder, number, change, reason=WHY):
    """Publish the next release: the one before with its figures changed (`change` takes
    and gives their rows).
    """
    before, after = read_release(number - 1), folder / "releases" / f"{number:04d}"
    shutil.copytree(before.folder, after, ignore=shutil.ignore_patterns("*.json"))
    path = after / "figures.parquet"
    old = pq.read_table(path)
    pq.write_table(pa.Table.from_pylist(change(old.to_pylist()), old.schema), path)
    told = json.loads((before.folder / "manifest.json").read_text(encoding="utf-8"))
    told |= {"number": number, "published": f"2026-12-{number:02d}", "digest": digest_of(after)}
    release = replace(before, number=number, folder=after)
    found = compared(tables_of(before), tables_of(release), reason)
    changes.write(found, after, number - 1)
    told["changes"] = digest_of_file(after / "changes.json")
    (after / "manifest.json").write_text(ledger.as_text(ledger.sealed(told)), encoding="utf-8")
    point_to(number)


def corrected(rows):
    return [
        {**row, "value": 50.0}
        if row["measure"] == "labour_conflicts"
        and (row["period"], row["place"], row["series"]) == ("2025", "KZ", "_T")
        else row
        for row in rows
    ]


def with_a_newer_year(rows):
    """Add to every number of the newest report the one of the year after it."""
    return rows + [
        {**row, "period": "2026" + row["period"][4:], "value": float(round(row["value"] * 1.1 + 1))}
        for row in rows
        if row["source"] == "fprk_report_2025"
        and row["period"].startswith("2025")
        and row["value"] is not None
    ]


@pytest.fixture(scope="module")
def line(store, tmp_path_factory):
    """A data folder with four releases: the session's, a newer year, a correction, nothing new."""
    folder = tmp_path_factory.mktemp("line") / "data"
    folder.mkdir()
    for name in FACT_FOLDERS:
        (folder / name).symlink_to(ROOT / "data" / name)
    shutil.copytree(store.release.folder, folder / "releases" / "0001")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNION_INDICATORS_DATA", str(folder))
        for number, change in enumerate((with_a_newer_year, corrected, list), 2):
            publish(folder, number, change)
    return folder


@pytest.fixture
def here(line, monkeypatch):
    """The four releases, the first of them current; no test writes into them."""
    monkeypatch.setenv("UNION_INDICATORS_DATA", str(line))
    point_to(1)
    return line


@pytest.fixture
def own(here, tmp_path, monkeypatch):
    """The first and the third release in a folder that one test may break."""
    folder = tmp_path / "data"
    for name in ("0001", "0003"):
        shutil.copytree(here / "releases" / name, folder / "releases" / name)
    for name in FACT_FOLDERS:
        (folder / name).symlink_to(ROOT / "data" / name)
    monkeypatch.setenv("UNION_INDICATORS_DATA", str(folder))
    point_to(1)
    return folder


def code(card_id, number=1, **view):
    store, view = open_release(number), View("en", **view)
    return code_for(assemble(catalogue().card(card_id), view, store), view, store)


def receipt(text, language="en"):
    return answer(text, language, BASE), as_json(shown_by(text), language, BASE)


# --- the code ---------------------------------------------------------------------------------------


def test_a_code_carries_the_digest_and_the_newest_year_and_is_short_enough_to_read_aloud(here):
    release = read_release(1)
    for card in list(catalogue().cards())[::20]:
        one = assemble(card, View("en"), open_current())
        text = code_for(one, View("en"), open_current())
        shown = shown_by(text)
        assert (shown.card, shown.release) == (card, 1)
        assert shown.is_of(release)
        newest = newest_year((*one.marks, *one.finding_rows), release)
        assert shown.newest == (newest if "period" in card.breakdowns else None)
        assert len(text.replace("-", "")) in {12, 14}
        assert [len(part) for part in text.split("-")][:2] == [4, 5]


def test_a_code_of_today_and_one_as_they_were_before_are_never_taken_for_each_other(known):
    signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    for card in list(known.cards())[::40]:
        for view in (View("en"), View("en", "KZ-47", None, "2024")):
            for text in (code_of(card, view, 5), code_of(card, view, 5, "3fa7c" * 12, "2025")):
                plain = text.replace("-", "")
                assert shown_by(text).digest == ("3fa7c" if len(plain) > 11 else "")
                wrong = {
                    plain[:place] + sign + plain[place + 1 :]
                    for place in range(len(plain))
                    for sign in signs
                }
                swapped = {
                    plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
                    for place in range(len(plain) - 1)
                }
                assert [one for one in (wrong | swapped) - {plain} if shown_by(one)] == []


def test_after_a_reinstall_the_same_code_does_not_answer_with_another_value(own):
    printed = code(TILE)
    # The folder of releases is lost and built anew from the facts of later: they are release 1 now.
    shutil.rmtree(own / "releases" / "0001")
    shutil.move(own / "releases" / "0003", own / "releases" / "0001")
    told = json.loads((own / "releases/0001/manifest.json").read_text(encoding="utf-8"))
    told = ledger.sealed(told | {"number": 1})
    (own / "releases/0001/manifest.json").write_text(json.dumps(told), encoding="utf-8")
    for language in LANGUAGES:
        page, found = receipt(printed, language)
        assert (page.status, found["state"]) == (404, "release_other")
        assert say(language, "receipt_release_other", number="1") in page.text
        assert say(language, "receipt_other_why", number="1") in page.text
        assert '<p class="value">' not in page.text
        assert code(TILE) in page.text


def test_the_same_facts_under_another_number_answer_and_say_so(own):
    printed = code(TILE)
    shutil.move(own / "releases" / "0001", own / "releases" / "0007")
    shutil.move(own / "releases" / "0003", own / "releases" / "0001")
    page, found = receipt(printed)
    assert '<p class="value">49</p>' in page.text
    assert (found["release"]["number"], found["exact"]) == (7, True)
    assert say("en", "receipt_same_facts", asked="1", number="7") in found["said"]


def test_an_older_code_is_read_and_says_that_it_does_not_say_which_release(here):
    old = code_of(catalogue().card(TILE), View("en"), 1)
    for language in LANGUAGES:
        page, found = receipt(old, language)
        assert (page.status, found["exact"], found["state"]) == (200, False, "current")
        assert say(language, "receipt_old_code") in page.text
        # The receipt itself has the code of today.
        assert code(TILE) in page.text


# --- a newer year -----------------------------------------------------------------------------------


def test_where_only_a_newer_year_is_added_no_receipt_says_revised(here):
    then = {
        card.id: code(card.id)
        for at, card in enumerate(catalogue().cards())
        if at % EVERY == 0 or card.id in ALWAYS
    }
    point_to(2)
    states = {card: as_json(shown_by(text), "en", BASE)["state"] for card, text in then.items()}
    assert set(states.values()) <= {"unchanged", "moved_on", "extended"}, states
    assert list(states.values()).count("moved_on") > 3


def test_a_receipt_of_an_older_year_gives_that_year_as_of_now(here):
    printed = code(TILE)
    point_to(2)
    for language in LANGUAGES:
        page, found = receipt(printed, language)
        assert found["state"] == "moved_on"
        assert '<p class="value">49</p>' in page.text
        assert found["as_of_now"]["period"] == "2025"
        values = {row["series"]: row["value"] for row in found["as_of_now"]["finding"]}
        assert values["now"] == 49
        said = say(language, "receipt_as_of_now", current="2", year="2025", what="").strip()
        assert said in page.text
    # A later correction of that year is one, though a newer year is shown.
    point_to(3)
    _, found = receipt(printed)
    assert found["state"] == "revised"
    assert [(one["release"], one["was"], one["is"]) for one in found["revisions"]] == [(3, 49, 50)]


def test_a_row_that_was_taken_back_is_not_said_to_have_moved(own):
    printed = code(CHANGE)
    gone = ("labour_conflicts", "2024")
    left = [
        row
        for row in pq.read_table(own / "releases/0001/figures.parquet").to_pylist()
        if (row["measure"], row["period"]) != gone
    ]
    publish(own, 2, lambda _: with_a_newer_year(left))
    assert receipt(printed)[1]["state"] == "revised"


# --- who, when, why ---------------------------------------------------------------------------------


def test_a_correction_stands_on_the_receipt_the_page_and_in_the_feed(here):
    printed = code(TILE)
    point_to(3)
    store, space = open_current(), "{http://www.w3.org/2005/Atom}"
    for language in LANGUAGES:
        why = {"kk": WHY.why_kk, "ru": WHY.why_ru, "en": WHY.why_en}[language]
        page, found = receipt(printed, language)
        assert [(one["release"], one["was"], one["is"]) for one in found["corrections"]] == [
            (3, "49", "50")
        ]
        assert why in found["corrections"][0]["reason"]
        assert say(language, "receipt_corrections") in page.text
        assert "A. Editor" in page.text

        block = json.loads(compose("changes", View(language), (), store))["blocks"][0]
        (revised,), (new,) = (one["kinds"] for one in block["releases"])
        assert [row[3:5] for row in revised["rows"]] == [["49", "50"]]
        assert why in revised["rows"][0][5]
        assert revised["rows"][0][0]["page"] == "disputes"
        # Hundreds of new numbers are folded, and of each few are sent.
        assert new["rows"] == []
        assert len(new["groups"]) > 20
        assert max(len(group["rows"]) for group in new["groups"]) <= 8

        root = ElementTree.fromstring(feed(language, store, BASE))
        entry = root.find(f"{space}entry")
        assert why in entry.find(f"{space}content").text
        assert entry.find(f"{space}updated").text == "2026-12-03T00:00:00+05:00"
        for one in (root, entry):
            assert one.find(f"{space}id").text.startswith("urn:uuid:")
            assert one.find(f"{space}title").text
            assert one.find(f"{space}updated").text
        assert root.find(f"{space}author/{space}name").text
        there = ElementTree.fromstring(feed(language, store, "http://elsewhere/"))
        assert [one.text for one in root.iter(f"{space}id")] == [
            one.text for one in there.iter(f"{space}id")
        ]


def test_the_page_of_changes_follows_the_region_and_says_if_nothing_changed(here):
    point_to(4)
    store = open_current()
    for view, said in (
        (View("en"), "changes_lead"),
        (View("en", "KZ-47"), "changes_none_picked"),
    ):
        block = json.loads(compose("changes", view, (), store))["blocks"][0]
        nothing, mended, _ = (one["lead"] for one in block["releases"])
        assert mended == say("en", said, since="2", counts="1 revised")
        assert nothing == say("en", "changes_none", since="3")


def test_the_front_page_hands_over_what_is_new_since_each_release(here):
    point_to(3)
    block = json.loads(compose("front", View("en"), (), open_current()))["blocks"][0]
    assert [one["number"] for one in block["earlier"]] == [1, 2]
    assert block["earlier"][0]["said"].endswith("new numbers, 1 revised")
    assert block["earlier"][1]["said"] == "1 revised"
    assert block["earlier"][0]["digest"] == read_release(1).digest[:12]
    assert [month.count("{day}") for month in block["months"]] == [1] * 12


def test_a_release_without_earlier_ones_says_that_there_is_no_list_yet(here):
    block = json.loads(compose("changes", View("ru"), (), open_current()))["blocks"][0]
    assert block["releases"] == []
    assert block["words"]["first"] == say("ru", "changes_first")
