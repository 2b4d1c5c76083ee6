"""Papers of our own writing and the papers of the archive, read as a careful person reads them.

Each folder of `papers/` shows one hard place: `source.txt` (or `source.md`) and `expected.yml`.
`readings/` holds the expected readings of the papers in `data/documents/`.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from promises import broken_promises
from readings import differences, load

from ingest.layout.spacing import single_spaced
from ingest.model import Document, Source
from ingest.parse import parse
from ingest.passages import letters
from ingest.read import read

TESTS = Path(__file__).parent
DOCUMENTS = TESTS.parent / "data" / "documents"


def _cases() -> dict[str, tuple[Path, Path]]:
    """The name of each case with its source and its expected reading."""
    papers = {path.parent.name: (next(path.parent.glob("source.*")), path) for path in TESTS.glob("papers/*/*.yml")}
    corpus = {path.stem: (next(DOCUMENTS.glob(f"{path.stem}.*")), path) for path in TESTS.glob("readings/*.yml")}
    return dict(sorted((papers | corpus).items()))


CASES = _cases()
each_case = pytest.mark.parametrize("name", CASES)


@cache
def _document(name: str) -> Document:
    return parse(read(CASES[name][0]))


@each_case
def test_a_paper_is_read_as_expected(name: str) -> None:
    found = differences(_document(name), load(CASES[name][1]))
    assert not found, "\n".join([f"{len(found)} differences", *found])


@each_case
def test_a_paper_keeps_the_promises(name: str) -> None:
    broken = broken_promises(_document(name))
    assert not broken, "\n".join(broken)


def spaced(source: Source) -> Source:
    """The same source with an empty line below every line."""
    return replace(source, text=source.text.replace("\n", "\n\n"))


@each_case
def test_a_paper_set_with_empty_lines_is_read_the_same(name: str) -> None:
    source = read(CASES[name][0])
    wide = spaced(source)
    assert single_spaced(source) is source or name == "double-spaced"
    if single_spaced(wide) is wide:
        return
    document, other = _document(name), parse(wide)
    assert other.source is wide
    assert other.head == document.head
    for one, two in ((document.questions, other.questions), (document.answers, other.answers)):
        assert [(each.label, letters(each.passage.text)) for each in one] == [
            (each.label, letters(each.passage.text)) for each in two
        ]
    assert [letters(note.passage.text) for note in document.footnotes] == [
        letters(note.passage.text) for note in other.footnotes
    ]


def test_many_papers_can_be_set_with_empty_lines() -> None:
    sources = [read(path) for path, _ in CASES.values()]
    wide = map(spaced, sources)
    assert sum(single_spaced(source) is not source for source in wide) > 25
