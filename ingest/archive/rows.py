"""Document → rows: what each table stores of one paper.

Keys are made of the paper's key and what the paper itself says (a number, a marker, a place), so that they last.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.model import Document, Passage, Person

Row = dict[str, object]


@cache
def reader() -> str:
    """The version of the reading code: a digest of its sources, so that papers are read again when it changes."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a paper's questions, answers and footnotes, by their index in the document."""

    document: str
    questions: tuple[str, ...]
    answers: tuple[str, ...]
    footnotes: tuple[str, ...]


def keys_of(document: Document, key: str) -> Keys:
    """Make the keys of everything in a paper."""
    numbers = [question.numbers[0] for question in document.questions]
    answered = {
        link.answer: document.questions[link.question].numbers[0]
        for link in reversed(document.links)
        if link.relation == "answers"
    }
    return Keys(
        key,
        tuple(_distinct(f"{key}-q{_padded(number)}" for number in numbers)),
        tuple(_distinct(f"{key}-a{_padded(answered.get(at, ''))}" for at in range(len(document.answers)))),
        tuple(_distinct(f"{key}-f{_padded(note.marker)}" for note in document.footnotes)),
    )


def rows_of(document: Document, key: str, path: str) -> dict[str, list[Row]]:
    """Every row that a paper gives, by table.  `path` is its file below the source folder."""
    keys = keys_of(document, key)
    return {
        "documents": [_document(document, key, path)],
        "texts": [_text(document, key)],
        "questions": list(_questions(document, keys)),
        "answers": list(_answers(document, keys)),
        "answered_questions": list(_links(document, keys)),
        "footnotes": list(_footnotes(document, keys)),
        "footnote_marks": list(_marks(document, keys)),
        "references": list(_references(document, keys)),
        "document_dossiers": [
            {"document": key, "dossier": dossier.id, "position": at, "title": dossier.title}
            for at, dossier in enumerate(document.head.dossiers, 1)
        ],
        "people": [_person(key, at, person) for at, person in enumerate(document.head.people, 1)],
        "segments": list(_segments(document, keys)),
        "notices": list(_notices(document, key)),
        "works": list(_works(document)),
    }


def _works(document: Document) -> Iterator[Row]:
    """The works a paper cites, as far as its own text tells."""
    for reference in document.references:
        if work := reference.citation.work:
            yield {"id": work.id, "kind": work.kind, "dossier": work.dossier, "number": work.number, "url": work.url}


def _padded(number: str, width: int = 3) -> str:
    """A number with zeros before it, so that keys sort as numbers do: "3", "1a", "2:3" as "003", "001a", "002_003"."""
    if ":" in number:
        return "_".join(part.rjust(width, "0") for part in number.split(":"))
    digits = len(number) - len(number.lstrip("0123456789"))
    return number.rjust(len(number) + width - digits, "0") if digits else number


