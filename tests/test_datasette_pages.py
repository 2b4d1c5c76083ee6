"""Every table and view as a page, as JSON and as CSV, with the facets that metadata.yml names."""

import csv
import io
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from datasette.app import Datasette
from datasette.utils import tilde_encode
from markupsafe import escape
from serving import DESCRIBED, NAMES, datasette_of, facets_of

from ingest.archive.schema import TABLES

# None of the five papers with questions states its session year.
NONE_IN_THE_PAPERS = {("questions_and_answers", "session_year"), ("answer_times", "session_year")}


@pytest.fixture(scope="module")
def ds(archive: Path) -> Datasette:
    return datasette_of(archive)


async def count(ds: Datasette, name: str) -> int:
    rows = await ds.get_database().execute(f'select count(*) from "{name}"')
    return int(rows.single_value())


async def test_home_leads_to_every_query_table_and_view(ds: Datasette) -> None:
    page = (await ds.client.get("/")).text
    assert [name for name in [*NAMES, *DESCRIBED["queries"]] if f'href="/archive/{name}"' not in page] == []


async def test_the_database_page_lists_the_queries_by_title(ds: Datasette) -> None:
    page = (await ds.client.get("/archive")).text
    assert [query["title"] for query in DESCRIBED["queries"].values() if escape(query["title"]) not in page] == []


@pytest.mark.parametrize("name", NAMES)
async def test_page(ds: Datasette, name: str) -> None:
    response = await ds.client.get(f"/archive/{name}")
    assert response.status_code == 200
    assert escape(DESCRIBED["tables"][name]["description"]) in response.text


@pytest.mark.parametrize("name", NAMES)
async def test_json_has_every_row(ds: Datasette, name: str) -> None:
    response = await ds.client.get(f"/archive/{name}.json?_shape=array&_size=max")
    rows: list[dict[str, Any]] = response.json()
    assert len(rows) == await count(ds, name)
    assert not rows or set(rows[0]) == set(DESCRIBED["tables"][name]["columns"])


@pytest.mark.parametrize("name", NAMES)
async def test_csv_has_every_row(ds: Datasette, name: str) -> None:
    response = await ds.client.get(f"/archive/{name}.csv?_stream=on")
    assert response.headers["content-type"].startswith("text/")
    rows = list(csv.DictReader(io.StringIO(response.text)))
    assert len(rows) == await count(ds, name)


@pytest.mark.parametrize("name", [table.name for table in TABLES if len(table.key) == 1])
async def test_row_page(ds: Datasette, name: str) -> None:
    key = (await ds.client.get(f"/archive/{name}.json?_size=1")).json()["rows"][0][0]
    response = await ds.client.get(ds.urls.row("archive", name, tilde_encode(key)))
    assert response.status_code == 200
    assert escape(key) in response.text
    columns = DESCRIBED["tables"][name]["columns"]
    assert [
        name for name, about in columns.items() if f'title="{escape(about)}">{name}</th>' not in response.text
    ] == []


@pytest.mark.parametrize(("name", "facet", "kind"), facets_of(DESCRIBED["tables"]))
async def test_facet_shows_values(ds: Datasette, name: str, facet: str, kind: str) -> None:
    results = (await ds.client.get(f"/archive/{name}.json?_size=0")).json()["facet_results"]
    shown = [result for result in results.values() if result["name"] == facet and result["type"] == kind]
    assert shown
    assert bool(shown[0]["results"]) == ((name, facet) not in NONE_IN_THE_PAPERS)


async def test_a_facet_narrows_the_table(ds: Datasette) -> None:
    found = (await ds.client.get("/archive/documents.json?_size=max&_shape=objects&_facet_array=parties")).json()
    party = found["facet_results"]["parties"]["results"][0]
    narrowed = (await ds.client.get(f"/archive/documents.json?parties__arraycontains={quote(party['value'])}")).json()
    assert narrowed["filtered_table_rows_count"] == party["count"]


async def test_keys_in_views_lead_to_their_rows(ds: Datasette) -> None:
    page = (await ds.client.get("/archive/questions_and_answers")).text
    row = (await ds.client.get("/archive/questions_and_answers.json?_shape=array&_size=1")).json()[0]
    assert f'href="/archive/questions/{tilde_encode(row["question"])}"' in page
    assert f'href="/archive/documents/{tilde_encode(row["document"])}"' in page


async def test_an_archive_under_another_name_is_described_too(archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "kamer 2026.db"
    other.write_bytes(archive.read_bytes())
    ds = datasette_of(other)
    base = ds.urls.database("kamer 2026")
    assert DESCRIBED["tables"]["answers"]["description"] in (await ds.client.get(f"{base}/answers")).text
    assert (await ds.client.get(f"{base}/most_cited_papers.json")).status_code == 200
