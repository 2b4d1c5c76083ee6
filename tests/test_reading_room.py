"""The pages for reading: papers, works, dossiers, people, ministries, sources; each as a page and as JSON."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from archives import kamerarchief, paper, write
from datasette.app import Datasette
from datasette.utils import tilde_encode
from serving import datasette_of

QA = "000_6ded6680a351a2be"
JOINT = "001_8c9d9303850c05b6"
PAGES = [
    "/2025Z19665",
    f"/paper/{JOINT}",
    "/kst-29826-281",
    "/kst-35925-XVII-54",
    "/kst-36696-4",
    "/kst-36696-4/source",
    "/kst-36696-4/citations",
    "/overview",
    "/kst-29826-277",
    "/work/JOIN~282024~29977",
    "/dossier/29826",
    "/dossier/30821",
    "/person/Thijssen",
    "/ministry/Economische+Zaken",
]


@pytest.fixture(scope="module")
def ds(archive: Path) -> Datasette:
    return datasette_of(archive)


async def page(ds: Datasette, address: str) -> str:
    response = await ds.client.get(address)
    assert response.status_code == 200, (address, response.text[-500:])
    return str(response.text)


async def data(ds: Datasette, address: str) -> dict[str, Any]:
    response = await ds.client.get(f"{address}.json")
    assert response.status_code == 200
    found: dict[str, Any] = response.json()
    return found


# Footnote numbers, signs of doubt, and second names of a citation, which are no text.
ADDED = re.compile(r'<(sup|a) class="(?:mark|[a-z ]* added)[^"]*".*?</\1>', re.DOTALL)


def shown(html: str) -> str:
    """The text of a paper as its page shows it, spaces aside."""
    html = ADDED.sub("", html)
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", html).replace("&#39;", "'").replace("&amp;", "&"))


@pytest.mark.parametrize("address", PAGES)
async def test_every_page_is_there_as_html_and_as_json(ds: Datasette, address: str) -> None:
    assert "<h1" in await page(ds, address)
    assert await data(ds, address)


@pytest.mark.parametrize("address", PAGES)
async def test_every_link_of_a_page_leads_somewhere(ds: Datasette, address: str) -> None:
    html = await page(ds, address)
    ids = set(re.findall(r'id="([^"]+)"', html))
    for href in set(re.findall(r'href="([^"]+)"', html)):
        if href.startswith("#"):
            assert href[1:] in ids, href
        elif href.startswith("/"):
            there = await ds.client.get(href.replace("&amp;", "&").partition("#")[0])
            assert there.status_code == 200, href
        else:
            assert href.startswith("https://"), href


async def test_footnote_marks_stand_where_the_paper_has_them(ds: Datasette, archive: Path) -> None:
    html = await page(ds, "/2025Z19665")
    with closing(sqlite3.connect(archive)) as db:
        marks = db.execute(
            "select start, substr(source, start - 11, 12) from footnote_marks join texts using (document)"
            " where document = ?",
            (QA,),
        ).fetchall()
    for start, before in marks:
        assert shown(html.partition(f'<sup class="mark" id="m{start}">')[0]).endswith(re.sub(r"\s+", "", before))


async def test_a_citation_is_the_words_of_the_paper(ds: Datasette) -> None:
    html = await page(ds, "/2025Z19665")
    assert re.search(r'<a class="citation" id="r6067"[^>]*>antwoord op vraag 3</a>', html)


async def test_links_to_places_of_other_pages_meet_them(ds: Datasette) -> None:
    for address in PAGES:
        for path, place in set(re.findall(r'href="(/[^"#]+)#([^"]+)"', await page(ds, address))):
            assert f'id="{place}"' in await page(ds, path), (address, path, place)


async def test_every_word_of_a_paper_is_shown(ds: Datasette, archive: Path) -> None:
    with closing(sqlite3.connect(archive)) as db:
        texts = db.execute(
            "select document, text from questions union all select document, text from answers "
            "union all select document, text from footnotes"
        ).fetchall()
    pages = {key: shown(await page(ds, f"/paper/{key}")) for key, _ in texts}
    assert [text for key, text in texts if re.sub(r"\s+", "", text) not in pages[key]] == []


async def test_a_letter_is_shown_whole(ds: Datasette) -> None:
    parts = (await data(ds, "/kst-29826-281"))["contents"]["parts"]
    rows = await ds.get_database().execute("select text from texts where document like '002%'")
    letters = "".join(filter(str.isalpha, "".join(part["text"] for part in parts)))
    assert letters == "".join(filter(str.isalpha, rows.single_value()))[: len(letters)]
    assert [part["text"] for part in parts if part["role"] == "heading"] == ["Integrale strategische aanpak"]


async def test_questions_stand_beside_the_answer_they_share(ds: Datasette) -> None:
    parts = (await data(ds, f"/paper/{JOINT}"))["contents"]["parts"]
    groups = [[q["anchor"] for q in part["questions"]] for part in parts if "questions" in part]
    assert groups == [["q1"], ["q2", "q3", "q4", "q5"], ["q6"], ["q7", "q8", "q9"]]
    assert all(len(part["answers"]) == 1 for part in parts if "questions" in part)


async def test_the_head_says_what_who_and_when(ds: Datasette) -> None:
    html = await page(ds, "/2025Z19665")
    for said in ("Answers to written questions", "2 December 2025", "11 November 2025", "21 days", "(GroenLinks-PvdA)"):
        assert said in html
    assert 'href="/person/Thijssen"' in html
    assert 'href="https://www.tweedekamer.nl/zoeken?qry=2025Z19665"' in html


async def test_a_mark_stands_where_the_paper_has_it_and_leads_to_its_note(ds: Datasette) -> None:
    html = await page(ds, "/2025Z19665")
    assert 'de Kamerbrief die op 19 november jl.<sup class="mark" id="m735"><a href="#f1"' in html
    assert re.search(r'id="f1".*?href="#m735"', html, re.DOTALL)


async def test_a_citation_leads_to_the_official_page_or_to_the_question(ds: Datasette) -> None:
    html = await page(ds, "/2025Z19665")
    assert re.search(
        r'href="https://zoek.officielebekendmakingen.nl/kst-32637-717.html"[^>]*>Kamerstuk 32637-717</a>', html
    )
    assert re.search(r'href="#q3"[^>]*>antwoord op vraag 3</a>', html)


async def test_works_that_one_citation_names_together_each_have_a_link(ds: Datasette) -> None:
    html = await page(ds, "/kst-35925-XVII-54")
    note = re.search(r'<li id="f23">.*?</li>', html, re.DOTALL)
    assert note
    assert [name for name in ("kst-35880-1", "kst-35880-2", "kst-35880-3", "kst-35880-4") if name not in note[0]] == []


async def test_who_cites_a_work_is_told_with_the_sentence(ds: Datasette) -> None:
    cited = (await data(ds, "/kst-29826-277"))["cited_by"]
    assert (cited["count"], cited["papers"]) == (4, 3)
    assert "Industriebrief: " in [citation["before"] for citation in cited["citations"]]


async def test_doubts_stand_where_they_are(ds: Datasette) -> None:
    html = await page(ds, "/kst-36696-4")
    assert html.count('class="doubts"') == 8  # numbers told from their place
    assert 'title="&#39;*&#39; is read as the mark of footnote 4."' in html
    assert html.count('<li id="doubt-') == 13


async def test_the_source_page_is_the_whole_source(ds: Datasette) -> None:
    found = await data(ds, "/kst-36696-4/source")
    rows = await ds.get_database().execute("select source from texts where document like '004%'")
    assert "".join(segment["text"] for segment in found["segments"]) == rows.single_value()
    html = await page(ds, "/kst-36696-4/source")
    assert html.count('<a id="l') == rows.single_value().count("\n") + 1


async def test_a_row_leads_back_to_its_paper_and_source(ds: Datasette) -> None:
    html = await page(ds, f"/archive/questions/{QA}-q003")
    assert f'href="/paper/{QA}#q3"' in html
    assert re.search(rf'href="/paper/{QA}/source#c\d+"', html)


@pytest.mark.parametrize("written", ["KST-29826-0277", "kst-29826-277-h1"])
async def test_other_written_forms_of_a_name_lead_to_it(ds: Datasette, written: str) -> None:
    response = await ds.client.get(f"/{written}")
    assert (response.status_code, response.headers["location"]) == (302, "/kst-29826-277")


@pytest.mark.parametrize(
    "address",
    ["/kst-1-1", "/paper/none", "/paper/~", "/work/x", "/dossier/1", "/person/x", "/ministry/x", "/paper/~2E~2E~2Fx"],
)
async def test_what_is_not_here_is_not_found(ds: Datasette, address: str) -> None:
    assert (await ds.client.get(address)).status_code == 404
    assert (await ds.client.get(f"{address}.json")).status_code == 404


async def test_pages_load_nothing_from_elsewhere(ds: Datasette) -> None:
    for address in ["/", "/search", "/archive", "/archive/documents", *PAGES]:
        response = await ds.client.get(address)
        assert "default-src" in response.headers["content-security-policy"]
        loaded = re.findall(r'(?:src=|rel="stylesheet" href=)"([^"]+)"', response.text)
        assert [address for address in loaded if not address.startswith("/")] == []
    assert "unsafe" not in (await ds.client.get(PAGES[0])).headers["content-security-policy"]


async def test_a_dossier_has_its_papers_in_time_and_those_only_cited(ds: Datasette) -> None:
    found = await data(ds, "/dossier/29826")
    assert [paper["identifier"] for paper in found["papers"]] == ["kst-29826-281"]
    assert [work["work"] for work in found["missing"]] == ["kst-29826-124", "kst-29826-277"]


async def test_home_leads_to_papers_dossiers_and_ministries(ds: Datasette) -> None:
    html = await page(ds, "/")
    for address in ("/kst-29826-281", "/dossier/29826", "/ministry/Economische+Zaken", f"/paper/{tilde_encode(JOINT)}"):
        assert f'href="{address}"' in html


async def test_home_has_the_latest_papers_first_by_whichever_date_they_state(ds: Datasette) -> None:
    html = await page(ds, "/")
    listed = re.findall(r"<time[^>]*>([^<]+)</time>", html)
    assert listed == ["1 April 2026", "12 February 2026", "9 February 2026", "2 December 2025", "no date"]


async def test_doors_of_the_first_page_lead_somewhere(ds: Datasette) -> None:
    html = await page(ds, "/")
    doors = re.search(r'<ul class="doors">.*?</ul>', html, re.DOTALL)
    assert doors
    assert re.findall(r'href="([^"]+)"', doors[0]) == ["#papers", "/overview", "#questions", "#tables"]
    assert all(f'id="{place}"' in html for place in ("papers", "questions", "tables"))


async def test_a_citation_in_a_footnote_is_told_with_the_sentence_that_uses_the_note(ds: Datasette) -> None:
    citations = (await data(ds, "/kst-29826-277"))["cited_by"]["citations"]
    used = {(cited["id"], cited["used"]["sentence"][:40], cited["used"]["anchor"]) for cited in citations}
    assert len(used) == 4
    assert ("004_3b1a3d74f71da160", "Ook is er een visie op duurzame chemie v", "m11316") in used
    html = await page(ds, "/kst-29826-277")
    assert 'Ook is er een visie op duurzame chemie vastgesteld.<sup class="mark"><a href="/kst-36696-4#m11316"' in html


async def test_the_same_paper_in_another_file_is_named_by_it(tmp_path: Path) -> None:
    write(tmp_path / "papers", a=paper(), b=f"{paper()}\n")
    assert kamerarchief("ingest", tmp_path / "same.db", tmp_path / "papers").exit_code == 0
    html = await page(datasette_of(tmp_path / "same.db"), "/paper/a")
    assert '<dt>Also here</dt><dd><a href="/paper/b">b.txt</a></dd>' in html
