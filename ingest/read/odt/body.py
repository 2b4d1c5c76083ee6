"""The paragraphs, lists and tables of OpenDocument text → lines."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from lxml import etree

from ingest.read.counting import whole
from ingest.read.marks import raised
from ingest.read.odt.styles import Levels, Look, label
from ingest.read.package import attribute, child, local
from ingest.read.reading import SPACES, Line, Piece, between, is_title, merged, under, unmarked
from ingest.read.tables import table

# What is not shown, and what is shown apart from the text around it.
UNSEEN = {"annotation", "forms", "sequence-decls", "tracked-changes", "user-field-decls", "variable-decls"}
APART = {"frame", "custom-shape", "rect", "ellipse", "text-box"}
# What holds paragraphs of its own; of Word's text boxes LibreOffice makes shapes.
BOXES = APART - {"frame"}
CHARACTERS = {"s": " ", "tab": "\t", "line-break": "\n"}

# The headings count as a list of their own.
OUTLINE = ""

# How far each list style has counted, by depth.
Counts = dict[str, dict[int, int]]


def lines(container: etree._Element, look: Look, counts: Counts) -> Iterator[Line]:
    """The lines of everything in a container: the body, a section, a cell, a note."""
    for each in container:
        name = local(each)
        if attribute(each, "display") == "none":
            continue
        if name in {"p", "h"}:
            yield from paragraph(each, look, counts)
        elif name == "list":
            yield from listed(each, look, counts)
        elif name == "table":
            yield from table(
                (lines(cell, look, counts) for cell in row if local(cell) == "table-cell") for row in rows(each)
            )
        elif name in APART:
            yield from furniture(lines(each, look, counts))
        elif name not in UNSEEN:
            yield from lines(each, look, counts)


def furniture(written: Iterator[Line]) -> Iterator[Line]:
    """The lines as page furniture."""
    return (Line(under("page_furniture", line.pieces), line.apart) for line in written)


def rows(element: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, through what groups them."""
    for each in element:
        if local(each) == "table-row":
            yield each
        elif local(each) in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from rows(each)


def cells(row: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row."""
    return (each for each in row if local(each) == "table-cell")


def listed(element: etree._Element, look: Look, counts: Counts, style: str = "", depth: int = 1) -> Iterator[Line]:
    """A list; each item's number stands before its first line.  A list inside a list has the style of that."""
    style = attribute(element, "style-name") or style
    levels = look.lists.get(style, {})
    counted = counts.setdefault(style, {})
    if not goes_on(element):
        counted.pop(depth, None)
    for item in element:
        number = ""
        if local(item) == "list-item":
            count(item, levels, counted, depth)
            number = label(levels, depth, counted)
        for line in item_lines(item, look, counts, style, depth):
            yield replace(line, pieces=(Piece(f"{number} "), *line.pieces)) if number else line
            number = ""


def goes_on(element: etree._Element) -> bool:
    """Whether a list counts on from one before it."""
    return attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list") is not None


def count(item: etree._Element, levels: Levels, counted: dict[int, int], depth: int) -> None:
    """Count an item; deeper lists begin anew."""
    start = levels[depth].start if depth in levels else 1
    following = counted.get(depth, start - 1) + 1
    for deeper in [at for at in counted if at > depth]:
        del counted[deeper]
    counted[depth] = whole(attribute(item, "start-value"), following)


def item_lines(item: etree._Element, look: Look, counts: Counts, style: str, depth: int) -> Iterator[Line]:
    """The lines of an item, with the lists inside it."""
    for each in item:
        if local(each) == "list":
            yield from listed(each, look, counts, style, depth + 1)
        elif local(each) in {"p", "h"}:
            yield from paragraph(each, look, counts)
        else:
            yield from lines(each, look, counts)


def paragraph(element: etree._Element, look: Look, counts: Counts) -> Iterator[Line]:
    """A paragraph or heading; the frames anchored in it after it, as page furniture."""
    pieces = tuple(text(element, look))
    if local(element) == "h" and (number := outline_number(element, look, counts)):
        pieces = (Piece(f"{number} "), *pieces)
    if local(element) == "h" or (is_title(unmarked(pieces)) and is_set(element, look, look.bold)):
        pieces = under("heading", pieces)
    yield Line(pieces, set_off=is_set(element, look, look.bold) or is_set(element, look, look.italic))
    for box in boxes(element):
        yield from furniture(lines(box, look, counts))


def boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The boxes anchored in an element, without those inside another."""
    for each in element:
        if local(each) in BOXES:
            yield each
        else:
            yield from boxes(each)


def outline_number(heading: etree._Element, look: Look, counts: Counts) -> str:
    """The number of a heading, where the document numbers its headings and not by a list."""
    parent = heading.getparent()
    in_list = parent is not None and local(parent) == "list-item"
    if in_list or not look.outline or attribute(heading, "is-list-header") == "true":
        return ""
    depth = whole(attribute(heading, "outline-level"), 1)
    counted = counts.setdefault(OUTLINE, {})
    count(heading, look.outline, counted, depth)
    return label(look.outline, depth, counted)


def is_set(paragraph: etree._Element, look: Look, names: frozenset[str]) -> bool:
    """Whether all text of a paragraph is set in styles of these names: the bold ones, the italic ones."""
    if look.has(attribute(paragraph, "style-name"), names):
        return True
    loose = (paragraph.text or "") + "".join(each.tail or "" for each in paragraph)
    spans = [each for each in paragraph if local(each) != "note" and is_filled(each, look)]
    return not loose.strip() and all(look.has(attribute(each, "style-name"), names) for each in spans)


def is_filled(span: etree._Element, look: Look) -> bool:
    """Whether a part of a paragraph holds more than the marks of notes."""
    return unmarked(piece for _, piece in spread(span, look, False)).strip() != ""


def text(element: etree._Element, look: Look) -> Iterator[Piece]:
    """The text of a paragraph, with the marks of its notes."""
    before = ""
    for is_raised, found in groupby(spread(element, look, False), lambda each: each[0]):
        for piece in merged(each for _, each in found):
            yield from raised(piece.text, before) if is_raised and not piece.role else (piece,)
            before = piece.text


def spread(element: etree._Element, look: Look, is_raised: bool) -> Iterator[tuple[bool, Piece]]:
    """All text in an element, each piece with whether it is raised."""
    yield is_raised, Piece(SPACES.sub(" ", element.text or ""))
    for each in element:
        name = local(each)
        if name == "note":
            marker = citation(each)
            yield False, Piece(marker, "footnote_mark", marker)
        elif name in CHARACTERS:
            yield is_raised, Piece(CHARACTERS[name])
        elif name not in UNSEEN | APART and not look.has(style := attribute(each, "style-name"), look.hidden):
            yield from spread(each, look, is_raised or look.has(style, look.raised))
        yield is_raised, Piece(SPACES.sub(" ", each.tail or ""))


def citation(note: etree._Element) -> str:
    """The mark of a note."""
    found = child(note, "note-citation")
    return "" if found is None else "".join(map(str, found.itertext())).strip()


def note(element: etree._Element, look: Look) -> Line:
    """A note, with its mark before it."""
    body = child(element, "note-body")
    marker = citation(element)
    written = () if body is None else between("\n", (line.pieces for line in lines(body, look, {})))
    return Line(under("footnote", (Piece(f"{marker} "), *written), marker))
