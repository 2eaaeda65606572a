"""What is said beside an exhibit's numbers: contradictions, promises, breaks; draws nothing."""

from __future__ import annotations

from collections.abc import Sequence

from app.catalogue.breaks import Break
from app.catalogue.cards import Card, Catalogue, catalogue
from app.exhibit.checked import explanation
from app.exhibit.editions import revised, speaks_of
from app.exhibit.names import name_of
from app.exhibit.numbers import weight
from app.exhibit.parts import Note
from app.exhibit.remarks import borders, remarks
from app.promises.words import notes as promised
from app.store.documents import editions
from app.store.kept import kept
from app.store.store import Row, Store
from app.view import View
from app.words.numbers import period
from app.words.say import say
from app.words.sentences import capital, inside, unbroken


def remark_of(card: Card, view: View, case: str, known: Catalogue) -> str:
    """Say in words that nothing is published for what was picked; blank if something is."""
    if case != "none":
        return ""
    picked = [
        name_of(known, kind, code, view.language, full=True)
        for kind, code in (("place", view.place), ("sector", view.sector))
        if code
    ]
    if view.period:
        picked.append(say(view.language, "as_of", year=view.period))
    return capital(
        say(view.language, "nothing_for", what=", ".join(picked))
        if picked
        else say(view.language, "nothing")
    )


def not_there_yet(view: View, marks: list[Row], store: Store) -> str:
    """Say in words that the region picked was formed after the newest year that is shown.

    It was no silent region then, it did not exist: blank if it did, or has a number of its own.
    """
    since = _formed(store).get(view.place or "", "")
    known = [row for row in marks if row["value"] is not None and row["period"]]
    if not since or any(row["place"] == view.place for row in known):
        return ""
    newest = max((row["period"][:4] for row in known), default=view.period or since)
    if newest >= since:
        return ""
    place = name_of(catalogue(), "place", view.place or "", view.language, full=True)
    return capital(say(view.language, "not_there_yet", place=place, since=since, year=newest))


@kept(most=1)
def _formed(store: Store) -> dict[str, str]:
    """Return in which year a region was formed, for those that have not always been there."""
    rows = store.rows("select place, valid_from from places where valid_from is not null")
    return {row["place"]: str(row["valid_from"])[:4] for row in rows}


def unfollowed(card: Card, view: View) -> str:
    """Return in words what of the view the exhibit's source cannot follow; blank if nothing."""
    picked = {"region": view.place, "sector": view.sector, "period": view.period}
    missing = [name for name, code in picked.items() if code and name not in card.breakdowns]
    what = say(view.language, "and").join(
        say(view.language, f"by_{name}") for name in missing if name != "period"
    )
    said = [capital(say(view.language, "no_breakdown", what=what))] if what else []
    if "period" in missing:
        said.append(say(view.language, "no_breakdown_period"))
    return " ".join(said)


def highlighted(card: Card, view: View) -> str:
    """Return in words what stands out because the view asks for it; blank if nothing does."""
    known = catalogue()
    what = []
    if view.place and "region" in card.breakdowns:
        what.append(known.places[view.place].name[view.language])
    if view.sector and "sector" in card.breakdowns:
        what.append(known.sectors[view.sector].name[view.language])
    return say(view.language, "highlighted", what=", ".join(what)) if what else ""


def notes_of(
    card: Card, view: View, store: Store, rows: list[Row], doubts: tuple[Row, ...] = ()
) -> tuple[Note, ...]:
    """Return the remarks under an exhibit.

    Contradictions (those about the exhibit, and `doubts` about numbers it shows, the weightiest
    first), numbers that an earlier edition printed otherwise, promises, the card's note, breaks
    inside what is shown, how final the numbers are. `rows` are all of the exhibit's.
    """
    language = view.language
    marks = [row for row in rows if row["role"] == "mark"]
    notes = [
        Note("contradiction", text)
        for text in contradictions(card.id, language, store, doubts, rows)
    ]
    notes += [Note("revised", text) for text in revised(card, rows, language, store)]
    notes += [
        Note("target", text)
        for text in promised(card.id, language, view.place, view.sector, view.period, store)
    ]
    if card.note:
        notes.append(Note("note", card.note[language]))
    notes += [Note("note", text) for text in remarks(card, marks, language, store)]
    notes += [Note("note", text) for text in borders(card, marks, language, store)]
    notes += [
        Note("break", f"{item.period}: {item.words[language]}")
        for item in breaks_inside(card, marks)
    ]
    partial = sorted(
        {row["status"] for row in marks}
        & {"provisional", "estimate", "quoted", "as_printed_disputed"}
    )
    if partial:
        first, *others = (say(language, f"status_{status}") for status in partial)
        notes.append(Note("partial", "; ".join((first, *map(inside, others)))))
    return tuple(Note(note.kind, unbroken(note.text)) for note in notes)


def breaks_inside(card: Card, marks: list[Row]) -> list[Break]:
    """Return the breaks of a card that lie after the first year that is shown and not after the
    last; at the first year those with which the published line begins.
    """
    years = {row["period"][:4] for row in marks if row["period"]}
    return [
        item
        for item in card.breaks
        if any(
            year < item.period[:4] or (item.begins and year == item.period[:4]) for year in years
        )
        and any(item.period[:4] <= year for year in years)
    ]


def contradictions(
    card_id: str,
    language: str,
    store: Store,
    doubts: tuple[Row, ...] = (),
    rows: Sequence[Row] = (),
) -> tuple[str, ...]:
    """Return what documents say otherwise than their own counts or than others, in words: what is
    known of an exhibit and speaks of the `rows` that it shows, and what doubts one of its numbers.

    Beside rows of several editions each is said with what its own edition is about.
    """
    named = [
        row
        for row in _disagreeing(store)
        if card_id in (row["exhibits"] or "").split(" ") and speaks_of(row, rows, store)
    ]
    found = {row["check"]: row for row in (*doubts, *named)}
    heaviest = sorted(found.values(), key=lambda row: -weight(row))
    known = editions(store)
    shown = {known[row["source"]] for row in rows if row["source"] in known}

    def told(check: Row) -> str:
        text, own = explanation(check, language), known.get(check["document"])
        others = own and any(one.line == own.line and one != own for one in shown)
        return f"{period(own.about, language)}: {text}" if text and own and others else text

    return tuple(text for row in heaviest if (text := told(row)))


@kept(most=1)
def _disagreeing(store: Store) -> tuple[Row, ...]:
    return tuple(
        store.rows("select * from checks where result <> 'agrees' order by checks.\"check\"")
    )
