"""Putting a story together, sending it, taking files along and printing, done in a real browser
against a real server.
"""

import io
import json
import re
from urllib.parse import parse_qs, urlparse

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe

from app.catalogue.stories import LIMIT
from tests.browser import visiting

CONFLICTS, DEATHS, WAGE = "disputes/tile_conflicts", "safety/tile_deaths", "wages/tile_average_wage"
LIST = f"{CONFLICTS}~KZ-47,safety/deaths_by_union,{WAGE}"


@pytest.fixture
def visit(server, browser):
    """A visitor whose list is empty."""
    with visiting(browser) as one:
        yield one
        assert one.errors == []


def query(page):
    return {name: values[0] for name, values in parse_qs(urlparse(page.url).query).items()}


def pin(page, exhibit):
    page.locator(f'[data-focus="pin-{exhibit}"]').click()


def to_stories(page):
    page.locator('[data-focus="nav-stories"]').click()
    page.wait_for_selector("#own")


def shown(page, count):
    """Wait until the list has that many slides; return their titles."""
    page.wait_for_function(
        "(count) => document.querySelectorAll('.slides.own li').length === count", arg=count
    )
    return page.locator(".slides.own .slide-title").all_inner_texts()


def focus(page):
    return page.evaluate("() => document.activeElement.dataset.focus")


def test_what_is_pinned_on_two_pages_is_a_story_and_its_link_shows_the_same_to_somebody_else(
    server, browser
):
    with visiting(browser) as visit, visiting(browser) as other:
        page = visit.open(f"{server.url}/disputes?lang=ru&region=KZ-47", charts=False)
        card = page.locator(".card").first.element_handle()
        pin(page, CONFLICTS)
        assert (
            page.locator(f'[data-focus="pin-{CONFLICTS}"]').get_attribute("aria-pressed") == "true"
        )
        assert page.locator("nav .count").inner_text() == "1"
        page.locator(".filter.on .clear").click()
        page.wait_for_function("() => document.querySelector('#filter-region').value === ''")
        # Without the region it is another slide: the number of the country is not the number of the
        # region.
        assert (
            page.locator(f'[data-focus="pin-{CONFLICTS}"]').get_attribute("aria-pressed") == "false"
        )
        assert card.evaluate("(card) => !card.isConnected")
        page.locator("nav a", has_text="Охрана труда").click()
        page.wait_for_selector(f'[data-focus="pin-{DEATHS}"]')
        pin(page, DEATHS)
        to_stories(page)
        titles = shown(page, 2)
        assert query(page) == {"lang": "ru", "show": f"{CONFLICTS}~KZ-47,{DEATHS}"}
        assert "Мангистауская" in page.locator(".slides.own li").first.inner_text()
        address = page.url
        friend = other.open(address, charts=False)
        assert shown(friend, 2) == titles
        assert "пришёл со ссылкой" in friend.locator("#own .message").inner_text()
        assert friend.locator("nav .count").is_hidden()
        friend.locator('[data-focus="story-keep"]').click()
        assert friend.locator("nav .count").inner_text() == "2"
        friend.goto(f"{server.url}/stories?lang=en")
        friend.wait_for_selector("#own")
        assert len(shown(friend, 2)) == 2
        assert friend.locator('[data-focus="story-keep"]').count() == 0
        assert visit.errors == other.errors == []


def test_a_pin_costs_no_rerun_and_leaves_every_card_as_it_is(server, visit):
    page = visit.open(f"{server.url}/wages?lang=kk", charts=False)
    page.evaluate("() => { window.__cards = [...document.querySelectorAll('.card, .tile')]; }")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    pin(page, WAGE)
    pin(page, WAGE)
    pin(page, WAGE)
    assert page.locator("nav .count").inner_text() == "1"
    assert page.evaluate("() => window.__cards.every((card) => card.isConnected)")
    assert [url for url in asked if "/api/release" not in url] == []


