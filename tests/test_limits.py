"""Papers that hang, crash or take all memory: reported by name with the reason, and the others go in."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import nullcontext
from multiprocessing import get_context
from pathlib import Path

import pytest
from archives import dump, kamerarchief, paper, papers_in, write
from hostile import nested_forms

from ingest.pipeline.limits import Limits, dismiss, read_limited
from ingest.pipeline.run import ingest
from ingest.pipeline.task import Task
from ingest.pipeline.workers import by
from ingest.read import UnreadableError

pytestmark = pytest.mark.processes

ROOMY = Limits(60, 2048)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "papers", een=paper("Oudveen"), twee=paper("Laagzande", asked=3))


def task(path: Path) -> Task:
    return Task(path, path.name, path.stem)


def in_a_fresh_process(code: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_pdf_that_takes_for_ever_is_given_up_and_the_others_go_in(tmp_path: Path, folder: Path) -> None:
    (folder / "fout.pdf").write_bytes(nested_forms())
    result = kamerarchief("ingest", tmp_path / "archive.db", folder, "--paper-seconds", 3, "--paper-memory", 8192)
    assert result.exit_code == 1
    assert result.stderr == f"not read  {folder / 'fout.pdf'}: takes more than 3 seconds to read\n"
    assert papers_in(tmp_path / "archive.db") == ["een", "twee"]


def test_a_paper_that_takes_too_much_memory_is_given_up(tmp_path: Path, folder: Path) -> None:
    (folder / "fout.txt").write_text("De brug is open. " * 10_000_000, encoding="utf-8")
    result = kamerarchief("ingest", tmp_path / "archive.db", folder, "--paper-memory", 256)
    assert result.exit_code == 1
    assert result.stderr == f"not read  {folder / 'fout.txt'}: takes more than 256 MiB of memory to read\n"
    assert papers_in(tmp_path / "archive.db") == ["een", "twee"]


# An ingest whose reader does something bad when it comes to a paper that says so.
_BAD = """
import ctypes, os, signal, sys
import ingest.pipeline.one_paper
from ingest.cli import main
parse = ingest.pipeline.one_paper.parse
def bad(source):
    if "kwaad" in source.text:
        BAD
    return parse(source)
