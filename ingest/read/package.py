"""Zip packages and XML, opened so that a hostile file costs little time and memory."""

import io
import zipfile
import zlib

from lxml import etree

from ingest.read.failure import BrokenFileError

# The text parts of a paper of a thousand pages unpack to some 20 MiB.
MAX_UNPACKED_BYTES = 64 << 20

# Each tag costs time, however short; that paper has half a million of them.
MAX_TAGS = 2_000_000

ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Package:
    """The parts of a zip package, by name.  Raises BrokenFileError where it is damaged, encrypted or a bomb."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except ZIP_ERRORS as error:
            msg = "is a damaged zip package"
            raise BrokenFileError(msg) from error
        self._left = MAX_UNPACKED_BYTES
        self.names = frozenset(self._zip.namelist())

    def part(self, name: str) -> bytes:
        """A part's bytes.  Raises BrokenFileError."""
        try:
            with self._zip.open(name) as part:
                data = part.read(self._left + 1)
        except (*ZIP_ERRORS, KeyError) as error:
            msg = "is encrypted" if "encrypted" in str(error) else f"is damaged ({name} cannot be unpacked)"
            raise BrokenFileError(msg) from error
        self._left -= len(data)
        if self._left < 0:
            msg = f"unpacks to more than {MAX_UNPACKED_BYTES >> 20} MiB"
            raise BrokenFileError(msg)
        return data

    def tree(self, name: str) -> etree._Element | None:
        """A part as XML, None if there is none of that name.  Raises BrokenFileError."""
        return parse_xml(self.part(name), name) if name in self.names else None


def parse_xml(data: bytes, name: str = "the XML") -> etree._Element:
    """Parse XML: no entity is expanded, nothing is fetched, depth and node sizes are bounded by the parser.

    Raises BrokenFileError where it is not well formed, or beyond all measure.
    """
    check_tags(data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        msg = f"is damaged ({name}: {error})"
        raise BrokenFileError(msg) from error


def check_tags(data: bytes) -> None:
    """Raise BrokenFileError for markup that would take too long to read."""
    if data.count(b"<") > MAX_TAGS:
        msg = f"has more than {MAX_TAGS} tags"
        raise BrokenFileError(msg)


def local(element: etree._Element) -> str:
    """An element's name without its namespace; "" for comments and entities."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str | None:
    """An attribute by its name without namespace: writers differ in which they use."""
    if element is None:
        return None
    qualified = "}" + name
    return next((str(value) for key, value in element.items() if key == name or str(key).endswith(qualified)), None)


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child of that name, and of it the first child of the next name."""
    for name in names:
        if element is None:
            return None
        element = next(element.iterchildren("{*}" + name), None)
    return element


def xpath(root: etree._Element, path: str) -> list[etree._Element]:
    """The elements at a path."""
    found = root.xpath(path)
    return [element for element in found if isinstance(element, etree._Element)] if isinstance(found, list) else []


def inner(element: etree._Element) -> str:
    """All text in the element, in one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def before(element: etree._Element) -> str:
    """The text right before an element."""
    previous = element.getprevious()
    if previous is not None:
        return previous.tail or ""
    parent = element.getparent()
    return (parent.text if parent is not None else "") or ""
