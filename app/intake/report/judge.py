"""Answers → what they mean, and everything that is wrong with them or must be asked about, cell by
cell. Pure: changes no workbook, writes no fact.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from app.catalogue.cards import Catalogue
from app.exhibit.numbers import modality_in
from app.facts.tables import FactRow
from app.intake.report.cells import Unclear, Value, value_of
from app.intake.report.faults import Fault
from app.intake.report.form import Kit, Sheet
from app.intake.report.names import LISTS, NewName, codes_of, is_code, known_by, proposed
from app.intake.report.periods import last_year_of
from app.intake.report.plan import number_key
from app.intake.report.read import Given, Sent
from app.intake.report.words import is_confirmed
from app.words.federation import federation
from app.words.numbers import number, period

# So many times more or less than last year's is likelier another unit than another year.
_JUMP, _JUMP_FROM = 8.0, 100.0
_LATEST = 2  # years after its own in which a report is published
# Of so much nothing is left at once less likely than a nought stands for what is not printed.
_NOUGHT_FROM = 10.0
_SAME_SHARE, _SAME_LEAST = 0.8, 10
# A line is one that counts as soon as one of these cells is filled; the others may be proposed.
_BEGINS = {
    "sources": ("date", "url", "title"),
    "definitions": ("as_before",),
    "statements": ("again",),
    "events": ("period",),
    "promises": ("said",),
    "conventions": ("status",),
    "programmes": ("again",),
}
# What a line that counts cannot be without; `?` after it: unless last year's line has it.
_NEEDED: dict[str, tuple[str, ...]] = {
    "sources": ("title",),
    "new_numbers": ("measure", "period", "locator"),
    "names": ("kind", "name_kk", "name_ru", "name_en"),
    "events": (
        "period",
        "region",
        "sector",
        "area",
        "kind",
        *(f"text_{language}?" for language in ("kk", "ru", "en")),
        "locator?",
    ),
    "strikes": ("period", "region", "sector", "enterprise", "locator"),
    "demands": ("strike", "text_kk", "text_ru", "text_en"),
    "new_promises": (
        "area",
        "promised_by",
        "modality",
        "text_kk",
        "text_ru",
        "text_en",
        "measurable",
        "locator",
    ),
    "memberships": ("structure?", "member?", "region?", "role?", "locator?"),
    "conventions": ("convention?", "region?", "status"),
    "new_programmes": ("kind", "name_kk", "name_ru", "name_en", "run_by", "area", "locator"),
}
_THREE = ("kk", "ru", "en")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Answer:
    """A line that counts, with what its cells say: codes, numbers, periods, texts."""

    given: Given
    says: Mapping[str, Value]

    def text(self, column: str) -> str:
        """Return a code, a period or a text; blank if there is none."""
        said = self.says.get(column, "")
        return f"{said:g}" if isinstance(said, float) else said

    def amount(self, column: str) -> float | None:
        """Return a number; None if there is none."""
        said = self.says.get(column)
        return said if isinstance(said, float) else None

    @property
    def confirmed(self) -> bool:
        """Return whether its comment confirms what is asked about."""
        return is_confirmed(self.text("comment"))


@dataclass(slots=True)
class Judged:
    """What a workbook says: answers by sheet, new names, faults; how many numbers are missing, by
    section; the keys of all lines of numbers, last year's numbers by them; the unit of each
    measure.
    """

    answers: dict[str, list[Answer]] = field(default_factory=dict)
    names: list[NewName] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    missing: Counter[str] = field(default_factory=Counter)
    lines: frozenset[str] = frozenset()
    last: Mapping[str, FactRow] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)

    @property
    def open_faults(self) -> list[Fault]:
        """Return the faults in the order of the workbook."""
        order = list(self.answers)
        return sorted(
            self.faults,
            key=lambda one: (
                order.index(one.sheet) if one.sheet in order else -1,
                one.row,
                one.column,
            ),
        )


def judge(sent: Sent, kit: Kit, last: Mapping[str, FactRow], known: Catalogue) -> Judged:
    """Judge every answer; `last` are last year's numbers by the keys of their lines."""
    judged = Judged(faults=list(sent.faults), last=last)
    judged.units = {code: measure.unit for code, measure in known.measures.items()}
    lists = {key: {name: code for code, name in pairs} for key, pairs in kit.lists.items()}
    # Names first: the other sheets may use them.
    sheets = sorted(kit.sheets, key=lambda sheet: sheet.key != "names")
    for sheet in sheets:
        judged.answers[sheet.key] = list(_answers(sheet, sent, lists, judged))
        if sheet.key == "names":
            _take_names(judged, known, lists)
    judged.answers = {sheet.key: judged.answers[sheet.key] for sheet in kit.sheets}
    for key, rule in _RULES.items():
        for answer in judged.answers[key]:
            judged.faults += rule(answer, _About(kit, known, last, judged))
    _judge_numbers(judged, sent, kit, last)
    return judged


