"""OpenDocument text: what it shows, in a package and as one flat file."""

import pytest
from formats.packages import OPEN, odt, package
from formats.showing import shown

from ingest.read import UnreadableError

LETTERS = """<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"
style:num-suffix="." text:start-value="3"/><text:list-level-style-number text:level="2" style:num-format="a"
style:num-prefix="(" style:num-suffix=")"/><text:list-level-style-bullet text:level="3" text:bullet-char="x"/>
</text:list-style>"""


def item(content: str) -> str:
    """An item of a list."""
    return f"<text:list-item>{content}</text:list-item>"


def test_numbers_of_lists_are_shown() -> None:
    bullets = f"<text:list>{item('<text:p>punt</text:p>')}</text:list>"
    inner = f"<text:list>{item('<text:p>a</text:p>')}{item(f'<text:p>b</text:p>{bullets}')}</text:list>"
    three, four = item(f"<text:p>drie</text:p>{inner}"), item("<text:p>vier</text:p>")
    outer = f'<text:list text:style-name="L">{three}{four}</text:list>'
    again = f'<text:list text:style-name="L">{item("<text:p>drie</text:p>")}</text:list>'
    on = f'<text:list text:style-name="L" text:continue-numbering="true">{item("<text:p>vier</text:p>")}</text:list>'
    assert shown(odt(outer + again + on, LETTERS)).split("\n\n") == [
        "3. drie",
        "(a) a",
        "(b) b",
        "• punt",
        "4. vier",
        "3. drie",
        "4. vier",
    ]


def test_headings_with_and_without_numbers() -> None:
    body = '<text:h text:outline-level="1">Eén</text:h><text:h text:outline-level="2">Diep</text:h>'
    assert shown(odt(body)) == "[heading: Eén]\n\n[heading: Diep]"
    levels = "".join(
        f'<text:outline-level-style text:level="{at}" style:num-format="1" text:display-levels="{at}"/>'
        for at in (1, 2)
    )
    numbered = odt(body, running=f"<text:outline-style>{levels}</text:outline-style>")
    assert shown(numbered) == "[heading: 1 Eén]\n\n[heading: 1.1 Diep]"


def test_space_is_what_the_elements_say() -> None:
    body = "<text:p>\n   een\n twee<text:s/>drie<text:tab/>vier<text:line-break/>vijf</text:p>"
    assert shown(odt(body)) == "een twee drie\tvier\nvijf"


def test_tracked_deletions_and_annotations_are_not_shown() -> None:
    gone = "<text:tracked-changes><text:deletion><text:p>weg</text:p></text:deletion></text:tracked-changes>"
    assert shown(odt(f"{gone}<text:p>Ja<office:annotation><text:p>noot</text:p></office:annotation></text:p>")) == "Ja"


def test_sections_that_are_not_shown_are_not_read() -> None:
    assert (
        shown(odt('<text:section text:display="none"><text:p>Weg</text:p></text:section><text:p>Wel</text:p>')) == "Wel"
    )


def test_frames_heads_and_feet_are_page_furniture() -> None:
    frame = "<draw:frame><draw:text-box><text:p>Kader</text:p></draw:text-box></draw:frame>"
    running = "<style:header><text:p>Boven</text:p></style:header><style:footer><text:p>Onder</text:p></style:footer>"
    assert shown(odt(f"{frame}<text:p>Tekst{frame}</text:p>", running=running)).split("\n\n") == [
        "[page_furniture: Boven]",
        "[page_furniture: Kader]",
        "Tekst",
        "[page_furniture: Kader]",
        "[page_furniture: Onder]",
    ]


def test_shapes_with_text_in_them_are_page_furniture_once() -> None:
    """As LibreOffice writes the text boxes of Word."""
    frame = "<draw:frame><draw:text-box><text:p>binnen</text:p></draw:text-box></draw:frame>"
    inside = f"<text:p>Ons kenmerk</text:p><text:p>DGW-1{frame}</text:p>"
    shape = f"<draw:g><draw:custom-shape>{inside}</draw:custom-shape></draw:g>"
    assert shown(odt(f"<text:p>Tekst{shape}</text:p>")).split("\n\n") == [
        "Tekst",
        "[page_furniture: Ons kenmerk]",
        "[page_furniture: DGW-1]",
        "[page_furniture: binnen]",
    ]


def test_a_note_of_more_paragraphs_is_one_note() -> None:
    body = "<text:note-body><text:p>a</text:p><text:p>b</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    assert shown(odt(f"<text:p>Ja{note}.</text:p>")) == "Ja[footnote_mark 1: 1].\n\n[footnote 1: 1 a\nb]"


def test_a_flat_file_is_read() -> None:
    text = "<office:body><office:text><text:p>Vraag 1</text:p></office:text></office:body>"
    assert shown(f'<?xml version="1.0"?><office:document {OPEN}>{text}</office:document>'.encode()) == "Vraag 1"


def test_encrypted_and_other_documents_are_refused() -> None:
    manifest = "<manifest><encryption-data/></manifest>"
    with pytest.raises(UnreadableError, match="is encrypted"):
        shown(package({"content.xml": "geheim", "META-INF/manifest.xml": manifest}))
    sheet = (
        f"<office:document-content {OPEN}><office:body><office:spreadsheet/></office:body></office:document-content>"
    )
    with pytest.raises(UnreadableError, match="is an OpenDocument file, but not a text"):
        shown(package({"content.xml": sheet}))


def test_hidden_text_is_not_shown() -> None:
    style = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    assert shown(odt('<text:p>Ja<text:span text:style-name="H">, geheim</text:span>.</text:p>', style)) == "Ja."
