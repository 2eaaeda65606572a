"""What must hold between commitments, targets and mentions; says what does not, mends nothing."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from app.facts.tables import COMMITMENTS, JUDGED, NUMBER, PERIOD, YEAR, Entered

LONGEST_WORDING = 120
_WORDINGS = ("text_kk", "text_ru", "text_en", "status_kk", "status_ru", "status_en")


@dataclass(frozen=True, slots=True)
class Promises:
    """What rows of targets, commitments and mentions must know of one another.

    `named` are the targets that commitments name; `made` are the (kind, source, locator) at which
    documents make a commitment or say what is none; `due` is the year of each target; `told` are
    events and figures as `shown_by` names them; `values` are the (period, value) published of what
    a target is for.
    """

    sources: frozenset[str]
    targets: frozenset[str]
    commitments: frozenset[str]
    named: frozenset[str]
    made: dict[str, list[tuple[str, str, str]]]
    due: dict[str, set[str]]
    told: frozenset[str]
    values: dict[tuple[str, ...], list[tuple[str, float]]]


def promises_in(lines: Iterable[Entered]) -> Promises:
    """Gather what the tables of promises name, before anything is checked against it."""
    rows: dict[str, list[dict[str, str]]] = {}
    for line in lines:
        rows.setdefault(line.table, []).append(line.cells)
    targets, commitments = rows.get("targets", []), rows.get("commitments", [])
    values: dict[tuple[str, ...], list[tuple[str, float]]] = {_aim(row): [] for row in targets}
    whole = [row for row in rows.get("statistics", []) if row["sex"] == row["age"] == "_T"]
    for row in (*rows.get("figures", []), *whole):
        if _aim(row) in values and NUMBER.fullmatch(row["value"]):
            values[_aim(row)].append((row["period"], float(row["value"])))
    made: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows.get("mentions", []):
        if row["kind"] in {"promise", "said"}:
            place = row["kind"], row["source"], row["locator"]
            made.setdefault(row["commitment"], []).append(place)
    due: dict[str, set[str]] = {}
    for row in targets:
        due.setdefault(row["target"], set()).add(row["by"])
    told = {f"event:{row['event']}" for row in rows.get("events", [])}
    told |= {_selector(row) for row in rows.get("figures", [])}
    return Promises(
        sources=frozenset(row["source"] for row in rows.get("sources", [])),
        targets=frozenset(row["target"] for row in targets),
        commitments=frozenset(row["commitment"] for row in commitments),
        named=frozenset(row["target"] for row in commitments),
        made=made,
        due=due,
        told=frozenset(told),
        values=values,
    )


def promise_faults(
    table: str, row: dict[str, str], promises: Promises
) -> Iterator[tuple[str, str]]:
    """Yield as (kind, detail) what is wrong with a row of the three tables of promises.

    A row is looked at in itself and beside the others; rows of other tables have no faults here.
    """
    if table == "targets":
        yield from _target_faults(row, promises)
    if table == "commitments":
        yield from _commitment_faults(row, promises)
    if table == "mentions" and row["commitment"] not in promises.commitments:
        yield "mention_of_nothing", row["commitment"]


def _target_faults(row: dict[str, str], promises: Promises) -> Iterator[tuple[str, str]]:
    if row["target"] not in promises.named:
        yield "target_unnamed", row["target"]
    yield from _direction_faults(row, promises.values[_aim(row)])
    if not row["value"]:
        yield "not_a_number", "value ="
    if not PERIOD.fullmatch(row["base_period"]):
        yield "bad_period", f"base_period = {row['base_period']}"
    if row["by"] and not YEAR.fullmatch(row["by"]):
        yield "bad_period", f"by = {row['by']}"
    elif row["by"] and row["by"] < row["base_period"][:4]:
        yield "target_before_base", f"by = {row['by']}, base_period = {row['base_period']}"


def _direction_faults(
    row: dict[str, str], values: list[tuple[str, float]]
) -> Iterator[tuple[str, str]]:
    """A target lies on the side of the base value to which the value is to move.

    Where several sources publish the base value: at least for one of them.
    """
    later = [period for period, _ in values if period >= row["base_period"]]
    if not later or not NUMBER.fullmatch(row["value"]):
        return
    bases, aim = [value for period, value in values if period == min(later)], float(row["value"])
    low, high = min(bases), max(bases)
    # What must be at least or at most the target may be so from the start: then it is to be kept.
    kept = {"at_least": "up", "more_than": "up", "at_most": "down"}.get(row["comparator"])
    if row["direction"] == kept:
        return
    if (row["direction"] == "up" and aim < low) or (row["direction"] == "down" and aim > high):
        yield "target_direction", f"{row['direction']}: {low:g} ({min(later)}) → {aim:g}"


def _commitment_faults(row: dict[str, str], promises: Promises) -> Iterator[tuple[str, str]]:
    judged = row["modality"] in JUDGED
    made = promises.made.get(row["commitment"], [])
    if not any(kind == ("promise" if judged else "said") for kind, _, _ in made):
        yield "commitment_unmentioned", row["commitment"]
    if row["due"] and not YEAR.fullmatch(row["due"]):
        yield "bad_period", f"due = {row['due']}"
    by = promises.due.get(row["target"], set())
    # A year that is none is named where it stands.
    if all(not year or YEAR.fullmatch(year) for year in by) and by - {row["due"]}:
        years = ", ".join(sorted(by))
        yield "due_differs", f"due = {row['due']}, by = {years}"
    if row["target"] and row["target"] not in promises.targets:
        yield "unknown_code", f"target = {row['target']}"
    for column in _WORDINGS:
        if len(row[column]) > LONGEST_WORDING:
            yield "too_long", f"{column}: {len(row[column])} > {LONGEST_WORDING}"
    if row["measurable"] == "no" and row["target"]:
        yield "target_not_measurable", row["target"]
    yield from _progress_faults(row, promises.sources)
    yield from _evidence_faults(row, made, promises.told)


def _progress_faults(row: dict[str, str], sources: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with what a document says has become of a commitment."""
    said = {column: row[column] for column in COMMITMENTS if column.startswith("status_")}
    if not row["status"]:
        if any(said.values()):
            yield "unknown_code", "status ="
        return
    missing = [
        column for column in ("status_date", "status_source", "status_locator") if not said[column]
    ]
    if missing:
        yield "status_without_source", ", ".join(missing)
    if said["status_source"] and said["status_source"] not in sources:
        yield "unknown_source", said["status_source"]
    if said["status_date"] and not PERIOD.fullmatch(said["status_date"]):
        yield "bad_period", f"status_date = {said['status_date']}"
    if not all(said[f"status_{language}"] for language in ("kk", "ru", "en")):
        yield "missing_language", "status"


