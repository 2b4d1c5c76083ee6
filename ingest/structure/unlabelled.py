"""An answer without a label: where, below its question, it begins."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.language.wording import QUESTION_OPENS
from ingest.model import Span
from ingest.structure.labels import Item
from ingest.structure.paragraphs import asks, paragraphs
from ingest.typography import Typography

# Paragraphs that one question may take before its answer.
_LONGEST_QUESTION = 12
# Paragraphs that may lead up to the first one that asks.
_LONGEST_LEAD = 3
_LISTED = re.compile(r"[•·▪◦–—-]\s|[a-h][.)]\s")
# What goes on with a question behind its question mark.
_STILL_ASKS = re.compile(rf"{QUESTION_OPENS.pattern}|Graag|Gaarne|Zo (?:ja|nee|niet)\b|Indien|Verzoek")
# What ends a paragraph that asks, a mark behind it.
_ASKS = re.compile(r"\?[)»”’\"']*\s?\d{0,2}\Z")
_TAIL = 12
# Text that lost its line breaks may keep wide gaps between its paragraphs.
_WIDE = re.compile(r"(?<=[.?!:;)»”’\"'\d]) {3,}(?=\S)")
# A question that is only told of: "De minister kan antwoord geven op vragen als: Is er genoeg?"
_TOLD = re.compile(r"[a-z]: ?[‘“\"'«]?[A-Z][^:?]*\?")
_SENTENCE = re.compile(r"[.!?][)»”’\"']*\s+(?=[A-ZÀ-Þ«“\"‘'(])")

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def answer_start(items: Sequence[Item], text: str, style: Typography) -> int | None:
    """Where, in the source, the answer begins that follows on a question; None: nothing does."""
    groups = paragraphs(items, style)
    asking = [asks(items, group) for group in groups[:_LONGEST_QUESTION]]
    if True not in asking[:_LONGEST_LEAD] and (below := _below_asking(items, groups[:_LONGEST_LEAD])):
        return items[below].span.start
    last = asking.index(True) if True in asking[:_LONGEST_LEAD] else 0
    while (further := _further(items, groups, asking, last)) > last:
        last = further
    if last + 1 < len(groups):
        return items[groups[last + 1].start].span.start
    return _answer_inside(items, text)


def _further(items: Sequence[Item], groups: Sequence[range], asking: Sequence[bool], last: int) -> int:
    """The next paragraph up to which the question goes on: one that asks, or a list of which the last item asks."""
    if asking[last + 1 : last + 2] == [True]:
        return last + 1
    at = last + 1
    while at < len(asking) and _LISTED.match(items[groups[at].start].text):
        at += 1
    return at - 1 if asking[at - 1] else last


def still_asks(words: str) -> bool:
    """Whether words behind a question mark are put to the minister still.

    >>> still_asks("Graag een toelichting."), still_asks("Ja, dat is bekend.")
    (True, False)
    """
    return _STILL_ASKS.match(words) is not None


def _below_asking(items: Sequence[Item], groups: Sequence[range]) -> int | None:
    """The line below the last that asks in the first paragraph with such a line: print may fill that line, so that the
    answer seems to run on.  None where what follows is put to the minister still: "Graag een toelichting."
    """
    for group in groups:
        ends = [at + 1 for at in group[:-1] if asks(items, range(at, at + 1))]
        if ends:
            words = items[ends[-1]].text
            return None if words[:1].islower() or still_asks(words) else ends[-1]
    return None


def _below_gap(words: str) -> int | None:
    """Where, in a line, the paragraphs that ask end that wide gaps part; 0: they all ask, None: there are no gaps."""
    starts = [0, *(match.end() for match in _WIDE.finditer(words))]
    asked = False
    for at, (start, stop) in enumerate(pairwise([*starts, len(words)])):
        said = words[start:stop].rstrip()
        if asked and not (_ASKS.search(said[-_TAIL:]) and _puts_it(said)) and not still_asks(said):
            return start
        asked = asked or "?" in said
        if not asked and at == _LONGEST_LEAD:
            return None
    return 0 if len(starts) > 1 and asked else None


def _puts_it(said: str) -> bool:
    """Whether the first question of a paragraph is put to who answers, not told of in the answer."""
    asking = next((sentence for sentence in _SENTENCE_END.split(said) if sentence.endswith("?")), "")
    return QUESTION_OPENS.match(said) is not None or not _TOLD.search(asking)


def _answer_inside(items: Sequence[Item], text: str) -> int | None:
    """Where the answer begins in text without paragraphs: after the last question mark.

    A sentence or two may stand between two question marks; more is the answer.
    """
    span = Span(items[0].span.start, items[-1].span.stop)
    if asks(items, range(len(items))):
        return None
    if len(items) == 1 and (gap := _below_gap(items[0].text)) is not None:
        return text.index(items[0].text[0], span.start) + gap if gap else None
    plain, found = 0, None
    for match in _SENTENCE.finditer(text, span.start, span.stop):
        plain = 0 if match[0].startswith("?") else plain + 1
        if match[0].startswith("?"):
            found = match.end()
        elif found is not None and plain > 2:
            break
    return found if found and any(map(str.isalpha, text[found : span.stop])) else None
