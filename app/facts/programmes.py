"""What must hold between the rows of one programme; says what does not, mends nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from app.facts.tables import KEYS, PERIOD, PROGRAMMES, Entered

# What is known of a programme is the same in every place that names it.
_KNOWN = tuple(column for column in PROGRAMMES if column not in KEYS["programmes"])


def programmes_in(lines: Iterable[Entered]) -> dict[str, dict[str, str]]:
    """Return, by code, what the first row of each programme says."""
    found: dict[str, dict[str, str]] = {}
    for line in lines:
        if line.table == "programmes":
            found.setdefault(line.cells["programme"], line.cells)
    return found


def programme_faults(
    table: str, row: dict[str, str], programmes: Mapping[str, dict[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield as (kind, detail) what is wrong with a row of programmes, in itself and beside the
    first row of its code; rows of other tables have no faults here.
    """
    if table != "programmes":
        return
    if not row["programme"] or not row["run_by"]:
        yield "unknown_code", "programme =" if not row["programme"] else "run_by ="
    if row["since"] and not PERIOD.fullmatch(row["since"]):
        yield "bad_period", f"since = {row['since']}"
    if not all(row[f"name_{language}"] for language in ("kk", "ru", "en")):
        yield "missing_language", "name"
    first = programmes[row["programme"]]
    differs = [column for column in _KNOWN if row[column] != first[column]]
    if differs:
        yield "programme_differs", f"{row['programme']}: {', '.join(differs)}"
