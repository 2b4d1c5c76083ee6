"""What papers say is text: nothing in them becomes an element, an attribute or a script of a page."""

import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import pytest
from archives import kamerarchief, write
from datasette.app import Datasette
from serving import datasette_of

from ingest.archive.schema import TABLE

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}\x02a\x03</style>"
URL = "javascript:alert(3)//"

PAPER = f"""2024Z01234
Vragen van het lid {EVIL} (CDA) aan de minister van Financiën over {EVIL} (ingezonden 5 april 2024)

Vraag 1
Kent u {EVIL} en Kamerstuk 29 826, nr. 7?1

Antwoord 1
Ja, {EVIL} is gemeld op https://voorbeeld.nl/"onmouseover="alert(4) en javascript://voorbeeld.nl/%0aalert(5).

1 {EVIL} Kamerstuk 30 821, nr. 251
"""


class Elements(HTMLParser):
    """The elements of a page, and what can run in it."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "img" or (tag == "script" and not (found.get("src") or "").startswith("/static/")):
            self.wrong.append(self.get_starttag_text() or tag)
        for name, value in attrs:
            address = (value or "").strip().lower() if name in ("href", "src", "action") else ""
            if name.startswith("on") or name == "style" or (":" in address.partition("/")[0] and address[:4] != "http"):
                self.wrong.append(f"{tag} {name}={value}")


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with a hostile paper, in which every text and name is hostile too."""
    folder = tmp_path_factory.mktemp("evil")
    archive = folder / "archive.db"
    assert (
        kamerarchief(
            "ingest", archive, write(folder / "papers", evil=PAPER, plain="Vraag 1\nJa?\nAntwoord\nNee.\n")
        ).exit_code
        == 0
    )
    texts = {
        "documents": ("title", "ministry", "chamber", "session_year", "number", "date", "asked_on", "kind"),
        "dossiers": ("title",),
        "questions": ("label", "number"),
        "answers": ("label",),
        "footnotes": ("marker",),
        "footnote_marks": ("written",),
        "people": ("name", "party", "role", "ministry", "part"),
        "references": ("context", "kind"),
        "works": ("number", "kind"),
        "notices": ("message", "code"),
    }
    with closing(sqlite3.connect(archive)) as db, db:
        document = db.execute("select id from documents where zaak is not null").fetchone()[0]
        for part in ("asked", "answered"):
            db.execute("insert into people (document, position, part) values (?, ?, ?)", [document, f"9{part}", part])
        for table, columns in texts.items():
            for column in columns:
                assert column in [known.name for known in TABLE[table].columns]
                db.execute(f'update "{table}" set "{column}" = ?', [EVIL])
        db.execute("update works set url = ?", [URL])
        db.execute("update people set role = ministry || name")
        db.execute("insert into notices values (?, 99, ?, ?, 1, 0, 0)", [document, EVIL, EVIL])
        db.execute("insert into works (id, kind, url) values (?, 'url', ?)", [EVIL, URL])
        db.execute("insert into works (id, kind, url) values (?, 'url', ?)", [URL, URL])
        db.execute('update "references" set work = ? where rowid = (select min(rowid) from "references")', [EVIL])
    return archive


@pytest.fixture(scope="module")
def ds(evil: Path) -> Datasette:
    return datasette_of(evil)


def encoded(text: str) -> str:
    return "".join(c if c.isascii() and c.isalnum() else "+" if c == " " else f"~{ord(c):02X}" for c in text)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "/",
            "/2024Z01234",
            "/2024Z01234/source",
            "/2024Z01234/citations",
            "/overview",
            "/paper/plain",
            "/kst-29826-7",
            "/dossier/29826",
        ),
        *(f"/{kind}/{encoded(EVIL)}" for kind in ("person", "ministry", "work")),
        f"/work/{encoded(URL)}",
        "/search?q=gemeld",
    ],
)
async def test_a_hostile_paper_is_shown_as_text(ds: Datasette, address: str) -> None:
    response = await ds.client.get(address)
    assert response.status_code == 200
    elements = Elements()
    elements.feed(response.text)
    assert elements.wrong == []


@pytest.mark.parametrize("name", ["q", "kind", "ministry", "party", "year", "type", "order", "page"])
async def test_a_hostile_search_is_shown_as_text(ds: Datasette, name: str) -> None:
    response = await ds.client.get("/search", params={"q": "gemeld", name: EVIL})
    elements = Elements()
    elements.feed(response.text)
    assert response.status_code == 200
    assert elements.wrong == []


async def test_the_hostile_text_is_there_to_read(ds: Datasette) -> None:
    html = (await ds.client.get("/2024Z01234")).text
    assert "Kent u &lt;script&gt;alert(1)&lt;/script&gt;" in html


async def test_json_is_not_a_page(ds: Datasette) -> None:
    response = await ds.client.get("/2024Z01234.json")
    assert response.headers["content-type"].startswith("application/json")
    assert response.headers["x-content-type-options"] == "nosniff"
