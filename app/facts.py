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
TARGETS = ("target", "measure", "place", "sector", "series", "value", "comparator", "by", "direction", "promised_by", "base_period", "printed", "exhibits",
           "source", "locator", "note")
COMMITMENTS = ("commitment", "area", "promised_by", "text_kk", "text_ru", "text_en", "measurable", "target", "exhibits",
               "status", "status_date", "status_source", "status_locator", "status_kk", "status_ru", "status_en")
MENTIONS = ("commitment", "source", "locator", "kind")
SOURCES = ("source", "publisher", "title", "date", "locator", "url")

KEYS = {
    "figures": ("measure", "period", "place", "sector", "series", "source"),
    "statistics": ("measure", "period", "place", "sector", "sex", "age", "source"),
    "checks": ("check",), "conflicts": ("conflict",), "demands": ("conflict", "number"), "events": ("event",),
    "conventions": ("convention", "place", "source"), "structures": ("structure", "member", "place", "role"),
    "targets": ("target", "measure", "place", "sector", "series"), "commitments": ("commitment",), "mentions": ("commitment", "source", "locator", "kind"),
    "sources": ("source",),
}
COLUMNS = {"figures": FIGURES, "statistics": STATISTICS, "checks": CHECKS, "conflicts": CONFLICTS, "demands": DEMANDS,
           "events": EVENTS, "conventions": CONVENTIONS, "structures": STRUCTURES,
           "targets": TARGETS, "commitments": COMMITMENTS, "mentions": MENTIONS, "sources": SOURCES}
NUMBERS = {"figures": ("value",), "statistics": ("value",), "checks": ("printed", "decimals"), "conflicts": ("workers",),
           "demands": ("number",), "events": (), "conventions": ("year",), "structures": ("since", "until"),
           "targets": ("value",), "commitments": (), "mentions": (), "sources": ()}
STATUSES = frozenset({"final", "provisional", "estimate", "as_printed_disputed", "quoted"})
CHECK_KINDS = frozenset({"share", "change", "sum", "same", "statement", "missing"})
SEXES = frozenset({"_T", "M", "F"})
RATIFICATIONS = frozenset({"ratified", "not_ratified", "denounced"})
ROLES = frozenset({"founder", "member", "officer", "host", "signatory", "observer", "partner"})
COMPARATORS = frozenset({"at_least", "at_most", "more_than", "equal"})
DIRECTIONS = frozenset({"up", "down"})
PROGRESS = frozenset({"done", "in_progress", "planned"})
MENTION_KINDS = frozenset({"promise", "repeated", "report"})
PROMISER = "promiser_"  # so begins the series code that names who promised
LONGEST_WORDING = 120

_CODE_COLUMNS = frozenset({"measure", "period", "place", "sector", "series", "sex", "age", "unit", "status", "source", "check", "kind",
                           "conflict", "left", "right", "event", "end", "area", "convention", "as_of", "structure", "member", "role",
                           "target", "comparator", "by", "direction", "promised_by", "base_period", "exhibits", "commitment", "measurable",
                           "status_date", "status_source"})
