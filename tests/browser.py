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
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


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
    """A running dashboard."""

    port: int
    data: Path
    process: subprocess.Popen[bytes]
    folder: str = ""

    @property
    def url(self) -> str:
        """Return the address of the overview without the slash at its end."""
        return f"http://127.0.0.1:{self.port}{self.folder}"

    def stop(self) -> None:
        """End the server and wait until it is gone."""
        self.process.terminate()
        self.process.wait(timeout=20)


def start(data: Path, port: int | None = None, folder: str = "") -> Server:
    """Start the dashboard as the README says and wait until it answers; `folder` (`/indicators`) is
    where in the address it lies.
    """
    port = port or free_port()
    environment = {**os.environ, "UNION_INDICATORS_DATA": str(data), "UNION_INDICATORS_WARM": "0"}
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            "dashboard.py",
            "--server.port",
            str(port),
            "--server.baseUrlPath",
            folder,
        ],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    one = Server(port, data, process, folder)
    end = time.monotonic() + 40
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{one.url}/_stcore/health", timeout=1) as answer:
                if answer.read() == b"ok":
                    return one
        except OSError:
            time.sleep(0.2)
    process.kill()
    raise RuntimeError("the server did not start")


def release(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m app.release …` for a data folder."""
    return subprocess.run(
        [sys.executable, "-m", "app.release", *arguments],
        cwd=ROOT,
        text=True,
        capture_output=True,
        check=False,
        env={**os.environ, "UNION_INDICATORS_DATA": str(data)},
    )


@contextmanager
def launched() -> Iterator[Browser]:
    """Yield a headless Chromium."""
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
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
        self.page.wait_for_selector(".ui h1", timeout=30000)
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
        timeout=30000,
    )
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))")


@contextmanager
def visiting(
    browser: Browser,
    width: int = 1440,
    height: int = 900,
    scheme: str = "light",
    locale: str = "ru-RU",
    mobile: bool = False,
) -> Iterator[Visit]:
    """Yield a fresh visitor: no cache, no storage; `mobile` with a phone's viewport, touch and
    density. Raises AssertionError at the end
    if anything was asked of another host.
    """
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        locale=locale,
        accept_downloads=True,
        is_mobile=mobile,
        has_touch=mobile,
        device_scale_factor=2 if mobile else 1,
    )
    page = context.new_page()
    visit = Visit(page, context)
    page.on(
        "request",
        lambda request: (
            visit.foreign.append(request.url)
            if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:", "file:"))
            else None
        ),
    )
    page.on(
        "websocket",
        lambda socket_: (
            visit.foreign.append(socket_.url)
            if not socket_.url.startswith("ws://127.0.0.1:")
            else None
        ),
    )
    page.on("pageerror", lambda error: visit.errors.append(str(error)))
    yield visit
    context.close()
    assert visit.foreign == []
