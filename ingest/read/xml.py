"""The official publications' XML (`officiele-publicatie` and the schemas before it) → text.

The schema has some hundred names and grew over twenty years, so most of them are read by their shape: an element with
text of its own is a paragraph, one that only holds elements is a container.  The tables below name the exceptions.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.entities import html5

from lxml import etree

from ingest.model import HintRole
from ingest.read.marks import raised
from ingest.read.package import attribute, before, inner, local, parse_xml
from ingest.read.reading import Line, Piece, Reading, assemble, between, collapsed, trimmed, under
from ingest.read.tables import table

# Numbers that are printed in front of the paragraph that follows.
LABELS = {"dossiernummer", "ltrlabel", "stuknr", "li.nr", "lidnr"}

# Elements without text of their own that are printed on one line all the same.
ONE_LINE = {"dossiernummer", "kop", "naam", "stuknr"}

# Elements that stand on their own even where they are written inside a paragraph.
BLOCKS = {"al", "al-groep", "lijst", "table", "tabel", "citaat"}

# What the schema of the years before 2009 keeps for the printer, order number and session year; and the number of the
# chamber that the printer sets large beside its name.
PRINTERS = {"kamernummer", "ordernr", "vergjaar"}

# What the schema names as a question or an answer; the label stands in its `nr`, or the number in an attribute.
SPOKEN: dict[str, HintRole] = {"vraag": "question_label", "antwoord": "answer_label"}
NUMBERS = re.compile(r"\d.*", re.DOTALL)

HEADINGS = {"kop", "subtitel", "tuskop", "tussenkop"}
NOTES = {"noot", "voetnoot"}
NOTE_NUMBERS = {"noot.nr", "nr"}
NOTE_REFERENCES = {"nootref", "voetref"}


def read_xml(data: bytes) -> Reading:
    """Read an official publication.  Raises BrokenFileError where the XML is not well formed."""
    root = parse_xml(data)
    number_notes(root)
    space_out(root)
    encoding = root.getroottree().docinfo.encoding or "utf-8"
    return assemble((*lines(root), *notes(root)), encoding.lower())


def number_notes(root: etree._Element) -> None:
    """Write its printed number on every note, and on every reference to one."""
    numbers: dict[str | None, str] = {}
    for place, note in enumerate(elements(root, NOTES), 1):
        printed = next((inner(each) for each in note if local(each) in NOTE_NUMBERS), "")
        number = printed or attribute(note, "nr") or str(place)
        numbers[attribute(note, "id")] = number
        note.set("nr", number)
    for reference in elements(root, NOTE_REFERENCES):
        reference.set("nr", inner(reference) or numbers.get(attribute(reference, "refid"), ""))


def space_out(root: etree._Element) -> None:
    """Put the space between the parts of a line that the schema leaves to the printer."""
    for element in filter(is_one_line, elements(root, ONE_LINE)):
        for each in element[:-1]:
            each.tail = f"{each.tail or ''} "


def elements(root: etree._Element, names: set[str]) -> list[etree._Element]:
    """All elements of these names, in order."""
    return [element for element in root.iter(etree.Element) if local(element) in names]


def lines(element: etree._Element) -> Iterator[Line]:
    """The lines of a block."""
    name = local(element)
    if name == "meta":
        yield Line((Piece(attribute(element, "content") or "", "page_furniture"),))
    elif name == "tgroup":
        yield from table(map(lines, each) for each in elements(element, {"row"}))
    elif name in SPOKEN and not has_text(element):
        yield from spoken(element, SPOKEN[name])
    elif name in NOTES:
        # In a note, or between paragraphs: what it says stands at the end, once.
        yield Line(tuple(inline(element)))
    elif name in PRINTERS or attribute(element, "inhoud") in PRINTERS:
        yield Line((Piece(inner(element), "page_furniture"),))
    elif is_one_line(element) or has_text(element) or len(element) == 0:
        yield from paragraph(element)
    else:
        yield from blocks(element)


def spoken(element: etree._Element, role: HintRole) -> Iterator[Line]:
    """A question or an answer: its label, and what stands under it."""
    number = next((each for each in element if local(each) == "nr"), None)
    label = inner(number) if number is not None and len(number) == 0 else ""
    found = NUMBERS.search(label or attribute(element, "nr") or "")
    marker = found[0] if found else ""
    opens = None if number is not None else role
    if number is not None and label:
        yield Line((Piece(label, role, marker),))
        number.text = ""
    for line in blocks(element):
        yield replace(line, opens=opens, numbers=marker) if opens and trimmed(line.pieces) else line
        opens = None if trimmed(line.pieces) else opens


def is_one_line(element: etree._Element) -> bool:
    """Whether an element without text of its own is one line; a paper's head in the older schema, with its
    subtitles, is not.
    """
    return local(element) in ONE_LINE and not any(local(each) == "subtitel" for each in element)


def has_text(element: etree._Element) -> bool:
    """Whether there is running text directly in the element."""
    return bool((element.text or "").strip()) or any((each.tail or "").strip() for each in element)


def blocks(element: etree._Element) -> Iterator[Line]:
    """The lines of a container's children; a label stands before the first line of what it labels."""
    label: tuple[Piece, ...] = ()
    for each in element:
        if local(each) in LABELS:
            label = (*label, *inline(each), Piece(" "))
            continue
        for line in lines(each):
            yield Line(tuple(collapsed((*label, *line.pieces))), line.apart) if label else line
            label = ()
    yield Line(tuple(collapsed(label)))


def paragraph(element: etree._Element) -> Iterator[Line]:
    """A paragraph; a block written inside it comes on lines of its own."""
    pieces = [Piece(element.text or "")]
    for each in element:
        if local(each) in BLOCKS:
            yield styled(element, pieces)
            yield from lines(each)
            pieces = []
        else:
            pieces += inline(each)
        pieces.append(Piece(each.tail or ""))
    yield styled(element, pieces)


def styled(element: etree._Element, pieces: list[Piece]) -> Line:
    """A line with white space as readers show it, as a heading where the element is one."""
    shown = tuple(collapsed(pieces))
    return Line(under("heading", shown) if local(element) in HEADINGS else shown)


def inline(element: etree._Element) -> Iterator[Piece]:
    """The text of an element within a line."""
    name = local(element)
    if name in NOTES | NOTE_REFERENCES:
        number = attribute(element, "nr") or ""
        yield Piece(number, "footnote_mark", number)
    elif isinstance(element, etree._Entity):
        yield Piece(html5.get(f"{element.name};", element.text))
    elif name == "sup":
        yield from raised(inner(element), before(element))
    else:
        yield Piece(element.text or "")
        for each in element:
            yield from inline(each)
            yield Piece(each.tail or "")


def notes(root: etree._Element) -> Iterator[Line]:
    """The notes, at the end: the schema writes them where their mark stands."""
    for note in elements(root, NOTES):
        number = attribute(note, "nr") or ""
        texts = [line for each in note if local(each) not in NOTE_NUMBERS for line in lines(each)]
        body = between("\n", [tuple(collapsed([Piece(note.text or "")])), *(line.pieces for line in texts)])
        yield Line(under("footnote", (Piece(f"{number} "), *body), number))
