"""Questions without the word "Vraag": told by their numbers, and where extraction lost those, by being questions.

Ministries send their answers as "1. Kunt u …? / Antwoord: …" or with the number alone on a line; committees' lists
give the number beside the question and no label to the answer.  Lists inside answers are numbered as well, so the
numbers are read as one chain through the whole paper: each question follows on the one before, and no answer stands
without one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.language.numbers import following, is_next
from ingest.language.wording import QUESTION_OPENS
from ingest.model import Span
from ingest.structure.chains import NUMBER, Candidate, asks_soon, by_kind, by_style, find_candidates, read_chain, worth
from ingest.structure.labels import Item
from ingest.structure.paragraphs import asks, paragraphs
from ingest.typography import Typography

_TO_THE_MINISTER = re.compile(r"\b(?:u|uw|[Uu]w)\b")
_ANSWERS = re.compile(r"[*_\s]*(?:Antwoord(?:en)?|Beantwoording)\W*\Z")
_WHO_ANSWERS = re.compile(r"[*_\s]*Antwoord van (?:de )?(?:[Mm]inister|[Ss]taatssecretaris)")
_TITLE = re.compile(r"(?:[Nn]r\. ?\d{1,4}\s+)?(?:VERSLAG HOUDENDE EEN )?LIJST VAN VRAGEN")
_HEAD = 40
# "Vragen van het lid Bakhuis (CDA) aan de minister van Defensie over eb (ingezonden 3 mei 2024)"
_ASKED = re.compile(
    r"[*_#\s]*(?:Schriftelijke v|V)ragen van (?:het lid|de leden)\b.{3,600}?"
    r"\baan (?:de|het) (?:[Mm]inister|[Ss]taatssecretaris)"
)
_SENT_IN = re.compile(r"[Ii]ngezonden")
_HEAD_PARAGRAPHS = 12
_LONGEST_HEAD = 8
# So many numbered questions make a list, where no label says so.
_FEWEST = 2
# Lists inside questions that count from 1 as well.
_OTHER_LISTS = 8
# Of so many questions to one that a label answers, most have answers without one.
_MOST_UNLABELLED = 2


def numbered_questions(items: Sequence[Item], text: str, style: Typography) -> list[Item]:
    """Put question labels where a paper without the word "Vraag" asks its questions."""
    items = _with_heading(items)
    answers = 0 if _hardly_answers(items) else sum(item.role == "answer_label" for item in items)
    if not answers and (at := answers_heading(items)) is not None:
        return list(_under_headings(items, at, at + 1, text))
    if not answers and (at := _counted_anew(items)) is not None:
        return list(_under_headings(items, at, at, text))
    # What stands behind the last answer label is answer.
    candidates = [candidate for candidate in find_candidates(items) if not answers or candidate.region < answers]
    chain = max((read_chain(group) for group in by_style(candidates)), key=worth, default=[])
    if not answers and worth(chain) < _FEWEST * 3 and not (_opens(chain) and _is_titled(items)):
        chain = []
    blocks = list(_cut(paragraphs(items, style), {candidate.index for candidate in chain}))
    if answers:
        starts = _before_answers(items, blocks, chain)
    else:
        starts = _among_paragraphs(items, blocks, chain) if chain else _below_askers(items, blocks)
    return list(_labelled(items, text, chain, starts))


def _opens(chain: Sequence[Candidate]) -> bool:
    return bool(chain) and chain[0].number == 1 and chain[0].asks


def _is_titled(items: Sequence[Item]) -> bool:
    """Whether a committee's paper calls itself a list of questions: it may hold one only."""
    return any(_TITLE.match(item.text) for item in items[:_HEAD])


def _with_heading(items: Sequence[Item]) -> Sequence[Item]:
    """The items, "Antwoord" being a heading where it stands once, below all questions, and above numbered answers."""
    labels = [at for at, item in enumerate(items) if item.role == "answer_label"]
    if len(labels) != 1 or items[labels[0]].numbers:
        return items
    at = labels[0]
    first = next((found.number for found in find_candidates(items[at + 1 : at + 6])), 0)
    asked = sum(candidate.asks for candidate in find_candidates(items[:at]))
    if first != 1 or asked < _FEWEST:
        return items
    return [*items[:at], items[at]._replace(role="part_label"), *items[at + 1 :]]


