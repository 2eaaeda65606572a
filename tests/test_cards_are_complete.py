"""Cards, areas, codes and words: all there, in three languages, and nothing that nobody uses."""

import ast
import csv
import re
from functools import cache

import pytest
from jinja2 import nodes

from app.catalogue.kinds import KINDS
from app.catalogue.pages import known_pages
from app.catalogue.vocabulary import expanded
from app.charts import CHARTS, DRAWN
from app.exhibit.assemble import assemble
from app.frontend.template import environment
from app.look.theme import TOKENS
from app.paths import FRONTEND, QUERIES, ROOT, TEXT
from app.screen import frame
from app.stage import deck as stage
from app.store.documents import sources_of
from app.view import View
from app.words.say import LANGUAGES, Words, interface, read_toml
from tests.exhibits import CARD_IDS, strict_name
from tests.texts import toml_files

PLURAL = re.compile(r"\{[a-z_0-9]+#([^}]+)\}")
FORMS = {"kk": 1, "ru": 3, "en": 2}
# Words whose key is put together from a part and a code: `say(language, f"column_{name}")`.
BUILT = (
    "column_",
    "status_",
    "refused_",
    "no_breakdown_",
    "result_",
    "sources_",
    "by_",
    "state_",
    "membership_",
    "choose_",
    "region_",
    "sector_",
    "figures_",
    "file_",
    "receipt_",
    "status_progress_",
    "reason_progress_",
    "stability_progress_",
    "fragile_progress_",
    "standing_",
    "mention_",
    "modality_",
    "programmes_",
    "against_",
    "exactly_",
    "turned_",
    "doubted_",
    "aim_",
    "promise_",
    "promise_kind_",
    "promises_",
    "promises_by_",
    "method_",
    "mark_",
    "mark_short_",
    "changes_",
    "since_",
    "count_",
    "table_",
    "check_",
)
ISO_3166_2_KZ = {
    f"KZ-{code}"
    for code in (10, 11, 15, 19, 23, 27, 31, 33, 35, 39, 43, 47, 55, 59, 61, 62, 63, 71, 75, 79)
}


@cache
def trees():
    return {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "app").rglob("*.py"))
    }


@cache
@cache
def strings():
    """Every string constant of the code and of the templates, so that a key that is chosen among
    several counts as used.
    """
    code = {
        node.value
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return code | {node.value for _, tree in templates() for node in tree.find_all(nodes.Const)}


def templates():
    """Yield every template by its name, parsed."""
    one = environment()
    for name in one.list_templates():
        yield name, one.parse(one.loader.get_source(one, name)[0])


def said():
    """Yield (file, key) of every `say(…, "key")` whose key is written out."""
    for name, tree in templates():
        for call in tree.find_all(nodes.Call):
            if getattr(call.node, "name", "") == "say" and isinstance(call.args[1], nodes.Const):
                yield name, call.args[1].value
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", getattr(node.func, "attr", "")) == "say"
            ):
                for argument in node.args:
                    options = (
                        [argument.body, argument.orelse]
                        if isinstance(argument, ast.IfExp)
                        else [argument]
                    )
                    yield from (
                        (path.name, option.value)
                        for option in options
                        # A remark or a fault says itself: its only word is the language.
                        if isinstance(option, ast.Constant) and option.value not in LANGUAGES
                    )


def texts(card):
    yield "title", card.title
    yield "definition", card.definition
    if card.note:
        yield "note", card.note
    yield from ((f"finding.{case}", words) for case, words in card.finding.items())
    yield from ((f"break {item.period}", item.words) for item in card.breaks)


def test_there_are_cards_in_every_area_and_every_file_is_one_of_them(known):
    assert {area.id for area in known.areas} >= {"wages", "safety", "disputes"}
    assert all(area.cards for area in known.areas)
    assert sorted(card.id for card in known.cards()) == CARD_IDS


def test_every_area_has_its_page_and_every_page_its_area(known):
    below = {page.path for page in known_pages().values()} - {""}
    assert {path.stem for path in (ROOT / "pages").glob("*.py")} == below
    assert {page.area for page in known_pages().values() if page.area} == set(known.areas)


