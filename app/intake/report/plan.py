"""Facts of last year's report → what the kit asks about this year's: the lines of every sheet, in
the order and the words of the document. Pure: reads no file, writes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Sequence as Rows

from app.catalogue.cards import Catalogue
from app.catalogue.codes import Named
from app.exhibit.names import name_of
from app.facts.read import Facts
from app.facts.tables import (
    MODALITIES,
    PROGRAMME_KIND,
    PROMISER,
    RATIFICATIONS,
    ROLES,
    RUNNER,
    Check,
    FactRow,
)
from app.intake.report.form import (
    COLUMNS,
    EXACTNESS,
    KINDS_OF_NAMES,
    SAID,
    STATES,
    YES_NO,
    Kit,
    Line,
    Sheet,
    Shown,
)
from app.intake.report.periods import is_day, is_span, last_year_of, moved
from app.intake.report.words import tell
from app.words.numbers import NOT_PUBLISHED, period
from app.words.places import locator
from app.words.say import say

CODES = ("measure", "period", "place", "sector", "series")
BLANKS = {
    "new_numbers": 60,
    "names": 30,
    "events": 100,
    "strikes": 20,
    "demands": 80,
    "new_promises": 60,
    "memberships": 10,
    "conventions": 10,
    "new_programmes": 40,
}
_CONVENTION = re.compile(r"C\d{3}")
_BETTER = ("higher", "lower", "neutral")


class CannotPlan(ValueError):
    """There is no report to go by, or the new one's name says no year; says so in words."""

    def __init__(self, key: str, **slots: object) -> None:
        super().__init__(key)
        self.key = key
        self.slots = slots

    def say(self, language: str) -> str:
        """Return the reason in the reader's language."""
        return tell(language, self.key, **self.slots)


def year_in(report: str) -> int:
    """Return the year that a report's code ends with; raise CannotPlan if it ends with none."""
    found = re.fullmatch(r"[a-z][a-z0-9_]*_(\d{4})", report)
    if found is None:
        raise CannotPlan("no_year", report=report)
    return int(found[1])


def plan(report: str, like: str, facts: Facts, known: Catalogue, language: str) -> Kit:
    """Return the kit for `report` after `like`; raise CannotPlan if there is no such report."""
    year, last = year_in(report), year_in(like)
    if not any(row["source"] == like for row in facts.tables["sources"]):
        there = sorted({str(row["source"]) for row in facts.tables["figures"]})
        raise CannotPlan("no_such_report", report=like, there=", ".join(there))
    if year <= last:
        raise CannotPlan("not_later", report=report, like=like)
    lists = _lists(known, facts, language)
    names = _Names(known, language, lists)
    said = _Last(like, last, year - last, facts)
    lines: dict[str, Iterable[Line]] = {
        "sources": _sources(said),
        "numbers": _numbers(said, names),
        "definitions": _definitions(said, names),
        "statements": _statements(said, names),
        "events": _events(said, names),
        "strikes": _strikes(said, names),
        "promises": _promises(said, names),
        "memberships": _memberships(said, names),
        "conventions": _conventions(said, names),
        "programmes": _programmes(said, names),
    }
    return Kit(
        report,
        like,
        year,
        language,
        tuple(
            Sheet(key, columns, tuple(lines.get(key, ())), BLANKS.get(key, 0))
            for key, columns in COLUMNS.items()
        ),
        lists,
    )


class _Last:
    """What last year's report printed: its rows of each table, and by how many years it moves."""

    def __init__(self, like: str, year: int, step: int, facts: Facts) -> None:
        self.like, self.year, self.step = like, year, step
        self._facts = facts
        self.checks: list[Check] = [one for one in facts.checks if one.document == like]

    def rows(self, table: str) -> list[FactRow]:
        """Return the rows of a table that name the report, in the order of the document."""
        return in_order([row for row in self._facts.tables[table] if row["source"] == self.like])

    def commitments(self) -> Iterator[tuple[FactRow, str]]:
        """Yield every commitment that the report names, with its first place there."""
        first: dict[str, str] = {}
        for row in self.rows("mentions"):
            first.setdefault(str(row["commitment"]), str(row["locator"]))
        known = {str(row["commitment"]): row for row in self._facts.tables["commitments"]}
        for commitment, place in first.items():
            if commitment in known:
                yield known[commitment], place


class _Names:
    """How codes read in the editor's language."""

    def __init__(
        self, known: Catalogue, language: str, lists: Mapping[str, Rows[tuple[str, str]]]
    ) -> None:
        self.known, self.language = known, language
        self._lists = {key: dict(pairs) for key, pairs in lists.items()}

    def listed(self, choices: str, code: object) -> str:
        """Return a code's name as the list from which it is chosen has it."""
        return self._lists[choices].get(str(code), str(code))

    def of(self, kind: str, code: object) -> str:
        return name_of(self.known, kind, str(code), self.language, full=True)

    def what(self, row: FactRow) -> str:
        """Return what a number counts: the measure, and where it is not the whole, of what."""
        said = [self.of("measure", row["measure"])]
        said += [self.of("place", row["place"])] if row["place"] != "KZ" else []
        said += [
            self.of(kind, row[kind]) for kind in ("sector", "series") if row.get(kind, "_T") != "_T"
        ]
        return " · ".join(said)

    def unit(self, code: object) -> str:
        if code == "flag":
            return tell(self.language, "unit_flag")
        unit = self.known.units.get(str(code))
        return unit.name[self.language] if unit else str(code)

    def when(self, code: object) -> str:
        return period(str(code), self.language)

    def where(self, text: object) -> str:
        return locator(str(text), self.language)

    def choice(self, code: object) -> str:
        return tell(self.language, f"choice_{code}") if code else ""