@dataclass(frozen=True, slots=True)
class _About:
    """What a rule may look at beside the answer itself."""

    kit: Kit
    known: Catalogue
    last: Mapping[str, FactRow]
    judged: Judged


def _answers(
    sheet: Sheet, sent: Sent, lists: Mapping[str, Mapping[str, str]], judged: Judged
) -> Iterator[Answer]:
    for given in sent.given.get(sheet.key, []):
        if not _counts(given, sheet.key):
            continue
        says: dict[str, Value] = {}
        unclear = set()
        for key, raw in given.cells.items():
            column = sheet.column(key)
            said = value_of(raw, column, lists.get(column.choices, {}))
            if isinstance(said, Unclear):
                unclear.add(key)
                judged.faults.append(Fault(sheet.key, given.row, key, said.kind, said.slots))
            else:
                says[key] = said
        answer = Answer(given, says)
        for needed in _NEEDED.get(sheet.key, ()):
            key = needed.rstrip("?")
            from_last = needed.endswith("?") and not given.is_new
            if key not in says and key not in unclear and not from_last:
                judged.faults.append(Fault(sheet.key, given.row, key, "needed"))
        yield answer


def _counts(given: Given, sheet: str) -> bool:
    """Say whether something was answered in a line, not only proposed by the kit."""
    if given.is_new:
        return bool(given.cells.keys() - {"comment"}) or bool(given.text("comment"))
    begins = _BEGINS.get(sheet)
    if sheet == "numbers":
        # Where the year is fixed, what stands there instead is an answer: a column too far left.
        proposed = set() if "period" in given.line.locked else {"period"}
        return bool(given.cells.keys() - proposed)
    if begins is None:
        return bool(given.cells)
    return any(given.text(column) for column in begins)


def _take_names(judged: Judged, known: Catalogue, lists: dict[str, dict[str, str]]) -> None:
    """Take the new names into the lists, so that what is typed on other sheets is found."""
    for answer in judged.answers["names"]:
        kind = answer.text("kind")
        names = {language: answer.text(f"name_{language}") for language in _THREE}
        if not kind or not all(names.values()):
            continue
        there, whole = known_by(kind, names, known)
        taken = {*codes_of(kind, known), *(name.code for name in judged.names)}
        code = there or answer.text("code") or proposed(kind, names["en"], taken)
        faults = [] if whole else list(_faults_of_name(answer, kind, code, there, taken))
        judged.faults += faults
        if faults:
            continue
        for key in LISTS[kind]:
            lists[key] |= {name: code for name in names.values()}
        # The same names are there: the kit was published before.
        if whole:
            continue
        definition = {language: answer.text(f"definition_{language}") for language in _THREE}
        unit, better = answer.text("unit"), answer.text("better")
        judged.names.append(NewName(kind, code, names, definition, unit, better))
        if kind == "measure":
            judged.units[code] = unit


def _faults_of_name(
    answer: Answer, kind: str, code: str, there: str, taken: Container[str]
) -> Iterator[Fault]:
    row = answer.given.row
    if there:
        yield Fault("names", row, "name_ru", "name_known", {"code": there})
    elif kind == "region" and not code.startswith(f"{federation().country}-"):
        yield Fault("names", row, "code", "region_abroad", {"code": code})
    elif not is_code(kind, code):
        yield Fault("names", row, "code", "no_code", {"code": code})
    elif code in taken:
        yield Fault("names", row, "code", "code_taken", {"code": code})
    if kind == "measure":
        wanted = ("unit", "better", *(f"definition_{language}" for language in _THREE))
        for column in wanted:
            if not answer.text(column):
                yield Fault("names", row, column, "needed")


