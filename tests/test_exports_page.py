"""The page of exports, and the files behind it, as the site serves them."""

import os
import re
from pathlib import Path

import pytest
from archives import kamerarchief
from datasette.app import Datasette
from serving import NAMES, datasette_of


@pytest.fixture(scope="module")
def folder(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "exports"
    assert kamerarchief("export", archive, path).exit_code == 0
    return path


@pytest.fixture(scope="module")
def ds(archive: Path, folder: Path) -> Datasette:
    return datasette_of(archive, folder)


async def test_every_file_is_linked_and_served_as_it_is(ds: Datasette, folder: Path) -> None:
    html = (await ds.client.get("/exports")).text
    linked = set(re.findall(r'href="/exports/([^"]+)"', html))
    assert linked == {path.name for path in folder.iterdir()}
    for name in linked:
        response = await ds.client.get(f"/exports/{name}")
        assert response.content == (folder / name).read_bytes()


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("works.csv", "text/csv"),
        ("works.ndjson", "application/x-ndjson"),
        ("works.parquet", "application/vnd.apache.parquet"),
        ("datapackage.json", "application/json"),
    ],
)
async def test_a_file_says_what_it_is(ds: Datasette, name: str, media_type: str) -> None:
    response = await ds.client.get(f"/exports/{name}")
    assert response.headers["content-type"].partition(";")[0] == media_type


async def test_each_table_is_told_with_its_rows(ds: Datasette) -> None:
    found = (await ds.client.get("/exports.json")).json()
    assert [table["name"] for table in found["tables"]] == NAMES
    for table in found["tables"]:
        counted = await ds.get_database().execute(f'select count(*) from "{table["name"]}"')
        assert table["rows"] == counted.single_value()
        assert [file["format"] for file in table["files"]] == ["csv", "ndjson", "parquet"]
    assert not found["outdated"]


async def test_every_page_leads_there(ds: Datasette) -> None:
    for page in ("/", "/search", "/kst-29826-281", "/archive/documents"):
        assert 'href="/exports"' in (await ds.client.get(page)).text


async def test_without_exports_the_page_says_so(archive: Path) -> None:
    page = await datasette_of(archive).client.get("/exports")
    assert page.status_code == 200
    assert "No exports have been made" in page.text
    assert "/exports/" not in page.text


@pytest.mark.parametrize("said", ["", "{", "[]", '{"resources": [{}]}'])
async def test_a_folder_that_no_export_wrote_is_none(archive: Path, tmp_path: Path, said: str) -> None:
    (tmp_path / "datapackage.json").write_text(said, encoding="utf-8")
    assert "No exports have been made" in (await datasette_of(archive, tmp_path).client.get("/exports")).text


async def test_exports_of_an_older_archive_say_so(archive: Path, folder: Path, tmp_path: Path) -> None:
    newer = tmp_path / "archive.db"
    newer.write_bytes(archive.read_bytes())
    os.utime(newer, (archive.stat().st_mtime + 60,) * 2)
    assert "The archive that is served here is of" in (await datasette_of(newer, folder).client.get("/exports")).text


async def test_nothing_outside_the_folder_is_served(ds: Datasette, folder: Path) -> None:
    (folder.parent / "secret.txt").write_text("secret", encoding="utf-8")
    for path in ("..%2fsecret.txt", "%2e%2e/secret.txt", ""):
        response = await ds.client.get(f"/exports/{path}")
        assert response.status_code in (403, 404)
