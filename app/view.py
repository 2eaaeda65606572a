"""The frozen View, to and from the URL: codes, never labels; nonsense is named and left out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.words.say import LANGUAGES

NAMES = {"lang": "language", "region": "place", "sector": "sector", "period": "period"}
_SAFE = re.compile(r"[\w./-]{1,24}")


@dataclass(frozen=True, slots=True)
class View:
    """What the viewer chose; None means all."""

    language: str
    place: str | None = None
    sector: str | None = None
    period: str | None = None

    def query(self) -> dict[str, str]:
        """Return the view as URL parameters: the language always, all else only if picked."""
        return {
            name: value for name, attribute in NAMES.items() if (value := getattr(self, attribute))
        }

    def only(self, breakdowns: Sequence[str]) -> View:
        """Return the view without the filters that an exhibit's source cannot follow."""
        return View(
            self.language,
            self.place if "region" in breakdowns else None,
            self.sector if "sector" in breakdowns else None,
            self.period if "period" in breakdowns else None,
        )


@dataclass(frozen=True, slots=True)
class Refusal:
    """A parameter of a link that means nothing here."""

    name: str
    value: str


def from_query(
    raw: Mapping[str, str], allowed: Mapping[str, Sequence[str]], language: str
) -> tuple[View, tuple[Refusal, ...]]:
    """Read a View from URL parameters.

    `allowed` lists the codes of `region`, `sector`, `period`; `language` is used where the link
    names none. Unknown values are returned as Refusals (shortened and stripped of everything but
    letters, digits and `._/-`).
    """
    chosen: dict[str, str] = {"language": language}
    refused = []
    for name, attribute in NAMES.items():
        value = raw.get(name)
        if not value:
            continue
        codes = LANGUAGES if name == "lang" else allowed[name]
        if value in codes:
            chosen[attribute] = value
        else:
            refused.append(Refusal(name, harmless(value)))
    return View(**chosen), tuple(refused)


def unknown_page(path: str) -> Refusal:
    """Return the refusal for an address that is no page."""
    return Refusal("page", harmless(path))


def harmless(value: str, longest: int = 24) -> str:
    """Return a viewer's text, shortened: nothing is left but letters, digits and `._/-`."""
    return "".join(_SAFE.findall(value[:200]))[:longest] or "…"


def browser_language(preferences: str | None, default: str) -> str:
    """Return the first of ours among the browser's languages (`kk-KZ,ru;q=0.9`), else `default`."""
    for part in (preferences or "").split(","):
        code = part.split(";")[0].strip().lower().split("-")[0]
        if code in LANGUAGES:
            return code
    return default
