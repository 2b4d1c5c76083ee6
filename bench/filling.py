"""An archive of as many made-up papers as wanted, without files: `python -m bench.filling ARCHIVE --papers 300000`.

The papers of `bench.mountain` are read as any others, in processes beside the one that writes.
"""

import hashlib
import os
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

import click

from bench.mountain import Mountain
from ingest.archive.draft import save
from ingest.archive.rows import Row, rows_of
from ingest.archive.store import building
from ingest.model import Source
from ingest.parse import parse

Rows = dict[str, list[Row]]
# Papers that go to a process at once, and how many such heaps may be on their way: more only takes memory.
_HEAP, _AHEAD = 20, 4
_TOLD = 10_000


def rows(mountain: Mountain, number: int) -> Rows:
    """What the archive stores of one paper."""
    text, key = mountain.text_of(number), mountain.key(number)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return rows_of(parse(Source(text, "text", "utf-8", digest)), key, f"{key}.txt")


def _heap(mountain: Mountain, first: int) -> list[Rows]:
    return [rows(mountain, number) for number in range(first, min(first + _HEAP, mountain.papers))]


def all_rows(mountain: Mountain, jobs: int) -> Iterator[Rows]:
    """The rows of all papers, in order."""
    with ProcessPoolExecutor(jobs) as executor:
        waiting: deque[Future[list[Rows]]] = deque()
        for first in range(0, mountain.papers, _HEAP):
            waiting.append(executor.submit(_heap, mountain, first))
            if len(waiting) > jobs * _AHEAD:
                yield from waiting.popleft().result()
        for future in waiting:
            yield from future.result()


def write_archive(archive: Path, papers: int, jobs: int) -> None:
    """Make an archive of made-up papers."""
    began = time.monotonic()
    with building(archive) as db:
        for number, found in enumerate(all_rows(Mountain(papers), jobs), 1):
            save(db, found)
            if number % _TOLD == 0:
                click.echo(f"{number} papers in {time.monotonic() - began:.0f} s")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("archive", type=click.Path(path_type=Path))
@click.option("--papers", default=10_000, show_default=True, help="How many papers.")
@click.option("--jobs", default=os.cpu_count() or 1, show_default="all cores", help="Read in so many processes.")
def main(archive: Path, papers: int, jobs: int) -> None:
    """Write made-up papers into ARCHIVE."""
    write_archive(archive, papers, jobs)


if __name__ == "__main__":
    main()
