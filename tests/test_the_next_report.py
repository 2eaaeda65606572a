"""The next report is only data: laid beside the one that there is, it makes a release in which every
exhibit tells its numbers, mixes no years, and says of the year before what it says today.
"""

import re
from dataclasses import dataclass

import pytest

from app.catalogue.vocabulary import expanded
from app.exhibit.assemble import assemble
from app.exhibit.parts import Exhibit
from app.facts.read import read_facts
from app.release.build import build
from app.store.store import Store, load
from app.view import View
from app.words.say import LANGUAGES
from tests.conftest import ROOT
from tests.exhibits import CARD_IDS
from tests.next_report import NEW, YEAR, Report, lay

LINE, NEXT = "fprk_report", str(YEAR + 1)
YEARS = re.compile(r"(?<![\d,.\u00a0])20\d\d(?![\d%]|[\u00a0,.]\d)")


@dataclass(frozen=True, slots=True)
class Released:
    store: Store
    report: Report


@pytest.fixture(scope="module")
def released(tmp_path_factory, known, queries_untried) -> Released:
    """A release of today's facts and the next report's, as real reports are: with last year's
    numbers beside its own.
    """
    data = tmp_path_factory.mktemp("next") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNION_INDICATORS_DATA", str(data))
        report = lay(data, ROOT, repeating=True)
        release, _ = build()
        return Released(load(release), report)


@pytest.fixture(scope="module")
def fed(released, known) -> list[str]:
    """The exhibits that show numbers of the next report."""
    rows = released.store.rows(
        "select distinct measure from figures where source = $new and value is not null",
        {"new": NEW},
    )
    measures = {row["measure"] for row in rows}
    return [card.id for card in known.cards() if measures & set(card.measures)]


def texts(one: Exhibit) -> str:
    return " | ".join((one.title, one.subtitle, one.source, *(note.text for note in one.notes)))


def test_a_report_without_last_years_numbers_is_sound_too(tmp_path, known):
    lay(tmp_path, ROOT)
    assert read_facts(tmp_path / "sources", known).problems == []


def test_every_exhibit_is_made_whatever_is_picked(released, known):
    """Those of the report: each in one of three languages, and for a region, a sector or a year."""
    faults = []
    for place, card_id in enumerate(CARD_IDS):
        card = known.card(card_id)
        if LINE not in card.sources:
            continue
        picks = {
            "region": {"place": "KZ-47"},
            "sector": {"sector": "education"},
            "period": {"period": NEXT},
        }
        views = [View(LANGUAGES[place % 3])]
        if card.breakdowns:
            pick = picks[card.breakdowns[place % len(card.breakdowns)]]
            views.append(View(LANGUAGES[(place + 1) % 3], **pick))
        rows = released.store.read(card, views[0])
        if len(rows) != len({(*codes(row), row["period"], row.get("text_en")) for row in rows}):
            faults.append(f"{card_id}: one key twice")
        for view in views:
            one = assemble(card, view, released.store)
            if one.failed or re.search(r"\b(?:None|null|nan)\b|\{", texts(one)):
                faults.append(f"{card_id} {view}: {texts(one)}")
    assert faults == []


def newest_year(one: Exhibit) -> str:
    rows = (*one.marks, *one.finding_rows)
    return max((row["period"].split("/")[-1][:4] for row in rows if row["period"]), default="")


# What ends with the year that other publications have, and says which.
GOES_ON = {
    "safety/three_systems": "the Bureau and the inspection have not published the new year",
    "safety/three_systems_deaths": "the Bureau and the inspection have not published the new year",
    "disputes/strikes_two_counts": "the ministry has not published the new year",
    "disputes/court_results": "the next report leaves out the list of regions",
    "organisational/dues_shares": "the rules are of their own year",
    "youth/members_of_all_youth": "the number of all young people is not published for the new year",
    "timeline/history": "tells what was before the newest year",
}


