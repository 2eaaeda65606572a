"""Lets documents check themselves: recomputes shares, changes, sums in SQL; shows nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from app.facts.editions import Edition, asked_of
from app.facts.problems import Problem
from app.facts.tables import SELECTOR, Check

AGREES, ROUNDING, DISAGREES = "agrees", "rounding", "disagrees"
_KEYS = {
    "figures": ("period", "place", "sector", "series", "source"),
    "statistics": ("period", "place", "sector", "sex", "age", "source"),
}


_Look = Callable[[str], float | None]  # from a selector to its number


class Connection(Protocol):
    """What is needed of a database: parameters in, rows out."""

    def execute(self, sql: str, parameters: Any = ...) -> Any: ...


@dataclass(frozen=True, slots=True)
class Checked:
    """One check with what its selectors found, what was recomputed, and how that came out."""

    check: Check
    left_value: float | None
    right_value: float | None
    recomputed: float | None
    result: str


def reconcile(
    connection: Connection,
    checks: Iterable[Check],
    editions: Mapping[str, Edition] | None = None,
) -> tuple[list[Checked], list[Problem]]:
    """Return every check with its result, and the selectors that found nothing.

    A rule is asked of each edition of its line; one that does not print the numbers has nothing to
    be checked. A printed number agrees if the recomputed one rounds to it; a last digit cut or
    rounded otherwise is `rounding`; everything further off `disagrees`.
    """
    results: list[Checked] = []
    problems: list[Problem] = []
    for check in checks:
        for at, asked in enumerate(asked_of(check, editions or {})):
            found = _checked(connection, asked, asked.document in (editions or {}))
            if found is not None:
                results.append(found)
            elif at == 0:
                problems.append(Problem("checks.csv", 0, "selector_empty", check.check))
    return results, problems


def _checked(connection: Connection, check: Check, is_edition: bool) -> Checked | None:
    """Return a check with its result; None if a selector finds nothing."""
    document = check.document if is_edition else ""
    look: _Look = lambda selector: _selected(connection, selector, document)
    if any(look(one) is None for one in check.doubts.split()):
        return None
    left, right = (_side(connection, side, look) for side in (check.left, check.right))
    if check.kind in {"statement", "missing"}:
        return Checked(check, left, right, None, check.verdict)
    if check.printed_at:
        check = _as_printed(check, look(check.printed_at))
    recomputed = _recomputed(connection, check.kind, left, right)
    nothing_printed = check.kind in {"share", "change"} and check.printed is None
    if left is None or right is None or recomputed is None or nothing_printed:
        return None
    result = check.verdict or _verdict(connection, check, left, right, recomputed)
    # Two numbers that should be the same were not recomputed, they are compared.
    shown = None if check.kind == "same" else recomputed
    return Checked(check, left, right, shown, result)


def _as_printed(check: Check, printed: float | None) -> Check:
    """Return the check with the number that the document prints, and with its digits."""
    if printed is None or check.decimals is not None:
        return replace(check, printed=printed)
    _, _, digits = f"{printed:.9f}".rstrip("0").partition(".")
    return replace(check, printed=printed, decimals=float(len(digits)))


def _side(connection: Connection, expression: str, look: _Look) -> float | None:
    """Return the value of selectors joined by ` + ` and ` - `; None if one is not printed."""
    if not expression.strip():
        return None
    total: float | None = 0.0
    sign = 1.0
    for part in re.split(r"\s+([+-])\s+", expression.strip()):
        if part in {"+", "-"}:
            sign = 1.0 if part == "+" else -1.0
            continue
        total = _asked(
            connection, "select ?::double + ?::double * ?::double", [total, sign, look(part)]
        )
    return total


def _selected(connection: Connection, selector: str, document: str) -> float | None:
    """Return the sum of the numbers that a selector names: those that the document itself prints,
    if it prints any, else those that speak; None if there are none.
    """
    condition = _condition(selector)
    if condition is None:
        return None
    table, where, bound = condition
    if document:
        printed = f"select sum(value) from {table}_as_printed where {where}"
        if "source" in bound:
            return _asked(connection, printed, bound)
        own = {**bound, "document": document}
        value = _asked(connection, f"{printed} and source = $document", own)
        if value is not None:
            return value
    return _asked(connection, f"select sum(value) from {table} where {where}", bound)


def _condition(selector: str) -> tuple[str, str, dict[str, Any]] | None:
    """Return table, condition and parameters of a selector; None if it is none."""
    match = SELECTOR.fullmatch(selector.strip())
    if match is None:
        return None
    table = "statistics" if match[1] else "figures"
    codes = match[3].split("/")
    # A span of years (`2021/2024`) is one period with a slash of its own.
    if re.fullmatch(r"\d{4}", codes[0]) and len(codes) > 1 and re.fullmatch(r"\d{4}", codes[1]):
        codes[:2] = ["/".join(codes[:2])]
    if len(codes) not in {len(_KEYS[table]) - 1, len(_KEYS[table])}:
        return None
    # The codes are bound; only the fixed names of tables and columns above stand in the text.
    conditions, bound = ["measure = $measure"], {"measure": match[2]}
    for column, code in zip(_KEYS[table], codes, strict=False):
        whole = "KZ" if column == "place" else "_T"
        conditions.append(f"{column} {'<>' if code == '*' else '='} ${column}")
        bound[column] = whole if code == "*" else code
    return table, " and ".join(conditions), bound


def _recomputed(
    connection: Connection, kind: str, left: float | None, right: float | None
) -> float | None:
    """Return the share, change or sum that was printed, from its counts; None if they give none."""
    if kind in {"sum", "same"}:
        return right
    if not right:
        return None
    if kind == "share":
        return _asked(connection, "select 100.0 * ?::double / ?::double", [left, right])
    sql = "select 100.0 * (?::double - ?::double) / ?::double"
    return _asked(connection, sql, [left, right, right])


def _verdict(
    connection: Connection, check: Check, left: float, right: float, recomputed: float
) -> str:
    if check.kind in {"sum", "same"}:
        # A printed number may be the rounded one: it agrees if the other side rounds to it.
        nearest: float | None = right
        if check.decimals is not None:
            sql = "select round(?::decimal(38, 9), ?)::double"
            nearest = _asked(connection, sql, [right, int(check.decimals)])
        return AGREES if nearest is not None and abs(left - nearest) < 1e-9 else DISAGREES
    decimals = int(check.decimals or 0)
    rounds_to_it, apart = connection.execute(
        "select round(?::decimal(38, 9), ?) = ?::decimal(38, 9), abs(?::double - ?::double)",
        [recomputed, decimals, check.printed, recomputed, check.printed],
    ).fetchall()[0]
    if rounds_to_it:
        return AGREES
    return ROUNDING if apart < 10.0**-decimals else DISAGREES


def _asked(connection: Connection, sql: str, parameters: Any) -> float | None:
    """Return the one number that a select answers with."""
    number: float | None = connection.execute(sql, parameters).fetchall()[0][0]
    return number
