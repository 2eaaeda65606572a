"""A release is whole or not there, the same facts give the same bytes, and what is damaged is never
shown.
"""

import json
import os
import shutil
import stat
import tempfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from app.release.__main__ import main
from app.release.build import build
from app.release.releases import NoRelease, current, read_release, releases, rollback
from app.screen.compose import compose
from app.store.open import current_number, open_current
from app.store.store import TABLES, DamagedRelease, allowed_codes, load
from app.view import View
from tests.conftest import FACT_FOLDERS, few_facts


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def change_a_fact(
    folder: Path,
    old: str = "accidents,2025,KZ,_T,_T,1227,",
    new: str = "accidents,2025,KZ,_T,_T,1228,",
) -> None:
    path = folder / "sources" / "fprk_report_2025" / "figures.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


pytestmark = pytest.mark.usefixtures("queries_untried")


@pytest.fixture(scope="module")
def two_releases(tmp_path_factory, queries_untried):
    """A data folder with two releases of few facts; tests copy it and break the copy."""
    folder = few_facts(tmp_path_factory.mktemp("two") / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNION_INDICATORS_DATA", str(folder))
        build()
        change_a_fact(folder)
        build()
    return folder


@pytest.fixture
def own_data(tmp_path, monkeypatch):
    """Few facts without a release, for one test alone."""
    folder = few_facts(tmp_path / "data")
    monkeypatch.setenv("UNION_INDICATORS_DATA", str(folder))
    return folder


@pytest.fixture
def two(two_releases, tmp_path, monkeypatch):
    folder = tmp_path / "data"
    folder.mkdir()
    for name in FACT_FOLDERS:
        (folder / name).symlink_to(two_releases / name)
    shutil.copytree(two_releases / "releases", folder / "releases")
    monkeypatch.setenv("UNION_INDICATORS_DATA", str(folder))
    return folder


def accidents(store):
    return store.rows(
        "select value from figures where measure = 'accidents' and period = '2025' and series = "
        "'_T'"
    )[0]["value"]


def test_building_twice_in_two_places_gives_the_same_bytes(own_data, tmp_path, monkeypatch):
    first, _ = build()
    elsewhere = tmp_path / "elsewhere"
    # Files come in another order of making, and so perhaps of listing.
    for name in reversed(FACT_FOLDERS):
        shutil.copytree(own_data / name, elsewhere / name)
    monkeypatch.setenv("UNION_INDICATORS_DATA", str(elsewhere))
    second, _ = build()
    assert first.folder != second.folder
    assert bytes_of(first.folder).keys() == {f"{table}.parquet" for table in TABLES} | {
        "manifest.json"
    }
    assert bytes_of(first.folder) == bytes_of(second.folder)


def test_facts_that_did_not_change_make_no_new_release(two):
    before = bytes_of(two / "releases")
    built, new = build()
    assert (built.number, new) == (2, False)
    assert bytes_of(two / "releases") == before


def test_facts_that_changed_make_the_next_release_and_leave_the_older_one_alone(
    two_releases, monkeypatch
):
    monkeypatch.setenv("UNION_INDICATORS_DATA", str(two_releases))
    assert [one.number for one in releases()] == [1, 2]
    assert current().number == 2
    first, second = (load(one) for one in releases())
    assert (accidents(first), accidents(second)) == (1227, 1228)


def test_the_tables_carry_the_columns_that_other_programs_read(two):
    figures = pq.read_schema(two / "releases" / "0002" / "figures.parquet").names
    statistics = pq.read_schema(two / "releases" / "0002" / "statistics.parquet").names
    assert {
        "measure",
        "period",
        "place",
        "sector",
        "series",
        "value",
        "unit",
        "status",
        "source",
        "locator",
        "note",
        "printed",
    } <= set(figures)
    assert {
        "measure",
        "period",
        "place",
        "sector",
        "sex",
        "age",
        "value",
        "unit",
        "status",
        "source",
        "note",
    } <= set(statistics)
    breaks = pq.read_schema(two / "releases" / "0002" / "breaks.parquet").names
    assert tuple(breaks) == (
        "break",
        "measure",
        "period",
        "place",
        "sector",
        "series",
        "earlier_source",
        "later_source",
    )
    manifest = json.loads((two / "releases" / "0002" / "manifest.json").read_text(encoding="utf-8"))
    for table, rows in manifest["rows"].items():
        assert pq.read_metadata(two / "releases" / "0002" / f"{table}.parquet").num_rows == rows


def test_nothing_half_made_is_left_beside_the_releases(two):
    assert {path.name for path in (two / "releases").iterdir()} == {"0001", "0002", "current"}


def test_everyone_may_read_a_release(two):
    for path in (two / "releases").rglob("*"):
        assert path.stat().st_mode & stat.S_IROTH, path


def test_rolling_back_shows_the_older_release_and_building_leads_forward_again(two):
    assert rollback(1).number == 1
    assert current_number() == 1
    assert accidents(open_current()) == 1227
    built, new = build()
    assert new
    assert built.number == 3
    assert accidents(open_current()) == 1228


def test_rolling_back_to_a_release_that_is_not_there_changes_nothing(two, capsys):
    with pytest.raises(NoRelease):
        rollback(7)
    assert current_number() == 2
    assert main(["rollback", "7", "--lang", "ru"]) == 1
    assert capsys.readouterr().err.startswith("Выпуска 7 нет; есть: 1, 2.")
    (releases()[0].folder / "manifest.json").write_text("{", encoding="utf-8")
    assert main(["rollback", "1", "--lang", "ru"]) == 1
    assert capsys.readouterr().err.startswith("Выпуск 1 повреждён")
    assert current_number() == 2


def test_a_folder_that_cannot_be_reached_is_said_in_words(two, capsys):
    (two / "file").write_text("", encoding="utf-8")
    assert main(["backup", str(two / "file" / "there"), "--lang", "kk"]) == 1
    said = capsys.readouterr().err
    assert "қолжетімсіз" in said
    assert "Errno" not in said


def test_the_command_says_which_releases_there_are_and_where_the_current_one_lies(two, capsys):
    assert main(["list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["1", "2"]
    assert main(["path"]) == 0
    assert Path(capsys.readouterr().out.strip()) == two / "releases" / "0002"


def cut(path):
    path.write_bytes(path.read_bytes()[:-200])


def garbage(path):
    path.write_bytes(b"not Parquet at all" * 50)


def empty(path):
    path.write_bytes(b"")


def missing(path):
    path.unlink()


@pytest.mark.parametrize("damage", [cut, garbage, empty, missing])
@pytest.mark.parametrize("table", ["figures", "sectors"])
def test_a_damaged_release_gives_way_to_the_last_sound_one_and_says_so(two, damage, table):
    # The page may have been made already while the older release was the current one: the message
    # must come nevertheless.
    assert json.loads(compose("method", View("ru"), (), load(read_release(1))))["messages"] == []
    damage(two / "releases" / "0002" / f"{table}.parquet")
    store = open_current()
    assert store.release.number == 1
    assert store.fallback_from == 2
    assert accidents(store) == 1227
    page = json.loads(compose("method", View("ru"), (), store))
    errors = [message["text"] for message in page["messages"] if message["kind"] == "error"]
    assert len(errors) == 1
    assert "2" in errors[0]
    assert "1" in errors[0]


@pytest.mark.parametrize("damage", [cut, garbage, missing])
def test_a_damaged_release_without_an_older_one_is_said_to_be_damaged(two, damage):
    shutil.rmtree(two / "releases" / "0001")
    damage(two / "releases" / "0002" / "figures.parquet")
    with pytest.raises(DamagedRelease):
        open_current()


def test_when_both_releases_are_damaged_none_is_shown(two):
    for number in ("0001", "0002"):
        garbage(two / "releases" / number / "figures.parquet")
    with pytest.raises(DamagedRelease):
        open_current()


def test_building_again_heals_a_damaged_release(two):
    garbage(two / "releases" / "0002" / "figures.parquet")
    built, new = build()
    assert new
    assert built.number == 3
    store = open_current()
    assert store.fallback_from is None
    assert accidents(store) == 1228


def test_a_release_whose_tables_were_edited_is_damaged_although_they_can_be_read(two):
    shutil.copy(
        two / "releases" / "0001" / "figures.parquet", two / "releases" / "0002" / "figures.parquet"
    )
    store = open_current()
    assert (store.release.number, store.fallback_from) == (1, 2)


@pytest.mark.parametrize(
    "manifest", ["[]", "null", "{}", '{"number": 2, "published": 2026, "digest": null}', "\ufffd"]
)
def test_a_manifest_that_says_something_else_is_no_release(two, manifest):
    (two / "releases" / "0002" / "manifest.json").write_text(manifest, encoding="utf-8")
    assert [one.number for one in releases()] == [1]
    assert current_number() is None


def test_a_copy_that_somebody_put_beside_the_releases_is_none(two):
    shutil.copytree(two / "releases" / "0002", two / "releases" / "0002.old")
    assert [one.number for one in releases()] == [1, 2]
    garbage(two / "releases" / "0002" / "figures.parquet")
    assert build()[0].number == 3


def test_a_missing_pointer_builds_and_a_damaged_one_does_too(two):
    (two / "releases" / "current").unlink()
    assert current_number() is None
    assert open_current().release.number == 3
    (two / "releases" / "current").write_text("three\n", encoding="ascii")
    assert open_current().release.number == 4


def with_refused_facts(folder):
    """Put a file that is no facts among the facts of a folder, the others linked as they were."""
    linked = (folder / "sources").resolve()
    if (folder / "sources").is_symlink():
        (folder / "sources").unlink()
        (folder / "sources").mkdir()
        for one in linked.iterdir():
            (folder / "sources" / one.name).symlink_to(one)
    (folder / "sources" / "draft").mkdir()
    (folder / "sources" / "draft" / "figures.csv").write_text("nonsense\n", encoding="utf-8")


def test_a_lost_pointer_while_facts_are_being_edited_leads_to_the_newest_release(two):
    with_refused_facts(two)
    (two / "releases" / "current").unlink()
    assert open_current().release.number == 2
    assert current_number() == 2


def test_refused_facts_at_the_first_start_are_no_release_and_are_named(own_data):
    with_refused_facts(own_data)
    with pytest.raises(NoRelease, match=r"draft/figures\.csv:1: "):
        open_current()


def test_a_data_folder_without_releases_is_built_at_the_first_start(own_data):
    assert not (own_data / "releases").exists()
    store = open_current()
    assert store.release.number == 1
    assert allowed_codes(store)["period"][0] >= "2025"


def test_a_data_folder_that_cannot_be_written_is_served_from_a_temporary_one(
    own_data, tmp_path, monkeypatch
):
    # Root may write anywhere, so the place of the releases is taken by a file.
    (own_data / "releases").write_text("in the way", encoding="ascii")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("UNION_INDICATORS_SCRATCH", "0")
    store = open_current()
    assert accidents(store) == 1227
    assert os.environ["UNION_INDICATORS_SCRATCH"] == "1"
    assert own_data not in store.release.folder.parents
    assert (own_data / "releases").read_text(encoding="ascii") == "in the way"


def test_a_build_that_fails_at_the_last_step_leaves_no_trace(two, monkeypatch):
    before = bytes_of(two / "releases")
    facts = two / "sources"
    target = facts.resolve()
    facts.unlink()
    shutil.copytree(target, facts)
    change_a_fact(two, "accidents,2025,KZ,_T,_T,1228,", "accidents,2025,KZ,_T,_T,1229,")

    def refuse(*_):
        raise PermissionError("read-only")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        with pytest.raises(PermissionError):
            build()
        assert main(["build"]) == 1
    assert bytes_of(two / "releases") == before
    assert accidents(open_current()) == 1228
