"""The lines drawn on the pages of a PDF, as far as they run from left to right: between the rows of a table.

They are looked for only where a table is.
"""

import ctypes
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

# Points: a line is no thicker, and no shorter.
THICK = 2.5
SHORT = 8.0

# A page with more lines than that is a drawing.
MOST_STROKES = 20_000

Place = tuple[float, float]


class Rule(NamedTuple):
    """A line from left to right, and how high on the page it stands."""

    left: float
    right: float
    base: float


def read_rules(data: bytes, turns: Mapping[int, int]) -> dict[int, list[Rule]]:
    """The lines on some pages (from 0) of a PDF that can be read, each page's from top to bottom.

    `turns`: by how many quarters against the clock the text of each page is turned, and the lines with it.
    """
    if not turns:
        return {}
    document = pdfium.PdfDocument(data)
    try:
        return {
            number: sorted(page_rules(document[number], turned), key=lambda rule: -rule.base)
            for number, turned in turns.items()
        }
    finally:
        document.close()


def page_rules(page: pdfium.PdfPage, turned: int) -> Iterator[Rule]:
    """The lines on a page, as if it were not turned: drawn ones, thin boxes, and the edges of boxes."""
    for one, other in islice(strokes(page), MOST_STROKES):
        (x, y), (next_x, next_y) = turned_back(turned, one), turned_back(turned, other)
        if abs(next_y - y) <= THICK and abs(next_x - x) >= SHORT:
            yield Rule(min(x, next_x), max(x, next_x), (y + next_y) / 2)
    page.close()


def turned_back(turned: int, place: Place) -> Place:
    """A place as if its page were not turned.

    >>> turned_back(0, (1, 2)), turned_back(1, (1, 2)), turned_back(2, (1, 2)), turned_back(3, (1, 2))
    ((1, 2), (2, -1), (-1, -2), (-2, 1))
    """
    x, y = place
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turned]


def strokes(page: pdfium.PdfPage) -> Iterator[tuple[Place, Place]]:
    """The straight lines on a page, each from its one end to the other; a thin box is one, from corner to corner."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for at in range(min(pdfium_c.FPDFPage_CountObjects(page.raw), MOST_STROKES)):
        shape = pdfium_c.FPDFPage_GetObject(page.raw, at)
        if pdfium_c.FPDFPageObj_GetType(shape) == pdfium_c.FPDF_PAGEOBJ_PATH:
            pdfium_c.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
            if min(right.value - left.value, top.value - bottom.value) <= THICK:
                yield (left.value, bottom.value), (right.value, top.value)
            else:
                yield from edges(shape)


def edges(shape: pdfium_c.FPDF_PAGEOBJECT) -> Iterator[tuple[Place, Place]]:
    """The straight lines that a shape is drawn with."""
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(shape, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    last = (0.0, 0.0)
    for at in range(pdfium_c.FPDFPath_CountSegments(shape)):
        part = pdfium_c.FPDFPath_GetPathSegment(shape, at)
        pdfium_c.FPDFPathSegment_GetPoint(part, x, y)
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        yield (last, here) if pdfium_c.FPDFPathSegment_GetType(part) == pdfium_c.FPDF_SEGMENT_LINETO else (here, here)
        last = here
