"""HTML and XML: the paper, its notes, and what surrounds it."""

import pytest
from formats.showing import read_data, shown

from ingest.parse import parse
from ingest.read import UnreadableError


def html(body: str) -> bytes:
    """A page."""
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}</body></html>".encode()


def xml(body: str) -> bytes:
    """An official publication."""
    return f'<?xml version="1.0" encoding="UTF-8"?><officiele-publicatie>{body}</officiele-publicatie>'.encode()


@pytest.mark.parametrize("paper", ['<div id="broodtekst">{}</div>', "<main>{}</main>", "<article>{}</article>"])
def test_what_is_not_the_paper_is_page_furniture(paper: str) -> None:
    page = f"<div>Site</div><div>{paper.format('<nav>Inhoud</nav><p>Vraag 1</p>')}<p>Deel dit</p></div>"
    assert shown(html(page)).split("\n\n") == [
        "[page_furniture: Site]",
        "[page_furniture: Inhoud]",
        "Vraag 1",
        "[page_furniture: Deel dit]",
    ]


def test_running_text_of_a_page_is_one_line_per_paragraph() -> None:
    page = (
        "<div>Los <b>vet</b>\n  en<p>alinea\n  een</p>staart<br>regel&nbsp;twee</div><script>weg()</script><!-- weg -->"
    )
    assert shown(html(page)) == "Los vet en\n\nalinea een\n\nstaart\nregel\u00a0twee"


def test_numbered_lists_of_a_page_show_their_numbers() -> None:
    lists = '<ol start="3"><li>drie<li><p>vier</p><p>meer</p></ol><ol type="a"><li>a. zelf</ol><ul><li>punt</ul>'
    assert shown(html(lists)).split("\n\n") == ["3. drie", "4. vier", "meer", "a. zelf", "punt"]


def test_notes_as_word_saves_them() -> None:
    page = """<p>Ja<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.</p>
    <div><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Bron</p><p>meer</p></div>
    <div id=ftn2><p>Slot</p></div></div>"""
    assert shown(html(page)) == "Ja[footnote_mark 1: [1]].\n\n[footnote 1: [1] Bron\nmeer]\n\nSlot"


def test_notes_in_a_numbered_list() -> None:
    page = '<p>Ja<sup><a href="#fn1" id="r1">1</a></sup>.</p>'
    note = '<ol><li id="fn1"><p>Bron <a href="#r1">terug</a></p></li></ol>'
    assert shown(html(page + note)) == "Ja[footnote_mark 1: 1].\n\n[footnote 1: 1 Bron terug]"


@pytest.mark.parametrize(
    "hidden",
    ["<p hidden>niet</p>", '<div style="color: red; display : none"><p>niet</p></div>', '<p style="mso-hide:all">niet'],
)
def test_what_a_page_hides_is_not_shown(hidden: str) -> None:
    assert shown(html(f"<p>Wel</p>{hidden}")) == "Wel"


def test_raised_type_is_raised_by_whatever_means() -> None:
    page = '<p>Ja.<span style="font-size: 7pt; vertical-align: super">3</span></p>'
    assert shown(html(page)) == "Ja.[footnote_mark 3: 3]"


