"""Requests that try to take a server's memory or time, against Datasette as it comes and as this project serves it.

    python -m bench.bombs

The archive is that of data/documents.  Each server runs in a process of its own on a loopback port; Linux only, since
peak memory is read from /proc.
"""

import argparse
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parent.parent
KAMERARCHIEF = Path(sys.executable).with_name("kamerarchief")
sys.path.insert(0, str(ROOT / "tests"))

from bombs import HARMLESS, REFUSED  # noqa: E402

Outcome = tuple[str, float, int]
Request = tuple[str, Any]


@contextmanager
def running(command: list[str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A server as a process; ended afterwards."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_until_it_answers(port)
            yield server
        finally:
            server.terminate()


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        return int(taken.getsockname()[1])


def _wait_until_it_answers(port: int) -> None:
    for _ in range(300):
        try:
            if httpx.get(f"http://127.0.0.1:{port}/", timeout=60).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    message = "the server did not start"
    raise TimeoutError(message)


def throw(port: int, request: Request, pid: int) -> Outcome:
    """Ask for one page: status, seconds, and how much the server's memory grew at most, in MB."""
    path, arguments = request
    servers = [pid, *_children(pid)]
    for server in servers:
        Path(f"/proc/{server}/clear_refs").write_text("5")
    before = sum(map(_peak, servers))
    began = time.monotonic()
    try:
        with httpx.stream("GET", f"http://127.0.0.1:{port}{path}", params=arguments, timeout=120) as response:
            for _ in response.iter_raw():
                pass
            status = str(response.status_code)
    except httpx.TransportError as error:
        status = type(error).__name__
    return status, time.monotonic() - began, sum(map(_peak, servers)) - before


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _peak(pid: int) -> int:
    """The most memory that a process had since clear_refs, in MB; 0 if it is gone."""
    try:
        said = Path(f"/proc/{pid}/status").read_text().split("VmHWM:")[1].split()[0]
    except (OSError, IndexError):
        return 0
    return int(said) // 1024


def main() -> None:
    """Print a line for each request and server."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=Path, default=ROOT / "data" / "archive.db")
    parser.add_argument("--only", choices=["stock", "ours"])
    parser.add_argument("--grep", default="")
    asked = parser.parse_args()
    stock, ours = free_port(), free_port()
    commands = {
        "stock": (stock, [sys.executable, "-m", "datasette", "-i", str(asked.archive), "-p", str(stock)]),
        "ours": (ours, [str(KAMERARCHIEF), "serve", str(asked.archive), "--port", str(ours)]),
    }
    for name, (port, command) in commands.items():
        if asked.only in (None, name):
            print(f"{name}\n{'status':>8} {'seconds':>8} {'MB more':>8}")
            for bomb, request in {**HARMLESS, **REFUSED}.items():
                if asked.grep not in bomb:
                    continue
                # A server of its own for each: what one leaves behind is not the next one's.
                with running(command, port) as server:
                    status, seconds, peak = throw(port, request, server.pid)
                print(f"{status:>8} {seconds:>8.2f} {peak:>8}  {bomb}", flush=True)


if __name__ == "__main__":
    main()
