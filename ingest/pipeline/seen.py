"""What was in a file when it looked as it does now: digests that need not be worked out again, and why it was given
up.

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
_LOOK = "inode text primary key, size integer, content_changed integer, status_changed integer"
_TABLES = f"""
create table if not exists files ({_LOOK}, sha256 text) without rowid;
create table if not exists given_up ({_LOOK}, terms text, reason text) without rowid;
"""
_LOOKS_SO = "(inode, size, content_changed, status_changed) = (?, ?, ?, ?)"

# Device and inode, size, time of the last change of content, and of status.
Look = tuple[str, int, int, int]


class Seen:
    """What is known of files as far as their looks tell; `memory` is the file that holds it between runs.

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
        with self._guarded():
            for (sha256,) in self._rows(f"select sha256 from files where {_LOOKS_SO}", *look) if look else ():
                return str(sha256)
        return None

    def _rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        return self._db.execute(sql, values).fetchall()

    def remember(self, path: Path, sha256: str) -> None:
        """Note the digest of the bytes that were read since the file was looked at; empty where it was not read."""
        look = self._looks.pop(path, None)
        if look and sha256:
            with self._guarded():
                self._db.execute("insert or replace into files values (?, ?, ?, ?, ?)", (*look, sha256))

    def give_up(self, path: Path, terms: str, reason: str) -> None:
        """Note why a file was given up that was looked at before; `terms`: what read it, within what limits."""
        if look := self._looks.pop(path, None):
            with self._guarded():
                self._db.execute("insert or replace into given_up values (?, ?, ?, ?, ?, ?)", (*look, terms, reason))

    def given_up(self, path: Path, terms: str) -> str:
        """Why a file was given up on these terms; empty where it was not."""
        self.look(path)
        look = self._looks.pop(path, None)
        with self._guarded():
            sql = f"select reason from given_up where {_LOOKS_SO} and terms = ?"
            for (reason,) in self._rows(sql, *look, terms) if look else ():
                return str(reason)
        return ""

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
        db.executescript(_TABLES)
        db.execute("begin immediate")
        db.execute(f"select sha256 from files where {_LOOKS_SO}", ("", 0, 0, 0)).fetchall()
        db.execute(f"select terms, reason from given_up where {_LOOKS_SO}", ("", 0, 0, 0)).fetchall()
    except sqlite3.Error:
        db.close()
        raise
    return db


def _throw_away(memory: Path) -> None:
    with suppress(OSError):
        throw_away(memory)
