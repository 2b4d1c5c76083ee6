"""The overview: what its charts say and show, and what it says where there is nothing to show."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from archives import kamerarchief, write
from datasette.app import Datasette
from serving import DESCRIBED, datasette_of

CHARTS = ["papers_per_month", "days_to_answer_by_ministry", "most_cited_papers", "who_asks_whom"]


@pytest.fixture(scope="module")
def ds(archive: Path) -> Datasette:
    return datasette_of(archive)


async def page(ds: Datasette) -> str:
    response = await ds.client.get("/overview")
    assert response.status_code == 200
    return str(response.text)


async def charts(ds: Datasette) -> dict[str, dict[str, Any]]:
    response = await ds.client.get("/overview.json")
    assert response.status_code == 200
    return {chart["name"]: chart for chart in response.json()["charts"]}


async def rows(ds: Datasette, query: str) -> list[dict[str, Any]]:
    response = await ds.client.get(f"/{ds.get_database().name}/{query}.json?_shape=array")
    found: list[dict[str, Any]] = response.json()
    return found


async def test_home_and_every_page_lead_to_the_overview(ds: Datasette) -> None:
    for address in ("/", "/kst-29826-281", "/archive/documents"):
        assert 'href="/overview"' in (await ds.client.get(address)).text


async def test_each_chart_is_drawn_and_its_query_is_one_click_away(ds: Datasette) -> None:
    html = await page(ds)
    parts = re.findall(r'<section class="chart" id="(\w+)".*?</section>', html, re.DOTALL)
    assert parts == CHARTS
    for name in CHARTS:
        section = re.search(rf'id="{name}".*?</section>', html, re.DOTALL)
        assert section
        assert section[0].count("<svg") == 2
        assert 'role="img" aria-label="' in section[0]
        assert f'href="/archive/{name}"' in section[0]
        assert '<table class="figures">' in section[0]
        assert name in DESCRIBED["queries"]


async def test_a_chart_has_the_rows_of_its_query(ds: Datasette) -> None:
    for name, chart in (await charts(ds)).items():
        assert chart["rows"] == await rows(ds, name)


async def test_charts_say_what_is_most_remarkable(ds: Datasette) -> None:
    said = [chart["chart"]["says"] for chart in (await charts(ds)).values()]
    assert said == [
        "4 papers in the months from 2025-12 to 2026-04, by kind.",
        "Of 1 paper with both dates, 1 came within three weeks, 1 within six.",
        "kst-29826-277 is cited most: 4 times, by 3 papers.",
        "GroenLinks-PvdA asks Economische Zaken most: 1 paper. "
        "A paper of several parties counts for each. The stronger the colour, the more papers.",
    ]


async def test_months_without_papers_are_shown(ds: Datasette) -> None:
    table = (await charts(ds))["papers_per_month"]["chart"]["table"]
    assert [[cell["text"] for cell in row] for row in table] == [
        ["2026-04", "–", "–", "1"],
        ["2026-03", "–", "–", "–"],
        ["2026-02", "1", "1", "–"],
        ["2026-01", "–", "–", "–"],
        ["2025-12", "1", "–", "–"],
    ]


async def test_drawings_need_no_style_and_no_script_inside_the_page(ds: Datasette) -> None:
    html = await page(ds)
    assert re.findall(r"<style|<script(?! src)| style=| on\w+=", html) == []
    assert "unsafe" not in (await ds.client.get("/overview")).headers["content-security-policy"]


@pytest.fixture(scope="module")
def many(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    """More months, ministries and parties than a chart has room for; of one ministry the days 1 to 100."""
    path = tmp_path_factory.mktemp("many") / "archive.db"
    with closing(sqlite3.connect(archive)) as source, closing(sqlite3.connect(path)) as db, db:
        source.backup(db)
        for number in range(100):
            key, month = f"made-{number:03}", f"{2017 + number // 12}-{number % 12 + 1:02}"
            ministry = "Waterstaat" if number < 80 else f"Ministerie {number}"
            db.execute(
                "insert into documents (id, kind, date, ministry, days_to_answer) values (?, ?, ?, ?, ?)",
                [key, "answers_to_written_questions", f"{month}-01", ministry, number + 1],
            )
            db.execute(
                "insert into people (document, position, part, party) values (?, 1, 'asked', ?)",
                [key, f"Partij {number % 20}"],
            )
    return datasette_of(path)


async def test_what_a_chart_has_no_room_for_is_counted(many: Datasette) -> None:
    found = await charts(many)
    assert len(found["papers_per_month"]["chart"]["table"]) == 48
    assert "four years up to 2026-04" in found["papers_per_month"]["chart"]["says"]
    # Twenty made up, Waterstaat, and that of the five papers.
    assert len(found["days_to_answer_by_ministry"]["chart"]["table"]) == 15
    assert found["days_to_answer_by_ministry"]["chart"]["left_out"] == "7 more ministries"
    assert found["who_asks_whom"]["chart"]["left_out"] == "9 more parties and 7 more ministries"


async def test_quarters_and_halves_are_those_of_the_days(many: Datasette) -> None:
    found = {row["ministry"]: row for row in await rows(many, "days_to_answer_by_ministry")}["Waterstaat"]
    assert [found[f"{part}_within"] for part in ("quarter", "half", "three_quarters", "nine_in_ten")] == [
        20,
        40,
        60,
        72,
    ]
    assert (found["within_3_weeks"], found["within_6_weeks"], found["later"]) == (21, 21, 38)


async def test_papers_since_a_month_are_counted_from_there(many: Datasette) -> None:
    response = await many.client.get("/archive/papers_per_month.json?_shape=array&since=2017-03")
    assert min(row["month"] for row in response.json()) == "2017-03"


async def test_an_archive_without_dates_or_citations_says_so(tmp_path: Path) -> None:
    path = tmp_path / "bare.db"
    kamerarchief("ingest", path, write(tmp_path / "papers", bare="Vraag 1\nJa?\n\nAntwoord 1\nNee.\n"))
    html = await page(datasette_of(path))
    for said in ("bears a date", "when it was asked", "cites another", "which party asks"):
        assert said in html
    assert "<svg" not in html


async def test_an_empty_archive_says_so(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    with closing(sqlite3.connect(archive)) as source, closing(sqlite3.connect(path)) as db:
        source.backup(db)
        db.execute("delete from documents")
        db.commit()
    assert "no paper in this archive" in await page(datasette_of(path))


async def test_where_charts_cannot_be_drawn_the_figures_are_there(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "archive.db"
    path.write_bytes(archive.read_bytes())
    served = datasette_of(path)
    monkeypatch.setattr("room.drawing._PROGRAM", "import no_such_module")
    html = await page(served)
    assert "could not be drawn" in html
    assert html.count("<details open>") == 4
    monkeypatch.undo()
    assert (await page(served)).count("<svg") == 8
