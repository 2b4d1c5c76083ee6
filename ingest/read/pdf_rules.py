"""The lines drawn on the pages of a PDF, as far as they run from left to right: between the rows of a table.

They are looked for only where a table is.
"""

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

# Points: a line is no thicker, and no shorter.
THICK = 2.5
SHORT = 8.0

# A page with more shapes than that is a drawing.
MOST_SHAPES = 20_000

Place = tuple[float, float]


class Rule(NamedTuple):
    """A line from left to right, and how high on the page it stands."""

    left: float
    right: float
    base: float


def read_rules(data: bytes, pages: range) -> dict[int, list[Rule]]:
    """The lines on some pages (from 0) of a PDF that can be read, each page's from top to bottom."""
    if not pages:
        return {}
    document = pdfium.PdfDocument(data)
    try:
        return {number: sorted(page_rules(document[number]), key=lambda rule: -rule.base) for number in pages}
    finally:
        document.close()


def page_rules(page: pdfium.PdfPage) -> Iterator[Rule]:
    """The lines on a page: drawn ones, thin boxes, and the edges of boxes."""
    for at in range(min(pdfium_c.FPDFPage_CountObjects(page.raw), MOST_SHAPES)):
        shape = pdfium_c.FPDFPage_GetObject(page.raw, at)
        if pdfium_c.FPDFPageObj_GetType(shape) == pdfium_c.FPDF_PAGEOBJ_PATH:
            yield from shape_rules(shape)
    page.close()


def shape_rules(shape: pdfium_c.FPDF_PAGEOBJECT) -> Iterator[Rule]:
    """The lines in one shape; a thin box is one line."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium_c.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
    if right.value - left.value < SHORT:
        return
    if top.value - bottom.value <= THICK:
        yield Rule(left.value, right.value, (top.value + bottom.value) / 2)
        return
    for (x, y), (next_x, next_y) in strokes(shape):
        if abs(next_y - y) < THICK and abs(next_x - x) >= SHORT:
            yield Rule(min(x, next_x), max(x, next_x), (y + next_y) / 2)


def strokes(shape: pdfium_c.FPDF_PAGEOBJECT) -> Iterator[tuple[Place, Place]]:
    """The straight parts of a shape, each from its one end to the other."""
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(shape, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    last = (0.0, 0.0)
    for at in range(min(pdfium_c.FPDFPath_CountSegments(shape), MOST_SHAPES)):
        part = pdfium_c.FPDFPath_GetPathSegment(shape, at)
        pdfium_c.FPDFPathSegment_GetPoint(part, x, y)
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if pdfium_c.FPDFPathSegment_GetType(part) == pdfium_c.FPDF_SEGMENT_LINETO:
            yield last, here
        last = here
