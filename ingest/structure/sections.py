"""A paper without questions: its text between front matter and closing, as headings and what stands under them."""

import re
from collections.abc import Iterator, Sequence

from ingest.language.wording import CONTENTS, FINISHED
from ingest.model import Source, Span
from ingest.read.reading import is_title
from ingest.structure.blocks import Block
from ingest.structure.labels import Item
from ingest.typography import Typography, is_filled

_LONGEST = 120
# A footnote's mark may stand behind it.
_SENTENCE = re.compile(r"(?:[.?!:;,»”](?:\s?\[\^?\d{1,3}\])?|(?:[?!:;»”]|[a-zà-ÿ)]\.)\d{1,3})\Z")
_OPENS = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?[A-ZÀ-Þ«‘“]")
_MARKDOWN = re.compile(r"#{1,6}\s+\S|\*\*[^*]+\*\*\Z|\*[A-ZÀ-Þ][^*]{2,90}[^*.?!:;,]\*\Z")


# How a report of written consultation heads what the groups ask and what is answered, also where no room is left.
_CONSULTED = re.compile(
    r"(?:[IVX]{1,3}\.?\s)?(?:Vragen en opmerkingen|Inbreng|(?:Antwoord(?:en)?|Reactie)(?:\s?/\s?[Rr]eactie)?)\s"
    r"(?:vanuit|uit|van|op|aan)\s.{3,100}(?<![.?!:;,])(?<!\s\d)(?<!\s\d\d)\Z"
)
# "1. Inleiding", also where no room is left around it.
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s[A-ZÀ-Þ«‘“].{2,74}(?<![.?!:;,])(?<!\s\d)(?<!\s\d\d)\Z")
# A list of contents: its first entry heads the text below it.
_ENTRY = re.compile(r"(?:(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})*)\.?\s)?(?P<words>[A-ZÀ-Þ«].{3,}?)(?:[\s.]+\d{1,3})?\Z")
_PAGES = ("Blz.", "Blz", "Pagina", "blz.")
_LONGEST_CONTENTS = 300
_LONGEST_TITLE = 75
# What may stand behind a sentence.
_MARK = "0123456789 "
# What a line ends with that goes on below.
_GOES_ON = re.compile(r"[\s\d](?:de|het|een|van|en|of|in|op|te|aan|voor|met|door|over|bij|tot|die|dat)\Z|-\Z")
# The first line of a paragraph takes so much of the width.
_PARAGRAPH = 0.7


def with_sections(block: Block, front: int, source: Source, style: Typography) -> Iterator[Block]:
    """Split the one block of a paper without questions: `front` items are front matter, the rest is body."""
    if front:
        yield Block("front", block.items[:front])
    headings = _headings(block.items[front:], source, style)
    body: list[Item] = []
    for item, is_heading in zip(block.items[front:], headings, strict=True):
        if is_heading and body:
            yield Block("body", tuple(body))
            body = []
        if is_heading:
            yield Block("heading", (item,))
        else:
            body.append(item)
    if body:
        yield Block("body", tuple(body))


def _headings(items: Sequence[Item], source: Source, style: Typography) -> list[bool]:
    hinted = [hint.span for hint in source.hints if hint.role == "heading"]
    if hinted:
        return _within(items, hinted)
    result = []
    for index, item in enumerate(items):
        after = items[index + 1] if index + 1 < len(items) else None
        alone = (
            (item.blanks or item.cut or index == 0 or items[index - 1].page != item.page)
            and after is not None
            and after.blanks
        )
        result.append(bool(alone) and _is_heading(item.text))
    listed = _contents(items)
    for index, item in enumerate(items):
        above = items[index - 1].text.rstrip(_MARK) if index and index - 1 not in listed else ""
        below = items[index + 1].text if index + 1 < len(items) else ""
        free = not above or result[index - 1] or (above.endswith(FINISHED) and above[-1] != ":")
        heads = free and (_heads_anywhere(item.text, below) or (index and _breaks_off(item.text, below, style)))
        result[index] = index not in listed and (result[index] or bool(heads))
    return result


def _contents(items: Sequence[Item]) -> range:
    """The lines of a list of contents below its heading, as far as the text repeats its first entry."""
    start = next((at for at, item in enumerate(items[:_LONGEST_CONTENTS]) if item.text in CONTENTS), len(items))
    first = None
    for at in range(start + 1, min(start + _LONGEST_CONTENTS, len(items))):
        entry = _ENTRY.match(items[at].text)
        words = entry["words"] if entry else None
        if first and words == first:
            return range(start + 1, at)
        first = first or (None if words in _PAGES else words)
    return range(0)


def _heads_anywhere(line: str, below: str) -> bool:
    """Whether a line is such a heading: a sentence begins below it, or another heading, but no number like its own."""
    if line[:1] in "IVXAR":
        return _CONSULTED.match(line) is not None and (below[:1].isupper() or _depth(below) > 0)
    own = _depth(line)
    return own > 0 and (below[:1].isupper() or _depth(below) > own)


def _breaks_off(line: str, below: str, style: Typography) -> bool:
    """Whether a line is a title by its shape, where no room is left: though there is room on it, a paragraph begins
    below it.
    """
    if not style.width or len(line) > _LONGEST_TITLE or not line[0].isupper() or len(below) < _PARAGRAPH * style.width:
        return False
    is_whole = is_title(line) and not line[-1].isdigit() and not _GOES_ON.search(line)
    return below[0].isupper() and is_whole and not is_filled(line, below, style)


def _depth(line: str) -> int:
    """How deep a numbered heading stands: 2 for "3.1 Dijken"; 0 where a line is none."""
    return line.partition(" ")[0].strip(".").count(".") + 1 if line[:1].isdigit() and _NUMBERED.match(line) else 0


def _within(items: Sequence[Item], spans: Sequence[Span]) -> list[bool]:
    result = []
    at = 0
    for item in items:
        while at < len(spans) and spans[at].stop <= item.span.start:
            at += 1
        result.append(
            at < len(spans) and spans[at].start < item.span.stop and spans[at].stop >= item.span.start + len(item.text)
        )
    return result


def _is_heading(text: str) -> bool:
    if _MARKDOWN.match(text):
        return True
    whole = not _SENTENCE.search(text) and not _GOES_ON.search(text)
    return len(text) <= _LONGEST and _OPENS.match(text) is not None and whole


def as_body(block: Block) -> Block:
    """Front matter that is none."""
    return block._replace(kind="body")
