"""Numbers, shares, plurals, dates and the alphabet as each language writes them."""

import string
from datetime import date

import pytest

from app.words.numbers import day, number, percent, period, plural
from app.words.say import LANGUAGES, interface, say, sort_key
from app.words.sentences import fill, slot_names

NB, MINUS = "\u00a0", "\u2212"


@pytest.mark.parametrize(
    ("value", "decimals", "kk", "ru", "en"),
    [
        (0, 0, "0", "0", "0"),
        (5, 0, "5", "5", "5"),
        (999, 0, "999", "999", "999"),
        (1234, 0, f"1{NB}234", f"1{NB}234", "1,234"),
        (1234567.8, 1, f"1{NB}234{NB}567,8", f"1{NB}234{NB}567,8", "1,234,567.8"),
        (26604, 0, f"26{NB}604", f"26{NB}604", "26,604"),
        (4.5, 1, "4,5", "4,5", "4.5"),
        (4, 1, "4,0", "4,0", "4.0"),
        (0.21, 2, "0,21", "0,21", "0.21"),
        (-5, 0, f"{MINUS}5", f"{MINUS}5", f"{MINUS}5"),
        (-1234.5, 1, f"{MINUS}1{NB}234,5", f"{MINUS}1{NB}234,5", f"{MINUS}1,234.5"),
        (0.5, 0, "1", "1", "1"),
        (2.5, 0, "3", "3", "3"),
        (-2.5, 0, f"{MINUS}3", f"{MINUS}3", f"{MINUS}3"),
        (22.65, 1, "22,7", "22,7", "22.7"),
        (1.005, 2, "1,01", "1,01", "1.01"),
        (-0.04, 1, "0,0", "0,0", "0.0"),
        (None, 0, "—", "—", "—"),
        (float("nan"), 0, "—", "—", "—"),
    ],
)
def test_a_number_is_written_as_the_language_writes_it(value, decimals, kk, ru, en):
    assert [number(value, language, decimals) for language in ("kk", "ru", "en")] == [kk, ru, en]


@pytest.mark.parametrize(
    ("value", "expected"), [(5, "+5"), (-5, f"{MINUS}5"), (0, "0"), (0.2, "0"), (-0.2, "0")]
)
def test_a_signed_number_carries_its_sign_and_nothing_has_none(value, expected):
    for language in LANGUAGES:
        assert number(value, language, signed=True) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "kk", "ru", "en"),
    [
        (28, 0, "28%", f"28{NB}%", "28%"),
        (69.7, 1, "69,7%", f"69,7{NB}%", "69.7%"),
        (2400, 0, f"2{NB}400%", f"2{NB}400{NB}%", "2,400%"),
        (-28, 0, f"{MINUS}28%", f"{MINUS}28{NB}%", f"{MINUS}28%"),
        (None, 0, "—", "—", "—"),
    ],
)
def test_a_share_carries_its_sign_where_the_language_puts_it(value, decimals, kk, ru, en):
    assert [percent(value, language, decimals) for language in ("kk", "ru", "en")] == [kk, ru, en]


def test_no_ordinary_blank_stands_inside_a_number():
    for language in LANGUAGES:
        assert " " not in number(9876543.21, language, 2) + percent(9876543.21, language, 1)
        assert "\u202f" not in number(9876543.21, language, 2)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (0, "забастовок"),
        (1, "забастовка"),
        (2, "забастовки"),
        (4, "забастовки"),
        (5, "забастовок"),
        (11, "забастовок"),
        (12, "забастовок"),
        (14, "забастовок"),
        (19, "забастовок"),
        (21, "забастовка"),
        (22, "забастовки"),
        (25, "забастовок"),
        (101, "забастовка"),
        (111, "забастовок"),
        (112, "забастовок"),
        (1001, "забастовка"),
        (5483, "забастовки"),
        (1.5, "забастовки"),
        (-1, "забастовка"),
        (2.0, "забастовки"),
    ],
)
def test_a_russian_noun_follows_its_number(value, form):
    assert plural(value, "забастовка|забастовки|забастовок", "ru") == form


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (0, "strikes"),
        (1, "strike"),
        (2, "strikes"),
        (1.0, "strike"),
        (1.5, "strikes"),
        (21, "strikes"),
    ],
)
def test_an_english_noun_follows_its_number(value, form):
    assert plural(value, "strike|strikes", "en") == form


@pytest.mark.parametrize("value", [0, 1, 2, 5, 21, 1.5])
def test_a_kazakh_noun_stays_as_it_is_after_a_number(value):
    assert plural(value, "ереуіл", "kk") == "ереуіл"


