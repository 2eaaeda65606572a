"""Sets what was promised beside what is published: judges every target once for a release and says where it stands; draws nothing, computes no number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.catalogue import catalogue
from app.charts.base import with_unit
from app.language import MINUS, number, period, say
from app.paths import QUERIES
from app.progress import Aim, Point, Progress, judge
from app.store import Row, Store

STATES = ("achieved", "on_track", "behind", "in_progress", "planned", "cannot_say", "no_figure", "not_measurable")
_KEY = ("target", "place", "sector", "series")
# A promise that is a yes or a no is kept or not: between the two there is no pace.
_RECENT_YEARS = 3
_FLAG = "flag"
_BEHIND = ("behind", "off_track", "no_change", "away")
_COUNCIL = "_Z"


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing: `relative` per cent of what is promised; `low` to `high` people by `sizes` sizes of the whole, None where no size is published."""

    relative: float | None
    low: float | None
    high: float | None
    sizes: int | None


@dataclass(frozen=True, slots=True)
class Target:
    """One promised number: its row of the table `targets`, where it stands, the unit and the decimals of its measure, and what is missing (None if met)."""

    row: Row
    progress: Progress
    unit: str
    decimals: int
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """One promise: its row of the table `commitments`, its targets, where the documents mention it (source, locator, kind), one of STATES, exhibit ids.

    achieved         every target of it is achieved; or, where no number contradicts, the document says done
    on_track, behind what its target says (behind: also off track, no change, moving away); of several targets the one that stands worst
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


@dataclass(frozen=True, slots=True)
class Concern:
    """One promise far from being kept, for a list: what it is about, where it stands and what is missing, and the exhibit to open (blank if none)."""

    target: Target
    what: str
    standing: str
    exhibit: str


@lru_cache(maxsize=4)
def commitments(store: Store) -> tuple[Commitment, ...]:
    """Return every promise of the release by area, then document, then its place there; nothing from a release that has no promises yet."""
    if not _rows(store):
        return ()
    aims: dict[str, list[Target]] = {}
    for target in _targets(store, None):
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
    return tuple(sorted(found, key=lambda one: (areas.index(one.row["area"]), *map(_place_in_documents, one.mentions[:1]))))


def targets_of(card_id: str, store: Store, as_of: str | None = None) -> tuple[Target, ...]:
    """Return the targets that name an exhibit; `as_of` a year: those promised by then, judged by what was published for years up to it."""
    return tuple(target for target in _targets(store, as_of) if card_id in target.row["exhibits"].split())


def for_place(code: str, store: Store) -> tuple[Target, ...]:
    """Return the targets that are promised for one region; often none."""
    return tuple(target for target in _targets(store, None) if target.row["place"] == code)


def for_sector(code: str, store: Store) -> tuple[Target, ...]:
    """Return the targets that are promised for one sector of Kazakhstan; often none."""
    return tuple(target for target in _targets(store, None) if target.row["place"] == "KZ" and target.row["sector"] == code)


def said(target: Target, language: str, store: Store) -> str:
    """Return in words: what is promised by whom by when, where it stands, what is missing, the pace needed, the verdict and its doubts."""
    return _told((target,), language)


@lru_cache(maxsize=4096)
def notes(card_id: str, language: str, place: str | None, sector: str | None, as_of: str | None, store: Store) -> tuple[str, ...]:
    """Return what an exhibit says about its targets: one text for each measure and promiser.

    A region or sector that was picked silences the targets that are not about it.
    """
    if not any(card_id in row["exhibits"].split() for row in _rows(store)):
        return ()
    asked: dict[tuple[str, ...], list[Target]] = {}
    for target in targets_of(card_id, store, as_of):
        row = target.row
        if (place is None or row["place"] == place) and (sector is None or row["sector"] == sector):
            # Where nothing is published, there is nothing to tell measures apart by.
            what = (row["measure"], row["by"]) if target.unit == _FLAG else () if target.progress.last_value is None else (row["measure"],)
            asked.setdefault((row["promised_by"], *what), []).append(target)
    return tuple(_told(targets, language) for targets in asked.values())


@lru_cache(maxsize=64)
def attention(store: Store, language: str, most: int = 3) -> tuple[Concern, ...]:
    """Return the promises for Kazakhstan furthest behind, each once; where no year decides, those with the largest part still missing.

    One whose newest value is years older than the others' says nothing about where the union stands now: it is left to its own page.
    """
    missing = [target for target in _targets(store, None) if target.row["place"] == "KZ" and target.unit != _FLAG and target.gap and target.progress.remaining]
    newest = max((_last_year(target) for target in missing), default=0)
    missing = [target for target in missing if _last_year(target) >= newest - _RECENT_YEARS]
    missing.sort(key=lambda target: (target.progress.status not in _BEHIND, -(target.gap.relative or 0)))
    worst: dict[str, Target] = {}
    for target in missing:
        worst.setdefault(target.row["target"], target)
    return tuple(
        Concern(target, _what(target, language), _sentence(_standing(target, language), _verdict(target, language)), (target.row["exhibits"].split() or [""])[0])
        for target in list(worst.values())[:most]
    )


def _last_year(target: Target) -> int:
    return int((target.progress.last_period or "0")[:4])


@lru_cache(maxsize=32)
def _rows(store: Store) -> tuple[Row, ...]:
    """Return the promised numbers as entered; none from an older release that has no promises yet."""
    known = store.rows("select 1 from information_schema.tables where table_name = 'targets'")
    return tuple(store.rows("select * from targets")) if known else ()


@lru_cache(maxsize=32)
def _targets(store: Store, as_of: str | None) -> tuple[Target, ...]:
    """Return every target of the release, judged; in the order of the documents, those of a year those that had been promised by then."""
    if not _rows(store):
        return ()
    last_year = as_of or store.periods()[0]
    rows = [row for row in _rows(store) if row["base_period"][:4] <= last_year]
    points = [Point(_key(row), row["period"], row["value"], row["broken"]) for row in _points(store)]
    asked = {_key(row) for row in rows}
    aims = [Aim(_key(row), row["value"], row["comparator"], row["direction"], row["base_period"], int(row["by"]) if row["by"] else None, int(last_year))
            for row in rows]
    judged = judge(aims, [point for point in points if point.target in asked], store.ask_of)
    gaps = _gaps(rows, judged, store)
    targets = [Target(row, judged[_key(row)], catalogue().measures[row["measure"]].unit, _decimals(row), gaps.get(_key(row))) for row in rows]
    return tuple(sorted(targets, key=lambda target: (_place_in_documents(target.row), target.row["series"])))


def _key(row: Row) -> str:
    return "/".join(row[name] for name in _KEY)


def _points(store: Store) -> Sequence[Row]:
    breaks = [(measure, item.period, code) for card in catalogue().cards() for item in card.breaks for measure in card.measures for code in item.only or ("",)]
    columns = {name: [item[place] for item in breaks] for place, name in enumerate(("measure", "period", "code"))}
    return store.ask_of({"breaks": columns}, (QUERIES / "_promise_points.sql").read_text(encoding="utf-8"))


def _gaps(rows: Iterable[Row], judged: dict[str, Progress], store: Store) -> dict[str, Gap]:
    unmet = [(row, judged[_key(row)]) for row in rows if judged[_key(row)].remaining is not None and judged[_key(row)].status != "achieved"]
    if not unmet:
        return {}
    columns = {
        "key": [_key(row) for row, _ in unmet], **{name: [row[name] for row, _ in unmet] for name in ("measure", "place", "sector", "series")},
        "promised": [row["value"] for row, _ in unmet], "remaining": [found.remaining for _, found in unmet], "period": [found.last_period for _, found in unmet],
    }
    answer = store.ask_of({"unmet": columns}, (QUERIES / "_promise_gaps.sql").read_text(encoding="utf-8"))
    return {row["key"]: Gap(row["relative"], row["low"], row["high"], row["sizes"]) for row in answer}


def _decimals(row: Row) -> int:
    """Return with how many decimals the exhibits of the target write its measure."""
    unit = catalogue().measures[row["measure"]].unit
    cards = [card for name in row["exhibits"].split() if (card := catalogue().card(name)) and card.unit == unit]
    return cards[0].decimals if cards else 0


def _place_in_documents(row: Row) -> tuple:
    """Return the order in which a reader meets a place: the documents as the house lists them, in each the sections, and what is set as a task last."""
    documents = list(catalogue().documents)
    parts = re.findall(r"\d+|[^\d.,\s][^\d,]*", row["locator"].replace("tasks", "~tasks"))
    kinds = ("promise", "repeated", "report")
    return (
        kinds.index(row["kind"]) if "kind" in row else 0, documents.index(row["source"]) if row["source"] in documents else len(documents), row["source"],
        not row["locator"].startswith("introduction"), tuple((part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts),
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
    decided = status == "off_track" if target.unit == _FLAG else status in _BEHIND
    return "behind" if decided else "cannot_say"


def _told(targets: Sequence[Target], language: str) -> str:
    """Return the targets of one promiser in one text: what they share is said once."""
    first = targets[0]
    # Brackets in a name would stand inside those of the sentence.
    who = catalogue().series[f"promiser_{first.row['promised_by']}"].short[language].replace(" (", ", ").replace(")", "")
    if first.unit == _FLAG:
        # A council of unions of several countries cannot ratify nor demand it of one state: it promises to promote.
        key = "promise_promote" if first.row["place"] == _COUNCIL else "promise_ratify"
        return _sentence(say(language, key, who=who, due=_due(first, language)), _each(targets, language, _about, _ratified),
                         _verdict(first, language) if first.row["by"] else "")
    further = [_common(targets, language, part) for part in (_standing, _verdict)]
    if len({target.row["measure"] for target in targets}) > 1:
        return _sentence(say(language, "promise_of_different", who=who, aim=_each(targets, language, _what, _aim)), *further)
    what = _what(first, language) if len(targets) == 1 else catalogue().measures[first.row["measure"]].name[language]
    key = "promise_of" if len({_aim(target, language) for target in targets}) == 1 else "promise_of_several"
    return _sentence(say(language, key, who=who, what=what, aim=_common(targets, language, _aim)), *further)


def _common(targets: Sequence[Target], language: str, part: Callable[[Target, str], str]) -> str:
    """Return a part of the text once if it is the same for all targets, else of each."""
    texts = {part(target, language) for target in targets}
    return texts.pop() if len(texts) == 1 else _each(targets, language, _about, part)


def _each(targets: Sequence[Target], language: str, name: Callable[[Target, str], str], part: Callable[[Target, str], str]) -> str:
    """Return a part of the text of each target, those together that share it."""
    named: dict[str, list[str]] = {}
    for target in targets:
        named.setdefault(part(target, language), []).append(name(target, language))
    return "; ".join(say(language, "promise_part", what=", ".join(names), text=text) for text, names in named.items())


def _sentence(*texts: str) -> str:
    """Join texts as sentences: each begins with a capital and ends with a full stop."""
    return " ".join(f"{text[:1].upper()}{text[1:].rstrip('.')}." for text in texts if text)


def _what(target: Target, language: str) -> str:
    measure, about = catalogue().measures[target.row["measure"]].name[language], _about(target, language)
    return f"{measure} ({about})" if about else measure


def _about(target: Target, language: str) -> str:
    """Return which series, sector and place a target is about, as far as that is not the whole of Kazakhstan."""
    known, row = catalogue(), target.row
    named = [(known.series, row["series"], "_T"), (known.sectors, row["sector"], "_T"), (known.places, row["place"], "KZ")]
    # An organisation is named as the promiser already, and stands for the place of its members.
    own = row["sector"].startswith("ORG_")
    return ", ".join(names[code].short[language] for names, code, whole in (named[:1] if own else named) if code not in {whole, _COUNCIL})


def _aim(target: Target, language: str) -> str:
    row = target.row
    whole = row["value"] == int(row["value"])
    value = _written(row["value"], target, language, 0 if whole else max(target.decimals, 1))
    # Of a share, all is not "at least all".
    compared = value if target.unit == "percent" and row["value"] == 100 else say(language, f"promise_{row['comparator']}", value=value)
    return f"{compared}, {_due(target, language)}"


def _due(target: Target, language: str) -> str:
    return say(language, "promise_due", year=target.row["by"]) if target.row["by"] else say(language, "promise_no_year")


def _written(value: float | None, target: Target, language: str, decimals: int | None = None) -> str:
    short = catalogue().units[target.unit].short[language]
    return with_unit(value, target.unit, short, language, target.decimals if decimals is None else decimals)


def _distance(value: float, target: Target, language: str) -> str:
    """Return a difference between two values of a target's measure: between shares it is percentage points."""
    if target.unit != "percent":
        return _written(abs(value), target, language)
    return f"{number(abs(value), language, target.decimals)}\u00a0{catalogue().units['percentage_points'].short[language]}"


