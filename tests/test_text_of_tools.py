"""What tools that pull text out of PDF leave of a letter's margin, of notes and of a paper's head."""

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


def test_a_margin_may_stand_in_and_between_the_lines() -> None:
    """As pdfplumber writes a page: what stands at one height is one line."""
    document = read(
        LETTER
        + """Vraag 1
Hoe hoog is de dijk bij Laagland, en wie Directie Waterbouw
Datum
beheert hem?
3 juni 2025
Antwoord 1 Ons kenmerk
De dijk is zeven meter hoog. Het waterschap heeft WBK-2025/48123
hem op 3 juni 2025
nagemeten.
Pagina 2 van 3
Vraag 2
Directie Waterbouw
Wat kost dat?
Datum
Antwoord 2
3 juni 2025
Dat is niet bekend. De raming volgt onder ons Ons kenmerk
WBK-2025/48123
eigen kenmerk.
Pagina 3 van 3
"""
    )
    assert texts(document) == [
        "Hoe hoog is de dijk bij Laagland, en wie beheert hem?",
        "De dijk is zeven meter hoog. Het waterschap heeft hem op 3 juni 2025 nagemeten.",
        "Wat kost dat?",
        "Dat is niet bekend. De raming volgt onder ons eigen kenmerk.",
    ]


def test_without_a_reference_on_its_pages_a_letter_has_no_margin_in_its_lines() -> None:
    page = "Vraag 1\nWat is de datum?\nAntwoord 1\nDe brief is van 3 juni 2025 en noemt als Datum\n3 juni 2025\n"
    document = read(f"{LETTER}{page}Pagina 2 van 3\nVraag 2\nKlopt dat?\nAntwoord 2\nJa.\n")
    assert texts(document)[1] == "De brief is van 3 juni 2025 en noemt als Datum 3 juni 2025"


def test_a_title_that_pages_repeat_beside_their_numbers_is_furniture() -> None:
    head = "Kamervragen over de dijken in Laagland"
    document = read(
        f"{LETTER}Vraag 1\nHoe hoog is de dijk?\nAntwoord 1\nZeven meter\nPagina 2 van 4\n{head}\nof iets meer.\n"
        f"Vraag 2\nWat kost dat?\nAntwoord 2\nDat is nog\nPagina 3 van 4\n{head}\nniet bekend.\n"
    )
    assert texts(document) == [
        "Hoe hoog is de dijk?", "Zeven meter of iets meer.", "Wat kost dat?", "Dat is nog niet bekend.",
    ]  # fmt: skip


def test_figures_of_a_page_number_may_stand_on_the_line_above() -> None:
    """As pdfplumber leaves a foot of which they are set a trifle higher."""
    page = (
        "Vraag 1\nHoe hoog is de dijk?\nAntwoord 1\nZeven meter\n2 4\nPagina van\nof iets meer, tussen\n3 4\nmeter.\n"
    )
    assert texts(read(f"{LETTER}{page}"))[1] == "Zeven meter of iets meer, tussen 3 4 meter."


def test_the_word_of_a_page_number_may_stand_on_a_line_above_it() -> None:
    page = "Vraag 1\nHoe hoog is de dijk?\nAntwoord 1\nZeven meter\n\nPagina\n\n2 van 4\n\nof iets meer:\nPagina\n3\n"
    assert texts(read(f"{LETTER}{page}"))[1] == "Zeven meter of iets meer: Pagina 3"


def test_a_margin_in_markdown_has_bold_labels() -> None:
    page = "**Directie Waterbouw** \n\n**Datum** 3 juni 2025 \n\n**Ons kenmerk** 48123555 \n\n"
    document = read(
        f"{LETTER}\n# **Vraag 1** \n\nHoe hoog is de dijk? \n\n# **Antwoord 1** \n\nZeven meter \n\nPagina 2 van 3 \n\n"
        f"{page}of iets meer. \n\n# **Vraag 2** \n\nWat kost dat? \n\n# **Antwoord 2** \n\nDat volgt. \n",
        markdown=True,
    )
    assert texts(document) == ["Hoe hoog is de dijk?", "Zeven meter of iets meer.", "Wat kost dat?", "Dat volgt."]


