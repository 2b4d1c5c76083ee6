"""Tables of questions as Markdown writes them, "| 1 | Klopt dit? | Ja. |": where their cells stand.

The text stays as it is; hints say which cell is what, as the readers of other formats do.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ingest.model import Hint, Span
from ingest.read.reading import Line, Piece
from ingest.read.tables import OPENS, Column, columns_of
from ingest.typography import lines_of

_EDGE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\|[-:| \t]+\s*\Z")
_NUMBER = re.compile(r"\d{1,2}\.\d{1,2}(?!\d)|\d{1,4}[a-z]?")
_MARKS = "*_ \t\r\n"
# No table has more columns.
_MOST_BARS = 40


def pipe_hints(text: str) -> tuple[Hint, ...]:
    """Hints for the rows of each table whose headings say that it holds questions, in order; mostly none."""
    return tuple(_hints(text)) if "\n|" in text or text.startswith("|") else ()


def _hints(text: str) -> Iterator[Hint]:
    at, columns = 0, dict[Column, int]()
    for line in lines_of(text):
        row = line[:1] == "|" and line.count("|") <= _MOST_BARS
        cells = list(_cells(line)) if row else []
        if columns and not row:
            # A table may go on below an empty line.
            if line.strip():
                yield Hint(Span(at, at), "part_label")
                columns = {}
        elif columns and _RULE.match(line):
            yield Hint(Span(at, at + len(line.rstrip())), "page_furniture")
        elif columns:
            yield from _row(line, at, cells, columns)
        elif row:
            columns = columns_of([[Line((Piece(line[cell.start : cell.stop].strip(_MARKS)),))] for cell in cells])
        at += len(line)


def _cells(line: str) -> Iterator[Span]:
    """The words of each cell, by their place in the line."""
    edges = [match.start() for match in _EDGE.finditer(line)]
    for start, stop in pairwise(edges):
        words = line[start + 1 : stop]
        begin = start + 1 + len(words) - len(words.lstrip())
        yield Span(begin, max(begin, start + 1 + len(words.rstrip())))


def _row(line: str, at: int, cells: Sequence[Span], columns: Mapping[Column, int]) -> Iterator[Hint]:
    """What stands in a row: the number is the question's label, the edges of cells are markup."""
    asked = columns["question"]
    if len(cells) <= max(columns.values()) or cells[asked].start == cells[asked].stop:
        yield from (Hint(Span(at + match.start(), at + match.end()), "markup") for match in _EDGE.finditer(line))
        return
    first = cells[columns.get("number", asked)]
    number = _NUMBER.search(line, first.start, first.stop) if "number" in columns else None
    marker = number[0] if number else ""
    yield Hint(Span(at, at + cells[asked].start), "question_label", marker)
    names = {index: column for column, index in columns.items()}
    end = cells[asked].stop
    for index in range(asked + 1, len(cells)):
        yield Hint(Span(at + end, at + cells[index].start), "markup")
        if cells[index].start < cells[index].stop:
            yield Hint(Span(at + cells[index].start, at + cells[index].start), OPENS[names.get(index, "aside")], marker)
        end = cells[index].stop
    yield Hint(Span(at + end, at + len(line.rstrip())), "markup")