ingest.pipeline.one_paper.parse = bad
main(prog_name="kamerarchief")
"""
# It takes the files to have been as they are for a minute.
_LATER = """
import time
now = time.time_ns
time.time_ns = lambda: now() + 60_000_000_000
"""
_DEATHS = {
    "ctypes.string_at(0)": "makes its reader crash (SIGSEGV)",
    "os.abort()": "makes its reader crash (SIGABRT), perhaps for want of memory",
    "os.kill(os.getpid(), signal.SIGKILL)": "could not be read: its process was killed",
    "os._exit(7)": "could not be read: its process ended with status 7",
    "raise ZeroDivisionError('x')": "met a fault in Kamerarchief (ZeroDivisionError: x)",
    "bytearray(1 << 40)": "takes more than 2048 MiB of memory to read",
}


@pytest.mark.parametrize("bad", _DEATHS)
def test_a_paper_that_its_reader_dies_of_is_reported_and_the_others_go_in(
    tmp_path: Path, folder: Path, bad: str
) -> None:
    write(folder, aap="kwaad")
    archive = tmp_path / "archive.db"
    run = in_a_fresh_process(_BAD.replace("BAD", bad), "ingest", archive, folder, "--jobs", 1)
    assert run.returncode == 1
    assert run.stderr.startswith(f"not read  {folder / 'aap.txt'}: {_DEATHS[bad]}")
    assert papers_in(archive) == ["een", "twee"]
    assert kamerarchief("check", archive).exit_code == 0


@pytest.mark.usefixtures("later")
def test_a_paper_that_was_given_up_is_left_alone_until_something_changed(tmp_path: Path, folder: Path) -> None:
    bad, archive = folder / "fout.txt", tmp_path / "archive.db"
    bad.write_text("De brug is open. " * 10_000_000, encoding="utf-8")

    def told(*options: object) -> str:
        result = kamerarchief("ingest", archive, folder, *options)
        assert result.exit_code == 1
        assert papers_in(archive) == ["een", "twee"]
        return result.stderr.removeprefix(f"not read  {bad}: ").rstrip("\n")

    reason = "takes more than 256 MiB of memory to read"
    assert told("--paper-memory", 256) == reason
    assert told("--paper-memory", 256) == f"{reason} (at an earlier run; --retry has it read again)"
    assert told("--paper-memory", 256, "--retry") == reason
    assert told("--paper-memory", 257) == "takes more than 257 MiB of memory to read"
    bad.write_text(paper("Wierdijk"), "utf-8")
    assert kamerarchief("ingest", archive, folder, "--paper-memory", 257).exit_code == 0


def test_a_paper_whose_reader_was_killed_from_outside_is_read_at_the_next_run(tmp_path: Path, folder: Path) -> None:
    write(folder, aap="kwaad")
    code = _BAD.replace("BAD", "os.kill(os.getpid(), signal.SIGKILL)")
    for _ in range(2):
        run = in_a_fresh_process(_LATER + code, "ingest", tmp_path / "archive.db", folder, "--jobs", 1)
        assert run.stderr.startswith(f"not read  {folder / 'aap.txt'}: could not be read: its process was killed")
        assert "earlier" not in run.stderr
    assert kamerarchief("ingest", tmp_path / "archive.db", folder).exit_code == 0


def test_among_threads_a_reader_is_started_and_reads_the_same(folder: Path) -> None:
    """A process with threads cannot fork safely."""
    started = threading.Event()
    other = threading.Thread(target=started.wait)
    other.start()
    try:
        results = [read_limited(task(folder / "een.txt"), ROOMY) for _ in range(2)]
    finally:
        started.set()
        other.join()
        dismiss()
    assert results[0] == results[1] == read_limited(task(folder / "een.txt"), ROOMY)
    dismiss()


def test_a_reader_makes_way_after_many_papers(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.pipeline.limits._PAPERS_OF_A_PROCESS", 2)
    results = [read_limited(task(folder / "een.txt"), ROOMY) for _ in range(5)]
    dismiss()
    assert not any(isinstance(result, UnreadableError) for result in results)


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(2, mp_context=get_context("spawn"))


@pytest.mark.parametrize("make", [lambda: ThreadPoolExecutor(2), _pool], ids=["threads", "processes"])
def test_any_executor_reads_the_same_archive(
    tmp_path: Path, folder: Path, make: Callable[[], ThreadPoolExecutor | ProcessPoolExecutor]
) -> None:
    (folder / "fout.pdf").write_bytes(nested_forms())
    ingest(tmp_path / "here.db", [folder / "een.txt", folder / "twee.txt"])
    with make() as executor:
        workers = by(executor, 2, Limits(3, 8192))
        report = ingest(tmp_path / "there.db", [folder], open_workers=lambda papers: nullcontext(workers))
    dismiss()
    assert report.failed == [f"{folder / 'fout.pdf'}: takes more than 3 seconds to read"]
    assert dump(tmp_path / "there.db") == dump(tmp_path / "here.db")


def _children_of(process: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process:
            found.append(int(status.parent.name))
    return found


def _is_gone(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def _when(condition: Callable[[], object], seconds: float = 30) -> bool:
    """Whether something comes true in time."""
    for _ in range(int(seconds * 50)):
        if condition():
            return True
        time.sleep(0.02)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_no_reader_outlives_its_ingest_and_the_next_one_can_write(
    tmp_path: Path, folder: Path, how: signal.Signals
) -> None:
    """A reader in the middle of a paper that hangs holds no lock, and ends by itself."""
    (folder / "fout.pdf").write_bytes(nested_forms())
    archive = tmp_path / "archive.db"
    code = "from ingest.cli import main; main(prog_name='kamerarchief')"
    command = [sys.executable, "-c", code, "ingest", archive, folder, "--jobs", "2", "--paper-seconds", "6"]
    # Who starts the tests in the background may have had SIGINT ignored.
    before_us = signal.signal(signal.SIGINT, signal.default_int_handler)
    run = subprocess.Popen(list(map(str, command)), stderr=subprocess.DEVNULL)
    signal.signal(signal.SIGINT, before_us)
    assert _when(lambda: len(_children_of(run.pid)) == 2)
    readers = _children_of(run.pid)
    time.sleep(0.5)
    os.kill(run.pid, how)
    assert run.wait(20) != 0
    assert kamerarchief("ingest", archive, folder / "een.txt").exit_code == 0
    assert papers_in(archive) == ["een"]
    assert _when(lambda: all(map(_is_gone, readers)))
