"""Source → Document: the stages in order."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from ingest.assemble import Reading, assemble
from ingest.footnotes.lost_marks import inside
from ingest.footnotes.marks import place_marks
from ingest.footnotes.markup import explicit_marks, inline_notes, markup
from ingest.footnotes.notes import find_notes
from ingest.footnotes.openings import Note, place
from ingest.footnotes.unbroken_notes import unbroken_notes
from ingest.head.header import front_stop
from ingest.layout.inside_lines import furniture_inside, unbroken, without_taken
from ingest.layout.lines import Line
from ingest.layout.page_edges import blanked, masked, page_edges
from ingest.layout.roles import layout
from ingest.layout.spacing import single_spaced
from ingest.model import Document, Source
from ingest.segments import Cutouts, joined
from ingest.structure.blocks import Block, read_blocks
from ingest.structure.dialogue import is_announcement, read_dialogue
from ingest.structure.labels import items
from ingest.structure.sections import with_sections
from ingest.typography import Typography, typography


def parse(source: Source) -> Document:
    """Read one paper.  Never fails on content: what is not understood is body, with a notice."""
    file, source = source, single_spaced(source)
    style = typography(source.text)
    lines, page_notes = find_notes(source, layout(source))
    long = unbroken(source.text, lines)
    spans = [line.span for line in long]
    found = [*furniture_inside(source.text, spans), *page_edges(source.text, spans)]
    furniture = list(joined(sorted(found)))
    lines = list(masked(source.text, lines, furniture)) if furniture else lines
    line_notes = [
        *_apart(list(inline_notes(source)), page_notes, lines),
        *(() if page_notes else unbroken_notes(source.text, long, furniture)),
    ]
    if long:
        taken = sorted([*furniture, *(span for note in line_notes for span in (note.marker_span, *note.spans))])
        lines = list(without_taken(source.text, lines, taken))
    notes = sorted([*page_notes, *line_notes], key=place)
    blocks = _blocks(source, lines, style)
    running = sorted([item.span for block in blocks for item in block.items])
    leftovers = markup(source)
    explicit = list(inside(explicit_marks(source, notes), running))
    # A sign of italics behind a full stop is no garbled number.
    words = list(chain.from_iterable(map(Cutouts(leftovers).keep, running))) if leftovers else running
    marked = blanked(source.text, furniture) if furniture else source.text
    marks = place_marks(marked, notes, explicit, words, _page_starts(lines))
    document = assemble(
        Reading(source, style, lines, notes, line_notes, leftovers, blocks, marks, read_dialogue(blocks), furniture)
    )
    return document if source is file else replace(document, source=file)


def _apart(notes: Sequence[Note], others: Iterable[Note], lines: Iterable[Line]) -> Iterator[Note]:
    """Those notes that share no character with others, as a bracket never closed may, and do not stand in furniture."""
    if not notes:
        return
    furniture = (line.span for line in lines if line.role == "page_furniture")
    taken = sorted(chain(furniture, (span for note in others for span in (note.marker_span, *note.spans))))
    starts = [span.start for span in taken]
    for note in notes:
        before = bisect_left(starts, note.spans[-1].stop)
        if not before or taken[before - 1].stop <= note.marker_span.start:
            yield note


def _blocks(source: Source, lines: Sequence[Line], style: Typography) -> list[Block]:
    blocks = read_blocks(items(lines, source), source.text, style)
    if not any(block.kind in ("question", "answer") for block in blocks):
        front = blocks[0]
        put_off = len(blocks) > 1 and is_announcement(blocks[1])
        stop = len(front.items) if put_off else min(front_stop(front.items), len(front.items))
        parts = [*with_sections(front, stop, source, style)]
        blocks = [*parts, *(part for block in blocks[1:] for part in _sectioned(block, source, style))]
    return [block for block in blocks if block.items or block.label_span]


def _sectioned(block: Block, source: Source, style: Typography) -> list[Block]:
    """A part with a label of its own ("Toelichting"): the label, then what stands under it by its headings."""
    if block.kind != "body" or not block.items:
        return [block]
    return [block._replace(items=()), *with_sections(Block("body", block.items), 0, source, style)]


def _page_starts(lines: Sequence[Line]) -> list[int]:
    first = [line.span.start for line in lines[:1]]
    return first + [line.span.start for above, line in pairwise(lines) if line.page != above.page]
