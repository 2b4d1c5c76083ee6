"""What tools leave of a page in text: margins, heads of later pages, page numbers, words of two pages glued."""

from promises import broken_promises
from pulled import read

from ingest.model import Document, Source
from ingest.parse import parse
from ingest.read.pipes import pipe_hints

LETTER = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Datum 3 juni 2025
Betreft Antwoorden op Kamervragen over dijken

Geachte voorzitter,

Hierbij zend ik u de antwoorden op de vragen van het lid Roelvink (D66) over dijken (ingezonden 6 mei 2025).

De minister van Defensie,

T. Bakhuis
"""


def texts(document: Document) -> tuple[list[str], list[str]]:
    """The questions and the answers, each with its letters and single spaces."""
    asked = [" ".join(question.passage.text.split()) for question in document.questions]
    return asked, [" ".join(answer.passage.text.split()) for answer in document.answers]


def furniture(document: Document) -> str:
    """All that is page furniture."""
    spans = [segment.span for segment in document.segments if segment.role == "page_furniture"]
    return "".join(document.source.text[span.start : span.stop] for span in spans)


def test_a_margin_beside_the_text_is_furniture() -> None:
    document = read(
        LETTER
        + """
Vraag 1                                                      Directie Waterkeringen
Hoe hoog is de dijk?                                         Ons kenmerk
                                                             DGW-2024 / 1234
Antwoord 1
De dijk is zeven meter hoog, en die hoogte is door het       Bijlage(n)
waterschap nagemeten.                                        1

Vraag 2
Wat kost dat?

Antwoord 2
Dat is niet bekend.
"""
    )
    assert texts(document) == (
        ["Hoe hoog is de dijk?", "Wat kost dat?"],
        [
            "De dijk is zeven meter hoog, en die hoogte is door het waterschap nagemeten.",
            "Dat is niet bekend.",
        ],
    )
    assert "DGW-2024 / 1234" in furniture(document)


def test_a_column_of_a_table_is_no_margin() -> None:
    answer = """Vraag 1
Wanneer brak de dijk?

Antwoord 1
Hieronder staan de data.
Plaats                                   Datum
Zeewijk                                  3 mei 2019
Laagland                                 4 juni 2020

Vraag 2
Klopt dat?

Antwoord 2
Ja.
"""
    document = read(LETTER + "\n" + answer)
    assert "4 juni 2020" in texts(document)[1][0]


def test_indented_text_is_no_margin() -> None:
    rows = "".join(
        f"                                    Artikel {at} regelt wat er met de dijken in de polder gebeurt.\n"
        for at in range(9)
    )
    text = "36 725   Vaststelling van de staten van het\n                                    Ministerie van Defensie\n"
    assert not furniture(read(f"Vergaderjaar 2024–2025\n\n{text}{rows}"))


def test_the_head_of_a_later_page_is_furniture() -> None:
    document = read(
        LETTER
        + """Pagina 1 van 2
