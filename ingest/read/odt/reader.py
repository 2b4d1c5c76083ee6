"""OpenDocument text (ISO/IEC 26300) → text: body, notes, headers and footers; in a package or as one flat file."""

from collections.abc import Iterator

from lxml import etree

from ingest.read.failure import BrokenFileError
from ingest.read.odt.body import lines, note
from ingest.read.odt.styles import Look, read_look
from ingest.read.package import Package, child, local, parse_xml
from ingest.read.reading import Line, Reading, assemble, plain, under
from ingest.read.turns import with_turns


def read_odt(data: bytes) -> Reading:
    """Read OpenDocument text.  Raises BrokenFileError where it is damaged, encrypted or a bomb."""
    if not data.startswith(b"PK"):
        return read_trees(parse_xml(data), ())
    package = Package(data)
    if "META-INF/manifest.xml" in package.names and b"encryption-data" in package.part("META-INF/manifest.xml"):
        msg = "is encrypted"
        raise BrokenFileError(msg)
    styles = package.tree("styles.xml")
    return read_trees(parse_xml(package.part("content.xml"), "content.xml"), () if styles is None else (styles,))


def read_trees(content: etree._Element, others: tuple[etree._Element, ...]) -> Reading:
    """Read the body in the light of the styles, which stand in more than one place."""
    body = child(content, "body", "text")
    if body is None:
        msg = "is an OpenDocument file, but not a text"
        raise BrokenFileError(msg)
    look = read_look((content, *others))
    notes = (note(each, look) for each in body.iter("{*}note"))
    return assemble(
        (*running(look, "header"), *with_turns(lines(body, look, {})), *notes, *running(look, "footer")), "utf-8"
    )


def running(look: Look, kind: str) -> Iterator[Line]:
    """Running heads or feet, each text once."""
    seen: set[str] = set()
    for part in look.running:
        for line in lines(part, look, {}) if local(part).startswith(kind) else ():
            if plain(line.pieces).strip() not in seen:
                seen.add(plain(line.pieces).strip())
                yield Line(under("page_furniture", line.pieces), line.apart)