def _new_number(answer: Answer, about: _About) -> Iterator[Fault]:
    row, place = answer.given.row, answer.text("region")
    if answer.amount("value") is None and not answer.text("words"):
        yield Fault("new_numbers", row, "value", "needed")
    country = place and "-" not in place and place not in {federation().country, "_Z"}
    if country and not answer.confirmed:
        yield Fault("new_numbers", row, "region", "abroad", asked=True)
    when = answer.text("period")
    if when and last_year_of(when) > about.kit.year + 10:
        yield Fault("new_numbers", row, "period", "other_year", _year_slots(when, about), True)


def _event(answer: Answer, about: _About) -> Iterator[Fault]:
    yield from _in_the_year(answer, about)
    if (first := _told_already(answer, about.judged)) is not None:
        said = {"first": first.given.row}
        yield Fault("events", answer.given.row, "period", "event_twice", said)
    texts = [language for language in _THREE if answer.text(f"text_{language}")]
    if answer.given.is_new:
        return
    if texts and len(texts) < len(_THREE):
        for language in _THREE:
            if language not in texts:
                yield Fault("events", answer.given.row, f"text_{language}", "needed")
    last = str(about.kit.year - 1)
    if not texts and last in str(answer.given.line.cells.get("what", "")):
        column = f"text_{about.kit.language}"
        yield Fault("events", answer.given.row, column, "old_year_in_words", {"year": last})


def _told_already(answer: Answer, judged: Judged) -> Answer | None:
    """Return an event above this one that nobody could tell from it; None if there is none."""
    above = takewhile(lambda other: other is not answer, judged.answers["events"])
    return next((other for other in above if _told(other) == _told(answer)), None)


def _told(event: Answer) -> tuple[object, ...]:
    """Return what a reader sees of an event."""
    words = event.text("text_en") or event.given.line.cells.get("what")
    return (*(event.text(column) for column in ("period", "region", "sector", "kind")), words)


def _strike(answer: Answer, about: _About) -> Iterator[Fault]:
    yield from _in_the_year(answer, about)
    place = answer.text("region")
    if place and not place.startswith(federation().country):
        yield Fault("strikes", answer.given.row, "region", "abroad_strike")
    workers = answer.amount("workers")
    if workers is not None and (workers < 0 or not workers.is_integer()):
        yield Fault("strikes", answer.given.row, "workers", "no_count", {"found": f"{workers:g}"})


def _in_the_year(answer: Answer, about: _About) -> Iterator[Fault]:
    when = answer.text("period")
    if when and last_year_of(when) != about.kit.year and not answer.confirmed:
        said = _year_slots(when, about)
        yield Fault(answer.given.sheet, answer.given.row, "period", "other_year", said, True)


def _year_slots(when: str, about: _About) -> dict[str, object]:
    return {"found": period(when, about.kit.language), "year": about.kit.year}


def _demand(answer: Answer, about: _About) -> Iterator[Fault]:
    strike = answer.amount("strike")
    if strike is not None and line_at(about.judged, "strikes", strike) is None:
        yield Fault("demands", answer.given.row, "strike", "no_such_line")


def _promise(answer: Answer, about: _About) -> Iterator[Fault]:
    if answer.text("said") in {"done", "in_progress"}:
        for language in _THREE:
            if not answer.text(f"status_{language}"):
                yield Fault("promises", answer.given.row, f"status_{language}", "needed")
    number_of_line = answer.amount("event")
    if number_of_line is not None and line_at(about.judged, "events", number_of_line) is None:
        yield Fault("promises", answer.given.row, "event", "no_such_line")


def line_at(judged: Judged, sheet: str, number_of_line: float) -> Answer | None:
    """Return what was answered in a line of a sheet, by the number that stands before it."""
    lines = judged.answers[sheet]
    return next((one for one in lines if one.given.line.cells.get("line") == number_of_line), None)


