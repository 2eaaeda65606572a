"""A real server and a real browser for the tests: starts, waits, opens pages, watches the network;
asserts only that no visit asked another host.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Page,
    Request,
    WebSocket,
    sync_playwright,
)

ROOT = Path(__file__).resolve().parent.parent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
PATIENCE = 60_000  # milliseconds: a machine that does other things too is slow
OURS = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "file:", "about:")


def chromium() -> str:
    """Return the path of the machine's Chromium."""
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise RuntimeError("no Chromium found: sh tests/install_browser.sh")


def data_copy(folder: Path, releases: Path | None = None) -> Path:
    """Make a data folder of its own for a server: facts and codes copied, and the releases given;
    without any the server builds the first when it is asked.
    """
    for name in ("sources", "codes", "geo"):
        shutil.copytree(ROOT / "data" / name, folder / name)
    if releases:
        shutil.copytree(releases, folder / "releases")
    return folder


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@dataclass
class Server:
    """A dashboard started as the README says; `folder` (`/indicators`) is where in the address it
    lies.
    """

    data: Path
    port: int = field(default_factory=free_port)
    folder: str = ""

    @property
    def url(self) -> str:
        """Return the address of the overview without the slash at its end."""
        return f"http://127.0.0.1:{self.port}{self.folder}"

    def start(self) -> None:
        """Start it, or start it again at the same address, and wait until it answers."""
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "streamlit",
                "run",
                "dashboard.py",
                "--server.port",
                str(self.port),
                "--server.baseUrlPath",
                self.folder,
            ],
            cwd=ROOT,
            env={
                **os.environ,
                "UNION_INDICATORS_DATA": str(self.data),
                "UNION_INDICATORS_WARM": "0",
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1) as answer:
                    if answer.read() == b"ok":
                        return
            except OSError:
                time.sleep(0.2)
        self.process.kill()
        raise RuntimeError("the server did not start")

    def stop(self) -> None:
        """End it and wait until it is gone."""
        self.process.terminate()
        self.process.wait(timeout=20)


@contextmanager
def launched() -> Iterator[Browser]:
    """Yield a headless Chromium."""
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        _left.clear()
        browser.close()


@dataclass
class Visit:
    """One open page, with every request it made to another host."""

    page: Page
    context: BrowserContext
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, url: str, charts: bool = True) -> Page:
        """Go to an address and wait until the page, and its charts if any, stand."""
        self.page.goto(url)
        self.page.wait_for_selector(".ui h1")
        if charts:
            settled(self.page)
        return self.page


def settled(page: Page) -> None:
    """Wait until every chart on the page is drawn, those far below the screen too."""
    page.evaluate(
        "() => { window.unionIndicators.eager = true; window.dispatchEvent(new Event('scroll')); }"
    )
    page.wait_for_function(
        "() => document.querySelector('.ui .main')?.getAttribute('aria-busy') !== 'true' &&"
        " [...document.querySelectorAll('.ui .plot')].every((plot) => "
        "plot.querySelector('.main-svg'))",
    )
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))")


# Windows that visitors have left, by what they are like: a browser has compiled the scripts there
# already, which is most of what the opening of a page costs.
_left: dict[tuple[Browser, str, str, bool], list[Page]] = {}


def _window(browser: Browser, scheme: str, locale: str, mobile: bool) -> Page:
    context = browser.new_context(
        color_scheme=scheme,
        locale=locale,
        accept_downloads=True,
        is_mobile=mobile,
        has_touch=mobile,
        device_scale_factor=2 if mobile else 1,
    )
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def _emptied(page: Page, scheme: str) -> None:
    """Leave nothing of a visitor in a window: no storage, no way back, no second window."""
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.unroute_all()
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.goto("about:blank")
    page.context.clear_cookies()
    page.context.new_cdp_session(page).send("Page.resetNavigationHistory")
    page.emulate_media(media="null", color_scheme=scheme)


@contextmanager
def visiting(
    browser: Browser,
    width: int = 1440,
    height: int = 900,
    scheme: str = "light",
    locale: str = "ru-RU",
    mobile: bool = False,
    anew: bool = False,
) -> Iterator[Visit]:
    """Yield a visitor whom nobody knows, whose window keeps the scripts at most; `mobile` with a
    phone's viewport, touch and density, `anew` in a window that nobody had and nobody gets. Raises
    AssertionError at the end if anything was asked of another host.
    """
    left = _left.setdefault((browser, scheme, locale, mobile), [])
    page = _window(browser, scheme, locale, mobile) if anew or not left else left.pop()
    page.set_viewport_size({"width": width, "height": height})
    visit = Visit(page, page.context)

    def asked(what: Request | WebSocket) -> None:
        if not what.url.startswith(OURS):
            visit.foreign.append(what.url)

    def failed(error: Error) -> None:
        visit.errors.append(str(error))

    listening: dict[str, Callable[..., None]] = {
        "request": asked,
        "websocket": asked,
        "pageerror": failed,
    }
    for event, heard in listening.items():
        page.on(event, heard)
    try:
        yield visit
    except BaseException:
        page.context.close()
        raise
    if anew or not page.url.startswith("http://127.0.0.1:"):
        page.context.close()
    else:
        for event, heard in listening.items():
            page.remove_listener(event, heard)
        _emptied(page, scheme)
        left.append(page)
    assert visit.foreign == []
