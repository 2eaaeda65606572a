"""What an exhibit must say of editions: which checks still speak of what it shows, and which of its
numbers another edition printed otherwise; decides no finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.catalogue.cards import Card, catalogue
from app.exhibit.names import name_of
from app.facts.tables import SELECTOR
from app.store.documents import document_name, editions
from app.store.kept import kept
from app.store.store import Row, Store
from app.words.federation import federation
from app.words.numbers import period, with_unit
from app.words.say import say
from app.words.sentences import capital

_Key = tuple[str, ...]


def is_newest(source: str, store: Store) -> bool:
    """Say whether a document is the newest edition of its line, or stands alone."""
    known = editions(store)
    own = known.get(source)
    return own is None or all(
        own.order >= other.order for other in known.values() if other.line == own.line
    )


def speaks_of(check: Row, rows: Iterable[Row], store: Store) -> bool:
    """Say whether what a check found is about what an exhibit shows.

    A check belongs to its edition. Where rows of a later one are shown, it speaks only if the
    exhibit also shows a period that the check is about as its own edition prints it.
    """
    known = editions(store)
    own = known.get(str(check["document"]))
    if own is None:
        return True
    shown = [row for row in rows if row["source"] in known]
    line = [row for row in shown if known[str(row["source"])].line == own.line]
    if all(known[str(row["source"])].order <= own.order for row in line):
        return True
    periods = _periods(check) or {own.about}
    return any(row["source"] == own.source and row["period"] in periods for row in line)


def _periods(check: Row) -> set[str]:
    sides = " ".join(str(check[side] or "") for side in ("left", "right", "doubts"))
    return {found[3].split("/")[0] for found in SELECTOR.finditer(sides)}


def revised(card: Card, rows: Iterable[Row], language: str, store: Store) -> list[str]:
    """Return in words which of the exhibit's numbers another edition of the same publication
    printed otherwise: both numbers, each with its edition.
    """
    otherwise = _printed_otherwise(store)
    if not any(key[0] in card.measures for key in otherwise):
        return []
    found: dict[_Key, str] = {}
    for row in rows:
        for measure in card.measures:
            key = (measure, *(str(row.get(code)) for code in ("period", "place", "sector")))
            for told in otherwise.get(key, ()):
                if row["value"] == told[-1]["value"]:
                    found.setdefault((*key, str(row["value"])), _told(told, language, store))
    return list(found.values())


def _told(told: list[Row], language: str, store: Store) -> str:
    known, first = catalogue(), told[0]
    names = [
        name_of(known, kind, first[kind], language)
        for kind in ("place", "sector", "series")
        if first[kind] not in {federation().country, "_T"}
    ]
    measure = known.measures[first["measure"]]
    what = ", ".join((measure.name[language], *names, period(first["period"], language)))
    short = known.units[measure.unit].short[language]
    printed = "; ".join(
        f"{document_name(row['source'], language, store)} — "
        f"{with_unit(row['value'], measure.unit, short, language, _decimals(row['value']))}"
        for row in told
    )
    return say(language, "revised_between", what=capital(what), printed=printed)


def _decimals(value: float) -> int:
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])


@kept(most=1)
def _printed_otherwise(store: Store) -> Mapping[_Key, list[list[Row]]]:
    """Return, by the codes of a number, what the editions of a line print where they differ: the
    oldest edition first, so that the last is the one that speaks.
    """
    known = editions(store)
    if len({one.line for one in known.values()}) == len(known):
        return {}
    rows = store.rows(
        """
        select measure, period, place, sector, series, value, source
        from figures_as_printed
        where value is not null
        union all
        select measure, period, place, sector, '_T' as series, value, source
        from statistics_as_printed
        where value is not null and sex = '_T' and age = '_T'
        """
    )
    told: dict[_Key, list[Row]] = defaultdict(list)
    for row in rows:
        if row["source"] in known:
            codes = ("measure", "period", "place", "sector", "series")
            line = known[row["source"]].line
            told[(*(row[code] for code in codes), line)].append(row)
    found: dict[_Key, list[list[Row]]] = defaultdict(list)
    for key, same in told.items():
        if len({row["value"] for row in same}) > 1:
            found[key[:4]].append(sorted(same, key=lambda row: known[row["source"]].order))
    return found
