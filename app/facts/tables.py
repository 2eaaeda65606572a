"""The tables of facts: columns, keys, code lists, the patterns that cells keep; reads no file."""

from __future__ import annotations

import re
from dataclasses import dataclass

FIGURES = (
    "measure",
    "period",
    "place",
    "sector",
    "series",
    "value",
    "unit",
    "status",
    "source",
    "locator",
    "note",
    "printed",
)
STATISTICS = (
    "measure",
    "period",
    "place",
    "sector",
    "sex",
    "age",
    "value",
    "unit",
    "status",
    "source",
    "note",
    "printed",
)
CHECKS = (
    "check",
    "kind",
    "printed",
    "decimals",
    "left",
    "right",
    "locator",
    "exhibits",
    "verdict",
    "weight",
    "against",
    "doubts",
    "why_kk",
    "why_ru",
    "why_en",
)
CONFLICTS = (
    "conflict",
    "period",
    "place",
    "sector",
    "enterprise",
    "workers",
    "printed",
    "source",
    "locator",
)
DEMANDS = ("conflict", "number", "text_kk", "text_ru", "text_en", "source", "locator")
EVENTS = (
    "event",
    "period",
    "end",
    "place",
    "sector",
    "area",
    "kind",
    "text_kk",
    "text_ru",
    "text_en",
    "source",
    "locator",
)
CONVENTIONS = ("convention", "place", "status", "year", "as_of", "source", "note")
STRUCTURES = ("structure", "member", "place", "role", "since", "until", "source", "locator", "note")
TARGETS = (
    "target",
    "measure",
    "place",
    "sector",
    "series",
    "value",
    "comparator",
    "by",
    "direction",
    "promised_by",
    "base_period",
    "printed",
    "exhibits",
    "source",
    "locator",
    "note",
)
COMMITMENTS = (
    "commitment",
    "area",
    "promised_by",
    "modality",
    "text_kk",
    "text_ru",
    "text_en",
    "measurable",
    "target",
    "due",
    "exhibits",
    "status",
    "status_date",
    "status_source",
    "status_locator",
    "status_kk",
    "status_ru",
    "status_en",
    "shown_by",
)
MENTIONS = ("commitment", "source", "locator", "kind")
PROGRAMMES = (
    "programme",
    "kind",
    "name_kk",
    "name_ru",
    "name_en",
    "run_by",
    "since",
    "area",
    "source",
    "locator",
    "exhibits",
)
# What a document says of its own numbers: said beside them on `exhibits`, while they are shown.
REMARKS = (
    "remark",
    "exhibits",
    "period",
    "place",
    "sector",
    "text_kk",
    "text_ru",
    "text_en",
    "source",
)
# `edition_of` is the line of publications that the source is an edition of, `about` the period
# that this edition tells of; blank where it stands alone.
SOURCES = ("source", "publisher", "title", "date", "locator", "url", "edition_of", "about")
CORRECTIONS = (
    "correction",
    "day",
    "who",
    "facts",
    "key",
    "was",
    "now",
    "why_kk",
    "why_ru",
    "why_en",
)
KEYS = {
    "figures": ("measure", "period", "place", "sector", "series", "source"),
    "statistics": ("measure", "period", "place", "sector", "sex", "age", "source"),
    "checks": ("check",),
    "conflicts": ("conflict", "source"),
    "demands": ("conflict", "number", "source"),
    "events": ("event", "source"),
    "conventions": ("convention", "place", "source"),
    "structures": ("structure", "member", "place", "role", "source"),
    "targets": ("target", "measure", "place", "sector", "series", "source"),
    "commitments": ("commitment", "status_source"),
    "mentions": ("commitment", "source", "locator", "kind"),
    "programmes": ("programme", "source", "locator"),
    "remarks": ("remark", "source"),
    "sources": ("source",),
    "corrections": ("correction",),
}
# What a release compares with the one before it: table and values. A change of these is accounted
# for by a correction; of words and places in documents it is none.
COMPARED = {
    "figures": ("value",),
    "statistics": ("value",),
    "conflicts": ("workers",),
    "conventions": ("status", "year"),
    "targets": ("value", "by"),
    "events": ("period",),
}
COLUMNS = {
    "figures": FIGURES,
    "statistics": STATISTICS,
    "checks": CHECKS,
    "conflicts": CONFLICTS,
    "demands": DEMANDS,
    "events": EVENTS,
    "conventions": CONVENTIONS,
    "structures": STRUCTURES,
    "targets": TARGETS,
    "commitments": COMMITMENTS,
    "mentions": MENTIONS,
    "programmes": PROGRAMMES,
    "remarks": REMARKS,
    "sources": SOURCES,
    "corrections": CORRECTIONS,
}
NUMBERS = {
    "figures": ("value",),
    "statistics": ("value",),
    "checks": ("printed", "decimals", "weight"),
    "conflicts": ("workers",),
    "demands": ("number",),
    "events": (),
    "conventions": ("year",),
    "structures": ("since", "until"),
    "targets": ("value",),
    "commitments": (),
    "mentions": (),
    "programmes": (),
    "remarks": (),
    "sources": (),
    "corrections": (),
}
STATUSES = frozenset({"final", "provisional", "estimate", "as_printed_disputed", "quoted"})
AGAINST = frozenset({"itself", "source", "time"})  # what a check sets a number against
CHECK_KINDS = frozenset({"share", "change", "sum", "same", "statement", "missing"})
SEXES = frozenset({"_T", "M", "F"})
RATIFICATIONS = frozenset({"ratified", "not_ratified", "denounced"})
ROLES = frozenset({"founder", "member", "officer", "host", "signatory", "observer", "partner"})
COMPARATORS = frozenset({"at_least", "at_most", "more_than", "equal"})
DIRECTIONS = frozenset({"up", "down"})
PROGRESS = frozenset({"done", "in_progress", "planned"})
MENTION_KINDS = frozenset({"promise", "said", "repeated", "report"})
# What a document says is to be: only the first two are somebody's own and are judged.
MODALITIES = ("promise", "aim", "recommendation", "ideal", "demand")
JUDGED = frozenset({"promise", "aim"})
PROMISER = "promiser_"  # so begins the series code that names who promised
PROGRAMME_KIND = "programme_"  # so begins the series code that names a kind of programme
RUNNER = "runner_"  # so begins the series code that names who runs a programme
CODE_COLUMNS = frozenset(
    {
        "measure",
        "period",
        "place",
        "sector",
        "series",
        "sex",
        "age",
        "unit",
        "status",
        "source",
        "check",
        "kind",
        "conflict",
        "left",
        "right",
        "against",
        "doubts",
        "event",
        "end",
        "area",
        "convention",
        "as_of",
        "structure",
        "member",
        "role",
        "target",
        "comparator",
        "by",
        "direction",
        "promised_by",
        "base_period",
        "exhibits",
        "commitment",
        "measurable",
        "modality",
        "due",
        "shown_by",
        "programme",
        "run_by",
        "since",
        "status_date",
        "status_source",
        "correction",
        "day",
        "facts",
        "key",
        "was",
        "now",
        "edition_of",
        "about",
        "remark",
    }
)
# `../2025` is what the document of that year tells without saying when it was.
PERIOD = re.compile(r"\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|/\d{4})?|\.\./\d{4}")
YEAR = re.compile(r"\d{4}")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
# A number by its codes: `measure@period/place/…`, of statistics `statistics:measure@…`.
SELECTOR = re.compile(r"(statistics:)?([a-z_0-9]+)@([^\s]+)")
CODE = re.compile(r"[\x21-\x7e]+")
AGE = re.compile(r"_T|_Z|Y\d{1,2}-\d{1,2}|Y_(GE|LT)\d{1,2}|Y\d{1,2}")

# What one row may hold: words as entered, numbers, and None where a number is not published.
FactRow = dict[str, str | float | None]


@dataclass(frozen=True, slots=True)
class Entered:
    """One line of a file as a person entered it: its table, file and line, its cells by column."""

    table: str
    file: str
    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Check:
    """One row of `checks`: what a document says beside its own counts.

    `left` and `right` are selectors of figures, `printed` is what stands in the document (or is the
    figure that `printed_at` selects) and `decimals` with how many digits; None where nothing is
    printed. `doubts` are the selectors of
    numbers that are in doubt, `against` what they are set against, and `weight` says how far that
    moves what a reader concludes: 1 a wording, 2 a number, 3 the finding. `document` is the folder
    of the source that makes the check.
    """

    check: str
    kind: str
    printed: float | None
    decimals: float | None
    left: str
    right: str
    locator: str = ""
    exhibits: str = ""
    verdict: str = ""
    weight: float | None = None
    against: str = ""
    doubts: str = ""
    why_kk: str = ""
    why_ru: str = ""
    why_en: str = ""
    document: str = ""
    printed_at: str = ""