def test_a_line_of_a_margin_in_markdown_may_hold_all_of_it() -> None:
    """As pymupdf4llm joins the lines of a column."""
    margin = "**DG Dijken** Directie Hoogte **Ons kenmerk** 4158304-1084928-LZ \n\n"
    document = read(
        f"{LETTER}\n{margin}# **Vraag 1** \n\nHoe hoog is de dijk? \n\n# **Antwoord 1** \n\nZeven meter. \n\n"
        f"# **Vraag 2** \n\nWat kost dat? \n\n**DG Dijken Datum** 3 juni 2025 **Kenmerk** 48123 \n\n"
        f"# **Antwoord 2** \n\n{margin}**Datum** 3 juni 2025 is die van de raming: zie **Kenmerk** daar. \n",
        markdown=True,
    )
    said = "Datum 3 juni 2025 is die van de raming: zie Kenmerk daar."
    assert texts(document) == ["Hoe hoog is de dijk?", "Zeven meter.", "Wat kost dat?", said]


def test_notes_may_be_quoted() -> None:
    """As pymupdf4llm sets small type below a page: lists and quotations, the number sometimes alone."""
    document = read(
        """## **Vraag 1**

Kent u het bericht over dijken<sup>1</sup> ?

## **Antwoord 1**

_Ja, dat is bekend._<sup>_2_</sup> Ook het waterschap las het.<sup>3</sup> Dat zegt

- 1 Dijkbode, 2 mei 2025, «Dijk te hoog»,

- https://www.dijkbode.example/hoog

> 2

> Kamerstuk 31 409, nr. 431.

> 3 Dijkbode, 3 mei 2025, zie ook de bijlage en

> het blad van de week daarna.

Pagina 1 van 2

genoeg.
""",
        markdown=True,
    )
    assert notes(document) == [
        ("1", "Dijkbode, 2 mei 2025, «Dijk te hoog», - https://www.dijkbode.example/hoog"),
        ("2", "Kamerstuk 31 409, nr. 431."),
        ("3", "Dijkbode, 3 mei 2025, zie ook de bijlage en het blad van de week daarna."),
    ]
    assert [mark.answer for mark in document.marks] == [None, 0, 0]
    assert texts(document)[1].endswith("Dat zegt genoeg.")


def test_numbers_of_notes_may_stand_anywhere_among_the_notes() -> None:
    """As pdftotext leaves small numbers: some before the notes, some behind, that of the page last."""
    document = read(
        "Vraag 1\nKent u het bericht?1\nAntwoord 1\nJa.2 Het waterschap las het ook.3\n"
        "1\n\nDijkbode, 2 mei 2025, «Dijk te hoog».\nKamerstuk 31 409, nr. 431.\n3\nStcrt. 2025, 1234.\n2\n\n1\n\f"
        "Vraag 2\nKlopt dat?\nAntwoord 2\nJa.\n"
    )
    assert notes(document) == [
        ("1", "Dijkbode, 2 mei 2025, «Dijk te hoog»."),
        ("2", "Kamerstuk 31 409, nr. 431."),
        ("3", "Stcrt. 2025, 1234."),
    ]


def test_notes_to_which_ocr_lost_the_marks_close_their_page() -> None:
    document = read(
        "Vraag 1\nKent u het bericht?!\n\nAntwoord 1\nJa. Het waterschap las het\n\n"
        "1_https://www.dijkbode.example/hoog\n\n2_ Kamerstuk 31 409, nr. 431.\n\n"
        "Tweede Kamer, vergaderjaar 2024-2025, Aanhangsel 1\nook.\n\n"
        "Vraag 2\nKlopt dat?\n\nAntwoord 2\nJa.\n"
    )
    assert notes(document) == [("1", "https://www.dijkbode.example/hoog"), ("2", "Kamerstuk 31 409, nr. 431.")]
    assert texts(document)[1] == "Ja. Het waterschap las het ook."


