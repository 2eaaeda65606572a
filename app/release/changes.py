"""What a release changed of the one before it, fact by fact, who did it and why: compares tables,
says what nobody has accounted for, keeps the list beside the release; publishes and shows nothing.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from app.facts.corrections import Correction, correction_of, selector
from app.facts.editions import Edition, editions_in
from app.facts.problems import Problem
from app.facts.tables import COMPARED, KEYS
from app.release.releases import Release, digest_of_file, manifest_of

NEW, REVISED, WITHDRAWN = "new", "revised", "withdrawn"
KINDS = (NEW, REVISED, WITHDRAWN)
_FILE = "changes.json"
_NAMED = 20
Content = float | str | None
Rows = dict[tuple[str, ...], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Reason:
    """Who changed something, when, and why in three languages; all blank where nobody has said."""

    who: str = ""
    day: str = ""
    why_kk: str = ""
    why_ru: str = ""
    why_en: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that a release has otherwise than the one before it.

    `key` are the codes that name it, `column` the value, `was` and `now` what stood and stands
    there (None: not published, or not there). `earlier` is the source that printed the earlier
    value, where a newer edition of the same publication printed the later one: then the edition is
    the reason.
    """

    kind: str
    table: str
    key: dict[str, str]
    column: str
    was: Content
    now: Content
    earlier: str = ""
    reason: Reason = Reason()

    @property
    def accounted(self) -> bool:
        """Say whether it has a reason, or needs none: what is new, and what a newer edition prints
        otherwise.
        """
        return self.kind == NEW or bool(self.earlier) or bool(self.reason.who)


@dataclass(frozen=True, slots=True)
class Changelog:
    """All that a release changed; `since` is the release it was compared with."""

    release: int
    since: int
    changes: tuple[Change, ...]


def compared(
    earlier: Mapping[str, pa.Table], later: Mapping[str, pa.Table], given: Reason | None = None
) -> tuple[Change, ...]:
    """Return what differs between the facts of two releases, each change with what was entered of
    it; `given` is the reason of those of which nothing was.
    """
    corrections = [Correction(**row) for row in _rows_of(later.get("corrections"))]
    editions = editions_in(_rows_of(later.get("sources")))
    found: list[Change] = []
    for table in COMPARED:
        if table not in earlier or table not in later:
            continue
        was, now = _by_key(table, earlier[table]), _by_key(table, later[table])
        found += _differing(table, was, now, editions)
    return tuple(_with_reason(one, corrections, given) for one in found)


