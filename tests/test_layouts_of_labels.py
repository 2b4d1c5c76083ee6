"""Every way in which papers open their questions and answers: two lines for each question, or one."""

from collections.abc import Sequence

import pytest
from promises import broken_promises

from ingest.model import Document, Source
from ingest.parse import parse

HEAD = "Lijst van vragen en antwoorden over de Deltawet\n\nDe commissie voor Waterstaat heeft vragen gesteld.\n\n"
ASKED = ("Hoe hoog is de dijk bij Zeewijk?", "Wat kost een meter?", "Wie betaalt de rekening?")
SAID = ("De dijk is zeven meter hoog.", "Dat verschilt van plaats tot plaats.", "Het waterschap betaalt alles.")
WORDS = ("één", "twee", "drie")
ORDINALS = ("eerste", "tweede", "derde")

# "#" is the number, "~" the number in words, "^" the ordinal.
WAYS = (
    ("Vraag #", "Antwoord #"),
    ("Vraag:", "Antwoord:"),
    ("Vraag", "Antwoord"),
    ("VRAAG #", "ANTWOORD OP VRAAG #:"),
    ("**Vraag #**", "**Antwoord #**"),
    ("**Vraag #:**", "**Antwoord:**"),
    ("Vraag (#)", "Antwoord (#)"),
    ("Vraag nr. #", "Antwoord nr. #"),
    ("Vraag nummer #", "Antwoord op vraag nummer #"),
    ("Vraagnummer #", "Antwoord"),
    ("Vraag ##", "Antwoord ##"),
    ("Vraag # –", "Antwoord # –"),
    ("Vraag #;", "Antwoord #;"),
    ("Vraag ~", "Antwoord op vraag ~"),
    ("^ vraag:", "Antwoord op de ^ vraag"),
    ("Vraag 1.#", "Antwoord op vraag 1.#"),
    ("Vraag #", "Beantwoording vraag #"),
    ("Vraag #", "Beantwoording:"),
    ("Vraag #", "Reactie"),
    ("Vraag:", "Reactie:"),
    ("Vraag #", "Reactie op vraag #"),
    ("Vraag #", "Reactie minister:"),
    ("Vraag #", "Antwoord van de minister:"),
    ("Vraag #", "Ad vraag #"),
    ("Vraag #", "Ad #"),
    ("#.", "Ad #."),
    ("#)", "Antwoord #)"),
    ("(#)", "Antwoord (#)"),
    ("V:", "A:"),
    ("V.", "A."),
    ("**V:**", "**A:**"),
    ("**V#**", "**A#**"),
    ("V#:", "A#:"),
    ("V #.", "A #."),
    ("Q#", "A#"),
    ("Vr.", "Antw."),
    ("Vr. #", "Antw. #"),
    ("vraag #:", "antwoord #:"),
)
each_way = pytest.mark.parametrize("way", WAYS, ids=" / ".join)


def written(label: str, at: int) -> str:
    """A label of the question at a place, from 0."""
    label = label.replace("##", "\0").replace("#", str(at + 1)).replace("\0", f"#{at + 1}")
    ordinal = ORDINALS[at].capitalize() if label.startswith("^") else ORDINALS[at]
    return label.replace("~", WORDS[at]).replace("^", ordinal)


def reading(text: str) -> Document:
    return parse(Source(text, "text", "utf-8", ""))


def links(document: Document) -> list[tuple[int, int]]:
    return sorted((link.answer, link.question) for link in document.links if link.relation == "answers")


def texts(document: Document) -> tuple[Sequence[str], Sequence[str]]:
    return (
        [question.passage.text for question in document.questions],
        [answer.passage.text for answer in document.answers],
    )


@pytest.mark.parametrize("gap", ["\n", " "], ids=["line", "space"])
@each_way
def test_questions_and_answers_turn_by_turn(way: tuple[str, str], gap: str) -> None:
    parts = (
        f"{written(label, at)}{gap}{text}"
        for at in range(3)
        for label, text in zip(way, (ASKED[at], SAID[at]), strict=True)
    )
    document = reading(HEAD + "\n\n".join(parts) + "\n")
    assert texts(document) == (list(ASKED), list(SAID))
    assert links(document) == [(0, 0), (1, 1), (2, 2)]
    wanted = "1:#" if "1.#" in way[0] else "#"
    assert [question.numbers for question in document.questions] == [
        (wanted.replace("#", str(at)),) for at in (1, 2, 3)
    ]


