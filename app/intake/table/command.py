"""The command `python -m app.intake table FILE`: proposes a mapping, asks what is open, and takes
the table when everything is confirmed; leaves how to the modules beside it.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import hashlib
import re
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.catalogue.cards import catalogue
from app.facts.tables import SOURCES
from app.intake.table.apply import Row, take
from app.intake.table.compare import Change, existing
from app.intake.table.files import content
from app.intake.table.find import Found, find, title_of, wording
from app.intake.table.grid import Book
from app.intake.table.keep import (
    Kept,
    break_entries,
    changes_csv,
    facts_with,
    imports,
    keep,
    record,
    try_facts,
)
from app.intake.table.layout import Block
from app.intake.table.mapping import OPEN, MappingOf, read_mapping, written
from app.intake.table.propose import measure_entry, propose, with_open_words
from app.intake.table.read import read_book
from app.intake.table.remarks import REFUSED, Refused, Remark, message, refused, said
from app.intake.table.weigh import Weighed, weigh
from app.paths import data_folder
from app.words.say import LANGUAGES

_SHOWN = 12  # changes of one kind that are listed on the screen; all are kept


def add_to(kinds: Any) -> None:
    """Add the parser of this kind of intake."""
    parser: argparse.ArgumentParser = kinds.add_parser(
        "table", help="an official table as it is published: xlsx, xls, CSV, SDMX, JSON-stat, PX"
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--mapping", type=Path, metavar="M.toml", help="the mapping to read it by")
    parser.add_argument("--confirm", action="store_true", help="the mapping is right as it is")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done")
    parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Take a table; return 0 if it was taken, 1 if something is to be mended or answered."""
    language: str = options.lang
    try:
        return _run(options, language)
    except Refused as error:
        _print(error.remarks, language)
    except OSError as error:
        name = Path(error.filename or "").name
        _print([refused("cannot_write", file=name, why=type(error).__name__)], language)
    print(message(language, "nothing_taken"), file=sys.stderr)
    return 1


