"""The numbers that a list names, each with its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.citations.pieces import THROUGH
from ingest.model import Span

# A reprint ("10H", "45H1") is the paper that it reprints.
_TOKEN = re.compile(
    rf"(?P<item>\d\.\d{{3}}(?!\d)|\d{{1,5}}(?:[a-z](?!\w))?|[A-Z]{{1,3}}(?!\w))(?:H\d?(?!\w))?|(?P<through>{THROUGH})"
)
_LONGEST_RANGE = 500


class Place(NamedTuple):
    """A number of a list, and where it stands; a range names numbers that stand nowhere."""

    number: str
    span: Span | None


def places(text: str, start: int, stop: int) -> Iterator[Place]:
    """The numbers that the list at `start` … `stop` names, in order.

    >>> [place.number for place in places("1, 3 t/m 5 en C", 0, 15)]
    ['1', '3', '4', '5', 'C']

    A range of more than 500 gives its ends; one that does not rise is no range, and gives its first number.
    """
    previous, through = "", False
    for token in _TOKEN.finditer(text, start, stop):
        if token["through"]:
            through = bool(previous)
            continue
        number = token["item"].replace(".", "")
        if through and not _rises(previous, number):
            through = False
            continue
        if through:
            yield from (Place(between, None) for between in _between(previous, number))
        yield Place(number, Span(*token.span("item")))
        previous, through = number, False


def _rises(first: str, last: str) -> bool:
    if first.isdecimal() and last.isdecimal():
        return int(first) < int(last)
    return first.isupper() and last.isupper() and (len(first), first) < (len(last), last)


def _between(first: str, last: str) -> Iterator[str]:
    """The numbers that a range names without writing them."""
    if first.isdecimal() and int(last) - int(first) < _LONGEST_RANGE:
        yield from map(str, range(int(first) + 1, int(last)))
    elif len(first) == len(last) == 1 and first.isupper():
        yield from map(chr, range(ord(first) + 1, ord(last)))
