"""Lines → blocks: the questions and answers of a paper with their labels, and what stands before, between and after.

Afterwards: every text line stands in exactly one block; blocks are in order of the source.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ingest.model import Span
from ingest.structure.closing import closing_start
from ingest.structure.headings import with_group_titles
from ingest.structure.joint import cut, one_by_one
from ingest.structure.labels import Item, printed
from ingest.structure.numbering import answers_heading, numbered_questions, with_answers_under_heading
from ingest.structure.paragraphs import asks, paragraphs
from ingest.structure.unlabelled import answer_start
from ingest.typography import Typography

BlockKind = Literal["front", "question", "answer", "body", "heading", "closing"]


class Block(NamedTuple):
    """A part of a paper: its label as written with its span, the numbers in it, its text items.

    `whole`: the file itself says where it ends, so that a question holds no answer.
    """

    kind: BlockKind
    items: tuple[Item, ...]
    label: str = ""
    label_span: Span | None = None
    numbers: tuple[str, ...] = ()
    inferred: bool = False
    whole: bool = False


# What says, before the first question, that a paper is a list of questions with their answers.
_IS_LIST = re.compile(
    r"lijst van vragen|vragen en antwoorden|vragen (?:voorgelegd|gesteld)|antwoorden? op (?:de )?vragen|beantwoording"
    r"|vragen van (?:het lid|de leden)\b.{3,300}?\baan de (?:minister|staatssecretaris)",
    re.IGNORECASE,
)
# What a letter with answers says, and others say as well.
_SPEAKS_OF_QUESTIONS = re.compile(
    r"kamervragen|schriftelijke vragen|vragen (?:\w+ )?(?:beantwoord|ingezonden|van (?:het lid|de leden|de fractie))"
    r"|antwoord(?:en)? (?:\w+ ){0,2}op (?:de |uw |onderstaande )?(?:\w+ )?vragen",
    re.IGNORECASE,
)
# What is asked and answered there is prose; a number alone on a line is a lost mark of a note.
_CONSULTS = re.compile(r"(?:[A-Z\d]{1,6} |N(?:r|R)\. ?\d{1,4} )?VERSLAG VAN EEN (?:NADER )?SCHRIFTELIJK OVERLEG")
_CHAPTER = re.compile(r"[#*_\s]*(?:[A-Z][a-z]+\s)?(?P<number>\d{1,2})[.):]?\s+(?=\D)")
# "Bijlage 1", "BIJLAGE: overzicht van de gemeenten"; what stands below is no part of the last answer.
_ANNEX = re.compile(r"[*_#\s]*(?:Bijlage|BIJLAGE)(?: (?:\d{1,2}|[IVX]{1,4}|[A-D]))?(?:\s?[:–-] .{0,120})?[*_]*\Z")
_DIALOGUE = ("question_label", "answer_label")
_NUMBER = re.compile(r"[*_\s]*\d{1,3}[a-z]?\\?[.)]?(?:\s|\Z)")
_LABELS = (*_DIALOGUE, "part_label")
_FRONT_REACH = 60


def read_blocks(items: Sequence[Item], text: str, style: Typography) -> list[Block]:
    """Group the labels and lines of a paper into blocks."""
    items = with_group_titles(_with_subheadings(_with_annex(with_answers_under_heading(items))))
    labelled = any(item.role == "question_label" for item in items)
    blocks = list(_grouped(_with_chapters(items))) if labelled else _with_numbered_questions(items, text, style)
    if not any(block.label.startswith("Mededeling") for block in blocks):
        blocks = _with_unlabelled_answers(list(_with_lost_labels(blocks, style)), text, style)
    return [part for block in _with_closing(blocks) for part in _one_by_one(block, text, style)]


def _with_annex(items: Sequence[Item]) -> list[Item]:
    """The items, the heading of an annex below the last label being a part's: in answers there are such words too."""
    labels = (at for at in range(len(items) - 1, -1, -1) if items[at].role in _DIALOGUE)
    last = next(labels, len(items))
    below = (at for at in range(last + 2, len(items)) if items[at].blanks or items[at].role == "heading")
    at = next((at for at in below if _ANNEX.match(items[at].text)), None)
    if at is None or items[at].role not in ("text", "heading"):
        return list(items)
    return [*items[:at], items[at]._replace(role="part_label"), *items[at + 1 :]]


