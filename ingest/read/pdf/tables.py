"""Tables of questions in a PDF: rows of text → rows of cells.

A row of headings ("Nr. | Vraag | Antwoord") says that such a table begins.  Where its columns end is told by the room
between them; where its rows end by the lines drawn, by the numbers of the questions, or else by the room.  A row that
runs on over a page's end stands whole on the page where it begins.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.read.pdf.bare import FINISHED, ROOM, Place, bare_tables, parted
from ingest.read.pdf.columns import SMALL, Measures
from ingest.read.pdf.grid import NUMBER, Cells, Grid, alike, grid_of, headings
from ingest.read.pdf.notes import is_close, opening
from ingest.read.pdf.rows import Row, Segment
from ingest.read.pdf.rules import Rule
from ingest.read.reading import is_title

# Lines of a heading that runs across a table.
TITLE_LINES = 3

# So many lines are drawn around the rows of a table that does not part them by lines.
AROUND = 2

# So many lines one cell takes on a page.
LONGEST_CELL = 100

OPENS_NUMBERED = re.compile(rf"(?:{NUMBER.pattern})\s+\D")

TableRow = list[list[Row]]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as far as its rows begin on one page; `heads`: its headings where they are repeated."""

    grid: Grid
    heads: list[Row] = field(default_factory=list)
    rows: list[TableRow] = field(default_factory=list)


Part = Table | list[Row]


def read_tables(
    pages: Sequence[Sequence[Row]], rules: Mapping[int, Sequence[Rule]], measures: Measures
) -> list[list[Part]]:
    """Each page as its parts: tables of questions, and the rows between them."""
    headed = any(any(map(headings, rows)) for rows in pages) if rules else False
    reader = _Reader(
        measures, {} if headed or not rules else parted(bare_tables(pages, measures), pages, rules, measures)
    )
    return [reader.page(at, rows, rules.get(at, ())) for at, rows in enumerate(pages)]


def first_table(pages: Sequence[Sequence[Row]], measures: Measures) -> int:
    """The first page that may hold a table of questions; the number of pages if none does."""
    headed = next((at for at, rows in enumerate(pages) if any(map(headings, rows))), len(pages))
    return (
        headed if headed < len(pages) else min((page for page, _ in bare_tables(pages, measures)), default=len(pages))
    )


