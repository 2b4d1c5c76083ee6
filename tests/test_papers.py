"""Papers of our own writing and the papers of the archive, read as a careful person reads them.

Each folder of `papers/` shows one hard place: `source.txt` (or `source.md`) and `expected.yml`.
`readings/` holds the expected readings of the papers in `data/documents/`.
"""

from functools import cache
from pathlib import Path

import pytest
from promises import broken_promises
from readings import differences, load

from ingest.model import Document
from ingest.parse import parse
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
