"""Running heads and feet of text whose pages are kept apart by form feeds, and what a web page sets below a paper.

A line that stands at the edge of most pages, but for its figures the same, is furniture whatever its words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.layout.lines import Line
from ingest.layout.margins import hide, is_of_sentence

_DIGITS = re.compile("[0-9]+")
# So many lines at the top and at the bottom of a page can be its heads and feet.
_DEEP = 2
# On so many pages a line is there by intent, and not by chance.
_FEWEST = 3
_LONGEST = 120
# A title that a page repeats is no shorter.
_SHORTEST = 20
_SHORT = 10
# Labels and answers stand at the edge of pages too, and what goes on with a sentence.
_TEXT = re.compile(
    r"(?!https?://)[a-zà-ÿ]|[\W\d]*\Z|\d+\s|.*[.?!:;,]\Z"
    r"|Vra(?:ag|gen)\W*(?:\d|\Z)|Antwoord(?:en)?\W*(?:\d|\Z|(?:op )?(?:de )?vra)"
)

# The pages of tweedekamer.nl list below a paper who submitted it, and how the House voted on it.
_LIST = ("Indieners", "Ondertekenaars")
_LISTED = re.compile(r"(?:- ?)?(?:(?:Mede-?)?[Ii]ndiener|(?:Eerste |Mede-?)?[Oo]ndertekenaar)(?!\w)")
_REACH = 200


def without_web_list(lines: list[Line]) -> list[Line]:
    """The lines, those from "Indieners" on being furniture where what a web page says of a paper begins there."""
    near = [at for at in range(max(0, len(lines) - _REACH), len(lines)) if lines[at].role == "text"]
    for at, index in enumerate(near):
        if lines[index].text in _LIST and _LISTED.match(" ".join(lines[i].text for i in near[at + 1 : at + 3])):
            result = list(lines)
            hide(result, near[at:])
            return result
    return lines


def without_first_heads(lines: list[Line]) -> list[Line]:
    """The lines, what the file begins with being furniture where it comes back: pages without form feeds have heads.

    A number in it counts the pages, and so does one alone above or below it.
    """
    first = next((at for at, line in enumerate(lines[:_REACH]) if line.role == "text"), None)
    if first is None or not _SHORT < len(lines[first].text) <= _LONGEST or _TEXT.match(lines[first].text):
        return lines
    parts = _DIGITS.split(lines[first].text)
    again = [at for at, (_, words, role, _) in enumerate(lines) if role == "text" and words.startswith(parts[0])]
    alike = re.compile(r"(\d{1,3})".join(map(re.escape, parts)))
    found = {at: match.groups() for at in again if (match := alike.fullmatch(lines[at].text))}
    numbers = zip(*found.values(), strict=True)
    if len(found) < _FEWEST or (alike.groups and not any(map(_counts, numbers))):
        return lines
    result = list(lines)
    hide(result, found)
    for step in (-1, 1):
        beside = [number for at in found if at != first for number in _number_beside(lines, at, step)]
        hide(result, beside if _counts(lines[number].text for number in beside) else ())
    return result


def _number_beside(lines: Sequence[Line], at: int, step: int) -> list[int]:
    """The line next to one, but for empty lines, if it is a number alone."""
    beside = _beside(lines, at, step)
    return [beside] if lines[beside].role == "text" and lines[beside].text.isdecimal() else []


def _beside(lines: Sequence[Line], at: int, step: int) -> int:
    """The line next to one, but for empty lines; itself where none is near."""
    near = range(at + step, at + step * (1 + _FEWEST), step)
    return next((i for i in near if 0 <= i < len(lines) and lines[i].role != "blank"), at)


def _counts(numbers: Iterable[str]) -> bool:
    """Whether numbers rise by one each."""
    found = list(map(int, numbers))
    return len(found) > 1 and all(after == number + 1 for number, after in pairwise(found))


def without_echoed_heads(lines: list[Line]) -> list[Line]:
    """The lines, a title that stands right beside the furniture of two pages or more being furniture too."""
    edges = [at for at, (_, _, role, _) in enumerate(lines) if role == "page_furniture"]
    beside = {_beside(lines, at, step) for at in edges for step in (-1, 1)}
    titles = [at for at in beside if lines[at].role == "text" and _may_be_title(lines[at].text)]
    often = Counter(lines[at].text for at in titles)
    echoed = [at for at in titles if often[lines[at].text] > 1 and not is_of_sentence(lines, at)]
    if not echoed:
        return lines
    result = list(lines)
    hide(result, echoed)
    return result


def _may_be_title(words: str) -> bool:
    return _SHORTEST <= len(words) <= _LONGEST and not _TEXT.match(words)


def without_running_lines(text: str, lines: list[Line]) -> list[Line]:
    """The lines, those that run through the pages being furniture."""
    if text.count("\f") < _FEWEST - 1:
        return lines
    pages = _pages(text, lines)
    edges = [(at, _DIGITS.sub("0", _words(lines[at]))) for page in pages for at in _edges(lines, page)]
    least = max(_FEWEST, len(pages) // 2)
    often = {shape for shape, count in Counter(shape for _, shape in edges).items() if count >= least}
    result = list(lines)
    hide(result, (at for at, shape in edges if shape in often))
    return result


def _pages(text: str, lines: Sequence[Line]) -> list[list[int]]:
    """The lines of text of each page that has some."""
    pages: list[list[int]] = [[]]
    for at, line in enumerate(lines):
        if line.role == "text":
            pages[-1].append(at)
        if pages[-1] and text[line.span.stop - 1] == "\f":
            pages.append([])
    return [page for page in pages if page]


def _edges(lines: Sequence[Line], page: Sequence[int]) -> Iterable[int]:
    """The lines at the top and at the bottom of a page that may run through the paper."""
    near = {*page[:_DEEP], *page[-_DEEP:]}
    words = ((at, _words(lines[at])) for at in sorted(near))
    return [at for at, line in words if len(line) <= _LONGEST and not _TEXT.match(line)]


def _words(line: Line) -> str:
    """A line without the room between its words; of a very long one as much as tells that it is."""
    return " ".join(line.text[: 4 * _LONGEST].split())
