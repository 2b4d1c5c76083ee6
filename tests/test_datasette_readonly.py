"""The archive can be read and not changed: every way in is tried, and the file stays as it was."""

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from datasette.app import Datasette
from serving import datasette_of

from ingest.serve.instance import SETTINGS, opened

WRITES = [
    "insert into questions (id) values ('x')",
    "insert into answers_fts (answers_fts) values ('rebuild')",
    "update questions set text = ''",
    "delete from questions",
    "replace into questions (id) values ('x')",
    "create table x (y)",
    "create temp table x (y)",
    "create index x on questions (text)",
    "create view x as select 1",
    "create temp trigger x after insert on questions begin select 1; end",
    "create virtual table x using fts5(y)",
    "alter table questions add column x",
    "drop table questions",
    "drop view citations",
    "attach 'x.db' as x",
    "attach ':memory:' as x",
    "detach main",
    "vacuum",
    "vacuum into 'x.db'",
    "reindex",
    "analyze",
    "begin immediate",
    "savepoint x",
    "pragma writable_schema = 1",
    "pragma query_only = 0",
    "pragma journal_mode = wal",
    "pragma user_version = 7",
    "pragma schema_version = 7",
    "pragma application_id(7)",
    "pragma wal_checkpoint",
    "pragma optimize",
]
# What the web page lets through to SQLite as a SELECT.
DISGUISED = [
    "with x as (select 1) insert into questions (id) select 'x' from x",
    "with x as (select 1) delete from questions",
    "explain select load_extension('x')",
    "select load_extension('x')",
    "select readfile('/etc/passwd')",
    "select writefile('x', 'y')",
    "select edit('x')",
    "select fts3_tokenizer('x', x'00')",
    "select * from pragma_journal_mode('wal')",
    "select * from pragma_page_size(512), pragma_user_version(7)",
    "select 1; delete from questions",
    "select 1 where exists (delete from questions returning id)",
]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def own(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the archive in an empty folder; afterwards it is the same, and alone."""
    path = tmp_path / "archive.db"
    path.write_bytes(archive.read_bytes())
    monkeypatch.chdir(tmp_path)
    yield path
    assert digest(path) == digest(archive)
    assert [file.name for file in tmp_path.iterdir()] == ["archive.db"]


@pytest.mark.parametrize("sql", [*WRITES, *DISGUISED])
async def test_sql_that_writes_is_refused_by_the_page(own: Path, sql: str) -> None:
    ds = datasette_of(own)
    for path in ("/archive.json", "/archive", "/archive.csv"):
        response = await ds.client.get(path, params={"sql": sql})
        assert response.status_code == 400, (path, response.text)


@pytest.mark.parametrize("sql", WRITES)
async def test_sql_that_writes_is_refused_by_the_connection(own: Path, sql: str) -> None:
    """Even if Datasette's own check let it through, and the file were not opened as immutable."""
    writable = sqlite3.connect(own, isolation_level=None)
    datasette_of(own)._prepare_connection(writable, "archive")
    with pytest.raises(sqlite3.Error, match=r"not authorized|authorization denied|prohibited"):
        writable.execute(sql)
    writable.close()


@pytest.mark.parametrize("where", ["1; delete from questions", "exists (delete from questions)", "load_extension('x')"])
async def test_where_that_writes_is_refused(own: Path, where: str) -> None:
    response = await datasette_of(own).client.get("/archive/questions.json", params={"_where": where})
    assert response.status_code == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize(
    "path",
    [
        *("/", "/archive", "/archive?sql=delete+from+questions", "/archive/questions", "/archive/questions.json"),
        *("/archive/questions/x", "/archive/questions/-/insert", "/archive/-/create", "/archive/-/query"),
        *("/archive/most_cited_papers", "/archive.db", "/-/search", "/-/messages", "/-/permissions"),
    ],
)
async def test_other_methods_are_refused(own: Path, method: str, path: str) -> None:
    response = await datasette_of(own).client.request(method, path)
    assert response.status_code == 405


async def test_reading_still_works_and_so_does_the_page_of_versions(own: Path) -> None:
    ds = datasette_of(own)
    for path in (
        "/archive/questions",
        "/-/versions.json",
        "/archive.json?sql=select+*+from+pragma_table_info('works')",
    ):
        assert (await ds.client.get(path)).status_code == 200


def test_the_settings_are_such_as_datasette_knows() -> None:
    known = Datasette([], settings=SETTINGS).settings_dict()
    assert {name: known.get(name) for name in SETTINGS} == SETTINGS


def test_without_the_checkout_nothing_is_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.serve.instance.ROOT", tmp_path)
    with pytest.raises(FileNotFoundError, match=r"metadata\.yml"):
        opened(tmp_path / "a.db")
