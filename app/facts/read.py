"""Reads the facts that people enter and says, file and line, what is wrong with them; corrects
nothing.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

from app.catalogue.cards import Catalogue
from app.facts.problems import Problem, mixed_alphabets
from app.facts.promises import promise_faults, promises_in
from app.facts.tables import (
    AGE,
    CHECK_KINDS,
    CODE,
    CODE_COLUMNS,
    COLUMNS,
    COMPARATORS,
    DIRECTIONS,
    KEYS,
    MENTION_KINDS,
    NUMBER,
    NUMBERS,
    PERIOD,
    PROGRESS,
    PROMISER,
    RATIFICATIONS,
    ROLES,
    SEXES,
    STATUSES,
)


@dataclass(slots=True)
class Facts:
    """All facts by table, as entered; and what is wrong with them."""

    tables: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_facts(folder: Path, catalogue: Catalogue) -> Facts:
    """Read every CSV below `folder` (data/sources), check each row, and return rows and problems."""
    facts = Facts({table: [] for table in COLUMNS})
    raw: list[tuple[str, str, int, dict[str, str]]] = []
    paths = sorted(folder.glob("*/*.csv"))
    if not paths:
        facts.problems.append(Problem(folder.name, 0, "no_facts", str(folder.name)))
    for path in paths:
        table = next((name for name in COLUMNS if path.stem.startswith(name)), None)
        name = f"{path.parent.name}/{path.name}"
        if table is None:
            facts.problems.append(Problem(name, 0, "unknown_file", path.name))
            continue
        for line, row in _rows(path, name, COLUMNS[table], facts.problems):
            raw.append((table, name, line, row))
    sources = {row["source"] for table, _, _, row in raw if table == "sources"}
    seen: dict[str, dict[tuple[str, ...], str]] = {table: {} for table in COLUMNS}
    promises = promises_in(raw)
    for table, name, line, row in raw:
        faults = [*_faults(table, row, catalogue, sources), *promise_faults(table, row, promises)]
        key = tuple(row[column] for column in KEYS[table])
        if key in seen[table]:
            faults.append(("duplicate_key", f"{' / '.join(key)} ({seen[table][key]})"))
        seen[table].setdefault(key, f"{name}:{line}")
        facts.problems.extend(Problem(name, line, kind, detail) for kind, detail in faults)
        if not faults:
            facts.tables[table].append(
                _typed(table, row) | ({"document": name.split("/")[0]} if table == "checks" else {})
            )
    facts.problems.sort()
    return facts


def _rows(path: Path, name: str, columns: tuple[str, ...], problems: list[Problem]):
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (UnicodeDecodeError, OSError) as error:
        problems.append(Problem(name, 0, "unreadable", type(error).__name__))
        return
    reader = csv.reader(text.splitlines(keepends=True))
    header = tuple(next(reader, ()))
    missing = [column for column in columns if column not in header]
    strangers = [column for column in header if column not in columns]
    if missing:
        problems.append(Problem(name, 1, "missing_column", ", ".join(missing)))
    if strangers:
        problems.append(Problem(name, 1, "unknown_column", ", ".join(strangers)))
    if missing or strangers:
        return
    for cells in reader:
        if not cells:
            continue
        if len(cells) != len(header):
            problems.append(
                Problem(name, reader.line_num, "wrong_cells", f"{len(cells)} / {len(header)}")
            )
            continue
        yield (
            reader.line_num,
            {column: cell.strip() for column, cell in zip(header, cells, strict=True)},
        )


def _faults(table: str, row: dict[str, str], catalogue: Catalogue, sources: set[str]):
    """Yield every fault of one row as (kind, detail)."""
    yield from _sign_faults(table, row)
    yield from _code_faults(row, catalogue)
    if table not in {"checks", "commitments"}:
        yield from _source_faults(row, sources)
    if table in {"figures", "statistics"}:
        yield from _measure_faults(table, row, catalogue)
    if table == "statistics":
        yield from _person_faults(row)
    if table == "checks":
        yield from _check_faults(row, catalogue)
    if table in {"events", "conventions", "structures", "targets", "commitments", "mentions"}:
        yield from _choice_faults(table, row, catalogue)
    if table in {"checks", "targets", "commitments"}:
        yield from _exhibit_faults(row, catalogue)
    if table == "sources" and row["publisher"] not in catalogue.publishers:
        yield "unknown_code", f"publisher = {row['publisher']}"
    if table in {"demands", "events", "commitments"} and not all(
        row[f"text_{language}"] for language in ("kk", "ru", "en")
    ):
        yield "missing_language", "text"


def _sign_faults(table: str, row: dict[str, str]):
    for column in NUMBERS[table]:
        if row[column] and not NUMBER.fullmatch(row[column]):
            yield "not_a_number", f"{column} = {row[column]}"
    for column in row.keys() & CODE_COLUMNS:
        value = row[column].replace(" ", "")
        if value and not CODE.fullmatch(value):
            yield "look_alike", f"{column} = {row[column]}"
    for column, value in row.items():
        for token in mixed_alphabets(value):
            yield "look_alike", f"{column}: {token}"


def _source_faults(row: dict[str, str], sources: set[str]):
    if not row["source"]:
        yield "no_source", ""
    elif row["source"] not in sources:
        yield "unknown_source", row["source"]


def _code_faults(row: dict[str, str], catalogue: Catalogue):
    if "period" in row and not PERIOD.fullmatch(row["period"]):
        yield "bad_period", row["period"]
    known = {
        "place": catalogue.place_kinds,
        "sector": catalogue.sector_kinds,
        "series": {*catalogue.series, "_T"},
    }
    for column, codes in known.items():
        if column in row and row[column] not in codes:
            yield "unknown_code", f"{column} = {row[column]}"


def _person_faults(row: dict[str, str]):
    if row["sex"] not in SEXES:
        yield "unknown_code", f"sex = {row['sex']}"
    if not AGE.fullmatch(row["age"]):
        yield "unknown_code", f"age = {row['age']}"


def _measure_faults(table: str, row: dict[str, str], catalogue: Catalogue):
    measure = catalogue.measures.get(row["measure"])
    if measure is None:
        yield "unknown_code", f"measure = {row['measure']}"
    elif measure.unit != row["unit"]:
        yield "wrong_unit", f"{row['unit']} ({row['measure']}: {measure.unit})"
    if row["unit"] not in catalogue.units:
        yield "unknown_code", f"unit = {row['unit']}"
    if table == "figures" and not row["locator"]:
        yield "no_locator", ""
    if not row["value"] and not row.get("printed") and not row["note"]:
        yield "blank_unexplained", row["measure"]
    if row["status"] not in STATUSES:
        yield "unknown_code", f"status = {row['status']}"


def _choice_faults(table: str, row: dict[str, str], catalogue: Catalogue):
    areas = {area.id for area in catalogue.areas}
    promisers = {
        code.removeprefix(PROMISER) for code in catalogue.series if code.startswith(PROMISER)
    }
    allowed = {
        "events": {"area": areas, "kind": catalogue.series},
        "conventions": {"convention": catalogue.series, "status": RATIFICATIONS},
        "structures": {
            "structure": catalogue.sector_kinds,
            "member": catalogue.sector_kinds,
            "role": ROLES,
        },
        "targets": {
            "measure": catalogue.measures,
            "comparator": COMPARATORS,
            "direction": DIRECTIONS,
            "promised_by": promisers,
        },
        "commitments": {
            "area": areas,
            "promised_by": promisers,
            "measurable": {"yes", "no"},
            "status": PROGRESS | {""},
        },
        "mentions": {"kind": MENTION_KINDS},
    }[table]
    for column, codes in allowed.items():
        if row[column] not in codes:
            yield "unknown_code", f"{column} = {row[column]}"
    for column in ("end", "as_of"):
        if row.get(column) and not PERIOD.fullmatch(row[column]):
            yield "bad_period", row[column]
    # A source may say "ratified" without the year: then its note says so.
    if table == "conventions" and (
        (row["status"] == "not_ratified" and row["year"])
        or (row["status"] == "ratified" and not row["year"] and not row["note"])
    ):
        yield "not_a_number", f"year = {row['year']}"
    if table not in {"conventions", "commitments"} and not row["locator"]:
        yield "no_locator", ""


def _exhibit_faults(row: dict[str, str], catalogue: Catalogue):
    for exhibit in row["exhibits"].split():
        if catalogue.card(exhibit) is None:
            yield "unknown_code", f"exhibits = {exhibit}"


def _check_faults(row: dict[str, str], catalogue: Catalogue):
    if row["kind"] not in CHECK_KINDS:
        yield "unknown_code", f"kind = {row['kind']}"
    if row["verdict"] not in {"", "disagrees"}:
        yield "unknown_code", f"verdict = {row['verdict']}"
    if row["kind"] in {"share", "change"} and not row["printed"]:
        yield "not_a_number", "printed ="
    why = [bool(row[f"why_{language}"]) for language in ("kk", "ru", "en")]
    if any(why) and not all(why):
        yield "missing_language", "why"


def _typed(table: str, row: dict[str, str]) -> dict[str, object]:
    typed: dict[str, object] = dict(row)
    for column in NUMBERS[table]:
        typed[column] = float(row[column]) if row[column] else None
    return typed
