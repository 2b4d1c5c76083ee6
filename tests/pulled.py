"""Papers as tools pull their text out of a file, read; with what their tests compare."""

from promises import broken_promises

from ingest.model import Document, Source
from ingest.parse import parse

LETTER = """Directie Waterbouw
Datum 3 juni 2025
Betreft Antwoorden op Kamervragen over dijken
Ons kenmerk
WBK-2025/48123
Geachte voorzitter,
Hierbij zend ik u de antwoorden op de vragen van het lid Roelvink (D66) over dijken (ingezonden 6 mei 2025).
De minister van Defensie,
T. Bakhuis
Pagina 1 van 3
"""


def read(text: str, markdown: bool = False) -> Document:
    """A paper as parsed, no promise broken."""
    document = parse(Source(text, "markdown" if markdown else "text", "utf-8", ""))
    assert not broken_promises(document)
    return document


def texts(document: Document) -> list[str]:
    """The questions and the answers, in turn, each with single spaces."""
    pairs = zip(document.questions, document.answers, strict=True)
    return [" ".join(each.passage.text.split()) for pair in pairs for each in pair]


def notes(document: Document) -> list[tuple[str, str]]:
    return [(note.marker, " ".join(note.passage.text.split())) for note in document.footnotes]


def codes(document: Document) -> set[str]:
    return {notice.code for notice in document.notices}
