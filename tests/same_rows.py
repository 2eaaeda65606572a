"""Says whether every question still gives the same rows: run before and after queries were rewritten.

    python tests/same_rows.py write FOLDER [AREA ...]    ask every question for every view and keep the answers
    python tests/same_rows.py write FOLDER --turned      the same over tables whose rows lie the other way round
    python tests/same_rows.py compare BEFORE AFTER       list what differs; exit 1 if a viewer could see any of it

It asks DuckDB alone, over the tables of a release built once from `data/`; it draws nothing and imports nothing of `app`. What is kept of an answer: its marks in
order with all their columns, its findings by name, and the card's sentence with the finding rows in place of the slots: a slot that was
renamed together with its sentence says the same. Two answers from tables that lie the other way round differ where an order has ties.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "queries"
LANGUAGES = ("kk", "ru", "en")
# As tests/exhibits.py: before most series begin, years of borders and methods that changed, the last ones, and one after them.
YEARS = ("2010", "2018", "2022", "2023", "2024", "2026")
SLOT = re.compile(r"\{([a-z_0-9]+)((?:\.[a-z_]+|:[^}#]+|#[^}]+)?)\}")
# Twice the error of a sum whose terms came in another order.
TOLERANCE = 1e-9
# Where a kept finding (period, place, sector, value, status, source …) has its value.
VALUE = 3
Pick = dict[str, str]


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write")
    writing.add_argument("folder", type=Path)
    writing.add_argument("areas", nargs="*", help="areas, or exhibits as area/exhibit; all if none")
    writing.add_argument(
        "--turned", action="store_true", help="let the tables' rows lie the other way round"
    )
    comparing = commands.add_parser("compare")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    options = parser.parse_args(arguments)
    if options.command == "write":
        return write(options.folder, tuple(options.areas), options.turned)
    return compare(options.before, options.after)


def write(folder: Path, areas: tuple[str, ...] = (), turned: bool = False) -> int:
    """Ask the questions below `queries/` for every view and keep each one's answers in `FOLDER/area/exhibit.json`."""
    connection = tables(turned)
    known = codes()
    number, failed, asked_in, start = 0, 0, 0.0, time.perf_counter()
    for path in sorted(QUERIES.glob("*/[!_]*.sql")):
        name = f"{path.parent.name}/{path.stem}"
        if areas and path.parent.name not in areas and name not in areas:
            continue
        card = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
        sql = path.read_text(encoding="utf-8")
        answers = {}
        for pick in picks(card["breakdowns"], known):
            parameters = {
                of: pick.get(of) for of in ("place", "sector", "period") if f"${of}" in sql
            }
            before = time.process_time()
            try:
                rows = (
                    connection.execute(sql, parameters) if parameters else connection.execute(sql)
                )
                columns = [column[0] for column in rows.description]
                found = rows.fetchall()
            except duckdb.Error as error:
                failed += 1
                print(f"{name} {said(pick)}: {error}", file=sys.stderr)
                break
            asked_in += time.process_time() - before
            number += 1
            answers[said(pick)] = answer(columns, found, card.get("finding", {}))
        kept = folder / f"{name}.json"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(answers, ensure_ascii=False, indent=0), encoding="utf-8")
    print(
        f"{number} answers, {asked_in:.1f} s of work in DuckDB ({1000 * asked_in / max(number, 1):.2f} ms each), {time.perf_counter() - start:.0f} s in all"
    )
    return 1 if failed else 0


def answer(
    columns: list[str], rows: list[tuple], sentences: dict[str, dict[str, str]]
) -> dict[str, Any]:
    """Return what is kept of an answer: columns, marks in order, findings by name, and the sentence in three languages."""
    named = [dict(zip(columns, row, strict=True)) for row in rows]
    findings = {row["series"]: row for row in named if row["role"] == "finding"}
    cases = [name for name in findings if name.startswith("case.")]
    sentence = sentences.get(cases[0].removeprefix("case."), {}) if cases else {}
    filled = {
        language: SLOT.sub(lambda slot: _filled(slot, findings), sentence[language])
        for language in LANGUAGES
        if language in sentence
    }
    return {
        "columns": columns,
        "marks": [
            list(row) for row, of in zip(rows, named, strict=True) if of["role"] != "finding"
        ],
        "findings": dict(
            sorted(
                (name, [value for column, value in row.items() if column not in {"role", "series"}])
                for name, row in findings.items()
            )
        ),
        "cases": cases,
        "rows": len(rows),
        "said": filled,
    }


