"""What people do with the dashboard, done in a real browser against a real server."""

import json
import re
import shutil
import time
from pathlib import Path
from urllib.parse import parse_qs, urlparse

from app.catalogue.cards import catalogue
from app.exhibit.assemble import assemble
from app.exhibit.code import code_for
from app.release.__main__ import main
from app.view import View
from tests.browser import visiting


def query(page):
    return {name: values[0] for name, values in parse_qs(urlparse(page.url).query).items()}


def pick(page, filter_, code):
    page.select_option(f"#filter-{filter_}", code)
    page.wait_for_function(
        "([name, code]) => document.querySelector(`#filter-${name}`)?.value === code && new "
        "URLSearchParams(location.search).get(name) === (code || null)",
        arg=[filter_, code],
    )
    answered(page)


def answered(page):
    """Wait until the page has answered what was asked."""
    page.wait_for_function(
        "() => document.querySelector('.ui .main')?.getAttribute('aria-busy') !== 'true'"
    )


def drawn(card):
    """Wait until a card's chart stands."""
    card.locator(".plot .main-svg").first.wait_for()
    card.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))")


def tile(page, exhibit):
    return page.locator(f"#{exhibit.replace('/', '-')} .value").inner_text()


def test_a_deep_link_opens_the_same_view_in_the_same_language_on_a_cold_server(live, browser):
    # It has no release yet: it builds one when it is first asked.
    live.stop()
    shutil.rmtree(live.data / "releases")
    live.start()
    with visiting(browser) as visit:
        page = visit.open(f"{live.url}/disputes?lang=kk&region=KZ-47", charts=False)
        assert page.locator("html").get_attribute("lang") == "kk"
        assert page.input_value("#filter-region") == "KZ-47"
        assert tile(page, "disputes/tile_conflicts") == "29"
        assert "Маңғыстау облысы" in page.locator("#filter-region option:checked").inner_text()
        assert query(page) == {"lang": "kk", "region": "KZ-47"}


def test_a_link_without_a_language_follows_the_browser(server, browser):
    for locale, language in (("kk-KZ", "kk"), ("de-DE", "ru")):
        with visiting(browser, locale=locale) as visit:
            page = visit.open(f"{server.url}/", charts=False)
            assert page.locator("html").get_attribute("lang") == language
            assert query(page)["lang"] == language


def test_a_filter_is_kept_from_page_to_page_and_back_leads_back(server, browser):
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/disputes?lang=ru", charts=False)
        assert tile(page, "disputes/tile_conflicts") == "49"
        pick(page, "region", "KZ-47")
        assert tile(page, "disputes/tile_conflicts") == "29"
        assert query(page) == {"lang": "ru", "region": "KZ-47"}
        page.locator("nav a", has_text="Зарплата").click()
        page.wait_for_url("**/wages?**")
        page.wait_for_function("() => document.querySelector('.ui h1')?.textContent === 'Зарплата'")
        assert page.input_value("#filter-region") == "KZ-47"
        page.go_back()
        page.wait_for_function(
            "() => document.querySelector('#disputes-tile_conflicts .value')?.textContent === '29'"
        )
        page.go_back()
        page.wait_for_function(
            "() => document.querySelector('#disputes-tile_conflicts .value')?.textContent === '49'"
        )
        assert page.input_value("#filter-region") == ""


def test_the_language_changes_in_place_and_the_view_stays(server, browser):
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/disputes?lang=ru&region=KZ-47", charts=False)
        for language, heading in (("kk", "Еңбек"), ("en", "Disputes"), ("ru", "Споры")):
            page.locator(f'.langs button[lang="{language}"]').click()
            page.wait_for_function(
                "(text) => document.querySelector('.ui h1').textContent.startsWith(text)",
                arg=heading,
            )
            assert page.locator("html").get_attribute("lang") == language
            assert query(page) == {"lang": language, "region": "KZ-47"}
            assert tile(page, "disputes/tile_conflicts") == "29"