def _with_subheadings(items: Sequence[Item]) -> list[Item]:
    """The items, a heading inside an answer being text: one over further questions stands right above their label.

    Below the last label that can only be told from the answers before.
    """
    result = list(items)
    labelled = any(item.role == "question_label" for item in items)
    last = next((at for at in range(len(items) - 1, -1, -1) if items[at].role in _DIALOGUE), 0)
    inside, seen = "", False
    belows = _belows(items)
    for at, item in enumerate(items):
        inside = item.role if item.role in _LABELS else inside
        if item.role == "heading" and inside == "answer_label" and (seen or at < last):
            below = belows[at]
            # Without labels a number may open a question.
            over_text = below.role == "text" and (labelled or not _NUMBER.match(below.text))
            seen = seen or over_text
            result[at] = item._replace(role="text") if over_text else item
    return result


def _belows(items: Sequence[Item]) -> list[Item]:
    """For every item the next that is no heading; for the last ones themselves."""
    result = list(items)
    for at in range(len(items) - 2, -1, -1):
        result[at] = items[at + 1] if items[at + 1].role != "heading" else result[at + 1]
    return result


def _with_numbered_questions(items: Sequence[Item], text: str, style: Typography) -> list[Block]:
    """A paper without question labels: what it numbers are questions where it answers, or says that it asks.

    A letter that only speaks of questions may list those of a study: there, most must be followed by an answer.
    """
    opening = _about_questions(" ".join(item.text for item in items[:_FRONT_REACH]))
    answers = any(item.role == "answer_label" for item in items) or answers_heading(items) is not None
    if not answers and any(_CONSULTS.match(item.text) for item in items[:_FRONT_REACH]):
        return list(_grouped(items))
    if answers or (opening and _IS_LIST.search(opening)):
        return list(_grouped(with_group_titles(_with_chapters(numbered_questions(items, text, style)))))
    if opening and _SPEAKS_OF_QUESTIONS.search(opening):
        blocks = list(_grouped(numbered_questions(items, text, style)))
        asked = sum(block.kind == "question" for block in blocks)
        split = _with_unlabelled_answers(blocks, text, style)
        if 2 * sum(block.kind == "answer" for block in split) > asked:
            return blocks
    return list(_grouped(items))


def _about_questions(opening: str) -> str:
    """An opening that has words without which it does not speak of questions; otherwise nothing."""
    small = opening.lower()
    return opening if "vragen" in small or "beantwoord" in small else ""


def _with_chapters(items: Sequence[Item]) -> list[Item]:
    """What a chapter is about, above its first question: "2. Sluizen" above "Vraag 2.1" is a heading."""
    found = list(items)
    last = ""
    for at, item in enumerate(items):
        if item.role != "question_label" or not item.numbers:
            continue
        chapter, by_chapter, _ = item.numbers[0].partition(":")
        title = items[at - 1] if by_chapter and at and chapter != last else None
        if title and title.role == "text" and title.blanks and _is_title_of(chapter, title.text):
            found[at - 1] = title._replace(role="heading")
        last = chapter
    return found


def _is_title_of(chapter: str, line: str) -> bool:
    number = _CHAPTER.match(line)
    return number is not None and number["number"] == chapter


