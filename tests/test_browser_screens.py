"""A phone as a phone is and a laptop: what stands on the screen stays in its room, and Back leads
to where one was.
"""

import pytest

from tests.browser import settled, visiting

OUT_OF_ITS_BOX = """() => [...document.querySelectorAll('.ui .plot')]
  .filter((plot) => plot.querySelector('.main-svg').getBoundingClientRect().height > plot.getBoundingClientRect().height + 1)
  .map((plot) => plot.closest('.card').id)"""

PLACE = """() => {
  const one = [...document.querySelectorAll('.ui .card')].find((card) => card.getBoundingClientRect().bottom > 80);
  return { id: one?.id, top: one?.getBoundingClientRect().top, y: scrollY };
}"""

# What grows beside the first of a row in which something is opened.
GROWN = """async ([row, one, opens]) => {
  const items = [...document.querySelectorAll(`${row} > ${one}`)];
  const opened = items.find((item, index) => item.querySelector(opens) && items[index + 1]?.offsetTop === item.offsetTop);
  const others = items.filter((item) => item !== opened);
  const before = others.map((item) => item.offsetHeight);
  opened.querySelector(opens).click();
  await new Promise((done) => setTimeout(done, 300));
  return others.filter((item, index) => item.offsetHeight > before[index] + 1).map((item) => item.id);
}"""


def answered(page):
    """Wait until the page answers what it was asked."""
    page.wait_for_function(
        "() => document.querySelector('.ui .main')?.getAttribute('aria-busy') === 'false'"
    )


@pytest.fixture
def phone(browser):
    """A visitor with a phone: touch, a mobile viewport, two device pixels to one."""
    with visiting(browser, width=390, height=844, mobile=True) as visit:
        yield visit


def test_after_a_change_of_filters_no_drawing_is_higher_than_its_box(server, phone):
    page = phone.open(f"{server.url}/safety?lang=ru")
    page.select_option("#filter-period", "2024")
    page.wait_for_url("**period=2024**")
    answered(page)
    settled(page)
    assert page.evaluate(OUT_OF_ITS_BOX) == []


@pytest.mark.parametrize("turned", [False, True], ids=["upright", "turned"])
def test_a_show_fills_the_screen_of_a_phone(server, phone, turned):
    width, height = (844, 390) if turned else (390, 844)
    phone.page.set_viewport_size({"width": width, "height": height})
    phone.page.goto(f"{server.url}/present?exhibit=safety/deaths_by_union&lang=ru")
    phone.page.wait_for_selector(".slide.current h1")
    stage = phone.page.evaluate(
        "() => { const at = document.querySelector('#stage').getBoundingClientRect();"
        " return [at.left, at.top, at.right, at.bottom, innerWidth]; }"
    )
    scale = min(width / 1920, height / 1080)
    left, top = (width - 1920 * scale) / 2, (height - 1080 * scale) / 2
    assert stage == pytest.approx([left, top, width - left, height - top, width], abs=1)


@pytest.mark.parametrize("way", ["receipt", "menu", "menu, at once"])
def test_back_leads_to_where_one_was(server, browser, way):
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/safety?lang=ru", charts=False)
        page.evaluate("() => window.scrollTo(0, 6000)")
        page.wait_for_timeout(600)
        was = page.evaluate(PLACE)
        assert was["y"] > 5000
        link = (
            f"#{was['id']} .source a" if way == "receipt" else ".top .areas a:not([aria-current])"
        )
        page.evaluate("(link) => document.querySelector(link).click()", link)
        page.wait_for_url(lambda url: "/safety" not in url)
        page.wait_for_function("() => scrollY === 0")
        if way == "menu":
            page.wait_for_selector(f"#{was['id']}", state="detached")
        page.go_back()
        page.wait_for_selector(f"#{was['id']}")
        page.wait_for_timeout(800)
        now = page.evaluate(PLACE)
        assert now["id"] == was["id"]
        assert now["top"] == pytest.approx(was["top"], abs=3)


def test_what_opens_makes_its_neighbour_no_higher_and_stays_in_its_card_on_a_phone(server, browser):
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/safety?lang=kk")
        for row, one, opens in (
            (".grid", ".card.half", "[data-focus$=':table']"),
            (".tiles", ".tile", "[data-focus$=':further']"),
        ):
            higher = page.evaluate(GROWN, [row, one, opens])
            assert higher == [], row
        page.set_viewport_size({"width": 390, "height": 844})
        page.evaluate(
            "() => document.querySelectorAll(\"[data-focus$=':table']\").forEach((one) => "
            "one.parentElement.open || one.click())"
        )
        page.wait_for_timeout(300)
        wide = page.evaluate(
            "() => [...document.querySelectorAll('.card details[open]')].filter((one) => "
            "one.getBoundingClientRect().right > one.closest('.card').getBoundingClientRect().right)"
            ".map((one) => one.closest('.card').id)"
        )
        assert wide == []


def test_every_area_of_the_menu_is_seen(server, browser):
    for width, language in ((1366, "kk"), (390, "kk"), (390, "ru")):
        with visiting(browser, width=width, height=768, mobile=width < 500) as visit:
            page = visit.open(f"{server.url}/?lang={language}", charts=False)
            hidden = page.evaluate(
                "() => [...document.querySelectorAll('.top .areas a')].filter((one) => "
                "one.getBoundingClientRect().right > document.documentElement.clientWidth)"
                ".map((one) => one.textContent)"
            )
            assert hidden == [], (width, language)
