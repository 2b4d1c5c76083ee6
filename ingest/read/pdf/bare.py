"""Tables of questions without a row of headings in a PDF: told by the numbers that count their rows.

Each row opens with the number due, and further to the right, on the same line, the same columns begin in nearly every
row.  In text set in two columns a numbered line may have a neighbour too, but above it is no room in both columns, nor
do sentences end there in both.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.read.bare_tables import NUMBER, OPENS_NUMBERED
from ingest.read.pdf.columns import EDGE, SMALL, Measures
from ingest.read.pdf.grid import APART, Grid, runs
from ingest.read.pdf.rows import Row, Run
from ingest.read.pdf.rules import Rule
from ingest.read.tables import Column

_ANSWER = re.compile(r"Antwoord\b")
# A mark may stand behind the end of a sentence.
FINISHED = re.compile(r"[.?!:;][)»”’\"']*\d{0,3}\Z")

FEWEST = 3

# Of the rows that open with a number so many, in tenths, have the same columns.
MOST = 8

# Of the lines between them so many, in tenths, may run across columns: headings.
ACROSS = 2

# A little more room than from line to line; a multiple.
ROOM = 1.1

# A page and a row on it.
Place = tuple[int, int]


class Opening(NamedTuple):
    """A row that opens with a number: where it stands (page, row), the number, and what stands beside it.

    `alone`: the number has no question behind it; `label`: beside it stands "Antwoord".
    """

    page: int
    at: int
    number: int
    alone: bool
    label: bool
    row: Row
    others: tuple[Run, ...]


class _Chain(NamedTuple):
    last: Opening
    length: int
    before: "_Chain | None"


def bare_tables(pages: Sequence[Sequence[Row]], measures: Measures) -> dict[Place, Grid]:
    """The rows (by page and place) that open a question in a table without headings, each with the table's columns."""
    found = (opening for page, rows in enumerate(pages) for opening in openings(page, rows, SMALL * measures.size))
    chain = longest(found)
    grids = grids_under(chain) if len(chain) >= FEWEST else ()
    grid = next((grid for grid in grids if asks(pages, chain, grid)), None)
    return {} if grid is None else {(opening.page, opening.at): grid for opening in chain}


def parted(
    found: Mapping[Place, Grid], pages: Sequence[Sequence[Row]], rules: Mapping[int, Sequence[Rule]], measures: Measures
) -> Mapping[Place, Grid]:
    """The same, if most of them are parted: by room, by a line, or by sentences that end above them in both columns."""
    inside = [(above, at, page) for (before, above), (page, at) in pairwise(found) if before == page]
    heights = {page: [-rule.base for rule in rules.get(page, ())] for page, _ in found}
    apart = sum(
        is_apart(pages[page][at - 1 : at + 1], heights[page], measures)
        or is_finished(pages[page][above:at], found[page, above])
        for above, at, page in inside
    )
    return found if 10 * apart >= MOST * len(inside) else {}


def is_apart(rows: Sequence[Row], heights: Sequence[float], measures: Measures) -> bool:
    """Whether there is more room than usual, or a line, between two rows."""
    above, below = (-row.main.base for row in rows)
    ruled = bisect_right(heights, above) < bisect_left(heights, below)
    return ruled or below - above > ROOM * measures.leading


def is_finished(rows: Sequence[Row], grid: Grid) -> bool:
    """Whether what stands in the columns of questions and answers ends as sentences do."""
    last = dict[int, str]()
    for row in rows:
        last |= {at: cell.text for at, cell in enumerate(grid.cells(row)) if cell is not None}
    spoken = [last.get(grid.columns[column], "") for column in ("question", "answer")]
    return all(map(FINISHED.search, spoken))


def openings(page: int, rows: Sequence[Row], smallest: float) -> Iterator[Opening]:
    """The rows of a page that open with a number, not set smaller, and have more text beside it."""
    for at, row in enumerate(rows):
        first = row.segments[0].runs[0].text.strip()
        if not (first[:1].isdigit() or first.startswith("Vraag")) or row.main.size < smallest:
            continue
        alone = NUMBER.fullmatch(first)
        match = alone or OPENS_NUMBERED.match(first)
        others = tuple(beside(row) or (alone and lower(rows, at)) or ()) if match else ()
        if match and others:
            label = alone is not None and _ANSWER.match(others[0].text) is not None
            yield Opening(page, at, int(match["number"]), alone is not None, label, row, others)