def test_a_card_that_looks_the_same_in_another_view_is_pinned_with_that_view(server, visit):
    page = visit.open(f"{server.url}/disputes?lang=en", charts=False)
    title = page.locator("#disputes-strikes h3").inner_text()
    page.select_option("#filter-period", "2025")
    page.wait_for_selector(".filter.on")
    assert page.locator("#disputes-strikes h3").inner_text() == title
    pin(page, "disputes/strikes")
    assert (
        page.evaluate("() => localStorage.getItem('union-indicators-story')")
        == "disputes/strikes~~~2025"
    )


def test_the_keyboard_alone_sorts_removes_and_brings_back(server, visit):
    page = visit.open(f"{server.url}/stories?lang=kk&show={LIST}", charts=False)
    first, second, third = shown(page, 3)
    reached = []
    while focus(page) != "slide-0-down" and len(reached) < 80:
        page.keyboard.press("Tab")
        reached.append(focus(page))
    assert {
        "present-own",
        "file-PPTX-own",
        "story-link",
        "story-clear",
        "slide-0",
        "slide-0-up",
    } <= set(reached)
    page.keyboard.press("Enter")
    assert shown(page, 3) == [second, first, third]
    assert focus(page) == "slide-1-down"
    assert first in page.locator("#said").inner_text()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert shown(page, 3) == [second, third, first]
    assert focus(page) == "slide-2-down"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert shown(page, 2) == [second, third]
    assert focus(page) == "story-undo"
    page.keyboard.press("Enter")
    assert shown(page, 3) == [second, third, first]
    assert query(page)["show"] == f"safety/deaths_by_union,{WAGE},{CONFLICTS}~KZ-47"
    page.locator('[data-focus="story-clear"]').press("Enter")
    assert "show" not in query(page)
    page.keyboard.press("Enter")
    assert shown(page, 3) == [second, third, first]


def test_editing_a_link_leaves_ones_own_story_alone_and_back_finds_it_as_it_is_now(server, visit):
    page = visit.open(f"{server.url}/disputes?lang=en", charts=False)
    pin(page, CONFLICTS)
    page.goto(f"{server.url}/stories?lang=en&show={LIST}")
    shown(page, 3)
    page.locator('[data-focus="slide-0-remove"]').click()
    shown(page, 2)
    assert page.locator("nav .count").inner_text() == "1"
    page.locator('[data-focus="story-mine"]').click()
    shown(page, 1)
    page.locator(".slides.own a").click()
    page.wait_for_selector('[data-focus="pin-disputes/strikes"]')
    pin(page, "disputes/strikes")
    page.go_back()
    shown(page, 2)
    assert query(page)["show"] == f"{CONFLICTS},disputes/strikes"
    assert page.locator('[data-focus="story-keep"]').count() == 0


def test_one_step_back_leads_to_the_list_of_the_link_and_to_the_search_as_they_were_left(
    server, visit
):
    page = visit.open(f"{server.url}/stories?lang=en&show={LIST}", charts=False)
    shown(page, 3)
    page.select_option("#filter-sector", "oil_gas")
    page.wait_for_function(
        "() => location.search.includes('oil_gas') && document.querySelector('.filter.on')"
    )
    steps = page.evaluate("() => history.length")
    page.locator(".slides.own a").nth(1).click()
    page.wait_for_selector(".card")
    page.wait_for_function(
        "() => location.pathname === '/safety' && location.search.includes('lang=en')"
    )
    assert page.evaluate("() => history.length") == steps + 1
    page.go_back()
    shown(page, 3)
    assert query(page) == {"lang": "en", "sector": "oil_gas", "show": LIST}
    assert page.locator('[data-focus="story-keep"]').is_visible()
    page.go_back()
    page.wait_for_function("() => document.querySelector('#filter-sector')?.value === ''")
    assert query(page) == {"lang": "en", "show": LIST}
    page.locator('[data-focus="nav-figures"]').click()
    page.fill("#explorer-q", "KZ-47 strikes")
    page.wait_for_function(
        "() => location.search.includes('strikes') && document.querySelector('.explorer tbody a')"
    )
    page.wait_for_timeout(300)
    page.locator(".explorer tbody a").first.click()
    page.wait_for_selector(".card")
    page.go_back()
    page.wait_for_selector("#explorer-q")
    assert page.input_value("#explorer-q") == "KZ-47 strikes"


