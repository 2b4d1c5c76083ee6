"""Source → lines, each with its place: which page, and whether it is text, page furniture, footnote or blank.

Afterwards: the lines are the source, in order, without gap or overlap; page furniture is told from text; a page's
footnotes are told from its text (`notes`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from ingest.furniture import is_furniture, is_margin
from ingest.model import Source, Span

LineRole = Literal["blank", "page_furniture", "note", "text"]

_LINE = re.compile(r"[^\n\r\f\u2028\u2029]*(?:\r\n|[\n\r\f\u2028\u2029]|\Z)")
# Extraction sets pages apart by this many empty lines, where it leaves nothing else of the page's edge.
_PAGE_GAP = 3
_DIGITS = re.compile(r"\d+")
# A sentence's end, a label and a footnote repeat as well.
_NO_MARGIN = re.compile(r"[.?:]\Z|\A(?:\d+\Z|\d+ \D|Vra(?:ag|gen)\b|Antwoord)")
_FOOT = re.compile(r"vergaderjaar \d{4}.*(?:Aanhangsel|Vragen|nr\. \w+|, [A-Z]{1,3})\Z")
_PAGE_NUMBER = re.compile(r"\d{1,3}\Z")
# A margin is a narrow column; so many characters are none.
_WIDEST_MARGIN = 80
# So many lines of a margin in a row are one also where extraction dropped them into the text.
_MARGIN_BLOCK = 3
# How far a letter's margin reaches above the page number.
_MARGIN_LINES = 16


class Line(NamedTuple):
    """A line: its span with its line break, its words, its role and its page (from 0)."""

    span: Span
    text: str
    role: LineRole
    page: int


def layout(source: Source) -> list[Line]:
    """Split a source into lines and tell page furniture from text."""
    hinted = {hint.span for hint in source.hints if hint.role == "page_furniture"}
    lines = list(_lines(source.text))
    if hinted:
        lines = _apply_furniture_hints(lines, source)
    return _without_edge_numbers(source.text, _paged(source, _without_page_numbers(_without_margins(lines))))


def _lines(text: str) -> Iterator[Line]:
    for match in _LINE.finditer(text):
        if match.end() == match.start():
            return
        words = match[0].strip()
        role: LineRole = "blank" if not words else "page_furniture" if is_furniture(words) else "text"
        yield Line(Span(match.start(), match.end()), words, role, 0)


def _apply_furniture_hints(lines: list[Line], source: Source) -> list[Line]:
    """What a file itself knows of its furniture overrules what a line looks like."""
    spans = [hint.span for hint in source.hints if hint.role == "page_furniture"]
    result = []
    at = 0
    for line in lines:
        while at < len(spans) and spans[at].stop <= line.span.start:
            at += 1
        inside = at < len(spans) and spans[at].start <= line.span.start
        inside = inside and line.span.start + len(line.text) <= spans[at].stop
        result.append(line._replace(role="page_furniture") if inside and line.role == "text" else line)
    return result


def _without_margins(lines: list[Line]) -> list[Line]:
    """A letter's margin, set beside the text but extracted above the page number, is furniture too."""
    shapes = Counter(_shape(line.text) for line in lines if line.role == "text" and len(line.text) < 60)
    marginal = [line.role == "text" and _in_margin(line.text, shapes) for line in lines]
    result = list(lines)
    for index, line in enumerate(lines):
        if line.role == "page_furniture":
            _hide(result, range(_margin_start(lines, index, marginal), index))
    for alike, group in groupby(range(len(lines)), key=lambda index: marginal[index] and result[index].role == "text"):
        run = list(group)
        if alike and len(run) >= _MARGIN_BLOCK and any(is_margin(lines[index].text) for index in run):
            _hide(result, run)
    return result


def _without_page_numbers(lines: list[Line]) -> list[Line]:
    """A number alone below a running foot that ends without one is the page's number."""
    result = list(lines)
    foot = False
    for index, line in enumerate(lines):
        if line.role == "page_furniture":
            foot = _FOOT.search(line.text) is not None
        elif line.role == "text":
            if foot and _PAGE_NUMBER.match(line.text):
                _hide(result, [index])
            foot = False
    return result


def _hide(lines: list[Line], indexes: Iterable[int]) -> None:
    for index in indexes:
        if lines[index].role == "text":
            lines[index] = lines[index]._replace(role="page_furniture")


def _margin_start(lines: list[Line], foot: int, marginal: Sequence[bool]) -> int:
    """The highest line of the margin above a page number: from there on most lines are such as margins hold."""
    start, alike, seen = foot, 0, 0
    for index in range(foot - 1, max(-1, foot - 1 - _MARGIN_LINES), -1):
        if lines[index].role == "page_furniture":
            break
        if lines[index].role == "text":
            seen += 1
            if marginal[index]:
                alike += 1
                start = index if alike > seen * 0.6 else start
    return start


def _in_margin(text: str, shapes: Counter[str]) -> bool:
    if len(text) > _WIDEST_MARGIN:
        return False
    return is_margin(text) or (shapes[_shape(text)] > 2 and not _NO_MARGIN.search(text))


def _shape(text: str) -> str:
    return _DIGITS.sub("0", text)


def _paged(source: Source, lines: Sequence[Line]) -> list[Line]:
    """Number the pages: a new one begins after furniture, a form feed, a wide gap, or where the reader says so."""
    starts = {hint.span.start for hint in source.hints if hint.role == "page"}
    indented = _indents_pages(source.text, lines)
    result = []
    page, ended, seen_text = 0, False, False
    for role, group in groupby(lines, key=lambda line: line.role):
        run = list(group)
        ended = ended or role == "page_furniture" or (role == "blank" and _is_page_gap(source.text, run))
        for line in run:
            if role == "text":
                begins = line.span.start in starts or (indented and source.text[line.span.start] == " ")
                if seen_text and (ended or begins):
                    page += 1
                ended, seen_text = source.text[line.span.stop - 1] == "\f", True
            result.append(Line(line.span, line.text, line.role, page) if page else line)
    return result


def _without_edge_numbers(text: str, lines: list[Line]) -> list[Line]:
    """Numbers alone at the same edge of several pages, counting with them, are the pages' numbers.

    A running foot has them already: there, a number at the edge is a footnote's.
    """
    if "\f" not in text or any(line.role == "page_furniture" for line in lines):
        return lines
    result = list(lines)
    for pick in (0, -1):
        edges = []
        for page, group in groupby((line for line in lines if line.role == "text"), key=lambda line: line.page):
            line = list(group)[pick]
            if _PAGE_NUMBER.match(line.text):
                edges.append((int(line.text) - page, line.span.start))
        if len(edges) > 1 and len({offset for offset, _ in edges}) == 1:
            starts = {start for _, start in edges}
            _hide(result, [index for index, line in enumerate(lines) if line.span.start in starts])
    return result


def _is_page_gap(text: str, blank: Sequence[Line]) -> bool:
    return len(blank) >= _PAGE_GAP or "\f" in text[blank[0].span.start : blank[-1].span.stop]


def _indents_pages(text: str, lines: Iterable[Line]) -> bool:
    """Some extraction opens each page with one space, and indents nothing else."""
    full = [line for line in lines if line.role == "text"]
    indented = [line for line in full if text[line.span.start] == " " and text[line.span.start + 1] != " "]
    wider = sum(text.startswith("  ", line.span.start) for line in full)
    return 0 < len(indented) <= 1 + len(full) // 12 and not wider
