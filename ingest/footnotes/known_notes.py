"""Footnotes that the file itself knows: what its reader saw of them."""

import re
from collections.abc import Sequence

from ingest.footnotes.openings import Growing, Note
from ingest.layout.lines import Line
from ingest.model import Source, Span


def hinted_notes(source: Source, lines: Sequence[Line]) -> tuple[list[Line], list[Note]]:
    """Notes that the file itself knows; a note cut by a page comes as hints in a row with the same marker."""
    notes: list[Growing] = []
    spans = []
    for hint in source.hints:
        if hint.role != "footnote":
            continue
        spans.append(hint.span)
        length = _opens_with(source.text, hint.span, hint.marker)
        if notes and notes[-1].marker == hint.marker and not length:
            notes[-1].spans.append(hint.span)
            continue
        marker = Span(hint.span.start, hint.span.start + length)
        notes.append(Growing(hint.marker, marker, [Span(marker.stop, hint.span.stop)]))
    return _with_role(lines, spans), [note.whole() for note in notes]


def _opens_with(text: str, span: Span, marker: str) -> int:
    """How many characters a note's marker takes at its head."""
    match = re.compile(rf"\s*\[?\(?{re.escape(marker)}\]?[.):]?\s*").match(text, span.start, span.stop)
    return match.end() - span.start if match and marker else 0


def _with_role(lines: Sequence[Line], spans: Sequence[Span]) -> list[Line]:
    result = []
    at = 0
    for line in lines:
        while at < len(spans) and spans[at].stop <= line.span.start:
            at += 1
        inside = at < len(spans) and spans[at].start < line.span.stop and line.role != "blank"
        result.append(line._replace(role="note") if inside else line)
    return result
