"""What is computed from one release and kept beside it: each answer worked out once, however many
ask for it at the same moment, and gone with its store; knows no query and no page.
"""

from __future__ import annotations

import inspect
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class Shelf(Generic[Answer]):
    """Answers by what was asked, the last ones asked for; `most` is how much of them is kept, in
    what `weigh` counts (answers, or their bytes).
    """

    def __init__(self, most: float, weigh: Callable[[Answer], int] = lambda _: 1) -> None:
        self._most, self._weigh, self._weight = most, weigh, 0
        self._kept: OrderedDict[Hashable, Answer] = OrderedDict()
        self._coming: dict[Hashable, _Coming[Answer]] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def ask(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """Return the answer kept under `key`, else what `make` gives.

        Who asks while it is being made waits for it. If `make` raises, those who waited get the
        same error and nothing is kept: who asks later tries anew.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            coming = self._coming.get(key)
            mine = coming is None
            if coming is None:
                coming = self._coming[key] = _Coming()
        if not mine:
            return coming.awaited()
        try:
            answer = make()
        except BaseException as error:
            with self._lock:
                del self._coming[key]
            coming.fail(error)
            raise
        with self._lock:
            del self._coming[key]
            self._keep(key, answer)
        coming.come(answer)
        return answer

    def _keep(self, key: Hashable, answer: Answer) -> None:
        self._kept[key] = answer
        self._weight += self._weigh(answer)
        while self._weight > self._most and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._weight -= self._weigh(oldest)


class _Coming(Generic[Answer]):
    """An answer that one thread is making and others may wait for."""

    def __init__(self) -> None:
        self._done = threading.Event()
        self._answers: list[Answer] = []
        self._error: BaseException | None = None

    def come(self, answer: Answer) -> None:
        self._answers.append(answer)
        self._done.set()

    def fail(self, error: BaseException) -> None:
        self._error = error
        self._done.set()

    def awaited(self) -> Answer:
        self._done.wait()
        if self._error is not None:
            raise self._error
        return self._answers[0]


def kept(
    most: int, weigh: Callable[[Any], int] = lambda _: 1
) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Keep what a function answers on a shelf of the store among its arguments (the one named
    `store`); the others are the key, given by position.
    """

    def decorate(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        place = list(inspect.signature(function).parameters).index("store")

        @wraps(function)
        def asked(*args: Asked.args, **named: Asked.kwargs) -> Answer:
            store: Any = args[place]
            shelf: Shelf[Answer] | None = store.shelves.get(asked)
            if shelf is None:
                # Two threads may make one; all use the one that came first.
                shelf = store.shelves.setdefault(asked, Shelf(most * store.room, weigh))
            key = (*args[:place], *args[place + 1 :], *named.items())
            return shelf.ask(key, lambda: function(*args, **named))

        return asked

    return decorate
