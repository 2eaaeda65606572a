"""Reads the facts that people enter and says, file and line, what is wrong; corrects nothing."""

from __future__ import annotations

import csv
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.catalogue.cards import Catalogue
from app.facts.corrections import correction_faults
from app.facts.editions import editions_in, undecided
from app.facts.problems import Problem, mixed_alphabets
from app.facts.programmes import programme_faults, programmes_in
from app.facts.promises import promise_faults, promises_in
from app.facts.tables import (
    AGAINST,
    AGE,
    CHECK_KINDS,
    CODE,
    CODE_COLUMNS,
    COLUMNS,
    COMPARATORS,
    DIRECTIONS,
    KEYS,
    MENTION_KINDS,
    MODALITIES,
    NUMBER,
    NUMBERS,
    PERIOD,
    PROGRAMME_KIND,
    PROGRESS,
    PROMISER,
    RATIFICATIONS,
    ROLES,
    RUNNER,
    SELECTOR,
    SEXES,
    STATUSES,
    Check,
    Entered,
    FactRow,
)

Fault = tuple[str, str]


@dataclass(slots=True)
class Facts:
    """All facts by table, as entered, the checks apart; and what is wrong with them."""

    tables: dict[str, list[FactRow]]
    checks: list[Check] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lines: dict[tuple[str, ...], str] = field(default_factory=dict)  # table and key → file:line


def read_facts(folder: Path, catalogue: Catalogue) -> Facts:
    """Read every CSV below `folder` (data/sources), check each row; return rows and problems."""
    facts = Facts({table: [] for table in COLUMNS if table != "checks"})
    lines = list(_entered(folder, facts.problems))
    sources = {line.cells["source"] for line in lines if line.table == "sources"}
    promises, programmes = promises_in(lines), programmes_in(lines)
    choices = _choices(catalogue)
    for line in lines:
        faults = [
            *_faults(line.table, line.cells, catalogue, sources, choices.get(line.table, {})),
            *promise_faults(line.table, line.cells, promises),
            *programme_faults(line.table, line.cells, programmes),
            *correction_faults(line.table, line.cells),
        ]
        key = tuple(line.cells[column] for column in KEYS[line.table])
        here = f"{line.file}:{line.line}"
        if (first := facts.lines.setdefault((line.table, *key), here)) != here:
            faults.append(("duplicate_key", f"{' / '.join(key)} ({first})"))
        facts.problems.extend(Problem(line.file, line.line, *fault) for fault in faults)
        if faults:
            continue
        if line.table == "checks":
            facts.checks.append(_check(line))
        else:
            facts.tables[line.table].append(_typed(line))
    editions = editions_in(facts.tables["sources"])
    facts.problems.extend(
        Problem("sources.csv", 0, "editions_undecided", fact)
        for table in ("figures", "statistics")
        for fact in undecided(facts.tables[table], KEYS[table], editions)
    )
    facts.problems.sort()
    return facts


def _entered(folder: Path, problems: list[Problem]) -> Iterator[Entered]:
    """Yield every line of every file below a folder; name the files that are no table's."""
    paths = sorted(folder.glob("*/*.csv"))
    if not paths:
        problems.append(Problem(folder.name, 0, "no_facts", str(folder.name)))
    for path in paths:
        name = f"{path.parent.name}/{path.name}"
        table = next((table for table in COLUMNS if path.stem.startswith(table)), None)
        if table is None:
            problems.append(Problem(name, 0, "unknown_file", path.name))
            continue
        for line, cells in _rows(path, name, COLUMNS[table], problems):
            yield Entered(table, name, line, cells)


