"""The paragraphs and tables of Word → lines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from ingest.read.docx.lists import Lists
from ingest.read.docx.styles import Styles, switched, value
from ingest.read.marks import raised
from ingest.read.package import attribute, child, local
from ingest.read.reading import Line, Piece, is_title, merged, plain, under, unmarked
from ingest.read.tables import table

# What Word does not show: properties, and what a tracked change takes away.
UNSEEN = {"del", "moveFrom", "pPr", "rPr", "sectPr", "tblGrid", "tblPr", "tcPr", "trPr"}
SYMBOL = re.compile(r"[0-9A-Fa-f]{2,4}")
CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
REFERENCES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}

# The number of each note, by the part it is in and its id there.
Marks = Mapping[tuple[str, str | None], str]


@dataclass(frozen=True, slots=True)
class Look:
    """What decides how the paragraphs of a document look."""

    styles: Styles
    lists: Lists
    marks: Marks


def lines(container: etree._Element, look: Look) -> Iterator[Line]:
    """The lines of everything in a container: the body, a cell, a note, a text box."""
    for each in shown(container):
        if local(each) == "p":
            yield from paragraph(each, look)
        elif local(each) == "tbl":
            yield from tabled(each, look)
        else:
            yield from lines(each, look)


def shown(element: etree._Element) -> Iterator[etree._Element]:
    """The children that Word shows; of alternatives the first."""
    if local(element) == "AlternateContent":
        yield from element[:1]
        return
    yield from (each for each in element if local(each) not in UNSEEN)


def nearest(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of that name below this one, through whatever wraps them, but not one inside the other."""
    for each in shown(element):
        if local(each) == name:
            yield each
        else:
            yield from nearest(each, name)


def tabled(element: etree._Element, look: Look) -> Iterator[Line]:
    """A table.  One that is pinned to the page beside the text is a letterhead, not part of the paper's text."""
    rows = (row for row in nearest(element, "tr") if child(row, "trPr", "del") is None)
    written = table((lines(cell, look) for cell in nearest(row, "tc")) for row in rows)
    if is_pinned(element):
        written = (Line(under("page_furniture", line.pieces), line.apart) for line in written)
    return written


def is_pinned(element: etree._Element) -> bool:
    """Whether a table of one column has a fixed place on the page, whatever the text does."""
    position = child(element, "tblPr", "tblpPr")
    anchors = {attribute(position, "vertAnchor"), attribute(position, "horzAnchor")}
    columns = child(element, "tblGrid")
    return anchors == {"page"} and (columns is None or len(columns) <= 1)


def paragraph(element: etree._Element, look: Look) -> Iterator[Line]:
    """A paragraph with the number that Word puts before it; its text boxes after it, as page furniture."""
    pieces = tuple(text(element, look))
    label = "" if is_taken_away(element, pieces) else look.lists.label(element)
    if label:
        pieces = (Piece(f"{label} "), *pieces) if plain(pieces).strip() or label[0].isalnum() else pieces
    runs = filled(element)
    bold = is_set(runs, element, look.styles, "b")
    if look.styles.is_heading(element) or (bold and is_title(unmarked(pieces))):
        pieces = under("heading", pieces)
    yield Line(pieces, set_off=bold or is_set(runs, element, look.styles, "i"))
    for box in boxes(element):
        for line in lines(box, look):
            yield Line(under("page_furniture", line.pieces), line.apart)


def is_taken_away(paragraph: etree._Element, pieces: tuple[Piece, ...]) -> bool:
    """Whether a tracked change takes a paragraph away, its end as well as its text: then no number counts it."""
    properties = child(paragraph, "pPr", "rPr")
    return not pieces and any(child(properties, name) is not None for name in ("del", "moveFrom"))


def boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes anchored in a paragraph."""
    for run in nearest(element, "r"):
        yield from nearest(run, "txbxContent")


def is_set(runs: Sequence[etree._Element], paragraph: etree._Element, styles: Styles, switch: str) -> bool:
    """Whether all text of a paragraph, in these runs, is set in bold type ("b") or italics ("i")."""
    return bool(runs) and all(styles.is_set(run, paragraph, switch) for run in runs)


def filled(paragraph: etree._Element) -> list[etree._Element]:
    """The runs with text in them."""
    return [run for run in runs_of(paragraph) if any((each.text or "").strip() for each in nearest(run, "t"))]


def runs_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs that Word shows."""
    return (run for run in nearest(paragraph, "r") if not switched(child(run, "rPr"), "vanish"))


def text(paragraph: etree._Element, look: Look) -> Iterator[Piece]:
    """The text of a paragraph, with the marks of its notes."""
    fields: list[bool] = []
    before = ""
    for is_raised, runs in groupby(runs_of(paragraph), lambda run: value(run, "rPr", "vertAlign") == "superscript"):
        for piece in merged(piece for run in runs for piece in written(run, look, fields)):
            yield from raised(piece.text, before) if is_raised and not piece.role else (piece,)
            before = piece.text


def written(run: etree._Element, look: Look, fields: list[bool]) -> Iterator[Piece]:
    """The text of a run.  `fields`: the fields it stands in, whether the code of each is over."""
    for each in shown(run):
        name = local(each)
        if name == "fldChar":
            follow(attribute(each, "fldCharType"), fields)
        elif not all(fields):
            continue
        elif name in REFERENCES:
            marker = look.marks.get((REFERENCES[name], attribute(each, "id")), "")
            yield Piece(marker, "footnote_mark", marker)
        else:
            yield Piece(characters(each))


def follow(kind: str | None, fields: list[bool]) -> None:
    """Keep track of the fields that open, show their result, and close."""
    if kind == "begin":
        fields.append(False)
    elif kind == "separate" and fields:
        fields[-1] = True
    elif kind == "end" and fields:
        fields.pop()


def characters(element: etree._Element) -> str:
    """The characters that an element of a run stands for."""
    if local(element) == "t":
        return element.text or ""
    if local(element) == "sym":
        code = attribute(element, "char") or ""
        return chr(int(code, 16)) if SYMBOL.fullmatch(code) else ""
    return CHARACTERS.get(local(element), "")