def test_links_to_headings_are_no_notes() -> None:
    page = '<p><a href="#h1">1</a></p><h2 id="h1">1 Inleiding</h2>'
    assert shown(html(page)) == "1\n\n[heading: 1 Inleiding]"


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-8", "utf-16"])
def test_the_encoding_that_a_page_names_counts(encoding: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={encoding}"></head><p>coördinatie'
    assert read_data(page.encode(encoding)).text == "coördinatie"


def test_a_page_that_names_no_known_encoding() -> None:
    assert read_data('<html><meta charset="geheim"><p>coördinatie'.encode("cp1252")).text == "coördinatie"


def test_fragments_and_broken_pages_are_read() -> None:
    assert shown(b"<p>Vraag 1<p>Ja</div></p></table>") == "Vraag 1\n\nJa"


def test_a_page_without_content_is_refused() -> None:
    with pytest.raises(UnreadableError, match="is HTML without content"):
        shown(b"<!DOCTYPE html>")


def test_labels_and_numbers_of_the_schema_stand_where_they_are_printed() -> None:
    body = """<dossier><dossiernummer><dossiernr>98 765</dossiernr><begrotingshoofdstuk>IV</begrotingshoofdstuk>
    </dossiernummer><titel>Geulen</titel></dossier>
    <stuk><stuknr>Nr. <ondernummer>3</ondernummer></stuknr><titel>MOTIE</titel>
    <lijst><li><li.nr>1°.</li.nr><al>een</al><al>vervolg</al></li></lijst>
    <ondertekening><naam><voornaam>A.</voornaam><achternaam>Ban</achternaam></naam></ondertekening></stuk>"""
    assert shown(xml(body)).split("\n\n") == ["98 765 IV Geulen", "Nr. 3 MOTIE", "1°. een", "vervolg", "A. Ban"]


def test_questions_and_answers_of_the_schema_are_what_they_are_called() -> None:
    body = """<vraag><nr status="officieel">Vraag 1</nr><al>Graag een overzicht.</al></vraag>
    <antwoord><nr>1</nr><al>Volgt.</al></antwoord>
    <vraag nr="2"><al>En dit?</al></vraag><antwoord><al>Ook.</al></antwoord>"""
    assert shown(xml(body)).split("\n\n") == [
        "[question_label 1: Vraag 1]",
        "Graag een overzicht.",
        "[answer_label 1: 1]",
        "Volgt.",
        "[question_label 2]En dit?",
        "[answer_label]Ook.",
    ]


def test_the_number_of_the_chamber_is_the_printers() -> None:
    assert shown(xml('<tekstregel inhoud="kamernummer">2</tekstregel>')) == "[page_furniture: 2]"


def test_headings_of_the_schema() -> None:
    body = "<kop><nr>1</nr><titel>Inleiding</titel></kop><al>a</al><tussenkop>Verder</tussenkop>"
    assert shown(xml(body)) == "[heading: 1 Inleiding]\n\na\n\n[heading: Verder]"


def test_notes_of_the_schema_without_numbers_are_counted() -> None:
    note, other = '<noot id="a"><noot.al>Bron</noot.al></noot>', '<noot id="b" nr="7">Los</noot>'
    assert shown(xml(f'<al>Ja{note} en{other}<nootref refid="a"/>.</al>')).split("\n\n") == [
        "Ja[footnote_mark 1: 1] en[footnote_mark 7: 7][footnote_mark 1: 1].",
        "[footnote 1: 1 Bron]",
        "[footnote 7: 7 Los]",
    ]


def test_a_note_in_a_note_and_one_between_paragraphs_are_read_once() -> None:
    inner = '<noot nr="2"><noot.al>Daarin</noot.al></noot>'
    outer = f'<noot nr="1"><noot.al>Bron</noot.al>{inner}</noot>'
    assert shown(xml(f"<al>Ja{outer}</al><noot nr='3'><noot.al>Los</noot.al></noot><al>Nee</al>")).split("\n\n") == [
        "Ja[footnote_mark 1: 1]",
        "[footnote_mark 3: 3]",
        "Nee",
        "[footnote 1: 1 Bron\n2]",
        "[footnote 2: 2 Daarin]",
        "[footnote 3: 3 Los]",
    ]


def test_a_list_inside_a_paragraph_stands_on_its_own() -> None:
    assert shown(xml("<al>Te weten: <lijst><li><al>een</al></li></lijst> en zo.</al>")) == "Te weten:\n\neen\n\nen zo."


def test_names_of_characters_are_characters() -> None:
    document = '<!DOCTYPE a SYSTEM "a.dtd"><stuk><al>co&ouml;rdinatie &onbekend; &amp; meer</al></stuk>'
    assert shown(f'<?xml version="1.0" encoding="iso-8859-1"?>{document}'.encode()) == "coördinatie &onbekend; & meer"


def test_the_older_schema_prints_its_head_on_lines_of_their_own() -> None:
    document = """<kamerwrk><kop><titel>Staten-Generaal</titel><subtitel>Vergaderjaar 1995-1996</subtitel></kop><frontm>
    <ordernr>6K0721</ordernr><onderw><nummer>24 999</nummer><naam>Eb</naam></onderw></frontm><body><stuk>
    <ltrlabel>Nr. </ltrlabel><nummer>6</nummer><titel>NOTA</titel><al>Vloed.</al></stuk></body></kamerwrk>"""
    assert shown(document.encode()).split("\n\n") == [
        "Staten-Generaal",
        "[heading: Vergaderjaar 1995-1996]",
        "[page_furniture: 6K0721]",
        "24 999",
        "Eb",
        "Nr. 6",
        "NOTA",
        "Vloed.",
    ]


def test_numbers_in_cells_of_the_schema_open_no_notes() -> None:
    row = "<row><entry><al>1</al></entry><entry><al>De inzet van schepen</al></entry></row>"
    table = f"<table><tgroup cols='2'><tbody>{row}</tbody></tgroup></table>"
    text = "<al>Wij zetten schepen1 in en vliegtuigen.</al>"
    document = parse(read_data(f"<kamerwrk><body><stuk>{text}{table}</stuk></body></kamerwrk>".encode()))
    assert not document.footnotes
