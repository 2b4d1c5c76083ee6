"""Files that are no single paper: several papers after one another, or data of which papers are a part.

They are read as one paper all the same, and nothing of them is lost; a notice says what they are.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.layout.lines import Line
from ingest.model import Notice, Span

# A paper prints its own name and no other at the edge of its pages; as a draft it has a number in the annex.
_NAME = re.compile(r"(?:kst|(?:ah|kv)-(?:tk|ek))-[0-9A-Za-z-]{4,40}|h (?:tk|ek) \d{8} \d{1,5}")
_DRAFT = re.compile(r"AH[ -]?\d{1,4}\Z")
_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*"[^"\n]{1,80}"\s*:')


def not_one_paper(text: str, lines: Sequence[Line], furniture: Sequence[Span]) -> Iterator[Notice]:
    """What says that a file is not one paper; `furniture` is what stands inside its lines."""
    if _JSON.match(text) and text.rstrip().endswith(("]", "}")):
        said = "The file is JSON, read as the text that it is. A paper should be a file of its own."
        yield Notice("data_not_paper", said, Span(0, 0))
    names: dict[str, Span] = {}
    for name, span in [*_printed(lines), *_inside(text, furniture)]:
        names[name] = min(span, names.get(name, span))
    if len(names) > 1:
        first, second, *_ = sorted(names, key=lambda name: names[name])
        said = f"The file seems to hold {len(names)} papers, {first}, {second} …; they are read as one."
        yield Notice("several_papers", said, names[second])


def _printed(lines: Sequence[Line]) -> Iterator[tuple[str, Span]]:
    """The names on lines of their own."""
    for line in lines:
        if line.role == "page_furniture" and (match := _NAME.match(line.text)):
            yield match[0], line.span
        elif line.text.startswith("AH") and _DRAFT.match(line.text):
            yield line.text.replace("-", " "), line.span


def _inside(text: str, furniture: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    for span in furniture:
        if match := _NAME.match(text, span.start, span.stop):
            yield match[0], span
