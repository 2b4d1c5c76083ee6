"""The characters of a page → rows of text: what stands side by side, from left to right."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ingest.read.pdf.glyphs import Glyph

# Shares of the size of the type.  Room between words is about a quarter, between cells of a table twice that, between
# columns much more.
SPACE = 0.15
WIDE = 1.5
BESIDE, SMALLER = 0.7, 0.8
APART = 0.5
SAME_LINE = 0.08
BACKWARDS = 0.6

# Letters reach from a little below the line to most of the size above it; raised ones still share most of that.
BELOW, ABOVE = 0.2, 0.75
SHARED = 0.5

# A letter twice as high is no part of the same line: initials, the number of the chamber.
TALLER = 2.0

# A raised mark is that short; a line of more parts is a drawing's.
LONGEST_MARK = 4
MOST_PARTS = 200

# Rows are made from top to bottom, and only the last ones can still get more.
OPEN_ROWS = 4

# Some typesetters print an accent on its own, over or under its letter.
ACCENTS = {
    "´": "\N{COMBINING ACUTE ACCENT}",
    "`": "\N{COMBINING GRAVE ACCENT}",
    "¨": "\N{COMBINING DIAERESIS}",
    "ˆ": "\N{COMBINING CIRCUMFLEX ACCENT}",
    "˜": "\N{COMBINING TILDE}",
    "¸": "\N{COMBINING CEDILLA}",
    "ˇ": "\N{COMBINING CARON}",
    "˘": "\N{COMBINING BREVE}",
    "˛": "\N{COMBINING OGONEK}",
    "˙": "\N{COMBINING DOT ABOVE}",
    "˚": "\N{COMBINING RING ABOVE}",
}


class Run(NamedTuple):
    """Characters of one type on one line, without wide room between them."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    slanted: bool = False


@dataclass(frozen=True)
class Segment:
    """Runs side by side without wide room between them; its own line and size are those of most of its text."""

    runs: tuple[Run, ...]

    @cached_property
    def main(self) -> Run:
        """The run with most text."""
        return max(self.runs, key=lambda run: len(run.text))

    @property
    def left(self) -> float:
        """Where the segment begins."""
        return self.runs[0].left

    @cached_property
    def right(self) -> float:
        """Where the segment ends."""
        return max(run.right for run in self.runs)

    @cached_property
    def text(self) -> str:
        """The segment's text."""
        return "".join(text for _, text in self.spaced()).strip()

    def spaced(self) -> Iterator[tuple[Run, str]]:
        """Each run with its text, with a space before it where there is room for one."""
        last = self.runs[0]
        for run in self.runs:
            room = run.left - last.right > SPACE * max(run.size, last.size)
            parted = last.text.endswith(" ") or run.text.startswith(" ")
            yield run, f" {run.text}" if room and not parted else run.text
            last = run


@dataclass(frozen=True)
class Row:
    """Segments side by side, from left to right."""

    segments: tuple[Segment, ...]

    @cached_property
    def main(self) -> Run:
        """The run with most text."""
        return max((segment.main for segment in self.segments), key=lambda run: len(run.text))

    @cached_property
    def text(self) -> str:
        """The row's text, with tabs between segments."""
        return "\t".join(segment.text for segment in self.segments)


def read_rows(glyphs: Sequence[Glyph]) -> list[Row]:
    """The rows of a page, from top to bottom."""
    held: list[list[Run]] = []  # the tallest run of a row comes first, of equals the longest
    for run in sorted(runs(glyphs), key=lambda run: -run.base):
        last = range(max(0, len(held) - OPEN_ROWS), len(held))
        share, at = max(((shared(held[at][0], run), at) for at in last), default=(0, 0))
        if share < SHARED:
            held.append([run])
        else:
            first = held[at][0]
            held[at].insert(0 if (run.size, len(run.text)) > (first.size, len(first.text)) else 1, run)
    lower_marks(held)
    return [Row(tuple(segments(sorted(row, key=lambda run: run.left)))) for row in held if row]


