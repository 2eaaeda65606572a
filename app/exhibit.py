"""Assembles one exhibit from its query and its card: finding, chart, table, notes, foot; knows no page and no Streamlit."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.catalogue import Card, Catalogue, catalogue
from app.charts import DRAW, Drawing, Names, with_unit
from app.language import NOT_PUBLISHED, amount, capital, fill, number, percent, period, say
from app.promises import notes as promised
from app.store import Row, Store
from app.view import View

_LOG = logging.getLogger(__name__)
_DIMENSIONS = ("period", "place", "sector", "structure", "measure", "series", "sex", "age")
TEXT_COLUMNS = {"text_kk", "text_ru", "text_en"}
# Kinds whose rows are worth showing although they carry no number, and kinds that are about words more than about a unit.
_WITHOUT_VALUE = {"map", "ranking", "target", "matrix", "timeline", "network"}
_WORDS = {"table", "timeline", "matrix", "network"}


@dataclass(frozen=True, slots=True)
class Note:
    """A remark under a chart: `kind` is note, contradiction, target, break or partial."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """The exhibit's numbers: column heads, and per row the cells in words, the raw values and the code to pick."""

    columns: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    raw: tuple[tuple[Any, ...], ...]
    picks: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """A headline number with what came before, the country beside it, and the target if there is one."""

    value: str
    before: str
    delta: str
    direction: str
    judgement: str
    country: str
    target: str


@dataclass(frozen=True, slots=True, eq=False)
class Exhibit:
    """One question answered, in one language, for one view, from one release. Made once and then shared: equal is identical.

    `marks` are the query's rows to show and `names` reads their codes aloud: files write their own charts from them.
    """

    card: Card
    language: str
    title: str
    finding: bool
    subtitle: str
    drawing: Drawing | None
    table: Table
    tile: Tile | None
    notes: tuple[Note, ...]
    source: str
    remark: str = ""
    failed: bool = False
    finding_rows: tuple[Row, ...] = ()
    marks: tuple[Row, ...] = ()
    names: Names | None = None

    @property
    def alternative(self) -> str:
        """Return the text that stands for the chart: what it says and where its numbers are."""
        return f"{self.title}. {self.subtitle}. {say(self.language, 'alt_table', count=str(len(self.table.rows)))}"


def assemble(card: Card, view: View, store: Store) -> Exhibit:
    """Return the exhibit as the view asks for it; a failure becomes an exhibit that says so, never an exception, and is tried again the next time."""
    view = view.only(card.breakdowns)
    try:
        return _build(card, view, store)
    except Exception:
        # Whatever is wrong with one exhibit, the page and its other exhibits stay; the log has the cause.
        _LOG.exception("exhibit %s failed for %s", card.id, view)
        text = say(view.language, "exhibit_failed")
        empty = Table((), (), (), ())
        return Exhibit(card, view.language, card.title[view.language], False, text, None, empty, None, (), "", failed=True)


# One takes about 50 kB with its figure and its table in words: these are enough for every page in three languages, and a few dozen filters.
@lru_cache(maxsize=4096)
def _build(card: Card, view: View, store: Store) -> Exhibit:
    known, language = catalogue(), view.language
    rows = store.read(card, view)
    marks = [row for row in rows if row["role"] == "mark"]
    finding_rows = tuple(row for row in rows if row["role"] == "finding")
    case = next(row["series"] for row in finding_rows if row["series"].startswith("case.")).removeprefix("case.")
    slots = {row["series"]: row for row in finding_rows}
    names = _names(card, view, store, known)
    title, found = card.title[language], False
    if case in card.finding:
        title = fill(card.finding[case][language], slots, language, card.decimals, lambda kind, code: name_of(known, kind, code, language, full=True))
        found = True
    drawn = [row for row in marks if row["value"] is not None or card.chart in _WITHOUT_VALUE]
    worth = bool(drawn) and (card.chart in _WORDS or any(row["value"] is not None for row in drawn))
    drawing = DRAW[card.chart](drawn, card, names) if card.chart in DRAW and worth else None
    return Exhibit(
        card=card, language=language, title=capital(title), finding=found, subtitle=_subtitle(card, view, marks, known),
        drawing=drawing, table=_table(marks, card, view, names, store, known),
        tile=_tile(card, view, slots, case, known) if card.chart == "tile" else None,
        notes=_notes(card, view, store, marks), source=_source(card, language, marks, store, known),
        remark=_remark(card, view, case if marks or card.chart == "tile" else "none", known), finding_rows=finding_rows,
        marks=tuple(marks), names=names,
    )


