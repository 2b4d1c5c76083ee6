"""Page furniture inside lines that lost their breaks: imprints, and running feet with the page's number."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from ingest.language.wording import APOSTROPHE, YEAR_DASH
from ingest.layout.furniture import LONG
from ingest.layout.lines import Line
from ingest.model import Span
from ingest.typography import LINE_ENDS

_NAME = r"(?:kst|ah-(?:tk|ek)|kv-(?:tk|ek))-[0-9A-Za-z-]{4,40}"
_ISSN = r"ISSN \d{4} ?- ?\d{3}[\dX]"
_FOOT = (
    rf"(?P<series>(?:Tweede|Eerste) Kamer, vergaderjaar \d{{4}} ?{YEAR_DASH} ?\d{{2,4}}, (?:Aanhangsel|Vragen"
    # The page's number may be glued to that of the paper.
    r"|\d{2} ?\d{3}(?:-\d{1,3})?(?: [IVXLC]{1,6})?, (?:nr\. (?P<number>\d{1,7})|[A-Z]{1,3})))"
    r"(?:\s*(?P<page>\d{1,3})(?=\s|\Z|[A-ZÀ-Þ]))?"
)
# Only what a page carries whole.  First a look at the letter, as that is quickly told.
_INSIDE = re.compile(
    rf"(?=[kaITE])(?:(?:(?:{_NAME}?\s*)?{_ISSN}|{_NAME})\s*{APOSTROPHE}s-Gravenhage \d{{4}}"
    # In brackets it is a citation, which may stand in a running head.
    rf"|(?<!\(){_FOOT})"
)
# The publication's own number, left at the end of a line above its imprint.  The space first, as that is quickly found.
_ABOVE_IMPRINT = re.compile(rf"[^\S\n](?<=\S[^\S\n])[^\S\n]*({_NAME})(?=[^\S\n]*\n\s{{0,3}}{_ISSN})")
_LONGEST_PAGE = 3
# So much room there is between an imprint and the foot below it.
_WIDEST = 8


def unbroken(text: str, lines: Iterable[Line]) -> list[Line]:
    """Those lines of text that are longer than any printed one, or were cut out of such a one."""
    if max(map(len, text.split("\n"))) <= LONG:
        return []
    result: list[Line] = []
    parts: list[Line] = []
    length = 0
    for line in lines:
        length += len(line.text)
        if line.role == "text":
            parts.append(line)
        if text[line.span.stop - 1] in LINE_ENDS:
            result += parts if length > LONG else ()
            parts, length = [], 0
    return result + parts if length > LONG else result


def furniture_inside(text: str, lines: Iterable[Span]) -> list[Span]:
    """The page furniture inside lines of text, in order; `lines` are those that lost their breaks.

    A running foot runs: once alone it is a citation, but behind the imprint.
    """
    found = [match for line in lines for match in _INSIDE.finditer(text, line.start, line.stop)]
    above = [Span(*match.span(1)) for match in _ABOVE_IMPRINT.finditer(text)] if "ISSN" in text else []
    return sorted([*map(_span, _running(text, found)), *above])


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span())


def _running(text: str, found: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The imprints, and the feet of pages."""
    series: dict[str, list[re.Match[str]]] = {}
    ends = {match.end() for match in found if not match["series"]}
    for match in found:
        if match["series"]:
            series.setdefault(_series(match), []).append(match)
        else:
            yield match
    for feet in series.values():
        first = next((foot for foot in feet if _room(text, foot.start()) in ends), None)
        if first or (len(feet) > 1 and _counts(feet)):
            yield from (foot for foot in feet if not first or _may_follow(first["number"] or "", foot["number"] or ""))


def _series(foot: re.Match[str]) -> str:
    """What all feet of a paper share: all but its number, to which the page's may be glued."""
    return foot["series"][: -len(foot["number"])] if foot["number"] else foot["series"]


def _room(text: str, start: int) -> int:
    """Where the room before a place begins."""
    return start - len(before := text[max(0, start - _WIDEST) : start]) + len(before.rstrip())


def _may_follow(first: str, number: str) -> bool:
    """Whether a foot of the same series has the number of the first, be it with a page's glued to it."""
    return len(number) <= len(first) + 1 and len(_shared(first, number)) >= len(first) - 1


def _shared(one: str, other: str) -> str:
    """What two numbers open with."""
    at = next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), len(one))
    return one[: min(at, len(other))]


def _counts(feet: Sequence[re.Match[str]]) -> bool:
    """Whether feet have one number, or one to which that of the page is glued, which rises."""
    numbers = [foot["number"] or "" for foot in feet]
    if len(set(numbers)) == 1:
        return True
    own = _shared(min(numbers), max(numbers))
    pages = [number[len(own) :] for number in numbers]
    rising = all(pages) and sorted(map(int, pages)) == list(map(int, pages))
    return bool(own) and rising and len(set(pages)) == len(pages) > 2 and max(map(len, pages)) <= _LONGEST_PAGE


def without_taken(text: str, lines: Iterable[Line], taken: Sequence[Span]) -> Iterator[Line]:
    """The lines, those as notes of which all words are taken, by furniture or by notes; `taken` is in order."""
    at = 0
    for line in lines:
        while at < len(taken) and taken[at].stop <= line.span.start:
            at += 1
        inside = line.role == "text" and at < len(taken) and taken[at].start < line.span.stop
        yield line._replace(role="note") if inside and _is_taken(text, line.span, islice(taken, at, None)) else line


def _is_taken(text: str, line: Span, taken: Iterable[Span]) -> bool:
    done = line.start
    for start, stop in taken:
        if start >= line.stop or text[done : max(done, start)].strip():
            break
        done = stop
    return not text[done : line.stop].strip()
