"""Sets what was promised beside what is published, once for a release; computes no number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict, cast

from app.catalogue.cards import catalogue
from app.facts.tables import JUDGED
from app.paths import QUERIES
from app.promises.judge import Aim, Point, Progress, judge
from app.store.documents import documents
from app.store.kept import kept
from app.store.store import Row, Store
from app.words.federation import federation
from app.words.say import Words

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
FLAG = "flag"
BEHIND = ("behind", "off_track", "no_change", "away")
COUNCIL = "_Z"
_KINDS = ("promise", "said", "repeated", "report")
# Where a reader meets something: kind, document, its code, whether the introduction is past, and
# the parts of its place there, numbers as numbers.
_Place = tuple[int, int, str, bool, tuple[tuple[bool, int, str], ...]]


class TargetRow(TypedDict):
    """A row of the table `targets`, as the build has checked it, with the modality of its
    commitment; `by` is blank if no year is said.
    """

    target: str
    measure: str
    place: str
    sector: str
    series: str
    value: float
    comparator: str
    by: str
    direction: str
    promised_by: str
    base_period: str
    printed: str
    exhibits: str
    source: str
    locator: str
    note: str
    modality: str


class CommitmentRow(TypedDict):
    """A row of the table `commitments`; all of `status` is blank where no document says one."""

    commitment: str
    area: str
    promised_by: str
    modality: str
    text_kk: str
    text_ru: str
    text_en: str
    measurable: str
    target: str
    due: str
    exhibits: str
    status: str
    status_date: str
    status_source: str
    status_locator: str
    status_kk: str
    status_ru: str
    status_en: str
    shown_by: str


class MentionRow(TypedDict):
    """A row of the table `mentions`: where a commitment is made, repeated or reported on."""

    commitment: str
    source: str
    locator: str
    kind: str


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing, `relative` in per cent of what is promised.

    In people it is `low` to `high`, by `sizes` sizes of the whole; None where no size is published.
    """

    relative: float | None
    low: float | None
    high: float | None
    sizes: int | None


@dataclass(frozen=True, slots=True)
class Target:
    """One promised number: where it stands, its measure's unit and decimals, what is missing.

    `gap` is None if the promise is met.
    """

    row: TargetRow
    progress: Progress
    unit: str
    decimals: int
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """One promise: its targets, where the documents mention it, one of STATES, exhibit ids.

    achieved          every target of it is achieved; or, where no number contradicts, the document
                      says done
    on_track, behind  what its target says (behind: also off track, no change, moving away); of
                      several targets the one that stands worst
    in_progress, planned  the document says so, and no number decides
    cannot_say        a figure is published, but nothing can be said from it (one value, no year …)
    no_figure         measurable, but no figure is published
    not_measurable    words only, and no document says what became of it
    """

    row: CommitmentRow
    targets: tuple[Target, ...]
    mentions: tuple[MentionRow, ...]
    state: str
    exhibits: tuple[str, ...]

    def text(self, language: str) -> str:
        """Return what is promised."""
        row = self.row
        return Words(row["text_kk"], row["text_ru"], row["text_en"])[language]

    def reported(self, language: str) -> str:
        """Return what a document says has become of it; blank if none says."""
        row = self.row
        return Words(row["status_kk"], row["status_ru"], row["status_en"])[language]


@kept(most=1)
def commitments(store: Store) -> tuple[Commitment, ...]:
    """Return every promise and own aim of the release by area, then document, then its place
    there: what is judged.

    There are none in a release from before promises were facts.
    """
    return tuple(one for one in _commitments(store) if one.row["modality"] in JUDGED)


@kept(most=1)
def others(store: Store) -> tuple[Commitment, ...]:
    """Return what the documents recommend, call an ideal or demand of others, in the same order:
    shown as what it is, judged by nobody and counted as nothing missing.
    """
    return tuple(one for one in _commitments(store) if one.row["modality"] not in JUDGED)


@kept(most=1)
def _commitments(store: Store) -> tuple[Commitment, ...]:
    if not target_rows(store):
        return ()
    aims: dict[str, list[Target]] = {}
    for target in targets_as_of(store, None):
        aims.setdefault(target.row["target"], []).append(target)
    places: dict[str, list[MentionRow]] = {}
    for mention in cast("list[MentionRow]", store.rows("select * from mentions")):
        places.setdefault(mention["commitment"], []).append(mention)
    order = _order(store)
    met: Callable[[MentionRow], _Place] = lambda row: _place_of_mention(row, order)
    found = []
    for row in _commitment_rows(store):
        targets = tuple(aims.get(row["target"], ()))
        exhibits = tuple(row["exhibits"].split())
        mentions = tuple(sorted(places.get(row["commitment"], ()), key=met))
        found.append(Commitment(row, targets, mentions, _state(row, targets, exhibits), exhibits))
    areas = [area.id for area in catalogue().every_area]

    def place(one: Commitment) -> tuple[int, *tuple[_Place, ...]]:
        return areas.index(one.row["area"]), *map(met, one.mentions[:1])

    return tuple(sorted(found, key=place))


