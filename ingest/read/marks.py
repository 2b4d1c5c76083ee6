"""Raised characters: which are marks of footnotes, and which are not."""

import re
from collections.abc import Iterator

from ingest.read.reading import Piece

MARKS = re.compile(r"[\s\d*,;.()\[\]]+")
MARK = re.compile(r"[(\[]?(?P<marker>\d{1,3}|\*{1,4})[)\]]?")

# How word processors count end notes, as long as there are not forty.
ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})\s?")

# m² and km³ are measures, 10⁶ is a power; a raised 2 after CO is a slip for a lowered one.
POWERS = re.compile(r"(?:^|[\s\d(/.])(?:(?:[kcdmh]|da)?m|10|CO)$")
POWER = re.compile(r"\s*\d{1,2}\s*")


def raised(text: str, before: str) -> Iterator[Piece]:
    """The pieces of raised text: the marks in it, each with what parts it from the one before, and what stands around.

    >>> [(piece.text, piece.marker) for piece in raised("1, 2 ", "het artikel")]
    [('1', '1'), (', 2', '2'), (' ', '')]
    >>> [piece.role for piece in raised("2", "een kas van 40 m")], [piece.role for piece in raised("e", "de 2")]
    ([None], [None])
    >>> [piece.marker for piece in raised("iv", "de evaluatie")]
    ['iv']
    """
    if ROMAN.fullmatch(text):
        yield Piece(text, "footnote_mark", text.strip())
        return
    if not MARKS.fullmatch(text) or (POWER.fullmatch(text) and POWERS.search(before[-8:])):
        yield Piece(text)
        return
    at = 0
    for mark in MARK.finditer(text):
        if mark.start() and not at:
            yield Piece(text[: mark.start()])
        yield Piece(text[at or mark.start() : mark.end()], "footnote_mark", mark["marker"])
        at = mark.end()
    if text[at:]:
        yield Piece(text[at:])
