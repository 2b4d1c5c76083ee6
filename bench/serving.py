"""Servers to measure: the project's own, and Datasette as it comes, on the same file."""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server answers, and how long after its start it first did."""

    address: str
    started: float

    def get(self, path: str) -> tuple[int, bytes]:
        """The status and body of a page."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=_LONGEST) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def json(self, path: str) -> dict[str, Any]:
        """A page that is JSON."""
        told: dict[str, Any] = json.loads(self.get(path)[1])
        return told

    def seconds(self, path: str, times: int) -> float:
        """How long a page takes, when it has been asked for once before: the median of so many times."""
        self.get(path)
        return median(_seconds(self, path) for _ in range(times))


def _seconds(server: Server, path: str) -> float:
    began = time.perf_counter()
    server.get(path)
    return time.perf_counter() - began


def ours(archive: Path, port: int) -> list[str]:
    """The command that serves an archive as the project does."""
    run = "from ingest.cli import main; main(prog_name='kamerarchief')"
    return [sys.executable, "-c", run, "serve", str(archive), "--host", "127.0.0.1", "--port", str(port)]


def stock(archive: Path, port: int) -> list[str]:
    """The command that serves it with Datasette alone, with its own settings."""
    return [sys.executable, "-m", "datasette", "serve", "-i", str(archive), "--port", str(port)]


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def serving(arguments: Sequence[str], port: int, first: str) -> Iterator[Server]:
    """Run a server until the block ends; it is ready when it has answered the page `first`."""
    began = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = Server(f"http://127.0.0.1:{port}", 0.0)
    try:
        while not _answers(server, first):
            if process.poll() is not None:
                message = "the server ended"
                raise RuntimeError(message)
            time.sleep(0.05)
        yield Server(server.address, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait()


def _answers(server: Server, path: str) -> bool:
    try:
        return server.get(path)[0] == 200
    except OSError:
        return False
