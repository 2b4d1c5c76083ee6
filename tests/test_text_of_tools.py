"""What tools that pull text out of PDF leave of a letter's margin, of a page's edges and of a paper's head."""

from pulled import LETTER, codes, notes, read, texts


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


def test_the_address_of_a_source_above_a_page_number_is_no_margin() -> None:
    document = read(
        "Vraag 1\nKlopt dat?1\nAntwoord 1\nJa.\n\n1 De Dijk, 3 mei 2024, «Hoog water»,\n"
        "www.dedijk.nl/nieuws/hoog-water-a77b0c12/.\n\nPagina 1 van 1\n"
    )
    assert notes(document) == [("1", "De Dijk, 3 mei 2024, «Hoog water», www.dedijk.nl/nieuws/hoog-water-a77b0c12/.")]


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


def test_a_title_that_pages_repeat_beside_their_numbers_is_furniture() -> None:
    head = "Kamervragen over de dijken in Laagland"
    document = read(
        f"{LETTER}Vraag 1\nHoe hoog is de dijk?\nAntwoord 1\nZeven meter\nPagina 2 van 4\n{head}\nof iets meer.\n"
        f"Vraag 2\nWat kost dat?\nAntwoord 2\nDat is nog\nPagina 3 van 4\n{head}\nniet bekend.\n"
    )
    assert texts(document) == [
        "Hoe hoog is de dijk?", "Zeven meter of iets meer.", "Wat kost dat?", "Dat is nog niet bekend.",
    ]  # fmt: skip