def test_the_mark_of_a_last_note_that_is_lost_is_told() -> None:
    document = read(
        "Vraag 1\nKent u het bericht?1\nAntwoord 1\nJa.\n\n1 Kamerstuk 31 409, nr. 431.\n\f"
        "Vraag 2\nKlopt dat?\nAntwoord 2\nDat las ik in de krant.2\n"
    )
    assert "mark_without_footnote" in codes(document)


def test_answers_without_a_letter_have_a_head() -> None:
    title = "Antwoorden op vragen van het lid Roelvink (D66) over dijken (ingezonden 6 mei 2025,\n2025Z08123)\n"
    document = read(f"1\n{title}Kent u het bericht?\nJa, dat ken ik.\nWat vindt u ervan?\nWeinig.\n")
    assert document.head.kind == "answers_to_written_questions"
    assert document.head.zaak == "2025Z08123"
    assert [(one.name, one.party) for one in document.head.people] == [("Roelvink", "D66")]
    assert "questions_not_found" in codes(document)


def test_a_directorate_may_stand_on_the_line_of_the_first_label() -> None:
    page = "**Directie Waterbouw Onze Referentie** WB2513477 \n\n"
    document = read(
        f"{LETTER}\n# **Vraag 1** \n\nHoe hoog is de dijk? \n\n# **Antwoord 1** \n\nZeven meter \n\n{page}of meer. \n\n"
        "# **Vraag 2** \n\nWat kost dat? \n\n# **Antwoord 2** \n\nDat volgt. \n",
        markdown=True,
    )
    assert texts(document)[1] == "Zeven meter of meer."


def test_a_bold_label_may_stand_behind_a_sentence() -> None:
    document = read(
        "# **Vraag 1**\n\nHoe hoog is de dijk? **Antwoord**\n\nZeven meter. **Vraag 2**\n\nWat kost dat?\n\n"
        "**Antwoord**\n\nDat volgt, zie **vraag 1**\n",
        markdown=True,
    )
    assert texts(document) == ["Hoe hoog is de dijk?", "Zeven meter.", "Wat kost dat?", "Dat volgt, zie vraag 1"]


def test_numbers_of_notes_may_all_stand_below_the_notes() -> None:
    document = read(
        "Vraag 1\nKent u het bericht?1\nAntwoord 1\nJa.2 Het waterschap las het\nook.3\n"
        "Dijkbode, 2 mei 2025, «Dijk te hoog». Zie ook\nhet blad van de week daarna.\nKamerstuk 31 409, nr. 431.\n"
        "3\nTrb. 2025, 34.\n1\n2\n\nPagina 1 van 2\n\nVraag 2\nKlopt dat?\nAntwoord 2\nJa.\n"
    )
    assert notes(document) == [
        ("1", "Dijkbode, 2 mei 2025, «Dijk te hoog». Zie ook het blad van de week daarna."),
        ("2", "Kamerstuk 31 409, nr. 431."),
        ("3", "Trb. 2025, 34."),
    ]
    assert texts(document)[1] == "Ja. Het waterschap las het ook."


def test_notes_may_stand_behind_each_other_on_a_line() -> None:
    """As pypdf joins the notes of a page; a number that no text points at parts nothing."""
    document = read(
        "Vraag 1\nKent u het bericht?1\nAntwoord 1\nJa.2 Het waterschap las het ook.3\n"
        "1 Dijkbode, 2 mei 2025.2 Kamerstuk 31 409, nr. 431, p. 4.4 Bijlage.3 https://www.dijkbode.example\n"
        "Pagina 1 van 2\nVraag 2\nKlopt dat?\nAntwoord 2\nJa.\n"
    )
    assert notes(document) == [
        ("1", "Dijkbode, 2 mei 2025."),
        ("2", "Kamerstuk 31 409, nr. 431, p. 4.4 Bijlage."),
        ("3", "https://www.dijkbode.example"),
    ]


