"""What is counted once over a whole archive is what counting it anew would give."""

from pathlib import Path
from typing import Any

import pytest
from archives import paper, query, write
from serving import NAMES, datasette_of

from ingest.pipeline.run import ingest


async def asked(archive: Path, path: str) -> dict[str, Any]:
    told: dict[str, Any] = (await datasette_of(archive).client.get(path)).json()
    return told


def counts(told: dict[str, Any], column: str) -> dict[str, int]:
    return {found["value"]: found["count"] for found in told["facet_results"][column]["results"]}


@pytest.mark.parametrize("name", NAMES)
async def test_a_page_says_how_many_rows_there_are(archive: Path, name: str) -> None:
    told = await asked(archive, f"/archive/{name}.json?_size=1")
    assert told["filtered_table_rows_count"] == query(archive, f'select count(*) from "{name}"')[0][0]


async def test_the_page_of_all_tables_has_each_once(archive: Path) -> None:
    told = await asked(archive, "/archive.json")
    shown = {table["name"]: table["count"] for table in told["tables"] if not table["hidden"]}
    assert shown["questions"] == query(archive, "select count(*) from questions")[0][0]
    assert not {"citations", "cited_by"} & set(shown)


async def test_facets_of_all_rows_and_of_some_are_told_apart(archive: Path) -> None:
    served = datasette_of(archive)
    expected = dict(query(archive, 'select kind, count(*) from "references" group by kind'))
    for address in ("/archive/references.json", "/archive/references.json", "/archive/references.json?_size=3"):
        assert counts((await served.client.get(address)).json(), "kind") == expected
    some = (await served.client.get("/archive/references.json?kind=kamerstuk")).json()
    assert counts(some, "kind") == {"kamerstuk": expected["kamerstuk"]}
    also = (await served.client.get("/archive/references.json?_facet=certainty&_facet=work")).json()
    assert "work" in also["facet_results"]


async def test_two_archives_of_one_name_keep_their_own_facets(tmp_path: Path) -> None:
    for folder, papers in (("a", {"een": paper()}), ("b", {"een": paper(), "twee": paper("Laagzande")})):
        archive = tmp_path / folder / "archive.db"
        ingest(archive, [write(tmp_path / f"papers-{folder}", **papers)])
        told = await asked(archive, "/archive/texts.json")
        assert counts(told, "encoding") == {"utf-8": len(papers)}
