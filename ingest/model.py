"""The records that the stages pass on: frozen, without behaviour beyond their own fields.

Positions count characters of `Source.text`, from 0, half open.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Literal, NamedTuple, TypeVar

from ingest.notices import NoticeCode

Format = Literal["text", "markdown", "pdf", "docx", "odt", "html", "xml"]

Kind = Literal[
    "answers_to_written_questions",
    "written_questions",
    "list_of_questions_and_answers",
    "letter",
    "motion",
    "report",
    "postponement",
    "other",
]

Role = Literal[
    "front",  # what stands before the first question or paragraph: letterhead, title, dates, names
    "heading",  # a section's heading
    "label",  # "Vraag 3", "Antwoord 2, 3 4 en 5", a question's bare number
    "question",
    "answer",
    "body",  # text that is neither question nor answer; also all that is not understood
    "closing",  # signature and what surrounds it
    "footnote",
    "marker",  # the number that opens a footnote
    "footnote_mark",  # the number in the text that points at a footnote
    "page_furniture",  # running heads and feet, page numbers, margins
    "markup",  # leftovers of a file format: "[bookmark: _Hlk1]"
    "blank",  # space between the parts
]

# Roles whose characters are the text of a question, answer or footnote.
TEXT_ROLES: tuple[Role, ...] = ("front", "heading", "question", "answer", "body", "closing", "footnote")

HintRole = Literal[
    "page",  # a page begins here (empty span)
    "page_furniture",
    "footnote",  # a whole footnote, its marker included
    "footnote_mark",
    "heading",
    "markup",
    "question_label",  # labels; with an empty span: what they announce begins here, without a label
    "answer_label",
    "part_label",
]

Record = TypeVar("Record", bound=tuple[object, ...])

Part = Literal["asked", "answered", "on_behalf_of", "signed"]
Certainty = Literal["printed", "resolved", "unresolved"]


def made(kind: type[Record], rows: Iterable[tuple[object, ...]]) -> Iterator[Record]:
    """Named tuples by the hundred: of rows of their fields, in half the time that it takes to make them one by one."""
    return map(partial(tuple.__new__, kind), rows)


class Span(NamedTuple):
    """A half-open range of characters."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Hint:
    """What a reader saw in the file itself (type size, tags, styles) about one stretch of its text.

    `marker` is the footnote's number, for the roles "footnote" and "footnote_mark"; for labels the question's.
    """

    span: Span
    role: HintRole
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its text exactly as decoded, and what the reader knows about parts of it.

    `hints` are in order of position and do not overlap.
    """

    text: str
    format: Format
    encoding: str
    sha256: str
    hints: tuple[Hint, ...] = ()


class Passage(NamedTuple):
    """A stretch of a paper as a reader wants it, with the way back to the source.

    `text` is made of pieces of the source; `starts[i]` is where piece i begins in `text`, `origins[i]` where it
    begins in the source.  Characters that tidying put in (a space for a line break) belong to the piece before them.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    spans: tuple[Span, ...]


class Segment(NamedTuple):
    """One stretch of the source with its role, and the question, answer or footnote it belongs to (by index)."""

    span: Span
    role: Role
    question: int | None = None
    answer: int | None = None
    footnote: int | None = None


class Question(NamedTuple):
    """A question: `numbers` as strings ("3", "1a", "2:3"); more than one only where the text cannot be told apart."""

    numbers: tuple[str, ...]
    number_source: Literal["printed", "inferred"]
    label: str
    passage: Passage


class Answer(NamedTuple):
    """An answer with its label as written; what it answers is said by `Link`s."""

    label: str
    passage: Passage


class Link(NamedTuple):
    """Answer (index) speaks for question (index), or refers to it."""

    answer: int
    question: int
    relation: Literal["answers", "refers"]
    source: Literal["printed", "inferred"]


class Footnote(NamedTuple):
    """A footnote; `marker` as the text points at it ("3", "*")."""

    marker: str
    passage: Passage


class FootnoteMark(NamedTuple):
    """One place in the text that points at footnote `footnote` (index; None: the source lost that footnote)."""

    footnote: int | None
    span: Span
    written: str
    question: int | None = None
    answer: int | None = None


class Work(NamedTuple):
    """Something that can be cited, under its canonical name."""

    id: str
    kind: str
    dossier: str | None = None
    number: str | None = None
    url: str | None = None


class Citation(NamedTuple):
    """A citation found in a text; `start` and `stop` count characters of that text.

    `numbers` are the question numbers meant, for kind "question", which cites no work.
    """

    kind: str
    start: int
    stop: int
    work: Work | None
    numbers: tuple[str, ...] = ()
    cited_on: datetime.date | None = None
    chamber: str | None = None
    session_year: str | None = None
    page: str | None = None
    certainty: Certainty = "printed"


class Reference(NamedTuple):
    """A citation with its place in the paper; question, answer, footnote, target_question are indexes."""

    citation: Citation
    span: Span
    text: str
    context: str
    question: int | None = None
    answer: int | None = None
    footnote: int | None = None
    target_question: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One person's (or office's, or committee's) part in a paper, as the paper names them.

    `others`: with others whom the paper does not name ("c.s.").
    """

    part: Part
    name: str | None = None
    party: str | None = None
    role: str | None = None
    ministry: str | None = None
    others: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier by its canonical number ("29826", "35925-XVII") and, where the paper states it, its title."""

    id: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What a paper says about itself.  None: it does not say."""

    kind: Kind = "other"
    identifier: str | None = None
    identifier_source: Literal["printed", "inferred"] | None = None
    title: str | None = None
    chamber: str | None = None
    session_year: str | None = None
    dossiers: tuple[Dossier, ...] = ()
    number: str | None = None
    zaak: str | None = None
    date: datetime.date | None = None
    asked_on: datetime.date | None = None
    answered_on: datetime.date | None = None
    ministry: str | None = None
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """One doubt about one stretch of the source."""

    code: NoticeCode
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as read: everything the archive stores about it."""

    source: Source
    head: Head
    text: str
    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    links: tuple[Link, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    marks: tuple[FootnoteMark, ...] = ()
    references: tuple[Reference, ...] = ()
    segments: tuple[Segment, ...] = field(default=())
    notices: tuple[Notice, ...] = ()