def _evidence_faults(
    row: dict[str, str], made: Iterable[tuple[str, str, str]], told: Container[str]
) -> Iterator[tuple[str, str]]:
    """Yield where a status does not go with the events and figures of the same release.

    A status of what is nobody's own says nothing. What an event or a figure shows is more than
    planned; what is done must show in one; and work is not told by the place that promises it
    unless one of them shows it too.
    """
    shown = row["shown_by"].split()
    yield from (("unknown_code", f"shown_by = {code}") for code in shown if code not in told)
    if row["status"] and row["modality"] not in JUDGED:
        yield "status_of_no_promise", f"{row['modality']}, {row['status']}"
    if shown and row["status"] in {"", "planned"}:
        yield "status_behind_facts", f"{row['status']}: {row['shown_by']}"
    if shown or row["status"] in {"", "planned"}:
        return
    if row["status"] == "done" and not row["target"]:
        yield "status_without_fact", row["commitment"]
    if ("promise", row["status_source"], row["status_locator"]) in made:
        yield "status_from_promise", row["status_locator"]


def _selector(row: dict[str, str]) -> str:
    return f"{row['measure']}@" + "/".join(
        row[column] for column in ("period", "place", "sector", "series")
    )


def _aim(row: dict[str, str]) -> tuple[str, ...]:
    """Return what a row counts: statistics have no series."""
    return row["measure"], row["place"], row["sector"], row.get("series", "_T")