def lower_marks(rows: Sequence[list[Run]]) -> None:
    """Move raised marks that came to stand in a line of the column beside theirs to the next line, which they touch."""
    for at, row in enumerate(rows[:-1]):
        small = (run for run in row if len(run.text.strip()) <= LONGEST_MARK and run.size < row[0].size)
        for run in list(small) if len(row) <= MOST_PARTS else ():
            below = next((other for other in rows[at + 1 : at + OPEN_ROWS] if other and shared(other[0], run) > 0), [])
            if len(below) <= MOST_PARTS and touches(run, below) and not touches(run, row):
                row.remove(run)
                below.append(run)


def touches(run: Run, row: Sequence[Run]) -> bool:
    """Whether a run stands right before or behind another of a row."""
    return any(
        min(abs(run.left - other.right), abs(other.left - run.right)) < APART * other.size
        for other in row
        if other is not run
    )


def shared(tallest: Run, run: Run) -> float:
    """How much of the smaller one's height a run shares with a row."""
    if max(tallest.size, run.size) > TALLER * min(tallest.size, run.size):
        return 0
    low = max(each.base - BELOW * each.size for each in (tallest, run))
    high = min(each.base + ABOVE * each.size for each in (tallest, run))
    return (high - low) / ((ABOVE + BELOW) * min(tallest.size, run.size) or 1)


def segments(row: Iterable[Run]) -> Iterator[Segment]:
    """The runs of a row, parted where there is wide room; words in much smaller type stand in a margin sooner."""
    held: list[Run] = []
    for run in row:
        beside = held and run.size < SMALLER * held[-1].size and len(run.text.strip()) > LONGEST_MARK
        if held and run.left - held[-1].right > (BESIDE if beside else WIDE) * max(run.size, held[-1].size):
            yield Segment(tuple(held))
            held = []
        held.append(run)
    if held:
        yield Segment(tuple(held))


def runs(glyphs: Sequence[Glyph]) -> Iterator[Run]:
    """Characters that follow each other on one line, in the file's own order."""
    held: list[Glyph] = []
    for glyph in composed(glyphs):
        if held and not follows(held[-1], glyph):
            yield from run_of(held)
            held = []
        held.append(glyph)
    yield from run_of(held)


def follows(last: Glyph, glyph: Glyph) -> bool:
    """Whether a character goes on where the last one ended; the letters of a ligature ("ffi") stand in one place."""
    alike = abs(glyph.size - last.size) <= SAME_LINE * last.size and glyph.bold == last.bold
    gap = glyph.left - last.right
    near = -BACKWARDS * last.size <= gap <= (APART if glyph.spaced or last.text == " " else WIDE) * last.size
    return (
        alike
        and (near or (glyph.left == last.left and glyph.right == last.right))
        and abs(glyph.base - last.base) <= SAME_LINE * last.size
    )


def run_of(glyphs: Sequence[Glyph]) -> Iterator[Run]:
    """The characters as one run; nothing if they are but spaces."""
    text = ""
    for glyph in glyphs:
        room = glyph.spaced and text and not text.endswith(" ") and glyph.text != " "
        text += f" {glyph.text}" if room else glyph.text
    if text.strip():
        first = glyphs[0]
        filled = [glyph for glyph in glyphs if glyph.text.strip()]
        slanted = first.slanted and all(glyph.slanted for glyph in filled)
        yield Run(text, filled[0].left, filled[-1].right, first.base, first.size, first.bold, slanted)


def composed(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Accents that are printed on their own put on the letter that they stand over or under."""
    held: Glyph | None = None
    for glyph in glyphs:
        letter = accented(held, glyph) if held and glyph.text in ACCENTS else ""
        if held and letter:
            held = held._replace(text=letter)
        else:
            if held:
                yield held
            held = glyph
    if held:
        yield held


def accented(letter: Glyph, accent: Glyph) -> str:
    """The letter with its accent, "" if the accent stands elsewhere or there is no such letter.

    >>> accented(Glyph("c", 0, 5, 0, 9, False, False), Glyph("´", 1, 4, 0, 9, False, False))
    'ć'
    """
    middle = (accent.left + accent.right) / 2
    whole = unicodedata.normalize("NFC", letter.text + ACCENTS[accent.text])
    return whole if letter.left < middle < letter.right and len(whole) == 1 else ""
