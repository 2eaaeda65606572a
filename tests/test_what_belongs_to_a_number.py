"""A doubt, a turning point and how exactly a number is printed go where the number is said."""

import dataclasses
import re

import pytest

from app.exhibit.assemble import assemble
from app.exhibit.checked import explanation
from app.exhibit.numbers import doubts_about, modality_in, weight
from app.exhibit.provisos import against, doubted, turning_point
from app.view import View
from app.words.exactness import as_sign, in_words, kazakh_endings
from app.words.say import LANGUAGES, say
from app.words.sentences import slot_names


def test_every_number_that_a_check_doubts_is_a_number_of_the_facts(store):
    doubted = [row for row in store.rows("select * from checks") if row["doubts"]]
    assert len(doubted) > 15
    assert {against(row) for row in doubted} == {"itself", "source", "time"}
    assert all(weight(row) >= 2 for row in doubted), "what doubts a number is more than a wording"
    found = {(row["check"], row["measure"]) for row in store.rows("from doubted_numbers")}
    assert found == {
        (row["check"], measure)
        for row in doubted
        if row["result"] != "agrees"
        for measure in re.findall(r"([a-z_0-9]+)@", row["doubts"])
    }


def test_a_doubt_follows_its_number_to_every_exhibit_that_shows_it(known, store):
    """The check of strikes names two exhibits; the headline number of strikes says it, too."""
    told = {}
    for card in known.cards():
        one = assemble(card, View("en"), store)
        for check in doubts_about(card, [*one.marks, *one.finding_rows], store):
            told.setdefault(check["check"], set()).add(card.id)
            assert one.doubted
            said = explanation(check, "en")
            assert not said or said in [note.text for note in one.notes]
    assert "disputes/tile_strikes" in told["cross_strikes_2025"]
    assert sum(len(cards) for cards in told.values()) > 1.5 * len(told)


def test_a_change_between_doubted_numbers_is_neither_better_nor_worse(known, store):
    tiles = [assemble(card, View("ru"), store) for card in known.cards() if card.kind.headline]
    doubted = [one for one in tiles if one.doubted]
    assert doubted
    assert {one.headline.judgement for one in doubted} == {"neutral"}
    assert {one.headline.judgement for one in tiles} > {"better", "worse"}


def test_the_sentence_says_the_doubt_on_which_its_conclusion_hangs(known, store):
    """Unless the exhibit shows what the other source says: then its sentence tells both."""
    card = known.card("disputes/strikes")
    one = assemble(card, View("ru"), store)
    slots = {row["series"]: row for row in one.finding_rows}
    name = next(name for name, row in slots.items() if row["value"] == 5)
    alone = dataclasses.replace(card, measures=("strikes",))
    for language in LANGUAGES:
        told = doubted(f"{{{name}}}", slots, alone, language, store)
        assert told == [say(language, "doubted_source")]
    assert doubted("{nothing}", slots, alone, "ru", store) == []
    assert "strikes_ministry" in card.measures
    assert "11" in one.title


LINE = [
    {"period": str(2018 + step), "place": "KZ", "sector": "_T", "series": "_T", "value": value}
    for step, value in enumerate((30.0, 21.0, 17.4, 19.5, 22.4))
]


def test_a_line_that_turned_names_the_point_at_which_it_did(store):
    assert turning_point(LINE[0], LINE[-1], LINE, 1, store) == (LINE[2], "low")
    falling = LINE[:3]
    assert turning_point(falling[0], falling[-1], falling, 1, store) is None
    # What the sentence rounds away is no turn.
    almost = [*LINE[:3], {**LINE[3], "value": 17.44}]
    assert turning_point(almost[0], almost[-1], almost, 1, store) is None
    other_line = [*LINE, {**LINE[2], "place": "KZ-47", "value": 3.0}]
    assert turning_point(LINE[0], LINE[-1], other_line, 1, store) == (LINE[2], "low")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_over_a_span_hides_that_the_last_step_goes_against_it(language, known, store):
    tried = 0
    for card in known.cards():
        one = assemble(card, View(language), store)
        slots = {row["series"]: row for row in one.finding_rows}
        case = next(name for name in slots if name.startswith("case.")).removeprefix("case.")
        template = card.finding[case][language] if case in card.finding else ""
        if not {"first", "now"} <= slot_names(template) & set(slots):
            continue
        marks = list(one.marks)
        point = turning_point(slots["first"], slots["now"], marks, card.decimals, store)
        if point:
            tried += 1
            assert str(point[0]["period"])[:4] in one.title, (card.id, one.title)
    assert tried > 5


