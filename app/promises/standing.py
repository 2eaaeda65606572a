"""Sets what was promised beside what is published: judges every target once for a release and says
where it stands; draws nothing, computes no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.catalogue.cards import catalogue
from app.paths import QUERIES
from app.promises.judge import Aim, Point, Progress, judge
from app.store.store import Row, Store

STATES = (
    "achieved",
    "on_track",
    "behind",
    "in_progress",
    "planned",
    "cannot_say",
    "no_figure",
    "not_measurable",
)
_KEY = ("target", "place", "sector", "series")
FLAG = "flag"
BEHIND = ("behind", "off_track", "no_change", "away")
COUNCIL = "_Z"


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing: `relative` per cent of what is promised; `low` to `high` people by `sizes`
    sizes of the whole, None where no size is published.
    """

    relative: float | None
    low: float | None
    high: float | None
    sizes: int | None


@dataclass(frozen=True, slots=True)
class Target:
    """One promised number: its row of the table `targets`, where it stands, the unit and the
    decimals of its measure, and what is missing (None if met).
    """

    row: Row
    progress: Progress
    unit: str
    decimals: int
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """One promise: its row of the table `commitments`, its targets, where the documents mention it
    (source, locator, kind), one of STATES, exhibit ids.

    achieved         every target of it is achieved; or, where no number contradicts, the document
        says done
    on_track, behind what its target says (behind: also off track, no change, moving away); of
    several targets the one that stands worst
    in_progress, planned  the document says so, and no number decides
    cannot_say       a figure is published, but nothing can be said from it (one value, no year …)
    no_figure        measurable, but no figure is published
    not_measurable   words only, and no document says what became of it
    """

    row: Row
    targets: tuple[Target, ...]
    mentions: tuple[Row, ...]
    state: str
    exhibits: tuple[str, ...]


@lru_cache(maxsize=4)
def commitments(store: Store) -> tuple[Commitment, ...]:
    """Return every promise of the release by area, then document, then its place there; nothing
    from a release that has no promises yet.
    """
    if not target_rows(store):
        return ()
    aims: dict[str, list[Target]] = {}
    for target in targets_as_of(store, None):
        aims.setdefault(target.row["target"], []).append(target)
    places: dict[str, list[Row]] = {}
    for row in store.rows("select * from mentions"):
        places.setdefault(row["commitment"], []).append(row)
    found = []
    for row in store.rows("select * from commitments"):
        targets = tuple(aims.get(row["target"], ()))
        exhibits = tuple(row["exhibits"].split())
        mentions = tuple(sorted(places.get(row["commitment"], ()), key=_place_in_documents))
        found.append(Commitment(row, targets, mentions, _state(row, targets, exhibits), exhibits))
    areas = [area.id for area in catalogue().areas]
    return tuple(
        sorted(
            found,
            key=lambda one: (
                areas.index(one.row["area"]),
                *map(_place_in_documents, one.mentions[:1]),
            ),
        )
    )


def targets_of(card_id: str, store: Store, as_of: str | None = None) -> tuple[Target, ...]:
    """Return the targets that name an exhibit; `as_of` a year: those promised by then, judged by
    what was published for years up to it.
    """
    return tuple(
        target
        for target in targets_as_of(store, as_of)
        if card_id in target.row["exhibits"].split()
    )


def for_place(code: str, store: Store) -> tuple[Target, ...]:
    """Return the targets that are promised for one region; often none."""
    return tuple(target for target in targets_as_of(store, None) if target.row["place"] == code)


def for_sector(code: str, store: Store) -> tuple[Target, ...]:
    """Return the targets that are promised for one sector of Kazakhstan; often none."""
    return tuple(
        target
        for target in targets_as_of(store, None)
        if target.row["place"] == "KZ" and target.row["sector"] == code
    )


@lru_cache(maxsize=32)
def target_rows(store: Store) -> tuple[Row, ...]:
    """Return the promised numbers as entered; none from an older release that has no promises yet."""
    known = store.rows("select 1 from information_schema.tables where table_name = 'targets'")
    return tuple(store.rows("select * from targets")) if known else ()


