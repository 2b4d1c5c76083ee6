"""What the `ingest` on the path reads from files, as JSON lines; `bench.diff` runs this once per version.

In: a JSON list of [place, path] pairs.  Out: a line for each thing read, in the order of the paper, and last a line
with the seconds that reading took.  It is run as a file of its own and imports nothing else of `bench`, so that one
and the same dump can look at any version.
"""

import dataclasses
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from ingest.model import Document, Span
from ingest.parse import parse
from ingest.read import read

# How many characters of the source are shown on either side of a citation or notice.
_AROUND = 60


def dump(place: str, path: str) -> Iterator[dict[str, str]]:
    """Each thing in one paper: its kind, its name (what it is known by), its text, and the source around it."""
    try:
        document = parse(read(Path(path)))
    except Exception as error:  # a version that fails is to be seen in the comparison, whatever its fault
        yield {"place": place, "kind": "failures", "name": type(error).__name__, "text": str(error), "around": ""}
        return
    for kind, name, text, around in _things(document):
        yield {"place": place, "kind": kind, "name": name, "text": text, "around": around}


def _things(document: Document) -> Iterator[tuple[str, str, str, str]]:
    yield from _head(document)
    for question in document.questions:
        name = f"{question.label or '(no label)'}: {', '.join(question.numbers)}"
        yield "questions", name, question.passage.text, ""
    for answer in document.answers:
        yield "answers", answer.label or "(no label)", answer.passage.text, ""
    for link in document.links:
        numbers = ", ".join(document.questions[link.question].numbers)
        name = document.answers[link.answer].label or f"(answer {link.answer + 1})"
        yield "links", f"{name} → {numbers}", f"{link.relation} ({link.source})", ""
    for note in document.footnotes:
        yield "footnotes", note.marker, note.passage.text, ""
    yield from _cited(document)


def _head(document: Document) -> Iterator[tuple[str, str, str, str]]:
    for field in dataclasses.fields(document.head):
        value = getattr(document.head, field.name)
        for one in value if isinstance(value, tuple) else () if value is None else (value,):
            yield "head", field.name, _written(one), ""


def _written(value: object) -> str:
    if dataclasses.is_dataclass(value):
        return ", ".join(
            f"{field.name} {found}"
            for field in dataclasses.fields(value)
            if (found := getattr(value, field.name)) is not None
        )
    return str(value)


def _cited(document: Document) -> Iterator[tuple[str, str, str, str]]:
    for found in document.references:
        citation = found.citation
        name = citation.work.id if citation.work else f"{citation.kind} {', '.join(citation.numbers)}"
        yield "references", name, found.text, _around(document, found.span)
    for notice in document.notices:
        yield "notices", notice.code, notice.message, _around(document, notice.span)


def _around(document: Document, span: Span) -> str:
    return document.source.text[max(0, span.start - _AROUND) : span.stop + _AROUND]


def main() -> None:
    files = json.load(sys.stdin)
    start = time.perf_counter()
    for place, path in files:
        for thing in dump(place, path):
            print(json.dumps(thing))
    print(json.dumps({"seconds": time.perf_counter() - start}))


if __name__ == "__main__":
    main()
