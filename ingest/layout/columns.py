"""A letter's margin, set beside the text as the page has it: `pdftotext -layout` writes both on one line.

The margin begins in one column, right of all text, and holds what a ministry's letterhead names.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ingest.language.dates import is_date
from ingest.model import Span
from ingest.typography import lines_of

# What a margin holds, and no column of a table.
_LABEL = re.compile(
    r"[ \t]{3}(?=[OUMDPwCB])(?:Ons kenmerk|Onze [Rr]eferentie|Uw kenmerk|Uw [Rr]eferentie|Ministerie van [A-Z]"
    r"|Directoraat-G|Directie [A-Z]|Datum(?=[ \t]*\n)|Postbus \d|www\.|Contactpersoon|Bezoekadres)"
    r"[^\n]{0,80}(?=\n|\Z)"
)
_WIDE = "   "
# So many lines a margin takes at most, above and below its label.
_REACH = 40
# Left of this a line begins, and no margin.
_LEAST = 30
# So many characters its lines have at most.
_NARROW = 48
# No page is so wide.
_WIDEST = 400
# A margin has at least so many lines.
_FEWEST = 2


def margin_starts(text: str) -> dict[int, Span]:
    """What stands in a margin beside a line, by the position of the line's first character; other lines have none."""
    first = _LABEL.search(text) if _WIDE in text else None
    if first is None:
        return {}
    lines = lines_of(text)
    starts = list(accumulate(map(len, lines), initial=0))
    found: dict[int, Span] = {}
    for match in _LABEL.finditer(text, first.start()):
        index = bisect_right(starts, match.start()) - 1
        if starts[index] not in found:
            column = match.start() + len(_WIDE) - starts[index]
            block = [*_beside(lines, index, column, -1), index, *_beside(lines, index, column, 1)]
            if column >= _LEAST and _is_margin([lines[at][column:].strip() for at in block], match[0]):
                found.update({starts[at]: Span(starts[at] + column, starts[at + 1]) for at in block})
    return found


def _is_margin(block: Sequence[str], label: str) -> bool:
    """Whether it is narrow, as indented text is not, and no column of a table: under "Datum" that has several dates."""
    narrow = len(block) >= _FEWEST and max(map(len, block)) <= _NARROW
    return narrow and (label.strip() != "Datum" or sum(map(is_date, block)) == 1)


def _beside(lines: Sequence[str], index: int, column: int, step: int) -> Iterator[int]:
    """The lines above or below that have something in the column, up to the first that crosses its edge."""
    stop = index + step * (_REACH + 1)
    for at in range(index + step, max(-1, min(stop, len(lines))), step):
        line = lines[at]
        crosses = len(line) > _WIDEST or line[column - 2 : column].strip()
        if crosses or lines[min(at, at - step)][-1] == "\f":
            return
        if line[column:].strip():
            yield at