def _filled(slot: re.Match[str], findings: dict[str, dict[str, Any]]) -> str:
    # What a reader sees of a slot: a column of its row (`{top.place}`), or its value in some form (`{now:1}`, `{now#case|cases}`).
    part = slot[2][1:] if slot[2].startswith(".") else "value"
    told = findings.get(slot[1], {}).get(part)
    return f"<{told:.9g}{slot[2]}>" if isinstance(told, float) else f"<{told}>"


def compare(before: Path, after: Path) -> int:
    """Print what differs between two folders of answers, one line for each exhibit and kind of difference; return 1 if a viewer could see any."""
    names = sorted(
        {
            str(path.relative_to(folder))
            for folder in (before, after)
            for path in folder.glob("*/*.json")
        }
    )
    missing, same, seen, unseen = 0, 0, 0, 0
    for name in names:
        if not ((before / name).exists() and (after / name).exists()):
            missing += 1
            continue
        was, now = (
            json.loads((folder / name).read_text(encoding="utf-8")) for folder in (before, after)
        )
        found = list(differences(was, now))
        kinds = sorted({kind for kind, _, _ in found})
        same += not found
        seen += any(not kind.startswith("(") for kind in kinds)
        unseen += bool(kinds) and all(kind.startswith("(") for kind in kinds)
        for kind in kinds:
            where = [(view, what) for other, view, what in found if other == kind]
            print(
                f"{name.removesuffix('.json')}: {kind} in {len(where)} of {len(was)} views; first {where[0][0]}: {where[0][1]}"
            )
    print(
        f"{same} exhibits give the same rows, {seen} differ, {unseen} differ in what no sentence or chart shows, {missing} stand in one folder only"
    )
    return 1 if seen else 0


def differences(was: dict[str, Any], now: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, view, what) for all that differs between one exhibit's answers; a kind in brackets is not seen by a viewer."""
    for view in [*was, *(view for view in now if view not in was)]:
        if view not in was or view not in now:
            yield "not asked or failed", view, "before" if view not in was else "after"
            continue
        one, two = was[view], now[view]
        if one["columns"] != two["columns"]:
            yield "columns", view, f"{one['columns']} / {two['columns']}"
        if len(one["marks"]) != len(two["marks"]):
            yield "number of marks", view, f"{len(one['marks'])} / {len(two['marks'])}"
        elif not _alike(one["marks"], two["marks"]):
            first = next(
                (a, b) for a, b in zip(one["marks"], two["marks"], strict=True) if not _alike(a, b)
            )
            moved = sorted(map(str, one["marks"])) == sorted(map(str, two["marks"]))
            yield "order of marks" if moved else "marks", view, f"{first[0]} / {first[1]}"
        said_alike = one["said"] == two["said"]
        if not said_alike:
            yield "sentence", view, f"{one['said'].get('en')} / {two['said'].get('en')}"
        if one["cases"] != two["cases"]:
            yield (
                "(case renamed)" if said_alike and one["said"] else "case",
                view,
                f"{one['cases']} / {two['cases']}",
            )
        yield from (
            (kind, view, what) for kind, what in _of_findings(one["findings"], two["findings"])
        )
        if two["rows"] - len(two["marks"]) != len(two["findings"]):
            yield "a finding twice", view, str(two["rows"] - len(two["marks"]))


def _of_findings(was: dict[str, list[Any]], now: dict[str, list[Any]]) -> Iterator[tuple[str, str]]:
    """Yield (kind, what) for the findings that differ: their values count, and what a sentence shows of them is compared with the sentence."""
    one, two = (
        {name: row for name, row in rows.items() if not name.startswith("case.")}
        for rows in (was, now)
    )
    gone, new = [name for name in one if name not in two], [name for name in two if name not in one]
    lost = [
        name
        for name in gone
        if not any(_alike(one[name][VALUE], two[other][VALUE]) for other in new)
    ]
    if lost and "case.none" in was and "case.none" in now:
        yield "(findings of nothing published)", f"{lost} / {new}"
    elif lost:
        yield "findings gone", f"{lost} / {new}"
    elif gone:
        yield "(findings renamed)", f"{gone} / {new}"
    if len(new) > len(gone):
        yield "(findings added)", str(new)
    for name in one.keys() & two.keys():
        if not _alike(one[name][VALUE], two[name][VALUE]):
            yield f"value of {name}", f"{one[name]} / {two[name]}"
        elif not _alike(one[name][: VALUE + 3], two[name][: VALUE + 3]):
            yield f"(codes of {name})", f"{one[name]} / {two[name]}"


