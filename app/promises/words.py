"""Says in three languages what was promised, where it stands and how far it is; judges nothing."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.catalogue.cards import catalogue
from app.promises.standing import (
    BEHIND,
    COUNCIL,
    FLAG,
    Target,
    target_rows,
    targets_as_of,
    targets_of,
)
from app.store.kept import kept
from app.store.store import Store
from app.words.federation import federation
from app.words.numbers import MINUS, NO_BREAK, number, period, with_unit
from app.words.say import say
from app.words.sentences import capital

# A promise that is a yes or a no is kept or not: between the two there is no pace.
_RECENT_YEARS = 3


@dataclass(frozen=True, slots=True)
class Concern:
    """One promise far from being kept, for a list.

    `what` it is about, its `standing` with what is missing, the `exhibit` to open (blank if none).
    """

    target: Target
    what: str
    standing: str
    exhibit: str


def said(target: Target, language: str, store: Store) -> str:
    """Return in words what is promised by whom by when, where it stands, and the verdict.

    Of the standing: what is missing; of the verdict: the pace needed, and its doubts.
    """
    return _told((target,), language)


@kept(most=4096)
def notes(
    card_id: str,
    language: str,
    place: str | None,
    sector: str | None,
    as_of: str | None,
    store: Store,
) -> tuple[str, ...]:
    """Return what an exhibit says about its targets: one text for each measure and promiser.

    A region or sector that was picked silences the targets that are not about it.
    """
    if not any(card_id in row["exhibits"].split() for row in target_rows(store)):
        return ()
    asked: dict[tuple[str, ...], list[Target]] = {}
    for target in targets_of(card_id, store, as_of):
        row = target.row
        if (place is None or row["place"] == place) and (sector is None or row["sector"] == sector):
            key = (row["promised_by"], row["modality"], *_told_apart_by(target))
            asked.setdefault(key, []).append(target)
    return tuple(_told(targets, language) for targets in asked.values())


def _told_apart_by(target: Target) -> tuple[str, ...]:
    """Return what keeps a promiser's targets apart: the measure; of ratifications the year too."""
    row = target.row
    if target.unit == FLAG:
        return row["measure"], row["by"]
    # Where nothing is published, there is nothing to tell measures apart by.
    return () if target.progress.last_value is None else (row["measure"],)


@kept(most=16)
def attention(store: Store, language: str, most: int = 3) -> tuple[Concern, ...]:
    """Return the promises for the whole country furthest behind, each once.

    Where no year decides, those with the largest part still missing come first. One whose newest
    value is years older than the others' says nothing about where the union stands now: it is left
    to its own page.
    """
    missing = [
        (target, target.gap)
        for target in targets_as_of(store, None)
        if target.row["place"] == federation().country
        and target.unit != FLAG
        and target.gap
        and target.progress.remaining
    ]
    newest = max((_last_year(target) for target, _ in missing), default=0)
    recent = [pair for pair in missing if _last_year(pair[0]) >= newest - _RECENT_YEARS]
    recent.sort(key=lambda pair: (pair[0].progress.status not in BEHIND, -(pair[1].relative or 0)))
    worst: dict[str, Target] = {}
    for target, _ in recent:
        worst.setdefault(target.row["target"], target)
    return tuple(
        Concern(
            target,
            _what(target, language),
            _sentence(_standing(target, language), _verdict(target, language)),
            (target.row["exhibits"].split() or [""])[0],
        )
        for target in list(worst.values())[:most]
    )


def _last_year(target: Target) -> int:
    return int((target.progress.last_period or "0")[:4])


