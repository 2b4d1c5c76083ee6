"""A paper's source, stretch by stretch, with the part of the paper that each stretch belongs to."""

from collections.abc import Iterable, Iterator, Sequence

from datasette.utils import tilde_encode

from room.addresses import anchor
from room.archive import Row
from room.places import Owner, places


def sourced(paper: Row, rows: Sequence[Row]) -> Iterator[Row]:
    """The segments with their text, the anchor of their part, and its row ("" where they have none)."""
    before: Owner | None = None
    for row, place in zip(rows, places(rows), strict=True):
        owner = place.owner
        found = {**row, "text": paper["source"][row["start"] : row["stop"]], "anchor": "", "row": "", "opens": False}
        if owner:
            # A section has no row of its own; its segments have.
            key = f"segments/{tilde_encode(paper['id'])},{row['start']}"
            found["anchor"] = owner[1] if owner[0] == "section" else anchor(owner[1], paper["id"])
            found["row"] = key if owner[0] == "section" else f"{owner[0]}/{tilde_encode(owner[1])}"
            found["opens"] = owner != before
            before = owner
        yield found


def numbered(segments: Iterable[Row]) -> Iterator[Row]:
    """The segments as lines, those that begin in it with their numbers."""
    line, begins = 1, True
    for segment in segments:
        lines = []
        for piece in segment["text"].split("\n"):
            lines.append({"number": line if begins else None, "text": piece})
            begins = True
            line += 1
        # The last piece is not yet ended.
        line -= 1
        begins = False
        yield {**segment, "lines": lines}
