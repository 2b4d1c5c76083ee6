"""A file → Source.  One reader per format; which one is told by what the file holds, not by its name alone.

failure      what a reader says when a file cannot be read at all
package      zip packages and XML, opened so that a hostile file costs little
reading      what a reader returns, and how it is put together from lines
text         bytes → text: their encoding, and whether they are text at all
formats      which format a file is in
counting     the numbers of automatic lists
marks        raised characters: which are marks of footnotes
bare_tables  tables of questions without a row of headings
tables       tables → lines
turns        questions told from answers by their type alone
pipes        tables of questions as Markdown writes them
pdf          PDF → text, with what its geometry tells
docx         Word files → text
odt          OpenDocument text → text
html         HTML → text
xml          the official publications' XML → text
ocr          a scan → text: an optional extra
"""

import hashlib
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

from ingest.model import Format, Source
from ingest.read.docx.reader import read_docx
from ingest.read.failure import BrokenFileError, UnreadableError
from ingest.read.formats import MARKDOWN_SUFFIXES, format_of
from ingest.read.html.reader import read_html
from ingest.read.ocr import read_scan
from ingest.read.odt.reader import read_odt
from ingest.read.pdf.reader import read_pdf
from ingest.read.pipes import pipe_hints
from ingest.read.reading import Reading
from ingest.read.text import is_markdown, read_text
from ingest.read.xml import read_xml

__all__ = ["UnreadableError", "digest", "read"]

# More than any paper by far; a bound, so that one strange file does not take all memory.
MAX_FILE_BYTES = 1 << 30


def _bounded(reader: Callable[[bytes], Reading]) -> Callable[[bytes], Reading]:
    """A reader that refuses what is nested deeper than Python can follow."""

    def read_bounded(data: bytes) -> Reading:
        try:
            return reader(data)
        except RecursionError:
            msg = "is nested too deeply"
            raise BrokenFileError(msg) from None

    return read_bounded


READERS: dict[Format, Callable[[bytes], Reading]] = {
    "text": read_text,
    "pdf": read_pdf,
    "docx": _bounded(read_docx),
    "odt": _bounded(read_odt),
    "html": _bounded(read_html),
    "xml": _bounded(read_xml),
}
# SQLite ends a text at a NUL, and half a surrogate pair is no character: each becomes one U+FFFD, so that places stay.
UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def read(path: Path, *, ocr: bool = False) -> Source:
    """Read a file: its text, its format, and what the file itself knows about parts of the text.

    `ocr`: a PDF without text is a scan; have Tesseract tell its words.

    Raises UnreadableError, with the reason, where there is nothing to read: the file is missing, empty, damaged,
    encrypted or of a format that is not known.
    """
    data = read_bytes(path)
    try:
        found = format_of(data, path.suffix.lower())
        reading = READERS[found](data)
        if ocr and found == "pdf" and not reading.text.strip():
            reading = read_scan(data)
    except BrokenFileError as broken:
        raise UnreadableError(path, str(broken)) from broken
    is_text = found == "text"
    return Source(
        text=UNSTORABLE.sub("\ufffd", reading.text),
        format=text_format(path, reading.text) if is_text else found,
        encoding=reading.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        hints=pipe_hints(reading.text) if is_text else reading.hints,
    )


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes, as `Source.sha256` has it; empty where the file cannot be read."""
    try:
        check(path)
        # A file that has just become a pipe would wait for a writer.
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:  # noqa: PTH123
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, UnreadableError):
        return ""


def text_format(path: Path, text: str) -> Format:
    """Markdown, by the file's name or by its marks, or plain text."""
    return "markdown" if path.suffix.lower() in MARKDOWN_SUFFIXES or is_markdown(text) else "text"


def read_bytes(path: Path) -> bytes:
    """The file's bytes.  Raises UnreadableError."""
    try:
        check(path)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(path, reason(error)) from error
    if not data:
        raise UnreadableError(path, "is empty")
    return data


def check(path: Path) -> None:
    """Raise for what cannot be a paper, before any of it is read."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        # One that may not be listed says so.
        os.scandir(path).close()
        raise UnreadableError(path, "is a directory")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError(path, "is not a file")
    if status.st_size > MAX_FILE_BYTES:
        raise UnreadableError(path, f"is larger than {MAX_FILE_BYTES >> 20} MiB")


def reason(error: OSError) -> str:
    """Why the system does not hand out a file, in plain words."""
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    return f"cannot be read ({error.strerror or error})"
