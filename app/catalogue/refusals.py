"""What is said of a card, an area or a code list that is refused; reads nothing."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping
from typing import Any


class BadCard(ValueError):
    """A card, an area or a code list that the house refuses; the message names file and fault."""


def refuse_unknown(entry: Mapping[str, Any], known: Container[str], where: str) -> None:
    """Raise BadCard if an entry has a key that nothing reads."""
    if strangers := sorted(key for key in entry if key not in known):
        raise BadCard(f"{where}: unknown key {', '.join(strangers)}")


def require_one_of(value: object, allowed: Collection[str], where: str) -> None:
    """Raise BadCard if a value is not among those allowed."""
    if value not in allowed:
        raise BadCard(f"{where}: {value} is not one of {', '.join(sorted(allowed))}")
