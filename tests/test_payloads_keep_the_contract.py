"""What is sent to the browser is what app/screen/payload.py declares, no key more and none that
never occurs; the scripts' types name the same keys.
"""

import json
import re
import sys
import types
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from app.across.search import Question
from app.catalogue.cards import catalogue
from app.catalogue.pages import pages
from app.catalogue.stories import Slide, Story, asked_story, stories
from app.charts import forms
from app.exhibit.code import code_of
from app.facts.tables import KEYS
from app.paths import FRONTEND
from app.release.changes import Change, Changelog
from app.screen import changes as changes_screen
from app.screen import payload
from app.screen.compose import compose, without_release
from app.screen.explorer import figures_found
from app.screen.payload import EXHIBIT, SLIDE, TILE, PlacedExhibit, PlacedTile, written
from app.screen.stories import story_told
from app.stage.deck import deck
from app.store.store import allowed_codes
from app.view import Refusal, View

CLASSES = {
    name: one
    for module in (payload, forms)
    for name, one in vars(module).items()
    if is_dataclass(one) and one.__module__ == module.__name__
}
# Objects that are put together from several classes, by the name that the scripts have for them.
JOINED = {"Exhibit": EXHIBIT, "Tile": TILE, "ShownSlide": (*SLIDE, payload.SlideNumber)}
VIEWS = (
    View("ru"),
    View("ru", place="KZ-47"),
    View("ru", place="KZ-71", sector="oil_gas"),
    View("ru", sector="education", period="2023"),
)


class Seen:
    """Holds values against declared types; notes faults, and which keys of classes occurred."""

    def __init__(self):
        self.keys = defaultdict(set)
        self.faults = []

    def check(self, value, kind, where):
        """Note in `faults` where a value of JSON is not of its declared type."""
        if not self.fits(value, kind, where):
            self.faults.append(f"{where}: {value!r:.120} is no {kind}")

    def fits(self, value, kind, where):
        if kind is payload.Page:
            page = {name: part for name, part in value.items() if name != "messages"}
            self.object(page, (kind,), where)
            return self.each(value["messages"], payload.Message, f"{where}.messages")
        if kind in (PlacedExhibit, PlacedTile):
            front = [payload.FrontTileHere] if "kicker" in value else []
            return self.object(value, EXHIBIT if kind is PlacedExhibit else (*TILE, *front), where)
        if is_dataclass(kind):
            return isinstance(value, dict) and self.object(value, (closest(value, kind),), where)
        if get_args(kind):
            return self.fits_generic(value, get_origin(kind), get_args(kind), where)
        if kind is float:
            return type(value) in (int, float)
        return kind is Any or type(value) is kind

    def fits_generic(self, value, origin, inner, where):
        if origin is Literal:
            return value in inner
        if origin in (Union, types.UnionType):
            return self.one_of(value, inner, where)
        if origin is tuple and inner[-1] is ...:
            return isinstance(value, list) and self.each(value, inner[0], where)
        if origin is tuple:
            pairs = zip(value, inner, strict=False)
            return len(value) == len(inner) and all(self.fits(*pair, where) for pair in pairs)
        if origin is Sequence:
            return isinstance(value, list) and self.each(value, inner[0], where)
        assert origin is Mapping
        return isinstance(value, dict) and self.each(value.values(), inner[1], where)

    def each(self, values, kind, where):
        for value in values:
            self.check(value, kind, f"{where}[]")
        return True

    def one_of(self, value, kinds, where):
        """Choose by shape: objects by their keys, everything else by type."""
        if isinstance(value, dict):
            alike = [kind for kind in kinds if any(shaped(value, one) for one in family(kind))]
            kinds = alike[:1] or [kind for kind in kinds if not is_dataclass(kind)]
        return any(self.fits(value, kind, where) for kind in kinds)

    def object(self, value, kinds, where):
        hints = {name: hint for kind in kinds for name, hint in hints_of(kind).items()}
        if extra := value.keys() - hints.keys():
            self.faults.append(f"{where}: {sorted(extra)} not declared in {kinds}")
        if missing := hints.keys() - value.keys():
            self.faults.append(f"{where}: {sorted(missing)} of {kinds} missing")
        for kind in kinds:
            self.keys[kind] |= value.keys() & hints_of(kind).keys()
        for name in value.keys() & hints.keys():
            self.check(value[name], hints[name], f"{where}.{name}")
        return True


def family(kind):
    """Return a class and all that are made from it, if it is one of ours."""
    return [one for one in CLASSES.values() if isinstance(kind, type) and issubclass(one, kind)]


def shaped(value, kind):
    types = [field.default for field in fields(kind) if field.name == "type"]
    return value.keys() == names(kind) and (not types or value["type"] == types[0])


def closest(value, kind):
    """Return the class of the family whose keys these are; the declared one if none is."""
    return next((one for one in family(kind) if value.keys() == names(one)), kind)


@cache
def hints_of(kind):
    return {
        name: hint
        for name, hint in get_type_hints(kind, vars(sys.modules[kind.__module__])).items()
    }


def names(kind):
    return hints_of(kind).keys()


