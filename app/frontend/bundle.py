"""Puts the modules of an entry together into one script, each behind those it imports; knows of
JavaScript only the words import and export and what is named at a module's top.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_IMPORT = re.compile(r'^import (?:\{(?P<names>[^}]*)\} from )?"(?P<path>[^"\n]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function |class |const |let )", re.MULTILINE)
_NEITHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_NAMED = re.compile(
    r"^(?P<exported>export )?(?:async )?(?:function|class|const|let|var) (?P<name>[\w$]+|.)",
    re.MULTILINE,
)
# What types and comments say is for readers of the source: the browser need not fetch it.
_TYPES = re.compile(
    r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*\n|/\*\*(?:(?!\*/).)*\*/[ \t]?", re.MULTILINE | re.DOTALL
)
_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)


class BadModule(ValueError):
    """A module that cannot stand in one script with the others; says which one and why."""


@dataclass(frozen=True, slots=True)
class Module:
    """A module as it is read: the names it imports by path, the names at its top, those of them
    that it exports, and its text without the words import and export.
    """

    path: Path
    imports: dict[Path, tuple[str, ...]]
    names: tuple[str, ...]
    exports: tuple[str, ...]
    text: str


def bundle(entry: Path) -> bytes:
    """Return the script (UTF-8) of an entry and of all that it imports; it exports what the entry
    exports. Raise BadModule if the modules do not go together.
    """
    modules = list(_ordered(entry.resolve(), {}, ()))
    owners: dict[str, Path] = {}
    for module in modules:
        for name in module.names:
            if name in owners:
                raise BadModule(f"{module.path}: {name} is a name in {owners[name]}, too")
            owners[name] = module.path
    exports = ", ".join(modules[-1].exports)
    texts = (*(module.text for module in modules), f"export {{ {exports} }};\n" if exports else "")
    return "".join(texts).encode()


def _ordered(path: Path, done: dict[Path, Module], way: tuple[Path, ...]) -> Iterator[Module]:
    """Yield a module behind those it imports, each once; `way` is how it was come to."""
    if path in way:
        circle = (*way[way.index(path) :], path)
        raise BadModule(f"a circle of imports: {' imports '.join(map(str, circle))}")
    if path in done:
        return
    module = read(path)
    for other, names in module.imports.items():
        yield from _ordered(other, done, (*way, path))
        if missing := [name for name in names if name not in done[other].exports]:
            raise BadModule(f"{path}: {other} does not export {', '.join(missing)}")
    done[path] = module
    yield module


def read(path: Path) -> Module:
    """Read one module; raise BadModule if there is none, or if it imports, exports or names in a
    way that a script of several modules cannot keep.
    """
    try:
        source = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadModule(f"{path}: there is no such module") from error
    text = _COMMENT.sub("", _TYPES.sub("", source))
    imports: dict[Path, tuple[str, ...]] = {}
    for found in _IMPORT.finditer(text):
        names = tuple(filter(None, (name.strip() for name in (found["names"] or "").split(","))))
        if renamed := [name for name in names if " as " in name]:
            raise BadModule(f"{path}: {renamed[0]}: a name stays what it is")
        other = (path.parent / found["path"]).resolve()
        imports[other] = (*imports.get(other, ()), *names)
    text = _IMPORT.sub("", text)
    named = list(_NAMED.finditer(text))
    text = _EXPORT.sub("", text)
    if strange := _NEITHER.search(text):
        raise BadModule(f"{path}: {strange[0]}: no import or export that one script can keep")
    if any(not re.fullmatch(r"[\w$]+", one["name"]) for one in named):
        raise BadModule(f"{path}: at its top a module names one thing at a time")
    names = tuple(one["name"] for one in named)
    if twice := [name for name in names if names.count(name) > 1]:
        raise BadModule(f"{path}: {twice[0]} is named twice")
    exports = tuple(one["name"] for one in named if one["exported"])
    return Module(path, imports, names, exports, text.strip() + "\n")
