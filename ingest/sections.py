"""A paper without questions: its text between front matter and closing, as headings and what stands under them."""

import re
from collections.abc import Iterator, Sequence

from ingest.blocks import Block
from ingest.labels import Item
from ingest.model import Source, Span
from ingest.wording import CONTENTS, FINISHED

_LONGEST = 100
_SENTENCE = re.compile(r"[.?!:;,»”]\Z")
_OPENS = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?[A-ZÀ-Þ«‘“]")
_MARKDOWN = re.compile(r"#{1,6}\s+\S|\*\*[^*]+\*\*\Z")


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


def with_sections(block: Block, front: int, source: Source) -> Iterator[Block]:
    """Split the one block of a paper without questions: `front` items are front matter, the rest is body."""
    if front:
        yield Block("front", block.items[:front])
    headings = _headings(block.items[front:], source)
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


def _headings(items: Sequence[Item], source: Source) -> list[bool]:
    hinted = [hint.span for hint in source.hints if hint.role == "heading"]
    if hinted:
        return _within(items, hinted)
    wrapped = sum(item.blanks == 0 for item in items) * 2 > len(items)
    result = []
    for index, item in enumerate(items):
        after = items[index + 1] if index + 1 < len(items) else None
        alone = (
            (item.blanks or item.cut or index == 0 or items[index - 1].page != item.page)
            and after is not None
            and after.blanks
        )
        result.append(bool(alone) and _is_heading(item.text, wrapped))
    listed = _contents(items)
    return [
        index not in listed and (found or _heads_anywhere(items, index, index - 1 in listed))
        for index, found in enumerate(result)
    ]


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


def _heads_anywhere(items: Sequence[Item], index: int, first: bool) -> bool:
    """Whether a line is such a heading: a sentence begins below it, and none is left open above it.

    `first`: above it stands no text, but the list of contents.
    """
    if not _is_form(items[index].text):
        return False
    above = items[index - 1].text if index and not first else ""
    below = items[index + 1].text if index + 1 < len(items) else ""
    begins = below[:1].isupper() or _is_form(below)
    return begins and (not above or above.endswith(FINISHED) or _is_form(above))


def _is_form(line: str) -> bool:
    pattern = _CONSULTED if line[:1] in "IVXAR" else _NUMBERED if line[:1].isdigit() else None
    return pattern is not None and pattern.match(line) is not None


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


def _is_heading(text: str, wrapped: bool) -> bool:
    if _MARKDOWN.match(text):
        return True
    short = len(text) <= (_LONGEST if wrapped else _LONGEST * 3 // 4)
    return short and _OPENS.match(text) is not None and not _SENTENCE.search(text)


def as_body(block: Block) -> Block:
    """Front matter that is none."""
    return block._replace(kind="body")
