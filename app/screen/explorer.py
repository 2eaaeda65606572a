"""The search over all figures: its page, and a page of what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.across.explorer import FIGURES, STATISTICS, cells
from app.across.search import Found, Question, found
from app.across.shown import Shown, shown
from app.across.wanted import PLACE
from app.catalogue.cards import catalogue
from app.catalogue.pages import address
from app.exhibit.code import code_again, receipt_address, shown_by
from app.screen.cards import link_to
from app.screen.content import Content
from app.screen.payload import (
    Cell,
    ExplorerBlock,
    FiguresAnswer,
    FurtherCell,
    LinkCell,
    ReceiptLink,
)
from app.store.store import Store
from app.view import View
from app.words.numbers import number
from app.words.say import say

_STEP = 100


def figures_found(question: Question, view: View, store: Store, start: int = 0) -> FiguresAnswer:
    """Return one page of what the explorer finds: how many, and a hundred rows from `start`, each
    with a link to the exhibit that shows it, in the view in which it does.
    """
    language = view.language
    hits = found(question, view, store)
    every = hits.entries
    rows: list[list[Cell]] = []
    for entry in every[start : start + _STEP]:
        measure, breakdown, *others = cells(entry, language, store)
        link = _link(shown(entry, view, store), view)
        rows.append([FurtherCell(measure, breakdown), *others, link])
    receipt = _receipt(question.words, language)
    # A receipt's code is no word: that no figure holds it is nothing to speak of.
    said = "" if receipt and not every else _said(hits, language)
    return FiguresAnswer(len(every), said, rows, receipt)


def _link(where: Shown | None, view: View) -> LinkCell:
    """Return the link to a number's exhibit; if only its counts are there, or none shows it, the
    link says so and leads to them, or to the documents.
    """
    language = view.language
    if where is None:
        sources = address("sources", View(language), "documents")
        return LinkCell(text=say(language, "figures_not_shown"), page="sources", href=sources)
    link = link_to(where.card, where.view)
    if where.itself:
        return link
    return replace(link, text=say(language, "figures_from_counts", exhibit=link.text))


def _said(hits: Found, language: str) -> str:
    """Return how many were found and what narrowed them, or what to try if there is nothing."""
    if not hits.entries:
        return say(language, "figures_none")
    count = number(len(hits.entries), language)
    filters = "; ".join(dict.fromkeys(_filters(hits, language)))
    if not filters:
        return say(language, "figures_found", count=count)
    return say(language, "figures_narrowed", count=count, filters=filters)


def _filters(hits: Found, language: str) -> Iterator[str]:
    known = catalogue()
    for name in hits.names:
        named = known.places if name.kind == PLACE else known.sectors
        yield from (named[code].name[language] for code in sorted(name.codes))
    for first, last in hits.years:
        yield str(first) if first == last else f"{first}\u2013{last}"


def _receipt(text: str, language: str) -> ReceiptLink | None:
    """Return where a typed receipt's code leads; None if it is none. Without an exhibit of that
    name, chance words and numbers would be codes.
    """
    typed = shown_by(text)
    if typed is None or typed.card is None:
        return None
    code = code_again(typed)
    said = say(language, "receipt_link", code=code)
    return ReceiptLink(receipt_address("./", code, language), said)


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
