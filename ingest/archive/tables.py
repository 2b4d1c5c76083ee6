"""The tables, indexes and views of an archive, made.

An index over rows that are there is made in half the time that it takes to keep it row by row, a full-text index in a
quarter: so a first build fills bare tables and has its indexes at the end, and one that changes much of an archive goes
without the full-text indexes until then.
"""

import sqlite3

from sqlite_utils import Database

from ingest.archive.schema import APPLICATION_ID, SEARCHED, TABLE, TABLES, TOKENIZER, VERSION
from ingest.archive.table import Table
from ingest.archive.views import VIEWS


def create(connection: sqlite3.Connection) -> None:
    """Make the empty tables, with no index but their keys, and the views."""
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.execute(f"pragma user_version = {VERSION}")
    db = Database(connection)
    for table in TABLES:
        _create(db, table)
    for view in VIEWS:
        connection.execute(f'create view "{view.name}" as {view.sql}')
    connection.execute("create table row_counts (name text primary key, rows integer not null) without rowid")


def _create(db: Database, table: Table) -> None:
    sql = db.create_table_sql(
        table.name,
        {column.name: column.type for column in table.columns},
        pk=table.key[0] if len(table.key) == 1 else table.key,
        foreign_keys=[
            (column.name, column.references, TABLE[column.references].key[0])
            for column in table.columns
            if column.references
        ],
    )
    # A table with a key of several columns is the index of that key; full-text indexes need a rowid.
    db.execute(f"{sql.rstrip().rstrip(';')} without rowid" if len(table.key) > 1 else sql)


def index(connection: sqlite3.Connection) -> None:
    """Make the indexes, of the rows that are there; from then on SQLite keeps them."""
    for table in TABLES:
        for columns in table.indexes:
            names = ", ".join(f'"{name}"' for name in columns)
            connection.execute(f'create index "idx_{table.name}_{"_".join(columns)}" on "{table.name}" ({names})')
        for name in table.sparse:
            connection.execute(
                f'create index "idx_{table.name}_{name}" on "{table.name}" ("{name}") where "{name}" is not null'
            )


def index_words(connection: sqlite3.Connection) -> None:
    """Make the full-text indexes, of the rows that are there; from then on triggers keep them."""
    db = Database(connection)
    for table in SEARCHED:
        db.table(table.name).enable_fts(table.search, tokenize=TOKENIZER, create_triggers=True)


def drop_words(connection: sqlite3.Connection) -> None:
    """Remove the full-text indexes and their triggers."""
    db = Database(connection)
    for table in SEARCHED:
        db.table(table.name).disable_fts()
