"""Which answer answers which question.

A label that names numbers decides.  An answer without numbers answers the questions asked since the answer before it;
where all questions come first, each answer takes the next one.  "Zie het antwoord op vraag 3" refers.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.language.numbers import as_printed, following, is_next
from ingest.model import Link, Notice, Span
from ingest.structure.blocks import Block


class Dialogue(NamedTuple):
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
    last = "0"
    for question in questions:
        found = question.numbers or (following(last),)
        numbers.append(found)
        printed.append(bool(question.numbers) and not question.inferred)
        last = found[-1]
    return tuple(numbers), tuple(printed)


def _links(
    blocks: Sequence[Block], questions: Sequence[int], answers: Sequence[int], numbers: Sequence[tuple[str, ...]]
) -> Iterator[Link]:
    after_all = bool(questions and answers) and questions[-1] < answers[0] and len(questions) == len(answers) > 1
    anywhere = {number: at for at in range(len(questions) - 1, -1, -1) for number in numbers[at]}
    above: dict[str, int] = {}
    waiting: dict[int, None] = {}
    asked = 0
    for order, index in enumerate(answers):
        while asked < len(questions) and questions[asked] < index:
            waiting[asked] = None
            above.update(dict.fromkeys(numbers[asked], asked))
            asked += 1
        named = blocks[index].numbers
        if named:
            # The nearest question above that bears the number; in papers that answer first, any.
            found = sorted({above.get(number, anywhere.get(number, -1)) for number in named} - {-1})
        else:
            found = [order] if after_all else list(waiting)
            waiting.clear()
        for question in found:
            waiting.pop(question, None)
            yield Link(order, question, "answers", "printed" if named else "inferred")


def _notices(blocks: Sequence[Block], dialogue: Dialogue) -> Iterator[Notice]:
    yield from _question_notices(blocks, dialogue)
    yield from _answer_notices(blocks, dialogue)
    announced = [block for block in blocks if is_announcement(block)]
    if announced:
        said = "The questions are not answered here; the paper says that the answers will come later."
        yield Notice("postponed", said, span_of(announced[0]))
    elif dialogue.answers:
        linked = {link.question for link in dialogue.links}
        for at, index in enumerate(dialogue.questions):
            if at not in linked:
                said = f"Question {_said(dialogue.numbers[at])} has no answer."
                yield Notice("unanswered_question", said, span_of(blocks[index]))


def is_announcement(block: Block) -> bool:
    """Whether a part stands where answers would, and says that they will come later."""
    return block.label.startswith("Mededeling")


def _answer_notices(blocks: Sequence[Block], dialogue: Dialogue) -> Iterator[Notice]:
    asked = {number for numbers in dialogue.numbers for number in numbers}
    covered = Counter(link.answer for link in dialogue.links)
    last = len(dialogue.answers) - 1
    for order, index in enumerate(dialogue.answers):
        if missing := [number for number in blocks[index].numbers if number not in asked]:
            said = f"The answer names question {_said(missing)}, which is not asked."
            yield Notice("answer_without_question", said, span_of(blocks[index]))
        elif not covered[order]:
            said = "No question stands before this answer."
            yield Notice("answer_without_question", said, span_of(blocks[index]))
        elif not blocks[index].numbers and (covered[order] > 1 or (dialogue.questions[-1] < index and order < last)):
            said = "The answer names no question; which it answers was told from its place."
            yield Notice("answer_covers_inferred", said, span_of(blocks[index]))


def _question_notices(blocks: Sequence[Block], dialogue: Dialogue) -> Iterator[Notice]:
    seen: set[str] = set()
    last = "0"
    for at, index in enumerate(dialogue.questions):
        numbers, block = dialogue.numbers[at], blocks[index]
        if not dialogue.printed[at]:
            said = f"Question {_said(numbers)}: the number was told from its place."
            yield Notice("number_inferred", said, span_of(block))
        if not block.items and block.label_span:
            said = f"Question {_said(numbers)} has no text: extraction may have set it elsewhere."
            yield Notice("questions_not_found", said, span_of(block))
        if repeated := seen.intersection(numbers):
            yield Notice("number_repeated", f"Question {_said(sorted(repeated))} is asked twice.", span_of(block))
        elif not is_next(numbers[0], last):
            said = f"Question {_said(numbers)} follows on question {as_printed(last)}."
            yield Notice("numbers_not_in_order", said, span_of(block))
        seen.update(numbers)
        last = numbers[-1]


def _said(numbers: Sequence[str]) -> str:
    """Numbers as papers print them."""
    return ", ".join(map(as_printed, numbers))
