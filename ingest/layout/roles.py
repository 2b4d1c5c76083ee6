"""Source → lines, each with its place: which page, and whether it is text, page furniture, footnote or blank.

Afterwards: the lines are the source, without gap or overlap, in order, but that what stands in a margin beside the
text comes last; page furniture is told from text.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ingest.layout.columns import margin_starts
from ingest.layout.furniture import (
    LABEL_LETTERS,
    LONG,
    foot_before_text,
    glued_labels,
    is_furniture,
    value_before_text,
)
from ingest.layout.interlined import interlined_margins
from ingest.layout.lines import Line, LineRole
from ingest.layout.lost_breaks import lost_breaks
from ingest.layout.margins import hide, without_margins
from ingest.layout.running import without_echoed_heads, without_first_heads, without_running_lines, without_web_list
from ingest.model import Source, Span, made
from ingest.typography import lines_of

# Extraction sets pages apart by this many empty lines, where it leaves nothing else of the page's edge.
_PAGE_GAP = 3
_FOOT = re.compile(r"vergaderjaar \d{4}.*(?:Aanhangsel|Vragen|nr\. \w+|, [A-Z]{1,3})\Z")
_PAGE_NUMBER = re.compile(r"\d{1,3}\Z")
# "2 4" above "Pagina van", where the figures are set a trifle higher; "Pagina" above "2 van 4".
_PARTED = {"Pagina van": re.compile(r"\d{1,3} \d{1,3}\Z")}
_WORD, _OF = re.compile(r"Pagina\Z"), re.compile(r"\d{1,3} van \d{1,3}\Z")
# Until about 2009 the pages of the annex were numbered through the year.
_FOOT_NUMBER = re.compile(r"\d{1,4}\Z")


def layout(source: Source) -> list[Line]:
    """Split a source into lines and tell page furniture from text."""
    hinted = {hint.span for hint in source.hints if hint.role == "page_furniture"}
    beside = margin_starts(source.text) or interlined_margins(source.text) if source.format == "text" else {}
    lines = _lines(source.text, beside)
    if cuts := _cuts(source, lines):
        lines = _cut(lines, cuts, source.text)
    if hinted:
        lines = _apply_furniture_hints(lines, source)
    if source.format == "text":
        lines = without_first_heads(lines)
    lines = without_web_list(without_echoed_heads(without_running_lines(source.text, lines)))
    paged = _paged(source, _without_page_numbers(without_margins(lines)))
    apart = sorted(span for start, span in beside.items() if span.start > start)
    words = [(span, source.text[span.start : span.stop].strip()) for span in apart]
    margin = [Line(span, text, "page_furniture", paged[-1].page) for span, text in words]
    return [*_without_edge_numbers(source.text, paged), *margin]


def _lines(text: str, beside: Mapping[int, Span]) -> list[Line]:
    result: list[tuple[Span, str, LineRole, int]] = []
    at, above = 0, ""
    for whole in lines_of(text):
        words, stop, after = whole.strip(), at + len(whole), at + len(whole)
        if beside and at in beside:
            if beside[at].start == at:
                result.append((beside[at], words, "page_furniture", 0))
                at, above = after, words
                continue
            stop = beside[at].start
            words = text[at:stop].strip()
        role: LineRole = "blank"
        if words:
            foot = foot_before_text(words)
            if above[:1] in LABEL_LETTERS:
                foot = foot or value_before_text(above, words)
            if foot:
                edge = at + whole.index(words) + foot
                result.append((Span(at, edge), words[:foot].strip(), _role(words[:foot].strip()), 0))
                at, words = edge, words[foot:]
            role = _role(words)
        result.append((Span(at, stop), words, role, 0))
        at, above = after, words
    return list(made(Line, result))


def _role(words: str) -> LineRole:
    return "blank" if not words else "page_furniture" if is_furniture(words) else "text"


def _cuts(source: Source, lines: Iterable[Line]) -> list[int]:
    """Where a line began: at a label in a table's row or between two pages, and in text that lost its breaks."""
    if source.format not in ("text", "markdown"):
        return []
    labels = [hint.span for hint in source.hints if hint.role in ("question_label", "answer_label", "part_label")]
    lost = lost_breaks(source.text, [line.span for line in lines if len(line.text) > LONG])
    return sorted({*glued_labels(source.text), *(edge for span in labels for edge in span), *lost})


def _cut(lines: list[Line], cuts: Sequence[int], text: str) -> list[Line]:
    """The lines, those with a label inside as several."""
    result: list[Line] = []
    at = 0
    for line in lines:
        edges = [line.span.start]
        while at < len(cuts) and cuts[at] < line.span.stop:
            edges += [cuts[at]] if cuts[at] > edges[-1] else []
            at += 1
        if len(edges) == 1:
            result.append(line)
            continue
        for span in map(Span, edges, [*edges[1:], line.span.stop]):
            words = text[span.start : span.stop].strip()
            result.append(Line(span, words, _role(words), line.page))
    return result


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


def _without_page_numbers(lines: list[Line]) -> list[Line]:
    """A number alone below a running foot that ends without one is the page's number; what a tool parted from a page's
    number is that too.
    """
    result = list(lines)
    foot = False
    for index, line in enumerate(lines):
        if line.role == "page_furniture":
            foot = _FOOT.search(line.text) is not None
            hide(result, _parted(lines, index))
        elif line.role == "text":
            if foot and _FOOT_NUMBER.match(line.text):
                hide(result, [index])
            foot = False
    return result


def _parted(lines: Sequence[Line], index: int) -> list[int]:
    """The line above a page's number that a tool parted from it."""
    line = lines[index]
    parted = _PARTED.get(line.text) or (_WORD if _OF.match(line.text) else None)
    above = next((at for at in range(index - 1, max(-1, index - 3), -1) if lines[at].role != "blank"), index)
    return [above] if parted and parted.match(lines[above].text) else []


def _paged(source: Source, lines: Sequence[Line]) -> list[Line]:
    """Number the pages: a new one begins after furniture, a form feed, or where the reader says so.

    Without form feeds, also after a wide gap.
    """
    text, starts = source.text, {hint.span.start for hint in source.hints if hint.role == "page"}
    indented = _indents_pages(text, lines)
    least = len(text) if "\f" in text else _PAGE_GAP
    result = []
    page, gap, ended, seen_text = 0, 0, False, False
    for line in lines:
        span, words, role, _ = line
        if role == "text":
            gap = 0
            if seen_text and (ended or span.start in starts or (indented and text[span.start] == " ")):
                page += 1
            ended, seen_text = text[span.stop - 1] == "\f", True
        elif role == "blank":
            gap += 1
            ended = ended or gap >= least or text[span.stop - 1] == "\f"
        else:
            gap, ended = 0, True
        result.append((span, words, role, page))
    return list(made(Line, result))


def _without_edge_numbers(text: str, lines: list[Line]) -> list[Line]:
    """Numbers alone at the same edge of several pages, counting with them, are the pages' numbers.

    A running foot has them already: there, a number at the edge is a footnote's.
    """
    if "\f" not in text or any(line.page and line.role == "page_furniture" for line in lines):
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
            hide(result, [index for index, line in enumerate(lines) if line.span.start in starts])
    return result


def _indents_pages(text: str, lines: Iterable[Line]) -> bool:
    """Some extraction opens each page with one space, and indents nothing else."""
    starts = [span.start for span, _, role, _ in lines if role == "text"]
    indented = [start for start in starts if text[start] == " "]
    return 0 < len(indented) <= 1 + len(starts) // 12 and not any(text[start + 1] == " " for start in indented)
