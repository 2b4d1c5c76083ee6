"""Reading, following and searching, as people do it."""

import csv
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAGES = [
    *("/", "/search", "/search?q=china", "/2025Z19665", "/kst-36696-4", "/kst-29826-281", "/kst-35925-XVII-54"),
    *("/overview", "/2025Z19665/citations", "/kst-35925-XVII-54/citations"),
    *("/kst-36696-4/source", "/kst-29826-277", "/dossier/29826", "/person/Thijssen", "/ministry/Economische+Zaken"),
    "/exports",
]
# Datasette's own pages in our dress: their contents are Datasette's.
STOCK = ["/archive", "/archive/documents", "/archive/questions/000_6ded6680a351a2be-q003", "/-/search?q=china"]


def test_read_a_paper_and_follow_a_footnote(page: "Page") -> None:
    page.goto("/2025Z19665")
    mark = page.locator("#a1 a.note")
    mark.hover()
    popup = page.get_by_role("tooltip")
    assert "Kamerstuk 32637-717" in popup.inner_text()
    popup.hover()
    assert popup.is_visible()
    page.keyboard.press("Escape")
    assert not popup.is_visible()
    mark.click()
    assert page.url.endswith("#f1")
    page.locator("#f1").get_by_label("Back to the text").click()
    assert page.url.endswith("#m735")


def test_a_question_stands_beside_its_answer(page: "Page") -> None:
    page.goto("/paper/001_8c9d9303850c05b6")
    question, answer = page.locator("#q2").bounding_box(), page.locator("#a2").bounding_box()
    assert question
    assert answer
    assert question["x"] + question["width"] <= answer["x"]
    assert abs(question["y"] - answer["y"]) < 5


def test_follow_a_citation_to_a_question_and_a_link_to_share(page: "Page") -> None:
    page.goto("/2025Z19665")
    page.get_by_role("link", name="antwoord op vraag 3").click()
    assert page.url.endswith("/2025Z19665#q3")
    page.get_by_role("link", name="Question 4").click()
    assert page.url.endswith("#q4")


def test_follow_a_work_to_who_cites_it_and_back_to_the_place(page: "Page") -> None:
    page.goto("/kst-29826-281")
    page.locator("#cites ~ ul").get_by_role("link", name="kst-29826-277").click()
    assert page.locator("h1").inner_text() == "kst-29826-277"
    page.locator(".cited-by a.here").nth(1).click()
    assert "/kst-36696-4#r" in page.url
    assert page.locator(":target").inner_text().startswith("Kamerstuk 29826-277")


def test_from_the_text_to_the_source_to_the_row_and_back(page: "Page") -> None:
    page.goto("/kst-36696-4")
    page.locator("#q2").get_by_role("link", name="source").click()
    assert "/source#c" in page.url
    assert page.locator(":target").get_attribute("class") == "segment role-question"
    page.get_by_label("row of q2", exact=True).first.click()
    assert "/archive/questions/" in page.url
    page.get_by_role("link", name="Read it in the paper").click()
    assert page.url.endswith("#q2")


@pytest.mark.parametrize(
    ("typed", "arrives"),
    [("29 826, nr. 281", "/kst-29826-281"), ("kst-29826-277", "/kst-29826-277"), ("29826", "/dossier/29826")],
)
def test_an_official_name_in_the_box_leads_to_the_paper(page: "Page", typed: str, arrives: str) -> None:
    page.goto("/kst-36696-4")
    page.get_by_role("searchbox").fill(typed)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{arrives}")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("afhankelijkheid", "afhankelijkheden"),
        ('"open strategische autonomie"', "open strategische autonomie"),
        ("*beleid", "industriebeleid"),
        ("chips OF halfgeleiders", "halfgeleiders"),
    ],
)
def test_search_finds_and_highlights(page: "Page", typed: str, found: str) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill(typed)
    page.get_by_role("button", name="Search").click()
    # What is read all at once does not wait for the next page.
    page.wait_for_url("**/search?*")
    assert found in [text.lower() for text in page.locator(".hit mark").all_inner_texts()]


def test_a_facet_narrows_and_can_be_taken_away(page: "Page") -> None:
    page.goto("/search?q=nexperia")
    before = page.locator(".count").inner_text()
    page.locator(".facets").get_by_role("link", name="2025").click()
    page.wait_for_url(lambda url: "2025" in url)
    assert page.locator(".count").inner_text() != before
    page.get_by_label("Remove: Year 2025").click()
    page.wait_for_url(lambda url: "2025" not in url)
    assert page.locator(".count").inner_text() == before


def test_a_hit_leads_to_its_place(page: "Page") -> None:
    page.goto("/search?q=spionnen")
    page.locator(".hit h2 a").first.click()
    assert "Nederlandse spionnen" in page.locator(":target").inner_text()


def test_the_page_can_be_read_with_the_keyboard(page: "Page") -> None:
    page.goto("/2025Z19665")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the text"
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.locator("#a1 a.note").focus()
    assert page.get_by_role("tooltip").is_visible()


@pytest.mark.parametrize("address", PAGES + STOCK)
def test_dark_mode_is_dark(page: "Page", address: str) -> None:
    page.emulate_media(color_scheme="dark")
    answer = page.goto(address)
    assert answer
    assert answer.status == 200
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(map(int, re.findall(r"\d+", colour))) < 60


@pytest.mark.parametrize("address", PAGES)
def test_a_page_fits_a_telephone_and_axe_finds_nothing(page: "Page", address: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.goto(address)
    for dark, width in ((False, 1280), (True, 360)):
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = axe.run(page, options={"runOnly": RULES}).response["violations"]
        assert [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found] == []


def test_print_leaves_out_what_is_for_the_screen(page: "Page") -> None:
    page.goto("/2025Z19665")
    page.emulate_media(media="print")
    assert not page.locator("header.site").is_visible()
    assert page.locator("#q1").is_visible()


def test_an_export_has_every_row_of_the_table(page: "Page", archive: Path) -> None:
    page.goto("/")
    page.get_by_role("link", name="Exports", exact=True).click()
    with page.expect_download() as download:
        page.get_by_label(re.compile("^CSV .* of questions_and_answers$")).click()
    with Path(download.value.path()).open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    with closing(sqlite3.connect(archive)) as db:
        there = db.execute(f"select {', '.join(header)} from questions_and_answers").fetchall()
    assert sorted(rows) == sorted([["" if value is None else str(value) for value in row] for row in there])


def test_a_paper_can_be_cited(page: "Page") -> None:
    page.goto("/kst-29826-281")
    page.get_by_role("link", name="Cite", exact=True).click()
    page.get_by_text("BibTeX", exact=True).first.click()
    assert "@techreport{kst-29826-281," in page.locator(".cite pre").inner_text()