def unaccounted(changes: Iterable[Change]) -> list[Problem]:
    """Return the changes that nobody has accounted for, as problems: of each table and kind the
    first ones, and how many more there are.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for one in changes:
        if not one.accounted:
            found.setdefault((one.table, one.kind), []).append(_said(one))
    return [
        Problem(table, 0, f"unaccounted_{kind}", detail)
        for (table, kind), said in found.items()
        for detail in (*said[:_NAMED], *([f"… + {len(said) - _NAMED}"] if said[_NAMED:] else []))
    ]


def tables_of(release: Release) -> dict[str, pa.Table]:
    """Return the tables of a release that are compared; those that it has."""
    names = (*COMPARED, "sources")
    paths = {name: release.folder / f"{name}.parquet" for name in names}
    return {name: pq.read_table(path) for name, path in paths.items() if path.exists()}


def write(changes: Iterable[Change], folder: Path, since: int) -> None:
    """Write the list beside the tables of a release that is being made."""
    rows = [asdict(one) for one in changes]
    for row in rows:
        if not row["reason"]["who"]:
            del row["reason"]
        if not row["earlier"]:
            del row["earlier"]
    (folder / _FILE).write_text(
        json.dumps({"since": since, "changes": rows}, ensure_ascii=False, indent=0) + "\n",
        encoding="utf-8",
    )


def changelog(release: Release) -> Changelog | None:
    """Return what a release changed; None for a first one, for those from before there was a list,
    and where the list is not the one that was published.
    """
    try:
        if digest_of_file(release.folder / _FILE) != manifest_of(release.folder).get("changes"):
            return None
        told = json.loads((release.folder / _FILE).read_text(encoding="utf-8"))
        changes = tuple(
            Change(**{**row, "reason": Reason(**row.get("reason", {}))}) for row in told["changes"]
        )
        return Changelog(release.number, int(told["since"]), changes)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_lost(release: Release) -> bool:
    """Say whether the list that was published with a release is gone or no longer what it was."""
    return bool(manifest_of(release.folder).get("changes")) and changelog(release) is None


def bring_back(release: Release, folder: Path) -> bool:
    """Take the list of a release from a copy of it, if it was lost and that is the one; say so."""
    if not is_lost(release) or not (copy := folder / _FILE).is_file():
        return False
    if digest_of_file(copy) != manifest_of(release.folder).get("changes"):
        return False
    fresh = release.folder / f".{_FILE}.new"
    shutil.copyfile(copy, fresh)
    fresh.replace(release.folder / _FILE)
    return True


def _differing(
    table: str, was: Rows, now: Rows, editions: Mapping[str, Edition]
) -> Iterator[Change]:
    columns = COMPARED[table]
    printed = _by_edition(table, was, editions)
    for key, row in now.items():
        named = dict(zip(KEYS[table], key, strict=True))
        if key in was:
            for column in columns:
                if was[key][column] != row[column]:
                    yield Change(REVISED, table, named, column, was[key][column], row[column])
            continue
        other = printed.get(_edition_key(named, editions))
        if other is not None and other[columns[0]] != row[columns[0]]:
            values = other[columns[0]], row[columns[0]]
            yield Change(REVISED, table, named, columns[0], *values, earlier=other["source"])
        elif other is None:
            yield Change(NEW, table, named, columns[0], None, row[columns[0]])
    for key, row in was.items():
        if key not in now:
            named = dict(zip(KEYS[table], key, strict=True))
            yield Change(WITHDRAWN, table, named, columns[0], row[columns[0]], None)


def _by_edition(
    table: str, rows: Rows, editions: Mapping[str, Edition]
) -> dict[tuple[str, ...], dict[str, Any]]:
    """Return the rows of lines of publications under what they count, whichever edition printed
    them; of several the newest.
    """
    if "source" not in KEYS[table]:
        return {}
    printed = [row for row in rows.values() if row["source"] in editions]
    printed.sort(key=lambda row: editions[row["source"]].order)
    return {
        _edition_key({name: row[name] for name in KEYS[table]}, editions): row for row in printed
    }


def _edition_key(named: Mapping[str, str], editions: Mapping[str, Edition]) -> tuple[str, ...]:
    """Return a key with the line of publications in the place of its edition; blank if the source
    is no edition.
    """
    edition = editions.get(named.get("source", ""))
    if edition is None:
        return ()
    return tuple(edition.line if name == "source" else code for name, code in named.items())


def _with_reason(one: Change, corrections: list[Correction], given: Reason | None) -> Change:
    if one.kind == NEW or one.earlier:
        return one
    found = correction_of(one.table, one.key, one.was, one.now, corrections)
    if found is None:
        return replace(one, reason=given) if given else one
    reason = Reason(found.who, found.day, found.why_kk, found.why_ru, found.why_en)
    return replace(one, reason=reason)


def _said(one: Change) -> str:
    written = ("" if content is None else _plain(content) for content in (one.was, one.now))
    return f"{selector(one.table, one.key)}: {' → '.join(written)}"


def _plain(content: float | str) -> str:
    return f"{content:.12g}" if isinstance(content, float) else content


def _by_key(table: str, rows: pa.Table) -> Rows:
    return {
        tuple(str(row[name]) for name in KEYS[table]): row
        for row in _rows_of(rows)
        if all(name in row for name in (*KEYS[table], *COMPARED[table]))
    }


def _rows_of(table: pa.Table | None) -> list[dict[str, Any]]:
    return table.to_pylist() if table is not None else []
