"""Rows → the archive: one SQLite file, replaced as a whole or not at all.

A build works on a copy beside the archive and moves it into place when every check has passed; a reader sees the old
archive or the new one.  Only this module writes SQLite.
"""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import Table as SqliteTable

from ingest.archive import vocabulary
from ingest.archive.derived import DERIVED
from ingest.archive.rows import Row
from ingest.archive.schema import APPLICATION_ID, TABLE, TABLES, VERSION
from ingest.archive.table import Table
from ingest.archive.views import VIEWS

# An archive being written.
Draft = Database
TOKENIZER = "unicode61 remove_diacritics 2"
# What belongs to one paper, children first, so that a paper can be taken out.
_OF_A_PAPER = (
    "answered_questions",
    "references",
    "footnote_marks",
    "segments",
    "notices",
    "people",
    "document_dossiers",
    "footnotes",
    "answers",
    "questions",
    "texts",
)


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
                _put_in_place(draft, archive)
        finally:
            _remove(draft)


@contextmanager
def _drafting(archive: Path, draft: Path) -> Iterator[Draft]:
    with _naming(archive):
        _remove(draft)
        db = _draft(archive, draft)
    try:
        yield db
        with _naming(archive):
            finish(db)
    except sqlite3.Error as error:
        raise _unwritable(archive, error) from error
    finally:
        db.close()


def _put_in_place(draft: Path, archive: Path) -> None:
    """Replace the archive, with its permissions, by a draft that is safe on disk."""
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    if archive.exists():
        shutil.copymode(archive, draft)
    draft.replace(archive)
    _sync(archive.parent)


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


def known(db: Draft) -> dict[str, tuple[str, str, str]]:
    """The papers of an archive: by key, their file's place, the digest of its bytes and what read it."""
    sql = "select id, source_path, sha256, reader from documents join texts on texts.document = documents.id"
    return {key: (path, sha256, reader) for key, path, sha256, reader in db.execute(sql)}


def holds(db: Draft, key: str) -> bool:
    """Whether a paper is in the archive."""
    return db.execute("select 1 from documents where id = ?", [key]).fetchone() is not None


def count_rows(archive: Path) -> dict[str, int]:
    """How many rows each table of a finished archive holds."""
    with _reading(archive) as connection:
        return {
            table.name: connection.execute(f'select count(*) from "{table.name}"').fetchone()[0] for table in TABLES
        }


def without_text(db: Draft) -> set[str]:
    """The papers whose file held no text."""
    return {key for (key,) in db.execute("select document from texts where trim(source, char(9, 10, 12, 13, 32)) = ''")}


def create(db: Draft) -> None:
    """Make the empty tables, indexes, full-text indexes and views."""
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute(f"pragma user_version = {VERSION}")
    for table in TABLES:
        _create(db, table)
    for view in VIEWS:
        db.create_view(view.name, view.sql)


def save(db: Draft, rows: Mapping[str, Sequence[Row]]) -> None:
    """Store one paper; what was stored of it before is replaced."""
    key = str(rows["documents"][0]["id"])
    with db.atomic():
        remove(db, key)
        dossiers = [{"id": row["dossier"], "title": None} for row in rows["document_dossiers"]]
        _table(db, "dossiers").insert_all(dossiers, ignore=True)
        _table(db, "works").insert_all(rows["works"], ignore=True)
        for name in ("documents", *reversed(_OF_A_PAPER)):
            _table(db, name).insert_all(rows[name])


def remove(db: Draft, key: str) -> None:
    """Take one paper out."""
    with db.atomic():
        for name in _OF_A_PAPER:
            if name == "answered_questions":
                db.execute(
                    "delete from answered_questions where answer in (select id from answers where document = ?)", [key]
                )
            else:
                db.execute(f'delete from "{name}" where document = ?', [key])
        db.execute("update works set document = null where document = ?", [key])
        db.execute("delete from documents where id = ?", [key])


def finish(db: Draft) -> None:
    """Work out what hangs on several papers, and check that the file is sound."""
    with db.atomic():
        for sql in DERIVED:
            db.execute(sql)
        vocabulary.refresh(db.conn)
    db.execute("analyze")
    for table in TABLES:
        if table.search:
            # With a rank of 1 the check compares the index with the table it indexes.
            db.execute(f'insert into "{table.name}_fts" ("{table.name}_fts", rank) values (\'integrity-check\', 1)')
    if broken := db.execute("pragma foreign_key_check").fetchall():
        message = f"a row of {broken[0][0]} points at nothing in {broken[0][2]}"
        raise sqlite3.IntegrityError(message)


@contextmanager
def _reading(archive: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{archive.absolute().as_uri()}?mode=ro", uri=True)
    try:
        yield connection
    finally:
        connection.close()


def _create(db: Draft, table: Table) -> None:
    created = _table(db, table.name).create(
        {column.name: column.type for column in table.columns},
        pk=table.key[0] if len(table.key) == 1 else table.key,
        foreign_keys=[
            (column.name, column.references, TABLE[column.references].key[0])
            for column in table.columns
            if column.references
        ],
    )
    for columns in table.indexes:
        created.create_index(columns)
    if table.search:
        created.enable_fts(table.search, tokenize=TOKENIZER, create_triggers=True)


def _table(db: Draft, name: str) -> SqliteTable:
    return db.table(name)


@contextmanager
def _locked(archive: Path) -> Iterator[None]:
    """Keep a second writer out; the lock goes with the process, however it ends."""
    lock = archive.with_name(f".{archive.name}.lock")
    try:
        archive.parent.mkdir(parents=True, exist_ok=True)
        file = lock.open("w")
    except OSError as error:
        raise ArchiveError(archive, f"cannot be written ({error.strerror})") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ArchiveError(archive, "is being written by another ingest; try again when that is done") from error
        yield


def _draft(archive: Path, draft: Path) -> Database:
    if check_ours(archive):
        shutil.copyfile(archive, draft)
        return Database(_connect(draft))
    db = Database(_connect(draft))
    create(db)
    return db


def _connect(draft: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(draft)
    # The draft is thrown away if anything goes wrong, so it needs no journal; `_put_in_place` writes it through.
    connection.executescript("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -64000;")
    return connection


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(draft: Path) -> None:
    for path in (draft, draft.with_name(f"{draft.name}-journal")):
        path.unlink(missing_ok=True)
