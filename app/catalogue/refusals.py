"""What is said of a card, an area or a code list that is refused; reads nothing."""

from __future__ import annotations

from typing import Any


class BadCard(ValueError):
    """A card, an area or a code list that the house refuses; the message names file and fault."""


def refuse_unknown(entry: dict[str, Any], known: set[str], where: str) -> None:
    """Raise BadCard if an entry has a key that nothing reads."""
    strangers = sorted(set(entry) - known)
    if strangers:
        raise BadCard(f"{where}: unknown key {', '.join(strangers)}")


def require_one_of(value: Any, allowed: set[str], where: str) -> None:
    """Raise BadCard if a value is not among those allowed."""
    if value not in allowed:
        raise BadCard(f"{where}: {value} is not one of {', '.join(sorted(allowed))}")
