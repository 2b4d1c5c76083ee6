"""What a reader returns, and how it is put together from lines.

A reader of a rich format makes lines of pieces; a piece is text that plays one role.  `assemble` writes them one
after the other, so that hints are in order and never overlap.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.model import Hint, HintRole, Span

LONGEST_TITLE = 120
# What stands beside the text.
BESIDE = ("page_furniture", "footnote")
SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with one role, None for running text; `marker` is the footnote's number."""

    text: str
    role: HintRole | None = None
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or several that belong to one paragraph.

    `apart`: a blank line stands before it.  `page`: one begins.  `opens`: what begins here though no label says so,
    with the numbers of the questions; on a line without text, with the next text.  `set_off`: all of it is set in
    italics or bold.
    """

    pieces: tuple[Piece, ...]
    apart: bool = True
    page: bool = False
    opens: HintRole | None = None
    numbers: str = ""
    set_off: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A file's text, what turned its bytes into characters, and what the file knows about parts of the text."""

    text: str
    encoding: str
    hints: tuple[Hint, ...] = ()


def assemble(lines: Iterable[Line], encoding: str) -> Reading:
    """Write the lines one below the other.

    >>> line = Line((Piece("Zie de brief "), Piece("3", "footnote_mark", "3")))
    >>> assemble([line, Line((Piece("3 Noot", "footnote", "3"),))], "utf-8").text
    'Zie de brief 3\\n\\n3 Noot'
    """
    text: list[str] = []
    hints: list[Hint] = []
    at = 0
    waiting: HintRole | None = None
    for line in lines:
        pieces = trimmed(line.pieces)
        waiting = waiting if pieces else line.opens or waiting
        if not pieces and not line.page:
            continue
        gap = separator(line) if text and pieces else ""
        text.append(gap)
        at += len(gap)
        if line.page:
            hints.append(Hint(Span(at, at), "page"))
        if pieces:
            follows = pieces[0].role not in BESIDE
            if opens := line.opens or (waiting if follows else None):
                hints.append(Hint(Span(at, at), opens, line.numbers))
            waiting = None if follows else waiting
        for piece in pieces:
            if piece.role:
                hints.append(Hint(Span(at, at + len(piece.text)), piece.role, piece.marker))
            text.append(piece.text)
            at += len(piece.text)
    return Reading("".join(text), encoding, tuple(hints))


def separator(line: Line) -> str:
    """What stands between this line and the one before it."""
    return "\n\n" if line.apart else "\n"


def trimmed(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces without space at either end, and neighbours of one role as one piece."""
    kept = list(merged(pieces))
    filled = [index for index, piece in enumerate(kept) if piece.text.strip()]
    if not filled:
        return ()
    kept = kept[filled[0] : filled[-1] + 1]
    kept[0] = replace(kept[0], text=kept[0].text.lstrip())
    kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one role become one piece; empty ones go."""
    last: list[Piece] = []
    for piece in pieces:
        if last and (piece.role, piece.marker) != (last[0].role, last[0].marker):
            yield joined(last)
            last = []
        if piece.text:
            last.append(piece)
    if last:
        yield joined(last)


def joined(pieces: list[Piece]) -> Piece:
    """Pieces of one role as one."""
    return replace(pieces[0], text="".join(piece.text for piece in pieces))


def under(role: HintRole, pieces: Iterable[Piece], marker: str = "") -> tuple[Piece, ...]:
    """The pieces as parts of a heading, a note or page furniture.  Marks stay marks in a heading only."""
    return tuple(
        piece if role == "heading" and piece.role else replace(piece, role=role, marker=marker) for piece in pieces
    )


def between(gap: str, parts: Iterable[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """All the pieces, with a gap between one part and the next; parts without text are left out."""
    written: list[Piece] = []
    for pieces in map(trimmed, parts):
        if pieces:
            written += [Piece(gap), *pieces] if written else pieces
    return tuple(written)


def collapsed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Markup's own white space as readers show it: one space, none after a line break.  No-break spaces stay.

    >>> plain(collapsed([Piece("twee\\n   woorden "), Piece(" en"), Piece("meer")]))
    'twee woorden enmeer'
    """
    last = "\n"
    for piece in pieces:
        text = SPACES.sub(" ", piece.text) if piece.text != "\n" else piece.text
        if last in " \n" and text.startswith(" "):
            text = text[1:]
        if text:
            last = text[-1]
            yield replace(piece, text=text)


def is_title(text: str) -> bool:
    """Whether text that is set apart by its type reads as a heading: short, one line, no sentence.

    >>> is_title("Inleiding"), is_title("Kent u het bericht?"), is_title("")
    (True, False, False)
    """
    text = text.strip()
    return 0 < len(text) <= LONGEST_TITLE and "\n" not in text and not text.endswith((".", "?", "!", ":", ";", ","))


def plain(pieces: Iterable[Piece]) -> str:
    """The text of the pieces."""
    return "".join(piece.text for piece in pieces)


def unmarked(pieces: Iterable[Piece]) -> str:
    """The text of the pieces without the marks of notes in it."""
    return plain(piece for piece in pieces if piece.role != "footnote_mark")
