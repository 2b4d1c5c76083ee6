"""What a run has to do: the files found, beside the papers of the archive.

Both stand in a temporary database on disk, so that a million of them take no more memory than ten.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Self

from ingest.pipeline.discovery import Found

_TABLES = """
create table files (real blob primary key, depth integer, place text, path blob, closed text) without rowid;
create index files_in_order on files (place, path);
create table papers (key text primary key, place text, sha256 text, reader text) without rowid;
create table new_keys (key text primary key) without rowid;
create table to_read (key text, place text, path blob);
"""
# Files of several sources can have one place: each gets one of the papers with that place.
_BESIDE = """
with found as (select place, path, row_number() over (partition by place order by path) as nth from files),
  held as (select *, row_number() over (partition by place order by length(key), key desc) as nth from papers)
select place, path, key, place, sha256, reader from found left join held using (place, nth) order by place, path
"""


class Paper(NamedTuple):
    """A paper of the archive: its key, its file's place, the digest of the file's bytes and what read them."""

    key: str
    place: str
    sha256: str
    reader: str


@dataclass(frozen=True, slots=True)
class File:
    """A file found, with the key that it has, or will have, in the archive; `paper` is what is there already."""

    key: str
    place: str
    path: Path
    paper: Paper | None = None


class Worklist:
    """The files of a run in order of place, and which of them have to be read.  Closed when its block ends."""

    def __init__(self, found: Iterable[Found], papers: Iterable[Paper]) -> None:
        """A file found twice counts once: where one source lies in another, the outer one gives the place."""
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.executescript(_TABLES)
        self._db.execute("begin")
        self._db.executemany(
            "insert into files values (?, ?, ?, ?, ?) on conflict do update"
            " set depth = excluded.depth, place = excluded.place, path = excluded.path, closed = excluded.closed"
            " where (excluded.depth, excluded.place) > (depth, place)",
            (
                (os.fsencode(file.real), file.place.count("/"), file.place, os.fsencode(file.path), file.closed)
                for file in found
            ),
        )
        self._db.executemany("insert into papers values (?, ?, ?, ?)", papers)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def __len__(self) -> int:
        """How many files there are."""
        return self._count("files")

    def files(self) -> Iterator[File]:
        """All files, with a key for each: its place without suffix; with it where another has the same place without.

        A file that is in the archive under its place keeps its key.  To be gone through once.
        """
        for place, path, *paper in self._db.execute(_BESIDE):
            known = Paper(*paper) if paper[0] else None
            yield File(known.key if known else self._new_key(place), place, Path(os.fsdecode(path)), known)

    def _new_key(self, place: str) -> str:
        sql = "insert or ignore into new_keys select ? where not exists (select 1 from papers where key = ?)"
        return next(name for name in _names(place) if self._db.execute(sql, (name, name)).rowcount)

    def have_read(self, file: File) -> None:
        """Note that a file has to be read."""
        self._db.execute("insert into to_read values (?, ?, ?)", (file.key, file.place, os.fsencode(file.path)))

    @property
    def left(self) -> int:
        """How many files have to be read."""
        return self._count("to_read")

    def to_read(self) -> Iterator[File]:
        """The files that have to be read."""
        for key, place, path in self._db.execute("select key, place, path from to_read order by rowid"):
            yield File(key, place, Path(os.fsdecode(path)))

    def gone(self) -> list[str]:
        """The keys of papers whose file is no longer there; what is below a closed folder is not known to be gone."""
        closed = tuple(begins for (begins,) in self._db.execute("select closed from files where closed is not null"))
        papers = self._db.execute("select key, place from papers where place not in (select place from files)")
        return sorted(key for key, place in papers if not place.startswith(closed))

    def _count(self, table: str) -> int:
        ((count,),) = self._db.execute(f"select count(*) from {table}")
        return int(count)


def _names(place: str) -> Iterator[str]:
    path = PurePosixPath(place)
    yield str(path.with_suffix(""))
    yield place
    number = 2
    while True:
        yield f"{place}-{number}"
        number += 1
