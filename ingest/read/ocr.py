"""A scan → text, by Tesseract with its Dutch data: an optional extra.

Pages are drawn by PDFium as the PDF reader sees them, and read one after the other.
"""

from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]

from ingest.model import Hint, Span
from ingest.read.failure import BrokenFileError
from ingest.read.reading import Reading

ENCODING = "ocr"
LANGUAGE = "nld"
DOTS_PER_INCH = 300
POINTS_PER_INCH = 72
# Reading a page takes seconds; a scan with more pages than this is no paper.
MOST_PAGES = 500
SECONDS_PER_PAGE = 120


def read_scan(data: bytes) -> Reading:
    """Read the pages of a scanned PDF; `encoding` says that its words were told by OCR.

    Raises BrokenFileError where Tesseract or its Dutch data is missing, or the scan has too many pages.
    """
    parts: list[str] = []
    hints: list[Hint] = []
    at = 0
    for text in _pages(data):
        hints.append(Hint(Span(at, at), "page"))
        part = text.strip() + "\n\n"
        parts.append(part)
        at += len(part)
    return Reading("".join(parts), ENCODING, tuple(hints))


def _pages(data: bytes) -> Iterator[str]:
    try:
        import pytesseract
    except ImportError as error:
        msg = "is a scan: reading it takes the extra `ocr` (pip install 'kamerarchief[ocr]')"
        raise BrokenFileError(msg) from error
    document = pypdfium2.PdfDocument(data)
    try:
        if len(document) > MOST_PAGES:
            msg = f"is a scan of more than {MOST_PAGES} pages"
            raise BrokenFileError(msg)
        for page in document:
            image = page.render(scale=DOTS_PER_INCH / POINTS_PER_INCH, grayscale=True).to_pil()
            yield str(pytesseract.image_to_string(image, lang=LANGUAGE, timeout=SECONDS_PER_PAGE))
    except pytesseract.TesseractNotFoundError as error:
        msg = "is a scan: reading it takes Tesseract (Debian: tesseract-ocr, tesseract-ocr-nld)"
        raise BrokenFileError(msg) from error
    except pytesseract.TesseractError as error:
        msg = f"is a scan that Tesseract could not read ({str(error.message).strip().splitlines()[-1]})"
        raise BrokenFileError(msg) from error
    except RuntimeError as error:
        msg = f"is a scan with a page that took more than {SECONDS_PER_PAGE} seconds"
        raise BrokenFileError(msg) from error
    finally:
        document.close()
