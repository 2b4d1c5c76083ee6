"""PDF → text, in reading order, with what its geometry tells: notes and their marks, headings, heads and feet, margins.

PDFium finds the characters; the rest is told from where they stand and how large they are.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from ingest.read.pdf.cells import pieces, table_lines
from ingest.read.pdf.columns import Column, Measures, columns, divide, measure, split
from ingest.read.pdf.furniture import furniture, running
from ingest.read.pdf.glyphs import Glyph, read_pages
from ingest.read.pdf.grid import headed
from ingest.read.pdf.notes import Note, is_close, opening, part, raised_numbers, read_notes
from ingest.read.pdf.rows import Row, Segment, read_rows
from ingest.read.pdf.rules import read_rules
from ingest.read.pdf.tables import Part, Table, first_table, read_tables
from ingest.read.reading import Line, Piece, Reading, assemble, is_title, under, unmarked
from ingest.read.tables import BEHIND
from ingest.read.turns import with_turns

# A heading's type is that much larger than running text.
LARGE = 1.12


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its streams and tables in reading order, its margin, its heads and feet, and what is printed sideways."""

    parts: tuple[Sequence[Row] | Table, ...]
    margin: tuple[Row, ...]
    heads: tuple[Row, ...]
    sideways: tuple[Row, ...]


class Scan(NamedTuple):
    """The rows of a page, what is printed sideways, and by how many quarters the page is turned against the clock."""

    rows: list[Row]
    sideways: list[Row]
    turned: int


def read_pdf(data: bytes) -> Reading:
    """Read a PDF; a scan has no text.  Raises BrokenFileError where it is damaged, encrypted or beyond all measure."""
    scanned = [upright(turns) for turns in read_pages(data)]
    measures = measure([scan.rows for scan in scanned])
    return assemble(with_turns(lines(sheets(data, scanned, measures), measures)), "pdf")


def upright(turns: Sequence[Sequence[Glyph]]) -> Scan:
    """The rows of a page as one reads it, and those that are turned against it."""
    most = max(range(len(turns)), key=lambda turned: len(turns[turned]))
    others = [row for turned, glyphs in enumerate(turns) if turned != most for row in read_rows(glyphs)]
    return Scan(read_rows(turns[most]), others, most)


def sheets(data: bytes, scanned: Sequence[Scan], measures: Measures) -> Iterator[Sheet]:
    """Each page, divided into what is read one after the other."""
    pages = [scan.rows for scan in scanned]
    first = first_table(pages, measures)
    edges = furniture(pages, measures)
    if first < len(pages):
        known = running(pages)
        edges = edges[:first] + [
            set_apart(*each, measures, known) for each in zip(pages[first:], edges[first:], strict=True)
        ]
    parted = [split(rows, found.__contains__) for rows, found in zip(pages, edges, strict=True)]
    rules = read_rules(data, {at: scanned[at].turned for at in range(first, len(pages))})
    tabled = read_tables([text for _, text in parted], rules, measures)
    texts = [[row for part in parts if isinstance(part, list) for row in part] for parts in tabled]
    found = columns(texts, measures.size)
    for (heads, _), parts, column, scan in zip(parted, tabled, found, scanned, strict=True):
        streams, margin = divided(parts, column, measures.size)
        yield Sheet(streams, margin, tuple(heads), tuple(scan.sideways))


def set_apart(rows: Sequence[Row], edges: set[Segment], measures: Measures, known: Set[Segment]) -> set[Segment]:
    """The heads and feet of a page that may hold a table, in which lines may stand as on other pages by chance.

    They are whole rows, with more room than usual between them and the text; and never the table's own headings.
    Those `known` tell themselves.
    """
    own = headed(rows)
    sure = [row for row in rows if own.isdisjoint(row.segments) and known >= set(row.segments)]
    rows = [row for row in rows if row not in sure]
    kept = edges - own
    is_edge = [all(segment in kept for segment in row.segments) for row in rows]
    top = next((at for at, edge in enumerate(is_edge) if not edge), len(rows))
    bottom = next((at for at in range(len(rows), top, -1) if not is_edge[at - 1]), top)
    while 0 < top < len(rows) and is_close(rows[top - 1], rows[top], measures):
        top -= 1
    while top < bottom < len(rows) and is_close(rows[bottom - 1], rows[bottom], measures):
        bottom += 1
    return {segment for row in (*sure, *rows[:top], *rows[bottom:]) for segment in row.segments}