@pytest.mark.parametrize("way", [way for way in WAYS if "#" in way[1] and "#." not in way[0]], ids=" / ".join)
def test_all_questions_and_then_all_answers(way: tuple[str, str]) -> None:
    asked = (f"{written(way[0], at)}\n{text}" for at, text in enumerate(ASKED))
    said = (f"{written(way[1], at)}\n{text}" for at, text in enumerate(SAID))
    document = reading(HEAD + "\n\n".join([*asked, *said]) + "\n")
    assert texts(document) == (list(ASKED), list(SAID))
    assert links(document) == [(0, 0), (1, 1), (2, 2)]


NO_LABELS = (
    "A. De dijken\nZijn zij hoog?\n\nB. De sluizen\nZijn zij dicht?\n\nV. Het slot\nKlopt dat?\n",
    "A1\nDe weg is vol.\n\nA2\nDe weg is leeg. Klopt dat?\n\nA12\nDeze ook.\n",
    "V: Klopt dit?\nA: Ja.\n",
    "A: Amsterdam. Is dat ver?\nV: Veere.\nA: Arnhem.\nA: Alkmaar. Nee?\n",
    "V. de Vries, voorzitter\nA. de Boer, griffier\nV. Jansen, lid\nA. Pietersen, lid\n",
    "Reactie op het rapport\nHet rapport is goed.\n\nReactie\nDe burgers zijn blij. Toch?\n\nReactie\nIk ook.\n",
    "Ad hoc is er een groep.\n\nAd 1\nDe groep vergadert. Waarom?\n\nAd 2\nDe groep is groot.\n",
    "Eerste vraag\nDe eerste vraag is een goede.\n\nTweede vraag\nDe tweede ook.\n",
)


@pytest.mark.parametrize("text", NO_LABELS)
def test_what_a_paper_does_not_keep_to_is_no_label(text: str) -> None:
    document = reading(f"Brief over de Deltawet\n\nGeachte voorzitter,\n\n{text}")
    assert texts(document) == ([], [])


def test_a_number_that_a_note_parts_from_a_label_is_no_part_of_it() -> None:
    """Found by random pages: the note was counted as label too."""
    document = reading("Vraag 1\nIs dat zo in de haven1\n\n3.\n\n1\tFractie\n\nVraag\nNr\nFractie\n")
    assert broken_promises(document) == []


def test_an_answer_without_a_label_may_follow_a_question_that_fills_its_line() -> None:
    filled = "Hoe beoordeelt u de stelling dat er op dit punt sprake is van een stille uittocht?"
    said = (
        "De waterschappen zijn hierover met elkaar en met de gemeenten al langer in overleg\ngegaan. Dat loopt goed.",
        "Voor de dijken bij Zeewijk geldt dat niet.",
    )
    questions = [f"{at}\n{filled}\n{said[0]}\n{said[1]}\n" for at in range(1, 5)]
    document = reading(HEAD + "".join(questions))
    assert [question.passage.text for question in document.questions] == [filled] * 4
    assert [" ".join(answer.passage.text.split()) for answer in document.answers] == [
        " ".join(" ".join(said).split())
    ] * 4


def test_answers_under_their_heading_may_bear_the_labels_of_questions() -> None:
    asked = "".join(f"{at}. {question}\n" for at, question in enumerate(ASKED, 1))
    answered = "".join(f"Vraag {at}\n{answer}\n" for at, answer in enumerate(SAID, 1))
    document = reading(f"{HEAD}Vragen\n\n{asked}\nAntwoorden\n\n{answered}")
    assert [question.passage.text for question in document.questions] == list(ASKED)
    assert [answer.passage.text for answer in document.answers] == list(SAID)


def test_a_question_goes_on_with_a_list_of_which_the_last_item_asks() -> None:
    asked = "1. Waarom is de dijk niet hoger?\n• Hoeveel meter komt erbij;\n• wat kost dat, en\n• wie betaalt dat?\n"
    said = "Dat is niet nodig. Wel gebeurt dit:\n• de dijk wordt breder;\n• de sloot wordt dieper.\n"
    document = reading(f"{HEAD}{asked}{said}2. {ASKED[1]}\n{SAID[1]}\n3. {ASKED[2]}\n{SAID[2]}\n")
    assert [len(question.passage.text.split("•")) for question in document.questions] == [4, 1, 1]
    assert [answer.passage.text.split()[0] for answer in document.answers] == ["Dat", "Dat", "Het"]
