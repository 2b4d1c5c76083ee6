"""PDF: what the geometry of a page tells."""

import pytest
from formats.paper import FOOT, IDENTIFIER
from formats.pdf import LEADING, LEFT, SIZE, SMALL, TOP, Printed, Word, column, draw, line, to_pdf
from formats.showing import read_data, shown
from reportlab.pdfbase.pdfmetrics import stringWidth  # type: ignore[import-untyped]

from ingest.read import UnreadableError
from ingest.read.pdf import glyphs
from ingest.read.pdf.glyphs import Glyph
from ingest.read.pdf.rows import runs

BOLD = "Helvetica-Bold"
LINES = tuple(f"Een regel lopende tekst die de kolom vult, met de letter {letter}" for letter in "abcde")


def raised(x: float, y: float, text: str, size: float = SIZE) -> Printed:
    """Text that is set smaller and higher than the text of a size."""
    return Printed(x, y + 0.4 * size, text, 0.6 * size)


def test_a_gap_parts_paragraphs_and_a_line_end_does_not() -> None:
    assert shown(draw([column(["Eerste alinea,", "twee regels.", "", "Tweede alinea."])])) == (
        "[page]Eerste alinea,\ntwee regels.\n\nTweede alinea."
    )


def test_hyphens_at_the_end_of_a_line_stay() -> None:
    lines = ["Hier is een woord afge-", "broken, en een EU-", "verordening."]
    assert shown(draw([column(lines)])) == "[page]" + "\n".join(lines)


def test_two_columns_are_read_one_after_the_other() -> None:
    left = column([f"linkerkolom, regel nummer {at}" for at in range(8)], 40, TOP - 2 * LEADING)
    right = column([f"rechterkolom, regel nummer {at}" for at in range(8)], 240, TOP - 2 * LEADING)
    across = column(["Een opschrift dat over beide kolommen heen loopt, zoals boven een verslag"], 40)
    mixed = [each for pair in zip(left, right, strict=True) for each in pair]
    lines = read_data(draw([[*across, *mixed]])).text.splitlines()
    assert [each.split(",")[0] for each in lines if each] == [
        across[0].text.split(",")[0],
        *["linkerkolom"] * 8,
        *["rechterkolom"] * 8,
    ]


def test_a_letterhead_beside_the_text_is_page_furniture() -> None:
    head = column(["Directie Kust", "Datum", "3 maart 2032"], LEFT + 290, TOP, SMALL)
    assert shown(draw([[*column(LINES), *head]])) == (
        "[page]"
        + "\n".join(LINES)
        + "\n[page_furniture: Directie Kust]\n[page_furniture: Datum]\n[page_furniture: 3 maart 2032]"
    )


def test_small_tables_are_text() -> None:
    rows = [
        Printed(x, TOP - 6 * LEADING - y * 10, f"{name}{y}", SMALL)
        for y in range(4)
        for x, name in ((LEFT, "a"), (LEFT + 120, "b"), (LEFT + 260, "c"))
    ]
    assert shown(draw([[*column(LINES), *rows]])).splitlines()[-4:] == [f"a{y}\tb{y}\tc{y}" for y in range(4)]


def test_a_note_that_runs_on_over_the_page_is_one_note_in_two_parts() -> None:
    first = [*column(LINES), raised(LEFT, 70, "1", SMALL), Printed(LEFT + 8, 70, "Een lange noot", SMALL)]
    second = [*column(LINES), Printed(LEFT + 8, 90, "die verder gaat.", SMALL)]
    second += [raised(LEFT, 80, "2", SMALL), Printed(LEFT + 8, 80, "Nog een.", SMALL)]
    notes = [hint for hint in read_data(draw([first, second])).hints if hint.role == "footnote"]
    assert [hint.marker for hint in notes] == ["1", "1", "2"]


def test_notes_as_large_as_the_text_are_known_by_the_number_that_is_due() -> None:
    note = [raised(LEFT, 70, "1"), Printed(LEFT + 8, 70, "Bron van groot belang.")]
    assert shown(draw([[*column(LINES), *note]])).endswith("[footnote 1: 1 Bron van groot belang.]")
    other = [raised(LEFT, 70, "7"), *note[1:]]
    assert "[footnote" not in shown(draw([[*column(LINES), *other]])).replace("[footnote_mark", "")


