"""Write every table and view of an archive into a folder, in each format, with the description of the files."""

import hashlib
import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ingest.export.folder import ExportError, replacing
from ingest.export.formats import FORMATS
from ingest.export.package import File, descriptor, file_name
from ingest.export.rows import Batch, batches, count, reading
from ingest.export.tables import EXPORTED, FILE, Exported

# Called with rows written and rows to write, over all files.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What an export wrote."""

    files: tuple[File, ...]
    seconds: float


def export(archive: Path, folder: Path, formats: Sequence[str], progress: Progress) -> Report:
    """Write a finished archive into `folder`, which is replaced as a whole or not at all.

    Raises ExportError where the folder cannot be used, sqlite3.DatabaseError where the archive is damaged.
    """
    started = time.monotonic()
    with replacing(folder) as draft, reading(archive) as connection:
        built = datetime.fromtimestamp(archive.stat().st_mtime, UTC)
        files = list(_write(connection, draft, formats, progress))
        text = json.dumps(descriptor(files, built), ensure_ascii=False, indent=1)
        (draft / FILE).write_text(f"{text}\n", encoding="utf-8")
    return Report(tuple(files), time.monotonic() - started)


def _write(connection: sqlite3.Connection, folder: Path, formats: Sequence[str], progress: Progress) -> Iterator[File]:
    counts = {table.name: count(connection, table) for table in EXPORTED}
    total, done = sum(counts.values()) * len(formats), 0
    for table in EXPORTED:
        for format in formats:
            path = folder / file_name(table.name, format)
            rows = batches(connection, table)
            _write_file(path, table, format, _watched(rows, done, lambda written: progress(written, total)))
            done += counts[table.name]
            yield _file(path, table, format, counts[table.name])


def _write_file(path: Path, table: Exported, format: str, rows: Iterator[Batch]) -> None:
    try:
        FORMATS[format].write(path, table, rows)
    except ValueError as error:
        raise ExportError(Path(path.name), f"cannot be written ({error})") from error


def _watched(rows: Iterator[Batch], done: int, progress: Callable[[int], None]) -> Iterator[Batch]:
    for batch in rows:
        yield batch
        done += len(batch)
        progress(done)


def _file(path: Path, table: Exported, format: str, rows: int) -> File:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return File(table, format, rows, path.stat().st_size, digest)
