"""Lines of text → paragraphs, where the source does not set them apart, and whether one asks."""

import re
from collections.abc import Sequence

from ingest.language.wording import FINISHED
from ingest.structure.labels import Item
from ingest.typography import Typography, is_filled

# A footnote's mark may stand behind it, as Markdown writes them as well.
_MARK = r"(?:\[\[?\^?|\^|<sup>)?[\d*]{1,3}(?:,? \d{1,3}){0,3} ?(?:\)|\]\]?(?:\(#[^()]{1,30}\))?|\^|</sup>)?"
_ASKS = re.compile(rf"\?[)»”’\"']*(?:\s*{_MARK}){{0,3}}[*_]{{0,3}}\Z")
_TAIL = 40


def paragraphs(items: Sequence[Item], style: Typography) -> list[range]:
    """The text items as paragraphs; one that a page's end cuts in two is one."""
    starts: list[int] = []
    stops: list[int] = []
    for index, item in enumerate(items):
        if item.role != "text":
            continue
        if stops and stops[-1] == index and _continues(items[index - 1], item, style):
            stops[-1] = index + 1
        else:
            starts.append(index)
            stops.append(index + 1)
    return list(map(range, starts, stops))


def _continues(previous: Item, item: Item, style: Typography) -> bool:
    if style.width and not item.blanks and not item.cut:
        return _is_unfinished(previous.text) or is_filled(previous.text, item.text, style)
    goes_on = item.text[:1].islower() if item.blanks or not item.cut else True
    return bool(style.width or item.cut) and goes_on and _is_unfinished(previous.text)


def _is_unfinished(line: str) -> bool:
    return line != "" and not line.endswith(FINISHED) and not _ends_asking(line)


def asks(items: Sequence[Item], paragraph: range) -> bool:
    """Whether a paragraph ends as a question does."""
    return _ends_asking(items[paragraph[-1]].text)


def _ends_asking(line: str) -> bool:
    tail = line[-_TAIL:]
    return "?" in tail and _ASKS.search(tail) is not None


def up_to_asking(items: Sequence[Item], groups: Sequence[range]) -> list[range]:
    """Paragraphs put together up to each that asks, where lines are too few to tell which of them break off; as they
    are where the last does not ask.
    """
    ends = [group.stop for group in groups if asks(items, group)]
    return list(map(range, [0, *ends], ends)) if groups and ends[-1:] == [groups[-1].stop] else list(groups)
