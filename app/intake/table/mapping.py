"""The mapping file of a table: what its words and columns mean here. Reads and writes it, says what
is wrong with it; guesses nothing.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.intake.table.remarks import Refused, Remark, message, refused
from app.intake.table.signs import MISSING

DIMENSIONS = ("period", "place", "sex", "age", "sector")
KINDS = (*DIMENSIONS, "measure", "mixed", "unit", "flag", "note", "ignore")
OPEN = "?"
LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class Axis:
    """A column of labels, a line of the head or the group lines: what its words are.

    `words` say what single ones mean where that does not follow from their names; `others`: `ask`
    or `leave_out` for words that nothing is known of.
    """

    name: str
    what: str
    words: Mapping[str, str] = field(default_factory=dict)
    others: str = "ask"


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the file. `lines` tells where it stands if that is not found by itself."""

    sheet: str = ""
    title: str = ""
    skip: bool = False
    measure: str = ""
    unit: str = ""
    factor: float = 1
    decimals: int | None = None
    decimal: str = ""
    status: str = "final"
    note: str = ""
    fixed: Mapping[str, str] = field(default_factory=dict)
    missing: Mapping[str, str] = field(default_factory=dict)
    axes: tuple[Axis, ...] = ()
    lines: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the editor says to a question; with a break, its period and its words."""

    at: str
    say: str
    since: str = ""
    kk: str = ""
    ru: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class MappingOf:
    """Everything that a mapping file says."""

    confirmed: bool
    source: Mapping[str, str]
    tables: tuple[Table, ...]
    answers: tuple[Answer, ...] = ()
    encoding: str = ""

    def answer(self, remark: Remark) -> str:
        """Return what the editor said to a question, blank if nothing yet."""
        found = next((one.say for one in self.answers if one.at == remark.at), "")
        return "" if found == OPEN else found


_TOP = {"confirmed", "encoding", "source", "table", "answer"}
_TABLE = {
    *(
        "sheet",
        "title",
        "skip",
        "measure",
        "unit",
        "factor",
        "decimals",
        "decimal",
        "status",
        "note",
    ),
    *("fixed", "missing", "axis", "lines"),
}


def read_mapping(path: Path) -> MappingOf:
    """Read a mapping file; raise Refused naming everything that is no part of one."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Refused(refused("mapping_unreadable", file=path.name, why=str(error))) from error
    faults = list(_faults(said))
    if faults:
        raise Refused(*(refused("mapping_wrong", file=path.name, what=one) for one in faults))
    return MappingOf(
        bool(said.get("confirmed", False)),
        {name: str(value) for name, value in said.get("source", {}).items()},
        tuple(_table(one) for one in said.get("table", [])),
        tuple(
            Answer(**{name: str(value) for name, value in one.items()})
            for one in said.get("answer", [])
        ),
        str(said.get("encoding", "")),
    )


def _faults(said: Mapping[str, Any]) -> Iterable[str]:
    yield from (one for one in said if one not in _TOP)
    if not isinstance(said.get("source", {}), dict):
        yield "source"
        return
    tables, answers = said.get("table", []), said.get("answer", [])
    if not isinstance(tables, list) or not tables or not all(isinstance(t, dict) for t in tables):
        yield "[[table]]"
        return
    for number, table in enumerate(tables, 1):
        yield from (f"[[table]] {number}: {fault}" for fault in _table_faults(table))
    known = set(Answer.__slots__)
    for number, answer in enumerate(answers if isinstance(answers, list) else [{}], 1):
        if not isinstance(answer, dict) or not {"at", "say"} <= set(answer) <= known:
            yield f"[[answer]] {number}: at, say"


def _table_faults(table: Mapping[str, Any]) -> Iterable[str]:
    yield from (one for one in table if one not in _TABLE)
    yield from (name for name in ("fixed", "lines", "missing", "axis") if not _is_dict(table, name))
    for sign, kind in _dict(table, "missing").items():
        if kind not in MISSING:
            yield f'missing "{sign}" = "{kind}": {", ".join(MISSING)}'
    for name in _dict(table, "fixed"):
        if name not in DIMENSIONS:
            yield f"fixed.{name}: {', '.join(DIMENSIONS)}"
    for name in ("factor", "decimals"):
        if not isinstance(table.get(name, 1), int | float) or isinstance(table.get(name), bool):
            yield f"{name} = {table[name]}"
    for name in ("sheet", "title", "measure", "unit", "decimal", "status", "note"):
        if not isinstance(table.get(name, ""), str):
            yield f"{name} = {table[name]}"
    yield from _axis_faults(_dict(table, "axis"))


def _axis_faults(axes: Mapping[str, Any]) -> Iterable[str]:
    for name, axis in axes.items():
        if not isinstance(axis, dict) or axis.get("is") not in {*KINDS, OPEN}:
            yield f'axis "{name}": is = {", ".join(KINDS)}'
        elif axis.get("others", "ask") not in {"ask", LEAVE_OUT}:
            yield f'axis "{name}": others = ask, {LEAVE_OUT}'
        elif not _is_dict(axis, "words"):
            yield f'axis "{name}": words'


