"""The page of promises, and what other pages say of them; judges nothing itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from app.catalogue.cards import catalogue
from app.catalogue.pages import METHOD, PROMISES, address
from app.exhibit.names import name_of
from app.facts.tables import JUDGED, MODALITIES
from app.paths import TEXT
from app.promises.judge import Progress
from app.promises.standing import (
    STATES,
    Commitment,
    CommitmentRow,
    Target,
    commitments,
    decided,
    others,
)
from app.promises.words import attention, goal_of, promiser, said, value_of
from app.screen.content import Content
from app.screen.payload import (
    Aim,
    ContentsBlock,
    ContentsItem,
    FurtherLinkCell,
    LinkCell,
    LinksCell,
    ListItem,
    NumbersTable,
    Option,
    PromiseCounts,
    PromiseFilter,
    PromiseGroup,
    PromiseRow,
    PromisesBlock,
    PromisesStanding,
    PromiseState,
    SearchedTable,
    TextLink,
)
from app.store.documents import document_name, documents
from app.store.kept import kept
from app.store.store import Store
from app.view import View
from app.words.numbers import NO_BREAK, NOT_PUBLISHED, period
from app.words.places import locator
from app.words.say import Words, read_toml, say, words

_FIRM = {"stable": "stability_progress_stable", "fragile": "stability_progress_fragile"}
_GROUPS = ("area", "document", "by")
_KINDS = ("promise", "said", "repeated", "report")
# Of the eight states, those that only a published number decides.
_BY_NUMBER = frozenset({"on_track", "behind"})
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


def promises_page(view: View, store: Store) -> Content:
    """Return the page of promises: how many stand where, what is promised in numbers, and every
    promise.
    """
    language = view.language
    labels = {
        "standing": "promises_standing",
        "aims": "promises_in_numbers",
        "commitments": "promises_all",
        "others": "promises_others",
    }
    contents = [ContentsItem(code, say(language, label)) for code, label in labels.items()]
    blocks = (
        ContentsBlock(contents),
        _promises(commitments(store), view, store),
        _others(view, store),
    )
    return Content(say(language, "promises_page"), say(language, "promises_intro"), blocks)


def _others(view: View, store: Store) -> SearchedTable:
    """Return what is said and not promised: recommendations, ideals, demands on others."""
    language = view.language
    titles = {card.id: card for card in catalogue().cards()}
    heads = ("said_only", "modality", "who", "document", "figures")
    return SearchedTable(
        id="others",
        title=say(language, "promises_others"),
        lead=say(language, "promises_others_lead"),
        columns=[say(language, f"promises_{head}") for head in heads],
        rows=[
            (
                _text(one, language),
                say(language, f"modality_{one.row['modality']}"),
                promiser(one.row["promised_by"], language, full=True),
                "; ".join(
                    _where(mention["source"], mention["locator"], language, store)
                    for mention in one.mentions
                    if mention["kind"] != "report"
                ),
                LinksCell(
                    [
                        LinkCell(
                            page=titles[code].area,
                            href=address(titles[code].area, view, code),
                            text=titles[code].title[language],
                        )
                        for code in one.exhibits
                    ]
                ),
            )
            for one in others(store)
        ],
    )


def _promises(every: Sequence[Commitment], view: View, store: Store) -> PromisesBlock:
    language = view.language
    judged = str(sum(map(decided, every)))
    return PromisesBlock(
        id=PROMISES,
        count=len(every),
        states=[
            PromiseState(
                state,
                say(language, f"standing_{state}"),
                meanings("states")[state][language],
                # None behind of the few that a number can judge is not: all is well.
                say(language, "promises_of_judged", judged=judged) if state in _BY_NUMBER else "",
            )
            for state in STATES
        ],
        counts=Counter(one.state for one in every),
        standing=PromisesStanding(
            say(language, "promises_standing"),
            f"{_judged(len(every), judged, language)} {say(language, 'promises_hint')}",
            [_standing(group, every, language, store) for group in _GROUPS],
        ),
        method=TextLink(page=METHOD, href=address(METHOD, view), text=say(language, "method_page")),
        file="./download/commitments.csv",
        filters=[
            PromiseFilter(
                group, say(language, f"promises_{group}"), _options(group, every, language, store)
            )
            for group in (*_GROUPS, "modality", "state")
        ],
        figures=_exhibits(every, view),
        aims=[_aim(one, target, language, store) for one, target in aims_of(every)],
        rows=[_row(one, language, store) for one in every],
        documents={code: words[language] for code, words in documents(store).items()},
        heads=[
            say(language, f"promises_{head}")
            for head in ("promise", "by", "state", "said", "figures")
        ],
        kinds={kind: say(language, f"mention_{kind}") for kind in _KINDS},
        words={key: say(language, key) for key in _WORDS},
    )


def _judged(every: int, judged: str, language: str) -> str:
    """Return of how many promises a number says where they stand, and what a zero means."""
    behind = say(language, "standing_behind")
    return say(language, "promises_judged", judged=judged, all=str(every), behind=behind)


def _standing(group: str, every: Sequence[Commitment], language: str, store: Store) -> PromiseGroup:
    """Return how many promises of each area, document or promiser stand where. A promise that two
    documents make is counted under both.
    """
    counts: dict[str, Counter[str]] = {}
    for one in every:
        for code in _codes(group, one):
            counts.setdefault(code, Counter())[one.state] += 1
    return PromiseGroup(
        group,
        say(language, f"promises_by_{group}"),
        say(language, f"promises_{group}"),
        [
            PromiseCounts(code, label, counts[code], counts[code].total())
            for code, label in _options(group, every, language, store)
        ],
    )


def _codes(group: str, one: Commitment) -> tuple[str, ...]:
    if group == "document":
        # A document that only reports on a promise has not made it.
        return tuple(
            dict.fromkeys(
                mention["source"] for mention in one.mentions if mention["kind"] != "report"
            )
        )
    codes = {
        "area": one.row["area"],
        "by": one.row["promised_by"],
        "modality": one.row["modality"],
        "state": one.state,
    }
    return (codes[group],)


def _options(group: str, every: Sequence[Commitment], language: str, store: Store) -> list[Option]:
    """Return the codes that occur with their names: areas and states in their order, documents and
    promisers by how much they promise.
    """
    count = Counter(code for one in every for code in _codes(group, one))
    known = catalogue()
    if group == "area":
        return [(area.id, area.name[language]) for area in known.every_area if area.id in count]
    if group == "state":
        return [(state, say(language, f"standing_{state}")) for state in STATES if state in count]
    if group == "modality":
        return [(code, say(language, f"modality_{code}")) for code in MODALITIES if code in count]
    codes = [code for code, _ in count.most_common()]
    if group == "document":
        return [(code, document_name(code, language, store)) for code in codes]
    return [(code, promiser(code, language)) for code in codes]


def _exhibits(every: Sequence[Commitment], view: View) -> dict[str, TextLink]:
    named = {
        code
        for one in every
        for code in (
            *one.exhibits,
            *(code for target in one.targets for code in target.row["exhibits"].split()),
        )
    }
    return {
        card.id: TextLink(
            page=card.area,
            href=address(card.area, view, card.id),
            text=card.title[view.language],
        )
        for card in catalogue().cards()
        if card.id in named
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


def _aim(one: Commitment, target: Target, language: str, store: Store) -> Aim:
    row = target.row
    status, second, firm = _verdict(target.progress, language)
    # One promise may set several numbers: the one meant is named.
    further = (
        name_of(catalogue(), "series", row["series"], language) if len(one.targets) > 1 else ""
    )
    return Aim(
        id=_aim_id(target),
        commitment=one.row["commitment"],
        text=_text(one, language),
        further=further,
        by=promiser(row["promised_by"], language, full=True),
        where=_where(row["source"], row["locator"], language, store),
        steps=_steps(target, language),
        bar=_bar(target),
        said=said(target, language, store),
        sign=_sign(target.progress),
        status=status,
        second=second,
        firm=firm,
        exhibits=row["exhibits"].split(),
    )


def _steps(target: Target, language: str) -> list[tuple[str, str]]:
    """Return base, newest value and promised value with their years in words."""
    row, progress = target.row, target.progress
    steps = []
    if progress.base_period:
        when = say(language, "aim_base", period=period(progress.base_period, language))
        steps.append((when, value_of(progress.base_value, target, language)))
    if progress.last_period and progress.last_period != progress.base_period:
        when = say(language, "aim_now", period=period(progress.last_period, language))
        steps.append((when, value_of(progress.last_value, target, language)))
    by = say(language, "aim_by", year=row["by"]) if row["by"] else say(language, "aim_no_year")
    return [*steps, (by, goal_of(target, language))]


def _sign(progress: Progress) -> str:
    return SIGN_OF_STATUS.get(progress.status) or (
        "no_figure" if progress.last_value is None else "cannot_say"
    )


def _verdict(progress: Progress, language: str) -> tuple[str, str, str]:
    """Return a target's status, the second opinion where it differs, and how firm the verdict is;
    its reason and what shakes it stand in `said`.
    """
    # Why nothing can be said is told apart as the counts do: nothing published, or nothing to be
    # learned from it.
    status = say(
        language,
        f"standing_{_sign(progress)}"
        if progress.status == "cannot_say"
        else f"status_progress_{progress.status}",
    )
    differs = progress.methods_agree is False
    second = say(language, f"status_progress_{progress.second_status}") if differs else ""
    firm = progress.status not in {"cannot_say", "achieved"} and progress.stability != "fragile"
    return status, second, say(language, _firmness(progress)) if firm else ""


def _firmness(progress: Progress) -> str:
    return _FIRM.get(progress.stability or "", "stability_progress_unknown")


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


def _row(one: Commitment, language: str, store: Store) -> PromiseRow:
    row = one.row
    return PromiseRow(
        id=row["commitment"],
        text=_text(one, language),
        area=row["area"],
        by=row["promised_by"],
        modality=row["modality"],
        state=one.state,
        due=_due(one, language, store),
        reason=_reason(one, language),
        document=_codes("document", one),
        said=one.reported(language),
        where=_reported(row, language, store),
        exhibits=one.exhibits,
        aims=[_aim_id(target) for target in one.targets],
        places=[
            (mention["source"], locator(mention["locator"], language), mention["kind"])
            for mention in one.mentions
        ],
    )


def _due(one: Commitment, language: str, store: Store) -> str:
    """Return by when a promise is due, and whether that is over; that no year is named is said
    too.
    """
    year = one.row["due"]
    if not year:
        return say(language, "promise_no_year")
    over = year < store.periods()[0] and one.state != "achieved"
    return say(language, "promise_due_over" if over else "promise_due", year=year)


def _text(one: Commitment, language: str) -> str:
    """Return what is promised; a sign and its number stay on one line."""
    return re.sub(r"(?<=\d) (?=%)|(?<=№) ", NO_BREAK, one.text(language))


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


def _reported(row: CommitmentRow, language: str, store: Store) -> str:
    """Return when and where a document says how a promise stands; blank if none does."""
    return (
        f"{period(row['status_date'], language)} · "
        f"{_where(row['status_source'], row['status_locator'], language, store)}"
        if row["status"]
        else ""
    )


def _where(source: str, place: str, language: str, store: Store) -> str:
    return f"{document_name(source, language, store)}, {locator(place, language)}"


def commitments_table(language: str, store: Store) -> Iterator[tuple[str, ...]]:
    """Yield the heads and every promise as rows of a file, in words, then in codes; below them what
    is no promise, without a state.
    """
    codes = (
        "commitment",
        "area",
        "promised_by",
        "modality",
        "measurable",
        "target",
        "due",
        "exhibits",
        "status",
        "status_date",
        "status_source",
        "status_locator",
        "shown_by",
    )
    heads = (
        "promise",
        "modality",
        "area",
        "by",
        "due",
        "state",
        "said",
        "said_where",
        "figures",
        "document",
    )
    yield (*(say(language, f"promises_{head}") for head in heads), "state", *codes)
    known = catalogue()
    titles = {card.id: card.title[language] for card in known.cards()}
    areas = {area.id: area.name[language] for area in known.every_area}
    for one in (*commitments(store), *others(store)):
        judged = one.row["modality"] in JUDGED
        row: Mapping[str, object] = one.row
        places = (
            _where(mention["source"], mention["locator"], language, store)
            for mention in one.mentions
            if mention["kind"] != "report"
        )
        yield (
            one.text(language),
            say(language, f"modality_{one.row['modality']}"),
            areas[one.row["area"]],
            promiser(one.row["promised_by"], language, full=True),
            one.row["due"],
            say(language, f"standing_{one.state}") if judged else "",
            one.reported(language),
            _reported(one.row, language, store),
            "; ".join(titles[code] for code in one.exhibits),
            "; ".join(places),
            one.state if judged else "",
            *(str(row[code]) for code in codes),
        )


@kept(most=1)
def promised_of(store: Store) -> Counter[str]:
    """Return how many promises each exhibit shows."""
    return Counter(code for one in commitments(store) for code in one.exhibits)


def concerns(language: str, store: Store, view: View) -> list[ListItem]:
    """Return the promises furthest from being kept as lines of a list."""
    return [
        ListItem(
            page=PROMISES,
            href=address(PROMISES, view, _aim_id(one.target)),
            text=f"{one.what}: {_now(one.target, language)}",
            mark=f"· {goal_of(one.target, language)}",
            judgement="neutral",
            direction="none",
            word="",
        )
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
    targets: Sequence[Target], language: str, store: Store, view: View
) -> list[NumbersTable]:
    """Return, as a block of a profile, the targets that apply there; nothing if none does."""
    if not targets:
        return []
    texts = {target.row["target"]: one for one in commitments(store) for target in one.targets}
    heads = ("promises_promise", "column_value", "target", "promises_state")
    return [
        NumbersTable(
            id="aims",
            title=say(language, "promises_in_numbers"),
            numeric=[False, True, True, False],
            columns=[say(language, head) for head in heads],
            rows=[
                (
                    FurtherLinkCell(
                        page=PROMISES,
                        href=address(PROMISES, view, _aim_id(target)),
                        text=_text(texts[target.row["target"]], language),
                        further=promiser(target.row["promised_by"], language),
                    ),
                    _now(target, language),
                    goal_of(target, language),
                    say(language, f"status_progress_{target.progress.status}"),
                )
                for target in targets
            ],
        )
    ]


@cache
def meanings(kind: str) -> dict[str, Words]:
    """Return what each state (`states`) or each status (`statuses`) means."""
    return {
        code: words(entry, f"method.toml [{kind}.{code}]")
        for code, entry in read_toml(TEXT / "method.toml")[kind].items()
    }
