"""Lets the documents check themselves: recomputes printed shares, changes and sums in SQL; decides nothing about display."""

from __future__ import annotations

import re
from typing import Any, Protocol

from app.facts import Problem

AGREES, ROUNDING, DISAGREES = "agrees", "rounding", "disagrees"
_SELECTOR = re.compile(r"([a-z_0-9]+)@([^/\s]+)/([^/\s]+)/([^/\s]+)/([^/\s]+)")


class Connection(Protocol):
    """What is needed of a database: parameters in, one row out."""

    def execute(self, sql: str, parameters: Any = ...) -> Any: ...


def reconcile(connection: Connection, checks: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Return every check with `left_value, right_value, recomputed, result`, and the selectors that found nothing.

    A printed number agrees if the recomputed one rounds to it; a last digit cut or rounded otherwise is `rounding`;
    everything further off `disagrees`.
    """
    results, problems = [], []
    for check in checks:
        left = _side(connection, check["left"])
        right = _side(connection, check["right"])
        statement = check["kind"] in {"statement", "missing"}
        if not statement and (left is None or (check["right"] and right is None)):
            problems.append(Problem("checks.csv", 0, "selector_empty", str(check["check"])))
            continue
        recomputed = _recomputed(connection, check["kind"], left, right)
        if check["kind"] in {"share", "change"} and recomputed is None:
            problems.append(Problem("checks.csv", 0, "selector_empty", str(check["check"])))
            continue
        result = check["verdict"] or _verdict(connection, check, left, right, recomputed)
        results.append({**check, "left_value": left, "right_value": right, "recomputed": recomputed, "result": result})
    return results, problems


def _side(connection: Connection, expression: str) -> float | None:
    """Return the value of selectors joined by ` + ` and ` - `; None if one of them is not printed."""
    total, sign = 0.0, 1.0
    if not expression.strip():
        return None
    for part in re.split(r"\s+([+-])\s+", expression.strip()):
        if part in {"+", "-"}:
            sign = 1.0 if part == "+" else -1.0
            continue
        value = _selected(connection, part)
        if value is None:
            return None
        total = connection.execute("select ?::double + ?::double * ?::double", [total, sign, value]).fetchall()[0][0]
    return total


def _selected(connection: Connection, selector: str) -> float | None:
    match = _SELECTOR.fullmatch(selector.strip())
    if match is None:
        return None
    conditions, parameters = [], []
    for column, code in zip(("measure", "period", "place", "sector", "series"), match.groups(), strict=True):
        if code == "*":
            conditions.append(f"{column} <> ?")
            parameters.append("KZ" if column == "place" else "_T")
        else:
            conditions.append(f"{column} = ?")
            parameters.append(code)
    # The codes are bound; only the five fixed column names above are written into the text.
    sql = "select sum(value) from figures where " + " and ".join(conditions)
    return connection.execute(sql, parameters).fetchall()[0][0]


def _recomputed(connection: Connection, kind: str, left: float | None, right: float | None) -> float | None:
    if kind == "share" and right:
        return connection.execute("select 100.0 * ?::double / ?::double", [left, right]).fetchall()[0][0]
    if kind == "change" and right:
        return connection.execute("select 100.0 * (?::double - ?::double) / ?::double", [left, right, right]).fetchall()[0][0]
    if kind == "sum":
        return right
    return None


def _verdict(connection: Connection, check: dict[str, Any], left, right, recomputed) -> str:
    if check["kind"] in {"sum", "same"}:
        return AGREES if abs(left - right) < 1e-9 else DISAGREES
    decimals = int(check["decimals"] or 0)
    row = connection.execute(
        "select round(?::decimal(38, 9), ?) = ?::decimal(38, 9), abs(?::double - ?::double)",
        [recomputed, decimals, check["printed"], recomputed, check["printed"]],
    ).fetchall()[0]
    if row[0]:
        return AGREES
    return ROUNDING if row[1] < 10.0**-decimals else DISAGREES
