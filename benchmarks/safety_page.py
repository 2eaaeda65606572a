"""Measure a page of the product beside the same page built plainly, interleaved, in a real browser.

    python benchmarks/safety_page.py [--page safety] [--reps 9] [--cached] [--only product]

The product draws charts as they come near the screen, the plain page draws all of them at once. So
the product runs twice: `product` as it is, of which only what is in view compares; `product_all`
made to draw every chart, as the plain page does. `--cached` adds the plain page with cached rows.
`floor` is the least that a page of these charts can cost: static JSON, one `Plotly.react` each.
Prints medians and ratios; keeps all runs in benchmarks/results/.
"""

from __future__ import annotations

import argparse
import base64
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import floor
import psutil
from playwright.sync_api import Browser, Page, sync_playwright
from workspace import ROOT, build_release, cpu_ms, fresh_data, keep, machine

from app.catalogue.cards import catalogue

REGIONS = (
    "KZ-10",
    "KZ-15",
    "KZ-19",
    "KZ-23",
    "KZ-27",
    "KZ-31",
    "KZ-33",
    "KZ-35",
    "KZ-39",
    "KZ-43",
    "KZ-47",
    "KZ-55",
    "KZ-59",
    "KZ-61",
    "KZ-62",
    "KZ-63",
)
# a step is over when nothing has changed for so long; its time is that of the last change, not of
# the wait's end
QUIET_MS = 400
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
MEASURES = {
    "cold_ms": "all charts: cold load, ms",
    "warm_ms": "all charts: reload with a filled browser cache, ms",
    "fresh_ms": "all charts: filter change to a region not shown before, ms",
    "repeat_ms": "all charts: filter change back to all regions, ms",
    "cold_view_ms": "in view: cold load, ms",
    "warm_view_ms": "in view: reload, ms",
    "fresh_view_ms": "in view: fresh filter change, ms",
    "repeat_view_ms": "in view: change back, ms",
    "cold_http_kb": "first visit: HTTP on the wire, kB",
    "cold_ws_kb": "first visit: websocket, kB",
    "cold_kb": "first visit: together, kB",
    "fresh_kb": "fresh filter change, kB",
    "repeat_kb": "change back, kB",
    "cold_cpu_ms": "server CPU: first visit, ms",
    "fresh_cpu_ms": "server CPU: fresh filter change, ms",
    "repeat_cpu_ms": "server CPU: change back, ms",
    "cold_busy_ms": "main thread busy: first visit, ms",
    "fresh_busy_ms": "main thread busy: fresh filter change, ms",
    "charts": "charts drawn after a first visit",
    "fresh_charts": "charts redrawn by a fresh filter change",
    "rss_mib": "server memory after all repetitions, MiB",
}
# What the product as it is does less of than the plain page: no ratio is given, it would compare
# different work.
PRODUCT = ("product", "product_all")
FLOOR = "floor"
ALL_CHARTS = {
    "cold_ms",
    "warm_ms",
    "fresh_ms",
    "repeat_ms",
    "cold_busy_ms",
    "fresh_busy_ms",
    "charts",
    "fresh_charts",
}
# Notes the time of the last change inside each chart and tile, and in which charts something was
# drawn.
OBSERVER = """
(() => {
  const seen = window.__seen = { start: 0, times: new Map(), charts: new Set() };
  const watched = ".js-plotly-plot, .tile, [data-testid=stMetric]";
  const note = (node) => {
    const element = node.nodeType === 1 ? node : node.parentElement;
    const hit = element?.closest(watched);
    if (!hit) return;
    seen.times.set(hit, performance.now());
    if (element.closest(".js-plotly-plot .svg-container")) seen.charts.add(hit);
  };
  new MutationObserver((list) => {
    for (const change of list) {
      note(change.target);
      for (const node of change.addedNodes) { note(node); node.querySelectorAll?.(watched).forEach((hit) => seen.times.set(hit, performance.now())); }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.addEventListener("click", () => { if (seen.armed) { seen.start = performance.now(); seen.armed = false; } }, true);
  seen.reset = (armed) => { Object.assign(seen, { start: armed ? 0 : performance.now(), armed }); seen.times.clear(); seen.charts.clear(); };
})();
"""
# Draws every chart at once, as the browser tests do; set before the page's own script makes the
# object.
EAGER = """
let kept;
Object.defineProperty(window, "unionIndicators", { configurable: true, get: () => kept, set: (value) => { kept = Object.assign(value, { eager: true }); } });
"""
STATE = """() => {
  const there = [...window.__seen.times].filter(([node]) => node.isConnected);
  const inView = there.filter(([node]) => { const box = node.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight; });
  const latest = (list) => Math.max(0, ...list.map(([, time]) => time));
  return {
    now: performance.now(), start: window.__seen.start, last: latest(there), view: latest(inView), charts: window.__seen.charts.size,
    drawn: [...document.querySelectorAll(".js-plotly-plot")].filter((plot) => plot.querySelector(".main-svg")).length,
    running: document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning",
  };
}"""
NATIVE = """([selector, value]) => {
  const select = document.querySelector(selector);
  window.__seen.reset(false);
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}"""