@dataclass(slots=True)
class _Reader:
    """The tables of a paper, page by page.

    `table`: the one that the next row may belong to; `last`: its last row, which may have begun on an earlier page;
    `above`: the row of text before, none at the top of a page or table; `rules`: the lines on the page that can part
    questions; `centred`: the numbers stand halfway down their rows; `bare`: where rows of tables without headings open;
    `number`: the page.
    """

    measures: Measures
    bare: Mapping[Place, Grid]
    table: Table | None = None
    last: TableRow | None = None
    above: Row | None = None
    rules: Sequence[float] = ()
    centred: bool = False
    seen: set[str] = field(default_factory=set)
    number: int = 0

    def page(self, number: int, rows: Sequence[Row], rules: Sequence[Rule]) -> list[Part]:
        """The parts of the next page."""
        self.number = number
        heads = {at: found for at, row in enumerate(rows) if (found := headings(row))}
        ends = dict(pairwise([*heads, len(rows)]))
        parts: list[Part] = []
        self.above = None
        if self.table:
            self.begin(self.table.grid, rules, None, parts)
        for at, row in enumerate(rows):
            if self.table is None and (bare := self.bare.get((number, at))):
                self.begin(bare, rules, None, parts)
            grid = self.again(heads[at]) or grid_of(heads[at], rows[at + 1 : ends[at]]) if at in heads else None
            if grid:
                self.head(row, grid, rules, parts)
            elif self.table and not self.leaves(self.table.grid, rows, at):
                self.add(self.table, rows, at)
            elif self.table and all(below.main.size < SMALL * self.measures.size for below in rows[at:]):
                # Notes; on the next page the table may go on.
                text(parts).extend(rows[at:])
                break
            else:
                self.table = self.last = None
                text(parts).append(row)
            self.above = None if grid else row
        return [part for part in parts if isinstance(part, list) or part.heads or part.rows]

    def begin(self, grid: Grid, rules: Sequence[Rule], head: Row | None, parts: list[Part]) -> None:
        """Begin a table below its headings, or go on with it on a new page."""
        self.table = Table(grid)
        below = [rule for rule in rules if head is None or rule.base < head.main.base]
        self.rules = [-rule.base for rule in below if rule.left <= grid.middle <= rule.right]
        parts.append(self.table)

    def head(self, row: Row, grid: Grid, rules: Sequence[Rule], parts: list[Part]) -> None:
        """Read the headings of a table; those of one that goes on are repeated."""
        goes_on = self.table is not None and alike(grid.heads, self.table.grid.heads)
        again = row.text in self.seen
        if not again:
            text(parts).append(row)
            self.centred = False
        self.seen.add(row.text)
        self.begin(grid, rules, row, parts)
        self.last = self.last if goes_on else None
        if again and self.table:
            self.table.heads.append(row)

    def again(self, heads: Sequence[Segment]) -> Grid | None:
        """The columns of the table that goes on, if its headings are repeated."""
        grid = self.table.grid if self.table else None
        return grid if grid and alike(heads, grid.heads) else None

    def leaves(self, grid: Grid, rows: Sequence[Row], at: int) -> bool:
        """Whether a row stands below a table."""
        row = rows[at]
        if grid.is_crossed(row):
            return not is_heading(grid, rows, at)
        cells = grid.cells(row)
        if grid.opens(cells):
            return False
        if opening(row) and row.main.size < SMALL * self.measures.size:
            return True
        above, alone = self.above, sum(cell is not None for cell in cells) == 1
        if self.last is None or (above is None and not self.bare):
            return False
        if "number" in grid.columns:
            signed = alone and cells[grid.columns["number"]] is not None and bool(self.last[grid.columns["number"]])
        else:
            signed = (
                alone and grid.question(cells) is not None and self.is_over(grid, above, rows[at : at + LONGEST_CELL])
            )
        return signed or (above is not None and self.is_ruled(above, row) and -self.rules[-1] > row.main.base)

    def is_over(self, grid: Grid, above: Row | None, rows: Sequence[Row]) -> bool:
        """Whether rows without answers, set apart from the one above, ask nothing: then they sign the paper."""
        texts = ((grid.answer(cells), grid.question(cells)) for cells in map(grid.cells, rows))
        spoken = any(answer is not None or (asked and "?" in asked.text) for answer, asked in texts)
        room = above is None or above.main.base - rows[0].main.base > ROOM * self.measures.leading
        return not spoken and room and self.last is not None and is_finished(self.last[grid.columns["question"]])

    def add(self, table: Table, rows: Sequence[Row], at: int) -> None:
        """Add a line of text to a table."""
        row, grid = rows[at], table.grid
        if grid.is_crossed(row):
            cells: Cells = (row, *(None for _ in grid.cuts))
            self.last = None
        else:
            cells = grid.cells(row)
        ruled_off = bool(self.rules) and -self.rules[0] > row.main.base
        if self.last is None and not (ruled_off or grid.opens(cells) or grid.question(cells) or cells[0]):
            table.heads.append(row)
            return
        if self.last is None or self.starts(grid, rows, at, self.last):
            self.centred = self.centred or ("number" in grid.columns and not grid.number(cells) and cells[0] is not row)
            self.last = [[] for _ in cells]
            table.rows.append(self.last)
        for cell, line in zip(self.last, cells, strict=True):
            cell += [line] if line else []
        if grid.is_crossed(row):
            self.last = None

    def starts(self, grid: Grid, rows: Sequence[Row], at: int, last: TableRow) -> bool:
        """Whether a line of text begins a row of its table."""
        if self.bare:
            return (self.number, at) in self.bare
        cells, above = grid.cells(rows[at]), self.above
        ruled = above is not None and self.is_ruled(above, rows[at])
        if "number" in grid.columns:
            known = bool(last[grid.columns["number"]])
            begun = above is None and self.centred and self.is_numbered(grid, rows, at)
            return ruled or begun or (known and grid.number(cells))
        question = grid.question(cells)
        if ruled or question is None:
            return ruled
        finished = is_finished(last[grid.columns["question"]])
        # "€ 340 miljoen" may go on in the next line.
        if finished and OPENS_NUMBERED.match(question.text):
            return True
        if above is None or len(self.rules) > AROUND:
            return above is None and finished
        if not is_close(above, rows[at], self.measures):
            return finished or grid.answer(cells) is not None
        # Hardly more room than usual: there a row begins where both cells do.
        room = above.main.base - rows[at].main.base > ROOM * self.measures.leading
        answered = grid.answer(cells) is not None and is_finished(last[grid.columns["answer"]])
        return room and finished and answered

    def is_numbered(self, grid: Grid, rows: Sequence[Row], at: int) -> bool:
        """Whether a number stands in the first row of a page, down to the line that ends it."""
        if not self.rules:
            return False
        for above, row in pairwise(rows[at : at + LONGEST_CELL]):
            if grid.number(grid.cells(above)):
                return True
            if self.is_ruled(above, row):
                return False
        return False

    def is_ruled(self, above: Row, row: Row) -> bool:
        """Whether a line is drawn between two rows."""
        return bisect_right(self.rules, -above.main.base) < bisect_right(self.rules, -row.main.base)


def is_finished(cell: Sequence[Row]) -> bool:
    """Whether a cell ends as a sentence does."""
    return bool(cell) and FINISHED.search(cell[-1].text) is not None


def text(parts: list[Part]) -> list[Row]:
    """The rows of text that the parts end with."""
    if not parts or isinstance(parts[-1], Table):
        parts.append([])
    last = parts[-1]
    return last if isinstance(last, list) else []


def is_heading(grid: Grid, rows: Sequence[Row], at: int) -> bool:
    """Whether what runs across a table is a heading in it: after it the table goes on."""
    for row in rows[at : at + TITLE_LINES + 1]:
        if not grid.is_crossed(row):
            return grid.opens(grid.cells(row))
        if not is_title(row.text):
            return False
    return False
