"""Composes what one page shows, in one language, for one view, as plain data; draws nothing and asks Streamlit for nothing."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

import orjson

from app.catalogue import Area, Card, catalogue
from app.charts import Drawing, with_unit
from app.deck import Told, tell
from app.embed import height_of
from app.exhibit import Exhibit, Tile, assemble, explanation, highlighted, name_of, source_names, unfollowed
from app.explorer import FIGURES, STATISTICS, Question, cells, found
from app.language import LANGUAGES, NOT_PUBLISHED, day, locator, number, percent, period, say, sort_key
from app.profile import Line, lines, without
from app.promises import for_place, for_sector
from app.promises_screen import METHOD, PROMISES, concerns, followed, method_blocks, promised_of, promises_blocks
from app.receipt import code_of
from app.store import Row, Store
from app.story import LIMIT, Slide, Story, stories
from app.typeface import NoTypeface
from app.view import Refusal, View

LANGUAGE_NAMES = {"kk": ("Қаз", "Қазақша"), "ru": ("Рус", "Русский"), "en": ("Eng", "English")}
FRONT, REGION, SECTOR, EXPLORER, STORIES, SOURCES = "front", "region", "sector", "figures", "stories", "sources"
LOOKUPS = (REGION, SECTOR, EXPLORER, STORIES, PROMISES, METHOD, SOURCES)
_ASIDE = {METHOD}  # pages that only other pages lead to
_FILTERS = {REGION: ("region", "period"), SECTOR: ("sector", "period"), SOURCES: (), PROMISES: (), METHOD: ()}
_STEP = 100
_USUAL_FRAME = 560
_WORDS = ("table", "download", "link", "link_copied", "definition", "map_shapes", "map_tiles", "theme_dark", "theme_light", "skip",
          "offline", "new_release", "language", "areas", "filters", "clear_all", "pick", "contents",
          "sources_page", "promises_page", "search", "open_table", "more_notes", "headline", "show_more", "print", "lookups", "kind", "doubt",
          "pin", "pin_added", "pin_removed", "story_full", "present", "present_page", "page_files", "embed", "embed_code", "copy", "receipt_link", "further",
          "file_waiting", "file_done", "file_ready", "file_failed", "file_offline", "cancel", "dismiss")
_STORY_WORDS = ("own_story", "house_stories", "slides_count", "story_second", "story_link", "story_empty", "story_from_link", "story_keep", "story_kept", "story_mine",
                "story_up", "story_down", "story_remove", "story_clear", "story_removed", "story_cleared", "story_undo", "story_moved", "story_own_views",
                "link_story")


def pages() -> tuple[str, ...]:
    """Return the pages' names in the order of the menu: the front page, the areas, what one looks things up in."""
    return (FRONT, *(area.id for area in catalogue().areas), *LOOKUPS)


def allowed_codes(store: Store) -> dict[str, tuple[str, ...]]:
    """Return the codes that a link may carry."""
    known = catalogue()
    return {"region": known.regions(), "sector": known.union_sectors(), "period": store.periods()}


def compose(page: str, view: View, refusals: tuple[Refusal, ...], store: Store, scratch: bool = False) -> bytes:
    """Return the page as JSON (UTF-8): frame, filters, messages and blocks of tiles, exhibits, lists and tables."""
    return _compose(page, view, refusals, scratch, store)