@pytest.mark.parametrize("size", [SMALL, SIZE])
def test_notes_with_plain_numbers_are_known_by_their_marks(size: float) -> None:
    text = [*line([Word("Zo", "1"), Word("en"), Word("zo.", "2")], TOP), *column(LINES, y=TOP - LEADING)]
    notes = column(["1 Bron van", "9 mei 2031.", "2 Andere bron,", "p. 3."], y=90, size=size)
    assert shown(draw([[*text, *notes]])).endswith(
        "[footnote 1: 1 Bron van\n9 mei 2031.]\n\n[footnote 2: 2 Andere bron,\np. 3.]"
    )


def test_notes_at_the_end_are_known_by_marks_on_the_pages_before() -> None:
    first = [*line([Word("Zo", "1"), Word("en"), Word("zo.", "2")], TOP), *column(LINES, y=TOP - LEADING)]
    first += column(["1 Bron van eb."], y=90)
    assert shown(draw([first, [*column(["2 Andere bron."], y=TOP)]])).endswith(
        "[footnote 1: 1 Bron van eb.]\n\n[page][footnote 2: 2 Andere bron.]"
    )


def test_end_notes_count_in_roman_numerals() -> None:
    first = [*line([Word("Zo", "i"), Word("en"), Word("zo.", "ii")], TOP), *column(LINES, y=TOP - LEADING)]
    second = column(["i Bron van eb.", "ii Andere bron."], y=TOP, size=SMALL)
    assert shown(draw([first, second])).endswith(
        "\n\n[page][footnote i: i Bron van eb.]\n\n[footnote ii: ii Andere bron.]"
    )


def test_a_mark_belongs_to_the_column_it_stands_in() -> None:
    left = column([f"linkerkolom, regel nummer {at}" for at in range(8)], 40, TOP)
    right = column([f"rechterkolom, regel nummer {at}" for at in range(8)], 240, TOP - 5)
    end = 240 + stringWidth(right[3].text, "Helvetica", SIZE)
    text = read_data(draw([[*left, *right, Printed(end, right[3].y + 4, "7", 5)]])).text
    assert "rechterkolom, regel nummer 37\n" in text


def test_letters_of_a_ligature_stay_together() -> None:
    first = Glyph("f", 10, 18, 0, 9, False, False)
    found = list(runs([first, first, first._replace(text="i"), first._replace(text="n", left=18, right=23)]))
    assert [run.text for run in found] == ["ffin"]


def test_numbered_questions_below_some_room_are_no_notes() -> None:
    answer = line([Word("Zoals"), Word("gezegd.", "1")], TOP)
    questions = column(["", "1. Kunt u dat zeggen?", "Ja."], y=TOP - LEADING)
    assert "[footnote 1" not in shown(draw([[*answer, *questions]]))


def test_a_number_after_a_year_is_a_mark_and_a_square_is_not() -> None:
    words = [Word("In"), Word("2024", "6"), Word("was"), Word("het"), Word("12"), Word("km", "2")]
    assert shown(draw([list(line(words, TOP))])) == "[page]In 2024[footnote_mark 6: 6] was het 12 km2"


def test_heads_and_feet_are_known_by_their_likes_on_other_pages() -> None:
    def page(number: int) -> list[Printed]:
        label = [Printed(LEFT, TOP, f"Antwoord {number}")]
        text = column(LINES[number:], LEFT, TOP - LEADING)
        head = [Printed(LEFT, TOP + 25, "Beraad over de kust")]
        return [*head, *label, *text, Printed(LEFT + 100, 30, f"{number + 1} van 3")]

    text = shown(draw(page(number) for number in range(3)))
    assert text.count("[page_furniture: Beraad over de kust]") == 3
    assert all(f"[page_furniture: {number} van 3]" in text for number in (1, 2, 3))
    assert all(f"\nAntwoord {number}\n" in text for number in range(3))


def test_numbers_of_questions_at_the_top_of_pages_are_no_page_numbers() -> None:
    """On page after page the number counts on, as a page's own does."""
    text = shown(draw([Printed(LEFT, TOP, str(at + 1)), *column(LINES[at:], LEFT, TOP - LEADING)] for at in range(3)))
    assert all(f"{number}\n{LINES[number - 1]}" in text for number in (1, 2, 3))
    assert "page_furniture" not in text


