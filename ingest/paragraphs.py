"""Lines of text → paragraphs, where the source does not set them apart, and whether one asks."""

import re
from collections.abc import Sequence

from ingest.labels import Item
from ingest.passages import Typography, is_filled
from ingest.wording import UNFINISHED

_ASKS = re.compile(r"\?[)»”’\"']*(?:\s*\[?[\d*]{1,3}(?:,? \d{1,3}){0,3} ?\]?)?\Z")


def paragraphs(items: Sequence[Item], style: Typography) -> list[range]:
    """The text items as paragraphs; one that a page's end cuts in two is one."""
    result: list[range] = []
    for index, item in enumerate(items):
        if item.role != "text":
            continue
        if result and result[-1].stop == index and _continues(items[index - 1], item, style):
            result[-1] = range(result[-1].start, index + 1)
        else:
            result.append(range(index, index + 1))
    return result


def _continues(previous: Item, item: Item, style: Typography) -> bool:
    if style.width and not item.blanks and not item.cut:
        return is_filled(previous.text, item.text, style) or _is_unfinished(previous.text)
    goes_on = item.text[:1].islower() if item.blanks or not item.cut else True
    return bool(style.width or item.cut) and goes_on and _is_unfinished(previous.text)


def _is_unfinished(line: str) -> bool:
    return UNFINISHED.search(line[-1:]) is not None


def asks(items: Sequence[Item], paragraph: range) -> bool:
    """Whether a paragraph ends as a question does."""
    return _ASKS.search(items[paragraph[-1]].text[-12:]) is not None
