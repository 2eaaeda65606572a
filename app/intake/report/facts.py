"""Answers → rows of the tables of facts, each with the cell it came from; checks nothing."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.facts.read import Facts
from app.facts.tables import COLUMNS, Check, FactRow
from app.intake.report.form import Kit
from app.intake.report.judge import Answer, Judged, line_at
from app.intake.report.names import words_of
from app.intake.report.periods import moved
from app.intake.report.plan import membership_key
from app.intake.report.words import CONFIRMED
from app.words.places import locator_said

_THREE = ("kk", "ru", "en")
# How the document itself says that a number is not exact (app/exhibit/numbers.py reads it).
_INEXACT = {
    "more_than": "более {number}",
    "almost": "почти {number}",
    "about": "около {number}",
    "at_least": "не менее {number}",
}
# When it was, at the end of an event's code: `_2025`, `_2025_04_28`, `_2025_04_2`.
_WHEN = re.compile(r"(_\d{4}(_\d\d){0,2}(_\d)?)+$")
# Where a column of a table was typed, if not under its own name.
_TYPED = {"place": "region", "printed": "words", "number": "line", "target": "due"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row for a table, and the line of the workbook that it comes from."""

    table: str
    cells: Mapping[str, str]
    sheet: str
    row: int
    columns: Mapping[str, str] = field(default_factory=dict)

    def column(self, name: str) -> str:
        """Return the workbook's column from which a column of the table comes."""
        return self.columns.get(name, _TYPED.get(name, name))


@dataclass(frozen=True, slots=True)
class Last:
    """What last year's report and the other documents say already."""

    like: str
    facts: Facts
    checks: tuple[Check, ...]

    def rows(self, table: str) -> Iterator[FactRow]:
        """Yield last year's rows of a table."""
        return (row for row in self.facts.tables[table] if row["source"] == self.like)


def rows_of(judged: Judged, kit: Kit, last: Last) -> list[Row]:
    """Return every row that the answers make."""
    makers = (
        _sources,
        _numbers,
        _new_numbers,
        _events,
        _strikes,
        _demands,
        _promises,
        _new_promises,
        _memberships,
        _conventions,
        _programmes,
        _new_programmes,
        _statements,
    )
    return [row for make in makers for row in make(judged, kit, last)]