def test_every_word_that_people_read_is_there_in_three_languages(known):
    entries = [
        (f"{card.id} {part}", words) for card in known.cards() for part, words in texts(card)
    ]
    entries += [(f"{area.id} name", area.name) for area in known.areas] + [
        (f"{area.id} intro", area.intro) for area in known.areas
    ]
    entries += [
        (f"{area.id} {section.id}", section.name)
        for area in known.areas
        for section in area.sections
    ]
    entries += [
        (measure.code, words)
        for measure in known.measures.values()
        for words in (measure.name, measure.definition)
    ]
    for named in (known.places, known.sectors, known.series, known.units, known.publishers):
        entries += [(code, one.name) for code, one in named.items()]
    entries += list(known.documents.items()) + list(interface().items())
    assert len(entries) > 900
    for where, words in entries:
        assert isinstance(words, Words)
        for language in LANGUAGES:
            assert words[language].strip(), f"{where}: {language}"


def test_the_languages_are_not_copies_of_one_another(known):
    for card in known.cards():
        for part, words in texts(card):
            letters = [re.sub(r"\{[^}]*\}", "", words[language]) for language in LANGUAGES]
            if any(character.isalpha() for character in letters[1]):
                assert len(set(letters)) == 3, f"{card.id} {part}"


def test_english_has_no_cyrillic_and_kazakh_and_russian_are_cyrillic(known):
    for card in known.cards():
        for part, words in texts(card):
            assert not re.search("[а-яёәіңғүұқөһ]", words["en"], re.IGNORECASE), f"{card.id} {part}"
            for language in ("kk", "ru"):
                # Proper names may be Latin: Vision Zero, OzenMunayService.
                assert not re.search(
                    r"(?<![.\w])[a-z]{3,}\b", re.sub(r"\{[^}]*\}", "", words[language])
                ), f"{card.id} {part}"
            # Proper names keep their letters: область Жетісу, «ҮНТҮМАҚ».
            common = [word for word in re.findall(r"\w+", words["ru"]) if word.islower()]
            assert not re.search("[әңғүұқөһі]", " ".join(common)), (
                f"{card.id} {part}: Kazakh letters in Russian"
            )


def test_today_there_are_the_twenty_regions_of_iso_3166_2(known):
    assert set(known.regions()) == ISO_3166_2_KZ
    for code in ISO_3166_2_KZ | {"KZ"}:
        assert code in known.places


def test_every_code_in_the_code_lists_has_a_name(known):
    assert set(known.place_kinds) <= set(known.places)
    assert set(known.sector_kinds) - {"_T"} <= set(known.sectors)


@pytest.mark.parametrize("card_id", CARD_IDS)
def test_every_code_that_a_card_names_exists(card_id, known, store):
    card = known.card(card_id)
    assert card.unit in known.units
    assert set(card.measures) <= set(known.measures)
    rows = store.rows("select source, edition_of from sources")
    assert set(card.sources) <= {row[name] for row in rows for name in ("source", "edition_of")}
    assert set(card.options.get("colors", {}).values()) <= TOKENS
    assert card.decimals in range(4)


@pytest.mark.parametrize("card_id", CARD_IDS)
def test_every_source_of_a_shown_number_is_named_on_the_card(card_id, known, store):
    card = known.card(card_id)
    used = {
        row["source"]
        for row in store.read(card, View("ru"))
        if row["role"] == "mark" and row["value"] is not None
    }
    assert used <= set(sources_of(card.sources, store))


@pytest.mark.parametrize("card_id", CARD_IDS)
def test_every_measure_that_a_card_names_is_asked_for_in_its_query(card_id, known):
    card = known.card(card_id)
    if not {
        "conflicts",
        "demands",
        "events",
        "chronicle",
        "membership_sizes",
        "conventions",
        "structures",
    } & set(re.findall(r"\bfrom (\w+)", card.sql)):
        # A word of the vocabulary may name a measure for several questions.
        sql = expanded(card.sql)
        assert any(f"'{measure}'" in sql for measure in card.measures)
        missing = [measure for measure in card.measures if f"'{measure}'" not in sql]
        assert not missing or "like" in sql, missing


@pytest.mark.parametrize("card_id", CARD_IDS)
def test_every_code_that_a_query_returns_has_a_name(card_id, known, store):
    card = known.card(card_id)
    for row in store.read(card, View("ru")):
        if row["role"] == "mark":
            for kind in ("place", "sector", "series"):
                assert strict_name(known, kind, row[kind], "kk")
            if row.get("measure"):
                assert row["measure"] in known.measures


@pytest.mark.parametrize("card_id", CARD_IDS)
def test_every_card_shows_something_without_a_filter_in_every_language(card_id, known, store):
    card = known.card(card_id)
    for language in LANGUAGES:
        one = assemble(card, View(language), store)
        assert not one.failed, language
        assert one.title.strip(), language
        assert one.source.strip(), language
        assert one.table.rows, language
        if card.chart in DRAWN:
            assert one.drawing is not None, language
            assert one.drawing.figure["data"], language
        elif card.kind.headline:
            assert re.search(r"\d", one.tile.value), language


