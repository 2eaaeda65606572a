"""What one cell says: a number, a code of a list, a period, a text; or why it says none. Pure."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.facts.problems import mixed_alphabets
from app.intake.report.form import CHOICE, NUMBER, PERIOD, Column
from app.intake.report.periods import as_period
from app.intake.report.read import Raw

Value = str | float
_DIGITS = re.compile(r"-?\d{1,3}(?: \d{3})+|-?\d+")
_THOUSANDS_OR_DECIMAL = re.compile(r"-?\d{1,3}[.,]\d{3}")
_ERROR = re.compile(r"#(REF|DIV/0|VALUE|NAME|N/A|NUM|NULL)[!?]?")
_LARGEST = 1e15  # beyond it a number is no longer exact, and no report prints it
_LONGEST = 1000
_MINUS = str.maketrans("\u2212\u2013\u2014", "---")


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why a cell cannot be taken as it is: an entry of text/kit.toml and its words."""

    kind: str
    slots: Mapping[str, object] = field(default_factory=dict)


def value_of(raw: Raw, column: Column, names: Mapping[str, str]) -> Value | Unclear:
    """Return what a cell says; `names` are the codes by the names that its list holds."""
    if raw.formula:
        return Unclear("formula")
    if isinstance(raw.value, str) and _ERROR.fullmatch(raw.value):
        return Unclear("excel_error", {"found": raw.value})
    if column.kind == NUMBER:
        found = number(raw)
        if isinstance(found, float) and not abs(found) < _LARGEST:
            return Unclear("too_many_digits")
        return found
    if column.kind == CHOICE:
        return choice(str(raw.value), names)
    if column.kind == PERIOD:
        when = as_period(raw.value)
        return when if when is not None else Unclear("no_period", {"found": raw.value})
    return text(raw)


def number(raw: Raw) -> float | Unclear:
    """Return a number, also one that was typed as text; Unclear if it may be two."""
    value = raw.value
    if isinstance(value, bool | date):
        kind = "made_a_date" if isinstance(value, date) else "no_number"
        return Unclear(kind, {"found": str(value)[:10]})
    if isinstance(value, int | float):
        # Excel keeps 30,3 % as 0.303.
        return round(value * 100, 10) if raw.percent else float(value)
    typed = " ".join(str(value).translate(_MINUS).split()).removesuffix("%").rstrip()
    if _THOUSANDS_OR_DECIMAL.fullmatch(typed):
        whole = re.sub(r"[.,]", "", typed)
        return Unclear("two_numbers", {"found": typed, "whole": whole})
    whole, mark, fraction = typed.replace(",", ".").partition(".")
    if not _DIGITS.fullmatch(whole) or (mark and not fraction.isdecimal()):
        return Unclear("no_number", {"found": value})
    return float(f"{whole.replace(' ', '')}.{fraction or 0}")


def choice(typed: str, names: Mapping[str, str]) -> str | Unclear:
    """Return the code of a name; Unclear with the nearest names if the list has no such one."""
    said = " ".join(typed.split()).casefold()
    by_name = {name.casefold(): code for name, code in names.items()}
    if said in by_name:
        return by_name[said]
    near = difflib.get_close_matches(said, by_name, 2, 0.6)
    found = [name for name in names if name.casefold() in near]
    if found:
        return Unclear("not_in_list_near", {"found": typed, "near": " / ".join(found)})
    return Unclear("not_in_list_at_all", {"found": typed})


def text(raw: Raw) -> str | Unclear:
    """Return a text; Unclear if it mixes letters that only look alike."""
    value = raw.value
    if isinstance(value, date):
        return Unclear("made_a_date", {"found": value.isoformat()[:10]})
    said = f"{value:g}" if isinstance(value, float) else " ".join(str(value).split())
    if len(said) > _LONGEST:
        return Unclear("too_long_text", {"letters": len(said), "most": _LONGEST})
    if not said.isprintable():
        return Unclear("odd_signs")
    if mixed := mixed_alphabets(said):
        return Unclear("look_alike", {"found": ", ".join(mixed)})
    return said
