"""Keeps an archive served: starts the processes that do, and relieves them when the archive is replaced.

An open file stays what it was when another is moved into its place.  So a new archive is served by new processes:
they open it and get ready while the old ones go on answering, then take over the listening socket, which never closes.
"""

import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

# Seconds between two looks at the archive and the workers.
LOOK = 0.5
# Seconds in which a worker must be ready; the vocabulary of a large archive takes its time.
PATIENCE = 300
# Seconds between two tries to serve what could not be served, or to replace a worker that died.
BETWEEN_TRIES = 10
# Seconds that workers have to take no more connections when relieved, and for their last answers when all ends.
GOODBYE = 5

Tell = Callable[[str], None]
# What tells one state of a file from another: device, inode, size, time of the last change.
Identity = tuple[int, int, int, int] | None


class CannotServeError(Exception):
    """The archive cannot be served, and why."""


@dataclass(frozen=True, slots=True)
class Served:
    """The processes that serve one state of the archive."""

    identity: Identity
    workers: tuple[subprocess.Popen[bytes], ...]


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that takes connections at host:port; raises CannotServeError where that is not possible."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        opened = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        message = f"cannot listen on {host}:{port} ({os.strerror(error.errno) if error.errno else error})"
        raise CannotServeError(message) from error
    with opened:
        opened.setblocking(False)
        yield opened


def supervise(archive: Path, exports: Path, at: socket.socket, workers: int, tell: Tell) -> None:
    """Serve the archive, and the folder of its exports, with so many processes, until SIGTERM or Ctrl-C.

    `tell` is given a line for each thing that happens.  Raises CannotServeError if the first start fails.
    """
    before_us = signal.signal(signal.SIGTERM, signal.default_int_handler)
    relieved: list[subprocess.Popen[bytes]] = []
    start = partial(_start, archive, exports, at, workers)
    served = start()
    tell("ready")
    try:
        while True:
            time.sleep(LOOK)
            relieved = [worker for worker in relieved if worker.poll() is None]
            if _identity(archive) in (None, served.identity) and _all_alive(served):
                continue
            before, served = served, _renewed(start, served, tell)
            if served is not before:
                relieved += before.workers
                _relieve(before)
                tell("the new one is served" if served.identity != before.identity else "it has been replaced")
    except KeyboardInterrupt:
        tell("stopped")
    finally:
        _end([*served.workers, *relieved])
        signal.signal(signal.SIGTERM, before_us)


def _renewed(start: Callable[[], Served], served: Served, tell: Tell) -> Served:
    """The archive as it is now, served; as before, where that does not succeed."""
    tell("the archive was replaced" if _all_alive(served) else "a worker ended unexpectedly")
    try:
        return start()
    except CannotServeError as error:
        tell(f"{error}; the archive is served as before, the next try is in {BETWEEN_TRIES} seconds")
        time.sleep(BETWEEN_TRIES)
        return served


def _start(archive: Path, exports: Path, at: socket.socket, workers: int) -> Served:
    """Start workers and wait until all are ready."""
    identity = _identity(archive)
    # The socket is handed down; standard input tells a worker that it is relieved, or that this process is gone.
    command = [sys.executable, "-m", "ingest.serve.server", str(at.fileno()), str(archive), str(exports)]
    started = [
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, pass_fds=[at.fileno()], start_new_session=True
        )
        for _ in range(workers)
    ]
    try:
        for worker in started:
            _wait_until_ready(worker)
    except BaseException:
        _end(started)
        raise
    return Served(identity, tuple(started))


def _wait_until_ready(worker: subprocess.Popen[bytes]) -> None:
    said = _said(worker, PATIENCE)
    if not said:
        message = "a worker did not get ready" + (f" in {PATIENCE} seconds" if said is None else "")
        raise CannotServeError(message)


def _said(worker: subprocess.Popen[bytes], seconds: float) -> bytes | None:
    """The next line of a worker, empty if it has ended; None if it says nothing for so long."""
    assert worker.stdout
    with selectors.DefaultSelector() as selector:
        selector.register(worker.stdout, selectors.EVENT_READ)
        return worker.stdout.readline() if selector.select(seconds) else None


def _identity(archive: Path) -> Identity:
    """What the file is now; None where there is none."""
    try:
        about = archive.stat()
    except OSError:
        return None
    return about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns


def _all_alive(served: Served) -> bool:
    return all(worker.poll() is None for worker in served.workers)


def _relieve(served: Served) -> None:
    """Let workers take no more connections, finish what they are answering, and go."""
    for worker in served.workers:
        assert worker.stdin
        worker.stdin.close()
    for worker in served.workers:
        _said(worker, GOODBYE)


def _end(workers: Sequence[subprocess.Popen[bytes]]) -> None:
    for worker in workers:
        worker.terminate()
    deadline = time.monotonic() + GOODBYE
    for worker in workers:
        try:
            worker.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
        for pipe in (worker.stdin, worker.stdout):
            if pipe:
                pipe.close()