def _distinct(keys: Iterable[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for key in keys:
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key}-{seen[key]}"


def _document(document: Document, key: str, path: str) -> Row:
    head = document.head
    asked, answered = _part(head.people, "asked"), _part(head.people, "answered") or _part(head.people, "signed")
    days = (head.answered_on - head.asked_on).days if head.asked_on and head.answered_on else None
    return {
        "id": key,
        "identifier": head.identifier,
        "identifier_source": head.identifier_source,
        "kind": head.kind,
        "title": head.title,
        "chamber": head.chamber,
        "session_year": head.session_year,
        "dossier": head.dossiers[0].id if head.dossiers else None,
        "number": head.number,
        "zaak": head.zaak,
        "date": _iso(head.date),
        "asked_on": _iso(head.asked_on),
        "answered_on": _iso(head.answered_on),
        "days_to_answer": days if days is not None and days >= 0 else None,
        "ministry": head.ministry,
        "asked_by": _json(person.name or person.role for person in asked),
        "parties": _json(dict.fromkeys(person.party for person in asked if person.party)),
        "answered_by": _json(person.name or person.role for person in answered),
        "question_count": len(document.questions),
        "answer_count": len(document.answers),
        "footnote_count": len(document.footnotes),
        "reference_count": len(document.references),
        "notice_count": len(document.notices),
        "source_path": path,
        "source_format": document.source.format,
    }


def _iso(day: object) -> str | None:
    return str(day) if day else None


def _json(values: Iterable[object]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def _part(people: Sequence[Person], part: str) -> list[Person]:
    return [person for person in people if person.part == part]


def _text(document: Document, key: str) -> Row:
    source = document.source
    return {
        "document": key,
        "text": document.text,
        "source": source.text,
        "sha256": source.sha256,
        "encoding": source.encoding,
        "reader": reader(),
    }


def _number(number: str) -> int | str:
    return int(number) if number.isdecimal() else number


def _start(passage: Passage) -> int | None:
    return passage.origins[0] if passage.origins else passage.spans[0].start if passage.spans else None


def _questions(document: Document, keys: Keys) -> Iterator[Row]:
    for key, question in zip(keys.questions, document.questions, strict=True):
        yield {
            "id": key,
            "document": keys.document,
            "number": _number(question.numbers[0]),
            "numbers": _json(map(_number, question.numbers)),
            "number_source": question.number_source,
            "label": question.label,
            "text": question.passage.text,
            "start": _start(question.passage),
        }


def _answers(document: Document, keys: Keys) -> Iterator[Row]:
    for key, answer in zip(keys.answers, document.answers, strict=True):
        yield {
            "id": key,
            "document": keys.document,
            "label": answer.label,
            "text": answer.passage.text,
            "start": _start(answer.passage),
        }


def _links(document: Document, keys: Keys) -> Iterator[Row]:
    for link in document.links:
        yield {
            "answer": keys.answers[link.answer],
            "question": keys.questions[link.question],
            "relation": link.relation,
            "link_source": link.source,
        }


def _footnotes(document: Document, keys: Keys) -> Iterator[Row]:
    for key, note in zip(keys.footnotes, document.footnotes, strict=True):
        start = _start(note.passage)
        yield {"id": key, "document": keys.document, "marker": note.marker, "text": note.passage.text, "start": start}


def _at(keys: Sequence[str], index: int | None) -> str | None:
    return None if index is None else keys[index]


def _owners(keys: Keys, question: int | None, answer: int | None, footnote: int | None) -> Mapping[str, str | None]:
    return {
        "question": _at(keys.questions, question),
        "answer": _at(keys.answers, answer),
        "footnote": _at(keys.footnotes, footnote),
    }


def _marks(document: Document, keys: Keys) -> Iterator[Row]:
    for mark in document.marks:
        owners = _owners(keys, mark.question, mark.answer, mark.footnote)
        yield {
            "document": keys.document,
            "start": mark.span.start,
            "stop": mark.span.stop,
            "written": mark.written,
            **owners,
        }


def _references(document: Document, keys: Keys) -> Iterator[Row]:
    places = (_padded(str(reference.span.start), 7) for reference in document.references)
    names = _distinct(f"{keys.document}-r{place}" for place in places)
    for name, reference in zip(names, document.references, strict=True):
        citation = reference.citation
        yield {
            "id": name,
            "document": keys.document,
            **_owners(keys, reference.question, reference.answer, reference.footnote),
            "kind": citation.kind,
            "text": reference.text,
            "work": citation.work.id if citation.work else None,
            "target_question": _at(keys.questions, reference.target_question),
            "chamber": citation.chamber.lower().replace(" ", "_") if citation.chamber else None,
            "session_year": citation.session_year,
            "page": citation.page,
            "cited_on": _iso(citation.cited_on),
            "context": reference.context,
            "certainty": citation.certainty,
            "start": reference.span.start,
            "stop": reference.span.stop,
        }


def _person(key: str, position: int, person: Person) -> Row:
    return {
        "document": key,
        "position": position,
        "part": person.part,
        "name": person.name,
        "party": person.party,
        "role": person.role,
        "ministry": person.ministry,
        "others": int(person.others),
    }


def _segments(document: Document, keys: Keys) -> Iterator[Row]:
    for segment in document.segments:
        owners = _owners(keys, segment.question, segment.answer, segment.footnote)
        yield {
            "document": keys.document,
            "start": segment.span.start,
            "stop": segment.span.stop,
            "role": segment.role,
            **owners,
        }


def _notices(document: Document, key: str) -> Iterator[Row]:
    text, line, at = document.source.text, 1, 0
    for position, notice in enumerate(document.notices, 1):
        line += text.count("\n", at, notice.span.start)
        at = notice.span.start
        span = {"start": notice.span.start, "stop": notice.span.stop}
        yield {
            "document": key,
            "position": position,
            "code": notice.code,
            "message": notice.message,
            "line": line,
            **span,
        }
