"""Endnotes as word processors number them, i, ii, iii: in text below the last answer, and their marks behind words.

Letters alone tell little: the notes count from one, the text points at most of them in turn, and they cite.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.footnotes.markup import Mark
from ingest.footnotes.openings import SOURCE, Note
from ingest.layout.lines import Line
from ingest.model import Span
from ingest.read.counting import roman

_OPENING = re.compile(r"([ivx]{1,7})(?:\s+(?=\S)|\Z)")
# No paper has more of them.
_MOST = 200
_FEWEST = 2
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
        taken.append(at)
    pointed = len(list(roman_marks(text, notes)))
    if len(notes) < _FEWEST or 2 * pointed < len(notes) or not SOURCE.search(text, notes[0].marker_span.start):
        return (), ()
    return tuple(taken), tuple(notes)


def roman_marks(text: str, notes: Sequence[Note]) -> Iterator[Mark]:
    """The marks of such notes, in turn: behind a stop, and those that end no word behind a letter as well."""
    at, stop = 0, notes[0].marker_span.start if notes else 0
    for note in notes:
        behind = rf"{_STOP}|(?<=[a-zà-ÿ])" if note.marker in _GLUED else _STOP
        match = re.compile(rf"(?:{behind}){note.marker}(?=[\s.,;:?!)»”’])").search(text, at, stop)
        if match:
            yield Mark(Span(*match.span()), note.marker, "explicit")
            at = match.end()


def _opens(line: Line, number: int) -> int:
    """How many characters the number takes that a line opens with, if it is this one; else 0."""
    match = _OPENING.match(line.text) if line.role == "text" and line.text[0] in "ivx" else None
    return match.end() if match and match[1] == roman(number) else 0