def as_csv(table: str, rows: Iterable[Row]) -> str:
    """Return rows of one table as the file that people keep."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS[table], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(dict(row.cells) for row in rows)
    return out.getvalue()


def _row(
    table: str,
    answer: Answer,
    cells: Mapping[str, object],
    columns: Mapping[str, str] | None = None,
) -> Row:
    said = {column: _cell(cells.get(column)) for column in COLUMNS[table]}
    return Row(table, said, answer.given.sheet, answer.given.row, columns or {})


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    return str(value)


def _note(answer: Answer) -> str:
    """Return the comment without the word that only confirms."""
    said = re.sub(rf"\b({'|'.join(CONFIRMED.values())})\b", "", answer.text("comment"), flags=re.I)
    return said.strip(" ,;.:")


def _place(answer: Answer, kit: Kit, otherwise: object = "") -> str:
    """Return the place in the document that was typed, as facts name it; else another."""
    return locator_said(answer.text("locator"), kit.language) or str(otherwise)


def _sources(judged: Judged, kit: Kit, last: Last) -> Iterator[Row]:
    for answer in judged.answers["sources"]:
        old = next(last.rows("sources"))
        cells = {
            **old,
            "source": kit.report,
            "title": answer.text("title"),
            "date": answer.text("date") or "n.d.",
            "url": answer.text("url"),
            "edition_of": old["edition_of"] or re.sub(r"_\d{4}$", "", kit.like),
            "about": str(kit.year),
        }
        yield _row("sources", answer, cells)


def _numbers(judged: Judged, kit: Kit, last: Last) -> Iterator[Row]:
    for answer in judged.answers["numbers"]:
        row = judged.last[answer.given.line.key]
        cells = {
            **row,
            "period": answer.text("period") or answer.given.line.cells.get("period"),
            "source": kit.report,
            "locator": _place(answer, kit, row["locator"]),
            "note": _note(answer),
            "status": "as_printed_disputed" if answer.confirmed else "final",
        }
        value = answer.amount("value")
        if value is not None or answer.text("state") == "in_words":
            printed = _printed(answer, value)
            yield _row("figures", answer, cells | {"value": value, "printed": printed})
        before = answer.amount("year_before")
        if before is not None:
            yield _row(
                "figures",
                answer,
                cells | {"period": moved(str(cells["period"]), -1), "value": before, "printed": ""},
                columns={"value": "year_before"},
            )


def _printed(answer: Answer, value: float | None) -> str:
    if words := answer.text("words"):
        return words
    form = _INEXACT.get(answer.text("exactly"))
    return form.format(number=_cell(value)) if form else ""


def _new_numbers(judged: Judged, kit: Kit, last: Last) -> Iterator[Row]:
    for answer in judged.answers["new_numbers"]:
        measure = answer.text("measure")
        value = answer.amount("value")
        cells = {
            "measure": measure,
            "period": answer.text("period"),
            "place": answer.text("region") or "KZ",
            "sector": answer.text("sector") or "_T",
            "series": answer.text("series") or "_T",
            "value": value,
            "unit": judged.units.get(measure, ""),
            "status": "final",
            "source": kit.report,
            "locator": _place(answer, kit),
            "note": _note(answer),
            "printed": _printed(answer, value),
        }
        yield _row("figures", answer, cells)


def _events(judged: Judged, kit: Kit, last: Last) -> Iterator[Row]:
    old = {str(row["event"]): row for row in last.rows("events")}
    codes = codes_of_events(judged)
    for answer in judged.answers["events"]:
        before = old.get(answer.given.line.key, {})
        cells = {
            "event": codes[answer.given.line.key],
            "period": answer.text("period"),
            "end": answer.text("end"),
            "place": answer.text("region"),
            "sector": answer.text("sector"),
            "area": answer.text("area"),
            "kind": answer.text("kind"),
            **{
                f"text_{one}": answer.text(f"text_{one}") or before.get(f"text_{one}")
                for one in _THREE
            },
            "source": kit.report,
            "locator": _place(answer, kit, before.get("locator")),
        }
        yield _row("events", answer, cells)


def codes_of_events(judged: Judged) -> dict[str, str]:
    """Return the code of each event by its line: last year's, or one of its English words, and when
    it was; what happened twice in a time is counted.
    """
    codes: dict[str, str] = {}
    for answer in judged.answers["events"]:
        when = re.sub(r"[-/.]+", "_", answer.text("period"))
        if answer.given.is_new:
            name = "_".join(words_of(answer.text("text_en")).split("_")[:6])
        else:
            name = _WHEN.sub("", answer.given.line.key)
        code, number = f"{name}_{when}", 2
        while code in codes.values():
            code, number = f"{name}_{when}_{number}", number + 1
        codes[answer.given.line.key] = code
    return codes


def _strikes(judged: Judged, kit: Kit, last: Last) -> Iterator[Row]:
    for answer in judged.answers["strikes"]:
        cells = {
            "conflict": code_of_strike(answer, kit),
            "period": answer.text("period"),
            "place": answer.text("region"),
            "sector": answer.text("sector"),
            "enterprise": answer.text("enterprise"),
            "workers": answer.amount("workers"),
            "printed": answer.text("words"),
            "source": kit.report,
            "locator": _place(answer, kit),
        }
        yield _row("conflicts", answer, cells)


def code_of_strike(answer: Answer, kit: Kit) -> str:
    """Return the code of a strike: the report's year and its line."""
    return f"strike_{kit.year}_{answer.given.line.key.removeprefix('+')}"


def _demands(judged: Judged, kit: Kit, last: Last) -> Iterator[Row]:
    counted: dict[str, int] = {}
    for answer in judged.answers["demands"]:
        strike = line_at(judged, "strikes", answer.amount("strike") or 0)
        if strike is None:
            continue
        code = code_of_strike(strike, kit)
        counted[code] = counted.get(code, 0) + 1
        place = _place(answer, kit, f"{_place(strike, kit)}, demand {counted[code]}")
        cells = {
            "conflict": code,
            "number": str(counted[code]),
            **{f"text_{one}": answer.text(f"text_{one}") for one in _THREE},
            "source": kit.report,
            "locator": place,
        }
        yield _row("demands", answer, cells)


def _promises(judged: Judged, kit: Kit, last: Last) -> Iterator[Row]:
    places: dict[str, str] = {}
    for row in last.rows("mentions"):
        places.setdefault(str(row["commitment"]), str(row["locator"]))
    old = {str(row["commitment"]): row for row in last.facts.tables["commitments"]}
    codes = codes_of_events(judged)
    for answer in judged.answers["promises"]:
        code, said = answer.given.line.key, answer.text("said")
        place = _place(answer, kit, places.get(code, ""))
        mention = {"commitment": code, "source": kit.report, "locator": place}
        kind = "repeated" if said == "repeated" else "report"
        yield _row("mentions", answer, mention | {"kind": kind})
        if kind == "report":
            shown = line_at(judged, "events", answer.amount("event") or 0)
            status: FactRow = {
                "status": said,
                "status_date": str(kit.year),
                "status_source": kit.report,
                "status_locator": place,
                **{f"status_{one}": answer.text(f"status_{one}") for one in _THREE},
                "shown_by": f"event:{codes[shown.given.line.key]}" if shown else "",
            }
            yield _row("commitments", answer, old[code] | status)