def _rows(
    path: Path, name: str, columns: tuple[str, ...], problems: list[Problem]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the lines of a file that have as many cells as its head, which must be the table's."""
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
            counts = f"{len(cells)} / {len(header)}"
            problems.append(Problem(name, reader.line_num, "wrong_cells", counts))
            continue
        stripped = (cell.strip() for cell in cells)
        yield reader.line_num, dict(zip(header, stripped, strict=True))


def _faults(
    table: str,
    row: dict[str, str],
    catalogue: Catalogue,
    sources: set[str],
    choices: dict[str, Container[str]],
) -> Iterator[Fault]:
    """Yield every fault of one row as (kind, detail)."""
    yield from _sign_faults(table, row)
    yield from _code_faults(row, catalogue)
    if table not in {"checks", "commitments", "corrections"}:
        yield from _source_faults(row, sources)
    if table in {"figures", "statistics"}:
        yield from _measure_faults(table, row, catalogue)
    if table == "statistics":
        yield from _person_faults(row)
    if table == "checks":
        yield from _check_faults(row, catalogue)
    if choices:
        yield from _choice_faults(table, row, catalogue, choices)
    if table in {"checks", "targets", "commitments", "programmes", "remarks"}:
        yield from _exhibit_faults(row, catalogue)
    if table == "sources":
        yield from _document_faults(row, catalogue)
    if table in {"demands", "events", "commitments", "remarks"} and not all(
        row[f"text_{language}"] for language in ("kk", "ru", "en")
    ):
        yield "missing_language", "text"


def _document_faults(row: dict[str, str], catalogue: Catalogue) -> Iterator[Fault]:
    if row["publisher"] not in catalogue.publishers:
        yield "unknown_code", f"publisher = {row['publisher']}"
    if row["about"] and not PERIOD.fullmatch(row["about"]):
        yield "bad_period", f"about = {row['about']}"


def _sign_faults(table: str, row: dict[str, str]) -> Iterator[Fault]:
    for column in NUMBERS[table]:
        said_by_code = table == "checks" and column == "printed" and SELECTOR.fullmatch(row[column])
        if row[column] and not said_by_code and not NUMBER.fullmatch(row[column]):
            yield "not_a_number", f"{column} = {row[column]}"
    for column in row.keys() & CODE_COLUMNS:
        value = row[column].replace(" ", "")
        if value and not CODE.fullmatch(value):
            yield "look_alike", f"{column} = {row[column]}"
    for column, value in row.items():
        for token in mixed_alphabets(value):
            yield "look_alike", f"{column}: {token}"


def _source_faults(row: dict[str, str], sources: set[str]) -> Iterator[Fault]:
    if not row["source"]:
        yield "no_source", ""
    elif row["source"] not in sources:
        yield "unknown_source", row["source"]


def _code_faults(row: dict[str, str], catalogue: Catalogue) -> Iterator[Fault]:
    # A remark may be about whatever its document says.
    remark = "remark" in row
    if "period" in row and not PERIOD.fullmatch(row["period"]) and (row["period"] or not remark):
        yield "bad_period", row["period"]
    known: dict[str, Container[str]] = {
        "place": catalogue.place_kinds,
        "sector": catalogue.sector_kinds,
    }
    for column, codes in known.items():
        if column in row and row[column] not in codes and (row[column] or not remark):
            yield "unknown_code", f"{column} = {row[column]}"
    if "series" in row and row["series"] != "_T" and not catalogue.series_of(row["series"]):
        yield "unknown_code", f"series = {row['series']}"


def _person_faults(row: dict[str, str]) -> Iterator[Fault]:
    if row["sex"] not in SEXES:
        yield "unknown_code", f"sex = {row['sex']}"
    if not AGE.fullmatch(row["age"]):
        yield "unknown_code", f"age = {row['age']}"


def _measure_faults(table: str, row: dict[str, str], catalogue: Catalogue) -> Iterator[Fault]:
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


def _choices(catalogue: Catalogue) -> dict[str, dict[str, Container[str]]]:
    """Return by table what may stand in its columns that choose among few codes."""
    areas = {area.id for area in catalogue.areas}

    def named(prefix: str) -> set[str]:
        return {code.removeprefix(prefix) for code in catalogue.series if code.startswith(prefix)}

    promisers = named(PROMISER)
    return {
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
            "modality": MODALITIES,
            "measurable": {"yes", "no"},
            "status": PROGRESS | {""},
        },
        "mentions": {"kind": MENTION_KINDS},
        "programmes": {"area": areas, "kind": named(PROGRAMME_KIND)},
    }


def _choice_faults(
    table: str, row: dict[str, str], catalogue: Catalogue, choices: dict[str, Container[str]]
) -> Iterator[Fault]:
    for column, codes in choices.items():
        if row[column] not in codes:
            yield "unknown_code", f"{column} = {row[column]}"
    if table == "programmes":
        for code in row["run_by"].split():
            if f"{RUNNER}{code}" not in catalogue.series:
                yield "unknown_code", f"run_by = {code}"
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


def _exhibit_faults(row: dict[str, str], catalogue: Catalogue) -> Iterator[Fault]:
    for exhibit in row["exhibits"].split():
        if catalogue.card(exhibit) is None:
            yield "unknown_code", f"exhibits = {exhibit}"


def _check_faults(row: dict[str, str], catalogue: Catalogue) -> Iterator[Fault]:
    if row["kind"] not in CHECK_KINDS:
        yield "unknown_code", f"kind = {row['kind']}"
    if row["verdict"] not in {"", "disagrees"}:
        yield "unknown_code", f"verdict = {row['verdict']}"
    if row["kind"] in {"share", "change"} and not row["printed"]:
        yield "not_a_number", "printed ="
    # A statement has nothing to be recomputed from: that it disagrees, only a person can say.
    if row["kind"] in {"statement", "missing"} and not row["verdict"]:
        yield "unknown_code", "verdict ="
    if row["against"] not in {"", *AGAINST}:
        yield "unknown_code", f"against = {row['against']}"
    if row["weight"] not in {"", "1", "2", "3"}:
        yield "not_a_number", f"weight = {row['weight']}"
    why = [bool(row[f"why_{language}"]) for language in ("kk", "ru", "en")]
    if any(why) and not all(why):
        yield "missing_language", "why"


def _typed(line: Entered) -> FactRow:
    typed: FactRow = dict(line.cells)
    for column in NUMBERS[line.table]:
        typed[column] = _number(line.cells[column])
    return typed


def _check(line: Entered) -> Check:
    cells = dict(line.cells)
    printed, decimals, weight = (cells.pop(column) for column in NUMBERS["checks"])
    said_by_code = SELECTOR.fullmatch(printed) is not None
    return Check(
        printed=None if said_by_code else _number(printed),
        decimals=_number(decimals),
        weight=_number(weight),
        document=line.file.split("/")[0],
        printed_at=printed if said_by_code else "",
        **cells,
    )


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
