"""Reads JSON-stat 1 and 2 into long lines, one for each value of its list; interprets no code."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from app.intake.table.files import within
from app.intake.table.grid import Book, Grid, Value
from app.intake.table.remarks import Refused, refused


def read_json(data: bytes, name: str) -> Book:
    """Return every dataset of a JSON-stat file; raise Refused for other JSON, naming the fault."""
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refused(refused("broken_file", why=type(error).__name__)) from error
    try:
        sets = list(_datasets(whole))
        if not sets:
            raise Refused(refused("no_jsonstat"))
        grids = tuple(_grid(one, label or name) for label, one in sets)
    except (KeyError, TypeError, IndexError, AttributeError, ValueError) as error:
        raise Refused(refused("no_jsonstat", why=str(error))) from error
    first = sets[0][1]
    about = tuple(str(first[key]) for key in ("source", "updated") if key in first)
    notes = first.get("note", [])
    return Book(
        "jsonstat",
        grids,
        str(first.get("label", "")),
        (*about, *(str(one) for one in (notes if isinstance(notes, list) else [notes]))),
    )


def _datasets(whole: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if not isinstance(whole, dict):
        return
    if whole.get("class") == "collection":
        for number, one in enumerate(whole.get("link", {}).get("item", []), 1):
            if isinstance(one, dict) and "value" in one:
                yield str(one.get("label", number)), one
    elif "value" in whole:
        yield "", whole
    elif isinstance(whole.get("dataset"), dict):
        yield "", whole["dataset"]
    else:  # JSON-stat 1: datasets by their names
        for label, one in whole.items():
            if isinstance(one, dict) and "value" in one:
                yield str(label), one


def _grid(one: Mapping[str, Any], name: str) -> Grid:
    dimensions = one["dimension"]
    ids = one.get("id") or dimensions["id"]
    sizes = one.get("size") or dimensions["size"]
    codes = [_codes(dimensions[each]) for each in ids]
    if [len(each) for each in codes] != list(sizes):
        raise ValueError(f"size {sizes}, categories {[len(each) for each in codes]}")
    count = 1
    for size in sizes:
        count *= size
    within(count, count * (len(ids) + 2))
    values = _listed(one["value"], count)
    status = _listed(one.get("status"), count)
    if len(values) != count:
        raise ValueError(f"{len(values)} values for {count} cells")
    named = [str(dimensions[each].get("label") or each) for each in ids]
    heads: list[Value] = [*named, "status", "value"]
    lines: list[tuple[Value, ...]] = [tuple(heads)]
    for number, cell in enumerate(product(*codes)):
        value = values[number]
        lines.append((*cell, status[number], value if value is not None else ":"))
    width = len(ids)
    return Grid(
        name,
        tuple(lines),
        labels=tuple(range(width + 1)),
        values=(width + 1,),
        counted="value",
    )


def _codes(dimension: Mapping[str, Any]) -> list[str]:
    """Return the categories in their order: by label where there is one, else by code."""
    category = dimension["category"]
    labels = category.get("label", {})
    index = category.get("index", labels)
    codes = list(index) if isinstance(index, list) else sorted(index, key=lambda one: index[one])
    if isinstance(index, dict) and index is labels:
        codes = list(labels)
    named = [str(labels.get(code, code)) for code in codes]
    return _unlike(codes, named)


def _unlike(codes: list[str], named: list[str]) -> list[str]:
    """Return the labels, with its code where two are the same: two counties of two states."""
    seen: dict[str, int] = {}
    for label in named:
        seen[label] = seen.get(label, 0) + 1
    return [
        f"{label} [{code}]" if seen[label] > 1 else label
        for code, label in zip(codes, named, strict=True)
    ]


def _listed(cells: Any, count: int) -> list[Any]:
    """Return one entry for each cell of a list, an object by number, one word for all, nothing."""
    if isinstance(cells, list):
        return cells if len(cells) != 1 or count == 1 else cells * count
    if isinstance(cells, dict):
        listed: list[Any] = [None] * count
        for number, cell in cells.items():
            listed[int(number)] = cell
        return listed
    return [cells] * count
