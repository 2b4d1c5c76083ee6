"""The archive's file: replaced as a whole or not at all.

A build works on a copy beside the archive and moves it into place when every check has passed; a reader sees the old
archive or the new one.  A build that changes nothing makes no copy.
"""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TextIO

from ingest.archive.draft import Draft
from ingest.archive.finishing import finish
from ingest.archive.schema import APPLICATION_ID, TABLES, VERSION
from ingest.archive.tables import create

# How many bytes the kernel is asked to copy in one call.
_AT_ONCE = 1 << 30


class ArchiveError(Exception):
    """An archive that cannot be used, and why; `str()` names the file."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


@contextmanager
def building(archive: Path) -> Iterator[Draft]:
    """Give a draft to write papers into; when the block ends well, it becomes the archive.

    Raises ArchiveError where the path is no archive of ours, cannot be written, or is being written by another.
    """
    check_ours(archive)
    # An archive reached by a link stays where it is.
    archive = Path(os.path.realpath(archive))
    draft = archive.with_name(f".{archive.name}.draft")
    with _locked(archive):
        try:
            with _drafting(archive, draft) as db:
                yield db
            with _naming(archive):
                if db.changed:
                    _put_in_place(draft, archive)
        finally:
            throw_away(draft)


@contextmanager
def _drafting(archive: Path, draft: Path) -> Iterator[Draft]:
    with _naming(archive):
        throw_away(draft)
        here = _open_to_read(archive) if check_ours(archive) else None
        db = Draft(here, lambda: _begin(archive, draft))
    try:
        yield db
        with _naming(archive):
            if db.changed:
                finish(db)
    except sqlite3.Error as error:
        raise _unwritable(archive, error) from error
    finally:
        db.close()


def _put_in_place(draft: Path, archive: Path) -> None:
    """Replace the archive, with its permissions, by a draft that is safe on disk."""
    sync(draft)
    if archive.exists():
        shutil.copymode(archive, draft)
    draft.replace(archive)
    sync(archive.parent)


@contextmanager
def _naming(archive: Path) -> Iterator[None]:
    """Say of which archive an error is."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise _unwritable(archive, error) from error


def _unwritable(archive: Path, error: Exception) -> ArchiveError:
    return ArchiveError(archive, f"cannot be written ({getattr(error, 'strerror', None) or error})")


def check_ours(archive: Path) -> bool:
    """Whether an archive is there.  Raises ArchiveError where something else is."""
    if archive.is_dir():
        raise ArchiveError(archive, "is a folder, not a file")
    if archive.exists() and not archive.is_file():
        raise ArchiveError(archive, "is not a file")
    if not archive.exists() or archive.stat().st_size == 0:
        return False
    try:
        with _reading(archive) as connection:
            ours = connection.execute("pragma application_id").fetchone()[0] == APPLICATION_ID
            version = connection.execute("pragma user_version").fetchone()[0]
    except sqlite3.Error as error:
        raise ArchiveError(archive, "is not an archive; it is left as it is") from error
    if not ours:
        raise ArchiveError(archive, "is a database, but not an archive of ours; it is left as it is")
    if version != VERSION:
        raise ArchiveError(archive, "was made by another version; move it away and build it anew from its sources")
    return True


def count_rows(archive: Path) -> dict[str, int]:
    """How many rows each table of a finished archive holds."""
    with _reading(archive) as connection:
        counts = dict(connection.execute("select name, rows from row_counts"))
    return {table.name: counts[table.name] for table in TABLES}


@contextmanager
def _reading(archive: Path) -> Iterator[sqlite3.Connection]:
    with closing(_open_to_read(archive)) as connection:
        yield connection


def _open_to_read(archive: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{archive.absolute().as_uri()}?mode=ro", uri=True)


@contextmanager
def _locked(archive: Path) -> Iterator[None]:
    try:
        held = lock(archive)
    except BlockingIOError as error:
        raise ArchiveError(archive, "is being written by another ingest; try again when that is done") from error
    except OSError as error:
        raise _unwritable(archive, error) from error
    with held:
        yield


def _begin(archive: Path, draft: Path) -> sqlite3.Connection:
    """Open a copy of the archive, or an empty one, to write in."""
    with _naming(archive):
        is_new = not check_ours(archive)
        if not is_new:
            _copy(archive, draft)
        connection = _connect(draft)
        if is_new:
            create(connection)
        return connection


def _copy(archive: Path, draft: Path) -> None:
    """Copy a file inside the kernel; where the file system can, the two share their blocks until one is written to."""
    try:
        with archive.open("rb") as source, draft.open("wb") as target:
            while os.copy_file_range(source.fileno(), target.fileno(), _AT_ONCE):
                pass
    except (AttributeError, OSError):
        # Not every system has the call, nor every file system.
        shutil.copyfile(archive, draft)


def _connect(draft: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(draft, isolation_level=None)
    # The draft is thrown away if anything goes wrong, so it needs no journal; `_put_in_place` writes it through.
    # SQLite may take this memory twice, once for its cache and once to sort; more makes no build faster.
    connection.executescript("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -65536;")
    return connection


def lock(target: Path) -> TextIO:
    """Keep other writers of a file or folder out, until what this gives is closed or the process ends, however it ends.

    Raises BlockingIOError where another has the lock, OSError where none can be had.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    file = target.with_name(f".{target.name}.lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise
    return file


def sync(path: Path) -> None:
    """Write a file, or the names in a folder, through to the disk.  Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def throw_away(database: Path) -> None:
    """Remove a database, if it is there, and what SQLite may have left beside it.  Raises OSError."""
    for path in (database, database.with_name(f"{database.name}-journal")):
        path.unlink(missing_ok=True)