def _told(targets: Sequence[Target], language: str) -> str:
    """Return the targets of one promiser in one text: what they share is said once."""
    first = targets[0]
    # Brackets in a name would stand inside those of the sentence.
    who = (
        catalogue()
        .series[f"promiser_{first.row['promised_by']}"]
        .short[language]
        .replace(" (", ", ")
        .replace(")", "")
    )
    kind = say(language, f"promise_kind_{first.row['modality']}")
    if first.unit == FLAG:
        # A council of unions of several countries cannot ratify nor demand it of one state: it
        # promises to promote.
        key = "promise_promote" if first.row["place"] == COUNCIL else "promise_ratify"
        return _sentence(
            say(language, key, kind=kind, who=who, due=_due(first, language)),
            _each(targets, language, _about, _ratified),
            _verdict(first, language) if first.row["by"] else "",
        )
    further = [_common(targets, language, _standing), *_verdicts(targets, language)]
    if len({target.row["measure"] for target in targets}) > 1:
        return _sentence(
            say(
                language,
                "promise_of_different",
                kind=kind,
                who=who,
                aim=_each(targets, language, _what, _aim),
            ),
            *further,
        )
    what = (
        _what(first, language)
        if len(targets) == 1
        else catalogue().measures[first.row["measure"]].name[language]
    )
    key = (
        "promise_of"
        if len({_aim(target, language) for target in targets}) == 1
        else "promise_of_several"
    )
    return _sentence(
        say(
            language,
            key,
            kind=kind,
            who=who,
            what=what,
            aim=_common(targets, language, _aim),
        ),
        *further,
    )


def _verdicts(targets: Sequence[Target], language: str) -> list[str]:
    """Return the verdict once if it is the same for all targets; else what they share of it once,
    and of each what is its own.
    """
    if len({_verdict(target, language) for target in targets}) == 1:
        return [_verdict(targets[0], language)]
    parts = (_status, _pace, _doubts)
    return [
        _common(given, language, part)
        for part in parts
        if (given := [target for target in targets if part(target, language)])
    ]


def _common(targets: Sequence[Target], language: str, part: Callable[[Target, str], str]) -> str:
    """Return a part of the text once if it is the same for all targets, else of each."""
    texts = {part(target, language) for target in targets}
    return texts.pop() if len(texts) == 1 else _each(targets, language, _about, part)


def _each(
    targets: Sequence[Target],
    language: str,
    name: Callable[[Target, str], str],
    part: Callable[[Target, str], str],
) -> str:
    """Return a part of the text of each target, those together that share it."""
    named: dict[str, list[str]] = {}
    for target in targets:
        named.setdefault(part(target, language), []).append(name(target, language))
    return "; ".join(
        say(language, "promise_part", what=", ".join(names), text=text)
        for text, names in named.items()
    )


def _sentence(*texts: str) -> str:
    """Join texts as sentences: each begins with a capital and ends with a full stop."""
    return " ".join(f"{capital(text.rstrip('.'))}." for text in texts if text)


def _what(target: Target, language: str) -> str:
    measure = catalogue().measures[target.row["measure"]].name[language]
    about = _about(target, language)
    return f"{measure} ({about})" if about else measure


def _about(target: Target, language: str) -> str:
    """Return which series, sector and place a target is about; nothing of the whole
    country.
    """
    known, row = catalogue(), target.row
    named = [
        (known.series, row["series"], "_T"),
        (known.sectors, row["sector"], "_T"),
        (known.places, row["place"], federation().country),
    ]
    # An organisation is named as the promiser already, and stands for the place of its members.
    own = row["sector"].startswith("ORG_")
    return ", ".join(
        names[code].short[language]
        for names, code, whole in (named[:1] if own else named)
        if code not in {whole, COUNCIL}
    )


def _aim(target: Target, language: str) -> str:
    row = target.row
    whole = row["value"] == int(row["value"])
    value = _written(row["value"], target, language, 0 if whole else max(target.decimals, 1))
    # Of a share, all is not "at least all".
    if not (target.unit == "percent" and row["value"] == 100):
        value = say(language, f"promise_{row['comparator']}", value=value)
    return f"{value}, {_due(target, language)}"


def _due(target: Target, language: str) -> str:
    if year := target.row["by"]:
        return say(language, "promise_due", year=year)
    return say(language, "promise_no_year")


def _written(
    value: float | None, target: Target, language: str, decimals: int | None = None
) -> str:
    places = target.decimals if decimals is None else decimals
    if target.unit == "times" and value is not None:
        return say(language, "promise_times", value=number(value, language, places))
    short = catalogue().units[target.unit].short[language]
    return with_unit(value, target.unit, short, language, places)


def _distance(value: float, target: Target, language: str, decimals: int | None = None) -> str:
    """Return a difference between two values of a target; of shares in percentage points."""
    if target.unit != "percent":
        return _written(abs(value), target, language, decimals)
    points = catalogue().units["percentage_points"].short[language]
    places = target.decimals if decimals is None else decimals
    return f"{number(abs(value), language, places)}{NO_BREAK}{points}"