def _names(card: Card, view: View, store: Store, known: Catalogue) -> Names:
    language = view.language
    sections = store.sections(view.sector) if view.sector else frozenset()
    return Names(
        language=language, card=card, unit_short=known.units[card.unit].short[language],
        name=lambda kind, code: name_of(known, kind, code, language), period=lambda code: period(code, language),
        picks={"place": frozenset({view.place}) if view.place else frozenset(), "sector": sections},
    )


def name_of(known: Catalogue, kind: str, code: str, language: str, *, full: bool = False) -> str:
    """Return the name of a code (`kind`: place, sector, structure, series, measure, sex, age): short, or in full; an unknown code as it is."""
    if kind == "measure":
        return known.measures[code].name[language] if code in known.measures else code
    if kind in {"sex", "age"}:
        return _person(kind, code, language)
    named = {"place": known.places, "sector": known.sectors, "structure": known.sectors, "series": known.series}[kind].get(code)
    if named is None:
        return say(language, "total") if code == "_T" else code
    return (named.name if full and code != "KZ" else named.short)[language]


def _person(kind: str, code: str, language: str) -> str:
    if kind == "sex":
        return say(language, {"F": "women", "M": "men"}.get(code, "total"))
    if code in {"_T", "_Z"}:
        return say(language, "total")
    years = code.removeprefix("Y").replace("-", "–").replace("_GE", "≥ ").replace("_LT", "< ")
    return say(language, "years_of_age", years=years)


def _subtitle(card: Card, view: View, marks: list[Row], known: Catalogue) -> str:
    language = view.language
    periods = sorted({row["period"] for row in marks if row["period"] and (row["value"] is not None or card.chart in _WORDS)})
    parts = [card.title[language]]
    if periods and card.chart not in {"matrix", "network"}:
        first, last = period(periods[0], language), period(periods[-1], language)
        joint = {"table": ", ", "timeline": " – "}.get(card.chart) or (" → " if len(periods) == 2 else "–")
        parts.append(first if len(periods) == 1 else f"{first}{joint}{last}")
    if card.chart not in _WORDS:
        parts.append(known.units[card.unit].name[language])
    return ", ".join(parts)


def _remark(card: Card, view: View, case: str, known: Catalogue) -> str:
    """Say in words that nothing is published for what was picked; blank if something is."""
    if case != "none":
        return ""
    picked = [name_of(known, kind, code, view.language, full=True) for kind, code in (("place", view.place), ("sector", view.sector)) if code]
    if view.period:
        picked.append(say(view.language, "as_of", year=view.period))
    return capital(say(view.language, "nothing_for", what=", ".join(picked)) if picked else say(view.language, "nothing"))


def unfollowed(card: Card, view: View) -> str:
    """Return in words what of the view the exhibit's source cannot follow; blank if it follows all."""
    picked = {"region": view.place, "sector": view.sector, "period": view.period}
    missing = [name for name, code in picked.items() if code and name not in card.breakdowns]
    what = say(view.language, "and").join(say(view.language, f"by_{name}") for name in missing if name != "period")
    said = [capital(say(view.language, "no_breakdown", what=what))] if what else []
    return " ".join([*said, *([say(view.language, "no_breakdown_period")] if "period" in missing else [])])


def highlighted(card: Card, view: View) -> str:
    """Return in words what stands out because the view asks for it; blank if nothing does."""
    known = catalogue()
    what = []
    if view.place and "region" in card.breakdowns:
        what.append(known.places[view.place].name[view.language])
    if view.sector and "sector" in card.breakdowns:
        what.append(known.sectors[view.sector].name[view.language])
    return say(view.language, "highlighted", what=", ".join(what)) if what else ""


