"""The segments of a source → which part of the paper each belongs to, and which parts hang together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from room.archive import Row

# A part of a paper: the table and key of a question, answer or footnote, or "section" and its place in the paper.
Owner = tuple[str, str]

SECTIONS = frozenset(["front", "heading", "body", "closing", "label"])


@dataclass(frozen=True, slots=True)
class Place:
    """A segment as part of a paper."""

    start: int
    stop: int
    role: str
    owner: Owner | None


def places(segments: Iterable[Row]) -> list[Place]:
    """Which part each segment belongs to; page furniture, markup and space between belong to none."""
    found: list[Place] = []
    section: Owner | None = None
    role = ""
    for segment in segments:
        owner = _owner(segment)
        if segment["role"] in SECTIONS and owner is None:
            if section is None or segment["role"] != role:
                section = ("section", f"s{segment['start']}")
            owner, role = section, segment["role"]
        elif segment["role"] == "footnote_mark" and owner is None:
            owner = section
        elif owner and owner[0] != "footnotes":
            section = None
        found.append(Place(segment["start"], segment["stop"], segment["role"], owner))
    return found


def _owner(segment: Row) -> Owner | None:
    if segment["role"] in ("footnote", "marker"):
        return ("footnotes", segment["footnote"]) if segment["footnote"] else None
    for column, table in (("question", "questions"), ("answer", "answers")):
        if segment[column]:
            return (table, segment[column])
    return None


def groups(keys: Sequence[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Keys that hang together, each group in the order of `keys`, groups by their first key.

    >>> groups(["q1", "q2", "q3", "a1", "a2"], [("q1", "a1"), ("q3", "a1")])
    [['q1', 'q3', 'a1'], ['q2'], ['a2']]
    """
    root = {key: key for key in keys}

    def find(key: str) -> str:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for one, other in pairs:
        if one in root and other in root:
            root[find(other)] = find(one)
    grouped: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        grouped[find(key)].append(key)
    return list(grouped.values())
