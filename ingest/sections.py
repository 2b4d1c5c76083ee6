"""A paper without questions: its text between front matter and closing, as headings and what stands under them."""

import re
from collections.abc import Iterator, Sequence

from ingest.blocks import Block
from ingest.labels import Item
from ingest.model import Source, Span
from ingest.wording import FINISHED

_LONGEST = 100
_SENTENCE = re.compile(r"[.?!:;,»”]\Z")
_OPENS = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?[A-ZÀ-Þ«‘“]")
_MARKDOWN = re.compile(r"#{1,6}\s+\S|\*\*[^*]+\*\*\Z")


# How a report of written consultation heads what the groups ask and what is answered, also where no room is left.
_CONSULTED = re.compile(
    r"(?:[IVX]{1,3}\.?\s)?(?:Vragen en opmerkingen|Inbreng|(?:Antwoord(?:en)?|Reactie)(?:\s?/\s?[Rr]eactie)?)\s"
    r"(?:vanuit|uit|van|op|aan)\s.{3,100}(?<![.?!:;,])(?<!\s\d)(?<!\s\d\d)\Z"
)


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
    return [found or _heads_consultation(items, index) for index, found in enumerate(result)]


def _heads_consultation(items: Sequence[Item], index: int) -> bool:
    """Whether a line is such a heading: a sentence begins below it, and none is left open above it."""
    if items[index].text[:1] not in "IVXAR" or not _CONSULTED.match(items[index].text):
        return False
    above = items[index - 1].text if index else ""
    below = items[index + 1].text if index + 1 < len(items) else ""
    return below[:1].isupper() and (not above or above.endswith(FINISHED) or _CONSULTED.match(above) is not None)


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
