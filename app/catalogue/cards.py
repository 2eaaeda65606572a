"""Reads cards and areas into frozen dataclasses, refuses what is unknown; touches no number."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from app.catalogue.breaks import Break, SeriesBreak, breaks_shown, read_breaks
from app.catalogue.codes import (
    Measure,
    Named,
    Publisher,
    read_kinds,
    read_measures,
    read_names,
    read_publishers,
)
from app.catalogue.kinds import KINDS, Kind
from app.catalogue.refusals import BadCard, refuse_unknown, require_one_of
from app.catalogue.vocabulary import expanded
from app.look.theme import TOKENS
from app.paths import QUERIES, TEXT, data_folder
from app.words.say import Words, read_toml, words
from app.words.sentences import slot_names

_WHEN = re.compile(r"\d{4}(-\d{2}){0,2}")
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
    "title",
    "definition",
}
_OPTIONAL = {"size", "front", "options", "note", "finding", "place_in_source"}


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
    title: Words
    definition: Words
    sql: str
    size: str = "half"
    front: bool = False
    place_in_source: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    note: Words | None = None
    finding: dict[str, Words] = field(default_factory=dict)
    breaks: tuple[Break, ...] = ()

    @property
    def kind(self) -> Kind:
        """Return what is known of the card's chart kind."""
        return KINDS[self.chart]

    @property
    def by(self) -> str:
        """Return the column that makes the chart's lines or categories."""
        return str(self.options.get("by", self.kind.by))

    @property
    def pick(self) -> str | None:
        """Return which filter a click on a mark sets (`region`, `sector`), if any."""
        named = {"place": "region", "sector": "sector"}.get(str(self.options.get("by", "")))
        return self.kind.pick or named


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
    publishers: dict[str, Publisher]
    documents: dict[str, Words]
    measures: dict[str, Measure]
    breaks: tuple[SeriesBreak, ...]
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

    def series_of(self, code: str) -> tuple[Named, str] | None:
        """Return a series and its period: `stated_2021` is the series `stated` of that year, whose
        words leave the year open (`{when}`); None if there is no such series.
        """
        base, _, when = code.rpartition("_")
        if code in self.series:
            return self.series[code], ""
        return (self.series[base], when) if base in self.series and _WHEN.fullmatch(when) else None

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
    measures = read_measures()
    places, sectors, series = (read_names(name) for name in ("places", "sectors", "series"))
    named: dict[str, Container[str]] = {
        "measures": measures,
        "places": places,
        "sectors": sectors,
        "series": series,
    }
    # Those of the programme, and what a document counts otherwise than the one before it.
    told = [TEXT / "breaks.toml", *(data_folder() / "text").glob("breaks.toml")]
    breaks = tuple(found for path in told for found in read_breaks(path, named))
    return Catalogue(
        areas=tuple(
            sorted(
                (_area(path.parent, breaks) for path in queries.glob("*/_area.toml")),
                key=lambda area: area.order,
            )
        ),
        places=places,
        sectors=sectors,
        series=series,
        units=read_names("units"),
        publishers=read_publishers(),
        documents={code: named.name for code, named in read_names("documents").items()},
        measures=measures,
        breaks=breaks,
        place_kinds=read_kinds(codes / "places.csv", "place"),
        sector_kinds=read_kinds(codes / "sectors.csv", "sector"),
    )


def _area(folder: Path, breaks: tuple[SeriesBreak, ...]) -> Area:
    where = f"{folder.name}/_area.toml"
    entry = read_toml(folder / "_area.toml")
    refuse_unknown(entry, {"name", "intro", "order", "sections"}, where)
    sections = tuple(
        Section(item["id"], _words_beside({"id"}, item, f"{where} [{item['id']}]"))
        for item in entry["sections"]
    )
    return Area(
        folder.name,
        int(entry["order"]),
        words(entry["name"], where),
        words(entry["intro"], where),
        sections,
        _cards_in(folder, sections, breaks),
    )