def test_marks_behind_words_are_told_where_all_notes_are_lost() -> None:
    told = read("Vraag 1\nKent u eb op de Wadden1?\nAntwoord 1\nJa. Dat las ik.2 Het klopt.\n")
    assert [mark.written for mark in told.marks] == ["1", "2"]
    assert not read("Vraag 1\nWat is fase2?\nAntwoord 1\nDat volgt op fase3.\n").marks


def test_questions_under_one_label_may_have_no_room_between_them() -> None:
    page = "Vraag 1, 2 en 3\nHoe hoog is de dijk bij Laagland?\nWie beheert hem, en hoe lang doet\nhij dat al?\n{}\n"
    answer = "Antwoord 1, 2 en 3\nDat is niet bekend bij het waterschap.\n"
    document = read(page.format("Wat kost dat?") + answer)
    assert [question.passage.text for question in document.questions] == [
        "Hoe hoog is de dijk bij Laagland?",
        "Wie beheert hem, en hoe lang doet hij dat al?",
        "Wat kost dat?",
    ]
    assert len(read(page.format("Zo nee, waarom niet?") + answer).questions) == 1


def test_a_margin_may_begin_with_what_no_rule_names() -> None:
    """Each later page has it above its label, as the first page has."""
    head = LETTER.replace("Directie Waterbouw", "Dijken en Duinen")
    page = "Datum\nen een halve.\n3 juni 2025\nOns kenmerk\nWBK-2025/48123\n"
    document = read(
        f"{head}Vraag 1\nHoe hoog is de dijk? Dijken en Duinen\nAntwoord 1\nZeven meter\n{page}Pagina 2 van 3\n"
        f"Vraag 2\nWat kost dat, per dijk?\nDijken en Duinen\nAntwoord 2\nEen ton\n{page}Pagina 3 van 3\n"
    )
    assert texts(document) == [
        "Hoe hoog is de dijk?",
        "Zeven meter en een halve.",
        "Wat kost dat, per dijk?",
        "Een ton en een halve.",
    ]


def test_quoted_numbers_may_stand_above_all_their_notes() -> None:
    document = read(
        "# **Vraag 1**\n\nKent u het bericht?<sup>1</sup>\n\n# **Antwoord 1**\n\nJa.<sup>2</sup> Oud.<sup>3</sup>"
        "\n\n> 1\n\n> 2\n\n> Dijkbode, 2 mei 2025.\n\n> Kamerstuk 31 409, nr. 431.\n\n> 3 Dijkbode, 3 mei 2025.\n",
        markdown=True,
    )
    assert notes(document) == [
        ("1", "Dijkbode, 2 mei 2025."),
        ("2", "Kamerstuk 31 409, nr. 431."),
        ("3", "Dijkbode, 3 mei 2025."),
    ]


def test_numbers_of_the_first_notes_may_stand_below_all_others() -> None:
    """As pdftotext leaves the notes of a page that LibreOffice made."""
    document = read(
        "Vraag 1\nHoe hoog is de dijk?1 Is dat genoeg?\nAntwoord 1\nZeven meter. 2 Dat is genoeg. Het beheer ligt sinds"
        " 2021 bij het waterschap;3\ndat de dijk elk jaar nameet en daarover aan de\nKamerstuk 29 826, nr. 7.\n"
        "De Dijk, 3 mei 2024, «Hoog water».\n3\nStb. 2022, 12.\n1\n2\n\nPagina 1 van 2\n\n\fprovincie verslag doet.\n"
    )
    assert notes(document) == [
        ("1", "Kamerstuk 29 826, nr. 7."),
        ("2", "De Dijk, 3 mei 2024, «Hoog water»."),
        ("3", "Stb. 2022, 12."),
    ]
    assert texts(document)[1].endswith("nameet en daarover aan de provincie verslag doet.")


