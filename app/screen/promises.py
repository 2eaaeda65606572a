"""The page of promises and what other pages say of them, as plain data; judges nothing itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from app.catalogue.cards import catalogue
from app.catalogue.pages import METHOD, PROMISES
from app.exhibit.names import name_of
from app.paths import TEXT
from app.promises.judge import Progress
from app.promises.standing import STATES, Commitment, Target, commitments
from app.promises.words import attention, goal_of, promiser, said, value_of
from app.store.store import Row, Store
from app.words.numbers import NO_BREAK, NOT_PUBLISHED, period
from app.words.places import locator
from app.words.say import Words, read_toml, say, words

_FIRM = {"stable": "stability_progress_stable", "fragile": "stability_progress_fragile"}
# Gives the address of a page and, if any, of what stands on it.
To = Callable[[str, str], str]
_GROUPS = ("area", "document", "by")
_KINDS = ("promise", "repeated", "report")
_WORDS = (
    "promises_all",
    "promises_in_numbers",
    "promises_shown",
    "promises_places",
    "promises_no_figure",
    "promises_total",
    "promises_empty",
    "promises_in_number",
    "aim_second",
    "figures_both",
)
# Of the eight signs, the one that stands beside a target's status.
SIGN_OF_STATUS = {
    "achieved": "achieved",
    "on_track": "on_track",
    "behind": "behind",
    "off_track": "behind",
    "no_change": "behind",
    "away": "behind",
    "toward": "in_progress",
}


def promises_blocks(language: str, store: Store, to: To) -> list[dict[str, Any]]:
    """Return the page of promises: how many stand where, what is promised in numbers, and every
    promise.
    """
    every = commitments(store)
    ids = ("standing", "aims", "commitments")
    labels = ("promises_standing", "promises_in_numbers", "promises_all")
    return [
        {
            "type": "contents",
            "items": [
                {"id": code, "label": say(language, label)}
                for code, label in zip(ids, labels, strict=True)
            ],
        },
        {
            "type": "promises",
            "id": PROMISES,
            "count": len(every),
            "states": [
                {
                    "code": state,
                    "label": say(language, f"standing_{state}"),
                    "meaning": meanings("states")[state][language],
                }
                for state in STATES
            ],
            "counts": Counter(one.state for one in every),
            "standing": {
                "title": say(language, "promises_standing"),
                "hint": say(language, "promises_hint"),
                "groups": [
                    {"code": group, **_standing(group, every, language)} for group in _GROUPS
                ],
            },
            "method": {
                "text": say(language, "method_page"),
                "page": METHOD,
                "href": to(METHOD, ""),
            },
            "file": "./download/commitments.csv",
            "filters": [
                {
                    "name": group,
                    "label": say(language, f"promises_{group}"),
                    "options": _options(group, every, language),
                }
                for group in (*_GROUPS, "state")
            ],
            "figures": _exhibits(every, language, to),
            "aims": [_aim(one, target, language, store) for one, target in aims_of(every)],
            "rows": [_row(one, language) for one in every],
            "documents": {code: words[language] for code, words in catalogue().documents.items()},
            "heads": [
                say(language, f"promises_{head}")
                for head in ("promise", "by", "state", "said", "figures")
            ],
            "kinds": {kind: say(language, f"mention_{kind}") for kind in _KINDS},
            "words": {key: say(language, key) for key in _WORDS},
        },
    ]


def _standing(group: str, every: Sequence[Commitment], language: str) -> dict[str, Any]:
    """Return how many promises of each area, document or promiser stand where. A promise that two
    documents make is counted under both.
    """
    counts: dict[str, Counter[str]] = {}
    for one in every:
        for code in _codes(group, one):
            counts.setdefault(code, Counter())[one.state] += 1
    return {
        "label": say(language, f"promises_by_{group}"),
        "head": say(language, f"promises_{group}"),
        "rows": [
            {"code": code, "label": label, "counts": counts[code], "count": counts[code].total()}
            for code, label in _options(group, every, language)
        ],
    }


def _codes(group: str, one: Commitment) -> tuple[str, ...]:
    if group == "document":
        # A document that only reports on a promise has not made it.
        return tuple(
            dict.fromkeys(
                mention["source"] for mention in one.mentions if mention["kind"] != "report"
            )
        )
    return ({"area": one.row["area"], "by": one.row["promised_by"], "state": one.state}[group],)


def _options(group: str, every: Sequence[Commitment], language: str) -> list[tuple[str, str]]:
    """Return the codes that occur with their names: areas and states in their order, documents and
    promisers by how much they promise.
    """
    count = Counter(code for one in every for code in _codes(group, one))
    known = catalogue()
    if group == "area":
        return [(area.id, area.name[language]) for area in known.areas if area.id in count]
    if group == "state":
        return [(state, say(language, f"standing_{state}")) for state in STATES if state in count]
    named = (
        (lambda code: known.documents[code][language])
        if group == "document"
        else (lambda code: promiser(code, language))
    )
    return [(code, named(code)) for code, _ in count.most_common()]


def _exhibits(every: Sequence[Commitment], language: str, to: To) -> dict[str, Any]:
    known = catalogue()
    named = {
        code
        for one in every
        for code in (
            *one.exhibits,
            *(code for target in one.targets for code in target.row["exhibits"].split()),
        )
    }
    cards = [card for card in known.cards() if card.id in named]
    return {
        card.id: {"text": card.title[language], "page": card.area, "href": to(card.area, card.id)}
        for card in cards
    }


def aims_of(every: Sequence[Commitment]) -> list[tuple[Commitment, Target]]:
    """Return what is promised in numbers: first that of which a value is published."""
    pairs = [(one, target) for one in every for target in one.targets]
    return sorted(pairs, key=lambda pair: pair[1].progress.last_value is None)


def _aim_id(target: Target) -> str:
    return "-".join(
        (
            "aim",
            target.row["target"],
            *([target.row["series"]] if target.row["series"] != "_T" else []),
        )
    )


def _aim(one: Commitment, target: Target, language: str, store: Store) -> dict[str, Any]:
    row, progress, known = target.row, target.progress, catalogue()
    steps = (
        [
            (
                say(language, "aim_base", period=period(progress.base_period, language)),
                value_of(progress.base_value, target, language),
            )
        ]
        if progress.base_period
        else []
    )
    if progress.last_period and progress.last_period != progress.base_period:
        steps.append(
            (
                say(language, "aim_now", period=period(progress.last_period, language)),
                value_of(progress.last_value, target, language),
            )
        )
    steps.append(
        (
            say(language, "aim_by", year=row["by"]) if row["by"] else say(language, "aim_no_year"),
            goal_of(target, language),
        )
    )
    # One promise may set several numbers: the one meant is named.
    further = name_of(known, "series", row["series"], language) if len(one.targets) > 1 else ""
    return {
        "id": _aim_id(target),
        "commitment": one.row["commitment"],
        "text": _text(one.row, language),
        "further": further,
        "by": promiser(row["promised_by"], language, full=True),
        "where": _where(row["source"], row["locator"], language),
        "steps": steps,
        "bar": _bar(target),
        "said": said(target, language, store),
        "sign": _sign(progress),
        **_verdict(progress, language),
        "exhibits": row["exhibits"].split(),
    }


def _sign(progress: Progress) -> str:
    return SIGN_OF_STATUS.get(progress.status) or (
        "no_figure" if progress.last_value is None else "cannot_say"
    )


def _verdict(progress: Progress, language: str) -> dict[str, str]:
    """Return a target's status, the second opinion where it differs, and how firm the verdict is;
    its reason and what shakes it stand in `said`.
    """
    sign = _sign(progress)
    firm = progress.status not in {"cannot_say", "achieved"} and progress.stability != "fragile"
    return {
        # Why nothing can be said is told apart as the counts above do: nothing published, or
        # nothing to be learned from it.
        "status": say(
            language,
            f"standing_{sign}"
            if progress.status == "cannot_say"
            else f"status_progress_{progress.status}",
        ),
        "second": say(language, f"status_progress_{progress.second_status}")
        if progress.methods_agree is False
        else "",
        "firm": say(language, _FIRM.get(progress.stability, "stability_progress_unknown"))
        if firm
        else "",
    }


def _bar(target: Target) -> dict[str, float] | None:
    """Return where base, newest value and promised value stand between nothing and the largest of
    them, in per cent; None where that says nothing.
    """
    progress, goal = target.progress, target.row["value"]
    values = {"base": progress.base_value, "now": progress.last_value, "goal": goal}
    given = {name: value for name, value in values.items() if value is not None}
    if (
        target.unit == "flag"
        or progress.last_value is None
        or min(given.values()) < 0
        or max(given.values()) <= 0
    ):
        return None
    return {name: round(100 * value / max(given.values()), 2) for name, value in given.items()}


def _row(one: Commitment, language: str) -> dict[str, Any]:
    row = one.row
    return {
        "id": row["commitment"],
        "text": _text(row, language),
        "area": row["area"],
        "by": row["promised_by"],
        "state": one.state,
        "reason": _reason(one, language),
        "document": _codes("document", one),
        "said": row[f"status_{language}"],
        "where": _reported(row, language),
        "exhibits": one.exhibits,
        "aims": [_aim_id(target) for target in one.targets],
        "places": [
            [mention["source"], locator(mention["locator"], language), mention["kind"]]
            for mention in one.mentions
        ],
    }


def _text(row: Row, language: str) -> str:
    """Return what is promised; a sign and its number stay on one line."""
    return re.sub(r"(?<=\d) (?=%)|(?<=№) ", NO_BREAK, row[f"text_{language}"])


def _reason(one: Commitment, language: str) -> str:
    """Return why nothing can be told although a figure is published; blank where something can."""
    if one.state != "cannot_say":
        return ""
    reasons = [
        target.progress.reason
        for target in one.targets
        if target.progress.reason and target.progress.last_value is not None
    ]
    return (
        say(language, f"reason_progress_{reasons[0]}")
        if reasons
        else say(language, "promises_no_aim")
    )


def _reported(row: Row, language: str) -> str:
    """Return when and where a document says how a promise stands; blank if none does."""
    return (
        f"{period(row['status_date'], language)} · "
        f"{_where(row['status_source'], row['status_locator'], language)}"
        if row["status"]
        else ""
    )


def _where(source: str, place: str, language: str) -> str:
    return f"{catalogue().documents[source][language]}, {locator(place, language)}"


def commitments_table(language: str, store: Store) -> Iterator[tuple[str, ...]]:
    """Yield the heads and every promise as rows of a file: in words, then in codes."""
    codes = (
        "commitment",
        "area",
        "promised_by",
        "measurable",
        "target",
        "exhibits",
        "status",
        "status_date",
        "status_source",
        "status_locator",
    )
    heads = ("promise", "area", "by", "state", "said", "said_where", "figures", "document")
    yield (*(say(language, f"promises_{head}") for head in heads), "state", *codes)
    known = catalogue()
    titles = {card.id: card.title[language] for card in known.cards()}
    areas = {area.id: area.name[language] for area in known.areas}
    for one in commitments(store):
        row = one.row
        places = (
            _where(mention["source"], mention["locator"], language)
            for mention in one.mentions
            if mention["kind"] != "report"
        )
        yield (
            row[f"text_{language}"],
            areas[row["area"]],
            promiser(row["promised_by"], language, full=True),
            say(language, f"standing_{one.state}"),
            row[f"status_{language}"],
            _reported(row, language),
            "; ".join(titles[code] for code in one.exhibits),
            "; ".join(places),
            one.state,
            *(row[code] for code in codes),
        )


@lru_cache(maxsize=4)
def promised_of(store: Store) -> Counter[str]:
    """Return how many promises each exhibit shows."""
    return Counter(code for one in commitments(store) for code in one.exhibits)


def concerns(language: str, store: Store, to: To) -> list[dict[str, Any]]:
    """Return the promises furthest from being kept as lines of a list."""
    return [
        {
            "text": f"{one.what}: {_now(one.target, language)}",
            "mark": f"· {goal_of(one.target, language)}",
            "judgement": "neutral",
            "direction": "none",
            "word": "",
            "page": PROMISES,
            "href": to(PROMISES, _aim_id(one.target)),
        }
        for one in attention(store, language)
    ]


def _now(target: Target, language: str) -> str:
    """Return the newest value with its period."""
    progress = target.progress
    return (
        f"{value_of(progress.last_value, target, language)} "
        f"({period(progress.last_period, language)})"
        if progress.last_period
        else NOT_PUBLISHED
    )


def followed(
    targets: Sequence[Target], language: str, store: Store, to: To
) -> list[dict[str, Any]]:
    """Return, as a block of a profile, the targets that apply there; nothing if none does."""
    if not targets:
        return []
    texts = {target.row["target"]: one for one in commitments(store) for target in one.targets}
    rows = []
    for target in targets:
        one, progress = texts[target.row["target"]], target.progress
        rows.append(
            [
                {
                    "text": _text(one.row, language),
                    "page": PROMISES,
                    "href": to(PROMISES, _aim_id(target)),
                    "further": promiser(target.row["promised_by"], language),
                },
                _now(target, language),
                goal_of(target, language),
                say(language, f"status_progress_{progress.status}"),
            ]
        )
    return [
        {
            "type": "table",
            "id": "aims",
            "title": say(language, "promises_in_numbers"),
            "lead": "",
            "fit": True,
            "numeric": [False, True, True, False],
            "rows": rows,
            "columns": [
                say(language, head)
                for head in ("promises_promise", "column_value", "target", "promises_state")
            ],
        }
    ]


@cache
def meanings(kind: str) -> dict[str, Words]:
    """Return what each state (`states`) or each status (`statuses`) means."""
    return {
        code: words(entry, f"method.toml [{kind}.{code}]")
        for code, entry in read_toml(TEXT / "method.toml")[kind].items()
    }
