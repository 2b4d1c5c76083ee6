"""Notes gathered under a heading of their own, at the end of a paper: "Voetnoten", and below it "1. …", "2. …".

There a stop or nothing may stand behind the number, or the number alone on its line: the heading says what they are.
"""

import re
from collections.abc import Sequence

from ingest.footnotes.openings import Note
from ingest.layout.lines import Line
from ingest.model import Source, Span

_HEADING = re.compile(r"[#*_\s]*(?:Noten|Voetnoten|Eindnoten|Bronnen|Bronvermelding)[*_]*:?[*_]*\Z")
_OPENING = re.compile(r"[\[(]?(?P<number>\d{1,3})(?:[.)\]]+(?:\s+|\Z)|\s+|\Z)")
_FINISHED = re.compile(r"[.?!)\]»”]\Z")
# What a web page sets behind a note: a link back to its mark.
_BACK = "↩"
# Such a list, in lines, at most.
_LONGEST = 1000
_LONGEST_HEADING = 20


def listed_notes(source: Source, lines: Sequence[Line], last_label: int) -> tuple[tuple[int, ...], tuple[Note, ...]]:
    """The lines (indexes) of such a list below the last label, and its notes; none where it does not count from 1.

    Without a heading a list is one of notes if it has the very numbers that the file raises in its text, or if each of
    its items leads back to where it was pointed at.
    """
    if not source.hints and not any(each in source.text for each in ("oten", "Bron", _BACK)):
        return (), ()
    known = any(hint.role == "footnote" for hint in source.hints)
    marks = dict.fromkeys(hint.marker for hint in source.hints if hint.role == "footnote_mark" and not known)
    below = range(max(0, last_label, len(lines) - _LONGEST), len(lines))
    heading = next((at for at in reversed(below) if _is_heading(lines[at])), None)
    if heading is not None:
        return _listed(source.text, lines, heading + 1)
    leads = _BACK in source.text and not known
    first = next((at for at in reversed(below) if _number(lines[at]) == 1), None) if marks or leads else None
    taken, notes = ((), ()) if first is None else _listed(source.text, lines, first)
    if leads and all(_BACK in source.text[slice(*note.spans[-1])] for note in notes):
        return taken, notes
    # Two marks side by side look like one: "12".
    return (taken, notes) if "".join(note.marker for note in notes) == "".join(marks) else ((), ())


def _listed(text: str, lines: Sequence[Line], start: int) -> tuple[tuple[int, ...], tuple[Note, ...]]:
    taken: list[int] = []
    notes: list[Note] = []
    alone = False
    for at in range(start, len(lines)):
        line = lines[at]
        if line.role != "text":
            continue
        match = _OPENING.match(line.text)
        if match and int(match["number"]) == len(notes) + 1:
            begin = text.index(line.text[0], line.span.start) + match.end()
            notes.append(Note(match["number"], Span(line.span.start, begin), (Span(begin, line.span.stop),)))
        elif not notes or (_is_apart(lines, at) and not alone):
            break
        else:
            notes[-1] = notes[-1]._replace(spans=(*notes[-1].spans, line.span))
        alone = match is not None and match.end() == len(line.text)
        taken.append(at)
    return tuple(taken), tuple(notes)


def _number(line: Line) -> int:
    match = _OPENING.match(line.text) if line.role == "text" else None
    return int(match["number"]) if match else 0


def _is_heading(line: Line) -> bool:
    short = line.role == "text" and len(line.text) < _LONGEST_HEADING
    return short and _HEADING.match(line.text) is not None


def _is_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether what stands on a line is no part of the note above: the note is finished, and not on the line before."""
    last = next(above for above in range(at - 1, -1, -1) if lines[above].role == "text")
    return last < at - 1 and _FINISHED.search(lines[last].text) is not None