def test_a_number_below_the_only_note_of_a_page_is_its_number() -> None:
    document = read(
        "Vraag 1\nKlopt dat?1\nAntwoord 1\nJa, dat klopt.\n\n"
        "Verordening (EU) 2019/1009 van 5 juni 2019, met de regels\nvoor de handel.\n1\n\n"
        "Pagina 1 van 2\n\n\fVraag 2\nWat kost dat?\nAntwoord 2\nNiets.\n"
    )
    assert notes(document) == [("1", "Verordening (EU) 2019/1009 van 5 juni 2019, met de regels voor de handel.")]
    assert texts(document)[1] == "Ja, dat klopt."


def test_items_of_a_list_above_notes_are_no_notes() -> None:
    document = read(
        "Vraag 1\nKlopt dat?[1]\nAntwoord 1\nJa, onder voorwaarden:\n\n1) de aanvrager is bekend;\n\n2) er is geld;\n\n"
        "[1] Kamerstuk 29 826, nr. 7.\n"
    )
    assert notes(document) == [("1", "Kamerstuk 29 826, nr. 7.")]


def test_chapters_that_name_themselves_need_no_room_above() -> None:
    """As pypdf leaves a list: no empty line anywhere."""
    pairs = (
        "Vraag 1\nWat kost dat?\nAntwoord\nNiets.\nArtikel 2 Dijken\nVraag 2\nHoe hoog is de dijk?\nAntwoord\nHoog.\n"
    )
    assert texts(read(f"Algemeen\n{pairs}Overig\nVraag 3\nWie betaalt?\nAntwoord\nHet waterschap.\n")) == [
        "Wat kost dat?",
        "Niets.",
        "Hoe hoog is de dijk?",
        "Hoog.",
        "Wie betaalt?",
        "Het waterschap.",
    ]


def test_a_browser_prints_above_and_below_each_page() -> None:
    """As pymupdf leaves it: one below the other, the page's title among them."""
    title = "Beantwoording Kamervragen over dijken | Rijksoverheid.nl"
    edge = f"11/22/26, 8:17 AM\n{title}\nhttps://www.rijksoverheid.nl/documenten/kamerstukken/dijken"
    document = read(
        f"Vraag 1\nKlopt dat?1\nAntwoord 1\nJa, en dat blijft\n{edge} 1/2\nvoorlopig zo.2\n"
        f"1. Kamerstuk 29 826, nr. 7. ↩\n2. Idem. ↩\n{edge} 2/2\n"
    )
    assert texts(document) == ["Klopt dat?", "Ja, en dat blijft voorlopig zo."]
    assert [marker for marker, _ in notes(document)] == ["1", "2"]


def test_typed_notes_need_no_room_above_where_the_text_points_at_them() -> None:
    document = read(
        "Vraag 1\nKlopt dat?[1]\nAntwoord 1\nJa.[2]\n[1] Kamerstuk 29 826, nr. 7.\n[2] De Dijk, 3 mei 2024.\n"
    )
    assert notes(document) == [("1", "Kamerstuk 29 826, nr. 7."), ("2", "De Dijk, 3 mei 2024.")]
    assert texts(document) == ["Klopt dat?", "Ja."]


def test_rows_of_figures_above_a_page_number_are_no_margin() -> None:
    rows = "Noord\n\n388 401 13\n\nZuid\n\n175 190 15\n\n"
    document = read(f"Vraag 1\nHoeveel?\nAntwoord 1\nZo veel:\n\n{rows}Pagina 1 van 2\n\n\fSamen\n\n563 591 28\n")
    assert texts(document)[1] == "Zo veel: Noord 388 401 13 Zuid 175 190 15 Samen 563 591 28"


