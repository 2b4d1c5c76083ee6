"""Datasette plugin: pages for reading papers, searching them, and following what cites what.

The pages themselves are in plugins/room.
"""

import sqlite3
import sys
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from jinja2 import Environment

# Datasette loads this file by its path, and nothing that stands beside it.
sys.path.insert(0, str(Path(__file__).parent))

from room import show, takeaway
from room.archive import archive_of
from room.pages import ROUTES, View
from room.query import match, parse
from room.words import vocabulary


@hookimpl
def register_routes() -> list[tuple[str, View]]:
    """The addresses of the pages."""
    return [*takeaway.ROUTES, *ROUTES]


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """What templates say things with."""
    env.filters.update(show.FILTERS)
    env.globals.update(show.GLOBALS)


@hookimpl
def extra_template_vars(datasette: Datasette) -> Callable[[], Awaitable[dict[str, Any]]]:
    """What every page links to."""

    async def shown() -> dict[str, Any]:
        archive = archive_of(datasette)
        return {} if archive is None else {"archive_names": [archive.name]}

    return shown


# Around all others, so that it comes last: `escape_fts` is what Datasette hands every search string to.
@hookimpl(hookwrapper=True)
def prepare_connection(conn: sqlite3.Connection, database: str, datasette: Datasette) -> Iterator[None]:
    """Let the search of tables and of all tables read queries as the search page does."""
    yield
    opened = datasette.databases.get(database)
    if opened is not None and not opened.is_mutable and not opened.is_memory:
        conn.create_function("escape_fts", 1, partial(words_asked, Path(str(opened.path))), deterministic=True)


def words_asked(archive: Path, query: object) -> str:
    """What people type, as an FTS5 query over the words of an archive; never an error."""
    words = vocabulary(archive)
    return match(parse("" if query is None else str(query)), words.forms, words.ending)
