"""The rows of one paper → the paper as it is read: in order, question beside answer, with all that hangs on it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.model import Span
from ingest.passages import passage
from ingest.typography import Typography, typography
from room.addresses import anchor, official, paper_address, work_address
from room.archive import Row
from room.places import SECTIONS, Owner, Place, groups, places
from room.texts import Annotation, Paragraph, paragraphs, restored

# The roles of the segments that are the text of a part; the label of a question or answer is none of its text.
_TEXTS = {
    "questions": frozenset(["question"]),
    "answers": frozenset(["answer"]),
    "footnotes": frozenset(["footnote"]),
    "section": SECTIONS,
}
# Doubts about a question or answer as a whole, which stand at its head.
_ABOUT_A_WHOLE = frozenset(
    [
        "unanswered_question",
        "answer_without_question",
        "answer_covers_inferred",
        "number_inferred",
        "number_repeated",
        "numbers_not_in_order",
        "footnote_without_mark",
    ]
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A notice, with the anchor of the part of the paper it is about ("" for the paper as a whole)."""

    position: int
    code: str
    message: str
    line: int
    start: int
    about: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A question, answer, footnote or section.  `start` is the first of its segments in the source."""

    role: str
    anchor: str
    key: str
    label: str
    start: int | None
    text: str
    paragraphs: tuple[Paragraph, ...]
    doubts: tuple[Doubt, ...] = ()
    # Of questions: their numbers.  Of answers: those they answer, and those whose answer they refer to.
    numbers: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    # Of footnotes: the places that point at them.
    used: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """Questions and the answers that speak for them."""

    questions: tuple[Part, ...]
    answers: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """All of a paper's text, in reading order."""

    parts: tuple[Part | Exchange, ...]
    footnotes: tuple[Part, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True)
class Rows:
    """What the archive has of one paper, by table."""

    paper: Row
    questions: Sequence[Row] = ()
    answers: Sequence[Row] = ()
    pairs: Sequence[Row] = ()
    footnotes: Sequence[Row] = ()
    marks: Sequence[Row] = ()
    citations: Sequence[Row] = ()
    segments: Sequence[Row] = ()
    notices: Sequence[Row] = ()


def contents(rows: Rows) -> Contents:
    """Put a paper's text together."""
    return _Reader(rows).contents()


