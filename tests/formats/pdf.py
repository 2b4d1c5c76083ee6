"""PDF drawn line by line, and the paper as such: small notes at the page's foot, raised marks, a running foot."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from formats.paper import BLOCKS, FOOT, IDENTIFIER, NOTES, Block, split

PAGE = (440, 420)
LEFT, WIDTH = 120, 270
TOP, BOTTOM, FOOT_AT = 390, 60, 30
SIZE, LEADING = 9.0, 11.0
SMALL, CLOSE = 7.0, 8.5
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class Word:
    """A word with what follows it: a note's mark, or a raised figure that is none."""

    text: str
    mark: str = ""


@dataclass(frozen=True)
class Printed:
    """Text at a place, in a size."""

    x: float
    y: float
    text: str
    size: float = SIZE
    font: str = "Helvetica"


def draw(pages: Iterable[Sequence[Printed]], *, password: str = "") -> bytes:
    """A PDF with the given text on its pages."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=PAGE, invariant=True, encrypt=password or None)
    for page in pages:
        for each in page:
            canvas.setFont(each.font, each.size)
            canvas.drawString(each.x, each.y, each.text)
        canvas.showPage()
    canvas.save()
    return bytes(data.getvalue())


def column(lines: Iterable[str], x: float = LEFT, y: float = TOP, size: float = SIZE) -> list[Printed]:
    """Lines one below the other; an empty line leaves room."""
    return [Printed(x, y - at * LEADING * size / SIZE, line, size) for at, line in enumerate(lines) if line]


def words(block: Block) -> Iterator[Word]:
    """The words of a block, each with what is raised after it."""
    text = f"{block.number} {block.text}".strip().replace("²", "[^sq]")
    for part, mark in split(text):
        found = part.split(" ")
        yield from (Word(word) for word in found[:-1] if word)
        yield Word(found[-1], "2" if mark == "sq" else mark)


def broken(block: Block) -> list[list[Word]]:
    """The words in lines as wide as the column; a word is cut where its soft hyphen says so."""
    lines: list[list[Word]] = [[]]
    room = float(WIDTH)
    for word in words(block):
        first, hyphen, rest = word.text.partition(SOFT_HYPHEN)
        width = stringWidth(f"{word.text} ", "Helvetica", SIZE)
        if hyphen:
            lines[-1].append(Word(f"{first}-"))
            lines.append([Word(rest, word.mark)])
            room = WIDTH - stringWidth(rest, "Helvetica", SIZE)
        elif width > room:
            lines.append([word])
            room = WIDTH - width
        else:
            lines[-1].append(word)
            room -= width
    return lines


def line(found: Sequence[Word], y: float) -> Iterator[Printed]:
    """A line of words with their marks raised."""
    x = float(LEFT)
    for word in found:
        yield Printed(x, y, word.text)
        x += stringWidth(word.text, "Helvetica", SIZE)
        if word.mark:
            yield Printed(x, y + 0.4 * SIZE, word.mark, 0.6 * SIZE)
            x += stringWidth(word.mark, "Helvetica", 0.6 * SIZE)
        x += stringWidth(" ", "Helvetica", SIZE)


def note(mark: str) -> list[tuple[str, str]]:
    """The lines of a note, the first with its number."""
    lines = [""]
    for word in NOTES[mark].split(" "):
        if stringWidth(f"{lines[-1]} {word}", "Helvetica", SMALL) > WIDTH - 8:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [(mark if at == 0 else "", text) for at, text in enumerate(lines)]


def to_pdf() -> bytes:
    """The paper, its pages cut wherever they are full."""
    pages = list(paged())
    imprint = [Printed(20, FOOT_AT + 9, IDENTIFIER, 5.5), Printed(20, FOOT_AT, "ISSN 0000 - 0000", 5.5)]
    feet = [[Printed(LEFT, FOOT_AT, FOOT), Printed(LEFT + WIDTH, FOOT_AT, str(at))] for at in range(1, len(pages) + 1)]
    return draw(
        [*page, *foot, *(imprint if at == 0 else [])] for at, (page, foot) in enumerate(zip(pages, feet, strict=True))
    )


def paged() -> Iterator[list[Printed]]:
    """The text of each page with the notes that it marks for the first time."""
    page: list[Printed] = []
    notes: list[tuple[str, str]] = []
    noted: set[str] = set()
    y = float(TOP)
    for block in BLOCKS:
        y -= LEADING if block.kind in {"front", "label"} else 0
        for found in broken(block):
            new = [each for word in found if word.mark in set(NOTES) - noted for each in note(word.mark)]
            if y - LEADING < BOTTOM + CLOSE * (len(notes) + len(new) + 1):
                yield page + foot(notes)
                page, notes, y = [], [], TOP
            notes += new
            noted |= {word.mark for word in found}
            page += row(block, y) if block.kind == "row" else line(found, y)
            y -= LEADING
            if block.kind == "row":
                break
    yield page + foot(notes)


def row(block: Block, y: float) -> list[Printed]:
    """The cells of a row, in smaller type."""
    return [Printed(LEFT + 90 * at, y, cell, SMALL) for at, cell in enumerate(block.text.split("\t"))]


def foot(notes: Sequence[tuple[str, str]]) -> list[Printed]:
    """The notes of a page, the last line lowest."""
    printed = []
    for at, (mark, text) in enumerate(reversed(notes)):
        y = BOTTOM + at * CLOSE
        printed.append(Printed(LEFT + 8, y, text, SMALL))
        printed += [Printed(LEFT, y + 0.4 * SMALL, mark, 0.65 * SMALL)] if mark else []
    return printed[::-1]
