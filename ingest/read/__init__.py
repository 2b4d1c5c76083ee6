"""A file → Source.  One reader per format; which one is told by what the file holds, not by its name alone."""

import hashlib
from pathlib import Path

from ingest.model import Format, Source
from ingest.read.failure import BrokenFileError, UnreadableError
from ingest.read.text import is_markdown, read_text

__all__ = ["UnreadableError", "read"]

# More than any paper by far; a bound, so that one strange file does not take all memory.
MAX_FILE_BYTES = 1 << 30

MARKDOWN_SUFFIXES = {".md", ".markdown"}


def read(path: Path) -> Source:
    """Read a file: its text, its format, and what the file itself knows about parts of the text.

    Raises UnreadableError, with the reason, where there is nothing to read: the file is missing, empty, damaged,
    encrypted or of a format that is not known.
    """
    data = read_bytes(path)
    try:
        reading = read_text(data)
    except BrokenFileError as broken:
        raise UnreadableError(path, str(broken)) from broken
    return Source(
        text=reading.text,
        format=text_format(path, reading.text),
        encoding=reading.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        hints=reading.hints,
    )


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
    if path.is_dir():
        raise UnreadableError(path, "is a directory")
    if not path.is_file():
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
