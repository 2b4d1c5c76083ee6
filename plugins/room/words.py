"""The words of an archive, and which of them are forms of one word.

An index that every SQLite client can read knows no Dutch.  So a query is widened instead: each word by the forms of it
that the archive's own vocabulary has, told by lemma (simplemma) or, for words it does not know, by stem (Snowball).
"""

import sqlite3
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import simplemma
import snowballstemmer  # type: ignore[import-untyped]

from ingest.archive.schema import TABLES

# More forms than a word can have; of compounds the most frequent are taken.
MOST_FORMS = 200
# Shorter words have too many look-alikes to be widened.
SHORTEST = 4

_SNOWBALL = snowballstemmer.stemmer("dutch")


def fold(word: str) -> str:
    """A word as the index has it: in small letters, without accents.

    >>> fold("Coördinatie")
    'coordinatie'
    """
    bare = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    return bare.lower()


def stem(word: str) -> str:
    """What the forms of a word have in common; `word` is folded.

    >>> stem("afhankelijkheden") == stem("afhankelijkheid"), stem("maatregelen") == stem("maatregel")
    (True, True)
    """
    if simplemma.is_known(word, lang="nl"):
        return fold(simplemma.lemmatize(word, lang="nl"))
    return str(_SNOWBALL.stemWord(word))


class Vocabulary:
    """The words of an archive, by how many rows have them."""

    def __init__(self, counted: Iterable[tuple[str, int]]) -> None:
        self._count = dict(counted)
        self._reversed = sorted(word[::-1] for word in self._count)
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        for word in self._count:
            if len(word) >= SHORTEST and word.isalpha():
                self._by_stem[stem(word)].append(word)

    def forms(self, word: str) -> list[str]:
        """The word itself, and the other forms of it that the archive has, most frequent first."""
        word = fold(word)
        if len(word) < SHORTEST or not word.isalpha():
            return [word]
        others = [form for form in self._by_stem.get(stem(word), ()) if form != word]
        return [word, *self._frequent(others)]

    def ending(self, end: str) -> list[str]:
        """The words that end so, most frequent first: compounds and the word itself."""
        end = fold(end)
        first = bisect_left(self._reversed, end[::-1])
        found = []
        for at in range(first, len(self._reversed)):
            if not self._reversed[at].startswith(end[::-1]):
                break
            found.append(self._reversed[at][::-1])
        return self._frequent(found) or [end]

    def _frequent(self, words: Iterable[str]) -> list[str]:
        return sorted(words, key=lambda word: (-self._count[word], word))[:MOST_FORMS]


@lru_cache(maxsize=4)
def vocabulary(archive: Path) -> Vocabulary:
    """The words in the full-text indexes of an archive, read once."""
    counts: dict[str, int] = defaultdict(int)
    with closing(sqlite3.connect(f"{archive.absolute().as_uri()}?immutable=1", uri=True)) as connection:
        present = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}
        for table in TABLES:
            if table.search and f"{table.name}_fts" in present:
                connection.execute(
                    f"create virtual table temp.\"{table.name}\" using fts5vocab('main', '{table.name}_fts', 'row')"
                )
                for word, rows in connection.execute(f'select term, doc from temp."{table.name}"'):
                    counts[word] += rows
    return Vocabulary(counts.items())
