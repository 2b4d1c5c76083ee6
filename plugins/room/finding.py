"""Words as one text has them → where they stand in another: line breaks, marks and punctuation may differ."""

import re
from collections.abc import Sequence

from room.addresses import anchor
from room.archive import Row
from room.places import places

# How many words before and after tell one place from others.
_AROUND = 4
_BEFORE, _AFTER = re.compile(r"(?:[^\W_]+[^\w\n…]+){0,3}\Z"), re.compile(r"(?:[^\w\n…]+[^\W_]+){0,3}")
_WORD = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])|\n\n+")


def words(text: str) -> list[str]:
    """The words of a text, and its numbers.

    >>> words("Zie «Pont vaart weer», nr. 7")
    ['Zie', 'Pont', 'vaart', 'weer', 'nr', '7']
    """
    return _WORD.findall(text)


def stretch(text: str, wanted: Sequence[str]) -> tuple[int, int] | None:
    """Where these words stand in a text one after another, or None."""
    found = re.search(r"[\W_]+".join(map(re.escape, wanted)), text) if wanted else None
    return found.span() if found else None


def _split(pieces: Sequence[Row]) -> tuple[str, str, str]:
    """A snippet's text before the first words that were found, those words, and the text after them."""
    at = next((index for index, piece in enumerate(pieces) if piece["found"]), len(pieces))
    before, found, after = pieces[:at], pieces[at : at + 1], pieces[at + 1 :]
    joined = ["".join(piece["text"] for piece in some) for some in (before, found, after)]
    return joined[0], joined[1], joined[2]


def exactly(pieces: Sequence[Row]) -> str:
    """The first words that were found in a snippet, with their neighbours in the same paragraph, as written.

    >>> exactly([{"text": "Ja. Over de ", "found": False}, {"text": "pont", "found": True}])
    'Ja. Over de pont'
    """
    before, found, after = _split(pieces)
    left, right = _BEFORE.search(before.rpartition("\n")[2]), _AFTER.match(after.partition("\n")[0])
    return (left[0] if left else "") + found + (right[0] if right else "")


def part_of(paper: Row, segments: Sequence[Row], pieces: Sequence[Row]) -> str:
    """The anchor of the part of a paper that a snippet is from, by its source; "" where that cannot be told."""
    before, found, after = map(words, _split(pieces))
    wanted = [*before[-_AROUND:], *found, *after[:_AROUND]]
    place = stretch(paper["source"], wanted) or stretch(paper["source"], found)
    owners = [part.owner for part in places(segments) if place and part.start <= place[1] - 1 and place[0] < part.stop]
    owner = next((owner for owner in owners if owner), None)
    if owner is None:
        return ""
    return owner[1] if owner[0] == "section" else anchor(owner[1], paper["id"])


def sentence_at(text: str, at: int) -> str:
    """The sentence of a text that a place is in, or ends.

    >>> sentence_at("Ja. De pont vaart weer. Dat is goed.", 22)
    'De pont vaart weer.'
    """
    start = stop = 0
    for end in _ENDS.finditer(text):
        start, stop = stop, end.start()
        if at <= stop:
            return text[start:stop].strip()
        stop = end.end()
    return text[stop:].strip()
