"""What the stages found → one Document: texts, places, segments, notices."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from ingest.attribution import Place, attribute, referring
from ingest.doubts.interrupted import interrupted
from ingest.doubts.several import not_one_paper
from ingest.doubts.unread import unread
from ingest.footnotes.lost_marks import PlacedMark
from ingest.footnotes.openings import Note
from ingest.head.header import Evidence, read_head
from ingest.layout.lines import Line
from ingest.model import (
    Answer,
    Document,
    Footnote,
    FootnoteMark,
    Head,
    Notice,
    Passage,
    Question,
    Source,
    Span,
)
from ingest.passages import passage
from ingest.read.ocr import ENCODING
from ingest.segments import Claim, Cutouts, joined, partition
from ingest.structure.blocks import Block
from ingest.structure.dialogue import Dialogue, is_announcement
from ingest.typography import Typography

_Owner = tuple[int | None, int | None]
_UNLABELLED = {"question": "A question without a label", "answer": "An answer without a label"}


@dataclass(frozen=True)
class Reading:
    """All that is known of a paper before it is put together.

    `line_notes` are those of `notes` inside a line, `furniture_inside` the page furniture there; `leftovers` are what
    the file's format left in the text.
    """

    source: Source
    style: Typography
    lines: Sequence[Line]
    notes: Sequence[Note]
    line_notes: Sequence[Note]
    leftovers: Sequence[Span]
    blocks: Sequence[Block]
    marks: Sequence[PlacedMark]
    dialogue: Dialogue
    furniture_inside: Sequence[Span]

    @cached_property
    def markup(self) -> list[Span]:
        """Leftovers of the file's format, and the brackets of notes inside a line."""
        stops = (note.spans[-1].stop for note in self.line_notes)
        closing = [Span(stop, stop + 1) for stop in stops if self.source.text.startswith("]", stop)]
        return sorted([*self.leftovers, *closing])

    @cached_property
    def note_cutouts(self) -> Cutouts:
        """What is cut out of a footnote."""
        return Cutouts([*self.markup, *self.furniture_inside])

    @cached_property
    def cutouts(self) -> Cutouts:
        """What stands inside lines of text but is not the text: markup, marks, notes inside a line."""
        notes = [Span(note.marker_span.start, note.spans[-1].stop) for note in self.line_notes]
        return Cutouts([*self.markup, *self.furniture_inside, *(mark.mark.span for mark in self.marks), *notes])

    @cached_property
    def owners(self) -> dict[int, _Owner]:
        """Which blocks (indexes) are which question or answer (indexes)."""
        questions = {block: (at, None) for at, block in enumerate(self.dialogue.questions)}
        answers = {block: (None, at) for at, block in enumerate(self.dialogue.answers)}
        return {**questions, **answers}

    def owner(self, block: int) -> _Owner:
        """The question or answer that a block is."""
        return self.owners.get(block, (None, None))

    def kept(self, spans: Iterable[Span]) -> Iterator[Span]:
        """Spans without what is cut out of them."""
        return chain.from_iterable(map(self.cutouts.keep, joined(spans)))

    def passage(self, spans: Iterable[Span]) -> Passage:
        """Spans as a reader sees them."""
        return passage(self.source.text, self.kept(spans), self.style)

    def note_passage(self, note: Note) -> Passage:
        """A note as a reader sees it."""
        return passage(self.source.text, chain.from_iterable(map(self.note_cutouts.keep, note.spans)), self.style)


def assemble(reading: Reading) -> Document:
    """Put a paper together."""
    blocks, dialogue = reading.blocks, reading.dialogue
    passages = [reading.passage([item.span for item in block.items]) for block in blocks]
    footnotes = tuple(Footnote(note.marker, reading.note_passage(note)) for note in reading.notes)
    marks = _footnote_marks(reading)
    head, head_notices = read_head(_evidence(reading, passages))
    references, doubts = attribute(
        reading.source.text, _places(reading, passages, footnotes, marks), dialogue.numbers, dialogue.links, head
    )
    notices = [
        *dialogue.notices,
        *doubts,
        *(Notice(code, message, Span(0, 0)) for code, message in head_notices),
        *_note_notices(reading, marks),
        *_source_notices(reading.source),
        *interrupted(reading.source.text, _asked_and_answered(reading, passages)),
        *not_one_paper(reading.source.text, reading.lines, reading.furniture_inside),
        *_postponement_notices(reading, head),
        *unread(reading.source, head, dialogue),
    ]
    return Document(
        source=reading.source,
        head=head,
        text=_text(blocks, passages, footnotes),
        questions=tuple(
            Question(
                dialogue.numbers[at],
                "printed" if dialogue.printed[at] else "inferred",
                blocks[block].label,
                passages[block],
            )
            for at, block in enumerate(dialogue.questions)
        ),
        answers=tuple(Answer(blocks[block].label, passages[block]) for block in dialogue.answers),
        links=(*dialogue.links, *referring(references, dialogue.links)),
        footnotes=footnotes,
        marks=marks,
        references=references,
        segments=partition(reading.source.text, _claims(reading, passages, footnotes, marks)),
        notices=tuple(sorted(notices, key=lambda notice: (notice.span, notice.code, notice.message))),
    )


def _footnote_marks(reading: Reading) -> tuple[FootnoteMark, ...]:
    """The marks with the question or answer whose text they stand in.

    One alone above an answer without a label fell from the end of the question.
    """
    blocks = [index for index, block in enumerate(reading.blocks) if block.items]
    starts = [reading.blocks[index].items[0].span.start for index in blocks]
    result = []
    for placed in reading.marks:
        span = placed.mark.span
        at = max(0, bisect_right(starts, span.start) - 1)
        if at and span.start == starts[at] and not reading.blocks[blocks[at]].label:
            at -= 1
        question, answer = reading.owner(blocks[at]) if blocks else (None, None)
        written = reading.source.text[span.start : span.stop].strip()
        result.append(FootnoteMark(placed.note, span, written, question, answer))
    return tuple(result)


