"""Tables of questions without a row of headings in a PDF: told by the numbers that count their rows.

Each row opens with the number due, and further to the right, on the same line, the same columns begin in nearly every
row.  In text set in two columns a numbered line may have a neighbour too, but above it is no
room in both columns, nor do sentences end there in both.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.read.bare_tables import NUMBER, OPENS_NUMBERED
from ingest.read.pdf_columns import EDGE, Measures
from ingest.read.pdf_grid import APART, OVER, Grid, runs
from ingest.read.pdf_rows import Row, Run
from ingest.read.pdf_rules import Rule
from ingest.read.tables import Column

_ANSWER = re.compile(r"Antwoord\b")
# A mark may stand behind the end of a sentence.
FINISHED = re.compile(r"[.?!:;][)»”’\"']*\d{0,3}\Z")

NUMBERED: Mapping[Column, int] = {"number": 0, "question": 1, "answer": 2}
INLINE: Mapping[Column, int] = {"question": 0, "answer": 1}

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


def bare_tables(pages: Sequence[Sequence[Row]]) -> dict[Place, Grid]:
    """The rows (by page and place) that open a question in a table without headings, each with the table's columns."""
    chain = longest([opening for page, rows in enumerate(pages) for opening in openings(page, rows)])
    grid = grid_under(chain) if len(chain) >= FEWEST else None
    grid = grid and with_numbers(pages, chain, grid)
    if grid is None or not asks(pages, chain, grid):
        return {}
    return {(opening.page, opening.at): grid for opening in chain}


def parted(
    found: Mapping[Place, Grid], pages: Sequence[Sequence[Row]], rules: Mapping[int, Sequence[Rule]], measures: Measures
) -> Mapping[Place, Grid]:
    """The same, if most of them are parted: by room, by a line, or by sentences that end above them in both columns."""
    inside = [(above, at, page) for (before, above), (page, at) in pairwise(found) if before == page]
    apart = sum(
        is_apart(pages[page][at - 1 : at + 1], rules.get(page, ()), measures)
        or is_finished(pages[page][above:at], found[page, above])
        for above, at, page in inside
    )
    return found if 10 * apart >= MOST * len(inside) else {}


def is_apart(rows: Sequence[Row], rules: Sequence[Rule], measures: Measures) -> bool:
    """Whether there is more room than usual, or a line, between two rows."""
    above, below = (row.main.base for row in rows)
    ruled = any(below < rule.base < above for rule in rules)
    return ruled or above - below > ROOM * measures.leading


def is_finished(rows: Sequence[Row], grid: Grid) -> bool:
    """Whether what stands in the columns of questions and answers ends as sentences do."""
    last = dict[int, str]()
    for row in rows:
        last |= {at: cell.text for at, cell in enumerate(grid.cells(row)) if cell is not None}
    spoken = [last.get(grid.columns[column], "") for column in ("question", "answer")]
    return all(map(FINISHED.search, spoken))


def openings(page: int, rows: Sequence[Row]) -> Iterator[Opening]:
    """The rows of a page that open with a number and have more text beside it."""
    for at, row in enumerate(rows):
        first = row.segments[0].runs[0].text.strip()
        if not (first[:1].isdigit() or first.startswith("Vraag")):
            continue
        alone = NUMBER.fullmatch(first)
        match = alone or OPENS_NUMBERED.match(first)
        others = tuple(beside(row)) if match else ()
        if match and others:
            label = alone is not None and _ANSWER.match(others[0].text) is not None
            yield Opening(page, at, int(match["number"]), alone is not None, label, row, others)


def beside(row: Row) -> Iterator[Run]:
    """The runs of a row that begin apart from the one before."""
    return (run for last, run in pairwise(runs(row)) if run.left - last.right > APART * run.size)


def longest(found: Sequence[Opening]) -> list[Opening]:
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


def grid_under(chain: Sequence[Opening]) -> Grid | None:
    """The columns that begin beside nearly all numbers; None where they are not those of a question and an answer."""
    places: Counter[int] = Counter(round(run.left / EDGE) for opening in chain for run in opening.others)
    common = [place for place in sorted(places) if near(places, place) * 10 >= MOST * len(chain)]
    lefts = [place * EDGE for above, place in pairwise([-2, *common]) if place - above > 1]
    every = [run.left for opening in chain for run in opening.others]
    edges = [min(at for at in every if abs(at - left) <= EDGE) for left in lefts]
    left = min(opening.row.segments[0].left for opening in chain)
    numbered = chain[0].alone and not all(opening.label for opening in chain)
    columns = NUMBERED if numbered else INLINE
    if len(edges) != len(columns) - 1:
        return None
    starts = [left, *edges]
    middle = (starts[columns["question"]] + starts[columns["answer"]]) / 2
    return Grid(columns, tuple(edges), middle, ())


def with_numbers(pages: Sequence[Sequence[Row]], chain: Sequence[Opening], grid: Grid) -> Grid:
    """The columns, without one of numbers where the questions run on below their numbers."""
    if "number" not in grid.columns:
        return grid
    question, answer = grid.cuts
    firsts = (next(runs(row)) for one, other in pairwise(chain) for row in between(pages, one, other))
    others = sum(
        run.left < question - OVER and run.right < answer and not NUMBER.fullmatch(run.text.strip()) for run in firsts
    )
    if 2 * others < len(chain):
        return grid
    return Grid(INLINE, grid.cuts[1:], grid.middle, ())


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
