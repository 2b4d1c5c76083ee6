"""Word files: what they show, and nothing that they hide."""

import pytest
from formats.packages import docx, package, paragraph, run
from formats.showing import shown

from ingest.read import UnreadableError

SUPER = '<w:vertAlign w:val="superscript"/>'


def level(at: int, style: str, text: str) -> str:
    """A level of a numbered list."""
    counting = f'<w:start w:val="1"/><w:numFmt w:val="{style}"/>'
    return f'<w:lvl w:ilvl="{at}">{counting}<w:lvlText w:val="{text}"/></w:lvl>'


def numbered(levels: str, *changes: str) -> str:
    """A numbering part: one definition, and a list for each of the changes to it."""
    definition = '<w:abstractNumId w:val="0"/>'
    lists = (f'<w:num w:numId="{at}">{definition}{change}</w:num>' for at, change in enumerate(changes or ("",), 1))
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{"".join(lists)}'


def item(text: str, at: int = 0, name: int = 1) -> str:
    """A paragraph in a list."""
    return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{name}"/></w:numPr>')


def test_numbers_of_lists_are_shown_as_word_shows_them() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "decimal", "%1.%3")
    body = item("een") + item("a", 1) + item("b", 1) + item("diep", 2) + item("twee") + item("weer a", 1)
    assert shown(docx(body, numbering=numbered(levels))).split("\n\n") == [
        "1. een",
        "a) a",
        "b) b",
        "1.1 diep",
        "2. twee",
        "a) weer a",
    ]


def test_a_list_may_begin_anew() -> None:
    numbering = numbered(
        level(0, "upperRoman", "%1."), "", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    )
    body = item("een") + item("vijf", name=2) + item("zes", name=2)
    assert shown(docx(body, numbering=numbering)) == "I. een\n\nV. vijf\n\nVI. zes"


def test_labels_that_word_numbers_are_whole() -> None:
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:styleId="Vraag">{listed}</w:style>'
    label = paragraph("", '<w:pStyle w:val="Vraag"/>')
    body = label + paragraph(run("Is dat zo?")) + label + paragraph(run("En dit?"))
    numbering = numbered(level(0, "decimal", "Vraag %1"))
    assert shown(docx(body, numbering=numbering, styles=styles)) == "Vraag 1\n\nIs dat zo?\n\nVraag 2\n\nEn dit?"


def test_bullets_are_bullets_whatever_their_font() -> None:
    assert shown(docx(item("punt"), numbering=numbered(level(0, "bullet", "\uf0b7")))) == "• punt"


def test_headings_by_style_and_by_bold_type() -> None:
    styles = """<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Eigen"><w:basedOn w:val="Kop1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Niveau"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>"""
    body = "".join(paragraph(run(name), f'<w:pStyle w:val="{name}"/>') for name in ("Kop1", "Eigen", "Niveau"))
    body += paragraph(run("Vet", "<w:b/>")) + paragraph(run("Vette vraag?", "<w:b/>"))
    body += paragraph(run("Half ", "<w:b/>") + run("vet")) + paragraph(run("Niet", '<w:b w:val="0"/>'))
    assert shown(docx(body, styles=styles)) == (
        "[heading: Kop1]\n\n[heading: Eigen]\n\n[heading: Niveau]\n\n[heading: Vet]\n\nVette vraag?\n\nHalf vet\n\nNiet"
    )


def test_tracked_changes_are_read_as_accepted() -> None:
    gone = f"<w:del>{run('oude ').replace('w:t', 'w:delText')}</w:del><w:moveFrom>{run('weg ')}</w:moveFrom>"
    body = paragraph(f"{run('De ')}{gone}<w:ins>{run('nieuwe ')}</w:ins><w:moveTo>{run('tekst')}</w:moveTo>")
    assert shown(docx(body)) == "De nieuwe tekst"


def test_paragraphs_that_a_change_takes_away_are_not_counted() -> None:
    numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = paragraph(f"<w:del>{run('weg')}</w:del>", f"{numbers}<w:rPr><w:del/></w:rPr>")
    moved = paragraph(f"<w:moveFrom>{run('weg')}</w:moveFrom>", f"{numbers}<w:rPr><w:moveFrom/></w:rPr>")
    body = item("een") + gone + moved + item("twee")
    assert shown(docx(body, numbering=numbered(level(0, "decimal", "%1.")))) == "1. een\n\n2. twee"


def test_bold_type_that_ends_with_a_mark_is_no_heading_for_that() -> None:
    body = paragraph(run("Is dat zo?", "<w:b/>") + run("12", f"<w:b/>{SUPER}"))
    assert shown(docx(body)) == "Is dat zo?[footnote_mark 12: 12]"