def answers_heading(items: Sequence[Item]) -> int | None:
    """Where a heading stands over all answers, which bear the questions' numbers: "Antwoorden", or who answers.

    Who answers stands there until about 2000; since then it stands above the questions.
    """
    asked = False
    for at, item in enumerate(items):
        if item.role == "part_label" and (_ANSWERS.match(item.text) or (asked and _WHO_ANSWERS.match(item.text))):
            return at
        asked = asked or (item.role == "text" and NUMBER.match(item.text) is not None and asks_soon(items, at))
    return None


def with_answers_under_heading(items: Sequence[Item]) -> Sequence[Item]:
    """The items, "Vraag 1" being an answer's label where all answers stand below "Antwoorden" and bear no other."""
    labels = [at for at, item in enumerate(items) if item.role == "question_label"]
    at = answers_heading(items) if labels and not any(item.role == "answer_label" for item in items) else None
    below = [label for label in labels if at is not None and label > at]
    asked = [items[label].numbers for label in labels[: len(labels) - len(below)]]
    if len(below) < _FEWEST or (asked and asked != [items[label].numbers for label in below]):
        return items
    asking = sum(_asks_below(items, label) for label in below)
    if 2 * asking > len(below):
        return items
    anew = {label: items[label]._replace(role="answer_label") for label in below}
    return [anew.get(index, item) for index, item in enumerate(items)]


def _asks_below(items: Sequence[Item], label: int) -> bool:
    """Whether the first line of text below a label asks."""
    return asks(items, range(label, min(label + 2, len(items))))


def _counted_anew(items: Sequence[Item]) -> int | None:
    """Where, below all questions and without a heading, the answers begin: they count the same numbers again."""
    candidates, _ = by_kind(list(find_candidates(items)))
    ones = [at for at, found in enumerate(candidates) if found.number == 1]
    for at in ones[1 : 1 + _OTHER_LISTS]:
        asked, answered = read_chain(candidates[:at]), read_chain(candidates[at:], dull=1)
        numbers = [number for found in asked for number in found.numbers]
        again = [number for found in answered for number in found.numbers]
        asking = sum(found.asks for found in asked)
        if len(asked) >= _FEWEST and asking >= len(asked) - 1 and again == numbers and not candidates[at].asks:
            return candidates[at].index
    return None


def _hardly_answers(items: Sequence[Item]) -> bool:
    """Whether a list answers without labels, but for questions taken together: "Antwoord op de vragen 4 en 5"."""
    labels = [item for item in items if item.role == "answer_label"]
    if not labels or not all(len(item.numbers) > 1 for item in labels):
        return False
    named = {number for item in labels for number in item.numbers}
    chain = max((read_chain(group) for group in by_style(list(find_candidates(items)))), key=worth, default=[])
    return sum(found.asks for found in chain) > _MOST_UNLABELLED * len(named)


def _under_headings(items: Sequence[Item], at: int, below: int, text: str) -> Iterator[Item]:
    groups = zip(*(by_kind(list(find_candidates(part))) for part in (items[:at], items[below:])), strict=True)
    chains = [(read_chain(asked, dull=1), read_chain(answered, dull=1)) for asked, answered in groups]
    asked, answered = max(chains, key=lambda pair: worth(pair[0]))
    yield from _labelled(items[:at], text, asked, ())
    yield from items[at:below]
    for item in _labelled(items[below:], text, answered, ()):
        yield item._replace(role="answer_label") if item.role == "question_label" else item


def _before_answers(items: Sequence[Item], blocks: Sequence[range], chain: Sequence[Candidate]) -> list[int]:
    """Where an answer label has no numbered question before it, the question is the paragraph above the label.

    Not where the numbers run on without a gap: there, all questions come first.
    """
    asked = _regions_without_gap(chain, sum(item.role == "answer_label" for item in items))
    starts = []
    region = 0
    ends = {block.stop: block for block in blocks}
    for index, item in enumerate(items):
        if item.role != "answer_label":
            continue
        block = ends.get(index)
        if region not in asked and block is not None:
            while (above := ends.get(block.start)) and asks(items, above):
                starts.append(block.start)
                block = above
            starts.append(block.start)
        region += 1
    return sorted(starts)


def _cut(blocks: Sequence[range], numbers: set[int]) -> Iterator[range]:
    """The paragraphs, each ending where a question's number stands: print may leave no room there."""
    for block in blocks:
        ends = [block.start, *(index for index in block[1:] if index in numbers), block.stop]
        yield from map(range, ends, ends[1:])


