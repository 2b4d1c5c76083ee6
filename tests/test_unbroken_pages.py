"""Text that lost its line breaks: the page numbers, running heads, notes and gaps that are left inside the one line."""

import pytest
from pulled import read

from ingest.model import Document

LETTER = (
    "Waterkamer BEZORGEN De Voorzitter van de Tweede Kamer der Staten-Generaal Binnenhof 4 Den Haag DATUM 3 mei 2023 "
    "BETREFT Beantwoording vragen Tweede Kamer bij rapport Dijken en duinen (Tweede Kamer, vergaderjaar 2022-2023, "
    "33 999, nr. 2) Geachte mevrouw Van Aalten, Hierbij bieden wij u de antwoorden aan op de door de commissie voor de "
    "Rijksuitgaven gestelde vragen over het rapport Dijken en duinen. "
)
SIGNED = "dr. E.M. (Ella) van Aalten, president drs. C. (Kees) van der Wit, secretaris ONS KENMERK 17 R BIJLAGE 1 "
HEAD = (
    "Antwoorden Waterkamer op vragen bij rapport Dijken en duinen (Tweede Kamer, vergaderjaar 2022-2023, 33 999, nr. 2)"
)
MISREAD = (
    "Antwoorden Waterkamer op vragen bij rapport Dijken enduinen (Tweede Kamer, vergaderjaar 20 22-2023, 33 999, ne 2)"
)


def texts(document: Document) -> tuple[list[str], list[str]]:
    asked = [" ".join(one.passage.text.split()) for one in document.questions]
    return asked, [" ".join(one.passage.text.split()) for one in document.answers]


def test_heads_and_page_numbers_inside_the_line_are_furniture() -> None:
    document = read(
        f"{LETTER}{HEAD} Antwoorden van de Waterkamer op de vragen over 2/5 het rapport Dijken en duinen "
        "Vraag 1 Hoe hoog is de dijk bij Zeewijk? De dijk is daar zeven meter hoog en zo breed als hij "
        f"{HEAD} lang is, zoals wij in ons rapport over de duinen schrijven. 3/5 Dat blijft zo. Vraag 2 Wat kost een "
        f"meter? Dat verschilt van plaats tot plaats. {MISREAD} Vraag 3 4/5 Wie betaalt dat? Het waterschap betaalt "
        f"driekwart, dus 3/4 van de kosten. {HEAD} Vraag 4 5/5 Is dat genoeg? Zie het antwoord op vraag 2."
    )
    assert texts(document) == (
        ["Hoe hoog is de dijk bij Zeewijk?", "Wat kost een meter?", "Wie betaalt dat?", "Is dat genoeg?"],
        [
            "De dijk is daar zeven meter hoog en zo breed als hij lang is, zoals wij in ons rapport over de duinen "
            "schrijven. Dat blijft zo.",
            "Dat verschilt van plaats tot plaats.",
            "Het waterschap betaalt driekwart, dus 3/4 van de kosten.",
            "Zie het antwoord op vraag 2.",
        ],
    )
    # The paper that its head names in brackets is another.
    assert (document.head.identifier, document.head.number) == (None, None)


def test_shares_that_do_not_count_pages_stay() -> None:
    document = read(
        LETTER + "Vraag 1 Hoeveel is af? Van de dijken is 1/3 af en van de duinen 2/5, samen 3/8. Vraag 2 Is dat veel? "
        "Het was vorig jaar 3/10, en het jaar daarvoor 1/10 en 2/9. Dat is dus meer."
    )
    assert texts(document)[1] == [
        "Van de dijken is 1/3 af en van de duinen 2/5, samen 3/8.",
        "Het was vorig jaar 3/10, en het jaar daarvoor 1/10 en 2/9. Dat is dus meer.",
    ]


def test_an_answer_begins_behind_the_wide_gap_below_its_question() -> None:
    document = read(
        LETTER + "Vraag 1  Hoe hoog is de dijk bij  Zeewijk? Graag ook de breedte.    De dijk is hoog. Wie weet hoe  "
        "hoog? Wij niet.    Vraag 2  De duinen zijn breed.    Hoe breed zijn ze?    Zo ja, waarom?    Dat is niet  "
        "onderzocht.    Vraag 3  Wat kost dat?     Vraag 4  Wie betaalt?    Antwoord op vragen 3 en 4: dat is aan u."
    )
    assert texts(document) == (
        [
            "Hoe hoog is de dijk bij Zeewijk? Graag ook de breedte.",
            "De duinen zijn breed. Hoe breed zijn ze? Zo ja, waarom?",
            "Wat kost dat?",
            "Wie betaalt?",
        ],
        ["De dijk is hoog. Wie weet hoe hoog? Wij niet.", "Dat is niet onderzocht.", "dat is aan u."],
    )


