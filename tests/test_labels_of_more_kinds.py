"""Labels on two lines, titles over groups of questions, lists that label few answers or none."""

import pytest

from ingest.model import Document, Source
from ingest.parse import parse

HEAD = "Lijst van vragen en antwoorden over de Deltawet\n\nDe commissie voor Waterstaat heeft vragen gesteld.\n\n"


def reading(text: str, markdown: bool = False) -> Document:
    """The paper with this text below a head."""
    return parse(Source(HEAD + text, "markdown" if markdown else "text", "utf-8", ""))


def asked(document: Document) -> list[tuple[tuple[str, ...], str]]:
    """Its questions: numbers and text."""
    return [(question.numbers, question.passage.text) for question in document.questions]


def said(document: Document) -> list[tuple[list[str], str]]:
    """Its answers: the numbers of the questions that each answers, and its text."""
    return [
        (
            [
                number
                for link in document.links
                if link.answer == at and link.relation == "answers"
                for number in document.questions[link.question].numbers
            ],
            answer.passage.text,
        )
        for at, answer in enumerate(document.answers)
    ]


QUESTIONS = "".join(f"Vraag {at}\nIs dijk {at} hoog genoeg?\n\n" for at in (1, 2, 3))


@pytest.mark.parametrize(
    "label",
    [
        "Antwoord op de vragen 1, 2\nen 3",
        "Antwoord op de vragen 1, 2 en\n3",
        "Antwoord op de vragen 1 tot en\nmet 3:",
        "Antwoord op de\nvragen 1, 2 en 3",
        "**Antwoord op de vragen 1, 2**\n**en 3**",
        "**Antwoord op de vragen 1, 2**\n\n**en 3**",
        "ANTWOORD OP DE VRAGEN 1, 2 EN 3",
        "ANTWOORD VRAGEN 1 TOT EN MET 3",
    ],
)
def test_a_label_of_two_lines_or_in_capitals_names_all_its_questions(label: str) -> None:
    document = reading(f"{QUESTIONS}{label}\nAlle dijken zijn hoog genoeg.\n")
    assert said(document) == [(["1", "2", "3"], "Alle dijken zijn hoog genoeg.")]


def test_a_number_below_a_whole_label_is_no_part_of_it() -> None:
    document = reading("Vraag 1\nHoeveel dijken zijn er?\n\nAntwoord 1\n12\n\nVraag 2\nWaar?\n\nAntwoord 2\nHier.\n")
    assert said(document) == [(["1"], "12"), (["2"], "Hier.")]


def test_who_asked_may_take_two_lines() -> None:
    text = "Vraag van de leden Bakhuis (CDA) en\nRoelvink (PvdD):\nHoe hoog is de dijk?\n\nAntwoord:\nZeven meter.\n"
    assert asked(reading(text)) == [(("1",), "Hoe hoog is de dijk?")]


def test_who_asked_may_stand_behind_the_number() -> None:
    text = "Vraag 1 (Van Bakhuis): Hoe hoog is de dijk?\nAntwoord 1: Zeven meter.\n"
    assert asked(reading(text)) == [(("1",), "Hoe hoog is de dijk?")]


@pytest.mark.parametrize("marks", ["<u>{}</u>", "[{}]{{.underline}}", "<u>**{}**</u>"])
def test_underlined_labels_and_titles(marks: str) -> None:
    """As converters write them into Markdown."""
    lines = ("Vraag 1", "Antwoord 1", "Over de sluizen", "Vraag 2", "Antwoord 2")
    one, two, title, three, four = map(marks.format, lines)
    text = f"{one}\n\nZijn er dijken?\n\n{two}\n\nJa.\n\n{title}\n\n{three}\n\nZijn er sluizen?\n\n{four}\n\nNee.\n"
    document = reading(text, markdown=True)
    assert asked(document) == [(("1",), "Zijn er dijken?"), (("2",), "Zijn er sluizen?")]
    assert said(document) == [(["1"], "Ja."), (["2"], "Nee.")]


