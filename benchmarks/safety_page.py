"""Measure a page of the product beside the same page built plainly, interleaved, in a real browser.

    python benchmarks/safety_page.py [--page safety] [--reps 9] [--cached] [--only product]

`--cached` adds the plain page with cached rows as a third target. Prints medians and ratios; keeps all runs in benchmarks/results/.
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
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Page, sync_playwright
from workspace import ROOT, build_release, cpu_ms, fresh_data, keep, machine

from app.catalogue import catalogue

REGIONS = ("KZ-10", "KZ-15", "KZ-19", "KZ-23", "KZ-27", "KZ-31", "KZ-33", "KZ-35", "KZ-39", "KZ-43", "KZ-47", "KZ-55", "KZ-59", "KZ-61", "KZ-62", "KZ-63")
QUIET_MS = 400  # a step is over when nothing has changed for so long; its time is that of the last change, not of the wait's end
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
MEASURES = {
    "cold_ms": "cold load, until the last chart is drawn, ms",
    "warm_ms": "reload with a filled browser cache, ms",
    "fresh_ms": "filter change to a region not shown before, ms",
    "repeat_ms": "filter change back to all regions, ms",
    "cold_http_kb": "bytes of a first visit: HTTP on the wire, kB",
    "cold_ws_kb": "bytes of a first visit: websocket, kB",
    "cold_kb": "bytes of a first visit: together, kB",
    "fresh_kb": "bytes of a filter change, kB",
    "repeat_kb": "bytes of a change back, kB",
    "cold_cpu_ms": "server CPU of a first visit, ms",
    "fresh_cpu_ms": "server CPU of a fresh filter change, ms",
    "repeat_cpu_ms": "server CPU of a change back, ms",
    "cold_busy_ms": "browser's main thread busy in a first visit, ms",
    "fresh_busy_ms": "browser's main thread busy in a fresh filter change, ms",
    "fresh_charts": "charts redrawn by a fresh filter change",
    "rss_mib": "server memory after all repetitions, MiB",
}
# Notes the time of the last change inside any chart or tile, and how many charts had something drawn in them.
OBSERVER = """
(() => {
  const seen = window.__seen = { start: 0, last: 0, charts: new Set() };
  const watched = ".js-plotly-plot, .tile, [data-testid=stMetric]";
  const note = (node) => {
    const element = node.nodeType === 1 ? node : node.parentElement;
    if (!element) return;
    const hit = element.closest(watched);
    if (!hit) return;
    seen.last = performance.now();
    if (element.closest(".js-plotly-plot .svg-container")) seen.charts.add(hit);
  };
  new MutationObserver((list) => {
    for (const change of list) {
      note(change.target);
      for (const node of change.addedNodes) { note(node); if (node.querySelector?.(watched)) seen.last = performance.now(); }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.addEventListener("click", () => { if (seen.armed) { seen.start = performance.now(); seen.armed = false; } }, true);
  seen.reset = (armed) => { Object.assign(seen, { start: armed ? 0 : performance.now(), last: 0, armed }); seen.charts.clear(); };
})();
"""
STATE = """() => ({
  now: performance.now(), start: window.__seen.start, last: window.__seen.last, charts: window.__seen.charts.size,
  drawn: [...document.querySelectorAll(".js-plotly-plot")].filter((plot) => plot.querySelector(".main-svg")).length,
  running: document.querySelector("[data-testid=stApp]")?.dataset.testScriptState !== "notRunning",
})"""
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
        self.ws += len(base64.b64decode(payload)) if event["response"]["opcode"] == 2 else len(payload.encode())

    def busy_ms(self) -> float:
        """Return how long the main thread has run tasks since the page was opened."""
        found = {item["name"]: item["value"] for item in self.session.send("Performance.getMetrics")["metrics"]}
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


def settled(page: Page, charts: int, timeout: float = 90) -> dict:
    """Wait until `charts` charts stand there and nothing has changed for QUIET_MS; return the page's state."""
    end = time.monotonic() + timeout
    while True:
        try:
            state = page.evaluate(STATE)
            if state["last"] and state["drawn"] >= charts and not state["running"] and state["now"] - state["last"] >= QUIET_MS:
                return state
        except Exception as error:  # the reload has taken the document away
            if time.monotonic() > end:
                raise TimeoutError("no page") from error
            state = {}
        if time.monotonic() > end:
            raise TimeoutError(f"not settled: {state}")
        page.wait_for_timeout(60)


@contextmanager
def opened(browser: Browser) -> Iterator[Page]:
    """Give a page in a context of its own, with an empty cache."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, locale="ru-RU")
    try:
        page = context.new_page()
        page.add_init_script(OBSERVER)
        yield page
    finally:
        context.close()


def visit(browser: Browser, target: Target, region: str) -> dict[str, float]:
    """One repetition: first visit, reload, filter change, change back."""
    result: dict[str, float] = {}
    with opened(browser) as page:
        received = Received(page)

        def step(name: str, act: Callable[[], object], charts: int) -> None:
            cpu, http, ws = cpu_ms(target.pid), received.http, received.ws
            busy = 0.0 if name in {"cold", "warm"} else received.busy_ms()
            act()
            state = settled(page, charts)
            result[f"{name}_ms"] = state["last"] - state["start"]
            result[f"{name}_cpu_ms"] = cpu_ms(target.pid) - cpu
            result[f"{name}_busy_ms"] = received.busy_ms() - busy
            result[f"{name}_charts"] = state["charts"]
            result[f"{name}_http_kb"], result[f"{name}_ws_kb"] = (received.http - http) / 1000, (received.ws - ws) / 1000
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
    """Open the page once, unmeasured, so that the server has imported all it needs; return how many charts it has."""
    most = 0
    with opened(browser) as page:
        page.goto(target.url, wait_until="commit")
        for _ in range(8):
            state = settled(page, 1)
            page.wait_for_timeout(700)
            if state["drawn"] == most:
                return most
            most = state["drawn"]
    return most


@contextmanager
def served(folder: Path, script: Path, environment: dict[str, str], options: tuple[str, ...] = ()) -> Iterator[tuple[str, int]]:
    """Run `streamlit run` in `folder` on a free port; give address and process id."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), *options]
    log = Path(environment["BENCH_LOGS"]) / f"{script.stem}-{port}.log"
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            end = time.monotonic() + 60
            while not _answers(port):
                if process.poll() is not None or time.monotonic() > end:
                    raise SystemExit(f"the server did not start:\n{log.read_text()[-2000:]}")
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}", process.pid
        finally:
            process.terminate()
            process.wait(timeout=15)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def targets(page: str, wanted: list[str]) -> Iterator[list[Target]]:
    """Start the servers, all on the same new release, and give what is measured."""
    with ExitStack() as stack:
        data = stack.enter_context(fresh_data())
        release = build_release(data)
        # A folder of its own, so that the product's .streamlit/config.toml does not reach the plain page.
        elsewhere = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="union-plain-")))
        environment = {**os.environ, "UNION_INDICATORS_DATA": str(data), "PLAIN_RELEASE": str(release), "PLAIN_AREA": page, "BENCH_LOGS": str(elsewhere)}
        found = []
        for name in wanted:
            if name == "product":
                url, pid = stack.enter_context(served(ROOT, ROOT / "dashboard.py", environment))
                found.append(Target(name, f"{url}/{page}?lang=ru", pid, pick_product))
            else:
                options = ("--server.headless", "true", "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false")
                script, extra = ROOT / "benchmarks" / "plain_safety.py", {"PLAIN_CACHE": "1" if name == "plain_cached" else ""}
                url, pid = stack.enter_context(served(elsewhere, script, environment | extra, options))
                found.append(Target(name, url, pid, pick_plain))
        yield found


