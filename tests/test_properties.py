"""What holds for every text, however odd: hypothesis looks for one for which it does not."""

import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from soup import Paper, papers, soup, sources

from ingest.language.numbers import question_numbers
from ingest.layout.roles import layout
from ingest.model import Document, FootnoteMark, Format, Passage, Reference, Segment, Source, Span
from ingest.parse import parse
from ingest.passages import letters, locate, passage
from ingest.segments import Cutouts
from ingest.typography import Typography, typography


def source_of(text: str) -> Source:
    return Source(text, "text", "utf-8", "0" * 64)


def parsed(text: str) -> Document:
    return parse(source_of(text))


def owned(document: Document) -> Iterator[tuple[str, int, Passage]]:
    """Every text with whose it is: the kind, the index, the passage."""
    yield from (("question", at, question.passage) for at, question in enumerate(document.questions))
    yield from (("answer", at, answer.passage) for at, answer in enumerate(document.answers))
    yield from (("footnote", at, note.passage) for at, note in enumerate(document.footnotes))


# A whole paper.


@given(sources())
def test_the_segments_are_the_whole_source_in_order(source: Source) -> None:
    spans = [segment.span for segment in parse(source).segments]
    assert all(span.start < span.stop for span in spans)
    assert [0, *(span.stop for span in spans)] == [*(span.start for span in spans), len(source.text)]


@given(sources())
def test_a_text_has_the_letters_of_its_own_segments(source: Source) -> None:
    document = parse(source)
    for kind, at, found in owned(document):
        own = [s.span for s in document.segments if s.role == kind and getattr(s, kind) == at]
        assert letters(found.text) == letters("".join(source.text[span.start : span.stop] for span in own))


@given(sources())
def test_every_index_points_at_something_and_every_span_is_inside(source: Source) -> None:
    document = parse(source)
    sizes = {"question": len(document.questions), "answer": len(document.answers), "footnote": len(document.footnotes)}
    items: list[Segment | FootnoteMark | Reference] = [*document.segments, *document.marks, *document.references]
    for item in items:
        assert 0 <= item.span.start <= item.span.stop <= len(source.text)
        for kind, size in sizes.items():
            index = getattr(item, kind)
            assert index is None or 0 <= index < size
    for link in document.links:
        assert 0 <= link.answer < sizes["answer"]
        assert 0 <= link.question < sizes["question"]
    for notice in document.notices:
        assert 0 <= notice.span.start <= notice.span.stop <= len(source.text)


@given(sources())
def test_a_reference_stands_where_it_says(source: Source) -> None:
    for reference in parse(source).references:
        assert reference.text
        assert reference.text in reference.context
        written = source.text[reference.span.start : reference.span.stop]
        assert _in_order(letters(reference.text), letters(written))


def _in_order(part: str, whole: str) -> bool:
    """Whether the characters of one text stand in the other, in that order, perhaps with more between them."""
    rest = iter(whole)
    return all(character in rest for character in part)


@given(sources())
def test_the_same_source_gives_the_same_document(source: Source) -> None:
    assert parse(source) == parse(source)


@given(soup)
def test_windows_line_ends_change_nothing_that_is_read(text: str) -> None:
    plain = text.replace("\r", "\n")
    one, other = parsed(plain), parsed(plain.replace("\n", "\r\n"))
    assert one.text == other.text
    assert [question.numbers for question in one.questions] == [question.numbers for question in other.questions]
    assert [found.text for _, _, found in owned(one)] == [found.text for _, _, found in owned(other)]
    assert one.links == other.links


@given(papers())
def test_a_paper_says_what_was_written_into_it(paper: Paper) -> None:
    document = parsed(paper.text)
    assert [int(question.numbers[0]) for question in document.questions] == list(range(1, len(paper.questions) + 1))
    assert [question.passage.text for question in document.questions] == list(paper.questions)
    assert [answer.passage.text for answer in document.answers] == [text for _, text in paper.answers]
    linked = [
        tuple(document.questions[link.question].numbers[0] for link in document.links if link.answer == at)
        for at in range(len(document.answers))
    ]
    assert linked == [numbers for numbers, _ in paper.answers]


@given(papers(), st.sampled_from(["Een regel.", "Den Haag", "De Voorzitter"]))
def test_a_line_in_front_shifts_everything_and_changes_nothing(paper: Paper, line: str) -> None:
    front = f"{line}\n\n"
    before, after = parsed(paper.text), parsed(front + paper.text)
    assert [question.passage.text for question in after.questions] == [q.passage.text for q in before.questions]
    assert after.links == before.links
    shifted = [Span(s.span.start + len(front), s.span.stop + len(front)) for s in before.segments if s.role == "answer"]
    assert [s.span for s in after.segments if s.role == "answer"] == shifted


# What a text repeats without end, and what it begins with.
REPEATED = [
    *("a", "A", "1", "-", "\n", " \n", "(", "[1: ", "<sup>", "**", "# ", "» ", "aan- ", "a-\n", "?\n", "a1. "),
    *("1 ", "1. a\n", "Vraag 1 ", "Antwoord 1\n", "zie noot 1 ", "1 Kamerstuk 29 826, nr. 7\n"),
    "https://www.voorbeeld.nl/\n",
]


