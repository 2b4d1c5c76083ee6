"""The words of an archive, and what the forms of one word have in common: the table `search_terms`.

An index that every SQLite client can read knows no Dutch.  So a search is widened instead, by the forms of each word
that the archive has.  Which words are forms of one is told by lemma (simplemma) or, for words it does not know, by stem
(Snowball).  The table is derived: it can be made anew from the full-text indexes at any time.
"""

import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator

import simplemma
import snowballstemmer  # type: ignore[import-untyped]

from ingest.archive.schema import SEARCHED, TOKENIZER

# `backwards` is the term read from its end, to find words by their endings.  `stem` is null for what is no word.
CREATE = (
    """
    create table if not exists search_terms (
      term text primary key, backwards text not null, stem text, rows integer not null
    ) without rowid
    """,
    "create index if not exists search_terms_by_stem on search_terms (stem, rows) where stem is not null",
    "create index if not exists search_terms_by_ending on search_terms (backwards, rows)",
)
# Shorter words have too many look-alikes to be widened.
SHORTEST = 4

_INDEXES = [f"{table.name}_fts" for table in SEARCHED]
# Numbers alone are no words.
_IS_WORD = "term glob '*[^0-9]*'"
_SNOWBALL = snowballstemmer.stemmer("dutch")


def fold(word: str) -> str:
    """A word as the index has it: in small letters, without accents.

    >>> fold("Coördinatie")
    'coordinatie'
    """
    bare = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    return bare.lower()


def stem(word: str) -> str | None:
    """What the forms of a word have in common; None for what is no word, or too short.  `word` is folded.

    >>> stem("afhankelijkheden") == stem("afhankelijkheid"), stem("maatregelen") == stem("maatregel"), stem("2025")
    (True, True, None)
    """
    if len(word) < SHORTEST or not word.isalpha():
        return None
    if simplemma.is_known(word, lang="nl"):
        return fold(simplemma.lemmatize(word, lang="nl"))
    return str(_SNOWBALL.stemWord(word))


def refresh(connection: sqlite3.Connection, gone: Iterable[str] | None, come: Iterable[str]) -> None:
    """Bring `search_terms` up to date with the full-text indexes; a word that is known is not stemmed again.

    `gone` and `come` are the rows that went and came, as text; without `gone` all rows are looked at.
    """
    was_there = connection.execute("select 1 from sqlite_master where name = 'search_terms'").fetchone()
    # One by one: a script would end the transaction that this stands in.
    for sql in CREATE:
        connection.execute(sql)
    connection.execute("create temp table counted (term text primary key, rows integer not null) without rowid")
    if gone is None or not was_there:
        _count_all(connection)
    else:
        _count_those(connection, gone, -1)
        _count_those(connection, come, 1)
        connection.execute(
            "update counted set rows = counted.rows + search_terms.rows from search_terms"
            " where search_terms.term = counted.term"
        )
    connection.execute("delete from search_terms where term in (select term from counted where rows = 0)")
    connection.execute(
        "update search_terms set rows = counted.rows from counted"
        " where counted.term = search_terms.term and counted.rows <> search_terms.rows"
    )
    connection.execute(
        "create temp table unknown as select term, rows from counted"
        " where rows > 0 and term not in (select term from search_terms)"
    )
    connection.executemany("insert into search_terms values (?, ?, ?, ?)", _new(connection))
    for name in ("counted", "unknown"):
        connection.execute(f"drop table temp.{name}")


def _count_all(connection: sqlite3.Connection) -> None:
    for index in _INDEXES:
        connection.execute(f"create virtual table temp.\"{index}_terms\" using fts5vocab('main', '{index}', 'row')")
    every = " union all ".join(f'select term, doc from temp."{index}_terms"' for index in _INDEXES)
    connection.execute(f"insert into counted select term, sum(doc) from ({every}) where {_IS_WORD} group by term")
    connection.execute("insert or ignore into counted select term, 0 from search_terms")
    for index in _INDEXES:
        connection.execute(f'drop table temp."{index}_terms"')


def _count_those(connection: sqlite3.Connection, rows: Iterable[str], times: int) -> None:
    """Count in how many rows each word stands; an index of their own takes them apart as the others do."""
    connection.execute(f"create virtual table temp.passing using fts5(text, content='', tokenize='{TOKENIZER}')")
    connection.executemany("insert into temp.passing (text) values (?)", ((row,) for row in rows))
    connection.execute("create virtual table temp.passing_terms using fts5vocab('temp', 'passing', 'row')")
    connection.execute(
        f"insert into counted select term, ? * doc from temp.passing_terms where {_IS_WORD}"
        " on conflict do update set rows = rows + excluded.rows",
        [times],
    )
    for name in ("passing_terms", "passing"):
        connection.execute(f"drop table temp.{name}")


def _new(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str | None, int]]:
    for term, rows in connection.execute("select term, rows from unknown order by rowid"):
        yield term, term[::-1], stem(term), rows
