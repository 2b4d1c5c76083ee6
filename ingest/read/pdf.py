"""PDF → text, in reading order, with what its geometry tells: notes and their marks, headings, heads and feet, margins.

PDFium finds the characters; the rest is told from where they stand and how large they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.read.marks import raised
from ingest.read.pdf_columns import Measures, Page, columns, divide, measure, split
from ingest.read.pdf_furniture import furniture
from ingest.read.pdf_glyphs import Glyph, read_pages
from ingest.read.pdf_notes import Note, is_close, is_raised, opening, part, raised_numbers, read_notes
from ingest.read.pdf_rows import Row, read_rows
from ingest.read.reading import Line, Piece, Reading, assemble, is_title, under

# A heading's type is that much larger than running text.
LARGE = 1.12


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its heads and feet, and what is printed sideways."""

    page: Page
    heads: tuple[Row, ...]
    sideways: tuple[Row, ...]


def read_pdf(data: bytes) -> Reading:
    """Read a PDF; a scan has no text.  Raises BrokenFileError where it is damaged, encrypted or beyond all measure."""
    scanned = [upright(turns) for turns in read_pages(data)]
    measures = measure([rows for rows, _ in scanned])
    return assemble(lines(sheets(scanned, measures), measures), "pdf")


def upright(turns: Sequence[Sequence[Glyph]]) -> tuple[list[Row], list[Row]]:
    """The rows of a page as one reads it, and those that are turned against it."""
    most = max(range(len(turns)), key=lambda turned: len(turns[turned]))
    others = [row for turned, glyphs in enumerate(turns) if turned != most for row in read_rows(glyphs)]
    return read_rows(turns[most]), others


def sheets(scanned: Sequence[tuple[list[Row], list[Row]]], measures: Measures) -> Iterator[Sheet]:
    """Each page, divided into what is read one after the other."""
    pages = [rows for rows, _ in scanned]
    parted = [split(rows, found.__contains__) for rows, found in zip(pages, furniture(pages), strict=True)]
    edges = columns([text for _, text in parted], measures.size)
    for (heads, text), edge, (_, sideways) in zip(parted, edges, scanned, strict=True):
        yield Sheet(divide(text, edge, measures.size), tuple(heads), tuple(sideways))


def lines(found: Iterator[Sheet], measures: Measures) -> Iterator[Line]:
    """The lines of all pages."""
    last: Note | None = None
    runs_on = False
    for sheet in found:
        text: list[Line] = []
        notes: list[Note] = []
        for stream in sheet.page.streams:
            parted = part(stream, measures, last, runs_on)
            text += text_lines(parted.text, measures)
            notes += parted.notes
            last, runs_on = (notes[-1], True) if notes else (last, False)
        yield from opened(sheet_lines(sheet, text, notes, measures))


def opened(written: Iterator[Line]) -> Iterator[Line]:
    """The lines of a page, the first of which begins it."""
    yield replace(next(written, Line(())), page=True, apart=True)
    yield from written


def sheet_lines(sheet: Sheet, text: list[Line], notes: list[Note], measures: Measures) -> Iterator[Line]:
    """A page in reading order: heads, text, notes, feet, margin."""
    top = max((stream[0].main.base for stream in sheet.page.streams if stream), default=0)
    yield from (aside(row) for row in sheet.heads if row.main.base > top)
    yield from text
    yield from map(note_line, notes)
    yield from (aside(row) for row in sheet.heads if row.main.base <= top)
    yield from margin_lines(sheet.page.margin, measures)
    yield from map(aside, sheet.sideways)


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
            yield Line(under("heading", found) if heading and is_title(row.text) else found, apart=at == 0)


def is_set_off(row: Row, measures: Measures) -> bool:
    """Whether a row is set in bold or larger type."""
    bold = all(run.bold for segment in row.segments for run in segment.runs)
    return bold or row.main.size > LARGE * measures.size


def pieces(row: Row) -> Iterator[Piece]:
    """The text of a row, with the marks in it."""
    before = ""
    for segment in row.segments:
        yield Piece("\t" if before else "")
        for run, text in segment.spaced():
            is_mark = is_raised(run, segment.main) or is_raised(run, row.main)
            yield from raised(text, before) if is_mark else (Piece(text),)
            before = text
