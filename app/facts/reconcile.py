"""Lets the documents check themselves: recomputes printed shares, changes and sums in SQL; decides
nothing about display.
"""

from __future__ import annotations

import re
from typing import Any, Protocol

from app.facts.problems import Problem

AGREES, ROUNDING, DISAGREES = "agrees", "rounding", "disagrees"
_SELECTOR = re.compile(r"(statistics:)?([a-z_0-9]+)@([^\s]+)")
_KEYS = {
    "figures": ("period", "place", "sector", "series", "source"),
    "statistics": ("period", "place", "sector", "sex", "age", "source"),
}


class Connection(Protocol):
    """What is needed of a database: parameters in, one row out."""

    def execute(self, sql: str, parameters: Any = ...) -> Any: ...


def reconcile(
    connection: Connection, checks: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Return every check with `left_value, right_value, recomputed, result`, and the selectors that
    found nothing.

    A printed number agrees if the recomputed one rounds to it; a last digit cut or rounded
    otherwise is `rounding`; everything further off `disagrees`.
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
        results.append(
            {
                **check,
                "left_value": left,
                "right_value": right,
                "recomputed": recomputed,
                "result": result,
            }
        )
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
        total = connection.execute(
            "select ?::double + ?::double * ?::double", [total, sign, value]
        ).fetchall()[0][0]
    return total


def _selected(connection: Connection, selector: str) -> float | None:
    match = _SELECTOR.fullmatch(selector.strip())
    if match is None:
        return None
    table = "statistics" if match[1] else "figures"
    codes = match[3].split("/")
    # A span of years (`2021/2024`) is one period with a slash of its own.
    if re.fullmatch(r"\d{4}", codes[0]) and len(codes) > 1 and re.fullmatch(r"\d{4}", codes[1]):
        codes[:2] = ["/".join(codes[:2])]
    if len(codes) not in {len(_KEYS[table]) - 1, len(_KEYS[table])}:
        return None
    conditions, parameters = ["measure = ?"], [match[2]]
    for column, code in zip(_KEYS[table], codes, strict=False):
        if code == "*":
            conditions.append(f"{column} <> ?")
            parameters.append("KZ" if column == "place" else "_T")
        else:
            conditions.append(f"{column} = ?")
            parameters.append(code)
    # The codes are bound; only the fixed names of tables and columns above are written into the
    # text.
    sql = f"select sum(value) from {table} where " + " and ".join(conditions)
    return connection.execute(sql, parameters).fetchall()[0][0]


def _recomputed(
    connection: Connection, kind: str, left: float | None, right: float | None
) -> float | None:
    if kind == "share" and right:
        return connection.execute("select 100.0 * ?::double / ?::double", [left, right]).fetchall()[
            0
        ][0]
    if kind == "change" and right:
        return connection.execute(
            "select 100.0 * (?::double - ?::double) / ?::double", [left, right, right]
        ).fetchall()[0][0]
    if kind == "sum":
        return right
    return None


def _verdict(connection: Connection, check: dict[str, Any], left, right, recomputed) -> str:
    if check["kind"] in {"sum", "same"}:
        # A printed number may be the rounded one: it agrees if the other side rounds to it.
        places = check["decimals"]
        nearest = (
            right
            if places is None
            else connection.execute(
                "select round(?::decimal(38, 9), ?)::double", [right, int(places)]
            ).fetchall()[0][0]
        )
        return AGREES if abs(left - nearest) < 1e-9 else DISAGREES
    decimals = int(check["decimals"] or 0)
    row = connection.execute(
        "select round(?::decimal(38, 9), ?) = ?::decimal(38, 9), abs(?::double - ?::double)",
        [recomputed, decimals, check["printed"], recomputed, check["printed"]],
    ).fetchall()[0]
    if row[0]:
        return AGREES
    return ROUNDING if row[1] < 10.0**-decimals else DISAGREES