@pytest.fixture(scope="module")
def seen(store, known):
    """Everything that is sent, held against what is declared: all pages in several views, decks,
    stories told, figures found.
    """
    seen, refusals = Seen(), (Refusal("region", "x"),)
    for page in pages():
        for view in VIEWS:
            shown = json.loads(compose(page, view, refusals, store))
            seen.check(shown, payload.Page, page)
    seen.check(json.loads(without_release("safety", VIEWS[0])), payload.Page, "without release")
    with pytest.MonkeyPatch.context() as patch:
        followed_by_another(patch, store)
        (changed,) = changes_screen.changes_page(VIEWS[0], store).blocks
        for block in (changed, changes_screen.since_block(VIEWS[0], store)):
            seen.check(json.loads(written(block)), type(block), block.type)
    tiles = Story(
        "tiles", known.areas[0].name, tuple(Slide(card.id, card) for card in known.areas[0].cards)
    )
    own, _ = asked_story({"show": "no/such"}, allowed_codes(store))
    for story in (stories()[0], tiles, own):
        told = json.loads(deck(story, refusals, VIEWS[1], store, "https://dashboard.example/"))
        slides = told.pop("slides")
        seen.check({**told, "slides": []}, payload.Deck, "deck")
        for slide in slides:
            check_slide(slide, seen)
        answer = json.loads(written(story_told(story, refusals, VIEWS[1], store)))
        seen.check(answer, payload.StoryAnswer, "story")
    code = code_of(next(catalogue().cards()), VIEWS[0], 1)
    for words in ("", code):
        found = json.loads(written(figures_found(Question(words), VIEWS[0], store)))
        seen.check(found, payload.FiguresAnswer, "figures")
    return seen


def followed_by_another(patch, store):
    """Let the release stand as the second one, with a number revised and a dozen new."""
    row = store.rows("select * from figures where measure = 'labour_conflicts' limit 1")[0]
    key = {name: row[name] for name in KEYS["figures"]}
    new = [
        Change("new", "figures", {**key, "period": f"20{year}"}, "value", None, 1.0)
        for year in range(30, 42)
    ]
    log = Changelog(2, 1, (Change("revised", "figures", key, "value", 1.0, 2.0), *new))
    patch.setattr(changes_screen, "changelogs", lambda _: ((store.release, log),))
    patch.setattr(changes_screen, "since", lambda *_: log.changes)
    earlier = replace(store.release, number=store.release.number - 1)
    patch.setattr(changes_screen, "releases", lambda: [earlier])


def check_slide(slide, seen):
    if slide.get("missing"):
        seen.check(slide, payload.MissingSlide, "slide")
        return
    tile = slide.pop("tile", None)
    seen.object(slide, SLIDE, "slide")
    if tile:
        seen.keys[payload.SlideNumber].add("tile")
        seen.object(tile, TILE, "slide.tile")


def test_what_is_sent_is_what_is_declared(seen):
    assert not seen.faults, "\n".join(dict.fromkeys(seen.faults))


def test_every_key_that_is_declared_occurs(seen):
    silent = {
        f"{name}.{key}"
        for name, one in CLASSES.items()
        for key in names(one)
        if not any(key in seen.keys[kind] for kind in family(one))
    }
    assert not silent


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        (lambda page: page.update(more=1), "more"),
        (lambda page: page.pop("lead"), "lead"),
        (lambda page: page.update(limit="200"), "limit"),
        (lambda page: page["nav"][0].update(current="yes"), "nav"),
        (lambda page: page["blocks"][0]["tiles"][0].pop("value"), "tiles"),
        (lambda page: page["blocks"][2]["exhibits"][0]["table"].update(rows=[[1]]), "rows"),
    ],
)
def test_a_page_of_another_shape_is_noticed(spoilt, told, store):
    page, seen = json.loads(compose("safety", VIEWS[0], (), store)), Seen()
    seen.check(page, payload.Page, "page")
    assert not seen.faults
    spoilt(page)
    seen.check(page, payload.Page, "page")
    assert told in " ".join(seen.faults)


# --- the scripts' types ---------------------------------------------------------------------------

TYPES = FRONTEND / "shared" / "payload.d.ts"
ADDED = {"wanted"}  # what the scripts add to a link themselves


def interfaces(text):
    """Return the members of each interface: its keys with whether they may be missing, inherited
    ones too.
    """
    text = re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)
    found = {}
    for name, bases, body in re.findall(
        r"interface (\w+)(?:<[^>]*>)?(?: extends ([\w, ]+))? \{\n(.*?)\n\}", text, re.DOTALL
    ):
        own, depth = {}, 0
        for line in body.split("\n"):
            if depth == 0 and (match := re.match(r"\s*(\w+)(\??):", line)):
                own[match[1]] = bool(match[2])
            depth += line.count("{") - line.count("}")
        found[name] = (bases.replace(" ", "").split(",") if bases else [], own)
    return {name: inherited(name, found) for name in found}


def inherited(name, found):
    bases, own = found.get(name, ([], {}))
    return {key: may for base in bases for key, may in inherited(base, found).items()} | own


def declared(name):
    """Return the keys of a payload with whether they may be missing; None if Python has none of
    that name.
    """
    if name in JOINED:
        sure = set().union(*(names(kind) for kind in JOINED[name]))
        may = {"tile"} if name == "ShownSlide" else {"kicker"} if name == "Tile" else set()
        return {key: key in may for key in sure | may}
    if name not in CLASSES:
        return None
    kinds = family(CLASSES[name])
    if name in {"Link", "LabelledLink", "TextLink", "TakenAlong", "FurtherCell", "SlideFrame"}:
        kinds = kinds[:1]
    every = set().union(*(names(kind) for kind in kinds))
    return {key: not all(key in names(kind) for kind in kinds) for key in every}


def test_the_scripts_types_name_the_same_keys():
    differ = {}
    for name, theirs in interfaces(TYPES.read_text(encoding="utf-8")).items():
        ours = declared(name)
        if ours is None:
            continue
        theirs = {key: may for key, may in theirs.items() if key not in ADDED}
        if name == "Page":
            theirs.pop("messages")
        if theirs != ours:
            differ[name] = sorted(theirs.items() ^ ours.items())
    assert not differ
