"""A dossier in a real browser: wide, on a phone, and in print. Needs Chromium (apt-get install chromium)."""

import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from pipeline.brief import RENDERERS, find_choice, make_dossier
from pipeline.vocabulary import About
from tests.brief.stories import tell_story
from tests.requirements import give_up

pytestmark = pytest.mark.browser

WIDE, PHONE = {"width": 1180, "height": 900}, {"width": 390, "height": 800}
CONTRAST = """() => {
  const rgb = text => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, place) => sum + v * [.2126, .7152, .0722][place], 0);
  const ground = one => { for (let at = one; at; at = at.parentElement) {
    const colour = rgb(getComputedStyle(at).backgroundColor); if (colour.length < 4 || colour[3] > 0) return colour; } return [255, 255, 255]; };
  return [...document.querySelectorAll('main *')].filter(one => [...one.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && !one.closest('svg'))
    .map(one => { const [a, b] = [light(rgb(getComputedStyle(one).color)), light(ground(one))]; return (Math.max(a, b) + .05) / (Math.min(a, b) + .05); })
    .reduce((least, one) => Math.min(least, one), 99);
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = os.environ.get("NEEDS_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        give_up("Chromium: no NEEDS_CHROMIUM, and no chromium on PATH")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found)
        yield started
        started.close()


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dossier") / "country-ken.html"
    path.write_bytes(RENDERERS["html"](make_dossier(tell_story(), find_choice(About.COUNTRY, "KEN"))))
    return path


def open_page(browser: Browser, path: Path, size: dict[str, int]) -> Page:
    page = browser.new_page(viewport=size)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    assert asked == [path.as_uri()], "the page fetches something"
    return page


@pytest.mark.parametrize("size", (WIDE, PHONE), ids=("wide", "phone"))
def test_nothing_runs_over_the_edge(browser: Browser, page_file: Path, size: dict[str, int]):
    page = open_page(browser, page_file, size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert page.locator("h1").inner_text() == "Kenya"
    page.close()


def test_a_number_leads_to_its_passages_and_on_to_the_words(browser: Browser, page_file: Path):
    page = open_page(browser, page_file, WIDE)
    page.locator(".figures a.number").first.click()
    assert page.url.endswith("#f-open")
    page.locator("#f-open .refs a").first.click()
    assert "said by the" in page.locator(":target .where").inner_text()
    page.close()


def test_the_words_stand_out_from_their_ground(browser: Browser, page_file: Path):
    page = open_page(browser, page_file, WIDE)
    assert page.evaluate(CONTRAST) >= 4.5
    page.close()


def test_on_a_phone_each_cell_says_what_it_is(browser: Browser, page_file: Path):
    page = open_page(browser, page_file, PHONE)
    cell = page.locator("#requests tbody td").first
    assert cell.evaluate("one => getComputedStyle(one, '::before').content") == '"Convention"'
    page.close()


def test_it_prints_on_few_pages_without_the_contents(browser: Browser, page_file: Path):
    page = open_page(browser, page_file, WIDE)
    printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = printed[0].get_textpage().get_text_range()
    assert "Situation at a glance" in text and "Skip to the content" not in text
    assert round(printed[0].get_width()) == 595 and len(printed) < 14
    page.close()
