"""What belongs to a number wherever it is said: doubts about it, and how exactly it is printed;
writes no sentence.

A number is known by measure, period, place, sector and value: a row of an exhibit says the number
of a fact if the exhibit's measures and the row's codes and value are those of the fact.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.catalogue.cards import Card
from app.store.kept import kept
from app.store.store import Row, Store

_FEDERATION = "ORG_FPRK"
# How a document says a number that it does not give exactly: first words of `printed`.
_MODALITIES = {
    "more_than": r"более|больше|свыше|превы[сш]\w+|more than|over",
    "almost": r"почти|almost|nearly",
    "about": r"около|порядка|примерно|приблизительно|about",
    "at_least": r"не менее|at least",
}
_MODALITY = re.compile(
    "|".join(rf"(?P<{name}>(?:{words})\b)" for name, words in _MODALITIES.items()), re.IGNORECASE
)


def modality_in(printed: str) -> str:
    """Return how exactly a number is printed (`more_than`, `almost`, `about`, `at_least`),
    from its words in the document; blank if they give it as it is.
    """
    found = _MODALITY.match(printed.strip())
    return found.lastgroup or "" if found else ""


def modality_of(card: Card, row: Mapping[str, object], store: Store) -> str:
    """Return how exactly the number of an exhibit's row is printed; blank: exactly,
    or not known.
    """
    return _said(card, row, _modalities(store))


def _said(card: Card, row: Mapping[str, object], modalities: Mapping[tuple[str, ...], str]) -> str:
    return next((modalities[key] for key in _keys(card, row) if key in modalities), "")


def exactly(card: Card, rows: Iterable[Row], store: Store) -> list[Row]:
    """Return rows with their `modality`, where a number is not printed exactly."""
    # Asked once for all rows: an exhibit may have hundreds, and most have no such number.
    modalities = _modalities(store)
    if not any(key[0] in card.measures for key in modalities):
        return list(rows)
    return [
        {**row, "modality": said} if (said := _said(card, row, modalities)) else row for row in rows
    ]


def doubts_about(card: Card, rows: Iterable[Row], store: Store) -> tuple[Row, ...]:
    """Return the checks that doubt a number of these rows, the weightiest first."""
    doubted = _doubted(store)
    found = {
        check["check"]: check
        for row in rows
        for key in _keys(card, row)
        for check in doubted.get(key, ())
    }
    return tuple(sorted(found.values(), key=lambda check: (-weight(check), check["check"])))


def weight(check: Row) -> float:
    """Return how far a check moves what a reader concludes: 1 (a wording) to 3
    (another finding).
    """
    return float(check.get("weight") or 1)


def _keys(card: Card, row: Mapping[str, object]) -> Iterable[tuple[str, ...]]:
    value = row.get("value")
    if value is None:
        return
    named = row.get("measure")
    measures = (str(named),) if named in card.measures else card.measures
    # The federation's facts have no sector; beside other organisations it has its own code.
    sectors = [str(row.get("sector"))]
    if sectors == [_FEDERATION]:
        sectors.append("_T")
    for measure in measures:
        for sector in sectors:
            yield (measure, str(row.get("period")), str(row.get("place")), sector, str(value))


@kept(most=1)
def _doubted(store: Store) -> dict[tuple[str, ...], list[Row]]:
    found: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    checks = {check["check"]: check for check in store.rows("select * from checks")}
    for fact in store.rows("select * from doubted_numbers order by all"):
        found[_key(fact)].append(checks[fact["check"]])
    return dict(found)


@kept(most=1)
def _modalities(store: Store) -> dict[tuple[str, ...], str]:
    rows = store.rows(
        "select measure, period, place, sector, value, printed from figures "
        "where value is not null and printed <> '' union all "
        "select measure, period, place, sector, value, printed from statistics "
        "where value is not null and printed <> ''"
    )
    return {_key(row): said for row in rows if (said := modality_in(row["printed"]))}


def _key(fact: Row) -> tuple[str, ...]:
    codes = (fact["measure"], fact["period"], fact["place"], fact["sector"])
    return (*codes, str(fact["value"]))