@dataclass
class Target:
    """One server and how its page is used."""

    name: str
    url: str
    pid: int
    pick: Callable[[Page, str | None], None]
    eager: bool = False
    charts: int = 0


class Received:
    """Counts what a page receives: HTTP as on the wire, websocket payloads."""

    def __init__(self, page: Page):
        self.http = self.ws = 0
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Performance.enable")
        session.on("Network.loadingFinished", self._loaded)
        session.on("Network.webSocketFrameReceived", self._frame)
        self.session = session

    def _loaded(self, event: dict) -> None:
        self.http += int(event.get("encodedDataLength", 0))

    def _frame(self, event: dict) -> None:
        payload = event["response"]["payloadData"]
        self.ws += (
            len(base64.b64decode(payload))
            if event["response"]["opcode"] == 2
            else len(payload.encode())
        )

    def busy_ms(self) -> float:
        """Return how long the main thread has run tasks since the page was opened."""
        found = {
            item["name"]: item["value"]
            for item in self.session.send("Performance.getMetrics")["metrics"]
        }
        return found["TaskDuration"] * 1000


def pick_product(page: Page, region: str | None) -> None:
    """Use the product's native select."""
    page.evaluate(NATIVE, ["#filter-region", region or ""])


def pick_plain(page: Page, region: str | None) -> None:
    """Use Streamlit's selectbox; the clock starts with the click on the option."""
    name = catalogue().places[region].name["ru"] if region else "Все"
    page.locator('[data-testid="stSelectbox"]:has-text("Region") [role=combobox]').first.click()
    page.keyboard.type(name)
    option = page.locator("[role=option]").get_by_text(name, exact=True).first
    option.wait_for(state="visible", timeout=15000)
    page.evaluate("() => window.__seen.reset(true)")
    option.click()


def pick_floor(page: Page, region: str | None) -> None:
    """Let the floor draw the charts of a region, or those that it drew last as they are without."""
    page.evaluate(
        "([view, last]) => { window.last = view ?? `back-${last}`; window.__seen.reset(false);"
        " window.floor(window.last); }",
        [region, page.evaluate("() => window.last")],
    )


def settled(page: Page, charts: int, timeout: float = 90) -> dict:
    """Wait until `charts` charts stand there and nothing has changed for QUIET_MS; return the
    page's state.
    """
    end = time.monotonic() + timeout
    while True:
        try:
            state = page.evaluate(STATE)
            if (
                state["last"]
                and state["drawn"] >= charts
                and not state["running"]
                and state["now"] - state["last"] >= QUIET_MS
            ):
                return state
        except Exception as error:  # the reload has taken the document away
            if time.monotonic() > end:
                raise TimeoutError("no page") from error
            state = {}
        if time.monotonic() > end:
            raise TimeoutError(f"not settled: {state}")
        page.wait_for_timeout(60)


