"""Datasette plugin: what is counted over a whole archive is counted once; an archive that is served stays as it is.

The archive says itself how many rows its tables and views have.  The facets of a whole table, as metadata.yml names
them, are counted when they are first asked for, with more time than a visitor's own facets get, and kept.
"""

import sqlite3
from collections.abc import Awaitable, Callable, Generator, Iterable
from functools import partial
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from datasette import hookimpl
from datasette.app import Datasette
from datasette.database import Database, QueryInterrupted, Results
from datasette.utils import sqlite_timelimit

from ingest.serve.instance import generation

# Millions of rows take seconds, once.
LONGEST_MS = 60_000
# What a page can ask of a table without asking for other rows or other facets.
_SAME_FACETS = {"_size", "_sort", "_sort_desc", "_next", "_col", "_nocol", "_labels", "_shape"}


@hookimpl  # type: ignore[untyped-decorator, unused-ignore]
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    """Tell Datasette what it would count, and spare it reading the whole file to name it."""

    async def tell() -> None:
        told = dict(datasette.inspect_data or {})
        for name, served in datasette.databases.items():
            if name not in told and not served.is_mutable and (counts := await _counts(served)):
                told[name] = {
                    "hash": served.cached_hash or generation(Path(str(served.path))),
                    "size": served.size,
                    "file": served.path,
                    "tables": {table: {"count": rows} for table, rows in counts.items()},
                }
                # Datasette would take the views among them for tables.
                tables = set(await served.table_names())
                served._cached_table_counts = {table: rows for table, rows in counts.items() if table in tables}
        datasette.inspect_data = told

    return tell


async def _counts(served: Database) -> dict[str, int]:
    try:
        found = await served.execute("select name, rows from row_counts", truncate=False)
    except sqlite3.Error:
        return {}
    return {str(name): int(rows) for name, rows in found.rows}


# Database → the SQL of a facet → its values.
_KEPT: WeakKeyDictionary[Database, dict[str, Results]] = WeakKeyDictionary()


class _Keeping:
    """Datasette as a facet over a whole table sees it."""

    def __init__(self, datasette: Datasette) -> None:
        self._datasette = datasette

    def __getattr__(self, name: str) -> object:
        return getattr(self._datasette, name)

    async def execute(self, database: str, sql: str, *_: object, **__: object) -> Results:
        served = self._datasette.databases[database]
        kept = _KEPT.setdefault(served, {})
        if sql not in kept:
            kept[sql] = await served.execute_fn(partial(_counted, sql))
        return kept[sql]


def _counted(sql: str, connection: sqlite3.Connection) -> Results:
    """Run a query without parameters; Datasette's own way has no more time than any visitor's query."""
    with sqlite_timelimit(connection, LONGEST_MS):
        try:
            found = connection.execute(sql)
            return Results(found.fetchall(), False, found.description)
        except sqlite3.OperationalError as error:
            raise QueryInterrupted(error, sql, {}) from error


def keeping(facet: Any) -> Any:  # noqa: ANN401  (a class of datasette.facets)
    """A class of facets that keeps what it finds in a whole table."""

    class Keeping(facet):  # type: ignore[misc]
        ds: Any

        async def facet_results(self) -> tuple[list[Any], list[Any]]:
            if not self.ds.databases[self.database].is_mutable and _is_whole(self):
                self.ds = _Keeping(self.ds)
            found: tuple[list[Any], list[Any]] = await super().facet_results()
            return found

    return Keeping


def _is_whole(facet: Any) -> bool:  # noqa: ANN401
    """Whether a page shows all of a table, with the facets of metadata.yml: there are only so many of these."""
    asked: Iterable[str] = facet.request.args
    return bool(facet.table) and not facet.params and set(asked) <= _SAME_FACETS


@hookimpl(hookwrapper=True)  # type: ignore[untyped-decorator, unused-ignore]
def register_facet_classes() -> Generator[None, Any, None]:
    """Let all facets, Datasette's own among them, keep what they find."""
    found = yield
    found.force_result([[keeping(facet) for facet in classes] for classes in found.get_result()])
