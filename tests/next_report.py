"""Makes up the federation's next report from the one that there is: the same tables a year on, every
number changed by rule; publishes nothing.

What it prints is nobody's figure. Every amount is three times today's: counts stay whole, parts add up where they
add up today, and of any number that is shown one can say what it must be; two years counted together
would give twice or four times. Shares, flags, ordinals and terms stay. `repeating`: as real reports do, it prints last year's value beside its own
(some are revised), tells some events, memberships and promises again, and says nothing of others. One
strike has no printed number of workers, one list is not there, one number is blank.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

Row = dict[str, str]
OLD, NEW = "fprk_report_2025", "fprk_report_2026"
YEAR = 2025
TIMES = 3
# What is no amount: it is the same next year.
_STAYS = {"percent", "flag", "ordinal", "year", "years", "days", "hours", "months", "times"}
# The list that the next report leaves out, and the number that it leaves blank.
LEFT_OUT = ("court_cases", "3.2.5, table row")
BLANK = ("dispute_seminars", "KZ", "_T", "_T")
SILENT_STRIKE = "m_techservice_next"
_MODALITY = re.compile(r"(?:более|больше|свыше|почти|около|не менее)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Report:
    """The tables of the next report, and what a test must know of them: the keys (measure, period,
    place, sector, series) that it revises.
    """

    tables: dict[str, list[Row]]
    revised: frozenset[tuple[str, ...]]


def lay(data: Path, root: Path, *, repeating: bool = False) -> Report:
    """Lay a data folder that has all of `root`'s facts and the next report; return the report."""
    sources = data / "sources"
    sources.mkdir(parents=True)
    for name in ("codes", "geo"):
        (data / name).symlink_to(root / "data" / name)
    for folder in sorted((root / "data" / "sources").iterdir()):
        (sources / folder.name).symlink_to(folder)
    report = made(root / "data" / "sources" / OLD, repeating=repeating)
    (sources / NEW).mkdir()
    for table, rows in report.tables.items():
        _write(sources / NEW / f"{table}.csv", rows)
    return report


def made(folder: Path, *, repeating: bool) -> Report:
    """Return the next report after the one in a folder."""
    old = {
        table: _read(folder, table)
        for table in (
            "figures",
            "conflicts",
            "demands",
            "conventions",
            "events",
            "structures",
            "commitments",
            "mentions",
            "programmes",
            "sources",
        )
    }
    figures, revised = _figures(old["figures"], repeating)
    tables = {
        "figures": figures,
        "conflicts": [_conflict(row) for row in old["conflicts"]],
        # The demands of the second strike are not printed.
        "demands": [
            _of_next(row, conflict=f"{row['conflict']}_next")
            for row in old["demands"]
            if row["conflict"] == "ozenmunayservice"
        ],
        "conventions": [_of_next(row, as_of=_moved(row["as_of"])) for row in old["conventions"]],
        "events": [_event(row) for row in old["events"] if _own(row["period"])],
        "structures": [
            *(_of_next(row, since=_moved(row["since"])) for row in old["structures"][:4]),
            _of_next(old["structures"][-1], structure="ORG_ILAF", member="_T", place="_Z"),
        ],
        "programmes": [_of_next(row) for row in old["programmes"][::3]],
        "sources": [
            _of_next(
                row,
                title=_moved(row["title"]),
                about=str(YEAR + 1),
                date=f"{YEAR + 2}-02-15",
            )
            for row in old["sources"]
        ],
    }
    if repeating:
        tables["events"] += [
            _of_next(row) for row in old["events"] if _digest(row["event"]) % 5 == 0
        ]
        tables["structures"] += [_of_next(row) for row in old["structures"][4:-3]]
    tables["commitments"], tables["mentions"] = _promises(old, repeating)
    return Report(tables, revised)