@pytest.mark.parametrize(
    ("code", "kk", "ru", "en"),
    [
        ("2025", "2025", "2025", "2025"),
        ("2025-Q2", "2025 ж. 2-тоқсан", "2-й квартал 2025", "Q2 2025"),
        ("2021/2024", "2021–2024", "2021–2024", "2021–2024"),
        ("2025-03", "2025 ж. наурыз", "март 2025 г.", "March 2025"),
        ("2025-02-25", "2025 ж. 25 ақпан", "25 февраля 2025 г.", "25 February 2025"),
    ],
)
def test_a_period_is_written_in_words(code, kk, ru, en):
    written = [
        period(code, language).replace("\u202f", " ").replace(NB, " ")
        for language in ("kk", "ru", "en")
    ]
    assert written == [kk, ru, en]


def test_a_date_is_written_in_full():
    written = {
        language: day(date(2026, 11, 9), language).replace("\u202f", " ").replace(NB, " ")
        for language in LANGUAGES
    }
    assert written == {"kk": "2026 ж. 9 қараша", "ru": "9 ноября 2026 г.", "en": "9 November 2026"}


def test_kazakh_words_stand_in_the_order_of_the_kazakh_alphabet():
    words = [
        "Өскемен",
        "Ыбырай",
        "Атырау",
        "Һ",
        "Үштөбе",
        "Ұлытау",
        "Ілияс",
        "Қарағанды",
        "Ғылым",
        "Әділет",
        "Ңа",
        "Білім",
        "Омбы",
        "Урал",
        "Гүл",
        "Кен",
        "Ни",
        "Хан",
        "Яна",
    ]
    assert sorted(words, key=lambda word: sort_key(word, "kk")) == [
        "Атырау",
        "Әділет",
        "Білім",
        "Гүл",
        "Ғылым",
        "Кен",
        "Қарағанды",
        "Ни",
        "Ңа",
        "Омбы",
        "Өскемен",
        "Урал",
        "Ұлытау",
        "Үштөбе",
        "Хан",
        "Һ",
        "Ыбырай",
        "Ілияс",
        "Яна",
    ]


def test_russian_and_english_words_stand_in_the_order_of_their_alphabets():
    assert sorted(["Ёлка", "Жар", "Еда", "яма", "Абай"], key=lambda word: sort_key(word, "ru")) == [
        "Абай",
        "Еда",
        "Ёлка",
        "Жар",
        "яма",
    ]
    assert sorted(["zinc", "Abai", "almaty"], key=lambda word: sort_key(word, "en")) == [
        "Abai",
        "almaty",
        "zinc",
    ]


def test_a_shorter_word_stands_before_the_longer_one_that_begins_with_it_and_blanks_before_letters():
    assert sorted(
        ["Алматинская", "Алматы", "Алма", "Алма ата"], key=lambda word: sort_key(word, "ru")
    ) == ["Алма", "Алма ата", "Алматинская", "Алматы"]


SLOTS = {
    "now": {
        "value": 27.0,
        "place": "KZ-47",
        "sector": "health",
        "series": "women",
        "period": "2025",
    },
    "share": {"value": 28.46, "place": "KZ", "sector": "_T", "series": "_T", "period": "2024"},
    "big": {"value": 1227.0, "place": "KZ", "sector": "_T", "series": "_T", "period": "2025-Q2"},
}


@pytest.mark.parametrize(
    ("template", "language", "text"),
    [
        ("{now}", "ru", "27"),
        ("{big}", "en", "1,227"),
        ("{share:1}", "kk", "28,5"),
        ("{share:0%}", "ru", f"28{NB}%"),
        ("{share:0%}", "en", "28%"),
        ("{share:1%}", "kk", "28,5%"),
        ("{share:+0}", "ru", "+28"),
        ("{share:+1%}", "en", "+28.5%"),
        ("{now.place}: {now}", "ru", "place=KZ-47: 27"),
        ("{now.sector} {now.series}", "en", "sector=health series=women"),
        ("{now.period} → {big.period}", "en", "2025 → Q2 2025"),
        ("{now} {now#случай|случая|случаев}", "ru", "27 случаев"),
        ("{now} {now#case|cases}", "en", "27 cases"),
        ("no slots at all", "en", "no slots at all"),
    ],
)
def test_a_sentence_is_filled_with_numbers_names_and_plurals(template, language, text):
    assert fill(template, SLOTS, language, 0, lambda kind, code: f"{kind}={code}") == text


def test_a_slot_that_the_query_does_not_give_is_an_error_and_not_a_gap():
    with pytest.raises(KeyError):
        fill("{now} {lost}", SLOTS, "ru", 0, lambda kind, code: code)


def test_the_slots_of_a_template_are_known():
    assert slot_names("{now} {now#a|b} {before.place} {pct:+1%}") == {"now", "before", "pct"}


def test_words_take_their_slots_in_every_language():
    for language in LANGUAGES:
        text = say(language, "reconciliation_lead", count="93", agree="50", differ="43")
        assert all(part in text for part in ("93", "50", "43"))
        assert not set("{}") & set(text)


def test_every_slot_of_the_interface_is_the_same_in_the_three_languages():
    for key, words in interface().items():
        slots = [
            {name for _, name, _, _ in string.Formatter().parse(words[language]) if name}
            for language in LANGUAGES
        ]
        assert slots[0] == slots[1] == slots[2], key
