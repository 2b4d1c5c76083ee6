"""How a paper is cited: in words, as BibTeX, as CSL-JSON; whatever the paper says."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string  # type: ignore[import-untyped]
from serving import datasette_of, plugin

plugin("reading_room")  # makes `room` importable
from room import citing  # noqa: E402

LETTER = "kst-29826-281"


@pytest.fixture(scope="module")
def ds(archive: Path) -> Datasette:
    return datasette_of(archive)


async def csl(ds: Datasette, address: str) -> dict[str, Any]:
    response = await ds.client.get(f"{address}/cite.json")
    assert response.status_code == 200
    (item,) = response.json()
    return dict(item)


def read_bibtex(text: str) -> tuple[str, Any]:
    """The one entry in a BibTeX file, as another program reads it."""
    ((key, entry),) = parse_string(text, "bibtex").entries.items()
    return key, entry


async def test_a_letter_as_bibtex(ds: Datasette) -> None:
    response = await ds.client.get(f"/{LETTER}/cite.bib")
    key, entry = read_bibtex(response.text)
    assert key == LETTER
    assert entry.type == "techreport"
    assert dict(entry.fields) == {
        "title": "{BRIEF VAN DE MINISTER VAN ECONOMISCHE ZAKEN EN KLIMAAT}",
        "type": "Kamerbrief",
        "number": "Kamerstukken II 2025/26, 29 826, nr. 281",
        "institution": "Tweede Kamer der Staten-Generaal",
        "year": "2026",
        "month": "April",
        "day": "1",
        "language": "dutch",
        "url": "https://zoek.officielebekendmakingen.nl/kst-29826-281.html",
    }
    assert [str(person) for person in entry.persons["author"]] == ["{H.G. Herbert}"]


async def test_the_same_as_csl_json(ds: Datasette) -> None:
    item = await csl(ds, f"/{LETTER}")
    assert (item["id"], item["type"], item["author"]) == (LETTER, "report", [{"literal": "H.G. Herbert"}])
    assert item["issued"] == {"date-parts": [[2026, 4, 1]]}
    assert item["number"] == "Kamerstukken II 2025/26, 29 826, nr. 281"
    assert item["URL"] == "https://zoek.officielebekendmakingen.nl/kst-29826-281.html"


async def test_who_answers_is_the_author_and_an_office_stands_for_a_name(ds: Datasette) -> None:
    assert (await csl(ds, "/2025Z19665"))["author"] == [{"literal": "Vincent Karremans"}]
    assert {"literal": "minister van Buitenlandse Zaken"} in (await csl(ds, "/kst-36696-4"))["author"]


async def test_what_a_paper_does_not_state_is_left_out(ds: Datasette) -> None:
    undated = await csl(ds, "/kst-35925-XVII-54")
    assert "issued" not in undated
    assert undated["title"] == "Kamerbrief"
    unnamed = await csl(ds, "/paper/001_8c9d9303850c05b6")
    assert "number" not in unnamed
    assert unnamed["URL"] == "http://localhost/paper/001_8c9d9303850c05b6"


async def test_the_page_shows_the_reference_and_links_to_its_files(ds: Datasette) -> None:
    html = (await ds.client.get(f"/{LETTER}")).text
    assert "H.G. Herbert, ‘BRIEF VAN DE MINISTER VAN ECONOMISCHE ZAKEN EN KLIMAAT’, Kamerstukken II 2025/26" in html
    assert "@techreport{kst-29826-281," in html
    assert f'href="/{LETTER}/cite.bib"' in html
    assert f'href="/{LETTER}/cite.json"' in html


@pytest.mark.parametrize("address", ["/kst-1-1", "/paper/none", "/kst-29826-277"])
async def test_what_is_not_here_cannot_be_cited_from_here(ds: Datasette, address: str) -> None:
    for form in ("bib", "json"):
        assert (await ds.client.get(f"{address}/cite.{form}")).status_code == 404


@pytest.mark.parametrize(
    ("stated", "series"),
    [
        (("kst-29826-281", "tweede_kamer", "2025-2026", "29826", "281"), "Kamerstukken II 2025/26, 29 826, nr. 281"),
        (("kst-35925-A", "eerste_kamer", "1999-2000", "35925", "A"), "Kamerstukken I 1999/00, 35 925, A"),
        (("kst-36696-4", None, None, "36696", "4"), "Kamerstukken, 36 696, nr. 4"),
        (
            ("ah-tk-20232024-387", "tweede_kamer", "2023-2024", None, "387"),
            "Aanhangsel Handelingen II 2023/24, nr. 387",
        ),
        ((None, None, None, None, None), "zaak 2025Z00001"),
    ],
)
def test_a_paper_is_named_as_papers_name_each_other(stated: tuple[str | None, ...], series: str) -> None:
    columns = dict(zip(("identifier", "chamber", "session_year", "dossier", "number"), stated, strict=True))
    row = {
        **columns,
        "id": "x",
        "zaak": "2025Z00001",
        "kind": "letter",
        "title": "T",
        "date": None,
        "answered_on": None,
    }
    assert citing.reference(row, [], "https://voorbeeld.nl/").series == series


# Whatever a paper says, it is one entry, and TeX sets what the paper says.

NAMED = {command: character for character, command in citing._TEX.items()}
COMMAND = re.compile(r"\\(?:[a-z]+\{\}|[$&#_%])", re.IGNORECASE)


def set_by_tex(text: str) -> str:
    """What TeX shows for a text that `tex` wrote; anything that it would take for a command fails."""
    assert not re.search(r"[\\{}$&#^_~%]", COMMAND.sub("", text))
    return COMMAND.sub(lambda match: NAMED[match[0]], text)


SIGNS = '\\{}$&#^_~%"@,=<>| \n\0and'
texts = st.one_of(st.text(SIGNS, max_size=15), st.text(st.characters(codec="utf-8"), max_size=15))
dates = st.one_of(st.none(), st.dates().map(datetime.date.isoformat), st.just("<b>"))


@settings(max_examples=100, deadline=None)
@given(texts, texts, texts, st.lists(texts, max_size=3), dates)
def test_any_text_makes_one_entry_that_says_the_same(
    title: str, name: str, number: str, people: list[str], date: str | None
) -> None:
    row = {"id": name or "x", "identifier": None, "zaak": name, "kind": "letter", "title": title, "date": date}
    row |= {"answered_on": None, "chamber": None, "session_year": None, "dossier": None, "number": number}
    signed = [{"part": "signed", "name": person, "role": None} for person in people]
    cited = citing.reference(row, signed, f"https://voorbeeld.nl/{number}")
    key, entry = read_bibtex(citing.bibtex(cited))
    assert key == cited.key
    assert re.fullmatch(r"[A-Za-z0-9.:-]+", key)
    assert set(entry.fields) <= {"title", "type", "number", "institution", "year", "month", "day", "language", "url"}
    assert spaced(set_by_tex(entry.fields["title"][1:-1])) == spaced(cited.title)
    assert spaced(set_by_tex(entry.fields.get("number", ""))) == spaced(cited.series)
    assert not re.search(r"[\s{}\\\"]", entry.fields["url"])
    authors = [spaced(set_by_tex(str(person)[1:-1])) for person in entry.persons.get("author", [])]
    assert authors == [spaced(author) for author in cited.authors]


def spaced(text: str) -> str:
    return " ".join(text.split())
