"""Feeds: what RFC 4287 asks of them, and that they have the newest papers."""

import datetime
import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

import pytest
from archives import change, kamerarchief, paper, write
from datasette.app import Datasette
from lxml import etree
from serving import datasette_of

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = [
    "/papers.atom",
    "/dossier/29826.atom",
    "/dossier/30821.atom",
    "/person/Thijssen.atom",
    "/ministry/Economische+Zaken.atom",
    "/search.atom?q=nexperia",
    "/search.atom?q=china&kind=letter&order=best",
    "/search.atom?q=%22%3C%26%22",
    "/search.atom",
]


@pytest.fixture(scope="module")
def ds(archive: Path) -> Datasette:
    return datasette_of(archive)


async def feed(ds: Datasette, address: str) -> etree._Element:
    """A feed, checked against the rules that every feed has to keep."""
    response = await ds.client.get(address)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/atom+xml; charset=utf-8"
    found = etree.fromstring(response.content)
    assert found.tag == f"{ATOM}feed"
    assert _is_moment(found.findtext(f"{ATOM}updated"))
    assert found.find(f"{ATOM}author/{ATOM}name") is not None
    assert links(found) == {"self", "alternate"}
    entries = found.findall(f"{ATOM}entry")
    for element in (found, *entries):
        for once in ("id", "title", "updated"):
            (one,) = element.findall(f"{ATOM}{once}")
            assert one.text
    assert found.findtext(f"{ATOM}id") == next(iter(found.iter(f"{ATOM}link"))).get("href")
    ids = [uuid.UUID(entry.findtext(f"{ATOM}id") or "") for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        assert links(entry) == {"alternate"}
        assert _is_moment(entry.findtext(f"{ATOM}updated"))
        assert entry.findtext(f"{ATOM}summary")
    return found


def links(element: etree._Element) -> set[str]:
    found = element.findall(f"{ATOM}link")
    assert all((link.get("href") or "").startswith("http://localhost/") for link in found)
    assert len({link.get("rel") for link in found}) == len(found)
    return {link.get("rel") or "" for link in found}


def _is_moment(text: str | None) -> bool:
    return datetime.datetime.fromisoformat(text or "").tzinfo is not None


def titles(found: etree._Element) -> list[str]:
    return [entry.findtext(f"{ATOM}title") or "" for entry in found.iter(f"{ATOM}entry")]


@pytest.mark.parametrize("address", FEEDS)
async def test_a_feed_keeps_the_rules_and_its_links_lead_somewhere(ds: Datasette, address: str) -> None:
    for link in (await feed(ds, address)).iter(f"{ATOM}link"):
        there = str(link.get("href")).removeprefix("http://localhost")
        assert (await ds.client.get(there, follow_redirects=True)).status_code == 200, there


async def test_the_newest_papers_come_first_and_those_without_a_date_not_at_all(ds: Datasette, archive: Path) -> None:
    with closing(sqlite3.connect(archive)) as db:
        dated = db.execute(
            "select title, coalesce(date, answered_on) as day from documents where day not null order by day desc"
        ).fetchall()
    found = await feed(ds, "/papers.atom")
    assert titles(found) == [title for title, _ in dated]
    assert found.findtext(f"{ATOM}updated") == f"{dated[0][1]}T00:00:00Z"


async def test_a_feed_has_the_papers_of_its_page(ds: Datasette) -> None:
    assert len(titles(await feed(ds, "/dossier/29826.atom"))) == 1
    assert titles(await feed(ds, "/person/Thijssen.atom")) == ["Beantwoording Kamervragen over Nexperia"]
    assert titles(await feed(ds, "/person/Niemand.atom")) == []


async def test_a_search_as_a_feed_has_each_paper_once_with_what_was_found(ds: Datasette) -> None:
    hits = (await ds.client.get("/search.json?q=china&order=newest")).json()
    found = await feed(ds, "/search.atom?q=china")
    papers = list(dict.fromkeys(hit["id"] for hit in hits["hits"] if hit["date"]))
    assert papers
    assert len(titles(found)) == len(set(titles(found))) >= len(papers)
    assert all("china" in (entry.findtext(f"{ATOM}summary") or "").lower() for entry in found.iter(f"{ATOM}entry"))
    narrowed = await feed(ds, "/search.atom?q=china&kind=letter")
    assert len(titles(narrowed)) < len(titles(found))


async def test_a_paper_has_one_id_in_all_feeds(ds: Datasette) -> None:
    ids = {
        address: {entry.findtext(f"{ATOM}id") for entry in (await feed(ds, address)).iter(f"{ATOM}entry")}
        for address in ("/papers.atom", "/dossier/29826.atom", "/search.atom?q=china")
    }
    assert ids["/dossier/29826.atom"] <= ids["/papers.atom"]
    assert ids["/search.atom?q=china"] <= ids["/papers.atom"]


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("/", "/papers.atom"),
        ("/dossier/29826", "/dossier/29826.atom"),
        ("/person/Thijssen", "/person/Thijssen.atom"),
        ("/ministry/Economische+Zaken", "/ministry/Economische+Zaken.atom"),
        ("/search?q=a+%26+b&kind=letter", "/search.atom?q=a+%26+b&amp;kind=letter"),
    ],
)
async def test_a_page_says_where_its_feed_is(ds: Datasette, page: str, address: str) -> None:
    html = (await ds.client.get(page)).text
    head, _, body = html.partition("<body")
    assert 'type="application/atom+xml" title="' in head
    assert f'href="{address}"' in head
    assert f'href="{address}">feed</a>' in body


async def test_pages_without_a_feed_name_none(ds: Datasette) -> None:
    for page in ("/search", "/kst-29826-281", "/exports"):
        assert "application/atom+xml" not in (await ds.client.get(page)).text


async def test_a_hostile_title_is_text(tmp_path: Path) -> None:
    evil = "]]><script>alert(1)</script>\x02&amp;<!-- \ufffe \U0001f600"
    archive = tmp_path / "archive.db"
    kamerarchief("ingest", archive, write(tmp_path / "papers", een=paper("Oudveen"), twee=paper("Laagzande")))
    change(archive, f"update documents set title = cast(x'{evil.encode().hex()}' as text), date = '2025-01-02'")
    change(archive, "update documents set date = '<evil>' where id = 'twee'")
    (entry,) = (await feed(datasette_of(archive), "/papers.atom")).iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == evil.replace("\x02", "\ufffd").replace("\ufffe", "\ufffd")