def test_a_click_on_a_bar_on_the_map_and_the_keyboard_in_the_table_set_the_same_filter(
    server, browser
):
    with visiting(browser, height=1600) as visit:
        page = visit.open(f"{server.url}/disputes?lang=ru", charts=False)
        card = page.locator("#disputes-appeals_by_region")
        card.scroll_into_view_if_needed()
        drawn(card)
        box = card.locator(".bars .point").first.bounding_box()
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_function("() => document.querySelector('#filter-region').value === 'KZ-23'")
        page.locator(".filter.on .clear").click()
        page.wait_for_function("() => document.querySelector('#filter-region').value === ''")
        answered(page)
        card = page.locator("#disputes-appeals_by_region")
        card.locator("summary", has_text="Таблица").press("Enter")
        button = card.locator("button.pick", has_text="Мангистауская")
        button.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.querySelector('#filter-region').value === 'KZ-47'")
        assert query(page)["region"] == "KZ-47"


def test_every_region_on_the_map_can_be_clicked_the_three_cities_too(server, browser):
    cities = ("KZ-71", "KZ-75", "KZ-79")
    with visiting(browser, height=1400) as visit:
        page = visit.open(f"{server.url}/wages?lang=en", charts=False)
        card = page.locator(".card.map").first
        card.scroll_into_view_if_needed()
        for mode, places in (("map", (*cities, "KZ-47", "KZ-10")), ("tiles", (*cities, "KZ-47"))):
            if mode == "tiles":
                card.locator(".switch button").nth(1).click()
            drawn(card)
            for place in places:
                at = card.locator(".plot").evaluate(
                    """(plot, [place, mode]) => {
                    const request = new XMLHttpRequest(); request.open('GET', window.unionIndicators.geo, false); request.send();
                    const geo = JSON.parse(request.responseText);
                    const { xaxis, yaxis } = plot._fullLayout; let x, y;
                    if (mode === 'map') [x, y] = geo.map.regions[place].label;
                    else { const trace = plot.data.find((one) => one.name === place); const xs = trace.x, ys = trace.y;
                           x = (Math.min(...xs) + Math.max(...xs)) / 2; y = (Math.min(...ys) + Math.max(...ys)) / 2; }
                    const box = plot.querySelector('.svg-container').getBoundingClientRect();
                    return [box.left + xaxis._offset + xaxis.l2p(x), box.top + yaxis._offset + yaxis.l2p(y)]; }""",
                    [place, mode],
                )
                top = card.bounding_box()["y"]
                page.mouse.click(*at)
                page.wait_for_function(
                    "(code) => document.querySelector('#filter-region').value === code", arg=place
                )
                answered(page)
                drawn(card)
                assert abs(card.bounding_box()["y"] - top) < 3, "the map stays under the pointer"


def test_nonsense_in_a_link_is_ignored_with_a_message_in_the_viewers_language(server, browser):
    link = "/wages?lang=kk&region=<script>alert(1)</script>&sector=' or 1=1 --&period=3024"
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}{link}", charts=False)
        messages = page.locator(".message").all_inner_texts()
        assert len(messages) == 3
        assert all("елеусіз" in text or "көрсетілді" in text for text in messages)
        assert query(page) == {"lang": "kk"}
        assert page.locator(".ui .value").count() >= 4
        assert not visit.errors


def test_an_unknown_page_leads_to_the_overview_with_a_message(server, browser):
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/salaries?lang=en&region=KZ-23", charts=False)
        assert "salaries" in page.locator(".message").inner_text()
        assert page.input_value("#filter-region") == "KZ-23"


def test_an_exhibit_without_a_breakdown_says_so(server, browser):
    with visiting(browser) as visit:
        page = visit.open(
            f"{server.url}/disputes?lang=en&region=KZ-47&sector=oil_gas", charts=False
        )
        remark = page.locator("#disputes-conflict_outcomes .remark").inner_text()
        assert "region" in remark
        assert "sector" in remark