@lru_cache(maxsize=1024)
def _compose(page: str, view: View, refusals: tuple[Refusal, ...], scratch: bool, store: Store) -> bytes:
    language = view.language
    area = catalogue().area(page)
    if page == SOURCES:
        title, lead, blocks = say(language, "sources_page"), say(language, "sources_intro"), _sources_blocks(view, store)
    elif page == EXPLORER:
        title, lead, blocks = say(language, "figures_page"), say(language, "figures_intro"), [_explorer_block(view, store)]
    elif page == STORIES:
        title, lead, blocks = say(language, "stories_page"), say(language, "stories_intro"), [_stories_block(language)]
    elif page in {PROMISES, METHOD}:
        composed = promises_blocks if page == PROMISES else method_blocks
        title, lead, blocks = say(language, f"{page}_page"), say(language, f"{page}_intro"), composed(language, store, lambda to, anchor: address(to, view, anchor))
    elif page in {REGION, SECTOR}:
        title, lead, blocks = _profile(page, view, store)
    elif area is None:
        title, lead, blocks = say(language, "front"), say(language, "front_intro"), _front_blocks(view, store)
    else:
        title, lead, blocks = area.name[language], area.intro[language], _area_blocks(area, view, store)
    return orjson.dumps({
        **frame(page, view), "title": title, "lead": lead, "blocks": blocks,
        "messages": _messages(refusals, scratch, view, store),
        "filters": filters(page, view, store), "profiles": _profile_links(page, view), "printable": page in {REGION, SECTOR}, "deck": page if area else "",
        "release": {"number": store.release.number, "text": release_words(store, language)},
    })


def frame(page: str, view: View) -> dict[str, Any]:
    """Return what every page has, also one without a release: brand, menu, languages, words."""
    language = view.language
    names = {FRONT: say(language, "front"), **{code: say(language, f"{code}_page") for code in LOOKUPS}}
    names |= {area.id: area.name[language] for area in catalogue().areas}
    return {
        "page": page, "lang": language, "view": view.query(), "brand": say(language, "product"),
        "nav": [{"page": code, "label": names[code], "href": address(code, view), "current": code == page,
                 "menu": "" if code in _ASIDE else "lookups" if code in LOOKUPS else "areas"} for code in pages()],
        "langs": [{"code": code, "label": LANGUAGE_NAMES[code][0], "name": LANGUAGE_NAMES[code][1], "current": code == language} for code in LANGUAGES],
        "words": {key: say(language, key) for key in _WORDS}, "messages": [], "blocks": [], "filters": [], "profiles": [], "printable": False, "deck": "", "limit": LIMIT,
        "title": names.get(page, ""), "lead": "", "release": None,
    }


def without_release(page: str, view: View) -> bytes:
    """Return the page that is shown while no release can be read."""
    return orjson.dumps({**frame(page, view), "messages": [{"kind": "error", "text": say(view.language, "no_release")}]})


def failed(page: str, view: View, store: Store) -> bytes:
    """Return the page that is shown when composing it went wrong: menu and filters stay, so that there is a way on."""
    return orjson.dumps({**frame(page, view), "filters": filters(page, view, store),
                         "messages": [{"kind": "error", "text": say(view.language, "page_failed")}]})


def address(page: str, view: View, exhibit: str = "") -> str:
    """Return the relative address of a page with the view in it, and of an exhibit on it."""
    query = urlencode(view.query())
    return f"./{'' if page == FRONT else page}?{query}" + (f"#{exhibit.replace('/', '-')}" if exhibit else "")


def release_words(store: Store, language: str) -> str:
    """Return the release's number and day in words."""
    return say(language, "release", number=str(store.release.number), date=day(store.release.published, language))


def filters(page: str, view: View, store: Store) -> list[dict[str, Any]]:
    """Return the filters of a page with what may be chosen in each, in the order of the language's alphabet."""
    known, language = catalogue(), view.language
    codes = allowed_codes(store)
    regions = sorted(codes["region"], key=lambda code: sort_key(known.places[code].name[language], language))
    sectors = sorted(codes["sector"], key=lambda code: sort_key(known.sectors[code].name[language], language))
    filters = [
        {"name": "period", "label": say(language, "period"), "value": view.period or "",
         "options": [["", say(language, "all_periods")], *([code, say(language, "until", year=code)] for code in codes["period"])]},
        {"name": "region", "label": say(language, "region"), "value": view.place or "",
         "options": [["", say(language, "all_regions")], *([code, known.places[code].name[language]] for code in regions)]},
        {"name": "sector", "label": say(language, "sector"), "value": view.sector or "",
         "options": [["", say(language, "all_sectors")], *([code, known.sectors[code].name[language]] for code in sectors)]},
    ]
    wanted = _FILTERS.get(page, ("period", "region", "sector"))
    return sorted((one for one in filters if one["name"] in wanted), key=lambda one: wanted.index(one["name"]))


