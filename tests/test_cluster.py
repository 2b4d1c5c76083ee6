"""Reading on a Dask cluster of several workers, one of which is killed half-way: the same archive."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from archives import dump, kamerarchief, paper, papers_in, write
from hostile import nested_forms

from ingest.pipeline.limits import Limits
from ingest.pipeline.run import ingest
from ingest.pipeline.workers import cluster

Popen = subprocess.Popen[bytes]
pytestmark = [pytest.mark.processes, pytest.mark.timeout(180)]
DASK = str(Path(sys.executable).with_name("dask"))


@contextmanager
def process(log: Path, *arguments: object) -> Iterator[Popen]:
    """A process in a group of its own, all of which is killed in the end."""
    with log.open("wb") as out:
        run = subprocess.Popen(list(map(str, arguments)), stdout=out, stderr=out, start_new_session=True)
    try:
        yield run
    finally:
        kill(run)


def kill(run: Popen) -> None:
    """Kill a process with all of its group."""
    if run.poll() is None:
        os.killpg(run.pid, signal.SIGKILL)
    run.wait()


@contextmanager
def worker(place: Path, number: int) -> Iterator[Popen]:
    """A worker of its own, with the process that watches over it."""
    options = ["--nthreads", 1, "--dashboard-address", "127.0.0.1:0", "--local-directory", place / f"worker{number}"]
    with process(place / f"{number}.log", DASK, "worker", "--scheduler-file", place / "address", *options) as run:
        yield run


@pytest.fixture
def cluster_of_three(tmp_path: Path) -> Iterator[tuple[str, Popen]]:
    """The address of a scheduler, and one of its workers."""
    place = tmp_path / "cluster"
    place.mkdir()
    options = ["--host", "127.0.0.1", "--port", 0, "--dashboard-address", "127.0.0.1:0"]
    log = place / "scheduler.log"
    with (
        process(log, DASK, "scheduler", "--scheduler-file", place / "address", *options),
        worker(place, 1) as first,
        worker(place, 2),
        worker(place, 3),
    ):
        while log.read_text("utf-8").count("Register worker") < 3:
            time.sleep(0.1)
        yield json.loads((place / "address").read_text("utf-8"))["address"], first


def test_a_cluster_that_loses_a_worker_half_way_makes_the_same_archive(
    tmp_path: Path, cluster_of_three: tuple[str, Popen]
) -> None:
    address, victim = cluster_of_three
    folder = write(tmp_path / "papers", leeg="", **{f"p{at}": paper("Oudveen", at) for at in range(1, 61)})
    (folder / "fout.pdf").write_bytes(nested_forms())
    there, here = tmp_path / "there.db", tmp_path / "here.db"
    limits = Limits(4, 8192)

    def kill_half_way(done: int, total: int) -> None:
        if done >= total / 2:
            kill(victim)

    report = ingest(there, [folder], open_workers=cluster(address, limits), progress=kill_half_way)
    assert victim.returncode == -signal.SIGKILL
    assert report.failed == [
        f"{folder / 'fout.pdf'}: takes more than 4 seconds to read",
        f"{folder / 'leeg.txt'}: is empty",
    ]
    (folder / "fout.pdf").unlink()
    ingest(here, [folder])
    assert len(papers_in(here)) == 60
    assert dump(there) == dump(here)
    # By the command, what is left of the cluster serves still.
    write(folder, nieuw=paper("Wierdijk"))
    result = kamerarchief("ingest", there, folder, "--scheduler", address)
    assert "1 new, 0 changed, 60 unchanged, 1 failed" in result.stdout


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nergens"])
def test_a_scheduler_that_does_not_answer_is_named(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.pipeline.workers._SECONDS", 1)
    folder = write(tmp_path / "papers", een=paper())
    result = kamerarchief("ingest", tmp_path / "archive.db", folder, "--scheduler", address)
    assert result.exit_code == 1
    assert result.stderr == f"Error: {address}: no Dask scheduler answers\n"
    assert not (tmp_path / "archive.db").exists()
