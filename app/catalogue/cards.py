"""Reads cards and areas into frozen dataclasses and refuses what is unknown; never touches a
number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from app.catalogue.codes import Measure, Named, read_kinds, read_measures, read_names
from app.catalogue.refusals import BadCard, refuse_unknown, require_one_of
from app.look.theme import TOKENS
from app.paths import QUERIES, data_folder
from app.words.say import Words, read_toml, words
from app.words.sentences import slot_names

CHART_KINDS = frozenset(
    {
        "tile",
        "trend",
        "change",
        "ranking",
        "pairs",
        "composition",
        "flow",
        "gap",
        "map",
        "table",
        "target",
        "matrix",
        "timeline",
        "network",
    }
)
BREAKDOWNS = ("region", "sector", "period")
PARAMETERS = {"region": "place", "sector": "sector", "period": "period"}
_REQUIRED = {
    "section",
    "order",
    "chart",
    "unit",
    "decimals",
    "better",
    "breakdowns",
    "measures",
    "sources",
    "place_in_source",
    "title",
    "definition",
}
_OPTIONAL = {"size", "front", "options", "note", "finding", "breaks"}
_OPTIONS = {
    "tile": set(),
    "trend": {"by", "colors", "references", "from_zero"},
    "change": {"by", "colors"},
    "ranking": {"by", "before", "colors"},
    "pairs": {"by", "pair", "colors"},
    "composition": {"by", "colors"},
    "flow": {"colors"},
    "gap": {"by", "colors"},
    "map": set(),
    "table": set(),
    "target": {"by", "colors"},
    "matrix": {"rows", "columns"},
    "timeline": set(),
    "network": set(),
}


@dataclass(frozen=True, slots=True)
class Break:
    """A place in a series where values before and after do not compare; `only`: the lines (codes)
    that it concerns, all if none.
    """

    period: str
    words: Words
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """All of an exhibit that is not a number. Read once and then shared: equal is identical."""

    id: str
    area: str
    section: str
    order: int
    chart: str
    unit: str
    decimals: int
    better: str
    breakdowns: tuple[str, ...]
    measures: tuple[str, ...]
    sources: tuple[str, ...]
    place_in_source: str
    title: Words
    definition: Words
    sql: str
    size: str = "half"
    front: bool = False
    options: dict[str, Any] = field(default_factory=dict)
    note: Words | None = None
    finding: dict[str, Words] = field(default_factory=dict)
    breaks: tuple[Break, ...] = ()

    @property
    def pick(self) -> str | None:
        """Return which filter a click on a mark sets (`region`, `sector`), if any."""
        if self.chart == "map":
            return "region"
        return {"place": "region", "sector": "sector"}.get(str(self.options.get("by", "")))


@dataclass(frozen=True, slots=True)
class Section:
    """A heading inside an area."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class Area:
    """A field of union activity: one page."""

    id: str
    order: int
    name: Words
    intro: Words
    sections: tuple[Section, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the project knows that is not a number."""

    areas: tuple[Area, ...]
    places: dict[str, Named]
    sectors: dict[str, Named]
    series: dict[str, Named]
    units: dict[str, Named]
    publishers: dict[str, Named]
    documents: dict[str, Words]
    measures: dict[str, Measure]
    place_kinds: dict[str, str]
    sector_kinds: dict[str, str]

    def card(self, card_id: str) -> Card | None:
        """Return the card of `area/exhibit`, or None."""
        return next((card for card in self.cards() if card.id == card_id), None)

    def cards(self) -> Iterator[Card]:
        """Yield every card in the order of the pages."""
        for area in self.areas:
            yield from area.cards

    def area(self, area_id: str) -> Area | None:
        """Return the area of that id, or None."""
        return next((area for area in self.areas if area.id == area_id), None)

    def regions(self) -> tuple[str, ...]:
        """Return the codes of today's twenty regions, the three cities among them."""
        return tuple(code for code, kind in self.place_kinds.items() if kind in {"region", "city"})

    def union_sectors(self) -> tuple[str, ...]:
        """Return the sector codes a member picks from."""
        return tuple(code for code, kind in self.sector_kinds.items() if kind == "union")


@cache
def catalogue() -> Catalogue:
    """Read everything once; raise BadCard or IncompleteText naming file and fault."""
    return read_catalogue(QUERIES)


def read_catalogue(queries: Path) -> Catalogue:
    """Read the cards below `queries` with the project's codes and words."""
    codes = data_folder() / "codes"
    return Catalogue(
        areas=tuple(
            sorted(
                (_area(path.parent) for path in queries.glob("*/_area.toml")),
                key=lambda area: area.order,
            )
        ),
        places=read_names("places"),
        sectors=read_names("sectors"),
        series=read_names("series"),
        units=read_names("units"),
        publishers=read_names("publishers"),
        documents={code: named.name for code, named in read_names("documents").items()},
        measures=read_measures(),
        place_kinds=read_kinds(codes / "places.csv", "place"),
        sector_kinds=read_kinds(codes / "sectors.csv", "sector"),
    )


def _area(folder: Path) -> Area:
    where = f"{folder.name}/_area.toml"
    entry = read_toml(folder / "_area.toml")
    refuse_unknown(entry, {"name", "intro", "order", "sections"}, where)
    sections = tuple(
        Section(
            item["id"],
            words({k: v for k, v in item.items() if k != "id"}, f"{where} [{item['id']}]"),
        )
        for item in entry["sections"]
    )
    order = {section.id: place for place, section in enumerate(sections)}
    cards = [read_card(path) for path in sorted(folder.glob("[!_]*.toml"))]
    for card in cards:
        if card.section not in order:
            raise BadCard(f"{card.id}.toml: unknown section {card.section}")
    orphans = {path.stem for path in folder.glob("*.sql")} - {
        card.id.split("/")[1] for card in cards
    }
    if orphans:
        raise BadCard(f"{folder.name}: no card for {', '.join(sorted(orphans))}.sql")
    cards.sort(key=lambda card: (order[card.section], card.order, card.id))
    return Area(
        folder.name,
        int(entry["order"]),
        words(entry["name"], where),
        words(entry["intro"], where),
        sections,
        tuple(cards),
    )


def read_card(path: Path) -> Card:
    """Read one card and the SQL beside it; raise BadCard or IncompleteText if anything is missing
    or unknown.
    """
    card_id = f"{path.parent.name}/{path.stem}"
    where = f"{card_id}.toml"
    entry = read_toml(path)
    missing = _REQUIRED - set(entry)
    if missing:
        raise BadCard(f"{where}: {', '.join(sorted(missing))} missing")
    refuse_unknown(entry, _REQUIRED | _OPTIONAL, where)
    sql_path = path.with_suffix(".sql")
    if not sql_path.exists():
        raise BadCard(f"{where}: {sql_path.name} missing")
    _check_choices(entry, where)
    sql = sql_path.read_text(encoding="utf-8")
    _check_sql(sql, tuple(entry["breakdowns"]), f"{card_id}.sql")
    finding = {
        case: words(text, f"{where} [finding.{case}]")
        for case, text in entry.get("finding", {}).items()
    }
    _check_sentences(entry["chart"], finding, sql, where)
    return Card(
        id=card_id,
        area=path.parent.name,
        section=entry["section"],
        order=int(entry["order"]),
        chart=entry["chart"],
        unit=entry["unit"],
        decimals=int(entry["decimals"]),
        better=entry["better"],
        breakdowns=tuple(entry["breakdowns"]),
        measures=tuple(entry["measures"]),
        sources=tuple(entry["sources"]),
        place_in_source=entry["place_in_source"],
        title=words(entry["title"], f"{where} [title]"),
        definition=words(entry["definition"], f"{where} [definition]"),
        sql=sql,
        size=entry.get("size", "half"),
        front=bool(entry.get("front", False)),
        options=entry.get("options", {}),
        note=words(entry["note"], f"{where} [note]") if "note" in entry else None,
        finding=finding,
        breaks=tuple(
            Break(
                str(item["period"]),
                words(
                    {k: v for k, v in item.items() if k not in {"period", "only"}},
                    f"{where} [[breaks]]",
                ),
                tuple(item.get("only", ())),
            )
            for item in entry.get("breaks", [])
        ),
    )


def _check_choices(entry: dict[str, Any], where: str) -> None:
    chart, options = entry["chart"], entry.get("options", {})
    require_one_of(chart, set(CHART_KINDS), f"{where} chart")
    refuse_unknown(options, _OPTIONS[chart], f"{where} [options]")
    strangers = set(options.get("colors", {}).values()) - TOKENS
    if strangers:
        raise BadCard(f"{where}: unknown colour {', '.join(sorted(strangers))}")
    require_one_of(entry["better"], {"higher", "lower", "neutral"}, f"{where} better")
    require_one_of(entry.get("size", "half"), {"half", "full"}, f"{where} size")
    for breakdown in entry["breakdowns"]:
        require_one_of(breakdown, set(BREAKDOWNS), f"{where} breakdowns")
    if not entry["sources"] or not entry["measures"]:
        raise BadCard(f"{where}: a source and a measure are needed")


def _check_sentences(chart: str, finding: dict[str, Words], sql: str, where: str) -> None:
    missing = set() if chart == "tile" else cases(sql) - {"none"} - set(finding)
    if missing:
        raise BadCard(f"{where}: no sentence for case {', '.join(sorted(missing))}")
    for case, text in finding.items():
        # One language may need a plural that the others do not, never a number that the others
        # hide.
        if len({frozenset(slot_names(text[language])) for language in ("kk", "ru", "en")}) > 1:
            raise BadCard(f"{where} [finding.{case}]: the languages name different numbers")


def cases(sql: str) -> set[str]:
    """Return the names of the cases a query can choose."""
    return set(re.findall(r"'case\.([a-z_0-9]+)'", sql))


def _check_sql(sql: str, breakdowns: tuple[str, ...], where: str) -> None:
    bare = re.sub(r"'[^']*'", "''", re.sub(r"--[^\n]*", "", sql)).strip().rstrip(";")
    if ";" in bare or not re.match(r"(?i)(with|select)\b", bare):
        raise BadCard(f"{where}: one select is expected")
    if not sql.lstrip().startswith("--"):
        raise BadCard(f"{where}: a comment on top says what is asked")
    allowed = {PARAMETERS[breakdown] for breakdown in breakdowns}
    strangers = set(re.findall(r"\$([a-z_]+)", bare)) - allowed
    if strangers:
        raise BadCard(
            f"{where}: parameter {', '.join(sorted(strangers))} is not among the card's breakdowns"
        )
    unused = allowed - set(re.findall(r"\$([a-z_]+)", bare))
    if unused:
        raise BadCard(
            f"{where}: breakdown {', '.join(sorted(unused))} is declared and not asked for"
        )
