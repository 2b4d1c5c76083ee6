"""The citation graph around a paper."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from serving import datasette_of


@pytest.fixture(scope="module")
def ds(archive: Path) -> Datasette:
    return datasette_of(archive)


@pytest.fixture(scope="module")
def dense(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    """The archive with 30 more papers that each cite kst-29826-281 and what it cites; one of them twice."""
    path = tmp_path_factory.mktemp("dense") / "archive.db"
    with closing(sqlite3.connect(archive)) as source, closing(sqlite3.connect(path)) as db, db:
        source.backup(db)
        letter = db.execute("select id from documents where identifier = 'kst-29826-281'").fetchone()[0]
        db.execute("insert into works (id, kind, document) values ('kst-29826-281', 'kamerstuk', ?)", [letter])
        for number in range(30):
            key = f"made-{number:02}"
            db.execute("insert into documents (id, kind, title) values (?, 'letter', ?)", [key, f"Brief {number}"])
            works = ["kst-29826-281", "kst-29826-277", *(["kst-29826-281"] if number == 7 else [])]
            for place, work in enumerate(works):
                db.execute(
                    'insert into "references" (id, document, work, context, text) values (?, ?, ?, ?, ?)',
                    [f"{key}-r{place}", key, work, "", ""],
                )
    return datasette_of(path)


async def graph(ds: Datasette, address: str) -> dict[str, Any]:
    response = await ds.client.get(f"{address}/citations.json")
    assert response.status_code == 200
    found: dict[str, Any] = response.json()["graph"]
    return found


def columns(found: dict[str, Any]) -> dict[str, list[str]]:
    return {column["role"]: [node["name"] for node in column["nodes"]] for column in found["columns"]}


async def test_a_paper_leads_to_its_graph(ds: Datasette) -> None:
    assert 'href="/2025Z19665/citations"' in (await ds.client.get("/2025Z19665")).text


async def test_what_a_paper_cites_and_who_else_cites_it(ds: Datasette) -> None:
    found = columns(await graph(ds, "/2025Z19665"))
    assert list(found) == ["paper", "cites", "also"]
    assert found["cites"] == ["kst-29826-277", "kst-30821-244", "kst-29826-124", "kst-32637-717", "kst-35982-9"]
    # The list of questions shares two works with it, the letter one.
    assert found["also"] == ["kst-36696-4", "kst-29826-281"]


async def test_a_paper_is_not_said_to_cite_itself(ds: Datasette) -> None:
    assert "2025Z19665" not in columns(await graph(ds, "/2025Z19665"))["cites"]


async def test_lines_join_what_cites_with_what_is_cited(ds: Datasette) -> None:
    found = await graph(ds, "/2025Z19665")
    keys = [{node["key"] for node in column["nodes"]} for column in found["columns"]]
    for left, right, lines in zip(keys, keys[1:], found["lines"], strict=False):
        assert {line["start"] for line in lines} <= left
        assert {line["stop"] for line in lines} <= right
    assert [line["times"] for line in found["lines"][0]] == [2, 1, 1, 1, 1]
    assert len(found["lines"][1]) == 3


async def test_every_line_is_drawn_and_every_node_is_a_link(ds: Datasette) -> None:
    found = await graph(ds, "/kst-35925-XVII-54")
    html = (await ds.client.get("/kst-35925-XVII-54/citations")).text
    assert html.count("<path") == sum(map(len, found["lines"]))
    addresses = [node["address"] for column in found["columns"] for node in column["nodes"]]
    assert len(addresses) == 21
    assert [address for address in addresses if f'href="{address}"' not in html] == []
    for address in addresses:
        assert (await ds.client.get(address)).status_code == 200


async def test_what_there_is_no_room_for_is_counted(ds: Datasette) -> None:
    cites = (await graph(ds, "/kst-35925-XVII-54"))["columns"][1]
    page = (await ds.client.get("/kst-35925-XVII-54.json")).json()
    assert cites["more"] == len(page["cites"]) - 20
    assert (
        f'href="/kst-35925-XVII-54#cites">{cites["more"]} more'
        in (await ds.client.get("/kst-35925-XVII-54/citations")).text
    )


async def test_who_cites_most_stands_first_and_the_rest_is_counted(dense: Datasette) -> None:
    found = await graph(dense, "/kst-29826-281")
    names = columns(found)
    assert names["cited_by"][0] == "made-07"
    assert [len(names[role]) for role in ("cited_by", "also")] == [20, 10]
    assert {column["role"]: column["more"] for column in found["columns"]} == {
        "cited_by": 10,
        "paper": 0,
        "cites": 0,
        # Thirty, and the two that cite kst-29826-277 among the five.
        "also": 22,
    }
    assert found["lines"][0][0]["times"] == 2


async def test_a_paper_that_stands_alone_says_so(ds: Datasette, archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "alone.db"
    with closing(sqlite3.connect(archive)) as source, closing(sqlite3.connect(path)) as db, db:
        source.backup(db)
        db.execute('delete from "references"')
    html = (await datasette_of(path).client.get("/kst-29826-281/citations")).text
    assert "cites nothing that was recognised" in html
    assert not re.search(r"<path|<svg", html)
