"""What a row of the citation rules is."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ingest.model import Citation

# Marks a form that begins with a number, among `starts`.
DIGITS = tuple("0123456789")
_NUMERIC = r"{0}(?<![0-9]{0})(?:[0-9](?:[\s.]{{0,2}}|-)[0-9]{{3}}|[0-9]{{3}}\s?[ZzD]|[0-9]{{4}}[A-Z])"


def beginnings(starts: Iterable[str]) -> re.Pattern[str]:
    """A pattern for all ways to begin, made so that the engine can skip to the letters with which they begin.

    A digit stands for the numbers with which a citation can begin: five digits in one group or two ("29 826"), four
    and a letter ("2025Z").
    """
    words = [start for start in starts if start not in DIGITS]
    numbers = [_NUMERIC.format(start) for start in starts if start in DIGITS]
    return re.compile("|".join([*_branches(words), *numbers]))


def _branches(words: Iterable[str]) -> list[str]:
    """Words put together by their first letters: `vraag` and `vragen` become `v(?:r(?:a(?:a(?:g)|g(?:e(?:n)))))`."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words):
        rests.setdefault(word[:1], []).append(word[1:])
    whole = rests.pop("", None)
    found = [re.escape(first) + _group(rest) for first, rest in rests.items()]
    return [*found, ""] if whole and found else found


def _group(words: Iterable[str]) -> str:
    branches = _branches(words)
    return f"(?:{'|'.join(branches)})" if branches else ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One written form of a citation.

    `starts`   every way in which the form can begin, letter by letter; only there the pattern is tried
    `pattern`  the form, from its first character to its last (of a run of papers, up to the first)
    `read`     gives the citations that a match of the pattern holds
    `yes`      texts that hold the form, each with the names of what is cited (see `name` in the tests)
    `no`       texts that look like it and hold no citation of this kind
    """

    kind: str
    starts: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Iterator[Citation]]
    yes: tuple[tuple[str, str], ...]
    no: tuple[str, ...] = ()


def any_case(*words: str) -> tuple[str, ...]:
    """A word as it begins inside a sentence, at its head, and in a heading: "nr", "Nr", "NR"."""
    return tuple(form for word in words for form in (word, word.capitalize(), word.upper()))