@pytest.mark.parametrize(
    ("printed", "modality"),
    [
        ("более 60", "more_than"),
        ("Более 12 430 профсоюзных лидеров", "more_than"),
        ("превысил 567 тыс. пользователей", "more_than"),
        ("почти 10 тысяч", "almost"),
        ("около 382 видеоматериала", "about"),
        ("не менее 10%", "at_least"),
        ("до 2,6 млрд", ""),
        ("1 340 публикаций", ""),
        ("", ""),
    ],
)
def test_how_exactly_a_number_is_printed_is_read_from_its_first_words(printed, modality):
    assert modality_in(printed) == modality


@pytest.mark.parametrize(
    ("language", "said"),
    [("kk", "60-тан астам"), ("ru", "более 60"), ("en", "more than 60")],
)
def test_more_than_is_said_wherever_the_number_is_said(language, said, known, store):
    partners = assemble(known.card("international/tile_partners"), View(language), store)
    assert partners.headline.value.replace("\u00a0", " ") == said
    # Beside other organisations the federation stands under its own code.
    named = assemble(known.card("international/partners"), View(language), store)
    assert said in named.title.replace("\u00a0", " ")
    assert as_sign("60", "more_than") == ">\u00a060"
    assert as_sign("60", "") == in_words("60", "", language) == "60"


@pytest.mark.parametrize(
    ("number", "endings"),
    [
        ("60", ("тан", "қа")),
        ("10", ("нан", "ға")),
        ("10 000", ("нан", "ға")),
        ("300", ("ден", "ге")),
        ("21 730", ("дан", "ға")),
        ("44", ("тен", "ке")),
        ("80%", ("дан", "ға")),
        ("208", ("ден", "ге")),
    ],
)
def test_the_endings_of_a_kazakh_numeral_are_those_it_is_spoken_with(number, endings):
    assert kazakh_endings(number.replace(" ", "\u00a0")) == endings


def test_no_sentence_says_more_than_twice(known, store):
    twice = (
        "более более",
        "более чем более",
        "не менее более",
        "почти почти",
        "около около",
        "more than more than",
        "almost almost",
        "about about",
        "at least at least",
    )
    for language in LANGUAGES:
        for card in known.cards():
            title = assemble(card, View(language), store).title.replace("\u00a0", " ")
            assert not [words for words in twice if words in title], (card.id, title)


def test_a_source_line_names_the_outlet_and_the_day_and_never_a_genre(known, store):
    genres = [known.publishers[code].name for code in ("press", "secondary", "other")]
    outlets = set()
    for card in known.cards():
        one = assemble(card, View("ru"), store)
        assert not [genre for genre in genres if genre["ru"] in one.source.split(", ")], card.id
        if "Alau.kz" in one.source:
            outlets.add(card.id)
    assert outlets


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_country_s_number_beside_a_picked_sector_says_that_it_is_the_sector_s(
    store, known, language
):
    card = known.card("disputes/tile_appeals")
    whole = assemble(card, View(language, "KZ-47"), store).tile
    sector = assemble(card, View(language, "KZ-47", "oil_gas"), store).tile
    assert whole.country.startswith(say(language, "in_country", value="")[:4])
    assert sector.country.startswith(say(language, "sector_in_country", value="").strip())
