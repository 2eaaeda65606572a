"""Files in the making, receipts and embeds over HTTP: progress, cancelling, hostile addresses,
other sites' frames only by configuration.

The server of these tests lies in a folder of its address, as behind a proxy; the browser's tests
ask one that does not.
"""

import json
import threading
import time
import urllib.error
import urllib.request

import pytest

from app.exhibit.code import code_of
from app.server import jobs
from app.server.plain import frames
from app.view import View
from app.words.say import LANGUAGES, say
from tests.browser import Server, data_copy

NEIGHBOURS = "https://fprk.example https://*.kasipodaq.example 'unsafe-inline' javascript:alert(1) https://x;script-src"


@pytest.fixture(scope="module")
def server(tmp_path_factory, releases):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNION_INDICATORS_FRAMES", NEIGHBOURS)
        patch.setenv("UNION_INDICATORS_ADDRESS", "https://indicators.example")
        folder = data_copy(tmp_path_factory.mktemp("answers"), releases)
        one = Server(folder, folder="/indicators")
        one.start()
    yield one
    one.stop()


def ask(server, path, method="GET"):
    """Return status, headers and body of an answer."""
    try:
        with urllib.request.urlopen(
            urllib.request.Request(f"{server.url}/{path}", method=method), timeout=30
        ) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def finished(server, begun, language="ru"):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        status, _, body = ask(server, f"api/files/{begun['id']}?lang={language}")
        state = json.loads(body)
        if state["state"] in {"ready", "failed", "cancelled"}:
            return status, state
        time.sleep(0.05)
    raise AssertionError("the file was never finished")


@pytest.mark.parametrize(
    ("kind", "begins"),
    [("pptx", b"PK"), ("xlsx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!doctype html>")],
)
def test_a_file_is_begun_followed_and_fetched(server, kind, begins):
    status, _, body = ask(server, f"api/files?kind={kind}&story=congress&lang=kk", "POST")
    assert status == 202
    begun = json.loads(body)
    assert begun["all"] == 12
    _, state = finished(server, begun, "kk")
    assert state["state"] == "ready"
    assert state["done"] == state["all"]
    status, headers, content = ask(server, state["file"].removeprefix("./"))
    assert status == 200
    assert f"congress_kk_r1.{kind}" in headers["content-disposition"]
    assert content.startswith(begins)
    ask(server, f"api/files/{begun['id']}", "DELETE")
    assert ask(server, state["file"].removeprefix("./"))[0] == 404


def test_a_file_can_be_cancelled_and_viewers_are_answered_meanwhile(server):
    begun = [
        json.loads(ask(server, f"api/files?kind=xlsx&page={page}&lang=en", "POST")[2])
        for page in ("organisational", "safety")
    ]
    waits = []
    for _ in range(12):
        started = time.monotonic()
        assert ask(server, "api/release")[0] == 200
        waits.append(time.monotonic() - started)
    assert sorted(waits)[len(waits) // 2] < 0.5
    ask(server, f"api/files/{begun[0]['id']}", "DELETE")
    assert finished(server, begun[0])[1]["state"] == "cancelled"
    assert finished(server, begun[1])[1]["state"] == "ready"


@pytest.mark.parametrize(
    "query",
    [
        "kind=exe&story=congress",
        "kind=pptx&story=nonsense",
        "kind=pptx",
        "kind=pdf&page=../../etc",
        "kind=pdf&exhibit=<script>",
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_nothing_is_refused_in_words(server, query, language):
    status, _, body = ask(server, f"api/files?{query}&lang={language}", "POST")
    assert status == 404
    assert json.loads(body)["said"]
    assert b"<script>" not in body


def test_an_unknown_file_says_so(server):
    status, _, body = ask(server, "api/files/nonsense?lang=en")
    assert status == 404
    assert json.loads(body)["said"] == say("en", "file_gone")


@pytest.mark.parametrize(
    "code",
    [
        "nonsense",
        "0000-00000",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "x" * 3000,
        "%F0%9F%92%A5",
        "..%2F..%2Fetc%2Fpasswd",
        "K7Q2-M4X9T",
    ],
)
@pytest.mark.parametrize("kind", ["", ".json", ".qr.json"])
def test_an_unknown_receipt_is_answered_politely(server, code, kind):
    status, _, body = ask(server, f"r/{code}{kind}?lang=kk")
    # What climbs out of its folder never reaches us: the server below refuses it.
    assert status == (400 if ".." in code else 404)
    assert b"<script>alert" not in body
    assert b"Traceback" not in body


def test_a_receipt_leads_to_itself_by_its_qr_and_to_the_public_address(server, known):
    card = known.card("safety/deaths_by_union")
    code = code_of(card, View("en"), 1)
    status, _, body = ask(server, f"r/{code}?lang=en")
    assert status == 200
    assert card.definition["en"].encode()[:20] in body
    assert (
        json.loads(ask(server, f"r/{code}.qr.json?lang=en")[2])["address"]
        == f"https://indicators.example/r/{code}?lang=en"
    )
    assert json.loads(ask(server, f"r/{code}.json?lang=en")[2])["state"] in {"current", "unchanged"}


def test_an_embed_is_light_and_only_the_sites_named_may_frame_it(server):
    status, headers, body = ask(server, "embed/safety/deaths_by_union?lang=kk")
    assert status == 200
    assert b'lang="kk"' in body
    assert len(body) < 30_000
    policy = headers["content-security-policy"]
    assert "frame-ancestors 'self' https://fprk.example https://*.kasipodaq.example" in policy
    assert policy.endswith("kasipodaq.example")
    assert "default-src 'none'" in policy
    assert b"<script" not in body
    assert headers.get_all("content-security-policy") == [policy]
    assert (
        "frame-ancestors 'self'"
        in ask(server, "present?story=congress&lang=kk")[1]["content-security-policy"]
    )
    assert (
        "fprk.example"
        not in ask(server, "present?story=congress&lang=kk")[1]["content-security-policy"]
    )
    assert ask(server, "embed/no/such?lang=kk")[0] == 404


def test_without_a_configuration_no_other_site_may_frame_an_embed(monkeypatch):
    monkeypatch.delenv("UNION_INDICATORS_FRAMES", raising=False)
    assert frames() == "'self'"
    monkeypatch.setenv("UNION_INDICATORS_FRAMES", NEIGHBOURS)
    assert frames() == "'self' https://fprk.example https://*.kasipodaq.example"


def test_two_files_are_written_at_once_others_wait_and_too_many_are_refused():
    gate = threading.Event()

    def slow(step):
        for done in range(1, 4):
            gate.wait(10)
            step(done, 3)
        return b"done"

    begun = [
        jobs.begin(slow, f"{place}.pdf", "application/pdf", 3)
        for place in range(jobs.AT_ONCE + jobs.WAITING)
    ]
    try:
        time.sleep(0.2)
        assert [job.state for job in begun].count("working") == jobs.AT_ONCE
        with pytest.raises(jobs.Busy):
            jobs.begin(slow, "more.pdf", "application/pdf", 3)
        jobs.cancel(begun[-1])
        assert begun[-1].state == "cancelled"
        jobs.cancel(begun[0])
    finally:
        gate.set()
    end = time.monotonic() + 10
    while any(job.state in {"waiting", "working"} for job in begun) and time.monotonic() < end:
        time.sleep(0.05)
    assert begun[0].state == "cancelled"
    assert {job.state for job in begun[1:-1]} == {"ready"}
    for job in begun:
        jobs.cancel(job)
