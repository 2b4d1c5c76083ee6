"""The columns of a table of questions in a PDF: told by the row of its headings and the room between its columns."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ingest.read.pdf.columns import EDGE
from ingest.read.pdf.rows import Row, Run, Segment
from ingest.read.reading import Line, Piece
from ingest.read.tables import Column, columns_of

# Headings stand apart by this share of their size.
APART = 0.5

# A row of headings is short.
LONGEST_HEADINGS = 120

# Points: text reaches that much over the edge of its column.
OVER = 1.0

NUMBER = re.compile(r"(?:Vraag\s)?(?:\d{1,2}\.\d{1,2}|\d{1,4}[a-z]?)[.):]?")

Cells = tuple[Row | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table: what they hold, and where each but the first begins; their headings, as written.

    `middle`: a place in the column of questions.
    """

    columns: Mapping[Column, int]
    cuts: tuple[float, ...]
    middle: float
    heads: Sequence[Segment]

    def cells(self, row: Row) -> Cells:
        """What of a row stands in each column."""
        found: list[list[Segment]] = [[] for _ in range(len(self.cuts) + 1)]
        for segment in row.segments:
            for column, runs in groupby(segment.runs, lambda run: bisect_right(self.cuts, run.left + OVER)):
                found[column].append(Segment(tuple(runs)))
        return tuple(Row(tuple(segments)) if segments else None for segments in found)

    def is_crossed(self, row: Row) -> bool:
        """Whether a row runs across columns."""
        return any(run.left < cut - OVER and run.right > cut + OVER for run in runs(row) for cut in self.cuts)

    def number(self, cells: Cells) -> bool:
        """Whether a question's number stands in its column."""
        cell = cells[self.columns["number"]] if "number" in self.columns else None
        return cell is not None and NUMBER.fullmatch(cell.text) is not None

    def question(self, cells: Cells) -> Row | None:
        """What stands in the column of questions."""
        return cells[self.columns["question"]]

    def answer(self, cells: Cells) -> Row | None:
        """What stands in the column of answers, if there is one."""
        return cells[self.columns["answer"]] if "answer" in self.columns else None

    def opens(self, cells: Cells) -> bool:
        """Whether a row begins here as far as its text tells: with a number, or a question beside an answer."""
        return self.number(cells) or (self.question(cells) is not None and self.answer(cells) is not None)


def runs(row: Row) -> Iterator[Run]:
    """The runs of a row."""
    return (run for segment in row.segments for run in segment.runs)


def headings(row: Row) -> list[Segment]:
    """The headings in a row, if it heads a table of questions."""
    if len(row.text) > LONGEST_HEADINGS or "vra" not in row.text.lower():
        return []
    found: list[list[Run]] = []
    for run in runs(row):
        if found and run.left - found[-1][-1].right <= APART * run.size:
            found[-1].append(run)
        else:
            found.append([run])
    cells = [Segment(tuple(each)) for each in found]
    return cells if columns_of([[Line((Piece(cell.text),))] for cell in cells]) else []


def grid_of(heads: Sequence[Segment], rows: Sequence[Row]) -> Grid | None:
    """The columns under some headings; none where the rows below them do not stand in columns."""
    named = [*unnamed_numbers(heads, rows), *heads]
    columns = dict(columns_of([[Line((Piece(head.text),))] for head in named]))
    if len(named) > len(heads):
        columns["number"] = 0
    every = [run for head in named for run in head.runs] + [run for row in rows for run in runs(row)]
    middles = [(head.left + head.right) / 2 for head in named]
    cuts = tuple(cut_between(left, right, every) for left, right in pairwise(middles))
    grid = Grid(columns, cuts, middles[columns["question"]], heads)
    first = next((row for row in rows if grid.opens(grid.cells(row))), None)
    return None if first is None or any(map(grid.is_crossed, rows[: rows.index(first) + 1])) else grid


def unnamed_numbers(heads: Sequence[Segment], rows: Sequence[Row]) -> list[Segment]:
    """The numbers before the questions where no heading stands over them: the first, in place of one."""
    firsts = [(next(runs(row)), row) for row in rows]
    numbers = [
        run
        for run, row in firsts
        if NUMBER.fullmatch(run.text.strip()) and run.right < min(heads[0].left, row_second(row))
    ]
    if len(numbers) < 2 or "number" in columns_of([[Line((Piece(head.text),))] for head in heads]):
        return []
    edge = max(run.right for run in numbers)
    others = sum(run.left < edge and not NUMBER.fullmatch(run.text.strip()) for run, _ in firsts)
    return [Segment((numbers[0],))] if others < len(numbers) else []


def row_second(row: Row) -> float:
    """Where the second run of a row begins; nowhere before its first where it has but one."""
    return next((run.left for run in [*runs(row)][1:]), 0.0)


def cut_between(left: float, right: float, every: Sequence[Run]) -> float:
    """Where, between two headings, the second column begins: at the end of the widest room that least text covers."""
    edges = [(left, 0), (right, 0)]
    for run in every:
        if run.right > left and run.left < right:
            edges += [(max(left, run.left), 1), (min(right, run.right), -1)]
    edges.sort()
    covered = 0
    rooms = []
    for (here, change), (there, _) in pairwise(edges):
        covered += change
        rooms.append((-covered, there - here, there))
    return max((room for room in rooms if room[1] > 0), default=(0, 0.0, right))[2]


def headed(rows: Sequence[Row]) -> set[Segment]:
    """The headings on a page, also where they stand at the head of each page."""
    return {segment for row in rows if headings(row) for segment in row.segments}


def alike(one: Sequence[Segment], other: Sequence[Segment]) -> bool:
    """Whether headings are the same, in the same places."""
    return len(one) == len(other) and all(
        head.text == like.text and abs(head.left - like.left) <= EDGE for head, like in zip(one, other, strict=True)
    )
