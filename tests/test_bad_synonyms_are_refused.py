"""A file of synonyms that would mislead the search is refused with the entry's name."""

import pytest

from app.across.wanted import wanted
from app.catalogue.cards import catalogue
from app.catalogue.refusals import BadCard
from app.catalogue.synonyms import phrase_of, read_synonyms, synonyms
from app.release import check as checks
from app.words.say import LANGUAGES, IncompleteText

SOUND = """
[words.wage]
kk = ["жалақы"]
ru = ["зарплата", "заработная плата"]
en = ["wage"]
[places.KZ-47]
ru = ["Мангышлак"]
[sectors.health]
en = ["doctors"]
"""
BROKEN = {
    "a language is missing": ('[words.a]\nkk = ["а"]\nru = ["б"]', "[words.a]: en missing"),
    "a list is blank": ('[words.a]\nkk = []\nru = ["б"]\nen = ["c"]', "kk missing"),
    "a fourth language": (
        '[words.a]\nkk = ["а"]\nru = ["б"]\nen = ["c"]\nde = ["d"]',
        "unknown key de",
    ),
    "a text for a list": ('[words.a]\nkk = "а"\nru = ["б"]\nen = ["c"]', "kk: a list"),
    "a number for a phrase": ('[words.a]\nkk = [1]\nru = ["б"]\nen = ["c"]', "kk: a list"),
    "no entry": ("[words]\na = 1", "[words.a]: lists of phrases"),
    "a blank phrase": ('[words.a]\nkk = [" "]\nru = ["б"]\nen = ["c"]', "has no word"),
    "a phrase of empty words": ('[words.a]\nkk = ["а"]\nru = ["и"]\nen = ["c"]', "has no word"),
    "the same phrase in another form": (
        '[words.a]\nkk = ["а"]\nru = ["забастовка", "забастовок"]\nen = ["c"]',
        "“забастовок” stands in [words.a] as “забастовка”",
    ),
    "the same phrase in two entries": (
        '[words.a]\nkk = ["а"]\nru = ["б"]\nen = ["c"]\n'
        '[words.b]\nkk = ["г"]\nru = ["Б"]\nen = ["d"]',
        "[words.b]: “Б” stands in [words.a]",
    ),
    "an unknown place": ('[places.KZ-99]\nru = ["Там"]', "[places.KZ-99]: unknown code"),
    "an unknown sector": ('[sectors.magic]\nru = ["маги"]', "[sectors.magic]: unknown code"),
    "a place without a name": ("[places.KZ-47]\n", "[places.KZ-47]: no phrase"),
    "an unknown table": ("[verbs.a]\n", "unknown key verbs"),
}


def read(text, folder):
    path = folder / "synonyms.toml"
    path.write_text(text, encoding="utf-8")
    return read_synonyms([path], catalogue().places, catalogue().sectors)


@pytest.mark.parametrize("fault", BROKEN)
def test_each_fault_is_refused_with_its_entry(fault, tmp_path):
    text, told = BROKEN[fault]
    with pytest.raises(BadCard) as refused:
        read(text, tmp_path)
    assert told in str(refused.value)
    assert str(refused.value).startswith("synonyms.toml")


def test_what_is_no_toml_is_refused(tmp_path):
    with pytest.raises(IncompleteText, match=r"synonyms\.toml"):
        read("[words", tmp_path)


def test_a_sound_file_is_read_whole(tmp_path):
    read_whole = read(SOUND, tmp_path)
    assert [len(group) for group in read_whole.groups] == [1, 2, 1]
    assert set(read_whole.places) == {"KZ-47"}
    assert set(read_whole.sectors) == {"health"}


def test_a_release_is_not_built_with_broken_synonyms(monkeypatch):
    def broken():
        raise BadCard("synonyms.toml [words.a]: en missing")

    monkeypatch.setattr(checks, "synonyms", broken)
    tables, problems = checks.checked()
    assert tables == {}
    assert [(problem.file, problem.detail) for problem in problems] == [
        ("synonyms.toml [words.a]", "en missing")
    ]


def test_each_phrase_of_the_project_is_understood_as_all_of_its_language():
    for group in synonyms().groups:
        for phrase in group:
            typed = " ".join(part.partition(":")[2] or part for part in phrase)
            # What is cut twice may be cut shorter; a phrase that survives it means its group.
            if any(phrase == phrase_of(typed, language) for language in LANGUAGES):
                assert any(set(group) <= word for word in wanted(typed).words), typed