def test_hidden_text_and_codes_of_fields_are_not_shown() -> None:
    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> DOCPROPERTY datum </w:instrText></w:r>" + run("code")
    result = field("separate") + run("3 maart") + field("end")
    unclosed = paragraph(field("begin") + run("x"))
    body = paragraph(run("Datum ") + field("begin") + code + result + run("geheim", "<w:vanish/>"))
    assert shown(docx(body + unclosed + paragraph(run("verder")))) == "Datum 3 maart\n\nverder"


def test_a_tab_a_break_and_signs_are_characters() -> None:
    body = paragraph(f"{run('a')}<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>EU</w:t><w:noBreakHyphen/><w:t>wet</w:t></w:r>")
    assert shown(docx(body)) == "a\tb\nEU-wet"


def test_endnotes_count_in_roman_numerals_unless_they_say_otherwise() -> None:
    body = paragraph(run("Ja") + '<w:r><w:endnoteReference w:id="4"/></w:r>')
    note = f'<w:endnote w:id="4">{paragraph(run("Bron."))}{paragraph(run("Meer."))}</w:endnote>'
    assert shown(docx(body, endnotes=note)) == "Ja[footnote_mark i: i]\n\n[footnote i: i Bron.\nMeer.]"
    settings = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    assert (
        shown(docx(body, endnotes=note, settings=settings)) == "Ja[footnote_mark 1: 1]\n\n[footnote 1: 1 Bron.\nMeer.]"
    )


def test_notes_count_in_the_order_of_the_text_without_deleted_ones() -> None:
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = paragraph(
        f"{run('Ja')}<w:del>{reference.format(9)}</w:del>{reference.format(7)}{run('Nee')}{reference.format(3)}"
    )
    notes = "".join(f'<w:footnote w:id="{at}">{paragraph(run(f"Noot {at}"))}</w:footnote>' for at in (3, 7, 9))
    assert shown(docx(body, footnotes=notes)) == (
        "Ja[footnote_mark 1: 1]Nee[footnote_mark 2: 2]\n\n[footnote 1: 1 Noot 7]\n\n[footnote 2: 2 Noot 3]"
    )


def test_raised_numbers_are_marks_but_powers_and_ordinals_are_not() -> None:
    body = paragraph(
        run("Zo staat het er") + run("1)", SUPER) + run(" op 5 m") + run("2", SUPER) + run(" in de 2") + run("e", SUPER)
    )
    assert shown(docx(body)) == "Zo staat het er[footnote_mark 1: 1)] op 5 m2 in de 2e"


def test_text_boxes_letterheads_heads_and_feet_are_page_furniture() -> None:
    box = f"<w:r><w:drawing><w:txbxContent>{paragraph(run('In een kader'))}</w:txbxContent></w:drawing></w:r>"
    pinned = '<w:tblPr><w:tblpPr w:vertAnchor="page" w:horzAnchor="page"/></w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid>'
    letterhead = f"<w:tbl>{pinned}<w:tr><w:tc>{paragraph(run('Ons kenmerk'))}</w:tc></w:tr></w:tbl>"
    written = docx(
        paragraph(run("Tekst") + box) + letterhead, header=paragraph(run("Boven")), footer=paragraph(run("Onder"))
    )
    assert shown(written) == "\n\n".join(
        [
            "[page_furniture: Boven]",
            "Tekst",
            "[page_furniture: In een kader]",
            "[page_furniture: Ons kenmerk]",
            "[page_furniture: Onder]",
        ]
    )


def test_of_alternatives_one_is_read() -> None:
    choice, other = (f"<w:{name}>{run('één keer')}</w:{name}>" for name in ("Choice", "Fallback"))
    assert shown(docx(paragraph(f"<w:AlternateContent>{choice}{other}</w:AlternateContent>"))) == "één keer"


def test_a_table_that_lays_out_a_letter_is_text() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    a, b, c, d, e = (paragraph(run(text)) for text in "abcde")
    letter = row(paragraph(run("Geachte voorzitter,")), paragraph("")) + row(paragraph(run("Hierbij."))) + row("<w:p/>")
    tables = f"<w:tbl>{letter}</w:tbl><w:tbl>{row(a + b, c)}{row(d, e)}</w:tbl>"
    assert shown(docx(tables)) == "Geachte voorzitter,\n\nHierbij.\n\na\nb\tc\nd\te"


def test_a_package_without_a_document_is_refused() -> None:
    with pytest.raises(UnreadableError, match="is a Word file without a document in it"):
        shown(package({"word/styles.xml": "<styles/>"}))
