"""Rows of a page → streams in reading order, and what stands beside them in the margin."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.read.pdf.rows import Row, Segment

# Lines begin where the column begins, give or take (points).
EDGE = 3

# Shares of the size of running text: as large as that, and clearly smaller.
ALIKE = 0.05
SMALL = 0.9

# A second column holds a fair part of the text, in lines long enough to be prose and not cells of a table.
SECOND_COLUMN = 0.3
PROSE = 20
PROSE_LINES = 5
CROSSING = 0.25

# Lines of a note are that near; a share of their size.
NEAR = 1.6

# A block of the margin in type as large as the text has at least so many lines one below the other.
MARGIN_LINES = 3


@dataclass(frozen=True, slots=True)
class Measures:
    """What running text looks like in a document: its size, and the distance from line to line."""

    size: float
    leading: float


@dataclass(frozen=True, slots=True)
class Column:
    """Where a page's running text begins and ends; `second`: where its second column begins, if it has two."""

    left: float
    right: float
    second: float | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its text in streams to be read one after the other, and the rows of its margin."""

    streams: tuple[tuple[Row, ...], ...]
    margin: tuple[Row, ...]


def measure(pages: Iterable[Sequence[Row]]) -> Measures:
    """The commonest size and distance, by the text set in them."""
    sizes: Counter[float] = Counter()
    leadings: Counter[float] = Counter()
    for rows in pages:
        for row in rows:
            sizes[round(row.main.size, 1)] += len(row.text)
        for above, row in pairwise(rows):
            if abs(above.main.size - row.main.size) <= ALIKE * row.main.size:
                leadings[round((above.main.base - row.main.base) / row.main.size, 1)] += len(row.text)
    size = most(sizes, 10.0)
    near = Counter({leading: count for leading, count in leadings.items() if 1 <= leading <= 2})
    return Measures(size, most(near, 1.2) * size)


def most(counts: Counter[float], default: float) -> float:
    """What counts most; of equals the smaller, so that the order of the pages does not matter."""
    return max(counts, key=lambda value: (counts[value], -value), default=default)


def columns(pages: Sequence[Sequence[Row]], size: float) -> list[Column]:
    """The column of each page.  A page of short lines does not show its right edge; others that begin alike do."""
    found = [column(rows, size) for rows in pages]
    rights: dict[float, float] = {}
    for each in found:
        rights[each.left] = max(each.right, rights.get(each.left, 0))
    return [Column(each.left, rights[each.left], each.second) for each in found]


def column(rows: Sequence[Row], size: float) -> Column:
    """Where most of a page's text begins, and where that ends."""
    every = [segment for row in rows for segment in row.segments]
    text = [segment for segment in every if abs(segment.main.size - size) <= ALIKE * size] or every
    starts: Counter[float] = Counter()
    for segment in text:
        starts[round(segment.left / EDGE) * EDGE] += len(segment.text)
    left = most(starts, 0.0)
    own = [segment for segment in text if abs(segment.left - left) <= EDGE]
    right = max((segment.right for segment in own), default=left)
    return two_columns(text, starts, left) or Column(left, right)


def two_columns(text: Sequence[Segment], starts: Counter[float], left: float) -> Column | None:
    """The page's columns if it has two: where much prose begins again, out of reach of the lines on its left."""
    other = most(Counter({at: count for at, count in starts.items() if abs(at - left) > 10 * EDGE}), left)
    first, second = sorted((left, other))
    one, two = (prose_at(text, at) for at in (first, second))
    if min(len(one), len(two)) < PROSE_LINES or min(starts[first], starts[second]) < SECOND_COLUMN * max(
        starts.values()
    ):
        return None
    crossing = [segment for segment in one if segment.right > second]
    if len(crossing) > CROSSING * len(one):
        return None
    return Column(first, max(segment.right for segment in two), second)


def prose_at(text: Iterable[Segment], left: float) -> list[Segment]:
    """The lines of prose that begin at a place."""
    return [segment for segment in text if abs(segment.left - left) <= EDGE and len(segment.text) >= PROSE]


def divide(rows: Sequence[Row], column: Column, size: float) -> Page:
    """The streams of a page, and its margin."""
    beside = margin(rows, column, size)
    inside, outside = split(rows, lambda segment: segment not in beside)
    if column.second is None:
        return Page((tuple(inside),), tuple(outside))
    return Page(tuple(streams(inside, column.second)), tuple(outside))


def split(rows: Iterable[Row], wanted: Callable[[Segment], bool]) -> tuple[list[Row], list[Row]]:
    """The rows with the segments that are wanted, and with those that are not; rows without any left are dropped."""
    inside, outside = [], []
    for row in rows:
        kept = tuple(segment for segment in row.segments if wanted(segment))
        rest = tuple(segment for segment in row.segments if not wanted(segment))
        inside += [Row(kept)] if kept else []
        outside += [Row(rest)] if rest else []
    return inside, outside


def margin(rows: Sequence[Row], column: Column, size: float) -> set[Segment]:
    """What stands beside the running text without being part of it: letterheads, imprints.

    Cells of a wide table stand there too, but in rows with cells of their own kind.
    """
    groups: dict[tuple[float, bool], list[tuple[Segment, bool]]] = {}
    note: Row | None = None
    for row in rows:
        note = row if is_below_note(row, note, column, size) else None
        for segment in () if note else row.segments:
            small = segment.main.size < SMALL * size
            if segment.left >= column.right - EDGE or (small and segment.right <= column.left):
                key = (round(segment.left / EDGE), small)
                groups.setdefault(key, []).append((segment, is_alone(segment, row)))
    found: set[Segment] = set()
    for (_, small), members in groups.items():
        alone = sum(is_alone for _, is_alone in members)
        if 2 * alone >= len(members) and (small or len(members) >= MARGIN_LINES):
            found.update(segment for segment, _ in members)
    return found


def is_below_note(row: Row, above: Row | None, column: Column, size: float) -> bool:
    """Whether a row is of a note that begins left of the text, as that may be a table's column."""
    segment = row.segments[0]
    small = segment.main.size < SMALL * size and segment.left < column.left - EDGE
    across = segment.right > column.left + PROSE * EDGE
    near = above is not None and above.main.base - row.main.base < NEAR * row.main.size
    return small and len(row.segments) == 1 and (across or near)


def is_alone(segment: Segment, row: Row) -> bool:
    """Whether nothing in the row looks like the segment's fellow: type as large, and no line of prose."""
    return not any(
        abs(other.main.size - segment.main.size) <= ALIKE * segment.main.size and len(other.text) < 2 * PROSE
        for other in row.segments
        if other is not segment
    )


def streams(rows: Sequence[Row], second: float) -> Iterator[tuple[Row, ...]]:
    """Two columns: the left one before the right one, down to each row that runs across both."""
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        if any(segment.left < second - EDGE and segment.right > second for segment in row.segments):
            yield from (tuple(left), tuple(right), (row,))
            left, right = [], []
            continue
        one, two = split([row], lambda segment: segment.left < second - EDGE)
        left += one
        right += two
    yield from (tuple(left), tuple(right))
