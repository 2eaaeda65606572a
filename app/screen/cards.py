"""An exhibit and a headline number as pages show them, with all that leads on; knows no page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from weakref import WeakKeyDictionary

from app.catalogue.cards import Card
from app.catalogue.kinds import Kind
from app.catalogue.pages import address
from app.catalogue.stories import Slide
from app.charts.base import Drawing
from app.exhibit.assemble import assemble
from app.exhibit.code import code_for
from app.exhibit.names import release_number_words
from app.exhibit.notes import highlighted, unfollowed
from app.exhibit.parts import Exhibit
from app.exhibit.tile import judgement_word
from app.look.typeface import NoTypeface
from app.plain.embed import height_of
from app.screen.payload import (
    EmbedFrame,
    ExhibitBody,
    ExhibitFoot,
    ExhibitHere,
    ExhibitTable,
    Figure,
    KeyItem,
    LinkCell,
    Note,
    PlacedExhibit,
    PlacedTile,
    TakenAlong,
    TileBody,
    TileHere,
    Traits,
    written,
)
from app.screen.pieces import Piece, piece
from app.screen.promises import promised_of
from app.store.store import Store
from app.view import View
from app.words.say import say

_USUAL_FRAME = 560
# A piece is written once and lives as long as what it is made from; an exhibit has one for each
# size it stands in.
_pieces: WeakKeyDictionary[Exhibit, dict[str, Piece]] = WeakKeyDictionary()


def exhibits(cards: Iterable[Card], view: View, store: Store) -> list[PlacedExhibit]:
    """Return exhibits in rows of two. A half card that would stand alone in its row is widened, so
    that no row is half empty.
    """
    return [_placed(card, size, view, store) for card, size in _in_rows(tuple(cards))]


def _in_rows(cards: tuple[Card, ...]) -> Iterator[tuple[Card, str]]:
    alone = False
    for place, card in enumerate(cards):
        half = card.size == "half"
        last = place + 1 == len(cards) or cards[place + 1].size == "full"
        widened = half and not alone and last
        alone = half and not alone and not widened
        yield card, "full" if widened else card.size


def _placed(card: Card, size: str, view: View, store: Store) -> PlacedExhibit:
    one = assemble(card, view, store)
    kept = _pieces.setdefault(one, {})
    if size not in kept:
        body = body_of(one)
        text = written(body)
        foot = written(_foot(one, text, view, store))
        kept[size] = piece(text if size == body.size else written(replace(body, size=size)), foot)
    return PlacedExhibit(kept[size], here_of(one, view))


def here_of(one: Exhibit, view: View) -> ExhibitHere:
    """Return what an exhibit has from the view of the page it stands on."""
    return ExhibitHere(unfollowed(one.card, view), address(one.card.area, view, one.card.id))


def foot_of(one: Exhibit, view: View, store: Store) -> ExhibitFoot:
    """Return what stands under an exhibit; its hash changes when anything in its body does."""
    return _foot(one, written(body_of(one)), view, store)


def _foot(one: Exhibit, body: bytes, view: View, store: Store) -> ExhibitFoot:
    along = _taken_along(one, view, store)
    files = f"./download/{one.card.id}"
    return ExhibitFoot(
        along.pin,
        along.code,
        along.embed,
        hash=hashlib.blake2b(body, digest_size=8).hexdigest(),
        highlight=highlighted(one.card, view),
        promises=promised_of(store)[one.card.id],
        release=release_number_words(store, view.language),
        files={"CSV": f"{files}.csv", "XLSX": f"{files}.xlsx"},
    )


def body_of(one: Exhibit) -> ExhibitBody:
    """Return what an exhibit says: only its own view decides it."""
    card, drawing = one.card, one.drawing
    return ExhibitBody(
        id=card.id,
        kind=card.chart,
        traits=_traits(card.kind),
        size=card.size,
        title=one.title,
        subtitle=one.subtitle,
        failed=one.failed,
        figure=_figure(drawing) if drawing else None,
        key=[KeyItem(item.text, item.color, item.mark) for item in drawing.key] if drawing else [],
        key_only_narrow=drawing.key_only_narrow if drawing else False,
        notes=[Note(note.kind, note.text) for note in one.notes],
        source=one.source,
        remark=one.remark,
        definition=card.definition[one.language],
        alt=one.alternative,
        pick=card.pick,
        table=ExhibitTable(one.table.columns, one.table.numeric, one.table.rows, one.table.picks),
    )


def _figure(drawing: Drawing) -> Figure:
    return Figure(drawing.figure["data"], drawing.figure["layout"], drawing.forms)


def _traits(kind: Kind) -> Traits:
    return Traits(kind.sentences, kind.regions, kind.hollow, kind.stage.tight, kind.stage.stretched)


def headline(tile: Exhibit, view: View, store: Store) -> PlacedTile:
    """Return a headline number: value, change, what stands beside it, source, notes."""
    kept = _pieces.setdefault(tile, {})
    if "tile" not in kept:
        kept["tile"] = piece(written(_number(tile)), written(_taken_along(tile, view, store)))
    return PlacedTile(kept["tile"], _tile_here(tile, view))


def tile_parts(tile: Exhibit, view: View, store: Store) -> tuple[TileBody, TakenAlong, TileHere]:
    """Return the parts of a headline number."""
    return _number(tile), _taken_along(tile, view, store), _tile_here(tile, view)


def _tile_here(tile: Exhibit, view: View) -> TileHere:
    return TileHere(unfollowed(tile.card, view), address(tile.card.area, view))


def _number(tile: Exhibit) -> TileBody:
    shown, language = tile.headline, tile.language
    return TileBody(
        id=tile.card.id,
        label=tile.card.title[language],
        value=shown.value,
        before=shown.before,
        delta=shown.delta,
        direction=shown.direction,
        direction_word=say(language, shown.direction) if shown.direction in {"up", "down"} else "",
        judgement=shown.judgement,
        judgement_word=judgement_word(shown, language),
        country=shown.country,
        target=shown.target,
        source=tile.source,
        page=tile.card.area,
        definition=tile.card.definition[language],
        notes=[Note(note.kind, note.text) for note in tile.headline_notes],
    )


def _taken_along(one: Exhibit, view: View, store: Store) -> TakenAlong:
    card = one.card
    own = view.only(card.breakdowns)
    return TakenAlong(
        Slide(card.id, card, own.place, own.sector, own.period).link,
        code_for(one, view, store),
        EmbedFrame(f"./embed/{card.id}", _frame_height(one)),
    )


def _frame_height(one: Exhibit) -> int:
    try:
        return height_of(one)
    except NoTypeface:
        # Files cannot be written without it and say so; a page can be shown.
        return _USUAL_FRAME


def link_to(card: Card, view: View) -> LinkCell:
    """Return the link to an exhibit in the same view."""
    return LinkCell(
        text=card.title[view.language],
        page=card.area,
        href=address(card.area, view, card.id),
    )
