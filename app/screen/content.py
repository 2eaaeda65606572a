"""What a page is asked for: its title, its lead, its blocks; composes none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.screen.payload import Block
from app.store.store import Store
from app.view import View


@dataclass(frozen=True, slots=True)
class Content:
    """What is a page's own. `deck` names what of it can be presented and taken along as slides;
    `about_one` says that it is about one region or sector already, and leads to no such page.
    """

    title: str
    lead: str
    blocks: Sequence[Block]
    deck: str = ""
    printable: bool = False
    about_one: bool = False


Composer = Callable[[View, Store], Content]
