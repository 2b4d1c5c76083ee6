"""What must hold of every paper, checked before its rows are stored: nothing is lost, nothing is invented.

A paper that breaks one would be a fault of ours, and is not stored half right.
"""

from collections.abc import Iterator

from ingest.model import Document
from ingest.passages import letters

_KINDS = ("question", "answer", "footnote")


def broken_promises(document: Document) -> Iterator[str]:
    """What of the two a paper as read does not keep, a sentence each; nothing if all is well."""
    text, at = document.source.text, 0
    own: dict[tuple[str, int | None], list[str]] = {}
    for segment in document.segments:
        start, stop = segment.span
        if start != at or stop <= start:
            yield f"the segments do not join at character {at}"
            return
        at = stop
        if segment.role in _KINDS:
            own.setdefault((segment.role, getattr(segment, segment.role)), []).append(text[start:stop])
    if at != len(text):
        yield f"the segments end at character {at} of {len(text)}"
    passages = (
        [question.passage for question in document.questions],
        [answer.passage for answer in document.answers],
        [footnote.passage for footnote in document.footnotes],
    )
    for kind, found in zip(_KINDS, passages, strict=True):
        for index, passage in enumerate(found):
            if not _say_the_same(passage.text, "".join(own.get((kind, index), ()))):
                yield f"the text of {kind} {index + 1} is not that of its segments"


def _say_the_same(one: str, other: str) -> bool:
    """Whether two texts have the same letters; most differ in their spaces alone, which is told sooner."""
    return "".join(one.split()) == "".join(other.split()) or letters(one) == letters(other)