GROUPED = "Vraag 1\nZijn er dijken?\n\nAntwoord 1\nJa.\n\n{}\n\nVraag 2\nZijn er sluizen?\n\nAntwoord 2\nNee.\n"


@pytest.mark.parametrize("title", ["Over de sluizen", "Overig", "Artikel 12. Sluizen", "2. Sluizen en gemalen"])
def test_a_title_over_further_questions_is_no_part_of_an_answer(title: str) -> None:
    assert said(reading(GROUPED.format(title))) == [(["1"], "Ja."), (["2"], "Nee.")]


@pytest.mark.parametrize(
    "end",
    ["Zie ook de bijlage", "Bron: CBS", "Zij zijn hoog.", "Totaal 12", "- in Zeewijk", "Ja", "1. Hoog.\n\n2. Dicht"],
)
def test_the_last_line_of_an_answer_is_no_title(end: str) -> None:
    assert said(reading(GROUPED.format(end)))[0][1].endswith(end)


def test_ad_below_a_labelled_answer_takes_up_its_points() -> None:
    document = reading(
        "Vraag 1\nKunt u ingaan op:\n1. de dijken?\n2. de sluizen?\n\n"
        "Antwoord 1\nAd 1. Zij zijn hoog.\nAd 2. Zij zijn dicht.\n\nVraag 2\nWie betaalt?\n\nAntwoord 2\nHet Rijk.\n"
    )
    assert [numbers for numbers, _ in said(document)] == [["1"], ["2"]]
    assert said(document)[0][1] == "Ad 1. Zij zijn hoog.\nAd 2. Zij zijn dicht."


def test_answers_that_count_again_below_all_questions() -> None:
    document = reading(
        "1\nZijn er dijken?\n\n2\nZijn er sluizen?\n\n3\nWie betaalt die?\n\n1\nJa.\n\n2 en 3\nDat is niet bekend.\n"
    )
    assert [numbers for numbers, _ in asked(document)] == [("1",), ("2",), ("3",)]
    assert said(document) == [(["1"], "Ja."), (["2", "3"], "Dat is niet bekend.")]


def test_a_numbered_list_below_questions_is_no_list_of_answers() -> None:
    document = reading(
        "1\nZijn er dijken?\nJa:\n1. hoge;\n2. lage.\n\n2\nZijn er sluizen?\nNee.\n\n3\nWie betaalt?\nHet Rijk.\n"
    )
    assert [numbers for numbers, _ in asked(document)] == [("1",), ("2",), ("3",)]


def test_a_list_that_labels_only_the_answer_to_two_questions() -> None:
    parts = [f"{at}\nWat kost dijk {at}?\n\nDijk {at} kost veel geld.\n" for at in range(1, 5)]
    both = "5\nWat kost dijk 5?\n\n6\nWat kost dijk 6?\n\nAntwoord op de vragen 5 en 6\nDat is niet bekend.\n"
    rest = [f"{at}\nWat kost dijk {at}?\n\nDijk {at} kost veel geld.\n" for at in range(7, 10)]
    document = reading("\n".join([*parts, both, *rest]))
    assert [numbers for numbers, _ in asked(document)] == [(str(at),) for at in range(1, 10)]
    assert [numbers for numbers, _ in said(document)] == [
        *([str(at)] for at in (1, 2, 3, 4)),
        ["5", "6"],
        ["7"],
        ["8"],
        ["9"],
    ]


@pytest.mark.parametrize("mark", ["1", "[^1]", "<sup>1</sup>", "^1^", "[[1]](#footnote-1)"])
def test_a_question_with_a_footnote_is_one_of_those_below_a_label(mark: str) -> None:
    text = f"Vragen 1 en 2\n\nZijn er dijken?{mark}\n\nZijn er sluizen?\n\nAntwoord op vragen 1 en 2\n\nJa.\n"
    assert [numbers for numbers, _ in asked(reading(text, markdown=True))] == [("1",), ("2",)]