def test_every_kind_of_chart_is_drawn_somewhere_and_can_be_drawn(known):
    assert set(CHARTS) == {code for code, kind in KINDS.items() if not kind.headline}
    assert {card.chart for card in known.cards()} == set(KINDS)


def test_every_exhibit_that_a_check_points_to_exists(known, data):
    rows = [
        row
        for path in sorted((data / "sources").glob("*/checks*.csv"))
        for row in csv.DictReader(path.open(encoding="utf-8"))
    ]
    assert len(rows) > 80
    for row in rows:
        # A doubt goes where its number goes; all else is said where the check says.
        assert row["exhibits"].split() or row["doubts"].split(), row["check"]
        for exhibit in row["exhibits"].split():
            assert known.card(exhibit) is not None, f"{row['check']}: {exhibit}"


def test_a_plural_has_the_forms_that_its_language_asks_for():
    found = 0
    for path in toml_files():
        for line in path.read_text(encoding="utf-8").splitlines():
            language = next(
                (code for code in LANGUAGES if re.match(rf"(\w+\.)?{code} = ", line)), None
            )
            for forms in PLURAL.findall(line):
                found += 1
                parts = forms.split("|")
                assert language, f"{path.name}: {line}"
                assert len(parts) == FORMS[language], f"{path.name}: {line}"
                assert all(part.strip() for part in parts), f"{path.name}: {line}"
    assert found > 20


def test_every_brace_in_a_sentence_is_a_slot():
    slot = re.compile(
        r"\{[a-z_0-9]+(\.(place|sector|sector_short|period|sex|age|measure)|:\+?\d%?|#[^{}|]+(\|[^{}|]+)*)?\}"
    )
    for path in QUERIES.rglob("[!_]*.toml"):
        for case, words in read_toml(path).get("finding", {}).items():
            for language in LANGUAGES:
                # The names of the federation, its country and its money have slots of their own.
                text = re.sub(r"\{@[a-z_.]+\}", "", words[language])
                assert not set("{}") & set(slot.sub("", text)), f"{path.name} [{case}] {language}"


@pytest.mark.parametrize(
    ("folder", "sent"),
    [("page", frame._WORDS), ("stage", stage._WORDS)],
)
def test_the_words_sent_to_the_browser_exist_and_the_browser_uses_each(folder, sent):
    modules = sorted((FRONTEND / folder).rglob("*.js"))
    script = "".join(module.read_text(encoding="utf-8") for module in modules)
    assert set(sent) <= set(interface())
    asked = set(re.findall(r'\bword\("([a-z_]+)"', script))
    assert asked
    assert asked <= set(sent)
    unused = [key for key in sent if f'"{key}"' not in script]
    assert not unused, unused


def test_every_word_the_code_says_exists():
    found = list(said())
    assert len(found) > 50
    missing = [f"{file}: {key}" for file, key in found if key not in interface()]
    assert not missing, missing


def test_no_word_of_the_interface_is_left_unused():
    unused = [
        key
        for key in interface()
        if key not in strings()
        and not any(
            key.startswith(prefix) and key.removeprefix(prefix) in strings() for prefix in BUILT
        )
    ]
    assert not unused, unused


def test_every_kind_of_fault_the_checks_can_find_has_words_and_no_words_are_left_over():
    kinds = {"card"}
    for name in (
        "facts/read.py",
        "facts/promises.py",
        "facts/programmes.py",
        "facts/reconcile.py",
        "facts/corrections.py",
        "release/check.py",
        "release/build.py",
        "app/trial.py",
    ):
        tree = next(tree for path, tree in trees().items() if path.as_posix().endswith(name))
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Yield)
                and isinstance(node.value, ast.Tuple)
                and isinstance(node.value.elts[0], ast.Constant)
            ):
                kinds.add(node.value.elts[0].value)
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem":
                kinds |= {
                    argument.value
                    for argument in node.args[2:3]
                    if isinstance(argument, ast.Constant)
                }
    # Those whose name is put together, or chosen, where they are found.
    kinds |= {"duplicate_key", "unaccounted_revised", "unaccounted_withdrawn"}
    kinds |= {"mark_among_published", "marked_folder"}
    entries = read_toml(TEXT / "problems.toml")
    assert set(entries) == kinds
    for kind, entry in entries.items():
        for language in LANGUAGES:
            assert entry[language].strip(), kind
            assert "{detail}" in entry[language], kind
