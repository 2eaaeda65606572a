"""Every text of the project: one term for one thing, blanks that hold, words spelt as they are."""

import re
import shutil
import subprocess
from functools import cache

import pytest

from app.paths import TEXT
from app.words.say import LANGUAGES, read_toml
from tests.texts import GLOSSARY, texts

ENTRIES = ("term", "name")
WORDS = TEXT / "words"
DICTIONARIES = {"kk": "kk_KZ", "ru": "ru_RU", "en": "en_GB"}
# Letters of one alphabet in a row, with the hyphens and apostrophes inside a word; what hangs on a
# number (35-летие, 42%-ға, 21st) is no word of its own.
CYRILLIC = re.compile(r"(?<![\w%-])[а-яёәғқңөұүһі]{2,}(?:-[а-яёәғқңөұүһі]+)*(?!\w)", re.IGNORECASE)
LATIN = re.compile(r"(?<![\w./-])[a-z]{2,}(?:['-][a-z]+)*(?![\w/]|\.\w)", re.IGNORECASE)
LETTERS = {"kk": CYRILLIC, "ru": CYRILLIC, "en": LATIN}


@cache
def glossary():
    return read_toml(GLOSSARY)


def forbidden(language):
    """Yield what must not be said, as a pattern, with the entry that says so."""
    for kind in ENTRIES:
        for entry in glossary()[kind]:
            for word in entry.get("not", {}).get(language, ()):
                flags = 0 if word != word.lower() else re.IGNORECASE
                yield re.compile(rf"(?<!\w){re.escape(word)}", flags), entry


def without(text, exceptions):
    for allowed in exceptions:
        text = text.replace(allowed, "")
    return text


@cache
def used(language):
    """Return the words that the texts of a language use."""
    return frozenset(
        word
        for one in texts()
        if one.language == language
        for word in LETTERS[language].findall(one.words_only.replace("’", "'"))
    )


def unknown_to_the_dictionary(language):
    asked = subprocess.run(
        ["hunspell", "-d", DICTIONARIES[language], "-i", "utf-8", "-l"],
        input="\n".join(sorted(used(language))),
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr
    return set(asked.stdout.split("\n")) - {""}


def own(language):
    """Return our own list of forms that are right and not in the dictionary."""
    return (WORDS / f"{language}.txt").read_text(encoding="utf-8").split()


def test_every_entry_of_the_glossary_has_the_three_languages_and_forbids_what_it_is_not():
    for kind in ENTRIES:
        for entry in glossary()[kind]:
            assert all(entry[language].strip() for language in LANGUAGES), entry
            assert set(entry) <= {*LANGUAGES, "not", "except"}, entry
            assert set(entry.get("not", {})) <= set(LANGUAGES), entry
            for language in LANGUAGES:
                for word in entry.get("not", {}).get(language, ()):
                    right = without(entry[language], entry.get("except", ()))
                    assert not re.search(rf"(?<!\w){re.escape(word)}", right), entry


def test_the_glossary_names_each_thing_once():
    for kind in ENTRIES:
        for language in LANGUAGES:
            said = [entry[language] for entry in glossary()[kind]]
            if language == "en":
                assert len(said) == len(set(said)), kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_says_two_words_for_one_thing(language):
    patterns = list(forbidden(language))
    assert patterns
    said = [
        f"{one.where}: «{match[0]}», say «{entry[language]}»"
        for one in texts()
        if one.language == language
        for pattern, entry in patterns
        if (match := pattern.search(without(one.words_only, entry.get("except", ()))))
    ]
    assert not said, "\n".join(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_in_the_dictionary_or_in_our_own_list(language):
    if shutil.which("hunspell") is None:
        pytest.skip("hunspell is not installed: tests/install_browser.sh installs it")
    unknown = sorted(unknown_to_the_dictionary(language) - set(own(language)))
    assert not unknown, (
        f"look at each; a right form goes into text/words/{language}.txt: {' '.join(unknown)}"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_list_holds_only_words_that_are_used_and_each_once(language):
    listed = own(language)
    assert listed == sorted(set(listed))
    # The dictionary reads the two halves of a word with a hyphen one by one.
    halves = {half for word in used(language) for half in word.split("-")}
    assert not sorted(set(listed) - used(language) - halves)
