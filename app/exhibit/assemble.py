"""Assembles one exhibit from its query and its card: finding, chart, table, notes, foot; knows no
page and no Streamlit.
"""

from __future__ import annotations

import logging

from app import charts
from app.catalogue.cards import Card, Catalogue, catalogue
from app.exhibit.names import name_of, names_for, source_names
from app.exhibit.notes import not_there_yet, notes_of, remark_of
from app.exhibit.numbers import doubts_about, exactly
from app.exhibit.parts import Exhibit, Table
from app.exhibit.places import sections
from app.exhibit.provisos import doubted, turned
from app.exhibit.table import table_of
from app.exhibit.tile import tile_of
from app.store.documents import sources_of
from app.store.kept import kept
from app.store.store import Row, Store
from app.view import View
from app.words.numbers import period
from app.words.say import say
from app.words.sentences import capital, fill, slot_names, unbroken

_LOG = logging.getLogger(__name__)


def assemble(card: Card, view: View, store: Store) -> Exhibit:
    """Return the exhibit as the view asks for it; a failure becomes an exhibit that says so, never
    an exception, and is tried again the next time.
    """
    view = view.only(card.breakdowns)
    try:
        return _build(card, view, store)
    except Exception:
        # Whatever is wrong with one exhibit, the page and its other exhibits stay; the log has the
        # cause.
        _LOG.exception("exhibit %s failed for %s", card.id, view)
        text = say(view.language, "exhibit_failed")
        empty = Table((), (), (), ())
        return Exhibit(
            card,
            view.language,
            card.title[view.language],
            False,
            text,
            None,
            empty,
            None,
            (),
            "",
            failed=True,
        )


# One takes about 50 kB with its figure and its table in words: these are enough for every page in
# three languages, and a few dozen filters.
@kept(most=4096)
def _build(card: Card, view: View, store: Store) -> Exhibit:
    known, language = catalogue(), view.language
    rows = exactly(card, store.read(card, view), store)
    marks = [row for row in rows if row["role"] == "mark"]
    finding_rows = tuple(row for row in rows if row["role"] == "finding")
    case = next(
        row["series"] for row in finding_rows if row["series"].startswith("case.")
    ).removeprefix("case.")
    slots = {row["series"]: row for row in finding_rows}
    names = names_for(card, view, store, known)
    doubts = doubts_about(card, rows, store)
    title, found = card.title[language], False
    # What a document leaves out of its list of numbers leaves a sentence unsaid, not an exhibit
    # unmade.
    if case in card.finding and slot_names(card.finding[case][language]) <= set(slots):
        template = card.finding[case][language]
        told = fill(
            template,
            slots,
            language,
            card.decimals,
            lambda kind, code: name_of(known, kind, code, language, full=True),
        )
        title = "; ".join(
            (
                told,
                *turned(told, template, slots, marks, card, language, known, store),
                # A case of its own says the doubt in its own words.
                *(
                    ()
                    if case.endswith("doubted")
                    else doubted(template, slots, card, language, store)
                ),
            )
        )
        found = True
    absent = not_there_yet(view, marks, store)
    if absent and not card.kind.headline:
        title, found = absent, True
    drawn = [row for row in marks if row["value"] is not None or card.kind.without_value]
    worth = bool(drawn) and (card.kind.words or any(row["value"] is not None for row in drawn))
    reading = charts.read(drawn, card, names) if worth else None
    return Exhibit(
        card=card,
        language=language,
        title=unbroken(capital(title)),
        finding=found,
        subtitle=_subtitle(card, view, marks, known),
        reading=reading,
        drawing=charts.draw(reading) if reading else None,
        table=table_of(marks, reading, card, view, names, store, known),
        tile=tile_of(card, view, slots, case, known, doubts=bool(doubts), absent=absent)
        if card.kind.headline
        else None,
        notes=notes_of(card, view, store, rows, doubts),
        source=_source(card, language, marks, store, known),
        remark=""
        if absent
        else remark_of(card, view, case if marks or card.kind.headline else "none", known),
        finding_rows=finding_rows,
        marks=tuple(marks),
        names=names,
        doubted=bool(doubts),
    )


def _subtitle(card: Card, view: View, marks: list[Row], known: Catalogue) -> str:
    language = view.language
    periods = sorted(
        {
            row["period"]
            for row in marks
            if row["period"] and (row["value"] is not None or card.kind.words)
        }
    )
    parts = [card.title[language]]
    if periods and card.kind.joint is not None:
        first, last = period(periods[0], language), period(periods[-1], language)
        joint = card.kind.joint or (" → " if len(periods) == 2 else "–")
        parts.append(first if len(periods) == 1 else f"{first}{joint}{last}")
    if not card.kind.words:
        parts.append(known.units[card.unit].name[language])
    return ", ".join(parts)


def _source(card: Card, language: str, marks: list[Row], store: Store, known: Catalogue) -> str:
    codes = sorted({row["source"] for row in marks if row["source"]}) or sources_of(
        card.sources, store
    )
    named = source_names(codes, language, store, known)
    place = card.place_in_source or sections(card, codes, marks, store)
    return f"{named}, {place}" if place else named