def _is_dict(table: Mapping[str, Any], name: str) -> bool:
    return isinstance(table.get(name, {}), dict)


def _dict(table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = table.get(name, {})
    return found if isinstance(found, dict) else {}


def _table(said: Mapping[str, Any]) -> Table:
    plain = {
        name: said[name]
        for name in (
            "sheet",
            "title",
            "skip",
            "measure",
            "unit",
            "factor",
            "decimal",
            "status",
            "note",
        )
        if name in said
    }
    axes = tuple(
        Axis(
            name,
            one["is"],
            {str(word): str(meaning) for word, meaning in one.get("words", {}).items()},
            one.get("others", "ask"),
        )
        for name, one in said.get("axis", {}).items()
    )
    decimals = said.get("decimals")
    return Table(
        **plain,
        decimals=int(decimals) if decimals is not None else None,
        fixed={name: str(value) for name, value in said.get("fixed", {}).items()},
        missing={name: str(value) for name, value in said.get("missing", {}).items()},
        axes=axes,
        lines={name: str(value) for name, value in said.get("lines", {}).items()},
    )


def written(
    mapping: MappingOf, language: str, questions: Iterable[Remark] = (), hints: Iterable[str] = ()
) -> str:
    """Return the text of a mapping file with what each part is for, in the editor's language."""

    def told(kind: str, **slots: str) -> str:
        return _comment(message(language, kind, **slots))

    lines = [told("map_top"), f"confirmed = {str(mapping.confirmed).lower()}"]
    if mapping.encoding:
        lines.append(f"encoding = {_quoted(mapping.encoding)}")
    lines += ["", told("map_source"), "[source]"]
    lines += [f"{name} = {_quoted(value)}" for name, value in mapping.source.items()]
    lines += [f"# {one}" for one in hints]
    for table in mapping.tables:
        lines += ["", told("map_table"), "[[table]]", *_lines_of(table, told)]
    answered = {one.at: one for one in mapping.answers}
    open_ones = [one for one in questions if one.at and one.at not in answered]
    if answered or open_ones:
        lines += ["", told("map_answers")]
    for answer in mapping.answers:
        lines += ["[[answer]]", f"at = {_quoted(answer.at)}", f"say = {_quoted(answer.say)}"]
        for name in ("since", "kk", "ru", "en"):
            value = getattr(answer, name)
            if value or answer.say == "break":
                lines.append(f"{name} = {_quoted(value)}")
    for remark in open_ones:
        lines += [
            _comment(remark.say(language)),
            f"# {' | '.join(remark.answers)}",
            "[[answer]]",
            f"at = {_quoted(remark.at)}",
            f'say = "{OPEN}"',
        ]
    return "\n".join(lines) + "\n"


def _lines_of(table: Table, told: Any) -> list[str]:
    lines = [f"sheet = {_quoted(table.sheet)}", f"title = {_quoted(table.title)}"]
    if table.skip:
        return [*lines, "skip = true"]
    lines += [
        told("map_measure"),
        f"measure = {_quoted(table.measure)}",
        f"unit = {_quoted(table.unit)}",
        f"factor = {table.factor:g}" if table.factor < 1e6 else f"factor = {table.factor}",
    ]
    if table.decimals is not None:
        lines.append(f"decimals = {table.decimals}")
    if table.decimal:
        lines.append(f"decimal = {_quoted(table.decimal)}")
    lines += [f"status = {_quoted(table.status)}", f"note = {_quoted(table.note)}"]
    for name, heading in (("lines", table.lines), ("fixed", table.fixed)):
        if heading:
            lines += ["", told(f"map_{name}"), f"[table.{name}]"]
            lines += [f"{_bare(one)} = {_quoted(value)}" for one, value in heading.items()]
    if table.missing:
        lines += ["", told("map_missing", kinds=", ".join(MISSING)), "[table.missing]"]
        lines += [f"{_quoted(one)} = {_quoted(value)}" for one, value in table.missing.items()]
    for number, axis in enumerate(table.axes):
        lines.append("")
        if not number:
            lines.append(told("map_axis", kinds=", ".join(KINDS)))
        lines += _lines_of_axis(axis)
    return lines


def _lines_of_axis(axis: Axis) -> list[str]:
    lines = [f"[table.axis.{_quoted(axis.name)}]", f"is = {_quoted(axis.what)}"]
    if axis.others != "ask":
        lines.append(f"others = {_quoted(axis.others)}")
    if axis.words:
        lines.append(f"[table.axis.{_quoted(axis.name)}.words]")
        lines += [f"{_quoted(one)} = {_quoted(value)}" for one, value in axis.words.items()]
    return lines


def _bare(name: str) -> str:
    return name if name.isidentifier() and name.isascii() else _quoted(name)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> str:
    return "\n".join(f"# {line}" for line in text.splitlines())
