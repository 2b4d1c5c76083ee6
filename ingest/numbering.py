"""Questions without the word "Vraag": told by their numbers, and where extraction lost those, by being questions.

Ministries send their answers as "1. Kunt u …? / Antwoord: …" or with the number alone on a line; committees' lists
give the number beside the question and no label to the answer.  Lists inside answers are numbered as well, so the
numbers are read as one chain through the whole paper: each question follows on the one before, and no answer stands
without one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.labels import Item
from ingest.model import Span
from ingest.numbers import question_numbers
from ingest.paragraphs import asks, paragraphs
from ingest.passages import Typography
from ingest.wording import QUESTION_OPENS

# "4." and "4 en 5.", which are asked together; Markdown writes "4\\." for a number that is no list's.
_NUMBER = re.compile(
    r"[#*_\s]*(?P<number>\d{1,3})(?P<letter>[a-z]?)"
    r"(?P<more>(?:\s?(?:,|en|t/m)\s?\d{1,3}){1,8}(?=\*{0,2}(?:[.)]\*{0,2}(?:\s|\Z)|\s*\Z)))?(?P<style>\*{0,2}\s*\Z|\\?[.)]\*{0,2}(?:\s+|\Z)|\*{0,2}\s{1,4}(?=[A-ZÀ-Þ«“\"‘'(]))"
)
_TO_THE_MINISTER = re.compile(r"\b(?:u|uw|[Uu]w)\b")
_ANSWERS = re.compile(r"[*_\s]*Antwoord(?:en)?\W*\Z")
_WHO_ANSWERS = re.compile(r"[*_\s]*Antwoord van (?:de )?(?:[Mm]inister|[Ss]taatssecretaris)")
_MOST = 500
# A number may be lost between two that are kept; more than this many in a row are not believed.
_GAP = 3
# So many numbered questions make a list, where no label says so.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An item that may open a question: its number, how it is written, after how many answer labels it stands.

    `last`: the last of its numbers, where it has several.
    """

    index: int
    number: int
    last: int
    letter: str
    length: int
    style: str
    region: int
    asks: bool


def numbered_questions(items: Sequence[Item], text: str, style: Typography) -> list[Item]:
    """Put question labels where a paper without the word "Vraag" asks its questions."""
    items = _with_heading(items)
    answers = sum(item.role == "answer_label" for item in items)
    if not answers and (at := answers_heading(items)) is not None:
        return list(_under_headings(items, at, text))
    # What stands behind the last answer label is answer.
    candidates = [candidate for candidate in _candidates(items) if not answers or candidate.region < answers]
    chain = max((_chain(group) for group in _by_style(candidates)), key=_worth, default=[])
    if not answers and _worth(chain) < _FEWEST * 3:
        chain = []
    blocks = list(_cut(paragraphs(items, style), {candidate.index for candidate in chain}))
    if answers:
        starts = _before_answers(items, blocks, chain)
    else:
        starts = _among_paragraphs(items, blocks, chain) if chain else []
    return list(_labelled(items, text, chain, starts))


def _with_heading(items: Sequence[Item]) -> Sequence[Item]:
    """The items, "Antwoord" being a heading where it stands once, below all questions, and above numbered answers."""
    labels = [at for at, item in enumerate(items) if item.role == "answer_label"]
    if len(labels) != 1 or items[labels[0]].numbers:
        return items
    at = labels[0]
    first = next((found.number for found in _candidates(items[at + 1 : at + 6])), 0)
    asked = sum(candidate.asks for candidate in _candidates(items[:at]))
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
        asked = asked or (item.role == "text" and _NUMBER.match(item.text) is not None and _asks_soon(items, at))
    return None


def _under_headings(items: Sequence[Item], at: int, text: str) -> Iterator[Item]:
    asked, answered = (_chain(list(_candidates(part)), dull=1) for part in (items[:at], items[at + 1 :]))
    yield from _labelled(items[:at], text, asked, ())
    yield items[at]
    for item in _labelled(items[at + 1 :], text, answered, ()):
        yield item._replace(role="answer_label") if item.role == "question_label" else item


def _candidates(items: Sequence[Item]) -> Iterator[_Candidate]:
    region = 0
    for index, item in enumerate(items):
        if item.role == "answer_label":
            region += 1
        elif item.role == "text" and (match := _NUMBER.match(item.text)):
            number = int(match["number"])
            if 0 < number <= _MOST:
                style = (
                    "."
                    if "." in match["style"]
                    else ")"
                    if ")" in match["style"]
                    else "alone"
                    if match.end() == len(item.text)
                    else " "
                )
                last = _last(number, match["more"] or "")
                asks_soon = _asks_soon(items, index)
                yield _Candidate(index, number, last, match["letter"], match.end(), style, region, asks_soon)


def _last(number: int, more: str) -> int:
    """The last of several numbers that rise one by one or as a range; otherwise the first."""
    numbers = [int(found) for found in question_numbers(f"{number}{more}") if found.isdecimal()]
    return numbers[-1] if numbers == list(range(number, number + len(numbers))) else number


