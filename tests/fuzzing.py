"""What fuzzing aims at: each reader, and the parser.  `test_fuzz` does it for a moment, `fuzz` for as long as wanted.

A target takes any bytes.  A reader may refuse them with BrokenFileError; everything else must be a paper whose promises
are kept, and rows that can be stored.
"""

import io
import random
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from copy import deepcopy
from functools import cache, partial
from pathlib import Path

from formats.make import WRITERS
from lxml import etree
from promises import broken_promises

from ingest.archive.rows import rows_of
from ingest.model import Format, Source
from ingest.parse import parse
from ingest.read import READERS, UNSTORABLE
from ingest.read.failure import BrokenFileError
from ingest.read.formats import format_of

Target = Callable[[bytes], None]
DOCUMENTS = Path(__file__).parent.parent / "data" / "documents"
FINDS = Path(__file__).parent / "finds"
# The parts of packages that are read; a fuzzer that has to guess how zip packs them gets nowhere.
PARTS: Mapping[Format, tuple[str, ...]] = {
    "docx": ("word/document.xml", "word/footnotes.xml", "word/numbering.xml", "word/styles.xml"),
    "odt": ("content.xml", "styles.xml"),
}


def fuzz_reader(form: Format, data: bytes) -> None:
    """One format's reader, whatever the bytes are."""
    try:
        reading = READERS[form](data)
    except BrokenFileError:
        return
    ends = [0, *(hint.span.stop for hint in reading.hints)]
    assert all(end <= hint.span.start <= hint.span.stop for end, hint in zip(ends, reading.hints, strict=False))
    assert ends[-1] <= len(reading.text)
    fuzz_source(Source(UNSTORABLE.sub("\ufffd", reading.text), form, reading.encoding, "0" * 64, reading.hints))


def fuzz_part(form: Format, data: bytes) -> None:
    """A reader of packages; the first byte says which part of a good paper the others take the place of."""
    names = PARTS[form]
    fuzz_reader(form, repacked(WRITERS[form](), names[data[0] % len(names)], data[1:]) if data else b"")


def fuzz_parser(data: bytes) -> None:
    """The parser, on text of whatever format; the first byte says which."""
    form = tuple(READERS)[data[0] % len(READERS)] if data else "text"
    fuzz_source(Source(UNSTORABLE.sub("\ufffd", data[1:].decode("utf-8", "replace")), form, "utf-8", "0" * 64))


def fuzz_format(data: bytes) -> None:
    """How formats are told, and the reader that follows."""
    try:
        form = format_of(data, "")
    except BrokenFileError:
        return
    fuzz_reader(form, data)


def fuzz_source(source: Source) -> None:
    """Whatever was read is a paper with rows."""
    document = parse(source)
    assert broken_promises(document) == []
    rows_of(document, "papier", "papier.txt")


def repacked(package: bytes, name: str, data: bytes) -> bytes:
    """A package with other bytes as one of its parts."""
    parts = unpacked(package) | {name: data}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for each, text in parts.items():
            archive.writestr(each, text)
    return written.getvalue()


def unpacked(package: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def bent(data: bytes, choose: random.Random) -> bytes:
    """A target's input, with one element of its XML put elsewhere, doubled, nested or changed: it stays well formed.

    What is no XML stays as it is.
    """
    head = b"" if data[:1] == b"<" else data[:1]
    try:
        root = etree.fromstring(data[len(head) :], etree.XMLParser(resolve_entities=False, recover=True))
    except (etree.XMLSyntaxError, ValueError):
        return data
    elements = [each for each in root.iter() if isinstance(each.tag, str)] if root is not None else []
    if len(elements) > 1:
        # Damage done before can have left a name that none may be given.
        with suppress(ValueError):
            choose.choice(_BENDS)(choose.choice(elements[1:]), choose.choice(elements), choose)
    return head + etree.tostring(root) if elements else data


_ODD = ["", "0", "-1", "1", "3", "99999999999", "1e9", "NaN", "x", "\n", "Vraag 1", "Antwoord 2", "29 826, nr. 7", "٣"]


def _double(element: etree._Element, other: etree._Element, choose: random.Random) -> None:
    other.insert(choose.randrange(len(other) + 1), deepcopy(element))


def _drop(element: etree._Element, other: etree._Element, choose: random.Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _nest(element: etree._Element, other: etree._Element, choose: random.Random) -> None:
    for _ in range(choose.choice([1, 2, 30, 300])):
        element = etree.SubElement(element, other.tag, {str(key): str(value) for key, value in other.items()})
    element.text = other.text


def _retag(element: etree._Element, other: etree._Element, choose: random.Random) -> None:
    element.tag = other.tag


def _reword(element: etree._Element, other: etree._Element, choose: random.Random) -> None:
    element.text, element.tail = choose.choice(_ODD), choose.choice([element.tail, *_ODD])


def _revalue(element: etree._Element, other: etree._Element, choose: random.Random) -> None:
    names = [*element.keys(), *other.keys()]
    if names:
        element.set(choose.choice(names), choose.choice(_ODD))


_BENDS = (_double, _drop, _nest, _retag, _reword, _revalue)
# What a target takes can be bent.
IN_XML = ("docx", "odt", "xml", "html")

TARGETS: Mapping[str, Target] = {
    "text": partial(fuzz_reader, "text"),
    "pdf": partial(fuzz_reader, "pdf"),
    "html": partial(fuzz_reader, "html"),
    "xml": partial(fuzz_reader, "xml"),
    "docx": partial(fuzz_part, "docx"),
    "odt": partial(fuzz_part, "odt"),
    "parser": fuzz_parser,
    "format": fuzz_format,
}


@cache
def seeds(name: str) -> tuple[bytes, ...]:
    """Good papers for a target to go wrong from."""
    if name in ("docx", "odt"):
        form: Format = "docx" if name == "docx" else "odt"
        parts = unpacked(WRITERS[form]())
        return tuple(bytes([at]) + parts[part] for at, part in enumerate(PARTS[form]) if part in parts)
    if name == "format":
        return tuple(write() for write in WRITERS.values())
    if name == "parser":
        return tuple(b"\0" + path.read_bytes() for path in sorted(DOCUMENTS.iterdir()))
    return (WRITERS["txt" if name == "text" else name](), *((WRITERS["md"](),) if name == "text" else ()))