def _notes(card: Card, view: View, store: Store, marks: list[Row]) -> tuple[Note, ...]:
    language = view.language
    notes = [Note("contradiction", text) for text in contradictions(card.id, language, store)]
    notes += [Note("target", text) for text in promised(card.id, language, view.place, view.sector, view.period, store)]
    if card.note:
        notes.append(Note("note", card.note[language]))
    shown = {row["period"][:4] for row in marks if row["period"]}
    notes += [Note("break", f"{item.period}: {item.words[language]}") for item in card.breaks if shown and min(shown) <= item.period[:4] <= max(shown)]
    partial = sorted({row["status"] for row in marks} & {"provisional", "estimate", "quoted", "as_printed_disputed"})
    if partial:
        notes.append(Note("partial", "; ".join(say(language, f"status_{status}") for status in partial)))
    return tuple(notes)


@lru_cache(maxsize=1024)
def contradictions(card_id: str, language: str, store: Store) -> tuple[str, ...]:
    """Return what the document says otherwise than its own counts, in words, for one exhibit."""
    found = store.rows(
        "select * from checks where result <> 'agrees' and list_contains(string_split(exhibits, ' '), $card) order by checks.\"check\"",
        {"card": card_id},
    )
    return tuple(text for row in found if (text := explanation(row, language)))


def explanation(check: Row, language: str) -> str:
    """Return a check's `why` with its numbers filled in."""
    text = check[f"why_{language}"] or ""
    decimals = int(check["decimals"] or 0)
    share = check["kind"] in {"share", "change"}
    for name, column in (("printed", "printed"), ("recomputed", "recomputed"), ("left", "left_value"), ("right", "right_value")):
        value = check[column]
        whole = value is None or value == int(value)
        written = percent(value, language, decimals) if share and name in {"printed", "recomputed"} else number(value, language, 0 if whole else max(decimals, 1))
        text = text.replace("{" + name + "}", written)
    return text


def _source(card: Card, language: str, marks: list[Row], store: Store, known: Catalogue) -> str:
    codes = sorted({row["source"] for row in marks if row["source"]}) or list(card.sources)
    named = source_names(codes, language, store, known)
    return f"{named}, {card.place_in_source}" if card.place_in_source else named


@lru_cache(maxsize=4)
def _publishers(store: Store) -> dict[str, str]:
    return {row["source"]: row["publisher"] for row in store.rows("select source, publisher from sources")}


def source_names(codes: list[str], language: str, store: Store, known: Catalogue) -> str:
    """Return the short names of sources, each once: of the document itself, else of its publisher."""
    publishers = _publishers(store)
    shown = dict.fromkeys(known.documents[code][language] if code in known.documents else known.publishers[publishers[code]].name[language]
                          for code in codes if code in publishers)
    return "; ".join(shown)


def _table(marks: list[Row], card: Card, view: View, names: Names, store: Store, known: Catalogue) -> Table:
    language = view.language
    if card.chart == "table" and marks and marks[0].keys() >= TEXT_COLUMNS:
        rows = tuple((names.name("series", row["series"]), row[f"text_{language}"]) for row in marks)
        return Table((say(language, "column_series"), say(language, "column_text")), (False, False), rows, rows)
    if card.chart == "timeline":
        return _events(marks, card, names)
    shown = [column for column in _DIMENSIONS if any(column in row and row[column] not in (None, "_T", "_Z") for row in marks)
             and (column == "period" or len({row[column] for row in marks}) > 1)]
    words = [column for column in ("state", "membership") if any(row.get(column) for row in marks)]
    extra = [column for column in ("target", "share", "gap") if any(row.get(column) is not None for row in marks)]
    heads = [say(language, f"column_{column}") for column in (*shown, *words)]
    heads.append(f"{say(language, 'column_value')}, {known.units[card.unit].name[language]}")
    heads += [say(language, "target") if column == "target" else f"{say(language, f'column_{column}')}, %" for column in extra]
    many = len({row["source"] for row in marks}) > 1
    if many:
        heads.append(say(language, "column_source"))
    cells, raw, picks = [], [], []
    for row in marks:
        said = [_dimension(row, column, names) for column in shown] + [say(language, f"{column}_{row[column]}") if row[column] else "" for column in words]
        value = _value(row, card, language, known)
        source = [source_names([row["source"]], language, store, known)] if many and row["source"] else [""] if many else []
        cells.append((*said, value, *(number(row.get(column), language, _decimals_of(row.get(column), column, card)) for column in extra), *source))
        raw.append((*said, row["value"], *(row.get(column) for column in extra), *source))
        picks.append(row["place" if card.pick == "region" else "sector"] if card.pick else None)
    numeric = tuple([False] * (len(shown) + len(words)) + [True] * (1 + len(extra)) + [False] * many)
    return Table(tuple(heads), numeric, tuple(cells), tuple(raw), tuple(picks) if card.pick else ())


