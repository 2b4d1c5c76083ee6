"""Rows of a PDF → the pieces of lines; and the cells of its tables of questions → lines, as papers write them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.read.marks import raised
from ingest.read.pdf.columns import Measures
from ingest.read.pdf.notes import is_close, is_raised
from ingest.read.pdf.rows import Row, Segment
from ingest.read.pdf.tables import Table
from ingest.read.reading import Line, Piece
from ingest.read.tables import question_row

# A word's width is guessed from its line; so much wider it may be.
ROOM = 1.25

# What a line of a list begins with.
BULLETS = ("•", "-", "–", "\uf0b7", "◦", "▪", "○")


def pieces(row: Row) -> Iterator[Piece]:
    """The text of a row, with the marks in it."""
    before = ""
    for segment in row.segments:
        yield Piece("\t" if before else "")
        for run, text in segment.spaced():
            is_mark = is_raised(run, segment.main) or is_raised(run, row.main)
            yield from raised(text, before) if is_mark else (Piece(text),)
            before = text


def table_lines(table: Table, measures: Measures) -> Iterator[Line]:
    """The rows of a table of questions: cell by cell, with hints that say which are labels."""
    edges = [
        max((line.segments[-1].right for row in table.rows for line in row[at]), default=0.0)
        for at in range(len(table.grid.cuts) + 1)
    ]
    for row in table.rows:
        cells = [list(paragraphs(cell, edge, measures)) for cell, edge in zip(row, edges, strict=True)]
        yield from question_row(cells, table.grid.columns)


def paragraphs(cell: Sequence[Row], edge: float, measures: Measures) -> Iterator[Line]:
    """The paragraphs of a cell, whose lines reach at most to the edge of its column."""
    held: list[Piece] = []
    apart = True
    for above, line in pairwise([None, *cell]):
        assert line is not None
        if above is not None and held:
            close = is_close(above, line, measures) or above.main.base < line.main.base
            if close and is_full(above, line, edge):
                held.append(Piece("\n" if is_cut(above) else " "))
            else:
                yield Line(tuple(held), apart)
                held, apart = [], not close
        held += pieces(line)
    if held:
        yield Line(tuple(held), apart)


def is_full(above: Row, line: Row, edge: float) -> bool:
    """Whether the first word of a line had no room on the line above."""
    if line.text.startswith(BULLETS):
        return False
    first: Segment = line.segments[0]
    word = first.text.split(" ", 1)[0]
    width = (first.right - first.left) * (len(word) + 1) / max(1, len(first.text))
    return above.segments[-1].right + ROOM * width > edge


def is_cut(line: Row) -> bool:
    """Whether a word or an address may run on in the next line: then the line's end has to stay."""
    word = line.text.rpartition(" ")[2]
    return word.endswith(("-", "\u00ad", "\u2010")) or "://" in word or "www." in word
