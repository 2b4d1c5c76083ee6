"""Questions that only their type tells from the answers: no label, no number."""

from collections.abc import Callable, Sequence
from html import escape

import pytest
from formats.packages import docx, odt, paragraph, run
from formats.pdf import Printed, column, draw
from formats.showing import read_data

from ingest.parse import parse

# Type, then what is set in it.
Lines = Sequence[tuple[str, str]]
FACES = {
    "bold": ("b", "font-weight", "bold", "Helvetica-Bold"),
    "italic": ("i", "font-style", "italic", "Times-Italic"),
}
HEAD = "Antwoorden op vragen van het lid Roelvink (D66) over dijken"
ASKED = ("Hoe hoog is de dijk bij Zeewijk?", "Wat kost een meter dijk?", "Wie betaalt de rekening daarvan?")
SAID = ("De dijk is zeven meter hoog.", "Dat verschilt van plaats tot plaats.", "Het waterschap betaalt alles.")


def in_word(lines: Lines) -> bytes:
    """Runs with properties of their own."""
    return docx("".join(paragraph(run(text, f"<w:{FACES[face][0]}/>" if face else "")) for face, text in lines))


def in_open_document(lines: Lines) -> bytes:
    """Paragraphs in a style."""
    styles = "".join(
        f'<style:style style:name="{face}" style:family="paragraph">'
        f'<style:text-properties fo:{FACES[face][1]}="{FACES[face][2]}"/></style:style>'
        for face in FACES
    )
    return odt("".join(f'<text:p text:style-name="{face}">{escape(text)}</text:p>' for face, text in lines), styles)


def in_html(lines: Lines) -> bytes:
    """A paragraph with nothing but an element for its type, or a style that says as much."""
    bold, italic = "<p><b>{}</b></p>", '<p><span style="font-style: italic">{}</span></p>'
    ways = {"": "<p>{}</p>", "bold": bold, "italic": italic}
    body = "".join(ways[face].format(escape(text)) for face, text in lines)
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


def in_pdf(lines: Lines) -> bytes:
    """Fonts of which the name tells."""
    rows = column([each for _, text in lines for each in (text, "")])
    faces = [FACES[face][3] if face else "Helvetica" for face, _ in lines]
    return draw([[Printed(row.x, row.y, row.text, row.size, face) for row, face in zip(rows, faces, strict=False)]])


in_each_format = pytest.mark.parametrize("write", [in_word, in_open_document, in_html, in_pdf])


def told(write: Callable[[Lines], bytes], lines: Lines) -> tuple[list[str], list[str]]:
    """The questions and answers of a paper."""
    document = parse(read_data(write(lines)))
    return [each.passage.text for each in document.questions], [each.passage.text for each in document.answers]


@in_each_format
@pytest.mark.parametrize("face", FACES)
def test_what_is_set_off_asks_and_what_follows_answers(write: Callable[[Lines], bytes], face: str) -> None:
    pairs = [each for asked, said in zip(ASKED, SAID, strict=True) for each in ((face, asked), ("", said))]
    assert told(write, [("", HEAD), *pairs]) == (list(ASKED), list(SAID))


@in_each_format
def test_labels_tell_where_there_are_any(write: Callable[[Lines], bytes]) -> None:
    pairs = [
        each
        for at, (asked, said) in enumerate(zip(ASKED, SAID, strict=True), 1)
        for each in (("bold", f"Vraag {at}"), ("italic", asked), ("bold", f"Antwoord {at}"), ("", said))
    ]
    assert told(write, [("", HEAD), *pairs]) == (list(ASKED), list(SAID))


@in_each_format
def test_titles_set_off_ask_nothing(write: Callable[[Lines], bytes]) -> None:
    lines = [("", HEAD), ("italic", "Over de kust."), ("", SAID[0]), ("italic", "Over geld."), ("", SAID[1])]
    assert told(write, lines) == ([], [])


@in_each_format
def test_what_is_set_off_above_answers_asks(write: Callable[[Lines], bytes]) -> None:
    """Under a title, with a question that does not end as one, and no label but "Antwoord"."""
    asked = [*ASKED[:2], "Graag een toelichting. Wie betaalt de rekening daarvan?"]
    triples = [
        each for q, a in zip(asked, SAID, strict=True) for each in (("italic", q), ("bold", "Antwoord"), ("", a))
    ]
    assert told(write, [("bold", HEAD), *triples]) == (asked, list(SAID))


@in_each_format
def test_titles_in_italics_head_what_stands_below_them(write: Callable[[Lines], bytes]) -> None:
    lines = [("", "Geachte voorzitter,"), ("", "Hierbij een brief."), ("italic", "Toezicht"), ("", "Dat is er.")]
    reading = read_data(write(lines))
    heads = [hint.span for hint in reading.hints if hint.role == "heading"]
    assert [reading.text[slice(*head)] for head in heads] == ["Toezicht"]