def test_an_answer_may_tell_of_questions() -> None:
    document = read(
        LETTER + "Antwoorden Waterkamer bij vragen van de Kamer  Vraag 1  Hoe houdt de Kamer zicht op de dijken?    De "
        "dijken staan in de begroting. De minister kan "
        "daarbij antwoord geven op vragen als: Zijn zij hoog genoeg? Waar blijkt dat uit?   Zie ook hoofdstuk 2.    "
        "Vraag 2  Wat kost dat?    Dat hebben wij voorgelegd aan de Staten-Generaal."
    )
    assert texts(document)[0] == ["Hoe houdt de Kamer zicht op de dijken?", "Wat kost dat?"]
    assert texts(document)[1][0].startswith("De dijken staan in de begroting. ")
    assert [one.role for one in document.head.people if one.part == "answered"] == ["Waterkamer"]


def test_a_page_may_be_glued_to_its_number() -> None:
    head = "Antwoorden Waterkamer op vragen over rapport Dijken (bijlage bij Kamerstuk 33 999, nr. 2)"
    document = read(
        f"{LETTER}{head}  2/4  Vraag 1   Hoe hoog is de dijk?    Zeven meter, zoals u in het rapport        {head}  "
        f"3/4heeft gelezen.    Vraag 2   Wat kost dat?    Veel.        {head}  4/4Vraag 3   Wie betaalt?    Het "
        "waterschap."
    )
    assert texts(document) == (
        ["Hoe hoog is de dijk?", "Wat kost dat?", "Wie betaalt?"],
        ["Zeven meter, zoals u in het rapport heeft gelezen.", "Veel.", "Het waterschap."],
    )


def test_a_page_may_open_with_words_of_its_head() -> None:
    head = "Beantwoording vragen Tweede Kamer over het rapport Dijken en duinen"
    document = read(
        f"{LETTER}{SIGNED}{head} Antwoorden Waterkamer bij enkele vragen van de Tweede Kamer over het 2/3 "
        f"rapport Dijken en duinen Vraag 1 Hoe hoog is de dijk? Zeven meter. {head} Vraag 2 3/3 Wat kost dat? Veel."
    )
    removed = [one.span for one in document.segments if one.role == "page_furniture"]
    assert [document.source.text[span.start : span.stop].strip() for span in removed] == [head, "2/3", head, "3/3"]
    assert [one.role for one in document.head.people if one.part == "answered"] == ["Waterkamer"]


def test_a_subject_that_the_letter_repeats_is_no_running_head() -> None:
    subject = "Beantwoording vragen Tweede Kamer over het rapport Dijken en duinen van de kust bij Zeewijk"
    document = read(
        f"{subject}  Postbus 3  datum 7 juni 2022  betreft  {subject}    1/3     ons kenmerk  7 R  BEZORGEN Voorzitter "
        "van de Tweede Kamer  Geachte mevrouw Van Aalten,  Hierbij bieden wij u de antwoorden aan op de door de vaste "
        "commissie voor Water gestelde vragen over het rapport Dijken en duinen van de kust bij Zeewijk.   Waterkamer  "
        "   2/3   Vraag 1  Hoe hoog is de dijk?    Zeven meter.       3/3  Vraag 2  Wat kost dat?    Veel. "
        + "Dat blijft zo. "
        * 20
    )
    assert document.head.title == subject
    removed = [one.span for one in document.segments if one.role == "page_furniture"]
    assert [document.source.text[span.start : span.stop].strip() for span in removed] == ["1/3", "2/3", "3/3"]


def test_notes_stand_before_a_page_number_and_at_the_end() -> None:
    document = read(
        LETTER + "Antwoorden bij vragen1 over het rapport Vraag 1  Hoe hoog is de dijk?    De dijk is hoog2 en nog    "
        "        1 De vragen staan hier zoals zij gesteld zijn.       2/4  breed ook.    Vraag 2  Wat kost dat?    "
        "Veel.       3/4     Vraag 3  Wie betaalt?    Het waterschap.3       2 Zie www.dijk.example.      4/4  Dat "
        "blijft zo.          3 Kamerstuk 29 826, nr. 7."
    )
    assert texts(document)[1] == ["De dijk is hoog en nog breed ook.", "Veel.", "Het waterschap. Dat blijft zo."]
    assert [(note.marker, note.passage.text) for note in document.footnotes] == [
        ("1", "De vragen staan hier zoals zij gesteld zijn."),
        ("2", "Zie www.dijk.example."),
        ("3", "Kamerstuk 29 826, nr. 7."),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "D A T U M  3 mei 2023  B E T R E F T   Vragen over dijken    U W  K E N M E R K     O N S  K E N M E R K   1",
        "datum  3 mei 2023  betreft  Vragen over dijken    1/3      ons kenmerk  17 R ",
    ],
)
def test_the_labels_of_a_letterhead_may_be_set_apart_or_small(head: str) -> None:
    document = read(
        f"Waterkamer De Voorzitter van de Tweede Kamer der Staten-Generaal  {head} Geachte heer Van Aalten,  Hierbij "
        "bieden wij u de antwoorden aan op de door de vaste commissie voor Water gestelde vragen.     2/3   Vraag 1  "
        "Hoe hoog is de dijk?    Zeven meter.       3/3  Vraag 2  Wat kost dat?    Veel. " + "Dat blijft zo. " * 20
    )
    assert (document.head.title, str(document.head.date)) == ("Vragen over dijken", "2023-05-03")