def test_a_link_with_a_vanished_exhibit_and_nonsense_says_so_and_the_rest_is_shown(server, visit):
    page = visit.open(
        f"{server.url}/stories?lang=en&show={DEATHS}~KZ-99,gone/exhibit,<b>x</b>,{WAGE}",
        charts=False,
    )
    titles = shown(page, 4)
    assert titles[1] == "This exhibit no longer exists: gone/exhibit"
    assert "<" not in titles[2]
    assert "KZ-99" in page.locator("#own .messages").inner_text()
    page.locator('[data-focus="slide-1-remove"]').click()
    page.locator('[data-focus="slide-1-remove"]').click()
    assert shown(page, 2) == [titles[0], titles[3]]
    assert query(page)["show"] == f"{DEATHS},{WAGE}"


def test_a_link_with_more_slides_than_a_story_holds_shows_the_first_and_says_so(server, visit):
    page = visit.open(
        f"{server.url}/stories?lang=en&show={','.join([DEATHS] * (LIMIT + 1))}", charts=False
    )
    shown(page, LIMIT)
    assert str(LIMIT + 1) in page.locator("#own .messages").inner_text()
    page.locator('[data-focus="story-keep"]').click()
    page.locator("nav a", has_text="Wages").click()
    page.wait_for_selector(f'[data-focus="pin-{WAGE}"]')
    pin(page, WAGE)
    assert page.locator("nav .count").inner_text() == str(LIMIT)
    assert str(LIMIT) in page.locator("#said").inner_text()


def test_a_filter_of_the_page_goes_before_the_slides_own_and_says_so(server, visit):
    page = visit.open(f"{server.url}/stories?lang=en&show={LIST}&region=KZ-10", charts=False)
    shown(page, 3)
    assert "Abai" in page.locator(".slides.own li").first.inner_text()
    page.locator('[data-focus="story-own-views"]').click()
    page.wait_for_function(
        "() => document.querySelector('.slides.own li')?.textContent.includes('Mangystau')"
    )
    assert query(page) == {"lang": "en", "show": LIST}
    assert page.locator('[data-focus="story-own-views"]').count() == 0


def test_a_browser_that_keeps_nothing_still_holds_the_story_while_the_page_is_open(server, browser):
    with visiting(browser, anew=True) as visit:
        visit.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new "
            "DOMException('denied', 'SecurityError'); } });"
        )
        page = visit.open(f"{server.url}/disputes?lang=ru", charts=False)
        pin(page, CONFLICTS)
        to_stories(page)
        shown(page, 1)
        assert visit.errors == []


def test_a_story_of_the_house_is_presented_as_the_page_is_filtered_and_lists_its_slides_when_asked(
    server, visit
):
    page = visit.open(f"{server.url}/stories?lang=kk&region=KZ-47", charts=False)
    story = page.locator(".story").first
    name = story.locator("a", has_text="Экранда көрсету").get_attribute("href")
    assert re.fullmatch(r"\./present\?story=\w+&lang=kk&region=KZ-47", name)
    told = []
    page.on(
        "response", lambda answer: told.append(answer.url) if "/api/story" in answer.url else None
    )
    story.locator("summary").click()
    story.locator(".slides li").first.wait_for()
    count = re.search(r"\d+", story.locator("summary").inner_text())[0]
    assert story.locator(".slides li").count() == int(count)
    assert len(told) == 1
    # The address keeps the story's name and the viewer's filter when that changes.
    page.select_option("#filter-region", "KZ-10")
    page.wait_for_function("() => document.querySelector('.story a').href.endsWith('region=KZ-10')")


