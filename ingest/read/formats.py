"""Which format a file is in, told by what it holds."""

import re

from ingest.model import Format
from ingest.read.failure import BrokenFileError
from ingest.read.package import Package
from ingest.read.text import decode

HEAD = 4096

# Files that people do have, and what they can do about it.  The first that fits counts.
FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "is an old Word file (.doc) or an encrypted one; save it as .docx without a password"),
    (b"{\\rtf", "is an RTF file; save it as .docx"),
    (b"\x89PNG", "is a picture"),
    (b"\xff\xd8\xff", "is a picture"),
    (b"II*\x00", "is a picture"),
    (b"MM\x00*", "is a picture"),
    (b"GIF8", "is a picture"),
    (b"\x1f\x8b", "is a compressed file; unpack it first"),
    (b"7z\xbc\xaf", "is a compressed file; unpack it first"),
    (b"Rar!", "is a compressed file; unpack it first"),
)

# What may stand before the first element.
PROLOGUE = re.compile(r"\A(?>\s+|<\?[^>]*>|<!--(?:(?!-->).)*+-->)*+", re.DOTALL)
PAGE = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|div|p|h[1-6]|table|article|main|section)[\s>])", re.IGNORECASE
)
# Markdown may hold elements, and begin with one.
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
WHOLE_PAGE = re.compile(r"<(?:!doctype\s|html[\s>])", re.IGNORECASE)
FLAT_ODT = re.compile(r"<office:document[\s>]")
ROOT = re.compile(r"<([A-Za-z_][\w:.-]{0,80})[\s>/]")


def format_of(data: bytes, suffix: str) -> Format:
    """The format of a file; what is no other format counts as text.

    Raises BrokenFileError for formats that are known and not read.

    >>> format_of(b"%PDF-1.7", ".txt"), format_of(b"<!DOCTYPE html><p>Vraag 1", ""), format_of(b"Vraag 1", ".pdf")
    ('pdf', 'html', 'text')
    """
    if data.startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in data[:1024]):
        return "pdf"
    if data.startswith(b"PK"):
        return package_format(Package(data))
    for mark, reason in FOREIGN:
        if data.startswith(mark):
            raise BrokenFileError(reason)
    return markup_format(decode(data[:HEAD])[0].lstrip(), data[-HEAD:], suffix)


def package_format(package: Package) -> Format:
    """The format of a zip package."""
    if any(name.startswith("word/") for name in package.names):
        return "docx"
    if "content.xml" in package.names:
        return "odt"
    msg = "is a zip file without a text document in it"
    raise BrokenFileError(msg)


def markup_format(head: str, tail: bytes, suffix: str) -> Format:
    """The format of a file that may be markup.  XML without a declaration is known by its end."""
    if not head.startswith("<"):
        return "text"
    first = PROLOGUE.sub("", head)
    if FLAT_ODT.match(first):
        return "odt"
    if suffix in MARKDOWN_SUFFIXES and not WHOLE_PAGE.match(first):
        return "text"
    if PAGE.match(first):
        return "html"
    root = ROOT.match(first)
    closed = root is not None and tail.rstrip().endswith(f"</{root[1]}>".encode())
    return "xml" if head.startswith("<?xml") or suffix == ".xml" or closed else "text"
