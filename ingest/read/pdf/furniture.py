"""Running heads and feet of a PDF: what stands at the top or bottom of a page as it does on other pages."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ingest.read.pdf.columns import Measures
from ingest.read.pdf.rows import Row, Segment

# So many rows at the top and at the bottom of a page can be its heads and feet.
HEADS = 4
FEET = 5

# As high on the page as its like on another one (points).
HEIGHT = 6

NUMBER = re.compile(r"\d{1,4}")

# Shorter text is at the same height on two pages by chance.
SHORTEST = 6

# A label may well open two pages at the same height, the second one with a higher number.
LABEL = re.compile(r"(?:vra(?:ag|gen)|antwoord(?:en)?)(?:\b.{0,40}?\b\d{1,3}[a-z]?\b|\s?:?\Z)", re.IGNORECASE)

# Feet that tell themselves even on the only page: page numbers, and the official publications' own.
FOOT = re.compile(
    r"(?:(?:pagina|blz\.?|-) ?)?\d{1,4}(?: ?(?:van|/|-) ?\d{0,4})?"
    r"|(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}.{0,80}"
    r"|ISSN \d{4} ?- ?\d{3}[\dX]"
    r"|(?:ah|kst|kv|h|nds|blg)-[\w-]{4,40}"
    r"|[’']s-Gravenhage \d{4}",
    re.IGNORECASE,
)


# On fewer pages than one in so many, running text can stand at the same height by chance.
RARE = 3
# More room than so many lines parts heads and feet from the text.
NEAR = 2.2


def furniture(pages: Sequence[Sequence[Row]], measures: Measures) -> list[set[Segment]]:
    """The heads and feet of each page."""
    seen: dict[tuple[str, int], set[int]] = {}
    for at, rows in enumerate(pages):
        for segment in edges(rows):
            for key in keys(segment, at):
                seen.setdefault(key, set()).add(at)

    def times(segment: Segment, at: int) -> int:
        return max((len(seen.get(key, ())) for key in keys(segment, at)), default=0)

    def by_chance(segment: Segment, at: int) -> bool:
        if RARE * times(segment, at) >= len(pages):
            return False
        row = next(row for row in pages[at] if segment in row.segments)
        return any(times(one, at) < 2 for each in surroundings(pages[at], row, measures) for one in each.segments)

    def is_furniture(segment: Segment, at: int) -> bool:
        return times(segment, at) > 1 and not is_label(segment, pages[at]) and not by_chance(segment, at)

    return [
        feet(rows) | {segment for segment in edges(rows) if is_furniture(segment, at)} for at, rows in enumerate(pages)
    ]


def surroundings(rows: Sequence[Row], row: Row, measures: Measures) -> Sequence[Row]:
    """The rows around one that follow each other as lines and paragraphs do, as far as heads and feet reach."""
    start = last = rows.index(row)
    first, end = max(0, start - FEET), min(len(rows) - 1, last + FEET)
    near = NEAR * measures.leading
    while start > first and rows[start - 1].main.base - rows[start].main.base <= near:
        start -= 1
    while last < end and rows[last].main.base - rows[last + 1].main.base <= near:
        last += 1
    return rows[start : last + 1]


def edges(rows: Sequence[Row]) -> list[Segment]:
    """The segments at the top and at the bottom of a page."""
    found = [*rows[:HEADS], *rows[HEADS:][-FEET:]]
    return [segment for row in found for segment in row.segments]


def keys(segment: Segment, page: int) -> Iterator[tuple[str, int]]:
    """What a segment has in common with its like on other pages: its height, and its text but for the page number."""
    heights = {int(segment.main.base // HEIGHT), int((segment.main.base + HEIGHT / 2) // HEIGHT) - HEIGHT**3}
    texts = [segment.text] if len(segment.text) >= SHORTEST else []
    for number in NUMBER.finditer(segment.text):
        texts.append(f"{segment.text[: number.start()]}\0{int(number[0]) - page}{segment.text[number.end() :]}")
    yield from ((text, height) for text in texts for height in heights)


def is_label(segment: Segment, rows: Sequence[Row]) -> bool:
    """Whether a segment may be the label of a question or an answer, or the bare number of a question."""
    bare = (
        NUMBER.fullmatch(segment.text) is not None
        and segment.left <= min(row.segments[0].left for row in rows) + HEIGHT
    )
    return LABEL.match(segment.text) is not None or (bare and segment not in rows[-1].segments)


def feet(rows: Sequence[Row]) -> set[Segment]:
    """The last rows of a page, as far as they are feet by themselves."""
    last = takewhile(lambda row: all(FOOT.fullmatch(segment.text) for segment in row.segments), reversed(rows[-FEET:]))
    return {segment for row in last for segment in row.segments}


def running(pages: Sequence[Sequence[Row]]) -> set[Segment]:
    """The heads and feet that tell themselves: "Pagina 2 van 9", and a first row that is the same on all pages."""
    filled = [rows for rows in pages if rows]
    found = {segment for rows in filled for segment in feet(rows) if not segment.text.isdecimal()}
    if len(filled) > 1 and len({rows[0].text for rows in filled}) == 1:
        found |= {segment for rows in filled for segment in rows[0].segments}
    return found
