"""Which answer answers which question.

A label that names numbers decides.  An answer without numbers answers the questions asked since the answer before it;
where all questions come first, each answer takes the next one.  "Zie het antwoord op vraag 3" refers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.blocks import Block
from ingest.model import Link, Notice, Span


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The questions and answers among the blocks (their indexes), how they hang together, and what is doubtful."""

    questions: tuple[int, ...]
    answers: tuple[int, ...]
    numbers: tuple[tuple[str, ...], ...]
    printed: tuple[bool, ...]
    links: tuple[Link, ...]
    notices: tuple[Notice, ...]


def read_dialogue(blocks: Sequence[Block]) -> Dialogue:
    """Number the questions and link the answers to them."""
    questions = tuple(index for index, block in enumerate(blocks) if block.kind == "question")
    answers = tuple(index for index, block in enumerate(blocks) if block.kind == "answer")
    numbers, printed = _numbers([blocks[index] for index in questions])
    links = tuple(_links(blocks, questions, answers, numbers))
    draft = Dialogue(questions, answers, numbers, printed, links, ())
    return Dialogue(questions, answers, numbers, printed, links, tuple(_notices(blocks, draft)))


def span_of(block: Block) -> Span:
    """Where a block stands: its label and its text."""
    spans = [item.span for item in block.items] + ([block.label_span] if block.label_span else [])
    return Span(min(span.start for span in spans), max(span.stop for span in spans)) if spans else Span(0, 0)


def _numbers(questions: Sequence[Block]) -> tuple[tuple[tuple[str, ...], ...], tuple[bool, ...]]:
    """Each question's numbers; a question without takes the next after the one before it."""
    numbers: list[tuple[str, ...]] = []
    printed: list[bool] = []
    last = 0
    for question in questions:
        found = question.numbers or (str(last + 1),)
        numbers.append(found)
        printed.append(bool(question.numbers) and not question.inferred)
        last = _value(found[-1])
    return tuple(numbers), tuple(printed)


def _value(number: str) -> int:
    return int("".join(filter(str.isdecimal, number)) or 0)


def _links(
    blocks: Sequence[Block], questions: Sequence[int], answers: Sequence[int], numbers: Sequence[tuple[str, ...]]
) -> Iterator[Link]:
    after_all = bool(questions and answers) and questions[-1] < answers[0] and len(questions) == len(answers) > 1
    asked = 0
    open_: list[int] = []
    latest: dict[str, int] = {}
    everywhere = {number: at for at in range(len(questions) - 1, -1, -1) for number in numbers[at]}
    for order, block_index in enumerate(answers):
        while asked < len(questions) and questions[asked] < block_index:
            open_.append(asked)
            latest.update(dict.fromkeys(numbers[asked], asked))
            asked += 1
        block = blocks[block_index]
        if block.numbers:
            # The nearest question above that bears the number; else, in papers that answer first, any.
            named = {latest.get(number, everywhere.get(number, -1)) for number in block.numbers} - {-1}
            found, source = sorted(named), "printed"
        else:
            found, source = ([order] if after_all else open_), "inferred"
        for question in found:
            yield Link(order, question, "answers", "printed" if source == "printed" else "inferred")
        done = set(found)
        open_ = [] if not block.numbers else [question for question in open_ if question not in done]


def _notices(blocks: Sequence[Block], dialogue: Dialogue) -> Iterator[Notice]:
    yield from _question_notices(blocks, dialogue)
    linked = {link.question for link in dialogue.links}
    postponed = any(block.label.startswith("Mededeling") for block in blocks)
    for at, index in enumerate(dialogue.questions):
        if at not in linked and not postponed and dialogue.answers:
            yield Notice(
                "unanswered_question", f"Question {_said(dialogue.numbers[at])} has no answer.", span_of(blocks[index])
            )
    asked = {number for numbers in dialogue.numbers for number in numbers}
    several: dict[int, int] = {}
    for link in dialogue.links:
        several[link.answer] = several.get(link.answer, 0) + (link.source == "inferred")
    for order, index in enumerate(dialogue.answers):
        span = span_of(blocks[index])
        if missing := [number for number in blocks[index].numbers if number not in asked]:
            yield Notice(
                "answer_without_question", f"The answer names question {_said(missing)}, which is not asked.", span
            )
        elif not any(link.answer == order for link in dialogue.links[order:][:1]) and order not in several:
            yield Notice("answer_without_question", "No question stands before this answer.", span)
        if several.get(order, 0) > 1:
            yield Notice(
                "answer_covers_inferred",
                "The answer names no question; it is taken for all asked since the last answer.",
                span,
            )
    if postponed:
        block = next(block for block in blocks if block.label.startswith("Mededeling"))
        yield Notice(
            "postponed",
            "The questions are not answered here; the paper says that the answers will come later.",
            span_of(block),
        )


def _question_notices(blocks: Sequence[Block], dialogue: Dialogue) -> Iterator[Notice]:
    seen: set[str] = set()
    last = 0
    for at, index in enumerate(dialogue.questions):
        numbers, span = dialogue.numbers[at], span_of(blocks[index])
        if not dialogue.printed[at]:
            yield Notice("number_inferred", f"Question {_said(numbers)}: the number was told from its place.", span)
        if repeated := seen.intersection(numbers):
            yield Notice("number_repeated", f"Question {_said(sorted(repeated))} is asked twice.", span)
        elif not last <= _value(numbers[0]) <= last + 1:
            yield Notice("numbers_not_in_order", f"Question {_said(numbers)} follows on question {last}.", span)
        seen.update(numbers)
        last = _value(numbers[-1])


def _said(numbers: Sequence[str]) -> str:
    return ", ".join(numbers)
