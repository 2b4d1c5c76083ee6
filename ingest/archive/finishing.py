"""The end of a build: what hangs on several papers is worked out, and the file is checked.

Where few papers of many changed, only what they change: an archive of 100,000 papers is brought up to date every hour.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from ingest.archive import vocabulary
from ingest.archive.derived import DERIVED
from ingest.archive.draft import PART, Draft, touch
from ingest.archive.schema import SEARCHED, TABLES
from ingest.archive.tables import index, index_words
from ingest.archive.views import VIEWS

# An archive of fewer papers is gone through in no time.
_FEW = 1_000
# Views whose rows belong to a paper each, which joins of its own rows make: to count them all takes seconds.
_VIEWS_OF_A_PAPER = tuple(view.name for view in VIEWS if "document" in [name for name, _ in view.columns])
_OTHERS = (*(table.name for table in TABLES), *(view.name for view in VIEWS if view.name not in _VIEWS_OF_A_PAPER))


def finish(db: Draft) -> None:
    """Work out what hangs on several papers, and check that the file is sound: sqlite3.Error where not."""
    if db.is_new:
        index(db.connection)
    touch(db, "in (select id from touched_papers)")
    for sql in DERIVED:
        db.execute(sql)
    if db.lacks_words:
        index_words(db.connection)
    much = _much_is_new(db)
    touched = None if much else [key for (key,) in db.read("select id from touched_papers")]
    gone = None if touched is None else _words_of(db.before, touched)
    vocabulary.refresh(db.connection, gone, _words_of(db.connection, touched or ()))
    # Looks at so many rows of each index; more tells the planner no more.
    db.execute("pragma analysis_limit = 1000")
    db.execute("analyze")
    _count(db, touched)
    if much and not db.lacks_words:
        _tidy(db)
    _check(db, much)
    db.execute("commit")


def _much_is_new(db: Draft) -> bool:
    ((touched, papers),) = db.read(
        "select (select count(*) from touched_papers), (select count(*) from documents)",
    )
    return bool(papers < _FEW or touched * PART > papers)


def _words_of(connection: sqlite3.Connection | None, papers: Iterable[str]) -> Iterator[str]:
    """What can be searched of some papers, row by row."""
    if connection is None:
        return
    for table in SEARCHED:
        columns = ", ".join(f'"{name}"' for name in table.search)
        key = "id" if table.name == "documents" else "document"
        for paper in papers:
            for row in connection.execute(f'select {columns} from "{table.name}" where "{key}" = ?', [paper]):
                yield "\n".join(str(value) for value in row if value is not None)


def _count(db: Draft, touched: Iterable[str] | None) -> None:
    """Write down how many rows each table and view has: to count millions takes seconds, and every page says it.

    `touched` are the papers that changed, None for all of them.
    """
    if touched is None:
        _count_all(db, (*_OTHERS, *_VIEWS_OF_A_PAPER))
        return
    _count_all(db, _OTHERS)
    for name in _VIEWS_OF_A_PAPER:
        more = _rows_of(db.connection, name, touched) - (_rows_of(db.before, name, touched) if db.before else 0)
        db.execute("update row_counts set rows = rows + ? where name = ?", [more, name])


def _count_all(db: Draft, names: Iterable[str]) -> None:
    for name in names:
        db.execute(f"insert or replace into row_counts select '{name}', count(*) from \"{name}\"")


def _rows_of(connection: sqlite3.Connection, view: str, papers: Iterable[str]) -> int:
    sql = f'select count(*) from "{view}" where document = ?'
    return sum(connection.execute(sql, [paper]).fetchone()[0] for paper in papers)


def _tidy(db: Draft) -> None:
    """Have the full-text indexes forget what was taken out: they would grow with each time that all is read again."""
    for table in SEARCHED:
        db.execute(f'insert into "{table.name}_fts" ("{table.name}_fts") values (\'optimize\')')


def _check(db: Draft, whole: bool) -> None:
    """Check the file before it is put in place; `whole`: its keys and indexes too.

    Where a few papers changed, the keys were checked with each row, triggers kept the indexes, and to compare all of
    them would take longer than the rest.
    """
    # Each page is looked at once or twice: with less to remember, that takes a fifth less time.
    db.execute("pragma cache_size = -2000")
    for table in SEARCHED if whole else ():
        # With a rank of 1 the check compares the index with the table it indexes.
        db.execute(f'insert into "{table.name}_fts" ("{table.name}_fts", rank) values (\'integrity-check\', 1)')
    if whole and (broken := db.execute("pragma foreign_key_check").fetchall()):
        message = f"a row of {broken[0][0]} points at nothing in {broken[0][2]}"
        raise sqlite3.IntegrityError(message)
    ((sound,),) = db.execute(f"pragma {'integrity' if whole else 'quick'}_check(1)").fetchall()
    if sound != "ok":
        raise sqlite3.IntegrityError(sound)