def _cards_in(
    folder: Path, sections: tuple[Section, ...], breaks: tuple[SeriesBreak, ...]
) -> tuple[Card, ...]:
    """Read an area's cards in page order; refuse a card without section, SQL without card."""
    order = {section.id: place for place, section in enumerate(sections)}
    cards = [read_card(path, breaks) for path in sorted(folder.glob("[!_]*.toml"))]
    for card in cards:
        if card.section not in order:
            raise BadCard(f"{card.id}.toml: unknown section {card.section}")
    named = {card.id.split("/")[1] for card in cards}
    if orphans := {path.stem for path in folder.glob("*.sql")} - named:
        raise BadCard(f"{folder.name}: no card for {', '.join(sorted(orphans))}.sql")
    return tuple(sorted(cards, key=lambda card: (order[card.section], card.order, card.id)))


def _words_beside(keys: set[str], entry: dict[str, Any], where: str) -> Words:
    """Return the words of an entry that says other things (`keys`) beside them."""
    return words({key: value for key, value in entry.items() if key not in keys}, where)


def read_card(path: Path, breaks: tuple[SeriesBreak, ...] = ()) -> Card:
    """Read one card and the SQL beside it, with those of the breaks that it shows.

    Raises BadCard or IncompleteText if anything is missing or unknown.
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
        title=words(entry["title"], f"{where} [title]"),
        definition=words(entry["definition"], f"{where} [definition]"),
        sql=sql,
        size=entry.get("size", "half"),
        front=bool(entry.get("front", False)),
        place_in_source=entry.get("place_in_source", ""),
        options=entry.get("options", {}),
        note=words(entry["note"], f"{where} [note]") if "note" in entry else None,
        finding=finding,
        breaks=_breaks(entry, breaks),
    )


def _breaks(entry: dict[str, Any], breaks: tuple[SeriesBreak, ...]) -> tuple[Break, ...]:
    """Return the breaks that lines through time show; other charts compare no years."""
    kind = KINDS[entry["chart"]]
    if not kind.over_time:
        return ()
    options = entry.get("options", {})
    return breaks_shown(
        breaks,
        measures=entry["measures"],
        sources=entry["sources"],
        by=options.get("by", kind.by),
        breakdowns=entry["breakdowns"],
        named=(*options.get("colors", {}), *options.get("references", ())),
    )


def _check_choices(entry: dict[str, Any], where: str) -> None:
    chart, options = entry["chart"], entry.get("options", {})
    require_one_of(chart, set(KINDS), f"{where} chart")
    refuse_unknown(options, KINDS[chart].options, f"{where} [options]")
    strangers = set(options.get("colors", {}).values()) - TOKENS
    if strangers:
        raise BadCard(f"{where}: unknown colour {', '.join(sorted(strangers))}")
    require_one_of(entry["better"], {"higher", "lower", "neutral"}, f"{where} better")
    require_one_of(entry.get("size", "half"), {"half", "full"}, f"{where} size")
    for breakdown in entry["breakdowns"]:
        require_one_of(breakdown, BREAKDOWNS, f"{where} breakdowns")
    if not entry["sources"] or not entry["measures"]:
        raise BadCard(f"{where}: a source and a measure are needed")


def _check_sentences(chart: str, finding: dict[str, Words], sql: str, where: str) -> None:
    missing = set() if KINDS[chart].headline else cases(sql) - {"none"} - set(finding)
    if missing:
        raise BadCard(f"{where}: no sentence for case {', '.join(sorted(missing))}")
    for case, text in finding.items():
        # A language may need a plural that the others do not, never a number that they hide.
        if len({frozenset(slot_names(text[language])) for language in ("kk", "ru", "en")}) > 1:
            raise BadCard(f"{where} [finding.{case}]: the languages name different numbers")


def cases(sql: str) -> set[str]:
    """Return the names of the cases a query can choose, by itself or by a macro it uses."""
    return set(re.findall(r"'case\.([a-z_0-9]+)'", expanded(sql)))


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
