"""Visitors who ask too much, or for what is not theirs: each is told so, in words, and nobody else waits."""

import asyncio
import json
import resource
import sqlite3
from pathlib import Path
from urllib.parse import quote

import pytest
from bombs import HARMLESS, REFUSED, SQL
from datasette.app import Datasette
from serving import datasette_of

from ingest.serve.instance import opened

ENDLESS = SQL["endless"]


@pytest.fixture
def ds(archive: Path) -> Datasette:
    served = datasette_of(archive)
    served.sql_time_limit_ms = 500
    return served


@pytest.mark.parametrize("name", REFUSED)
async def test_a_request_for_too_much_is_refused_and_takes_no_memory(ds: Datasette, name: str) -> None:
    path, arguments = REFUSED[name]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    response = await ds.client.get(path, params=arguments)
    assert response.status_code in (400, 414), response.text[:200]
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 400_000  # kB


@pytest.mark.parametrize("name", HARMLESS)
async def test_a_large_request_that_is_harmless_is_answered(archive: Path, name: str) -> None:
    path, arguments = HARMLESS[name]
    assert (await datasette_of(archive).client.get(path, params=arguments)).status_code == 200


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/nergens", "There is no such page"),
        ("/kst-1-2", "kst-1-2 is not in this archive"),
        ("/archive/questions/x", "Record not found"),
        ("/archive/questions?_sort=x", "Cannot sort table by x"),
        ("/archive/questions?_through=x", "This address cannot be read"),
        ("/archive/questions?_next=9&_size=x", "_size must be a positive integer"),
        ("/archive?sql=select+1+from+x", "no such table: x"),
        ("/archive?sql=drop+table+x", "Statement must be a SELECT"),
        (f"/archive?sql={quote(ENDLESS)}", "This took too long"),
        ("/archive/questions?" + "_facet=text&" * 7, "Too many facets"),
        ("/archive/questions?" + "text=x&" * 101, "Too many conditions"),
    ],
)
async def test_an_error_says_what_happened_and_how_to_go_on(ds: Datasette, path: str, said: str) -> None:
    page = await ds.client.get(path)
    assert 400 <= page.status_code < 500
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert said in page.text
    assert 'action="/search"' in page.text
    before, _, arguments = path.partition("?")
    answer = await ds.client.get(f"{before}.json?{arguments}")
    assert answer.status_code == page.status_code
    assert answer.json()["ok"] is False
    assert said in json.dumps(answer.json(), ensure_ascii=False)
    for text in (page.text, answer.text):
        assert "Traceback" not in text
        assert "site-packages" not in text


async def test_a_query_that_took_too_long_can_be_changed_and_asked_again(ds: Datasette) -> None:
    page = (await ds.client.get("/archive", params={"sql": ENDLESS + " -- </textarea>"})).text
    assert "stopped after 0.5 seconds" in page
    assert "-- &lt;/textarea&gt;</textarea>" in page


async def test_a_fault_of_ours_shows_nothing_of_it(ds: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object, **__: object) -> None:
        message = "secret"
        raise RuntimeError(message)

    await ds.client.get("/")
    monkeypatch.setattr(ds.databases["archive"], "execute", broken)
    for path in ("/kst-29826-281", "/kst-29826-281.json"):
        response = await ds.client.get(path)
        assert response.status_code == 500
        assert "This went wrong here" in response.text
        assert "secret" not in response.text


@pytest.mark.parametrize(
    "page", ["threads", "databases", "actor", "messages", "permissions", "patterns", "allow-debug"]
)
async def test_pages_about_the_server_are_closed(ds: Datasette, page: str) -> None:
    for path in (f"/-/{page}", f"/-/{page}.json"):
        assert (await ds.client.get(path)).status_code == 404


PAGES = [
    "/",
    "/kst-29826-281",
    "/kst-29826-281.json",
    "/archive/documents",
    "/archive/documents.csv",
    "/search?q=handel",
]