@contextmanager
def opened(browser: Browser, eager: bool) -> Iterator[Page]:
    """Give a page in a context of its own, with an empty cache."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, locale="ru-RU")
    try:
        page = context.new_page()
        page.add_init_script(OBSERVER)
        if eager:
            page.add_init_script(EAGER)
        yield page
    finally:
        context.close()


def visit(browser: Browser, target: Target, region: str) -> dict[str, float]:
    """One repetition: first visit, reload, filter change, change back."""
    result: dict[str, float] = {}
    with opened(browser, target.eager) as page:
        received = Received(page)

        def step(name: str, act: Callable[[], object], charts: int) -> None:
            cpu, http, ws = cpu_ms(target.pid), received.http, received.ws
            busy = 0.0 if name in {"cold", "warm"} else received.busy_ms()
            act()
            state = settled(page, charts)
            result[f"{name}_ms"] = state["last"] - state["start"]
            result[f"{name}_view_ms"] = max(0.0, state["view"] - state["start"])
            result[f"{name}_cpu_ms"] = cpu_ms(target.pid) - cpu
            result[f"{name}_busy_ms"] = received.busy_ms() - busy
            result[f"{name}_charts"] = state["charts"]
            result[f"{name}_http_kb"], result[f"{name}_ws_kb"] = (
                (received.http - http) / 1000,
                (received.ws - ws) / 1000,
            )
            result[f"{name}_kb"] = result[f"{name}_http_kb"] + result[f"{name}_ws_kb"]

        step("cold", lambda: page.goto(target.url, wait_until="commit"), target.charts)
        step("warm", lambda: page.reload(wait_until="commit"), target.charts)
        step("fresh", lambda: target.pick(page, region), 1)
        step("repeat", lambda: target.pick(page, None), 1)
    result["rss_mib"] = sum(one.memory_info().rss for one in _tree(target.pid)) / 2**20
    return result


def _tree(pid: int) -> list[psutil.Process]:
    process = psutil.Process(pid)
    return [process, *process.children(recursive=True)]


def count_charts(browser: Browser, target: Target) -> int:
    """Open the page once, unmeasured, so that the server has imported all it needs; return how many
    charts it has.
    """
    most = 0
    with opened(browser, target.eager) as page:
        page.goto(target.url, wait_until="commit")
        for _ in range(8):
            state = settled(page, 1)
            page.wait_for_timeout(700)
            if state["drawn"] == most:
                return most
            most = state["drawn"]
    return most


FIGURES = """() => Object.fromEntries([...document.querySelectorAll(".js-plotly-plot")].map((plot) => [
  plot.closest("[id]").id,
  { data: plot.data, layout: { ...plot.layout, width: plot.clientWidth, height: plot.clientHeight } },
]))"""


def figures(browser: Browser, target: Target, regions: Sequence[str]) -> dict[str, dict[str, dict]]:
    """Return the figures of a page as Plotly has drawn them, by view and exhibit."""
    with opened(browser, eager=True) as page:
        page.goto(target.url, wait_until="commit")
        settled(page, target.charts)
        found = {"all": page.evaluate(FIGURES)}
        for region in regions:
            target.pick(page, region)
            settled(page, 1)
            found[region] = page.evaluate(FIGURES)
    return found


@contextmanager
def floor_of(
    page: str, browser: Browser, regions: Sequence[str], environment: dict[str, str]
) -> Iterator[Target]:
    """Serve the floor of a page: what a server of the product, which is not measured, shows on it."""
    with tempfile.TemporaryDirectory(prefix="union-floor-") as name:
        folder = Path(name)
        with served(ROOT, ROOT / "dashboard.py", environment) as (url, pid):
            shown = Target("shown", f"{url}/{page}?lang=ru", pid, pick_product, eager=True)
            shown.charts = count_charts(browser, shown)
            floor.write(folder, figures(browser, shown, regions))
        port = free_port()
        script = ROOT / "benchmarks" / "floor.py"
        command = [sys.executable, str(script), name, str(port)]
        with running(command, port, folder / "floor.log") as pid:
            yield Target(FLOOR, f"http://127.0.0.1:{port}/", pid, pick_floor, eager=True)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def served(
    folder: Path, script: Path, environment: dict[str, str], options: tuple[str, ...] = ()
) -> Iterator[tuple[str, int]]:
    """Run `streamlit run` in `folder` on a free port; give address and process id."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(script),
        "--server.port",
        str(port),
        *options,
    ]
    log = Path(environment["BENCH_LOGS"]) / f"{script.stem}-{port}.log"
    with running(command, port, log, cwd=folder, env=environment) as pid:
        yield f"http://127.0.0.1:{port}", pid


@contextmanager
def running(command: list[str], port: int, log: Path, **how: Any) -> Iterator[int]:
    """Run a server until it is no longer needed; give its process id as soon as it answers."""
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, **how)
        try:
            end = time.monotonic() + 60
            while not _answers(port):
                if process.poll() is not None or time.monotonic() > end:
                    raise SystemExit(f"the server did not start:\n{log.read_text()[-2000:]}")
                time.sleep(0.1)
            yield process.pid
        finally:
            process.terminate()
            process.wait(timeout=15)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def rested(pid: int, most: float = 300.0) -> None:
    """Wait until a server that asks its exhibits ahead has done so: as most viewers meet it."""
    end = time.monotonic() + most
    while time.monotonic() < end:
        before = cpu_ms(pid)
        time.sleep(3)
        if cpu_ms(pid) - before < 100:
            return


