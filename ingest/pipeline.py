"""Many files → the archive: find them, skip what is there unchanged, read side by side, store, report."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from dataclasses import dataclass, field
from pathlib import Path

from ingest.archive.draft import Draft, holds, known, remove, save, without_text
from ingest.archive.rows import reader
from ingest.archive.store import building, count_rows
from ingest.discovery import Found, assign_keys, discover, size
from ingest.read import UnreadableError
from ingest.seen import Seen, memory_of
from ingest.task import Result, Task
from ingest.workers import OpenWorkers, WorkersError, here

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
    progress: Progress = lambda done, total: None,
) -> Report:
    """Bring the archive up to date with the files of `sources`.

    `prune` drops the papers whose file is no longer there; `ocr` reads scans too; `open_workers` says where papers are
    read.  Raises ArchiveError where the archive cannot be written, WorkersError where the workers cannot be used; files
    that cannot be read are in the report.
    """
    began = time.monotonic()
    report = Report()
    with building(archive) as db:
        found, seen = discover(sources), Seen(memory_of(archive))
        tasks = list(_tasks(db, found, seen, ocr, report))
        total = len(found)
        progress(total - len(tasks), total)
        for done, (task, result) in enumerate(_read_all(tasks, open_workers), total - len(tasks) + 1):
            _store(db, task, result, seen, report)
            progress(done, total)
        if prune:
            _prune(db, found, report)
        seen.keep()
    # They came in any order.
    for told in (report.new, report.changed, report.failed):
        told.sort()
    report.rows = count_rows(archive)
    report.seconds = time.monotonic() - began
    return report


def _tasks(db: Draft, found: Sequence[Found], seen: Seen, ocr: bool, report: Report) -> Iterator[Task]:
    """What has to be read: new files, those whose bytes or whose reader changed, with `ocr` those without text."""
    papers = known(db)
    empty = without_text(db) if ocr else set()
    keys = assign_keys(found, {key: place for key, (place, _, _) in papers.items()})
    for file, key in keys.items():
        if key in papers and key not in empty and papers[key][1:] == (seen.digest(file.path), reader()):
            report.unchanged.append(key)
        else:
            seen.look(file.path)
            yield Task(file.path, file.place, key, ocr, size(file.path))


def _read_all(tasks: Sequence[Task], open_workers: OpenWorkers) -> Iterator[tuple[Task, Result]]:
    """Read the files; what is ready first comes first, so that a slow paper holds up no other."""
    if not tasks:
        return
    with open_workers(len(tasks)) as workers:
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


def _store(db: Draft, task: Task, result: Result, seen: Seen, report: Report) -> None:
    if isinstance(result, UnreadableError):
        # The reader may know the file by another path.
        report.failed.append(f"{task.path}: {result.reason}")
        return
    is_known = holds(db, task.key)
    save(db, result)
    seen.remember(task.path, str(result["texts"][0]["sha256"]))
    (report.changed if is_known else report.new).append(task.key)


def _prune(db: Draft, found: Iterable[Found], report: Report) -> None:
    here = {file.place for file in found}
    # A folder that could not be listed stands in `found` itself: what is below it is not known to be gone.
    closed = tuple(f"{file.place}/" for file in found if file.path.is_dir())
    for key, (place, _, _) in known(db).items():
        if place not in here and not place.startswith(closed):
            remove(db, key)
            report.removed.append(key)