def _standing(target: Target, language: str) -> str:
    found = target.progress
    if found.last_value is None or found.last_period is None:
        return ""
    now = say(
        language,
        "promise_now",
        value=_written(found.last_value, target, language),
        year=period(found.last_period, language),
    )
    if found.status == "achieved" or not found.remaining:
        return now
    key = "promise_missing" if found.remaining > 0 else "promise_too_much"
    missing = say(language, key, gap=_distance(found.remaining, target, language))
    return ", ".join([now, missing, *_people(target, language)])


def _people(target: Target, language: str) -> list[str]:
    """Return how many people are missing, as a part of a sentence; none where it is not known."""
    gap = target.gap
    if gap is None or gap.low is None:
        return []
    low, high = number(gap.low, language), number(gap.high, language)
    if gap.sizes == 1 or gap.low == gap.high:
        return [say(language, "promise_people", people=low)]
    return [say(language, "promise_people_between", low=low, high=high, sizes=str(gap.sizes))]


def _ratified(target: Target, language: str) -> str:
    found = target.progress
    if found.last_value is None or found.last_period is None:
        return say(language, "state_unknown")
    key = (
        "ratified"
        if found.status == "achieved"
        else "not_everywhere"
        if target.row["place"] == COUNCIL
        else "not_ratified"
    )
    return say(language, f"promise_{key}", year=period(found.last_period, language))


def _verdict(target: Target, language: str) -> str:
    """Return the status with its reason, the pace, and what would change it."""
    text = "; ".join(filter(None, (_status(target, language), _pace(target, language))))
    return ". ".join(filter(None, (text, _doubts(target, language))))


def _status(target: Target, language: str) -> str:
    found = target.progress
    text = say(language, f"status_progress_{found.status}")
    if found.reason:
        reason = say(language, f"reason_progress_{found.reason}").rstrip(".")
        text += f": {reason[:1].lower()}{reason[1:]}"
    return text


def _doubts(target: Target, language: str) -> str:
    """Return what would change the verdict; blank if nothing does."""
    found = target.progress
    if found.stability != "fragile":
        return ""
    why = ", ".join(say(language, f"fragile_progress_{test}") for test in found.fragile_because)
    return f"{say(language, 'stability_progress_fragile')}: {why}"


def _pace(target: Target, language: str) -> str:
    """Return the pace that is needed, beside the one so far; blank if none is needed or known."""
    needed = target.progress.pace_needed_per_year
    so_far = target.progress.pace_so_far_per_year
    if needed is None:
        return ""
    # 3 points in five years are not 1 a year.
    paces = [pace for pace in (needed, so_far) if pace is not None]
    whole = all(math.isclose(pace, round(pace), abs_tol=0.05) for pace in paces)
    decimals = target.decimals if whole else max(target.decimals, 1)
    needed_said = _distance(needed, target, language, decimals)
    if so_far is None:
        return say(language, "promise_pace", needed=needed_said)
    # Where the figure went the other way, what was gained so far is a loss.
    sign = MINUS if so_far * needed < 0 else ""
    so_far_said = sign + _distance(so_far, target, language, decimals)
    return say(language, "promise_paces", needed=needed_said, so_far=so_far_said)


def promiser(code: str, language: str, *, full: bool = False) -> str:
    """Return who promised, by the short name unless the full one is asked for."""
    named = catalogue().series[f"promiser_{code}"]
    return (named.name if full else named.short)[language]


def value_of(
    value: float | None, target: Target, language: str, decimals: int | None = None
) -> str:
    """Return a value of a target's measure in words.

    It has the decimals of the target's exhibits, unless others are asked for.
    """
    if target.unit == FLAG and value is not None:
        return say(language, "state_yes" if value else "state_no")
    return _written(value, target, language, decimals)


def goal_of(target: Target, language: str) -> str:
    """Return the promised value in words: how much at least, at most, exactly."""
    promised = target.row["value"]
    value = value_of(promised, target, language, 0 if promised == int(promised) else None)
    # Of a share, all is not "at least all".
    if target.unit == FLAG or (target.unit == "percent" and promised == 100):
        return value
    return say(language, f"promise_{target.row['comparator']}", value=value)
