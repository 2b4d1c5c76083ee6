"""Word files (Office Open XML, ECMA-376) → text: body, real footnotes and endnotes, headers and footers."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ingest.read.counting import formatted
from ingest.read.docx_lists import Lists, read_lists
from ingest.read.docx_text import Body, lines
from ingest.read.failure import BrokenFileError
from ingest.read.package import Package, attribute, child, local
from ingest.read.reading import Line, Piece, Reading, assemble, between, plain, under

NO_STYLE = etree.Element("style")


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the package that hold text or say how it is shown, by what they are to the document."""

    document: etree._Element
    others: tuple[tuple[str, etree._Element], ...]

    def all(self, kind: str) -> list[etree._Element]:
        """The parts of one kind: "footnotes", "header" …"""
        return [tree for name, tree in self.others if name == kind]

    def one(self, kind: str) -> etree._Element:
        """The only part of its kind, or an empty one."""
        return next(iter(self.all(kind)), NO_STYLE)


TEXT_PARTS = {"endnotes", "footer", "footnotes", "header", "numbering", "settings", "styles"}


def read_docx(data: bytes) -> Reading:
    """Read a Word file.  Raises BrokenFileError where the package is damaged, encrypted or a bomb."""
    parts = read_parts(Package(data))
    marks = note_marks(parts)
    body = Body(read_lists(parts.one("numbering"), parts.one("styles")), headings(parts.one("styles")), marks)
    written = list(lines(parts.document, body))
    return assemble(
        (*once(parts.all("header"), body), *written, *notes(parts, body), *once(parts.all("footer"), body)), "utf-8"
    )
