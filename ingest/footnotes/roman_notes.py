"""Endnotes as word processors number them, i, ii, iii: in text below the last answer, and their marks behind words.

Letters alone tell little: the notes count from one, the text points at most of them in turn, and they cite.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.footnotes.markup import Mark
from ingest.footnotes.openings import SOURCE, Note
from ingest.layout.lines import Line
from ingest.model import Span
from ingest.read.counting import roman

_OPENING = re.compile(r"([ivx]{1,7})(?:\s+(?=\S)|\Z)")
# No paper has more of them.
_MOST = 200
_FEWEST = 2
ROMANS = tuple(roman(number) for number in range(1, 40))
_STOP = r"(?<=[.,;:?!)»”’])[ ]?"
# Those that end no word.
_GLUED = frozenset({"ii", "iii", "iv", "vi", "vii", "viii", "ix"})
_LONGEST = 1000


def roman_notes(text: str, lines: Sequence[Line], last_label: int) -> tuple[tuple[int, ...], tuple[Note, ...]]:
    """The lines (indexes) of such notes below the last label, and the notes."""
    if "ii" not in text:
        return (), ()
    below = range(max(0, last_label + 1, len(lines) - _LONGEST), len(lines))
    start = next((at for at in reversed(below) if _opens(lines[at], 1)), None)
    taken: list[int] = []
    notes: list[Note] = []
    for at in range(start, len(lines)) if start is not None else ():
        line = lines[at]
        if line.role != "text":
            continue
        if len(notes) < _MOST and (length := _opens(line, len(notes) + 1)):
            begin = text.index(line.text[0], line.span.start) + length
            marker = roman(len(notes) + 1)
            notes.append(Note(marker, Span(line.span.start, begin), (Span(begin, line.span.stop),)))
        else:
            notes[-1] = notes[-1]._replace(spans=(*notes[-1].spans, line.span))
        notes[-1:] = _parted(text, notes[-1], len(notes) + 1)
        taken.append(at)
    first = notes[0].marker_span.start if notes else 0
    pointed = len(list(roman_marks(text, [note.marker for note in notes], first)))
    if len(notes) < _FEWEST or 2 * pointed < len(notes) or not SOURCE.search(text, notes[0].marker_span.start):
        return (), ()
    return tuple(taken), tuple(notes)


def roman_marks(text: str, numbers: Iterable[str], stop: int) -> Iterator[Mark]:
    """The marks with these numbers up to a place, in turn: behind a stop, and those that end no word behind a letter
    as well.
    """
    at = 0
    for number in numbers:
        behind = rf"{_STOP}|(?<=[a-zà-ÿ])" if number in _GLUED else _STOP
        match = re.compile(rf"(?:{behind}){number}(?=[\s.,;:?!)»”’]|\Z)").search(text, at, stop)
        if match:
            yield Mark(Span(*match.span()), number, "explicit")
            at = match.end()


def _parted(text: str, note: Note, number: int) -> Iterator[Note]:
    """A note, and those that extraction set right behind it, of which `number` is the first: "… nr. 402.ii Artikel"."""
    while cut := re.compile(rf"(?<=[.?!»”’)\d/]){roman(number)} (?=[A-ZÀ-Þ«]|https?:|www\.)").search(
        text, *note.spans[-1]
    ):
        start, stop = note.spans[-1]
        yield note._replace(spans=(*note.spans[:-1], Span(start, cut.start())))
        note = Note(roman(number), Span(*cut.span()), (Span(cut.end(), stop),))
        number += 1
    yield note


def _opens(line: Line, number: int) -> int:
    """How many characters the number takes that a line opens with, if it is this one; else 0."""
    match = _OPENING.match(line.text) if line.role == "text" and line.text[0] in "ivx" else None
    return match.end() if match and match[1] == roman(number) else 0
