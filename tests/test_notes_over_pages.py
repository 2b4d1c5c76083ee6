"""Footnotes that go on over a page or stand at the end, and marks side by side, in text that tools pulled out."""

import pytest
from pulled import notes, read, texts

TWO_PAGES = """Vraag 1
Hoe hoog is de dijk bij Laagland, wie beheert hem,
en hoe vaak is hij in de afgelopen tien jaar door
het waterschap nagemeten, ook na de storm?

Antwoord 1
De dijk is zeven meter hoog en wordt beheerd door
het waterschap, dat hem elk jaar na de storm meet.1

1 Richtlijn 2007/60/EG over beoordeling en beheer van
De laatste meting is die van mei, en die wees uit
dat de hoogte in tien jaar niet is afgenomen.2
{rest}
2 Kamerstuk 31 409, nr. 431.
"""


WIDE = "overstromingsrisico’s in de Unie, zoals gewijzigd bij die van het jaar daarna,\nPbEU 2007, L 288, blz. 27."


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    document = read(TWO_PAGES.format(rest=WIDE))
    assert notes(document)[0][1].endswith("beoordeling en beheer van " + " ".join(WIDE.split()))
    assert texts(document)[1].endswith("dat de hoogte in tien jaar niet is afgenomen.")


def test_lines_as_wide_as_the_text_are_no_rest_of_a_note() -> None:
    document = read(TWO_PAGES.format(rest="Ook na de storm van dit jaar is hij gemeten door\nhet waterschap zelf."))
    assert texts(document)[1].endswith("gemeten door het waterschap zelf.")


@pytest.mark.parametrize("address", ["www.zeewijk.nl/de-nieuwe-\ndijk", "www.zeewijk.nl/ada8343c-\n9aba86f"])
def test_the_end_of_an_address_does_not_go_on(address: str) -> None:
    document = read(TWO_PAGES.format(rest=WIDE).replace("Richtlijn 2007/60/EG over beoordeling en beheer van", address))
    assert notes(document)[0][1] == address.replace("\n", "")


def test_where_lines_are_ragged_wide_ones_are_no_rest_of_a_note() -> None:
    document = read(TWO_PAGES.format(rest=WIDE).replace("die van mei, en", "die van het begin van mei, en"))
    assert notes(document)[0][1].endswith("beoordeling en beheer van")
    assert texts(document)[1].endswith("blz. 27.")


def test_a_quotation_above_the_notes_goes_on_with_a_note() -> None:
    document = read(
        "# Vraag 1\n\nHoe hoog is de dijk<sup>1</sup> ?\n\nKlopt dat?\n\nEn wie?\n\nEn wat?\n\n"
        "- 1 Richtlijn over beheer van\n\n"
        "Pagina 1 van 2\n\n# Antwoord 1\n\nZeven meter.<sup>2</sup>\n\n> overstromingen in de Unie.\n\n"
        "> 2 Kamerstuk 31 409, nr. 431.\n",
        markdown=True,
    )
    assert notes(document)[0] == ("1", "Richtlijn over beheer van overstromingen in de Unie.")
    assert texts(document)[1] == "Zeven meter."


def test_marks_stand_side_by_side_with_a_comma() -> None:
    document = read(
        "Vraag 1\nHoe hoog is de dijk?\nAntwoord 1\nZeven meter.1,2 Dat is hoog, 2,5 meter meer dan eerst.\n\n"
        "1 Kamerstuk 31 409, nr. 431.\n2 Kamerstuk 31 409, nr. 432.\n"
    )
    assert texts(document)[1] == "Zeven meter. Dat is hoog, 2,5 meter meer dan eerst."
    assert [(mark.footnote, mark.written) for mark in document.marks] == [(0, "1"), (1, ",2")]


@pytest.mark.parametrize(
    "question", ["Kent u het bericht «Dijk te laag»1, 2?", "Kent u het bericht «Dijk te laag»1?, 2"]
)
def test_the_comma_between_marks_is_no_part_of_a_question(question: str) -> None:
    document = read(
        f"Vraag 1\n{question}\nAntwoord 1\nJa, van maart 3, 2 weken geleden.\n\n"
        "1 Kamerstuk 31 409, nr. 431.\n2 Kamerstuk 31 409, nr. 432.\n"
    )
    assert texts(document) == ["Kent u het bericht «Dijk te laag»?", "Ja, van maart 3, 2 weken geleden."]
    assert [(mark.footnote, mark.written) for mark in document.marks] == [(0, "1"), (1, ", 2")]


def test_roman_endnotes_may_stand_behind_each_other() -> None:
    """As pypdf leaves those of Word: the end of a line is lost."""
    document = read(
        "Vraag 1\nKlopt dat?i\nAntwoord 1\nJa.ii Dat staat in de wet.iii\n\nPagina 1 van 1\n\n"
        "i Kamerstuk 29 826, nr. 7.ii De Dijk, 3 mei 2024.iii Stb. 2022, 12.\n"
    )
    assert notes(document) == [
        ("i", "Kamerstuk 29 826, nr. 7."), ("ii", "De Dijk, 3 mei 2024."), ("iii", "Stb. 2022, 12."),
    ]  # fmt: skip
    assert texts(document) == ["Klopt dat?", "Ja. Dat staat in de wet."]


@pytest.mark.parametrize("marks", ["i ii iii", "1 2 4", "ii iii iv"])
def test_marks_are_told_where_the_notes_are_lost(marks: str) -> None:
    first, second, third = marks.split()
    document = read(f"Vraag 1\nKlopt dat?{first}\nAntwoord 1\nZeker.{second} Dat staat in de wet.{third}\n")
    assert [mark.written for mark in document.marks] == marks.split()
    assert {notice.code for notice in document.notices} == {"mark_without_footnote"}
    assert texts(document) == ["Klopt dat?", "Zeker. Dat staat in de wet."]


def test_a_list_in_roman_numbers_has_no_marks() -> None:
    document = read("Vraag 1\nKlopt dat?\nAntwoord 1\nHet gaat om drie punten: ii, iii en iv. Dat is alles.\n")
    assert not document.marks
