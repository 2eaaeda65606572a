"""The draft of a report: a data folder of its own, with its facts beside all others; builds its
release there, and publishes its facts into the data folder. Changes nothing else.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.catalogue.cards import catalogue
from app.facts.problems import Problem
from app.facts.read import read_facts
from app.facts.tables import COLUMNS
from app.intake.report.facts import Row, as_csv
from app.intake.report.names import NewName
from app.paths import data_folder
from app.release.build import FactsRefused, build
from app.release.releases import NoRelease, Release
from app.words.say import LANGUAGES

DRAFTS = "drafts"
# What a draft does not take from the data folder: it has its own.
_OWN = frozenset({DRAFTS, "releases", "ledger", "cache", "sources", "codes", "text"})
# Where the names of each kind stand below `text/`, and the list of codes that some also have.
_FILES = {
    "measure": "measures/{report}.toml",
    "series": "series/{report}.toml",
    "region": "places.toml",
    "sector": "sectors.toml",
    "organisation": "sectors.toml",
}
_CODES = {
    "region": ("places.csv", "region"),
    "sector": ("sectors.csv", "union"),
    "organisation": ("sectors.csv", "organisation"),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft's folder, the row of each of its lines by (file, line), whether it brings names or
    breaks that the catalogue has not read.
    """

    report: str
    folder: Path
    lines: Mapping[tuple[str, int], Row]
    brings_words: bool


def draft_folder(report: str) -> Path:
    """Return where the draft of a report lies."""
    return data_folder() / DRAFTS / report


def lay(report: str, rows: Sequence[Row], names: Sequence[NewName], breaks: str) -> Draft:
    """Write a draft's folder anew: its facts, and all that it needs of the data folder."""
    folder, data = draft_folder(report), data_folder()
    for own in ("sources", "codes", "text"):
        shutil.rmtree(folder / own, ignore_errors=True)
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    for path in sorted(data.iterdir()):
        there = folder / path.name
        if path.name not in _OWN and not there.is_symlink() and not there.exists():
            there.symlink_to(path.resolve())
    for own in ("codes", "text"):
        _copy(data / own, folder / own)
    for path in sorted((data / "sources").iterdir()):
        there = folder / "sources" / path.name
        if path.name == report:
            _copy_of_others(path, there)
        else:
            there.symlink_to(path.resolve())
    lines = _write(folder / "sources" / report, rows)
    _write_names(folder, report, names, breaks)
    return Draft(report, folder, lines, bool(names or breaks))


def _copy_of_others(path: Path, there: Path) -> None:
    """Copy what the kit does not write: files that somebody has put beside its own."""
    ours = {f"{table}.csv" for table in COLUMNS}
    there.mkdir()
    for file in sorted(path.iterdir()):
        if file.is_file() and file.name not in ours:
            shutil.copy2(file, there / file.name)


def _write(folder: Path, rows: Sequence[Row]) -> dict[tuple[str, int], Row]:
    folder.mkdir(exist_ok=True)
    lines: dict[tuple[str, int], Row] = {}
    for table in COLUMNS:
        own = [row for row in rows if row.table == table]
        if own:
            file = f"{table}.csv"
            (folder / file).write_text(as_csv(table, own), encoding="utf-8")
            lines |= {(f"{folder.name}/{file}", at): row for at, row in enumerate(own, 2)}
    return lines


def _write_names(folder: Path, report: str, names: Sequence[NewName], breaks: str) -> None:
    """Write new codes with their names beside those that the data folder has, places and sectors
    also into the lists of codes; a region is there from the year of the report on.
    """
    for name in names:
        _append(folder / "text" / _FILES[name.kind].format(report=report), _entry(name))
        if name.kind in _CODES:
            file, kind = _CODES[name.kind]
            path = folder / "codes" / file
            head = path.read_text(encoding="utf-8").splitlines()[0].split(",")
            since = report[-4:] if name.kind == "region" else ""
            cells = {head[0]: name.code, "kind": kind, "valid_from": since}
            _append(path, ",".join(cells.get(column, "") for column in head) + "\n")
    if breaks:
        _append(folder / "text" / "breaks.toml", breaks)


def _append(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as out:
        out.write(text)


def _entry(name: NewName) -> str:
    """Return the entry of one name as TOML: the keys are those of the words that are there."""
    lines = [f"[{name.code}]"]
    if name.kind == "measure":
        lines += [f'unit = "{name.unit}"', f'better = "{name.better}"', 'kind = "count"']
        lines += [f"definition.{one} = {_quoted(name.definition[one])}" for one in LANGUAGES]
    lines += [f"name.{one} = {_quoted(name.names[one])}" for one in LANGUAGES]
    return "\n" + "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def break_entry(code: str, measure: str, year: int, words: Mapping[str, str]) -> str:
    """Return the entry of a measure that is counted otherwise from a year on."""
    lines = [f"[{code}]", f'since.{year} = ["{measure}"]']
    lines += [f"{one} = {_quoted(words[one])}" for one in LANGUAGES]
    return "\n" + "\n".join(lines) + "\n"


@contextmanager
def _looking_at(draft: Draft) -> Iterator[None]:
    """Let all that reads the data folder read the draft's, with the words that it brings."""
    before = os.environ.get("UNION_INDICATORS_DATA")
    os.environ["UNION_INDICATORS_DATA"] = str(draft.folder)
    _forget_words(draft)
    try:
        yield
    finally:
        if before is None:
            os.environ.pop("UNION_INDICATORS_DATA", None)
        else:
            os.environ["UNION_INDICATORS_DATA"] = before
        _forget_words(draft)


def _forget_words(draft: Draft) -> None:
    if draft.brings_words:
        catalogue.cache_clear()


def problems_of(draft: Draft) -> list[Problem]:
    """Return what is wrong with the facts of a draft, by file and line."""
    with _looking_at(draft):
        return read_facts(draft.folder / "sources", catalogue()).problems


def build_draft(draft: Draft) -> Release:
    """Build the draft's own release; raise FactsRefused if a question has no answer with it."""
    with _looking_at(draft):
        return build("draft")[0]


def publish(draft: Draft) -> Release:
    """Lay the draft's facts into the data folder and publish; what is refused is taken back.

    Raises FactsRefused or OSError; then the data folder and the current release are as before.
    """
    data = data_folder()
    names = [f"sources/{draft.report}", "codes", "text"]
    with tempfile.TemporaryDirectory(prefix="union-indicators-") as kept:
        for number, name in enumerate(names):
            _copy(data / name, Path(kept) / str(number))
        try:
            for name in names:
                _copy(draft.folder / name, data / name)
            _forget_words(draft)
            return build()[0]
        except (FactsRefused, NoRelease, OSError):
            for number, name in enumerate(names):
                with suppress(OSError):
                    _copy(Path(kept) / str(number), data / name)
            raise
        finally:
            _forget_words(draft)


def _copy(source: Path, there: Path) -> None:
    """Make one file or folder as another is; what is not there is taken away."""
    if there.is_dir():
        shutil.rmtree(there)
    elif there.exists():
        there.unlink()
    there.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, there)
    elif source.exists():
        shutil.copy2(source, there)
