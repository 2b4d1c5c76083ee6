"""Numbers at the heads of lines → those that count the questions of a paper, as one chain.

Lists inside questions and answers are numbered as well.  A chain is judged by how well it counts, by how many of its
numbers stand over a question, and by the answers that it leaves without one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.language.numbers import question_numbers, rank
from ingest.structure.labels import Item
from ingest.structure.paragraphs import asks

# "4." and "4 en 5.", which are asked together; "2.3" in a paper that numbers by chapter.  Markdown
# writes "4\\." for a number that is no list's.
NUMBER = re.compile(
    r"[#*_\s]*\(?(?:(?P<chapter>\d{1,2})\.(?P<part>\d{1,2})(?!\d)|(?P<number>\d{1,3})(?P<letter>[a-z]?))"
    r"(?P<more>(?:\s?(?:,|en|t/m)\s?\d{1,3}(?:\.\d{1,2})?){1,8}(?=\*{0,2}(?:[.)]\*{0,2}(?:\s|\Z)|\s*\Z)))?(?P<style>\*{0,2}\s*\Z|\\?[.)]\)?\*{0,2}(?:\s+|\Z|(?=[A-ZÀ-Þ][a-zà-ÿ]))|\*{0,2}\s{1,40}(?=[A-ZÀ-Þ«“\"‘'(]))"
)
_MOST = 500
# A question asks within so many lines.
_NEAR = 14
_ENDS = re.compile(r"[.!]\Z")
# A number may be lost between two that are kept; more than this many in a row are not believed.
_GAP = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may open a question: its numbers, how they are written, after how many answer labels it stands.

    `chapter`: that of "2.3", else 0.
    """

    index: int
    numbers: tuple[str, ...]
    chapter: int
    number: int
    length: int
    style: str
    region: int
    asks: bool

    @property
    def last(self) -> int:
        """The last of its numbers, in its chapter."""
        return self.number + len(self.numbers) - 1

    @property
    def is_further_part(self) -> bool:
        """Whether it is "1b" and not "1" or "1a"."""
        return self.numbers[0][-1] > "a"


def find_candidates(items: Sequence[Item]) -> Iterator[Candidate]:
    """The text items that open with a number."""
    region = 0
    for index, item in enumerate(items):
        if item.role == "answer_label":
            region += 1
        elif item.role == "text" and (match := NUMBER.match(item.text)):
            chapter, number = int(match["chapter"] or 0), int(match["part"] or match["number"])
            if 0 < number <= _MOST and (chapter or not match["chapter"]):
                yield Candidate(
                    index,
                    _numbers(match),
                    chapter,
                    number,
                    match.end(),
                    _style(match),
                    region,
                    asks_soon(items, index),
                )


def _style(match: re.Match[str]) -> str:
    """How a number is written: with a stop, a bracket, alone on its line, or before its text."""
    marked = next((mark for mark in ".)" if mark in match["style"]), "")
    return marked or ("alone" if match.end() == len(match.string) else " ")


def _numbers(match: re.Match[str]) -> tuple[str, ...]:
    """Its numbers where they rise one by one or as a range; otherwise the first."""
    if match["chapter"]:
        first = f"{match['chapter']}.{match['part']}"
        found = question_numbers(f"{first}{match['more'] or ''}")
    else:
        first = f"{int(match['number'])}{match['letter']}"
        found = (first, *question_numbers(f"{match['number']}{match['more'] or ''}")[1:])
    rising = all(rank(other) == rank(one) + rank("0:1" if match["chapter"] else "1") for one, other in pairwise(found))
    return found if rising else found[:1]


def asks_soon(items: Sequence[Item], index: int) -> bool:
    """The text behind a number reaches a question mark before the next number or label.

    Sections are numbered by chapter as well: behind such a number all of the first sentence has to ask.
    """
    number = NUMBER.match(items[index].text)
    chaptered = number is not None and number["chapter"] is not None
    for near in range(index, min(index + _NEAR, len(items))):
        text = items[near].text
        if items[near].role != "text" or (near > index and _counts_like(text, chaptered)):
            return False
        if "?" in text:
            return not chaptered or asks(items, range(near, near + 1))
        if chaptered and _ENDS.search(text):
            return False
    return False


def _counts_like(text: str, chaptered: bool) -> bool:
    """Whether a line opens with a number of the same kind."""
    number = NUMBER.match(text)
    return number is not None and (number["chapter"] is not None) == chaptered


def by_kind(candidates: Sequence[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """Those that count through the paper, and those that count by chapter: no chain has both."""
    return [each for each in candidates if not each.chapter], [each for each in candidates if each.chapter]


def by_style(candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """What may be one chain: candidates of one kind, written alike or not.

    Numbers by chapter that mostly do not ask are those of sections.
    """
    plain, chaptered = by_kind(candidates)
    asking = 2 * sum(candidate.asks for candidate in chaptered) >= len(chaptered)
    for kind in (plain, chaptered if asking else []):
        for style in sorted({candidate.style for candidate in kind}):
            yield [candidate for candidate in kind if candidate.style == style]
        yield kind


@dataclass(frozen=True, slots=True)
class _Link:
    candidate: Candidate
    worth: int
    before: "_Link | None"


def read_chain(candidates: Sequence[Candidate], dull: int = 0) -> list[Candidate]:
    """The best run of question numbers: each one more than the last, no answer passed over, questions preferred.

    `dull` is what a candidate is worth that does not ask.
    """
    best: dict[tuple[int, int], _Link] = {}
    chapters: dict[int, _Link] = {}
    for candidate in candidates:
        weight = 3 if candidate.asks else dull - (not dull and not candidate.region and candidate.style != "alone")
        passed = candidate.number - 1 + max(0, candidate.chapter - 1)
        options = [_Link(candidate, weight - 2 * (passed if passed < _GAP else _GAP + candidate.region), None)]
        for back in range(1, _GAP + 2):
            if link := best.get((candidate.chapter, candidate.number - back)):
                options += _linked(candidate, link, weight, back)
        if candidate.number == 1 and (link := chapters.get(candidate.chapter - 1)):
            options += _linked(candidate, link, weight, 1)
        if candidate.is_further_part and (link := best.get((candidate.chapter, candidate.number))):
            options.append(_Link(candidate, link.worth + weight, link))
        found = max(options, key=lambda link: link.worth)
        place = candidate.chapter, candidate.last
        if (known := best.get(place)) is None or found.worth >= known.worth:
            best[place] = found
        if candidate.chapter and ((end := chapters.get(candidate.chapter)) is None or found.worth >= end.worth):
            chapters[candidate.chapter] = found
    return _links(max(best.values(), key=lambda link: link.worth, default=None))


def _linked(candidate: Candidate, link: _Link, weight: int, back: int) -> Iterator[_Link]:
    """The chain that goes on with a candidate so many numbers further, if no more answers stand between."""
    if candidate.region - link.candidate.region <= back:
        yield _Link(candidate, link.worth + weight - (back - 1), link)


def _links(last: _Link | None) -> list[Candidate]:
    chain = []
    while last:
        chain.append(last.candidate)
        last = last.before
    return chain[::-1]


def worth(chain: Sequence[Candidate]) -> int:
    """What speaks for a chain; what mostly does not ask, by chapters, are headings.

    A list inside a question may be numbered in another way: "2.)", and in it "1)" and "2)".
    """
    if chain and chain[0].chapter and 2 * sum(candidate.asks for candidate in chain) < len(chain):
        return 0
    mixed = len({candidate.style for candidate in chain}) > 1
    return sum(3 if candidate.asks else 1 for candidate in chain) - 2 * mixed
