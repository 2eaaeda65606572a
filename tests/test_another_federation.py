"""Another federation is another data folder: a made-up one shows its own regions, sectors and names
in three languages, and nothing of the federation that came with the programme.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib

import pytest

from app.catalogue.__main__ import main
from app.catalogue.cards import catalogue, considered
from app.catalogue.folder import lay_folder
from app.release.build import FactsRefused, build
from app.release.check import checked
from app.words.federation import FORMS, NAMES, BadFederation, federation, read_federation
from app.words.say import LANGUAGES, entries
from tests.conftest import ROOT

MADE_UP = ROOT / "examples" / "machine_builders"
# How FPRK and its country are called anywhere; codes of measures (`fprk_members`) and of colours
# are no names.
OTHERS = re.compile(r"FPRK|ФПРК|ҚРКФ|Kazakhstan|Казахстан|Қазақстан|\bKZ\b|KZ-|тенге|теңге|tenge|₸")


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """What the made-up federation shows, from a copy of its folder."""
    folder = tmp_path_factory.mktemp("federation") / "data"
    shutil.copytree(MADE_UP, folder, ignore=shutil.ignore_patterns("releases", "cache"))
    settings = os.environ | {"UNION_INDICATORS_DATA": str(folder)}
    answer = subprocess.run(
        [sys.executable, "-m", "tests.federation_shown"],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0, answer.stderr[-3000:]
    return json.loads(answer.stdout)


# What a block of a page is made of: without any of it, it is a hole.
PARTS = {
    "tiles": "tiles",
    "lists": "lists",
    "section": "exhibits",
    "area": "exhibits",
    "contents": "items",
}


def blocks_of(shown):
    for name, text in shown["shown"].items():
        if name.startswith("page "):
            for block in json.loads(text)["blocks"]:
                yield name, block


def test_it_says_nothing_of_the_federation_that_came_with_the_programme(shown):
    found = {
        (name, text[max(0, match.start() - 60) : match.end() + 40])
        for name, text in shown["shown"].items()
        for match in OTHERS.finditer(text)
    }
    assert not found


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("kk", ("НМЖО", "Айлақ", "Көлік жасау", "Нортау")),
        ("ru", ("Машпрофа", "Гавань", "Транспортное машиностроение", "Нортау")),
        ("en", ("UMB", "Haven", "Vehicle building", "Nortau", "a UMB union")),
    ],
)
def test_it_speaks_of_itself_in_three_languages(shown, language, says):
    every = " ".join(text for name, text in shown["shown"].items() if name.endswith(f" {language}"))
    assert [word for word in says if word not in every] == []
    assert "{@" not in every
    mark = {"kk": "ойдан шығарылған", "ru": "вымышлены", "en": "made up"}[language]
    for name, text in shown["shown"].items():
        if name.endswith(f" {language}"):
            assert mark in text, name
    assert shown["mark"] == "demonstration"


def test_what_has_no_facts_leaves_no_hole(shown):
    # A dozen indicators: some areas have none of them, and no page.
    assert "safety" in shown["pages"]
    assert {"youth", "international", "promises", "method", "programmes"}.isdisjoint(shown["pages"])
    assert len(shown["exhibits"]) > 25
    for name, block in blocks_of(shown):
        here = " here " in name
        if part := PARTS.get(block["type"]):
            assert block[part], (name, block["type"])
        for tile in block.get("tiles", ()):
            assert here or tile["value"] != "—", (name, tile["label"])
        for exhibit in block.get("exhibits", ()):
            assert not exhibit["failed"], (name, exhibit["id"])
            assert exhibit["table"]["rows"], (name, exhibit["id"])
        if block["type"] == "table" and "sources" in name:
            assert block["rows"], (name, block["title"])
    nav = json.loads(shown["shown"]["page front en"])["nav"]
    assert [item["page"] for item in nav] == shown["pages"]


def test_without_boundaries_a_map_is_a_ranking(shown):
    assert catalogue().card("disputes/appeals_map").chart == "map"
    assert shown["exhibits"]["disputes/appeals_map"] == "ranking"
    assert "map" not in shown["exhibits"].values()


def test_its_story_and_the_codes_of_its_receipts_are_its_own(shown):
    assert shown["stories"] == ["safety"]
    assert "Fewer people were killed" in shown["shown"]["story safety en"]
    # Its regions have names for codes, where ours have numbers.
    assert shown["place"] == "XN-PORT"


def test_what_only_one_federation_can_show_is_not_there_for_others(shown):
    ours = {card.id for card in considered().cards() if card.only_for}
    assert {card.only_for for card in considered().cards()} == {"", federation().id}
    assert ours
    assert ours.isdisjoint(shown["exhibits"])


def test_our_own_folder_leaves_nothing_out():
    cards = {f"{path.parent.name}/{path.stem}" for path in ROOT.glob("queries/*/[!_]*.toml")}
    assert {card.id for card in catalogue().cards()} == cards
    assert federation().exhibits == "all"


def test_no_name_of_ours_is_typed_in_a_card_a_query_or_the_programmes_words():
    names = re.compile(r"\bFPRK\b|ФПРК|ҚРКФ|'KZ'|\bKazakhstan\b(?! regions)")
    files = [
        *ROOT.glob("queries/**/*.sql"),
        *ROOT.glob("queries/**/*.toml"),
        *(path for path in ROOT.glob("text/**/*.toml") if path.name != "glossary.toml"),
    ]
    found = [
        f"{path.relative_to(ROOT)}: {line[:120]}"
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if names.search(line) and not line.startswith(("#", "["))
    ]
    assert found == []


def federation_with(tmp_path, old, new):
    path = tmp_path / "federation.toml"
    text = (ROOT / "data" / "federation.toml").read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('country = "KZ"', "", "country is missing"),
        ('exhibits = "all"', 'exhibits = "some"', "exhibits is one of"),
        ('abl = "ҚРКФ-дан"', "", "[names.us.kk]: abl missing"),
        ('gen = "FPRK’s"', 'gen = "FPRK\'s"', "an apostrophe is written ’"),
        ('gen = "FPRK’s"', 'genitive = "FPRK’s"', "gen missing"),
        ('id = "fprk"', 'id = "fprk"\nnames_of = "x"', "unknown key names_of"),
        ('id = "fprk"', "id = fprk", "federation.toml"),
    ],
)
def test_a_fault_of_the_file_is_named(tmp_path, old, new, told):
    with pytest.raises(BadFederation, match=re.escape(told)):
        read_federation(federation_with(tmp_path, old, new))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "fprk"', "id = fprk", "файл не читается: "),
        ('id = "fprk"', 'id = ""', "не хватает: id; "),
        ('abl = "ҚРКФ-дан"', "", "не хватает: [names.us.kk]: abl; "),
        (
            'id = "fprk"',
            'id = "fprk"\nmark = "secret"',
            "верно: mark = secret (draft, demonstration)",
        ),
        ("[names.us.kk]", 'names = "x"\n[us.kk]', "файл не читается: "),
        ('country = "KZ"', 'country = "XX"', 'верно: country = "XX" (codes/places.csv)'),
        ('country = "KZ"', 'country = "KZ-10"', 'верно: country = "KZ-10" (codes/places.csv)'),
        ('"ORG_FPRK"', '"ORG_NONE"', 'верно: organisation = "ORG_NONE" (codes/sectors.csv)'),
        ('"ORG_FPRK"', '"health"', 'верно: organisation = "health" (codes/sectors.csv)'),
    ],
)
def test_a_fault_of_the_file_is_the_only_one_said_and_in_words(
    tmp_path, monkeypatch, old, new, told
):
    file = federation_with(tmp_path, old, new)
    monkeypatch.setattr("app.release.check.federation", lambda: read_federation(file))
    (problem,) = checked()[1]
    assert problem.say("ru").startswith("federation.toml:1: ")
    assert told in problem.say("ru")


@pytest.mark.parametrize("names", ["names = 5", 'names.us = "x"', "names.us.kk = [1]"])
def test_names_that_are_no_table_are_missing(tmp_path, names):
    path = tmp_path / "federation.toml"
    path.write_text(f'id = "x"\ncountry = "KZ"\n{names}\n', encoding="utf-8")
    with pytest.raises(BadFederation, match=re.escape("[names.us.kk]: nom, gen")):
        read_federation(path)


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ("", "нет столбца: place, kind"),
        ("place;kind;valid_from;valid_to;predecessor\nKZ;country;;;\n", "нет столбца: place, kind"),
        ("place,kind,valid_from,valid_to,predecessor\n", "нет ни одного кода"),
        ("место", "сохраните его в UTF-8"),
    ],
)
def test_codes_that_cannot_be_read_are_named_in_words(tmp_path, monkeypatch, places, told):
    shutil.copytree(ROOT / "data" / "codes", tmp_path / "codes")
    (tmp_path / "codes" / "places.csv").write_text(places, encoding="cp1251")
    monkeypatch.setattr("app.release.check.data_folder", lambda: tmp_path)
    (problem,) = checked()[1]
    assert problem.file == "codes/places.csv"
    assert told in problem.say("ru")


def test_names_take_the_form_that_a_sentence_asks_for():
    made_up = read_federation(MADE_UP / "federation.toml")
    assert made_up.named("члены {@us.gen}, в {@us.loc}", "ru") == "члены Машпрофа, в Машпрофе"
    assert federation().named("члены {@us.gen}, в {@us.loc}", "ru") == "члены ФПРК, в ФПРК"
    assert made_up.named("{@us.locadj} мүшелер", "kk") == "НМЖО-дағы мүшелер"
    assert made_up.spelled("'{@us.en.gen}', '{@country.kk.loc}'") == "'UMB’s', 'Нортауда'"
    # A number of that name is left alone.
    assert made_up.named("{country}: {country.period}", "en") == "{country}: {country.period}"
    with pytest.raises(BadFederation):
        made_up.named("{@us.abl}", "ru")


def test_every_form_of_every_name_is_there_for_both():
    for path in (MADE_UP / "federation.toml", ROOT / "data" / "federation.toml"):
        names = tomllib.loads(path.read_text(encoding="utf-8"))["names"]
        assert set(names) == set(NAMES)
        for name, forms in names.items():
            assert name == "money" or set(forms["kk"]) == set(FORMS["kk"])


def test_the_federations_words_go_before_the_programmes():
    told = {key: file for file, key, _ in entries("interface")}
    assert len(told) > 400
    ours = tomllib.loads((ROOT / "data/text/interface.toml").read_text(encoding="utf-8"))
    said = {key: entry for _, key, entry in entries("interface")}
    assert ours
    for key, entry in ours.items():
        assert said[key] == entry
        assert all(language in entry for language in LANGUAGES)


def test_an_empty_folder_is_laid_and_says_what_is_to_be_written(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "ours"
    assert main(["federation", str(folder), "--lang", "ru"]) == 0
    assert "UNION_INDICATORS_DATA" in capsys.readouterr().out
    with pytest.raises(BadFederation, match="id is missing"):
        read_federation(folder / "federation.toml")
    text = (folder / "federation.toml").read_text(encoding="utf-8")
    filled = text.replace('id = ""', 'id = "x"').replace('country = ""', 'country = "XX"')
    (folder / "federation.toml").write_text(filled, encoding="utf-8")
    with pytest.raises(BadFederation, match=re.escape("[names.us.kk]: nom, gen, dat")):
        read_federation(folder / "federation.toml")
    # Nothing is written over.
    assert main(["federation", str(folder), "--lang", "kk"]) == 1
    assert "бос емес" in capsys.readouterr().err


def test_a_build_of_a_folder_half_written_is_refused_in_words(tmp_path, monkeypatch):
    lay_folder(tmp_path / "ours")
    monkeypatch.setenv("UNION_INDICATORS_DATA", str(tmp_path / "ours"))
    federation.cache_clear()
    try:
        with pytest.raises(FactsRefused) as refused:
            build()
        for language in LANGUAGES:
            assert "federation.toml" in refused.value.problems[0].say(language)
    finally:
        monkeypatch.undo()
        federation.cache_clear()