def _alike(one: Any, two: Any) -> bool:
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(_alike(a, b) for a, b in zip(one, two, strict=True))
    if isinstance(one, float) and isinstance(two, float):
        return (
            one == two
            or math.isclose(one, two, rel_tol=TOLERANCE, abs_tol=0)
            or (math.isnan(one) and math.isnan(two))
        )
    # A number that was whole before and has a point now is another type: the contract asks for floating point.
    return type(one) is type(two) and one == two


def picks(breakdowns: list[str], known: dict[str, list[str]]) -> Iterator[Pick]:
    """Yield what a viewer may pick: nothing, each region, each union sector, some years; regions and sectors by year and together."""
    places = known["places"] if "region" in breakdowns else []
    sectors = known["sectors"] if "sector" in breakdowns else []
    years = YEARS if "period" in breakdowns else ()
    yield {}
    yield from ({"place": place} for place in places)
    yield from ({"sector": sector} for sector in sectors)
    yield from ({"period": year} for year in years)
    if years:
        yield from (
            {"place": place, "period": ("2020", "2024")[turn % 2]}
            for turn, place in enumerate(places)
        )
        yield from (
            {"sector": sector, "period": ("2020", "2024")[turn % 2]}
            for turn, sector in enumerate(sectors)
        )
    if places and sectors:
        yield from (
            {"place": place, "sector": sector} for place in places for sector in sectors[:2]
        )


def said(pick: Pick) -> str:
    """Return a pick as one word of the kept file."""
    return " ".join(f"{of}={code}" for of, code in pick.items()) or "no filter"


def codes() -> dict[str, list[str]]:
    """Return the regions and the union sectors that a viewer picks from."""
    found = {}
    for name, column, kinds in (
        ("places", "place", {"region", "city"}),
        ("sectors", "sector", {"union"}),
    ):
        with (ROOT / "data" / "codes" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found[name] = list(
                dict.fromkeys(row[column] for row in csv.DictReader(file) if row["kind"] in kinds)
            )
    return found


def tables(turned: bool) -> duckdb.DuckDBPyConnection:
    """Return the release's tables and the shared vocabulary in memory, closed as at run time."""
    connection = duckdb.connect(config={"threads": 1})
    for path in sorted(_release().glob("*.parquet")):
        connection.execute(
            f"create table {path.stem} as select * from read_parquet(?)", [str(path)]
        )
        if turned:
            connection.execute(
                f"create or replace table {path.stem} as select * from {path.stem} order by rowid desc"
            )
    shared = (QUERIES / "_shared.sql").read_text(encoding="utf-8")
    connection.execute(shared.replace("{country}", "KZ").replace("{most_regions}", "15"))
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def _release() -> Path:
    """Return the folder of a release of today's facts, built once for each state of the facts and of the code that builds it."""
    digest = hashlib.sha256()
    built_from = (*(ROOT / "data").rglob("*.csv"), *(ROOT / "app" / "release").rglob("*.py"))
    for path in sorted([*built_from, ROOT / "data" / "text" / "breaks.toml"]):
        digest.update(path.read_bytes())
    data = Path(tempfile.gettempdir()) / f"union-indicators-rows-{digest.hexdigest()[:16]}"
    for name in ("sources", "codes", "geo"):
        data.mkdir(parents=True, exist_ok=True)
        if not (data / name).is_symlink():
            (data / name).symlink_to(ROOT / "data" / name)
    settings = os.environ | {"UNION_INDICATORS_DATA": str(data)}
    if not (data / "releases" / "current").exists():
        subprocess.run(
            [sys.executable, "-m", "app.release", "build"], cwd=ROOT, env=settings, check=True
        )
    number = int((data / "releases" / "current").read_text(encoding="ascii"))
    return data / "releases" / f"{number:04d}"


if __name__ == "__main__":
    sys.exit(main())
