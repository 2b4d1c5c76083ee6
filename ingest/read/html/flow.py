"""The elements of a page → lines.

The page has been prepared: the attribute `block` marks blocks, `chrome` what is not the paper, `note` a footnote and
`mark` what points at one.
"""

import re
from collections.abc import Iterator

from lxml import etree

from ingest.read.counting import formatted
from ingest.read.marks import raised
from ingest.read.package import attribute, before, inner, local, xpath
from ingest.read.reading import Line, Piece, between, collapsed, plain, under
from ingest.read.tables import table

BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
UNSEEN = {"canvas", "datalist", "head", "iframe", "object", "script", "style", "svg", "template"}
RAISED = re.compile(r"vertical-align\s*:\s*(?:super|text-top)\b|mso-text-raise\s*:\s*[1-9]", re.IGNORECASE)
HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b", re.IGNORECASE)
SET_OFF = {"b", "em", "i", "strong"}
TYPE = re.compile(r"font-style\s*:\s*(?:italic|oblique)\b|font-weight\s*:\s*(?:bold|[6-9]00)\b", re.IGNORECASE)
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def mark_blocks(root: etree._Element) -> None:
    """Mark every element that is a block or holds one with an attribute `block`."""
    for element in root.iter(etree.Element):
        if local(element) in BLOCKS:
            holder: etree._Element | None = element
            while holder is not None and "block" not in holder.attrib:
                holder.set("block", "")
                holder = holder.getparent()


def flow(element: etree._Element) -> Iterator[Line]:
    """The lines of a block."""
    name = local(element)
    if is_unseen(element):
        return
    if marker := attribute(element, "note"):
        yield from note(element, marker)
    elif "chrome" in element.attrib:
        yield from map(furniture, content(element))
    elif name in HEADINGS:
        for line in content(element):
            yield Line(under("heading", line.pieces), line.apart)
    else:
        yield from content(element)


def is_unseen(element: etree._Element) -> bool:
    """Whether a browser shows nothing of an element, as far as the element itself says."""
    return (
        local(element) in UNSEEN or "hidden" in element.attrib or HIDDEN.search(element.get("style") or "") is not None
    )


def furniture(line: Line) -> Line:
    """The line as page furniture, unless it is a footnote: pages put them below the paper."""
    if any(piece.role == "footnote" for piece in line.pieces):
        return line
    return Line(under("page_furniture", line.pieces), line.apart)


def content(element: etree._Element) -> Iterator[Line]:
    """The lines of a block, whatever it is itself."""
    name = local(element)
    if name == "table":
        yield from table(map(flow, each) for each in rows(element))
    elif name == "pre":
        yield Line((Piece(plain(inline(element))),))
    elif name == "ol":
        yield from numbered(element)
    else:
        yield from paragraphs(element)


def rows(element: etree._Element) -> Iterator[list[etree._Element]]:
    """The cells of each row of a table; what else stands in it (a caption) as a row of its own."""
    for each in element:
        if local(each) in {"thead", "tbody", "tfoot"}:
            yield from rows(each)
        elif local(each) == "tr":
            yield [cell for cell in each if local(cell) in {"td", "th"}]
        elif local(each) not in {"colgroup", "col"}:
            yield [each]


def numbered(element: etree._Element) -> Iterator[Line]:
    """A numbered list, with the numbers that browsers show."""
    number = int(start) if (start := attribute(element, "start") or "").isdecimal() else 1
    style = STYLES.get(attribute(element, "type") or "", "decimal")
    for each in element:
        label = "" if "note" in each.attrib else f"{formatted(number, style)}. "
        for line in flow(each):
            text = plain(line.pieces).strip()
            shown = label if text and not text.startswith(label.strip()) else ""
            yield Line((Piece(shown), *line.pieces), line.apart)
            label = "" if text else label
        number += local(each) == "li"


def paragraphs(element: etree._Element) -> Iterator[Line]:
    """Running text and blocks as they come."""
    pieces = [Piece(element.text or "")]
    for each in element:
        if "block" in each.attrib:
            yield Line(tuple(collapsed(pieces)))
            yield from flow(each)
            pieces = []
        else:
            pieces += inline(each)
        pieces.append(Piece(each.tail or ""))
    blocks = any("block" in each.attrib for each in element)
    yield Line(tuple(collapsed(pieces)), set_off=not blocks and is_set_off(element))


def is_set_off(element: etree._Element) -> bool:
    """Whether all text of an element, but for what is raised, is set in italics or bold."""
    if local(element) in SET_OFF or TYPE.search(element.get("style") or ""):
        return True
    loose = (element.text or "") + "".join(each.tail or "" for each in element)
    filled = [each for each in element if local(each) != "sup" and "mark" not in each.attrib and inner(each)]
    return not loose.strip() and bool(filled) and all(map(is_set_off, filled))


def inline(element: etree._Element) -> Iterator[Piece]:
    """The text of an element within a line."""
    name = local(element)
    if is_unseen(element):
        return
    if name == "br":
        yield Piece("\n")
    elif marker := attribute(element, "mark"):
        yield Piece(inner(element), "footnote_mark", marker)
    elif (name == "sup" or RAISED.search(element.get("style") or "")) and not xpath(element, ".//*[@mark]"):
        yield from raised(inner(element), before(element))
    else:
        chrome = "chrome" in element.attrib
        yield from under("page_furniture", spread(element)) if chrome else spread(element)


def spread(element: etree._Element) -> Iterator[Piece]:
    """All that stands in an element within a line."""
    yield Piece(element.text or "")
    for each in element:
        yield from inline(each)
        yield Piece(each.tail or "")


def note(element: etree._Element, marker: str) -> Iterator[Line]:
    """A footnote as one piece; what the page shows for handling it stays outside."""
    lines = list(content(element))
    own = [line.pieces for line in lines if any(piece.role != "page_furniture" for piece in line.pieces)]
    yield from (line for line in lines if line.pieces not in own)
    body = between("\n", own)
    opening, _, rest = plain(body).partition("\n")
    if opening.strip("[]() .") == marker and rest:
        body = (Piece(f"{opening} {rest}"),)
    elif not opening.lstrip("[( ").startswith(marker):
        body = (Piece(f"{marker} "), *body)
    yield Line(under("footnote", body, marker))
