"""What a row of the citation rules is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingest.model import Citation

DIGITS = tuple("0123456789")


@dataclass(frozen=True, slots=True)
class Rule:
    """One written form of a citation.

    `starts`   every way in which the form can begin, letter by letter; only there the pattern is tried
    `pattern`  the form, from its first character to its last
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
