"""Reads the facts that people enter and says, file and line, what is wrong with them; corrects nothing."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

from app.catalogue import Catalogue
from app.language import read_toml, words
from app.paths import TEXT

FIGURES = ("measure", "period", "place", "sector", "series", "value", "unit", "status", "source", "locator", "note", "printed")
STATISTICS = ("measure", "period", "place", "sector", "sex", "age", "value", "unit", "status", "source", "note")
CHECKS = ("check", "kind", "printed", "decimals", "left", "right", "locator", "exhibits", "verdict", "why_kk", "why_ru", "why_en")
CONFLICTS = ("conflict", "period", "place", "sector", "enterprise", "workers", "printed", "source", "locator")
DEMANDS = ("conflict", "number", "text_kk", "text_ru", "text_en", "source", "locator")
EVENTS = ("event", "period", "end", "place", "sector", "area", "kind", "text_kk", "text_ru", "text_en", "source", "locator")
CONVENTIONS = ("convention", "place", "status", "year", "as_of", "source", "note")
STRUCTURES = ("structure", "member", "place", "role", "since", "until", "source", "locator", "note")
SOURCES = ("source", "publisher", "title", "date", "locator", "url")

KEYS = {
    "figures": ("measure", "period", "place", "sector", "series", "source"),
    "statistics": ("measure", "period", "place", "sector", "sex", "age", "source"),
    "checks": ("check",), "conflicts": ("conflict",), "demands": ("conflict", "number"), "events": ("event",),
    "conventions": ("convention", "place", "source"), "structures": ("structure", "member", "place", "role"), "sources": ("source",),
}
COLUMNS = {"figures": FIGURES, "statistics": STATISTICS, "checks": CHECKS, "conflicts": CONFLICTS, "demands": DEMANDS,
           "events": EVENTS, "conventions": CONVENTIONS, "structures": STRUCTURES, "sources": SOURCES}
NUMBERS = {"figures": ("value",), "statistics": ("value",), "checks": ("printed", "decimals"), "conflicts": ("workers",),
           "demands": ("number",), "events": (), "conventions": ("year",), "structures": ("since", "until"), "sources": ()}
STATUSES = frozenset({"final", "provisional", "estimate", "as_printed_disputed", "quoted"})
CHECK_KINDS = frozenset({"share", "change", "sum", "same", "statement", "missing"})
SEXES = frozenset({"_T", "M", "F"})
RATIFICATIONS = frozenset({"ratified", "not_ratified", "denounced"})
ROLES = frozenset({"founder", "member", "officer", "host", "signatory", "observer", "partner"})

_CODE_COLUMNS = frozenset({"measure", "period", "place", "sector", "series", "sex", "age", "unit", "status", "source", "check", "kind",
                           "conflict", "left", "right", "event", "end", "area", "convention", "as_of", "structure", "member", "role"})
_PERIOD = re.compile(r"\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|/\d{4})?")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_CODE = re.compile(r"[\x21-\x7e]+")
_AGE = re.compile(r"_T|_Z|Y\d{1,2}-\d{1,2}|Y_(GE|LT)\d{1,2}|Y\d{1,2}")
_TOKEN = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in the facts or cards: where, which kind (a key of text/problems.toml), and the words at fault."""

    file: str
    line: int
    kind: str
    detail: str

    def say(self, language: str) -> str:
        """Return the fault with file and line in the reader's language."""
        entry = words(read_toml(TEXT / "problems.toml")[self.kind], self.kind)
        return f"{self.file}:{self.line}: {entry[language].replace('{detail}', self.detail)}"


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
    for table, name, line, row in raw:
        faults = list(_faults(table, row, catalogue, sources))
        key = tuple(row[column] for column in KEYS[table])
        if key in seen[table]:
            faults.append(("duplicate_key", f"{' / '.join(key)} ({seen[table][key]})"))
        seen[table].setdefault(key, f"{name}:{line}")
        facts.problems.extend(Problem(name, line, kind, detail) for kind, detail in faults)
        if not faults:
            facts.tables[table].append(_typed(table, row) | ({"document": name.split("/")[0]} if table == "checks" else {}))
    facts.problems.sort()
    return facts


