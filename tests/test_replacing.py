"""The archive is replaced while it is served: every request is answered, by the old one or by the new one."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from archives import kamerarchief, paper, write

from ingest.serve.supervise import CannotServeError, listening, supervise

KAMERARCHIEF = Path(sys.executable).with_name("kamerarchief")
pytestmark = [pytest.mark.processes, pytest.mark.timeout(120)]


class Site:
    """An archive, served by the command."""

    def __init__(self, archive: Path) -> None:
        self.archive = archive
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            self.port = free.getsockname()[1]
        self.log = archive.with_suffix(".log")
        command = [str(KAMERARCHIEF), "serve", str(archive), "--port", str(self.port)]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        self.wait_for("is served at")

    def wait_for(self, said: str, times: int = 1) -> None:
        """Wait until the server says something for the so-many-eth time."""
        for _ in range(600):
            if self.log.read_text().count(said) >= times:
                return
            time.sleep(0.1)
        message = f"{said!r} was not said: {self.log.read_text()}"
        raise TimeoutError(message)

    def workers(self) -> list[int]:
        """The processes that answer, by number."""
        listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, check=False)
        return [int(number) for number in listed.stdout.split()]

    def replace(self, archive: Path) -> None:
        """Move a copy of another archive into the place of this one."""
        copy = self.archive.with_suffix(".new")
        shutil.copyfile(archive, copy)
        copy.replace(self.archive)


@pytest.fixture
def archives(tmp_path: Path) -> list[Path]:
    """Two archives, the second with a paper more."""
    made = [tmp_path / "old.db", tmp_path / "new.db"]
    folder = write(tmp_path / "papers", een=paper("Oudveen"))
    assert kamerarchief("ingest", made[0], folder).exit_code == 0
    write(folder, twee=paper("Laagzande"))
    assert kamerarchief("ingest", made[1], folder).exit_code == 0
    return made


@pytest.fixture
def site(archives: list[Path], tmp_path: Path) -> Iterator[Site]:
    shutil.copyfile(archives[0], tmp_path / "archive.db")
    served = Site(tmp_path / "archive.db")
    yield served
    served.process.send_signal(signal.SIGTERM)
    assert served.process.wait(20) == 0


def listed(response: httpx.Response) -> str:
    return ",".join(sorted(row["id"] for row in response.json()["rows"]))


async def _ask(port: int, until: asyncio.Event, answers: Counter[str]) -> None:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        while not until.is_set():
            response = await client.get("/archive/documents.json?_shape=objects")
            answers[listed(response) if response.status_code == 200 else str(response.status_code)] += 1
            # Between requests the connection is idle: that is when one could be closed under a request.
            await asyncio.sleep(0.02)


async def test_no_request_is_lost_while_the_archive_is_replaced(site: Site, archives: list[Path]) -> None:
    until, answers = asyncio.Event(), Counter[str]()
    clients = [asyncio.create_task(_ask(site.port, until, answers)) for _ in range(4)]
    for times, archive in enumerate([archives[1], archives[0], archives[1]], 1):
        await asyncio.to_thread(site.replace, archive)
        await asyncio.to_thread(site.wait_for, "the new one is served", times)
    until.set()
    await asyncio.gather(*clients)
    assert set(answers) == {"een", "een,twee"}
    with httpx.Client(base_url=f"http://127.0.0.1:{site.port}") as client:
        assert listed(client.get("/archive/documents.json?_shape=objects")) == "een,twee"


def test_ingest_shows_its_paper_and_the_page_has_a_new_name(site: Site, archives: list[Path], tmp_path: Path) -> None:
    address = f"http://127.0.0.1:{site.port}/archive/documents.json?_shape=objects"
    before = httpx.get(address)
    known = {"If-None-Match": before.headers["etag"]}
    assert httpx.get(address, headers=known).status_code == 304
    kamerarchief("ingest", site.archive, write(tmp_path / "papers", drie=paper("Nieuwerbroek")))
    site.wait_for("the new one is served")
    after = httpx.get(address, headers=known)
    assert (after.status_code, listed(after)) == (200, "drie,een,twee")


def test_a_damaged_archive_does_not_take_the_place_of_a_good_one(site: Site, tmp_path: Path) -> None:
    (tmp_path / "damaged.db").write_bytes(site.archive.read_bytes()[:20_000])
    site.replace(tmp_path / "damaged.db")
    site.wait_for("the archive is served as before")
    assert httpx.get(f"http://127.0.0.1:{site.port}/archive/documents.json").status_code == 200


def test_a_worker_that_dies_is_replaced(site: Site) -> None:
    (worker,) = site.workers()
    os.kill(worker, signal.SIGKILL)
    site.wait_for("it has been replaced")
    assert worker not in site.workers()
    assert httpx.get(f"http://127.0.0.1:{site.port}/").status_code == 200


def test_no_worker_stays_when_the_command_is_killed(archives: list[Path]) -> None:
    site = Site(archives[0])
    site.process.kill()
    site.process.wait()
    for _ in range(300):
        try:
            httpx.get(f"http://127.0.0.1:{site.port}/")
        except httpx.TransportError:
            return
        time.sleep(0.1)
    pytest.fail("the worker still answers")


def test_what_cannot_be_served_at_all_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_bytes(b"SQLite format 3\0" + b"x" * 9_000)
    with listening("127.0.0.1", 0) as at, pytest.raises(CannotServeError, match="did not get ready"):
        supervise(tmp_path / "archive.db", tmp_path / "exports", at, 1, print)