def _asks_soon(items: Sequence[Item], index: int) -> bool:
    """The text behind a number reaches a question mark before the next number or label."""
    for near in range(index, min(index + 14, len(items))):
        if items[near].role != "text" or (near > index and _NUMBER.match(items[near].text)):
            return False
        if "?" in items[near].text:
            return True
    return False


def _by_style(candidates: Sequence[_Candidate]) -> Iterator[list[_Candidate]]:
    for style in sorted({candidate.style for candidate in candidates}):
        yield [candidate for candidate in candidates if candidate.style == style]
    yield list(candidates)


@dataclass(frozen=True, slots=True)
class _Link:
    candidate: _Candidate
    worth: int
    before: "_Link | None"


def _chain(candidates: Sequence[_Candidate], dull: int = 0) -> list[_Candidate]:
    """The best run of question numbers: each one more than the last, no answer passed over, questions preferred.

    `dull` is what a candidate is worth that does not ask.
    """
    best: dict[int, _Link] = {}
    for candidate in candidates:
        weight = 3 if candidate.asks else dull - (not dull and not candidate.region and candidate.style != "alone")
        options = [
            _Link(
                candidate,
                weight - 2 * (candidate.number - 1 if candidate.number <= _GAP else _GAP + candidate.region),
                None,
            )
        ]
        for back in range(1, _GAP + 2):
            if (link := best.get(candidate.number - back)) and candidate.region - link.candidate.region <= back:
                options.append(_Link(candidate, link.worth + weight - (back - 1), link))
        if candidate.letter > "a" and (link := best.get(candidate.number)):
            options.append(_Link(candidate, link.worth + weight, link))
        found = max(options, key=lambda link: link.worth)
        if (known := best.get(candidate.last)) is None or found.worth >= known.worth:
            best[candidate.last] = found
    return _links(max(best.values(), key=lambda link: link.worth, default=None))


def _links(last: _Link | None) -> list[_Candidate]:
    chain = []
    while last:
        chain.append(last.candidate)
        last = last.before
    return chain[::-1]


def _worth(chain: Sequence[_Candidate]) -> int:
    return sum(3 if candidate.asks else 1 for candidate in chain)


def _before_answers(items: Sequence[Item], blocks: Sequence[range], chain: Sequence[_Candidate]) -> list[int]:
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


def _regions_without_gap(chain: Sequence[_Candidate], answers: int) -> set[int]:
    """The regions (the stretch before each answer label) in which no question is missing."""
    asked = {candidate.region for candidate in chain}
    for one, other in pairwise(chain):
        if other.number <= one.number + 1:
            asked.update(range(one.region, other.region))
    if chain and len(chain) >= answers:
        asked.update(range(chain[-1].region, answers))
    return asked


def _among_paragraphs(items: Sequence[Item], blocks: Sequence[range], chain: Sequence[_Candidate]) -> list[int]:
    """Questions whose number is lost, in a list without labels: between two numbers, no more than the gap holds."""
    numbered = {candidate.index: candidate for candidate in chain}
    # What stands below a number alone on its line is that number's question.
    below = {candidate.index + 1 for candidate in chain if candidate.style == "alone"}
    starts: list[int] = []
    waiting: list[range] = []
    last = 0
    for block in blocks:
        candidate = numbered.get(block.start)
        if candidate is not None:
            starts.extend(_likeliest(items, waiting, candidate.number - last - 1))
            waiting, last = [], candidate.last
        elif asks(items, block) and block.start not in below and block.start != 0:
            waiting.append(block)
    starts.extend(block.start for block in waiting if _likely(items, block) > 0)
    return sorted(starts)


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


def _labelled(items: Sequence[Item], text: str, chain: Sequence[_Candidate], starts: Sequence[int]) -> Iterator[Item]:
    """The items with the questions' labels among them."""
    numbered = {candidate.index: candidate for candidate in chain}
    unnumbered = set(starts) - set(numbered)
    last = 0
    for index, item in enumerate(items):
        if candidate := numbered.get(index):
            last = candidate.last
            yield from _with_number(item, text, candidate)
        elif index in unnumbered:
            last += 1
            yield item._replace(
                role="question_label",
                span=Span(item.span.start, item.span.start),
                text="",
                numbers=(str(last),),
                inferred=True,
            )
            yield item._replace(blanks=0, cut=False)
        else:
            yield item


def _with_number(item: Item, text: str, candidate: _Candidate) -> Iterator[Item]:
    label, words = item.text[: candidate.length].strip(), item.text[candidate.length :]
    stop = text.index(item.text[0], item.span.start) + candidate.length if words else item.span.stop
    first = f"{candidate.number}{candidate.letter}"
    numbers = (first, *map(str, range(candidate.number + 1, candidate.last + 1)))
    yield item._replace(role="question_label", span=Span(item.span.start, stop), text=label, numbers=numbers)
    if words:
        yield item._replace(span=Span(stop, item.span.stop), text=words, blanks=0, cut=False)
