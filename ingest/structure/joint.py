"""Questions under one label, "Vraag 4 en 5": what each of them asks."""

import re
from collections.abc import Sequence

from ingest.model import Span
from ingest.structure.labels import Item
from ingest.structure.paragraphs import asks, paragraphs, up_to_asking
from ingest.structure.unlabelled import still_asks
from ingest.typography import Typography

# Some extraction drops the break between two lines: "is dat juist?Bent u bereid".  A footnote's mark may stand there.
_GLUED = re.compile(r"\?[)»”’\"']{0,2}\d{0,2}(?=[A-ZÀ-Þ])(?!Zo ?(?:ja|nee|niet))")
# What goes on with the question above: "Zo nee, waarom niet?"
_GOES_ON = ("Zo ja", "Zo nee", "Zo niet")
_LONE_MARK = re.compile(r"\d{1,2}")


def one_by_one(items: Sequence[Item], count: int, text: str, style: Typography) -> list[list[Item]]:
    """The lines of each of `count` questions, where each has a paragraph of its own; none where that cannot be told."""
    groups = paragraphs(items, style)
    groups = groups if len(groups) == count else up_to_asking(items, groups)
    if len(groups) == count and all(_is_put(items, group) for group in groups):
        return [[items[at] for at in group] for group in groups]
    return _where_lines_ask(items, count, text)


def _is_put(items: Sequence[Item], group: range) -> bool:
    """Whether a paragraph asks, or goes on with what it asked: "Hoe vaak? Graag een overzicht per haven."

    "Zo ja, waarom?" goes on with the question above.
    """
    if items[group.start].text.startswith(_GOES_ON):
        return False
    asked, _, rest = " ".join(items[at].text for at in group).rpartition("?")
    return asks(items, group) or (asked != "" and still_asks(rest.lstrip(" 0123456789)»”")))


def _where_lines_ask(items: Sequence[Item], count: int, text: str) -> list[list[Item]]:
    """Where line breaks were dropped, paragraphs are parted by a question mark with a capital right behind it; where
    print leaves no room between them, by one at the end of a line, if the last line asks, too.  A mark may stand alone
    on a line between them.

    Lines inside a paragraph may end so as well: only where there are no more of them than questions.
    """
    if not items:
        return []
    glued = [match.end() for match in _GLUED.finditer(text, items[0].span.start, items[-1].span.stop)]
    if not glued and not asks(items, range(len(items) - 1, len(items))):
        return []
    asking = [at for at in range(len(items) - 1) if asks(items, range(at, at + 1))]
    below = [at + 1 + (_LONE_MARK.fullmatch(items[at + 1].text) is not None) for at in asking]
    starts = glued + [items[at].span.start for at in below if at < len(items) and _may_begin(items[at].text)]
    if len(starts) != count - 1:
        return []
    parts, rest = [], list(items)
    for start in sorted(starts):
        above, rest = cut(rest, start, text)
        parts.append(above)
    return [*parts, rest]


def _may_begin(line: str) -> bool:
    return line[:1].isupper() and not line.startswith(_GOES_ON)


def cut(items: Sequence[Item], start: int, text: str) -> tuple[list[Item], list[Item]]:
    """Lines as those before a place in the source and those from there on; a line may be cut in two."""
    first = sum(item.span.start < start for item in items)
    above, below = list(items[:first]), list(items[first:])
    if above and above[-1].span.stop > start:
        item = above.pop()
        above.append(item._replace(span=Span(item.span.start, start), text=text[item.span.start : start].strip()))
        rest = Span(start, item.span.stop)
        below.insert(0, item._replace(span=rest, text=text[start : item.span.stop].strip(), blanks=0, cut=False))
    return above, below
