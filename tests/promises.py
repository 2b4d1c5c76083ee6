"""The promises about a paper's text that must hold for every paper, whatever is in it."""

from comparing import letters, text_differences

from ingest.model import TEXT_ROLES, Document, Passage


def broken_promises(document: Document) -> list[str]:
    """What of "nothing is lost, nothing is invented" the paper as parsed does not keep; nothing if all is well."""
    edges = [0, *(segment.span.stop for segment in document.segments)]
    starts = [segment.span.start for segment in document.segments]
    broken = []
    if starts != edges[:-1] or edges[-1] != len(document.source.text):
        broken.append("the segments are not a partition of the source")
    if any(segment.span.stop <= segment.span.start for segment in document.segments):
        broken.append("a segment is empty")
    for kind, passages in _passages(document).items():
        for index, passage in enumerate(passages):
            broken += text_differences(f"{kind} {index}", passage.text, letters(_own_text(document, kind, index)))
    return broken


def _passages(document: Document) -> dict[str, list[Passage]]:
    return {
        "question": [q.passage for q in document.questions],
        "answer": [a.passage for a in document.answers],
        "footnote": [f.passage for f in document.footnotes],
    }


def _own_text(document: Document, kind: str, index: int) -> str:
    """The characters of the source that belong to one question, answer or footnote as its text."""
    roles = {"footnote"} if kind == "footnote" else set(TEXT_ROLES) - {"footnote"}
    own = (s for s in document.segments if s.role in roles and getattr(s, kind) == index)
    return "".join(document.source.text[s.span.start : s.span.stop] for s in own)