def measure(page: str, wanted: list[str], reps: int) -> dict[str, list[dict[str, float]]]:
    """Measure all targets in turn, the order rotated from one repetition to the next."""
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in wanted}
    with targets(page, wanted) as found, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for target in found:
            target.charts = count_charts(browser, target)
            print(f"{target.name}: {target.charts} charts", file=sys.stderr)
        for turn in range(reps):
            for place in range(len(found)):
                target = found[(turn + place) % len(found)]
                result = visit(browser, target, REGIONS[turn % len(REGIONS)])
                runs[target.name].append({"charts": target.charts, **result})
                print(turn + 1, target.name, {name: round(result[f"{name}_ms"]) for name in ("cold", "warm", "fresh", "repeat")},
                      f"cpu {result['fresh_cpu_ms']:.0f}", file=sys.stderr, flush=True)
        browser.close()
    return runs


def chromium() -> str:
    """Return the browser to measure with."""
    found = os.environ.get("BENCH_BROWSER") or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found:
        raise SystemExit("no Chromium found: set BENCH_BROWSER")
    return found


def median(runs: list[dict[str, float]], name: str) -> float:
    """Return the median of one measure."""
    return statistics.median(run[name] for run in runs)


def show(runs: dict[str, list[dict[str, float]]]) -> None:
    """Print medians, ratios of the product to the others, and the span of the product's values."""
    others = [name for name in runs if name != "product"]
    heads = [*runs, *(f"/ {name}" for name in others if "product" in runs)]
    print(f"{'':58}" + "".join(f"{head:>15}" for head in heads))
    for name, label in MEASURES.items():
        values = {target: median(results, name) for target, results in runs.items()}
        ratios = [values["product"] / values[other] if values[other] else float("nan") for other in others] if "product" in values else []
        print(f"{label:58}" + "".join(f"{value:>15.1f}" for value in values.values()) + "".join(f"{ratio:>15.2f}" for ratio in ratios))


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--page", default="safety", choices=[area.id for area in catalogue().areas])
    parser.add_argument("--reps", type=int, default=9)
    parser.add_argument("--cached", action="store_true", help="also the plain page with cached rows")
    parser.add_argument("--only", choices=("product", "plain", "plain_cached"))
    options = parser.parse_args()
    wanted = [options.only] if options.only else ["product", "plain", *(["plain_cached"] if options.cached else [])]
    runs = measure(options.page, wanted, options.reps)
    show(runs)
    medians = {target: {name: round(median(results, name), 2) for name in results[0]} for target, results in runs.items()}
    print(keep(f"{options.page}_page", {"machine": machine(), "page": options.page, "reps": options.reps, "median": medians, "runs": runs}))


if __name__ == "__main__":
    main()