_PERIOD = re.compile(r"\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|/\d{4})?")
_YEAR = re.compile(r"\d{4}")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_CODE = re.compile(r"[\x21-\x7e]+")
_AGE = re.compile(r"_T|_Z|Y\d{1,2}-\d{1,2}|Y_(GE|LT)\d{1,2}|Y\d{1,2}")
_TOKEN = re.compile(r"[^\W\d_]+")
_WORDINGS = ("text_kk", "text_ru", "text_en", "status_kk", "status_ru", "status_en")


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
    promises = _promises(raw)
    for table, name, line, row in raw:
        faults = [*_faults(table, row, catalogue, sources), *_promise_faults(table, row, promises)]
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
    if table in {"demands", "events", "commitments"} and not all(row[f"text_{language}"] for language in ("kk", "ru", "en")):
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
    promisers = {code.removeprefix(PROMISER) for code in catalogue.series if code.startswith(PROMISER)}
    allowed = {
        "events": {"area": areas, "kind": catalogue.series},
        "conventions": {"convention": catalogue.series, "status": RATIFICATIONS},
        "structures": {"structure": catalogue.sector_kinds, "member": catalogue.sector_kinds, "role": ROLES},
        "targets": {"measure": catalogue.measures, "comparator": COMPARATORS, "direction": DIRECTIONS, "promised_by": promisers},
        "commitments": {"area": areas, "promised_by": promisers, "measurable": {"yes", "no"}, "status": PROGRESS | {""}},
        "mentions": {"kind": MENTION_KINDS},
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
    if table not in {"conventions", "commitments"} and not row["locator"]:
        yield "no_locator", ""


def _exhibit_faults(row: dict[str, str], catalogue: Catalogue):
    for exhibit in row["exhibits"].split():
        if catalogue.card(exhibit) is None:
            yield "unknown_code", f"exhibits = {exhibit}"


def _target_faults(row: dict[str, str], promises: _Promises):
    if row["target"] not in promises.named:
        yield "target_unnamed", row["target"]
    yield from _direction_faults(row, promises.values[_aim(row)])
    if not row["value"]:
        yield "not_a_number", "value ="
    if not _PERIOD.fullmatch(row["base_period"]):
        yield "bad_period", f"base_period = {row['base_period']}"
    if row["by"] and not _YEAR.fullmatch(row["by"]):
        yield "bad_period", f"by = {row['by']}"
    elif row["by"] and row["by"] < row["base_period"][:4]:
        yield "target_before_base", f"by = {row['by']}, base_period = {row['base_period']}"


def _commitment_faults(row: dict[str, str], promises: _Promises):
    if row["commitment"] not in promises.promised:
        yield "commitment_unmentioned", row["commitment"]
    if row["target"] and row["target"] not in promises.targets:
        yield "unknown_code", f"target = {row['target']}"
    for column in _WORDINGS:
        if len(row[column]) > LONGEST_WORDING:
            yield "too_long", f"{column}: {len(row[column])} > {LONGEST_WORDING}"
    if row["measurable"] == "no" and row["target"]:
        yield "target_not_measurable", row["target"]
    yield from _progress_faults(row, promises.sources)


def _progress_faults(row: dict[str, str], sources: frozenset[str]):
    """Yield what is wrong with what a document says has become of a commitment."""
    said = {column: row[column] for column in COMMITMENTS if column.startswith("status_")}
    if not row["status"]:
        if any(said.values()):
            yield "unknown_code", "status ="
        return
    missing = [column for column in ("status_date", "status_source", "status_locator") if not said[column]]
    if missing:
        yield "status_without_source", ", ".join(missing)
    if said["status_source"] and said["status_source"] not in sources:
        yield "unknown_source", said["status_source"]
    if said["status_date"] and not _PERIOD.fullmatch(said["status_date"]):
        yield "bad_period", f"status_date = {said['status_date']}"
    if not all(said[f"status_{language}"] for language in ("kk", "ru", "en")):
        yield "missing_language", "status"


@dataclass(frozen=True, slots=True)
class _Promises:
    """What rows of targets, commitments and mentions must know of one another; `values`: (period, value) of what a target is for."""

    sources: frozenset[str]
    targets: frozenset[str]
    commitments: frozenset[str]
    named: frozenset[str]
    promised: frozenset[str]
    values: dict[tuple[str, ...], list[tuple[str, float]]]


def _promises(raw: list[tuple[str, str, int, dict[str, str]]]) -> _Promises:
    rows = {table: [row for kind, _, _, row in raw if kind == table] for table in ("targets", "commitments", "mentions")}
    values: dict[tuple[str, ...], list[tuple[str, float]]] = {_aim(row): [] for row in rows["targets"]}
    for table, _, _, row in raw:
        whole = table == "figures" or (table == "statistics" and row["sex"] == row["age"] == "_T")
        if whole and _aim(row) in values and _NUMBER.fullmatch(row["value"]):
            values[_aim(row)].append((row["period"], float(row["value"])))
    return _Promises(
        sources=frozenset(row["source"] for table, _, _, row in raw if table == "sources"),
        targets=frozenset(row["target"] for row in rows["targets"]),
        commitments=frozenset(row["commitment"] for row in rows["commitments"]),
        named=frozenset(row["target"] for row in rows["commitments"]),
        promised=frozenset(row["commitment"] for row in rows["mentions"] if row["kind"] == "promise"),
        values=values,
    )


def _aim(row: dict[str, str]) -> tuple[str, ...]:
    """Return what a row counts: statistics have no series."""
    return row["measure"], row["place"], row["sector"], row.get("series", "_T")


def _promise_faults(table: str, row: dict[str, str], promises: _Promises):
    """Yield what is wrong with a row of the three tables of promises, in itself and beside the others."""
    if table == "targets":
        yield from _target_faults(row, promises)
    if table == "commitments":
        yield from _commitment_faults(row, promises)
    if table == "mentions" and row["commitment"] not in promises.commitments:
        yield "mention_of_nothing", row["commitment"]


def _direction_faults(row: dict[str, str], values: list[tuple[str, float]]):
    """A target lies on the side of the base value to which the value is to move; several sources: at least for one of them."""
    later = [period for period, _ in values if period >= row["base_period"]]
    if not later or not _NUMBER.fullmatch(row["value"]):
        return
    base, aim = sorted(value for period, value in values if period == min(later)), float(row["value"])
    if (row["direction"] == "up" and aim < base[0]) or (row["direction"] == "down" and aim > base[-1]):
        yield "target_direction", f"{row['direction']}: {base[0]:g} ({min(later)}) → {aim:g}"


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
