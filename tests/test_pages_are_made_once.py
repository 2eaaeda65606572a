"""A page is composed once for all who ask, nonsense leaves nothing behind, and what a browser has
is not sent again.
"""

import gc
import json
import threading
from collections import Counter

import pytest

from app.catalogue.pages import SOURCES, STORIES, known_pages, page_at
from app.screen import cards, compose
from app.screen.content import Content
from app.screen.pages import composer_of
from app.screen.pieces import Sent, together
from app.store.store import Store, allowed_codes
from app.view import View, from_query, unknown_page


def anew(store, room=1.0):
    """Return a store of the same release that has computed nothing yet."""
    return Store(store.release, store.connection, room=room)


def shelf(store, function):
    return store.shelves[function]


def test_every_page_has_an_address_and_a_module_that_composes_it(store):
    for name, page in known_pages().items():
        assert page_at(page.path) is page
        assert page.name == name
        content = composer_of(page)(View("en"), store)
        assert isinstance(content, Content)
        assert content.title
        assert content.lead
    assert page_at("no such page") is None


def test_nonsense_in_links_leaves_nothing_behind(store):
    mine = anew(store)
    for number in range(300):
        asked = {name: f"nonsense{number}" for name in ("lang", "region", "sector", "period")}
        view, refusals = from_query(asked, allowed_codes(mine), "ru")
        refusals = (*refusals, unknown_page(f"page{number}"))
        page = json.loads(compose.compose((STORIES, SOURCES)[number % 2], view, refusals, mine))
        assert len(page["messages"]) == 5
        assert f"nonsense{number}" in page["messages"][0]["text"]
    assert len(shelf(mine, compose.composed)) == 2


def test_a_hundred_open_pages_at_a_new_release_cost_one_composition_for_each_view(
    store, monkeypatch
):
    mine, made, start = anew(store), Counter(), threading.Barrier(100)
    views = [View("ru"), View("kk"), View("ru", place="KZ-47"), View("ru", period="2023")]

    def counting(page):
        def composed(view, store):
            made[page.name, view] += 1
            return composer_of(page)(view, store)

        return composed

    monkeypatch.setattr(compose, "composer_of", counting)
    shown = []

    def visit(number):
        start.wait()
        shown.append(compose.compose("youth", views[number % 4], (), mine))

    threads = [threading.Thread(target=visit, args=(number,)) for number in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == {("youth", view): 1 for view in views}
    assert len(shown) == 100
    assert len(set(shown)) == 4


def test_a_page_that_fails_is_tried_again_by_the_next_who_asks(store, monkeypatch):
    mine = anew(store)
    with monkeypatch.context() as patch:
        patch.setattr(compose, "composer_of", lambda page: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            compose.compose(STORIES, View("ru"), (), mine)
    assert json.loads(compose.compose(STORIES, View("ru"), (), mine))["blocks"]


def test_what_is_kept_of_a_release_is_bounded(store, known):
    mine, places = anew(store, room=0.0025), known.regions()[::4]
    for place in places:
        compose.compose("youth", View("ru", place=place), (), mine)
    kept = {function.__name__: len(one) for function, one in mine.shelves.items()}
    assert kept["_build"] <= 11
    assert kept["_read"] <= 11
    assert kept["composed"] < len(places)


def test_what_was_written_of_an_exhibit_goes_with_it(store):
    gc.collect()
    before = len(cards._pieces)
    mine = anew(store)
    compose.compose("youth", View("en", place="KZ-10"), (), mine)
    assert len(cards._pieces) > before
    del mine
    gc.collect()
    assert len(cards._pieces) <= before


def test_a_browser_puts_a_page_together_from_what_it_has_and_what_is_new(store):
    sent, browser, sizes = Sent(), {}, []
    for view in (View("ru"), View("ru", place="KZ-47"), View("ru")):
        for page in ("youth", "front"):
            body, digests = compose.compose_without(page, view, (), store, sent)
            sent.note(digests)
            whole = json.loads(compose.compose(page, view, (), store))
            assert together(json.loads(body), browser) == whole
            sizes.append((page, view, len(body)))
    first, region, again = (size for page, _, size in sizes if page == "youth")
    assert region < 0.8 * first
    assert again < first / 3


def test_a_browser_that_has_lost_a_piece_is_sent_everything(store):
    view, sent = View("ru"), Sent()
    _, digests = compose.compose_without("youth", view, (), store, sent)
    sent.note(digests)
    body, _ = compose.compose_without("youth", view, (), store, sent)
    with pytest.raises(KeyError):
        together(json.loads(body), {})
    sent.forget()
    body, _ = compose.compose_without("youth", view, (), store, sent)
    assert together(json.loads(body), {}) == json.loads(compose.compose("youth", view, (), store))


def test_what_a_session_is_known_to_have_is_bounded():
    sent = Sent()
    sent.note(str(number) for number in range(Sent.MOST))
    sent.note(["0", "new"])
    assert "0" in sent
    assert "1" not in sent
    assert "2" in sent


def test_no_name_in_a_page_is_taken_for_a_piece(store):
    def names(value):
        if isinstance(value, dict):
            yield from value
            for part in value.values():
                yield from names(part)
        elif isinstance(value, list):
            for part in value:
                yield from names(part)

    for page in ("front", "safety", "region", "promises", "sources"):
        shown = json.loads(compose.compose(page, View("ru", place="KZ-47"), (), store))
        assert "piece" not in set(names(shown))
