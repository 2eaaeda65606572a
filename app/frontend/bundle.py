"""Puts the modules of an entry together into one script, each behind those it imports; knows JavaScript only by its words import and export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_IMPORT = re.compile(r'^import (?:\{(?P<names>[^}]*)\} from )?"(?P<path>[^"\n]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function |class |const |let )", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_NAMED = re.compile(r"^(?P<exported>export )?(?:async )?(?:function|class|const|let|var) (?P<name>[\w$]+|.)", re.MULTILINE)
# What types say and what comments on lines of their own say is for readers of the source.
_TYPES = re.compile(r"[ \t]*/\*\*.*?\*/[ \t]?(?:\n(?=[ \t]*\S)|)", re.DOTALL)
_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)


class BadModule(ValueError):
    """A module that cannot stand with the others in one script; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Module:
    """A module as it is written: what it imports by path, what it names at its top, which of that it exports, and its text without either word."""

    path: Path
    imports: dict[Path, tuple[str, ...]]
    names: frozenset[str]
    exports: tuple[str, ...]
    text: str


def bundle(entry: Path) -> bytes:
    """Return the script of an entry with all that it imports; what the entry exports, the script exports. Raise BadModule if they do not go together."""
    modules = list(_ordered(entry.resolve(), {}, ()))
    owners: dict[str, Path] = {}
    for module in modules:
        for name in sorted(module.names):
            if name in owners:
                raise BadModule(f"{module.path}: {name} is a name of {owners[name]} too; in one script each is taken once")
            owners[name] = module.path
    exported = f"export {{ {', '.join(modules[-1].exports)} }};\n" if modules[-1].exports else ""
    return ("\n".join(module.text for module in modules) + exported).encode()


def _ordered(path: Path, done: dict[Path, Module], way: tuple[Path, ...]) -> Iterator[Module]:
    """Yield a module behind those it imports, each once."""
    if path in way:
        raise BadModule(" imports ".join(str(one) for one in (*way[way.index(path):], path)))
    if path in done:
        return
    module = read(path)
    for other, names in module.imports.items():
        yield from _ordered(other, done, (*way, path))
        if missing := set(names) - set(done[other].exports):
            raise BadModule(f"{path}: {other} does not export {', '.join(sorted(missing))}")
    done[path] = module
    yield module


def read(path: Path) -> Module:
    """Read one module; raise BadModule if it is missing or imports, exports or names in a way that one script cannot have."""
    try:
        source = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadModule(f"{path}: there is no such module") from error
    text = _COMMENT.sub("", _TYPES.sub("", source))
    imports: dict[Path, tuple[str, ...]] = {}
    for found in _IMPORT.finditer(text):
        names = tuple(name.strip() for name in (found["names"] or "").split(",") if name.strip())
        if renamed := [name for name in names if " as " in name]:
            raise BadModule(f"{path}: {renamed[0]}: in one script a name stays as it is")
        other = (path.parent / found["path"]).resolve()
        imports[other] = (*imports.get(other, ()), *names)
    text = _IMPORT.sub("", text)
    named = list(_NAMED.finditer(text))
    text = _EXPORT.sub("", text)
    if other := _OTHER.search(text):
        raise BadModule(f"{path}: {other[0].strip()}: only `import {{ … }} from`, `import` and `export` before a name are understood")
    if odd := [one["name"] for one in named if not re.fullmatch(r"[\w$]+", one["name"])]:
        raise BadModule(f"{path}: at its top a module names one thing at a time, not several ({odd[0]})")
    names = [one["name"] for one in named]
    if twice := {name for name in names if names.count(name) > 1}:
        raise BadModule(f"{path}: {', '.join(sorted(twice))} named twice")
    return Module(path, imports, frozenset(names), tuple(one["name"] for one in named if one["exported"]), text.strip() + "\n")