def _messages(refusals: tuple[Refusal, ...], scratch: bool, view: View, store: Store) -> list[dict[str, str]]:
    language = view.language
    messages = [{"kind": "notice", "text": say(language, f"refused_{refusal.name}", value=refusal.value)} for refusal in refusals]
    if store.fallback_from is not None:
        messages.append({"kind": "error", "text": say(language, "damaged", broken=str(store.fallback_from), number=str(store.release.number))})
    if scratch:
        messages.append({"kind": "notice", "text": say(language, "scratch")})
    return messages


def _area_blocks(area: Area, view: View, store: Store) -> list[dict[str, Any]]:
    tiles = [assemble(card, view, store) for card in area.cards if card.chart == "tile"]
    blocks: list[dict[str, Any]] = [{"type": "tiles", "tiles": [headline(tile, view, store) for tile in tiles]}] if tiles else []
    sections = []
    for section in area.sections:
        cards = [card for card in area.cards if card.section == section.id and card.chart != "tile"]
        if cards:
            sections.append({"type": "section", "id": section.id, "title": section.name[view.language],
                             "exhibits": _rows_filled([exhibit(assemble(card, view, store), view, store) for card in cards])})
    if len(sections) > 1:
        blocks.append({"type": "contents", "items": [{"id": section["id"], "label": section["title"]} for section in sections]})
    return blocks + sections


def _front_blocks(view: View, store: Store) -> list[dict[str, Any]]:
    """Return the dozen numbers, what changed and what needs attention (both computed over all headline numbers), and a chart or two per area."""
    language = view.language
    every = [(area, assemble(card, view, store)) for area in catalogue().areas for card in area.cards if card.chart == "tile"]
    dozen = [{**headline(tile, view, store), "kicker": area.name[language]} for area, tile in every if tile.card.front]
    changed = sorted((item for item in every if _finding(item[1], "change_pct")), key=lambda item: -abs(_finding(item[1], "change_pct") or 0))
    worse = [item for item in changed if item[1].tile and item[1].tile.judgement == "worse"]
    short = sorted((item for item in every if _shortfall(item[1]) > 0 and item not in worse), key=lambda item: -_shortfall(item[1]))
    # Two that became worse, and the one furthest from its target: neither kind hides the other.
    attention = [*worse[:2], *short[:1], *worse[2:], *short[1:]]
    lists = [
        {"title": say(language, "front_changed"), "items": [_line(area, tile, view) for area, tile in changed[:3]]},
        {"title": say(language, "front_attention"), "items": [_line(area, tile, view) for area, tile in attention[:3]]},
        {"title": say(language, "promises_far"), "items": [] if view.period else concerns(language, store, lambda to, anchor: address(to, view, anchor)),
         "more": {"label": say(language, "promises_all"), "page": PROMISES, "href": address(PROMISES, view)}},
        # Its lines are sentences: they stand beside each other under the short lists.
        {"title": say(language, "front_contradictions"), "items": _contradiction_items(view, store)[:3], "wide": True,
         "more": {"label": say(language, "all_contradictions"), "page": SOURCES, "href": address(SOURCES, view)}},
    ]
    blocks: list[dict[str, Any]] = [{"type": "tiles", "tiles": dozen}, {"type": "lists", "lists": [one for one in lists if one["items"]]}]
    for area in catalogue().areas:
        charts = [assemble(card, view, store) for card in area.cards if card.chart != "tile" and card.front]
        if charts:
            blocks.append({
                "type": "area", "id": area.id, "title": area.name[language],
                "link": {"label": say(language, "to_area", area=area.name[language]), "page": area.id, "href": address(area.id, view)},
                "tiles": [], "exhibits": _rows_filled([exhibit(one, view, store) for one in charts]),
            })
    return blocks


