"""A receipt's code leads to the same view as of the same release, anywhere; what later releases
changed is said, and nothing else is.
"""

import json
import re
import shutil
import threading
from dataclasses import replace
from html.parser import HTMLParser

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from markupsafe import escape

from app.catalogue.vocabulary import used
from app.exhibit.assemble import assemble
from app.exhibit.code import code_for, code_of, shown_by
from app.exhibit.history import revisions
from app.exhibit.numbers import exactly
from app.plain import proof
from app.plain.receipt import answer, answer_for, as_json
from app.release.build import build
from app.release.releases import NoRelease, current, digest_of, read_release, rollback
from app.store import open as open_module
from app.store.open import open_current, open_release
from app.store.store import DamagedRelease, QueryFails
from app.view import View
from app.words.numbers import day
from app.words.say import LANGUAGES, say
from app.words.sentences import unbroken
from tests.conftest import FACT_FOLDERS, ROOT

BASE = "https://indicators.example.kz/"
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
OTHER = {"kk": "ru", "ru": "en", "en": "kk"}


@pytest.fixture(scope="module")
def built(store, tmp_path_factory, queries_untried):
    """Two releases: today's facts, then one labour conflict more (49 → 50), built as people build
    it.
    """
    folder = tmp_path_factory.mktemp("receipts") / "data"
    for name in FACT_FOLDERS:
        shutil.copytree(ROOT / "data" / name, folder / name)
    shutil.copytree(store.release.folder, folder / "releases" / "0001")
    (folder / "releases" / "current").write_text("1\n", encoding="ascii")
    path = folder / "sources" / "fprk_report_2025" / "figures.csv"
    text = path.read_text(encoding="utf-8")
    assert text.count("labour_conflicts,2025,KZ,_T,_T,49,") == 1
    path.write_text(
        text.replace("labour_conflicts,2025,KZ,_T,_T,49,", "labour_conflicts,2025,KZ,_T,_T,50,"),
        encoding="utf-8",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNION_INDICATORS_DATA", str(folder))
        second, new = build()
        assert (second.number, new) == (2, True)
    return folder


@pytest.fixture
def two(built, tmp_path, monkeypatch):
    """A copy of the two releases that one test may add to or break."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name in FACT_FOLDERS:
        (folder / name).symlink_to(built / name)
    shutil.copytree(built / "releases", folder / "releases")
    monkeypatch.setenv("UNION_INDICATORS_DATA", str(folder))
    return folder


def publish(folder, table, change, number=3):
    """Publish the next release: the one before with the rows of one table changed (None: the table
    is not there).
    """
    before, after = folder / "releases" / f"{number - 1:04d}", folder / "releases" / f"{number:04d}"
    shutil.copytree(before, after)
    manifest = json.loads((before / "manifest.json").read_text(encoding="utf-8"))
    path = after / f"{table}.parquet"
    if change is None:
        path.unlink()
        del manifest["rows"][table]
    else:
        old = pq.read_table(path)
        rows = [row for row in (change(row) for row in old.to_pylist()) if row is not None]
        pq.write_table(pa.Table.from_pylist(rows, old.schema), path)
    manifest.pop("seal", None)
    manifest |= {"number": number, "published": f"2030-01-{number:02d}", "digest": digest_of(after)}
    (after / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "releases" / "current").write_text(f"{number}\n", encoding="ascii")


def signed(folder, number):
    """Let the manifest say what the tables are, after a test has put others there."""
    manifest = folder / "releases" / f"{number:04d}" / "manifest.json"
    manifest.write_text(
        json.dumps(
            json.loads(manifest.read_text(encoding="utf-8"))
            | {"digest": digest_of(manifest.parent)}
        ),
        encoding="utf-8",
    )


def setting(value, **where):
    """Return a change of `value` in the rows that match."""
    return lambda row: (
        {**row, "value": value}
        if all(row[column] == code for column, code in where.items())
        else row
    )


CONFLICTS = {"measure": "labour_conflicts", "period": "2025", "place": "KZ", "series": "_T"}
TILE, CHANGE = "disputes/tile_conflicts", "disputes/conflicts_mangystau"


def code_as_of(card, view, number):
    """Return the code of an exhibit as of a release, here or not; without the newest year shown."""
    try:
        return code_of(card, view, number, read_release(number).digest)
    except NoRelease:
        return code_of(card, view, number, "f" * 64)


def asked(known, card_id, number, language="en", **view):
    """Return the page and the data of an exhibit's receipt as of a release."""
    code = code_as_of(known.card(card_id), View(language, **view), number)
    found = answer(code, language, BASE)
    assert found.status == 200
    return found.text, as_json(shown_by(code), language, BASE)


# --- codes ----------------------------------------------------------------------------------------


def views(card, known):
    regions, sectors = known.regions(), known.union_sectors()
    place = regions[len(card.id) % len(regions)] if "region" in card.breakdowns else None
    sector = sectors[len(card.id) % len(sectors)] if "sector" in card.breakdowns else None
    period = "2023" if "period" in card.breakdowns else None
    return {
        View("kk"),
        View("kk", place),
        View("kk", place, sector),
        View("kk", place, sector, period),
        View("kk", None, sector, period),
        View("kk", period=period),
    }


def test_the_code_of_every_exhibit_leads_back_to_exhibit_view_and_release(known):
    seen = set()
    for card in known.cards():
        for view in views(card, known):
            for number in (1, 37, 4096):
                code = code_of(card, view, number)
                shown = shown_by(code)
                assert (shown.card, shown.view("kk"), shown.release) == (card, view, number), code
                assert 10 <= len(code) <= 20
                seen.add(code)
            pinned = shown_by(code_of(card, view, 37, "3fa7c" * 12, "2025"))
            assert (pinned.card, pinned.view("kk"), pinned.release) == (card, view, 37)
            assert pinned.digest == "3fa7c"
            follows = "period" in card.breakdowns and not view.period
            assert pinned.newest == ("2025" if follows else None)
    assert len(seen) == sum(3 * len(views(card, known)) for card in known.cards())


def test_no_two_exhibits_and_no_two_sectors_or_regions_share_a_code(known):
    cards = list(known.cards())
    assert len({code_of(card, View("ru"), 1) for card in cards}) == len(cards) > 300
    by_sector = next(card for card in cards if "sector" in card.breakdowns)
    for sector in known.union_sectors():
        assert shown_by(code_of(by_sector, View("ru", sector=sector), 1)).sector == sector
    by_region = next(card for card in cards if "region" in card.breakdowns)
    for place in known.regions():
        assert shown_by(code_of(by_region, View("ru", place=place), 1)).place == place


@pytest.mark.parametrize("view", [View("ru"), View("ru", "KZ-47", None, "2024")])
def test_one_wrong_sign_and_two_signs_in_each_others_place_are_noticed(known, view):
    code = code_of(known.card(CHANGE), view, 5).replace("-", "")
    assert shown_by(code)
    wrong = {
        code[:place] + sign + code[place + 1 :] for place in range(len(code)) for sign in SIGNS
    } - {code}
    assert len(wrong) == 31 * len(code)
    swapped = {
        code[:a] + code[b] + code[a + 1 : b] + code[a] + code[b + 1 :]
        for a in range(len(code))
        for b in range(a + 1, len(code))
    } - {code}
    assert [one for one in wrong | swapped if shown_by(one)] == []


def test_a_code_is_read_however_it_is_written(known):
    for card in list(known.cards())[:60]:
        code = code_of(card, View("ru"), 5)
        for written in (
            code.lower(),
            code.replace("-", ""),
            f" {code.replace('-', ' ')} ",
            code.replace("-", "–"),
            code.replace("0", "O"),
            code.replace("0", "o").replace("1", "l"),
            code.translate(str.maketrans("ABCEHKMPTXY", "АВСЕНКМРТХУ")),
        ):
            assert shown_by(written) == shown_by(code), written


def test_a_code_leaves_out_the_language_and_what_the_exhibit_cannot_follow(known):
    for card in known.cards():
        every = View("kk", "KZ-47", known.union_sectors()[0], "2024")
        assert (
            code_of(card, every, 5)
            == code_of(card, every.only(card.breakdowns), 5)
            == code_of(card, replace(every, language="en"), 5)
        )
        if set(card.breakdowns) < {"region", "sector", "period"}:
            assert shown_by(code_of(card, every, 5)).view("kk") != every


HOSTILE = [
    "",
    "-",
    "0",
    "K7Q2",
    "0" * 9,
    "Z" * 20,
    "Z" * 100_000,
    "<script>alert(1)</script>",
    "' or 1=1 --",
    "../../etc/passwd",
    "Қазақстан",
    "\x00\ud800",
    "١٢٣٤٥٦٧٨٩",
    "🧾" * 12,
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_code_is_answered_politely_in_the_readers_language(store, code, language):
    found = answer(code, language, BASE)
    assert found.status == 404
    assert f'<html lang="{language}">' in found.text
    assert say(language, "receipt_unknown") in found.text
    assert f'href="{BASE}?lang={language}"' in found.text
    assert "<script" not in found.text
    assert len(found.text) < 20_000
    found.text.encode()


# --- the page -------------------------------------------------------------------------------------


class Page(HTMLParser):
    """Counts open elements, and collects texts and what would be fetched."""

    VOID = frozenset({"meta", "link", "br"})

    def __init__(self, text):
        super().__init__()
        self.open, self.fetched, self.headings, self.ids = [], [], 0, []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.headings += tag == "h1"
        self.ids += [given["id"]] if "id" in given else []
        self.fetched += [given["src"]] if "src" in given else []
        if tag == "link" and given["rel"] != "alternate":
            self.fetched.append(given["href"])
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def one_of_each_kind(known):
    return {card.chart: card for card in known.cards()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_receipt_of_every_kind_is_one_sound_page_that_fetches_nothing(known, store, language):
    for kind, card in one_of_each_kind(known).items():
        text = answer(code_of(card, View(language), store.release.number), language, BASE).text
        found = Page(text)
        assert (found.open, found.headings) == ([], 1), kind
        assert all(address.startswith("data:") for address in found.fetched), kind
        assert len(found.ids) == len(set(found.ids)), kind
        assert "@import" not in text
        assert "url(http" not in text
        assert "<script" not in text
        assert f'<html lang="{language}">' in text
        assert f'href="?lang={OTHER[language]}"' in text


def test_a_receipt_shows_finding_query_sources_digest_and_the_ways_on(known, store):
    card = known.card(CHANGE)
    view = View("ru", "KZ-47")
    one = assemble(card, view, store)
    code = code_for(one, view, store)
    text = answer_for(shown_by(code), "ru", BASE).text
    assert f"<h1>{unbroken(one.title)}</h1>" in text
    assert all(
        f"<td>{cell}</td>" in text or f'<td class="number">{cell}</td>' in text
        for row in one.table.rows
        for cell in row
    )
    assert "$place" in card.sql
    assert str(escape(card.sql.strip())) in text
    assert "<code>$place</code> = <code>KZ-47</code>" in text
    assert unbroken(card.definition["ru"]) in text
    assert "2.4, строка 3 таблицы" in text
    assert "Отчёт о деятельности Федерации профсоюзов Республики Казахстан за 2025 год" in text
    assert store.release.digest in text
    assert f'href="{BASE}disputes?lang=ru&amp;region=KZ-47#disputes-conflicts_mangystau"' in text
    assert (
        f'href="{BASE}download/disputes/conflicts_mangystau.csv?lang=ru&amp;region=KZ-47"' in text
    )
    assert f'href="{BASE}r/{code}.json?lang=ru"' in text
    assert say("ru", "receipt_current") in text


def test_what_a_card_or_an_address_says_stands_on_the_page_as_text(known, store, monkeypatch):
    card = known.card(CHANGE)
    strange = replace(
        card, definition=replace(card.definition, en="<img src=x onerror=alert(1)> & co")
    )
    shown = replace(shown_by(code_of(card, View("en"), store.release.number)), card=strange)
    text = answer_for(shown, "en", 'https://x"><script>alert(2)</script>/').text
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; co" in text
    assert "<img" not in text
    assert "<script" not in text


def test_the_receipt_for_programs_holds_what_the_query_gave_and_is_json(known, store):
    for card in list(known.cards())[::4]:
        data = as_json(shown_by(code_of(card, View("kk"), store.release.number)), "kk", BASE)
        rows = store.read(card, View("kk"))
        assert json.loads(json.dumps(data))["marks"] == exactly(
            card, (row for row in rows if row["role"] == "mark"), store
        )
        assert (data["sql"], data["exhibit"], data["release"]["digest"]) == (
            card.sql,
            card.id,
            store.release.digest,
        )
        assert {source["source"] for source in data["sources"]} == {
            row["source"] for row in data["marks"] if row["source"]
        } or not any(row["source"] for row in data["marks"])


def test_a_receipt_prints_what_its_query_takes_from_the_vocabulary(known, store, monkeypatch):
    card = next(card for card in known.cards() if used(card.sql))
    shown = shown_by(code_of(card, View("en"), store.release.number))
    text, data = answer_for(shown, "en", BASE).text, as_json(shown, "en", BASE)
    words = used(card.sql)
    assert [word["name"] for word in data["vocabulary"]] == [word.name for word in words]
    assert say("en", "receipt_vocabulary") in text
    for word in words:
        assert str(escape(f"-- {word.meaning}\n{word.sql}")) in text, word.name
    monkeypatch.setattr(proof, "used", lambda _: ())
    assert say("en", "receipt_vocabulary") not in answer_for(shown, "en", BASE).text
    assert as_json(shown, "en", BASE)["vocabulary"] == []


def test_every_source_on_a_receipt_says_where_in_it(known, store):
    for card in list(known.cards())[::3]:
        for source in as_json(
            shown_by(code_of(card, View("en"), store.release.number)), "en", BASE
        )["sources"]:
            assert source["places"] or source["url"], f"{card.id}: {source['source']}"


# --- later releases -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_receipt_of_an_older_release_shows_its_number_and_what_became_of_it(
    known, two, language
):
    text, data = asked(known, TILE, 1, language)
    assert '<p class="value">49</p>' in text
    assert data["state"] == "revised"
    today = day(current().published, language)
    unit = known.units["conflicts"].short[language]
    was, now = (f"{number}\u00a0{unit}" if unit else number for number in ("49", "50"))
    sentence = say(
        language, "receipt_revised_one", release="2", date=today, what="2025", was=was, now=now
    )
    assert data["said"] == [sentence]
    assert unbroken(sentence) in text
    text, data = asked(known, TILE, 2, language)
    assert '<p class="value">50</p>' in text
    assert data["said"] == [say(language, "receipt_current")]


def test_the_english_receipt_says_was_and_is(known, two):
    assert "Revised in release 2" in asked(known, TILE, 1)[0]
    assert "2025: was 49, is 50." in asked(known, TILE, 1)[0]


def test_an_exhibit_that_no_release_touched_is_said_to_be_unchanged(known, two):
    text, data = asked(known, "safety/tile_deaths", 1)
    assert (data["state"], data["revisions"]) == ("unchanged", [])
    assert f"Unchanged since release 1 of {day(read_release(1).published, 'en')}" in text
    assert data["compared"] == [2]


def test_a_value_that_changed_twice_is_two_revisions(known, two):
    publish(two, "figures", setting(53.0, **CONFLICTS))
    _, data = asked(known, TILE, 1)
    assert [(one["release"], one["was"], one["is"]) for one in data["revisions"]] == [
        (2, 49, 50),
        (3, 50, 53),
    ]
    assert "was 50, is 53" in data["said"][1]


def test_a_value_that_changed_back_is_two_revisions_too(known, two):
    publish(two, "figures", setting(49.0, **CONFLICTS))
    assert [(one["was"], one["is"]) for one in asked(known, TILE, 1)[1]["revisions"]] == [
        (49, 50),
        (50, 49),
    ]


def test_a_change_behind_the_published_decimals_is_none(known, two):
    publish(two, "figures", setting(50.3, **CONFLICTS))
    assert asked(known, TILE, 2)[1]["state"] == "unchanged"
    publish(two, "figures", setting(50.6, **CONFLICTS), 4)
    assert [
        (one["release"], one["was"], one["is"]) for one in asked(known, TILE, 2)[1]["revisions"]
    ] == [(4, 50.3, 50.6)]


def test_a_number_that_is_no_longer_published_is_not_a_zero(known, two):
    publish(
        two, "figures", setting(None, measure="appeals", period="2025", place="KZ-61", series="_T")
    )
    text, data = asked(known, "disputes/appeals_by_region", 2)
    revised = {
        one["row"]["place"]: (one["kind"], one["was"], one["is"]) for one in data["revisions"]
    }
    assert revised.pop("KZ-61") == ("revised", 2, None)
    # With it the list no longer makes up the total: what was left as zero is unknown again.
    assert set(revised.values()) == {("revised", 0, None)}
    assert "is not published" in text


def test_rows_that_came_later_leave_the_numbers_shown_unchanged(known, two):
    publish(
        two,
        "figures",
        lambda row: (
            None
            if row["measure"] == "labour_conflicts"
            and row["period"] == "2024"
            and row["place"] == "KZ-47"
            else row
        ),
    )
    publish(two, "figures", setting(1.0, measure="nothing"), 4)
    _, data = asked(known, CHANGE, 2)
    assert {one["kind"] for one in data["revisions"]} == {"gone"}
    assert data["state"] == "revised"
    # The rows come back with the fifth release: seen from the third they are new, and nothing that
    # it showed is changed.
    shutil.copy(
        two / "releases" / "0002" / "figures.parquet", two / "releases" / "0004" / "figures.parquet"
    )
    signed(two, 4)
    publish(two, "figures", setting(1.0, measure="nothing"), 5)
    text, data = asked(known, CHANGE, 3)
    assert data["state"] == "extended"
    assert {one["kind"] for one in data["revisions"]} == {"added"}
    assert "no such row" in text


def test_a_number_beside_the_rows_is_compared_where_the_rows_agree(known, two):
    publish(
        two,
        "statistics",
        lambda row: (
            {**row, "value": row["value"] + 7}
            if row["measure"] == "injured_fatal" and row["place"] == "KZ" and row["value"]
            else row
        ),
    )
    text, data = asked(known, "safety/deaths_by_region", 2)
    assert {(one["role"], one["row"]["series"]) for one in data["revisions"]} == {
        ("finding", "country")
    }
    assert data["revisions"][0]["is"] == data["revisions"][0]["was"] + 7
    then, now = (
        assemble(known.card("safety/deaths_by_region"), View("en"), open_release(number)).title
        for number in (2, 3)
    )
    assert then != now
    assert f"<td>{then}</td><td>{now}</td>" in text
    publish(two, "figures", setting(60.0, **CONFLICTS), 4)
    said = asked(known, TILE, 3, place="KZ-47")[1]
    assert [(one["row"]["series"], one["was"], one["is"]) for one in said["revisions"]] == [
        ("country_now", 50, 60)
    ]
    assert "Country: was 50, is 60" in said["said"][0]


def test_a_number_that_only_the_heading_shows_is_named_beside_the_rows_that_changed(known, two):
    # 49 − 27 = 22 conflicts elsewhere became 50 − 27 = 23: the rows show the shares and the parts,
    # only the heading says 22.
    text, data = asked(known, "disputes/conflicts_by_union", 1)
    assert [
        (one["row"]["series"], one["was"], one["is"])
        for one in data["revisions"]
        if one["role"] == "finding"
    ] == [("others_now", 22, 23)]
    then, now = (
        unbroken(
            assemble(
                known.card("disputes/conflicts_by_union"), View("en"), open_release(number)
            ).title
        )
        for number in (1, 2)
    )
    assert f"<td>{then}</td><td>{now}</td>" in text
    # Here the number of the heading is that of a row: it is named once. 49 − 29 = 20, 50 − 29 = 21.
    assert [
        (one["role"], one["was"], one["is"]) for one in asked(known, CHANGE, 1)[1]["revisions"]
    ] == [("mark", 20, 21)]


def test_a_promise_that_was_entered_otherwise_is_a_revision_in_the_unit_of_the_exhibit(known, two):
    publish(two, "figures", setting(35.0, measure="target_women_in_union_bodies"))
    said = asked(known, "gender/union_ladder", 2)[1]["said"]
    assert len(said) == 2
    assert all("Target: was 30%, is 35%." in sentence for sentence in said)


def test_many_changes_stand_in_a_table(known, two):
    publish(
        two,
        "statistics",
        lambda row: (
            {**row, "value": row["value"] + 1}
            if row["measure"] == "neet_rate" and row["value"] is not None
            else row
        ),
    )
    text, data = asked(known, "youth/neet_15_24_map", 2)
    # Twenty regions, and the country, which only the heading shows.
    assert len(data["revisions"]) == 21
    box = re.split(r"</div>\s*</div>", text.partition('class="standing revised"')[2])[0]
    assert box.count("<tr>") == 22
    assert "changes: 21" in box


def test_a_text_that_was_mended_in_one_language_changes_only_that_languages_receipt(known, two):
    card = next(card for card in known.cards() if card.chart == "timeline")
    publish(two, "events", lambda row: {**row, "text_kk": row["text_kk"] + " (түзетілді)"})
    assert asked(known, card.id, 2, "kk")[1]["state"] == "revised"
    assert asked(known, card.id, 2, "ru")[1]["state"] == "unchanged"


def test_after_a_rollback_the_receipt_of_the_newer_release_still_holds_and_says_so(known, two):
    rollback(1)
    text, data = asked(known, TILE, 2)
    assert '<p class="value">50</p>' in text
    assert (data["state"], data["today"]["number"]) == ("back", 1)
    assert [(one["release"], one["was"], one["is"]) for one in data["revisions"]] == [(1, 50, 49)]
    assert say("en", "receipt_back_other", current="1") in text
    assert say("en", "receipt_back_same", current="1") in asked(known, "safety/tile_deaths", 2)[0]
    assert asked(known, TILE, 1)[1]["state"] == "current"


def test_a_release_between_that_is_gone_or_damaged_is_named_and_not_guessed(known, two):
    publish(two, "figures", setting(50.0, **CONFLICTS))
    publish(two, "figures", setting(51.0, **CONFLICTS), 4)
    shutil.rmtree(two / "releases" / "0002")
    (two / "releases" / "0003" / "figures.parquet").write_bytes(b"not Parquet")
    text, data = asked(known, TILE, 1)
    assert (data["not_read"], data["compared"]) == ([2, 3], [4])
    assert say("en", "receipt_unread", releases="2–3") in text
    assert [
        (one["release"], one["compared_with"], one["was"], one["is"]) for one in data["revisions"]
    ] == [(4, 1, 49, 51)]


def test_where_the_current_release_is_damaged_the_receipt_compares_with_the_one_that_is_shown(
    known, two
):
    (two / "releases" / "0002" / "figures.parquet").unlink()
    _, data = asked(known, TILE, 1)
    assert (data["state"], data["today"]["number"], data["not_read"]) == ("current", 1, [2])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_release_that_is_not_here_or_damaged_leads_to_todays_numbers(known, two, language):
    card = known.card(CHANGE)
    view, now = View(language), open_current()
    onward = f'href="{BASE}r/{code_for(assemble(card, view, now), view, now)}?lang={language}"'
    missing = answer(code_as_of(card, View(language), 9), language, BASE)
    assert missing.status == 404
    assert say(language, "receipt_release_gone", number="9") in missing.text
    assert "1–2" in missing.text
    assert card.title[language] in missing.text
    assert onward in missing.text
    (two / "releases" / "0001" / "sectors.parquet").unlink()
    damaged = answer(code_as_of(card, View(language), 1), language, BASE)
    assert damaged.status == 503
    assert say(language, "receipt_release_damaged", number="1") in damaged.text
    assert onward in damaged.text
    assert (
        as_json(shown_by(code_as_of(card, View(language), 1)), language, BASE)["state"]
        == "release_damaged"
    )
    assert (
        as_json(shown_by(code_as_of(card, View(language), 9)), language, BASE)["state"]
        == "release_gone"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_exhibit_that_no_longer_exists_is_said_to_be_gone(known, store, language):
    code = code_of(
        replace(known.card(CHANGE), id="disputes/of_an_older_programme"),
        View(language),
        store.release.number,
    )
    assert shown_by(code).card is None
    found = answer(code, language, BASE)
    assert found.status == 410
    assert say(language, "receipt_exhibit_gone") in found.text
    assert f'href="{BASE}?lang={language}"' in found.text
    assert as_json(shown_by(code), language, BASE)["state"] == "exhibit_gone"


def test_what_an_older_release_cannot_answer_is_not_computed_and_not_guessed(known, two):
    card = next(card for card in known.cards() if card.chart == "timeline")
    publish(two, "events", None)
    shutil.copytree(two / "releases" / "0002", two / "releases" / "0004")
    manifest = two / "releases" / "0004" / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8")) | {"number": 4}
    del told["seal"]
    manifest.write_text(json.dumps(told), encoding="utf-8")
    (two / "releases" / "current").write_text("4\n", encoding="ascii")
    text, data = asked(known, card.id, 3)
    assert (data["state"], data["marks"], data["revisions"]) == ("not_computed", [], [])
    assert say("en", "receipt_not_computed", number="3") in text
    assert card.sql.splitlines()[0].removeprefix("-- ").split("'")[0] in text
    _, data = asked(known, card.id, 2)
    assert (data["state"], data["not_computed"], data["compared"]) == ("unchanged", [3], [4])
    assert asked(known, TILE, 3)[1]["state"] == "unchanged"
    with pytest.raises(QueryFails):
        open_release(3).read(card, View("en"))


def test_an_older_release_without_the_table_of_breaks_compares_no_further_than_it_did(known, two):
    publish(two, "breaks", None)
    publish(two, "figures", lambda row: row, number=4)
    now = two / "releases" / "0004"
    shutil.copy(two / "releases" / "0002" / "breaks.parquet", now)
    rows = json.loads((now / "manifest.json").read_text(encoding="utf-8"))
    rows["rows"]["breaks"] = pq.read_metadata(now / "breaks.parquet").num_rows
    (now / "manifest.json").write_text(json.dumps(rows), encoding="utf-8")
    signed(two, 4)
    card = known.card("wages/relative_poverty")
    assert "since_last_break" in card.sql
    _, data = asked(known, card.id, 3)
    assert (data["state"], data["revisions"]) == ("unchanged", [])
    assert open_release(3).read(card, View("en")) == open_current().read(card, View("en"))


def test_the_same_code_gives_the_same_page_on_another_server_with_the_same_releases(
    known, two, tmp_path, monkeypatch
):
    codes = [
        code_as_of(known.card(card), View("ru", place), 1)
        for card, place in ((TILE, None), (CHANGE, "KZ-47"), ("youth/neet_15_24_map", "KZ-10"))
    ]
    here = [answer(code, "kk", BASE) for code in codes]
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(two, elsewhere)
    shutil.rmtree(two / "releases")
    monkeypatch.setenv("UNION_INDICATORS_DATA", str(elsewhere))
    assert [answer(code, "kk", BASE) for code in codes] == here
    assert {one.status for one in here} == {200}


def test_the_history_of_an_exhibit_is_the_same_whoever_asks(known, two):
    card = known.card(TILE)
    assert revisions(card, View("kk"), 1) == revisions(
        card, View("en", sector=known.union_sectors()[0]), 1
    )


# --- older releases in memory ---------------------------------------------------------------------


def test_an_older_release_is_the_current_store_if_it_is_current_and_closed_as_that_one(known, two):
    assert open_release(2) is open_current()
    older = open_release(1)
    assert older == open_release(1)
    assert older.rows(
        "select value from figures where measure = 'labour_conflicts' and period = '2025' and "
        "place = 'KZ' and series = '_T'"
    ) == [{"value": 49.0}]
    for sql in (
        f"select * from read_parquet('{two}/releases/0001/figures.parquet')",
        "set enable_external_access = true",
    ):
        with pytest.raises(QueryFails):
            older.rows(sql)


def test_a_release_that_is_not_here_or_damaged_cannot_be_opened(two):
    with pytest.raises(NoRelease):
        open_release(7)
    (two / "releases" / "0001" / "manifest.json").write_text(
        json.dumps({"published": "2026-01-01", "digest": "x"}), encoding="utf-8"
    )
    with pytest.raises(DamagedRelease):
        open_release(1)


def test_few_older_releases_stay_in_memory_and_those_let_go_still_answer(known, two):
    for number in range(3, 9):
        publish(two, "figures", setting(float(number), **CONFLICTS), number)
    stores = {number: open_release(number) for number in range(1, 9)}
    assert open_module._older.cache_info().currsize <= open_module._OLDER_KEPT < 7
    failures = []

    def ask(start):
        for step in range(12):
            number = 3 + (start + step) % 5
            found = stores[number].rows(
                "select value from figures where measure = 'labour_conflicts' and period = '2025' "
                "and place = 'KZ' and series = '_T'"
            )
            if found != [{"value": float(number)}]:
                failures.append((number, found))

    threads = [threading.Thread(target=ask, args=(start,)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert open_module._older.cache_info().currsize <= open_module._OLDER_KEPT