def targets_of(card_id: str, store: Store, as_of: str | None = None) -> tuple[Target, ...]:
    """Return the targets that name an exhibit.

    `as_of` a year: those promised by then, judged by what was published for years up to it.
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
    """Return the targets that are promised for one sector of the whole country; often none."""
    return tuple(
        target
        for target in targets_as_of(store, None)
        if target.row["place"] == federation().country and target.row["sector"] == code
    )


@kept(most=1)
def target_rows(store: Store) -> tuple[TargetRow, ...]:
    """Return the promised numbers as entered, without those that are only recommended, ideal or
    demanded; none from a release from before they were facts.
    """
    known = store.rows("select 1 from information_schema.tables where table_name = 'targets'")
    if not known:
        return ()
    modality = {row["target"]: row["modality"] for row in _commitment_rows(store)}
    rows = [
        row | {"modality": modality[row["target"]]} for row in store.rows("select * from targets")
    ]
    return tuple(cast("list[TargetRow]", [row for row in rows if row["modality"] in JUDGED]))


def _commitment_rows(store: Store) -> list[CommitmentRow]:
    """Return the commitments as entered. Those of a release from before promises were told from
    what is none are all promises without a year in words.
    """
    then: Row = {"modality": "promise", "due": "", "shown_by": ""}
    rows = [then | row for row in store.rows("select * from commitments")]
    return cast("list[CommitmentRow]", rows)


@kept(most=32)
def targets_as_of(store: Store, as_of: str | None) -> tuple[Target, ...]:
    """Return every target of the release, judged, in the order of the documents.

    `as_of` a year: those promised by then, judged by what was published for years up to it.
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

    order = _order(store)

    def place(target: Target) -> tuple[_Place, str]:
        row = target.row
        return _place_in_documents(row["source"], row["locator"], order), row["series"]

    return tuple(sorted(targets, key=place))


def _key(row: TargetRow | Row) -> str:
    return "/".join((row["target"], row["place"], row["sector"], row["series"]))


def _points(store: Store) -> Sequence[Row]:
    return store.rows((QUERIES / "_promise_points.sql").read_text(encoding="utf-8"))


def _gaps(rows: Iterable[TargetRow], judged: dict[str, Progress], store: Store) -> dict[str, Gap]:
    unmet = [
        (row, judged[_key(row)])
        for row in rows
        if judged[_key(row)].remaining is not None and judged[_key(row)].status != "achieved"
    ]
    if not unmet:
        return {}
    columns: dict[str, list[Any]] = {
        "key": [_key(row) for row, _ in unmet],
        "measure": [row["measure"] for row, _ in unmet],
        "place": [row["place"] for row, _ in unmet],
        "sector": [row["sector"] for row, _ in unmet],
        "series": [row["series"] for row, _ in unmet],
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


def _decimals(row: TargetRow) -> int:
    """Return with how many decimals the exhibits of the target write its measure."""
    unit = catalogue().measures[row["measure"]].unit
    cards = [
        card
        for name in row["exhibits"].split()
        if (card := catalogue().card(name)) and card.unit == unit
    ]
    return cards[0].decimals if cards else 0


def _order(store: Store) -> dict[str, int]:
    return {source: at for at, source in enumerate(documents(store))}


def _place_of_mention(row: MentionRow, order: Mapping[str, int]) -> _Place:
    return _place_in_documents(row["source"], row["locator"], order, row["kind"])


def _place_in_documents(
    source: str, locator: str, order: Mapping[str, int], kind: str = "promise"
) -> _Place:
    """Return the order in which a reader meets a place.

    That is the documents as the house lists them, in each the sections, and what is set as a task
    last.
    """
    parts = re.findall(r"\d+|[^\d.,\s][^\d,]*", locator.replace("tasks", "~tasks"))
    return (
        _KINDS.index(kind),
        order.get(source, len(order)),
        source,
        not locator.startswith("introduction"),
        tuple((part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts),
    )


def _state(row: CommitmentRow, targets: Sequence[Target], exhibits: Sequence[str]) -> str:
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


def decided(one: Commitment) -> bool:
    """Return whether a published number says where a promise stands."""
    return any(
        _verdict_state(target) in {"achieved", "on_track", "behind"} for target in one.targets
    )


def _verdict_state(target: Target) -> str:
    """Return what one target alone says: achieved, on_track, behind, cannot_say or no_figure."""
    status = target.progress.status
    if status in {"achieved", "on_track"}:
        return status
    if target.progress.last_value is None:
        return "no_figure"
    late = status == "off_track" if target.unit == FLAG else status in BEHIND
    return "behind" if late else "cannot_say"
