"""Asks all that is to be asked before the rows of a table become facts, and does what the editor
has answered; writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.intake.table.apply import Row, ended_places
from app.intake.table.compare import Change, Comparison, Fact, alike, by_key, compare
from app.intake.table.doubts import (
    BREAK,
    KEEP,
    LEAVE_OUT,
    SAME,
    Doubt,
    beside_others,
    doubts_beside_others,
    doubts_of_columns,
    doubts_of_jumps,
    doubts_of_lines,
    doubts_of_places,
    doubts_of_totals,
    told_beside,
)
from app.intake.table.find import unlike
from app.intake.table.layout import Block
from app.intake.table.mapping import OPEN, Answer, MappingOf
from app.intake.table.remarks import Remark, asked, refused, said

DROP, REPLACE = "drop", "replace"


@dataclass(slots=True)
class Weighed:
    """The rows that are left, what they change, what is open, and the breaks that
    were confirmed.
    """

    rows: list[Row]
    changes: Comparison
    remarks: list[Remark] = field(default_factory=list)
    open: list[Remark] = field(default_factory=list)
    answered: list[tuple[Remark, str]] = field(default_factory=list)
    breaks: list[tuple[Answer, Sequence[str]]] = field(default_factory=list)
    gone: set[tuple[str, ...]] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)


def weigh(
    parts: Sequence[tuple[Block, Sequence[Row]]],
    mapping: MappingOf,
    facts: Sequence[Fact],
    editions: Mapping[str, str],
    words: Mapping[str, tuple[Sequence[str], Sequence[str]]],
) -> Weighed:
    """Return what comes of the rows of all tables of a file.

    `editions` say of which line of publications each source is, `words` for each table what its
    definition said last time and says now.
    """
    source = mapping.source["source"]
    index = by_key(facts)
    weighed = Weighed([row for _, rows in parts for row in rows], Comparison((), 0))
    for block, rows in parts:
        for doubt in (*doubts_of_lines(block, rows), *doubts_of_columns(block, rows, index)):
            _settle(doubt, mapping, weighed)
    for doubt in doubts_of_places(weighed.rows, ended_places()):
        _settle(doubt, mapping, weighed)
    for doubt in doubts_of_totals(weighed.rows):
        _settle(doubt, mapping, weighed)
    for doubt in _held(weighed.rows, facts, source, editions):
        _settle(doubt, mapping, weighed)
    first = compare(weighed.rows, facts, source)
    changed = {change.key for change in first.changes if change.kind != "gone"}
    for doubt in doubts_of_jumps(weighed.rows, facts, changed, source):
        _settle(doubt, mapping, weighed)
    for doubt in doubts_beside_others(weighed.rows, index, source):
        _settle(doubt, mapping, weighed)
    weighed.changes = compare(weighed.rows, facts, source)
    _definitions(words, mapping, weighed)
    _older(weighed, facts, source, mapping)
    _gone(weighed, mapping)
    weighed.remarks += _others(weighed.rows, index, source)
    return weighed


def _settle(doubt: Doubt, mapping: MappingOf, weighed: Weighed) -> None:
    """Do what the editor said to a question, or leave it open."""
    answer = _answered(doubt.remark, mapping, weighed)
    keys = {(row.sheet, row.cell) for row in doubt.rows}
    if answer == LEAVE_OUT:
        weighed.rows = [row for row in weighed.rows if (row.sheet, row.cell) not in keys]
    elif answer == KEEP and doubt.remark.kind.startswith("total_"):
        weighed.rows = [
            replace(row, status="as_printed_disputed") if (row.sheet, row.cell) in keys else row
            for row in weighed.rows
        ]
    elif answer == REPLACE:
        weighed.replaced.add(doubt.remark.at.rsplit(" ", 1)[1])
    elif answer == BREAK:
        _break(doubt.remark, mapping, weighed, sorted({row.measure for row in doubt.rows}))


def _answered(remark: Remark, mapping: MappingOf, weighed: Weighed) -> str:
    """Return the answer to a question; note one that is open or none of those there are."""
    answer = mapping.answer(remark)
    if not answer:
        weighed.open.append(remark)
    elif answer not in remark.answers:
        weighed.remarks.append(
            refused(
                "wrong_answer",
                remark.sheet,
                remark.cell,
                answer=answer,
                answers=", ".join(remark.answers),
            )
        )
        return ""
    else:
        weighed.answered.append((remark, answer))
    return answer


def _break(remark: Remark, mapping: MappingOf, weighed: Weighed, measures: Sequence[str]) -> None:
    answer = next(one for one in mapping.answers if one.at == remark.at)
    since = answer.since or dict(remark.slots).get("period", "")
    if not since or since == OPEN or not all((answer.kk, answer.ru, answer.en)):
        weighed.remarks.append(refused("break_words", at=remark.at))
    else:
        weighed.breaks.append((replace(answer, since=since), measures))


def _held(
    rows: Sequence[Row], facts: Sequence[Fact], source: str, editions: Mapping[str, str]
) -> Iterator[Doubt]:
    """Yield a question for each other source that has numbers of the same: an edition of the same
    line of publications asks nothing, of two such the newer one speaks.
    """
    by_fact: dict[tuple[str, ...], list[str]] = {}
    for fact in facts:
        line = editions.get(fact.source, "")
        if fact.source != source and fact.value and not (line and line == editions.get(source)):
            by_fact.setdefault(fact.key, []).append(fact.source)
    held: dict[str, list[Row]] = {}
    for row in rows:
        for other in dict.fromkeys(by_fact.get(row.key, ())):
            held.setdefault(other, []).append(row)
    for other, several in held.items():
        measures = ", ".join(dict.fromkeys(row.measure for row in several))
        yield Doubt(
            asked(
                "held",
                other,
                (LEAVE_OUT, REPLACE, KEEP),
                several[0].sheet,
                several[0].cell,
                count=str(len(several)),
                measure=measures,
                source=other,
            ),
            tuple(several),
        )


def _definitions(
    words: Mapping[str, tuple[Sequence[str], Sequence[str]]], mapping: MappingOf, weighed: Weighed
) -> None:
    """Ask whether other words mean another count."""
    for table, (before, after) in words.items():
        lost, new = unlike(before, after)
        if not lost and not new:
            continue
        remark = asked(
            "definition",
            table,
            (SAME, BREAK),
            table.split(" | ")[0],
            "",
            new=_told(new),
            gone=_told(lost),
        )
        if _answered(remark, mapping, weighed) == BREAK:
            measures = sorted({row.measure for row in weighed.rows})
            _break(remark, mapping, weighed, measures)


def _told(texts: Sequence[str]) -> str:
    return " / ".join(f"«{text[:160]}»" for text in texts[:4]) or "–"


def _older(weighed: Weighed, facts: Sequence[Fact], source: str, mapping: MappingOf) -> None:
    """Ask whether a table is last year's: the facts of its source already go further."""
    newest: dict[str, str] = {}
    for row in weighed.rows:
        newest[row.measure] = max(newest.get(row.measure, ""), row.period)
    before: dict[str, str] = {}
    for fact in facts:
        if fact.source == source and fact.value:
            before[fact.key[0]] = max(before.get(fact.key[0], ""), fact.key[1])
    for measure, period in newest.items():
        if before.get(measure, "") > period:
            remark = asked(
                "older",
                f"{measure} {period}",
                (KEEP,),
                measure=measure,
                newest=period,
                before=before[measure],
            )
            _answered(remark, mapping, weighed)


def _gone(weighed: Weighed, mapping: MappingOf) -> None:
    """Ask what becomes of numbers that the source had and the table has no more."""
    by_measure: dict[str, list[Change]] = {}
    for change in weighed.changes.of("gone"):
        if change.before:
            by_measure.setdefault(change.key[0], []).append(change)
    for measure, several in by_measure.items():
        remark = asked("gone", measure, (KEEP, DROP), count=str(len(several)), measure=measure)
        if _answered(remark, mapping, weighed) == DROP:
            weighed.gone |= {change.key for change in several}


def _others(
    rows: Sequence[Row], index: Mapping[tuple[str, ...], Sequence[Fact]], source: str
) -> list[Remark]:
    """Say where another source has another number for the same."""
    unlike_ones = [
        (row, fact)
        for row, fact in beside_others(rows, index, source)
        if not alike(fact.value, row.value)
    ]
    if not unlike_ones:
        return []
    row = unlike_ones[0][0]
    return [said("differs", row.sheet, row.cell, **told_beside(unlike_ones))]
