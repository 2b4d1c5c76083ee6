"""Many files → the archive: find them, skip what is there unchanged, read side by side, store, report."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from dataclasses import dataclass, field
from pathlib import Path

from ingest.archive.draft import Draft, holds, known, remove, save, without_text
from ingest.archive.rows import reader
from ingest.archive.store import building, count_rows
from ingest.pipeline.discovery import discover, size
from ingest.pipeline.limits import Limits
from ingest.pipeline.seen import Seen, memory_of
from ingest.pipeline.task import Result, Task
from ingest.pipeline.workers import OpenWorkers, WorkersError, here
from ingest.pipeline.worklist import Paper, Worklist
from ingest.read.failure import GivenUpError, UnreadableError

# How many papers may be on their way between readers and the writer, and how many bytes of files, for each paper that
# is read at once.  More only takes memory.
_AHEAD = 8
_BYTES_AHEAD = 16 << 20


@dataclass(slots=True)
class Report:
    """What a run did: keys of papers, files that could not be read with the reason, rows per table, seconds."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0


Progress = Callable[[int, int], None]


def ingest(
    archive: Path,
    sources: Sequence[Path],
    *,
    prune: bool = False,
    ocr: bool = False,
    open_workers: OpenWorkers = here,
    limits: Limits | None = None,
    retry: bool = False,
    progress: Progress = lambda done, total: None,
) -> Report:
    """Bring the archive up to date with the files of `sources`.

    `prune` drops the papers whose file is no longer there; `ocr` reads scans too; `open_workers` says where papers are
    read, `limits` within what.  A paper that was given up within the same limits is left alone, but with `retry`.
    Raises ArchiveError where the archive cannot be written, WorkersError where the workers cannot be used; files that
    cannot be read are in the report.
    """
    began = time.monotonic()
    report = Report()
    with (
        building(archive) as db,
        Worklist(discover(sources), (Paper(*row) for row in known(db))) as work,
        Seen(memory_of(archive)) as seen,
    ):
        terms = f"{reader()} {limits} {ocr=}"
        _skip_unchanged(work, seen, without_text(db) if ocr else (), "" if retry else terms, report)
        total, left = len(work), work.left
        db.expect(left)
        progress(total - left, total)
        read = _read_all(_tasks(work, seen, ocr), left, open_workers)
        for done, (task, result) in enumerate(read, total - left + 1):
            _store(db, task, result, seen, terms, report)
            progress(done, total)
        if prune:
            _prune(db, work, report)
        seen.keep()
    # They came in any order.
    for told in (report.new, report.changed, report.failed):
        told.sort()
    report.rows = count_rows(archive)
    report.seconds = time.monotonic() - began
    return report


def _skip_unchanged(work: Worklist, seen: Seen, empty: Collection[str], terms: str, report: Report) -> None:
    """Have new files read, those whose bytes or whose reader changed, and papers without text that are named.

    Not those that were given up on the same terms.
    """
    for file in work.files():
        paper = file.paper
        if paper and file.key not in empty and (paper.sha256, paper.reader) == (seen.digest(file.path), reader()):
            report.unchanged.append(file.key)
        elif reason := seen.given_up(file.path, terms):
            report.failed.append(f"{file.path}: {reason} (at an earlier run; --retry has it read again)")
        else:
            work.have_read(file)


def _tasks(work: Worklist, seen: Seen, ocr: bool) -> Iterator[Task]:
    for file in work.to_read():
        seen.look(file.path)
        yield Task(file.path, file.place, file.key, ocr, size(file.path))


def _read_all(tasks: Iterable[Task], count: int, open_workers: OpenWorkers) -> Iterator[tuple[Task, Result]]:
    """Read the files; what is ready first comes first, so that a slow paper holds up no other."""
    if not count:
        return
    with open_workers(count) as workers:
        waiting: dict[Future[Result], Task] = {}
        for task in tasks:
            while _is_full(waiting.values(), task, workers.at_once):
                yield from _ready(waiting)
            waiting[workers.submit(task)] = task
        while waiting:
            yield from _ready(waiting)


def _is_full(waiting: Collection[Task], task: Task, at_once: int) -> bool:
    """Whether a paper has to wait until others are done; one alone never has to."""
    size = sum(other.size for other in waiting) + task.size
    return bool(waiting) and (len(waiting) >= at_once * _AHEAD or size > at_once * _BYTES_AHEAD)


def _ready(waiting: dict[Future[Result], Task]) -> Iterator[tuple[Task, Result]]:
    """Wait until some papers are read, and take these out."""
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        task = waiting.pop(future)
        yield task, _result(task, future)


def _result(task: Task, future: Future[Result]) -> Result:
    try:
        return future.result()
    except (CancelledError, BrokenExecutor) as error:
        msg = f"the workers are gone ({type(error).__name__}); nothing was changed"
        raise WorkersError(msg) from error
    except Exception as error:  # Whatever a worker met, it met in this paper.
        return UnreadableError(task.path, f"could not be read ({type(error).__name__}: {error})")


def _store(db: Draft, task: Task, result: Result, seen: Seen, terms: str, report: Report) -> None:
    if isinstance(result, UnreadableError):
        # The reader may know the file by another path.
        report.failed.append(f"{task.path}: {result.reason}")
        if isinstance(result, GivenUpError):
            seen.give_up(task.path, terms, result.reason)
        return
    is_known = holds(db, task.key)
    save(db, result)
    seen.remember(task.path, str(result["texts"][0]["sha256"]))
    (report.changed if is_known else report.new).append(task.key)


def _prune(db: Draft, work: Worklist, report: Report) -> None:
    for key in work.gone():
        remove(db, key)
        report.removed.append(key)
