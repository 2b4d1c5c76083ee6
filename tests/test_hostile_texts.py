"""Texts made to have a reader try again and again are read like any other, and come to an end.

At this length, what takes time as the square of the text does not within the time that any test has.
"""

import pytest

from bench.reading import HOSTILE, hostile
from ingest.parse import parse
from ingest.promises import broken_promises

_CHARACTERS = 160_000


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_to_its_end(name: str) -> None:
    source = hostile(name, _CHARACTERS)
    document = parse(source)
    assert document.source is source
    assert list(broken_promises(document)) == []
