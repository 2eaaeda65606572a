"""Whose dashboard this is: the federation and its country by name, in the forms that a sentence
needs, and the country's code (`federation.toml` of the data folder); knows no fact and no exhibit.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.paths import FEDERATION, federation_folder

# The forms of a name in each language, those that must be given first; a form that is not given is
# the first one, as of a short name that is not declined. Kazakh endings follow the last sound that
# is spoken, which no programme can hear in an abbreviation: all of them must be given.
FORMS = {
    "kk": ("nom", "gen", "dat", "acc", "loc", "abl", "ins", "locadj"),
    "ru": ("nom", "gen", "dat", "acc", "ins", "loc"),
    "en": ("nom", "gen", "indef"),
}
_NEEDED = {"kk": FORMS["kk"], "ru": ("nom",), "en": FORMS["en"]}
SIGNS = ("money",)  # what no language declines
# What stands in words as {@us}, {@us.gen}, {@us_full}, {@country.loc} …: {country} is a number.
NAMES = ("us", "us_full", "country", "country_full", "money", "money_word")
_SLOT = re.compile(r"\{@([a-z_]+)(?:\.([a-z]+))?\}")
# A query says which language it speaks: {@us.kk}, {@us.kk.loc}.
_SPELLED = re.compile(rf"\{{@([a-z_]+)\.({'|'.join(FORMS)})(?:\.([a-z]+))?\}}")
_KEYS = {"id", "country", "organisation", "exhibits", "mark", "names"}
ALL, WITH_FACTS = "all", "with_facts"
EXHIBITS = (ALL, WITH_FACTS)
UNREADABLE, MISSING, WRONG = "unreadable", "missing", "wrong"


class BadFederation(ValueError):
    """The file does not say what it must; names the place and what is missing there.

    `kind` is UNREADABLE, MISSING or WRONG, `place` names what is so, in no language.
    """

    def __init__(self, said: str, kind: str = "", place: str = "") -> None:
        super().__init__(said)
        self.kind, self.place = kind or WRONG, place or said


@dataclass(frozen=True, slots=True)
class Federation:
    """Whose facts the data folder holds.

    `country` is the code of the whole to which all regions belong, `organisation` that of the
    federation itself among organisations, blank if it has none. `exhibits`: ALL, one without facts
    is a fault, or WITH_FACTS, it is not there. `mark` is what each release of the folder is
    (app.release.releases). `names` are the forms by name, language and form.
    """

    id: str
    country: str
    organisation: str
    exhibits: str
    mark: str
    names: dict[str, dict[str, dict[str, str]]]

    def named(self, text: str, language: str) -> str:
        """Return a text with the names of the federation and its country in their places; raise
        BadFederation for a form that the language does not have.
        """

        if "{@" not in text:
            return text
        return _SLOT.sub(lambda match: self._form(match[1], language, match[2] or "nom"), text)

    def spelled(self, text: str) -> str:
        """Return a text that speaks several languages, as a query does, with the names in their
        places; raise BadFederation for a form that a language does not have.
        """
        return _SPELLED.sub(lambda match: self._form(match[1], match[2], match[3] or "nom"), text)

    def _form(self, name: str, language: str, form: str) -> str:
        if name not in NAMES or form not in FORMS[language]:
            raise BadFederation(f"{{@{name}.{form}}}: no such name, or no such form in {language}")
        forms = self.names[name][language]
        return forms.get(form, forms["nom"])


@cache
def federation() -> Federation:
    """Read the file of the data folder once; raise BadFederation."""
    return read_federation(federation_folder() / FEDERATION)


def read_federation(path: Path) -> Federation:
    """Read a federation's file; raise BadFederation naming the place and the fault."""
    try:
        entry = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadFederation(f"{path.name}: {error}", UNREADABLE, str(error)) from error
    if unknown := sorted(set(entry) - _KEYS):
        keys = ", ".join(unknown)
        raise BadFederation(f"{path.name}: unknown key {keys}", WRONG, keys)
    for key in ("id", "country"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise BadFederation(f"{path.name}: {key} is missing", MISSING, key)
    exhibits = entry.get("exhibits", WITH_FACTS)
    if exhibits not in EXHIBITS:
        known = ", ".join(EXHIBITS)
        told = f'exhibits = "{exhibits}" ({known})'
        raise BadFederation(f"{path.name}: exhibits is one of {known}", WRONG, told)
    return Federation(
        entry["id"],
        entry["country"],
        entry.get("organisation", ""),
        exhibits,
        entry.get("mark", ""),
        {name: _forms(entry, name, path.name) for name in NAMES},
    )


def _table(entry: dict[str, Any], key: str) -> dict[str, Any]:
    """Return the table below a key; an empty one if there is none, or something else."""
    found = entry.get(key)
    return found if isinstance(found, dict) else {}


def _forms(entry: dict[str, Any], name: str, file: str) -> dict[str, dict[str, str]]:
    given = _table(_table(entry, "names"), name)
    forms = {}
    for language, needed in _NEEDED.items():
        entry_of = f"[names.{name}.{language}]"
        where = f"{file} {entry_of}"
        needed = ("nom",) if name in SIGNS else needed
        found = _table(given, language)
        if missing := [form for form in needed if not str(found.get(form, "")).strip()]:
            forms_missing = ", ".join(missing)
            told = f"{entry_of}: {forms_missing}"
            raise BadFederation(f"{where}: {forms_missing} missing", MISSING, told)
        if unknown := sorted(set(found) - set(FORMS[language])):
            told = f"{entry_of}: {', '.join(unknown)}"
            raise BadFederation(f"{where}: unknown form {', '.join(unknown)}", WRONG, told)
        if any("'" in str(text) for text in found.values()):
            raise BadFederation(f"{where}: an apostrophe is written ’", WRONG, f"{entry_of}: ' → ’")
        forms[language] = {form: str(text) for form, text in found.items() if str(text).strip()}
    return forms
