"""HTML is written by templates alone; each escapes whatever is put into it, and is given exactly
what it asks for.
"""

import ast
import importlib
import json
import re
import string
from dataclasses import fields, replace
from functools import cache
from html.parser import HTMLParser

import pytest
from jinja2 import StrictUndefined, UndefinedError, nodes
from jinja2.meta import find_undeclared_variables

from app.catalogue.vocabulary import SharedWord
from app.exhibit.assemble import assemble
from app.exhibit.code import code_of, shown_by
from app.exhibit.parts import Note
from app.frontend.template import Template, environment
from app.plain import embed, proof, receipt
from app.stage.page import alone, served
from app.view import View
from app.words.say import LANGUAGES, interface
from tests.conftest import ROOT

HOSTILE = """<script>alert('1')</script>"><img src=x onerror="alert(2)"> & '</style>"""
# What stands in a page as it is, by template and expression, and why nothing in it can harm.
AS_IT_IS = {
    ("parts.html", "chart.svg"): "SVG in which app/drawing/svg.py escapes every word",
    ("embed.html", "style"): "our style sheets and colours",
    ("receipt_frame.html", "frame.style"): "our style sheets and colours",
    ("stage_file.html", "style"): "our style sheets and colours",
    ("stage_frame.html", "decks"): "JSON that app/stage/page.py makes inert",
    ("stage_file.html", "geometry"): "JSON that app/stage/page.py makes inert",
    ("stage_file.html", "plotly"): "a script that app/stage/page.py closes",
    ("stage_file.html", "script"): "a script that app/stage/page.py closes",
}
# Modules in whose texts a tag of HTML may stand, and which.
TAGS = {
    "app.drawing.svg": ({"svg", "title", "desc", "pattern", "path", "text", "tspan", "g"}, "SVG"),
    "app.server.shell": (
        {"html", "title", "link", "head", "div"},
        "finds them in Streamlit's page",
    ),
    "app.stage.page": ({"script"}, "finds it in scripts"),
    "app.page": ({"div"}, "the empty element that Streamlit hands to our script"),
}
# The two that Plotly reads in a label, and the drawings made from Plotly's figures.
LABELS = {"b", "br"}
LABEL_ROOMS = ("app.charts", "app.drawing")


@cache
def sources():
    """Every template's text by its name."""
    one = environment()
    return {name: one.loader.get_source(one, name)[0] for name in one.list_templates()}


@cache
def parsed(name):
    return environment().parse(sources()[name])


def called(name):
    """The names of the templates that one extends or imports from."""
    kinds = nodes.Extends, nodes.FromImport, nodes.Import, nodes.Include
    return {node.template.value for node in parsed(name).find_all(kinds)}


def own(name):
    """The names that a template gives itself, for its blocks too."""
    for node in parsed(name).find_all((nodes.FromImport, nodes.Macro, nodes.Assign)):
        match node:
            case nodes.FromImport():
                yield from node.names
            case nodes.Macro():
                yield node.name
            case nodes.Assign():
                yield node.target.name


def asked(name):
    """What a template, and what it extends, asks its page for."""
    wanted = find_undeclared_variables(parsed(name)) - set(environment().globals) - set(own(name))
    return wanted.union(*(asked(other) for other in called(name)))


@cache
def pages():
    """Every class that names a template, of the modules that have one."""
    for path in (ROOT / "app").rglob("*.py"):
        if "(Template)" in path.read_text(encoding="utf-8"):
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    return {one.file: one for one in Template.__subclasses__()}


def test_a_template_asks_for_what_its_page_gives_and_for_nothing_else():
    assert len(pages()) > 5
    for name, page in pages().items():
        assert asked(name) == {field.name for field in fields(page)}, name


def test_every_template_is_a_page_or_is_used_by_one():
    used = set(pages())
    for name in list(used):
        used |= called(name)
    assert used == set(sources())


def written(node):
    """An expression of a template as it is written: `chart.svg`."""
    return f"{written(node.node)}.{node.attr}" if isinstance(node, nodes.Getattr) else node.name


def test_every_template_is_escaped_and_what_stands_in_it_as_it_is_is_listed():
    assert environment().autoescape is True
    assert environment().undefined is StrictUndefined
    found = set()
    for name, text in sources().items():
        assert "autoescape" not in text, name
        for one in parsed(name).find_all(nodes.Filter):
            if one.name == "safe":
                found.add((name, written(one.node)))
    assert found == set(AS_IT_IS)


@pytest.mark.parametrize("text", ["{{ nothing }}", "{% for one in nothing %}{% endfor %}"])
def test_what_a_template_asks_for_and_nobody_gives_is_an_error(text):
    with pytest.raises(UndefinedError):
        environment().from_string(text).render()


def test_a_template_fills_every_slot_of_the_words_it_says():
    told = 0
    for name in sources():
        for call in parsed(name).find_all(nodes.Call):
            if getattr(call.node, "name", "") != "say" or not isinstance(call.args[1], nodes.Const):
                continue
            words = interface()[call.args[1].value]
            slots = {slot for _, slot, _, _ in string.Formatter().parse(words.ru) if slot}
            assert {one.key for one in call.kwargs} == slots, f"{name}: {call.args[1].value}"
            told += 1
    assert told > 25


