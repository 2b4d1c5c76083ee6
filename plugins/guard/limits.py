"""What a connection to the archive may do, and how much a query may give: the lock inside SQLite itself."""

import sqlite3
from contextvars import ContextVar
from dataclasses import dataclass

# Everything else an SQL statement can do (write, create, attach, analyze, begin …) is refused.
ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}

# Opening an FTS index or json_each declares a table's columns, which SQLite puts to us as updates of its schema.
# Real ones it refuses by itself, because writable_schema cannot be set.
SCHEMA_TABLES = {"sqlite_master", "sqlite_schema"}

# The pragmas that Datasette and FTS5 read.  Those in the second set take the name of a table or index; given to one
# of the first, an argument would be a new value.
PRAGMAS = {"schema_version", "data_version", "database_list", "function_list", "page_count", "page_size"}
PRAGMAS_OF = {"table_info", "table_xinfo", "foreign_key_list", "index_list", "index_info", "index_xinfo"}

# Functions that build a large value from a small one in one call, where the time limit does not reach,
# and those that reach outside the archive.
FORBIDDEN_FUNCTIONS = {
    *("printf", "format", "zeroblob", "randomblob"),
    *("load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"),
}

# The longest string or row that SQLite may make, in bytes.  A row that is in the file is no longer than the file, so
# every paper can be read; a query that doubles a string until memory is full is stopped here.
SMALLEST_LIMIT, LARGEST_LIMIT = 8_000_000, 250_000_000

# What a statement may be made of; sqlite.org/limits.html.  The search of all tables at once has the most UNIONs: 11.
LIMITS = {
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 500,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}


class TooLargeError(sqlite3.DataError):
    """A result that would fill the server's memory."""


@dataclass(slots=True)
class Allowance:
    """How many bytes of text the queries of one request may still give."""

    left: int


# None: only rows of the archive itself are given, a page at a time.
allowance: ContextVar[Allowance | None] = ContextVar("allowance", default=None)


def lock(connection: sqlite3.Connection, size: int, longest: int | None = None) -> None:
    """Let a connection read the archive and nothing else; `size` of the file and `longest` of a string are in bytes."""
    length = min(max(size, SMALLEST_LIMIT), longest or LARGEST_LIMIT)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, length)
    for limit, value in LIMITS.items():
        connection.setlimit(limit, value)
    connection.row_factory = counted
    connection.set_authorizer(authorize)


def authorize(action: int, first: str | None, second: str | None, _schema: str | None, _inner: str | None) -> int:
    """SQLite asks this of every action in a statement: may it?  See sqlite.org/c3ref/c_alter_table.html."""
    if action == sqlite3.SQLITE_FUNCTION:
        allowed = str(second).lower() not in FORBIDDEN_FUNCTIONS
    elif action == sqlite3.SQLITE_PRAGMA:
        pragma = str(first).lower()
        allowed = pragma in PRAGMAS_OF or (pragma in PRAGMAS and second is None)
    elif action == sqlite3.SQLITE_UPDATE:
        allowed = first in SCHEMA_TABLES
    else:
        allowed = action in ALLOWED
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def counted(cursor: sqlite3.Cursor, values: tuple[object, ...]) -> sqlite3.Row:
    """A row, taken off the allowance.  A limit on rows alone lets through 5,000 of eight megabytes each.

    Raises TooLargeError where more was asked than allowed.
    """
    allowed = allowance.get()
    if allowed is not None:
        allowed.left -= sum(len(value) for value in values if isinstance(value, (str, bytes)))
        if allowed.left < 0:
            message = "the result is too large to send at once: ask for fewer rows, or for shorter columns"
            raise TooLargeError(message)
    return sqlite3.Row(cursor, values)