def _text(blocks: Sequence[Block], passages: Sequence[Passage], footnotes: Sequence[Footnote]) -> str:
    """The paper for reading and search: its parts in order, its footnotes last."""
    parts = [part for block, found in zip(blocks, passages, strict=True) for part in (block.label, found.text) if part]
    parts += [f"{note.marker} {note.passage.text}".strip() for note in footnotes]
    return "\n\n".join(parts)


def _evidence(reading: Reading, passages: Sequence[Passage]) -> Evidence:
    # Older papers name who answers over the answers.
    body = "\n\n".join(
        f"{block.label}\n{found.text}" if block.kind == "body" else found.text
        for block, found in zip(reading.blocks, passages, strict=True)
        if block.kind not in ("front", "closing")
    )
    return Evidence(
        front=tuple(_head_lines(reading, "front")),
        closing=tuple(_head_lines(reading, "closing")),
        furniture=(
            *(line.text for line in sorted(line for line in reading.lines if line.role == "page_furniture")),
            *(reading.source.text[span.start : span.stop] for span in reading.furniture_inside),
        ),
        body=body,
        question_count=len(reading.dialogue.questions),
        answer_count=len(reading.dialogue.answers),
        postponed=any(map(is_announcement, reading.blocks)),
        heading=_heading(reading),
    )


def _heading(reading: Reading) -> str:
    """The heading of the first level that a paper in Markdown opens with."""
    first = next((line.text for line in reading.lines if line.role == "text"), "")
    return first if reading.source.format == "markdown" and first.startswith("# ") else ""


def _head_lines(reading: Reading, kind: str) -> Iterator[str]:
    for block in reading.blocks:
        if block.kind == kind:
            for item in block.items:
                if item.blanks:
                    yield ""
                yield "".join(reading.source.text[part.start : part.stop] for part in reading.kept([item.span])).strip()


def _places(
    reading: Reading, passages: Sequence[Passage], footnotes: Sequence[Footnote], marks: Sequence[FootnoteMark]
) -> Iterator[Place]:
    for block, found in enumerate(passages):
        question, answer = reading.owner(block)
        yield Place(found, question, answer, None)
    users = {mark.footnote: mark for mark in reversed(marks)}
    for at, note in enumerate(footnotes):
        user = users.get(at)
        yield Place(note.passage, user.question if user else None, user.answer if user else None, at, note.marker)


def _asked_and_answered(reading: Reading, passages: Sequence[Passage]) -> Iterator[tuple[str, Passage]]:
    """The questions and the answers, each with what to call it."""
    for block in (*reading.dialogue.questions, *reading.dialogue.answers):
        if passages[block].text:
            found = reading.blocks[block]
            yield found.label or _UNLABELLED[found.kind], passages[block]


def _claims(
    reading: Reading, passages: Sequence[Passage], footnotes: Sequence[Footnote], marks: Sequence[FootnoteMark]
) -> Iterator[Claim]:
    """What every stretch of the source is, as far as any stage said."""
    for at, (block, found) in enumerate(zip(reading.blocks, passages, strict=True)):
        question, answer = reading.owner(at)
        if block.label_span:
            yield block.label_span, "label", question, answer, None
        for span in found.spans:
            yield span, block.kind, question, answer, None
    for mark in marks:
        yield mark.span, "footnote_mark", mark.question, mark.answer, mark.footnote
    for at, (note, footnote) in enumerate(zip(reading.notes, footnotes, strict=True)):
        yield note.marker_span, "marker", None, None, at
        for span in footnote.passage.spans:
            yield span, "footnote", None, None, at
    yield from ((span, "markup", None, None, None) for span in reading.markup)
    furniture = joined(sorted(span for span, _, role, _ in reading.lines if role == "page_furniture"))
    yield from ((span, "page_furniture", None, None, None) for span in chain(furniture, reading.furniture_inside))


def _note_notices(reading: Reading, marks: Sequence[FootnoteMark]) -> Iterator[Notice]:
    marked = {mark.footnote for mark in marks}
    for mark, placed in zip(marks, reading.marks, strict=True):
        if placed.note is None:
            yield Notice("mark_without_footnote", f"The source holds no footnote {placed.mark.marker}.", mark.span)
        elif placed.mark.style == "damaged":
            said = f"{mark.written!r} is read as the mark of footnote {reading.notes[placed.note].marker}."
            yield Notice("mark_damaged", said, mark.span)
    for at, note in enumerate(reading.notes):
        if at not in marked:
            yield Notice("footnote_without_mark", f"No text points at footnote {note.marker}.", note.marker_span)


def _postponement_notices(reading: Reading, head: Head) -> Iterator[Notice]:
    """A letter that only says that the answers will come later; `dialogue` tells of a part that says so."""
    if head.kind == "postponement" and not any(map(is_announcement, reading.blocks)):
        yield Notice("postponed", "The letter says that the answers will come later.", Span(0, 0))


def _source_notices(source: Source) -> Iterator[Notice]:
    if not source.text.strip():
        said = "The PDF holds no text: it is a scan." if source.format == "pdf" else "The file holds no text."
        yield Notice("no_text", said, Span(0, 0))
    if source.encoding == ENCODING:
        yield Notice("read_by_ocr", "The words of this scan were told by OCR.", Span(0, 0))
    if (at := source.text.find("\ufffd")) >= 0:
        count = source.text.count("\ufffd")
        yield Notice("undecodable_characters", f"{count} characters could not be decoded.", Span(at, at + 1))
