"""In a browser: a filter brings what has changed and no more, and what is missing there comes."""

import pytest

from tests.browser import visiting


@pytest.fixture
def visit(server, browser):
    """A page, and how many bytes come for it by the live connection."""
    with visiting(browser) as one:
        one.bytes = 0

        def listen(socket):
            socket.on("framereceived", lambda frame: weigh(frame))

        def weigh(frame):
            one.bytes += len(frame)

        one.page.on("websocket", listen)
        one.open(f"{server.url}/youth?lang=ru", charts=False)
        yield one


def pick(visit, region):
    """Pick a region and wait for it; return how many bytes came."""
    before = visit.bytes
    visit.page.locator("#filter-region").select_option(region)
    visit.page.wait_for_function(
        "(region) => document.querySelector('#filter-region')?.value === region"
        " && document.querySelector('.ui .main')?.getAttribute('aria-busy') !== 'true'",
        arg=region,
    )
    return visit.bytes - before


def texts(page):
    return page.locator(".ui .card, .ui .tile").all_inner_texts()


def test_back_at_a_view_the_exhibits_are_there_and_are_not_sent_again(visit):
    first, shown = visit.bytes, texts(visit.page)
    region = pick(visit, "KZ-47")
    elsewhere = texts(visit.page)
    assert elsewhere != shown
    back = pick(visit, "")
    assert texts(visit.page) == shown
    assert back < region < first
    assert back < first / 5
    pick(visit, "KZ-47")
    assert texts(visit.page) == elsewhere


def test_a_browser_that_misses_an_exhibit_asks_for_all_and_shows_it(visit):
    shown = texts(visit.page)
    # As if the script had forgotten: what is kept by digests is not found once.
    visit.page.evaluate(
        """() => {
          const { get } = Map.prototype;
          Map.prototype.get = function (key) {
            if (!/^[0-9a-f]{18}$/.test(key)) return get.call(this, key);
            Map.prototype.get = get;
            window.missed = true;
          };
        }"""
    )
    pick(visit, "KZ-47")
    assert visit.page.evaluate("window.missed")
    pick(visit, "")
    assert texts(visit.page) == shown
    assert not visit.errors