def texts(tree):
    """Yield the strings of a module that are not its documentation."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    said = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


# What a browser would take for a tag of a page: `<a:ln` of an Office file and `<period>` of a
# message to people are none.
NAMES = """
    a abbr article aside audio b base body br button caption circle code col dd desc details
    div dl doctype dt em embed fieldset figcaption figure footer form g h1 h2 h3 h4 head
    header hr html i iframe img input label legend li line link main mark meta nav noscript
    object ol option p path pattern pre rect script section select small span strong style
    sub summary sup svg table tbody td text textarea tfoot th thead title tr tspan u ul use
    video
"""
TAG = re.compile(rf"<[/!]?({'|'.join(NAMES.split())})(?![\w:-])", re.IGNORECASE)


def test_no_string_of_the_code_is_html():
    for path in sorted((ROOT / "app").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        allowed, _ = TAGS.get(module, (set(), ""))
        if module.startswith(LABEL_ROOMS):
            allowed = allowed | LABELS
        for text in texts(ast.parse(path.read_text(encoding="utf-8"))):
            found = {match[1].lower() for match in TAG.finditer(text)}
            assert not found - allowed, f"{module}: {text!r}"


# --- hostile words --------------------------------------------------------------------------------


class Read(HTMLParser):
    """The tags of a page with their attributes, and its words."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


def harmless(text, scripts=0):
    """Assert that hostile words are words on a page; return it."""
    read = Read(text)
    names = [tag for tag, _ in read.tags]
    assert names.count("script") == scripts
    assert "img" not in names
    assert not [name for _, given in read.tags for name in given if name.startswith("on")]
    return read


@pytest.fixture
def hostile(known, store):
    """An exhibit of each kind of which every word is hostile."""

    def made(chart, language):
        card = next(card for card in known.cards() if card.chart == chart)
        one = assemble(card, View(language), store)
        row = tuple(HOSTILE for _ in one.table.columns)
        drawing = one.drawing and replace(
            one.drawing, key=tuple(replace(key, text=HOSTILE) for key in one.drawing.key)
        )
        tile = one.tile and replace(
            one.tile, value=HOSTILE, before=HOSTILE, delta=HOSTILE, country=HOSTILE, target=HOSTILE
        )
        return replace(
            one,
            title=HOSTILE,
            subtitle=HOSTILE,
            source=HOSTILE,
            remark=HOSTILE,
            notes=(Note("note", HOSTILE),) * 5,
            table=replace(one.table, columns=row, rows=(row, *one.table.rows[1:])),
            tile=tile,
            drawing=drawing,
        )

    return made


@pytest.mark.parametrize("chart", ["tile", "ranking", "trend", "composition", "map", "table"])
def test_hostile_words_are_shown_by_an_embed_and_not_obeyed(chart, hostile, store):
    for language in LANGUAGES:
        one = hostile(chart, language)
        base, code = f"https://x/{HOSTILE}/", HOSTILE
        read = harmless(embed.page(one, View(language), store, base=base, code=code))
        assert HOSTILE in read.words
        ways = [given["href"] for tag, given in read.tags if tag == "a"]
        assert len(ways) == 2
        assert all(way.startswith(base) for way in ways)


@pytest.mark.parametrize("chart", ["tile", "ranking", "trend", "composition", "map", "table"])
def test_hostile_words_are_shown_by_a_receipt_and_not_obeyed(chart, hostile, store, monkeypatch):
    def told(shown, card, language, base):
        real = proof.receipt_of(shown, card, language, base)
        source = replace(real.sources[0], publisher=HOSTILE, title=HOSTILE, places=(HOSTILE,) * 2)
        return replace(
            real,
            card=replace(card, sql=HOSTILE, id=HOSTILE),
            one=hostile(chart, language),
            code=HOSTILE,
            sources=(replace(source, url=f"https://{HOSTILE}"), replace(source, url=HOSTILE)),
            vocabulary=(SharedWord(HOSTILE, "macro", HOSTILE, HOSTILE),),
            standing=replace(real.standing, said=(HOSTILE,), asides=(HOSTILE,)),
        )

    monkeypatch.setattr(receipt, "receipt_of", told)
    for language in LANGUAGES:
        card = hostile(chart, language).card
        shown = shown_by(code_of(card, View(language), store.release.number))
        read = harmless(receipt.answer_for(shown, language, f"https://x/{HOSTILE}/").text)
        assert read.words.count(HOSTILE) > 8
        links = [given["href"] for tag, given in read.tags if tag == "a"]
        assert not [link for link in links if not re.match(r"https://|\?lang=", link)]


@pytest.mark.parametrize("code", [HOSTILE, 'K7Q2-"M4X9T', "K7Q2'M4X9T", 'K7Q2-M4X9T"><b>'])
def test_a_hostile_code_is_repeated_as_words(code, store):
    for language in LANGUAGES:
        found = receipt.answer(code, language, f"https://x/{HOSTILE}/")
        assert found.status == 404
        read = harmless(found.text)
        assert not [tag for tag, _ in read.tags if tag == "b"]


def test_hostile_words_on_a_stage_stay_words_and_its_slides_stay_json():
    deck = json.dumps({"title": HOSTILE + "<!--</SCRIPT>"}).encode()
    for page, scripts in (
        (served({"ru": deck}, "ru", HOSTILE), 4),
        (alone(dict.fromkeys(LANGUAGES, deck), "ru", HOSTILE), 4),
    ):
        read = harmless(page, scripts)
        assert read.words.count(HOSTILE) >= 2
        assert [given["aria-label"] for tag, given in read.tags if tag == "main"] == [HOSTILE]
        inside = re.search(r'<script type="application/json" id="decks">(.*?)</script>', page)[1]
        assert json.loads(inside)["ru"] == json.loads(deck)
