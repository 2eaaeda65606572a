"""Which documents are editions of one publication, and what a check asks of each; reads no number.

A check is written once, as a rule: `{year}` and `{year-1}` in its selectors stand for the period
that an edition is about. It is asked of the edition in whose folder it stands, and of each other
edition of the line that prints the numbers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.facts.tables import YEAR, Check

_YEAR = re.compile(r"\{year([+-]\d)?\}")
_RULED = ("left", "right", "doubts", "printed_at")
_NO_DAY = "n.d."


@dataclass(frozen=True, slots=True)
class Edition:
    """One document of a line of publications: the period that it is about, and its day."""

    source: str
    line: str
    about: str
    day: str = ""

    @property
    def order(self) -> tuple[str, str]:
        """Return what sorts editions from the oldest to the newest."""
        return self.day or self.about, self.about


def editions_in(sources: Iterable[Mapping[str, object]]) -> dict[str, Edition]:
    """Return the editions by their source, of rows of `sources`; what stands alone is none."""
    return {
        str(row["source"]): Edition(
            str(row["source"]),
            str(row["edition_of"]),
            str(row["about"] or ""),
            "" if row["date"] in (None, _NO_DAY) else str(row["date"]),
        )
        for row in sources
        if row.get("edition_of")
    }


def undecided(
    facts: Iterable[Mapping[str, object]], codes: Sequence[str], editions: Mapping[str, Edition]
) -> Iterator[str]:
    """Yield the facts, by their codes, that two editions of one line print of which nothing says
    which is the newer.
    """
    printed: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for row in facts:
        edition = editions.get(str(row["source"]))
        if edition is not None:
            fact = (*(row[code] for code in codes if code != "source"), edition.line, edition.order)
            printed[fact].add(edition.source)
    for told, sources in printed.items():
        if len(sources) > 1:
            yield f"{' / '.join(map(str, told[:-2]))} ({', '.join(sorted(sources))})"


def is_rule(check: Check) -> bool:
    """Say whether a check speaks of whatever year its edition is about."""
    return any(_YEAR.search(getattr(check, column)) for column in _RULED)


def asked_of(check: Check, editions: Mapping[str, Edition]) -> tuple[Check, ...]:
    """Return the check as it is asked of each edition of its line, its own first.

    The words of a rule tell its own edition's case: another one has none of its own and is told by
    its kind. A check that is no rule is asked once; a rule without an edition keeps its `{year}`,
    which no number answers.
    """
    own = editions.get(check.document)
    if own is None or not is_rule(check):
        return (check,)
    line = [own, *(one for one in editions.values() if one.line == own.line and one != own)]
    return tuple(_of(check, edition, own) for edition in line if YEAR.fullmatch(edition.about))


def _of(check: Check, edition: Edition, own: Edition) -> Check:
    asked = replace(
        check,
        document=edition.source,
        left=_filled(check.left, edition.about),
        right=_filled(check.right, edition.about),
        doubts=_filled(check.doubts, edition.about),
        printed_at=_filled(check.printed_at, edition.about),
    )
    if edition == own:
        return asked
    name = f"{check.check}@{edition.source}"
    return replace(asked, check=name, why_kk="", why_ru="", why_en="")


def _filled(selectors: str, year: str) -> str:
    return _YEAR.sub(lambda found: str(int(year) + int(found[1] or 0)), selectors)