def test_an_exhibit_leads_to_the_stage_to_its_receipt_and_into_another_site(server, visit):
    page = visit.open(f"{server.url}/disputes?lang=ru&region=KZ-23", charts=False)
    card = page.locator("#disputes-appeals_by_region")
    assert (
        card.locator("a", has_text="Показать на экране").get_attribute("href")
        == "./present?exhibit=disputes/appeals_by_region&lang=ru&region=KZ-23"
    )
    code = card.locator(".source .code")
    assert code.get_attribute("href") == f"./r/{code.inner_text()}?lang=ru"
    card.locator("summary", has_text="Вставить на сайт").click()
    snippet = card.locator("textarea").input_value()
    assert (
        f'src="{server.url}/embed/disputes/appeals_by_region?lang=ru&amp;region=KZ-23"' in snippet
    )
    assert re.search(r'height="\d{3}"', snippet)
    # A card that cannot follow the new filter stays as it is, but what leads from it follows.
    page.select_option("#filter-sector", "oil_gas")
    page.wait_for_function(
        "() => document.querySelector('#disputes-appeals_by_region .actions "
        "a').href.endsWith('&sector=oil_gas')"
    )
    assert (
        page.locator(".main > .ways a", has_text="Показать страницу").get_attribute("href")
        == "./present?page=disputes&lang=ru&region=KZ-23&sector=oil_gas"
    )


class Files:
    """Answers in place of the server how far its files are."""

    def __init__(self, page):
        self.ordered, self.stopped, self.states = [], [], {}
        page.route("**/api/files**", self.answer)
        page.route("**/api/files/**", self.answer)

    def answer(self, route):
        request, path = route.request, urlparse(route.request.url).path
        if request.method == "POST":
            asked = {
                name: values[0] for name, values in parse_qs(urlparse(request.url).query).items()
            }
            self.ordered.append(asked)
            route.fulfill(status=202, body=json.dumps({"id": str(len(self.ordered)), "all": 12}))
        elif request.method == "DELETE":
            self.stopped.append(path.rsplit("/", 1)[1])
            route.fulfill(body='{"state": "cancelled"}')
        elif path.endswith("/file"):
            route.fulfill(body="a file")
        else:
            state = self.states.get(
                path.rsplit("/", 1)[1],
                {"state": "waiting", "done": 0, "all": 12, "file": None, "said": ""},
            )
            if state is None:
                route.abort()
            else:
                route.fulfill(body=json.dumps(state))


def test_files_in_the_making_stand_under_each_other_and_can_be_cancelled(server, visit):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open(f"{server.url}/disputes?lang=en&region=KZ-47", charts=False)
    files = Files(page)
    page.locator(".main > .ways .file", has_text="PPTX").click()
    page.locator(".main > .ways .file", has_text="PDF").click()
    assert page.locator(".job").count() == 2
    files.states["1"] = {
        "state": "working",
        "done": 7,
        "all": 12,
        "file": None,
        "said": "Being made",
    }
    page.wait_for_function("() => document.querySelector('.job .said').textContent === '7 of 12'")
    assert page.locator(".job progress").first.get_attribute("value") == "7"
    assert files.ordered[0] == {"kind": "pptx", "page": "disputes", "lang": "en", "region": "KZ-47"}
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= 390
    # Another language draws the page anew; what is being made goes on.
    page.locator('.langs button[lang="kk"]').click()
    page.wait_for_function(
        "() => document.documentElement.lang === 'kk' && document.querySelector('.job "
        ".said').textContent === 'Дайын: 7 / 12'"
    )
    second = page.locator(".job").nth(1).locator("button")
    second.focus()
    second.press("Enter")
    assert page.locator(".job").count() == 1
    page.wait_for_function("() => document.activeElement.dataset.focus === 'file-PDF-disputes'")
    assert files.stopped == ["2"]
    with page.expect_download() as download:
        files.states["1"] = {
            "state": "ready",
            "done": 12,
            "all": 12,
            "file": "./api/files/1/file",
            "said": "",
        }
    assert download.value.url == f"{server.url}/api/files/1/file"
    assert "жүктелуде" in page.locator(".job.ready").inner_text()
    page.locator(".job.ready button").click()
    assert page.locator(".job").count() == 0
    assert files.stopped == ["2"]


