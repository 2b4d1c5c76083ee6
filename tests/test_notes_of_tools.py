"""What tools that pull text out of a file leave of its notes: their numbers, their marks, their places."""

from pulled import codes, notes, read, texts


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


def test_typed_notes_need_no_room_above_where_the_text_points_at_them() -> None:
    document = read(
        "Vraag 1\nKlopt dat?[1]\nAntwoord 1\nJa.[2]\n[1] Kamerstuk 29 826, nr. 7.\n[2] De Dijk, 3 mei 2024.\n"
    )
    assert notes(document) == [("1", "Kamerstuk 29 826, nr. 7."), ("2", "De Dijk, 3 mei 2024.")]
    assert texts(document) == ["Klopt dat?", "Ja."]


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


def test_marks_alone_with_text_between_them_are_no_notes() -> None:
    """Down to the foot of the page stands more than notes."""
    document = read(
        "Vraag 1\nKlopt dat?\nAntwoord 1\nJa.\n1\nOp grond van artikel 4.1 is dat niet toegestaan.\n2\nDat klopt.\n"
        "Vraag 2\nWat kost dat?\nAntwoord 2\nNiets.\n1\n Kamerstuk 29 826, nr. 7.\n2\n Kamerstuk 29 826, nr. 8.\n\n"
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel\n1\n"
    )
    assert notes(document) == [("1", "Kamerstuk 29 826, nr. 7."), ("2", "Kamerstuk 29 826, nr. 8.")]
    assert texts(document)[1] == "Ja. Op grond van artikel 4.1 is dat niet toegestaan. Dat klopt."


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