def _membership(answer: Answer, about: _About) -> Iterator[Fault]:
    del about
    for column in ("since", "until"):
        year = answer.amount(column)
        if year is not None and not _YEAR.fullmatch(f"{year:g}"):
            yield Fault("memberships", answer.given.row, column, "no_year_here")
    if answer.text("again") == "no" and answer.amount("until") is None:
        yield Fault("memberships", answer.given.row, "until", "needed")


def _definition(answer: Answer, about: _About) -> Iterator[Fault]:
    del about
    if answer.text("as_before") == "no":
        for language in _THREE:
            if not answer.text(f"text_{language}"):
                yield Fault("definitions", answer.given.row, f"text_{language}", "needed")


def _statement(answer: Answer, about: _About) -> Iterator[Fault]:
    if answer.text("again") != "yes" or all(answer.text(f"text_{one}") for one in _THREE):
        return
    # Words without a typed number hold for this year too: their numbers are computed.
    if any(answer.text(f"text_{one}") for one in _THREE) or re.search(
        r"\d", str(answer.given.line.cells.get("what", ""))
    ):
        for language in _THREE:
            if not answer.text(f"text_{language}"):
                column = f"text_{language}"
                yield Fault("statements", answer.given.row, column, "needed_anew")


def _convention(answer: Answer, about: _About) -> Iterator[Fault]:
    del about
    status, year = answer.text("status"), answer.amount("year")
    if status == "not_ratified" and year is not None:
        yield Fault("conventions", answer.given.row, "year", "year_of_nothing")


def _source(answer: Answer, about: _About) -> Iterator[Fault]:
    when, year = answer.text("date"), about.kit.year
    if when and not year <= last_year_of(when) <= year + _LATEST and not answer.confirmed:
        yield Fault(
            "sources", answer.given.row, "date", "published_when", _year_slots(when, about), True
        )


_RULES: dict[str, Callable[[Answer, _About], Iterator[Fault]]] = {
    "sources": _source,
    "new_numbers": _new_number,
    "events": _event,
    "strikes": _strike,
    "demands": _demand,
    "promises": _promise,
    "memberships": _membership,
    "definitions": _definition,
    "statements": _statement,
    "conventions": _convention,
}


def _judge_numbers(judged: Judged, sent: Sent, kit: Kit, last: Mapping[str, FactRow]) -> None:
    """Judge the sheet of numbers: each line by itself, and whether it is last year's report."""
    answered = {answer.given.line.key: answer for answer in judged.answers["numbers"]}
    unclear = {(one.row, one.column) for one in judged.faults if one.sheet == "numbers"}
    lines = [line for line in kit.sheet("numbers").lines if not line.is_heading]
    judged.lines = frozenset(line.key for line in lines)
    for line in lines:
        answer = answered.get(line.key)
        if answer is None or _is_left(answer):
            judged.missing[str(line.cells["section"])] += 1
        if answer is not None:
            faults = _faults_of_number(answer, kit, last[line.key])
            judged.faults += [one for one in faults if (one.row, one.column) not in unclear]
    values = [
        (answer.amount("value"), last[key]["value"])
        for key, answer in answered.items()
        if answer.amount("value") is not None and last[key]["unit"] not in {"flag", "year"}
    ]
    same = sum(new == old for new, old in values)
    if len(values) >= _SAME_LEAST and same >= _SAME_SHARE * len(values):
        sources = judged.answers["sources"]
        if not any(answer.confirmed for answer in sources):
            row = sent.given["sources"][0].row if sent.given.get("sources") else 0
            said = {"same": same, "of": len(values)}
            judged.faults.append(Fault("sources", row, "title", "last_years_file", said, True))


def _is_left(answer: Answer) -> bool:
    """Say whether a line still leaves open what the report prints."""
    state = answer.text("state")
    if state == "see_comment":
        return True
    return answer.amount("value") is None and state not in {"gone", "in_words"}


