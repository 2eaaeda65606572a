"""Every page, in every language and theme, passes axe-core; what Streamlit itself causes is listed by name."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import visiting
from tests.conftest import ROOT

PAGES = ("", *sorted(path.stem for path in (ROOT / "pages").glob("*.py")))
# Rules that fail in Streamlit's own frame, outside what an app can change; each with the reason.
FRAMEWORK: dict[str, str] = {}
# The rows of a long table are all made alike: the first thirty speak for the others, and axe need not read thousands.
ALIKE = {"exclude": [["tbody tr:nth-child(n+31)"]]}


# Each page in both themes, the languages by turns: every language is seen in both themes on many pages.
TURNS = [(page, ("kk", "ru", "en")[(row + column) % 3], theme) for row, page in enumerate(PAGES) for column, theme in enumerate(("light", "dark"))]


@pytest.mark.parametrize(("page_name", "language", "theme"), TURNS)
def test_axe_finds_no_fault_that_the_app_can_mend(server, browser, page_name, language, theme):
    with visiting(browser, scheme=theme) as visit:
        page = visit.open(f"{server.url}/{page_name}?lang={language}&region=KZ-47", charts=False)
        page.wait_for_timeout(300)
        for summary in page.locator(".card details:first-of-type summary").all()[:3]:
            summary.click()
        found = Axe().run(page, context=ALIKE).response["violations"]
        faults = [f"{one['id']}: {one['nodes'][0]['html'][:160]} ({len(one['nodes'])})" for one in found if one["id"] not in FRAMEWORK]
        assert faults == []


def test_the_keyboard_reaches_filters_languages_and_tables_and_shows_where_it_is(server, browser):
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/disputes?lang=en")
        seen = []
        page.locator("body").press("Tab")
        for _ in range(40):
            seen.append(page.evaluate("() => document.activeElement.dataset?.focus ?? document.activeElement.className"))
            page.keyboard.press("Tab")
        assert {"lang-kk", "filter-region", "filter-sector", "filter-period", "theme"} <= set(seen)
