"""One exhibit as CSV, or what a search found, with source, notes and release; draws nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from app.across.explorer import Entry, cells
from app.catalogue.cards import catalogue
from app.exhibit.names import mark_words, release_words
from app.exhibit.parts import Exhibit
from app.store.store import Store
from app.view import View
from app.words.say import say


def about(one: Exhibit, view: View, store: Store) -> list[tuple[str, str]]:
    """Return what a reader of the file must know, label and text.

    Filters are named only where the exhibit's source can follow them.
    """
    language, known, view = one.language, catalogue(), view.only(one.card.breakdowns)
    filters = [
        view.period or say(language, "all_periods"),
        known.places[view.place].name[language] if view.place else say(language, "all_regions"),
        known.sectors[view.sector].name[language] if view.sector else say(language, "all_sectors"),
    ]
    said = mark_words(store.release, language)
    return [
        *([(say(language, "about_mark"), said)] if said else []),
        *([(say(language, "about_finding"), one.title)] if one.finding else []),
        (say(language, "about_what"), one.card.title[language]),
        (say(language, "column_unit"), known.units[one.card.unit].name[language]),
        (say(language, "definition"), one.card.definition[language]),
        (say(language, "about_filters"), "; ".join(filters)),
        (say(language, "column_source"), one.source),
        *((say(language, "about_notes"), note.text) for note in one.notes),
        (say(language, "product"), release_words(store, language)),
    ]


def as_csv(one: Exhibit, view: View, store: Store) -> bytes:
    """Return the exhibit as CSV that a spreadsheet in the viewer's language opens rightly.

    Kazakh and Russian spreadsheets take `;` and a decimal comma, English ones `,` and a point. What
    the file is about follows below the numbers after a blank line.
    """
    return _csv([one.table.columns, *one.table.raw, (), *about(one, view, store)], one.language)


def figures_as_csv(
    wanted: Sequence[Entry], heads: Sequence[str], language: str, store: Store
) -> bytes:
    """Return what the search found as CSV.

    Each entry stands in words under `heads`, then the number and all codes.
    """
    codes = (
        "kind",
        "measure",
        "period",
        "place",
        "sector",
        "series",
        "sex",
        "age",
        "value",
        "unit",
        "status",
        "source",
        "locator",
        "printed",
    )

    def line(entry: Entry) -> tuple[object, ...]:
        values: Mapping[str, object] = entry.row
        return (*cells(entry, language, store), *(values[code] for code in codes))

    return _csv([(*heads, *codes), *map(line, wanted), *_foot(store, language)], language)


def rows_as_csv(rows: Iterable[Sequence[str]], language: str, store: Store) -> bytes:
    """Return rows of words as CSV, their heads among them."""
    return _csv([*rows, *_foot(store, language)], language)


def _foot(store: Store, language: str) -> list[Sequence[str]]:
    """Return what stands below rows of a marked release: that it is a draft or a demonstration."""
    said = mark_words(store.release, language)
    return [(), (say(language, "product"), said)] if said else []


def _csv(rows: Iterable[Sequence[object]], language: str) -> bytes:
    english = language == "en"
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter="," if english else ";", lineterminator="\r\n")
    writer.writerows([_cell(value, english) for value in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _cell(value: object, english: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        text = str(int(value)) if value == int(value) else repr(value)
        return text if english else text.replace(".", ",")
    return _safe(str(value))


def _safe(text: str) -> str:
    """Keep a text from being taken for a formula when a spreadsheet opens the file."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
