"""Compare a paper as parsed with the reading a careful person expects of it.

An expected reading is a YAML file; `papers/README.md` tells its keys.  A key that is missing is not checked.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from comparing import Entry, Paper, letters, text_differences, words

from ingest.model import Document, FootnoteMark, Person, Reference

# Kinds of reference that are wrong where nobody expects them; for the others a reading need not be complete.
STRICT_KINDS = {"kamerstuk", "dossier", "toezegging", "question", "aanhangsel", "handelingen"}


def _exact(value: object) -> str | None:
    return None if value is None else str(value)


# The fields of the head, and what of each is compared.
FIELDS: dict[str, Callable[[Any], str | None]] = {
    "kind": _exact,
    "identifier": _exact,
    "identifier_source": _exact,
    "title": letters,
    "session_year": _exact,
    "number": _exact,
    "zaak": _exact,
    "date": _exact,
    "asked_on": _exact,
    "answered_on": _exact,
    "ministry": letters,
}

# Under which parts a paper may name the people a reading lists.
PARTS = {
    "asked_by": ("asked", "signed"),
    "answered_by": ("answered", "signed"),
    "on_behalf_of": ("on_behalf_of",),
    "signed_by": ("signed", "answered", "asked"),
}


def load(path: Path) -> dict[str, Any]:
    """An expected reading from its YAML file."""
    reading: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return reading


def differences(document: Document, expected: Entry) -> list[str]:
    """A line for each thing in which the paper as parsed differs from the expected reading; none if they agree."""
    paper = Paper(document)
    unknown = [f"{key!r} is no key of an expected reading" for key in expected if key not in CHECKS and key != "why"]
    return unknown + [line for key, check in CHECKS.items() if key in expected for line in check(paper, expected[key])]


def _head(paper: Paper, expected: Entry) -> Iterator[str]:
    head = paper.document.head
    for field, compared in FIELDS.items():
        if field in expected and compared(getattr(head, field)) != compared(expected[field]):
            yield f"{field} is {getattr(head, field)!r}, not {expected[field]!r}"
    if "dossiers" in expected and [d.id for d in head.dossiers] != expected["dossiers"]:
        yield f"dossiers are {[d.id for d in head.dossiers]}, not {expected['dossiers']}"
    titles = {d.id: d.title for d in head.dossiers}
    for dossier, title in expected.get("dossier_titles", {}).items():
        yield from text_differences(f"title of dossier {dossier}", titles.get(dossier), letters(title))
    for key, parts in PARTS.items():
        if key in expected:
            yield from _people(key, [p for p in head.people if p.part in parts], expected[key], parts[0])


def _people(key: str, people: Sequence[Person], expected: Sequence[Entry], part: str) -> Iterator[str]:
    for entry in expected:
        if not any(_is_person(person, entry) for person in people):
            yield f"{key}: nobody is {dict(entry)}, only {[(p.name, p.party, p.role, p.ministry) for p in people]}"
    for person in people:
        if person.part == part and not any(_is_person(person, entry) for entry in expected):
            yield f"{key}: {person} is not expected"


def _is_person(person: Person, entry: Entry) -> bool:
    """Does every field the reading gives agree?  "Minister" is also "Minister van Defensie"."""
    role, wanted = letters(person.role), letters(entry.get("role"))
    return (
        ("name" not in entry or letters(person.name) == letters(entry["name"]))
        and ("party" not in entry or person.party == entry["party"])
        and ("role" not in entry or (bool(role) and (wanted.startswith(role) or role.startswith(wanted))))
        and ("ministry" not in entry or letters(person.ministry) == letters(entry["ministry"]))
        and ("committee" not in entry or letters(entry["committee"]) in {letters(person.name), role})
    )


def _questions(paper: Paper, expected: Sequence[Entry]) -> Iterator[str]:
    found = list(paper.document.questions)
    for entry in expected:
        numbers = tuple(str(n) for n in entry.get("numbers", [entry.get("number")]))
        question = next((q for q in found if q.numbers == numbers), None)
        name = f"question {', '.join(numbers)}"
        yield from text_differences(name, question.passage.text if question else None, paper.wanted(entry))
        if question:
            found.remove(question)
            yield from _fields(name, question.label, entry, number_source=question.number_source)
    for question in found:
        yield f"question {', '.join(question.numbers)} is not expected: {question.passage.text[:60]!r}"


def _answers(paper: Paper, expected: Sequence[Entry]) -> Iterator[str]:
    found = list(range(len(paper.document.answers)))
    for entry in expected:
        numbers = tuple(sorted(str(n) for n in entry["questions"]))
        index = next((i for i in found if paper.answered(i) == numbers), None)
        answer = None if index is None else paper.document.answers[index]
        name = f"answer to {', '.join(numbers) or 'no question'}"
        yield from text_differences(name, answer.passage.text if answer else None, paper.wanted(entry))
        if answer and index is not None:
            found.remove(index)
            yield from _fields(name, answer.label, entry)
    for index in found:
        text = paper.document.answers[index].passage.text
        yield f"answer to {', '.join(paper.answered(index)) or 'no question'} is not expected: {text[:60]!r}"


def _fields(name: str, label: str, entry: Entry, **others: str) -> Iterator[str]:
    if "label" in entry and words(label) != words(entry["label"]):
        yield f"{name}: label is {label!r}, not {entry['label']!r}"
    for key, value in others.items():
        if key in entry and value != entry[key]:
            yield f"{name}: {key} is {value!r}, not {entry[key]!r}"


def _links(paper: Paper, expected: Sequence[Entry]) -> Iterator[str]:
    """The expected `refers` links are there; links of the kind "answers" are checked with the answers."""
    got = {paper.answered(i): paper.answered(i, "refers") for i in range(len(paper.document.answers))}
    for entry in expected:
        answer = tuple(sorted(str(n) for n in entry["answer"]))
        missing = {str(n) for n in entry["refers"]} - set(got.get(answer, ()))
        if missing:
            yield f"answer to {', '.join(answer)} does not refer to {', '.join(sorted(missing))}"


def _footnotes(paper: Paper, expected: Sequence[Entry]) -> Iterator[str]:
    notes = paper.document.footnotes
    free = list(range(len(notes)))
    for entry in expected:
        want, name = paper.wanted(entry), f"footnote {entry.get('marker', '')}"
        same = [i for i in free if entry.get("marker", notes[i].marker) == notes[i].marker]
        index = next((i for i in same if letters(notes[i].passage.text) == want), same[0] if same else None)
        yield from text_differences(name, None if index is None else notes[index].passage.text, want)
        if index is not None:
            free.remove(index)
            marks = [m for m in paper.document.marks if m.footnote == index]
            yield from _anchors(paper, name, marks, entry.get("anchors"))
    for index in free:
        yield f"footnote {notes[index].marker!r} is not expected: {notes[index].passage.text[:60]!r}"


def _anchors(paper: Paper, name: str, marks: list[FootnoteMark], anchors: Sequence[Entry] | None) -> Iterator[str]:
    """Each anchor is a mark on its line, in the question or answer it names, and no mark is left over."""
    if anchors is None:
        return
    for anchor in anchors:
        mark = next((m for m in marks if paper.line(m.span.start) == anchor["line"]), None)
        if mark is None:
            yield f"{name} is not marked on line {anchor['line']}"
            continue
        marks.remove(mark)
        if "in" in anchor and not paper.holds(anchor["in"], mark):
            yield f"{name}: its mark on line {anchor['line']} is not in {anchor['in']}"
        if "written" in anchor and mark.written != anchor["written"]:
            yield f"{name}: its mark on line {anchor['line']} is written {mark.written!r}, not {anchor['written']!r}"
    for mark in marks:
        yield f"{name}: mark {mark.written!r} on line {paper.line(mark.span.start)} is not expected"


def _lost_marks(paper: Paper, expected: Sequence[Entry]) -> Iterator[str]:
    yield from _anchors(paper, "a lost footnote", [m for m in paper.document.marks if m.footnote is None], expected)


def _targets(reference: Reference) -> tuple[str, ...]:
    """What a reference points at: numbers of questions of the same paper, or the canonical name of a work."""
    citation = reference.citation
    if citation.kind == "question":
        return citation.numbers if reference.target_question is not None else ()
    return (_bare(citation.work.id),) if citation.work else ()


def _bare(target: str) -> str:
    return re.sub(r"^https?://|[/.]$", "", target)


def _references(paper: Paper, expected: Sequence[Entry]) -> Iterator[str]:
    found = [(r, target) for r in paper.document.references for target in _targets(r)]
    for entry in expected:
        lines = range(entry["line"], entry.get("line_to", entry["line"]) + 1)
        hits = [
            (r, target)
            for r, target in found
            if target == _bare(str(entry["target"]))
            and r.citation.kind == entry.get("kind", r.citation.kind)
            and paper.line(r.span.start) in lines
        ]
        if hits:
            found.remove(hits[0])
            yield from _reference(paper, hits[0][0], entry)
        elif not entry.get("is_self"):
            yield f"missing reference {entry.get('kind', '')} {entry['target']} on line {entry['line']}"
    surplus = Counter((r.citation.kind, t, paper.line(r.span.start)) for r, t in found)
    for kind, target, line in sorted(key for key in surplus if key[0] in STRICT_KINDS):
        yield f"reference that is not there: {kind} {target} on line {line}"


def _reference(paper: Paper, reference: Reference, entry: Entry) -> Iterator[str]:
    name = f"reference {entry['target']} on line {entry['line']}"
    if "in" in entry and not paper.holds(entry["in"], reference):
        yield f"{name} is not in {entry['in']}"
    if "cited_on" in entry and reference.citation.cited_on != entry["cited_on"]:
        yield f"{name}: cited_on is {reference.citation.cited_on}, not {entry['cited_on']}"


def _roles(paper: Paper, expected: Mapping[str, Sequence[Sequence[int]]]) -> Iterator[str]:
    """Every letter and digit of the lines listed for a role stands in segments with that role."""
    roles = [segment.role for segment in paper.document.segments for _ in range(segment.span.start, segment.span.stop)]
    text = paper.document.source.text
    if len(roles) != len(text):
        yield f"the segments cover {len(roles)} of {len(text)} characters"
        return
    for role, ranges in expected.items():
        allowed = {role, "marker"} if role == "footnote" else {role}
        for line in (n for first, last in ranges for n in range(first, last + 1)):
            start = paper.line_starts[line - 1]
            places = range(start, start + len(paper.lines[line - 1]))
            others = {roles[i] for i in places if text[i].isalnum() and roles[i] not in allowed}
            if others:
                yield f"line {line} is {', '.join(sorted(others))}, not {role}"


def _notices(paper: Paper, expected: Sequence[str]) -> Iterator[str]:
    codes = {notice.code for notice in paper.document.notices}
    yield from (f"no notice {code}" for code in expected if code not in codes)


def _no_notices(paper: Paper, expected: Sequence[str]) -> Iterator[str]:
    for notice in paper.document.notices:
        if notice.code in expected:
            yield f"notice {notice.code} on line {paper.line(notice.span.start)} is not expected: {notice.message}"


def _words(paper: Paper, expected: Mapping[str, str]) -> Iterator[str]:
    for broken, whole in expected.items():
        if whole not in paper.document.text:
            yield f"{whole!r} is not in the text (broken as {broken})"


def _reads(paper: Paper, expected: Sequence[str]) -> Iterator[str]:
    text = letters(paper.document.text)
    yield from (f"the text does not read {passage!r}" for passage in expected if letters(passage) not in text)


def _absent(paper: Paper, expected: Sequence[str]) -> Iterator[str]:
    blocks = [(q.label, q.passage) for q in paper.document.questions]
    blocks += [(a.label, a.passage) for a in paper.document.answers]
    for label, passage in blocks:
        text = " ".join(passage.text.split())
        yield from (f"{s!r} stands in the text under {label!r}" for s in expected if s in text)


CHECKS: dict[str, Callable[[Paper, Any], Iterator[str]]] = {
    "document": _head,
    "questions": _questions,
    "answers": _answers,
    "links": _links,
    "footnotes": _footnotes,
    "lost_marks": _lost_marks,
    "references": _references,
    "roles": _roles,
    "notices": _notices,
    "no_notices": _no_notices,
    "words_rejoined": _words,
    "reads": _reads,
    "absent": _absent,
}