@dataclass
class _Reader:
    """One paper while it is put together."""

    rows: Rows
    places: list[Place] = field(init=False)
    spans: dict[Owner, list[Place]] = field(init=False)
    style: Typography = field(init=False)
    notes: dict[Owner, list[Annotation]] = field(init=False)
    doubts: dict[Owner | None, list[Doubt]] = field(init=False)
    # The anchors of the questions that an answer answers, or whose answers it refers to.
    said: dict[tuple[str, str], tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.places = places(self.rows.segments)
        self.style = typography(self.rows.paper["source"])
        self.spans = defaultdict(list)
        for place in self.places:
            if place.owner and place.role in _TEXTS[place.owner[0]]:
                self.spans[place.owner].append(place)
        self.notes = defaultdict(list)
        self.doubts = defaultdict(list)
        for owner, note in [*self._marks(), *self._citations()]:
            self.notes[owner].append(note)
        self._place_notices()
        self.said = self._said()

    def _said(self) -> dict[tuple[str, str], tuple[str, ...]]:
        order = {row["id"]: at for at, row in enumerate(self.rows.questions)}
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for pair in sorted(self.rows.pairs, key=lambda pair: order.get(pair["question"], 0)):
            key = (pair["answer"], pair["relation"])
            found[key] = (*found.get(key, ()), self._anchor(pair["question"]))
        return found

    def contents(self) -> Contents:
        """The paper."""
        parts: list[Part | Exchange] = [*self._exchanges(), *self._sections()]
        doubts = sorted((doubt for group in self.doubts.values() for doubt in group), key=lambda doubt: doubt.position)
        return Contents(tuple(sorted(parts, key=start_of)), tuple(self._footnotes()), tuple(doubts))

    def _anchor(self, key: str) -> str:
        return anchor(key, self.rows.paper["id"])

    def _owner_at(self, position: int) -> Owner | None:
        index = bisect_right(self.places, position, key=lambda place: place.start) - 1
        return self.places[index].owner if index >= 0 else None

    def _marks(self) -> Iterator[tuple[Owner, Annotation]]:
        markers = {note["id"]: note["marker"] for note in self.rows.footnotes}
        for mark in self.rows.marks:
            if owner := self._owner_at(mark["start"]):
                note = mark["footnote"]
                href = f"#{self._anchor(note)}" if note else None
                written = markers.get(note) or mark["written"]
                place = f"m{mark['start']}"
                yield owner, Annotation(mark["start"], mark["stop"], "mark", written, href, id=place)

    def _citations(self) -> Iterator[tuple[Owner, Annotation]]:
        for cited in self.rows.citations:
            owner, href = self._owner_at(cited["start"]), self._leads_to(cited)
            if owner and href:
                name = cited["work"] or cited["text"]
                place = self._anchor(cited["key"])
                yield owner, Annotation(cited["start"], cited["stop"], "citation", name, href, name, place)

    def _leads_to(self, cited: Row) -> str | None:
        if cited["target_question"]:
            return f"#{self._anchor(cited['target_question'])}"
        return leads_to(cited) if cited["work"] else None

    def _place_notices(self) -> None:
        for notice in self.rows.notices:
            owner = self._owner_at(notice["start"]) if notice["stop"] else None
            about = self._about(owner)
            doubt = Doubt(notice["position"], notice["code"], notice["message"], notice["line"], notice["start"], about)
            self.doubts[owner].append(doubt)
            if owner and notice["code"] not in _ABOUT_A_WHOLE:
                href = f"#doubt-{notice['position']}"
                note = Annotation(notice["start"], notice["stop"], "doubt", "?", href, notice["message"])
                self.notes[owner].append(note)

    def _about(self, owner: Owner | None) -> str:
        if owner is None:
            return ""
        return owner[1] if owner[0] == "section" else self._anchor(owner[1])

    def _part(self, owner: Owner, role: str, row: Mapping[str, str], **more: tuple[str, ...]) -> Part:
        spans = self.spans.get(owner, [])
        kept = [Span(place.start, place.stop) for place in spans]
        found = restored(self.rows.paper["source"], kept, self.style, row["text"])
        doubts = tuple(doubt for doubt in self.doubts.get(owner, ()) if doubt.code in _ABOUT_A_WHOLE)
        return Part(
            role=role,
            anchor=self._about(owner),
            key=row["id"],
            label=row["label"],
            start=spans[0].start if spans else None,
            text=found.text,
            paragraphs=paragraphs(found, self.notes.get(owner, ())),
            doubts=doubts,
            **more,
        )

    def _sections(self) -> Iterator[Part]:
        for owner, spans in self.spans.items():
            if owner[0] == "section":
                kept = [Span(place.start, place.stop) for place in spans]
                text = passage(self.rows.paper["source"], kept, self.style).text
                if text:
                    yield self._part(owner, spans[0].role, {"id": owner[1], "label": "", "text": text})

    def _footnotes(self) -> Iterator[Part]:
        used: dict[str, list[str]] = defaultdict(list)
        for mark in self.rows.marks:
            used[mark["footnote"]].append(f"m{mark['start']}")
        for row in self.rows.footnotes:
            note = {**row, "label": row["marker"]}
            yield self._part(("footnotes", row["id"]), "footnote", note, used=tuple(used[row["id"]]))

    def _exchanges(self) -> Iterator[Exchange]:
        questions = {row["id"]: row for row in self.rows.questions}
        answers = {row["id"]: row for row in self.rows.answers}
        pairs = [(pair["question"], pair["answer"]) for pair in self.rows.pairs if pair["relation"] == "answers"]
        for keys in groups([*questions, *answers], pairs):
            yield Exchange(
                tuple(self._question(questions[key]) for key in keys if key in questions),
                tuple(self._answer(answers[key]) for key in keys if key in answers),
            )

    def _question(self, row: Row) -> Part:
        return self._part(("questions", row["id"]), "question", row, numbers=(str(row["number"]),))

    def _answer(self, row: Row) -> Part:
        said = {relation: self.said.get((row["id"], relation), ()) for relation in ("answers", "refers")}
        return self._part(("answers", row["id"]), "answer", row, numbers=said["answers"], refers=said["refers"])


def start_of(part: Part | Exchange) -> int:
    """Where a part, or the first of an exchange, begins in the source."""
    inside = (*part.questions, *part.answers) if isinstance(part, Exchange) else (part,)
    return min((one.start for one in inside if one.start is not None), default=0)


def leads_to(cited: Row) -> str:
    """Where a cited work is read: here, at its official page, or, where that is not known, on its page here."""
    if cited["document"]:
        return paper_address(cited)
    return official(cited["url"]) or work_address(cited["work"])
