"""One process that serves one archive, on a socket that it is given.

`python -m ingest.serve.server SOCKET ARCHIVE EXPORTS`

It writes a line to standard output when it can answer.  When its standard input ends it takes no more connections,
writes a line again, finishes what it is answering, and goes.
"""

import asyncio
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from ingest.serve.instance import generation, opened

if TYPE_CHECKING:
    from datasette.app import Datasette

# Seconds that an idle connection is kept; longer than a proxy keeps its own (deploy/nginx.conf), so that no request is
# sent on a connection that is being closed.
KEEP_ALIVE = 15
# Seconds in which a worker that is relieved finishes its last answers; a long export takes minutes.
LAST_ANSWERS = 600
# What visitors ask for first: the vocabulary of the search and the templates are read before anybody waits for them.
FIRST_PAGES = ("/", "/search.json?q=de", "/-/healthz")
# The facets of these take seconds in a large archive, once.
SLOW_VIEWS = ("questions_and_answers", "citations")
READY = b"ready\n"
RELIEVED = b"relieved\n"


class NotServableError(Exception):
    """An archive of which not even the first pages can be shown."""


class Server(uvicorn.Server):
    """A server that can be relieved without a visitor noticing."""

    relieved = False

    def relieve(self) -> None:
        """Take no more connections, and go when all answers are given."""
        self.relieved = self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close all connections; if relieved, not before they were told so or were idle for long."""
        if self.relieved:
            await self._drain()
        await super().shutdown(sockets)

    async def _drain(self) -> None:
        loop = asyncio.get_running_loop()
        for server in self.servers:
            for listening in server.sockets:
                # What waits in the socket's queue is for the next worker, who has the same socket.
                loop.remove_reader(listening.fileno())
        with suppress(BrokenPipeError):
            os.write(sys.stdout.fileno(), RELIEVED)
        told = [*self.server_state.default_headers, (b"connection", b"close")]
        self.server_state.default_headers = told
        for _ in range(10 * (KEEP_ALIVE + 1)):
            if not self.server_state.connections:
                break
            await asyncio.sleep(0.1)


async def serve(archive: Path, exports: Path, listening: socket.socket) -> None:
    """Serve an archive and its exports until standard input ends, or until SIGTERM."""
    datasette = await opened_whole(archive, exports)
    config = uvicorn.Config(
        datasette.app(),
        loop="asyncio",
        log_level="warning",
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=LAST_ANSWERS,
    )
    server = Server(config)
    asyncio.get_running_loop().add_reader(sys.stdin.fileno(), server.relieve)
    os.write(sys.stdout.fileno(), READY)
    await server.serve(sockets=[listening])


async def opened_whole(archive: Path, exports: Path) -> "Datasette":
    """The archive with all connections open, so that each reads the same file until the end.

    Raises NotServableError where a page cannot be shown.
    """
    while True:
        before = generation(archive)
        datasette = opened(archive, exports)
        await datasette.invoke_startup()
        for page in (*FIRST_PAGES, *slow_pages(datasette)):
            answer = await datasette.client.get(page)
            if answer.status_code != 200:
                message = f"{archive}: {page} has status {answer.status_code}"
                raise NotServableError(message)
        if generation(archive) == before:
            return datasette


def slow_pages(datasette: "Datasette") -> Iterator[str]:
    """The addresses of the views that take seconds when they are first asked for."""
    for name, database in datasette.databases.items():
        if database.path:
            yield from (str(datasette.urls.table(name, view, format="json")) + "?_size=1" for view in SLOW_VIEWS)


def main() -> None:
    """Read the arguments: the number of the listening socket, the archive, the folder of its exports."""
    _, number, archive, exports = sys.argv
    asyncio.run(serve(Path(archive), Path(exports), socket.socket(fileno=int(number))))


if __name__ == "__main__":
    main()
