"""Tables of questions without a row of headings: told by the numbers of their rows, and by what asks in them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.read.reading import Line, plain, unmarked

# "1", "2." and "Vraag 3"; alone in a cell or on its first line, or before the question.
NUMBER = re.compile(r"(?:Vraag\s)?(?P<number>\d{1,3})[.):]?")
OPENS_NUMBERED = re.compile(r"\s*(?:Vraag\s)?(?P<number>\d{1,3})[.):]?\s+(?=\D)")

# Of the rows so many, in tenths, bear a number.
MOST = 8
FEWEST = 2
# Without numbers, so many rows make a table of questions.
FEWEST_PAIRS = 3


def counted(rows: Sequence[Sequence[Sequence[Line]]]) -> tuple[bool, int, int] | None:
    """Whether numbers have a column of their own, where the questions stand and where the answers; None: no such table.

    The numbers stand in the first column, alone or before the question; the answers behind the questions.  Without
    numbers, what asks stands beside what does not, row by row.
    """
    filled = [row for row in rows if sum(map(bool, row)) > 1]
    numbers = [number for row in filled if (number := number_of(row[0]))]
    in_order = all(one < other for one, other in pairwise(numbers))
    if not numbers:
        return (False, 0, 1) if asked_in_pairs(filled) else None
    if len(numbers) < FEWEST or not in_order or 10 * len(numbers) < MOST * len(filled):
        return None
    apart = sum(NUMBER.fullmatch(plain_text(row[0])) is not None for row in filled)
    asked = asked_in(filled, 1 if 2 * apart > len(filled) else 0)
    if asked is None or any(len(row) <= asked + 1 for row in filled):
        return None
    return 2 * apart > len(filled), asked, asked + 1


def asked_in_pairs(rows: Sequence[Sequence[Sequence[Line]]]) -> bool:
    """Whether a table of two columns asks on the left, in every row, and never ends so on the right."""
    pairs = len(rows) >= FEWEST_PAIRS and all(len(row) == 2 for row in rows)
    return pairs and all(is_asked(row[0]) and not is_asked(row[1]) for row in rows)


def is_asked(cell: Sequence[Line]) -> bool:
    """Whether what stands in a cell ends in a question mark; the mark of a note may follow it."""
    return unmarked(piece for line in cell for piece in line.pieces).rstrip(" »”’\"'").endswith("?")


def number_of(cell: Sequence[Line]) -> int:
    """The number that a cell holds or opens with, 0 if none."""
    first = plain(cell[0].pieces) if cell else ""
    match = NUMBER.fullmatch(first.strip()) or OPENS_NUMBERED.match(first)
    return int(match["number"]) if match else 0


def asked_in(rows: Sequence[Sequence[Sequence[Line]]], first: int) -> int | None:
    """The column, from the first that may be, in which most rows ask."""
    for at in range(first, min(map(len, rows))):
        if 2 * sum("?" in text for text in texts(rows, at)) > len(rows):
            return at
    return None


def texts(rows: Sequence[Sequence[Sequence[Line]]], at: int) -> Iterator[str]:
    """What stands in a column."""
    return (plain_text(row[at]) for row in rows)


def plain_text(cell: Sequence[Line]) -> str:
    """The words of a cell."""
    return " ".join(plain(line.pieces).strip() for line in cell)