def test_a_lost_connection_and_a_failure_are_told(server, visit):
    page = visit.open(f"{server.url}/stories?lang=ru&show={LIST}", charts=False)
    shown(page, 3)
    files = Files(page)
    files.states["1"] = None
    page.locator('[data-focus="file-XLSX-own"]').click()
    page.wait_for_selector(".job.lost")
    assert "Нет связи" in page.locator(".job").inner_text()
    assert files.ordered == [{"kind": "xlsx", "show": LIST, "lang": "ru"}]
    files.states["1"] = {"state": "working", "done": 1, "all": 3, "file": None, "said": ""}
    page.wait_for_selector(".job.working")
    files.states["1"] = {
        "state": "failed",
        "done": 1,
        "all": 3,
        "file": None,
        "said": "Места на диске нет.",
    }
    page.wait_for_selector(".job.failed")
    page.wait_for_timeout(700)
    assert "Места на диске нет." in page.locator(".job").inner_text()
    page.locator(".job button", has_text="Закрыть").click()
    assert page.locator(".job").count() == 0
    assert files.stopped == []


def test_a_picture_carries_its_code_and_if_the_server_answers_its_qr(server, visit, tmp_path):
    page = visit.open(f"{server.url}/disputes?lang=kk", charts=False)
    card = page.locator("#disputes-appeals_by_region")
    card.locator("summary", has_text="Жүктеу").click()
    for reached in (True, False):
        if not reached:
            page.route("**/*.qr.json*", lambda route: route.abort())
        with page.expect_download() as download:
            card.locator(".file", has_text="SVG").click()
        download.value.save_as(tmp_path / "picture.svg")
        text = (tmp_path / "picture.svg").read_text(encoding="utf-8")
        assert f">{card.locator('.code').inner_text()}</text>" in text
        assert ('crispEdges"><path fill="#FFF"' in text) is reached


def test_paper_is_light_whole_and_numbered_and_the_screen_comes_back_as_it_was(server, visit):
    visit.page.emulate_media(color_scheme="dark")
    page = visit.open(f"{server.url}/disputes?lang=en&region=KZ-47", charts=False)
    page.wait_for_selector(".plot .main-svg")
    width = page.locator(".plot .main-svg").first.bounding_box()["width"]
    page.evaluate("""() => addEventListener("beforeprint", () => { window.__paper = { theme: document.documentElement.dataset.theme,
        undrawn: [...document.querySelectorAll(".plot")].filter((plot) => !plot.querySelector(".main-svg")).length }; })""")
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert page.evaluate("() => window.__paper") == {"theme": "light", "undrawn": 0}
    for number, sheet in enumerate(sheets, 1):
        text = " ".join(sheet.extract_text().split())
        assert "Disputes" in text
        assert "Release 1" in text
        assert f"{number} / {len(sheets)}" in text
        assert "Add to story" not in text
        assert "Download" not in text
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.wait_for_function(
        "(width) => Math.abs(document.querySelector('.plot "
        ".main-svg').getBoundingClientRect().width - width) < 2",
        arg=width,
    )


def test_a_phone_shows_a_story_without_sideways_scrolling_and_axe_finds_no_fault(server, visit):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open(
        f"{server.url}/stories?lang=en&region=KZ-10&show={LIST},gone/exhibit", charts=False
    )
    Files(page)
    page.locator('[data-focus="file-PDF-own"]').click()
    for language in ("kk", "ru", "en"):
        page.locator(f'.langs button[lang="{language}"]').click()
        page.wait_for_function(
            "(language) => document.documentElement.lang === language", arg=language
        )
        shown(page, 4)
        assert page.evaluate("() => document.scrollingElement.scrollWidth") <= 390
        cut = "(one) => one.getBoundingClientRect().right > 391 || one.clientWidth && one.scrollWidth > one.clientWidth + 1"
        assert (
            page.evaluate(
                "() => [...document.querySelectorAll('.stories *, .job "
                f"*')].filter({cut}).map((one) => one.outerHTML.slice(0, 120))"
            )
            == []
        )
    assert Axe().run(page).response["violations"] == []
