"""Footnotes: which lines of a page are its notes, and where each note begins and ends.

A note opens with its number, at the foot of a page or (in text without pages) in a paragraph of its own; its number
follows on the note before.  A number alone does not make a note: a list item, a question or a date opens with one
too, so each candidate is weighed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.footnotes.known_notes import hinted_notes
from ingest.footnotes.listed_notes import listed_notes
from ingest.footnotes.openings import (
    SOURCE,
    Growing,
    Note,
    Opening,
    first_marks,
    is_small,
    may_open,
    place,
    read_due,
    read_opening,
)
from ingest.footnotes.pages import Page, pages_of, paragraph_ends
from ingest.footnotes.parted_notes import parted_notes
from ingest.footnotes.roman_notes import roman_notes
from ingest.footnotes.run_on import LONGEST_TAIL, carried_over, goes_on_below, is_quoted, runs_on
from ingest.footnotes.starred_notes import starred_notes
from ingest.footnotes.typed_sources import typed_sources
from ingest.language.wording import QUESTION_OPENS
from ingest.layout.lines import Line
from ingest.model import Source, Span
from ingest.typography import LINE_ENDS

_ENOUGH = 3
# Lines from which it can be told whether a numbered list is one of sources.
_SOURCE_REACH = 6
_BELOW = 7
# Within so many characters a note in the middle of running text says what it cites.
_SAYS = 120
# How sources typed below the last answer are numbered.
_TYPED = frozenset({"bracket", "paren"})
_ALL = _TYPED | {"markup", "spaced", "glued"}


def find_notes(source: Source, lines: Sequence[Line]) -> tuple[list[Line], list[Note]]:
    """Give the lines of footnotes the role "note", and return the notes, in order.

    A file that knows its footnotes can still have the questioner's sources typed below the last answer.
    """
    hinted = source.format == "xml" or any(hint.role == "footnote" for hint in source.hints)
    result, notes = hinted_notes(source, lines) if hinted else (list(lines), [])
    pages = list(pages_of(result))
    opening = [index for index, line in enumerate(result) if line.role == "text" and may_open(line.text)]
    # Where a line was cut in two, notes are looked for inside it.
    opening = [at for at in opening if not (start := result[at].span.start) or source.text[start - 1] in LINE_ENDS]
    marked = first_marks(source.text) if opening else {}
    styles = _TYPED if hinted else _ALL
    paper = _Paper(source.text, result, opening, paragraph_ends(result), marked, pages[-1].label, styles)
    last: dict[str, int] = {}
    notes.extend(_taken(paper, _Zone(*listed_notes(source, result, paper.last_label), 0)))
    if not notes:
        notes.extend(_taken(paper, _Zone(*roman_notes(source.text, result, paper.last_label), 0)))
    notes.extend(note for page in pages for zone in _zones(paper, page, last) for note in _taken(paper, zone))
    known = {int(note.marker) for note in notes if note.marker.isdecimal()}
    if not hinted and len(known) == len(notes) and len(known) < max(known, default=1):
        parted = list(parted_notes(result, paper.ends, paper.marked, known))
        at_of = {line.span: at for at, line in enumerate(result)} if parted else {}
        for taken, note in parted:
            notes.extend(_taken(paper, _Zone((at_of[note.marker_span], *taken), (note,), 0)))
    notes.extend(_taken(paper, _Zone(*starred_notes(source, result), 0)))
    indexes, sources = typed_sources(result, paper.last_label)
    notes.extend(_taken(paper, _Zone(indexes, sources, 0)))
    notes.sort(key=place)
    return result, notes if hinted else carried_over(result, notes, pages)


def _taken(paper: "_Paper", zone: "_Zone") -> tuple[Note, ...]:
    for index in zone.lines:
        paper.lines[index] = paper.lines[index]._replace(role="note")
    return zone.notes


class _Zone(NamedTuple):
    """A run of notes: the lines it takes, the notes, the number of the last."""

    lines: tuple[int, ...]
    notes: tuple[Note, ...]
    last: int


@dataclass(frozen=True, slots=True)
class _Paper:
    """What is measured once for a whole paper.  `opening`: the lines that may open a note."""

    text: str
    lines: list[Line]
    opening: list[int]
    ends: list[int]
    marked: dict[str, int]
    last_label: int
    styles: frozenset[str]


def _zones(paper: _Paper, page: Page, last: dict[str, int]) -> Iterator[_Zone]:
    """The runs of notes on one page; `last` is the number of the note before, for each way of numbering them."""
    done = page.start
    for index in paper.opening[bisect_left(paper.opening, page.start) : bisect_left(paper.opening, page.stop)]:
        line = paper.lines[index]
        opening = read_due(line, last.get("", 0) + 1) or read_opening(line) if index >= done else None
        if opening is None or opening.style not in paper.styles:
            continue
        series = opening.style if opening.style in _TYPED else ""
        # Some number the notes of each page.
        anew = opening.number == 1 and index >= page.foot and index > page.label and SOURCE.search(opening.words)
        before = 0 if anew else last.get(series, 0)
        if _is_note(paper, page, index, opening, before) or _closes(paper, page, index, opening, before):
            zone = _zone(paper, page, index, opening)
            yield zone
            last[series], done = zone.last, zone.lines[-1] + 1


def _is_note(paper: _Paper, page: Page, index: int, opening: Opening, last: int) -> bool:
    """Weigh whether a line opens a note.  Each reason counts; none is enough alone, but for markup."""
    if opening.style == "markup":
        return True
    if opening.number <= last:
        return False
    line = paper.lines[index]
    fresh = index == 0 or paper.lines[index - 1].role != "text"
    at_foot = index >= page.foot and index > page.label
    if opening.style in ("bracket", "paren"):
        pointed = opening.style == "bracket" and paper.marked.get(opening.marker, line.span.start) < line.span.start
        due = (fresh or pointed) and opening.number == last + 1 and not is_small(opening.words)
        return due and index > paper.last_label and _is_source(paper, index)
    if not fresh and not at_foot:
        # A few lines at the head may count as a page.
        whole = 4 * (page.stop - page.start) > 3 * len(paper.lines)
        return whole and opening.number == last + 1 and _stands_out(paper, index, opening)
    return _is_heavy(paper, index, opening, last, at_foot and fresh)


def _closes(paper: _Paper, page: Page, index: int, opening: Opening, last: int) -> bool:
    """Notes to which OCR lost the marks: down to the foot of a page all are notes, and each cites."""
    if opening.number != last + 1 or index < page.label or page.stop - page.start == len(paper.lines):
        return False
    if page.stop - index > LONGEST_TAIL:
        return False
    if QUESTION_OPENS.match(opening.words) or not _is_source(paper, index):
        return False
    zone = _zone(paper, page, index, opening)
    below = paper.lines[zone.lines[-1] + 1 : page.stop]
    cites = all(SOURCE.search(paper.text, note.spans[0].start, note.spans[-1].stop) for note in zone.notes)
    return cites and all(line.role != "text" for line in below)


def _stands_out(paper: _Paper, index: int, opening: Opening) -> bool:
    """A note in the middle of text whose pages cannot be told apart: the text pointed at it; it or the next cites."""
    line = paper.lines[index]
    is_marked = paper.marked.get(opening.marker, line.span.start) < line.span.start
    says = opening.words[:_SAYS]
    if not is_marked or not (says[:1].isupper() or SOURCE.match(says)) or QUESTION_OPENS.match(says):
        return False
    below = _next_below(paper, index, opening)
    return any(SOURCE.search(words) for words in (says, below.words[:_SAYS] if below else ""))


def _is_heavy(paper: _Paper, index: int, opening: Opening, last: int, at_foot: bool) -> bool:
    line = paper.lines[index]
    weight = 2 * (paper.marked.get(opening.marker, line.span.start) < line.span.start)
    weight += (opening.number == last + 1) + (opening.number <= last + 4) + (opening.style == "glued") + at_foot
    weight += _next_below(paper, index, opening) is not None
    asks = paper.lines[paper.ends[index] - 1].text.endswith("?")
    weight -= 2 * asks + 3 * (opens := QUESTION_OPENS.match(opening.words) is not None)
    weight -= 2 * is_small(opening.words)
    # "Wie ontvingen wat | Ministerie van Financiën" is the title of a page; a question cut by the page names no source.
    named = 4 if opens and not asks else 2
    return weight > _ENOUGH or (weight + named > _ENOUGH and SOURCE.search(opening.words) is not None)


def _next_below(paper: _Paper, index: int, opening: Opening) -> Opening | None:
    """How the next note opens, where it stands right below; below an empty line only one that cites."""
    below = [at for at in range(index + 1, min(index + _BELOW, len(paper.lines))) if paper.lines[at].role == "text"]
    for at in below[:3]:
        new = read_due(paper.lines[at], opening.number + 1) or read_opening(paper.lines[at])
        if new and (new.style, new.number) == (opening.style, opening.number + 1):
            cites = SOURCE.search(new.words[:_SAYS]) and not QUESTION_OPENS.match(new.words)
            return new if at < paper.ends[index] or cites else None
    return None


def _is_source(paper: _Paper, index: int) -> bool:
    near = paper.lines[index : index + _SOURCE_REACH]
    return any(line.role == "text" and SOURCE.search(line.text[:400]) for line in near)


def _zone(paper: _Paper, page: Page, index: int, first: Opening) -> _Zone:
    """The notes from line `index` on, which opens the first, each to where the next begins."""
    taken: list[int] = []
    found: list[Growing] = []
    last = first
    for at in range(index, page.stop):
        line = paper.lines[at]
        if line.role != "text":
            continue
        if new := first if at == index else _next_opening(line, last):
            last = new
            found.append(_note(paper.text, line, new))
        elif (
            _in_paragraph(paper, index, at)
            or is_quoted(paper.lines[taken[-1]], line)
            or runs_on(paper.lines, taken[-1], at, page.stop)
        ):
            found[-1].spans.append(line.span)
        else:
            break
        last = _split(paper, found, line, last)
        taken.append(at)
    _part(paper, found)
    return _Zone(tuple(taken), tuple(note.whole() for note in found), last.number)


def _in_paragraph(paper: _Paper, index: int, at: int) -> bool:
    """A line of the paragraph that the notes stand in; one in the middle of running text ends with its sentence."""
    before = paper.lines[at - 1]
    fresh = index == 0 or paper.lines[index - 1].role != "text"
    return before.role == "text" and (fresh or goes_on_below(before.text, paper.lines[at].text))


def _split(paper: _Paper, found: list[Growing], line: Line, last: Opening) -> Opening:
    """Part the notes that extraction set behind each other on a line: the number due stands behind the note above,
    and the text pointed at it.
    """
    while paper.marked.get(due := str(last.number + 1), line.span.start) < line.span.start:
        due_note = rf"(?:(?<=[^\s\d])|(?<=\d{{4}})){due} (?=[A-ZÀ-Þ«]|https?:|www\.)"
        cut = re.compile(due_note).search(paper.text, *found[-1].spans[-1])
        if cut is None:
            break
        stop, found[-1].spans[-1] = found[-1].spans[-1].stop, Span(found[-1].spans[-1].start, cut.start())
        found.append(Growing(due, Span(*cut.span()), [Span(cut.end(), stop)]))
        last = last._replace(number=last.number + 1, marker=due)
    return last


def _part(paper: _Paper, found: Sequence[Growing]) -> None:
    """Give the lines of a note to the notes above it of which there is but the number: "> 2", "> 3", then both."""
    bare = 0
    for at, note in enumerate(found):
        if not paper.text[note.spans[0].start : note.spans[-1].stop].strip():
            bare += 1
            continue
        lines = note.spans if paper.text[slice(*note.spans[0])].strip() else note.spans[1:]
        if bare and lines is not note.spans and len(lines) > bare:
            for above, span in zip(found[at - bare : at], lines, strict=False):
                above.spans.append(span)
            note.spans[1:] = lines[bare:]
        bare = 0


def _note(text: str, line: Line, opening: Opening) -> Growing:
    begin = text.index(line.text[0], line.span.start) + opening.length
    return Growing(opening.marker, Span(line.span.start, begin), [Span(begin, line.span.stop)])


def _next_opening(line: Line, last: Opening) -> Opening | None:
    """A line that opens the next note of a run: the same style, the next number."""
    new = (read_due(line, last.number + 1) if last.style == "glued" else None) or read_opening(line)
    if new is None:
        return None
    return new if new.style == last.style and last.number < new.number <= last.number + 2 else None
