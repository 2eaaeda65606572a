"""A window that stays open for days: what a page or a show has drawn goes when it is left."""

from tests.browser import settled, visiting

PAGES = ("youth", "gender")
# Counts the nodes that Plotly has drawn in and that are still in memory, wherever they are.
_PLOTS = "function () { return this.filter((node) => node._fullLayout && node.data).length; }"


class Memory:
    """What a page's script keeps, after all that nobody holds has been collected."""

    def __init__(self, page):
        self.session = page.context.new_cdp_session(page)
        self.session.send("HeapProfiler.enable")

    def plots(self):
        """Return how many plots are in memory."""
        self.session.send("HeapProfiler.collectGarbage")
        found = self.session.send("Runtime.evaluate", {"expression": "HTMLDivElement.prototype"})
        nodes = self.session.send(
            "Runtime.queryObjects", {"prototypeObjectId": found["result"]["objectId"]}
        )["objects"]["objectId"]
        counted = self.session.send(
            "Runtime.callFunctionOn",
            {"objectId": nodes, "functionDeclaration": _PLOTS, "returnByValue": True},
        )
        self.session.send("Runtime.releaseObject", {"objectId": nodes})
        return counted["result"]["value"]

    def heap(self):
        """Return the size of the heap in MB."""
        self.session.send("HeapProfiler.collectGarbage")
        return self.session.send("Runtime.getHeapUsage")["usedSize"] / 1e6


def go_to(page, name):
    page.click(f'[data-focus="nav-{name}"]')
    page.wait_for_function(f"() => location.pathname.endsWith('/{name}')")
    page.wait_for_selector(f'[data-focus="nav-{name}"][aria-current]')
    settled(page)


def test_charts_of_pages_that_were_left_go_and_those_of_the_page_before_stay(server, browser):
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/{PAGES[-1]}?lang=en")
        memory = Memory(page)
        own, heaps = {}, []
        for turn in range(3):
            before = PAGES[-1]
            for name in PAGES:
                go_to(page, name)
                own[name] = page.locator(".js-plotly-plot").count()
                if turn:
                    assert memory.plots() == own[name] + own[before], (turn, name)
                before = name
            heaps.append(memory.heap())
        assert own["youth"] > 3
        assert heaps[2] < heaps[1] * 1.05, heaps


def test_back_finds_the_charts_drawn(server, browser):
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/youth?lang=en")
        page.evaluate(
            "() => { window.__plots = [...document.querySelectorAll('.js-plotly-plot')]; }"
        )
        go_to(page, "gender")
        page.go_back()
        page.wait_for_selector('[data-focus="nav-youth"][aria-current]')
        assert page.evaluate("() => window.__plots.every((plot) => plot.isConnected && plot.data)")


def test_a_show_keeps_the_slides_around_the_one_that_is_shown(server, browser):
    with visiting(browser, 1920, 1080) as visit:
        page = visit.page
        page.goto(f"{server.url}/present?page=youth&lang=en")
        page.wait_for_selector(".slide.current")
        memory, heaps = Memory(page), []
        for _ in range(3):
            for key in ("t", "t", "d", "ArrowRight", "ArrowRight", "d", "ArrowRight", "Home"):
                page.keyboard.press(key)
                page.wait_for_timeout(250)
            page.wait_for_timeout(700)
            shown = page.locator(".js-plotly-plot").count()
            assert memory.plots() == shown
            heaps.append(memory.heap())
        assert heaps[2] < heaps[1] * 1.05, heaps
