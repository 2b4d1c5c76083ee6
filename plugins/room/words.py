"""Which words of the archive are forms of one, and which end alike: what a search is widened by."""

import sqlite3
from functools import lru_cache
from pathlib import Path

from ingest.archive.vocabulary import CREATE, fold, stem

# More forms than a word can have; of compounds the most frequent are taken.
MOST_FORMS = 200

_FORMS = f"select term from search_terms where stem = ? and term <> ? order by rows desc, term limit {MOST_FORMS}"
_ENDING = f"""
  select term from search_terms where backwards >= ? and backwards < ? order by rows desc, term limit {MOST_FORMS}
"""
# Behind every character that a word can have.
_LAST = "\U0010ffff"


class Vocabulary:
    """The words of an archive, by how many rows have them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def forms(self, word: str) -> list[str]:
        """The word itself, and the other forms of it that the archive has, most frequent first."""
        word = fold(word)
        shared = stem(word)
        return [word, *self._terms(_FORMS, shared, word)] if shared else [word]

    def ending(self, end: str) -> list[str]:
        """The words that end so, most frequent first: compounds and the word itself."""
        end = fold(end)
        return self._terms(_ENDING, end[::-1], end[::-1] + _LAST) or [end]

    def _terms(self, sql: str, *values: str) -> list[str]:
        return [term for (term,) in self._connection.execute(sql, values)]


@lru_cache(maxsize=4)
def vocabulary(archive: Path) -> Vocabulary:
    """The words of an archive; none where it has no `search_terms`, so that a search looks for words as they are."""
    connection = _opened(f"{archive.absolute().as_uri()}?immutable=1")
    if not connection.execute("select 1 from sqlite_master where name = 'search_terms'").fetchone():
        connection.close()
        connection = _opened("file::memory:")
        connection.executescript(";".join(CREATE))
    return Vocabulary(connection)


def _opened(uri: str) -> sqlite3.Connection:
    # SQLite lets one query in at a time, whichever thread asks.
    return sqlite3.connect(uri, uri=True, check_same_thread=False)
