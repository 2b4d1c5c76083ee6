"""Many files → the archive: find them, skip what is there unchanged, read side by side, store, report."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from ingest.archive.rows import Row, reader, rows_of
from ingest.archive.store import Draft, building, count_rows, holds, known, remove, save, without_text
from ingest.discovery import Found, assign_keys, discover
from ingest.parse import parse
from ingest.read import UnreadableError, digest, read

# Below this many papers, starting processes costs more than it saves.
_FEW = 16
# How many papers may be on their way between readers and the writer; more only takes memory.
_AHEAD = 8


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


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read, under the key it will have; `ocr`: scans too."""

    path: Path
    place: str
    key: str
    ocr: bool = False


Result = dict[str, list[Row]] | UnreadableError
Progress = Callable[[int, int], None]


def ingest(
    archive: Path,
    sources: Sequence[Path],
    *,
    prune: bool = False,
    ocr: bool = False,
    jobs: int = 1,
    progress: Progress = lambda done, total: None,
) -> Report:
    """Bring the archive up to date with the files of `sources`.

    `prune` drops the papers whose file is no longer there; `ocr` reads scans too.  Raises ArchiveError where the
    archive cannot be written; files that cannot be read are in the report.
    """
    began = time.monotonic()
    report = Report()
    with building(archive) as db:
        found = discover(sources)
        tasks = list(_tasks(db, found, ocr, report))
        total = len(found)
        progress(total - len(tasks), total)
        for done, (task, result) in enumerate(_read_all(tasks, jobs), total - len(tasks) + 1):
            _store(db, task, result, report)
            progress(done, total)
        if prune:
            _prune(db, found, report)
    report.rows = count_rows(archive)
    report.seconds = time.monotonic() - began
    return report


def read_rows(task: Task) -> Result:
    """One file as rows; runs in a worker, so an error comes back as a value."""
    try:
        return rows_of(parse(read(task.path, ocr=task.ocr)), task.key, task.place)
    except UnreadableError as error:
        return error


def _tasks(db: Draft, found: Sequence[Found], ocr: bool, report: Report) -> Iterator[Task]:
    """What has to be read: new files, those whose bytes or whose reader changed, with `ocr` those without text."""
    papers = known(db)
    empty = without_text(db) if ocr else set()
    keys = assign_keys(found, {key: place for key, (place, _, _) in papers.items()})
    for file, key in keys.items():
        if key in papers and key not in empty and papers[key][1:] == (digest(file.path), reader()):
            report.unchanged.append(key)
        else:
            yield Task(file.path, file.place, key, ocr)


def _read_all(tasks: Sequence[Task], jobs: int) -> Iterator[tuple[Task, Result]]:
    """Read the files, several at once where that pays; the results come in order."""
    if jobs <= 1 or len(tasks) < _FEW:
        yield from ((task, read_rows(task)) for task in tasks)
        return
    with ProcessPoolExecutor(jobs) as executor:
        yield from _in_order(executor, tasks, jobs * _AHEAD)


def _in_order(executor: Executor, tasks: Iterable[Task], ahead: int) -> Iterator[tuple[Task, Result]]:
    waiting = []
    for task in tasks:
        waiting.append((task, executor.submit(read_rows, task)))
        if len(waiting) >= ahead:
            first, future = waiting.pop(0)
            yield first, future.result()
    for task, future in waiting:
        yield task, future.result()


def _store(db: Draft, task: Task, result: Result, report: Report) -> None:
    if isinstance(result, UnreadableError):
        report.failed.append(str(result))
        return
    is_known = holds(db, task.key)
    save(db, result)
    (report.changed if is_known else report.new).append(task.key)


def _prune(db: Draft, found: Iterable[Found], report: Report) -> None:
    here = {file.place for file in found}
    # A folder that could not be listed stands in `found` itself: what is below it is not known to be gone.
    closed = tuple(f"{file.place}/" for file in found if file.path.is_dir())
    for key, (place, _, _) in known(db).items():
        if place not in here and not place.startswith(closed):
            remove(db, key)
            report.removed.append(key)