@pytest.mark.parametrize(
    "path", [*PAGES, "/nergens", "/archive?sql=x", "/static/room.css", "/-/healthz", "/archive.db"]
)
async def test_every_answer_says_what_a_browser_may_do_with_it(ds: Datasette, path: str) -> None:
    headers = (await ds.client.get(path)).headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] in ("same-origin", "no-referrer")
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "set-cookie" not in headers


@pytest.mark.parametrize("path", [*PAGES, "/static/room.css", "/archive.db"])
async def test_a_page_is_sent_once_for_each_archive(ds: Datasette, archive: Path, path: str, tmp_path: Path) -> None:
    first = await ds.client.get(path)
    assert first.status_code == 200
    assert first.headers["cache-control"] == "public, max-age=0, s-maxage=2, must-revalidate"
    known = {"If-None-Match": f'"other", {first.headers["etag"]}'}
    again = await ds.client.get(path, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    # The same bytes, put there later, are a new archive.
    (tmp_path / "archive.db").write_bytes(archive.read_bytes())
    newer = await opened(tmp_path / "archive.db").client.get(path, headers=known)
    assert newer.status_code == 200
    assert newer.headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize(
    "path", ["/nergens", "/archive?sql=select+random()", "/archive?sql=select+date('now')", "/-/healthz", "/-/versions"]
)
async def test_what_may_differ_tomorrow_is_not_kept(ds: Datasette, path: str) -> None:
    headers = (await ds.client.get(path, headers={"If-None-Match": "*"})).headers
    assert headers["cache-control"] == "no-store"
    assert "etag" not in headers


async def test_an_answer_to_somebody_with_a_cookie_is_theirs(ds: Datasette) -> None:
    first = await ds.client.get("/")
    own = await ds.client.get("/", headers={"If-None-Match": first.headers["etag"], "Authorization": "Bearer x"})
    assert (own.status_code, own.headers["cache-control"]) == (200, "private, no-store")


async def test_nobody_waits_for_the_heavy_queries_of_others(archive: Path) -> None:
    ds = datasette_of(archive)
    ds.sql_time_limit_ms = 3_000
    await ds.client.get("/search?q=x")
    heavy = [asyncio.create_task(ds.client.get("/archive.json", params={"sql": ENDLESS})) for _ in range(14)]
    await asyncio.sleep(0.3)
    paper, table = await asyncio.gather(ds.client.get("/kst-29826-281"), ds.client.get("/archive/questions"))
    assert (paper.status_code, table.status_code) == (200, 200)
    # Two of fourteen found no place to wait; the other twelve are not done.
    done = [task for task in heavy if task.done()]
    assert [task.result().status_code for task in done] == [503, 503]
    assert done[0].result().headers["retry-after"] == "5"
    assert "Try again in a few seconds" in done[0].result().json()["error"]
    for task in heavy:
        task.cancel()
    await asyncio.gather(*heavy, return_exceptions=True)


async def test_nor_does_a_query_wait_for_heavy_ones(archive: Path) -> None:
    ds = datasette_of(archive)
    ds.sql_time_limit_ms = 4_000
    await ds.client.get("/")
    heavy = [asyncio.create_task(ds.client.get("/archive.json", params={"sql": ENDLESS})) for _ in range(11)]
    await asyncio.sleep(0.3)
    light = await ds.client.get("/archive.json", params={"sql": "select 1 as one", "_shape": "array"})
    assert (light.json(), [task for task in heavy if task.done()]) == ([{"one": 1}], [])
    for task in heavy:
        task.cancel()
    await asyncio.gather(*heavy, return_exceptions=True)


async def test_the_health_page_tells_an_archive_that_can_be_read(
    ds: Datasette, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object, **__: object) -> None:
        message = "database disk image is malformed"
        raise sqlite3.DatabaseError(message)

    well = await ds.client.get("/-/healthz")
    assert (well.status_code, well.json()["ok"]) == (200, True)
    monkeypatch.setattr(ds.databases["archive"], "execute", broken)
    ill = await ds.client.get("/-/healthz")
    assert (ill.status_code, ill.json()["ok"]) == (503, False)