def _print(remarks: Iterable[Remark], language: str) -> None:
    for remark in dict.fromkeys(remarks):
        print(remark.say(language), file=sys.stderr)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one call of the command is about."""

    file: Path
    content: bytes
    digest: str
    beside: Path
    language: str
    started: float


def _run(options: argparse.Namespace, language: str) -> int:
    started = time.perf_counter()
    data = data_folder()
    file: Path = options.file
    whole = content(file)
    digest = hashlib.sha256(whole).hexdigest()
    for earlier in imports(data):
        if earlier.digest == digest:
            folder = earlier.folder.relative_to(data).as_posix()
            raise Refused(refused("same_file", day=earlier.day, folder=folder))
    beside = file.with_name(f"{file.name}.mapping.toml")
    asked = _Asked(file, whole, digest, beside, language, started)
    path: Path = options.mapping or beside
    if not path.exists():
        if options.mapping:
            raise Refused(refused("no_mapping", file=path.name))
        return _propose(asked, data)
    mapping = read_mapping(path)
    if options.confirm:
        mapping = replace(mapping, confirmed=True)
    return _take(asked, data, mapping, path, options.dry_run)


def _propose(asked: _Asked, data: Path) -> int:
    """Write a mapping to confirm and say what is open in it."""
    book = read_book(asked.content, asked.file.stem)
    facts = existing(data / "sources")
    proposal = propose(book, asked.file.name, facts, datetime.date.today())
    if not proposal.mapping.tables:
        raise Refused(refused("no_table"))
    hints = [message(asked.language, "map_hints"), *proposal.hints] if proposal.hints else []
    if proposal.sources:
        hints.insert(0, message(asked.language, "map_sources", sources=", ".join(proposal.sources)))
    text = written(proposal.mapping, asked.language, (), hints)
    asked.beside.write_text(text, encoding="utf-8")
    print(message(asked.language, "proposed", file=str(asked.beside)))
    marks = text.count(f'= "{OPEN}"')
    if marks:
        print(message(asked.language, "open_marks", count=str(marks), file=asked.beside.name))
    for table in proposal.mapping.tables:
        unclear = [axis.name for axis in table.axes if axis.what == OPEN]
        if len(unclear) > 1:
            print(said("register", table.sheet, axes=", ".join(unclear)).say(asked.language))
    return 1


def _take(asked: _Asked, data: Path, mapping: MappingOf, path: Path, dry: bool) -> int:
    """Read the file by its mapping; write if nothing is open."""
    language = asked.language
    _check_source(mapping)
    book = read_book(asked.content, asked.file.stem, mapping.encoding)
    found = find(book, mapping)
    parts, faults, missing = _taken(found, mapping, book, language)
    faults += _twice(parts)
    _print(faults, language)
    if any(remark.level == REFUSED for remark in faults):
        if missing:
            _write_mapping(asked, with_open_words(mapping, missing), (), path)
        print(message(language, "nothing_taken"), file=sys.stderr)
        return 1
    if not any(rows for _, rows in parts):
        raise Refused(refused("no_rows"))
    weighed = _weigh(parts, mapping, data, found, book)
    for remark, answer in weighed.answered:
        print(message(language, "answered", answer=answer, question=remark.say(language)))
    _print(weighed.remarks, language)
    _tell(weighed, asked)
    _print(weighed.open, language)
    if weighed.open or any(one.level == REFUSED for one in weighed.remarks):
        if weighed.open:
            _write_mapping(asked, mapping, weighed.open, path)
        print(message(language, "nothing_taken"), file=sys.stderr)
        return 1
    if not mapping.confirmed and not dry:
        print(message(language, "not_confirmed", file=path.name), file=sys.stderr)
        return 1
    return _write(asked, data, mapping, weighed, _words(found, book), dry)


def _taken(
    found: Found, mapping: MappingOf, book: Book, language: str
) -> tuple[list[tuple[Block, list[Row]]], list[Remark], list[tuple[int, str, str]]]:
    """Return the rows of each table, what is wrong with them, and the words that the mapping lacks;
    print the entries that new measures need.
    """
    today = datetime.date.today()
    parts: list[tuple[Block, list[Row]]] = []
    faults: list[Remark] = [said("left_table", block.grid.name, block.name) for block in found.left]
    missing: list[tuple[int, str, str]] = []
    for table, block in found.pairs:
        taken = take(block, table, book.legend, today)
        parts.append((block, taken.rows))
        faults += taken.remarks
        number = mapping.tables.index(table)
        for remark in taken.remarks:
            slots = dict(remark.slots)
            if remark.kind in {"unknown_word", "unknown_place", "unknown_country"}:
                missing.append((number, slots["axis"], slots["word"]))
            if remark.kind == "unknown_measure":
                title = title_of(block, book)
                title = mapping.source["title"] if title == block.grid.name else title
                print(message(language, "measure_entry"))
                print(measure_entry(slots["word"], table, title))
    return parts, faults, missing


def _check_source(mapping: MappingOf) -> None:
    """Raise Refused for a line of sources that is not filled."""
    said_of = mapping.source
    open_ones = [
        name
        for name in ("source", "publisher", "title", "date", "locator")
        if said_of.get(name, OPEN) in {OPEN, ""}
    ]
    if open_ones:
        raise Refused(*(refused("source_open", name=name) for name in open_ones))
    if not re.fullmatch(r"[a-z0-9_]+", said_of["source"]):
        raise Refused(refused("bad_source", source=said_of["source"]))
    if not re.fullmatch(r"[a-z0-9_]+", said_of.get("folder") or "official"):
        raise Refused(refused("bad_source", source=said_of["folder"]))
    if said_of["publisher"] not in catalogue().publishers:
        raise Refused(refused("unknown_code", word=f"publisher = {said_of['publisher']}"))


def _twice(parts: Sequence[tuple[Block, list[Row]]]) -> list[Remark]:
    """Name what two tables of a file say differently; leave what they say alike once."""
    first: dict[tuple[str, ...], Row] = {}
    remarks = []
    for _, rows in parts:
        for row in list(rows):
            earlier = first.setdefault(row.key, row)
            if earlier is row:
                continue
            if earlier.value == row.value or not row.value:
                rows.remove(row)
            else:
                remarks.append(
                    refused(
                        "key_twice",
                        row.sheet,
                        row.cell,
                        what=" ".join(row.key),
                        other=f"«{earlier.sheet}» {earlier.cell}",
                        one=earlier.value,
                        two=row.value,
                    )
                )
    return remarks[:20]


def _words(found: Found, book: Book) -> dict[str, tuple[str, ...]]:
    """Return for each table the words that define it, by the name it keeps from year to year."""
    return {
        f"{table.sheet} | {number}": wording(block, book)
        for number, (table, block) in enumerate(found.pairs, 1)
    }


def _weigh(
    parts: Sequence[tuple[Block, list[Row]]],
    mapping: MappingOf,
    data: Path,
    found: Found,
    book: Book,
) -> Weighed:
    source = mapping.source["source"]
    earlier = [one for one in imports(data) if one.folder.parent.name == source]
    before = earlier[-1].wording if earlier else {}
    words = {
        table: (list(before[table]), now)
        for table, now in _words(found, book).items()
        if table in before
    }
    return weigh(parts, mapping, existing(data / "sources"), _editions(data, mapping), words)


def _editions(data: Path, mapping: MappingOf) -> dict[str, str]:
    """Return of which line of publications each source is, as far as sources say it."""
    if "edition_of" not in SOURCES:
        return {}
    found: dict[str, str] = {}
    for path in (data / "sources").glob("*/sources*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found |= {row["source"]: row.get("edition_of") or "" for row in csv.DictReader(file)}
    return found | {mapping.source["source"]: mapping.source.get("edition_of", "")}


def _write_mapping(
    asked: _Asked, mapping: MappingOf, questions: Sequence[Remark], path: Path
) -> None:
    """Write the questions into the mapping beside the file; one that came from elsewhere stays."""
    text = written(mapping, asked.language, questions)
    asked.beside.write_text(text, encoding="utf-8")
    marks = text.count(f'= "{OPEN}"')
    print(message(asked.language, "open_marks", count=str(marks), file=str(asked.beside)))


def _tell(weighed: Weighed, asked: _Asked) -> None:
    """Print what the table changes."""
    language = asked.language
    changes = weighed.changes
    print(
        message(
            language,
            "result",
            rows=str(len(weighed.rows)),
            new=str(len(changes.of("new"))),
            revised=str(len(changes.of("revised"))),
            equal=str(changes.equal),
            gone=str(len(changes.of("gone"))),
            blank=str(sum(not row.value for row in weighed.rows)),
            seconds=f"{time.perf_counter() - asked.started:.1f}",
        )
    )
    for kind in ("revised", "gone", "new"):
        several = [one for one in changes.of(kind) if one.before or one.after]
        for one in several[:_SHOWN]:
            print(f"  {_change(one, language)}")
        if len(several) > _SHOWN:
            print(f"  {message(language, 'changes_more', count=str(len(several) - _SHOWN))}")


def _change(one: Change, language: str) -> str:
    key = " ".join(part for part in one.key if part != "_T")
    text = message(language, f"change_{one.kind}", key=key, before=one.before, after=one.after)
    place = f"«{one.sheet}» {one.cell} " if one.cell else ""
    return f"{place}{text}"


def _write(
    asked: _Asked,
    data: Path,
    mapping: MappingOf,
    weighed: Weighed,
    words: dict[str, tuple[str, ...]],
    dry: bool,
) -> int:
    """Write facts, source and the kept import, or say which files these would be."""
    language = asked.language
    source = mapping.source["source"]
    files = facts_with(data, mapping, weighed.rows, weighed.gone, weighed.replaced)
    try_facts(data, files)
    day = datetime.date.today().isoformat()
    folder = data / "imports" / source / f"{day}-{asked.digest[:12]}"
    own = {
        "mapping.toml": written(replace(mapping, confirmed=True), language),
        "changes.csv": changes_csv(weighed.changes.changes),
        "import.toml": record(
            asked.file.name,
            day,
            asked.digest,
            source,
            {
                "new": len(weighed.changes.of("new")),
                "revised": len(weighed.changes.of("revised")),
                "gone": len(weighed.gone),
                "equal": weighed.changes.equal,
            },
            words,
        ),
    }
    if weighed.breaks:
        own["breaks.toml"] = break_entries(source, weighed.breaks)
    paths = [*files, folder]
    names = ", ".join(path.relative_to(data).as_posix() for path in paths)
    if dry:
        print(message(language, "would_write", files=names))
        return 0
    keep(data, Kept(files, folder, own), asked.file, asked.content)
    print(message(language, "was_written", files=names))
    if weighed.breaks:
        print(message(language, "break_entry", file=str(folder / "breaks.toml")))
    return 0
