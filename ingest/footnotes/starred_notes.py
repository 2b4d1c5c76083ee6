"""Sources that groups in the House type below their questions, with stars: "*) De Kustkrant, 3 mei 2024"."""

import re
from collections.abc import Sequence

from ingest.footnotes.openings import Note
from ingest.layout.lines import Line
from ingest.model import Source, Span

_OPENING = re.compile(r"\(?(\*{1,3})\)?\s+(?=[A-ZÀ-Þ«“\"‘'(]|https?:|www\.)")
# "het bericht ‘Eb’ * uit", "het bericht “Eb”*)?", "mee eens was? (**)".
MARK = re.compile(r"(?<=[\w.?!»”’\"')])\s?\(?(\*{1,3})\)?(?![\w*])")
# Such a list, in lines, at most.
_LONGEST = 40


def starred_notes(source: Source, lines: Sequence[Line]) -> tuple[tuple[int, ...], tuple[Note, ...]]:
    """The lines (indexes) of such a list at the end of a paper, and its notes; none where the text lacks their marks.

    In Markdown a star opens an item of any list.
    """
    taken = _last_paragraphs(lines) if "*" in source.text and source.format != "markdown" else []
    notes: list[Note] = []
    for at in taken:
        line = lines[at]
        match = _OPENING.match(line.text)
        if match and len(match[1]) == len(notes) + 1:
            begin = source.text.index(line.text[0], line.span.start) + match.end()
            notes.append(Note(match[1], Span(line.span.start, begin), (Span(begin, line.span.stop),)))
        elif notes:
            notes[-1] = notes[-1]._replace(spans=(*notes[-1].spans, line.span))
    above = lines[taken[0]].span.start if taken else 0
    marked = {match[1] for match in MARK.finditer(source.text, 0, above)}
    known = bool(notes) and {note.marker for note in notes} <= marked
    return (tuple(taken), tuple(notes)) if known else ((), ())


def _last_paragraphs(lines: Sequence[Line]) -> list[int]:
    """The lines of the paragraphs at the end of a paper, as far as each opens with stars; the first with one."""
    taken: list[int] = []
    paragraph: list[int] = []
    for at in range(len(lines) - 1, max(0, len(lines) - _LONGEST), -1):
        if lines[at].role == "text":
            paragraph.append(at)
            if lines[at - 1].role != "text":
                if not _OPENING.match(lines[at].text):
                    break
                taken += paragraph
                paragraph = []
    opening = _OPENING.match(lines[taken[-1]].text) if taken else None
    return taken[::-1] if opening and len(opening[1]) == 1 else []
