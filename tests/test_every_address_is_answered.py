"""Pages, files and nonsense: each address leads somewhere or says that there is nothing, also where
the dashboard lies in a folder of its address.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Mount

from app.frontend.assets import asset_address
from app.server.answers import FOREVER
from app.server.front import Front, routes
from app.words.say import LANGUAGES, say

BASES = ("", "indicators", "/union/board/")


async def streamlits(scope, receive, send):
    """Stands for Streamlit, which answers all that we leave to it."""
    await PlainTextResponse("streamlit")(scope, receive, send)


def folder(base):
    """Return the folder of the address that `server.baseUrlPath` stands for: `/indicators`, or
    nothing.
    """
    return f"/{base.strip('/')}".rstrip("/")


def ask(address, base=""):
    """Return status, headers and body of an answer; `address` begins behind the folder."""
    return asked(folder(base) + address, base)


def asked(address, base):
    """Return status, headers and body of an answer; `address` is all of it."""
    app = Starlette(
        routes=[*routes(), Mount("/", streamlits)], middleware=[Middleware(Front, base=base)]
    )
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "server": ("127.0.0.1", 80),
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", b"union.example")],
    }
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    # In a thread of its own: where a browser is open, this one has a loop already.
    with ThreadPoolExecutor(1) as asking:
        asking.submit(asyncio.run, app(scope, receive, send)).result()
    return (
        sent[0]["status"],
        {name.decode(): value.decode() for name, value in sent[0]["headers"]},
        b"".join(one.get("body", b"") for one in sent[1:]),
    )


@pytest.fixture(autouse=True)
def _released(store):
    """What needs a release finds one."""


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(
    "address", ["/?lang=kk", "/safety?lang=kk", "/promises?lang=kk&region=KZ-47"]
)
def test_a_page_is_ours_and_names_what_it_needs_beside_it(address, base):
    status, headers, body = ask(address, base)
    assert status == 200
    assert headers["cache-control"] == "no-cache"
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert b'<html lang="kk"' in body
    assert f'"{asset_address("app.js")}"'.encode() in body


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(
    ("address", "to"),
    [
        ("/safety/?lang=kk", "../safety?lang=kk"),
        ("/nosuch?lang=kk", "./?lang=kk&unknown=nosuch"),
        ("/a/b", "../?unknown=a%2Fb"),
        ("/r", "./?unknown=r"),
        ("/nosuch?unknown=%3Cscript%3E", "./?unknown=nosuch"),
        ("/no\r\nSet-Cookie: a=b", "./?unknown=no%0D%0ASet-Cookie%3A+a%3Db"),
    ],
)
def test_what_is_no_page_leads_on_to_one_and_never_to_another_host(address, to, base):
    status, headers, _ = ask(address, base)
    assert (status, headers["location"]) == (307, to)


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(
    "address",
    [
        "//evil.example",
        "//evil",
        "/favicon.ico",
        "/robots.txt",
        "/api/nosuch",
        "/assets/nosuch.js",
        "/static/js/nosuch.js",
        "/download/safety/nosuch.csv",
        "/download/safety/deaths_by_union.exe",
        "/embed/safety/nosuch",
        "/embed/safety",
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_is_that_is_said_in_words(address, base, language):
    status, headers, body = ask(f"{address}?lang={language}", base)
    assert (status, body.decode()) == (404, say(language, "unknown_address"))
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("base", BASES)
def test_routes_of_ours_answer_below_the_folder(base):
    assert ask("/api/release", base)[2].startswith(b'{"number":')
    assert ask("/download/safety/deaths_by_union.csv?lang=en", base)[0] == 200
    assert (
        f'"http://union.example{folder(base)}/r/'.encode()
        in ask("/embed/safety/deaths_by_union?lang=en", base)[2]
    )


@pytest.mark.parametrize(
    "address", ["/", "/safety", "/api/release", "/indicatorsafety", "/assets/app.js"]
)
def test_outside_the_folder_there_is_nothing(address):
    assert asked(address, "indicators")[0] == 404


@pytest.mark.parametrize(
    "address",
    ["/favicon.png", "/_stcore/health", "/safety/_stcore/health", "/media/x", "/component/x"],
)
@pytest.mark.parametrize("base", BASES)
def test_what_is_streamlits_is_left_to_it(address, base):
    assert ask(address, base)[2] == b"streamlit"


def test_an_asset_is_kept_for_good_only_under_its_own_digest():
    address = asset_address("app.js").removeprefix(".")
    assert ask(address)[1]["cache-control"] == FOREVER
    for other in ("/assets/app.js", "/assets/app.js?v=0123456789ab"):
        status, headers, _ = ask(other)
        assert (status, headers["cache-control"]) == (200, "no-cache")
