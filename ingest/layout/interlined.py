"""A letter's margin that extraction wrote into the lines of the text: at their ends, or as lines between them.

The margin of each later page says the same: the directorate, the date, the letter's reference.  So what stands near
a page's head, and elsewhere too, is the margin's; the text's own lines differ.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.language.dates import DATE, is_date
from ingest.language.wording import FINISHED
from ingest.layout.furniture import is_margin_name, is_margin_value
from ingest.model import Span
from ingest.typography import lines_of

_REFERENCES = ("Ons kenmerk", "Onze referentie", "Onze Referentie", "Kenmerk")
_LABELS = (*_REFERENCES, "Uw kenmerk", "Uw referentie", "Uw Referentie", "Datum")
_PAGE = re.compile(r"(?:Pagina|Blad) \d{1,3}(?: van \d{1,3})?\Z")
_DATED = re.compile(rf"Datum:?\s+({DATE})")
_LABEL = re.compile(r"(?:Vra(?:ag|gen)|Antwoord(?:en)?)\b")
# A reference has figures, as no word of the text has.
_CODE = re.compile(r"(?=[A-Za-z./ _-]{0,24}(?:\d[A-Za-z./ _-]{0,12}){4})[A-Za-z\d./ _-]{4,60}\Z")
# So many lines a margin reaches down from its page's head.
_DEEP = 40
# So near below its label stands what it announces.
_NEAR = 4
_LONGEST = 400
# The name of a directorate takes at most so many lines, of at most so many words and characters.
_NAME_LINES, _NAME_WORDS, _NARROW = 3, 6, 45
# A margin says at most so many things.
_MOST = 20


class _Row(NamedTuple):
    """A line that is not empty: where it begins and ends in the source, and its words."""

    start: int
    stop: int
    words: str


def interlined_margins(text: str) -> dict[int, Span]:
    """What a line holds of the margin, by the position of the line's first character: its end, or all of it."""
    if sum(map(text.count, _REFERENCES)) < 2 or len(rows := list(_rows(text))) < 2:
        return {}
    pages = _pages(rows)
    if not pages:
        return {}
    said = (*_LABELS, *dict.fromkeys((*_codes(rows), *_names(rows, pages), *_repeated(rows, pages))))[:_MOST]
    dated = _DATED.search(text)
    found: dict[int, Span] = {}
    apart = False
    for page in pages:
        hits = dict(_hits(text, [rows[at] for at in page], said, dated[1] if dated else ""))
        if any(text[span.start : span.stop].strip() in _REFERENCES for span in hits.values()):
            found |= hits
            apart = apart or not _is_block([rows[at].start for at in page], hits)
    # A margin that stands in one piece on each page is told by its place.
    return found if apart else {}


def _is_block(starts: Sequence[int], hits: Mapping[int, Span]) -> bool:
    """Whether what is the margin's stands on whole lines, one below the other."""
    at = [index for index, start in enumerate(starts) if start in hits]
    return at[-1] - at[0] == len(at) - 1 and all(span.start == start for start, span in hits.items())


def _rows(text: str) -> Iterator[_Row]:
    at = 0
    for line in lines_of(text):
        if words := line.strip() if len(line) <= _LONGEST else "-":
            yield _Row(at, at + len(line), words)
        at += len(line)


def _pages(rows: Sequence[_Row]) -> list[range]:
    """The upper part of each page but the first."""
    starts = [*(at + 1 for at, row in enumerate(rows) if _PAGE.match(row.words)), len(rows)]
    return [range(start, min(start + _DEEP, stop)) for start, stop in pairwise(starts)]


def _names(rows: Sequence[_Row], pages: Sequence[range]) -> Iterator[str]:
    """The lines that name the directorate: one that does, and those below it; each stands in the paper again."""
    often = Counter(end for page in pages for at in page for end in _endings(rows[at].words))
    for at, row in enumerate(rows[: pages[-1].stop]):
        if not is_margin_name(row.words):
            continue
        for below in rows[at : at + _NAME_LINES]:
            if often[below.words] + (at < pages[0].start) < 2 or below.words in _LABELS or len(below.words) > _NARROW:
                break
            yield below.words


def _repeated(rows: Sequence[_Row], pages: Sequence[range]) -> Iterator[str]:
    """The lines of the first page that each later one has above its label as well: "Voortgezet Onderwijs"."""
    above = [list(_above_label([rows[at].words for at in page])) for page in pages]
    heads = [(frozenset(words), Counter(end for line in words for end in _endings(line))) for words in above if words]
    # Each once: a line may stand there a thousand times, and be in the head of a thousand pages.
    for words in dict.fromkeys(row.words for row in rows[: pages[0].start]) if heads else ():
        if len(words) > _NARROW or not words[0].isupper() or words.endswith(FINISHED) or _LABEL.match(words):
            continue
        if all(words in (ends if len(heads) > 1 else lines) for lines, ends in heads):
            yield words


def _above_label(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a page's head down to the one that ends with a label of the margin; none where there is no such."""
    stop = next((at for at, line in enumerate(lines) if line.endswith(_REFERENCES)), -1)
    yield from lines[: stop + 1]


def _endings(line: str) -> Iterator[str]:
    """A line's last word, its last two words, and so on, as far as a name goes."""
    at = len(line)
    for _ in range(_NAME_WORDS):
        at = line.rfind(" ", 0, at)
        yield line[at + 1 :]
        if at < 0:
            return


def _codes(rows: Sequence[_Row]) -> Iterator[str]:
    """What lines near below a label end with, more than once: the letter's references."""
    near: set[int] = set()
    for at, row in enumerate(rows):
        if row.words.endswith(_LABELS[:-1]):
            near.update(range(at + 1, min(at + 1 + _NEAR, len(rows))))
    said = (rows[at].words for at in sorted(near))
    ends = Counter(words if is_margin_value(_LABELS[0], words) else words.rpartition(" ")[2] for words in said)
    return (end for end, count in ends.items() if count > 1 and _CODE.match(end) and not is_date(end))


def _hits(text: str, rows: Sequence[_Row], said: Sequence[str], date: str) -> Iterator[tuple[int, Span]]:
    """What of a page's upper lines is the margin's: one of the words that it says, or below "Datum" the date."""
    dated = -_NEAR
    for at, row in enumerate(rows):
        due = (*said, date) if date and at - dated < _NEAR else said
        words = next((words for words in due if _ends(row.words, words)), None)
        if words is not None:
            begin = text.rindex(words, row.start, row.stop) if words != row.words else row.start
            yield row.start, Span(begin, row.stop)
            dated = at if words == "Datum" else dated


def _ends(line: str, words: str) -> bool:
    return line.endswith(words) and (len(line) == len(words) or line[-len(words) - 1] == " ")