def test_a_new_release_is_shown_within_ten_seconds_without_a_click_and_without_a_flicker(
    live, browser, monkeypatch, queries_untried
):
    with visiting(browser) as first, visiting(browser) as second:
        pages = [
            visit.open(f"{live.url}/disputes?lang=en", charts=visit is first)
            for visit in (first, second)
        ]
        first.page.evaluate(
            "() => { window.__plots = [...document.querySelectorAll('.plot .main-svg')]; }"
        )
        for page in pages:
            assert tile(page, "disputes/tile_strikes") == "5"
        facts = live.data / "sources" / "fprk_report_2025" / "figures.csv"
        text = facts.read_text(encoding="utf-8")
        changed = re.sub(r"(strikes,2025,KZ,_T,_T,)5,", r"\g<1>6,", text)
        assert changed != text
        facts.write_text(changed, encoding="utf-8")
        monkeypatch.setenv("UNION_INDICATORS_DATA", str(live.data))
        assert main(["build", "--who", "tests", "--because", "a test"]) == 0
        began = time.monotonic()
        for page in pages:
            page.wait_for_function(
                "() => document.querySelector('#disputes-tile_strikes .value').textContent === '6'",
                timeout=10000,
            )
        assert time.monotonic() - began < 10
        for page in pages:
            assert "Release 2" in page.locator(".release").inner_text()
        kept = first.page.evaluate("() => window.__plots.map((plot) => plot.isConnected)")
        assert len(kept) > 10
        assert all(kept)
        since_the_last_visit(pages[0], live)


def since_the_last_visit(page, live):
    """Look at the front page as somebody who has been there under release 1, and follow its line."""
    digest = read_release_digest(live.data, 1)
    page.evaluate(
        "(digest) => localStorage.setItem('union-indicators-visits', "
        "JSON.stringify([{ release: 1, digest, day: '2026-02-12' }, null]))",
        digest,
    )
    page.goto(f"{live.url}/?lang=en")
    line = page.locator(".ui p.since a")
    line.wait_for()
    assert line.inner_text() == "Since your last visit (12 February 2026): 1 revised"
    line.click()
    page.wait_for_selector(".ui .changes p.since")
    assert page.url.endswith("/changes?lang=en&since=1")
    assert "tests" in page.locator("#release-2 tbody tr").inner_text()
    page.locator("[data-focus=changes-all]").click()
    page.wait_for_url(f"{live.url}/changes?lang=en")
    # Another release of that number is not the one that was seen.
    page.evaluate(
        "localStorage.setItem('union-indicators-visits', "
        "JSON.stringify([{ release: 1, digest: 'x', day: '2026-02-12' }, null]))"
    )
    page.goto(f"{live.url}/?lang=en")
    page.locator(".ui .tile").first.wait_for()
    assert page.locator(".ui p.since").is_hidden()


def read_release_digest(data, number):
    """Return how the digest of a release begins, as the browser keeps it."""
    manifest = data / "releases" / f"{number:04d}" / "manifest.json"
    return json.loads(manifest.read_text(encoding="utf-8"))["digest"][:12]


def test_the_last_numbers_stay_when_the_server_stops_and_the_page_comes_back_by_itself(
    live, browser
):
    with visiting(browser) as visit:
        page = visit.open(f"{live.url}/disputes?lang=en", charts=False)
        live.stop()
        try:
            page.wait_for_selector("#offline:not([hidden])", timeout=25000)
            assert tile(page, "disputes/tile_conflicts") == "49"
            assert "cannot be reached" in page.locator("#offline").inner_text()
        finally:
            live.start()
        page.wait_for_selector("#offline", state="hidden", timeout=25000)
        pick(page, "region", "KZ-47")
        assert tile(page, "disputes/tile_conflicts") == "29"


def test_files_and_pictures_are_given(server, browser, tmp_path):
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/disputes?lang=ru&region=KZ-23")
        card = page.locator("#disputes-appeals_by_region")
        card.locator("summary", has_text="Скачать").click()
        for label, begins in (
            ("CSV", b"\xef\xbb\xbf"),
            ("XLSX", b"PK"),
            ("PNG", b"\x89PNG"),
            ("SVG", b"<svg"),
        ):
            with page.expect_download() as waiting:
                card.locator(".file", has_text=label).click()
            path = Path(tmp_path / waiting.value.suggested_filename)
            waiting.value.save_as(path)
            assert path.read_bytes().startswith(begins), label
            if label == "SVG":
                text = path.read_text(encoding="utf-8")
                assert "1\u00a0536" in text
                assert "ФПРК" in text


