"""A release says what it changed of the one before; what is changed by nobody is refused; the ledger
outlives the releases, and a backup brings them back.
"""

import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta

import pytest

from app.facts.corrections import correction_faults
from app.facts.tables import COLUMNS
from app.release import build as build_module
from app.release import ledger
from app.release.__main__ import main
from app.release.backup import BackupRefused, back_up, restore
from app.release.build import FactsRefused, build, left_behind
from app.release.changes import NEW, REVISED, WITHDRAWN, Reason, changelog
from app.release.check import _table
from app.release.releases import current, intact, read_release, releases
from app.words.say import LANGUAGES, say

NEXT = {"source": "report_2026"}


def figure(period="2025", value=41.0, **more):
    row = dict.fromkeys(COLUMNS["figures"], "")
    row |= {"measure": "deaths", "place": "KZ", "sector": "_T", "series": "_T"}
    return row | {"period": period, "value": value, "source": "report_2025", **more}


def correction(**more):
    row = dict.fromkeys(COLUMNS["corrections"], "")
    words = {f"why_{language}": f"typing error ({language})" for language in LANGUAGES}
    return (
        row
        | {"correction": "c1", "day": "2026-11-12", "who": "A. Editor", "facts": "figures"}
        | words
        | more
    )


SELECTOR = "deaths@2025/KZ/_T/_T/report_2025"


@pytest.fixture
def facts(tmp_path, monkeypatch):
    """A data folder whose facts are the rows that a test puts into `figures` and `corrections`."""
    rows = {"figures": [figure(), figure("2024", 50.0)], "corrections": [], "sources": []}
    numbers = {"figures": ("value",)}

    def checked():
        return {
            name: _table(of, COLUMNS[name], numbers.get(name, ())) for name, of in rows.items()
        }, []

    monkeypatch.setenv("UNION_INDICATORS_DATA", str(tmp_path))
    monkeypatch.setattr(build_module, "checked", checked)
    return rows


def changes(release):
    return [(one.kind, one.was, one.now) for one in changelog(release).changes]


# --- what changed -----------------------------------------------------------------------------------


def test_a_first_release_has_no_list_and_the_next_says_what_is_new_revised_and_withdrawn(facts):
    first, _ = build()
    assert changelog(first) is None
    facts["figures"] = [figure(value=42.0), figure("2026", 30.0)]
    second, _ = build()
    assert changelog(second).since == 1
    assert sorted(changes(second)) == [
        (NEW, None, 30.0),
        (REVISED, 41.0, 42.0),
        (WITHDRAWN, 50.0, None),
    ]


def test_the_digest_of_facts_hangs_on_no_day_no_reason_and_no_release_before(facts, monkeypatch):
    facts["figures"] = [figure(value=42.0)]
    alone, _ = build()
    shutil.rmtree(ledger.ledger_folder().parent / "releases")
    facts["figures"] = [figure()]
    build()
    facts["figures"] = [figure(value=42.0)]
    later = build_module.today() + timedelta(days=400)
    monkeypatch.setattr(build_module, "today", lambda: later)
    again, _ = build(given=Reason("somebody", "2026-11-12", "x", "x", "x"))
    assert again.digest == alone.digest
    assert again.published == later


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_accounts_for_is_refused_and_named_by_check_and_build(facts, capsys, language):
    build()
    facts["figures"] = [figure(value=42.0)]
    for command in (["check", "--quick"], ["build"]):
        assert main([*command, "--lang", language]) == 1
        said = capsys.readouterr().err
        assert f"{SELECTOR}: 41 → 42" in said
        assert "deaths@2024/KZ/_T/_T/report_2025: 50 → " in said
    assert current().number == 1


def test_a_reason_given_at_the_build_accounts_for_all_that_nothing_was_entered_of(facts):
    build()
    facts["figures"] = [figure(value=42.0)]
    facts["corrections"] = [correction(key=SELECTOR, was="41", now="42")]
    assert main(["build", "--who", "B. Clerk", "--because", "the list was sent again"]) == 0
    reasons = {one.kind: one.reason for one in changelog(current()).changes}
    assert (reasons[REVISED].who, reasons[REVISED].why_ru) == ("A. Editor", "typing error (ru)")
    assert (reasons[WITHDRAWN].who, reasons[WITHDRAWN].why_kk) == (
        "B. Clerk",
        "the list was sent again",
    )


@pytest.mark.parametrize(
    ("entered", "speaks"),
    [
        ({"key": SELECTOR, "was": "41", "now": "42"}, True),
        ({"key": SELECTOR}, True),
        ({"key": "deaths@*/report_2025"}, True),
        ({"key": SELECTOR, "now": "43"}, False),
        ({"key": SELECTOR, "was": "40"}, False),
        ({"key": "deaths@2024/*"}, False),
        ({"key": SELECTOR, "facts": "statistics"}, False),
    ],
)
def test_a_correction_speaks_of_the_rows_and_values_that_it_names(facts, entered, speaks):
    build()
    facts["figures"][0] = figure(value=42.0)
    facts["corrections"] = [correction(**entered)]
    if speaks:
        assert build(strict=True)[0].number == 2
    else:
        with pytest.raises(FactsRefused):
            build(strict=True)


