"""What the tests share: a data folder of their own, the store opened on a release built there, and
copies to break.
"""

from __future__ import annotations

import fcntl
import gc
import os
import shutil
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FACT_FOLDERS = ("sources", "codes", "geo")
FEW = 12

# Before any module of the project is imported: some remember what they have read from the data
# folder.
_DATA = Path(tempfile.mkdtemp(prefix="union-indicators-tests-"))
for _name in FACT_FOLDERS:
    (_DATA / _name).symlink_to(ROOT / "data" / _name)
os.environ["UNION_INDICATORS_DATA"] = str(_DATA)
# Where the processes that test at the same time share what takes long to make; the first of them,
# which starts the others, clears it away.
_FIRST = "UNION_INDICATORS_TESTS" not in os.environ
_SHARED = Path(os.environ.get("UNION_INDICATORS_TESTS") or tempfile.mkdtemp(prefix="union-shared-"))
os.environ["UNION_INDICATORS_TESTS"] = str(_SHARED)


def pytest_unconfigure() -> None:
    # The page freezes what is loaded for good; at the end it may go, or DuckDB complains about what
    # is left.
    gc.unfreeze()
    shutil.rmtree(_DATA, ignore_errors=True)
    if _FIRST:
        shutil.rmtree(_SHARED, ignore_errors=True)


@pytest.fixture(scope="session")
def data() -> Path:
    """Today's facts in a folder whose releases belong to the tests alone."""
    return _DATA


@pytest.fixture(scope="session")
def releases(data) -> Path:
    """The folder of releases with the one of today's facts, built once for all processes."""
    from app.release.build import ensure

    built = _SHARED / "releases"
    with (_SHARED / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if built.exists():
            shutil.copytree(built, data / "releases", dirs_exist_ok=True)
        else:
            ensure()
            shutil.copytree(data / "releases", built)
    return data / "releases"


@pytest.fixture(scope="session")
def known(data):
    """All cards, codes and words."""
    from app.catalogue.cards import catalogue

    return catalogue()


@pytest.fixture(scope="session")
def store(releases):
    """The store of a release built from today's facts."""
    from app.store.open import open_current

    return open_current()


def few_facts(folder: Path) -> Path:
    """Lay facts that take no time to read in a new folder: today's, but few of the many statistics
    and of the checks of documents, none of which is against a statistic.
    """
    for name in FACT_FOLDERS:
        shutil.copytree(ROOT / "data" / name, folder / name)
    for path in (folder / "sources").glob("*/*.csv"):
        if path.stem.startswith(("statistics", "checks")):
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            few = [line for line in lines if "statistics:" not in line][:FEW]
            path.write_text("".join(few), encoding="utf-8")
    return folder


@pytest.fixture
def own_data(tmp_path, monkeypatch) -> Path:
    """A copy of the facts that one test may break; the project looks there while the test runs."""
    folder = tmp_path / "data"
    for name in FACT_FOLDERS:
        shutil.copytree(ROOT / "data" / name, folder / name)
    monkeypatch.setenv("UNION_INDICATORS_DATA", str(folder))
    return folder


@pytest.fixture(scope="module")
def queries_untried():
    """Builds of one file's tests leave out trying every query, most of a build's time: the
    session's own release has tried them all.
    """
    from app.release import check

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check, "try_queries", lambda *_: [])
        yield


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium."""
    from tests.browser import launched

    with launched() as one:
        yield one


@pytest.fixture(scope="session")
def server(tmp_path_factory, releases):
    """A dashboard with a data folder of its own; a test that changes its data or stops it asks for
    `live`.
    """
    from tests.browser import Server, data_copy

    one = Server(data_copy(tmp_path_factory.mktemp("served"), releases))
    one.start()
    yield one
    one.stop()


@pytest.fixture(scope="session")
def live(tmp_path_factory, releases):
    """A dashboard that tests may give new facts, stop and start again."""
    from tests.browser import Server, data_copy

    one = Server(data_copy(tmp_path_factory.mktemp("live"), releases))
    one.start()
    yield one
    one.stop()
