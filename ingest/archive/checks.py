"""The promises, checked on a finished archive."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from ingest.archive.schema import SEARCHED
from ingest.passages import letters

# Which segments' characters are the text of a row of which table.
_TEXTS = (("questions", "question"), ("answers", "answer"), ("footnotes", "footnote"))


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise, and the function that finds where an archive breaks it (a sentence each)."""

    name: str
    broken: Callable[[sqlite3.Connection], Iterator[str]]


def check(archive: Path) -> Iterator[tuple[str, list[str]]]:
    """Each promise with the places where it is broken."""
    with _copy(archive) as connection:
        for promise in PROMISES:
            yield promise.name, list(promise.broken(connection))


def notices(archive: Path) -> list[tuple[str, int, str]]:
    """The archive's notices by code: how many, and the first paper that has one."""
    with closing(sqlite3.connect(f"{archive.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        sql = "select code, count(*), min(document) from notices group by code order by count(*) desc, code"
        return list(connection.execute(sql))


@contextmanager
def _copy(archive: Path) -> Iterator[sqlite3.Connection]:
    """A copy to check: SQLite compares a full-text index with its table only where it may write."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(sqlite3.connect(archive)) as original,
        closing(sqlite3.connect(Path(folder, "copy.db"))) as copy,
    ):
        original.backup(copy)
        yield copy


def _nothing_is_lost(connection: sqlite3.Connection) -> Iterator[str]:
    for document, source in connection.execute("select document, source from texts"):
        at = 0
        for start, stop in connection.execute(
            "select start, stop from segments where document = ? order by start", [document]
        ):
            if start != at or stop <= start:
                yield f"{document}: the segments do not join at character {at}"
                break
            at = stop
        else:
            if at != len(source):
                yield f"{document}: the segments end at character {at} of {len(source)}"


def _nothing_is_invented(connection: sqlite3.Connection) -> Iterator[str]:
    sources = "select document, source from texts"
    for document, source in connection.execute(sources):
        for table, role in _TEXTS:
            own: dict[str, str] = {}
            spans = f"select {role}, start, stop from segments where document = ? and role = '{role}' order by start"
            for key, start, stop in connection.execute(spans, [document]):
                own[key] = own.get(key, "") + letters(source[start:stop])
            for key, text in connection.execute(f"select id, text from {table} where document = ?", [document]):
                if letters(text) != own.get(key, ""):
                    yield f"{key}: the stored text is not that of its segments"


def _no_paper_is_refused(connection: sqlite3.Connection) -> Iterator[str]:
    sql = """
        select document from texts where trim(text, char(9, 10, 13, 32)) = ''
        and document not in (select document from notices where code = 'no_text')
    """
    yield from (f"{document}: no text, and no notice says so" for (document,) in connection.execute(sql))


def _unknown_is_null(connection: sqlite3.Connection) -> Iterator[str]:
    sql = """
        select id from questions where number_source not in ('printed', 'inferred')
        union all select id from documents where (identifier is null) <> (identifier_source is null)
        union all select id from documents
          where '' in (identifier, title, dossier, number, zaak, date, asked_on, answered_on, ministry)
        union all select id from questions where number_source = 'inferred' and not exists (
          select 1 from notices where notices.document = questions.document and code = 'number_inferred')
    """
    yield from (
        f"{key}: something inferred is not marked, or something unknown not null" for (key,) in connection.execute(sql)
    )


def _same_input_same_archive(connection: sqlite3.Connection) -> Iterator[str]:
    """What a rebuild would change: keys not made of their paper's, counts that are not what the rows say."""
    for table in ("questions", "answers", "footnotes", "references"):
        sql = f"select id from \"{table}\" where substr(id, 1, length(document) + 1) <> document || '-'"
        yield from (f"{key}: the key is not made of its paper's" for (key,) in connection.execute(sql))
    sql = """
        select id from works where
          times_cited <> (select count(*) from "references" where work = works.id)
          or cited_by_papers <> (select count(distinct document) from "references" where work = works.id)
        union all select id from documents where
          question_count <> (select count(*) from questions where document = documents.id)
          or answer_count <> (select count(*) from answers where document = documents.id)
          or footnote_count <> (select count(*) from footnotes where document = documents.id)
          or reference_count <> (select count(*) from "references" where document = documents.id)
          or notice_count <> (select count(*) from notices where document = documents.id)
    """
    yield from (f"{key}: the counts are not those of the rows" for (key,) in connection.execute(sql))
    for table, said in connection.execute("select name, rows from row_counts").fetchall():
        ((rows,),) = connection.execute(f'select count(*) from "{table}"')
        if rows != said:
            yield f"{table}: has {rows} rows, not {said}"


def _whole(connection: sqlite3.Connection) -> Iterator[str]:
    for (said,) in connection.execute("pragma integrity_check"):
        if said != "ok":
            yield str(said)
    for table, _, target, _ in connection.execute("pragma foreign_key_check"):
        yield f"a row of {table} points at nothing in {target}"
    for table in SEARCHED:
        try:
            connection.execute(
                f'insert into "{table.name}_fts" ("{table.name}_fts", rank) values (\'integrity-check\', 1)'
            )
        except sqlite3.DatabaseError as error:
            yield f"the full-text index of {table.name}: {error}"


PROMISES: tuple[Promise, ...] = (
    Promise("Nothing is lost: every character of a source stands in one segment", _nothing_is_lost),
    Promise("Nothing is invented: a stored text is its own segments", _nothing_is_invented),
    Promise("No paper is refused: one without text says so", _no_paper_is_refused),
    Promise("Unknown is null, inferred is marked", _unknown_is_null),
    Promise("Same input, same archive: keys and counts follow from the papers", _same_input_same_archive),
    Promise("Whole: the file, its keys and its indexes are sound", _whole),
)
