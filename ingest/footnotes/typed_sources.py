"""The questioner's sources, typed without numbers below the last answer: footnotes, and no part of that answer."""

import re
from collections.abc import Iterator, Sequence

from ingest.footnotes.openings import Note
from ingest.language.wording import MONTH
from ingest.layout.lines import Line
from ingest.model import Span

_SOURCE_ENDS = re.compile(r"(?:(?:https?://|www\.)[^\s)]+|\|[^|]{2,60}|[a-z]\.(?:nl|com|eu|org))[).]*\Z")
_SOURCE_NAMED = re.compile(rf"\d{{1,2}} {MONTH} \d{{4}}|[«‘“'\"].+[»’”'\"]|\w \| \w", re.IGNORECASE)
_SENTENCE = re.compile(r"\A(?:Zie|Meer|Ik|Deze|Dit|Op|Voor|In)\b|\A(?:De|Het|Een) [a-zà-ÿ]")
# Such a list, in lines, at most.
_LONGEST_TAIL = 80


def typed_sources(lines: Sequence[Line], last_label: int) -> tuple[tuple[int, ...], tuple[Note, ...]]:
    """The lines (indexes) of such a list, the last paragraph of a paper, and a note for each source in it.

    `last_label` is the line of the last label, -1 if there is none: then there is no list either.
    """
    taken = _last_paragraph(lines, last_label) if last_label >= 0 else range(0)
    if not taken or lines[taken.start - 1].role != "blank":
        return (), ()
    if not any(line.role == "text" for line in lines[last_label + 1 : taken.start]):
        return (), ()
    entries = list(_entries(lines, taken))
    if not all(_is_listed(" ".join(line.text for line in entry)) for entry in entries):
        return (), ()
    return tuple(taken), tuple(_note(entry) for entry in entries)


def _last_paragraph(lines: Sequence[Line], last_label: int) -> range:
    last = next((at for at in range(len(lines) - 1, last_label, -1) if lines[at].role == "text"), None)
    if last is None:
        return range(0)
    first = last
    while first - 1 > last_label and lines[first - 1].role == "text" and last - first < _LONGEST_TAIL:
        first -= 1
    return range(first, last + 1)


def _entries(lines: Sequence[Line], taken: range) -> Iterator[list[Line]]:
    """The lines of each source: it ends with its address."""
    entry: list[Line] = []
    for at in taken:
        entry.append(lines[at])
        if at == taken[-1] or _SOURCE_ENDS.search(lines[at].text[-200:]):
            yield entry
            entry = []


def _note(entry: Sequence[Line]) -> Note:
    start = entry[0].span.start
    return Note("", Span(start, start), tuple(line.span for line in entry))


def _is_listed(entry: str) -> bool:
    """Whether an entry is named as a source is, and is no sentence of the answer."""
    ends = _SOURCE_ENDS.search(entry[-200:]) is not None
    return ends and _SOURCE_NAMED.search(entry) is not None and not _SENTENCE.search(entry)
