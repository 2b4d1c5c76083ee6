"""The search page: official names, words in any form, phrases, alternatives, facets; and no input is an error."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from archives import change, kamerarchief, query, write
from datasette.app import Datasette
from hypothesis import given
from hypothesis import strategies as st
from serving import datasette_of, plugin
from test_datasette_search import HOSTILE

plugin("reading_room")  # puts the pages' modules on the path

from room.query import MOST_TERMS, match, parse  # noqa: E402
from room.words import Vocabulary, vocabulary  # noqa: E402


@pytest.fixture(scope="module")
def ds(archive: Path) -> Datasette:
    return datasette_of(archive)


async def search(ds: Datasette, q: str, **parameters: str) -> dict[str, Any]:
    response = await ds.client.get("/search.json", params={"q": q, **parameters})
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def words_found(found: dict[str, Any]) -> set[str]:
    return {piece["text"].lower() for hit in found["hits"] for piece in hit["found"] if piece["found"]}


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("kst-29826-277", "/kst-29826-277"),
        ("Kamerstuk 29 826, nr. 277", "/kst-29826-277"),
        (" 29826-281 ", "/kst-29826-281"),
        ("35 925 XVII, nr. 54", "/kst-35925-XVII-54"),
        ("2025z19665", "/2025Z19665"),
        ("JOIN (2024) 977", "/work/JOIN~282024~29977"),
        ("29 826", "/dossier/29826"),
    ],
)
async def test_an_official_name_leads_to_its_page(ds: Datasette, written: str, address: str) -> None:
    response = await ds.client.get("/search", params={"q": written})
    assert (response.status_code, response.headers.get("location")) == (302, address)
    assert (await ds.client.get(address)).status_code == 200
    assert (await search(ds, written))["named"]["address"] == address


async def test_a_name_that_nobody_cites_is_shown_with_its_official_page(ds: Datasette) -> None:
    html = (await ds.client.get("/search?q=kst-12345-1")).text
    assert 'href="https://zoek.officielebekendmakingen.nl/kst-12345-1.html"' in html


async def test_a_person_is_suggested(ds: Datasette) -> None:
    assert 'href="/person/Thijssen"' in (await ds.client.get("/search?q=Thijssen")).text


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("afhankelijkheid", "afhankelijkheden"),
        ("maatregel", "maatregelen"),
        ("coordinatie", "coördinatie"),
        ("INDUSTRIE*", "industriebeleid"),
        ("*beleid", "industriebeleid"),
        ("kritiek", "kritieke"),
    ],
)
async def test_other_forms_of_a_word_are_found(ds: Datasette, asked: str, meant: str) -> None:
    found = [await search(ds, asked, page=str(page)) for page in range(1, 6)]
    assert meant in set().union(*map(words_found, found))


async def test_a_phrase_is_found_as_it_is(ds: Datasette) -> None:
    assert words_found(await search(ds, '"maatregelen onderzocht"')) == {"maatregelen onderzocht"}
    assert (await search(ds, '"onderzocht maatregelen"'))["count"] == 0


async def test_either_both_and_without(ds: Datasette) -> None:
    count = {q: (await search(ds, q))["count"] for q in ("nexperia", "spionnen", "nexperia spionnen")}
    either = (await search(ds, "nexperia OF spionnen"))["count"]
    without = (await search(ds, "nexperia NIET spionnen"))["count"]
    assert 0 < count["nexperia spionnen"] <= min(count["nexperia"], count["spionnen"])
    assert either >= max(count["nexperia"], count["spionnen"])
    assert without == (await search(ds, "nexperia -spionnen"))["count"] < count["nexperia"]


async def test_words_far_apart_in_one_paper_find_the_paper(ds: Datasette) -> None:
    found = await search(ds, "Halfgeleiderindustrie Toekomstige")
    assert [hit["identifier"] for hit in found["hits"]] == ["kst-29826-281"]


async def test_facets_count_all_hits_and_narrow_the_list(ds: Datasette) -> None:
    everything = await search(ds, "china")
    assert everything["count"] > len(everything["hits"]) == 20
    for name, values in everything["facets"].items():
        for value in values:
            narrowed = await search(ds, "china", **{name: value["value"]})
            assert narrowed["count"] == value["count"], (name, value)


async def test_every_hit_can_be_reached(ds: Datasette) -> None:
    count = (await search(ds, "china"))["count"]
    pages = [await search(ds, "china", page=str(page), order="newest") for page in range(1, count // 20 + 2)]
    hits = [(hit["address"], hit["type"]) for page in pages for hit in page["hits"]]
    assert len(hits) == len(set(hits)) == count
    dates = [hit["date"] for page in pages for hit in page["hits"] if hit["date"]]
    assert dates == sorted(dates, reverse=True)


async def test_a_hit_leads_to_its_place(ds: Datasette) -> None:
    for hit in (await search(ds, "nexperia"))["hits"]:
        path, _, place = hit["address"].partition("#")
        html = (await ds.client.get(path)).text
        assert not place or f'id="{place}"' in html


async def test_tables_and_search_all_read_queries_in_the_same_way(ds: Datasette) -> None:
    rows = (await ds.client.get("/archive/answers.json?_search=afhankelijkheid&_shape=array")).json()
    assert any("afhankelijkheden" in row["text"] for row in rows)


@pytest.mark.parametrize("q", [*HOSTILE, "OF", "NIET", "x OF", "-", "*", "a* *b", "page"], ids=lambda q: repr(q[:12]))
async def test_no_input_is_an_error(ds: Datasette, q: str) -> None:
    for parameters in (
        {},
        {"page": "0"},
        {"page": "99999999999"},
        {"order": q[:99]},
        {"kind": q[:99]},
        {"year": q[:99], "party": q[:99]},
    ):
        response = await ds.client.get("/search", params={"q": q, **parameters})
        assert response.status_code in (200, 302), (parameters, response.text[-300:])


@given(st.text(alphabet=st.one_of(st.sampled_from('" \n\0AND*()^-:{}+,ОF'), st.characters(codec="utf-8"))))
def test_every_query_is_read_and_every_word_stays_between_quotes(text: str) -> None:
    written = match(parse(text), lambda word: [word], lambda word: [word])
    bare = re.sub(r'"[^"]*"\*?', "", written)
    assert set(bare.split()) <= {"AND", "OR", "NOT"} | {c * n for c in "()" for n in range(1, 5)} or re.fullmatch(
        r"(?:[()\s]|AND|OR|NOT)*", bare
    )


async def test_a_search_that_takes_too_long_says_so(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = "with recursive x(y) as (select 1 union all select y + 1 from x) select max(y) from x"
    monkeypatch.setattr("room.search._facets_sql", lambda filters: endless)
    ds = datasette_of(archive)
    ds.sql_time_limit_ms = 100
    response = await ds.client.get("/search?q=china")
    assert response.status_code == 200
    assert "took too long" in response.text


async def test_nothing_found_says_what_may_help(ds: Datasette) -> None:
    html = (await ds.client.get("/search?q=veerpont")).text
    assert "Nothing found: no paper has all these words" in html
    assert '<details class="help" open>' in html and "<aside" not in html
    filtered = (await ds.client.get("/search?q=veerpont&kind=letter")).text
    assert "Nothing found with these filters" in filtered and 'aria-label="Remove: Kind of paper Letter"' in filtered
    assert '<details class="help">' in (await ds.client.get("/search?q=chips")).text


def test_a_query_that_is_too_long_says_so() -> None:
    assert parse("woord " * (MOST_TERMS + 1)).cut
    assert not parse("woord " * MOST_TERMS).cut


def vocabulary_of(folder: Path, **papers: str) -> Vocabulary:
    """The vocabulary of an archive that is brought up to date with these papers."""
    source = folder / "papers"
    shutil.rmtree(source, ignore_errors=True)
    assert kamerarchief("ingest", folder / "archive.db", write(source, **papers), "--prune").exit_code == 0
    vocabulary.cache_clear()
    return vocabulary(folder / "archive.db")


def test_forms_are_those_the_archive_has_most_frequent_first(tmp_path: Path) -> None:
    words = vocabulary_of(tmp_path, een="Vergunning CO2 tuin", twee="Vergunningen", drie="vergunningen")
    assert words.forms("Vergunning") == ["vergunning", "vergunningen"]
    assert words.forms("CO2") == ["co2"]
    assert words.ending("ningen") == ["vergunningen"]
    assert words.ending("xyz") == ["xyz"]


@pytest.mark.parametrize("words", ["productcategorieën", "industriebeleid", "halfgeleiders OF chips", "markten"])
async def test_a_hit_in_a_letter_leads_to_the_part_it_is_from(ds: Datasette, words: str) -> None:
    hits = (await search(ds, words, type="text"))["hits"]
    assert hits
    for hit in hits:
        path, _, place = hit["address"].partition("#")
        parts = (await ds.client.get(f"{path}.json")).json()["contents"]["parts"]
        text = next(part["text"] for part in parts if part["anchor"] == place)
        assert next(piece["text"] for piece in hit["found"] if piece["found"]) in text
        assert hit["words"] in text


async def test_a_link_to_a_hit_says_which_words_to_go_to(ds: Datasette) -> None:
    html = (await ds.client.get("/search?q=spionnen")).text
    assert re.search(r'href="/[^"]+#q\d+:~:text=[^"]*spionnen', html)


def test_words_come_and_go_with_the_papers_that_have_them(tmp_path: Path) -> None:
    vocabulary_of(tmp_path, een="De maatregel en de maatregelen", twee="maatregelen 2025")
    vocabulary_of(tmp_path, een="De maatregel", drie="Een coördinatie, twee maatregelen")
    vocabulary_of(tmp_path / "anew", een="De maatregel", drie="Een coördinatie, twee maatregelen")
    sql = "select * from search_terms order by term"
    found = query(tmp_path / "archive.db", sql)
    assert found == query(tmp_path / "anew" / "archive.db", sql)
    assert [term for term, *_ in found if term in ("maatregel", "coordinatie", "twee", "en", "2025")] == [
        *("coordinatie", "maatregel", "twee")
    ]


def test_an_archive_without_a_vocabulary_is_searched_for_words_as_they_are(tmp_path: Path) -> None:
    vocabulary_of(tmp_path, een="De maatregel en de maatregelen")
    change(tmp_path / "archive.db", "drop table search_terms")
    vocabulary.cache_clear()
    words = vocabulary(tmp_path / "archive.db")
    assert (words.forms("maatregel"), words.ending("regel")) == (["maatregel"], ["regel"])
