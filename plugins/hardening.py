"""Datasette plugin: the archive can be read and nothing else, and no visitor takes the server from the others.

Datasette opens the file as immutable and takes only SELECT; this is the second lock.  The rules are in plugins/guard.
"""

import sqlite3
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils import escape_fts
from datasette.utils.asgi import Request, Response

# Datasette loads this file by its path, and nothing that stands beside it.
sys.path.insert(0, str(Path(__file__).parent))

from guard import addresses, caching, lanes, limits, refusals

# Datasette's own pages have scripts and styles inside them; nothing comes from elsewhere.  Pages that need less say so.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
}

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
App = Callable[[dict[str, Any], Receive, Send], Awaitable[None]]


# Last, because Datasette's own `escape_fts` is registered with the same hook and has to be replaced.
@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection, database: str, datasette: Datasette) -> None:
    """Lock connections to archives; Datasette's own databases in memory are left as they are."""
    conn.create_function("escape_fts", 1, search_words, deterministic=True)
    opened = datasette.databases.get(database)
    if opened is not None and not opened.is_mutable:
        threads = lanes.current.get()
        limits.lock(conn, opened.size, threads.lane.longest if threads else None)


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
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    """Open the archive whole before the first request."""

    async def open_all() -> None:
        for opened in list(datasette.databases.values()):
            if not opened.is_memory:
                await datasette.executor.open_everywhere(opened)

    return open_all


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    """Refuse what is refused, answer what is known, run the rest in its lane; say with each what it may do."""
    # Datasette asks this twice: for its own client and for the server.
    if not isinstance(datasette.executor, lanes.Lanes):
        datasette.executor = lanes.Lanes(addresses.LANES)
    served = next((opened for opened in datasette.databases.values() if not opened.is_memory), None)

    def wrap(app: App) -> App:
        async def guarded(scope: dict[str, Any], receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            asked = addresses.asked(scope)
            # Asked for here and not above: whoever opened the archive names it after this hook.
            tag = caching.etag(str(served.hash) if served else "")
            sending = with_headers(send, tag, addresses.is_lasting(asked))
            said = addresses.refusal(asked)
            if said:
                await (await refusals.refuse(datasette, asked, said)).asgi_send(sending)
            elif addresses.is_lasting(asked) and caching.is_known(tag, scope["headers"]):
                await Response("", status=304).asgi_send(sending)
            else:
                await in_lane(datasette, asked, app, (scope, receive, sending))

        return guarded

    return wrap


async def in_lane(
    datasette: Datasette, asked: addresses.Asked, app: App, request: tuple[dict[str, Any], Receive, Send]
) -> None:
    """Answer a request in its lane, or say that too many wait there."""
    lane = addresses.lane(asked, datasette.databases)
    async with datasette.executor.place(lane) as free:
        if free and asked.path.endswith(".csv"):
            no_table = await refusals.refuse(datasette, asked, refusals.NO_TABLE)
            await app(*request[:2], with_columns(request[2], no_table))
        elif free:
            await app(*request)
        else:
            await (await refusals.refuse(datasette, asked, refusals.BUSY)).asgi_send(request[2])


def with_columns(send: Send, otherwise: Response) -> Send:
    """Send a CSV file if it has columns: one without is Datasette's answer, with status 200, to a query that failed."""
    held: list[dict[str, Any]] = []
    failed = False

    async def sending(message: dict[str, Any]) -> None:
        nonlocal failed
        if message["type"] == "http.response.start":
            held.append(message)
            return
        if held and message.get("body") == b"\r\n":
            failed = True
            await otherwise.asgi_send(send)
        elif held:
            await send(held[0])
        held.clear()
        if not failed:
            await send(message)

    return sending


def with_headers(send: Send, tag: bytes, lasting: bool) -> Send:
    """Send an answer with HEADERS, where it has none of its own by that name, and with what may be kept of it."""

    async def sending(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = caching.with_caching(tag, lasting, message["status"], message.get("headers", []))
            present = {bytes(name).lower() for name, _ in headers}
            headers += [(name, value) for name, value in HEADERS.items() if name not in present]
            message = {**message, "headers": headers}
        await send(message)

    return sending


@hookimpl
def handle_exception(datasette: Datasette, request: Request, exception: Exception) -> Callable[[], Awaitable[Response]]:
    """Errors as pages that say what happened and how to go on."""

    async def page() -> Response:
        said = refusals.reason(exception, datasette.sql_time_limit_ms / 1000)
        return await refusals.refuse(datasette, addresses.asked(request.scope), said)

    return page


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    """The page that says whether this server can answer."""
    return [(r"^/-/healthz$", healthz)]


async def healthz(datasette: Datasette) -> Response:
    """Status 200 if the archive can be read, for those who watch over the server."""
    served = next(opened for opened in datasette.databases.values() if not opened.is_memory)
    try:
        await served.execute("select id from documents limit 1")
    except sqlite3.Error as error:
        return Response.json({"ok": False, "error": str(error)}, status=503)
    return Response.json({"ok": True, "archive": str(served.hash)[:32]})
