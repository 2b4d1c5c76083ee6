"""What each stretch of a source is: claims of the stages before, made into a partition.

Afterwards: the segments are the whole source, in order, without gap or overlap.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from ingest.model import Segment, Span


def partition(text: str, claims: Iterable[Segment]) -> tuple[Segment, ...]:
    """Fill up the claims to the whole of `text`; neighbours of one kind become one.

    Where claims overlap the earlier one keeps its place.  What nobody claims is blank, or body if it has words.
    """
    merged: list[Segment] = []
    # What the last two are, but for their places.
    before: tuple[object, ...] = ()
    last: tuple[object, ...] = ()
    for segment in _filled(text, sorted(claims, key=attrgetter("span"))):
        kind = segment[1:]
        if kind == last:
            merged[-1] = _up_to(merged[-1], segment.span.stop)
        elif kind == before and merged[-1].role == "blank":
            merged[-2:] = [_up_to(merged[-2], segment.span.stop)]
            before, last = (merged[-2][1:] if len(merged) > 1 else ()), kind
        else:
            merged.append(segment)
            before, last = last, kind
    return tuple(merged)


def _filled(text: str, claims: Sequence[Segment]) -> Iterator[Segment]:
    at = 0
    for claim in claims:
        start, stop = claim.span
        if max(at, start) >= stop:
            continue
        if start > at:
            yield _gap(text, at, start)
        yield claim if start >= at else claim._replace(span=Span(at, stop))
        at = stop
    if at < len(text):
        yield _gap(text, at, len(text))


def _gap(text: str, start: int, stop: int) -> Segment:
    return Segment(Span(start, stop), "blank" if text[start:stop].isspace() else "body")


def _up_to(segment: Segment, stop: int) -> Segment:
    _, role, question, answer, footnote = segment
    return Segment(Span(segment.span.start, stop), role, question, answer, footnote)


def joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in order, those that touch or overlap as one; empty ones are left out."""
    start = stop = -1
    for low, high in spans:
        if low == high:
            continue
        if low <= stop:
            stop = max(stop, high)
            continue
        if stop >= 0:
            yield Span(start, stop)
        start, stop = low, high
    if stop >= 0:
        yield Span(start, stop)


class Cutouts:
    """Spans that are no part of the text around them: marks, notes inside a line, markup."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = list(joined(sorted(spans)))
        self._starts = [span.start for span in self._spans]

    def keep(self, span: Span) -> Iterator[Span]:
        """What is left of a span."""
        at = span.start
        index = bisect_right(self._starts, at)
        if index and self._spans[index - 1].stop > at:
            index -= 1
        while index < len(self._spans) and self._spans[index].start < span.stop:
            cut = self._spans[index]
            if cut.start > at:
                yield Span(at, cut.start)
            at = cut.stop
            index += 1
        if at < span.stop:
            yield span if at == span.start else Span(at, span.stop)
