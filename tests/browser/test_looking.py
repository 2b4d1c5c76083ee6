"""Pages to look at: the overview and the citation graph."""

from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]


@pytest.mark.parametrize(("width", "drawn"), [(1280, "wide"), (360, "narrow")])
def test_each_chart_is_drawn_for_the_width_of_the_page(page: "Page", width: int, drawn: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/overview")
    shown = [chart for chart in page.locator(".drawing > div").all() if chart.is_visible()]
    assert [chart.get_attribute("class") for chart in shown] == [drawn] * 4
    for chart in shown:
        box = chart.locator("svg").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_no_label_of_a_chart_is_cut_off(page: "Page") -> None:
    page.goto("/overview")
    outside = """svgs => svgs.flatMap(svg => {
      const around = svg.getBoundingClientRect();
      return [...svg.querySelectorAll("text")].filter(text => {
        const box = text.getBoundingClientRect();
        return box.left < around.left - 1 || box.right > around.right + 1 || box.top < around.top - 1;
      }).map(text => text.textContent);
    })"""
    assert page.locator(".drawing .wide svg").evaluate_all(outside) == []


def test_charts_are_light_on_dark(page: "Page") -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/overview")
    colour = page.locator(".wide text").first.evaluate("text => getComputedStyle(text).fill")
    assert min(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")) > 200


def test_from_a_chart_to_its_figures_and_to_its_query(page: "Page") -> None:
    page.goto("/overview")
    chart = page.locator("#most_cited_papers")
    chart.get_by_text("The figures as a table").click()
    assert chart.get_by_role("link", name="kst-29826-277").is_visible()
    chart.get_by_role("link", name="The query").click()
    assert page.url.endswith("/archive/most_cited_papers")
    assert page.locator("h1").inner_text() == "Most cited papers"


def test_lines_of_the_graph_begin_and_end_at_their_papers(page: "Page") -> None:
    page.goto("/kst-35925-XVII-54")
    page.get_by_role("link", name="Citation graph").click()
    ends = (
        page.locator(".lines path")
        .nth(3)
        .evaluate(
            """line => [0, line.getTotalLength()].map(along => {
          const point = line.getPointAtLength(along).matrixTransform(line.getScreenCTM());
          return [point.x, point.y];
        })"""
        )
    )
    middle = page.locator(".middle .node").bounding_box()
    cited = page.locator(".column").nth(1).locator(".node").nth(3).bounding_box()
    assert middle
    assert cited
    assert ends[0] == pytest.approx([middle["x"] + middle["width"], middle["y"] + middle["height"] / 2], abs=3)
    assert ends[1] == pytest.approx([cited["x"], cited["y"] + cited["height"] / 2], abs=3)


def test_the_graph_is_a_way_to_walk(page: "Page") -> None:
    page.goto("/2025Z19665/citations")
    page.get_by_role("link", name="Lijst van vragen en antwoorden").click()
    assert page.url.endswith("/kst-36696-4")
    page.get_by_role("link", name="Citation graph").click()
    page.get_by_role("link", name="kst-29826-277").click()
    assert page.url.endswith("/kst-29826-277")


def test_the_graph_on_a_telephone_is_its_lists(page: "Page") -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/2025Z19665/citations")
    assert not page.locator(".lines").first.is_visible()
    assert page.get_by_role("heading", level=2).all_inner_texts() == ["This paper", "Cites", "Cite the same"]


def test_a_hit_in_a_letter_leads_to_the_sentence(page: "Page") -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto("/search?q=productcategorieën&type=text")
    hit = page.locator(".hit").first
    link = hit.locator("h2 a")
    words = unquote((link.get_attribute("href") or "").partition(":~:text=")[2])
    assert "productcategorieën" in words
    link.click()
    page.wait_for_url("**/kst-35925-XVII-54#**")
    page.wait_for_function("scrollY > 500")
    assert page.locator("p.text", has_text=words).evaluate(
        "text => { const box = text.getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0 }"
    )