def _new_promises(judged: Judged, kit: Kit, last: Last) -> Iterator[Row]:
    for answer in judged.answers["new_promises"]:
        code = f"{'_'.join(words_of(answer.text('text_en')).split('_')[:8])}_{kit.year}"
        judged_kind = answer.text("modality") in {"promise", "aim"}
        cells = {
            "commitment": code,
            **{one: answer.text(one) for one in ("area", "promised_by", "modality", "measurable")},
            **{f"text_{one}": answer.text(f"text_{one}") for one in _THREE},
            "due": answer.text("due"),
        }
        yield _row("commitments", answer, cells)
        mention = {
            "commitment": code,
            "source": kit.report,
            "locator": _place(answer, kit),
            "kind": "promise" if judged_kind else "said",
        }
        yield _row("mentions", answer, mention)


def _memberships(judged: Judged, kit: Kit, last: Last) -> Iterator[Row]:
    old = {membership_key(row): row for row in last.rows("structures")}
    for answer in judged.answers["memberships"]:
        before = old.get(answer.given.line.key)
        if before is None:
            cells: dict[str, object] = {
                "structure": answer.text("structure"),
                "member": answer.text("member"),
                "place": answer.text("region"),
                "role": answer.text("role"),
                "since": answer.amount("since"),
                "until": answer.amount("until"),
                "source": kit.report,
                "locator": _place(answer, kit),
                "note": _note(answer),
            }
            yield _row("structures", answer, cells)
        elif answer.text("again"):
            place = _place(answer, kit, before["locator"])
            cells = {**before, "source": kit.report, "locator": place, "note": _note(answer)}
            if answer.text("again") == "no":
                cells["until"] = answer.amount("until")
            yield _row("structures", answer, cells)


def _conventions(judged: Judged, kit: Kit, last: Last) -> Iterator[Row]:
    for answer in judged.answers["conventions"]:
        new = answer.given.is_new
        convention, _, place = answer.given.line.key.partition("/")
        status = answer.text("status")
        cells = {
            "convention": answer.text("convention") if new else convention,
            "place": answer.text("region") if new else place,
            "status": status,
            "year": answer.amount("year"),
            "as_of": str(kit.year) if status == "not_ratified" else "",
            "source": kit.report,
            "note": _note(answer) or "as the report says; the year is not printed",
        }
        yield _row("conventions", answer, cells)


def _programmes(judged: Judged, kit: Kit, last: Last) -> Iterator[Row]:
    first: dict[str, FactRow] = {}
    for row in last.rows("programmes"):
        first.setdefault(str(row["programme"]), row)
    for answer in judged.answers["programmes"]:
        if answer.text("again") == "yes":
            row = first[answer.given.line.key]
            place = _place(answer, kit, row["locator"])
            yield _row("programmes", answer, {**row, "source": kit.report, "locator": place})


def _new_programmes(judged: Judged, kit: Kit, last: Last) -> Iterator[Row]:
    for answer in judged.answers["new_programmes"]:
        code = "_".join(words_of(answer.text("name_en")).split("_")[:8])
        cells = {
            "programme": code,
            **{one: answer.text(one) for one in ("kind", "run_by", "since", "area")},
            "locator": _place(answer, kit),
            **{f"name_{one}": answer.text(f"name_{one}") for one in _THREE},
            "source": kit.report,
        }
        yield _row("programmes", answer, cells)


def _statements(judged: Judged, kit: Kit, last: Last) -> Iterator[Row]:
    step = kit.year - last_year(kit)
    old = {check.check: check for check in last.checks}
    for answer in judged.answers["statements"]:
        if answer.text("again") != "yes":
            continue
        check = old[answer.given.line.key]
        cells = {
            "check": f"{re.sub(r'_[0-9]{4}$', '', check.check)}_{kit.year}",
            "kind": check.kind,
            "decimals": check.decimals,
            "left": moved(check.left, step),
            "right": moved(check.right, step),
            "doubts": moved(check.doubts, step),
            "locator": check.locator,
            "exhibits": check.exhibits,
            "verdict": check.verdict,
            "weight": check.weight,
            "against": check.against,
            "why_kk": answer.text("text_kk") or check.why_kk,
            "why_ru": answer.text("text_ru") or check.why_ru,
            "why_en": answer.text("text_en") or check.why_en,
        }
        yield _row("checks", answer, cells)


def last_year(kit: Kit) -> int:
    """Return the year of the report that the kit goes by."""
    return int(kit.like[-4:])
