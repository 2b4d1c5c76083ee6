"""Tables: a line per row; but one with a row for each question is read as questions and answers."""

from collections.abc import Callable, Sequence
from html import escape

import pytest
from formats.packages import docx, odt, paragraph, run
from formats.showing import read_data

from ingest.model import Document
from ingest.parse import parse
from ingest.read.tables import HEADINGS, Heading, column_of

Rows = Sequence[Sequence[str]]

HEAD = (
    "Lijst van vragen en antwoorden over de Deltawet",
    "De commissie voor Waterstaat heeft vragen voorgelegd aan de Minister. Zij zijn hieronder beantwoord.",
)


def in_word(rows: Rows) -> bytes:
    """A Word file with a table; a cell has a paragraph for each of its lines."""
    cells = ("".join(f"<w:tc>{''.join(map(_in_word, cell.split('|')))}</w:tc>" for cell in row) for row in rows)
    table = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return docx("".join(map(_in_word, HEAD)) + f"<w:tbl>{table}</w:tbl>" + _in_word("Ik dank u."))


def _in_word(text: str) -> str:
    return paragraph(run(text))


def in_open_document(rows: Rows) -> bytes:
    """The same as OpenDocument."""
    cell = "<table:table-cell>{}</table:table-cell>"
    written = ("".join(cell.format("".join(map(_in_odt, each.split("|")))) for each in row) for row in rows)
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in written)
    return odt("".join(map(_in_odt, HEAD)) + f"<table:table>{table}</table:table>" + _in_odt("Ik dank u."))


def _in_odt(text: str) -> str:
    return f"<text:p>{escape(text)}</text:p>"


def in_html(rows: Rows) -> bytes:
    """The same as a page of the web."""
    cells = ("".join(f"<td>{''.join(map(_in_html, cell.split('|')))}</td>" for cell in row) for row in rows)
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    body = "".join(map(_in_html, HEAD)) + f"<table>{table}</table>" + _in_html("Ik dank u.")
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


def _in_html(text: str) -> str:
    return f"<p>{escape(text)}</p>"


in_each_format = pytest.mark.parametrize("write", [in_word, in_open_document, in_html])
Writer = Callable[[Rows], bytes]


def reading(write: Writer, *rows: Sequence[str]) -> Document:
    return parse(read_data(write(rows)))


def asked(document: Document) -> list[tuple[str, str]]:
    return [(" ".join(question.numbers), question.passage.text) for question in document.questions]


def answered(document: Document) -> list[tuple[list[str], str]]:
    return [
        (
            [" ".join(document.questions[link.question].numbers) for link in document.links if link.answer == at],
            answer.passage.text,
        )
        for at, answer in enumerate(document.answers)
    ]


@in_each_format
def test_a_row_is_a_question_with_its_answer(write: Writer) -> None:
    found = reading(
        write,
        ("Nr.", "Vraag", "Antwoord"),
        ("1", "Graag een overzicht van de dijken.", "Dat staat in de bijlage.|Dijken in beheer van het Rijk niet."),
        ("2", "Hoeveel sluizen zijn er?", "Er zijn er 12."),
    )
    assert asked(found) == [("1", "Graag een overzicht van de dijken."), ("2", "Hoeveel sluizen zijn er?")]
    assert answered(found)[0] == (["1"], "Dat staat in de bijlage.\n\nDijken in beheer van het Rijk niet.")
    assert answered(found)[1] == (["2"], "Er zijn er 12.")
    assert found.text.endswith("Ik dank u.")


@in_each_format
def test_what_stands_beside_a_question_is_no_part_of_it(write: Writer) -> None:
    found = reading(
        write,
        ("Nr", "Fractie", "Vraag", "Bijlage", "Blz. (van)", "t/m"),
        ("1", "CU", "Wat kost een sluis?", "", "12", ""),
        ("Artikel 3", "", "", "", "", ""),
        ("2", "SGP", "Wat kost een dijk?", "", "14", "15"),
    )
    assert asked(found) == [("1", "Wat kost een sluis?"), ("2", "Wat kost een dijk?")]
    assert not found.answers
    assert [question.label for question in found.questions] == ["1\tCU", "2\tSGP"]


@in_each_format
def test_a_cell_holds_all_of_a_question_and_no_answer(write: Writer) -> None:
    rows = [(str(number), "Wat kost een sluis? Graag per jaar.|Graag ook een overzicht.") for number in (1, 2, 3)]
    found = reading(write, ("Nr.", "Vraag"), *rows)
    assert not found.answers
    assert asked(found)[2] == ("3", "Wat kost een sluis? Graag per jaar.\n\nGraag ook een overzicht.")


