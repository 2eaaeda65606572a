"""How codes, sources, picks and the release are said in the viewer's language; decides nothing."""

from __future__ import annotations

import re

from app.catalogue.cards import Card, Catalogue, catalogue
from app.charts.base import Names
from app.release.releases import Release
from app.store.documents import documents
from app.store.kept import kept
from app.store.store import Row, Store
from app.view import View
from app.words.federation import federation
from app.words.numbers import day, period, plural, short_day
from app.words.say import say
from app.words.sentences import inside


def names_for(card: Card, view: View, store: Store, known: Catalogue) -> Names:
    """Return how an exhibit's codes and numbers read in the view's language, and what is picked."""
    language = view.language
    places = frozenset({view.place}) if view.place else frozenset[str]()
    sectors = store.sections(view.sector) if view.sector else frozenset[str]()
    return Names(
        language=language,
        card=card,
        unit_short=known.units[card.unit].short[language],
        name=lambda kind, code: _named_here(store, known, kind, code, language),
        period=lambda code: period(code, language),
        picks={"place": places, "sector": sectors},
    )


def _named_here(store: Store, known: Catalogue, kind: str, code: str, language: str) -> str:
    """Return the name of a code; of a conflict that has no words yet, the enterprise as the
    document names it.
    """
    said = name_of(known, kind, code, language)
    return _enterprises(store).get(code, said) if kind == "series" and said == code else said


@kept(most=1)
def _enterprises(store: Store) -> dict[str, str]:
    rows = store.rows("select conflict, enterprise from conflicts")
    return {row["conflict"]: row["enterprise"] for row in rows}


def name_of(known: Catalogue, kind: str, code: str, language: str, *, full: bool = False) -> str:
    """Return the name of a code, short or in full; an unknown code as it is.

    `kind` is place, sector, structure, series, measure, sex or age; `sector_short` is the short
    name as it stands inside a sentence.
    """
    if kind == "measure":
        return known.measures[code].name[language] if code in known.measures else code
    if kind in {"sex", "age"}:
        return _person(kind, code, language)
    if kind == "sector_short":
        short = name_of(known, "sector", code, language)
        # An organisation is called by its own name, whose capital stays.
        return short if known.sector_kinds.get(code) == "organisation" else inside(short)
    if kind == "series" and (found := known.series_of(code)):
        series, when = found
        words = (series.name if full else series.short)[language]
        return words.replace("{when}", short_day(when, language)) if when else words
    named = {
        "place": known.places,
        "sector": known.sectors,
        "structure": known.sectors,
        "series": known.series,
    }[kind].get(code)
    if named is None:
        return say(language, "total") if code == "_T" else code
    return (named.name if full and code != federation().country else named.short)[language]


def _person(kind: str, code: str, language: str) -> str:
    if kind == "sex":
        return say(language, {"F": "women", "M": "men"}.get(code, "total"))
    if code in {"_T", "_Z"}:
        return say(language, "total")
    years = code.removeprefix("Y").replace("-", "–").replace("_GE", "≥ ").replace("_LT", "< ")
    last = int(re.findall(r"\d+", years)[-1])
    return plural(last, say(language, "years_of_age", years=years), language)


@kept(most=1)
def _sources(store: Store) -> dict[str, Row]:
    return {
        row["source"]: row
        for row in store.rows("select source, publisher, title, date from sources")
    }


def source_names(codes: list[str], language: str, store: Store, known: Catalogue) -> str:
    """Return the short names of sources, each once: the document's own, or its publisher's; where a
    publisher's code stands for many (the press, say), the outlet and the days of its publications.
    """
    sources, named = _sources(store), documents(store)
    shown: dict[str, list[str]] = {}
    for code in codes:
        if code in named:
            shown.setdefault(named[code][language], [])
        elif code in sources:
            row = sources[code]
            publisher = known.publishers[row["publisher"]]
            outlet = _outlet(row["title"]) if publisher.outlets else ""
            days = shown.setdefault(outlet or publisher.name[language], [])
            if publisher.dated and row["date"] != "n.d.":
                days.append(row["date"])
    return "; ".join(", ".join((name, *_days(days, language))) for name, days in shown.items())


def _outlet(title: str) -> str:
    """Return the outlet that a source's title begins with, without whom it quotes;
    blank if none.
    """
    outlet, colon, _ = title.partition(":")
    return outlet.partition("(")[0].partition(", quoting")[0].strip() if colon else ""


def _days(codes: list[str], language: str) -> list[str]:
    """Return the days of several publications: one in full, of more their years."""
    if len(set(codes)) <= 1:
        return [short_day(code, language) for code in dict.fromkeys(codes)]
    return sorted({code[:4] for code in codes})


def release_words(store: Store, language: str) -> str:
    """Return the release's number and day in words, before them what it is if it is marked."""
    said = say(
        language,
        "release",
        number=str(store.release.number),
        date=day(store.release.published, language),
    )
    return _marked(said, store.release, language)


def release_number_words(store: Store, language: str) -> str:
    """Return the release's number in words, before it what it is if it is marked."""
    said = say(language, "release_short", number=str(store.release.number))
    return _marked(said, store.release, language)


def mark_words(release: Release, language: str) -> str:
    """Return the sentence that must stand wherever a marked release is shown; blank if it is not
    marked.
    """
    return say(language, f"mark_{release.mark}") if release.mark else ""


def _marked(said: str, release: Release, language: str) -> str:
    if not release.mark:
        return said
    return f"{say(language, f'mark_short_{release.mark}')} · {said}"


def picked_in_words(view: View) -> list[str]:
    """Return what is picked in words: region, sector, year."""
    known, language = catalogue(), view.language
    named = [known.places[view.place].name[language]] if view.place else []
    named += [known.sectors[view.sector].name[language]] if view.sector else []
    return named + ([say(language, "until", year=view.period)] if view.period else [])
