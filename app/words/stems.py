"""What stays of a word in whatever form it is typed, in Kazakh, Russian and English.

Simple endings, no dictionary: it serves a search and must not be used to write words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.words.say import LANGUAGES

# Kazakh letters are typed on a Russian keyboard as their neighbours; ё is rarely typed at all.
_FOLD = str.maketrans(
    "ёәғқңөұүһі\u2010\u2011\u2012\u2013\u2014\u2212\u2019\u02bc", "еагкноуухи------''"
)
_BLANKS = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
# A word keeps its inner hyphens, points and underscores: KZ-47, 3.2.1, labour_conflicts.
_TOKEN = re.compile(r"[^\W_]+(?:[-./_'][^\W_]+)*")
# Words that stand beside every other word and tell nothing.
_EMPTY = frozenset(
    (
        *("в", "во", "на", "по", "с", "со", "и", "из", "у", "о", "об", "от", "до", "за", "для"),
        *("к", "ко", "при", "the", "a", "an", "of", "in", "at", "on", "for", "and", "to", "by"),
        *("from", "мен", "бен", "пен", "жане", "бойынша", "ушин", "туралы"),
    )
)
# Of a Russian word: endings of cases, numbers and genders, the longest first.
_RUSSIAN = (
    *("иями", "ыми", "ими", "ого", "его", "ому", "ему", "ами", "ями", "иях", "иям", "ием"),
    *("ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ой", "ей", "ых", "их", "ую", "юю"),
    *("ым", "им", "ом", "ем", "ам", "ям", "ах", "ях", "ов", "ев", "ою", "ею", "ия", "ии", "ию"),
    *("ью", "ье", "ья", "а", "я", "о", "е", "ы", "и", "у", "ю", "ь", "й"),
)
# Of a Kazakh word in folded letters: what hangs on it (case, owner, many), one behind the other.
_KAZAKH = (
    *("ндагы", "ндеги", "дагы", "деги", "тагы", "теги"),
    *("нын", "нин", "дын", "дин", "тын", "тин", "дан", "ден", "тан", "тен", "нан", "нен"),
    *("мен", "бен", "пен", "лар", "лер", "дар", "дер", "тар", "тер", "нда", "нде"),
    *("да", "де", "та", "те", "га", "ге", "ка", "ке", "на", "не", "ны", "ни", "ды", "ди"),
    *("ты", "ти", "сы", "си", "ы", "и"),
)
_VOICELESS, _VOWELS = "пктсшфхцчщ", "аеиоуыэюя"
_LEAST = 3


def fold(text: str) -> str:
    """Return the text as it is compared: in small letters, with one kind of blank and of dash.

    Kazakh letters stand as their Russian neighbours.
    """
    return _BLANKS.sub(" ", text.lower().translate(_FOLD)).strip()


def tokens(text: str) -> list[str]:
    """Return the words and numbers of a text, folded, in their order."""
    return _TOKEN.findall(fold(text))


def telling(words: list[str]) -> list[str]:
    """Return the words without those that tell nothing."""
    return [word for word in words if word not in _EMPTY]


def stems(text: str, language: str) -> frozenset[str]:
    """Return what stays of each word of a text that is in `language`; of a word with a hyphen,
    also of its parts.
    """
    found = telling(tokens(text))
    for token in found[:]:
        first, *others = token.split("-")
        # What is not fatal is no death.
        if others and first != "non" and not any(sign.isdigit() for sign in token):
            found += [first, *others]
    return frozenset(stem(token, language) for token in found)


def every_stem(token: str) -> tuple[str, ...]:
    """Return what stays of a typed word if it is Kazakh, Russian, English: nobody says which."""
    return tuple(stem(token, language) for language in LANGUAGES)


@lru_cache(maxsize=65536)
def stem(token: str, language: str) -> str:
    """Return a folded word without its endings, behind a sign of the language whose rules it was
    cut by: only what was cut alike is compared. Codes and numbers stay as they are.
    """
    if not token.replace("-", "").replace("'", "").isalpha():
        return token
    cyrillic = any("\u0400" <= sign <= "\u04ff" for sign in token)
    if cyrillic == (language == "en"):
        # An abbreviation or a name in the other alphabet has no endings of this language.
        return token
    return f"{language}:{_CUT[language](token)}"


def _russian(word: str) -> str:
    for ending in _RUSSIAN:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word.removesuffix(ending)
            break
    # забастовок, забастовка: the vowel comes and goes.
    if len(word) > 4 and word.endswith(("ок", "ек")):
        word = word[:-2] + "к"
    return word


def _kazakh(word: str) -> str:
    cut = True
    while cut:
        cut = False
        for ending in _KAZAKH:
            rest = word.removesuffix(ending)
            if rest != word and len(rest) >= _LEAST and _hangs(ending, rest[-1]):
                word, cut = rest, True
                break
    # кәсіподақ, кәсіподағы; мектеп, мектебі: before a vowel the last letter is voiced.
    return word[:-1] + {"г": "к", "б": "п"}.get(word[-1], word[-1])


def _hangs(ending: str, before: str) -> bool:
    """Return whether a Kazakh ending can stand behind a letter: its first sound
    follows the last.
    """
    if before == "о":
        return False
    if ending[0] in "тк":
        return before in _VOICELESS
    if ending[0] in "дгл":
        return before not in _VOICELESS
    if ending[0] == "с":
        return before in _VOWELS
    if ending[0] == "н":
        return before in _VOWELS or before in "мн"
    return ending not in {"ы", "и"} or before not in _VOWELS


def _english(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > 5:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "ches", "shes", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _LEAST:
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) > _LEAST:
            word = word.removesuffix(ending)
            break
    # labor, labour; organization, organisation; strike, striking.
    return word.replace("labor", "labour").replace("iz", "is").removesuffix("e")


_CUT = {"kk": _kazakh, "ru": _russian, "en": _english}
