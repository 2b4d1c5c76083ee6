"""Lists of question numbers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.numbers import NUMBER_WORD, NUMBERS, ORDINAL, question_numbers


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("2, 3 4 en 5", "2 3 4 5"),
        ("7, 8, 9 10 en 11", "7 8 9 10 11"),
        ("2 t/m 4", "2 3 4"),
        ("2 t/m4 en 7", "2 3 4 7"),
        ("2 tot en met 4", "2 3 4"),
        ("1a t/m 1d", "1a 1b 1c 1d"),
        ("1a, b en c", "1a 1b 1c"),
        ("3-5", "3 4 5"),
        ("3–5", "3 4 5"),
        ("3 t.m. 5", "3 4 5"),
        ("twee", "2"),
        ("drie en vier", "3 4"),
        ("derde en vierde", "3 4"),
        ("4 en 5", "4 5"),
        ("6 & 7", "6 7"),
        ("2/3", "2 3"),
        ("3, 4, en 5", "3 4 5"),
        ("3 en vraag 11", "3 11"),
        ("5, 3 en 5", "5 3"),
        ("2 t/m 1", "2 1"),
        ("1a t/m 3", "1a 3"),
        ("1 t/m 500", " ".join(map(str, range(1, 501)))),
        ("1 t/m 501", "1 501"),
        ("", ""),
        ("2024", ""),
        ("1.1", "1:1"),
        ("1.1, 1.2 en 2.10", "1:1 1:2 2:10"),
        ("2.9 t/m 2.11", "2:9 2:10 2:11"),
        ("1.9 t/m 2.2", "1:9 2:2"),
        ("01.02", "1:2"),
    ],
)
def test_numbers_of_a_list(written: str, numbers: str) -> None:
    assert question_numbers(written) == tuple(numbers.split())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Antwoord 2, 3 4 en 5", "2, 3 4 en 5"),
        ("Antwoorden op vraag 3, 4, 5, 9 en 10", "3, 4, 5, 9 en 10"),
        ("vraag 1a t/m 1d luidt", "1a t/m 1d"),
        ("vraag 8kunnen we", "8"),
        ("vraag 3 van de 12.500", "3"),
        ("in 2024 waren er 3.500, ofwel 12%", None),
        ("Antwoord op vraag 2.3 en 2.4.", "2.3 en 2.4"),
        ("op 1.2.2024 en 1.2.24 voor 1.5%", None),
    ],
)
def test_fragment_finds_the_list(text: str, written: str | None) -> None:
    match = re.search(NUMBERS, text)
    assert (match and match[0]) == written


def test_fragment_captures_nothing() -> None:
    assert re.compile(NUMBERS + NUMBER_WORD + ORDINAL).groups == 0


@given(
    st.lists(st.integers(1, 999), min_size=1, max_size=9, unique=True),
    st.sampled_from([", ", " ", " en ", "; ", " & "]),
)
def test_every_separator_gives_the_same_numbers(numbers: list[int], separator: str) -> None:
    written = separator.join(map(str, numbers))
    assert question_numbers(written) == tuple(map(str, numbers))
    match = re.fullmatch(NUMBERS, written)
    assert match


@given(st.text() | st.text("0123456789abcdt/m -–,.en"))
def test_any_text_gives_numbers_that_it_can_hold(text: str) -> None:
    for number in question_numbers(text):
        assert re.fullmatch(r"\d{1,3}[a-k]?|\d{1,2}:\d{1,2}", number)
