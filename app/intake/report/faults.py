"""One thing that is wrong with a returned workbook, said in words; looks for none itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.intake.report.words import tell


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a cell, or (`column` blank) with a line, or (`row` 0) with a sheet.

    `kind` is an entry of text/kit.toml, `slots` are its words. `asked`: it may be right, and a word
    in the comment says so.
    """

    sheet: str
    row: int
    column: str
    kind: str
    slots: Mapping[str, object] = field(default_factory=dict)
    asked: bool = False

    def say(self, language: str) -> str:
        """Return what is wrong and what to do, in the editor's language."""
        slots = dict(self.slots)
        if isinstance(keys := slots.get("columns"), list):
            slots["columns"] = ", ".join(
                f"“{tell(language, f'column_{key}', year='', before='').strip()}”" for key in keys
            )
        said = tell(language, self.kind, **slots)
        return f"{said} {tell(language, 'confirm')}" if self.asked else said
