"""Expected readings of papers, and how a reading compares with them: as letters, block by block.

A folder of samples has `documents/` and `gold/*.json`.  A gold file says what one paper holds, in any of its formats:

    documents         the names of its files below `documents/`
    blocks            in order; each with `kind` ("question", "answer" or the name of another part), `label` as
                      printed, `numbers` of the questions it speaks for, `text`
    footnotes         each with `marker` and `text`
    notes_at_the_end  the text of the notes below the last answer, if there are any

Texts are compared as letters only: spaces, hyphens, digits and the marks of footnotes may differ.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.language.numbers import question_numbers
from ingest.model import Answer, Document
from ingest.passages import letters

KINDS = ("questions", "answers", "links", "footnotes", "other parts")
_TOLD = ("question", "answer")


@dataclass(frozen=True, slots=True)
class Part:
    """Something a paper holds: its numbers, in order, and its letters.

    A link is the numbers of its answer and of its question, and has no letters.  In an expected part `()` are any
    numbers.
    """

    numbers: tuple[str, ...]
    letters: str = ""


Parts = Mapping[str, Sequence[Part]]


@dataclass(frozen=True, slots=True)
class Gold:
    """What one paper holds, and the names of its files."""

    documents: tuple[str, ...]
    parts: Parts
    notes_at_the_end: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Of one kind of parts: how many agree, which are expected and missing, which are there and not expected."""

    right: int
    missing: tuple[Part, ...]
    unexpected: tuple[Part, ...]


def load(path: Path) -> Gold:
    """Read a gold file.  Raises KeyError or ValueError where it is none."""
    data = json.loads(path.read_text("utf-8"))
    blocks = data["blocks"]
    at_the_end = plain(data.get("notes_at_the_end") or "")
    notes = [Part((note["marker"],), plain(note["text"])) for note in data.get("footnotes", ())]
    parts = {
        "questions": _blocks(blocks, "question"),
        "answers": _blocks(blocks, "answer"),
        "links": list(_expected_links(blocks)),
        "footnotes": [*notes, *([Part((), at_the_end)] if at_the_end else [])],
        "other parts": [Part((), plain(block["text"])) for block in blocks if block["kind"] not in _TOLD],
    }
    return Gold(tuple(data["documents"]), parts, at_the_end)


def plain(text: str) -> str:
    """What of a text is compared: its letters, whatever their case; a ligature is the letters it stands for."""
    return letters(unicodedata.normalize("NFKC", text)).casefold()


def parts_of(document: Document, gold: Gold) -> Parts:
    """What a paper as read holds, to be compared with `gold`."""
    notes = [Part((note.marker,), plain(note.passage.text)) for note in document.footnotes]
    text = plain(document.text)
    return {
        "questions": list(_questions(document)),
        "answers": [Part(numbers, plain(one.passage.text)) for one, numbers in _answers(document)],
        "links": list(_links(document)),
        "footnotes": with_notes_joined(notes, gold.notes_at_the_end),
        "other parts": [part for part in gold.parts["other parts"] if part.letters in text],
    }


def compare(wanted: Sequence[Part], found: Sequence[Part]) -> Comparison:
    """Match each expected part with one that has its numbers and all its letters."""
    left = list(found)
    missing = []
    for part in wanted:
        same = (at for at, one in enumerate(left) if one.letters == part.letters and part.numbers in ((), one.numbers))
        at = next(same, None)
        if at is None:
            missing.append(part)
        else:
            del left[at]
    return Comparison(len(wanted) - len(missing), tuple(missing), tuple(left))


def with_notes_joined(notes: Sequence[Part], at_the_end: str) -> list[Part]:
    """The notes, those in a row that together are the notes at the end of the paper as one."""
    for start in range(len(notes)):
        stop, joined = start, ""
        while stop < len(notes) and len(joined) < len(at_the_end):
            joined += notes[stop].letters
            stop += 1
        if joined and joined == at_the_end:
            return [*notes[:start], Part((), joined), *notes[stop:]]
    return list(notes)


def _blocks(blocks: Sequence[Mapping[str, Any]], kind: str) -> list[Part]:
    return [Part(_sorted(block["numbers"]), plain(block["text"])) for block in blocks if block["kind"] == kind]


def _sorted(numbers: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(set(numbers)))


def _expected_links(blocks: Sequence[Mapping[str, Any]]) -> Iterator[Part]:
    """Each answer with each question that it names and that is asked."""
    asked = {number for block in blocks if block["kind"] == "question" for number in block["numbers"]}
    for block in blocks:
        if block["kind"] == "answer":
            numbers = _sorted(block["numbers"])
            yield from (_link(numbers, number) for number in numbers if number in asked)


def _link(answer: Sequence[str], question: str) -> Part:
    return Part((", ".join(answer), "→", question))


def _questions(document: Document) -> Iterator[Part]:
    """The questions; those in a row under one label that names several are one, as on the page."""
    label, text = "", ""
    numbers: list[str] = []
    for question in document.questions:
        if question.label != label or len(question_numbers(label)) < 2:
            yield from [Part(_sorted(numbers), text)] if numbers else []
            label, numbers, text = question.label, [], ""
        numbers.extend(question.numbers)
        text += plain(question.passage.text)
    yield from [Part(_sorted(numbers), text)] if numbers else []


def _answers(document: Document) -> Iterator[tuple[Answer, tuple[str, ...]]]:
    """The answers with the numbers in their labels; where a label has none, with those of the questions answered."""
    answered: dict[int, list[str]] = {}
    for link in document.links:
        if link.relation == "answers":
            answered.setdefault(link.answer, []).extend(document.questions[link.question].numbers)
    for at, answer in enumerate(document.answers):
        yield answer, _sorted(question_numbers(answer.label) or answered.get(at, ()))


def _links(document: Document) -> Iterator[Part]:
    numbers = [found for _, found in _answers(document)]
    pairs = {
        (link.answer, number): None
        for link in document.links
        if link.relation == "answers"
        for number in document.questions[link.question].numbers
    }
    yield from (_link(numbers[answer], number) for answer, number in pairs)