def _rows_filled(exhibits: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Widen a half card that would stand alone in its row of two, so that no row is half empty."""
    filled, alone = [], False
    for place, one in enumerate(exhibits):
        half = one["size"] == "half"
        last = place + 1 == len(exhibits) or exhibits[place + 1]["size"] == "full"
        widened = half and not alone and last
        alone = half and not alone and not widened
        filled.append({**one, "size": "full"} if widened else one)
    return filled


def _finding(tile: Exhibit, name: str) -> float | None:
    return next((row["value"] for row in tile.finding_rows if row["series"] == name), None)


def _shortfall(tile: Exhibit) -> float:
    """Return how far a number stands from its target, as a part of the target: only to put the furthest first, never shown."""
    now, target = _finding(tile, "now"), _finding(tile, "target")
    if now is None or not target or tile.card.better == "neutral":
        return 0.0
    return (target - now) / abs(target) if tile.card.better == "higher" else (now - target) / abs(target)


def _line(area: Area, tile: Exhibit, view: View) -> dict[str, Any]:
    language, shown = view.language, tile.tile
    change = percent(_finding(tile, "change_pct"), language, 0, signed=True) if _finding(tile, "change_pct") is not None else ""
    mark = change or (f"({shown.target})" if shown and shown.target else "")
    return {"text": f"{tile.card.title[language]}: {shown.value if shown else ''}", "mark": mark, "judgement": shown.judgement if shown else "neutral",
            "direction": shown.direction if shown and change else "same", "word": say(language, shown.judgement) if shown and shown.judgement != "neutral" and change else "",
            "page": area.id, "href": address(area.id, view)}


def _contradiction_items(view: View, store: Store) -> list[dict[str, Any]]:
    known = catalogue()
    found = []
    rows = store.rows("select * from checks where result = 'disagrees' and kind in ('statement', 'sum', 'same') and why_en <> '' order by locator, checks.\"check\"")
    # What touches the dozen numbers of the front page comes first.
    headline = {card.id for card in known.cards() if card.front}
    rows.sort(key=lambda row: not headline & set(str(row["exhibits"]).split()))
    for row in rows:
        card = known.card(str(row["exhibits"]).split(" ")[0])
        if card:
            found.append({"text": explanation(row, view.language), "mark": "", "judgement": "neutral", "direction": "none", "word": "",
                          "page": card.area, "href": address(card.area, view, card.id)})
    return found


def headline(tile: Exhibit, view: View, store: Store) -> dict[str, Any]:
    """Return a headline number as data: value, change, what stands beside it, source, notes."""
    shown: Tile = tile.tile or Tile(NOT_PUBLISHED, tile.subtitle, "", "none", "neutral", "", "")
    language = view.language
    return {
        "id": tile.card.id, "label": tile.card.title[language], "value": shown.value, "before": shown.before, "delta": shown.delta,
        "direction": shown.direction, "direction_word": say(language, shown.direction) if shown.direction in {"up", "down"} else "",
        "judgement": shown.judgement, "judgement_word": say(language, shown.judgement) if shown.judgement != "neutral" else "",
        "country": shown.country, "target": shown.target, "source": tile.source, "remark": unfollowed(tile.card, view),
        "page": tile.card.area, "href": address(tile.card.area, view), "definition": tile.card.definition[language],
        "notes": [{"kind": note.kind, "text": note.text} for note in tile.notes if note.kind != "partial" and shown.value != NOT_PUBLISHED],
        **_taken_along(tile, view, store),
    }


@lru_cache(maxsize=16384)
def _exhibit_body(one: Exhibit) -> dict[str, Any]:
    """Return the part of an exhibit that only its own view decides, with a hash that changes when anything in it does."""
    card, language = one.card, one.language
    body = {
        "id": card.id, "kind": card.chart, "size": card.size, "title": one.title, "subtitle": one.subtitle, "failed": one.failed,
        "figure": one.drawing.figure if one.drawing else None, **_key(one.drawing),
        "notes": [{"kind": note.kind, "text": note.text} for note in one.notes], "source": one.source, "remark": one.remark,
        "definition": card.definition[language], "alt": one.alternative, "pick": card.pick,
        "table": {"columns": one.table.columns, "numeric": one.table.numeric, "rows": one.table.rows, "picks": one.table.picks},
    }
    body["hash"] = hashlib.blake2b(orjson.dumps(body), digest_size=8).hexdigest()
    return body


def exhibit(one: Exhibit, view: View, store: Store) -> dict[str, Any]:
    """Return one exhibit as data, with what its source cannot follow of the view said in words."""
    files = f"./download/{one.card.id}"
    return {
        **_exhibit_body(one), "unfollowed": unfollowed(one.card, view),
        "highlight": highlighted(one.card, view), "promises": promised_of(store)[one.card.id],
        "release": say(view.language, "release_short", number=str(store.release.number)),
        "files": {"CSV": f"{files}.csv", "XLSX": f"{files}.xlsx"}, "href": address(one.card.area, view, one.card.id),
        **_taken_along(one, view, store),
    }


def _taken_along(one: Exhibit, view: View, store: Store) -> dict[str, Any]:
    """Return what leads from a page with an exhibit: its place in a story, the code of its receipt, its frame for another site (height in pixels)."""
    card = one.card
    own = view.only(card.breakdowns)
    return {"pin": Slide(card.id, card, own.place, own.sector, own.period).link, "code": code_of(card, view, store.release.number),
            "embed": {"address": f"./embed/{card.id}", "height": _frame_height(one)}}


@lru_cache(maxsize=16384)
def _frame_height(one: Exhibit) -> int:
    try:
        return height_of(one)
    except NoTypeface:
        # Files cannot be written without it and say so; a page can be shown.
        return _USUAL_FRAME


def _key(drawing: Drawing | None) -> dict[str, Any]:
    if drawing is None:
        return {"key": [], "key_only_narrow": False}
    return {"key": [{"text": item.text, "color": item.color, "mark": item.mark} for item in drawing.key], "key_only_narrow": drawing.key_only_narrow}


def _profile_links(page: str, view: View) -> list[dict[str, Any]]:
    """Lead from any page with a region or a sector picked to everything known about it."""
    known, language = catalogue(), view.language
    picked = [(REGION, known.places, view.place), (SECTOR, known.sectors, view.sector)]
    return [{"label": say(language, "all_about", what=named[code].name[language]), "page": target, "href": address(target, view)}
            for target, named, code in picked if code and page not in {REGION, SECTOR}]


def _profile(page: str, view: View, store: Store) -> tuple[str, str, list[dict[str, Any]]]:
    """Return title, lead and blocks of the page about one region or one sector; the choice of one if none is picked."""
    known, language = catalogue(), view.language
    named, code = (known.places, view.place) if page == REGION else (known.sectors, view.sector)
    if code is None:
        codes = known.regions() if page == REGION else known.union_sectors()
        items = sorted(([one, named[one].name[language]] for one in codes), key=lambda item: sort_key(item[1], language))
        return say(language, f"{page}_page"), say(language, f"choose_{page}"), [{"type": "choices", "filter": page, "items": items}]
    mine = View(language, place=view.place if page == REGION else None, sector=view.sector if page == SECTOR else None, period=view.period)
    every = lines(page, mine, store)
    silent = without(page, every)
    blocks: list[dict[str, Any]] = []
    tiles = [assemble(card, mine, store) for card in known.cards() if card.chart == "tile" and page in card.breakdowns]
    if spoken := [headline(tile, mine, store) for tile in tiles if tile.tile and tile.tile.value != NOT_PUBLISHED]:
        blocks.append({"type": "tiles", "tiles": spoken})
    tables = []
    for area in known.areas:
        about = [line for line in every if line.card.area == area.id]
        missing = [card for card in silent if card.area == area.id]
        if about or missing:
            tables.append(_profile_block(page, area, about, missing, mine))
    tables += followed((for_place if page == REGION else for_sector)(code, store), language, store, lambda to, anchor: address(to, view, anchor))
    blocks += [{"type": "contents", "items": [{"id": one["id"], "label": one["title"]} for one in tables]}, *tables]
    lead = say(language, f"{page}_lead", lines=str(len(every)), ranked=str(sum(line.rank is not None for line in every)))
    return named[code].name[language], lead, blocks


def _profile_block(page: str, area: Area, about: list[Line], missing: list[Card], view: View) -> dict[str, Any]:
    language = view.language
    heads = ["measure", "value", "period", "before", "country", "rank"]
    return {
        "type": "table", "id": area.id, "title": area.name[language], "lead": "" if about else say(language, f"{page}_nothing"),
        "columns": [say(language, f"column_{head}") for head in heads] if about else [], "numeric": [False, True, False, True, True, True],
        "rows": [_profile_row(line, view) for line in about], "fit": True, "shape": "profile",
        "missing": {"label": say(language, f"{page}_missing", count=str(len(missing))), "items": [_link(card, view) for card in missing]} if missing else None,
    }


def _profile_row(line: Line, view: View) -> list[Any]:
    known, language, card, row = catalogue(), view.language, line.card, line.row
    short = known.units[card.unit].short[language]
    write = lambda value: "" if value is None else with_unit(value, card.unit, short, language, card.decimals)
    picked, other = ("place", "sector") if view.place else ("sector", "place")
    dimensions = [(picked, row["code"]), (other, row["other"]), *((kind, row[kind]) for kind in ("series", "measure", "sex", "age"))]
    parts = [name_of(known, kind, code, language) for kind, code in dimensions if code not in {"_T", "_Z", "KZ", view.place, view.sector}]
    label = {**_link(card, view), "further": ", ".join(parts)}
    before = f"{write(row['before_value'])} ({period(row['before_period'], language)})" if row["before_value"] is not None else ""
    rank = say(language, "rank_of", place=str(line.rank[0]), count=str(line.rank[1])) if line.rank else ""
    return [label, write(row["value"]), period(row["period"], language), before, write(row["whole_value"]), rank]


def figures_found(question: Question, view: View, store: Store, start: int = 0) -> dict[str, Any]:
    """Return one page of what the explorer finds: how many, and a hundred rows from `start` with a link each."""
    language = view.language
    every = found(question, view, store)
    rows = []
    for entry in every[start:start + _STEP]:
        card = entry.card
        place = entry.row["place"] if card and "region" in card.breakdowns and entry.row["place"] in catalogue().regions() else view.place
        measure, breakdown, *others = cells(entry, language, store)
        rows.append([{"text": measure, "further": breakdown}, *others, _link(card, View(language, place, view.sector, view.period)) if card else ""])
    return {"count": len(every), "said": say(language, "figures_found", count=number(len(every), language)), "rows": rows}


def figures_heads(language: str) -> list[str]:
    """Return the heads of what `app.explorer.cells` gives."""
    return [say(language, f"column_{name}") for name in ("measure", "breakdown", "value", "period", "place", "sector", "source")]


def _explorer_block(view: View, store: Store) -> dict[str, Any]:
    language = view.language
    # On the page the breakdown stands behind the measure's name, in one column.
    measure, _, *others = figures_heads(language)
    return {
        "type": "explorer", "id": "explorer", "columns": [measure, *others, say(language, "column_exhibit")],
        "numeric": [False, True, False, False, False, False, False],
        "kinds": [["", say(language, "figures_both")], [FIGURES, say(language, "figures_union")], [STATISTICS, say(language, "figures_official")]],
        "hint": say(language, "figures_hint"), "answer": "./api/figures", "file": "./download/figures.csv",
    }


def _stories_block(language: str) -> dict[str, Any]:
    """Return the stories of the house by name, and the words of the viewer's own: which exhibits that one holds only the browser knows."""
    house = [{"id": story.id, "title": story.title[language], "count": say(language, "slides_count", count=str(len(story.slides)))} for story in stories()]
    return {"type": "stories", "house": house, "answer": "./api/story", "words": {key: say(language, key) for key in _STORY_WORDS}}


def story_told(story: Story | None, refusals: tuple[Refusal, ...], view: View, store: Store) -> dict[str, Any]:
    """Return what a list of slides says: per slide its title, what is shown, its area and address; in `messages` what of the link means nothing here.

    `story` is None where the link names none. A filter of `view` goes before a slide's own: where they differ, a message of kind `overridden` says so.
    """
    language = view.language
    messages = [{"kind": "notice", "text": say(language, f"refused_{refusal.name}", value=refusal.value)} for refusal in refusals]
    slides = story.slides if story else ()
    if any(own and picked and own != picked for slide in slides
           for own, picked in ((slide.place, view.place), (slide.sector, view.sector), (slide.period, view.period))):
        messages.append({"kind": "overridden", "text": say(language, "story_overridden", what=", ".join(_picked(view)))})
    return {"title": story.title[language] if story else "", "messages": messages,
            "slides": [_slide_told(told) for told in tell(story, view, store, "")] if story else []}


def _slide_told(told: Told) -> dict[str, Any]:
    """Return one slide of a list; where its exhibit no longer exists, the title says so and no page shows it."""
    one, view = told.exhibit, told.view
    said = {"link": told.slide.link, "title": told.title, "what": "", "area": "", "page": "", "href": "", "missing": one is None}
    if one is None:
        return said
    card = one.card
    # A headline number's subtitle says its name again: here its value stands instead.
    shown = (one.tile.value if one.tile.value != NOT_PUBLISHED else "", one.tile.before) if one.tile else (one.subtitle,)
    what = " · ".join(part for part in (*shown, ", ".join(_picked(view.only(card.breakdowns))), unfollowed(card, view)) if part)
    area = catalogue().area(card.area)
    return {**said, "what": what, "area": area.name[view.language] if area else "", "page": card.area, "href": address(card.area, view, card.id)}


def _picked(view: View) -> list[str]:
    """Return what is picked in words: region, sector, year."""
    known, language = catalogue(), view.language
    named = [known.places[view.place].name[language]] if view.place else []
    named += [known.sectors[view.sector].name[language]] if view.sector else []
    return named + ([say(language, "until", year=view.period)] if view.period else [])


def _sources_blocks(view: View, store: Store) -> list[dict[str, Any]]:
    language = view.language
    # First what the documents say against themselves, in their order, then what publications say against each other.
    checks = store.rows(
        "select * from checks order by case result when 'disagrees' then 0 when 'rounding' then 1 else 2 end,"
        " document = 'published', nullif(locator, ''), checks.\"check\""
    )
    differ = [row for row in checks if row["result"] != "agrees"]
    lead = say(language, "reconciliation_lead", count=str(len(checks)), agree=str(len(checks) - len(differ)), differ=str(len(differ)))
    return [
        {"type": "contents", "items": [{"id": code, "label": say(language, f"sources_{code}")} for code in ("reconciliation", "measures", "breaks", "documents")]},
        {"type": "table", "id": "reconciliation", "title": say(language, "sources_reconciliation"), "lead": lead,
         "columns": [say(language, f"column_{name}") for name in ("check", "printed", "recomputed", "status", "why", "exhibit")],
         "rows": [_check_row(row, view) for row in checks]},
        {"type": "table", "id": "measures", "title": say(language, "sources_measures"), "lead": "", "search": True, "shape": "measures",
         "columns": [say(language, f"column_{name}") for name in ("measure", "definition", "unit", "source", "place_in_source", "coverage")],
         "rows": _measure_rows(view, store)},
        {"type": "table", "id": "breaks", "title": say(language, "sources_breaks"), "lead": "",
         "columns": [say(language, f"column_{name}") for name in ("period", "why", "exhibit")],
         "rows": [[item.period, item.words[language], _link(card, view)] for card in catalogue().cards() for item in card.breaks]},
        {"type": "table", "id": "documents", "title": say(language, "sources_documents"), "lead": "", "search": True,
         "columns": [say(language, f"column_{name}") for name in ("publisher", "title", "date", "place_in_source", "address")],
         "rows": [[catalogue().publishers[row["publisher"]].name[language], row["title"], "" if row["date"] == "n.d." else row["date"],
                   locator(row["locator"], language), row["url"]]
                  for row in store.rows("select * from sources order by publisher, title")]},
    ]


def _link(card: Card | None, view: View) -> Any:
    return {"text": card.title[view.language], "page": card.area, "href": address(card.area, view, card.id)} if card else ""


def _check_row(row: Row, view: View) -> list[Any]:
    language = view.language
    decimals = int(row["decimals"] or 0)
    # The printed number of a statement, or of a change whose counts are missing, is a share too: the report says them in per cent.
    shares = row["kind"] in {"share", "change", "statement", "missing"}

    def write(value: float | None, places: int) -> str:
        if value is None:
            return ""
        return percent(value, language, places) if shares else number(value, language, places if value != int(value) else 0)

    printed = row["printed"] if row["printed"] is not None else row["left_value"] if row["kind"] in {"sum", "same"} else None
    recomputed = row["recomputed"] if row["kind"] != "same" else row["right_value"]
    card = catalogue().card(str(row["exhibits"]).split(" ")[0])
    document = catalogue().documents.get(row["document"])
    where = ", ".join(part for part in (document[language] if document else say(language, "figures_official"), locator(row["locator"], language)) if part)
    return [where, write(printed, decimals), write(recomputed, decimals + 1 if row["result"] != "agrees" and shares else decimals),
            {"status": row["result"], "text": say(language, f"result_{row['result']}")}, explanation(row, language) if row["result"] != "agrees" else "", _link(card, view)]


def _measure_rows(view: View, store: Store) -> list[list[Any]]:
    known, language = catalogue(), view.language
    found = store.rows(
        "with together as ("
        " select measure, period, source, value, locator from figures"
        " union all select measure, period, source, value, null from statistics) "
        "select measure, min(period) as first, max(period) as last, count(value) as count, list(distinct source order by source) as sources,"
        " list(distinct locator order by locator) as places from together group by measure"
    )
    cards: dict[str, list[str]] = {}
    for card in known.cards():
        for code in card.measures:
            cards.setdefault(code, []).append(card.place_in_source)
    rows = []
    for row in found:
        measure = known.measures[row["measure"]]
        first, last = period(row["first"][:4], language), period(row["last"][:4], language)
        span = first if first == last else f"{first}–{last}"
        places = [locator(place, language) for place in row["places"] if place] or sorted({place for place in cards.get(measure.code, []) if place})
        rows.append([measure.name[language], measure.definition[language], known.units[measure.unit].name[language],
                     source_names(row["sources"], language, store, known), "; ".join(places[:3]) + (" …" if len(places) > 3 else ""),
                     f"{span}; {say(language, 'figures_count', count=number(row['count'], language))}"])
    return sorted(rows, key=lambda row: sort_key(row[0], language))