def test_an_exhibit_shows_the_newest_report_that_prints_its_numbers(released, fed, known):
    late, said = {}, {}
    for card_id in fed:
        one = assemble(known.card(card_id), View("en"), released.store)
        year = newest_year(one)
        if LINE in one.card.sources and year != NEXT and not year > NEXT:
            late[card_id] = year
            said[card_id] = one.tile is None and year in f"{one.title} {one.subtitle}"
    assert set(late) <= set(GOES_ON), {one: late[one] for one in set(late) - set(GOES_ON)}
    assert [one for one, found in said.items() if not found] == []


# What is counted over all years, or set beside what another publication has for its own year.
OVER_ALL_YEARS = {
    "organisational/training_timeline": {"steps"},
    "international/milestones": {"congresses"},
    "international/structures_facts": {"numbers"},
    "disputes/appeals_by_sector": {"left_last_share"},
    "disputes/strike_demands": {"others"},  # one list of demands is not there
    "disputes/strike_workers": {"workers", "strikes"},  # one number of workers is not there
    "international/conventions_focus": {"focus_ratified", "focus_open"},  # what was ratified when
    "international/partners": {"named", "memoranda"},  # it names fewer
    "organisational/member_density": {"bottom", "top"},
    "organisational/member_counts": {"bottom", "top"},
}
CHANGES = {"change", "change_pct"}


def codes(row) -> tuple[object, ...]:
    named = ("role", "place", "sector", "series", "measure", "sex", "age", "structure")
    return tuple(row.get(name) for name in named)


def test_no_number_is_made_of_two_reports(released, fed, known, store):
    """Each amount of the next report is three times today's, each share today's: what a number of
    the new year is made of one year alone is so too.
    """
    found = {}
    for card_id in fed:
        card = known.card(card_id)
        if card.area == "timeline" or card.chart == "timeline":
            continue  # events are not amounts
        today = {(codes(row), row["period"]): row["value"] for row in store.read(card, View("en"))}
        for row in released.store.read(card, View("en")):
            earlier = (row["period"] or "").replace(NEXT, str(YEAR))
            was = today.get((codes(row), earlier))
            if NEXT not in (row["period"] or "") or row["value"] is None or was is None:
                continue
            if row["series"] in CHANGES | OVER_ALL_YEARS.get(card_id, set()):
                continue
            if not any(abs(row["value"] - one) < 1e-6 * max(1, abs(one)) for one in (was, 3 * was)):
                found[card_id, row["series"]] = (was, row["value"])
    assert found == {}


def test_as_of_the_year_before_everything_says_what_it_says_today(released, known, store):
    """What the next report only repeats changes nothing; what it revises is told as revised."""
    revised = {key[0] for key in released.report.revised}
    differs, compared = [], 0
    for card_id in CARD_IDS[::3]:
        card = known.card(card_id)
        if LINE not in card.sources or "period" not in card.breakdowns:
            continue
        if any(f"'{measure}'" in expanded(card.sql) for measure in revised):
            continue
        view = View("en", period=str(YEAR))
        was, now = ([said(row) for row in one.read(card, view)] for one in (store, released.store))
        compared += 1
        if was != now:
            differs.append((card_id, [row for row in was if row not in now]))
    assert compared > 40
    assert differs == []


def said(row) -> dict[str, object]:
    """Return what a reader is told of a row: all but which edition of the report tells it."""
    return {name: value for name, value in row.items() if name != "source"}


# Contradictions with other publications that still stand beside later numbers. May only shrink.
WAITING = {"safety/accidents_change"}


def test_what_is_said_beside_numbers_is_of_their_years(released, fed, known):
    """No contradiction and no note of one report stands beside the numbers of another alone."""
    found: dict[str, list[str]] = {}
    for card_id in fed:
        card = known.card(card_id)
        if LINE not in card.sources:
            continue
        one = assemble(card, View("en"), released.store)
        rows = (*one.marks, *one.finding_rows)
        shown = {year for row in rows for year in re.findall(r"\d{4}", row["period"] or "")}
        for note in one.notes:
            named = set(YEARS.findall(note.text))
            if note.kind in {"contradiction", "note"} and named and not named & shown:
                found.setdefault(card_id, []).append(note.text)
    assert set(found) == WAITING, found
