"""The archive → its rows, some at a time, in an order that is the same for equal archives."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ingest.export.tables import Exported

Row = tuple[str | int | None, ...]
Batch = list[Row]

# Rows held in memory at once; a row of `texts` is a whole paper.
_AT_ONCE = {"texts": 20}
_OTHERWISE = 2_000


@contextmanager
def reading(archive: Path) -> Iterator[sqlite3.Connection]:
    """A finished archive as it is now: an ingest meanwhile puts another file in its place.

    Whoever reads rows may meet sqlite3.DatabaseError where the file is damaged.
    """
    with closing(sqlite3.connect(f"{archive.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


def count(connection: sqlite3.Connection, table: Exported) -> int:
    """How many rows a table or view has."""
    return int(connection.execute(f'select count(*) from "{table.name}"').fetchone()[0])


def batches(connection: sqlite3.Connection, table: Exported) -> Iterator[Batch]:
    """All rows, in order of the key; those of a view in order of all its columns."""
    names = [f'"{field.name}"' for field in table.fields]
    order = [f'"{name}"' for name in table.key] or names
    cursor = connection.execute(f'select {", ".join(names)} from "{table.name}" order by {", ".join(order)}')
    while batch := cursor.fetchmany(_AT_ONCE.get(table.name, _OTHERWISE)):
        yield batch
