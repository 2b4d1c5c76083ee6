"""One paper of our own writing, made into every format: what is read is the same."""

from pathlib import Path

import pytest
from formats.make import make
from formats.paper import BLOCKS, FOOT, IDENTIFIER, NOTES, body, letters, marks

from ingest.model import Hint, Source
from ingest.read import read

RICH = ("docx", "html", "odt", "pdf", "xml")
each_rich = pytest.mark.parametrize("suffix", RICH)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Source]:
    """The paper as read from each format."""
    return {suffix: read(path) for suffix, path in make(tmp_path_factory.mktemp("formats")).items()}


def hints(source: Source, role: str) -> list[Hint]:
    """The hints of a role."""
    return [hint for hint in source.hints if hint.role == role]


def text_of(source: Source, hint: Hint) -> str:
    """The text of a hint."""
    return source.text[hint.span.start : hint.span.stop]


def running(source: Source) -> str:
    """The text without page furniture, notes and marks."""
    at, kept = 0, []
    for hint in source.hints:
        if hint.role in {"page_furniture", "footnote", "footnote_mark"}:
            kept.append(source.text[at : hint.span.start])
            at = hint.span.stop
    return "".join([*kept, source.text[at:]])


@each_rich
def test_running_text_is_the_same_letters(sources: dict[str, Source], suffix: str) -> None:
    assert letters(running(sources[suffix])) == letters(body())


@each_rich
def test_numbers_and_signs_of_the_text_are_there(sources: dict[str, Source], suffix: str) -> None:
    text = running(sources[suffix])
    assert all(each in text for each in ("4711", "a. de veerdiensten;", "b. de visserij", "liepen in 2030 vast"))


@each_rich
def test_footnotes_are_known_with_their_numbers(sources: dict[str, Source], suffix: str) -> None:
    source = sources[suffix]
    found = {hint.marker: letters(text_of(source, hint)) for hint in hints(source, "footnote")}
    assert found == {marker: letters(text) for marker, text in NOTES.items()}
    assert all(text_of(source, hint).startswith(hint.marker) for hint in hints(source, "footnote"))


@each_rich
def test_marks_are_known_and_their_span_is_the_number(sources: dict[str, Source], suffix: str) -> None:
    source = sources[suffix]
    found = hints(source, "footnote_mark")
    assert [hint.marker for hint in found] == marks()
    assert [text_of(source, hint) for hint in found] == marks()


@each_rich
def test_labels_stand_on_lines_of_their_own(sources: dict[str, Source], suffix: str) -> None:
    lines = set(sources[suffix].text.splitlines())
    assert {block.text for block in BLOCKS if block.kind == "label"} <= lines


@each_rich
def test_cells_of_a_table_stand_in_rows(sources: dict[str, Source], suffix: str) -> None:
    lines = sources[suffix].text.splitlines()
    assert [line for line in lines if "\t" in line and line[:4] in {"Maan", "Janu", "Febr"}] == [
        block.text for block in BLOCKS if block.kind == "row"
    ]


@pytest.mark.parametrize("suffix", ["docx", "html", "odt", "pdf"])
def test_what_surrounds_the_paper_is_page_furniture(sources: dict[str, Source], suffix: str) -> None:
    source = sources[suffix]
    found = "\n".join(text_of(source, hint) for hint in hints(source, "page_furniture"))
    assert FOOT in found
    assert IDENTIFIER in found


def test_the_official_name_is_kept_from_xml(sources: dict[str, Source]) -> None:
    assert IDENTIFIER in text_of(sources["xml"], hints(sources["xml"], "page_furniture")[0])


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_text_is_read_as_it_is(sources: dict[str, Source], suffix: str) -> None:
    source = sources[suffix]
    assert source.hints == ()
    assert letters(source.text) == letters(body() + "".join(NOTES.values()))


def test_formats_are_named(sources: dict[str, Source]) -> None:
    named = {suffix: source.format for suffix, source in sources.items()}
    assert named == {suffix: suffix for suffix in RICH} | {"md": "markdown", "txt": "text"}


def test_format_is_told_by_content(sources: dict[str, Source], tmp_path: Path) -> None:
    for suffix, path in make(tmp_path).items():
        renamed = path.rename(tmp_path / f"{suffix}.dat")
        assert read(renamed) == sources[suffix]


@pytest.mark.parametrize("suffix", [*RICH, "md", "txt"])
def test_hints_are_in_order_and_do_not_overlap(sources: dict[str, Source], suffix: str) -> None:
    at = 0
    for hint in sources[suffix].hints:
        assert at <= hint.span.start <= hint.span.stop <= len(sources[suffix].text)
        at = hint.span.stop


def test_pages_of_a_pdf_are_known_where_they_cut_an_answer(sources: dict[str, Source]) -> None:
    source = sources["pdf"]
    starts = [source.text[hint.span.start :].split("\n")[0] for hint in hints(source, "page")]
    assert len(starts) == 3
    assert starts[1:] == ["b. de visserij, ook waar die verder dan 12 km2 zee bestrijkt.", "antwoord op vraag 2."]