@lru_cache(maxsize=32)
def targets_as_of(store: Store, as_of: str | None) -> tuple[Target, ...]:
    """Return every target of the release, judged; in the order of the documents, those of a year
    those that had been promised by then.
    """
    if not target_rows(store):
        return ()
    last_year = as_of or store.periods()[0]
    rows = [row for row in target_rows(store) if row["base_period"][:4] <= last_year]
    points = [
        Point(_key(row), row["period"], row["value"], row["broken"]) for row in _points(store)
    ]
    asked = {_key(row) for row in rows}
    aims = [
        Aim(
            _key(row),
            row["value"],
            row["comparator"],
            row["direction"],
            row["base_period"],
            int(row["by"]) if row["by"] else None,
            int(last_year),
        )
        for row in rows
    ]
    judged = judge(aims, [point for point in points if point.target in asked], store.ask_of)
    gaps = _gaps(rows, judged, store)
    targets = [
        Target(
            row,
            judged[_key(row)],
            catalogue().measures[row["measure"]].unit,
            _decimals(row),
            gaps.get(_key(row)),
        )
        for row in rows
    ]
    return tuple(
        sorted(targets, key=lambda target: (_place_in_documents(target.row), target.row["series"]))
    )


def _key(row: Row) -> str:
    return "/".join(row[name] for name in _KEY)


def _points(store: Store) -> Sequence[Row]:
    breaks = [
        (measure, item.period, code)
        for card in catalogue().cards()
        for item in card.breaks
        for measure in card.measures
        for code in item.only or ("",)
    ]
    columns = {
        name: [item[place] for item in breaks]
        for place, name in enumerate(("measure", "period", "code"))
    }
    return store.ask_of(
        {"breaks": columns}, (QUERIES / "_promise_points.sql").read_text(encoding="utf-8")
    )


def _gaps(rows: Iterable[Row], judged: dict[str, Progress], store: Store) -> dict[str, Gap]:
    unmet = [
        (row, judged[_key(row)])
        for row in rows
        if judged[_key(row)].remaining is not None and judged[_key(row)].status != "achieved"
    ]
    if not unmet:
        return {}
    columns = {
        "key": [_key(row) for row, _ in unmet],
        **{
            name: [row[name] for row, _ in unmet]
            for name in ("measure", "place", "sector", "series")
        },
        "promised": [row["value"] for row, _ in unmet],
        "remaining": [found.remaining for _, found in unmet],
        "period": [found.last_period for _, found in unmet],
    }
    answer = store.ask_of(
        {"unmet": columns}, (QUERIES / "_promise_gaps.sql").read_text(encoding="utf-8")
    )
    return {
        row["key"]: Gap(row["relative"], row["low"], row["high"], row["sizes"]) for row in answer
    }


def _decimals(row: Row) -> int:
    """Return with how many decimals the exhibits of the target write its measure."""
    unit = catalogue().measures[row["measure"]].unit
    cards = [
        card
        for name in row["exhibits"].split()
        if (card := catalogue().card(name)) and card.unit == unit
    ]
    return cards[0].decimals if cards else 0


def _place_in_documents(row: Row) -> tuple:
    """Return the order in which a reader meets a place: the documents as the house lists them, in
    each the sections, and what is set as a task last.
    """
    documents = list(catalogue().documents)
    parts = re.findall(r"\d+|[^\d.,\s][^\d,]*", row["locator"].replace("tasks", "~tasks"))
    kinds = ("promise", "repeated", "report")
    return (
        kinds.index(row["kind"]) if "kind" in row else 0,
        documents.index(row["source"]) if row["source"] in documents else len(documents),
        row["source"],
        not row["locator"].startswith("introduction"),
        tuple((part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts),
    )


def _state(row: Row, targets: Sequence[Target], exhibits: Sequence[str]) -> str:
    verdicts = [_verdict_state(target) for target in targets]
    for state in ("behind", "on_track"):
        if state in verdicts:
            return state
    if verdicts and all(state == "achieved" for state in verdicts):
        return "achieved"
    # What a document calls done is not done if a published number says that it is not.
    if row["status"] == "done" and all(state in {"achieved", "no_figure"} for state in verdicts):
        return "achieved"
    if row["status"] in {"in_progress", "planned"}:
        return row["status"]
    if row["measurable"] == "no":
        return "not_measurable"
    return "cannot_say" if "cannot_say" in verdicts or (exhibits and not targets) else "no_figure"


def _verdict_state(target: Target) -> str:
    """Return what one target alone says: achieved, on_track, behind, cannot_say or no_figure."""
    status = target.progress.status
    if status in {"achieved", "on_track"}:
        return status
    if target.progress.last_value is None:
        return "no_figure"
    decided = status == "off_track" if target.unit == FLAG else status in BEHIND
    return "behind" if decided else "cannot_say"