def test_the_official_foot_is_known_on_a_single_page() -> None:
    page = [*column(LINES), Printed(LEFT, 30, FOOT), Printed(LEFT + 270, 30, "1"), Printed(LEFT, 19, IDENTIFIER)]
    assert shown(draw([page])).endswith(f"[page_furniture: {FOOT}\t1]\n[page_furniture: {IDENTIFIER}]")


def test_a_line_of_text_as_high_as_its_like_on_another_page_is_no_foot() -> None:
    """Answers repeat each other: on two pages of nine the same sentence may end the page."""
    pages = []
    for number in range(9):
        last = "Dat is niet bekend." if number in (2, 6) else f"Regel {'abcdefghi'[number]} van de tekst."
        text = column([*LINES, "", f"Slot {'abcdefghi'[number]} van de bladzijde:", "", last])
        pages.append([*text, Printed(LEFT, 30, "Beraad over de kust"), Printed(LEFT + 200, 30, str(number + 1))])
    found = shown(draw(pages))
    assert found.count("[page_furniture: Beraad over de kust") == 9
    assert "[page_furniture: Dat" not in found


def test_headings_are_set_off() -> None:
    page = [Printed(LEFT, TOP, "Groot", SIZE * 1.4), *column(LINES, y=TOP - 30), Printed(LEFT, 250, "Vet", font=BOLD)]
    page += [Printed(LEFT, 200, "Een vraag in vette letters die over", font=BOLD)]
    page += [Printed(LEFT, 200 - LEADING, "twee regels loopt", font=BOLD)]
    text = shown(draw([page]))
    assert "[heading: Groot]" in text
    assert "[heading: Vet]" in text
    assert text.count("[heading") == 2


def test_accents_set_on_their_own_stand_on_their_letter() -> None:
    page = [Printed(LEFT, TOP, "Kostic"), Printed(LEFT + 22.6, TOP, "´"), *column(LINES, y=TOP - 50)]
    assert read_data(draw([page])).text.startswith("Kostić")


def test_a_scan_has_no_text() -> None:
    source = read_data(draw([[], []]))
    assert (source.format, source.text) == ("pdf", "")


def test_encrypted_and_damaged_files_are_refused() -> None:
    with pytest.raises(UnreadableError, match="is encrypted"):
        shown(draw([column(LINES)], password="geheim"))
    with pytest.raises(UnreadableError, match="is a damaged PDF"):
        shown(b"%PDF-1.7\n" + bytes(2000))


def test_pages_and_characters_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    data = draw([column(LINES)] * 4)
    monkeypatch.setattr(glyphs, "MAX_PAGES", 3)
    with pytest.raises(UnreadableError, match="has more than 3 pages"):
        shown(data)
    monkeypatch.setattr(glyphs, "MAX_PAGES", 4)
    monkeypatch.setattr(glyphs, "MAX_CHARACTERS", 500)
    with pytest.raises(UnreadableError, match="has more than 500 characters"):
        shown(data)


def test_type_without_size_and_text_off_the_page_are_read() -> None:
    page = [*column(LINES), Printed(LEFT, 200, "nul", 0), Printed(-1e9, 1e12, "ver"), Printed(LEFT, 150, "slot")]
    assert "slot" in read_data(draw([page])).text


def test_any_damage_is_read_or_refused() -> None:
    data = to_pdf()
    for at in range(0, len(data), 97):
        broken = data[:at] + bytes(reversed(data[at : at + 30])) + data[at + 30 :]
        try:
            read_data(broken).text.encode()
        except UnreadableError as error:
            assert error.reason


def test_a_margin_that_nearly_touches_the_text_is_page_furniture() -> None:
    edge = LEFT + stringWidth(LINES[0], "Helvetica", SIZE)
    head = column(["Ons kenmerk", "DGW-1234", "Datum"], edge + 0.9 * SIZE, TOP, SMALL)
    found = shown(draw([[*column(LINES), *head]]))
    assert found.startswith("[page]" + "\n".join(LINES))
    assert found.count("page_furniture") == len(head)
