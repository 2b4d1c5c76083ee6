"""One paper as it was read, for the terminal."""

import json
import sqlite3
import textwrap
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

Line = tuple[str, str]
_WIDTH = 88


def paper(archive: Path, key: str) -> list[Line]:
    """The paper with that key or official name, as lines with a style each; empty where there is none."""
    with closing(sqlite3.connect(f"{archive.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        sql = "select * from documents where ? in (id, identifier, zaak) order by id = ? desc, id limit 1"
        found = connection.execute(sql, [key, key]).fetchone()
        return list(_lines(connection, found)) if found else []


def _lines(connection: sqlite3.Connection, document: sqlite3.Row) -> Iterator[Line]:
    yield "title", document["title"] or document["id"]
    yield from _head(document)
    parts = _parts(connection, document["id"])
    if not parts:
        text = connection.execute("select text from texts where document = ?", [document["id"]]).fetchone()["text"]
        yield from _wrapped(text)
    for label, said, text in parts:
        yield "", ""
        yield "label", f"{label}{said}"
        yield from _wrapped(text)
    yield from _notes(connection, document["id"])
    yield from _list(
        connection,
        "Citations",
        "select kind || '  ' || coalesce(work, target_question, text) from citations where document = ? order by id",
        document["id"],
    )
    yield from _list(
        connection,
        "Doubts",
        "select code || ', line ' || line || ': ' || message from notices where document = ? order by position",
        document["id"],
    )


def _head(document: sqlite3.Row) -> Iterator[Line]:
    for name in (
        "id",
        "kind",
        "identifier",
        "dossier",
        "zaak",
        "session_year",
        "date",
        "asked_on",
        "answered_on",
        "ministry",
    ):
        if document[name]:
            yield "field", f"{name:<13}{document[name]}"
    for name in ("asked_by", "parties", "answered_by"):
        if values := json.loads(document[name]):
            yield "field", f"{name:<13}{', '.join(values)}"


def _parts(connection: sqlite3.Connection, key: str) -> list[tuple[str, str, str]]:
    """Questions and answers in order of the source: a heading, what it speaks for, the text."""
    sql = """
        select start, 'Question ' || replace(replace(trim(numbers, '[]'), '"', ''), ':', '.') as label,
          case number_source when 'inferred' then '  (number inferred)' else '' end as said, text
        from questions where document = :key
        union all
        select answers.start, 'Answer' as label, coalesce('  to ' || (
          select replace(group_concat(number, ', '), ':', '.') from (
            select questions.number from answered_questions join questions on questions.id = answered_questions.question
            where answer = answers.id and relation = 'answers' order by questions.start)), '') as said, text
        from answers where document = :key
        order by 1
    """
    return [(row["label"], row["said"], row["text"]) for row in connection.execute(sql, {"key": key})]


def _notes(connection: sqlite3.Connection, key: str) -> Iterator[Line]:
    notes = connection.execute("select marker, text from footnotes where document = ? order by start", [key]).fetchall()
    if notes:
        yield "", ""
        yield "label", "Footnotes"
    for row in notes:
        yield from _wrapped(f"{row['marker']}  {row['text']}")


def _list(connection: sqlite3.Connection, title: str, sql: str, key: str) -> Iterator[Line]:
    rows = [row[0] for row in connection.execute(sql, [key])]
    if rows:
        yield "", ""
        yield "label", title
    for row in rows:
        yield from _wrapped(row)


def _wrapped(text: str) -> Iterator[Line]:
    for paragraph in text.split("\n"):
        for line in textwrap.wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False) or [""]:
            yield "", f"  {line}" if line else ""
