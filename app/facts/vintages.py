"""Of one fact that several documents tell, says which row speaks; drops none and checks none.

A report prints the year before beside its own, and sometimes revises it. Every row is kept, as
`<table>_as_printed`; the table under its own name has of each fact the row of the newest edition.
Numbers are one fact only within a line of editions (`sources.edition_of`): two publishers that
count the same thing are two facts.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.facts.tables import KEYS

# The day of publication decides; of an edition without a day the period that it is about.
_PUBLISHED = "coalesce(nullif(nullif(sources.date, 'n.d.'), ''), nullif(sources.about, ''), '')"


@dataclass(frozen=True, slots=True)
class _Twice:
    """How the rows of a table tell the same: where the document stands, whether only editions of
    one line do, and what goes before the day of publication.
    """

    source: str = "source"
    in_a_line: bool = False
    first: tuple[str, ...] = ()


# An edition that leaves a number out takes nothing back; of two statuses the later one holds.
_NUMBER = _Twice(in_a_line=True, first=("value is null",))
_STATUS = _Twice("status_source", first=("status = ''", "status_date desc"))
TOLD_TWICE = {
    "figures": _NUMBER,
    "statistics": _NUMBER,
    "events": _Twice(),
    "conflicts": _Twice(),
    "demands": _Twice(),
    "targets": _Twice(),
    "structures": _Twice(),
    "conventions": _Twice(),
    "commitments": _STATUS,
}


def statements() -> list[str]:
    """Return the SQL that makes, of each loaded table, the table as printed and that of the rows
    that speak.
    """
    return [statement for table in TOLD_TWICE for statement in _statements(table)]


def _statements(table: str) -> tuple[str, str]:
    how, printed = TOLD_TWICE[table], f"{table}_as_printed"
    fact = [f'{printed}."{column}"' for column in KEYS[table] if column != how.source]
    line = [f"coalesce(nullif(sources.edition_of, ''), {printed}.{how.source})"]
    same = ", ".join([*fact, *(line if how.in_a_line else [])])
    order = ", ".join(
        [
            *(f"{printed}.{before}" for before in how.first),
            f"{_PUBLISHED} desc",
            "sources.about desc",
            f"{printed}.{how.source} desc",
        ]
    )
    return (
        f"create table {printed} as from {table}",
        f"create or replace table {table} as select {printed}.* from {printed} "
        f"left join sources on sources.source = {printed}.{how.source} "
        f"qualify row_number() over (partition by {same} order by {order}) = 1 "
        f"order by {', '.join(fact)}, {printed}.{how.source}",
    )
