"""What must hold between commitments, targets and mentions; says what does not, corrects nothing."""

from __future__ import annotations

from dataclasses import dataclass

from app.facts.tables import COMMITMENTS, NUMBER, PERIOD, YEAR

LONGEST_WORDING = 120
_WORDINGS = ("text_kk", "text_ru", "text_en", "status_kk", "status_ru", "status_en")


def _target_faults(row: dict[str, str], promises: _Promises):
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


@dataclass(frozen=True, slots=True)
class _Promises:
    """What rows of targets, commitments and mentions must know of one another; `values`: (period,
    value) of what a target is for.
    """

    sources: frozenset[str]
    targets: frozenset[str]
    commitments: frozenset[str]
    named: frozenset[str]
    promised: frozenset[str]
    values: dict[tuple[str, ...], list[tuple[str, float]]]


def promises_in(raw: list[tuple[str, str, int, dict[str, str]]]) -> _Promises:
    """Gather what the tables of promises name, before anything is checked against it."""
    rows = {
        table: [row for kind, _, _, row in raw if kind == table]
        for table in ("targets", "commitments", "mentions")
    }
    values: dict[tuple[str, ...], list[tuple[str, float]]] = {
        _aim(row): [] for row in rows["targets"]
    }
    for table, _, _, row in raw:
        whole = table == "figures" or (table == "statistics" and row["sex"] == row["age"] == "_T")
        if whole and _aim(row) in values and NUMBER.fullmatch(row["value"]):
            values[_aim(row)].append((row["period"], float(row["value"])))
    return _Promises(
        sources=frozenset(row["source"] for table, _, _, row in raw if table == "sources"),
        targets=frozenset(row["target"] for row in rows["targets"]),
        commitments=frozenset(row["commitment"] for row in rows["commitments"]),
        named=frozenset(row["target"] for row in rows["commitments"]),
        promised=frozenset(
            row["commitment"] for row in rows["mentions"] if row["kind"] == "promise"
        ),
        values=values,
    )


def _aim(row: dict[str, str]) -> tuple[str, ...]:
    """Return what a row counts: statistics have no series."""
    return row["measure"], row["place"], row["sector"], row.get("series", "_T")


def promise_faults(table: str, row: dict[str, str], promises: _Promises):
    """Yield what is wrong with a row of the three tables of promises, in itself and beside the
    others.
    """
    if table == "targets":
        yield from _target_faults(row, promises)
    if table == "commitments":
        yield from _commitment_faults(row, promises)
    if table == "mentions" and row["commitment"] not in promises.commitments:
        yield "mention_of_nothing", row["commitment"]


def _direction_faults(row: dict[str, str], values: list[tuple[str, float]]):
    """A target lies on the side of the base value to which the value is to move; several sources:
    at least for one of them.
    """
    later = [period for period, _ in values if period >= row["base_period"]]
    if not later or not NUMBER.fullmatch(row["value"]):
        return
    base, aim = (
        sorted(value for period, value in values if period == min(later)),
        float(row["value"]),
    )
    if (row["direction"] == "up" and aim < base[0]) or (
        row["direction"] == "down" and aim > base[-1]
    ):
        yield "target_direction", f"{row['direction']}: {base[0]:g} ({min(later)}) → {aim:g}"
