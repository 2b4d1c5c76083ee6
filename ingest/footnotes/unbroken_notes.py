"""Footnotes inside lines that lost their breaks: a page's notes stand right before its foot.

Only what is sure is taken: the next number, that the text pointed at before, with words that a source has.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.footnotes.openings import SOURCE, Note, Opening, first_marks, read_opening
from ingest.layout.lines import Line
from ingest.model import Span

# What the notes of letters say most often may be glued to the name of who signs.
_NUMBER = re.compile(
    r"((?<!\d)\d(?:(?<=\s\d)|(?<=[a-zà-ÿ]\d)(?=Ter inzage))\d{0,2})(?!\d)(?:\s+(?=\S)|(?=[A-ZÀ-Þ«‘“\"(]|https?:|www\.))"
)
_LABEL = re.compile(r"\b(?:Vra(?:ag|gen)|Antwoord(?:en)?(?: op vra(?:ag|gen))?) \d|\bAntwoord:? [A-Z]|\bMededeling\b")
# "artikel 1 Wet", "nr. 2 Brief": the number goes with the word before it.
_COUNTS = re.compile(
    r"(?:\b(?:nrs?|no|artt?|artikel|lid|punt|onderdeel|bijlage|fase|vraag|blz|p|pp|pagina)\.?\s+|\d,?\s)\Z"
)
_SENTENCE = re.compile("[A-ZÀ-Þ][a-zà-ÿ]")
_REACH = 400
# Within so many characters a note says what it cites.
_SAYS = 200
_FINISHED = (".", "?", "!", "”", "»")
# A page's notes, in characters, at most.
_LONGEST = 3000


def unbroken_notes(text: str, lines: Sequence[Line], furniture: Sequence[Span]) -> Iterator[Note]:
    """The notes of all pages, in order; `lines` are those that lost their breaks, `furniture` what is inside them."""
    marked = first_marks(text) if furniture else {}
    last = 0
    for page in _pages(lines, furniture):
        for note in _notes(text, page, last, marked):
            yield note
            last = int(note.marker)


def _pages(lines: Sequence[Line], furniture: Sequence[Span]) -> Iterator[Span]:
    """The stretches that end at a page's foot, and what stands below the last."""
    at = 0
    for line in lines:
        start = line.span.start
        while at < len(furniture) and furniture[at].start < line.span.stop:
            if furniture[at].start > start:
                yield Span(max(start, furniture[at].start - _LONGEST), furniture[at].start)
            start = furniture[at].stop
            at += 1
        if start > line.span.start:
            yield Span(max(start, line.span.stop - _LONGEST), line.span.stop)


def _notes(text: str, page: Span, last: int, marked: Mapping[str, int]) -> Iterator[Note]:
    """The notes of one page, each to where the next begins."""
    labels = [match.end() for match in _LABEL.finditer(text, page.start, page.stop)]
    openings: list[tuple[int, Opening]] = []
    for match in _NUMBER.finditer(text, max([page.start, *labels]), page.stop):
        if marked.get(match[1], match.start()) >= match.start() and not _is_sure(text, match.end()):
            continue
        number = last + len(openings) + 1
        opening = _opening(text, match, page.stop)
        if opening is None:
            continue
        if opening.number == number - 1 and len(openings) == 1:
            # The same number again: the first was none.
            openings = []
        elif opening.number != number:
            continue
        openings.append((match.start(), opening))
    ends = [start for start, _ in openings] + [page.stop]
    for (start, opening), stop in zip(openings, ends[1:], strict=True):
        begin = start + opening.length
        yield Note(opening.marker, Span(start, begin), (Span(begin, stop),))


def _is_sure(text: str, at: int) -> bool:
    """Whether a number is glued to a source, "3Kamerstuk 29 383": its mark may stand apart, as numbers do."""
    return not text[at - 1].isspace() and SOURCE.match(text, at) is not None


def _closes(text: str, start: int, stop: int) -> bool:
    """Whether a sentence or two stand between a finished sentence, or a wide gap, and the page's end."""
    above, note = text[max(0, start - _REACH) : start], text[start:stop].rstrip()
    apart = above.endswith("   ") or above.rstrip().endswith(_FINISHED)
    return len(note) < _SAYS and apart and note.endswith(_FINISHED)


def _opening(text: str, match: re.Match[str], stop: int) -> Opening | None:
    """How a note opens here, if one may."""
    start = match.start()
    if _COUNTS.search(text, max(0, start - 20), start):
        return None
    words = text[start : min(stop, start + _REACH)].rstrip()
    opening = read_opening(Line(Span(start, start + len(words)), words, "text", 0))
    if opening is None:
        return None
    # No number is glued to a sentence but that of a note.
    glued = opening.style == "glued" and _SENTENCE.match(opening.words)
    if not (glued or SOURCE.search(opening.words[:_SAYS]) or _closes(text, start, stop)):
        return None
    return opening if not opening.words[0].islower() or SOURCE.match(opening.words) else None