@pytest.mark.parametrize("format", ["text", "markdown"])
@pytest.mark.parametrize("unit", REPEATED)
def test_a_long_text_of_one_thing_is_read_in_time(unit: str, format: Format) -> None:
    """Half a second is enough; a rule that goes through the text for each place in it takes half a minute."""
    text = f"Vraag 1\nKent u dit?\n{unit * (40_000 // len(unit))}"
    began = time.process_time()
    parse(Source(text, format, "utf-8", ""))
    assert time.process_time() - began < 4


# The stages.


@given(sources())
def test_the_lines_are_the_source(source: Source) -> None:
    # What stands in a margin beside the text comes last.
    lines = sorted(layout(source))
    assert "".join(source.text[line.span.start : line.span.stop] for line in lines) == source.text
    assert all(one.span.stop == other.span.start for one, other in pairwise(lines))
    pages = [line.page for line in layout(source)]
    assert pages == sorted(pages)
    for line in lines:
        assert line.text == source.text[line.span.start : line.span.stop].strip()
        assert (line.role == "blank") == (not line.text)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(soup)
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=10)))
    spans = [Span(start, stop) for start, stop in zip(edges[::2], edges[1::2], strict=False) if start < stop]
    return text, spans or [Span(0, len(text))]


@given(texts_with_spans())
def test_a_passage_has_the_letters_of_its_spans(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    found = passage(text, spans, typography(text))
    assert letters(found.text) == letters("".join(text[span.start : span.stop] for span in spans))
    assert found.text == found.text.strip()


@given(texts_with_spans())
def test_each_character_of_a_passage_leads_back_to_itself(case: tuple[str, list[Span]]) -> None:
    """A space or line break leads to what it stands for, between its neighbours."""
    text, spans = case
    found = passage(text, spans, typography(text))
    places = [locate(found, at, at + 1) for at in range(len(found.text))]
    assert all(place.stop == place.start + 1 for place in places)
    assert all(one.start <= other.start for one, other in pairwise(places))
    for place, character in zip(places, found.text, strict=True):
        assert character.isspace() or text[place.start] == character
        assert character.isspace() or any(span.start <= place.start < span.stop for span in spans)


@given(texts_with_spans())
def test_a_stretch_of_a_passage_leads_back_to_a_stretch(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    found = passage(text, spans, typography(text))
    middle = len(found.text) // 2
    if found.text:
        whole, end = locate(found, 0, len(found.text)), locate(found, middle, len(found.text))
        assert whole.start <= end.start < end.stop == whole.stop
        assert text[whole.start] == found.text[0]
        assert text[whole.stop - 1] == found.text[-1]


@given(soup)
@example("Zie https://www.voorbeeld.nl/een/\nTweede/\nDerde/bericht")
def test_tidying_twice_is_tidying_once(text: str) -> None:
    """Where a line is a paragraph; in a text filled to a width, the tidied lines are wider than that."""
    style = Typography(0, typography(text).hyphenated)
    once = passage(text, [Span(0, len(text))], style).text
    assert passage(once, [Span(0, len(once))], style).text == once


@given(st.lists(st.sampled_from(["nieuws/", "2024/", "Een-lang-adres/", "bijlage?jaar=", "3&blad="]), min_size=1))
def test_an_address_on_several_lines_is_whole_again(parts: list[str]) -> None:
    address = "\n".join(["https://www.voorbeeld.nl/", *parts, "index"])
    text = f"Zie {address} voor meer."
    assert address.replace("\n", "") in passage(text, [Span(0, len(text))], typography(text)).text


_spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(0, 9))


@given(_spans, st.lists(_spans))
def test_what_is_cut_out_of_a_span_is_gone_and_the_rest_stays(whole: Span, cuts: list[Span]) -> None:
    kept = list(Cutouts(cuts).keep(whole))
    cut = {at for span in cuts for at in range(span.start, span.stop)}
    left = [at for at in range(whole.start, whole.stop) if at not in cut]
    assert [at for span in kept for at in range(span.start, span.stop)] == left


# Numbers.

_joints = st.sampled_from([", ", " ", " en ", ",", " & ", "; ", " en/of "])


@given(st.one_of(st.text(), soup))
def test_numbers_are_read_or_left_but_never_fail(text: str) -> None:
    found = question_numbers(text)
    assert len(set(found)) == len(found)
    assert all(number[0].isdecimal() for number in found)


@given(st.lists(st.integers(1, 499), min_size=1, unique=True), st.data())
def test_a_list_of_numbers_is_those_numbers(numbers: list[int], data: st.DataObject) -> None:
    text = "".join(f"{number}{data.draw(_joints)}" for number in numbers).rstrip(" ,;&enof/")
    assert question_numbers(text) == tuple(map(str, numbers))


@given(st.integers(1, 400), st.integers(1, 99), st.sampled_from([" t/m ", "-", " tot en met ", "–", " tm "]))
def test_a_range_is_all_its_numbers(first: int, more: int, through: str) -> None:
    wanted = tuple(map(str, range(first, first + more + 1)))
    assert question_numbers(f"{first}{through}{first + more}") == wanted
