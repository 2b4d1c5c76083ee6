"""Word files (Office Open XML, ECMA-376) → text: body, real footnotes and endnotes, headers and footers."""

import posixpath
from collections.abc import Iterable, Iterator

from lxml import etree

from ingest.read.counting import formatted
from ingest.read.docx.body import REFERENCES, Look, Marks, lines
from ingest.read.docx.lists import Lists
from ingest.read.docx.styles import Styles, value
from ingest.read.failure import BrokenFileError
from ingest.read.package import Package, attribute, local
from ingest.read.reading import Line, Piece, Reading, assemble, between, plain, under
from ingest.read.turns import with_turns

# How Word counts notes where a document does not say otherwise.
NOTE_STYLES = {"footnotes": "decimal", "endnotes": "lowerRoman"}
NOTES = {"footnotes": "footnote", "endnotes": "endnote"}

# The related parts that hold text, or say how it is shown.
PARTS = {"endnotes", "footer", "footnotes", "header", "numbering", "settings", "styles"}

Parts = dict[str, list[etree._Element]]


def read_docx(data: bytes) -> Reading:
    """Read a Word file.  Raises BrokenFileError where the package is damaged, encrypted or a bomb."""
    document, parts = read_parts(Package(data))
    styles = Styles(only(parts, "styles"))
    marks = note_marks(document, only(parts, "settings"))
    look = Look(styles, Lists(only(parts, "numbering"), styles), marks)
    head, foot = once(parts.get("header", []), look), once(parts.get("footer", []), look)
    return assemble((*head, *with_turns(lines(document, look)), *notes(parts, look), *foot), "utf-8")


def read_parts(package: Package) -> tuple[etree._Element, Parts]:
    """The document, and the parts it is related to, by what they are to it."""
    targets = (target for kind, target in relations(package, "") if kind == "officeDocument")
    name = next(targets, "word/document.xml")
    document = package.tree(name)
    if document is None:
        msg = "is a Word file without a document in it"
        raise BrokenFileError(msg)
    parts: Parts = {}
    for kind, target in relations(package, name):
        tree = package.tree(target) if kind in PARTS else None
        if tree is not None:
            parts.setdefault(kind, []).append(tree)
    return document, parts


def relations(package: Package, name: str) -> Iterator[tuple[str, str]]:
    """The parts that a part (or with "" the package) is related to: what they are to it, and their names."""
    folder, _, base = name.rpartition("/")
    tree = package.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
    for each in () if tree is None else tree:
        kind = (attribute(each, "Type") or "").rpartition("/")[2]
        target = posixpath.join("/", folder, attribute(each, "Target") or "")
        yield kind, posixpath.normpath(target).lstrip("/")


def only(parts: Parts, kind: str) -> etree._Element | None:
    """The part of a kind of which there is one at most."""
    return next(iter(parts.get(kind, [])), None)


def note_marks(document: etree._Element, settings: etree._Element | None) -> Marks:
    """The number of each note, in the order in which the text refers to them."""
    marks: dict[tuple[str, str | None], str] = {}
    counts = dict.fromkeys(NOTES, 0)
    for reference in document.iter(etree.Element):
        part = REFERENCES.get(local(reference), "")
        key = (part, attribute(reference, "id"))
        if part and key not in marks and not is_deleted(reference):
            counts[part] += attribute(reference, "customMarkFollows") is None
            style = value(settings, f"{NOTES[part]}Pr", "numFmt") or NOTE_STYLES[part]
            marks[key] = own_mark(reference) or formatted(counts[part], style)
    return marks


def is_deleted(element: etree._Element) -> bool:
    """Whether a tracked change takes the element away."""
    return any(local(each) in {"del", "moveFrom"} for each in element.iterancestors())


def own_mark(reference: etree._Element) -> str:
    """The mark that the writer typed in place of a number: it follows in the same run."""
    if attribute(reference, "customMarkFollows") is None:
        return ""
    return "".join(each.text or "" for each in reference.itersiblings() if local(each) == "t").strip()


def notes(parts: Parts, look: Look) -> Iterator[Line]:
    """The notes that the text refers to, in that order, at the end."""
    trees = {part: only(parts, part) for part in NOTES}
    found = {
        (part, attribute(note, "id")): note for part, tree in trees.items() for note in (() if tree is None else tree)
    }
    for key, marker in look.marks.items():
        if key in found:
            body = between("\n", (line.pieces for line in lines(found[key], look)))
            number = () if plain(body).startswith(marker) and not marker.isalnum() else (Piece(f"{marker} "),)
            yield Line(under("footnote", (*number, *body), marker))


def once(parts: Iterable[etree._Element], look: Look) -> Iterator[Line]:
    """Running heads or feet, each text once, however many sections repeat it."""
    seen: set[str] = set()
    for part in parts:
        for line in lines(part, look):
            if plain(line.pieces).strip() not in seen:
                seen.add(plain(line.pieces).strip())
                yield Line(under("page_furniture", line.pieces), line.apart)