def _value(row: Row, card: Card, language: str, known: Catalogue) -> str:
    """Return a row's number without its unit, which the column's head names; in a table of several measures (`number`) a share has its sign."""
    value = row["value"]
    if value is None:
        return NOT_PUBLISHED
    if card.unit == "number" and row.get("measure") in known.measures:
        return amount(value, known.measures[row["measure"]].unit, language, 0 if value == int(value) else card.decimals)
    return str(int(value)) if card.unit == "year" else number(value, language, card.decimals)


def _decimals_of(value: float | None, column: str, card: Card) -> int:
    """Return how many decimals a target or a share beside a value has: a target as many as the value, unless it would be rounded."""
    return card.decimals if column == "target" and value is not None and round(value, card.decimals) == value else 1


def _dimension(row: Row, column: str, names: Names) -> str:
    if not row[column]:
        return ""
    return names.period(row[column]) if column == "period" else names.name(column, row[column])


def _events(marks: list[Row], card: Card, names: Names) -> Table:
    """Return the events as they follow each other: date, where if it differs, kind, what happened."""
    language = names.language
    placed = len({row["place"] for row in marks}) > 1
    heads = [say(language, "column_date"), *([say(language, "column_place")] if placed else []), say(language, "column_series"), say(language, "column_text")]
    rows = tuple((names.period(row["period"]), *([names.name("place", row["place"])] if placed else []), names.name("series", row["series"]), row[f"text_{language}"])
                 for row in sorted(marks, key=lambda row: row["period"]))
    return Table(tuple(heads), (False,) * len(heads), rows, rows)


def _tile(card: Card, view: View, slots: dict[str, Row], case: str, known: Catalogue) -> Tile:
    language = view.language
    unit = known.units[card.unit]
    write: Callable[..., str] = lambda value: with_unit(value, card.unit, unit.short[language], language, card.decimals)
    value = lambda name: slots[name]["value"] if name in slots else None
    country = value("country_now")
    country_text = say(language, "in_country", value=write(country)) if country is not None and view.place else ""
    target = say(language, "target_is", value=write(value("target"))) if value("target") is not None else ""
    now = value("now")
    if case == "none" or now is None:
        return Tile(NOT_PUBLISHED, _tile_absence(card, view), "", "none", "neutral", country_text, target)
    change, change_pct, before = value("change"), value("change_pct"), value("before")
    if change is None:
        year = slots["now"]["period"]
        return Tile(write(now), say(language, "year_only", year=period(year, language)), "", "none", "neutral", country_text, target)
    # An arrow beside two numbers that are written alike would say more than the reader can see.
    same = abs(change) < 0.5 * 10 ** -_decimals_of_change(card)
    direction = "same" if same else "up" if change > 0 else "down"
    judgement = "neutral" if card.better == "neutral" or same else "better" if (change > 0) == (card.better == "higher") else "worse"
    delta = say(language, "unchanged") if same else _moved(abs(change), change_pct, card, write, language, known)
    earlier = say(language, "was", value=write(before), year=period(slots["before"]["period"], language)) if before is not None else ""
    return Tile(write(now), earlier, delta, direction, judgement, country_text, target)


def _moved(size: float, change_pct: float | None, card: Card, write: Callable[..., str], language: str, known: Catalogue) -> str:
    """Return by how much a headline number moved: a share by percentage points, anything else by its unit and in per cent."""
    if card.unit == "percent":
        return f"{number(size, language, _decimals_of_change(card))}\u00a0{known.units['percentage_points'].short[language]}"
    return write(size) + (f" ({percent(change_pct, language, 1, signed=True)})" if change_pct is not None else "")


def _decimals_of_change(card: Card) -> int:
    return max(card.decimals, 1) if card.unit == "percent" else card.decimals


def _tile_absence(card: Card, view: View) -> str:
    return say(view.language, "not_by_region" if view.place else "not_by_sector" if view.sector else "nothing")