@in_each_format
def test_a_number_may_stand_before_the_question(write: Writer) -> None:
    found = reading(
        write,
        ("Vraag", "Antwoord"),
        ("3. Wat kost een sluis?", "Drie ton."),
        ("4. Is dat duur?", "Nee."),
    )
    assert asked(found) == [("3", "Wat kost een sluis?"), ("4", "Is dat duur?")]
    assert [numbers for numbers, _ in answered(found)] == [["3"], ["4"]]


@in_each_format
def test_numbers_may_count_by_chapter(write: Writer) -> None:
    found = reading(
        write,
        ("Nr.", "Vraag", "Antwoord"),
        ("1.1", "Wat kost een sluis?", "Drie ton."),
        ("1.10", "Is dat duur?", "Nee."),
    )
    assert [number for number, _ in asked(found)] == ["1:1", "1:10"]
    assert [numbers for numbers, _ in answered(found)] == [["1:1"], ["1:10"]]


@in_each_format
def test_rows_without_numbers_are_counted(write: Writer) -> None:
    found = reading(
        write,
        ("Vraag", "Antwoord"),
        ("Wat kost een sluis?", "Drie ton."),
        ("Dijken", ""),
        ("Graag ook een overzicht van dijken.", "Dat volgt."),
    )
    assert asked(found) == [("1", "Wat kost een sluis?"), ("2", "Graag ook een overzicht van dijken.")]
    assert [text for _, text in answered(found)] == ["Drie ton.", "Dat volgt."]
    assert {notice.code for notice in found.notices} >= {"number_inferred"}


@in_each_format
@pytest.mark.parametrize(
    "rows",
    [
        (("1", "Wat kost een sluis?", "Drie ton."), ("2", "Is dat duur?", "Nee.|Dijken zijn duurder.")),
        (("1. Wat kost een sluis?", "Drie ton."), ("2. Is dat duur?", "Nee.|Dijken zijn duurder.")),
        (("1", "SGP", "Wat kost een sluis?", "Drie ton."), ("2", "CU", "Is dat duur?", "Nee.|Dijken zijn duurder.")),
        (
            ("Vraag 1|Wat kost een sluis?", "Antwoord 1|Drie ton."),
            ("Vraag 2|Is dat duur?", "Antwoord 2|Nee.|Dijken zijn duurder."),
        ),
    ],
    ids=["numbers apart", "numbers before", "who asks", "labels"],
)
def test_a_table_may_do_without_headings(write: Writer, rows: Rows) -> None:
    found = reading(write, *rows)
    assert asked(found) == [("1", "Wat kost een sluis?"), ("2", "Is dat duur?")]
    assert answered(found) == [(["1"], "Drie ton."), (["2"], "Nee.\n\nDijken zijn duurder.")]


@in_each_format
@pytest.mark.parametrize(
    "rows",
    [
        (("1", "Sluis Oost", "Drie ton"), ("2", "Sluis West", "Vier ton")),
        (("2", "Wat kost een sluis?", "Drie ton"), ("1", "Is dat duur?", "Nee")),
        (("Wie?", "Waar?"), ("Oost?", "West?")),
    ],
    ids=["asks nothing", "numbers fall", "no numbers"],
)
def test_a_table_without_headings_that_asks_nothing_in_order_is_another(write: Writer, rows: Rows) -> None:
    assert "\t".join(rows[0]) in read_data(write(rows)).text


@in_each_format
def test_any_other_table_is_a_line_per_row(write: Writer) -> None:
    found = read_data(write([("Jaar", "Sluizen"), ("2024", "12"), ("2025", "13")]))
    assert "Jaar\tSluizen\n2024\t12\n2025\t13" in found.text


@pytest.mark.parametrize(("rule", "words"), [(rule, words) for rule in HEADINGS for words in rule.yes])
def test_a_heading_names_its_column(rule: Heading, words: str) -> None:
    assert column_of(words) == rule.column


@pytest.mark.parametrize(("rule", "words"), [(rule, words) for rule in HEADINGS for words in rule.no])
def test_a_heading_that_looks_like_it_names_another(rule: Heading, words: str) -> None:
    assert column_of(words) != rule.column


@in_each_format
def test_a_table_may_have_neither_headings_nor_numbers(write: Writer) -> None:
    rows = (
        ("Wat kost een sluis?", "Drie ton."),
        ("Is dat duur?", "Nee.|Elders kost een sluis meer."),
        ("Wie betaalt?", "Dat doet het waterschap."),
    )
    found = reading(write, *rows)
    assert asked(found) == [("1", rows[0][0]), ("2", rows[1][0]), ("3", rows[2][0])]
    assert [numbers for numbers, _ in answered(found)] == [["1"], ["2"], ["3"]]


@in_each_format
def test_a_table_in_which_both_columns_ask_is_none_of_questions(write: Writer) -> None:
    rows = (
        ("Wat kost een sluis?", "Wat kost een dijk?"),
        ("Is dat duur?", "Nee."),
        ("Wie betaalt?", "Het waterschap."),
    )
    assert not asked(reading(write, *rows))
