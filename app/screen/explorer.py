"""The search over all figures: its page, and a page of what it finds."""

from __future__ import annotations

from app.across.explorer import FIGURES, STATISTICS, Question, cells, found
from app.across.shown import shown
from app.screen.cards import link_to
from app.screen.content import Content
from app.screen.payload import Cell, ExplorerBlock, FiguresAnswer, FurtherCell
from app.store.store import Store
from app.view import View
from app.words.numbers import number
from app.words.say import say

_STEP = 100


def figures_found(question: Question, view: View, store: Store, start: int = 0) -> FiguresAnswer:
    """Return one page of what the explorer finds: how many, and a hundred rows from `start`, each
    with a link to the exhibit that draws it, in the view in which it does.
    """
    language = view.language
    every = found(question, view, store)
    rows: list[list[Cell]] = []
    for entry in every[start : start + _STEP]:
        drawn = shown(entry, view, store)
        measure, breakdown, *others = cells(entry, language, store)
        rows.append([FurtherCell(measure, breakdown), *others, link_to(*drawn) if drawn else ""])
    said = say(language, "figures_found", count=number(len(every), language))
    return FiguresAnswer(len(every), said, rows)


def figures_heads(language: str) -> list[str]:
    """Return the heads of what `app.across.explorer.cells` gives."""
    return [
        say(language, f"column_{name}")
        for name in ("measure", "breakdown", "value", "period", "place", "sector", "source")
    ]


def explorer_page(view: View, store: Store) -> Content:
    """Return the page of the search: heads, kinds, hint, and where its answers come from."""
    language = view.language
    # On the page the breakdown stands behind the measure's name, in one column.
    measure, _, *others = figures_heads(language)
    block = ExplorerBlock(
        columns=[measure, *others, say(language, "column_exhibit")],
        numeric=[False, True, False, False, False, False, False],
        kinds=[
            ("", say(language, "figures_both")),
            (FIGURES, say(language, "figures_union")),
            (STATISTICS, say(language, "figures_official")),
        ],
        hint=say(language, "figures_hint"),
        answer="./api/figures",
        file="./download/figures.csv",
    )
    return Content(say(language, "figures_page"), say(language, "figures_intro"), [block])
