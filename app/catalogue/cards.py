"""Reads cards and areas into frozen dataclasses, refuses what is unknown; touches no number."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
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
from app.catalogue.entered import Entered, left_out, read_entered
from app.catalogue.geography import is_drawn
from app.catalogue.kinds import KINDS, Kind
from app.catalogue.refusals import BadCard, refuse_unknown, require_one_of
from app.catalogue.vocabulary import expanded
from app.look.theme import TOKENS
from app.paths import QUERIES, data_folder, text_folders
from app.words.federation import ALL, federation
from app.words.say import LANGUAGES, Words, entries, read_toml, words
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
_OPTIONAL = {"size", "front", "options", "note", "finding", "place_in_source", "only_for"}


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """All of an exhibit that is not a number. Read once and then shared: equal is identical.

    `only_for` is the federation that alone can show it, blank if every one can that has its facts.
    """

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
    only_for: str = ""

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
    """Everything the project knows that is not a number. `areas` are those that have an exhibit,
    `every_area` are all that facts may speak of; `entered` is what there are facts of, None if of
    all.
    """

    areas: tuple[Area, ...]
    every_area: tuple[Area, ...]
    entered: Entered | None
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
        """Return the codes of today's regions, the cities among them."""
        return _regions(self.place_kinds)

    def union_sectors(self) -> tuple[str, ...]:
        """Return the sector codes a member picks from."""
        return tuple(code for code, kind in self.sector_kinds.items() if kind == "union")


@cache
def catalogue() -> Catalogue:
    """Read everything that is shown once; raise BadCard or IncompleteText naming file and fault."""
    if federation().exhibits == ALL:
        return considered()
    return read_catalogue(QUERIES, _tried_in_vain or left_out(data_folder() / "releases"))


_tried_in_vain: set[str] = set()


def leave_out(exhibits: Iterable[str]) -> None:
    """Let the catalogue do without exhibits for which facts that are not published yet have nothing
    to show: said by who tries these facts, before anybody asks for the catalogue.
    """
    _tried_in_vain.update(exhibits)
    catalogue.cache_clear()


@cache
def considered() -> Catalogue:
    """Read everything that a release tries once, also what the current one has nothing to show
    for.
    """
    return read_catalogue(QUERIES)


def read_catalogue(queries: Path, without: Container[str] = ()) -> Catalogue:
    """Read the cards below `queries` with the project's codes and words: those that the federation
    has facts for, in areas that have one.
    """
    codes = data_folder() / "codes"
    place_kinds = read_kinds(codes / "places.csv", "place")
    measures = read_measures()
    places, sectors, series = (read_names(name) for name in ("places", "sectors", "series"))
    named: dict[str, Container[str]] = {
        "measures": measures,
        "places": places,
        "sectors": sectors,
        "series": series,
    }
    # Those of the federation, and what a document counts otherwise than the one before it.
    told = [folder / "breaks.toml" for folder in text_folders()]
    breaks = tuple(found for path in told for found in read_breaks(path, named))
    every = sorted(
        (_area(path.parent, breaks) for path in queries.glob("*/_area.toml")),
        key=lambda area: area.order,
    )
    everything = federation().exhibits == ALL
    entered = None if everything else read_entered(data_folder() / "sources")
    return Catalogue(
        areas=tuple(_standing(every, is_drawn(_regions(place_kinds)), entered, without)),
        every_area=tuple(every),
        entered=entered,
        places=places,
        sectors=sectors,
        series=series,
        units=read_names("units"),
        publishers=read_publishers(),
        documents={code: named.name for code, named in read_names("documents").items()},
        measures=measures,
        breaks=breaks,
        place_kinds=place_kinds,
        sector_kinds=read_kinds(codes / "sectors.csv", "sector"),
    )


def _regions(place_kinds: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(code for code, kind in place_kinds.items() if kind in {"region", "city"})


def _standing(
    areas: Iterable[Area], drawn: bool, entered: Entered | None, without: Container[str]
) -> Iterator[Area]:
    """Yield the areas with the exhibits that this federation shows; none without an exhibit.

    Where regions are not drawn, a map is a ranking.
    """
    ours = federation()
    for area in areas:
        cards = [card for card in area.cards if card.only_for in {"", ours.id}]
        if entered is not None:
            cards = [
                _of_our_sources(card, entered.sources)
                for card in cards
                if entered.measures.issuperset(card.measures) and card.id not in without
            ]
        cards = [
            card if drawn or not card.kind.regions else replace(card, chart="ranking")
            for card in cards
        ]
        if cards:
            yield replace(area, cards=tuple(cards))


def _of_our_sources(card: Card, sources: Container[str]) -> Card:
    """Return the card as a federation shows it that may have none of the card's sources: what it
    says of their places and of what they print is then not said.
    """
    if ours := tuple(code for code in card.sources if code in sources):
        return replace(card, sources=ours)
    return replace(card, sources=(), place_in_source="", note=None)


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
    sql = federation().spelled(sql_path.read_text(encoding="utf-8"))
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
        definition=_defined(card_id, words(entry["definition"], f"{where} [definition]")),
        sql=sql,
        size=entry.get("size", "half"),
        front=bool(entry.get("front", False)),
        place_in_source=entry.get("place_in_source", ""),
        options=entry.get("options", {}),
        note=words(entry["note"], f"{where} [note]") if "note" in entry else None,
        finding=finding,
        breaks=_breaks(entry, breaks),
        only_for=entry.get("only_for", ""),
    )


def _defined(card_id: str, definition: Words) -> Words:
    """Return the definition with what the federation adds for its own facts."""
    added = _added().get(card_id)
    if added is None:
        return definition
    return Words(*(f"{definition[language]} {added[language]}" for language in LANGUAGES))


@cache
def _added() -> dict[str, Words]:
    return {code: words(entry, f"{file} [{code}]") for file, code, entry in entries("exhibits")}


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
