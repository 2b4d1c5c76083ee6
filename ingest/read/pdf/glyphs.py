"""The characters of a PDF with their place and type, as PDFium finds them."""

import ctypes
import math
import re
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from ingest.model import made
from ingest.read.failure import BrokenFileError

# Far more than the largest budget; reading to these limits takes a minute, not more.
MAX_PAGES = 3000
MAX_CHARACTERS = 6_000_000

# Points: pages are at most 14,400 wide (ISO 32000-1, annex C), and nobody reads smaller type.
FARTHEST = 1_000_000.0
SMALLEST = 0.1

# PDFium writes this for a hyphen at the end of a line.
HYPHEN = 2

SURROGATES = range(0xD800, 0xE000)

# Spaces and line ends, which PDFium puts in where it finds room between characters.
MADE_UP = {10, 13, 32}

BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
SLANTED = re.compile(rb"italic|oblique|kursiv", re.IGNORECASE)
LONGEST_FONT_NAME = 128


class Glyph(NamedTuple):
    """A character: where it begins and ends along its line, where the line is, and its type.

    `spaced`: the file leaves room before it that stands for a space.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    spaced: bool
    slanted: bool = False


class Style(NamedTuple):
    """What the characters of one text object share; `turned` counts quarter turns against the clock."""

    size: float
    bold: bool
    turned: int
    slanted: bool = False


def read_pages(data: bytes) -> Iterator[list[list[Glyph]]]:
    """The characters of each page, by the quarter turns that they are turned; most pages have only such as are not.

    Raises BrokenFileError where the file is damaged, encrypted or beyond all measure.
    """
    document = opened(data)
    try:
        if len(document) > MAX_PAGES:
            msg = f"has more than {MAX_PAGES} pages"
            raise BrokenFileError(msg)
        left = MAX_CHARACTERS
        for number in range(len(document)):
            glyphs = read_page(document, number, left)
            left -= sum(map(len, glyphs))
            yield glyphs
    finally:
        document.close()


def opened(data: bytes) -> pdfium.PdfDocument:
    """The document.  Raises BrokenFileError."""
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        encrypted = error.err_code in {pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY}
        msg = "is encrypted" if encrypted else "is a damaged PDF"
        raise BrokenFileError(msg) from error


def read_page(document: pdfium.PdfDocument, number: int, most: int) -> list[list[Glyph]]:
    """The characters of one page, at most so many.  Raises BrokenFileError."""
    try:
        page = document[number]
        text = page.get_textpage()
    except pdfium.PdfiumError as error:
        msg = f"is a damaged PDF (page {number + 1})"
        raise BrokenFileError(msg) from error
    count = pdfium_c.FPDFText_CountChars(text)
    if count > most:
        msg = f"has more than {MAX_CHARACTERS} characters"
        raise BrokenFileError(msg)
    turns = glyphs(text.raw, count)
    text.close()
    page.close()
    return turns


def plain(name: str, result: type, *arguments: type) -> Callable[..., int]:
    """A function of PDFium that takes and gives addresses as numbers.

    For each character, it would take longer to wrap them than to call it.
    """
    address = ctypes.cast(getattr(pdfium_c, name), ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(result, *arguments)(address or 0)


OF_CHARACTER = (ctypes.c_void_p, ctypes.c_int)
UNICODE = plain("FPDFText_GetUnicode", ctypes.c_uint, *OF_CHARACTER)
TEXT_OBJECT = plain("FPDFText_GetTextObject", ctypes.c_void_p, *OF_CHARACTER)
ORIGIN = plain("FPDFText_GetCharOrigin", ctypes.c_int, *OF_CHARACTER, ctypes.c_void_p, ctypes.c_void_p)
BOX = plain("FPDFText_GetLooseCharBox", ctypes.c_int, *OF_CHARACTER, ctypes.c_void_p)


def glyphs(text: pdfium_c.FPDF_TEXTPAGE, count: int) -> list[list[Glyph]]:
    """All characters that the file itself has, in its own order, by their quarter turns."""
    page = ctypes.cast(text, ctypes.c_void_p).value
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium_c.FS_RECTF()
    at_x, at_y, at_box = map(ctypes.addressof, (x, y, box))
    found: list[list[tuple[object, ...]]] = [[], [], [], []]
    holder, style, spaced = -1, Style(0, False, 0), False
    for index in range(count):
        code = UNICODE(page, index)
        if code in MADE_UP and pdfium_c.FPDFText_IsGenerated(text, index):
            spaced = True
            continue
        owner = TEXT_OBJECT(page, index)
        if owner != holder:
            holder, style = owner, read_style(text, index)
        ORIGIN(page, index, at_x, at_y)
        BOX(page, index, at_box)
        left, right, base = box.left, box.right, y.value
        if style.turned:
            left, right, base = turned_back(style.turned, box, x.value, base)
        if not (-FARTHEST < left < FARTHEST and -FARTHEST < right < FARTHEST and -FARTHEST < base < FARTHEST):
            left, right, base = placed(left), placed(right), placed(base)
        letter = chr(code) if HYPHEN < code < SURROGATES.start else character(code)
        found[style.turned].append((letter, left, right, base, style.size, style.bold, spaced, style.slanted))
        spaced = False
    return [list(made(Glyph, each)) for each in found]


def character(code: int) -> str:
    """The character of a code; what is none (a surrogate, no entry in the font's table) becomes U+FFFD.

    >>> character(0x56), character(2), character(0xD800)
    ('V', '-', '\ufffd')
    """
    if code == HYPHEN:
        return "-"
    return "\ufffd" if code == 0 or code in SURROGATES or code > sys.maxunicode else chr(code)


def turned_back(turned: int, box: pdfium_c.FS_RECTF, x: float, y: float) -> tuple[float, float, float]:
    """Where a turned character begins and ends along its line, and where the line is, as if it were not turned."""
    if turned == 1:
        return box.bottom, box.top, -x
    if turned == 2:
        return -box.right, -box.left, -y
    return -box.top, -box.bottom, x


def placed(at: float) -> float:
    """A place on a page; damaged files put characters nowhere, or out of all bounds.

    >>> placed(12.5), placed(math.nan), placed(-math.inf)
    (12.5, 0.0, 0.0)
    """
    return at if -FARTHEST < at < FARTHEST else 0.0


def read_style(text: pdfium_c.FPDF_TEXTPAGE, index: int) -> Style:
    """The type of a character: the size as it appears, and whether the font is a bold or a slanted one."""
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFText_GetMatrix(text, index, matrix)
    size = pdfium_c.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    turned = round(math.atan2(placed(matrix.b), placed(matrix.a)) / (math.pi / 2)) % 4
    name = ctypes.create_string_buffer(LONGEST_FONT_NAME)
    pdfium_c.FPDFText_GetFontInfo(text, index, name, LONGEST_FONT_NAME, None)
    bold, slanted = (face.search(name.value) is not None for face in (BOLD, SLANTED))
    return Style(max(placed(size), SMALLEST), bold, turned, slanted)