def test_a_table_of_questions_in_text_is_told() -> None:
    rows = "1     Klopt dat, en         Ja, dat klopt, en dat\n      waarom?               blijft zo.\n"
    document = read(f"Antwoorden op vragen van het lid Roelvink (D66)\n\nNr.   Vraag                 Antwoord\n{rows}")
    assert "table_not_read" in codes(document)
    assert "table_not_read" not in codes(read("Vraag en antwoord\nVraag 1\nKlopt dat?\nAntwoord 1\nJa.\n"))


def test_a_written_consultation_holds_no_numbered_questions() -> None:
    """The marks of its notes stand on lines of their own, as pypdf leaves them."""
    asked = "De leden van de D66-fractie vragen of de minister vragen kan beantwoorden over\n{}\nKunt u dat zeggen?\n"
    text = "".join(asked.format(number) for number in range(1, 6))
    assert not read(f"Nr. 3 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\nVastgesteld 3 mei 2024\n{text}").questions


def test_titles_stand_out_where_no_room_is_left() -> None:
    line = "De dijk bij Laagland is zeven meter hoog en wordt elk jaar nagemeten door\nhet waterschap, dat 't meldt.1\n"
    document = read(f"Geachte voorzitter,\n{line}Beheer\n{line}Kosten voor de gemeente\n{line}{line}Hoogachtend,\n")
    heads = [document.source.text[slice(*each.span)].strip() for each in document.segments if each.role == "heading"]
    assert heads == ["Beheer", "Kosten voor de gemeente"]


def test_a_mark_may_stand_alone_as_its_note_does() -> None:
    """As pypdf leaves a page of the House: what is raised begins a line."""
    document = read(
        "Vraag 1\nWaarom is dat zo?\n1\nAntwoord 1\nDat is zo bepaald.\n2\nMeer is niet bekend.\n"
        "1\n Kamerstuk 29 826, nr. 7.\n2\n Onder deze groep vallen ook bezoekers.\n\n"
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel\n1\nVraag 2\nKlopt dat?\nAntwoord 2\nJa.\n"
    )
    assert notes(document) == [("1", "Kamerstuk 29 826, nr. 7."), ("2", "Onder deze groep vallen ook bezoekers.")]
    assert texts(document)[1] == "Dat is zo bepaald. Meer is niet bekend."


def test_some_notes_of_a_paper_may_stand_below_their_numbers() -> None:
    """As pymupdf leaves them: a number of two digits stands on the line of its note."""
    singles = "".join(f"{number}\nKamerstuk 29 826, nr. {number}.\n" for number in range(1, 10))
    marked = " ".join(f"Ja.{number} Dat klopt." for number in range(1, 11))
    document = read(
        f"Vraag 1\nKlopt dat?\nAntwoord 1\n{marked}\n{singles}10 Kamerstuk 29 826, nr. 10.\n\nPagina 1 van 1\n"
    )
    assert [marker for marker, _ in notes(document)] == [str(number) for number in range(1, 11)]


def test_a_mark_may_stand_between_a_closing_quote_and_the_question_mark() -> None:
    document = read("Vraag 1\nWaarom is dat “goed” 1?\nAntwoord 1\nDat weten 6 fte.\n\n1 Kamerstuk 29 826, nr. 7.\n")
    assert texts(document) == ["Waarom is dat “goed”?", "Dat weten 6 fte."]


def test_the_address_of_a_source_above_a_page_number_is_no_margin() -> None:
    document = read(
        "Vraag 1\nKlopt dat?1\nAntwoord 1\nJa.\n\n1 De Dijk, 3 mei 2024, «Hoog water»,\n"
        "www.dedijk.nl/nieuws/hoog-water-a77b0c12/.\n\nPagina 1 van 1\n"
    )
    assert notes(document) == [("1", "De Dijk, 3 mei 2024, «Hoog water», www.dedijk.nl/nieuws/hoog-water-a77b0c12/.")]


