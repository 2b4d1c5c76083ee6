"""What each stretch of a source is: claims of the stages before, made into a partition.

Afterwards: the segments are the whole source, in order, without gap or overlap.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter

from ingest.model import Role, Segment, Span, made

_Kind = tuple[Role, int | None, int | None, int | None]
# What a stage says of a stretch: the fields of a segment.
Claim = tuple[Span, Role, int | None, int | None, int | None]
_BLANK: _Kind = ("blank", None, None, None)
_BODY: _Kind = ("body", None, None, None)


def partition(text: str, claims: Iterable[Claim]) -> tuple[Segment, ...]:
    """Fill up the claims to the whole of `text`; neighbours of one kind become one.

    Where claims overlap the earlier one keeps its place.  What nobody claims is blank, or body if it has words.
    """
    starts: list[int] = []
    kinds: list[_Kind] = []
    for start, kind in _filled(text, sorted(claims, key=itemgetter(0))):
        if kinds and kind == kinds[-1]:
            continue
        if len(kinds) > 1 and kinds[-1] == _BLANK and kind == kinds[-2]:
            del starts[-1], kinds[-1]
        else:
            starts.append(start)
            kinds.append(kind)
    spans = made(Span, zip(starts, [*starts[1:], len(text)], strict=False))
    return tuple(made(Segment, ((span, *kind) for span, kind in zip(spans, kinds, strict=True))))


def _filled(text: str, claims: Iterable[Claim]) -> Iterator[tuple[int, _Kind]]:
    """Where a stretch begins, and what it is; it ends where the next begins."""
    at = 0
    for claim in claims:
        start, stop = claim[0]
        if max(at, start) >= stop:
            continue
        if start > at:
            yield at, _gap(text, at, start)
        yield max(at, start), claim[1:]
        at = stop
    if at < len(text):
        yield at, _gap(text, at, len(text))


def _gap(text: str, start: int, stop: int) -> _Kind:
    return _BLANK if text[start:stop].isspace() else _BODY


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
