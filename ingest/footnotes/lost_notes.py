"""The marks of notes that the source lost."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.footnotes.lost_marks import PlacedMark
from ingest.footnotes.markup import Mark
from ingest.footnotes.openings import Note
from ingest.model import Span

# No number but a mark stands so: "Kent u het bericht «Eb»1?", "Wat is eb?2".
_BEHIND_SIGN = re.compile(r"[1-9](?<=[?»”].)\d?(?=[\s?.,;]|\Z)")
# "… is teruggelopen.2", "… op de Wadden1?"; no measure is so written, nor "CO2" or "A2".
_BEHIND_WORD = re.compile(r"(?<=[a-zà-ÿ][a-zà-ÿ][?.»”’)a-zà-ÿ])[1-9]\d?(?=[\s?.,;]|\Z)")


def lone_marks(text: str) -> list[Mark]:
    """The marks of a source that lost all its notes: what counts from 1 right behind questions and quotations.

    Behind words and sentences, too, where all that stands so counts from one to the next.
    """
    behind = list(_BEHIND_WORD.finditer(text))
    if len(behind) > 1 and [int(match[0]) for match in behind] == list(range(1, len(behind) + 1)):
        return [Mark(Span(*match.span()), match[0], "glued") for match in behind]
    found: list[Mark] = []
    for match in _BEHIND_SIGN.finditer(text):
        number = int(match[0])
        if number > int(found[-1].marker) if found else number == 1:
            found.append(Mark(Span(*match.span()), match[0], "glued"))
    return found


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
