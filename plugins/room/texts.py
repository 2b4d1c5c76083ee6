"""A passage and what stands in it → runs of text, each shown in one way.

The text is the stored one, whole and in order.  What is put between (a footnote's number, a sign of doubt, the name of
a second work that one citation means) is a run of its own and no text.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.model import Passage, Span
from ingest.passages import passage
from ingest.typography import Typography

Shown = Literal["text", "citation", "mark", "doubt"]

# A doubt about a longer stretch is shown by a sign before it, not by underlining all of it.
LONGEST_UNDERLINED = 200


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something to show at a place of the source: what, where it leads, and what is written where it has no text."""

    start: int
    stop: int
    shown: Shown
    written: str
    href: str | None = None
    title: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch shown in one way; `added`: it is no text of the paper."""

    text: str
    shown: Shown = "text"
    href: str | None = None
    title: str | None = None
    id: str | None = None
    added: bool = False


Paragraph = tuple[Run, ...]


def restored(source: str, spans: Iterable[Span], style: Typography, stored: str) -> Passage:
    """The passage that `stored` is, with the way to its source.

    Where the text cannot be made anew from the source, the stored one is shown, with nothing placed in it.
    """
    made = passage(source, spans, style)
    return made if made.text == stored else Passage(stored, (), (), made.spans)


def paragraphs(found: Passage, annotations: Sequence[Annotation]) -> tuple[Paragraph, ...]:
    """The passage as paragraphs of runs."""
    done: list[Paragraph] = []
    current: list[Run] = []
    for run in _runs(found, annotations):
        pieces = run.text.split("\n\n") if run.shown == "text" else [run.text]
        for index, piece in enumerate(pieces):
            if index:
                done.append(tuple(current))
                current = []
            if piece:
                current.append(run if len(pieces) == 1 else Run(piece))
    return tuple(paragraph for paragraph in [*done, tuple(current)] if paragraph)


def _runs(found: Passage, annotations: Sequence[Annotation]) -> Iterator[Run]:
    at = 0
    for note in sorted(annotations, key=lambda note: (note.start, note.shown != "mark", note.stop)):
        start, stop = _place(found, note)
        covered = start < at
        start = max(start, at)
        if start > at:
            yield Run(found.text[at:start])
            at = start
        if covered or stop <= start:
            yield Run(note.written, note.shown, note.href, note.title, note.id, added=True)
        else:
            yield Run(found.text[start:stop], note.shown, note.href, note.title, note.id)
            at = stop
    if at < len(found.text):
        yield Run(found.text[at:])


def _place(found: Passage, note: Annotation) -> tuple[int, int]:
    """Where an annotation stands in the text; both the same where it is only a sign."""
    start = _position(found, note.start)
    wide = note.shown == "doubt" and note.stop - note.start > LONGEST_UNDERLINED
    if note.shown == "mark" or wide or note.stop <= note.start:
        return start, start
    return start, max(start, _position(found, note.stop))


def _position(found: Passage, origin: int) -> int:
    """Where a place of the source stands in the text."""
    index = bisect_right(found.origins, origin) - 1
    if index < 0:
        return 0 if found.origins else len(found.text)
    last = found.starts[index + 1] if index + 1 < len(found.starts) else len(found.text)
    return min(found.starts[index] + origin - found.origins[index], last)
