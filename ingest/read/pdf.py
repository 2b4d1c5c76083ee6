"""PDF → text, in reading order, with what its geometry tells: notes and their marks, headings, heads and feet, margins.

PDFium finds the characters; the rest is told from where they stand and how large they are.
"""

from collections.abc import Iterable, Iterator, Sequence

from ingest.read.marks import raised
from ingest.read.pdf_columns import Measures, Page, columns, divide, measure, split
from ingest.read.pdf_furniture import furniture
from ingest.read.pdf_glyphs import Glyph, read_pages
from ingest.read.pdf_notes import Note, is_close, is_raised, opening, part, read_notes
from ingest.read.pdf_rows import Row, read_rows
from ingest.read.reading import Line, Piece, Reading, assemble, between, is_title, plain, under

# A heading's type is that much larger than running text.
LARGE = 1.12


def read_pdf(data: bytes) -> Reading:
    """Read a PDF; a scan has no text.  Raises BrokenFileError where it is damaged, encrypted or beyond all measure."""
    scanned = [upright(turns) for turns in read_pages(data)]
    pages = [rows for rows, _ in scanned]
    measures = measure(pages)
    heads = furniture(pages)
    parted = [split(rows, lambda segment, found=found: segment not in found) for rows, found in zip(pages, heads, strict=True)]
    edges = columns([text for text, _ in parted], measures.size)
    lines: list[Line] = []
    last: Note | None = None
    for (text, around), edge, (_, sideways) in zip(parted, edges, scanned, strict=True):
        page = divide(text, edge, measures.size)
