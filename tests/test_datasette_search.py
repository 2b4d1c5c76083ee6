"""Searching a table, the page that searches all of them, and the strings that people and machines put in."""

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from hypothesis import given, settings
from hypothesis import strategies as st
from serving import datasette_of, plugin

from ingest.archive.schema import TABLES

SEARCHED = [table.name for table in TABLES if table.search]

# Each of these is an error in FTS5 or was one in Datasette.
HOSTILE = [
    *(
        "",
        " ",
        '"',
        '""',
        '"""',
        " \t\n ",
        "\0",
        'a\0"b',
        '"a\nb',
        '"a\nAND" b',
        "AND",
        "OR",
        "NOT x",
        "NEAR(",
        "*",
        "(",
        ")",
    ),
    *(
        "^x",
        "-",
        "-x",
        "title:x",
        '29 826 "',
        "kst-29826-277",
        "C++",
        "minister-president",
        "nr. 3",
        "%",
        "';--",
        "{a b}:",
    ),
    *("🏛", "́", "x" * 50_000, "x " * 20_000, '"x' * 5_000),
]


@pytest.fixture(scope="module")
def ds(archive: Path) -> Datasette:
    return datasette_of(archive)


async def rows(ds: Datasette, table: str, **parameters: str) -> list[dict[str, Any]]:
    response = await ds.client.get(f"/archive/{table}.json", params={"_shape": "array", "_size": "max", **parameters})
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()
    return found


def a_word(text: str) -> str:
    words: list[str] = re.findall(r"[^\W_]+", text)
    return max(words, key=len)


@pytest.mark.parametrize("table", SEARCHED)
async def test_every_searched_table_finds_a_word_of_its_own(ds: Datasette, table: str) -> None:
    column = "title" if table == "documents" else "text"
    row = next(row for row in await rows(ds, table) if row[column])
    key = next(iter(row))
    found = await rows(ds, table, _search=a_word(row[column]).upper())
    assert row[key] in [hit[key] for hit in found]


async def test_words_are_all_wanted_and_a_phrase_stays_together(ds: Datasette) -> None:
    text = (await rows(ds, "questions"))[0]["text"]
    first, second = re.findall(r"\w+", text)[:2]
    assert await rows(ds, "questions", _search=f"{second} {first}")
    assert await rows(ds, "questions", _search=f'"{first} {second}"')
    assert await rows(ds, "questions", _search=f"{first} zzqzz") == []


async def test_accents_do_not_matter(ds: Datasette) -> None:
    with_accent = [row for row in await rows(ds, "answers") if "ë" in row["text"] or "ö" in row["text"]]
    word = next(w for w in re.findall(r"\w+", with_accent[0]["text"]) if "ë" in w or "ö" in w)
    bare = word.replace("ë", "e").replace("ö", "o")
    assert with_accent[0]["id"] in [row["id"] for row in await rows(ds, "answers", _search=bare)]


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: repr(query[:12]))
async def test_hostile_search_is_never_an_error(ds: Datasette, query: str) -> None:
    for path, name in [
        ("/archive/answers", "_search"),
        ("/archive/search_questions_and_answers", "words"),
        ("/-/search", "q"),
    ]:
        response = await ds.client.get(path, params={name: query})
        assert response.status_code == 200, (path, response.text[-300:])


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.one_of(st.sampled_from('" \n\0AND*()^-:{}+,'), st.characters(codec="utf-8"))))
def test_any_string_is_a_query(query: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table papers using fts5(text, tokenize='unicode61 remove_diacritics 2')")
    db.execute("select * from papers where papers match ?", [plugin("hardening").search_words(query)]).fetchall()
    db.close()


async def test_search_all_lists_every_searched_table_and_its_calls_find_rows(ds: Datasette) -> None:
    word = a_word((await rows(ds, "answers"))[0]["text"])
    page = (await ds.client.get("/-/search", params={"q": word})).text
    sections = re.findall(r'data-json="([^"]+)" data-table="([^"]+)"', page)
    assert {table for _, table in sections} == set(SEARCHED)
    script = (await ds.client.get(re.findall(r'src="(/static/[^"]+)"', page)[0])).text
    assert "_search: query" in script
    counts = {}
    for url, table in sections:
        # As static/search.js asks.
        hidden = {"_nocol": ["source", "sha256", "encoding", "reader"]} if table == "texts" else {}
        asked = {"_search": word, "_size": "5", "_shape": "objects", "_labels": "on", "_nofacet": "1", **hidden}
        found = (await ds.client.get(url, params=asked)).json()
        assert found["primary_keys"][0] in ("id", "document")
        counts[table] = found["filtered_table_rows_count"]
    assert counts["answers"] > 0
    assert counts["texts"] > 0


async def test_search_all_without_words_asks_for_some(ds: Datasette) -> None:
    for query in ("", "   "):
        page = (await ds.client.get("/-/search", params={"q": query})).text
        assert 'name="q"' in page
        assert "data-json" not in page
