"""The citation graph around a paper: who cites it, what it cites, and which other papers cite the same.

Papers and works stand in columns of rows of one height, so that a line from one to another is known without measuring.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from room import queries
from room.addresses import paper_address, work_address
from room.archive import Archive, Row
from room.show import KINDS, WORKS, name, plural, title

# How many papers or works a column has room for.
MOST_SHOWN = 20
# A work that more papers cite than this says nothing of what they have in common.
TOO_COMMON = 1_000


@dataclass(frozen=True, slots=True)
class Node:
    """A paper or work: its key, what it is called, where it leads, and whether the archive has it."""

    key: str
    name: str
    address: str
    title: str
    about: str
    here: bool


@dataclass(frozen=True, slots=True)
class Column:
    """The papers or works of one column, and how many more there are."""

    role: str
    heading: str
    nodes: tuple[Node, ...]
    more: int = 0

    @property
    def rows(self) -> int:
        """How many rows the column takes; what is left out takes one."""
        return len(self.nodes) + bool(self.more)


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two neighbouring columns: that a paper cites a work, and how often."""

    start: str
    stop: str
    times: int


@dataclass(frozen=True, slots=True)
class Graph:
    """Columns from left to right, and between each two of them the lines."""

    columns: tuple[Column, ...]
    lines: tuple[tuple[Line, ...], ...]

    @property
    def rows(self) -> int:
        """How many rows the longest column takes."""
        return max(column.rows for column in self.columns)


async def graph(archive: Archive, paper: Row) -> Graph:
    """The graph around a paper: one step to either side, and one more from what it cites."""
    names = {"key": paper["id"], "work": paper["identifier"] or paper["zaak"] or ""}
    count = await archive.row(queries.CITED_BY_COUNT, **names) or {}
    citing = await archive.rows(queries.GRAPH_CITED_BY, most=MOST_SHOWN, **names)
    cited = await archive.rows(queries.GRAPH_CITES, **names)
    shown = cited[:MOST_SHOWN]
    telling = [row["work"] for row in shown if 1 < row["cited_by_papers"] <= TOO_COMMON]
    also = await archive.rows(queries.GRAPH_ALSO, key=paper["id"], works=json.dumps(telling), most=MOST_SHOWN // 2)
    others = list({row["id"]: row for row in also}.values())
    middle = Node(paper["id"], name(paper), paper_address(paper), title(paper), KINDS.get(paper["kind"], "Paper"), True)
    return joined(
        [
            Column("cited_by", "Cited by", tuple(map(_paper, citing)), count.get("papers", 0) - len(citing)),
            Column("paper", "This paper", (middle,)),
            Column("cites", "Cites", tuple(map(_work, shown)), len(cited) - len(shown)),
            Column("also", "Cite the same", tuple(map(_paper, others)), also[0]["papers"] - len(others) if also else 0),
        ],
        [
            [Line(row["id"], middle.key, row["times"]) for row in citing],
            [Line(middle.key, _key(row["work"]), row["times"]) for row in shown],
            [Line(_key(row["work"]), row["id"], row["times"]) for row in also],
        ],
    )


def joined(columns: Sequence[Column], lines: Sequence[Iterable[Line]]) -> Graph:
    """The columns that have anything in them: those left out are at the ends, with the lines to them."""
    kept = [place for place, column in enumerate(columns) if column.nodes]
    first, last = kept[0], kept[-1]
    return Graph(tuple(columns[first : last + 1]), tuple(tuple(between) for between in lines[first:last]))


def curves(found: Graph) -> list[list[Row]]:
    """The lines of each gap as curves: from and to the middle of rows that are 100 high, over a width of 100."""
    places = [_middles(column, found.rows) for column in found.columns]
    return [
        [
            {"path": f"M0 {left[line.start]}C55 {left[line.start]} 45 {right[line.stop]} 100 {right[line.stop]}"}
            | {"weight": min(line.times, 4)}
            for line in lines
        ]
        for left, right, lines in zip(places, places[1:], found.lines, strict=False)
    ]


def _middles(column: Column, rows: int) -> dict[str, int]:
    """Where the middle of each row is; the column stands in the middle of the longest."""
    above = 50 * (rows - column.rows) + 50
    return {node.key: above + 100 * row for row, node in enumerate(column.nodes)}


def _key(work: str) -> str:
    """The key of a work, which no paper has."""
    return f"work:{work}"


def _paper(row: Row) -> Node:
    about = " · ".join(filter(None, [KINDS.get(row["kind"], "Paper"), row["date"]]))
    return Node(row["id"], name(row), paper_address(row), title(row), about, True)


def _work(row: Row) -> Node:
    papers = plural(row["cited_by_papers"], "paper")
    about = f"cited by {papers} · {WORKS.get(row['work_kind'], 'work')}"
    if row["id"]:
        return Node(_key(row["work"]), row["work"], paper_address(row), title(row), f"in this archive · {about}", True)
    return Node(_key(row["work"]), row["work"], work_address(row["work"]), "", about, False)
