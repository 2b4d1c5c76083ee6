"""HTML → text: pages of the official publications, of ministries, and what word processors save."""

import codecs
import re
from collections.abc import Iterator

from lxml import etree

from ingest.read.failure import BrokenFileError
from ingest.read.html.flow import flow, mark_blocks
from ingest.read.html.notes import mark_notes
from ingest.read.package import attribute, check_tags, local, xpath
from ingest.read.reading import Line, Piece, Reading, assemble
from ingest.read.text import decode, decode_as
from ingest.read.turns import with_turns

# Where pages keep the paper itself, best sign first; what stands elsewhere is the site's own.
PAPER = ("//*[@id='broodtekst']", "//main", "//*[@role='main']", "//article")
CHROME = "//nav|//aside|//form|//button|//*[contains(concat(' ', @class, ' '), ' note-close ')]"

# What the official pages say about the paper only where readers do not see it.
METADATA = {
    "DC.identifier",
    "DC.creator",
    "OVERHEIDop.vergaderjaar",
    "OVERHEIDop.aanhangselNummer",
    "OVERHEIDop.vraagnummer",
    "OVERHEIDop.dossiernummer",
    "OVERHEIDop.ondernummer",
}

CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|^<\?xml[^>]{0,100}encoding=["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
CHARSET_WITHIN = 4096


def read_html(data: bytes) -> Reading:
    """Read a page.  What is not the paper is page furniture.  Raises BrokenFileError where it is nested absurdly."""
    text, encoding = decoded(data)
    root = parse_html(text)
    mark_chrome(root)
    mark_blocks(root)
    mark_notes(root)
    return assemble((*metadata(root), *with_turns(flow(root))), encoding)


def decoded(data: bytes) -> tuple[str, str]:
    """The page's text, in the encoding that the page names, if it knows what it says.

    >>> decoded(b'<meta charset="iso-8859-1"><p>co\\xf6rdinatie')[1], decoded("<p>coördinatie".encode())[1]
    ('iso8859-1', 'utf-8')
    """
    text, encoding = decode(data)
    declared = CHARSET.search(data[:CHARSET_WITHIN])
    if encoding in {"utf-8", "utf-8-sig"} or encoding.startswith("utf-16") or not declared:
        return text, encoding
    try:
        return decode_as(data, codecs.lookup((declared[1] or declared[2]).decode()).name)
    except LookupError:
        return text, encoding


def parse_html(text: str) -> etree._Element:
    """The page as a tree.  Raises BrokenFileError."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    data = text.replace("\0", "\ufffd").encode()
    check_tags(data)
    root = etree.fromstring(data, parser)
    if root is None or any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        msg = "is HTML without content, or nested too deeply"
        raise BrokenFileError(msg)
    return root


def mark_chrome(root: etree._Element) -> None:
    """Mark what is not the paper with an attribute `chrome`."""
    paper = next((found[0] for path in PAPER if (found := xpath(root, path))), None)
    while paper is not None and local(paper) != "body":
        for other in (*paper.itersiblings(preceding=True), *paper.itersiblings()):
            other.set("chrome", "")
        paper = paper.getparent()
    for element in xpath(root, CHROME):
        element.set("chrome", "")


def metadata(root: etree._Element) -> Iterator[Line]:
    """The page's name, and what it says about the paper unseen: the end of the field's name, and its content."""
    for element in xpath(root, "//head/title|//head/meta"):
        name = attribute(element, "name") or ""
        if local(element) == "title":
            yield Line((Piece(" ".join((element.text or "").split()), "page_furniture"),))
        elif name in METADATA:
            yield Line((Piece(f"{name.rpartition('.')[2]} {attribute(element, 'content') or ''}", "page_furniture"),))