def section_of(place: object) -> str:
    """Return the section of a place in the document (`2.3, table row 1`: 2.3)."""
    return str(place).split(",")[0]


def in_order(rows: Rows[FactRow]) -> list[FactRow]:
    """Return rows in the order of the document: by section, then by place as first entered."""
    places: dict[str, int] = {}
    for row in rows:
        places.setdefault(str(row.get("locator", "")), len(places))
    return sorted(
        rows,
        key=lambda row: (
            _sections(section_of(row.get("locator", ""))),
            places[str(row.get("locator", ""))],
        ),
    )


def _sections(section: str) -> tuple[int, ...]:
    """Return a section as numbers to sort by; the introduction has none and stands first."""
    return tuple(int(part) for part in section.split(".") if part.isdigit())


def _sources(last: _Last) -> Iterator[Line]:
    for row in last.rows("sources"):
        yield Line(last.like, {"title": moved(str(row["title"]), last.step), "date": None})


def _numbers(last: _Last, names: _Names) -> Iterator[Line]:
    rows = last.rows("figures")
    there = {tuple(row[code] for code in CODES) for row in rows}
    section = None
    for row in rows:
        next_period = moved(str(row["period"]), last.step)
        codes = (row["measure"], next_period, *(row[code] for code in CODES[2:]))
        # What it printed for the year before is asked for beside the number of the year itself.
        if last_year_of(str(row["period"])) == last.year - last.step and codes in there:
            continue
        if section_of(row["locator"]) != section:
            section = section_of(row["locator"])
            said = section if _sections(section) else names.where(section)
            yield Line("", {"heading": tell(names.language, "section", section=said)})
        yield _number(row, last, names)


def _number(row: FactRow, last: _Last, names: _Names) -> Line:
    proposed = proposed_period(str(row["period"]), last.year, last.step)
    fixed = re.fullmatch(r"\d{4}", str(row["period"])) and proposed != row["period"]
    return Line(
        number_key(row),
        {
            "section": section_of(row["locator"]),
            "place": names.where(row["locator"]),
            "what": names.what(row),
            "unit": names.unit(row["unit"]),
            "words_before": row["printed"],
            "before": _before(row),
            "period": proposed,
        },
        frozenset({"period"} if fixed else ()) | _without_year_before(row, last, proposed),
    )


def _before(row: FactRow) -> Shown:
    """Return last year's number as it is shown: a year has no gaps between its digits."""
    value = row["value"]
    if value is None:
        return NOT_PUBLISHED
    return f"{value:g}" if row["unit"] == "year" else value


def number_key(row: Mapping[str, object]) -> str:
    """Return what a line of numbers is known by: the codes of last year's row."""
    return f"{row['measure']}@" + "/".join(str(row[code]) for code in CODES[1:])


def proposed_period(last: str, year: int, step: int) -> str | None:
    """Return the period that this year's number is likely of; None where only a person can say.

    A day and a span of years are asked for; what was long ago stays where it was.
    """
    if is_span(last) or is_day(last):
        return None
    return moved(last, step) if last_year_of(last) >= year - step else last


def _without_year_before(row: FactRow, last: _Last, proposed: str | None) -> frozenset[str]:
    """The year before is asked for where the number is one of the report's own year."""
    own = last_year_of(str(row["period"])) == last.year and proposed is not None
    return frozenset() if own else frozenset({"year_before"})


def _definitions(last: _Last, names: _Names) -> Iterator[Line]:
    for code in dict.fromkeys(str(row["measure"]) for row in last.rows("figures")):
        if measure := names.known.measures.get(code):
            language = names.language
            cells = {"what": measure.name[language], "definition": measure.definition[language]}
            yield Line(code, cells)


def _statements(last: _Last, names: _Names) -> Iterator[Line]:
    for check in last.checks:
        if check.kind in {"statement", "missing"}:
            words = {"kk": check.why_kk, "ru": check.why_ru, "en": check.why_en}[names.language]
            said = re.sub(r"\{[^}]*\}", "…", words)
            yield Line(check.check, {"place": names.where(check.locator), "what": said})


def _events(last: _Last, names: _Names) -> Iterator[Line]:
    for number, row in enumerate(last.rows("events"), 1):
        said: dict[str, Shown] = {
            "line": float(number),
            "date_before": names.when(row["period"]),
            "what": row[f"text_{names.language}"],
            "region": names.listed("places", row["place"]),
            "sector": names.listed("sectors", row["sector"]),
            "area": names.listed("areas", row["area"]),
            "kind": names.listed("event_kinds", row["kind"]),
        }
        yield Line(str(row["event"]), said)


