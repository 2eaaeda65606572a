"""Every page, looked at once on a phone and on a laptop, in three languages, light or dark:
nothing sideways, nothing undrawn, nothing axe-core minds.
"""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from app.words.say import LANGUAGES, say
from tests.browser import settled, visiting
from tests.conftest import ROOT

PAGES = ("", *sorted(path.stem for path in (ROOT / "pages").glob("*.py")))
# Rules that fail in Streamlit's own frame, outside what an app can change; each with the reason.
FRAMEWORK: dict[str, str] = {}
# The rows of a long table are all made alike, and so are cards of one kind: a few speak for the
# others. What is alike is taken out of sight, or axe would still measure where it lies.
FEW = 2
ALIKE = "tbody tr:nth-child(n+6), .card[data-alike] { display: none !important; }"
MARK_ALIKE = """(few) => {
  const kinds = {};
  for (const card of document.querySelectorAll('.ui .card')) {
    const kind = [...card.classList].sort().join(' ');
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    card.toggleAttribute('data-alike', kinds[kind] > few);
  }
}"""


@pytest.fixture(scope="module", params=PAGES, ids=lambda name: name or "front")
def visit(request, server, browser):
    """A page as a phone opens it, with a region picked; the tests below look at it one after the
    other, each in another language: which, turns from page to page, and so do light and dark.
    """
    turn = PAGES.index(request.param)
    with visiting(browser, width=390, height=844) as one:
        one.languages = LANGUAGES[turn % 3 :] + LANGUAGES[: turn % 3]
        one.dark = turn % 2 == 1
        one.open(f"{server.url}/{request.param}?lang={one.languages[0]}&region=KZ-47", charts=False)
        yield one


def spoken(page, language):
    """Choose a language and wait until the page speaks it."""
    page.locator(f'.langs button[lang="{language}"]').click()
    page.wait_for_function("(language) => document.documentElement.lang === language", arg=language)
    page.wait_for_function(
        "() => document.querySelector('.ui .main')?.getAttribute('aria-busy') !== 'true'"
    )


def faults(page):
    """Return what axe-core minds on a page with a few cards of each kind."""
    page.evaluate(MARK_ALIKE, FEW)
    alike = page.add_style_tag(content=ALIKE)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    alike.evaluate("(style) => style.remove()")
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:160]} ({len(one['nodes'])})"
        for one in found
        if one["id"] not in FRAMEWORK
    ]


def test_a_phone_shows_it_without_sideways_scrolling(visit):
    for language in visit.languages[:2]:
        spoken(visit.page, language)
        assert visit.page.evaluate("() => document.scrollingElement.scrollWidth") <= 390, language
        wide = visit.page.evaluate(
            "() => [...document.querySelectorAll('.ui .card, .ui .tile')].filter((one) => "
            "one.getBoundingClientRect().right > 391).length"
        )
        assert wide == 0, language


def test_nothing_of_streamlit_s_own_stands_beside_the_page(visit):
    # As its advice to developers does, which only a server started by hand on one's own machine
    # shows.
    beside = visit.page.evaluate("""() => {
      const own = document.createElement('div');
      own.style = 'display: flex; width: 336px; height: 100px';
      document.querySelector('[data-testid="stAppViewContainer"]').append(own);
      const width = own.offsetWidth;
      own.remove();
      return width;
    }""")
    assert beside == 0
    assert visit.page.evaluate(
        "() => document.querySelector('.ui').offsetWidth === document.documentElement.clientWidth"
    )


def test_axe_finds_no_fault_that_the_app_can_mend(visit):
    # Before all charts are drawn: axe reads those near the top, and the others are drawn alike.
    page = visit.page
    page.set_viewport_size({"width": 1440, "height": 900})
    spoken(page, visit.languages[1])
    for summary in page.locator(".card details:first-of-type:not([open]) summary").all()[:3]:
        summary.click()
    # In the dark only colours differ: every second page is looked at there.
    if visit.dark:
        page.locator("button.theme").click()
        assert page.locator("html").get_attribute("data-theme") == "dark"
    assert faults(page) == []


def test_all_its_charts_are_drawn_without_a_fault_and_it_says_its_release(visit):
    page, language = visit.page, visit.languages[2]
    page.set_viewport_size({"width": 1440, "height": 900})
    spoken(page, language)
    settled(page)
    said = say(language, "release", number=r"\d+", date=r".*\d{4}.*")
    assert re.fullmatch(said, page.locator(".release").inner_text())
    assert visit.errors == []
