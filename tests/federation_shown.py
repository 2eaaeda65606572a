"""Builds the data folder that the environment names and prints, as JSON, what its federation shows:
run by tests/test_another_federation.py in a process of its own, because names are read once.
"""

from __future__ import annotations

import json

from app.catalogue.cards import catalogue
from app.catalogue.pages import REGION, SECTOR, known_pages
from app.catalogue.stories import own_story, stories
from app.exhibit.assemble import assemble
from app.exhibit.code import code_of, shown_by
from app.exports.csv import as_csv
from app.plain import embed
from app.plain.proof import receipt_of
from app.plain.receipt_page import receipt_html
from app.release.build import build
from app.screen.compose import compose
from app.stage.deck import deck
from app.store.open import open_current
from app.view import View
from app.words.say import LANGUAGES

BASE = "https://dashboard.example/"


def main() -> None:
    """Print pages, shows, receipts, embeds and files by name and language."""
    built, _ = build()
    store, known = open_current(), catalogue()
    one = known.card("safety/deaths_by_union")
    assert one is not None
    shown: dict[str, str] = {}
    for language in LANGUAGES:
        whole = View(language)
        for page in known_pages():
            shown[f"page {page} {language}"] = compose(page, whole, (), store).decode()
        for story in (*stories(), own_story()):
            shown[f"story {story.id} {language}"] = deck(story, (), whole, store, BASE).decode()
        exhibit = assemble(one, whole, store)
        code = code_of(one, whole, built.number)
        found = shown_by(code)
        assert found is not None
        shown[f"receipt {language}"] = receipt_html(receipt_of(found, one, language, BASE))
        shown[f"embed {language}"] = embed.page(exhibit, whole, store, base=BASE, code=code)
        shown[f"csv {language}"] = as_csv(exhibit, whole, store).decode()
    here = View("en", "XN-PORT")
    for page, view in ((REGION, here), (SECTOR, View("en", sector="vehicles"))):
        shown[f"page {page} here en"] = compose(page, view, (), store).decode()
    card = known.card("disputes/appeals_by_region")
    assert card is not None
    again = shown_by(code_of(card, here, built.number))
    print(
        json.dumps(
            {
                "mark": built.mark,
                "pages": list(known_pages()),
                "exhibits": {card.id: card.chart for card in known.cards()},
                "place": again and again.place,
                "stories": [story.id for story in stories()],
                "shown": shown,
            }
        )
    )


if __name__ == "__main__":
    main()