def _strikes(last: _Last, names: _Names) -> Iterator[Line]:
    for row in last.rows("conflicts"):
        said = f"{names.when(row['period'])} · {row['enterprise']} · {row['printed']}"
        yield Line("", {"heading": tell(names.language, "last_year", what=said)})


def _promises(last: _Last, names: _Names) -> Iterator[Line]:
    for row, place in last.commitments():
        yield Line(
            str(row["commitment"]),
            {
                "place": names.where(place),
                "what": row[f"text_{names.language}"],
                "due": row["due"],
                "status_before": names.choice(row["status"]),
            },
        )


def _memberships(last: _Last, names: _Names) -> Iterator[Line]:
    for row in last.rows("structures"):
        structure = names.of("structure", row["structure"])
        # What no organisation is a member of is the country's own.
        whole = row["member"] == "_T"
        member = names.of("place", row["place"]) if whole else names.of("structure", row["member"])
        role = say(names.language, f"membership_{row['role']}")
        yield Line(
            membership_key(row),
            {"what": f"{member} → {structure}: {role}"},
            frozenset({"structure", "member", "region", "role", "since"}),
        )


def membership_key(row: Mapping[str, object]) -> str:
    """Return what a membership is known by."""
    return "/".join(str(row[code]) for code in ("structure", "member", "place", "role"))


def _conventions(last: _Last, names: _Names) -> Iterator[Line]:
    for row in last.rows("conventions"):
        convention, place = names.of("series", row["convention"]), names.of("place", row["place"])
        yield Line(
            f"{row['convention']}/{row['place']}",
            {"what": f"{convention} · {place}", "status_before": names.choice(row["status"])},
            frozenset({"convention", "region"}),
        )


def _programmes(last: _Last, names: _Names) -> Iterator[Line]:
    places: dict[str, list[str]] = {}
    rows = last.rows("programmes")
    for row in rows:
        places.setdefault(str(row["programme"]), []).append(names.where(row["locator"]))
    first = {str(row["programme"]): row for row in reversed(rows)}
    for code, where in places.items():
        kind = names.of("series", f"{PROGRAMME_KIND}{first[code]['kind']}")
        said = f"{first[code][f'name_{names.language}']} ({kind})"
        yield Line(code, {"place": "; ".join(dict.fromkeys(where)), "what": said})


def _lists(known: Catalogue, facts: Facts, language: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what can be chosen, as (code, name); a name that two codes share shows its code."""

    def named(codes: Iterable[str], of: Mapping[str, Named]) -> list[tuple[str, str]]:
        return [(code, of[code].name[language]) for code in codes if code in of]

    def told(codes: Iterable[str]) -> list[tuple[str, str]]:
        return [(code, tell(language, f"choice_{code}")) for code in codes]

    def prefixed(prefix: str) -> list[tuple[str, str]]:
        return [
            (code.removeprefix(prefix), name.name[language])
            for code, name in known.series.items()
            if code.startswith(prefix)
        ]

    ours = [code for code in known.places if code == "KZ" or code in known.regions()]
    first = ["_T", *known.union_sectors()]
    sectors = [*first, *(code for code in known.sectors if code not in first)]
    kinds = {str(row["kind"]) for row in facts.tables["events"]}
    organisations = [code for code in known.sector_kinds if code.startswith("ORG_")]
    lists = {
        "regions": named(ours, known.places),
        "places": named(
            [*ours, *(code for code in known.places if code not in ours)], known.places
        ),
        "sectors": named(sectors, known.sectors),
        "organisations": named(organisations, known.sectors),
        "series": [
            ("_T", say(language, "total")),
            *named((c for c in known.series if not _is_of_promises(c)), known.series),
        ],
        "event_kinds": named((code for code in known.series if code in kinds), known.series),
        "conventions": named(
            (code for code in known.series if _CONVENTION.fullmatch(code)), known.series
        ),
        "measures": [(code, one.name[language]) for code, one in known.measures.items()],
        "units": [(code, one.name[language]) for code, one in known.units.items()],
        "areas": [(area.id, area.name[language]) for area in known.areas],
        "promisers": prefixed(PROMISER),
        "programme_kinds": prefixed(PROGRAMME_KIND),
        "runners": prefixed(RUNNER),
        "roles": [(code, say(language, f"membership_{code}")) for code in sorted(ROLES)],
        "ratifications": told(sorted(RATIFICATIONS)),
        "modalities": told(MODALITIES),
        "yes_no": told(YES_NO),
        "states": told(STATES),
        "exactness": told(EXACTNESS),
        "said": told(SAID),
        "better": told(_BETTER),
        "kinds_of_names": told(KINDS_OF_NAMES),
    }
    return {key: _told_apart(pairs) for key, pairs in lists.items()}


def _is_of_promises(code: str) -> bool:
    return code.startswith((PROMISER, PROGRAMME_KIND, RUNNER))


def _told_apart(pairs: Rows[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    names = [name for _, name in pairs]
    return tuple(
        (code, name if names.count(name) == 1 else f"{name} ({code})") for code, name in pairs
    )
