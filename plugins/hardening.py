"""Datasette plugin: the archive can be read and nothing else, and no query takes the server's memory.

Datasette opens the file as immutable and takes only SELECT; this is the second lock, in SQLite itself.
"""

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.handle_exception import handle_exception as error_page
from datasette.utils import escape_fts
from datasette.utils.asgi import Request, Response
from datasette.views.base import DatasetteError

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
FORBIDDEN_FUNCTIONS = {"printf", "format", "zeroblob", "randomblob", "load_extension", "readfile", "writefile", "edit"}

# The longest string or row that SQLite may make, in bytes.  A row that is in the file is no longer than the file, so
# every paper can be read; a query that doubles a string until memory is full is stopped here.
SMALLEST_LIMIT, LARGEST_LIMIT = 8_000_000, 250_000_000

METHODS = {"GET", "HEAD", "OPTIONS"}

# Datasette's own pages have scripts and styles inside them; nothing comes from elsewhere.  Pages that need less say so.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {b"content-security-policy": POLICY.encode(), b"x-content-type-options": b"nosniff"}

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
App = Callable[[dict[str, Any], Receive, Send], Awaitable[None]]


# Last, because Datasette's own `escape_fts` is registered with the same hook and has to be replaced.
@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection, database: str, datasette: Datasette) -> None:
    """Lock connections to archives; Datasette's own databases in memory are left as they are."""
    conn.create_function("escape_fts", 1, search_words, deterministic=True)
    opened = datasette.databases.get(database)
    if opened is None or opened.is_mutable:
        return
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, min(max(opened.size, SMALLEST_LIMIT), LARGEST_LIMIT))
    conn.set_authorizer(authorize)


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


def search_words(query: object) -> str:
    """What people type, as an FTS5 query that is never an error: all words, a phrase where they quote it.

    Datasette's own function fails on an empty query, a lone quote, a NUL, and a quote that is open at a line's end.

    >>> search_words('minister-president "open strategische autonomie"')
    '"minister-president" "open strategische autonomie"'
    >>> search_words('"')
    '""'
    """
    text = "" if query is None else str(query)
    # The phrase without words finds nothing, and says so without an error.
    return str(escape_fts(text.translate({0: " ", 10: " "}))) or '""'


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    """Refuse every request that could be meant to change something, and say what a page may load."""

    def wrap(app: App) -> App:
        async def read_only(scope: dict[str, Any], receive: Receive, send: Send) -> None:
            if scope["type"] == "http" and scope["method"] not in METHODS:
                refusal = Response.text("This archive can only be read.", status=405, headers={"Allow": "GET, HEAD"})
                await refusal.asgi_send(send)
            else:
                await app(scope, receive, with_headers(send))

        return read_only

    return wrap


def with_headers(send: Send) -> Send:
    """Send every answer with HEADERS, where it has none of its own by that name."""

    async def sending(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = list(message.get("headers", []))
            present = {bytes(name).lower() for name, _ in headers}
            headers += [(name, value) for name, value in HEADERS.items() if name not in present]
            message = {**message, "headers": headers}
        await send(message)

    return sending


@hookimpl
def handle_exception(
    datasette: Datasette, request: Request, exception: Exception
) -> Callable[[], Awaitable[Response]] | None:
    """SQL that SQLite refuses is the visitor's mistake: status 400, also where Datasette calls it the server's."""
    if not isinstance(exception, (sqlite3.Error, sqlite3.Warning)):
        return None
    page: Callable[[], Awaitable[Response]] = error_page(
        datasette, request, DatasetteError(str(exception), title="Invalid SQL", status=400)
    )
    return page