def _faults_of_number(answer: Answer, kit: Kit, last: FactRow) -> Iterator[Fault]:
    row, value, state = answer.given.row, answer.amount("value"), answer.text("state")
    words = answer.text("words")
    if value is None:
        yield from _faults_without_value(row, state, words, answer.text("comment"))
        yield from _faults_of_period(answer, kit, str(last["period"]))
        yield from _faults_of_size(answer, "year_before", kit, last)
        return
    if state in {"gone", "in_words"}:
        yield Fault("numbers", row, "state", "gone_but_there")
    if modality_in(str(last["printed"])) and not answer.text("exactly") and not words:
        yield Fault("numbers", row, "exactly", "how_exactly", {"words": last["printed"]})
    yield from _faults_of_period(answer, kit, str(last["period"]))
    for column in ("value", "year_before"):
        yield from _faults_of_size(answer, column, kit, last)


def _faults_without_value(row: int, state: str, words: str, comment: str) -> Iterator[Fault]:
    if words and re.fullmatch(r"[\d .,%]+", words):
        yield Fault("numbers", row, "words", "number_in_words", {"found": words})
    elif words and state != "in_words":
        yield Fault("numbers", row, "state", "words_without_number")
    elif state == "in_words" and not words:
        yield Fault("numbers", row, "words", "needed")
    elif state == "see_comment" and not comment:
        yield Fault("numbers", row, "comment", "needed")


def _faults_of_period(answer: Answer, kit: Kit, last: str) -> Iterator[Fault]:
    line, typed, row = answer.given.line, answer.text("period"), answer.given.row
    counts = answer.amount("value") is not None
    own_year = last_year_of(last) + kit.year - int(kit.like[-4:])
    shown = str(line.cells.get("period") or "")
    said = {"found": period(typed, kit.language), "year": kit.year} if typed else {}
    if not typed:
        if not shown and counts:
            yield Fault("numbers", row, "period", "needed")
    elif "period" in line.locked and typed != shown:
        yield Fault("numbers", row, "period", "wrong_year", said)
    # What was long ago, or a span that goes on, may end before this year, what is still to come
    # after it; nothing else may.
    elif (
        counts
        and typed not in {shown, last}
        and not min(kit.year, own_year) <= last_year_of(typed) <= max(kit.year, own_year)
        and not answer.confirmed
    ):
        yield Fault("numbers", row, "period", "other_year", said, asked=True)


def _faults_of_size(answer: Answer, column: str, kit: Kit, last: FactRow) -> Iterator[Fault]:
    """What is no count, no share, no flag; what is ten times last year's is asked about."""
    value, row, unit = answer.amount(column), answer.given.row, str(last["unit"])
    if value is None:
        return
    found = {"found": _said(value, kit)}
    old = last["value"]
    if unit == "flag" and value != 1:
        yield Fault("numbers", row, column, "no_flag", found)
    elif unit != "percent" and value < 0:
        yield Fault("numbers", row, column, "no_count", found)
    elif str(last["measure"]).endswith("_share") and not 0 <= value <= 100:
        yield Fault("numbers", row, column, "no_share", found)
    elif isinstance(old, float) and not answer.confirmed:
        whole = old.is_integer() and unit not in {"percent", "times"} and abs(old) >= 1
        if value == 0 and abs(old) >= _NOUGHT_FROM:
            yield Fault("numbers", row, column, "nought", {"before": _said(old, kit)}, True)
        elif whole and not value.is_integer():
            yield Fault("numbers", row, column, "fraction", found, True)
        elif _jumps(value, old):
            said = found | {
                "before": _said(old, kit),
                "unit": answer.given.line.cells.get("unit", ""),
            }
            yield Fault("numbers", row, column, "jump", said, True)


def _said(value: float, kit: Kit) -> str:
    return number(value, kit.language, 0 if value.is_integer() else 1)


def _jumps(value: float, old: float) -> bool:
    small, large = sorted((abs(value), abs(old)))
    # Small counts may well be ten times as many; amounts in millions may not.
    enough = large >= _JUMP_FROM or not (value.is_integer() and old.is_integer())
    return enough and small > 0 and large >= _JUMP * small


def last_numbers(rows: list[FactRow]) -> dict[str, FactRow]:
    """Return last year's numbers by the keys of their lines."""
    return {number_key(row): row for row in rows}