def _regions_without_gap(chain: Sequence[Candidate], answers: int) -> set[int]:
    """The regions (the stretch before each answer label) in which no question is missing."""
    asked = {candidate.region for candidate in chain}
    for one, other in pairwise(chain):
        if is_next(other.numbers[0], one.numbers[0]):
            asked.update(range(one.region, other.region))
    if chain and len(chain) >= answers:
        asked.update(range(chain[-1].region, answers))
    return asked


def _among_paragraphs(items: Sequence[Item], blocks: Sequence[range], chain: Sequence[Candidate]) -> list[int]:
    """Questions whose number is lost, in a list without labels: between two numbers, no more than the gap holds."""
    numbered = {candidate.index: candidate for candidate in chain}
    # What stands below a number alone on its line is that number's question.
    below = {found.index + 1 for found in chain if found.length >= len(items[found.index].text)}
    starts: list[int] = []
    waiting: list[range] = []
    chapter = last = together = 0
    for block in blocks:
        candidate = numbered.get(block.start)
        if candidate is not None:
            last = last if candidate.chapter == chapter else 0
            starts.extend(_likeliest(items, waiting, candidate.number - last - 1))
            waiting, chapter, last = [], candidate.chapter, candidate.last
            together = len(candidate.numbers) - asks(items, block)
        elif together and asks(items, block):
            # Below "1 en 2" both are asked.
            together -= 1
        elif asks(items, block) and block.start not in below and block.start != 0:
            waiting.append(block)
    starts.extend(block.start for block in waiting if _likely(items, block) > 0)
    return sorted(starts)


def _below_askers(items: Sequence[Item], blocks: Sequence[range]) -> list[int]:
    """Questions of which no number is left, as where Word counted them: the paragraphs below who asks whom that ask.

    Not where many others stand between them.
    """
    head = next((at for at, block in enumerate(blocks[:_HEAD_PARAGRAPHS]) if _is_asked(items, block)), None)
    if head is None or not any(_SENT_IN.search(items[at].text) for block in blocks[: head + 2] for at in block):
        return []
    below = blocks[head + 1 :]
    asking = [at for at, block in enumerate(below) if asks(items, block)]
    return [below[at].start for at in asking] if asking and 3 * len(asking) > 2 * asking[-1] else []


def _is_asked(items: Sequence[Item], block: range) -> bool:
    return _ASKED.match(" ".join(items[at].text for at in block[:_LONGEST_HEAD])) is not None


def _likeliest(items: Sequence[Item], blocks: Sequence[range], count: int) -> list[int]:
    ranked = sorted(blocks, key=lambda block: -_likely(items, block))
    return [block.start for block in ranked[: max(0, count)]]


def _likely(items: Sequence[Item], block: range) -> int:
    """How much a paragraph that ends in a question mark is put to a minister, and not asked by one."""
    text = " ".join(items[index].text for index in block[:20])
    return (
        2 * (QUESTION_OPENS.match(text) is not None)
        + 2 * (_TO_THE_MINISTER.search(text) is not None)
        - (text.count(". ") > 1)
    )


def _labelled(items: Sequence[Item], text: str, chain: Sequence[Candidate], starts: Sequence[int]) -> Iterator[Item]:
    """The items with the questions' labels among them."""
    numbered = {candidate.index: candidate for candidate in chain}
    unnumbered = set(starts) - set(numbered)
    last = "0"
    for index, item in enumerate(items):
        if candidate := numbered.get(index):
            last = candidate.numbers[-1]
            yield from _with_number(item, text, candidate)
        elif index in unnumbered:
            last = following(last)
            yield item._replace(
                role="question_label",
                span=Span(item.span.start, item.span.start),
                text="",
                numbers=(last,),
                inferred=True,
            )
            yield item._replace(blanks=0, cut=False)
        else:
            yield item


def _with_number(item: Item, text: str, candidate: Candidate) -> Iterator[Item]:
    label, words = item.text[: candidate.length].strip(), item.text[candidate.length :]
    stop = text.index(item.text[0], item.span.start) + candidate.length if words else item.span.stop
    yield item._replace(role="question_label", span=Span(item.span.start, stop), text=label, numbers=candidate.numbers)
    if words:
        yield item._replace(span=Span(stop, item.span.stop), text=words, blanks=0, cut=False)
