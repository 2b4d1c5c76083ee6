"""Tables of questions in a PDF: read row by row, whatever parts the rows, over the ends of pages."""

import io
from collections.abc import Callable, Sequence

import pytest
from formats.pdf import SMALL, TOP, Printed, column, draw
from formats.showing import read_data
from promises import broken_promises
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer  # type: ignore[import-untyped]

from ingest.model import Document
from ingest.parse import parse

Rows = Sequence[Sequence[str]]

TEXT = ParagraphStyle("text", fontSize=9, leading=11)
ABOVE = (
    "Lijst van vragen en antwoorden over de Deltawet",
    "De commissie voor Waterstaat heeft vragen voorgelegd aan de Minister. Zij zijn hieronder beantwoord, in de orde "
    "waarin zij zijn gesteld, en waar dat kon met een enkel woord.",
)
BELOW = (
    "Ik dank u voor uw vragen.",
    "De Minister van Waterstaat,",
    "J. de Vries",
)
GRID = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
CENTRED = [*GRID[:1], ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("ALIGN", (0, 0), (-1, -1), "CENTER")]
BOXED = [("BOX", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
OPEN = [("VALIGN", (0, 0), (-1, -1), "TOP")]

NUMBERED = ("Nr.", "Vraag", "Antwoord")
PLAIN = ("Vraag", "Antwoord")
WIDTHS = {"Nr.": 30, "": 30, "Fractie": 50, "Vraag": 170, "Antwoord": 170, "Blz.": 40, "Jaar": 100, "Sluizen": 100}


def word(number: int) -> str:
    return f"zee{chr(96 + number) * 3}"


def words(count: int) -> str:
    """Some words that differ from line to line."""
    return " ".join(f"{['klei', 'zand', 'veen', 'leem'][at % 4]}{chr(97 + at % 23)}{count}" for at in range(count))


def question(number: int) -> str:
    return f"Wat kost sluis {number}, en is het waar dat de kosten ervan in {word(number)} {words(number)} hoger zijn?"


def answer(number: int) -> str:
    """Two paragraphs."""
    return (
        f"Dat staat in bijlage {number}. De raming is gemaakt door het waterschap, dat het beheer heeft.|"
        f"Voor dijken {words(5 * number)} is er geen raming."
    )


def cell(text: str) -> list[Paragraph]:
    return [Paragraph(part, TEXT) for part in text.split("|")]


def turn(canvas: Canvas, _: object) -> None:
    """Turn a page by a quarter, and what stands on it back."""
    canvas.setPageSize((400, 500))
    canvas.setPageRotation(90)
    canvas.translate(400, 0)
    canvas.rotate(90)


def leave(canvas: Canvas, _: object) -> None:
    """Leave a page as it is."""


def in_pdf(
    head: Sequence[str],
    rows: Rows,
    style: object,
    *,
    repeat: int = 1,
    headed: bool = True,
    on_page: Callable[[Canvas, object], None] = leave,
) -> bytes:
    """A PDF with a table between two pieces of text, its headings on every page if it has any.

    A cell has "|" between paragraphs.
    """
    data = io.BytesIO()
    template = SimpleDocTemplate(
        data, pagesize=(500, 400), leftMargin=40, rightMargin=40, topMargin=40, bottomMargin=40, invariant=True
    )
    cells = [*([list(head)] if headed else []), *([cell(text) for text in row] for row in rows)]
    table = LongTable(
        cells,
        [WIDTHS[name] for name in head],
        repeatRows=repeat if headed else 0,
        style=style,
        splitInRow=style is not CENTRED,
    )
    above, below = ([Paragraph(text, TEXT) for text in texts] for texts in (ABOVE, BELOW))
    template.build([*above, Spacer(0, 12), table, Spacer(0, 12), *below], onFirstPage=on_page, onLaterPages=on_page)
    return data.getvalue()


def reading(data: bytes) -> Document:
    document = parse(read_data(data))
    assert broken_promises(document) == []
    return document


def asked(document: Document) -> list[tuple[str, str]]:
    return [(" ".join(question.numbers), question.passage.text) for question in document.questions]


def answered(document: Document) -> list[tuple[str, str]]:
    """The number of the question that each answer answers, and its text with a bar between paragraphs."""
    numbers = {link.answer: " ".join(document.questions[link.question].numbers) for link in document.links}
    return [(numbers[at], "|".join(each.passage.text.split())) for at, each in enumerate(document.answers)]


def expected(last: int) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    return (
        [(str(number), " ".join(question(number).split())) for number in range(1, last + 1)],
        [(str(number), "|".join(answer(number).replace("|", " ").split())) for number in range(1, last + 1)],
    )


@pytest.mark.parametrize(
    ("head", "style"),
    [(head, style) for head in (NUMBERED, PLAIN, ("", *PLAIN)) for style in (GRID, BOXED, OPEN)]
    + [(NUMBERED, CENTRED)],
)
@pytest.mark.parametrize("repeat", [0, 1])
def test_a_row_is_a_question_with_its_answer(head: Sequence[str], style: object, repeat: int) -> None:
    rows = [[str(number), question(number), answer(number)][-len(head) :] for number in range(1, 13)]
    document = reading(in_pdf(head, rows, style, repeat=repeat))
    questions, answers = expected(12)
    assert asked(document) == questions
    assert answered(document) == answers
    assert {notice.code for notice in document.notices} <= {"number_inferred"}
    assert document.text.startswith(ABOVE[0])
    assert document.text.endswith("De Minister van Waterstaat,\nJ. de Vries")


TIGHT = [*OPEN, ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]


@pytest.mark.parametrize("style", [GRID, BOXED, OPEN, TIGHT], ids=["lines", "box", "room", "nothing"])
@pytest.mark.parametrize(
    ("head", "written"),
    [
        (NUMBERED, "{number} {question}"),
        (("Fractie", *PLAIN), "Vraag_{number} {question}"),
        (PLAIN, "{number}._{question}"),
        (("Nr.", "Fractie", *PLAIN), "{number} CU {question}"),
        (PLAIN, "Vraag_{number}|{question}"),
    ],
    ids=["numbers", "words and numbers", "numbers before", "who asks", "labels"],
)
def test_a_table_may_do_without_headings(head: Sequence[str], written: str, style: object) -> None:
    rows = []
    for number in range(1, 9):
        own = "Antwoord|" if "|" in written else ""
        cells = written.format(number=number, question="@").split(" ")
        asks = [each.replace("_", " ").replace("@", question(number)) for each in cells]
        rows.append([*asks, own + answer(number)])
    document = reading(in_pdf(head, rows, style, headed=False))
    questions, answers = expected(8)
    assert asked(document) == questions
    assert answered(document) == answers
    assert not document.notices
    assert document.text.endswith("De Minister van Waterstaat,\nJ. de Vries")


def test_columns_of_prose_with_numbered_lines_are_no_table() -> None:
    left = [
        line for at in range(1, 6) for line in (f"{at}. Wat kost sluis nummer {at}?", f"Die kost {at} ton, en meer.")
    ]
    right = [f"Rechts staat regel nummer {at} van wat anders" for at in range(10)]
    document = read_data(draw([[*column(left, 40), *column(right, 240)]]))
    assert [line for line in document.text.splitlines() if line] == [*left, *right]


@pytest.mark.parametrize("head", [NUMBERED, PLAIN])
def test_a_page_may_be_turned(head: Sequence[str]) -> None:
    rows = [[str(number), question(number), answer(number)][-len(head) :] for number in range(1, 9)]
    document = reading(in_pdf(head, rows, GRID, on_page=turn))
    questions, answers = expected(8)
    assert asked(document) == questions
    assert answered(document) == answers


def test_what_stands_beside_a_question_is_no_part_of_it() -> None:
    rows = [
        ("1", "CU", "Wat kost een sluis?", "12"),
        ("Artikel 3 Dijken, duinen en de kosten van beide", "", "", ""),
        ("2", "SGP", "Graag een overzicht van alle dijken. Wat kost een dijk, en wie betaalt die?", "14"),
    ]
    across = [*OPEN, ("SPAN", (0, 2), (-1, 2))]
    document = reading(in_pdf(("Nr.", "Fractie", "Vraag", "Blz."), rows, across))
    assert asked(document) == [
        ("1", "Wat kost een sluis?"),
        ("2", "Graag een overzicht van alle dijken. Wat kost een dijk, en wie betaalt die?"),
    ]
    assert [each.label for each in document.questions] == ["1\tCU", "2\tSGP"]
    headings = [
        document.source.text[part.span.start : part.span.stop] for part in document.segments if part.role == "heading"
    ]
    assert any("Artikel 3" in heading for heading in headings)


def test_a_row_may_open_with_its_number() -> None:
    rows = [("3. Wat kost een sluis?", "Drie ton."), ("4. Is dat duur?", "Nee.|Dat is het niet.")]
    document = reading(in_pdf(PLAIN, rows, OPEN))
    assert asked(document) == [("3", "Wat kost een sluis?"), ("4", "Is dat duur?")]
    assert answered(document) == [("3", "Drie|ton."), ("4", "Nee.|Dat|is|het|niet.")]


def test_an_amount_may_go_on_in_the_next_line() -> None:
    """A line that opens with a number opens no row where the line above asks on."""
    rows = [("3. Wat kost een sluis die meer dan €<br/>340 miljoen kost?", "Dat volgt."), ("4. Is dat duur?", "Nee.")]
    document = reading(in_pdf(PLAIN, rows, OPEN))
    assert asked(document) == [("3", "Wat kost een sluis die meer dan € 340 miljoen kost?"), ("4", "Is dat duur?")]


def test_numbers_may_count_by_chapter() -> None:
    rows = [("1.1", "Wat kost een sluis?", "Drie ton."), ("2.10.", "Is dat duur?", "Nee.")]
    document = reading(in_pdf(NUMBERED, rows, OPEN))
    assert asked(document) == [("1:1", "Wat kost een sluis?"), ("2:10", "Is dat duur?")]
    assert [number for number, _ in answered(document)] == ["1:1", "2:10"]


def test_words_cut_at_the_end_of_a_line_are_whole() -> None:
    rows = [("1", "Wat kosten de zeer grote sluizen en de dijk-<br/>verzwaringen?", "Dat volgt.")]
    assert asked(reading(in_pdf(NUMBERED, rows, GRID))) == [
        ("1", "Wat kosten de zeer grote sluizen en de dijkverzwaringen?")
    ]


def test_notes_below_a_table_are_notes_and_it_goes_on_on_the_next_page() -> None:
    def page(first: int) -> list[Printed]:
        rows = [
            Printed(x, TOP - 40 * (at + 1), text)
            for at in range(3)
            for x, text in (
                (40, str(first + at)),
                (70, f"Wat kost sluis {first + at}?"),
                (230, f"Een ton {first + at}."),
            )
        ]
        note = [Printed(40, 62.4, str(first), 4), Printed(46, 60, f"Bron nummer {first}, en meer nog.", SMALL)]
        return [*rows, Printed(280, TOP - 37, str(first), 5), *note]

    head = [Printed(x, TOP, text) for x, text in ((40, "Nr"), (70, "Vraag"), (230, "Antwoord"))]
    document = reading(draw([[*head, *page(1)], page(4)]))
    assert asked(document) == [(str(number), f"Wat kost sluis {number}?") for number in range(1, 7)]
    assert [note.marker for note in document.footnotes] == ["1", "4"]
    assert [mark.answer for mark in document.marks] == [0, 3]


def test_any_other_table_stays_as_it_is() -> None:
    rows = [("2024", "12"), ("2025", "13")]
    assert "Jaar\tSluizen\n2024\t12\n2025\t13" in read_data(in_pdf(("Jaar", "Sluizen"), rows, GRID)).text.replace(
        "\n\n", "\n"
    )


def test_words_that_stand_as_headings_do_over_running_text_head_no_table() -> None:
    head = [Printed(40, TOP, "Vraag"), Printed(230, TOP, "Antwoord")]
    text = column(
        ["Hieronder staan een vraag en een antwoord dat daarbij hoort, als dat er is.", "En zo voort."], 40, TOP - 30
    )
    assert "Vraag\tAntwoord\n\nHieronder staan" in read_data(draw([[*head, *text]])).text
