"""How fast archives are built and brought up to date: made-up papers on disk, the command as anybody runs it.

A build beside the bare insertion of the very same rows with the same indexes; runs over papers of which none, one and a
hundredth changed; then twice, four and eight times the papers.  Memory is the largest of any one process.
"""

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bench.mountain import Mountain
from ingest.archive.schema import TABLES
from ingest.archive.tables import create, index, index_words

_COMMAND = (sys.executable, "-c", "from ingest.cli import main; main(prog_name='kamerarchief')")
_AT_ONCE = 10_000
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: seconds by the clock, seconds of processors, and megabytes of memory at most."""

    seconds: float
    busy: float
    memory: float


@dataclass(frozen=True, slots=True)
class Papers:
    """A folder of made-up papers: how many, and how many bytes."""

    folder: Path
    count: int
    size: int


def write(folder: Path, count: int) -> Papers:
    """Put made-up papers into a folder."""
    mountain, size = Mountain(count), 0
    for number in range(count):
        path = folder / f"{mountain.key(number)}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(mountain.text_of(number).encode())
    return Papers(folder, count, size)


def ingest(archive: Path, folder: Path, jobs: int) -> Run:
    """Run the command over a folder.  Raises RuntimeError where it fails."""
    arguments = [*_COMMAND, "ingest", str(archive), str(folder), "--jobs", str(jobs)]
    began = time.monotonic()
    nowhere = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    process = os.posix_spawn(sys.executable, arguments, os.environ, file_actions=nowhere)
    _, status, used = os.wait4(process, 0)
    if status:
        message = f"ingest ended with status {status}"
        raise RuntimeError(message)
    return Run(time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def insertion(archive: Path, copy: Path) -> Run:
    """Insert the rows of an archive into a new one with the same tables and indexes, and do nothing else."""
    seconds = busy = 0.0
    with (
        closing(sqlite3.connect(archive)) as source,
        closing(sqlite3.connect(copy, isolation_level=None)) as target,
    ):
        target.executescript("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -262144;")
        create(target)
        index(target)
        index_words(target)
        target.execute("begin")
        for table in TABLES:
            found = source.execute(f'select * from "{table.name}"')
            places = ", ".join("?" * len(table.columns))
            while rows := list(islice(found, _AT_ONCE)):
                began, began_busy = time.monotonic(), time.process_time()
                target.executemany(f'insert into "{table.name}" values ({places})', rows)
                seconds, busy = seconds + time.monotonic() - began, busy + time.process_time() - began_busy
        began, began_busy = time.monotonic(), time.process_time()
        target.execute("commit")
        seconds, busy = seconds + time.monotonic() - began, busy + time.process_time() - began_busy
    return Run(seconds, busy, 0.0)


def change(papers: Papers, count: int) -> None:
    """Change so many papers, here and there."""
    paths = sorted(papers.folder.rglob("*.txt"))
    for path in paths[:: max(1, len(paths) // count)][:count]:
        path.write_text(path.read_text("utf-8") + "\nEen regel erbij.\n", "utf-8")


def report(count: int, jobs: int) -> Iterator[str]:
    """The figures, as Markdown."""
    # First, while this process is small: what it starts is counted with the memory that it has itself.
    yield from growth(count // 8, jobs)
    with tempfile.TemporaryDirectory() as place:
        papers, archive = write(Path(place, "papers"), count), Path(place, "archive.db")
        built = ingest(archive, papers.folder, jobs)
        size = archive.stat().st_size
        yield from _rerun_told(papers, built, archive, jobs)
        yield from _build_told(papers, built, size, insertion(archive, Path(place, "copy.db")), jobs)


def _build_told(papers: Papers, built: Run, size: int, bare: Run, jobs: int) -> Iterator[str]:
    yield f"### A build of {papers.count:,} papers ({papers.size / _MEGABYTE:.0f} MB of text), {jobs} processes\n"
    yield "| | |\n|---|---:|"
    yield f"| papers per second | {papers.count / built.seconds:.0f} |"
    yield f"| MB of text per second | {papers.size / _MEGABYTE / built.seconds:.2f} |"
    yield f"| archive ÷ text | {size / papers.size:.1f} |"
    yield f"| memory of the largest process | {built.memory:.0f} MB |"
    yield f"| whole build ÷ bare insertion, by the clock | {built.seconds / bare.seconds:.1f} |"
    yield f"| whole build ÷ bare insertion, time of processors | {built.busy / bare.busy:.1f} |\n"


def _rerun_told(papers: Papers, built: Run, archive: Path, jobs: int) -> Iterator[str]:
    yield "### Run again\n\n| | seconds | ÷ first build | memory |\n|---|---:|---:|---:|"
    # The files are remembered as they are when they have been so for a while.
    time.sleep(4)
    ingest(archive, papers.folder, jobs)
    for name, changed in (
        ("nothing changed", 0),
        ("one paper changed", 1),
        ("a hundredth changed", papers.count // 100),
    ):
        if changed:
            change(papers, changed)
        run = ingest(archive, papers.folder, jobs)
        yield f"| {name} | {run.seconds:.1f} | {run.seconds / built.seconds:.3f} | {run.memory:.0f} MB |"
    yield ""


def growth(count: int, jobs: int) -> Iterator[str]:
    """How time and memory grow with the papers."""
    yield "### Twice the papers\n\n| papers | milliseconds of processors per paper | memory |\n|---:|---:|---:|"
    for times in (1, 2, 4, 8):
        with tempfile.TemporaryDirectory() as place:
            papers = write(Path(place, "papers"), count * times)
            run = ingest(Path(place, "archive.db"), papers.folder, jobs)
            yield f"| {papers.count:,} | {run.busy / papers.count * 1000:.1f} | {run.memory:.0f} MB |"
    yield ""