def _grouped(items: Sequence[Item]) -> Iterator[Block]:
    """A block from each label to the next; what stands before the first label is front matter."""
    block = Block("front", ())
    taken: list[Item] = []
    dialogue = any(item.role in _DIALOGUE for item in items)
    opened = False
    for item in items:
        if item.role == "text":
            taken.append(item)
            continue
        opened = opened or item.role in _DIALOGUE
        # Before the first question headings and parts' names are front matter; without questions `sections` tells them.
        if not opened and (dialogue or item.role == "heading"):
            taken.append(item._replace(role="text"))
            continue
        yield _with(block, taken)
        taken = []
        if item.role == "heading":
            yield Block("heading", (item._replace(role="text"),))
            block = Block("body", ())
            continue
        kind: BlockKind = (
            "question" if item.role == "question_label" else "answer" if item.role == "answer_label" else "body"
        )
        block = Block(kind, (), printed(item.text), item.span, item.numbers, item.inferred, item.whole)
    yield _with(block, taken)


def _with(block: Block, items: Sequence[Item]) -> Block:
    """The block with these items."""
    return block._replace(items=tuple(items))


def _with_lost_labels(blocks: Sequence[Block], style: Typography) -> Iterator[Block]:
    """Where an answer names a question that is not asked, the last paragraph of the answer before asks it: its label
    was lost, as at the head of a page.
    """
    asked = {number for block in blocks if block.kind == "question" for number in block.numbers}
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        lost = [number for number in after.numbers if number not in asked] if after and after.kind == "answer" else []
        groups = paragraphs(block.items, style) if block.kind == "answer" and block.numbers and len(lost) == 1 else []
        if len(groups) > 1 and asks(block.items, groups[-1]):
            yield _with(block, block.items[: groups[-1].start])
            yield Block("question", block.items[groups[-1].start :], numbers=tuple(lost), inferred=True)
        else:
            yield block


def _with_unlabelled_answers(blocks: Sequence[Block], text: str, style: Typography) -> list[Block]:
    """Where answers bear no label: the question is what asks, the answer what follows.

    Not where a label speaks for the question, and not where hardly any question is followed by more text: then the
    paper only asks.
    """
    answered = {number for block in blocks if block.kind == "answer" for number in block.numbers or ("?",)}
    if "?" in answered:
        return list(blocks)
    split = [(block, answer_start(block.items, text, style) if _is_open(block, answered) else None) for block in blocks]
    if answered:
        # Where others bear a label, an answer without one does not begin inside a line, but behind a wide gap.
        split = [(block, None if start and _is_inside(block, start, text) else start) for block, start in split]
    waiting = sum(_is_open(block, answered) for block in blocks)
    if 2 * sum(start is not None for _, start in split) < waiting:
        return list(blocks)
    return [part for block, start in split for part in _split_at(block, start, text)]


def _is_open(block: Block, answered: set[str]) -> bool:
    asked = block.kind == "question" and bool(block.items) and not block.whole
    return asked and answered.isdisjoint(block.numbers)


def _is_inside(block: Block, start: int, text: str) -> bool:
    return all(item.span.start != start for item in block.items) and not text[start - 3 : start].isspace()


def _split_at(block: Block, start: int | None, text: str) -> Iterator[Block]:
    if start is None:
        yield block
        return
    above, below = cut(block.items, start, text)
    yield _with(block, above)
    yield Block("answer", tuple(below))


def _with_closing(blocks: Sequence[Block]) -> Iterator[Block]:
    """The signature at the end of a paper belongs to no answer.  Below it may stand a heading, over notes."""
    at = next((at for at in range(len(blocks) - 1, 0, -1) if blocks[at].items), 0)
    last = blocks[at]
    start = closing_start(last.items)
    yield from blocks[:at]
    if start is None or (last.kind == "front" and start == 0):
        yield last
    else:
        yield last._replace(items=last.items[:start])
        yield Block("closing", last.items[start:])
    yield from blocks[at + 1 :]


def _one_by_one(block: Block, text: str, style: Typography) -> Iterator[Block]:
    """A label over several questions is a question for each, where they can be told apart."""
    joint = block.kind == "question" and len(block.numbers) > 1
    parts = one_by_one(block.items, len(block.numbers), text, style) if joint else []
    if not parts:
        yield block
        return
    for at, (number, part) in enumerate(zip(block.numbers, parts, strict=True)):
        yield block._replace(items=tuple(part), numbers=(number,), label_span=None if at else block.label_span)