@contextmanager
def targets(
    pages: list[str], wanted: list[str], browser: Browser, regions: Sequence[str]
) -> Iterator[dict[str, list[Target]]]:
    """Start the servers, all on the same new release, and give what is measured on each page."""
    with ExitStack() as stack:
        data = stack.enter_context(fresh_data())
        release = build_release(data)
        # A folder of its own, so that the product's .streamlit/config.toml does not reach the plain
        # page.
        elsewhere = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="union-plain-")))
        environment = {
            **os.environ,
            "UNION_INDICATORS_DATA": str(data),
            "PLAIN_RELEASE": str(release),
            "BENCH_LOGS": str(elsewhere),
        }
        found: dict[str, list[Target]] = {page: [] for page in pages}
        for name in wanted:
            if name == FLOOR:
                for page in pages:
                    found[page].append(
                        stack.enter_context(floor_of(page, browser, regions, environment))
                    )
                continue
            if name in PRODUCT:
                # A server each: otherwise one would answer from what the other has just worked out.
                url, pid = stack.enter_context(served(ROOT, ROOT / "dashboard.py", environment))
                rested(pid)
                for page in pages:
                    found[page].append(
                        Target(
                            name,
                            f"{url}/{page}?lang=ru",
                            pid,
                            pick_product,
                            eager=name == "product_all",
                        )
                    )
                continue
            options = (
                "--server.headless",
                "true",
                "--server.address",
                "127.0.0.1",
                "--browser.gatherUsageStats",
                "false",
            )
            for page in pages:
                script, extra = (
                    ROOT / "benchmarks" / "plain_safety.py",
                    {"PLAIN_AREA": page, "PLAIN_CACHE": "1" if name == "plain_cached" else ""},
                )
                url, pid = stack.enter_context(
                    served(elsewhere, script, environment | extra, options)
                )
                found[page].append(Target(name, url, pid, pick_plain))
        yield found


def measure(
    pages: list[str], wanted: list[str], reps: int
) -> Iterator[tuple[str, dict[str, list[dict[str, float]]]]]:
    """Measure all targets in turn, page by page, the order rotated from one repetition to the next."""
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium(), args=FLAGS) as browser,
        targets(pages, wanted, browser, REGIONS[:reps]) as found,
    ):
        for page in pages:
            runs: dict[str, list[dict[str, float]]] = {name: [] for name in wanted}
            for target in found[page]:
                target.charts = count_charts(browser, target)
                print(f"{page}, {target.name}: {target.charts} charts", file=sys.stderr)
            for turn in range(reps):
                for place in range(len(found[page])):
                    target = found[page][(turn + place) % len(found[page])]
                    result = visit(browser, target, REGIONS[turn % len(REGIONS)])
                    runs[target.name].append({"charts": target.charts, **result})
                    print(
                        turn + 1,
                        target.name,
                        {
                            name: round(result[f"{name}_ms"])
                            for name in ("cold", "warm", "fresh", "repeat")
                        },
                        f"cpu {result['fresh_cpu_ms']:.0f}",
                        file=sys.stderr,
                        flush=True,
                    )
            yield page, runs


def chromium() -> str:
    """Return the browser to measure with."""
    found = os.environ.get("BENCH_BROWSER") or next(
        filter(
            None,
            map(
                shutil.which,
                ("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome"),
            ),
        ),
        None,
    )
    if not found:
        raise SystemExit("no Chromium found: set BENCH_BROWSER")
    return found


def median(runs: list[dict[str, float]], name: str) -> float:
    """Return the median of one measure."""
    return statistics.median(run[name] for run in runs)


def show(runs: dict[str, list[dict[str, float]]]) -> None:
    """Print medians, and the ratios of the product to the others where both did the same work."""
    pairs = [
        (ours, plain) for plain in runs if plain not in PRODUCT for ours in PRODUCT if ours in runs
    ]
    print(
        f"{'':56}"
        + "".join(f"{name:>14}" for name in runs)
        + "".join(f"{f'{ours}/{plain}':>25}" for ours, plain in pairs)
    )
    for name, label in MEASURES.items():
        values = {target: median(results, name) for target, results in runs.items()}
        print(
            f"{label:56}"
            + "".join(f"{value:>14.1f}" for value in values.values())
            + "".join(f"{ratio(values, name, *pair):>25}" for pair in pairs)
        )


def ratio(values: dict[str, float], name: str, ours: str, plain: str) -> str:
    """Return ours / plain in words; nothing where they did not do the same work."""
    return (
        "-"
        if (ours == "product" and name in ALL_CHARTS) or not values[plain]
        else f"{values[ours] / values[plain]:.2f}"
    )


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--page", nargs="+", default=["safety"], choices=[area.id for area in catalogue().areas]
    )
    parser.add_argument("--reps", type=int, default=9)
    parser.add_argument(
        "--cached", action="store_true", help="also the plain page with cached rows"
    )
    parser.add_argument("--only", choices=(*PRODUCT, FLOOR, "plain", "plain_cached"))
    options = parser.parse_args()
    wanted = (
        [options.only]
        if options.only
        else [*PRODUCT, FLOOR, "plain", *(["plain_cached"] if options.cached else [])]
    )
    for page, runs in measure(options.page, wanted, options.reps):
        print(f"\n{page}")
        show(runs)
        medians = {
            target: {name: round(median(results, name), 2) for name in results[0]}
            for target, results in runs.items()
        }
        print(
            keep(
                f"{page}_page",
                {
                    "machine": machine(),
                    "page": page,
                    "reps": options.reps,
                    "median": medians,
                    "runs": runs,
                },
            ),
            flush=True,
        )


if __name__ == "__main__":
    main()
