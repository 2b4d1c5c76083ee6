"""Marks of notes whose number was found nowhere: looked for between the marks of the notes around them; and marks of
notes that the source lost.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.footnotes.markup import Mark
from ingest.footnotes.openings import AMOUNT, Note
from ingest.footnotes.roman_notes import ROMANS, roman_marks
from ingest.language.wording import MONTH
from ingest.model import Span

# A garbled raised number: signs that do not stand together in Dutch print.
_ODD_SIGN = re.compile(r"[*?’'”°!]")
_DAMAGED = re.compile(r"(?<=[a-zà-ÿ.])(?:\*{1,2}|(?<=[.])\?|\?[>*'’”]+|[’'”°]\?|[!°”](?= [a-zà-ÿ]))(?=[\s,.;:)])")
# A number at the head of a line, where the line above leaves its sentence unfinished: "11 cent per liter⏎2. In 2023".
_HEAD = re.compile(
    r"\n(?:(?<=[^\s.?!:;]\n)|(?<=[^\s.?!:;] \n))(\d{1,3})(?=[\s.,;:)])"
    rf"(?! (?:(?:van|of|en|tot|t/m) (?:de )?\d|keer|{MONTH}|{AMOUNT}))"
)

# No number but a mark stands so: "Kent u het bericht «Eb»1?", "Wat is eb?2".
_BEHIND_SIGN = re.compile(r"[1-9](?<=[?»”].)\d?(?=[\s?.,;]|\Z)")
# "… is teruggelopen.2", "… op de Wadden1?"; no measure is so written, nor "CO2" or "A2".
_BEHIND_WORD = re.compile(r"(?<=[a-zà-ÿ][a-zà-ÿ][?.»”’)a-zà-ÿ])[1-9]\d?(?=[\s?.,;]|\Z)")


class PlacedMark(NamedTuple):
    """A mark and the note (index) it points at; None: the source lost that note."""

    mark: Mark
    note: int | None


def inside(marks: Iterable[Mark], spans: Sequence[Span]) -> Iterator[Mark]:
    """The marks that stand in running text: `spans` are its stretches, in order."""
    starts = [span.start for span in spans]
    for mark in marks:
        at = bisect_right(starts, mark.span.start) - 1
        if at >= 0 and mark.span.stop <= spans[at].stop:
            yield mark


def at_line_heads(
    text: str, placed: Sequence[PlacedMark], notes: Sequence[Note], spans: Sequence[Span], pages: Sequence[int]
) -> list[PlacedMark]:
    """Marks that a tool set at the head of a line, with what stands behind them, as it did with others of the paper.

    On the note's own page, and only where no other line opens with the number.
    """
    gaps = list(_gaps(placed, notes)) if any(mark.mark.style in ("line", "head") for mark in placed) else []
    heads = _by_number(inside(_heads(text), spans)) if gaps else {}
    result = []
    for note, start, stop in gaps:
        low = max(start, _page_of(notes[note], pages))
        marks = heads.get(notes[note].marker, [])
        at = bisect_left(marks, low, key=lambda mark: mark.span.start)
        near = [mark for mark in marks[at : at + 2] if mark.span.stop <= stop]
        result += [PlacedMark(near[0], note)] if len(near) == 1 else []
    return result


def _heads(text: str) -> Iterator[Mark]:
    for match in _HEAD.finditer(text):
        yield Mark(Span(*match.span(1)), match[1], "head")


def _by_number(marks: Iterable[Mark]) -> Mapping[str, list[Mark]]:
    result: dict[str, list[Mark]] = {}
    for mark in marks:
        result.setdefault(mark.marker, []).append(mark)
    return result


def _page_of(note: Note, pages: Sequence[int]) -> int:
    """Where the page of a note begins."""
    return pages[bisect_right(pages, note.marker_span.start) - 1] if pages else 0


def _gaps(placed: Sequence[PlacedMark], notes: Sequence[Note]) -> Iterator[tuple[int, int, int]]:
    """Notes without a mark, each with the stretch of the source in which its mark must stand."""
    at = {mark.note: mark.mark.span for mark in placed if mark.note is not None}
    start = 0
    stops: list[int] = []
    stop = 1 << 62
    for index in range(len(notes) - 1, -1, -1):
        stops.append(min(stop, notes[index].marker_span.start))
        stop = at[index].start if index in at else stop
    for index, stop in enumerate(reversed(stops)):
        if index in at:
            start = at[index].stop
        else:
            yield index, start, stop


def damaged(
    text: str, placed: Sequence[PlacedMark], notes: Sequence[Note], spans: Sequence[Span], pages: Sequence[int]
) -> list[PlacedMark]:
    """Garbled marks, for notes whose number stands nowhere: an odd sign between the neighbours' marks.

    The first on the note's own page; else, as for notes at the end of a paper, the first.
    """
    gaps = list(_gaps(placed, notes))
    if not gaps:
        return []
    signs = list(inside(_signs(text), spans))
    starts = [sign.span.start for sign in signs]
    result: list[PlacedMark] = []
    used = -1
    for note, start, stop in gaps:
        for low in (max(start, _page_of(notes[note], pages)), start):
            at = max(bisect_left(starts, low), used + 1)
            if at < len(signs) and signs[at].span.stop <= stop:
                result.append(PlacedMark(signs[at], note))
                used = at
                break
    return result


def _signs(text: str) -> Iterator[Mark]:
    for sign in _ODD_SIGN.finditer(text):
        if match := _DAMAGED.match(text, sign.start()):
            yield Mark(Span(*match.span()), match[0], "damaged")


def lone_marks(text: str) -> list[Mark]:
    """The marks of a source that lost all its notes: what counts from 1 right behind questions and quotations.

    Behind words and sentences, too, where all that stands so counts on, with few numbers left out: a mark may stand
    behind a year or an amount as well.
    """
    behind = list(_BEHIND_WORD.finditer(text))
    if _count_on([int(match[0]) for match in behind]):
        return [Mark(Span(*match.span()), match[0], "glued") for match in behind]
    found: list[Mark] = []
    for match in _BEHIND_SIGN.finditer(text):
        number = int(match[0])
        if number > int(found[-1].marker) if found else number == 1:
            found.append(Mark(Span(*match.span()), match[0], "glued"))
    return found or _lone_romans(text)


def _lone_romans(text: str) -> list[Mark]:
    """The same in small Roman numbers."""
    found = list(roman_marks(text, ROMANS, len(text))) if "ii" in text else []
    return found if _count_on([ROMANS.index(mark.marker) + 1 for mark in found]) else []


def _count_on(numbers: Sequence[int]) -> bool:
    """Whether numbers count from one to the next, or from the first few on with no more than a third left out.

    >>> _count_on([1, 2]), _count_on([1, 3]), _count_on([2, 3, 4, 6]), _count_on([1, 3, 2])
    (True, False, True, False)
    """
    rise = all(low < high for low, high in pairwise([0, *numbers]))
    whole = len(numbers) > 1 and numbers[-1] == len(numbers)
    return rise and (whole or (len(numbers) > 2 and 3 * len(numbers) >= 2 * numbers[-1]))


def of_lost_notes(found: Sequence[Mark], placed: Sequence[PlacedMark], notes: Sequence[Note]) -> list[PlacedMark]:
    """Marks whose note the source lost: their number is missing between two notes, their place between two marks.

    That of the last note is one more than the others have, below them.
    """
    lost = {}
    chained = sorted((mark for mark in placed if mark.note is not None), key=lambda mark: mark.mark.span)
    for before, after in pairwise(chained):
        low, high = _number(notes, before), _number(notes, after)
        if 0 < low < high - 1 <= low + 6:
            lost.update(
                {str(number): Span(before.mark.span.stop, after.mark.span.start) for number in range(low + 1, high)}
            )
    numbers = [_number(notes, mark) for mark in chained]
    if numbers and numbers[-1] == max(numbers) == len(notes):
        lost[str(len(notes) + 1)] = Span(chained[-1].mark.span.stop, 1 << 62)
    return [
        PlacedMark(mark, None)
        for mark in found
        if mark.style in ("glued", "year")
        and mark.marker in lost
        and lost[mark.marker].start <= mark.span.start < lost[mark.marker].stop
    ]


def _number(notes: Sequence[Note], mark: PlacedMark) -> int:
    marker = notes[mark.note].marker if mark.note is not None else ""
    return int(marker) if marker.isdecimal() else 0