Datum
3 juni 2025
Ons kenmerk
DGW-2024 / 1234
Vraag 1
Hoe hoog is de dijk?
Antwoord 1
De dijk is zeven meter hoog. Dat heeft het waterschap
Pagina 2 van 2
Datum
3 juni 2025
Ons kenmerk
DGW-2024 / 1234
nagemeten.
"""
    )
    assert texts(document)[1] == ["De dijk is zeven meter hoog. Dat heeft het waterschap nagemeten."]
    assert (document.head.date, document.head.answered_on) == (document.head.date,) * 2


def test_the_first_words_of_a_page_may_be_glued_to_the_last_of_the_one_before() -> None:
    document = read(
        LETTER + "Vraag 1\nHoe hoog is de dijk in Zeewijk?Antwoord 1\nZeven meter.\n1 Kamerstuk 29 826, nr. 7.Vraag 2\n"
        "Wat kost dat?\nAntwoord 2\nNiets.Vraag 3: Wie betaalt?\nAntwoord 3\nNiemand.\n"
    )
    assert texts(document)[0] == ["Hoe hoog is de dijk in Zeewijk?", "Wat kost dat?", "Wie betaalt?"]
    assert [question.numbers for question in document.questions] == [("1",), ("2",), ("3",)]


def test_the_number_of_a_page_is_no_question_s() -> None:
    document = read(
        "Antwoorden op vragen van het lid Roelvink (D66) over dijken\n\n"
        "Vraag\nHoe hoog is de dijk?\nAntwoord\nZeven meter.\nVraag\nWat kost dat?\nAntwoord\nNiets.\n1\n"
        "Vraag\nWie betaalt?\nAntwoord\nNiemand.\n"
    )
    assert [question.numbers for question in document.questions] == [("1",), ("2",), ("3",)]


def test_a_number_as_a_heading_of_markdown_is_a_label() -> None:
    document = read(
        "## Antwoorden op vragen van het lid Roelvink over dijken\n\n1 Hoe hoog is de dijk?\n\n2 Wat kost dat?\n\n"
        "Antwoord\n\n## 1\n\nZeven meter.\n\n## 2\n\nNiets.\n",
        markdown=True,
    )
    assert texts(document) == (["Hoe hoog is de dijk?", "Wat kost dat?"], ["Zeven meter.", "Niets."])


def test_a_table_of_markdown_is_read_row_by_row() -> None:
    document = read_table("| Nr. | Vraag | Blz. | Antwoord |\n|---|---|---|---|\n")
    assert texts(document) == (
        ["Hoe hoog is de dijk?", "Wat kost dat?"],
        ["Zeven meter.", "Zie het antwoord op vraag 1."],
    )
    assert [(link.answer, link.question, link.relation) for link in document.links] == [
        (0, 0, "answers"),
        (1, 1, "answers"),
        (1, 0, "refers"),
    ]


def test_another_table_of_markdown_stays_as_it_is() -> None:
    assert not read_table("| Nr. | Plaats | Blz. | Hoogte |\n|---|---|---|---|\n").questions


def read_table(head: str) -> Document:
    """A paper that is a table with this heading, as files are read."""
    rows = "| 1 | Hoe hoog is de dijk? | 4 | Zeven meter. |\n| 2 | Wat kost dat? | | Zie het antwoord op vraag 1. |\n"
    text = f"# Dijken\n\n{head}{rows}\nEinde.\n"
    document = parse(Source(text, "markdown", "utf-8", "", pipe_hints(text)))
    assert not broken_promises(document)
    return document


def test_an_answer_may_refer_by_place() -> None:
    document = read(
        LETTER + "Vraag 1\nHoe hoog is de dijk?\nVraag 2\nKlopt dat?\nAntwoord 1 en 2\nZeven meter.\n"
        "Vraag 3\nWat kost dat?\nAntwoord 3\nZie het antwoord op de vorige vraag.\n"
        "Vraag 4\nWie betaalt?\nAntwoord 4\nZie het antwoord hierboven.\n"
        "Vraag 5\nIs dat alles?\nAntwoord 5\nJa. Het antwoord op de vorige vraag is kort.\n"
    )
    refers = [(link.answer, link.question) for link in document.links if link.relation == "refers"]
    assert refers == [(1, 1), (2, 2)]


def test_the_answer_above_may_be_that_of_several_questions() -> None:
    document = read(
        LETTER + "Vraag 1\nHoe hoog is de dijk?\nVraag 2\nKlopt dat?\nAntwoord 1 en 2\nZeven meter.\n"
        "Vraag 3\nWat kost dat?\nAntwoord 3\nZie het antwoord hierboven.\n"
    )
    assert [link.question for link in document.links if link.relation == "refers"] == [0, 1]


def test_marks_behind_amounts_and_numbers_that_are_none() -> None:
    document = read(
        LETTER.replace("Datum", "Postbus 20011\nDatum", 1)
        + "Vraag 1\nWat kost de dijk?\nAntwoord 1\nDat was op 1 maart 2024 € 1.412.500.1\nDat is 12% meer.\n\n"
        "1 Kamerstuk 29 826, nr. 7.\n"
    )
    assert [(mark.written, mark.footnote, mark.answer) for mark in document.marks] == [("1", 0, 0)]


def test_questions_under_one_label_are_told_by_their_question_marks() -> None:
    document = read(
        LETTER + "Vraag 1 en 2\nHoe hoog is de dijk bij Zeewijk, die in 2019\nnog eens is verhoogd?\nWat kost dat?\n"
        "Antwoord 1 en 2\nDat is niet bekend.\n"
    )
    assert [question.numbers for question in document.questions] == [("1",), ("2",)]


def test_a_report_of_written_consultation_has_its_parts_without_room_between() -> None:
    document = read(
        "Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2024–2025\n29 826 Dijken\n"
        "Nr. 9 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\nVastgesteld 3 juni 2025\n"
        "De commissie heeft vragen voorgelegd aan de Minister van Defensie.\n"
        "De voorzitter van de commissie,\nRoelvink\nDe adjunct-griffier van de commissie,\nBakhuis\n"
        "I Vragen en opmerkingen vanuit de fracties\nDe leden vragen hoe hoog de dijk is.\n"
        "II Reactie van de Minister\nDe dijk is zeven meter hoog.\n"
    )
    spans = [segment.span for segment in document.segments if segment.role == "heading"]
    assert [document.source.text[span.start : span.stop].strip() for span in spans] == [
        "I Vragen en opmerkingen vanuit de fracties",
        "II Reactie van de Minister",
    ]
    assert [person.name for person in document.head.people if person.part == "signed"] == ["Roelvink", "Bakhuis"]


def test_what_leads_to_a_list_is_no_heading_for_the_mark_behind_it() -> None:
    document = read(
        "29 826 Dijken\n\nNr. 9 BRIEF VAN DE MINISTER VAN DEFENSIE\n\nDen Haag, 3 juni 2025\n\nInleiding\n\n"
        "De dijk wordt hoger.\n\nDaarvoor worden de volgende activiteiten ontplooid:1\n\n– het halen van zand;\n\n"
        "– het storten ervan.\n"
    )
    spans = [segment.span for segment in document.segments if segment.role == "heading"]
    assert [document.source.text[span.start : span.stop].strip() for span in spans] == ["Inleiding"]


def test_the_title_of_a_bill_may_take_many_narrow_lines() -> None:
    laws = "".join(f"de Wet op de dijken en duinen van deel {at} van het land,\n" for at in range(1, 12))
    head = read(
        f"Vergaderjaar 2025-2026\n29 826\nWijziging van\n{laws}en enige andere wetten\n"
        "Nr. 6\nMEMORIE VAN TOELICHTING\n\n1. Inleiding\n\nDe dijken worden hoger.\n"
    ).head
    assert (head.kind, head.identifier, head.title) == ("other", "kst-29826-6", "MEMORIE VAN TOELICHTING")


def test_what_a_page_says_of_a_paper_is_no_part_of_its_text() -> None:
    document = read(
        "Antwoorden over dijken\n\nBrief regering\n\nNummer: 2026D34162, datum: 2026-02-21, versie: 1\n\n"
        "Onderdeel van zaak 2026Z14828:\n\n- 2026-02-24 14:05: Procedurevergadering\n\n"
        "Preview document (🔗 origineel)\n\n"
        "Hieronder staat wat de Kamer vroeg over de dijken.\n"
    )
    assert [(one.role, one.span.start) for one in document.segments if one.role in ("front", "body")] == [
        ("front", 0), ("body", document.source.text.index("Hieronder")),
    ]  # fmt: skip
    assert (document.head.kind, document.head.zaak) == ("letter", "2026Z14828")


def test_a_sentence_that_comes_again_above_page_numbers_is_no_running_head() -> None:
    parts = [
        f"Vraag {at}\nHoe hoog is dijk {at}?\nAntwoord {at}\nDat is bekend.\nVoor het overige verwijs ik u naar\n"
        f"de brieven van de leden over\nPagina {at} van 5\nde Deltawet.\n"
        for at in range(1, 5)
    ]
    answers = texts(read(LETTER + "".join(parts)))[1]
    said = "Dat is bekend. Voor het overige verwijs ik u naar de brieven van de leden over de Deltawet."
    assert answers == [said] * 4


def test_a_mark_may_be_glued_to_a_year_of_a_note_whose_number_stands_alone() -> None:
    document = read(
        LETTER + "Vraag 1\nWanneer brak de dijk?\nAntwoord 1\nDat was in 20191 en later nog eens.2\n\n"
        "1\nKamerstuk 29 826, nr. 7.\n2\nZie noot 1.\n"
    )
    assert [(note.marker, note.passage.text) for note in document.footnotes] == [
        ("1", "Kamerstuk 29 826, nr. 7."),
        ("2", "Zie noot 1."),
    ]


def test_what_stands_at_the_edge_of_most_pages_is_furniture() -> None:
    pages = [
        f"Nota Dijken {at}\nVraag {at}\nHoe hoog is dijk {at}?\nAntwoord {at}\nZie de bijlage.\n"
        f"Waterstaat | 3 juni 2025   {at}/4"
        for at in range(1, 5)
    ]
    document = read(LETTER + "\f" + "\n\f".join(pages) + "\n")
    assert texts(document) == ([f"Hoe hoog is dijk {at}?" for at in range(1, 5)], ["Zie de bijlage."] * 4)
    assert furniture(document).count("Nota Dijken") == furniture(document).count("Waterstaat |") == 4


def test_a_directorate_may_stand_on_two_lines_and_apart_from_the_date() -> None:
    margin = "\nDirectie\nWaterkeringen\n\nDatum\n3 juni 2025\n\nOns kenmerk\nDGW-2024 / 1234\n\n"
    document = read(
        LETTER
        + "Vraag 1\nHoe hoog is de dijk?\nAntwoord 1\nDe dijk is hoog\n"
        + margin
        + "en breed.\nVraag 2\nWat kost dat?\n"
        + margin
        + "Antwoord 2\nDat is niet bekend.\n"
    )
    asked, answered = texts(document)
    assert asked == ["Hoe hoog is de dijk?", "Wat kost dat?"]
    assert [" ".join(each.split()) for each in answered] == ["De dijk is hoog en breed.", "Dat is niet bekend."]


def test_numbers_of_notes_may_stand_as_a_column_before_the_notes() -> None:
    page = (
        "Vraag 1\nKent u het bericht?1\nAntwoord 1\nJa.2\nDe dijk is hoog en dat is\n1\n2\n\n"
        "ISSN 0921 - 7398\n\nDe Dijkbode, 2 mei 2025, «Dijk te hoog»\nhttps://www.dijkbode.example/dijk\n\n"
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel\n\n1\n\nal jaren zo.\n"
    )
    document = read(LETTER + page)
    assert [(note.marker, note.passage.text) for note in document.footnotes] == [
        ("1", "De Dijkbode, 2 mei 2025, «Dijk te hoog»"),
        ("2", "https://www.dijkbode.example/dijk"),
    ]
    assert texts(document)[1] == ["Ja. De dijk is hoog en dat is al jaren zo."]
