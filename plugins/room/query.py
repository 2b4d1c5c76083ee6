"""What people type → a full-text query that is never an error.

All words are wanted; "a phrase" stays together; OF stands between alternatives; NIET or a hyphen before what must not
occur; a star stands for the rest of a word, before it or after it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

# Longer queries are cut, and the page says so.
MOST_TERMS = 40
LONGEST = 2_000

_TERM = re.compile(r'(-?)"([^"]*)(?:"|$)|(\S+)')
_WORD = re.compile(r"[^\W_]+")
_OR, _NOT, _AND = {"OF", "OR", "|"}, {"NIET", "NOT"}, {"EN", "AND", "&"}

Widen = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase.  `shape`: "word" (any form of it), "phrase" (as it is), "begins", "ends"."""

    text: str
    shape: str = "word"


@dataclass(frozen=True, slots=True)
class Query:
    """`wanted`: one term of each group must occur; `unwanted`: none may.  `cut`: not all of the query was read."""

    wanted: tuple[tuple[Term, ...], ...]
    unwanted: tuple[Term, ...] = ()
    cut: bool = False


def parse(text: str) -> Query:
    """Read a query.

    >>> parse('stikstof OF ammoniak "nr. 3" NIET begroting*').wanted[0]
    (Term(text='stikstof', shape='word'), Term(text='ammoniak', shape='word'))
    """
    wanted: list[list[Term]] = []
    unwanted: list[Term] = []
    joins, refuses, count = False, False, 0
    for said, term in _terms(text[:LONGEST]):
        if term is None:
            joins = joins or said in _OR
            refuses = refuses or said in _NOT
            continue
        count += 1
        if count > MOST_TERMS:
            break
        if refuses or said == "-":
            unwanted.append(term)
        elif joins and wanted:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        joins = refuses = False
    return Query(tuple(map(tuple, wanted)), tuple(unwanted), count > MOST_TERMS or len(text) > LONGEST)


def _terms(text: str) -> Iterator[tuple[str, Term | None]]:
    """Terms with the hyphen before them, and the words between them that say how they hang together."""
    for match in _TERM.finditer(text.replace("\0", " ")):
        minus, phrase, word = match.groups()
        if word in _OR | _NOT | _AND:
            yield word, None
        elif phrase is not None:
            if _WORD.search(phrase):
                yield minus, Term(phrase, "phrase")
        elif _WORD.search(word):
            yield ("-" if word.startswith("-") else ""), _word(word.lstrip("-"))


def _word(word: str) -> Term:
    inner = word.strip('*"')
    if word.endswith("*"):
        return Term(inner, "begins")
    if word.startswith("*") and _WORD.fullmatch(inner):
        return Term(inner, "ends")
    return Term(inner, "word" if _WORD.fullmatch(inner) else "phrase")


def match(query: Query, forms: Widen, ending: Widen) -> str:
    """The query in the language of FTS5, every word between quotes; one that nothing matches if it wants nothing.

    >>> match(parse('maatregel -x "a b" begroting*'), lambda word: [word, word + "en"], lambda word: [word])
    '((("maatregel" OR "maatregelen")) AND ("a b") AND ("begroting"*)) NOT ("x" OR "xen")'
    """
    if not query.wanted:
        return '""'

    widen = {"word": forms, "ends": ending}

    def written(term: Term) -> str:
        words = widen[term.shape](term.text) if term.shape in widen else [term.text]
        star = "*" if term.shape == "begins" else ""
        every = [f'"{word.replace(chr(34), " ")}"{star}' for word in words]
        return every[0] if len(every) == 1 else f"({' OR '.join(every)})"

    groups = [f"({' OR '.join(map(written, group))})" for group in query.wanted]
    wanted = f"({' AND '.join(groups)})"
    return " NOT ".join([wanted, *map(written, query.unwanted)])