def mixed_alphabets(text: str) -> list[str]:
    """Return the words of `text` that mix Latin letters into Cyrillic ones (look-alikes such as `Cоюз`)."""
    mixed: list[str] = []
    if text.isascii():
        return mixed
    for token in _TOKEN.findall(text):
        latin = any("a" <= sign.lower() <= "z" for sign in token)
        cyrillic = any("\u0400" <= sign <= "\u04ff" for sign in token)
        if latin and cyrillic:
            mixed.append(token)
    return mixed


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
            problems.append(Problem(name, reader.line_num, "wrong_cells", f"{len(cells)} / {len(header)}"))
            continue
        yield reader.line_num, {column: cell.strip() for column, cell in zip(header, cells, strict=True)}


def _faults(table: str, row: dict[str, str], catalogue: Catalogue, sources: set[str]):
    """Yield every fault of one row as (kind, detail)."""
    yield from _sign_faults(table, row)
    yield from _code_faults(row, catalogue)
    if table != "checks":
        yield from _source_faults(row, sources)
    if table in {"figures", "statistics"}:
        yield from _measure_faults(table, row, catalogue)
    if table == "statistics":
        yield from _person_faults(row)
    if table == "checks":
        yield from _check_faults(row, catalogue)
    if table in {"events", "conventions", "structures"}:
        yield from _choice_faults(table, row, catalogue)
    if table == "sources" and row["publisher"] not in catalogue.publishers:
        yield "unknown_code", f"publisher = {row['publisher']}"
    if table in {"demands", "events"} and not all(row[f"text_{language}"] for language in ("kk", "ru", "en")):
        yield "missing_language", "text"


def _sign_faults(table: str, row: dict[str, str]):
    for column in NUMBERS[table]:
        if row[column] and not _NUMBER.fullmatch(row[column]):
            yield "not_a_number", f"{column} = {row[column]}"
    for column in row.keys() & _CODE_COLUMNS:
        value = row[column].replace(" ", "")
        if value and not _CODE.fullmatch(value):
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
    if "period" in row and not _PERIOD.fullmatch(row["period"]):
        yield "bad_period", row["period"]
    known = {"place": catalogue.place_kinds, "sector": catalogue.sector_kinds, "series": {*catalogue.series, "_T"}}
    for column, codes in known.items():
        if column in row and row[column] not in codes:
            yield "unknown_code", f"{column} = {row[column]}"


def _person_faults(row: dict[str, str]):
    if row["sex"] not in SEXES:
        yield "unknown_code", f"sex = {row['sex']}"
    if not _AGE.fullmatch(row["age"]):
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
    allowed = {
        "events": {"area": areas, "kind": catalogue.series},
        "conventions": {"convention": catalogue.series, "status": RATIFICATIONS},
        "structures": {"structure": catalogue.sector_kinds, "member": catalogue.sector_kinds, "role": ROLES},
    }[table]
    for column, codes in allowed.items():
        if row[column] not in codes:
            yield "unknown_code", f"{column} = {row[column]}"
    for column in ("end", "as_of"):
        if row.get(column) and not _PERIOD.fullmatch(row[column]):
            yield "bad_period", row[column]
    # A source may say "ratified" without the year: then its note says so.
    if table == "conventions" and ((row["status"] == "not_ratified" and row["year"]) or (row["status"] == "ratified" and not row["year"] and not row["note"])):
        yield "not_a_number", f"year = {row['year']}"
    if table != "conventions" and not row["locator"]:
        yield "no_locator", ""


def _check_faults(row: dict[str, str], catalogue: Catalogue):
    if row["kind"] not in CHECK_KINDS:
        yield "unknown_code", f"kind = {row['kind']}"
    if row["verdict"] not in {"", "disagrees"}:
        yield "unknown_code", f"verdict = {row['verdict']}"
    if row["kind"] in {"share", "change"} and not row["printed"]:
        yield "not_a_number", "printed ="
    for exhibit in row["exhibits"].split():
        if catalogue.card(exhibit) is None:
            yield "unknown_code", f"exhibits = {exhibit}"
    why = [bool(row[f"why_{language}"]) for language in ("kk", "ru", "en")]
    if any(why) and not all(why):
        yield "missing_language", "why"


def _typed(table: str, row: dict[str, str]) -> dict[str, object]:
    typed: dict[str, object] = dict(row)
    for column in NUMBERS[table]:
        typed[column] = float(row[column]) if row[column] else None
    return typed