def test_of_a_release_from_before_there_were_corrections_nobody_is_asked(facts):
    first, _ = build()
    manifest = json.loads((first.folder / "manifest.json").read_text(encoding="utf-8"))
    for name in ("seal", "previous"):
        del manifest[name]
    shutil.rmtree(ledger.ledger_folder())
    (first.folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    facts["figures"] = [figure(value=42.0)]
    assert build(strict=True)[0].number == 2
    assert not changelog(current()).changes[0].accounted


def test_what_a_newer_edition_prints_otherwise_is_a_revision_whose_reason_is_the_edition(facts):
    facts["sources"] = [
        dict.fromkeys(COLUMNS["sources"], "")
        | {"source": f"report_{year}", "edition_of": "report", "about": str(year)}
        for year in (2025, 2026)
    ]
    build()
    facts["figures"] += [figure(value=43.0, **NEXT), figure("2024", 50.0, **NEXT)]
    facts["figures"] += [figure("2026", 30.0, **NEXT)]
    second, _ = build(strict=True)
    # The number of 2024 was only printed again.
    assert sorted(changes(second)) == [(NEW, None, 30.0), (REVISED, 41.0, 43.0)]
    revised = next(one for one in changelog(second).changes if one.kind == REVISED)
    assert (revised.earlier, revised.key["source"]) == ("report_2025", "report_2026")


def test_a_row_of_corrections_without_a_name_a_day_three_languages_or_a_fact_is_refused():
    def kinds(**more):
        return [kind for kind, _ in correction_faults("corrections", correction(**more))]

    assert kinds(key=SELECTOR) == []
    assert kinds(key="event_code@report_2025", facts="events") == []
    assert kinds(key=SELECTOR, who="") == ["correction_by_nobody"]
    assert kinds(key=SELECTOR, day="yesterday") == ["bad_period"]
    assert kinds(key=SELECTOR, why_kk="") == ["missing_language"]
    assert kinds(key=SELECTOR, facts="sources") == ["unknown_code"]
    assert kinds(key="deaths") == kinds(key="") == ["correction_of_nothing"]


# --- the ledger -------------------------------------------------------------------------------------


def test_numbers_go_on_after_the_ledger_when_the_folder_of_releases_is_lost(facts):
    build()
    facts["figures"][0] = figure(value=42.0)
    lost, _ = build()
    shutil.rmtree(lost.folder.parent)
    facts["figures"][0] = figure(value=44.0)
    third, new = build()
    assert (third.number, new) == (3, True)
    assert [one.number for one in releases()] == [3]
    assert ledger.entries()[2]["digest"] == lost.digest
    assert list(ledger.broken()) == []


@pytest.mark.parametrize("name", ["published", "number", "digest", "changes", "rows"])
def test_a_manifest_that_was_changed_after_publication_is_noticed(facts, name):
    build()
    facts["figures"][0] = figure(value=42.0)
    second, _ = build()
    assert intact(second)
    file = second.folder / "manifest.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    forged = {"published": "2020-01-01", "number": 7, "digest": "0" * 64, "changes": "", "rows": {}}
    file.write_text(json.dumps(told | {name: forged[name]}), encoding="utf-8")
    assert not intact(read_release(2))
    # Sealed anew it no longer says what the ledger says.
    file.write_text(
        json.dumps(ledger.sealed({**told, "published": "2020-01-01"})), encoding="utf-8"
    )
    assert not intact(read_release(2))


def test_an_entry_of_the_ledger_that_was_changed_breaks_the_chain(facts, capsys):
    for value in (42.0, 43.0):
        facts["figures"][0] = figure(value=value)
        build()
    first = ledger.ledger_folder() / "0001.json"
    told = json.loads(first.read_text(encoding="utf-8")) | {"published": "2020-01-01"}
    first.write_text(json.dumps(told), encoding="utf-8")
    assert list(ledger.broken()) == [1]
    first.write_text(json.dumps(ledger.sealed(told)), encoding="utf-8")
    assert list(ledger.broken()) == [2]
    assert main(["list", "--lang", "ru"]) == 0
    assert say("ru", "ledger_broken", number="2") in capsys.readouterr().err


def test_a_broken_entry_or_list_of_changes_is_said_and_comes_back_from_a_backup(
    facts, capsys, tmp_path
):
    for value in (42.0, 43.0):
        facts["figures"][0] = figure(value=value)
        second, _ = build()
    assert main(["backup", str(tmp_path / "all.zip")]) == 0
    entry, told = ledger.ledger_folder() / "0002.json", second.folder / "changes.json"
    was = entry.read_bytes(), told.read_bytes()
    entry.write_text("[1]", encoding="utf-8")
    told.write_text('{"x', encoding="utf-8")
    assert main(["list", "--lang", "ru"]) == 0
    said = capsys.readouterr().err
    assert say("ru", "ledger_broken", number="2") in said
    assert say("ru", "changes_lost", number="2") in said
    assert main(["restore", str(tmp_path / "all.zip")]) == 0
    assert (entry.read_bytes(), told.read_bytes()) == was
    assert main(["list"]) == 0
    assert say("en", "ledger_broken", number="2") not in (said := capsys.readouterr().err)
    assert say("en", "changes_lost", number="2") not in said


def test_releases_from_before_the_ledger_are_entered_as_they_are(facts):
    first, _ = build()
    shutil.rmtree(ledger.ledger_folder())
    facts["figures"][0] = figure(value=42.0)
    build()
    assert sorted(ledger.entries()) == [1, 2]
    assert ledger.entries()[1]["digest"] == first.digest


def test_what_an_interrupted_build_left_behind_is_cleared_away_and_said(facts, capsys):
    first, _ = build()
    half = first.folder.parent / ".building-killed"
    half.mkdir()
    (half / "figures.parquet").write_bytes(b"half")
    assert main(["build", "--lang", "kk"]) == 0
    assert str(half) in capsys.readouterr().err
    assert not half.exists()
    assert left_behind() == []


def test_a_build_waits_for_another_one_and_its_half_made_folder_is_left_alone(facts, tmp_path):
    build()
    root = releases()[0].folder.parent
    code = (
        "import fcntl, os, sys, time\n"
        f"door = os.open({str(root)!r}, os.O_RDONLY)\n"
        "fcntl.flock(door, fcntl.LOCK_EX)\n"
        f"os.mkdir({str(root / '.building-other')!r})\n"
        "print('in', flush=True); time.sleep(0.7)\n"
        f"os.rmdir({str(root / '.building-other')!r})\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"in\n"
        assert left_behind() == []
    assert other.returncode == 0


# --- backup -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["kept", "kept.zip"])
def test_a_backup_brings_back_what_was_lost_and_nothing_over_what_is_here(facts, tmp_path, name):
    build()
    facts["figures"][0] = figure(value=42.0)
    second, _ = build()
    to = tmp_path / "elsewhere" / name
    assert back_up(to) == [1, 2]
    shutil.rmtree(second.folder.parent)
    shutil.rmtree(ledger.ledger_folder())
    assert restore(to).fresh == (1, 2)
    assert current() == second
    assert intact(read_release(1))
    assert intact(second)
    assert list(ledger.broken()) == []
    assert (restore(to).fresh, restore(to).known) == ((), (1, 2))
    assert not list(second.folder.parent.glob(".building-*"))


def test_a_backup_that_is_damaged_or_of_another_installation_brings_nothing(facts, tmp_path):
    first, _ = build()
    to = tmp_path / "kept"
    back_up(to)
    (to / "releases" / "0001" / "figures.parquet").write_bytes(b"edited")
    with pytest.raises(BackupRefused, match="backup_damaged"):
        restore(to)
    shutil.rmtree(to)
    back_up(to)
    shutil.rmtree(first.folder.parent)
    shutil.rmtree(ledger.ledger_folder())
    facts["figures"][0] = figure(value=7.0)
    here, _ = build()
    with pytest.raises(BackupRefused, match="backup_other"):
        restore(to)
    assert current() == here
    draft = tmp_path / "draft"
    shutil.copytree(to, draft)
    file = draft / "releases" / "0001" / "manifest.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(ledger.sealed(told | {"mark": "draft"})), encoding="utf-8")
    with pytest.raises(BackupRefused, match="backup_mixed"):
        restore(draft)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_says_what_it_kept_and_why_it_brings_nothing(facts, tmp_path, language, capsys):
    build()
    to = tmp_path / "kept.zip"
    assert main(["backup", str(to), "--lang", language]) == 0
    assert say(language, "backup_taken", releases="1", to=str(to)) in capsys.readouterr().out
    to.write_bytes(b"no archive")
    assert main(["restore", str(to), "--lang", language]) == 1
    assert say(language, "backup_unreadable", detail=str(to)) in capsys.readouterr().err
    (tmp_path / "nothing").mkdir()
    assert main(["restore", str(tmp_path / "nothing"), "--lang", language]) == 1
    assert (
        say(language, "backup_empty", detail=str(tmp_path / "nothing")) in capsys.readouterr().err
    )


def test_a_list_of_changes_that_was_edited_is_none(facts):
    build()
    facts["figures"][0] = figure(value=42.0)
    second, _ = build()
    file = second.folder / "changes.json"
    os.chmod(file, 0o644)
    file.write_text(file.read_text(encoding="utf-8").replace("42.0", "4.0"), encoding="utf-8")
    assert changelog(second) is None


def test_tables_of_a_release_from_before_a_table_came_are_compared_as_far_as_they_go(facts):
    first, _ = build()
    shutil.rmtree(ledger.ledger_folder())
    (first.folder / "corrections.parquet").unlink()
    facts["figures"][0] = figure(value=42.0)
    assert [one.kind for one in changelog(build()[0]).changes] == [REVISED]
