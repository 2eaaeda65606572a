"""HTML from templates: what a page shows is one dataclass, and whatever it holds is escaped; knows
no page.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any, ClassVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from app.frontend.assets import asset_address
from app.look.theme import variable
from app.paths import FRONTEND
from app.words.say import say
from app.words.sentences import unbroken


@dataclass(frozen=True, slots=True)
class Template:
    """What one page shows: a subclass names the file below `templates/` and has a field for each
    name in it. Words of the interface and addresses of assets a template asks for itself.
    """

    file: ClassVar[str]

    def html(self) -> str:
        """Return the page; raise jinja2.UndefinedError if the file asks for what is not there."""
        shown = {field.name: getattr(self, field.name) for field in fields(self)}
        return environment().get_template(self.file).render(shown)


@cache
def environment() -> Environment:
    """Return the one environment of all templates; each is read and compiled once."""
    one = Environment(
        loader=FileSystemLoader(FRONTEND / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        finalize=_shown,
    )
    one.globals |= {"say": say, "asset": asset_address}
    one.filters |= {"verbatim": _verbatim, "variable": variable}
    return one


def _shown(content: Any) -> Any:
    """Return words as a reader sees them; what is HTML already stays."""
    return (
        unbroken(content)
        if isinstance(content, str) and not isinstance(content, Markup)
        else content
    )


def _verbatim(text: str) -> Markup:
    """Return text that is shown sign by sign, as SQL is: escaped, its blanks left alone."""
    return escape(text)
