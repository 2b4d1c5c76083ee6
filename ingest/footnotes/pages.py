"""The pages and paragraphs of a paper, as far as weighing its notes needs them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.layout.lines import Line

_LABELS = ("Vraag", "Vragen", "Antwoord")


class Page(NamedTuple):
    """A page's lines as an index range, with what weighing a candidate needs, measured once.

    `foot`: where the page's last paragraph begins; `label`: the last line that opens with a label.
    """

    start: int
    stop: int
    foot: int
    label: int


def pages_of(lines: Sequence[Line]) -> Iterator[Page]:
    """The pages of a paper; blank lines and furniture stand where they fall."""
    start, number, foot, label, text = 0, 0, 0, -1, False
    for index, (_, words, role, page) in enumerate(lines):
        if role != "text":
            text = False
            continue
        if page != number:
            yield Page(start, index, foot, label)
            start, number, text = index, page, False
        if not text:
            foot, text = index, True
        if words.startswith(_LABELS):
            label = index
    yield Page(start, len(lines), foot, label)


def paragraph_ends(lines: Sequence[Line]) -> list[int]:
    """For every line, where the run of text lines that it stands in ends."""
    ends, end = [0] * len(lines), len(lines)
    for index in range(len(lines) - 1, -1, -1):
        end = end if lines[index].role == "text" else index
        ends[index] = end
    return ends
