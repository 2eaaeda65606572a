"""Keeps an import in the data folder and puts its rows among the facts: all of it or nothing.
Decides nothing; a release is built by another command.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import tempfile
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.catalogue.cards import catalogue
from app.facts.read import read_facts
from app.facts.tables import COLUMNS, SOURCES
from app.intake.table.apply import KEY, Row
from app.intake.table.compare import Change
from app.intake.table.mapping import Answer, MappingOf
from app.intake.table.remarks import Refused, refused


@dataclass(frozen=True, slots=True)
class Import:
    """One table that was taken before: its folder, day, digest and the words that define it."""

    folder: Path
    day: str
    digest: str
    wording: Mapping[str, Sequence[str]]


def imports(data: Path) -> list[Import]:
    """Return all imports that the data folder keeps, oldest first."""
    found = []
    for path in sorted(data.glob("imports/*/*/import.toml")):
        try:
            said = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            continue
        found.append(
            Import(
                path.parent,
                str(said.get("day", "")),
                str(said.get("digest", "")),
                said.get("words", {}),
            )
        )
    return sorted(found, key=lambda one: (one.day, one.folder.stat().st_mtime))


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that an import writes: whole files of facts, and its own folder."""

    files: Mapping[Path, str]
    folder: Path
    own: Mapping[str, str]


def facts_with(
    data: Path,
    mapping: MappingOf,
    rows: Iterable[Row],
    gone: set[tuple[str, ...]],
    replaced: set[str],
) -> dict[Path, str]:
    """Return the files of facts as they are to be: the rows in `statistics_<source>.csv`, each key
    once, what they replace or what is dropped taken out of the other files, the source's line.
    """
    source = mapping.source["source"]
    folder = data / "sources" / (mapping.source.get("folder") or "official")
    home = folder / f"statistics_{source}.csv"
    new = {row.key: row.cells(source) for row in rows}
    files: dict[Path, str] = {}
    kept: dict[tuple[str, ...], dict[str, str]] = {}
    for path in sorted((data / "sources").glob("*/statistics*.csv")):
        lines, dropped = [], False
        for row in _rows(path):
            key = tuple(row[name] for name in KEY)
            ours = row["source"] == source
            if (ours and (key in new or key in gone)) or (row["source"] in replaced and key in new):
                dropped = True
            elif path == home:
                kept[key] = row
            else:
                lines.append(row)
        if dropped and path != home:
            files[path] = _csv(COLUMNS["statistics"], lines)
    files[home] = _csv(COLUMNS["statistics"], [row for _, row in sorted((kept | new).items())])
    files |= _sources(data, folder, mapping.source)
    return files


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n", extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _sources(data: Path, folder: Path, said: Mapping[str, str]) -> dict[Path, str]:
    """Return the file of sources with the line of this one: changed where it stands, else added."""
    line = {column: said.get(column, "") for column in SOURCES}
    for path in sorted((data / "sources").glob("*/sources*.csv")):
        rows = _rows(path)
        for row in rows:
            if row["source"] == line["source"]:
                changed = row | {name: value for name, value in line.items() if value}
                if changed == row:
                    return {}
                row |= changed
                return {path: _csv(SOURCES, rows)}
    path = folder / "sources_tables.csv"
    rows = _rows(path) if path.exists() else []
    return {path: _csv(SOURCES, [*rows, line])}


def try_facts(data: Path, files: Mapping[Path, str]) -> None:
    """Raise Refused if the facts would be refused with these files that are not refused today."""
    known = catalogue()
    sources = data / "sources"
    with tempfile.TemporaryDirectory(prefix="union-intake-") as place:
        trial = Path(place) / "sources"
        shutil.copytree(sources, trial)
        for path, text in files.items():
            target = trial / path.relative_to(sources)
            target.parent.mkdir(exist_ok=True)
            target.write_text(text, encoding="utf-8")
        problems = read_facts(trial, known).problems
    if problems:
        today = {(one.kind, one.detail) for one in read_facts(sources, known).problems}
        problems = [one for one in problems if (one.kind, one.detail) not in today]
    if problems:
        raise Refused(*(refused("facts_refused", detail=one.say("en")) for one in problems[:10]))


def record(
    name: str,
    day: str,
    digest: str,
    source: str,
    counts: Mapping[str, int],
    words: Mapping[str, Sequence[str]],
) -> str:
    """Return what is kept of an import beside its file."""

    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False).replace("\x7f", "")

    lines = [
        f"{key} = {quoted(value)}"
        for key, value in (("file", name), ("day", day), ("digest", digest), ("source", source))
    ]
    lines += [f"{key} = {number}" for key, number in counts.items()]
    lines += ["", "[words]"]
    lines += [
        f"{quoted(table)} = [{', '.join(quoted(text) for text in texts)}]"
        for table, texts in words.items()
    ]
    return "\n".join(lines) + "\n"


def changes_csv(changes: Iterable[Change]) -> str:
    """Return the list of what an import changed."""
    columns = ("change", *KEY, "before", "after", "sheet", "cell")
    return _csv(
        columns,
        (
            {
                "change": one.kind,
                **dict(zip(KEY, one.key, strict=True)),
                "before": one.before,
                "after": one.after,
                "sheet": one.sheet,
                "cell": one.cell,
            }
            for one in changes
        ),
    )


def break_entries(source: str, answers: Iterable[tuple[Answer, Sequence[str]]]) -> str:
    """Return entries for data/text/breaks.toml: one for each answer, with the
    measures it concerns.
    """
    lines: list[str] = []
    for number, (answer, measures) in enumerate(answers, 1):
        quoted = ", ".join(json.dumps(measure) for measure in measures)
        lines += [f"[{source}_{answer.since.replace('-', '_').lower()}_{number}]"]
        lines += [f"since.{answer.since} = [{quoted}]", f"sources = [{json.dumps(source)}]"]
        lines += [
            f"{language} = {json.dumps(getattr(answer, language), ensure_ascii=False)}"
            for language in ("kk", "ru", "en")
        ]
        lines.append("")
    return "\n".join(lines)


def keep(data: Path, kept: Kept, file: Path, content: bytes) -> None:
    """Write everything; raise Refused and leave all as it was if anything cannot be written."""
    before = {path: path.read_bytes() if path.exists() else None for path in kept.files}
    made = kept.folder.with_name(f".{kept.folder.name}.part")
    done: list[Path] = []
    here: Path = made
    try:
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        (made / f"table{file.suffix.lower()}").write_bytes(content)
        for name, text in kept.own.items():
            (made / name).write_text(text, encoding="utf-8")
        for here, text in kept.files.items():
            here.parent.mkdir(parents=True, exist_ok=True)
            done.append(here)
            _replace(here, text.encode("utf-8"))
        here = kept.folder
        os.replace(made, kept.folder)
    except OSError as error:
        for path in done:
            old = before[path]
            if old is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(old)
        shutil.rmtree(made, ignore_errors=True)
        raise Refused(refused("cannot_write", file=here.name, why=type(error).__name__)) from error


def _replace(path: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as part:
        part.write(content)
    os.chmod(part.name, 0o644)
    os.replace(part.name, path)
