"""Lays an empty data folder for another federation: every file that one needs, what must be written
left blank; writes into no folder that holds anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.catalogue.new import CannotLay
from app.paths import FEDERATION
from app.words.federation import FORMS, NAMES, SIGNS
from app.words.say import LANGUAGES

_HEAD = """\
# Whose dashboard this is: docs/another_federation.md says what each key means.

id = ""
# The code in codes/places.csv of the whole to which all regions belong.
country = ""
# The code in codes/sectors.csv of the federation itself; blank if it has none.
organisation = ""
"""
_CODES = {
    "codes/places.csv": "place,kind,valid_from,valid_to,predecessor\n",
    "codes/sectors.csv": "sector,kind,section\n_T,total,_T\n",
}
_NAMED = """\
# {what}: for each code its full name and, if it has one, its short name.
#
# [CODE]
# name = {{ kk = "", ru = "", en = "" }}
# short = {{ kk = "", ru = "", en = "" }}
"""
_TOTAL = '\n[_T]\nname = { kk = "", ru = "", en = "" }\n'
_PUBLISHERS = """\
# Who published a figure, as printed in a chart's foot: each `publisher` of sources*.csv.
#
# [code]
# kk = ""
# ru = ""
# en = ""
"""
_WORDS = "text"
_SOURCES = "source,publisher,title,date,locator,url,edition_of,about\n"
_FIGURES = "measure,period,place,sector,series,value,unit,status,source,locator,note,printed\n"


def lay_folder(folder: Path) -> list[Path]:
    """Write the files of an empty data folder; return their paths.

    Raises CannotLay if the folder holds anything.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotLay("lay_folder_taken", str(folder))
    laid = []
    for name, text in _files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        laid.append(path)
    return laid


def _files() -> Iterator[tuple[str, str]]:
    yield FEDERATION, _HEAD + "".join(_names())
    yield from _CODES.items()
    yield f"{_WORDS}/places.toml", _NAMED.format(what="Places")
    yield f"{_WORDS}/sectors.toml", _NAMED.format(what="Sectors and organisations") + _TOTAL
    yield f"{_WORDS}/publishers.toml", _PUBLISHERS
    yield "sources/first_report/sources.csv", _SOURCES
    yield "sources/first_report/figures.csv", _FIGURES


def _names() -> Iterator[str]:
    for name in NAMES:
        for language in LANGUAGES:
            forms = ("nom",) if name in SIGNS else FORMS[language]
            blanks = "".join(f'{form} = ""\n' for form in forms)
            yield f"\n[names.{name}.{language}]\n{blanks}"