def divided(
    parts: Sequence[Part], column: Column, size: float
) -> tuple[tuple[Sequence[Row] | Table, ...], tuple[Row, ...]]:
    """The streams and tables of a page, and its margin."""
    found: list[Sequence[Row] | Table] = []
    margin: list[Row] = []
    for each in parts:
        if isinstance(each, Table):
            found.append(each)
        else:
            page = divide(each, column, size)
            found += page.streams
            margin += page.margin
    return tuple(found), tuple(margin)


def lines(found: Iterator[Sheet], measures: Measures) -> Iterator[Line]:
    """The lines of all pages."""
    last: Note | None = None
    runs_on = behind = False
    marked = set[str]()
    for sheet in found:
        text: list[Line] = []
        notes: list[Note] = []
        for stream in sheet.parts:
            if isinstance(stream, Table):
                text += map(aside, stream.heads)
                text += table_lines(stream, measures)
                behind = True
                continue
            parted = part(stream, measures, last, runs_on, marked)
            text += [BEHIND] if behind and parted.text else []
            text += text_lines(parted.text, measures)
            behind = behind and not parted.text
            notes += parted.notes
            last, runs_on = (notes[-1], True) if notes else (last, False)
        yield from opened(sheet_lines(sheet, text, notes, measures))


def opened(written: Iterator[Line]) -> Iterator[Line]:
    """The lines of a page, the first of which begins it."""
    yield replace(next(written, Line(())), page=True, apart=True)
    yield from written


def sheet_lines(sheet: Sheet, text: list[Line], notes: list[Note], measures: Measures) -> Iterator[Line]:
    """A page in reading order: heads, text, notes, feet, margin."""
    top = max((stream[0].main.base for stream in map(printed, sheet.parts) if stream), default=0)
    yield from (aside(row) for row in sheet.heads if row.main.base > top)
    yield from text
    yield from map(note_line, notes)
    yield from (aside(row) for row in sheet.heads if row.main.base <= top)
    yield from margin_lines(sheet.margin, measures)
    yield from map(aside, sheet.sideways)


def printed(part: Sequence[Row] | Table) -> Sequence[Row]:
    """The first lines of a part of a page."""
    if not isinstance(part, Table):
        return part
    return [*part.heads, *(line for row in part.rows[:1] for cell in row for line in cell[:1])]


def aside(row: Row) -> Line:
    """A row as page furniture."""
    return Line((Piece(row.text, "page_furniture"),), apart=False)


def note_line(note: Note) -> Line:
    """A note as one piece."""
    text = "\n".join(row.text.replace("\t", " ") for row in note.rows)
    return Line((Piece(text, "footnote", note.marker),))


def margin_lines(rows: Sequence[Row], measures: Measures) -> Iterator[Line]:
    """What stands in the margin: notes, where a block of it opens with a number, else page furniture."""
    for block in blocks(rows, measures):
        if opening(block[0]):
            yield from map(note_line, read_notes(block, raised_numbers(block)))
        else:
            yield from map(aside, block)


def blocks(rows: Sequence[Row], measures: Measures) -> Iterator[list[Row]]:
    """Rows that follow each other without more room than usual."""
    held: list[Row] = []
    for row in rows:
        if held and not is_close(held[-1], row, measures):
            yield held
            held = []
        held.append(row)
    if held:
        yield held


def text_lines(rows: Sequence[Row], measures: Measures) -> Iterator[Line]:
    """Running text, a line for each row; a blank line before it where there is more room than usual."""
    for block in blocks(rows, measures):
        for at, row in enumerate(block):
            around = block[max(0, at - 1) : at] + block[at + 1 : at + 2]
            heading = is_set_off(row, measures) and not any(is_set_off(other, measures) for other in around)
            found = tuple(pieces(row))
            titled = under("heading", found) if heading and is_title(unmarked(found)) else found
            yield Line(titled, apart=at == 0, set_off=is_alike(row))


def is_set_off(row: Row, measures: Measures) -> bool:
    """Whether a row is set in bold or larger type."""
    bold = all(run.bold for segment in row.segments for run in segment.runs)
    return bold or row.main.size > LARGE * measures.size


def is_alike(row: Row) -> bool:
    """Whether all words of a row are set in bold type, or all in italics; numbers, bullets and marks are no words."""
    runs = [run for segment in row.segments for run in segment.runs if any(map(str.isalpha, run.text))]
    return bool(runs) and (all(run.bold for run in runs) or all(run.slanted for run in runs))
