"""metadata.yml describes what is in an archive: all of it, and nothing else."""

import sqlite3
from pathlib import Path

import pytest
from cogapp import Cog
from serving import DESCRIBED, HIDDEN, NAMES, facets_of, metadata

from ingest.serve.instance import ROOT


@pytest.fixture(scope="module")
def columns(archive: Path) -> dict[str, list[str]]:
    """The columns of every table and view that visitors see."""
    db = sqlite3.connect(archive)
    names = db.execute(
        "select name from sqlite_master where type in ('table', 'view') and name not like '%!_fts%' escape '!'"
    )
    found = {name: [row[0] for row in db.execute("select name from pragma_table_info(?)", [name])] for (name,) in names}
    db.close()
    return {name: columns for name, columns in found.items() if not name.startswith("sqlite_") and name not in HIDDEN}


def test_every_table_and_view_is_described_with_its_columns(columns: dict[str, list[str]]) -> None:
    described = {name: list(table["columns"]) for name, table in DESCRIBED["tables"].items()}
    assert described == columns


def test_no_description_is_empty() -> None:
    texts = [table["description"] for table in DESCRIBED["tables"].values()]
    texts += [text for table in DESCRIBED["tables"].values() for text in table["columns"].values()]
    texts += [query[part] for query in DESCRIBED["queries"].values() for part in ("title", "description")]
    assert all(len(text) > 5 for text in texts)


def test_orders_labels_and_facets_name_columns(columns: dict[str, list[str]]) -> None:
    named = [(name, column) for name, column, _ in facets_of(DESCRIBED["tables"])]
    for name in NAMES:
        table = DESCRIBED["tables"][name]
        named += [(name, table[key]) for key in ("sort", "sort_desc", "label_column") if key in table]
    assert [(name, column) for name, column in named if column not in columns[name]] == []


def test_no_query_hides_a_table() -> None:
    assert not set(DESCRIBED["queries"]) & set(NAMES)


def test_licence_and_source_are_stated() -> None:
    assert {"title", "description", "license", "license_url", "source", "source_url"} <= set(metadata())


def test_descriptions_are_those_of_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    # Where it fails: python -m cogapp -r metadata.yml
    assert Cog().main(["cog", "--check", str(ROOT / "metadata.yml")]) == 0, capsys.readouterr().out


def test_what_is_hidden_is_derived() -> None:
    assert HIDDEN == ["search_terms", "row_counts"]