def lower(rows: Sequence[Row], at: int) -> list[Run]:
    """The runs of the next row, where a cell's paragraphs stand a little lower than a number alone."""
    row, below = rows[at], rows[at + 1 : at + 2]
    near = below and row.main.base - below[0].main.base < row.main.size * ROOM
    return [run for run in runs(below[0]) if run.left > row.main.right] if near else []


def beside(row: Row) -> list[Run]:
    """The runs of a row that begin apart from the one before: by room, or drawn apart though in the same type."""
    return [
        run
        for last, run in pairwise(runs(row))
        if run.left - last.right > APART * run.size or (run.size, run.bold) == (last.size, last.bold)
    ]


def longest(found: Iterable[Opening]) -> list[Opening]:
    """The longest run of openings that count on."""
    best: dict[tuple[int, bool], _Chain] = {}
    for opening in found:
        before = best.get((opening.number - 1, opening.alone))
        length = before.length + 1 if before else 1
        known = best.get((opening.number, opening.alone))
        if known is None or length >= known.length:
            best[opening.number, opening.alone] = _Chain(opening, length, before)
    link = max(best.values(), key=lambda chain: chain.length, default=None)
    chain: list[Opening] = []
    while link:
        chain.append(link.last)
        link = link.before
    return chain[::-1]


def grids_under(chain: Sequence[Opening]) -> Iterator[Grid]:
    """The columns that begin beside nearly all numbers: what they may hold, the likeliest first."""
    places: Counter[int] = Counter(round(run.left / EDGE) for opening in chain for run in opening.others)
    common = [place for place in sorted(places) if near(places, place) * 10 >= MOST * len(chain)]
    lefts = [place * EDGE for above, place in pairwise([-2, *common]) if place - above > 1]
    every = [run.left for opening in chain for run in opening.others]
    edges = [min(at for at in every if abs(at - left) <= EDGE) for left in lefts]
    starts = [min(opening.row.segments[0].left for opening in chain), *edges]
    numbered = chain[0].alone and not all(opening.label for opening in chain)
    for asked in range(1, len(starts) - 1) if numbered else ():
        yield grid_of({"number": 0, "question": asked, "answer": asked + 1}, starts)
    if len(starts) > 1 and not (numbered and len(starts) == 2):
        # Without a column of its own a number stands above its question or before it.
        inline = [starts[0], *starts[2 if numbered else 1 :]]
        yield grid_of({"question": 0, "answer": 1}, inline)


def grid_of(columns: Mapping[Column, int], starts: Sequence[float]) -> Grid:
    """Columns that begin at these places."""
    return Grid(columns, tuple(starts[1:]), (starts[columns["question"]] + starts[columns["answer"]]) / 2, ())


def between(pages: Sequence[Sequence[Row]], opening: Opening, after: Opening | None) -> Sequence[Row]:
    """The rows from one opening to the next, as far as they stand on its page."""
    rows = pages[opening.page]
    return rows[opening.at : after.at if after and after.page == opening.page else len(rows)]


def near(places: Counter[int], place: int) -> int:
    """How many runs begin at a place, or a little beside it."""
    return places[place] + max(places[place - 1], places[place + 1])


def asks(pages: Sequence[Sequence[Row]], chain: Sequence[Opening], grid: Grid) -> bool:
    """Whether most rows ask in the column of questions, and hardly any line runs across the columns."""
    asking = across = lines = 0
    for opening, after in zip(chain, [*chain[1:], None], strict=True):
        rows = between(pages, opening, after)
        inside = [row for row in rows if not grid.is_crossed(row)]
        # Below the last row stands what follows on the table.
        lines, across = (lines + len(rows), across + len(rows) - len(inside)) if after else (lines, across)
        asking += any((cell := grid.question(grid.cells(row))) is not None and "?" in cell.text for row in inside)
    return 2 * asking > len(chain) and 10 * across <= ACROSS * lines