def _figures(rows: list[Row], repeating: bool) -> tuple[list[Row], frozenset[tuple[str, ...]]]:
    own = [row for row in rows if _own(row["period"])]
    next_rows, revised = [], set()
    last_year = {_key(row): row for row in own}
    for row in own:
        if row["measure"] == LEFT_OUT[0] and row["locator"].startswith(LEFT_OUT[1]):
            continue
        blank = (row["measure"], row["place"], row["sector"], row["series"]) == BLANK
        next_rows.append(
            _of_next(
                row,
                period=_moved(row["period"]),
                series=_moved(row["series"]),
                value="" if blank else _next_value(row),
                status="final" if row["status"] == "as_printed_disputed" else row["status"],
                locator=_moved(row["locator"]),
                note=_moved(row["note"]),
                printed="число не названо" if blank else _printed(row, _next_value(row)),
            )
        )
    if not repeating:
        return next_rows, frozenset()
    # Where the report prints the year before, the next one does.
    for row in rows:
        before = (row["measure"], str(YEAR), *(row[code] for code in ("place", "sector", "series")))
        if row["period"] != str(YEAR - 1) or before not in last_year:
            continue
        again = last_year[before]
        value = again["value"]
        if row["unit"] not in _STAYS and _digest("".join(before)) % 9 == 0 and value:
            value = _number(float(value) + (1 if "." not in value else 0.1), value)
            revised.add(before)
        next_rows.append(_of_next(again, value=value))
    return next_rows, frozenset(revised)


def _next_value(row: Row) -> str:
    value = row["value"]
    if not value or row["unit"] in _STAYS:
        return value
    return _number(TIMES * float(value), value)


def _printed(row: Row, value: str) -> str:
    modality = _MODALITY.match(row["printed"])
    if not row["value"]:
        return row["printed"]
    return f"{modality[0]} {value}" if modality else ""


def _conflict(row: Row) -> Row:
    name = f"{row['conflict']}_next"
    silent = {"workers": "", "printed": "сколько человек участвовало, не сказано"}
    return _of_next(
        row,
        conflict=name,
        period=_moved(row["period"]),
        **(
            silent
            if name == SILENT_STRIKE
            else {"workers": _number(TIMES * float(row["workers"]), "1"), "printed": ""}
        ),
    )


def _event(row: Row) -> Row:
    moved = {
        column: _moved(row[column]) for column in ("period", "end", "text_kk", "text_ru", "text_en")
    }
    return _of_next(row, event=f"{row['event']}_next", **moved)


def _promises(old: dict[str, list[Row]], repeating: bool) -> tuple[list[Row], list[Row]]:
    """Return the promises of the next report and its mentions: every fourth is made anew, and of
    every third of the others it tells what became of it.
    """
    kept = [row for row in old["commitments"] if not row["target"] and not row["shown_by"]]
    new = [_renewed(row) for row in kept[::4]]
    mentioned: dict[str, list[Row]] = {}
    for row in old["mentions"]:
        mentioned.setdefault(row["commitment"], []).append(row)
    mentions = [
        _of_next(mention, commitment=f"{row['commitment']}_next")
        for row in kept[::4]
        for mention in mentioned[row["commitment"]]
    ]
    again = []
    for row in kept[1::3] if repeating else ():
        if row["status"] != "in_progress":
            continue
        again.append(
            {**row, "status_date": str(YEAR + 1), "status_source": NEW, "status_locator": "7, text"}
        )
        mentions.append(
            {"commitment": row["commitment"], "source": NEW, "locator": "7, text", "kind": "report"}
        )
    return [*new, *again], mentions


def _renewed(row: Row) -> Row:
    return {
        **row,
        "commitment": f"{row['commitment']}_next",
        "due": _moved(row["due"]),
        "status_date": _moved(row["status_date"]),
        "status_source": NEW if row["status_source"] == OLD else row["status_source"],
    }


def _of_next(row: Row, **changed: str) -> Row:
    return {**row, "source": NEW, **changed}


def _own(period: str) -> bool:
    """Say whether a period is the report's own year or lies after it."""
    return any(int(year) >= YEAR for year in re.findall(r"\d{4}", period))


def _moved(text: str) -> str:
    """Return a text a year on: each year from the year before the report's on."""
    return re.sub(r"(?<!\d)20(?:2[4-9]|30)(?!\d)", lambda found: str(int(found[0]) + 1), text)


def _number(value: float, like: str) -> str:
    decimals = len(like.partition(".")[2])
    return f"{value:.{decimals}f}"


def _key(row: Row) -> tuple[str, ...]:
    return tuple(row[code] for code in ("measure", "period", "place", "sector", "series"))


def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest(), "big")


def _read(folder: Path, table: str) -> list[Row]:
    rows: list[Row] = []
    for path in sorted(folder.glob(f"{table}*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return rows


def _write(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
