"""A line of a source, with its place and its role."""

from typing import Literal, NamedTuple

from ingest.model import Span

LineRole = Literal["blank", "page_furniture", "note", "text"]


class Line(NamedTuple):
    """A line: its span with its line break, its words, its role and its page (from 0)."""

    span: Span
    text: str
    role: LineRole
    page: int