def test_marks_alone_with_text_between_them_are_no_notes() -> None:
    """Down to the foot of the page stands more than notes."""
    document = read(
        "Vraag 1\nKlopt dat?\nAntwoord 1\nJa.\n1\nOp grond van artikel 4.1 is dat niet toegestaan.\n2\nDat klopt.\n"
        "Vraag 2\nWat kost dat?\nAntwoord 2\nNiets.\n1\n Kamerstuk 29 826, nr. 7.\n2\n Kamerstuk 29 826, nr. 8.\n\n"
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel\n1\n"
    )
    assert notes(document) == [("1", "Kamerstuk 29 826, nr. 7."), ("2", "Kamerstuk 29 826, nr. 8.")]
    assert texts(document)[1] == "Ja. Op grond van artikel 4.1 is dat niet toegestaan. Dat klopt."


def test_items_of_a_list_above_the_foot_of_a_page_are_no_margin() -> None:
    """Answers repeat the same list, and pages end in it."""
    items = "– scholing van medewerkers; en\n– een meldplicht;\n"
    pairs = "".join(
        f"Vraag {number}\nWat doet u?\nAntwoord {number}\nDit:\n{items}Pagina {number} van 4\n– een verslag.\n"
        for number in range(1, 5)
    )
    assert set(texts(read(pairs))[1::2]) == {"Dit: – scholing van medewerkers; en – een meldplicht; – een verslag."}


def test_a_letter_that_answers_tells_that_no_answers_were_found() -> None:
    """As pandoc draws a table of one column: the edges of its cells hide the labels."""
    cells = "".join(
        f"| Vraag {number}   |\n| Klopt dat?|\n+-----------+\n| Ja.       |\n+-----------+\n" for number in (1, 2)
    )
    document = read(
        "Datum 3 mei 2024\nBetreft Beantwoording Kamervragen over dijken\n\nGeachte voorzitter,\n\n"
        f"Hierbij de antwoorden.\n\n+-----------+\n{cells}\nHoogachtend,\n\nde minister van Defensie,\n\nT. Bakhuis\n"
    )
    assert "questions_not_found" in codes(document)


def test_endnotes_may_be_numbered_i_ii_iii() -> None:
    """As pdftotext leaves those of Word."""
    document = read(
        "Vraag 1\nKlopt dat?i\nAntwoord 1\nJa. ii Dat staat in de wetiii en\nblijft zo.\n\nPagina 1 van 2\n\n\fi\n"
        "  Kamerstuk 29 826, nr. 7.\nii\n   De Dijk, 3 mei 2024.\niii\n    Stb. 2022, 12.\n"
    )
    wanted = [("i", "Kamerstuk 29 826, nr. 7."), ("ii", "De Dijk, 3 mei 2024."), ("iii", "Stb. 2022, 12.")]
    assert notes(document) == wanted
    assert texts(document) == ["Klopt dat?", "Ja. Dat staat in de wet en blijft zo."]
    listed = read("Vraag 1\nWat?\nAntwoord 1\nDit:\ni\nzie de wet;\nii\nzie artikel 3.\n")
    assert not listed.footnotes


def test_a_mark_alone_in_a_table_is_not_the_number_of_its_note() -> None:
    """The number stands again above its note, where the page ends."""
    document = read(
        "Vraag 1\nHoe hoog?1\nAntwoord 1\nZeven meter.2\n\nDijken\n3\n14\nSluizen\n20\nDat klopt.\n"
        "Kamerstuk 29 826, nr. 7.\nKamerstuk 29 826, nr. 8.\n3\nKamerstuk 29 826, nr. 9.\n1\n2\n\nPagina 1 van 1\n"
    )
    assert notes(document) == [(str(number), f"Kamerstuk 29 826, nr. {number + 6}.") for number in (1, 2, 3)]