def test_the_pages_address_answers_with_protection_headers(server, browser):
    with visiting(browser) as visit:
        answer = visit.page.goto(f"{server.url}/?lang=en")
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        visit.page.wait_for_selector(".ui h1")
        assert (
            json.loads(visit.context.request.get(f"{server.url}/api/release").text())["number"] == 1
        )


def test_the_search_finds_while_one_types_and_its_link_can_be_sent(server, browser):
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/figures?lang=kk", charts=False)
        page.wait_for_selector(".explorer tbody tr")
        everything = page.locator(".explorer .found").inner_text()
        page.fill("#explorer-q", "KZ-47 labour_conflicts 2025")
        page.wait_for_function(
            "(before) => document.querySelector('.explorer .found').textContent !== before",
            arg=everything,
        )
        assert query(page)["q"] == "KZ-47 labour_conflicts 2025"
        assert "Маңғыстау" in page.locator(".explorer tbody").inner_text()
        # Every row leads to the exhibit that shows it, and the link keeps the region.
        link = page.locator(".explorer tbody tr a").first.get_attribute("href")
        assert "region=KZ-47" in link
        page.reload()
        page.wait_for_selector(".explorer tbody tr")
        assert page.input_value("#explorer-q") == "KZ-47 labour_conflicts 2025"
        with page.expect_download() as download:
            page.locator(".explorer .asking .file").click()
        assert "KZ-47" in Path(download.value.path()).read_text(encoding="utf-8-sig")


def test_a_receipts_code_typed_into_the_search_leads_to_the_receipt(server, browser, store):
    card = catalogue().card("safety/deaths_by_union")
    code = code_for(assemble(card, View("ru"), store), View("ru"), store)
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/figures?lang=ru", charts=False)
        page.wait_for_selector(".explorer tbody tr")
        page.fill("#explorer-q", code.lower())
        page.wait_for_selector(".explorer .found a")
        page.locator(".explorer .found a").click()
        page.wait_for_url(f"**/r/{code}?lang=ru")
        assert code in page.locator("body").inner_text()


def test_a_member_picks_a_region_and_gets_one_page_about_it(server, browser):
    with visiting(browser, width=390, height=844) as visit:
        page = visit.open(f"{server.url}/region?lang=ru", charts=False)
        page.locator(".choices a", has_text="Мангистауская").click()
        page.wait_for_function(
            "() => document.querySelector('.ui h1')?.textContent === 'Мангистауская область'"
        )
        assert query(page)["region"] == "KZ-47"
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
        page.locator("section table a").first.click()
        page.wait_for_selector(".card")
        assert query(page)["region"] == "KZ-47"


def test_a_picked_region_leads_from_any_page_to_everything_about_it(server, browser):
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/disputes?lang=en&region=KZ-10", charts=False)
        page.locator(".ways a[data-focus^=all-]").click()
        page.wait_for_function(
            "() => document.querySelector('.ui h1')?.textContent === 'Abai Region'"
        )
        assert query(page)["region"] == "KZ-10"


def test_the_keyboard_reaches_filters_languages_and_tables_and_shows_where_it_is(server, browser):
    with visiting(browser) as visit:
        page = visit.open(f"{server.url}/disputes?lang=en", charts=False)
        seen = []
        page.locator("body").press("Tab")
        for _ in range(40):
            seen.append(
                page.evaluate(
                    "() => document.activeElement.dataset?.focus ?? "
                    "document.activeElement.className"
                )
            )
            page.keyboard.press("Tab")
        assert {"lang-kk", "filter-region", "filter-sector", "filter-period", "theme"} <= set(seen)
        assert seen[0] == "skip"
        # Esc closes what was opened, and one stands at its name again.
        definition = page.locator('.card summary[data-focus$=":definition"]').first
        definition.press("Enter")
        page.keyboard.press("Escape")
        assert definition.evaluate(
            "(node) => document.activeElement === node && !node.parentElement.open"
        )
