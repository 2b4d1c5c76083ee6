"""What was in a file when it looked as it does now: digests that need not be worked out again.

A file with the size, times and inode that it had is taken to hold the bytes that it held.  Among the times is that of
its last change of status (ctime), which no program can set back; and as the clocks of file systems tick slowly,
nothing is remembered of a file that was changed within the last seconds before it was looked at.  What is remembered
stands in a database beside the archive, and may be thrown away at any time.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from ingest.archive.store import throw_away
from ingest.read import digest

# Coarser than the clock of any file system in use.
_SETTLED_NS = 3_000_000_000
# A file keeps its device and inode under another name.
_TABLE = """
create table if not exists files (
  inode text primary key, size integer, content_changed integer, status_changed integer, sha256 text
) without rowid
"""

# Device and inode, size, time of the last change of content, and of status.
Look = tuple[str, int, int, int]


class Seen:
    """The digests of files as far as their looks tell; `memory` is the file that holds them between runs.

    What cannot be remembered is worked out again, so no error of that file stops a run.
    """

    def __init__(self, memory: Path) -> None:
        self._memory = memory
        self._is_damaged = False
        # How files looked that are being read.
        self._looks: dict[Path, Look] = {}
        self._db = _opened(memory)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()
        if self._is_damaged:
            _throw_away(self._memory)

    def digest(self, path: Path) -> str:
        """The SHA-256 of a file's bytes, remembered or worked out; empty where it cannot be read."""
        self.look(path)
        if known := self._recall(path):
            self._looks.pop(path)
            return known
        found = digest(path)
        self.remember(path, found)
        return found

    def look(self, path: Path) -> None:
        """See how a file looks; to be called before it is read."""
        now = time.time_ns()
        self._looks.pop(path, None)
        try:
            status = path.stat()
        except OSError:
            return
        if max(status.st_mtime_ns, status.st_ctime_ns) < now - _SETTLED_NS:
            inode = f"{status.st_dev}:{status.st_ino}"
            self._looks[path] = inode, status.st_size, status.st_mtime_ns, status.st_ctime_ns

    def _recall(self, path: Path) -> str | None:
        look = self._looks.get(path)
        sql = "select sha256 from files where (inode, size, content_changed, status_changed) = (?, ?, ?, ?)"
        with self._guarded():
            for (sha256,) in self._db.execute(sql, look).fetchall() if look else ():
                return str(sha256)
        return None

    def remember(self, path: Path, sha256: str) -> None:
        """Note the digest of the bytes that were read since the file was looked at; empty where it was not read."""
        look = self._looks.pop(path, None)
        if look and sha256:
            with self._guarded():
                self._db.execute("insert or replace into files values (?, ?, ?, ?, ?)", (*look, sha256))

    def keep(self) -> None:
        """Write down what is remembered."""
        with self._guarded():
            self._db.execute("commit")

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error:
            self._is_damaged = True


def memory_of(archive: Path) -> Path:
    """Where the digests of the files of an archive are remembered."""
    archive = Path(os.path.realpath(archive))
    return archive.with_name(f".{archive.name}.seen")


def _opened(memory: Path) -> sqlite3.Connection:
    """The memory; an empty one where there is none or it is damaged, for this run alone where none can be written."""
    try:
        return _begun(memory)
    except sqlite3.Error:
        _throw_away(memory)
    try:
        return _begun(memory)
    except sqlite3.Error:
        return _begun("")


def _begun(place: Path | str) -> sqlite3.Connection:
    db = sqlite3.connect(place, isolation_level=None)
    try:
        db.execute(_TABLE)
        db.execute("begin immediate")
        db.execute("select inode, size, content_changed, status_changed, sha256 from files limit 1").fetchall()
    except sqlite3.Error:
        db.close()
        raise
    return db


def _throw_away(memory: Path) -> None:
    with suppress(OSError):
        throw_away(memory)
