"""Forms of a word have one stem in each language; numbers, years and quarters are read however they
are typed.
"""

import pytest

from app.words.stems import fold, stem, stems
from app.words.typed import typed

FORMS = {
    "ru": [
        "зарплата зарплаты зарплат зарплатой зарплату",
        "несчастный несчастные несчастного несчастных",
        "случай случаи случаев случаях случаем",
        "договор договоры договоров договорами",
        "забастовка забастовки забастовок забастовками",
        "соглашение соглашения соглашений соглашениям соглашением",
        "организация организаций организациями",
        "молодёжь молодежи молодёжью",
        "отрасль отрасли отраслей",
        "женщина женщины женщин",
        "погибший погибшие погибших",
    ],
    "kk": [
        "жалақы жалақысы жалақының жалақыға жалакы",
        "жанжал жанжалы жанжалдар жанжалдары жанжалдарының",
        "шарт шарты шарттар шарттың шарттары",
        "кәсіподақ кәсіподағы кәсіподақтар кәсіподағының касиподак",
        "оқиға оқиғалар оқиғалардың оқиғасы",
        "Маңғыстау Маңғыстауда Маңғыстаудағы Маңғыстаудың Мангыстау",
        "жастар жастардың жастарға",
        "көлік көлігі көліктер",
    ],
    "en": [
        "wage wages",
        "strike strikes striking",
        "accident accidents accident’s",
        "agency agencies",
        "organisation organization organisations",
        "labour labor",
        "business businesses",
    ],
}


@pytest.mark.parametrize(
    ("language", "forms"), [(language, forms) for language in FORMS for forms in FORMS[language]]
)
def test_all_forms_of_a_word_have_one_stem(language, forms):
    assert len({stem(fold(form), language) for form in forms.split()}) == 1


def test_different_words_keep_different_stems():
    for language, words in {
        "ru": "труд труба погибшие пострадавшие договор спор женщины мужчины минимум минимальный",
        "kk": "еңбек ереуіл жастар жалақы шарт сала өлім әйелдер ерлер",
        "en": "wage strike accident death injury member women men",
    }.items():
        assert len(stems(words, language)) == len(words.split())


def test_codes_and_numbers_have_no_endings():
    for code in ("labour_conflicts", "kz-47", "3.2.1", "2025-q2"):
        assert stem(code, "en") == stem(code, "ru") == code


@pytest.mark.parametrize(
    ("letters", "neighbours"), [("Өңір ҚАЛАСЫ", "Онир каласы"), ("Ұлытау үй һәм", "Улытау уи хам")]
)
def test_kazakh_letters_may_be_typed_on_a_russian_keyboard(letters, neighbours):
    assert fold(letters).replace("й", "и") == fold(neighbours)


def test_yo_and_ye_are_one_letter_and_all_blanks_and_dashes_are_one():
    assert fold("Ёлка\u00a0—\u202f\u2009 1") == "елка - 1"


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1 227", (1227,)),
        ("1227", (1227,)),
        ("1,227", (1.227, 1227)),
        ("1.227", (1.227, 1227)),
        ("1,227,947", (1227947,)),
        ("1 227,9", (1227.9,)),
        ("24,3", (24.3,)),
        ("24.3", (24.3,)),
        ("24 %", (24,)),
        ("\u22123,2", (-3.2,)),
        ("448 тыс.", (448000,)),
        ("448 мың", (448000,)),
        ("2,3 млрд", (2.3e9,)),
        ("2 million", (2e6,)),
        ("2 025", (2025,)),
    ],
)
def test_a_number_is_read_however_it_is_written(text, readings):
    read = typed(fold(text), range(1990, 2050))
    assert [number.readings for number in read.numbers] == [pytest.approx(readings)]
    assert not read.years
    assert not read.rest.strip(" .")


@pytest.mark.parametrize(
    "text", ["24%", "24 %", "24 процента", "24 пайыз", "24%-ға", "24 per cent"]
)
def test_a_share_is_known_by_its_sign_or_word(text):
    assert typed(fold(text), ()).numbers[0].percent


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2026", [(2026, 2026)]),
        ("в 2025 году", [(2025, 2025)]),
        ("2025 жылы", [(2025, 2025)]),
        ("2025-те", [(2025, 2025)]),
        ("2025-го года", [(2025, 2025)]),
        ("2025г.", [(2025, 2025)]),
        ("2021–2024 гг.", [(2021, 2024)]),
        ("2024 2025", [(2024, 2024), (2025, 2025)]),
    ],
)
def test_a_year_is_read_with_the_word_beside_it(text, years):
    read = typed(fold(text), range(1990, 2050))
    assert list(read.years) == years
    assert not read.numbers
    assert read.rest.strip(" .") in {"", "в"}


@pytest.mark.parametrize("text", ["KZ-47", "3.2.1", "2-Т", "15–24", "№ 131x", "2025-03", "8.8.1"])
def test_codes_sections_and_ages_are_no_numbers(text):
    read = typed(fold(text), range(1990, 2050))
    assert not read.numbers
    assert not read.years


@pytest.mark.parametrize("text", ["2 квартал", "2-й квартал", "2-тоқсан", "2nd quarter", "Q2"])
def test_a_quarter_is_read_in_each_language(text):
    assert typed(fold(text), ()).rest.split() == ["q2"]
