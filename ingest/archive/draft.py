"""An archive being written: papers are put in and taken out.

Until the first change a draft only reads the archive as it is; with that change it becomes a copy to write in.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter

from ingest.archive.derived import TOUCHED, TOUCHED_TABLES
from ingest.archive.rows import Row
from ingest.archive.schema import TABLE
from ingest.archive.tables import drop_words

# Where more than one paper in so many changes, much of an archive is new.
PART = 20
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
# Shared by papers: the first that names one puts it in.
_SHARED = ("dossiers", "works")
# What is worked out at the end stands in no paper's rows.
_LATER = {"works": {"document", "times_cited", "cited_by_papers", "first_cited", "last_cited"}}


class Draft:
    """An archive being written.  `archive` is the one that is there, if any; `begin` opens what will replace it."""

    def __init__(self, archive: sqlite3.Connection | None, begin: Callable[[], sqlite3.Connection]) -> None:
        self._archive = archive
        self._begin = begin
        self._copy: sqlite3.Connection | None = None
        self._lacks_words = archive is None
        if archive is None:
            self._open()

    @property
    def changed(self) -> bool:
        """Whether there is a copy that differs, or may differ, from the archive."""
        return self._copy is not None

    @property
    def is_new(self) -> bool:
        """Whether there is no archive yet."""
        return self._archive is None

    @property
    def lacks_words(self) -> bool:
        """Whether the full-text indexes have to be made at the end."""
        return self._lacks_words

    def expect(self, papers: int) -> None:
        """Be told, before the first change, how many papers will be put in."""
        ((here,),) = self.read("select count(*) from documents")
        self._lacks_words = self.is_new or papers * PART > here

    @property
    def before(self) -> sqlite3.Connection | None:
        """The archive as it is, to read; None where there is none yet."""
        return self._archive

    @property
    def connection(self) -> sqlite3.Connection:
        """The copy to write in."""
        return self._copy or self._open()

    def read(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Run a query."""
        connection = self._copy or self._archive
        assert connection
        return connection.execute(sql, values)

    def execute(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Run a statement that changes something."""
        return self.connection.execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run a statement for each row."""
        self.connection.executemany(sql, rows)

    def close(self) -> None:
        """Let go of the files."""
        for connection in (self._archive, self._copy):
            if connection:
                connection.close()

    def _open(self) -> sqlite3.Connection:
        self._copy = connection = self._begin()
        if self._archive and self._lacks_words:
            drop_words(connection)
        for sql in TOUCHED_TABLES:
            connection.execute(sql)
        # One transaction for all: the copy is thrown away if anything goes wrong.  Keys are checked at its end: those
        # of an archive that is there as they change, those of a new one all at once, by `finishing`.
        connection.execute(f"pragma foreign_keys = {'on' if self._archive else 'off'}")
        connection.execute("begin")
        connection.execute("pragma defer_foreign_keys = on")
        return connection


def known(db: Draft) -> Iterator[tuple[str, str, str, str]]:
    """The papers of an archive: key, file's place, digest of its bytes and what read it."""
    # In this order, as one index has all that is wanted of the texts, which are long.
    return db.read(
        "select id, source_path, sha256, reader from texts cross join documents on documents.id = texts.document"
    )


def holds(db: Draft, key: str) -> bool:
    """Whether a paper is in the archive."""
    return db.read("select 1 from documents where id = ?", [key]).fetchone() is not None


def without_text(db: Draft) -> set[str]:
    """The papers whose file held no text."""
    return {key for (key,) in db.read("select document from texts where trim(source, char(9, 10, 12, 13, 32)) = ''")}


def save(db: Draft, rows: Mapping[str, Sequence[Row]]) -> None:
    """Store one paper; what was stored of it before is replaced."""
    key = str(rows["documents"][0]["id"])
    remove(db, key)
    db.execute("insert or ignore into touched_papers values (?)", [key])
    dossiers = [{"id": row["dossier"], "title": None} for row in rows["document_dossiers"]]
    for name, found in (("dossiers", dossiers), *rows.items()):
        if found:
            # Values by their place: SQLite finds those by name one by one.
            sql, values = _insertion(name)
            db.executemany(sql, map(values, found))


@cache
def _insertion(name: str) -> tuple[str, Callable[[Row], tuple[object, ...]]]:
    """The statement that puts a row into a table, and what takes the values for it out of a row."""
    names = [column.name for column in TABLE[name].columns if column.name not in _LATER.get(name, ())]
    columns, places = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    sql = f'insert {"or ignore " if name in _SHARED else ""}into "{name}" ({columns}) values ({places})'
    return sql, itemgetter(*names)


def remove(db: Draft, key: str) -> None:
    """Take one paper out."""
    if not holds(db, key):
        return
    db.execute("insert or ignore into touched_papers values (?)", [key])
    touch(db, "= ?", [key])
    for name in _OF_A_PAPER:
        if name == "answered_questions":
            db.execute(
                "delete from answered_questions where answer in (select id from answers where document = ?)", [key]
            )
        else:
            db.execute(f'delete from "{name}" where document = ?', [key])
    db.execute("update works set document = null where document = ?", [key])
    db.execute("delete from documents where id = ?", [key])


def touch(db: Draft, which: str, values: Sequence[object] = ()) -> None:
    """Note what hangs on papers beside themselves; `which` says which papers, behind a column."""
    for sql in TOUCHED:
        db.execute(sql.format(which), values)
