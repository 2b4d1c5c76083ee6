"""Tables → lines.

A table is a line per row.  Only one with a row for each question, as ministries fill them in, is written as papers
are: each cell on lines of its own, with hints that say which are labels.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ingest.model import HintRole
from ingest.read.bare_tables import counted, plain_text
from ingest.read.reading import Line, Piece, between, is_title, plain, trimmed, under

Column = Literal["number", "question", "answer", "aside"]
Cell = Sequence[Line]


@dataclass(frozen=True, slots=True)
class Heading:
    """How the heading of a column is worded, with some that are and some that are not."""

    column: Column
    pattern: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


_OFFICE = r"(?:kabinet|minister|staatssecretaris|regering|ministerie|bewindspersoo?n(?:en)?)"

HEADINGS = (
    Heading(
        "number",
        r"(?:vraag|volg)?\s?-?(?:nr|no|nummer)\.?|#",
        ("Nr", "Nr.", "Vraagnummer", "Volgnr.", "#"),
        ("Nr. kamerstuk", "Bijlage"),
    ),
    Heading(
        "question",
        r"(?:(?:gestelde|feitelijke) )?vra(?:ag|gen)(?:(?: en |/)opmerkingen?)?"
        r"(?: (?:van )?(?:de )?(?:(?:Tweede |Eerste )?Kamer|fracties?|leden|commissie))?:?",
        ("Vraag", "Vragen", "Vragen en opmerkingen", "Vraag van de fractie", "Gestelde vraag"),
        ("Vraagsteller", "Vraagnummer", "Vraag en aanbod"),
    ),
    Heading(
        "answer",
        rf"(?:antwoord(?:en)?|reactie|beantwoording)(?: (?:van )?(?:de |het )?{_OFFICE})?:?",
        ("Antwoord", "ANTWOORDEN", "Reactie kabinet", "Antwoord van de minister", "Antwoord bewindspersoon"),
        ("Antwoordt", "Antwoord ontvangen"),
    ),
)
_HEADING = [(heading.column, re.compile(heading.pattern, re.IGNORECASE)) for heading in HEADINGS]
_NUMBER = re.compile(r"\d{1,2}\.\d{1,2}(?!\d)|\d{1,4}[a-z]?")
_LABEL = re.compile(r"(?:Vraag\s)?\d{1,4}[a-z]?[.):]?", re.IGNORECASE)
_ANSWER_LABEL = re.compile(r"Antwoord(?: op)?(?: vraag)?(?: \d{1,4}[a-z]?)?[.:]?", re.IGNORECASE)
_OPENS_NUMBERED = re.compile(r"\s*(?:Vraag\s)?(?:\d{1,2}\.\d{1,2}|\d{1,4}[a-z]?)[.):]?\s+(?=\D)")
# What a cell opens that has no label.
OPENS: dict[Column, HintRole] = {"question": "question_label", "answer": "answer_label", "aside": "part_label"}


# What stands behind a table of questions belongs to none of them.
BEHIND = Line((), opens="part_label")


def table(rows: Iterable[Iterable[Iterable[Line]]]) -> Iterator[Line]:
    """A table: a line per row, a tab between cells, a line break between the paragraphs of a cell.

    A row with text in one cell only is no more than that text: tables are used to lay out letters, too.
    """
    every = [[[line for line in cell if trimmed(line.pieces)] for cell in row] for row in rows]
    heads = [columns_of(cells) for cells in every]
    apart, columns = True, {} if any(heads) else unnamed_columns(every)
    for cells, headings in zip(every, heads, strict=True):
        filled = [cell for cell in cells if cell]
        if columns and not headings:
            yield from question_row(cells, columns)
        elif len(filled) == 1:
            yield from filled[0]
        elif filled:
            yield Line(between("\t", map(_as_piece, filled)), apart)
        columns = headings or columns
        apart = len(filled) == 1 if filled else apart
    if columns:
        yield BEHIND


def unnamed_columns(rows: Sequence[Sequence[Cell]]) -> dict[Column, int]:
    """Which column holds what in a table of questions without headings; else nothing."""
    found = counted(rows)
    if found is None:
        return {}
    numbered, asked, answered = found
    columns: dict[Column, int] = {"question": asked, "answer": answered}
    return {"number": 0, **columns} if numbered else columns


def columns_of(row: Sequence[Cell]) -> dict[Column, int]:
    """Which column holds what, if a row heads a table of questions; else nothing.

    The number stands before the question, the answer behind it; what stands beside (pages, annexes, who asks) has no
    name here.
    """
    found = {column: at for at, cell in enumerate(row) if (column := column_of(plain_text(cell)))}
    asked = found.get("question", -1)
    in_order = found.get("number", -1) < asked < found.get("answer", len(row))
    return found if len(found) > 1 and in_order else {}


def column_of(heading: str) -> Column | None:
    """What a column holds, by the words of its heading."""
    return next((column for column, pattern in _HEADING if pattern.fullmatch(heading)), None)


def question_row(cells: Sequence[Cell], columns: Mapping[Column, int]) -> Iterator[Line]:
    """A row of a table of questions; one that asks nothing is a heading."""
    asked = columns["question"]
    filled = [cell for cell in cells if cell]
    is_heading = len(filled) == 1 and is_title(plain_text(filled[0]))
    if is_heading or len(cells) <= max(columns.values()) or not cells[asked]:
        yield from (Line(under("heading", line.pieces), line.apart) for cell in cells for line in cell)
        return
    # What stands before the question is its label; or its number is part of its text.
    label = between("\t", map(_as_piece, cells[:asked]))
    question = cells[asked]
    if not label and len(question) > 1 and _LABEL.fullmatch(plain(question[0].pieces).strip()):
        label, question = question[0].pieces, question[1:]
    elif not label and (numbered := _OPENS_NUMBERED.match(plain(question[0].pieces))):
        label, question = (Piece(numbered[0]),), [_without(question[0], numbered.end()), *question[1:]]
    number = _NUMBER.search(plain(label) if "number" not in columns else plain_text(cells[columns["number"]]))
    marker = number[0] if number else ""
    yield Line(under("question_label", label, marker))
    yield from _opened(question, None if label else "question", marker)
    names = {at: column for column, at in columns.items()}
    for at in range(asked + 1, len(cells)):
        yield from _opened(cells[at], names.get(at, "aside"), marker)


def _without(line: Line, length: int) -> Line:
    """A line without its first characters."""
    pieces = []
    for piece in line.pieces:
        pieces.append(replace(piece, text=piece.text[length:]))
        length = max(0, length - len(piece.text))
    return replace(line, pieces=tuple(pieces))


def _opened(cell: Cell, what: Column | None, number: str) -> Iterator[Line]:
    """The lines of a cell; the first says what begins here, or is its label."""
    if what == "answer" and len(cell) > 1 and _ANSWER_LABEL.fullmatch(plain(cell[0].pieces).strip()):
        yield Line(under("answer_label", cell[0].pieces, number), cell[0].apart)
        yield from cell[1:]
        return
    for index, line in enumerate(cell):
        yield replace(line, opens=OPENS[what], numbers=number) if what and index == 0 else line


def _as_piece(cell: Iterable[Line]) -> tuple[Piece, ...]:
    """The paragraphs of a cell.  The heading of a column is no heading of the paper."""
    pieces = between("\n", (line.pieces for line in cell))
    return tuple(Piece(piece.text) if piece.role == "heading" else piece for piece in pieces)
