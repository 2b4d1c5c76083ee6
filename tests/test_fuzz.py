"""Each reader and the parser on damaged papers, for a moment, and on everything that fuzzing ever found."""

import random

import pytest
from fuzzing import FINDS, IN_XML, TARGETS, bent, seeds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from soup import soup

# What formats give a meaning, in places where it has none.
_TAGS = [b"<", b">", b"&", b"</p>", b"<w:p/>", b"]]>", b"&#0;", b"(", b"\0", b"\xff", b"\xef\xbb\xbf", b"'", b'"', b""]
_VALUES = [b"\n", b"\r", b"\f", b"\t", b"1", b"-1", b"0", b"99999999999", b"1e999", b"NaN", b"Vraag 1\n"]
_PIECES = st.one_of(
    st.sampled_from(_TAGS),
    st.sampled_from(_VALUES),
    st.binary(max_size=8),
    soup.map(lambda text: text.encode("utf-8", "replace")),
)
_DAMAGE = st.tuples(st.floats(0, 1), st.floats(0, 1), st.sampled_from(["put", "cut", "swap", "twice"]), _PIECES)


def damaged(data: bytes, start: float, stop: float, how: str, piece: bytes) -> bytes:
    """A paper with something done to a stretch of it."""
    first, last = sorted((int(start * len(data)), int(stop * len(data))))
    last = min(last, first + 400)
    if how == "twice":
        return data[:last] + data[first:]
    if how == "swap":
        return data[:first] + data[first:last][::-1] + data[last:]
    return data[:first] + piece + data[first if how == "put" else last :]


@pytest.mark.parametrize("name", TARGETS)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_damaged_paper_is_read_or_refused(name: str, data: st.DataObject) -> None:
    paper = data.draw(st.sampled_from(seeds(name)))
    for damage in data.draw(st.lists(_DAMAGE, max_size=6)):
        paper = damaged(paper, *damage)
    TARGETS[name](paper)


@pytest.mark.parametrize("name", IN_XML)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_paper_with_its_elements_in_disorder_is_read_or_refused(name: str, data: st.DataObject) -> None:
    paper = data.draw(st.sampled_from(seeds(name)))
    for seed in data.draw(st.lists(st.integers(0, 1 << 32), min_size=1, max_size=8)):
        paper = bent(paper, random.Random(seed))
    TARGETS[name](paper)


_KEPT = [(name, f"good paper {at}", seed) for name in TARGETS for at, seed in enumerate(seeds(name))]
_KEPT += [(path.parent.name, path.name, path.read_bytes()) for path in sorted(FINDS.glob("*/*"))]


@pytest.mark.parametrize(("name", "data"), [pytest.param(name, data, id=f"{name}, {of}") for name, of, data in _KEPT])
def test_good_papers_and_whatever_was_found_once_are_read_or_refused(name: str, data: bytes) -> None:
    TARGETS[name](data)
