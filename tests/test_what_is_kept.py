"""What is computed from a release is worked out once, is bounded, and goes with its store."""

import gc
import threading
import weakref
from dataclasses import replace

import pytest

from app.store import open as open_module
from app.store.kept import Shelf, kept
from app.store.store import Store


class Answer:
    """Something that can be seen to be gone."""


def together(count, act):
    """Run `act` in threads that begin at one moment; return what each gave or raised."""
    start, results = threading.Barrier(count), []

    def run():
        start.wait()
        try:
            results.append(act())
        except Exception as error:
            results.append(error)

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_a_hundred_who_ask_at_once_cost_one_answer():
    shelf, made, go = Shelf(10), [], threading.Event()

    def make():
        go.wait(5)
        made.append(1)
        return object()

    threading.Timer(0.2, go.set).start()
    answers = together(100, lambda: shelf.ask("key", make))
    assert len(made) == 1
    assert len(set(map(id, answers))) == 1


def test_who_asks_for_something_else_does_not_wait():
    shelf, go = Shelf(10), threading.Event()
    slow = threading.Thread(target=shelf.ask, args=("slow", lambda: go.wait(5)))
    slow.start()
    assert shelf.ask("quick", lambda: "here") == "here"
    assert slow.is_alive()
    go.set()
    slow.join()


def test_a_failure_is_told_to_those_who_waited_and_is_not_kept():
    shelf, go, tries = Shelf(10), threading.Event(), []

    def fail():
        tries.append(1)
        go.wait(5)
        raise ValueError("not now")

    threading.Timer(0.2, go.set).start()
    answers = together(20, lambda: shelf.ask("key", fail))
    assert [str(one) for one in answers] == ["not now"] * 20
    assert len(tries) == 1
    assert shelf.ask("key", lambda: "now") == "now"


@pytest.mark.parametrize(("weigh", "most", "left"), [(lambda _: 1, 3, 3), (len, 100, 2)])
def test_what_was_asked_longest_ago_goes_first(weigh, most, left):
    shelf = Shelf(most, weigh)
    for key in "abc":
        shelf.ask(key, lambda: b"x" * 40)
    assert len(shelf) == left
    shelf.ask("a" if left == 3 else "b", lambda: b"anew")
    made = []
    shelf.ask("d", lambda: b"x" * 40)
    shelf.ask("a" if left == 3 else "c", lambda: made.append(1) or b"")
    assert bool(made) == (left == 2), "the one asked for again stays, the other goes"


def test_what_is_kept_stands_at_the_store_it_is_of_and_goes_with_it():
    @kept(most=10)
    def answer(word, store, number):
        made.append((word, number))
        return Answer()

    made = []
    one, other = Store(None, None), Store(None, None)
    assert answer("a", one, 1) is answer("a", one, 1)
    assert answer("a", other, 1) is not answer("a", one, 1)
    assert made == [("a", 1)] * 2
    gone = weakref.ref(answer("a", one, 1))
    del one
    gc.collect()
    assert gone() is None


def test_a_new_release_lets_go_of_all_that_was_computed_from_the_one_before(store, monkeypatch):
    @kept(most=10)
    def answer(store):
        return Answer()

    monkeypatch.setattr(open_module, "_shown", {})
    monkeypatch.setattr(open_module, "load", lambda release, _: Store(release, store.connection))
    gone = weakref.ref(answer(open_module._opened(store.release, None)))
    assert gone() is answer(open_module._opened(store.release, None))
    open_module._opened(replace(store.release, digest="of another"), None)
    gc.collect()
    assert gone() is None
