"""Footnotes of a PDF: small type at the foot of a page, each opened by a raised number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.language.wording import QUESTION_OPENS
from ingest.read.counting import roman
from ingest.read.marks import MARK, ROMAN
from ingest.read.pdf.columns import ALIKE, EDGE, SMALL, Measures
from ingest.read.pdf.rows import Row, Run

# Shares of the size of the text around it: raised characters are smaller, and stand higher.
RAISED_SIZE = 0.85
RAISED_BY = 0.1

# Lines of one note follow each other closely; a share of the usual distance.
CLOSE = 1.3

PLAIN = re.compile(r"(?P<marker>\d{1,3}|[ivx]{1,6})[.)]?\s+\S")
# In the type of the text, "1." opens a list and "1 Kunt u …" a question.
BARE = re.compile(rf"(?P<marker>\d{{1,3}})\s+(?!{QUESTION_OPENS.pattern})\S")

# "1011" is one mark beside the other.
LONGEST_PAIR = 4

ROMANS = [roman(number) for number in range(1, 41)]

# What ends a sentence.
ENDS = (".", "!", "?", ".)", ".»", ".”", ".’")


@dataclass(frozen=True, slots=True)
class Note:
    """A note, or as much of it as stands on one page."""

    marker: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Parted:
    """A stream of text without its notes, and the notes."""

    text: tuple[Row, ...]
    notes: tuple[Note, ...]


def is_raised(run: Run, main: Run) -> bool:
    """Whether a run is set smaller and higher than the text around it."""
    return run.size <= RAISED_SIZE * main.size and run.base >= main.base + RAISED_BY * main.size


def part(rows: Sequence[Row], measures: Measures, last: Note | None, runs_on: bool, marked: set[str]) -> Parted:
    """Part a stream from its notes.  `last`: the note before them; `runs_on`: it may go on at the foot here.

    `marked`: the marks on the pages before; those in the stream are added.
    """
    marked |= raised_in(rows)
    numbers = raised_numbers(rows) or plain_numbers(rows, measures, last, marked)
    opens = (at for at in undermost(rows) if at in numbers and opens_notes(rows[at], numbers[at], measures, last))
    start = next(opens, len(rows))
    notes = tuple(read_notes(rows, numbers, start))
    run_on = continuation(rows, start, measures, last if runs_on else None)
    if run_on < start and last is not None:
        notes = (Note(last.marker, tuple(rows[run_on:start])), *notes)
    return Parted(tuple(rows[:run_on]), notes)


def undermost(rows: Sequence[Row]) -> list[int]:
    """The rows that have no larger type below them."""
    found = []
    largest = 0.0
    for at in range(len(rows) - 1, -1, -1):
        largest = max(largest, rows[at].main.size)
        if largest <= (1 + ALIKE) * rows[at].main.size:
            found.append(at)
    return found[::-1]


def opens_notes(row: Row, marker: str, measures: Measures, last: Note | None) -> bool:
    """Whether a row opens the notes of a stream: set small, or else with the very number that is due."""
    return row.main.size < SMALL * measures.size or marker in due(last)


def raised_numbers(rows: Sequence[Row]) -> dict[int, str]:
    """The rows that open with a raised number, and that."""
    return {at: marker for at, row in enumerate(rows) if (marker := opening(row))}


def plain_numbers(rows: Sequence[Row], measures: Measures, last: Note | None, marked: set[str]) -> dict[int, str]:
    """The same where the numbers of notes are not raised: numbered on, each with a raised mark in the text.

    The first is set small, or after more room than usual.
    """
    numbers: dict[int, str] = {}
    wanted = due(last)
    for at, row in enumerate(rows if marked else ()):
        small = row.main.size < SMALL * measures.size
        number = (PLAIN if small or numbers else BARE).match(row.text)
        apart = numbers or small or at == 0 or not is_close(rows[at - 1], row, measures)
        if number and apart and number["marker"] in wanted & marked:
            numbers[at] = number["marker"]
            wanted = {following(number["marker"])}
    return numbers


def raised_in(rows: Sequence[Row]) -> set[str]:
    """The raised numbers in some rows; "34" may be two side by side."""
    runs = ((run, row.main) for row in rows for segment in row.segments for run in segment.runs)
    found = {run.text.strip() for run, main in runs if is_raised(run, main)}
    pairs = ((text[:at], text[at:]) for text in found if len(text) <= LONGEST_PAIR for at in range(1, len(text)))
    return found.union(*(pair for pair in pairs if "".join(pair).isdecimal() and int(pair[1]) == int(pair[0]) + 1))


def opening(row: Row) -> str:
    """The marker of the note that a row opens, "" if it opens none."""
    first = row.segments[0].runs[0]
    text = first.text.strip()
    mark = MARK.fullmatch(text)
    marker = mark["marker"] if mark else text if ROMAN.fullmatch(text) else ""
    return marker if marker and is_raised(first, row.main) else ""


def due(last: Note | None) -> set[str]:
    """The numbers that the next note can have: the following one, or the first where counting begins anew."""
    return {"1", "i", following(last.marker)} if last else {"1", "i"}


def following(marker: str) -> str:
    """The number after a number, or a roman numeral.

    >>> following("9"), following("iv"), following("*")
    ('10', 'v', '')
    """
    if marker.isdecimal():
        return str(int(marker) + 1)
    return ROMANS[ROMANS.index(marker) + 1] if marker in ROMANS[:-1] else ""


def read_notes(rows: Sequence[Row], numbers: dict[int, str], start: int = 0) -> Iterator[Note]:
    """The notes in the rows from `start`, which opens one."""
    opens = [at for at in range(start, len(rows)) if at in numbers]
    for at, end in pairwise([*opens, len(rows)]):
        yield Note(numbers[at], tuple(rows[at:end]))


def continuation(rows: Sequence[Row], start: int, measures: Measures, last: Note | None) -> int:
    """Where the rest of a note from the page before begins; `start` if there is none.

    It stands right above the first new note; where there is none, at the foot of the page, and then only if the note
    before ends without ending a sentence: a small table may stand there, too.
    """
    if last is None or (start == len(rows) and last.rows[-1].text.endswith(ENDS)):
        return start
    at = start
    while at > 0 and is_like(rows[at - 1], last) and (at == len(rows) or is_close(rows[at - 1], rows[at], measures)):
        at -= 1
    return start if 0 < at < start and is_close(rows[at - 1], rows[at], measures) else at


def is_like(row: Row, last: Note) -> bool:
    """Whether a row is set as the note before it: as large, from the same edge, without columns."""
    size, left = last.rows[-1].main.size, last.rows[-1].segments[0].left
    near = abs(row.segments[0].left - left) <= EDGE or len(last.rows) == 1
    return near and abs(row.main.size - size) <= ALIKE * size and len(row.segments) == 1


def is_close(above: Row, row: Row, measures: Measures) -> bool:
    """Whether a row follows the one above it without more room than usual."""
    size = max(above.main.size, row.main.size)
    return 0 <= above.main.base - row.main.base <= CLOSE * size * measures.leading / measures.size