def _standing(target: Target, language: str) -> str:
    found = target.progress
    if found.last_value is None:
        return ""
    now = say(language, "promise_now", value=_written(found.last_value, target, language), year=period(found.last_period, language))
    if found.status == "achieved" or not found.remaining:
        return now
    key = "promise_missing" if found.remaining > 0 else "promise_too_much"
    return f"{now}, {say(language, key, gap=_distance(found.remaining, target, language))}{_people(target, language)}"


def _people(target: Target, language: str) -> str:
    gap = target.gap
    if gap is None or gap.low is None:
        return ""
    if gap.sizes == 1 or gap.low == gap.high:
        return f", {say(language, 'promise_people', people=number(gap.low, language))}"
    return f", {say(language, 'promise_people_between', low=number(gap.low, language), high=number(gap.high, language), sizes=str(gap.sizes))}"


def _ratified(target: Target, language: str) -> str:
    found = target.progress
    if found.last_value is None:
        return say(language, "state_unknown")
    key = "ratified" if found.status == "achieved" else "not_everywhere" if target.row["place"] == _COUNCIL else "not_ratified"
    return say(language, f"promise_{key}", year=period(found.last_period, language))


def _verdict(target: Target, language: str) -> str:
    """Return the status with its reason, the pace, and what would change it."""
    found = target.progress
    text = say(language, f"status_progress_{found.status}")
    if found.reason:
        reason = say(language, f"reason_progress_{found.reason}").rstrip(".")
        text += f": {reason[:1].lower()}{reason[1:]}"
    needed, so_far = found.pace_needed_per_year, found.pace_so_far_per_year
    if needed is not None and so_far is None:
        text += f"; {say(language, 'promise_pace', needed=_distance(needed, target, language))}"
    elif needed is not None:
        # Where the figure went the other way, what was gained so far is a loss.
        sign = MINUS if so_far * needed < 0 else ""
        text += f"; {say(language, 'promise_paces', needed=_distance(needed, target, language), so_far=sign + _distance(so_far, target, language))}"
    if found.stability == "fragile":
        text += f". {say(language, 'stability_progress_fragile')}: {', '.join(say(language, f'fragile_progress_{test}') for test in found.fragile_because)}"
    return text
