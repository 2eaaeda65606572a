"""Reads the breaks of series (the federation's `breaks.toml`): from when and where the numbers of a
measure do not compare with the earlier ones; says which of them a card shows. Draws nothing, knows
no number.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.catalogue.refusals import BadCard, refuse_unknown
from app.words.say import LANGUAGES, Words, read_toml, words

COLUMNS = (
    "break",
    "measure",
    "period",
    "place",
    "sector",
    "series",
    "earlier_source",
    "later_source",
)
_LIMITS = {"places": "place", "sectors": "sector", "series": "series"}
_KEYS = {"since", *_LIMITS, "sources", "lines", "begins", *LANGUAGES}
_PERIOD = re.compile(r"\d{4}(-Q[1-4])?")
# The filter that a card follows if it can show the lines of single places or sectors.
_FOLLOWED = {"place": "region", "sector": "sector"}


@dataclass(frozen=True, slots=True)
class Break:
    """A break as a card shows it: values before and after its period do not compare; `only`: the
    lines (codes) that it concerns, all if none; `begins`: said also where nothing earlier is shown.
    """

    period: str
    words: Words
    only: tuple[str, ...] = ()
    begins: bool = False


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """A break as a fact. `since`: pairs of the first period of the new kind and a measure.

    `limit` is place, sector or series if it concerns only the codes `only`, else blank. `sources`
    are none, the one inside which it lies, or the earlier and the later one. `lines` and `begins`
    are said at the top of the file.
    """

    code: str
    since: tuple[tuple[str, str], ...]
    words: Words
    limit: str = ""
    only: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()

    def of_sources(self, sources: Container[str]) -> bool:
        """Say whether it lies between numbers of these sources."""
        return all(source in sources for source in self.sources)

    def of_lines(self, by: str, breakdowns: Container[str]) -> bool:
        """Say whether a chart whose lines are made by a column can show the codes it concerns: a
        region or a sector only where it follows that filter, a country beside others always.
        """
        if not self.limit:
            return True
        if by != self.limit:
            return False
        countries = by == "place" and not any("-" in code for code in self.only)
        return countries or by not in _FOLLOWED or _FOLLOWED[by] in breakdowns


def read_breaks(path: Path, known: Mapping[str, Container[str]]) -> tuple[SeriesBreak, ...]:
    """Read every break, none if there is no file; `known` are the codes of measures, places,
    sectors and series.

    Raises BadCard for an unknown key or code or a period that is none, IncompleteText for words
    that are missing in a language; either names the break.
    """
    return tuple(
        _read(code, entry, known, f"{path.name}: [{code}]")
        for code, entry in (read_toml(path) if path.is_file() else {}).items()
    )


def _read(code: str, entry: Any, known: Mapping[str, Container[str]], where: str) -> SeriesBreak:
    if not isinstance(entry, dict) or not isinstance(entry.get("since"), dict):
        raise BadCard(f"{where}: since.<period> = [measures] is expected")
    refuse_unknown(entry, _KEYS, where)
    since = tuple(
        (period, measure)
        for period in entry["since"]
        for measure in _codes(entry["since"], period, known["measures"], where)
    )
    for period in entry["since"]:
        if not _PERIOD.fullmatch(period):
            raise BadCard(f"{where}: {period} is neither a year nor a quarter")
    limits = [name for name in (*_LIMITS, "lines") if name in entry]
    if len(limits) > 1:
        raise BadCard(f"{where}: {' and '.join(limits)}: one of them at most")
    sources = _codes(entry, "sources", None, where)
    if len(sources) > 2:
        raise BadCard(f"{where}: sources are one, or an earlier and a later one")
    return SeriesBreak(
        code,
        since,
        words({language: entry[language] for language in LANGUAGES if language in entry}, where),
        next((_LIMITS[name] for name in limits if name in _LIMITS), ""),
        tuple(code for name in _LIMITS for code in _codes(entry, name, known[name], where)),
        sources,
        _codes(entry, "lines", known["series"], where),
        _codes(entry, "begins", {measure for _, measure in since}, where),
    )


def _codes(
    entry: Mapping[str, Any], name: str, known: Container[str] | None, where: str
) -> tuple[str, ...]:
    """Return a list of codes, none if it is not there; `known` None: any code."""
    if name not in entry:
        return ()
    codes = entry[name]
    if not isinstance(codes, list) or not codes or not all(isinstance(one, str) for one in codes):
        raise BadCard(f"{where}: {name}: a list of codes is expected")
    strangers = [code for code in codes if known is not None and code not in known]
    if strangers:
        raise BadCard(f"{where}: {name}: unknown code {', '.join(strangers)}")
    return tuple(codes)


def breaks_shown(
    breaks: Iterable[SeriesBreak],
    *,
    measures: Sequence[str],
    sources: Container[str],
    by: str,
    breakdowns: Container[str],
    named: Iterable[str],
) -> tuple[Break, ...]:
    """Return the breaks that a chart of lines shows, in the order of their periods.

    `by` is the column that makes the lines, `breakdowns` are the filters that the chart follows,
    `named` the lines that its card names.
    """
    lines = frozenset(named)
    shown = []
    for one in breaks:
        if not one.of_sources(sources) or not one.of_lines(by, breakdowns):
            continue
        only = one.only or tuple(line for line in one.lines if line in lines)
        found = [(period, measure) for period, measure in one.since if measure in measures]
        for period in dict.fromkeys(period for period, _ in found):
            begins = any(measure in one.begins for first, measure in found if first == period)
            shown.append(Break(period, one.words, only, begins))
    return tuple(sorted(shown, key=lambda item: item.period))


def break_rows(breaks: Iterable[SeriesBreak]) -> Iterator[dict[str, str]]:
    """Yield the rows of the table `breaks`: one for each break, measure and code, blank = all."""
    for one in breaks:
        for period, measure in one.since:
            for code in one.only or ("",):
                row = dict.fromkeys(COLUMNS, "")
                row |= {"break": one.code, "measure": measure, "period": period}
                row |= {one.limit: code} if one.limit else {}
                if one.sources:
                    row |= {"earlier_source": one.sources[0], "later_source": one.sources[-1]}
                yield row
